"""Where R&M and the service differ, from the command line."""

from pathlib import Path
from uuid import UUID

from temporalio.testing import WorkflowEnvironment

from interventions.monitoring.reconciliation import Reconciled
from starter.reconciling import in_lines
from tests.starter.command_line import Desk, a_desk, staffed
from tests.starter.deeds import allocated

SOMEBODY = UUID("70ad2ccd-03bb-405b-a04f-14a7b6d801b2")


async def test_before_anybody_has_looked_it_says_what_to_type(desk: Desk) -> None:
    answer = await desk.types("reconcile")
    assert answer.exit_code == 1
    assert "nobody has looked at R&M yet: give --now" in answer.err


async def test_looking_where_nothing_runs_says_so_and_nothing_else(temporal: WorkflowEnvironment) -> None:
    async with staffed(await a_desk(temporal)) as empty:
        answer = await empty.types("reconcile", "--now")
    assert answer.exit_code == 0, answer.err
    assert answer.out.strip() == "0 looked at, 0 told something new"


async def test_without_an_rm_nothing_is_compared_and_that_is_said(
    temporal: WorkflowEnvironment, tmp_path: Path
) -> None:
    async with staffed(await a_desk(temporal)) as nobody_to_tell:
        await allocated(nobody_to_tell, tmp_path)
        answer = await nobody_to_tell.types("reconcile", "--now")
        assert (answer.exit_code, answer.out) == (1, "")
        assert answer.err == (
            "refused: nothing was compared, as no R&M is connected: "
            "see THROUGHLINE_RM_URL, which the workers read [not-connected]\n"
        )
        assert await nobody_to_tell.refused("reconcile", "--now") == "not-connected"
        assert (await nobody_to_tell.types("reconcile")).exit_code == 1


def test_what_differs_is_a_line_a_topic_with_its_referrals() -> None:
    found = Reconciled(
        looked=3, told=1, unread=1, unknown=(SOMEBODY,), differing={"ended": (SOMEBODY,)}, count={"ended": 1}
    )
    assert in_lines(found) == [
        "3 looked at, 1 told something new",
        "1 could not be read",
        f"1 not known to R&M: {SOMEBODY}",
        f"ended: 1: {SOMEBODY}",
    ]


def test_one_that_r_and_m_will_not_show_is_named() -> None:
    found = Reconciled(looked=2, unread=1, unreadable=(SOMEBODY,))
    assert in_lines(found) == [
        "2 looked at, 0 told something new",
        "1 could not be read",
        f"R&M shows others and not these: {SOMEBODY}",
    ]


def test_where_nothing_differs_it_says_so() -> None:
    assert in_lines(Reconciled(looked=3)) == [
        "3 looked at, 0 told something new",
        "R&M and this service agree",
    ]
