"""Exceptions of the past: who asked below the floor, who allowed it, and that it was used."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from kontor.approvals.actions import answer_by
from kontor.approvals.models import DecisionTable, Request
from kontor.approvals.queries import built_in
from kontor.approvals.tables import deciding_rule, read_rules
from kontor.demo.actions.cast import Cast
from kontor.demo.actions.clock import minutes
from kontor.demo.actions.diary import Diary
from kontor.demo.actions.stories import Story
from kontor.demo.actions.words import ANSWERS, CHEAPER
from kontor.kernel.formats import percent
from kontor.people.models import Staff
from kontor.standards.queries import value

CONSENT = "margin_below_floor"


class Exceptions:
    """Requests for a discount below the floor, as `approvals` writes them."""

    def __init__(self, cast: Cast, diary: Diary) -> None:
        self.cast, self.diary = cast, diary
        first = built_in("discounts")
        self.table, _made = DecisionTable.objects.get_or_create(
            code=first.code, version=1, defaults={"rules": first.rules, "since": first.since}
        )
        self.rules = read_rules(self.table.rules)
        self.floor = Decimal(value("margin_floor_percent", cast.world.today))
        self.heads = {
            role: cast.one(role) for role in ("key_account_manager", "office_head", "wholesale_head", "director")
        }

    def write(self, story: Story, paper: int, margin: Decimal) -> None:
        """The consent without which an order below the floor could not have been placed."""
        if margin >= self.floor or story.placed is None:
            return
        order, card = story.order, self.cast.clients[story.order.client]
        facts: dict[str, Any] = {
            "margin": margin.quantize(Decimal("0.1")), "grade": card.grade, "days_late": 0, "total": order.total
        }  # fmt: skip
        rule = deciding_rule(self.rules, facts)
        head = self.heads.get(rule.decides if rule else "")
        if rule is None or head is None or head.pk == story.owner.pk:
            rule = next(each for each in self.rules if each.decides == "wholesale_head")
            head = self.heads["wholesale_head"]
        asked = minutes(story.entered, 1)
        decided = max(asked + timedelta(seconds=50), story.placed - timedelta(seconds=40))
        self._told(story, paper, asked, decided, head)
        sentence = _("Margin {margin}, the floor is {floor}.").format(margin=percent(margin), floor=percent(self.floor))
        due = answer_by(self.cast.calendar(story.office), asked, rule.hours)
        self._keep(story, paper, facts, rule.number, rule.decides, (asked, decided, due), head, sentence)

    def _reason(self, story: Story) -> str:
        words = CHEAPER[self.cast.world.lang]
        return words[story.key % len(words)]

    def _told(self, story: Story, paper: int, asked: datetime, decided: datetime, head: Staff) -> None:
        client = self.cast.clients[story.order.client].pk
        lang = self.cast.world.lang
        common: dict[str, Any] = {"document": paper, "client": client, "consent": CONSENT}
        self.diary.record("approval.asked", asked, by=story.owner.pk, said=self._reason(story), **common)
        self.diary.record("approval.approved", decided, by=head.pk, said=ANSWERS[lang][story.key % 4], **common)
        self.diary.record("approval.spent", story.placed or decided, by=story.owner.pk, **common)

    def _keep(
        self,
        story: Story,
        paper: int,
        facts: dict[str, Any],
        rule: str,
        decides: str,
        when: tuple[datetime, datetime, datetime],
        head: Staff,
        sentence: str,
    ) -> None:
        asked, decided, due = when
        lang = self.cast.world.lang
        valid: date = decided.date() + timedelta(days=3)
        self.diary.book.add(
            Request, consent=CONSENT, document_id=paper, client_id=self.cast.clients[story.order.client].pk,
            sentence=sentence, clause="", reason=self._reason(story), facts={name: str(figure) for name, figure in facts.items()}, amount=story.order.total,
            table_id=self.table.pk, rule=rule, decides=decides, state="spent", asked_by_id=story.owner.pk, asked_at=asked,
            due_at=due, decided_by_id=head.pk, decided_for_id=None, decided_at=decided, answer=ANSWERS[lang][story.key % 4],
            valid_until=valid, spent_at=story.placed, version=2,
        )  # fmt: skip
