"""A price list is handed out by version, and a version stays what it was."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from kontor.catalog.models import Group, Product
from kontor.catalog.tests.make import make_group, make_product
from kontor.papers.models import File
from kontor.parties.tests.make import make_client, make_firm, make_level
from kontor.people.tests.make import make_staff
from kontor.pricing import actions, queries
from kontor.pricing.tests.make import make_price

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 20)


def test_only_a_changed_list_makes_a_new_version():
    bolt, level, keeper = make_product(), make_level(), make_staff("wholesale_head")
    make_price(bolt, 100)
    make_price(bolt, 90, client=make_client())
    first = actions.current_list(level, DAY, keeper)
    assert actions.current_list(level, date(2026, 11, 21), None) == first
    make_price(bolt, 110, since=date(2026, 11, 22))
    second = actions.current_list(level, date(2026, 11, 22), None)
    assert [(each.version, each.positions) for each in queries.lists(level)] == [(2, 1), (1, 1)]
    assert [queries.list_lines(each)[0].price for each in (first, second)] == ["100.00", "110.00"]
    assert list(queries.lists(before=second.pk)) == [first]


def test_a_list_stands_by_groups_with_promotions_and_marks_and_without_withdrawn_goods():
    late, early = Group.objects.create(name="B", rank=2), Group.objects.create(name="A", rank=1)
    part = Group.objects.create(name="A1", rank=0, parent=early)
    for name, group, more in (
        ("Bolt", late, {"own_production": True}),
        ("Nut", part, {"new_since": date(2026, 11, 1)}),
        ("Axe", early, {}),
        ("Gone", early, {"withdrawn_at": datetime(2026, 1, 1, tzinfo=UTC)}),
    ):
        make_price(make_product(name, group=group, **more), 100)
    make_price(Product.objects.get(name="Axe"), 80, promotion=True)
    lines = queries.list_lines(actions.current_list(make_level(), DAY, None))
    assert [(line.group, line.name, Decimal(line.price)) for line in lines] == [
        ("A", "Axe", 80), ("A1", "Nut", 100), ("B", "Bolt", 100),
    ]  # fmt: skip
    assert [(line.is_new, line.own_production) for line in lines] == [
        (False, False),
        (True, False),
        (False, True),
    ]


def test_files_are_made_once_per_version_and_language():
    make_firm()
    make_price(make_product("Anchor bolt", group=make_group("Fasteners")), 1250)
    price_list = actions.current_list(make_level(), DAY, None)
    assert queries.list_files(price_list, "ru") == {}
    files = actions.make_files(price_list, "ru")
    assert {form: file.mime for form, file in files.items()} == actions.MIMES
    assert files["pdf"].name == "Прайс-лист W2 № 1 от 20.11.2026.pdf"
    text = PdfReader(BytesIO(files["pdf"].content)).pages[0].extract_text()
    assert "Anchor bolt" in text and "шт" in text
    assert actions.make_files(price_list, "ru") == files
    assert queries.list_files(price_list, "ru") == files
    actions.make_files(price_list, "en")
    assert File.objects.count() == 4


def test_an_empty_list_is_a_list():
    assert queries.list_lines(actions.current_list(make_level(), DAY, None)) == []
