"""A proposal explains itself or asks."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontor.payments.facts import Facts, OpenInvoice, Payer
from kontor.payments.matching import propose
from kontor.payments.statements import Direction, Kind, Party, StatementLine
from kontor.payments.tests.statements import OURS, THEIR_TAX_ID, THEIRS

VOLGI, DON = 1, 2
DAY = date(2026, 11, 9)
PAYERS = [
    Payer(VOLGI, 'ООО "Окна Волги"', (THEIR_TAX_ID,), (THEIRS,)),
    Payer(DON, "АО Дон", ("6100000001",), ("40702810000000000061",)),
]


def invoice(number, amount, client=VOLGI, on=DAY, **more):
    identity = int("".join(filter(str.isdigit, number))) * 10 + client
    return OpenInvoice(identity, number, client, on, Decimal(amount), **more)


I318, I319, I322 = invoice("318", "122000.00"), invoice("319", "8000.00"), invoice("322", "1000.00")
OF_DON = invoice("500", "700.00", DON)
FACTS = Facts(PAYERS, [I318, I319, I322, OF_DON], own_accounts={OURS}, own_tax_ids={"7701234560"})


def came(amount, purpose, tax_id=THEIR_TAX_ID, account=THEIRS, name='ООО "Окна Волги"', kind=Kind.PAYMENT_ORDER):
    payer = Party(name=name, tax_id=tax_id, account=account)
    return StatementLine(
        account=OURS,
        direction=Direction.IN,
        posted_on=date(2026, 11, 12),
        number="57",
        dated_on=date(2026, 11, 11),
        amount=Decimal(amount),
        currency="RUB",
        payer=payer,
        payee=Party(account=OURS),
        purpose=purpose,
        kind=kind,
    )


def said(proposal):
    return [reason.code for reason in proposal.reasons]


def test_tax_id_invoice_and_amount_together_are_sure_and_say_so():
    proposal = propose(came("122000.00", "Оплата по счету № 318 от 09.11.2026. НДС 22% - 22000.00"), FACTS)
    assert proposal.sure and proposal.question == ""
    assert (proposal.client_id, proposal.allocations, proposal.advance) == (
        VOLGI,
        ((I318.id, I318.open_amount),),
        Decimal("0.00"),
    )
    assert [reason.sentence for reason in proposal.reasons] == [
        f'tax id {THEIR_TAX_ID} of ООО "Окна Волги"',
        "invoice № 318 in the purpose",
        "amount equals the invoice to the kopeck",
    ]


def test_a_known_account_identifies_as_well():
    proposal = propose(came("122000.00", "счет 318", tax_id=""), FACTS)
    assert proposal.sure and said(proposal)[0] == "account"


def test_several_invoices_that_add_up_together_are_sure():
    proposal = propose(came("131000.00", "по счетам № 322, 318 и 319 от 09.11.2026"), FACTS)
    assert proposal.sure
    assert [identity for identity, _amount in proposal.allocations] == [I322.id, I318.id, I319.id]


@pytest.mark.parametrize(
    ("amount", "purpose", "allocations", "advance", "question"),
    [
        ("125000.00", "счета 318, 319", [(I318, "122000.00"), (I319, "3000.00")], "0", "split in this order"),
        ("1000.00", "счет 318", [(I318, "1000.00")], "0", "part payment"),
        ("8500.00", "счет 319", [(I319, "8000.00")], "500.00", "500.00 is more"),
        ("8000.00", "за профиль", [(I319, "8000.00")], "0", "№ 319 of"),
        ("123000.00", "за профиль", [(I318, "122000.00"), (I319, "1000.00")], "0", "oldest invoices first"),
        (
            "200000.00",
            "за профиль",
            [(I318, "122000.00"), (I319, "8000.00"), (I322, "1000.00")],
            "69000.00",
            "oldest",
        ),
        ("8000.00", "счет 777", [(I319, "8000.00")], "0", "№ 777 is named"),
        ("130000.00", "счета 318, 319, 777", [(I318, "122000.00"), (I319, "8000.00")], "0", "№ 777 is named"),
        ("700.00", "счет 500", [], "700.00", "is of АО Дон"),
        ("122000.00", "счет 318 от 09.11.2025", [(I318, "122000.00")], "0", "Is it the same?"),
        ("122000.00", "счет-фактура 318", [(I318, "122000.00")], "0", "not an invoice for payment"),
    ],
)
def test_whatever_does_not_agree_is_proposed_with_a_question(amount, purpose, allocations, advance, question):
    proposal = propose(came(amount, purpose), FACTS)
    assert not proposal.sure
    assert question in proposal.question
    assert proposal.client_id == VOLGI
    assert proposal.allocations == tuple((one.id, Decimal(part)) for one, part in allocations)
    assert proposal.advance == Decimal(advance)


def test_an_order_is_a_reference_to_its_invoices():
    facts = replace(FACTS, invoices=[invoice("318", "100.00", order_number="SO-2026-001", currency="CNY")])
    proposal = propose(replace(came("100.00", "货款 SO-2026-001"), currency="CNY"), facts)
    assert (proposal.allocations, proposal.sure) == (((3181, Decimal("100.00")),), False)
    assert "order_named" in said(proposal)


def test_an_invoice_in_another_currency_is_not_paid_by_this_sum():
    facts = replace(FACTS, invoices=[replace(I318, currency="USD")])
    proposal = propose(came("122000.00", "счет 318"), facts)
    assert (proposal.allocations, proposal.advance, proposal.sure) == ((), Decimal("122000.00"), False)


def test_a_client_without_open_invoices_pays_in_advance_after_a_question():
    proposal = propose(came("10.00", "аванс"), replace(FACTS, invoices=[OF_DON]))
    assert (proposal.client_id, proposal.advance, proposal.sure) == (VOLGI, Decimal("10.00"), False)
    assert "no open invoices" in proposal.question


def stranger(amount, purpose, **more):
    return came(amount, purpose, **{"tax_id": "7700000001", "account": "1", "name": "ИП Сидоров"} | more)


def test_an_unknown_payer_is_asked_about_even_if_number_and_amount_agree():
    proposal = propose(stranger("122000.00", "счет 318 за Окна Волги"), FACTS)
    assert (proposal.client_id, proposal.sure, said(proposal)) == (VOLGI, False, ["invoice_named", "amount"])
    assert "ИП Сидоров is not known" in proposal.question
    for amount, purpose in (("1.00", "счет 318"), ("1.00", "за товар"), ("122700.00", "счета 318, 500")):
        nobody = propose(stranger(amount, purpose), FACTS)
        assert (nobody.client_id, nobody.allocations, nobody.advance) == (None, (), Decimal("0.00"))
        assert "Who is it?" in nobody.question


def test_the_same_name_is_only_a_hint():
    proposal = propose(stranger("122000.00", "счет 318", name="Окна Волги ООО"), FACTS)
    assert (proposal.client_id, proposal.sure) == (VOLGI, False)
    assert "only the name" in proposal.question


def test_requisites_that_point_to_two_clients_ask():
    proposal = propose(came("122000.00", "счет 318", account="40702810000000000061"), FACTS)
    assert not proposal.sure and "the account is of АО Дон" in proposal.question
    twins = replace(FACTS, payers=[*PAYERS, Payer(3, "Окна Волги, филиал", (THEIR_TAX_ID,))])
    assert propose(came("122000.00", "счет 318"), twins).sure  # the account tells them apart
    proposal = propose(came("122000.00", "счет 318", account=""), twins)
    assert not proposal.sure


def test_a_number_that_two_open_invoices_have_is_never_sure():
    facts = replace(FACTS, invoices=[I318, replace(I318, id=9, dated_on=date(2025, 11, 9))])
    assert not propose(came("122000.00", "счет 318"), facts).sure
    dated = propose(came("122000.00", "счет 318 от 09.11.2025"), facts)
    assert dated.sure and dated.allocations[0][0] == 9


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (came("5.00", "Перевод", account=OURS), "own_money"),
        (came("5.00", "Перевод", tax_id="7701234560"), "own_money"),
        (came("5.00", "Возврат ошибочно перечисленных средств по счету 318"), "not_a_sale"),
        (came("5.00", "Уплата процентов по депозиту", tax_id=""), "not_a_sale"),
        (came("5.00", "存款利息", tax_id=""), "not_a_sale"),
        (came("5.00", "прочее", tax_id="", kind=Kind.BANK_ORDER), "from_the_bank"),
    ],
)
def test_money_that_is_not_from_a_client_is_asked_about(line, code):
    proposal = propose(line, FACTS)
    assert (proposal.client_id, proposal.allocations, proposal.sure, said(proposal)) == (
        None,
        (),
        False,
        [code],
    )
    assert proposal.question


purposes = st.lists(
    st.sampled_from(["счет 318", "319", "№ 500", "заказ 12", "счет 777", "и", "возврат", "от 09.11.2026", "сч-ф 322"])
).map(", ".join)


@given(
    st.decimals("0.01", 300_000, places=2) | st.sampled_from([Decimal("122000.00"), Decimal("130000.00")]),
    purposes,
    st.sampled_from([THEIR_TAX_ID, "6100000001", "", "5"]),
)
def test_every_proposal_accounts_for_the_whole_sum_and_asks_unless_all_agrees(amount, purpose, tax_id):
    proposal = propose(came(amount, purpose, tax_id=tax_id, account=""), FACTS)
    paid = sum((part for _identity, part in proposal.allocations), Decimal())
    by_id = {one.id: one for one in FACTS.invoices}
    assert paid + proposal.advance == (amount if proposal.client_id else 0)
    assert all(0 < part <= by_id[identity].open_amount for identity, part in proposal.allocations)
    assert proposal.sure != bool(proposal.question)
    assert proposal.reasons
    if proposal.sure:
        assert all(by_id[identity].client_id == proposal.client_id for identity, _part in proposal.allocations)
        assert paid == amount == sum(by_id[identity].open_amount for identity, _part in proposal.allocations)
