"""The reference, OpenAPI, and the examples of docs/api.md, which are carried out here."""

import re
import shlex
from pathlib import Path
from string import Template
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kontor.api.openapi import schema
from kontor.api.papers import plural
from kontor.api.tests.make import Program
from kontor.documents.register import register
from kontor.orders.tests.make import make_goods, make_order
from kontor.parties.tests.make import make_client
from kontor.payments.tests.make import statement
from kontor.people.tests.make import make_staff

pytestmark = pytest.mark.django_db

DOCS = Path(__file__).parents[4] / "docs" / "api.md"


def examples() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.S)
    return [line for block in blocks for line in block.splitlines()]


def call(command: str, known: dict[str, Any]) -> Any:
    """Carry out a curl command against the test client."""
    words = shlex.split(Template(command).substitute(known))
    headers, method, body, files, address = {}, "GET", "", {}, ""
    following = iter(words[1:])
    for word in following:
        match word:
            case "-H":
                name, _colon, value = next(following).partition(": ")
                headers[name] = value
            case "-X":
                method = next(following)
            case "-d":
                body = next(following)
            case "-F":
                name = next(following).partition("=")[0]
                files[name] = SimpleUploadedFile("statement.txt", statement(("10.00", None, "?")))
            case "-s":
                pass
            case _:
                address = word
    http = Client(headers=headers)
    if files:
        return http.post(address, files)
    return http.generic(method, address, body, headers.get("Content-Type", "application/json"))


def test_the_examples_of_the_documentation_work() -> None:
    office = make_staff("director", "accountant")
    client = make_client("Volga", owner=office, full_name="OOO Volga", tax_id="6312345672")
    (product,) = make_goods(500)
    order = make_order([(product, 2)], client=client, by=office)
    program = Program(office)
    known = {
        "KONTOR": "", "TOKEN": program.secret, "ORDER": order.pk, "CLIENT": client.pk, "PRODUCT": product.pk,
        "VERSION": order.version,
    }  # fmt: skip
    assert len(examples()) > 5
    for command in examples():
        response = call(command, known)
        assert response.status_code in (200, 201), (command, response.content.decode())


def test_openapi_tells_every_action_with_its_fields_right_statuses_and_clauses() -> None:
    told = Program(make_staff("cashier")).get("/openapi.json")
    assert told["openapi"].startswith("3.")
    for action in register.actions.values():
        operation = told["paths"][f"/api/v1/{plural(action.kind)}/{{id}}/actions/{action.name}"]["post"]
        assert operation["x-right"] == action.right
        assert operation["x-clauses"] == list(action.clauses)
        fields = operation["requestBody"]["content"]["application/json"]["schema"]["properties"]
        assert set(fields) == {"version", *(action.form.base_fields if action.form else ())}


def test_operations_have_names_of_their_own() -> None:
    names = [each["operationId"] for path in schema()["paths"].values() for each in path.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_the_reference_is_a_page_for_people_in_their_language(client: Client, language: str) -> None:
    client.force_login(make_staff("sales_manager", language=language))
    page = client.get("/api/v1/docs")
    text = page.content.decode()
    assert page.status_code == 200 and f'lang="{language}' in text.replace("zh-Hans", "zh-hans")
    for action in register.actions.values():
        assert f"/{plural(action.kind)}/{{id}}/actions/{action.name}" in text
    assert client.get("/api/v1/").status_code == 302


def test_the_reference_asks_no_table_beside_the_frames(client: Client) -> None:
    client.force_login(make_staff("sales_manager"))
    counts = []
    for address in ("/api/v1/docs", "/api/v1/docs", "/profile/tokens/"):
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        counts.append(len(asked))
    assert counts[1] == counts[2] - 1


def test_strangers_are_sent_to_sign_in_from_the_reference(client: Client) -> None:
    assert client.get("/api/v1/docs").status_code == 302
    assert client.get("/api/v1/openapi.json").status_code == 401
    assert client.get("/api/v1/nothing").json()["type"] == "/problems/not_found"
