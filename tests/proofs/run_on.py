"""How far a case's clock ran on while a text was in a worker's hands: time that nobody lived through.

A clock that is moved while R&M is being tried may go on to R&M's next try, minutes ahead, past a text that is
on its way (seen on server 1.32.0). The server writes every such leap into the history, so it can be told
from time that did pass: a text that was asked for late, or tried again, or waited for a free worker.
"""

from collections.abc import Iterable
from datetime import UTC, timedelta

from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import (
    HistoryEvent,
    WorkflowExecutionTimeSkippingTransitionedEventAttributes,
)

from activities.texts import TextErrand
from workflows.contract import DATA_CONVERTER

TEXT = "send_text"


def ran_on(history: Iterable[HistoryEvent]) -> dict[str, timedelta]:
    """By the key of each text that a provider took: the leaps of the clock between its hand-over and its end.

    None are counted for a text that was tried more than once: what lay between its tries is a wait.
    """
    leapt, keys = timedelta(0), dict[int, str]()
    before, found = dict[int, timedelta](), dict[str, timedelta]()
    tries = dict[int, int]()
    for event in history:
        match event.event_type:
            case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED:
                leapt += _leap(event.workflow_execution_time_skipping_transitioned_event_attributes)
            case EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED if _is_text(event):
                keys[event.event_id], before[event.event_id] = _key(event), leapt
            case EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED:
                started = event.activity_task_started_event_attributes
                tries[started.scheduled_event_id] = started.attempt
            case EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED:
                text = event.activity_task_completed_event_attributes.scheduled_event_id
                if text in keys and tries[text] == 1:
                    found[keys[text]] = leapt - before[text]
    return found


def _leap(leap: WorkflowExecutionTimeSkippingTransitionedEventAttributes) -> timedelta:
    return leap.target_time.ToDatetime(tzinfo=UTC) - leap.wall_clock_time.ToDatetime(tzinfo=UTC)


def _is_text(event: HistoryEvent) -> bool:
    return event.activity_task_scheduled_event_attributes.activity_type.name == TEXT


def _key(event: HistoryEvent) -> str:
    payloads = event.activity_task_scheduled_event_attributes.input.payloads
    (text,) = DATA_CONVERTER.payload_converter.from_payloads(payloads, [TextErrand])
    return str(text.errand.key)
