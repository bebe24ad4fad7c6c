"""Facts that the tests of printed forms share: plausible parties, goods and sums in three languages."""

from decimal import Decimal

from kontor.kernel.money import line_sum, total, vat_inside
from kontor.printing.parts import BankAccount, Line, Party, Totals, Vat

SELLERS = {
    "ru": Party(
        name="ООО «Стройопт-Волга»",
        tax_id="6316123450",
        kpp="631601001",
        okpo="45678912",
        address="443080, Самарская обл., г. Самара, ул. Санфировой, д. 95, оф. 412",
        phone="+7 846 200-15-40",
        bank=BankAccount(
            bank="ПАО СБЕРБАНК",
            city="г. Самара",
            account="40702810454400012345",
            code="043601607",
            correspondent="30101810200000000607",
        ),
    ),
    "zh": Party(
        name="苏州恒筑建材有限公司",
        tax_id="91320505MA1K4ABC3X",
        address="江苏省苏州市高新区滨河路1388号6幢",
        phone="0512-6808 1588",
        bank=BankAccount(
            bank="中国工商银行苏州高新技术产业开发区支行", account="1102021309000123456", code="102305002134"
        ),
    ),
    "en": Party(
        name="Harbour Building Supplies LLC",
        tax_id="7701234560",
        address="14 Quay Street, Office 3, Vladivostok 690091",
        phone="+7 423 230-00-11",
        email="sales@harbour.example",
        bank=BankAccount(bank="Raiffeisenbank", city="Moscow", account="40702840700000012345", code="RZBMRUMM"),
    ),
}
BUYERS = {
    "ru": Party(
        name="Общество с ограниченной ответственностью «Окна Волги и Компания — Архитектурные Решения»",
        tax_id="5007654322",
        kpp="500701001",
        address="141800, Московская обл., г. Дмитров, Промышленная ул., д. 20, стр. 4",
        phone="+7 495 123-45-67",
    ),
    "zh": Party(
        name="无锡市翀喆装饰工程有限公司",
        tax_id="91320211MA1X2Y3Z4K",
        address="江苏省无锡市滨湖区蠡园开发区滴翠路100号",
        phone="0510-8516 2233",
    ),
    "en": Party(
        name="Northern Light Construction and Interior Finishing Company Limited",
        tax_id="5007654322",
        address="20 Industrial Street, Dmitrov 141800",
    ),
}
GOODS = {
    "ru": [
        ("ПР-60-БЕЛ", "Профиль ПВХ 60 мм, белый, армированный, длина 6,5 м", "м", "183.00"),
        ("СМ-М150-25", "Штукатурка гипсовая машинного нанесения, мешок 25 кг", "шт", "412.50"),
        ("УТ-РВ-100", "Утеплитель минераловатный 100 × 600 × 1200 мм, упаковка 0,432 м³", "упак", "2140.00"),
    ],
    "zh": [
        ("XC-60-W", "PVC型材 60系列 白色 加强型 6.5米/支", "米", "18.30"),
        ("SG-25", "机喷石膏抹灰砂浆 25千克/袋", "袋", "41.25"),
        ("YM-100", "岩棉保温板 100×600×1200毫米", "包", "214.00"),
    ],
    "en": [
        ("PR-60-W", "PVC profile 60 mm, white, reinforced, length 6.5 m", "m", "183.00"),
        ("GP-25", "Gypsum plaster for machine application, bag 25 kg", "pcs", "412.50"),
        ("MW-100", "Mineral wool 100 × 600 × 1200 mm, pack 0.432 m³", "pack", "2140.00"),
    ],
}
CURRENCY = {"ru": "RUB", "zh": "CNY", "en": "USD"}
RATE = {"ru": Decimal(22), "zh": Decimal(13), "en": Decimal(22)}


def lines(language: str, count: int, *, discount: Decimal | None = None) -> tuple[Line, ...]:
    """`count` lines of goods with growing quantities."""
    made = []
    for i in range(count):
        article, name, unit, price = GOODS[language][i % 3]
        quantity = Decimal(10 * (i + 1)) + (Decimal("0.5") if unit in ("м", "m", "米") else 0)
        amount = line_sum(quantity, Decimal(price), discount or Decimal(0))
        vat = vat_inside(amount, RATE[language])
        made.append(
            Line(
                name=name, article=article, quantity=quantity, unit=unit, price=Decimal(price), sum=amount,
                discount=discount, vat_rate=RATE[language], vat_sum=vat, net_sum=amount - vat, place=f"A-{i % 9 + 1:02}-{i % 4 + 1}",
            )
        )  # fmt: skip
    return tuple(made)


def totals(language: str, of: tuple[Line, ...]) -> Totals:
    """What the lines add up to."""
    vat = total(each.vat_sum or Decimal(0) for each in of)
    gross = total(each.sum for each in of)
    return Totals(
        total=gross,
        net=gross - vat,
        vat=(Vat(rate=RATE[language], sum=vat),),
        quantity=sum((each.quantity for each in of), Decimal(0)),
        currency=CURRENCY[language],
    )
