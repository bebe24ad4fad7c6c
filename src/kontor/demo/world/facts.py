"""What the demo world is made of: frozen facts that a later step turns into rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Literal

Lang = Literal["ru", "zh", "en"]
Terms = Literal["prepaid", "partial", "credit", "cash"]
Status = Literal["prospect", "new", "current", "former"]
Source = Literal["phone", "email", "office"]
Stage = Literal["draft", "asked", "short", "reserved", "invoiced", "paid", "picking", "picked", "shipped", "cancelled"]
Outcome = Literal["will_pay", "partly", "disputes", "no_answer"]


@dataclass(frozen=True, slots=True)
class Person:
    """A human being. `patronymic` is empty where the language has none."""

    surname: str
    given: str
    patronymic: str
    female: bool
    full: str
    short: str
    latin: str


@dataclass(frozen=True, slots=True)
class Town:
    """Where somebody sits. `tax_office` are the first digits of local tax ids, `post` of the postal code."""

    name: str
    region: str
    tax_office: str
    phone_code: str
    post: str
    weight: int
    office: str


@dataclass(frozen=True, slots=True)
class BankAccount:
    """An account at a bank. `bic` and `correspondent` are Russian; in China `bic` is the bank's 12-digit line number."""

    bank: str
    bic: str
    correspondent: str
    number: str
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Requisites:
    """How the law names a party. In China `tax_id` is the USCC, `kpp` and `ogrn` are empty."""

    legal_name: str
    tax_id: str
    kpp: str
    ogrn: str
    address: str
    account: BankAccount


@dataclass(frozen=True, slots=True)
class Warehouse:
    code: str
    name: str
    address: str
    phone: str


@dataclass(frozen=True, slots=True)
class Office:
    code: str
    name: str
    city: str
    address: str
    phone: str
    warehouse: str


@dataclass(frozen=True, slots=True)
class Employee:
    """`role` is one of director, wholesale_head, office_head, sales_manager, key_account_manager, back_office, accountant,
    cashier, warehouse, purchasing, admin."""

    login: str
    person: Person
    role: str
    position: str
    office: str
    email: str
    phone: str
    extension: str


@dataclass(frozen=True, slots=True)
class Firm:
    """Our own company with everybody who works in it."""

    short_name: str
    requisites: Requisites
    accounts: tuple[BankAccount, ...]
    domain: str
    phone: str
    email: str
    currency: str
    country: str
    director: str
    chief_accountant: str
    offices: tuple[Office, ...]
    warehouses: tuple[Warehouse, ...]
    staff: tuple[Employee, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A thing we sell. Prices and cost are per `unit`, VAT included, in the firm's currency; `prices` are wholesale
    1, 2, 3. `popularity` steers the demo's orders and is no fact of the business."""

    code: str
    name: str
    group: str
    brand: str
    unit: str
    pack: int
    weight: Decimal
    vat: Decimal
    cost: Decimal
    prices: tuple[Decimal, Decimal, Decimal]
    barcode: str
    own_production: bool
    new_since: date | None
    properties: str
    supplier: str
    family: int
    popularity: float


@dataclass(frozen=True, slots=True)
class Substitute:
    """When `article` is short, `offer` in this order of `rank` (1 is first)."""

    article: str
    offer: str
    rank: int


@dataclass(frozen=True, slots=True)
class Upsell:
    """Offer `offer` when the order holds `article`. `kind`: together, required, larger_pack, own_production."""

    kind: str
    article: str
    offer: str
    reason: str


@dataclass(frozen=True, slots=True)
class Goods:
    groups: tuple[tuple[str, str], ...]
    units: tuple[tuple[str, str, str], ...]
    articles: tuple[Article, ...]
    substitutes: tuple[Substitute, ...]
    upsells: tuple[Upsell, ...]
    levels: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Contact:
    person: Person
    position: str
    phone: str
    email: str
    decides: str


@dataclass(frozen=True, slots=True)
class Client:
    """A client's card. `level` is 1..3, `credit_days` and `credit_limit` are zero without credit, `prepay_percent` is
    100, 30 or 50. `rhythm` is days between orders, `size` the usual order in money, `late` the mean delay of
    payments in days (may be negative). `quirk` marks the characters: late_disputed, best, cash_king, chain, silent."""

    key: str
    short_name: str
    requisites: Requisites
    town: Town
    trade: str
    industry: str
    grade: str
    level: int
    terms: Terms
    prepay_percent: int
    credit_days: int
    credit_limit: Decimal
    owner: str
    office: str
    since: date
    status: Status
    rhythm: int
    size: Decimal
    late: float
    phone: str
    email: str
    contacts: tuple[Contact, ...]
    delivery_address: str
    delivery_window: str
    agreed: tuple[str, ...]
    source: Source
    quirk: str


@dataclass(frozen=True, slots=True)
class Line:
    """`price` is what the client pays per unit, discount taken off, VAT included."""

    article: str
    quantity: Decimal
    price: Decimal
    discount: Decimal
    sum: Decimal


@dataclass(frozen=True, slots=True)
class Order:
    """One order through its life up to today; a date that has not come yet is None. `due` is when the whole must be
    paid; `advance` is what must be there before picking, `advance_on` when it was; `paid_on` is when nothing was open any
    more. `asked` is the exception asked for: discount, ship_unpaid, over_limit, overdue; `missing` the article that the
    warehouse has only in part."""

    key: int
    client: str
    day: date
    at: time
    source: Source
    office: str
    warehouse: str
    owner: str
    terms: Terms
    lines: tuple[Line, ...]
    total: Decimal
    stage: Stage
    invoiced_on: date | None
    due: date | None
    advance: Decimal
    advance_on: date | None
    paid_on: date | None
    picked_on: date | None
    shipped_on: date | None
    cancelled_on: date | None
    reason: str
    remark: str
    asked: str
    missing: str


@dataclass(frozen=True, slots=True)
class Payment:
    """Money received. `parts` says for which orders and how much; their sum is `amount`."""

    client: str
    day: date
    amount: Decimal
    way: Literal["bank", "cash"]
    parts: tuple[tuple[int, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Call:
    """What was talked about. `kind`: debt, invoice, price_list, note, claim. A promise has date and sum; `kept` is
    None while its day has not come."""

    client: str
    day: date
    at: time
    by: str
    contact: int
    minutes: int
    kind: str
    outcome: Outcome | None
    words: str
    promised_on: date | None
    promised: Decimal | None
    kept: bool | None
    orders: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A client says that we are wrong. `amount` is what is disputed; `closed_on` is None while it is open."""

    client: str
    order: int
    opened_on: date
    closed_on: date | None
    amount: Decimal
    words: str
    answer: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """Goods from a supplier or from our own production. `arrived` is False while they are under way."""

    warehouse: str
    day: date
    supplier: str
    lines: tuple[tuple[str, Decimal], ...]
    arrived: bool


@dataclass(frozen=True, slots=True)
class PurchaseRequest:
    """Goods that an order needs and the warehouse has not."""

    order: int
    day: date
    article: str
    quantity: Decimal
    expected_on: date | None


@dataclass(frozen=True, slots=True)
class Duty:
    """What somebody has to do and has not done: `due` before today is late."""

    owner: str
    client: str
    order: int | None
    kind: str
    text: str
    due: date


@dataclass(frozen=True, slots=True)
class Year:
    """The story of 365 days up to `today`. `in_bank` came on the last working day and is on no statement we have read."""

    start: date
    today: date
    opening: tuple[tuple[str, str, Decimal], ...]
    receipts: tuple[Receipt, ...]
    orders: tuple[Order, ...]
    payments: tuple[Payment, ...]
    in_bank: tuple[Payment, ...]
    calls: tuple[Call, ...]
    disputes: tuple[Dispute, ...]
    requests: tuple[PurchaseRequest, ...]
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class World:
    """Everything. Same language and same today, same world."""

    lang: Lang
    today: date
    firm: Firm
    goods: Goods
    clients: tuple[Client, ...]
    year: Year
