"""Composed statements: a small company with two accounts, its bank, and Okna Volgi, a client."""

from kontor.payments.statements import Statement, read

OURS = "40702810200000012345"
OURS_TOO = "40702810500000054321"
THEIRS = "40702810000000067890"
THEIR_TAX_ID = "5007654322"
END = "КонецФайла"


def account(
    opening="100000.00",
    received="122000.00",
    written_off="1500.50",
    closing="220499.50",
    number=OURS,
    day="12.11.2026",
):
    return f"""СекцияРасчСчет
ДатаНачала={day}
ДатаКонца={day}
РасчСчет={number}
НачальныйОстаток={opening}
ВсегоПоступило={received}
ВсегоСписано={written_off}
КонечныйОстаток={closing}
КонецРасчСчет"""


def document(title="Платежное поручение", **values):
    """A section of a document; keys as the format has them, an empty value leaves the key in place."""
    lines = [f"{key}={value}" for key, value in values.items()]
    return "\n".join([f"СекцияДокумент={title}", *lines, "КонецДокумента"])


def incoming(
    amount="122000.00",
    number="57",
    day="12.11.2026",
    purpose="Оплата по счету № 318 от 09.11.2026 за профиль. В т.ч. НДС 22% - 22000.00",
    **more,
):
    values = {
        "Номер": number,
        "Дата": "11.11.2026",
        "Сумма": amount,
        "ПлательщикСчет": THEIRS,
        "ДатаСписано": "",
        "Плательщик": f'ИНН {THEIR_TAX_ID} ООО "Окна Волги"',
        "ПлательщикИНН": THEIR_TAX_ID,
        "ПлательщикБИК": "044525974",
        "ПолучательСчет": OURS,
        "ДатаПоступило": day,
        "ПолучательИНН": "7701234560",
        "НазначениеПлатежа": purpose,
    }
    return document(**(values | more))


def fee(amount="1500.50", number="9001", day="12.11.2026"):
    return document(
        "Банковский ордер",
        Номер=number,
        Дата=day,
        Сумма=amount,
        ПлательщикСчет=OURS,
        ДатаСписано=day,
        НазначениеПлатежа="Комиссия за ведение счета. НДС не облагается",
    )


def transfer(written_off="12.11.2026", received="", amount="5000.00"):
    return document(
        Номер="70",
        Дата="12.11.2026",
        Сумма=amount,
        ПлательщикСчет=OURS,
        ДатаСписано=written_off,
        ПолучательСчет=OURS_TOO,
        ДатаПоступило=received,
        НазначениеПлатежа="Перевод собственных средств",
    )


def composed(*parts, declared="Windows", accounts=(OURS,), end=END):
    head = ["1CClientBankExchange", "ВерсияФормата=1.03", f"Кодировка={declared}", "Отправитель=Демо-Банк"]
    return "\n".join([*head, *(f"РасчСчет={number}" for number in accounts), *parts, end]) + "\n"


def day_of_bank(**how):
    return composed(account(), incoming(), fee(), **how)


def in_bytes(text, encoding="cp1251", newline="\r\n"):
    return text.replace("\n", newline).encode(encoding)


def reading(text, own=(OURS, OURS_TOO)) -> Statement:
    return read(in_bytes(text), own)


def codes(statement):
    return [problem.code for problem in statement.problems]
