"""400 clients of the wholesaler: who they are, how they order, how they pay."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from kontor.demo.world import company_names, digits
from kontor.demo.world.card_words import AGREED, POSITIONS, TRADES, WINDOWS
from kontor.demo.world.company_names import CompanyName
from kontor.demo.world.facts import Client, Contact, Employee, Firm, Lang, Requisites, Status, Terms
from kontor.demo.world.firm import COLUMN, bank_account
from kontor.demo.world.people import Place, address, landline, mobile, person, places

COUNT = 400
STATUSES: tuple[Status, ...] = ("prospect",) * 60 + ("new",) * 20 + ("current",) * 270 + ("former",) * 50
# What the first clients are known for; the name stands in the same place of the list of firms.
QUIRKS = ("best", "late_disputed", "partial", "dock", "late", "chain", "silent", "prospect", "dealer")
MAILBOX: dict[Lang, tuple[str, ...]] = {
    "ru": ("info", "zakaz", "snab", "office", "mail"),
    "zh": ("info", "cg", "office", "sales"),
    "en": ("info", "office", "supply", "orders", "mail"),
}
FREE_MAIL: dict[Lang, tuple[str, ...]] = {
    "ru": ("mail.example", "pochta.example", "inbox.example"),
    "zh": ("youxiang.example", "mail163.example", "tong.example"),
    "en": ("mail.example", "pochta.example", "inbox.example"),
}
YUAN_PER_ROUBLE = Decimal("0.1")


def make(lang: Lang, today: date, firm: Firm) -> tuple[Client, ...]:
    """All clients as their cards stand today."""
    rng = Random(f"kontor-clients-{lang}")
    names = company_names.make(rng, lang, places(lang), COUNT)
    statuses = list(STATUSES)
    for _ in QUIRKS:
        statuses.remove("current")
    rng.shuffle(statuses)
    statuses[:0] = ["current"] * len(QUIRKS)
    return tuple(_client(rng, lang, today, firm, i, name, statuses[i]) for i, name in enumerate(names))


def _grade(rng: Random, status: Status, company: CompanyName) -> str:
    if status in ("prospect", "new", "former"):
        return rng.choices("BC", (1, 4))[0]
    return rng.choices("ABC", (1, 8, 14) if company.person else (5, 14, 14))[0]


def _terms(rng: Random, lang: Lang, grade: str, status: Status, company: CompanyName) -> tuple[Terms, int, int]:
    """Terms, percent in advance, days of credit."""
    if status == "prospect":
        return "prepaid", 100, 0
    weights = {"A": (1, 2, 9, 0), "B": (6, 2, 6, 2), "C": (11, 1, 2, 5)}[grade]
    if company.person:
        weights = (weights[0], weights[1], weights[2] // 2, weights[3] + 3)
    kinds: tuple[Terms, ...] = ("prepaid", "partial", "credit", "cash")
    terms = rng.choices(kinds, weights)[0]
    days = rng.choice({"A": (21, 30, 30), "B": (14, 14, 21), "C": (7, 14)}[grade]) if terms == "credit" else 0
    percent = {"prepaid": 100, "partial": rng.choice((30, 50)), "credit": 0, "cash": 0}[terms]
    return terms, percent, days


def _size(rng: Random, grade: str, lang: Lang) -> Decimal:
    middle = {"A": 210_000, "B": 74_000, "C": 26_000}[grade]
    size = Decimal(round(middle * rng.lognormvariate(0, 0.45), -2))
    return (size * YUAN_PER_ROUBLE).quantize(Decimal(1)) if lang == "zh" else size


def _limit(size: Decimal, rhythm: int, days: int) -> Decimal:
    """Room for what is bought within the term and the usual delay, in round figures."""
    if not days:
        return Decimal(0)
    need = size * (1 + Decimal(days + 12) / rhythm)
    step = Decimal(10) ** max(3, len(str(int(need))) - 2)
    return ((need / step).to_integral_value(rounding="ROUND_CEILING") * step).quantize(Decimal(1))


def _owner(rng: Random, firm: Firm, place: Place, grade: str) -> Employee:
    sellers = [e for e in firm.staff if e.role == "sales_manager" and e.office == place.town.office]
    key = next(e for e in firm.staff if e.role == "key_account_manager")
    return key if grade == "A" and rng.random() < 0.35 else rng.choice(sellers)


def _contacts(rng: Random, lang: Lang, company: CompanyName, grade: str, domain: str) -> tuple[Contact, ...]:
    wanted = [
        "all",
        *rng.sample(("range", "money", "delivery"), {"A": 3, "B": rng.randint(1, 2), "C": rng.randint(0, 1)}[grade]),
    ]
    contacts = []
    for duty in wanted:
        who = company.person if duty == "all" and company.person else person(rng, lang)
        position, _ = rng.choice([p for p in POSITIONS[lang] if p[1] == duty])
        if company.person and duty == "all":
            position = {"ru": "индивидуальный предприниматель", "zh": "老板", "en": "owner"}[lang]
        phone = landline(rng, company.place.town, lang) if rng.random() < 0.4 else mobile(rng, lang)
        contacts.append(Contact(who, position, phone, f"{who.latin}@{domain}" if duty != "delivery" else "", duty))
    return tuple(contacts)


def _requisites(rng: Random, lang: Lang, company: CompanyName, since: date, index: int) -> Requisites:
    area, trader = company.place.town.tax_office, company.person is not None
    where = address(rng, company.place, lang)
    account = bank_account(rng, lang, index, person=trader)
    if lang == "zh":
        return Requisites(company.legal, digits.uscc(rng, area, person=trader), "", "", where, account)
    inn = digits.inn_person(rng, area) if trader else digits.inn_company(rng, area)
    year = rng.randint(2003, max(2004, since.year - 1))
    return Requisites(
        company.legal,
        inn,
        "" if trader else area + "01001",
        digits.ogrn(rng, year, area[:2], person=trader),
        where,
        account,
    )


def _since(rng: Random, today: date, status: Status) -> date:
    first, last = {"prospect": (5, 160), "new": (3, 45), "current": (120, 3200), "former": (700, 3400)}[status]
    day = today - timedelta(days=rng.randint(first, last))
    return day - timedelta(days=max(0, day.weekday() - 4))


def _client(
    rng: Random, lang: Lang, today: date, firm: Firm, index: int, company: CompanyName, status: Status
) -> Client:
    quirk = QUIRKS[index] if index < len(QUIRKS) else ""
    known = _character(quirk, lang)
    grade = known.get("grade") or _grade(rng, status, company)
    terms, percent, days = known.get("terms") or _terms(rng, lang, grade, status, company)
    since = known.get("since") or _since(rng, today, status)
    rhythm = known.get("rhythm") or {"A": rng.randint(7, 14), "B": rng.randint(13, 36), "C": rng.randint(24, 84)}[grade]
    size = known.get("size") or _size(rng, grade, lang)
    domain = rng.choice(FREE_MAIL[lang]) if company.person else f"{company.mail}.example"
    requisites = _requisites(rng, lang, company, since, index)
    anna = next(e for e in firm.staff if e.role == "sales_manager")
    owner = anna if quirk else _owner(rng, firm, company.place, grade)
    return Client(
        key=f"{index + 1:03d}",
        short_name=company.short,
        requisites=requisites,
        town=company.place.town,
        trade=company.trade,
        industry=TRADES[company.trade][COLUMN[lang]],
        grade=grade,
        level=known.get("level") or {"A": rng.choice((2, 3, 3)), "B": rng.choice((1, 2, 2)), "C": 1}[grade],
        terms=terms,
        prepay_percent=percent,
        credit_days=days,
        credit_limit=known.get("limit") or _limit(size, rhythm, days),
        owner=owner.login,
        office=company.place.town.office,
        since=since,
        status=status,
        rhythm=rhythm,
        size=size,
        late=known.get("late", round(rng.gauss(3, 5) if rng.random() < 0.86 else rng.uniform(12, 28), 1)),
        phone=landline(rng, company.place.town, lang),
        email=f"{company.mail if company.person else rng.choice(MAILBOX[lang])}@{domain}",
        contacts=_contacts(rng, lang, company, grade, domain),
        delivery_address=requisites.address if rng.random() < 0.4 else address(rng, company.place, lang),
        delivery_window=rng.choice(WINDOWS[lang]),
        agreed=tuple(rng.sample(AGREED[lang], {"A": rng.randint(1, 2), "B": int(rng.random() < 0.25), "C": 0}[grade])),
        source="office" if terms == "cash" else rng.choices(("phone", "email", "office"), (5, 5, 1))[0],
        quirk=quirk,
    )


def _character(quirk: str, lang: Lang) -> dict[str, Any]:
    """The clients whom every picture of the demo shows."""
    rub = Decimal(10 if lang == "zh" else 1)
    known: dict[str, dict[str, Any]] = {
        "best": {"grade": "A", "terms": ("credit", 0, 21), "rhythm": 9, "size": 340_000 // rub, "limit": 3_000_000 // rub,
                 "late": 4.0, "level": 2, "since": date(2019, 3, 14)},
        "late_disputed": {"grade": "B", "terms": ("credit", 0, 21), "rhythm": 14, "size": 162_000 // rub, "limit": 2_760_000 // rub,
                          "late": 13.0, "level": 2, "since": date(2021, 9, 6)},
        "partial": {"grade": "B", "terms": ("partial", 50, 0), "rhythm": 16, "late": 6.0},
        "dock": {"grade": "B", "terms": ("credit", 0, 14), "rhythm": 18, "late": 2.0},
        "late": {"grade": "B", "terms": ("credit", 0, 14), "rhythm": 15, "size": 135_000 // rub, "late": 17.0},
        "chain": {"grade": "A", "terms": ("credit", 0, 30), "rhythm": 8, "late": 1.0, "level": 3},
        "silent": {"grade": "C", "terms": ("credit", 0, 7), "rhythm": 40, "late": 26.0},
        "prospect": {"grade": "B", "terms": ("prepaid", 100, 0)},
        "dealer": {"grade": "A", "terms": ("credit", 0, 30), "level": 3, "late": 3.0},
    }  # fmt: skip
    return known.get(quirk, {})
