"""A measure is defined once, says what it means, and never guesses."""

from typing import get_args

import pytest

from interventions.case import Word
from interventions.figures.contacts import CAUSES
from interventions.figures.contract import ContractFigures, median
from interventions.figures.intervention import EDITION, Figures, figures
from interventions.figures.measure import Measure, edition, measure, measures
from interventions.figures.profile import KPI, NAMING
from interventions.figures.rm_profile import RM
from interventions.figures.share import Share
from interventions.figures.tally import COUNTS
from interventions.figures.words import FORMATS, LANGUAGES
from interventions.message import Wire
from interventions.vocabulary import Language, LetterFormat, NoSessionReason
from tests.figures.telling import counted_by_hand, entries_of, row_of

EVERY = (*measures(Figures), *measures(ContractFigures))


@pytest.mark.parametrize("each", EVERY, ids=lambda each: each.name)
def test_a_measure_says_what_it_means_in_a_sentence_and_in_which_version(each: Measure) -> None:
    assert each.version >= 1
    assert each.meaning[:1].isupper() or each.meaning.startswith("R&M")
    assert each.meaning.endswith(".")


def test_the_kpi_profile_shows_every_measure_and_names_nobody() -> None:
    shown = {column.name for column in KPI.columns}
    assert shown == {each.name for each in measures(Figures) if each.flat} - set(NAMING)
    assert not any("crn" in name or "caseworker_id" in name for name in shown)


def test_a_new_version_of_a_meaning_is_a_new_edition() -> None:
    class Before(Wire):
        days: int | None = measure("Days, weekends included.")

    class After(Wire):
        days: int | None = measure("Days, weekends left out.", version=2)

    assert edition(Before) != edition(After)
    assert len(EDITION) == 12


def test_r_and_ms_27_columns_stand_in_their_order() -> None:
    assert [column.name for column in RM.columns] == [
        "referral_ref",
        "referral_id",
        "contract_ref",
        "organisation_id",
        "caseworker_id",
        "service_user_crn",
        "date_referral_received",
        "date_saa_first_arranged",
        "date_saa_first_scheduled_for",
        "date_saa_first_not_attended",
        "date_saa_first_attended",
        "date_saa_first_completed",
        "saa_attended_on_time",
        "date_first_action_plan_submitted",
        "date_of_first_action_plan_approval",
        "date_of_first_attended_session",
        "outcomes_to_be_achieved_count",
        "outcomes_achieved",
        "count_of_sessions_expected",
        "count_of_sessions_attended",
        "end_requested_by_pp_at",
        "end_requested_by_pp_reason",
        "date_eosr_submitted",
        "concluded_at",
        "referral_end_state",
        "date_intervention_to_be_completed_by",
        "end_of_sentence_date",
    ]


@pytest.mark.parametrize("story", tuple(counted_by_hand()))
def test_the_figures_can_be_asked_for_after_every_single_fact(story: str) -> None:
    entries = entries_of(story)
    rows = [figures(entries[:number]) for number in range(1, len(entries) + 1)]
    assert [row.contacts for row in rows] == sorted(row.contacts for row in rows)
    assert rows[-1].contacts == row_of(story).contacts


def test_an_account_that_does_not_begin_with_the_referral_has_no_figures() -> None:
    with pytest.raises(ValueError, match="begins with the referral"):
        figures(entries_of("lifestyle-low")[1:])


@pytest.mark.parametrize("story", tuple(counted_by_hand()))
def test_a_row_kept_as_json_without_what_is_empty_comes_back_the_same(story: str) -> None:
    row = row_of(story)
    assert Figures.model_validate_json(row.model_dump_json(exclude_defaults=True)) == row


def test_no_word_goes_uncounted_whatever_became_of_it() -> None:
    measured = {each.name for each in measures(Figures)}
    states = set(get_args(Word.model_fields["state"].annotation))
    not_yet_or_named_otherwise = {"requested", "accepted"}
    assert {f"reminders_{state}" for state in states - not_yet_or_named_otherwise} <= measured
    assert set(LANGUAGES) == set(Language)
    assert set(FORMATS) == set(LetterFormat)
    assert {*LANGUAGES.values(), *FORMATS.values()} <= measured


def test_no_absence_goes_uncounted_whoever_was_at_fault() -> None:
    measured = {each.name for each in measures(Figures)}
    assert set(CAUSES) == set(NoSessionReason)
    assert {f"{what}_{by}" for what in ("absent", "no_session") for by in CAUSES.values()} <= measured


def test_every_count_of_a_row_is_added_up() -> None:
    """A number of the row that the contract's figures leave out would be missed by nobody."""
    counts = {name for name, field in Figures.model_fields.items() if field.annotation is int}
    added = {name for names in COUNTS.values() for name in names}
    shown_otherwise = {"caseworkers", "sessions_attended"}
    assert counts - added == shown_otherwise


@pytest.mark.parametrize(
    ("days", "middle"), [({}, None), ({3: 1}, 3), ({3: 1, 4: 1}, 3.5), ({1: 5, 9: 4}, 1), ({2: 2, 9: 2}, 5.5)]
)
def test_the_middle_of_a_distribution(days: dict[int, int], middle: float | None) -> None:
    assert median(days) == middle


def test_of_few_no_percentage_is_given() -> None:
    assert Share(yes=3, of=4).percent is None
    assert Share(yes=9, of=12).percent == 75
