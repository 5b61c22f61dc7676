"""The figures of one intervention: one row, from its facts and nothing else.

No measure looks at a clock: what is late is a fact already, because the service notices by itself. The same
facts therefore give the same row, today and in ten years.
"""

from collections.abc import Sequence

from interventions.agenda import clocks
from interventions.case import Case
from interventions.days.london import last_day
from interventions.evolve import begin, evolve_all
from interventions.facts import AnyFact, Entry, ReferralReceived
from interventions.figures.assessment import AssessmentFigures, assessment_figures
from interventions.figures.contacts import ContactFigures, contact_figures
from interventions.figures.dose import DoseFigures, dose_figures
from interventions.figures.ending import EndingFigures, ending_figures
from interventions.figures.measure import breakdown, edition
from interventions.figures.plan import PlanFigures, plan_figures
from interventions.figures.referral import ReferralFigures, referral_figures
from interventions.figures.words import WordFigures, word_figures
from interventions.vocabulary import ClockState, Pathway

KEPT = {ClockState.MET: 0, ClockState.MET_LATE: 1, ClockState.BREACHED: 2}
Kept = tuple[int, int, int]


class Figures(EndingFigures, WordFigures, ContactFigures, PlanFigures, AssessmentFigures, ReferralFigures):
    """One intervention, a measure a field, in the order of the journey."""

    lifestyle: DoseFigures | None = None
    family: DoseFigures | None = None
    clocks: dict[str, Kept] = breakdown(
        'Every deadline that came to something, by kind and month of the day it was due ("report/2026-07"): '
        "how many were kept, met late, and missed and never made good. One that was stopped is not counted."
    )

    @property
    def doses(self) -> dict[Pathway, DoseFigures]:
        """The pathways the referral selected."""
        both = {Pathway.LIFESTYLE: self.lifestyle, Pathway.FAMILY: self.family}
        return {pathway: dose for pathway, dose in both.items() if dose}


EDITION = edition(Figures)


def figures(entries: Sequence[Entry]) -> Figures:
    """The row of the intervention whose standing account this is.

    Raises:
        ValueError: the account does not begin with the referral.
    """
    facts = [entry.fact for entry in entries]
    if not facts or not isinstance(facts[0], ReferralReceived):
        raise ValueError("entries: an account begins with the referral")
    return figures_of(evolve_all(begin(facts[0]), facts[1:]), facts)


def figures_of(case: Case, facts: Sequence[AnyFact]) -> Figures:
    """The same where the case is at hand already; `facts` are those it was built from."""
    groups = (
        referral_figures(case),
        assessment_figures(case),
        plan_figures(case),
        contact_figures(case, facts),
        word_figures(case, facts),
        ending_figures(case, facts),
    )
    return Figures(
        lifestyle=dose_figures(case, Pathway.LIFESTYLE),
        family=dose_figures(case, Pathway.FAMILY),
        clocks=_clocks(case),
        **{name: value for group in groups for name, value in group},
    )


def _clocks(case: Case) -> dict[str, Kept]:
    counted: dict[str, list[int]] = {}
    for clock in clocks(case):
        if clock.state in KEPT:
            kind, month = clock.name.partition("/")[0], f"{last_day(clock.due):%Y-%m}"
            counted.setdefault(f"{kind}/{month}", [0, 0, 0])[KEPT[clock.state]] += 1
    return {key: (counts[0], counts[1], counts[2]) for key, counts in counted.items()}
