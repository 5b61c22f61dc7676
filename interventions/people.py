"""Who a task is for: the caseworker of the case; the responsible officer, or whoever referred.

Resolved whenever somebody is asked, and written down with the reason, because people change (domain brief
2.2, responsible officer). Open tasks follow them.
"""

from collections.abc import Mapping

from interventions.case import Case
from interventions.task import ChosenAs, Task
from interventions.vocabulary import Role


def whose(case: Case, owner: Role) -> tuple[str, ChosenAs]:
    """The staff reference of who has that role in this case, and as what; nobody by name for a team."""
    match owner:
        case Role.PROBATION_PRACTITIONER if officer := case.referral.responsible_officer:
            return officer.username, "responsible-officer"
        case Role.PROBATION_PRACTITIONER:
            return case.referral.practitioner.username, "referrer"
        case Role.CASEWORKER if case.caseworker and not case.caseworker_gone:
            return case.caseworker.username, "allocated"
        case _:
            return "", ""


def followed(case: Case) -> Mapping[str, Task]:
    """Every task of the case, the open ones with whoever has their role now."""
    return {
        task.id: task if task.closed_at else task.model_copy(update=addressed(case, task.owner))
        for task in case.tasks.values()
    }


def addressed(case: Case, owner: Role) -> dict[str, str]:
    """Who is asked and as what, as a task says it."""
    person, chosen_as = whose(case, owner)
    return {"person": person, "chosen_as": chosen_as}
