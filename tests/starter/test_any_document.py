"""Whatever comes in, the answer is a referral or a refusal, and no refusal tells on the person."""

from typing import Any

import pytest
from hypothesis import example as tried_first
from hypothesis import given, settings
from hypothesis import strategies as st

from interventions.errors import BadReferral
from interventions.promises.catalogue import Catalogue
from interventions.referral import Referral
from starter.referral_form import read_referral
from tests.starter.documents import GOOD, NOW, but, example

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)


def places(value: Any, at: str = "") -> list[str]:
    """The path of every value in a document."""
    if isinstance(value, dict):
        inside = [place for key, item in value.items() for place in places(item, f"{at}.{key}")]
    elif isinstance(value, list):
        inside = [place for index, item in enumerate(value) for place in places(item, f"{at}[{index}]")]
    else:
        inside = []
    return [at.removeprefix("."), *inside] if at else inside


def answer(document: object, catalogue: Catalogue) -> Referral | BadReferral:
    try:
        return read_referral(document, catalogue=catalogue, now=NOW)
    except BadReferral as refusal:
        return refusal


def is_whole(said: Referral | BadReferral) -> bool:
    """A referral survives the wire; a refusal has findings, and words that any log can keep."""
    if isinstance(said, Referral):
        return Referral.model_validate_json(said.model_dump_json()) == said
    return bool(said.findings) and bool(str(said).encode())


@settings(deadline=None)
@given(document=JSON)
@tried_first(document={"contactSheet": {"\ud800": 1}, "referenceNumber": "\ud800"})
def test_whatever_json_comes_in_is_refused_as_a_bad_referral(document: object, catalogue: Catalogue) -> None:
    said = answer(document, catalogue)

    assert isinstance(said, BadReferral)
    assert is_whole(said)


@settings(deadline=None)
@given(data=st.data(), name=st.sampled_from(GOOD), value=JSON)
def test_whatever_stands_in_one_field_of_a_good_referral_it_is_read_or_refused(
    data: st.DataObject, name: str, value: object, catalogue: Catalogue
) -> None:
    document = example(name)
    place = data.draw(st.sampled_from(places(document)))

    assert is_whole(answer(but(document, {place: value}), catalogue))


def test_a_refusal_never_repeats_what_the_referral_says_about_the_person(catalogue: Catalogue) -> None:
    private = {
        "serviceUserCRN": ["X417203"],
        "referral.serviceUser.crn": {"crn": "X417203"},
        "referral.serviceUser.firstName": {"Callum": "Callum"},
        "referral.serviceUser.lastName": ["Redfearn"],
        "referral.serviceUser.dateOfBirth": "14 June 1998",
        "referral.furtherInformation": ["Wants to leave the Hartwell Road group"],
        "referral.personCurrentLocationType": "Oldbarrow",
        "referral.serviceCategoryIds[0]": "Callum Redfearn",
        "contactSheet.mobile": "07700 90011x",
        "contactSheet.address.lines": "14 Larkrise Terrace",
        "contactSheet.letterFormat": "large, he is blind",
        "contactSheet.tell Callum first": True,
    }
    with pytest.raises(BadReferral) as refusal:
        read_referral(but(example("lifestyle-low.json"), private), catalogue=catalogue, now=NOW)

    assert len(refusal.value.findings) == len(private)
    said = f"{refusal.value} {refusal.value!r} {refusal.value.findings}"
    for secret in (
        "Callum",
        "Redfearn",
        "X417203",
        "1998",
        "Hartwell",
        "Oldbarrow",
        "90011",
        "Larkrise",
        "blind",
    ):
        assert secret not in said
    assert refusal.value.__context__ is None
