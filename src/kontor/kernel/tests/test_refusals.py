from decimal import Decimal

import pytest

from kontor.kernel.refusals import Changed, Refusal, Refused, refuse_if

UNPAID = Refusal("not_paid", "40.00 of 100.00 is not paid.", facts={"unpaid": Decimal("40.00")}, consent="ship_unpaid")
NOT_PICKED = Refusal("not_picked", "Two lines are not picked.")


def test_an_action_with_nothing_against_it_goes_on():
    refuse_if(iter(()))


def test_a_refusal_names_every_reason():
    with pytest.raises(Refused) as caught:
        refuse_if(reason for reason in (UNPAID, NOT_PICKED))
    assert caught.value.refusals == (UNPAID, NOT_PICKED)
    assert str(caught.value) == "40.00 of 100.00 is not paid. Two lines are not picked."


def test_a_refusal_can_be_kept_in_a_set():
    assert len({UNPAID, NOT_PICKED, UNPAID}) == 2


def test_the_second_of_two_writers_learns_who_was_first_and_what_stands_now():
    changed = Changed("Anna Petrova", {"discount": "5"})
    assert (changed.by, changed.theirs) == ("Anna Petrova", {"discount": "5"})
    assert str(changed).startswith("Anna Petrova has changed this")
