"""What was said: contacts with the clients' own words, promises, call sheets of the past, claims, agreements."""

from collections import defaultdict
from datetime import date, time, timedelta
from decimal import Decimal

from kontor.contacts.models import Contact
from kontor.debts.models import CallRow, Promise
from kontor.demo.actions.cast import Cast
from kontor.demo.actions.diary import Diary
from kontor.demo.actions.papers import Papers
from kontor.demo.actions.sheets import Book
from kontor.demo.actions.words import TOPICS
from kontor.demo.world import facts
from kontor.demo.world.days import after

ZERO = Decimal(0)


class Talks:
    """Writes the contact log of the year."""

    def __init__(self, cast: Cast, book: Book, papers: Papers, diary: Diary) -> None:
        self.cast, self.book, self.papers, self.diary = cast, book, papers, diary
        self.orders = {order.key: order for order in cast.world.year.orders}
        self.paid: dict[str, list[tuple[date, Decimal]]] = defaultdict(list)
        for payment in cast.world.year.payments:
            self.paid[payment.client].append((payment.day, payment.amount))
        self.broken: dict[int, int] = defaultdict(int)
        self.sheet: set[tuple[int, date, str]] = set()
        self.last_promise = {
            each.client: each for each in cast.world.year.calls if each.kind == "debt" and each.promised
        }

    def write(self) -> None:
        """All calls, claims and agreements in the order of time."""
        said = [(call.day, call.at, call) for call in self.cast.world.year.calls]
        for _day, _at, call in sorted(said, key=lambda each: each[:2]):
            self._call(call)
        for claim in self.cast.world.year.disputes:
            self._claim(claim)
        for card in self.cast.world.clients:
            self._agreements(card)

    def _call(self, call: facts.Call) -> None:
        silent = call.outcome == "no_answer"
        document = None
        if len(call.orders) == 1:
            document = self.papers.ids.get(("invoice", call.orders[0])) or self.papers.ids.get(
                ("order", call.orders[0])
            )
        contact = self._log(
            call.client,
            call.by,
            call.day,
            call.at,
            "call_out",
            TOPICS[call.kind][self.cast.world.lang],
            call.words if not silent else "",
            note=call.words if silent else "",
            person=call.contact,
            result="no_answer" if silent else "talked",
            document=document,
        )
        if call.kind == "debt":
            self._debt(call, contact)

    def _log(
        self,
        client: str,
        by: str,
        day: date,
        at: time,
        form: str,
        topic: str,
        said: str,
        *,
        note: str = "",
        person: int = 0,
        result: str = "talked",
        document: int | None = None,
        agreed: bool = False,
    ) -> int:
        """A talk and its entry, as `contacts.log` writes them."""
        seller, card = self.cast.staff[by], self.cast.clients[client]
        moment = self.cast.at(day, at, self.cast.office_of(seller))
        who = self.cast.persons[client][person]
        about = " · ".join(filter(None, (topic, note)))
        kind = f"contact.{form}" if result == "talked" else f"contact.{result}"
        event = self.diary.record(
            kind, moment, by=seller.pk, client=card.pk, document=document, said=said, person=who.name, about=about
        )
        return self.book.add(
            Contact,
            client_id=card.pk,
            person_id=who.pk,
            document_id=document,
            form=form,
            topic=topic,
            result=result,
            said=said,
            note=note,
            next_at=None,
            at=moment,
            by_id=seller.pk,
            agreed=agreed,
            event_id=event,
            corrects_id=None,
        )

    def _debt(self, call: facts.Call, contact: int) -> None:
        """The row of that day's call sheet, and the promise."""
        seller, card = self.cast.staff[call.by], self.cast.clients[call.client]
        if (seller.pk, call.day, call.client) in self.sheet:
            return
        self.sheet.add((seller.pk, call.day, call.client))
        owed = sum((self.orders[key].total - self.orders[key].advance for key in call.orders), ZERO)
        self.book.add(
            CallRow,
            owner_id=seller.pk,
            day=call.day,
            client_id=card.pk,
            rank=len(self.sheet) % 30,
            reason="overdue",
            overdue=owed,
            debt=owed,
            outcome=call.outcome or "will_pay",
            contact_id=contact,
            called_at=self.cast.at(call.day, call.at, self.cast.office_of(seller)),
        )
        if call.promised and call.promised_on:
            self._promise(call, card.pk, contact, call.promised_on, call.promised)

    def _promise(self, call: facts.Call, client: int, contact: int, by_day: date, amount: Decimal) -> None:
        states = {True: "kept", False: "broken", None: "open"}
        state = states[call.kept]
        if state == "open" and self.last_promise[call.client] is not call:
            state = "replaced"
        office = self.cast.offices[self.cast.cards[call.client].office]
        settled = self.cast.at(by_day + timedelta(days=1), time(8, 41), office) if state in ("kept", "broken") else None
        if state == "replaced":
            settled = self.cast.at(call.day, call.at, office)
        before = sum((paid for day, paid in self.paid[call.client] if day < call.day), ZERO)
        told = self.cast.at(call.day, call.at, self.cast.office_of(self.cast.staff[call.by]))
        by = self.cast.staff[call.by].pk
        self.diary.record("debts.promised", told, by=by, client=client, amount=amount, by_day=by_day)
        if settled and state in ("kept", "broken"):
            paid = sum((paid for day, paid in self.paid[call.client] if day <= by_day), ZERO) - before
            self.broken[client] = self.broken[client] + 1 if state == "broken" else 0
            self.diary.record(
                f"debts.promise_{state}", settled, by=None, client=client, amount=amount, by_day=by_day, paid=paid,
                count=self.broken[client],
            )  # fmt: skip
        self.book.add(
            Promise,
            client_id=client,
            contact_id=contact,
            amount=amount,
            by_day=by_day,
            paid_before=before,
            state=state,
            settled_at=settled,
        )

    def _claim(self, claim: facts.Dispute) -> None:
        """The client's words, and how it was settled."""
        card = self.cast.cards[claim.client]
        dice = self.cast.dice("claim", claim.order)
        topic = TOPICS["claim"][self.cast.world.lang]
        document = self.papers.ids.get(("shipment", claim.order))
        at = time(dice.randint(9, 16), dice.randint(0, 59))
        self._log(claim.client, card.owner, claim.opened_on, at, "call_in", topic, claim.words, document=document)
        if claim.closed_on:
            answered = time(dice.randint(10, 17), dice.randint(0, 55))
            self._log(
                claim.client, card.owner, claim.closed_on, answered, "call_out", topic, claim.answer, document=document
            )

    def _agreements(self, card: facts.Client) -> None:
        """What is to be remembered of a client."""
        topic = TOPICS["agreed"][self.cast.world.lang]
        for place, words in enumerate(card.agreed):
            dice = self.cast.dice("agreed", card.key, place)
            first = max(card.since, self.cast.world.year.start)
            day = after(first, dice.randint(5, 90))
            if day < self.cast.world.today:
                at = time(dice.randint(9, 16), dice.randint(0, 59))
                self._log(card.key, card.owner, day, at, "visit_out" if place else "call_in", topic, words, agreed=True)
