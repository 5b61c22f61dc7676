"""The dose ledger: planned, delivered and owed, per pathway, and the stage read off the case."""

from collections.abc import Callable

import pytest

from interventions.case import Case
from interventions.messages import ApprovePlan, SubmitPlan
from interventions.promises.action_plan import PlannedDose
from interventions.promises.dose import ledger, ledgers, owed
from interventions.stage import stage
from interventions.vocabulary import Complexity, Pathway, Stage, Unit
from interventions.words.papers import amount_in_words
from tests.builders import a_case_at, a_plan, told
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_record, nobody_came, on

FAMILY, LIFESTYLE = Pathway.FAMILY, Pathway.LIFESTYLE


def planned(example: str, amount: int) -> Case:
    case = a_case_at(Stage.ACTION_PLAN, example)
    dose = PlannedDose(pathway=case.pathways[0], amount=amount, per_period=1)
    plan = a_plan(case, doses=(dose,), reason="agreed with the practitioner")
    case = told(case, SubmitPlan(by=WORKER, plan=plan), on(case, 4))
    return told(case, ApprovePlan(by=PRACTITIONER), on(case, 7))


@pytest.mark.parametrize(
    ("example", "unit", "norm", "sessions"),
    [
        pytest.param("lifestyle-low", Unit.SESSIONS, 5, 5, id="lifestyle low: five sessions"),
        pytest.param("lifestyle-medium", Unit.SESSIONS, 8, 8, id="lifestyle medium: eight sessions"),
        pytest.param("lifestyle-high", Unit.SESSIONS, 12, 12, id="lifestyle high: twelve sessions"),
        pytest.param("family-low", Unit.MINUTES, 300, 5, id="family low: five hours"),
        pytest.param("family-medium", Unit.MINUTES, 720, 12, id="family medium: twelve hours"),
        pytest.param("family-high", Unit.MINUTES, 1200, 20, id="family high: twenty hours"),
    ],
)
def test_the_norm_is_planned_until_a_plan_says_otherwise(
    example: str, unit: Unit, norm: int, sessions: int
) -> None:
    case = a_case_at(Stage.REFERRAL, example)
    (account,) = ledgers(case)
    assert (account.unit, account.norm, account.planned) == (unit, norm, norm)
    assert (account.sessions_planned, account.owed) == (sessions, sessions)


def test_two_pathways_keep_two_accounts() -> None:
    case = a_case_at(Stage.DELIVERY, "both-pathways", held=3)
    lifestyle, family = ledgers(case)
    assert (lifestyle.pathway, family.pathway) == (LIFESTYLE, FAMILY)
    assert lifestyle.delivered + family.sessions_held == 3
    assert owed(case) == lifestyle.owed + family.owed == 10


@pytest.mark.parametrize(
    ("minutes", "still"),
    [
        pytest.param(60, 4, id="an hour of five: four more"),
        pytest.param(45, 5, id="three quarters: four and a quarter, so five more"),
        pytest.param(61, 4, id="a minute over: three and a bit, so four more"),
        pytest.param(120, 3, id="two hours at once: three more"),
        pytest.param(480, 0, id="more than all of it: none, never less"),
    ],
)
def test_family_hours_are_owed_in_whole_sessions(minutes: int, still: int) -> None:
    case = a_case_at(Stage.DELIVERY, "family-low")
    case = told(case, a_record(minutes=minutes), case.live[0].ends_at)
    account = ledger(case, FAMILY)
    assert (account.delivered, account.minutes, account.owed) == (minutes, minutes, still)


def test_a_lifestyle_session_is_a_session_however_long() -> None:
    case = a_case_at(Stage.DELIVERY)
    case = told(case, a_record(minutes=15), case.live[0].ends_at)
    account = ledger(case, LIFESTYLE)
    assert (account.delivered, account.minutes, account.owed) == (1, 15, 4)


def test_a_plan_above_the_norm_is_what_is_owed() -> None:
    assert owed(planned("lifestyle-low", 9)) == 9
    assert owed(planned("family-low", 330)) == 6


@pytest.mark.parametrize(
    ("case", "delivered"),
    [
        pytest.param(lambda: a_case_at(Stage.ACTION_PLAN), 0, id="the assessment does not count (A8)"),
        pytest.param(
            lambda: told(a_case_at(Stage.DELIVERY), nobody_came(), "2026-06-10T11:00"),
            0,
            id="nor does a miss",
        ),
        pytest.param(lambda: a_case_at(Stage.END_OF_SERVICE), 5, id="the final session does (A8)"),
    ],
)
def test_what_counts(case: Callable[[], Case], delivered: int) -> None:
    assert ledger(case(), LIFESTYLE).delivered == delivered


@pytest.mark.parametrize("example", ["lifestyle-low", "family-low", "both-pathways"])
@pytest.mark.parametrize("wanted", list(Stage))
def test_the_stage_is_read_off_the_case(wanted: Stage, example: str) -> None:
    assert stage(a_case_at(wanted, example)) is wanted


def test_with_a_session_still_to_come_before_the_final_one_it_is_delivery() -> None:
    """One of five is held; the next and, ended early, the final session are both booked."""
    case = told(a_case_at(Stage.DELIVERY), a_record(), "2026-06-10T11:00")
    case = told(case, a_booking("2026-06-17T10:00"))
    case = told(case, a_booking("2026-06-24T10:00", final=True))
    assert (stage(case), [date.final for date in case.live]) == (Stage.DELIVERY, [False, True])
    assert stage(told(case, a_record(), "2026-06-17T11:00")) is Stage.FINAL_SESSION


@pytest.mark.parametrize("example", ["lifestyle-low", "lifestyle-high", "both-pathways"])
def test_what_is_promised_is_the_row_of_the_complexity_and_the_other_rows_are_pinned_too(
    example: str,
) -> None:
    case = a_case_at(Stage.REFERRAL, example)
    chosen = {each.pathway: each.complexity for each in case.referral.selections}
    assert {row.pathway: row.complexity for row in case.specifications.values()} == chosen
    for pathway in chosen:
        assert {row.complexity for row in case.terms.rows(pathway)} == set(Complexity)


@pytest.mark.parametrize(
    ("example", "amount", "words"),
    [
        pytest.param("lifestyle-low", 1, "1 session", id="one"),
        pytest.param("lifestyle-low", 5, "5 sessions", id="five"),
        pytest.param("lifestyle-low", 0, "0 sessions", id="none"),
        pytest.param("family-low", 60, "1 hour", id="an hour"),
        pytest.param("family-low", 300, "5 hours", id="hours"),
        pytest.param("family-low", 270, "4 hours 30 minutes", id="hours and minutes"),
        pytest.param("family-low", 45, "45 minutes", id="minutes"),
        pytest.param("family-low", 0, "0 minutes", id="nothing yet"),
    ],
)
def test_a_dose_is_written_as_people_say_it(example: str, amount: int, words: str) -> None:
    (row,) = a_case_at(Stage.REFERRAL, example).specifications.values()
    assert amount_in_words(row, amount) == words
