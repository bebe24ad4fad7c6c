"""What apps enter in the registers can be drawn."""

from kontor.documents.register import register
from kontor.timeline.kinds import KINDS
from kontor.web.icons import ICONS


def test_every_icon_of_a_paper_a_verb_and_an_event_is_in_the_sprite():
    entered = [*register.kinds.values(), *register.actions.values(), *KINDS.values()]
    assert {each.icon for each in entered if each.icon} - ICONS == set()
