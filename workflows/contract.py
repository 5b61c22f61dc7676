"""What every party to a workflow must agree on: ids, queues, names, converter, search attributes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from temporalio.common import SearchAttributeKey, SearchAttributeUpdate
from temporalio.contrib.pydantic import pydantic_data_converter

from interventions.case import Case
from interventions.days.london import Instant
from interventions.facts import AnyFact
from interventions.fingerprint import fingerprint
from interventions.message import Wire
from interventions.messages import NAMES, Message
from interventions.referral import Referral
from interventions.stage import stage
from interventions.views.status import Attributes
from interventions.vocabulary import Stage

INTERVENTIONS = "interventions"
MESSAGING = "interventions-messaging"
DOCUMENTS = "interventions-documents"
MONITORING = "interventions-monitoring"
TASK_QUEUES = (INTERVENTIONS, MESSAGING, DOCUMENTS, MONITORING)

# The schedule of the daily look at R&M, and what its workflows are called.
RECONCILIATION = "reconciliation"

DATA_CONVERTER = pydantic_data_converter

# What a query hears while the terms are still being pinned; a client knocks again when it hears this.
NOT_READY = "the referral is still being received: try again shortly"

STAGE = SearchAttributeKey.for_keyword("InterventionStage")
AWAITING = SearchAttributeKey.for_keyword("InterventionAwaiting")
PROVIDER = SearchAttributeKey.for_keyword_list("InterventionProvider")
ATTENTION = SearchAttributeKey.for_keyword("InterventionAttention")
NEXT_DUE = SearchAttributeKey.for_datetime("InterventionNextDue")
CLOCK_DUE = SearchAttributeKey.for_datetime("InterventionClockDue")
BREACHED = SearchAttributeKey.for_bool("InterventionBreached")
SESSIONS_LEFT = SearchAttributeKey.for_int("InterventionSessionsLeft")

# SQL visibility allows 3 bool, 3 datetime, 3 int, 10 keyword, 3 keyword list a namespace: room is left.
SEARCH_ATTRIBUTES = (STAGE, AWAITING, PROVIDER, ATTENTION, NEXT_DUE, CLOCK_DUE, BREACHED, SESSIONS_LEFT)


def intervention_id(referral_id: UUID) -> str:
    """The workflow id of a referral's intervention: opaque, the same for ever."""
    return f"intervention-{referral_id}"


def referral_id_of(workflow_id: str) -> UUID:
    """The inverse of `intervention_id`.

    Raises:
        ValueError: not the id of an intervention.
    """
    return UUID(workflow_id.removeprefix("intervention-"))


def row(values: Attributes) -> list[SearchAttributeUpdate[Any]]:
    """The case's row, as Temporal wants it; what has no value is taken away."""
    dates = ((NEXT_DUE, values.next_due), (CLOCK_DUE, values.clock_due))
    return [
        STAGE.value_set(values.stage.value),
        AWAITING.value_set(values.awaiting),
        PROVIDER.value_set([provider.value for provider in values.providers]),
        ATTENTION.value_set(values.attention),
        BREACHED.value_set(values.breached),
        SESSIONS_LEFT.value_set(values.sessions_left),
        *(key.value_set(at) if at else key.value_unset() for key, at in dates),
    ]


def mark_of(message: Message) -> str:
    """What tells a message from another without keeping its words; the same in every release."""
    return fingerprint(NAMES[type(message)], message.model_dump_json(exclude_defaults=True))


class Receipt(Wire):
    """The answer to an update: when it was heard and which facts came of it (none: nothing changed).

    `said` tells by which words it was given (`mark_of`), so that an id used for others is noticed.
    """

    at: Instant
    facts: tuple[str, ...]
    stage: Stage
    sequence: int
    said: str = ""

    @classmethod
    def of(cls, case: Case, message: Message, facts: tuple[AnyFact, ...], at: datetime) -> "Receipt":
        """The receipt for these facts, which the case knows already."""
        names = tuple(fact.fact for fact in facts)
        said = mark_of(message)
        return cls(at=at, facts=names, stage=stage(case), sequence=case.sequence, said=said)


class Carried(Wire):
    """What a run hands to the next: the case, and the receipts given so far."""

    case: Case
    receipts: dict[str, Receipt] = {}


class Start(Wire):
    """A referral to carry through the service, under the named policy."""

    referral: Referral
    policy: str = "standard"
    carried: Carried | None = None

    def carrying(self, case: Case, receipts: dict[str, Receipt]) -> "Start":
        """The start of the next run."""
        return self.model_copy(update={"carried": Carried(case=case, receipts=receipts)})
