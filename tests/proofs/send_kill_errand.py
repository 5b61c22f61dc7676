"""A workflow that has one text sent, with every time-out of the real ones shortened in proportion."""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, ApplicationError

with workflow.unsafe.imports_passed_through():
    from activities.texts import TextActivities, TextErrand
    from interventions.words.correspondence import Outcome

QUEUE = "texts-to-be-killed"
ATTEMPT = timedelta(seconds=2.5)
PATIENCE = RetryPolicy(initial_interval=timedelta(seconds=0.1), maximum_interval=timedelta(seconds=1))


@workflow.defn
class OneText:
    """One text, through the messaging queue."""

    @workflow.run
    async def run(self, text: TextErrand) -> Outcome:
        try:
            return await workflow.execute_activity_method(
                TextActivities.send_text,
                text,
                task_queue=QUEUE,
                start_to_close_timeout=ATTEMPT,
                schedule_to_close_timeout=timedelta(minutes=10),
                retry_policy=PATIENCE,
            )
        except ActivityError as error:
            why = error.cause.type if isinstance(error.cause, ApplicationError) else ""
            return Outcome(result="failed", why=why or type(error.cause).__name__)
