"""The bank: a statement file for every working day of the year, its lines, the payments booked of them, who looked when."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from kontor.demo.actions.cast import Cast
from kontor.demo.actions.diary import Diary
from kontor.demo.actions.papers import Papers
from kontor.demo.actions.sheets import Book
from kontor.demo.actions.words import AWAY
from kontor.demo.world import facts, statement
from kontor.documents.models import Document
from kontor.duties.models import Duty
from kontor.payments.models import PAYMENT, BankLine, Payment, Review, StatementDay, StatementFile
from kontor.payments.statements import Statement, read
from kontor.people.models import Staff
from kontor.receivables.models import Allocation, Entry

OPENING = {"ru": Decimal("4318206.44"), "en": Decimal("4318206.44"), "zh": Decimal("431820.64")}
FEE = {"ru": Decimal("1490.00"), "en": Decimal("1490.00"), "zh": Decimal("60.00")}
CENT = Decimal("0.01")
PAYING: dict[facts.Lang, str] = {
    "ru": "Оплата поставщику по договору поставки № {no} за стройматериалы. В т.ч. НДС {rate}%",
    "en": "Payment to the supplier under contract No. {no} for building goods. Incl. VAT {rate}%",
    "zh": "支付采购合同{no}号货款，含增值税{rate}%",
}


@dataclass
class Bank:
    """The account of the firm through the year. `waiting` keeps lines of orders that are still under way."""

    cast: Cast
    book: Book
    papers: Papers
    diary: Diary
    balance: Decimal = field(init=False)
    orders: dict[int, facts.Order] = field(init=False)
    sellers: list[Staff] = field(init=False)
    zone: ZoneInfo = field(init=False)
    waiting: list[tuple[facts.Payment, int, datetime]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.balance = OPENING[self.cast.world.lang]
        self.sellers = [each for each in self.cast.sellers() if each.has_role("sales_manager")]
        self.zone = ZoneInfo(self.cast.office_of(self.cast.one("accountant")).time_zone)
        self.orders = {order.key: order for order in self.cast.world.year.orders}

    def write_year(self, live: set[int]) -> None:
        """Every working day up to the last but one: file, lines, bookings, reviews. `live` orders are booked by actions."""
        year = self.cast.world.year
        by_day: dict[date, list[facts.Payment]] = defaultdict(list)
        for payment in year.payments:
            if payment.way == "bank":
                by_day[payment.day].append(payment)
        calendar = self.cast.calendar(self.cast.office_of(self.cast.one("accountant")))
        day, last = calendar.workday_from(year.start), calendar.previous_workday(year.today)
        booked: list[tuple[facts.Payment, int, datetime]] = []
        while day < last:
            seen = calendar.next_workday(day)
            booked += self._write_day(day, seen, by_day.pop(day, []))
            day = seen
        self._book(booked, live)

    # ---- a day

    def _write_day(
        self, day: date, seen: date, payments: list[facts.Payment]
    ) -> list[tuple[facts.Payment, int, datetime]]:
        dice = self.cast.dice("bank", day)
        office = self.cast.office_of(self.cast.one("accountant"))
        loaded = self.cast.at(seen, time(8, dice.randint(3, 27), dice.randint(0, 59)), office)
        entries = [self._incoming(each, place) for place, each in enumerate(payments)] + self._outgoing(
            day, dice, payments
        )
        text = statement.compose(self.own(), day, seen, self.balance, entries)
        data = statement.encoded(text)
        told = read(data, {each.number: each for each in self.cast.accounts})
        file_id = self._file(day, data, told, loaded)
        lines = self._lines(told, file_id)
        self._reviews(day, seen, loaded, told, dice)
        return [(payment, lines[entry.number], loaded) for payment, entry in zip(payments, entries, strict=False)]

    def own(self) -> statement.Party:
        firm, account = self.cast.firm, self.cast.accounts[0]
        return statement.Party(
            firm.full_name, firm.tax_id, firm.kpp, account.number, account.bank, account.bic, account.correspondent
        )

    def party(self, client: str) -> statement.Party:
        """A client as its bank names it."""
        papers = self.cast.cards[client].requisites
        account = papers.account
        return statement.Party(
            papers.legal_name,
            papers.tax_id,
            papers.kpp,
            account.number,
            account.bank,
            account.bic,
            account.correspondent,
        )

    def invoice(self, order: int, amount: Decimal, client: str) -> statement.OpenInvoice:
        """An invoice as the payer names it; an order without one is named by itself."""
        numbers, known = self.papers.numbers, self.orders[order]
        kind = "invoice" if ("invoice", order) in numbers.planned else "order"
        dated = known.invoiced_on or known.day
        vat = self.cast.world.goods.articles[0].vat
        return statement.OpenInvoice(numbers.of(kind, order), dated, amount, vat, self.party(client))

    def _incoming(self, payment: facts.Payment, place: int) -> statement.Entry:
        invoices = [self.invoice(order, amount, payment.client) for order, amount in payment.parts]
        phrase = "several" if len(invoices) > 1 else "one"
        words = statement.purpose(self.cast.world.lang, phrase, invoices, payment.amount)
        number = str(self.cast.dice("order no", payment.client, payment.day).randint(11, 1980)) + str(place)
        return statement.Entry(
            "Платежное поручение", number, self.party(payment.client), self.own(), payment.amount, words
        )

    def _outgoing(self, day: date, dice: Random, payments: list[facts.Payment]) -> list[statement.Entry]:
        """What we paid: suppliers as the money comes in, and the bank."""
        came = sum((each.amount for each in payments), Decimal(0))
        found = []
        spend = min(came * Decimal(str(round(dice.uniform(0.5, 1.2), 3))), self.balance * 2 / 3)
        suppliers = sorted({each.supplier for each in self.cast.world.goods.articles})
        for place, share in enumerate((0.62, 0.38) if dice.random() < 0.6 else (1.0,)):
            amount = (spend * Decimal(str(share))).quantize(CENT)
            if amount > 5000:
                words = PAYING[self.cast.world.lang].format(
                    no=dice.randint(11, 480), rate=self.cast.world.goods.articles[0].vat
                )
                found.append(
                    self._entry(
                        f"{2400 + day.toordinal() % 977}{place}", self._stranger(dice.choice(suppliers)), amount, words
                    )
                )
        if day.weekday() == 4:
            bank = self._stranger(self.cast.accounts[0].bank)
            fee = statement.PHRASES[self.cast.world.lang]["fee"]
            found.append(
                statement.Entry(
                    "Банковский ордер",
                    f"69{day.toordinal() % 10000}",
                    self.own(),
                    bank,
                    FEE[self.cast.world.lang],
                    fee,
                    "17",
                )
            )
        return found

    def _entry(self, number: str, payee: statement.Party, amount: Decimal, words: str) -> statement.Entry:
        return statement.Entry("Платежное поручение", number, self.own(), payee, amount, words)

    def _stranger(self, name: str) -> statement.Party:
        """A party of the bank's papers who is no client: the account is the bank's own invention."""
        dice = self.cast.dice("stranger", name)
        account = self.cast.accounts[-1]
        number = (
            "4070281090000" + "".join(dice.choices("0123456789", k=7))
            if self.cast.world.lang != "zh"
            else "62" + "".join(dice.choices("0123456789", k=17))
        )
        tax = self.cast.firm.tax_id[:4] + "".join(dice.choices("0123456789", k=6))
        return statement.Party(name, tax, "", number, account.bank, account.bic, account.correspondent)

    def _file(self, day: date, data: bytes, told: Statement, loaded: datetime) -> int:
        by = self.cast.one("accountant").pk
        name = f"kl_to_1c_{day:%d%m}.txt"
        file_id = self.book.add(
            StatementFile, name=name, sha256=told.sha256, content=data, loaded_by_id=by, loaded_at=loaded
        )
        for period in told.accounts:
            self.book.add(
                StatementDay,
                account_id=self.cast.accounts[0].pk,
                since=day,
                until=day,
                opening=period.opening,
                received=period.received,
                written_off=period.written_off,
                closing=period.closing,
                file_id=file_id,
            )
            self.balance = period.closing if period.closing is not None else self.balance
        if told.lines:
            count = len(told.lines)
            self.diary.record("statement.loaded", loaded, by=by, said=name, lines=count, new=count)
        return file_id

    def _lines(self, told: Statement, file_id: int) -> dict[str, int]:
        """The lines as they are kept; answer them by the number of the bank's paper."""
        found = {}
        for line in told.lines:
            other, came = line.counterparty, line.direction.value == "in"
            found[line.number] = self.book.add(
                BankLine,
                account_id=self.cast.accounts[0].pk,
                file_id=file_id,
                key=line.key,
                direction=line.direction.value,
                posted_on=line.posted_on,
                dated_on=line.dated_on,
                kind=line.kind.value,
                number=line.number[:40],
                amount=line.amount,
                name=other.name[:250],
                tax_id=other.tax_id[:20],
                other_account=other.account[:34],
                bank=other.bank[:160],
                bic=other.bic[:12],
                purpose=line.purpose,
                raw=dict(line.raw),
                state="open" if came else "kept",
                client_id=None,
                decided_by_id=None,
                decided_at=None,
                note="",
            )
        return found

    def _reviews(self, day: date, seen: date, loaded: datetime, told: Statement, dice: Random) -> None:
        """Each seller looks the statement through before ten, as a rule (W-1.3.3.1a)."""
        for seller in self.sellers:
            office = self.cast.office_of(seller)
            hour = dice.uniform(10.02, 10.9) if dice.random() < 0.035 else dice.triangular(9.03, 9.97, 9.5)
            at = max(self.cast.at(seen, time(), office) + timedelta(hours=hour), loaded + timedelta(minutes=2))
            due = self.cast.at(seen, time(10), office)
            if dice.random() < 0.008:
                self._excuse(seller, day, loaded, due, dice)
                continue
            proof = self.diary.record("statement.reviewed", at, by=seller.pk, day=day)
            self.book.add(Review, staff_id=seller.pk, day=day, at=at)
            self.diary.duty("review_statement", seller.pk, loaded, due, done=at, proof=proof, day=day)

    def _excuse(self, seller: Staff, day: date, loaded: datetime, due: datetime, dice: Random) -> None:
        """Somebody was away; the head said so the same day."""
        self.diary.duty("review_statement", seller.pk, loaded, due, day=day)
        reason = dice.choice(AWAY[self.cast.world.lang])
        head = self.cast.one("wholesale_head").pk
        self.book.amend(Duty, excused_at=due + timedelta(hours=2, minutes=11), excused_by_id=head, excuse=reason)

    # ---- payments

    def _book(self, booked: list[tuple[facts.Payment, int, datetime]], live: set[int]) -> None:
        """Payments in the order of time; those that touch an order under way wait for the action."""
        now = []
        for place, (payment, line, loaded) in enumerate(booked):
            dice = self.cast.dice("booking", payment.client, payment.day)
            at = loaded + timedelta(minutes=dice.triangular(9, 70, 25), seconds=place % 60)
            if any(order in live for order, _amount in payment.parts):
                self.waiting.append((payment, line, at))
            else:
                now.append((payment, line, at))
        self.plan(now)
        lines = self.book.sheets[BankLine]
        kept = {row[lines.names.index("id")]: row for row in lines.rows}
        for key, (payment, line, at) in enumerate(now):
            self._payment(key, payment, kept[line], lines.names, at)

    def plan(self, booked: list[tuple[facts.Payment, int, datetime]]) -> None:
        """Numbers of all payments, of those too that are booked by actions."""
        keyed = [(key, *each) for key, each in enumerate(booked)]
        keyed += [(-1 - key, *each) for key, each in enumerate(self.waiting)]
        wanted = [
            (at, payment.day.year, self.cast.clients[payment.client].office, key) for key, payment, _line, at in keyed
        ]
        self.papers.numbers.plan(PAYMENT, wanted)

    def _payment(self, key: int, payment: facts.Payment, line: list[object], names: list[str], at: datetime) -> None:
        cast, client = self.cast, self.cast.clients[payment.client]
        clerk = (
            cast.one("accountant") if cast.dice("clerk", payment.client, payment.day).random() < 0.3 else client.owner
        )
        pk = self._head(key, payment, clerk, at)
        papers = [self._number(order) for order, _amount in payment.parts]
        self.book.add(Payment, document_id=pk, line_id=line[names.index("id")], explanation=self._why(payment, papers))
        for name, value in (
            ("state", "booked"),
            ("client_id", client.pk),
            ("decided_by_id", clerk.pk),
            ("decided_at", at),
        ):
            line[names.index(name)] = value
        self.book.add(
            Entry, client_id=client.pk, firm_id=cast.firm.pk, kind="payment", document_id=pk, order_id=None,
            amount=-payment.amount, on=payment.day, due_on=None, at=at,
        )  # fmt: skip
        for order, amount in payment.parts:
            self.book.add(
                Allocation, payment_id=pk, order_id=self.papers.ids["order", order], client_id=client.pk, amount=amount,
                invoice_id=self.papers.ids.get(("invoice", order)), on=payment.day, by_id=clerk.pk, at=at,
            )  # fmt: skip
        self.diary.record(
            "payment.booked", at, by=clerk.pk, document=pk, client=client.pk, amount=payment.amount, papers=papers
        )

    def _number(self, order: int) -> str:
        kind = "invoice" if ("invoice", order) in self.papers.numbers.planned else "order"
        return self.papers.numbers.of(kind, order)

    def _head(self, key: int, payment: facts.Payment, clerk: Staff, at: datetime) -> int:
        client = self.cast.clients[payment.client]
        return self.book.add(
            Document,
            kind=PAYMENT,
            number=self.papers.numbers.of(PAYMENT, key),
            dated_on=payment.day,
            year=payment.day.year,
            firm_id=self.cast.firm.pk,
            client_id=client.pk,
            office_id=client.office_id,
            owner_id=client.owner_id,
            status="posted",
            total=payment.amount,
            currency=self.cast.firm.currency,
            based_on_id=None,
            note="",
            version=1,
            created_at=at,
            changed_at=at,
            changed_by_id=clerk.pk,
        )

    def _why(self, payment: facts.Payment, papers: list[str]) -> list[str]:
        """Why the line was booked so, in the words of the proposal."""
        client = self.cast.clients[payment.client]
        return [
            _("tax id {tax_id} of {client}").format(tax_id=client.tax_id, client=client.name),
            *(_("invoice № {number} in the purpose").format(number=number) for number in papers),
        ]

    def strangers(self) -> statement.Strangers:
        """Who else is on a statement: a payer whom nobody knows, our bank, our second account."""
        lang, firm = self.cast.world.lang, self.cast.firm
        unknown = {"ru": "ООО «Северный квартал»", "en": "Severny Kvartal LLC", "zh": "中山市鸿森装饰工程有限公司"}[
            lang
        ]
        second = self.cast.accounts[1]
        own = statement.Party(
            firm.full_name, firm.tax_id, firm.kpp, second.number, second.bank, second.bic, second.correspondent
        )
        return statement.Strangers(self._stranger(unknown), self._stranger(self.cast.accounts[0].bank), own)
