"""A program with a token, for the tests of the API."""

import json
from collections.abc import Iterable
from typing import Any

from django.test import Client
from django.utils import timezone

from kontor.api import actions
from kontor.people.models import Staff


class Program:
    """Calls the API in a person's name: JSON in, JSON out. `status`: what the answer must be."""

    def __init__(self, staff: Staff, rights: Iterable[str] | None = None, *, decides: bool = False) -> None:
        chosen = staff.rights if rights is None else rights
        name = f"test {timezone.now().timestamp()}"
        self.token, self.secret = actions.make_token(name, list(chosen), by=staff, at=timezone.now(), decides=decides)
        self.http = Client(headers={"Authorization": f"Bearer {self.secret}"})

    def get(self, address: str, expected: int = 200, /, **asked: Any) -> Any:
        headers = asked.pop("headers", None)
        return self._read(self.http.get(f"/api/v1{address}", asked, headers=headers), expected)

    def send(self, method: str, address: str, body: object = None, status: int = 200, **headers: str) -> Any:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        sent = "" if body is None else json.dumps(body)
        response = self.http.generic(method, f"/api/v1{address}", sent, "application/json", headers=named)
        return self._read(response, status)

    def post(self, address: str, body: object = None, status: int = 200, **headers: str) -> Any:
        return self.send("POST", address, body, status, **headers)

    def upload(self, address: str, status: int = 201, **fields: Any) -> Any:
        return self._read(self.http.post(f"/api/v1{address}", fields), status)

    def _read(self, response: Any, status: int) -> Any:
        assert response.status_code == status, (response.status_code, response.content.decode())
        return json.loads(response.content)
