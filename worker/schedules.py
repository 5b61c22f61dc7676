"""What the service does every day by itself. Safe to run again: a schedule there is brought up to date."""

from datetime import timedelta

from temporalio.client import (
    Client,
    Schedule,
    ScheduleActionStartWorkflow,
    ScheduleAlreadyRunningError,
    ScheduleCalendarSpec,
    ScheduleOverlapPolicy,
    SchedulePolicy,
    ScheduleRange,
    ScheduleSpec,
    ScheduleUpdate,
    ScheduleUpdateInput,
)
from temporalio.service import RPCError

from worker.problem import Problem
from workflows.contract import INTERVENTIONS, RECONCILIATION
from workflows.reconciliation import Reconciliation, a_look

# Before anybody is at work, and after R&M's own jobs of the night (domain brief 5.2).
AT = ScheduleCalendarSpec(hour=[ScheduleRange(5)], minute=[ScheduleRange(30)], comment="every morning")
JITTER = timedelta(minutes=10)
# Missed for longer than this, the next day's look does.
CATCH_UP = timedelta(hours=6)


def daily_look() -> Schedule:
    """The look at R&M: every morning, never two at once."""
    return Schedule(
        action=ScheduleActionStartWorkflow(
            Reconciliation.run, a_look(), id=RECONCILIATION, task_queue=INTERVENTIONS
        ),
        spec=ScheduleSpec(calendars=[AT], time_zone_name="Europe/London", jitter=JITTER),
        policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=CATCH_UP),
    )


async def set_schedules(client: Client) -> None:
    """Create the daily look, or bring it up to date; one an operator has paused stays paused.

    Raises:
        Problem: the server will not have it.
    """
    try:
        await client.create_schedule(RECONCILIATION, daily_look())
    except ScheduleAlreadyRunningError:
        await client.get_schedule_handle(RECONCILIATION).update(_up_to_date)
    except RPCError as error:
        raise Problem(f"the server would not let us set a schedule: {error.status.name}") from None


def _up_to_date(there: ScheduleUpdateInput) -> ScheduleUpdate:
    schedule = daily_look()
    schedule.state = there.description.schedule.state
    return ScheduleUpdate(schedule=schedule)
