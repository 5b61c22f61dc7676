"""How far a case's clock ran on while a text was in a worker's hands: time that nobody lived through.

A clock that is moved while R&M is being tried may go on to R&M's next try, minutes ahead, past a text that is
on its way (seen on server 1.32.0). The server writes every such leap into the history, so it can be told
from time that did pass: a text that was asked for late, or tried again, or waited for a free worker.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, timedelta

from temporalio.api.enums.v1 import EventType, TimeoutType
from temporalio.api.failure.v1 import Failure
from temporalio.api.history.v1 import (
    ActivityTaskStartedEventAttributes,
    HistoryEvent,
    WorkflowExecutionTimeSkippingTransitionedEventAttributes,
)

from activities.texts import TextErrand
from workflows.contract import DATA_CONVERTER

TEXT = "send_text"


@dataclass(frozen=True)
class InHand:
    """A text between its hand-over and its end.

    The clock's leaps meanwhile, how often it was tried, and of what the try before the last one failed.
    """

    leapt: timedelta = timedelta(0)
    tries: int = 1
    failed: str = ""

    @property
    def unlived(self) -> timedelta:
        """What of its time nobody lived through.

        Between two tries lies a wait, whatever the clock did.
        """
        return self.leapt if self.tries == 1 else timedelta(0)

    def __str__(self) -> str:
        """For whoever reads a violation."""
        return f"tried {self.tries} times ({self.failed or 'none failed'}), the clock leapt {self.leapt}"


NEVER_IN_HAND = InHand()


def ran_on(history: Iterable[HistoryEvent]) -> dict[str, InHand]:
    """By the key of each text that a provider took: what happened between its hand-over and its end."""
    leapt, keys = timedelta(0), dict[int, str]()
    before, found = dict[int, timedelta](), dict[str, InHand]()
    begun = dict[int, ActivityTaskStartedEventAttributes]()
    for event in history:
        match event.event_type:
            case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED:
                leapt += _leap(event.workflow_execution_time_skipping_transitioned_event_attributes)
            case EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED if _is_text(event):
                keys[event.event_id], before[event.event_id] = _key(event), leapt
            case EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED:
                started = event.activity_task_started_event_attributes
                begun[started.scheduled_event_id] = started
            case EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED:
                text = event.activity_task_completed_event_attributes.scheduled_event_id
                if text in keys:
                    tries, failed = begun[text].attempt, _why(begun[text].last_failure)
                    found[keys[text]] = InHand(leapt - before[text], tries, failed)
    return found


def _leap(leap: WorkflowExecutionTimeSkippingTransitionedEventAttributes) -> timedelta:
    return leap.target_time.ToDatetime(tzinfo=UTC) - leap.wall_clock_time.ToDatetime(tzinfo=UTC)


def _why(failure: Failure) -> str:
    """A time-out by its kind, what a worker said by its code; never by its words."""
    if failure.HasField("timeout_failure_info"):
        return TimeoutType.Name(failure.timeout_failure_info.timeout_type)
    return failure.application_failure_info.type


def _is_text(event: HistoryEvent) -> bool:
    return event.activity_task_scheduled_event_attributes.activity_type.name == TEXT


def _key(event: HistoryEvent) -> str:
    payloads = event.activity_task_scheduled_event_attributes.input.payloads
    (text,) = DATA_CONVERTER.payload_converter.from_payloads(payloads, [TextErrand])
    return str(text.errand.key)
