"""What was not done in time: the late duties with which the demo's morning begins."""

from __future__ import annotations

from datetime import date
from random import Random

from kontor.demo.world.days import before
from kontor.demo.world.facts import Client, Dispute, Duty, Firm, Lang, Order

COLUMN: dict[Lang, int] = {"ru": 0, "zh": 1, "en": 2}
TEXTS = {
    "reconciliation": ("Отправить акт сверки за квартал, просят второй раз", "发送季度对账单，客户已催第二次", "Send the reconciliation statement of the quarter, asked for twice"),
    "claim": ("Ответить на претензию", "答复客户投诉", "Answer the claim"),
    "signed_copy": ("Вернуть подписанную накладную, бумага у водителя", "收回签收单，原件在司机手上", "Get the signed waybill back, the driver has the paper"),
    "payment_date": ("Узнать дату оплаты счёта", "询问付款日期", "Ask for the date of payment"),
    "price_list": ("Перезвонить после прайс-листа", "报价后回访", "Call back after the price list"),
    "samples": ("Отвезти образцы подоконников", "送窗台板样品", "Bring the samples of window sills"),
}  # fmt: skip


def late_duties(
    rng: Random,
    lang: Lang,
    firm: Firm,
    orders: list[Order],
    claims: list[Dispute],
    clients: dict[str, Client],
    today: date,
) -> tuple[Duty, ...]:
    """Some fifteen duties of the sellers, one to four working days late, a few due today."""

    def duty(kind: str, client: Client, order: int | None, ago: int) -> Duty:
        return Duty(client.owner, client.key, order, kind, TEXTS[kind][COLUMN[lang]], before(today, ago))

    found = [duty("claim", clients[c.client], c.order, rng.randint(1, 3)) for c in claims if c.closed_on is None]
    waiting = [o for o in orders if o.stage == "invoiced" and o.day < before(today, 1)]
    found += [
        duty("payment_date", clients[o.client], o.key, rng.randint(0, 2))
        for o in rng.sample(waiting, min(5, len(waiting)))
    ]
    shipped = [o for o in orders if o.shipped_on and o.terms == "credit"][-40:]
    found += [
        duty("signed_copy", clients[o.client], o.key, rng.randint(1, 4))
        for o in rng.sample(shipped, min(4, len(shipped)))
    ]
    big = [c for c in clients.values() if c.grade == "A"]
    found += [duty("reconciliation", c, None, rng.randint(0, 3)) for c in rng.sample(big, min(3, len(big)))]
    cold = [c for c in clients.values() if c.status == "prospect"]
    found += [duty("price_list", c, None, rng.randint(0, 2)) for c in rng.sample(cold, min(4, len(cold)))]
    found += [duty("samples", c, None, 0) for c in rng.sample(big, min(2, len(big)))]
    return tuple(found)
