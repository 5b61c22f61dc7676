"""What a sent referral says in our words."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from interventions.participant import Address, ContactSheet, Participant
from interventions.promises.catalogue import Catalogue
from interventions.referral import Practitioner, Referral, Selection
from interventions.vocabulary import Channel, Complexity, Language, LetterFormat, Pathway
from starter.referral_form import read_referral
from tests.starter.documents import GONE, NOW, but, example

LOW, MEDIUM, HIGH = Complexity
FAMILY, LIFESTYLE = Pathway


def test_a_sent_referral_is_translated_field_by_field(catalogue: Catalogue) -> None:
    referral = read_referral(example("lifestyle-low.json"), catalogue=catalogue, now=NOW)

    assert referral == Referral(
        id=UUID(example("lifestyle-low.json")["id"]),
        reference="KD4821PE",
        sent_at=datetime(2026, 3, 2, 9, 42, 17, 318204, UTC),
        participant=Participant(
            crn="X417203",
            first_name="Callum",
            last_name="Redfearn",
            date_of_birth=date(1998, 6, 14),
            contact=ContactSheet(
                mobile="+447700900112",
                address=Address(lines=("14 Larkrise Terrace", "Oldbarrow"), postcode="ZZ1 1ZZ"),
                safe={Channel.TEXT: True, Channel.LETTER: True},
            ),
        ),
        practitioner=Practitioner(username="NATASHA.HOLLIS", name="Natasha Hollis"),
        selections=(
            Selection(
                pathway=LIFESTYLE,
                complexity=LOW,
                outcomes=(
                    UUID("d0d077f9-9832-41ac-ad89-fc4a915dee0f"),
                    UUID("f7908f5e-ec66-43a1-8a1b-a36081efed04"),
                ),
                outcomes_version="rm-2025-04",
            ),
        ),
        contract="PRJ_5626",
        relevant_sentence_id=2500417203,
        completion_deadline=date(2026, 7, 31),
        maximum_enforceable_days=10,
        further_information="Wants to meet people outside his old circle and has asked about a local walking "
        "football group. Happy to be contacted by phone.",
        unavailable="Tuesday and Thursday mornings: work placement until 1pm.",
        supplementary_risk_id=UUID(example("lifestyle-low.json")["supplementaryRiskId"]),
    )


@pytest.mark.parametrize(
    "name, chosen",
    [
        pytest.param("lifestyle-low.json", [(LIFESTYLE, LOW, "rm-2025-04")]),
        pytest.param("lifestyle-medium.json", [(LIFESTYLE, MEDIUM, "rm-2025-04")]),
        pytest.param("lifestyle-high.json", [(LIFESTYLE, HIGH, "seed-v1")]),
        pytest.param("family-low.json", [(FAMILY, LOW, "rm-2025-04")]),
        pytest.param("family-medium.json", [(FAMILY, MEDIUM, "seed-v1")]),
        pytest.param("family-high.json", [(FAMILY, HIGH, "rm-2025-04")]),
        pytest.param("both-pathways.json", [(LIFESTYLE, MEDIUM, "rm-2025-04"), (FAMILY, LOW, "rm-2025-04")]),
    ],
)
def test_each_example_chooses_its_pathway_complexity_and_outcomes(
    catalogue: Catalogue, name: str, chosen: list[tuple[Pathway, Complexity, str]]
) -> None:
    document = example(name)
    referral = read_referral(document, catalogue=catalogue, now=NOW)

    assert [(s.pathway, s.complexity, s.outcomes_version) for s in referral.selections] == chosen
    assert [[str(outcome) for outcome in s.outcomes] for s in referral.selections] == [
        row["desiredOutcomesIds"] for row in document["referral"]["desiredOutcomes"]
    ]


def test_the_day_sent_is_a_london_day(catalogue: Catalogue) -> None:
    late = but(example("both-pathways.json"), {"sentAt": "2026-04-01T23:30:00Z"})

    assert read_referral(late, catalogue=catalogue, now=NOW).day_sent == date(2026, 4, 2)


def test_a_channel_nobody_spoke_about_is_not_known_to_be_safe(catalogue: Catalogue) -> None:
    contact = read_referral(example("family-high.json"), catalogue=catalogue, now=NOW).participant.contact

    assert contact.safe == {Channel.LETTER: True}
    assert contact.reach_by(Channel.TEXT) == "not-known-safe"
    assert contact.reach_by(Channel.LETTER) == "yes"


def test_an_empty_contact_sheet_makes_no_channel_safe(catalogue: Catalogue) -> None:
    document = but(example("family-low.json"), {"contactSheet": {}})

    assert read_referral(document, catalogue=catalogue, now=NOW).participant.contact == ContactSheet()


def test_language_and_format_of_letters_come_from_the_contact_sheet(catalogue: Catalogue) -> None:
    document = but(example("family-low.json"), {"contactSheet.language": "cy"})
    contact = read_referral(document, catalogue=catalogue, now=NOW).participant.contact

    assert (contact.language, contact.letter_format) == (Language.WELSH, LetterFormat.LARGE_PRINT)


@pytest.mark.parametrize(
    "needs, language, booked",
    [
        pytest.param(True, "Polish", "Polish", id="needed"),
        pytest.param(False, "Polish", None, id="once named, no longer needed"),
        pytest.param(None, None, None, id="never asked"),
    ],
)
def test_an_interpreter_is_booked_only_where_one_is_needed(
    catalogue: Catalogue, needs: bool | None, language: str | None, booked: str | None
) -> None:
    changes = {"referral.needsInterpreter": needs, "referral.interpreterLanguage": language}
    document = but(example("lifestyle-medium.json"), changes)

    assert read_referral(document, catalogue=catalogue, now=NOW).interpreter_language == booked


@pytest.mark.parametrize("number", ["07700900245", "07700 900 245", "+44 7700 900245", "+447700-900245"])
def test_a_uk_mobile_is_kept_in_one_form_however_it_is_written(catalogue: Catalogue, number: str) -> None:
    document = but(example("family-low.json"), {"contactSheet.mobile": number})

    assert read_referral(document, catalogue=catalogue, now=NOW).participant.contact.mobile == "+447700900245"


def test_a_manx_mobile_is_a_mobile_though_it_begins_like_a_pager(catalogue: Catalogue) -> None:
    document = but(example("family-low.json"), {"contactSheet.mobile": "07624 123456"})

    assert read_referral(document, catalogue=catalogue, now=NOW).participant.contact.mobile == "+447624123456"


def test_a_field_that_rm_adds_tomorrow_is_ignored(catalogue: Catalogue) -> None:
    added = {"riskBand": 3, "referral.cohort": {"name": "pilot"}, "referral.serviceUser.pronouns": "he/him"}

    assert read_referral(
        but(example("family-low.json"), added), catalogue=catalogue, now=NOW
    ) == read_referral(example("family-low.json"), catalogue=catalogue, now=NOW)


def test_delius_names_the_practitioner_where_the_referral_does_not(catalogue: Catalogue) -> None:
    document = but(example("family-medium.json"), {"referral.ppName": GONE})

    assert read_referral(document, catalogue=catalogue, now=NOW).practitioner.name == "Gareth Plumley"
