"""Every rule that refuses a referral, each on a good one with one thing wrong."""

from typing import Any

import pytest

from interventions.errors import BadReferral
from interventions.promises.catalogue import Catalogue
from starter.referral_form import read_referral
from tests.starter.documents import GONE, NOW, but, example

NEVER_HEARD_OF = "3f0c9b52-6f0e-4f6e-9a43-6a3a0d6f9d11"
LIFESTYLE, FAMILY = "b84f4eb7-4db0-477e-8c59-21027b3262c5", "9556a399-3529-4993-8030-41db2090555e"
FAMILY_LOW = "ddc8ee4a-403e-47cc-9af1-815938429bbc"
OLD_OUTCOME, NEW_OUTCOME = "f45e26a8-65d4-4acf-bee4-fd6d0f5cf1e5", "d0d077f9-9832-41ac-ad89-fc4a915dee0f"
CATEGORIES = "referral.serviceCategoryIds"
LEVELS = "referral.complexityLevels"
OUTCOMES = "referral.desiredOutcomes"
CHOSEN = f"{OUTCOMES}[0].desiredOutcomesIds"


def wrong(path: str, value: object, rule: str, *, named: str, field: str = "") -> Any:
    """A row: with `value` at `path`, the referral is refused by `rule` at `field` (the path, if not said)."""
    return pytest.param(path, value, field or path, rule, id=named)


MISSING = [
    wrong(path, value, "missing", named=f"{path} {'missing' if value is GONE else 'empty'}")
    for path in ("id", "sentAt", "referenceNumber", "serviceUserCRN", "referral.serviceUser.lastName")
    for value in (GONE, None)
] + [
    wrong("referenceNumber", "  ", "missing", named="reference number of blanks"),
    wrong("sentBy", None, "missing", field="sentBy.username", named="nobody sent it"),
    wrong("contactSheet", GONE, "contact-sheet-missing", named="no contact sheet"),
    wrong("contactSheet", None, "contact-sheet-missing", named="contact sheet null"),
    wrong("contactSheet.address.postcode", GONE, "missing", named="address without postcode"),
    wrong("referral.personCurrentLocationType", None, "missing", named="nobody says where they are"),
    wrong("referral.interpreterLanguage", None, "interpreter-language-missing", named="interpreter of what"),
    wrong(f"{LEVELS}[0].complexityLevelId", None, "missing", named="complexity level null"),
]
MALFORMED = [
    wrong("id", "lifestyle-1", "malformed", named="id not a UUID"),
    wrong("sentAt", "yesterday", "malformed", named="sent yesterday"),
    wrong("sentAt", 1772444537, "malformed", named="sent at a number"),
    wrong("sentAt", "2026-02-30T09:00:00Z", "malformed", named="sent on a day that never was"),
    wrong("sentAt", "2026-03-02T09:42:17", "naive-time", named="sent at a time without offset"),
    wrong("referral", [], "malformed", named="referral is a list"),
    wrong(CATEGORIES, LIFESTYLE, "malformed", named="categories not a list"),
    wrong(f"{CATEGORIES}[1]", None, "malformed", named="a category null"),
    wrong(f"{LEVELS}[0]", None, "malformed", named="a complexity null"),
    wrong(f"{LEVELS}[0].serviceCategoryId", 7, "malformed", named="a complexity for the category 7"),
    wrong(f"{CHOSEN}[0]", {}, "malformed", named="an outcome that is an object"),
    wrong("referral.completionDeadline", "31/07/2026", "malformed", named="deadline not an ISO date"),
    wrong("referral.maximumEnforceableDays", "ten", "malformed", named="days in words"),
    wrong("referral.needsInterpreter", "yes", "malformed", named="interpreter yes"),
    wrong("referral.personCurrentLocationType", "HOSPITAL", "malformed", named="a third location"),
    wrong("referral.serviceUser.firstName", "Cal\x00lum", "malformed", named="a name no database keeps"),
    wrong("referral.furtherInformation", "x" * 20_001, "malformed", named="endless information"),
    wrong("contactSheet", "on file", "malformed", named="contact sheet is text"),
    wrong("contactSheet.safe.text", "yes", "malformed", named="safe in words"),
    wrong("contactSheet.language", "pl", "malformed", named="a language we do not write"),
    wrong("contactSheet.letterFormat", "braille", "malformed", named="a format we do not print"),
    wrong("contactSheet.address.lines", [], "malformed", named="an address without lines"),
    wrong("contactSheet.mobil", "07700 900112", "unknown-key", named="mobile misspelt"),
    wrong("contactSheet.safe.txt", True, "unknown-key", named="text misspelt"),
    wrong("contactSheet.letter_format", "standard", "unknown-key", named="our own name for the format"),
]
CIRCUMSTANCES = [
    wrong("sentAt", "2026-06-01T12:00:01Z", "sent-in-future", named="sent a second from now"),
    wrong("sentAt", "2026-06-01T12:30:00+00:00", "sent-in-future", named="sent in half an hour"),
    wrong("concludedAt", "2026-05-01T10:00:00Z", "already-ended", named="concluded in R&M"),
    wrong("endRequestedAt", "2026-05-01T10:00:00Z", "already-ended", named="withdrawn in R&M"),
    wrong("referral.personCurrentLocationType", "CUSTODY", "in-custody", named="in custody"),
    wrong("referral.serviceUser.dateOfBirth", "2008-12-01", "not-for-this-contract", named="seventeen"),
    wrong("referral.serviceUser.gender", "Female", "not-for-this-contract", named="a contract for men"),
    wrong("serviceUserCRN", "12", "not-a-case-number", named="no case number"),
    wrong("serviceUserCRN", "X12345", "not-a-case-number", named="a digit short"),
    wrong("referral.serviceUser.crn", "X000001", "crn-mismatch", named="another person's CRN"),
]
CHOICES = [
    wrong(CATEGORIES, [], "missing", field=CATEGORIES, named="no category"),
    wrong(f"{CATEGORIES}[1]", NEVER_HEARD_OF, "unknown-category", named="unknown category"),
    wrong(f"{CATEGORIES}[1]", LIFESTYLE, "category-twice", named="category twice"),
    wrong(LEVELS, [], "complexity-missing", named="category without complexity"),
    wrong(f"{LEVELS}[0].complexityLevelId", NEVER_HEARD_OF, "unknown-complexity", named="unknown complexity"),
    wrong(
        f"{LEVELS}[0].complexityLevelId", FAMILY_LOW, "unknown-complexity", named="another category's level"
    ),
    wrong(OUTCOMES, None, "no-desired-outcome", named="category without outcomes"),
    wrong(CHOSEN, [], "no-desired-outcome", named="empty outcomes"),
    wrong(f"{CHOSEN}[0]", NEVER_HEARD_OF, "unknown-outcome", named="unknown outcome"),
    wrong(CHOSEN, [NEW_OUTCOME, NEW_OUTCOME], "outcome-twice", field=f"{CHOSEN}[1]", named="outcome twice"),
    wrong(CHOSEN, [NEW_OUTCOME, OLD_OUTCOME], "outcomes-mix-versions", named="outcomes of two versions"),
    wrong(
        f"{LEVELS}[1]",
        {"serviceCategoryId": FAMILY, "complexityLevelId": FAMILY_LOW},
        "category-not-selected",
        field=f"{LEVELS}[1].serviceCategoryId",
        named="complexity of a category not selected",
    ),
    wrong(
        f"{OUTCOMES}[1]",
        {"serviceCategoryId": FAMILY, "desiredOutcomesIds": [NEW_OUTCOME]},
        "category-not-selected",
        field=f"{OUTCOMES}[1].serviceCategoryId",
        named="outcomes of a category not selected",
    ),
]
NUMBERS = [
    wrong("contactSheet.mobile", number, "not-a-uk-mobile", named=named)
    for number, named in {
        "": "no number at all",
        "020 7946 0123": "a landline",
        "+1 212 555 0123": "a number abroad",
        "07700 90011": "a digit short",
        "07700 9001123": "a digit over",
        "070 1234 5678": "a personal number",
        "07612 345678": "a pager",
        "٠٧٧٠٠٩٠٠١١٢": "digits of another script",
    }.items()
]


@pytest.mark.parametrize("path, value, field, rule", MISSING + MALFORMED + CIRCUMSTANCES + CHOICES + NUMBERS)
def test_a_referral_with_one_thing_wrong_is_refused_for_that_and_nothing_else(
    catalogue: Catalogue, path: str, value: object, field: str, rule: str
) -> None:
    document = but(example("lifestyle-medium.json"), {path: value})

    with pytest.raises(BadReferral) as refusal:
        read_referral(document, catalogue=catalogue, now=NOW)

    assert [(at, code) for at, code, _ in refusal.value.findings] == [(field, rule)]
    assert (refusal.value.field, refusal.value.rule) == (field, rule)
    assert refusal.value.reason


@pytest.mark.parametrize("document", [None, [], "referral", 7, True], ids=str)
def test_a_document_that_is_not_an_object_is_malformed(catalogue: Catalogue, document: object) -> None:
    with pytest.raises(BadReferral, match="must be a JSON object") as refusal:
        read_referral(document, catalogue=catalogue, now=NOW)

    assert (refusal.value.field, refusal.value.rule) == ("document", "malformed")


def test_everything_wrong_is_reported_at_once(catalogue: Catalogue) -> None:
    document = but(
        example("both-pathways.json"),
        {
            "referenceNumber": GONE,
            "sentAt": "2027-01-01T00:00:00Z",
            f"{LEVELS}[1].complexityLevelId": NEVER_HEARD_OF,
            CHOSEN: [],
            f"{OUTCOMES}[1].desiredOutcomesIds[1]": "parenting",
            "contactSheet.mobile": "12345",
            "contactSheet.adress": None,
        },
    )

    with pytest.raises(BadReferral) as refusal:
        read_referral(document, catalogue=catalogue, now=NOW)

    assert {(field, rule) for field, rule, _ in refusal.value.findings} == {
        ("referenceNumber", "missing"),
        ("sentAt", "sent-in-future"),
        (f"{LEVELS}[1].complexityLevelId", "unknown-complexity"),
        (CHOSEN, "no-desired-outcome"),
        (f"{OUTCOMES}[1].desiredOutcomesIds[1]", "malformed"),
        ("contactSheet.mobile", "not-a-uk-mobile"),
        ("contactSheet.adress", "unknown-key"),
    }


def test_an_empty_object_is_told_all_that_a_referral_needs(catalogue: Catalogue) -> None:
    with pytest.raises(BadReferral) as refusal:
        read_referral({}, catalogue=catalogue, now=NOW)

    assert [(field, rule) for field, rule, _ in refusal.value.findings] == [
        ("id", "missing"),
        ("sentAt", "missing"),
        ("sentBy.username", "missing"),
        ("referenceNumber", "missing"),
        ("serviceUserCRN", "missing"),
        ("referral.serviceUser.firstName", "missing"),
        ("referral.serviceUser.lastName", "missing"),
        ("referral.personCurrentLocationType", "missing"),
        (CATEGORIES, "missing"),
        ("contactSheet", "contact-sheet-missing"),
    ]
