"""Our own company: requisites, offices, warehouses, and the fifteen who run it."""

from __future__ import annotations

from random import Random

from kontor.demo.world import digits
from kontor.demo.world.card_words import ROLES
from kontor.demo.world.facts import BankAccount, Employee, Firm, Lang, Office, Person, Requisites, Warehouse
from kontor.demo.world.people import chinese, mobile, russian

COLUMN: dict[Lang, int] = {"ru": 0, "zh": 1, "en": 2}

# login | role | office | surname given patronymic (ru) | sex | Chinese | English name where it differs
STAFF = """
fedorov|director|0|Фёдоров Павел Андреевич|m|梁 国栋|
sokolova|wholesale_head|0|Соколова Елена Викторовна|f|苏 婉清|
tikhonov|office_head|1|Тихонов Николай Ильич|m|何 伟雄|
orlov|key_account_manager|0|Орлов Дмитрий Сергеевич|m|欧阳 志强|
lindqvist|sales_manager|0|Линдквист Анна Эриковна|f|林 晓雯|Anna Lindqvist
mironov|sales_manager|0|Миронов Илья Олегович|m|陈 家豪|
belova|sales_manager|1|Белова Ксения Юрьевна|f|黄 佩珊|
akhmetov|sales_manager|2|Ахметов Тимур Ринатович|m|邓 泽鹏|
shestakova|sales_manager|2|Шестакова Марина Павловна|f|谢 嘉欣|
weber|back_office|0|Вебер Светлана Ивановна|f|叶 静怡|
lapina|accountant|0|Лапина Ирина Николаевна|f|罗 惠芳|
gracheva|cashier|0|Грачёва Людмила Петровна|f|冯 玉兰|
zuev|warehouse|0|Зуев Андрей Михайлович|m|钟 炳坤|
safin|warehouse|2|Сафин Ринат Маратович|m|潘 贵祥|
kuznetsov|purchasing|0|Кузнецов Артём Владимирович|m|卢 子健|
admin|admin|0|Чернов Денис Алексеевич|m|许 铭峰|
"""

# code | name | city | office address | phone | warehouse code, name, address
HOUSES: dict[Lang, tuple[tuple[str, ...], ...]] = {
    "ru": (
        ("msk", "Москва", "Москва", "109428, г. Москва, Рязанский пр-т, д. 30/15, оф. 412", "+7 495 155-01-10", "main", "Главный склад", "142119, Московская обл., г. Подольск, ул. Станционная, д. 26, стр. 3"),
        ("tver", "Тверь", "Тверь", "170100, г. Тверь, ул. Вагжанова, д. 9, оф. 18", "+7 4822 55-01-20", "tver", "Склад Тверь", "170040, г. Тверь, ш. Московское, д. 89, корп. 2"),
        ("samara", "Самара", "Самара", "443030, г. Самара, ул. Мечникова, д. 1, оф. 305", "+7 846 255-01-30", "samara", "Склад Самара", "443022, г. Самара, проезд Мальцева, д. 7, лит. Б"),
    ),
    "en": (
        ("msk", "Moscow", "Moscow", "30/15 Ryazansky Ave, office 412, Moscow, 109428", "+7 495 155-01-10", "main", "Main warehouse", "26 Stantsionnaya St, bldg 3, Podolsk, Moscow Region, 142119"),
        ("tver", "Tver", "Tver", "9 Vagzhanova St, office 18, Tver, 170100", "+7 4822 55-01-20", "tver", "Tver warehouse", "89 Moskovskoye Hwy, bldg 2, Tver, 170040"),
        ("samara", "Samara", "Samara", "1 Mechnikova St, office 305, Samara, 443030", "+7 846 255-01-30", "samara", "Samara warehouse", "7 Maltseva Dr, Samara, 443022"),
    ),
    "zh": (
        ("foshan", "佛山总部", "佛山", "广东省佛山市顺德区乐从镇佛山大道南168号建材城B座806室", "+86 757 2855 0110", "main", "乐从总仓", "广东省佛山市顺德区乐从镇创业路12号"),
        ("guangzhou", "广州分公司", "广州", "广东省广州市白云区石井街道石潭路88号306室", "+86 20 8655 0120", "guangzhou", "白云仓", "广东省广州市白云区石井街道红星工业区7栋"),
        ("dongguan", "东莞分公司", "东莞", "广东省东莞市厚街镇家具大道63号2栋501室", "+86 769 2255 0130", "dongguan", "厚街仓", "广东省东莞市厚街镇赤岭工业区3路18号"),
    ),
}  # fmt: skip

NAMES: dict[Lang, tuple[str, str, str]] = {
    "ru": ("ООО «Торговый дом „Опора“»", "ТД «Опора»", "td-opora.example"),
    "zh": ("佛山市鼎铂建材有限公司", "鼎铂建材", "dingbo-jc.example"),
    "en": ("Opora Trading House LLC", "Opora Trading House", "td-opora.example"),
}

BANKS: dict[Lang, tuple[tuple[str, str], ...]] = {
    "ru": (("ПАО «Среднерусский коммерческий банк», г. Москва", "044525319"), ("АО «Волжский промышленный банк», г. Самара", "043601863"), ("ПАО Банк «Тверская земля», г. Тверь", "042809714")),
    "en": (("Srednerussky Commercial Bank PJSC, Moscow", "044525319"), ("Volga Industrial Bank JSC, Samara", "043601863"), ("Tverskaya Zemlya Bank PJSC, Tver", "042809714")),
    "zh": (("珠江商业银行佛山乐从支行", "313588000418"), ("岭南农村商业银行顺德支行", "314588200526"), ("南粤发展银行广州白云支行", "306581000737")),
}  # fmt: skip


def bank_account(rng: Random, lang: Lang, index: int, *, person: bool = False, purpose: str = "") -> BankAccount:
    """A valid account at one of the invented banks."""
    bank, bic = BANKS[lang][index % len(BANKS[lang])]
    if lang == "zh":
        return BankAccount(bank, bic, "", digits.card_account(rng, ("4400", "8002", "1091")[index % 3]), purpose)
    number = digits.account(rng, bic, "40802" if person else "40702")
    return BankAccount(bank, bic, digits.correspondent(bic), number, purpose)


def _person(lang: Lang, names: str, sex: str, chinese_name: str, english: str) -> Person:
    if lang == "zh":
        surname, given = chinese_name.split()
        return chinese(surname, given, female=sex == "f")
    surname, given, patronymic = names.split()
    made = russian(lang, surname, given, patronymic, female=sex == "f")
    if lang == "en" and english:
        given, surname = english.split()
        return Person(
            surname,
            given,
            "",
            made.female,
            english,
            f"{given[0]}. {surname}",
            f"{given[0]}.{surname}".lower(),
        )
    return made


def _staff(rng: Random, lang: Lang, domain: str) -> tuple[Employee, ...]:
    found = []
    for i, row in enumerate(STAFF.strip().splitlines()):
        login, role, office, names, sex, chinese_name, english = row.split("|")
        who = _person(lang, names, sex, chinese_name, english)
        login = who.latin if lang == "zh" and login != "admin" else login
        found.append(
            Employee(
                login=login, person=who, role=role, position=ROLES[role][COLUMN[lang]], office=HOUSES[lang][int(office)][0],
                email=f"{who.latin}@{domain}", phone=mobile(rng, lang), extension=str(101 + i),
            )
        )  # fmt: skip
    return tuple(found)


def _requisites(rng: Random, lang: Lang, legal: str, address: str, account: BankAccount) -> Requisites:
    if lang == "zh":
        return Requisites(legal, digits.uscc(rng, "440606"), "", "", address, account)
    inn = digits.inn_company(rng, "7721")
    return Requisites(legal, inn, "772101001", digits.ogrn(rng, 2011, "77"), address, account)


def make(lang: Lang) -> Firm:
    """The firm; it is the same on every day."""
    rng = Random(f"kontor-firm-{lang}")
    legal, short, domain = NAMES[lang]
    purposes = {
        "ru": ("расчётный", "филиал Самара", "филиал Тверь"),
        "zh": ("基本户", "一般户", "广州一般户"),
        "en": ("current", "Samara branch", "Tver branch"),
    }[lang]
    accounts = tuple(bank_account(rng, lang, i, purpose=p) for i, p in enumerate(purposes))
    houses = HOUSES[lang]
    staff = _staff(rng, lang, domain)
    return Firm(
        short_name=short,
        requisites=_requisites(rng, lang, legal, houses[0][3], accounts[0]),
        accounts=accounts,
        domain=domain,
        phone=houses[0][4],
        email=f"info@{domain}",
        currency="CNY" if lang == "zh" else "RUB",
        country="CN" if lang == "zh" else "RU",
        director=next(e.person.short for e in staff if e.role == "director"),
        chief_accountant=next(e.person.short for e in staff if e.role == "accountant"),
        offices=tuple(Office(h[0], h[1], h[2], h[3], h[4], h[5]) for h in houses),
        warehouses=tuple(Warehouse(h[5], h[6], h[7], h[4]) for h in houses),
        staff=staff,
    )
