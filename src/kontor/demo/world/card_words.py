"""Words of a client's card and of our own house, in ru, zh, en."""

from kontor.demo.world.facts import Lang

TRADES: dict[str, tuple[str, str, str]] = {
    "retail": ("Розничный магазин стройматериалов", "建材零售门店", "Building supplies shop"),
    "builder": ("Генподряд и строительство", "建筑总承包", "General contractor"),
    "finishing": ("Отделочные и фасадные работы", "装饰装修", "Finishing and facade works"),
    "roofing": ("Кровельные работы", "防水与屋面工程", "Roofing works"),
    "windows": ("Окна и двери", "门窗制造安装", "Windows and doors"),
    "electrics": ("Электромонтаж", "机电安装", "Electrical installation"),
    "plumbing": ("Сантехника и отопление", "给排水与消防", "Plumbing and heating"),
    "industry": ("Предприятие, эксплуатация зданий", "工厂与物业", "Plant and facility services"),
    "internet": ("Интернет-магазин", "电商", "Online shop"),
    "trader": ("Оптовая торговля", "建材批发", "Wholesale trader"),
}

# position | what the person decides on: money, range, delivery, all
POSITIONS: dict[Lang, tuple[tuple[str, str], ...]] = {
    "ru": (
        ("директор", "all"), ("генеральный директор", "all"), ("коммерческий директор", "range"),
        ("начальник снабжения", "range"), ("снабженец", "range"), ("менеджер по закупкам", "range"),
        ("главный бухгалтер", "money"), ("бухгалтер", "money"), ("финансовый директор", "money"),
        ("кладовщик", "delivery"), ("прораб", "delivery"), ("начальник участка", "delivery"), ("начальник склада", "delivery"),
    ),
    "zh": (
        ("总经理", "all"), ("老板", "all"), ("副总经理", "range"), ("采购经理", "range"), ("采购员", "range"), ("采购主管", "range"),
        ("财务经理", "money"), ("会计", "money"), ("出纳", "money"),
        ("仓管员", "delivery"), ("项目经理", "delivery"), ("施工员", "delivery"), ("仓库主管", "delivery"),
    ),
    "en": (
        ("director", "all"), ("managing director", "all"), ("commercial director", "range"),
        ("head of supply", "range"), ("buyer", "range"), ("purchasing manager", "range"),
        ("chief accountant", "money"), ("accountant", "money"), ("finance director", "money"),
        ("storekeeper", "delivery"), ("foreman", "delivery"), ("site manager", "delivery"), ("head of the warehouse", "delivery"),
    ),
}  # fmt: skip

WINDOWS: dict[Lang, tuple[str, ...]] = {
    "ru": (
        "Машины до 12, потом двор закрыт", "С 8 до 17, обед с 12 до 13", "Только манипулятор, своего погрузчика нет",
        "Звонить за час, пропуск на машину", "Фура не пройдёт, до 5 тонн", "Пн–пт с 9 до 18, въезд с торца",
        "Рампа 2, с 8 до 12", "Разгрузка вручную, нужен грузчик", "После 14, утром приёмка своих", "Въезд под шлагбаум, спросить охрану",
        "Самовывоз", "Самовывоз", "Суббота до 13 тоже принимаем", "По пятницам не принимаем, инвентаризация",
    ),
    "zh": (
        "上午12点前到，下午关门", "8点到17点，12点到13点午休", "限高4米，大车进不来", "提前一小时打电话，要登记车牌",
        "只能5吨以下货车", "2号卸货台，8点到12点", "自带叉车，可整托卸货", "没有叉车，需配吊机车", "下午两点以后收货",
        "市区限行，9点前送到", "自提", "自提", "周六上午也收货", "月底盘点两天不收货",
    ),
    "en": (
        "Trucks before 12, the yard is closed after", "8 to 17, lunch from 12 to 13", "Crane truck only, we have no forklift",
        "Call an hour before, the truck needs a pass", "No trailers, up to 5 tonnes", "Mon–Fri 9 to 18, gate at the far end",
        "Dock 2, 8–12 h", "Unloading by hand, bring a loader", "After 14, mornings are for our own trucks", "Barrier at the entrance, ask the guard",
        "Collects from us", "Collects from us", "Saturdays until 13 as well", "Not on Fridays, stock-taking",
    ),
}  # fmt: skip

AGREED: dict[Lang, tuple[str, ...]] = {
    "ru": (
        "Цену на перфораторы держим до Нового года, даже если курс прыгнет.", "Накладные в двух экземплярах, один сразу водителю.",
        "Без звонка ничего не заменять.", "Возим только целыми паллетами, иначе не примут.", "Счёт дробить не больше 300 тысяч в одном.",
        "Акт сверки каждый месяц, до пятого.", "Если опаздываем, звонить Сергею, а не в офис.", "Цемент не старше месяца.",
        "Отгружать только после звонка бухгалтера.", "Паспорта качества класть в конверт к накладной.",
    ),
    "zh": (
        "电锤价格保到年底，行情涨也不动。", "送货单一式三份，回单当场签。", "不打电话确认不许换品牌。", "整托送货，散件不收。",
        "发票要和送货单抬头一致，13%专票。", "每月25号对账，过期算下月。", "送不到先打给仓管，别打办公室。", "水泥要一个月内的新货。",
        "等财务电话再发货。", "检测报告随货放在第一托。",
    ),
    "en": (
        "Price of the hammers holds until New Year, even if the rate moves.", "Two copies of the waybill, one to the driver at once.",
        "Nothing is replaced without a call.", "Whole pallets only, or the yard will not take them.", "No invoice above 300 thousand, split them.",
        "Reconciliation every month, by the fifth.", "If you are late, call Sergey, not the office.", "No cement older than a month.",
        "Ship only after our accountant has called.", "Quality papers in the envelope with the waybill.",
    ),
}  # fmt: skip

ROLES: dict[str, tuple[str, str, str]] = {
    "director": ("Генеральный директор", "总经理", "Managing director"),
    "wholesale_head": ("Начальник отдела оптовых продаж", "批发部经理", "Head of wholesale"),
    "office_head": ("Руководитель филиала", "分公司经理", "Head of regional office"),
    "key_account_manager": ("Менеджер по ключевым клиентам", "大客户经理", "Key-account manager"),
    "sales_manager": ("Менеджер по продажам", "销售经理", "Sales manager"),
    "back_office": ("Специалист отдела сопровождения", "销售内勤", "Back-office clerk"),
    "accountant": ("Главный бухгалтер", "主办会计", "Chief accountant"),
    "cashier": ("Кассир", "出纳", "Cashier"),
    "warehouse": ("Кладовщик", "仓管员", "Warehouse keeper"),
    "purchasing": ("Менеджер по закупкам", "采购经理", "Purchasing manager"),
    "admin": ("Администратор системы", "系统管理员", "Administrator"),
}
