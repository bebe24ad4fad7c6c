"""Events and duties of the past."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from kontor.demo.actions.cast import Cast
from kontor.demo.actions.sheets import Book
from kontor.duties.kinds import KINDS
from kontor.duties.models import Duty
from kontor.timeline.facts import plain
from kontor.timeline.models import Event


class Diary:
    """Events and duties in bulk, as `timeline.record` and `duties.assign` write them."""

    def __init__(self, cast: Cast, book: Book) -> None:
        self.cast = cast
        self.book = book

    def record(
        self,
        kind: str,
        at: datetime,
        *,
        by: int | None,
        document: int | None = None,
        client: int | None = None,
        amount: Decimal | None = None,
        said: str = "",
        **facts: Any,
    ) -> int:
        return self.book.add(
            Event,
            at=at,
            kind=kind,
            client_id=client,
            document_id=document,
            by_id=by,
            amount=amount,
            said=said,
            facts=plain(facts),
            corrects_id=None,
        )

    def duty(
        self,
        kind: str,
        owner: int,
        arose: datetime,
        due: datetime,
        *,
        done: datetime | None = None,
        done_by: int | None = None,
        void: datetime | None = None,
        document: int | None = None,
        client: int | None = None,
        amount: Decimal | None = None,
        proof: int | None = None,
        **facts: Any,
    ) -> None:
        self.book.add(
            Duty,
            kind=kind,
            clause=KINDS[kind].clause,
            owner_id=owner,
            client_id=client,
            document_id=document,
            what="",
            facts=plain(facts),
            amount=amount,
            arose_at=arose,
            due_at=due,
            set_by_id=None,
            done_at=done,
            done_by_id=(done_by or owner) if done else None,
            proof_id=proof,
            excused_at=None,
            excused_by_id=None,
            excuse="",
            void_at=void,
        )
