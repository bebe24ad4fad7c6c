"""The few words of the demo that no sentence of the product says: topics of talks, drivers, what is planned."""

from typing import Final

from kontor.demo.world.facts import Lang

LANGUAGES: Final[dict[str, Lang]] = {"en": "en", "ru": "ru", "zh-hans": "zh"}
ZONES: Final = {"": "Europe/Moscow", "samara": "Europe/Samara", "zh": "Asia/Shanghai"}
OFFICE_CODES: Final[dict[str, dict[Lang, str]]] = {
    "msk": {"ru": "МСК", "en": "MSK"},
    "tver": {"ru": "ТВР", "en": "TVR"},
    "samara": {"ru": "СМР", "en": "SMR"},
    "foshan": {"zh": "FS"},
    "guangzhou": {"zh": "GZ"},
    "dongguan": {"zh": "DG"},
}
LEVEL_CODES: Final[dict[Lang, str]] = {"ru": "Опт-{}", "en": "W{}", "zh": "批{}"}

TOPICS: Final[dict[str, dict[Lang, str]]] = {
    "debt": {"ru": "Просроченный долг", "en": "Overdue debt", "zh": "逾期货款"},
    "invoice": {"ru": "Дата оплаты счёта", "en": "Date of payment", "zh": "付款日期"},
    "price_list": {"ru": "Прайс-лист", "en": "Price list", "zh": "报价单"},
    "note": {"ru": "После отгрузки", "en": "After the delivery", "zh": "送货回访"},
    "claim": {"ru": "Претензия", "en": "Claim", "zh": "投诉"},
    "agreed": {"ru": "Договорённость", "en": "Agreement", "zh": "约定"},
    "stocktaking": {"ru": "Инвентаризация", "en": "Stock-taking", "zh": "盘点"},
    "opening": {"ru": "Начальный остаток", "en": "Opening stock", "zh": "期初库存"},
}
DRIVERS: Final[dict[Lang, tuple[str, ...]]] = {
    "ru": ("ГАЗель А412ОР 790, Рогов", "Hino Т087КМ 197, Фадеев", "Валдай Е553НС 69, Лосев", "ГАЗон М204УХ 163, Хасанов", "КамАЗ-манипулятор О318ВТ 50, Дятлов"),
    "en": ("GAZelle A412OR 790, Rogov", "Hino T087KM 197, Fadeyev", "Valdai E553NS 69, Losev", "GAZon M204UH 163, Khasanov", "KamAZ crane O318VT 50, Dyatlov"),
    "zh": ("粤E·8K213 黎师傅", "粤E·3M907 麦师傅", "粤A·61F58 邝师傅", "粤S·0T744 韦师傅", "粤E·9C352 吊机车 区师傅"),
}  # fmt: skip
AUTHORITY: Final[dict[Lang, str]] = {
    "ru": "доверенность № {no} от {day}",
    "en": "power of attorney No. {no} of {day}",
    "zh": "提货委托书 {no}号 {day}",
}
PLANS: Final[dict[Lang, tuple[str, ...]]] = {
    "ru": (
        "Узнать, как лёг новый клей", "Напомнить о выборке по договору", "Предложить профиль к гипсокартону", "Согласовать график отгрузок на декаду",
        "Пригласить посмотреть образцы", "Уточнить реквизиты: сменился банк", "Вернуться к разговору об отсрочке", "Показать новинки по инструменту",
        "Спросить про второй объект", "Обсудить цену на объём от фуры", "Собрать заявку на следующую неделю", "Проверить, дошли ли паспорта качества",
    ),
    "en": (
        "Ask how the new adhesive went down", "Remind about the volume agreed for the quarter", "Offer profiles with the drywall", "Agree the delivery days of the next ten days",
        "Invite to see the samples", "Check the requisites: they changed banks", "Come back to the talk about credit", "Show the new power tools",
        "Ask about the second site", "Discuss the price for a full truck", "Collect the order for next week", "Check that the quality papers arrived",
    ),
    "zh": (
        "问新款瓷砖胶用得怎么样", "提醒本季度约定的提货量", "配石膏板推荐龙骨", "排下旬送货计划", "约来看样品", "核对开票资料：换了开户行",
        "再谈账期", "介绍新到电动工具", "问第二个工地什么时候开", "谈整车价", "收下周订单", "确认检测报告收到没有",
    ),
}  # fmt: skip
MISSING: Final[dict[Lang, tuple[str, ...]]] = {
    "ru": ("Машина от завода в пути", "Завод подтвердил отгрузку", "Добавили в ближайшую поставку"),
    "en": ("The truck from the plant is on its way", "The plant has confirmed", "Added to the next delivery"),
    "zh": ("厂家车已发出", "厂家已确认发货", "加到最近一批到货"),
}
ASKING: Final[dict[str, dict[Lang, str]]] = {
    "ship_overdue": {
        "ru": "Деньги заказчика приходят в понедельник, бухгалтер показала платёжку. Бригада на объекте стоит без материала.",
        "en": "Their customer's money comes on Monday, the accountant has shown me the order. The crew is standing without goods.",
        "zh": "甲方周一付款，财务给我看了回单。工地等料停工。",
    },
    "over_credit_limit": {
        "ru": "Разовая закупка под школу, по договору оплата в течение двух недель. Работаем с ними седьмой год, просрочек больше недели не было.",
        "en": "A one-off purchase for a school, paid within two weeks by contract. Seven years with us, never more than a week late.",
        "zh": "学校项目一次性采购，合同约定两周内付清。合作七年，从没拖过一周以上。",
    },
    "pick_unpaid": {
        "ru": "Платёжка отправлена сегодня, скан есть. Машина клиента будет в два часа, второй раз из области не поедет.",
        "en": "The payment order went today, I have the scan. Their truck comes at two and will not come again.",
        "zh": "今天已转账，有回单。客户车下午两点到，外地车不会再跑一趟。",
    },
}  # fmt: skip
ANSWERS: Final[dict[Lang, tuple[str, ...]]] = {
    "ru": ("Можно, только этот заказ.", "Согласен. Следующий по обычной цене.", "Разрешаю, объём того стоит.", "Да, но предупредите, что это последний раз."),
    "en": ("All right, this order only.", "Agreed. The next one at the usual price.", "Go ahead, the volume is worth it.", "Yes, but tell them it is the last time."),
    "zh": ("可以，仅此一单。", "同意，下一单恢复正常价。", "批准，量值得。", "行，但要说清楚是最后一次。"),
}  # fmt: skip
CHEAPER: Final[dict[Lang, tuple[str, ...]]] = {
    "ru": (
        "Конкурент дал цену ниже на девять процентов, скан их предложения у меня. Объект длинный, дальше пойдёт наш гипсокартон.",
        "Берут остаток серии целиком, освободим два паллетоместа.",
        "Первый заказ после перерыва в полгода. На следующем вернёмся к уровню.",
        "Самовывоз двумя машинами сразу, доставки с нас нет.",
        "Просили пять, сошлись на этом. Взамен переходят на нашу затирку.",
        "Тендер: без этой цены не проходим, маржа доберётся на крепеже.",
        "Обещал за июльскую недопоставку, переписка приложена к карточке.",
    ),
    "en": (
        "A competitor is nine per cent cheaper, I have their offer. It is a long project and our drywall comes next.",
        "They take the rest of the batch, two pallet places come free.",
        "Their first order after half a year. The next one goes at the usual level.",
        "They collect with two trucks at once, no delivery on our side.",
        "They wanted five, we met at this. In exchange they move to our grout.",
        "A tender: without this price we are out, the fasteners will bring the margin.",
        "I promised it for the short delivery in July, the letters are on the card.",
    ),
    "zh": (
        "竞争对手低九个点，报价单在我这。项目周期长，后面石膏板都从我们拿。", "这批尾货客户全收，能腾出两个托盘位。",
        "停了半年的第一单，下一单恢复正常价。", "客户两辆车自提，我们不出运费。", "客户要五个点，谈到这个数，换他们改用我们的填缝剂。",
        "投标项目，没有这个价进不去，利润靠紧固件补。", "七月少送货答应补偿的，聊天记录在客户卡里。",
    ),
}  # fmt: skip
AWAY: Final[dict[Lang, tuple[str, ...]]] = {
    "ru": ("Больничный.", "Был на выставке, выписку смотрела Светлана.", "Отгул по заявлению."),
    "en": ("On sick leave.", "At the fair, Svetlana looked the statement through.", "A day off, agreed."),
    "zh": ("病假。", "在展会，对账单由静怡代看。", "调休，已批。"),
}
