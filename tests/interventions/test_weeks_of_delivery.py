"""The weeks of a pathway: over when its sessions are, and moved by no pause that began after their end."""

from datetime import timedelta

import pytest

from interventions.case import Case
from interventions.messages import Forfeit, Resume, SubmitPlan
from interventions.promises.dose import ledger
from interventions.vocabulary import Pathway, Stage
from tests.builders import a_case_at, a_plan, clock, told
from tests.sayings import WORKER, a_booking, a_pause, a_record, nobody_came

CLOCK = "delivery/lifestyle-and-associates"
EDITIONS = pytest.mark.parametrize("edition", [1, 2])


def all_but_the_final(edition: int) -> Case:
    """Three held, one missed and not made up, one more held: nothing is owed but the final session."""
    case = a_case_at(Stage.DELIVERY, held=3, edition=edition)
    case = told(case, nobody_came(), case.live[0].ends_at)
    case = told(case, Forfeit(by=WORKER, slot="session-4", reason="as agreed"))
    case = told(case, a_booking(case.last_at + timedelta(days=1), reason="soon", final=False))
    return told(case, a_record(), case.live[0].ends_at)


def final_too_late(edition: int) -> Case:
    case = all_but_the_final(edition)
    due = clock(case, CLOCK).due
    case = told(case, a_booking(due + timedelta(days=5), reason="on leave", final=True))
    return told(case, a_record(reason="one was forfeited"), case.live[0].ends_at)


@pytest.mark.parametrize(("edition", "state"), [(1, "met"), (2, "running")])
def test_the_weeks_run_on_while_the_final_session_is_owed(edition: int, state: str) -> None:
    assert clock(all_but_the_final(edition), CLOCK).state == state


@EDITIONS
def test_a_final_session_after_the_weeks_is_a_breach_and_no_surprise(edition: int) -> None:
    case = final_too_late(edition)

    assert clock(case, CLOCK).state == "met-late"
    told_of = [line.fact for line in case.journal if line.about.startswith(CLOCK)]
    assert ("ClockBreached" in told_of) is (edition == 2)


def lifestyle_done_first(edition: int) -> Case:
    """Two pathways: all eight lifestyle sessions are held within their weeks, the family's go on."""
    case = a_case_at(Stage.DELIVERY, "both-pathways", edition=edition)
    while ledger(case, Pathway.LIFESTYLE).owed:
        if not case.live:
            soon = case.last_at + timedelta(days=3)
            case = told(case, a_booking(soon, pathway=Pathway.LIFESTYLE, reason="at their pace"))
        case = told(case, a_record(), case.live[0].ends_at)
    return case


@EDITIONS
def test_of_two_pathways_each_ends_with_its_own_dose(edition: int) -> None:
    assert clock(lifestyle_done_first(edition), CLOCK).state == "met"


def paused(case: Case, begins: timedelta) -> Case:
    """Twenty days in hospital, from so long after the due day."""
    since = clock(case, CLOCK).due + begins
    held = a_pause(f"{since + timedelta(days=40):%Y-%m-%d}")
    return told(told(case, held, since), Resume(by=WORKER), since + timedelta(days=20))


@pytest.mark.parametrize("begins", [timedelta(days=10), timedelta(days=-3)], ids=["past", "met"])
@pytest.mark.parametrize(("edition", "moved"), [(1, 20), (2, 0)])
def test_a_pause_moves_no_day_of_what_was_met(begins: timedelta, edition: int, moved: int) -> None:
    """Met a month before the day: whether the pause begins before or after that day is all one."""
    case = lifestyle_done_first(edition)
    due = clock(case, CLOCK).due

    assert clock(paused(case, begins), CLOCK).due == due + timedelta(days=moved)


@pytest.mark.parametrize(
    ("edition", "last_day"), [(1, "Wednesday 8 July 2026"), (2, "Thursday 11 June 2026")]
)
def test_nor_the_day_of_a_plan_that_was_submitted(edition: int, last_day: str) -> None:
    case = a_case_at(Stage.ACTION_PLAN, edition=edition)
    case = told(case, SubmitPlan(by=WORKER, plan=a_plan(case)))
    case = told(case, a_pause("2026-07-10"))
    case = told(case, Resume(by=WORKER), case.last_at + timedelta(days=28))
    assert clock(case, "action-plan").explanation.endswith(f"by the end of {last_day}")
