from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from kontor.parties.tests.make import make_client
from kontor.people.rights import Right
from kontor.people.tests.make import make_staff
from kontor.timeline import kinds
from kontor.timeline.actions import record
from kontor.timeline.kinds import EventKind
from kontor.timeline.models import Event
from kontor.timeline.queries import kinds_of, passport, render

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def known(monkeypatch):
    monkeypatch.setattr(kinds, "KINDS", kinds.KINDS)
    for kind in (
        EventKind("test.paid", "payments", "banknote", "Paid {sum} on {day}", "ok", "By {whom}", "received"),
        EventKind("test.margin", "decisions", "stamp", "Margin asked", right=Right.SEE_MARGIN),
    ):
        monkeypatch.setitem(kinds.KINDS, kind.code, kind)


def test_an_entry_is_told_with_its_facts_in_the_readers_format():
    client = make_client()
    record(
        "test.paid",
        by=client.owner,
        client=client,
        amount=Decimal(860000),
        sum=Decimal("1234.50"),
        day=date(2025, 3, 9),
    )
    entry = render(Event.objects.get(), "ru")
    assert entry.title == "Paid 1\u00a0234,50 on 09.03.2025"
    assert (entry.tone, entry.amount_label, entry.icon) == ("ok", "received", "banknote")
    assert entry.body == "", "a line whose fact is missing is left out"


def test_a_kind_that_nobody_knows_any_more_is_still_told():
    client = make_client()
    Event.objects.create(kind="gone.kind", client=client, said="Their words")
    entry = render(passport(client, client.owner)[0])
    assert (entry.title, entry.said, entry.icon, entry.who) == ("gone.kind", "Their words", "circle-dot", "")


def test_pages_follow_each_other_without_gaps_even_within_one_moment(django_assert_num_queries):
    client, now = make_client(), timezone.now()
    for number in range(70):
        record("test.paid", by=None, client=client, at=now - timedelta(minutes=number // 3))
    seen, before = [], None
    while True:
        with django_assert_num_queries(1 if client.owner.rights else 2):
            page = passport(client, client.owner, before=before)
        if not page:
            break
        seen += [event.pk for event in page]
        before = (page[-1].at, page[-1].pk)
    assert len(seen) == len(set(seen)) == 70


def test_the_filter_takes_the_kinds_of_a_group():
    client = make_client()
    record("test.paid", by=None, client=client)
    record("test.margin", by=None, client=client)
    assert [event.kind for event in passport(client, client.owner, kinds_of("payments"))] == ["test.paid"]


def test_who_does_not_see_margins_does_not_see_entries_about_them():
    client = make_client()
    record("test.margin", by=None, client=client)
    assert passport(client, client.owner)
    assert not passport(client, make_staff("back_office"))
