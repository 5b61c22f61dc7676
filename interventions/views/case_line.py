"""An intervention in a line, read off its facts: who it is about, where it stands, what is still to do.

The register shows these lines as its current state. A line says nothing its facts do not say, so every line
can be thrown away and written again (domain brief 6, F16). It holds nothing that anybody wrote in free text.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import get_args
from uuid import UUID

from interventions.case import Case
from interventions.days.london import Instant
from interventions.evolve import begin, evolve_all
from interventions.facts import AnyFact, Entry, InterventionConcluded, ReferralReceived
from interventions.figures.intervention import EDITION as FIGURES
from interventions.figures.intervention import Figures, figures_of
from interventions.message import Wire
from interventions.stage import stage
from interventions.task import Task
from interventions.views.status import awaiting, ever_missed
from interventions.vocabulary import Complexity, Ending, Pathway, Provider, Stage, WithdrawalCode

# Raised when a line says something else of the same facts than it did.
READING = 3


class CaseLine(Wire):
    """One intervention as it stands. `sequence` is the last fact it knows; `figures` the measures of it."""

    referral_id: UUID
    reference: str
    contract: str
    crn: str
    former_crns: tuple[str, ...]
    pathways: tuple[Pathway, ...]
    complexities: tuple[Complexity, ...]
    providers: tuple[Provider, ...]
    caseworker: str
    practitioner: str
    stage: Stage
    awaiting: str
    paused: bool
    breached: bool
    sent_at: Instant
    received_at: Instant
    ended_at: Instant | None
    ending: Ending | None
    withdrawal: WithdrawalCode | None
    sequence: int
    last_at: Instant
    tasks: tuple[Task, ...]
    overdue: tuple[str, ...]
    figures: Figures

    @property
    def crns(self) -> tuple[str, ...]:
        """Every case number it was ever known by, as typed."""
        return (self.crn, *self.former_crns)


def _edition() -> str:
    kinds = sorted(kind.__name__ for kind in get_args(get_args(AnyFact)[0]))
    return sha256(f"{READING} {FIGURES} {kinds}".encode()).hexdigest()[:12]


# Names how this release reads facts: it changes when a line, a measure or the list of facts does.
EDITION = _edition()


def case_of(entries: Sequence[Entry]) -> Case:
    """The case that a standing account tells.

    Raises:
        ValueError: the account does not begin with the referral.
    """
    facts = [entry.fact for entry in entries]
    if not facts or not isinstance(facts[0], ReferralReceived):
        raise ValueError("entries: an account begins with the referral")
    return evolve_all(begin(facts[0]), facts[1:])


def case_line(entries: Sequence[Entry]) -> CaseLine:
    """The line of the intervention whose standing account this is.

    Raises:
        ValueError: the account does not begin with the referral.
    """
    case, facts = case_of(entries), [entry.fact for entry in entries]
    referral, worker = case.referral, case.caseworker
    return CaseLine(
        referral_id=entries[0].referral_id,
        reference=referral.reference,
        contract=referral.contract,
        crn=referral.participant.crn,
        former_crns=referral.former_crns,
        pathways=case.pathways,
        complexities=tuple(chosen.complexity for chosen in referral.selections),
        providers=tuple(sorted({row.provider for row in case.specifications.values()})),
        caseworker=worker.username if worker else "",
        practitioner=referral.practitioner.username,
        stage=stage(case),
        awaiting=awaiting(case),
        paused=case.pause is not None,
        breached=ever_missed(case),
        sent_at=referral.sent_at,
        received_at=case.received_at,
        ended_at=next((fact.at for fact in facts if isinstance(fact, InterventionConcluded)), None),
        ending=case.ending,
        withdrawal=case.withdrawal.code if case.withdrawal else None,
        sequence=case.sequence,
        last_at=case.last_at,
        tasks=tuple(case.tasks.values()),
        overdue=case.overdue,
        figures=figures_of(case, facts),
    )
