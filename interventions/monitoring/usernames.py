"""Usernames as they are spelt here: R&M writes them in capitals, and people write them as they like."""

from collections.abc import Iterator

from interventions.case import Case
from interventions.monitoring.records import AssignmentRecord
from interventions.monitoring.seen import SeenReferral


def as_spelt_here(case: Case, seen: SeenReferral) -> SeenReferral:
    """What R&M shows, with whoever is known here under the name they have here.

    Capitals make no other person (HMPPS Auth keeps every username in capitals). Somebody unknown stays as
    R&M has them.
    """
    practitioner = case.referral.practitioner.username
    return seen.model_copy(
        update={
            "assigned_to": _spelt(seen.assigned_to, _caseworkers(case)),
            "practitioner": _spelt(seen.practitioner, iter((practitioner,))),
        }
    )


def _spelt(theirs: str | None, known: Iterator[str]) -> str | None:
    same = (ours for ours in known if theirs and ours.casefold() == theirs.casefold())
    return next(same, theirs)


def _caseworkers(case: Case) -> Iterator[str]:
    """The caseworker, and whoever somebody is asked to assign in R&M."""
    if case.caseworker:
        yield case.caseworker.username
    for each in case.monitoring.by_hand.values():
        if isinstance(each.record, AssignmentRecord):
            yield each.record.caseworker
