"""What R&M does in a story: it shows something of the referral, or refuses the next record."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from demo.story_clauses import Setting
from demo.story_dates import DAY
from demo.story_life import NAME, reference
from interventions.case import Case
from interventions.messages import MonitoringShown
from interventions.monitoring.noting import sessions_in
from interventions.monitoring.seen import SeenPlan, SeenReferral, SeenSelection
from interventions.vocabulary import Complexity, WithdrawalCode


def as_rm_shows(case: Case, **changes: Any) -> SeenReferral:
    """R&M says the very same of the referral as we do; `changes` are what it says otherwise."""
    referral = case.referral
    usual: dict[str, Any] = {
        "referral_id": referral.id,
        "seen_at": case.last_at,
        "reference": referral.reference,
        "crn": referral.participant.crn,
        "sent_at": referral.sent_at,
        "practitioner": referral.practitioner.username,
        "practitioner_name": referral.practitioner.name,
        "completion_deadline": referral.completion_deadline,
        "maximum_enforceable_days": referral.maximum_enforceable_days,
        "selections": tuple(
            SeenSelection(pathway=one.pathway, complexity=one.complexity, outcomes=one.outcomes)
            for one in referral.selections
        ),
        "accessibility_needs": referral.accessibility_needs,
        "additional_needs": referral.additional_needs,
        "needs_interpreter": referral.interpreter_language is not None,
        "interpreter_language": referral.interpreter_language,
        "unavailable": referral.unavailable,
    }
    return SeenReferral.model_validate(usual | changes)


@dataclass(frozen=True)
class ShownWanted:
    """A look at R&M: what it shows otherwise than we have it. A plan or an end is dated when it is seen."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    complexity: Complexity | None = None
    approved_by: str | None = None
    ended: WithdrawalCode | None = None

    def in_full(self, case: Case) -> MonitoringShown:
        """The look at this case."""
        changes = dict(self.fields)
        if self.complexity:
            [chosen] = as_rm_shows(case).selections
            changes["selections"] = (chosen.model_copy(update={"complexity": self.complexity}),)
        if self.ended:
            changes |= {"ended_at": case.last_at, "withdrawal": self.ended}
        if self.approved_by is not None:
            changes["plan"] = self._plan(case)
        return MonitoringShown(seen=as_rm_shows(case, **changes))

    def _plan(self, case: Case) -> SeenPlan:
        return SeenPlan(
            sessions=sessions_in(case, case.plans[-1].plan),
            submitted_at=case.last_at,
            approved_at=case.last_at,
            approved_by=self.approved_by or "",
            by_system=not self.approved_by,
        )


@dataclass(frozen=True)
class RmRefuses:
    """The next record R&M is told of is refused, by this code."""

    why: str


def _on(day: str, setting: Setting) -> Any:
    return setting.almanac.moved(setting.almanac.day(day, setting.today))


SHOWN_BY_RM: tuple[tuple[str, Callable[[re.Match[str], Setting], ShownWanted | RmRefuses]], ...] = (
    (r"shows the same", lambda f, s: ShownWanted()),
    (rf"shows the deadline ({DAY})", lambda f, s: ShownWanted({"completion_deadline": _on(f[1], s)})),
    (r"shows enforceable days (\d+)", lambda f, s: ShownWanted({"maximum_enforceable_days": int(f[1])})),
    (rf"shows complexity ({'|'.join(Complexity)})", lambda f, s: ShownWanted(complexity=Complexity(f[1]))),
    (rf"shows the caseworker {NAME}", lambda f, s: ShownWanted({"assigned_to": reference(f[1])})),
    (r"shows the plan approved by itself", lambda f, s: ShownWanted(approved_by="")),
    (rf"shows the plan approved by {NAME}", lambda f, s: ShownWanted(approved_by=reference(f[1]))),
    (
        rf"shows it ended ({'|'.join(WithdrawalCode)})",
        lambda f, s: ShownWanted(ended=WithdrawalCode(f[1])),
    ),
    (r"refuses with ([a-z-]+)", lambda f, s: RmRefuses(f[1])),
)
