"""The failure classes of domain brief 6 that a report runs into, each kept out of ours by name."""

from datetime import date

import pytest

from interventions.case import Case
from interventions.conversation import hear
from interventions.end_of_service import OutcomeReached
from interventions.evolve import begin, evolve_all
from interventions.facts import AnyFact, WordRequested
from interventions.figures.contract import Month
from interventions.figures.intervention import Figures, figures, figures_of
from interventions.figures.period import Period
from interventions.figures.rm_profile import RM
from interventions.figures.tally import Tally, caseload
from interventions.messages import Message, SubmitReport
from interventions.stages.referral import receive
from interventions.vocabulary import Achievement, Attended, Ending, Stage
from tests.builders import a_case, a_case_at, a_referral, a_report, carried_to, some_terms, told
from tests.figures.telling import entries_of, printed, row_of
from tests.sayings import WORKER, a_booking, a_record, allocation, an_amendment, at, nobody_came

JULY = Period(first=date(2026, 7, 1), last=date(2026, 7, 31))
HALF = Achievement.PARTIALLY_ACHIEVED


def figures_after(*said: tuple[Message, str], sent: str = "2026-06-01T10:00") -> Figures:
    """The row of a referral after these messages."""
    referral = a_referral(sent=sent)
    received = receive(referral, some_terms(referral), referral.sent_at)
    facts: list[AnyFact] = [received]
    for message, when in said:
        facts += hear(evolve_all(begin(received), facts[1:]), message, at(when))
    return figures_of(evolve_all(begin(received), facts[1:]), facts)


def row_at(case: Case) -> Figures:
    """The row of a case at hand; what only its facts say is left out."""
    return figures_of(case, ())


@pytest.mark.parametrize(
    ("sent", "in_july"),
    [
        ("2026-06-30T23:59", False),
        ("2026-07-01T00:00", True),
        ("2026-07-01T00:30", True),  # in Greenwich it is 23:30 on 30 June
        ("2026-07-31T23:59", True),
        ("2026-08-01T00:30", False),  # in Greenwich it is still July
    ],
)
def test_f8_a_period_is_cut_at_midnight_in_london(sent: str, in_july: bool) -> None:
    assert JULY.holds(at(sent)) is in_july
    assert (JULY.starts_at <= at(sent) < JULY.ends_at) is in_july


@pytest.mark.parametrize(
    ("first", "hours"),
    [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 7, 1), 24)],
    ids=["clocks go forward", "clocks go back", "any other day"],
)
def test_f8_a_day_is_as_long_as_london_makes_it(first: date, hours: int) -> None:
    day = Period(first=first, last=first)
    assert (day.ends_at - day.starts_at).total_seconds() == hours * 3600


def test_f8_the_caseload_of_a_month_is_that_of_its_london_days() -> None:
    summer = Period(first=date(2026, 6, 1), last=date(2026, 7, 31))
    known = at("2026-08-09T10:00")
    spells = [(at("2026-07-01T00:30"), at("2026-07-31T23:59"), known), (at("2026-06-30T23:59"), None, known)]
    assert caseload(spells, summer) == {
        "2026-06": Month(received=1, closed=0, open=1),
        "2026-07": Month(received=1, closed=1, open=1),
    }


def test_f8_a_period_that_ends_within_a_month_knows_nothing_of_the_days_after_it() -> None:
    half = Period(first=date(2026, 7, 1), last=date(2026, 7, 15))
    known = at("2026-08-09T10:00")
    on_the_last_day = (at("2026-07-01T10:00"), at("2026-07-15T23:59"), known)
    on_the_day_after = (at("2026-07-02T10:00"), at("2026-07-16T00:00"), known)
    found = caseload([on_the_last_day, on_the_day_after], half)
    assert found == {"2026-07": Month(received=2, closed=1, open=1)}


def test_f8_a_period_in_which_nobody_was_sent_has_the_caseload_of_those_who_were_there() -> None:
    spring = Period(first=date(2026, 3, 1), last=date(2026, 5, 31))
    long_there = (at("2025-11-03T10:00"), None, at("2026-04-20T10:00"))
    left_in_march = (at("2025-12-01T10:00"), at("2026-03-20T10:00"), at("2026-03-20T10:00"))
    assert Tally(spring).figures([long_there, left_in_march]).caseload == {
        "2026-03": Month(received=0, closed=1, open=1),
        "2026-04": Month(received=0, closed=0, open=1),
    }
    # Somebody sent after the period tells as well that nothing happened in May.
    found = Tally(spring).figures([long_there, left_in_march], at("2026-06-02T10:00")).caseload
    assert found["2026-05"] == Month(received=0, closed=0, open=1)
    assert list(found) == ["2026-03", "2026-04", "2026-05"]


def test_f8_an_instant_is_printed_with_the_offset_of_its_own_day() -> None:
    assert printed(row_of("night-the-clocks-go-forward"), RM)["date_saa_first_attended"].endswith("+00:00")
    assert printed(row_of("night-the-clocks-go-back"), RM)["date_referral_received"].endswith("+01:00")


def test_f9_a_deadline_is_a_figure_of_its_own_and_says_why_it_was_missed() -> None:
    row = row_of("assessment-missed")
    assert (row.assessment_due, row.assessment_held_in_time) == (date(2026, 6, 22), False)
    assert row.assessment_breach_cause == "did-not-attend"


def test_f9_an_amended_deadline_is_the_one_that_is_reported() -> None:
    moved = an_amendment(completion_deadline=date(2026, 12, 24))
    assert figures_after((moved, "2026-06-03T10:00")).completion_deadline == date(2026, 12, 24)


def test_f9_a_deadline_that_is_still_to_come_is_neither_kept_nor_broken() -> None:
    row = figures_after((allocation(), "2026-06-02T10:00"))
    assert row.assigned_in_time is True
    assert (row.assessment_held_in_time, row.assessment_offered_in_time, row.plan_due) == (None, None, None)


def test_f16_one_achieved_and_two_partially_achieved_score_two() -> None:
    base = a_referral("family-low")
    (chosen,) = base.selections
    known = some_terms(base).specifications[chosen.pathway][chosen.complexity].outcomes
    wanted = tuple(outcome.id for outcome in known[:3])
    asked = chosen.model_copy(update={"outcomes": wanted})
    case = carried_to(Stage.END_OF_SERVICE, a_case(base.model_copy(update={"selections": (asked,)})))
    lines = tuple(
        OutcomeReached(outcome=outcome, achievement=level)
        for outcome, level in zip(wanted, (Achievement.ACHIEVED, HALF, HALF), strict=True)
    )

    row = row_at(told(case, SubmitReport(by=WORKER, report=a_report(case, outcomes=lines))))

    assert row.outcome_score == 2.0  # R&M's own function says 1.0
    assert printed(row, RM)["outcomes_achieved"] == "2.0"
    assert (row.outcomes_achieved, row.outcomes_partially_achieved) == (1, 2)


def test_f16_what_did_not_happen_has_no_date() -> None:
    row = printed(figures_after((allocation(), "2026-06-02T10:00")), RM)
    empty = [name for name, cell in row.items() if not cell]
    assert {
        "date_saa_first_not_attended",
        "date_saa_first_attended",
        "date_eosr_submitted",
        "concluded_at",
        "saa_attended_on_time",
        "outcomes_achieved",
        "count_of_sessions_attended",
    } <= set(empty)


def test_f16_a_date_that_was_moved_or_missed_makes_no_second_row_and_no_second_session() -> None:
    row = figures_after(
        (allocation(), "2026-06-02T10:00"),
        (a_booking("2026-06-04T10:00"), "2026-06-02T11:00"),
        (
            a_booking("2026-06-05T10:00", slot="assessment", moved_by="participant", reason="a shift"),
            "2026-06-03T10:00",
        ),
        (nobody_came(), "2026-06-05T11:00"),
        (a_booking("2026-06-09T10:00"), "2026-06-05T12:00"),
        (a_record(), "2026-06-09T11:00"),
    )
    assert row.assessment_first_offered_for == at("2026-06-04T10:00")
    assert row.assessment_first_missed_at == at("2026-06-05T10:00")
    assert row.assessment_held_at == at("2026-06-09T10:00")
    assert (row.contacts, row.held, row.sessions_attended) == (2, 1, 0)


def test_f18_punctual_is_not_in_time() -> None:
    late_to_it = figures_after(
        (allocation(), "2026-06-02T10:00"),
        (a_booking("2026-06-04T10:00"), "2026-06-02T11:00"),
        (a_record(attended=Attended.LATE, late_reason="the bus"), "2026-06-04T11:30"),
    )
    assert (late_to_it.assessment_punctual, late_to_it.assessment_held_in_time) == (False, True)
    after_ten_days = row_of("assessment-missed")
    assert (after_ten_days.assessment_punctual, after_ten_days.assessment_held_in_time) == (True, False)


def test_f18_a_copy_in_another_language_than_was_asked_for_is_not_the_copy() -> None:
    entries = entries_of("letter-format-changed")
    welsh_wanted = next(
        number
        for number, entry in enumerate(entries, start=1)
        if isinstance(entry.fact, WordRequested) and entry.fact.errand.key == "plan-copy/1/sheet-4"
    )

    assert figures(entries[: welsh_wanted - 2]).plan_copy == "posted"
    assert figures(entries[:welsh_wanted]).plan_copy == "not-yet"
    assert figures(entries).plan_copy == "posted"


def test_f18_the_stage_is_where_it_stands_and_an_assessment_is_no_session() -> None:
    row = row_at(a_case_at(Stage.ACTION_PLAN))
    assert (row.stage, row.held, row.sessions_attended) == (Stage.ACTION_PLAN, 1, 0)
    assert row.first_session_attended_at is None


@pytest.mark.parametrize(
    ("story", "end_state", "theirs"),
    [
        ("lifestyle-low", Ending.COMPLETED, "completed"),
        ("withdrawn-not-engaged", Ending.ENDED_EARLY, "ended"),
        ("withdrawn-ineligible", Ending.CANCELLED, "cancelled"),
        ("reinstated", None, ""),
    ],
)
def test_f18_an_ending_has_one_word_of_ours_and_one_of_theirs(
    story: str, end_state: Ending | None, theirs: str
) -> None:
    assert row_of(story).end_state is end_state
    assert printed(row_of(story), RM)["referral_end_state"] == theirs
