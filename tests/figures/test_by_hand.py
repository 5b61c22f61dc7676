"""Twenty interventions, counted by hand; and what they come to together."""

from datetime import date

import pytest

from interventions.figures.contract import ContractFigures, DoseTotals, Month, median
from interventions.figures.period import Period
from interventions.figures.rm_profile import RM
from interventions.figures.share import Share
from interventions.figures.tally import Tally
from tests.figures.telling import BY_HAND_FOR_RM, counted_by_hand, printed, row_of

TWENTY = tuple(counted_by_hand())


def test_there_are_twenty() -> None:
    assert len(TWENTY) == 20


@pytest.mark.parametrize("story", TWENTY)
def test_a_story_comes_to_what_was_counted_by_hand(story: str) -> None:
    expected = counted_by_hand()[story]
    found = printed(row_of(story))
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize("story", counted_by_hand(BY_HAND_FOR_RM))
def test_r_and_ms_columns_come_to_what_was_counted_by_hand(story: str) -> None:
    found = printed(row_of(story), RM)
    of_another_in_every_telling = {found.pop("referral_id"), found.pop("service_user_crn")}
    assert counted_by_hand(BY_HAND_FOR_RM)[story] == found
    assert "" not in of_another_in_every_telling


@pytest.fixture(scope="module")
def together() -> ContractFigures:
    """All twenty, from the day the first was sent to the end of October."""
    rows = [row_of(story) for story in TWENTY]
    tally = Tally(Period(first=date(2026, 3, 2), last=date(2026, 10, 31)))
    for row in rows:
        tally.add(row)
    return tally.figures(
        (row.sent_at, row.concluded_at, row.as_of) for row in rows if row.sent_at and row.as_of
    )


def test_three_assessments_were_late_and_one_was_never_due(together: ContractFigures) -> None:
    assert together.interventions == 20
    assert together.assessment_held_in_time == Share(yes=16, of=19, unknown=1)
    assert together.assessment_breach_causes == {
        "did-not-attend": 1,
        "moved-by-provider": 1,
        "not-booked": 1,
    }


def test_half_the_assessments_took_five_working_days(together: ContractFigures) -> None:
    assert together.assessment_days == {5: 10, 6: 1, 7: 1, 8: 1, 9: 3, 12: 1, 13: 1, 14: 1}
    assert median(together.assessment_days) == 5


def test_sixty_six_contacts_one_of_them_recorded_after_midnight(together: ContractFigures) -> None:
    assert together.recorded_same_day == Share(yes=65, of=66)
    assert {name: count for name, count in together.attendance.items() if count} == {
        "held": 61,
        "absent_unaccepted": 4,
        "no_session_provider": 1,
    }


def test_six_reports_were_submitted_one_of_them_late(together: ContractFigures) -> None:
    assert (together.report_in_time.yes, together.report_in_time.of) == (5, 6)
    assert together.end_states == {"cancelled": 1, "completed": 5, "ended-early": 1, "running": 13}
    assert together.end_reasons == {"INE": 1, "NOT": 1}
    assert together.clocks["report"]["2026-10"] == (0, 1, 0)


HEADLINES = {
    "allocation": "assigned_in_time",
    "assessment": "assessment_held_in_time",
    "action-plan": "plan_submitted_in_time",
    "update": "recorded_same_day",
    "report": "report_in_time",
}


@pytest.mark.parametrize(("kind", "headline"), HEADLINES.items())
def test_the_months_and_what_was_met_ahead_of_them_come_to_the_headline(kind: str, headline: str) -> None:
    for known in range(1, len(TWENTY) + 1):  # however much is known
        tally = Tally(Period(first=date(2026, 3, 2), last=date(2026, 10, 31)))
        for story in TWENTY[:known]:
            tally.add(row_of(story))
        figures = tally.figures()
        kept, late, missed = (
            sum(month[place] for month in figures.clocks.get(kind, {}).values()) for place in range(3)
        )
        ahead, share = figures.clocks_met_ahead.get(kind, 0), getattr(figures, headline)
        assert (kept + ahead, kept + ahead + late + missed) == (share.yes, share.of)


def test_the_dose_is_that_of_those_who_ended(together: ContractFigures) -> None:
    # lifestyle-low, one-forfeited-of-five, withdrawn-not-engaged, report-late: 5 + 4 + 1 + 5 sessions
    assert together.doses["lifestyle-and-associates/low"] == DoseTotals(
        ended=4,
        norm_sessions=20,
        norm_minutes=1200,
        planned_sessions=20,
        planned_minutes=1200,
        delivered_sessions=15,
        delivered_minutes=900,
    )
    # family-low and both-pathways: five hours each
    assert together.doses["family-and-significant-others/low"].delivered_minutes == 600
    assert together.totals["paused_days"] == 21


def test_the_caseload_follows_from_who_came_and_who_left(together: ContractFigures) -> None:
    assert together.caseload == {
        "2026-03": Month(received=4, closed=0, open=4),
        "2026-04": Month(received=1, closed=1, open=4),
        "2026-05": Month(received=0, closed=0, open=4),
        "2026-06": Month(received=13, closed=3, open=14),
        "2026-07": Month(received=0, closed=2, open=12),
        "2026-08": Month(received=0, closed=0, open=12),
        "2026-09": Month(received=1, closed=0, open=13),
        "2026-10": Month(received=1, closed=1, open=13),
    }
