"""Which numbers may be texted: UK mobiles in any writing, and no line that costs, is at home or abroad."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.mobiles import uk_mobile

CROWN = ["07781 123456", "07624 123456", "07797 712345", "+447911123456"]


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("07700 900123", "+447700900123"),
        ("07412 345678", "+447412345678"),
        ("+44 7412 345678", "+447412345678"),
        ("+44 (0)7412 345678", "+447412345678"),
        ("0044 7412 345678", "+447412345678"),
        ("(07412) 345-678", "+447412345678"),
        ("07412.345.678", "+447412345678"),
        (" 07412345678 ", "+447412345678"),
        ("07781 123456", "+447781123456"),
        ("07624 123456", "+447624123456"),
    ],
)
def test_a_mobile_is_one_however_it_is_written(written: str, form: str) -> None:
    assert uk_mobile(written) == form
    assert uk_mobile(form) == form


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("07012 345678", id="a personal number"),
        pytest.param("07640 123456", id="a pager"),
        pytest.param("020 7946 0018", id="a landline"),
        pytest.param("0900 123 4567", id="premium"),
        pytest.param("0800 123 4567", id="freephone"),
        pytest.param("0300 123 4567", id="a service number"),
        pytest.param("+1 202 555 0123", id="abroad"),
        pytest.param("+353 85 012 3456", id="a mobile abroad"),
        pytest.param("07412 34567", id="a digit short"),
        pytest.param("07412 3456789", id="a digit long"),
        pytest.param("999", id="999"),
        pytest.param("07412 345678 ext 5", id="an extension"),
        pytest.param("tel:+447412345678", id="a link"),
        pytest.param("\u0660\u0667\u0664\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668", id="other digits"),
        pytest.param("07412\n345678", id="a line break"),
        pytest.param("", id="nothing"),
        pytest.param("call me", id="words"),
    ],
)
def test_what_is_no_uk_mobile_is_refused(written: str) -> None:
    assert uk_mobile(written) is None


@pytest.mark.parametrize("written", CROWN)
def test_the_crown_dependencies_are_refused_where_that_is_set(written: str) -> None:
    assert uk_mobile(written, crown_dependencies=False) is None


@given(st.one_of(st.text(max_size=40), st.from_regex(r"[+0-9 ().-]{0,30}", fullmatch=True)))
def test_whatever_is_typed_there_is_an_answer(written: str) -> None:
    form = uk_mobile(written)
    assert form is None or (form.startswith("+447") and uk_mobile(form) == form)
