import json
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from kontor.kernel.refusals import Changed, Refusal, Refused
from kontor.web.middleware import RefusalMiddleware
from kontor.web.parts import redirect, render, toast

REFUSED = Refused(
    [
        Refusal("debt", "182,400 is overdue.", opens="It opens when it is paid."),
        Refusal("margin", "Margin <11%."),
    ]
)


@pytest.fixture(autouse=True)
def without_shell(monkeypatch):
    """The frame belongs to the desk; here the answers themselves are looked at."""
    from django.template import engines

    monkeypatch.setattr(engines["jinja2"], "template_context_processors", [])


def ask(htmx=False, path="/orders/1/", method="post", data=None, **headers):
    extra = {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": "http://testserver/orders/"} if htmx else {}
    request = getattr(RequestFactory(), method)(path, data or {}, **extra, **headers)
    request.htmx = HtmxDetails(request)
    return request


def answer(exception, request):
    return RefusalMiddleware(lambda request: HttpResponse()).process_exception(request, exception)


def test_a_refusal_tells_every_reason_on_a_page():
    page = answer(REFUSED, ask())
    text = page.content.decode()
    assert page.status_code == 409
    assert "182,400 is overdue." in text and "It opens when it is paid." in text and "Margin &lt;11%." in text
    assert text.startswith("<!doctype html>")


def test_over_a_page_a_refusal_is_a_dialog_that_leaves_the_page_as_it_is():
    part = answer(REFUSED, ask(htmx=True))
    assert part.status_code == 409
    assert part["HX-Retarget"] == "#problem"
    assert part["X-Problem"] == "refused"
    assert part.content.decode().strip().startswith("<dialog data-open")


def test_a_program_gets_a_problem_document():
    problem = json.loads(answer(REFUSED, ask(path="/api/orders/1/")).content)
    assert problem["type"] == "/problems/refused"
    assert [each["code"] for each in problem["refusals"]] == ["debt", "margin"]
    assert json.loads(answer(Http404(), ask(path="/api/x/")).content)["status"] == 404


def test_who_was_faster_is_named_and_keep_mine_sends_the_same_form_over_their_version():
    change = Changed("Elena Sokolova", {"Discount": "9%", "version": "4"})
    text = answer(change, ask(htmx=True, data={"discount": "10", "version": "3", "op": "old"})).content.decode()
    assert "Elena Sokolova" in text and "9%" in text
    assert 'name="discount" value="10"' in text
    assert 'name="version" value="4"' in text
    assert 'value="old"' not in text


def test_whoever_may_not_or_finds_nothing_is_told_so_over_the_page():
    assert answer(PermissionDenied("Only the cashier does."), ask(htmx=True)).status_code == 403
    assert answer(Http404(), ask(htmx=True)).status_code == 404
    assert answer(PermissionDenied(), ask()) is None


def test_whoever_is_signed_out_keeps_the_page_and_what_was_typed():
    away = RefusalMiddleware(lambda request: HttpResponseRedirect("/accounts/login/?next=/x/"))
    part = away(ask(htmx=True))
    assert part.status_code == 401
    assert "next=%2Forders%2F" in part.content.decode()
    assert away(ask()).status_code == 302


def test_a_view_answers_htmx_with_the_block_and_everybody_else_with_the_page():
    context = {"refusals": REFUSED.refusals}
    assert "<html" in render(ask(), "web/problems/refused.html", context, part="problem").content.decode()
    part = render(ask(htmx=True), "web/problems/refused.html", context, part="problem", oob=("title",), status=422)
    assert part.status_code == 422
    assert "<html" not in part.content.decode()


def test_after_a_form_the_reader_is_led_on():
    assert redirect(ask(), "/orders/").status_code == 303
    assert redirect(ask(htmx=True), "/orders/")["HX-Redirect"] == "/orders/"
    said = json.loads(toast(HttpResponse(), "Saved", undo="/undo/")["HX-Trigger"])
    assert said == {"toast": {"text": "Saved", "undo": "/undo/"}}


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500"])
def test_pages_of_failure_need_nothing_and_carry_nothing_inline(name):
    from django.template import loader

    page = loader.render_to_string(f"{name}.html")
    assert "<h1" in page
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|<style", page)
