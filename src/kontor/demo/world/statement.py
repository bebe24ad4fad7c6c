"""Today's bank statement, as a bank writes it: 1CClientBankExchange, cp1251, CRLF, balances that agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from kontor.demo.world.facts import Lang

CENT = Decimal("0.01")
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a payment: name as the bank knows it, tax id, КПП (may be empty), account and bank."""

    name: str
    tax_id: str
    kpp: str
    account: str
    bank: str
    bic: str
    correspondent: str


@dataclass(frozen=True, slots=True)
class OpenInvoice:
    """An invoice that waits for money; `vat` is the rate in percent, `amount` what is still to pay."""

    number: str
    dated: date
    amount: Decimal
    vat: Decimal
    payer: Party


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the statement. `kind` is the bank's word for the paper, `order` the kind of operation."""

    kind: str
    number: str
    payer: Party
    payee: Party
    amount: Decimal
    purpose: str
    order: str = "01"


@dataclass(frozen=True, slots=True)
class Strangers:
    """Who else is on the statement: a payer nobody knows, our bank, our second account."""

    unknown: Party
    bank: Party
    second: Party


PHRASES: dict[Lang, dict[str, str]] = {
    "ru": {
        "one": "Оплата по счету № {numbers} от {date} за стройматериалы. В т.ч. НДС {rate}% - {vat}",
        "part": "Частичная оплата по счету № {numbers} от {date}. В т.ч. НДС {rate}% - {vat}",
        "several": "Оплата по счетам № {numbers} за материалы согласно договору. В т.ч. НДС {rate}% - {vat}",
        "vague": "Оплата за материалы, смеси сухие. В том числе НДС {rate}% - {vat}",
        "unknown": "За стройматериалы по договоренности. Без НДС",
        "fee": "Комиссия за ведение расчетного счета и исходящие платежи. НДС не облагается",
        "transfer": "Перевод собственных средств на счет филиала. НДС не облагается",
    },
    "en": {
        "one": "Payment of invoice No. {numbers} dated {date} for building goods. Incl. VAT {rate}% - {vat}",
        "part": "Part payment of invoice No. {numbers} dated {date}. Incl. VAT {rate}% - {vat}",
        "several": "Payment of invoices No. {numbers} by contract. Incl. VAT {rate}% - {vat}",
        "vague": "Payment for materials, dry mixes. Including VAT {rate}% - {vat}",
        "unknown": "For building goods as agreed. No VAT",
        "fee": "Fee for keeping the account and outgoing payments. Free of VAT",
        "transfer": "Transfer of own funds to the account of the branch. Free of VAT",
    },
    "zh": {
        "one": "支付{date}账单号№ {numbers}货款，含增值税{rate}% {vat}",
        "part": "部分支付{date}账单号№ {numbers}货款，含增值税{rate}% {vat}",
        "several": "合并支付账单号№ {numbers}货款，含增值税{rate}% {vat}",
        "vague": "材料款，含增值税{rate}% {vat}",
        "unknown": "材料款",
        "fee": "账户管理费及汇款手续费",
        "transfer": "本单位账户间转账",
    },
}


def purpose(lang: Lang, phrase: str, invoices: Sequence[OpenInvoice], amount: Decimal) -> str:
    """What the payer writes; VAT is counted out of the paid amount."""
    rate = invoices[0].vat
    numbers = (" и № " if lang == "ru" else "、№ " if lang == "zh" else " and No. ").join(i.number for i in invoices)
    vat = (amount * rate / (100 + rate)).quantize(CENT, ROUND_HALF_UP)
    return PHRASES[lang][phrase].format(numbers=numbers, date=f"{invoices[0].dated:%d.%m.%Y}", rate=rate, vat=vat)


def entries(lang: Lang, own: Party, invoices: Sequence[OpenInvoice], who: Strangers) -> list[Entry]:
    """A morning's mix: one payment over two invoices of a payer, two payments for one invoice, a partial one, a payment
    without a number, sure matches for the rest; an unknown payer, the bank's fee, a transfer to our second account."""
    left = list(invoices)
    found: list[Entry] = []

    def comes(payer: Party, amount: Decimal, text: str) -> None:
        found.append(Entry("Платежное поручение", str(417 + 38 * len(found)), payer, own, amount, text))

    if pair := _two_of_one_payer(left):
        total = pair[0].amount + pair[1].amount
        comes(pair[0].payer, total, purpose(lang, "several", pair, total))
        left = [i for i in left if i not in pair]
    if left:
        split = left.pop()
        first = (split.amount * 6 / 10).quantize(Decimal(1))
        for amount in (first, split.amount - first):
            comes(split.payer, amount, purpose(lang, "part", [split], amount))
    if left:
        part = left.pop()
        amount = (part.amount / 2).quantize(CENT, ROUND_HALF_UP)
        comes(part.payer, amount, purpose(lang, "part", [part], amount))
    if left:
        vague = left.pop()
        comes(vague.payer, vague.amount, purpose(lang, "vague", [vague], vague.amount))
    for sure in left:
        comes(sure.payer, sure.amount, purpose(lang, "one", [sure], sure.amount))
    comes(who.unknown, Decimal("18640.00"), PHRASES[lang]["unknown"])
    found.append(Entry("Банковский ордер", "690214", own, who.bank, Decimal("1490.00"), PHRASES[lang]["fee"], "17"))
    found.append(Entry("Платежное поручение", "1186", own, who.second, Decimal("150000.00"), PHRASES[lang]["transfer"]))
    return found


def _two_of_one_payer(invoices: Sequence[OpenInvoice]) -> tuple[OpenInvoice, OpenInvoice] | None:
    pairs = ((a, b) for i, a in enumerate(invoices) for b in invoices[i + 1 :] if a.payer == b.payer)
    return next(pairs, None)


def compose(own: Party, day: date, made_on: date, opening: Decimal, lines: Iterable[Entry]) -> str:
    """The file's text with CRLF; opening + received − written off = closing."""
    lines = list(lines)
    received = sum((e.amount for e in lines if e.payee == own), ZERO)
    spent = sum((e.amount for e in lines if e.payer == own), ZERO)
    period = [f"ДатаНачала={day:%d.%m.%Y}", f"ДатаКонца={day:%d.%m.%Y}", f"РасчСчет={own.account}"]
    rows = [
        "1CClientBankExchange",
        "ВерсияФормата=1.03",
        "Кодировка=Windows",
        f"Отправитель={own.bank}",
        "Получатель=",
    ]
    rows += [f"ДатаСоздания={made_on:%d.%m.%Y}", "ВремяСоздания=08:05:12", *period, "СекцияРасчСчет", *period]
    rows += [f"НачальныйОстаток={opening:.2f}", f"ВсегоПоступило={received:.2f}", f"ВсегоСписано={spent:.2f}"]
    rows += [f"КонечныйОстаток={opening + received - spent:.2f}", "КонецРасчСчет"]
    for entry in lines:
        rows += _document(own, day, entry)
    return "\r\n".join([*rows, "КонецФайла", ""])


def _document(own: Party, day: date, entry: Entry) -> list[str]:
    spent = entry.payer == own
    rows = [
        f"СекцияДокумент={entry.kind}",
        f"Номер={entry.number}",
        f"Дата={day:%d.%m.%Y}",
        f"Сумма={entry.amount:.2f}",
    ]
    rows += _side("Плательщик", entry.payer, f"ДатаСписано={day:%d.%m.%Y}" if spent else "ДатаСписано=")
    rows += _side("Получатель", entry.payee, "ДатаПоступило=" if spent else f"ДатаПоступило={day:%d.%m.%Y}")
    rows += ["ВидПлатежа=", f"ВидОплаты={entry.order}", "Очередность=5", f"НазначениеПлатежа={entry.purpose}"]
    return [*rows, "КонецДокумента"]


def _side(word: str, party: Party, posted: str) -> list[str]:
    return [
        f"{word}Счет={party.account}", posted, f"{word}=ИНН {party.tax_id} {party.name}", f"{word}ИНН={party.tax_id}",
        f"{word}КПП={party.kpp}", f"{word}1={party.name}", f"{word}РасчСчет={party.account}", f"{word}Банк1={party.bank}",
        f"{word}БИК={party.bic}", f"{word}Корсчет={party.correspondent}",
    ]  # fmt: skip


def encoded(text: str) -> bytes:
    """cp1251 as the format says; UTF-8, as some banks do, where the text has what cp1251 has not."""
    try:
        return text.replace("„", '"').replace("“", '"').encode("cp1251")
    except UnicodeEncodeError:
        return text.encode()
