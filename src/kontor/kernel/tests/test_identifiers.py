import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontor.kernel import identifiers as i


@pytest.mark.parametrize(
    ("check", "typed", "kept"),
    [
        (i.check_inn, " 7701 234560", "7701234560"),
        (i.check_inn, "７７０１２３４５６０", "7701234560"),
        (i.check_inn, "500100732259", "500100732259"),
        (i.check_kpp, "7701-01001", "770101001"),
        (i.check_kpp, "7701ab001", "7701AB001"),
        (i.check_ogrn, "1027700132195", "1027700132195"),
        (i.check_ogrn, "385768585948949", "385768585948949"),
        (i.check_bic, "044525225", "044525225"),
        (i.check_uscc, "91310115ma1k4abcdd", "91310115MA1K4ABCDD"),
        (i.check_uscc, "9 1 110000 600037341L", "91110000600037341L"),
    ],
)
def test_a_true_number_is_kept_in_one_form(check, typed, kept):
    assert check(typed) == kept


@pytest.mark.parametrize(
    ("check", "typed", "sentence"),
    [
        (i.check_inn, "77012345", "this one has 8"),
        (i.check_inn, "7701234567", "check digit"),
        (i.check_inn, "77012345ab", "digits only"),
        (i.check_kpp, "77010100", "this one has 8"),
        (i.check_kpp, "77010100A", "places 5 and 6"),
        (i.check_ogrn, "102770013219", "this one has 12"),
        (i.check_ogrn, "1027700132196", "check digit"),
        (i.check_bic, "04452522", "this one has 8"),
        (i.check_bic, "994525225", "begins with 04"),
        (i.check_uscc, "91310115MA1K4ABCD", "this one has 17"),
        (i.check_uscc, "91310115MA1K4ABCDI", "without I, O"),
        (i.check_uscc, "91310115MA1K4ABCDE", "last character"),
    ],
)
def test_a_wrong_number_is_told_what_is_wrong(check, typed, sentence):
    with pytest.raises(ValueError, match=sentence):
        check(typed)


def test_a_sole_traders_number_whose_remainder_has_two_digits_is_valid():
    body = next(n for n in range(30477000000000, 30477000000099) if n % 13 >= 10)
    assert i.check_ogrn(f"{body}{body % 13 % 10}")


def test_an_account_belongs_to_its_bank():
    assert i.check_account("3010 1810 4000 0000 0225", "044525225") == "30101810400000000225"
    with pytest.raises(ValueError, match="044525974"):
        i.check_account("40702810200000012346", "044525974")


@pytest.mark.parametrize(
    ("typed", "sentence"), [("4070281", "this one has 7"), ("4070281020000001234Ы", "digits only")]
)
def test_an_account_of_a_wrong_form_is_refused(typed, sentence):
    with pytest.raises(ValueError, match=sentence):
        i.check_account(typed, "044525225")


@given(st.integers(0, 10**10), st.sampled_from("0123456789ABCEHKMPTX"))
def test_one_of_ten_keys_fits_an_account_and_one_mistyped_digit_is_found(tail, sixth):
    accounts = [f"40702{sixth}10{key}{tail:011}" for key in range(10)]
    fitting = [account for account in accounts if i._account_key(account, "044525225") == 0]
    assert len(fitting) == 1


@pytest.mark.parametrize(
    ("typed", "country", "kept"),
    [
        ("8 (495) 123-45-67", "RU", "+74951234567"),
        ("8-916-123-45-67 доб.12", "RU", "+79161234567;ext=12"),
        ("8-916-123-45-67, вн. 12", "RU", "+79161234567;ext=12"),
        ("+7 495 123 45 67 внутр. 305", "CN", "+74951234567;ext=305"),
        ("010-88888888转801", "CN", "+861088888888;ext=801"),
        ("010-88888888 分机：801", "CN", "+861088888888;ext=801"),
        ("0755-26000000", "CN", "+8675526000000"),
        ("１３８００１３８０００", "CN", "+8613800138000"),
        ("400-820-8820", "CN", "+864008208820"),
    ],
)
def test_a_telephone_number_is_kept_whole_with_its_extension(typed, country, kept):
    assert i.normal_phone(typed, country) == kept


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("call me", "not a telephone"), ("", "not a telephone"), ("123-45-67", "area code")],
)
def test_a_number_that_cannot_be_dialled_is_refused(typed, sentence):
    with pytest.raises(ValueError, match=sentence):
        i.normal_phone(typed, "RU")


def test_a_kept_number_is_shown_as_people_read_it():
    assert i.phone_for_eye("+74951234567") == "+7 495 123-45-67"
    assert i.phone_for_eye("+74951234567;ext=12") == "+7 495 123-45-67 ext. 12"
    assert i.phone_for_eye("by pigeon") == "by pigeon"


def test_the_digits_of_a_phone_alone():
    assert i.phone_digits("8 (495) 123-45-67") == "84951234567"


@given(st.text(max_size=25))
def test_no_text_breaks_a_check(text):
    for check in (
        i.check_inn,
        i.check_kpp,
        i.check_ogrn,
        i.check_bic,
        i.check_uscc,
        lambda t: i.normal_phone(t, "CN"),
        lambda t: i.check_account(t, "044525225"),
    ):
        try:
            assert check(text)
        except ValueError as error:
            assert str(error).endswith(".")


def test_an_account_is_not_checked_against_a_bank_code_that_is_none():
    with pytest.raises(ValueError, match="this one has 3"):
        i.check_account("30101810400000000225", "225")
