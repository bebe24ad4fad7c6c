from types import SimpleNamespace

import pytest
from django.test import RequestFactory
from django.utils import translation

from kontor.desk.shell import shell, shell_of
from kontor.people.tests.make import make_staff

pytestmark = pytest.mark.django_db


def asking(path="/", *roles):
    request = RequestFactory().get(path)
    request.user, request.session = make_staff(*(roles or ("director",))), {}
    return request


def test_the_frame_names_the_person_and_only_places_that_exist():
    frame = shell_of(asking())
    assert frame.me is not None and frame.me.name
    assert all(place.href for group in frame.groups for place in group.places)


def test_the_place_one_stands_in_is_marked_whatever_lies_below_it():
    settings = next(
        place for group in shell_of(asking()).groups for place in group.places if place.icon == "sliders-horizontal"
    )
    below = shell_of(asking(f"{settings.href}below/"))
    assert [place.icon for group in below.groups for place in group.places if place.current] == ["sliders-horizontal"]


def test_the_frame_speaks_the_readers_language():
    with translation.override("zh-hans"):
        assert "设置" in {place.name for group in shell_of(asking()).groups for place in group.places}


def test_a_part_does_not_ask_for_the_frame(django_assert_num_queries):
    request = asking()
    request.user = SimpleNamespace(is_authenticated=True)
    with django_assert_num_queries(0):
        shell(request)
