"""Where the participant is on the journey, read off the case."""

from interventions.case import Case
from interventions.last_case import remembers_the_last
from interventions.promises.dose import owed
from interventions.vocabulary import Stage


@remembers_the_last
def stage(case: Case) -> Stage:
    """Where the participant is, read off the case: nobody sets a stage, so it cannot be wrong."""
    if case.ending:
        return Stage.CLOSED
    if case.withdrawal:
        return Stage.END_OF_SERVICE
    if case.caseworker is None:
        return Stage.REFERRAL
    if case.assessed is None:
        return Stage.ASSESSMENT
    if case.plan is None:
        return Stage.ACTION_PLAN
    if case.final:
        return Stage.END_OF_SERVICE
    counting = [date for date in case.live if date.counts]
    if owed(case) <= 1 or (counting and all(date.final for date in counting)):
        return Stage.FINAL_SESSION
    return Stage.DELIVERY
