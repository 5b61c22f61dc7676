"""What a referral says, topic by topic, as we have it and as R&M shows it, in a form that can be compared."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from interventions.monitoring.seen import SeenReferral, SeenSelection
from interventions.promises.policy import Policy
from interventions.referral import Referral
from interventions.vocabulary import Pathway


@dataclass(frozen=True)
class Topic:
    """One topic. `ours` and `theirs` give its value, or None where that side says nothing of it.

    `amend` gives the fields of the amendment that takes R&M's value over; without one people must do it.
    """

    name: str
    ours: Callable[[Referral, Pathway | None], Any]
    theirs: Callable[[SeenReferral, Pathway | None], Any]
    amend: Callable[[SeenReferral, Referral, Pathway | None], dict[str, Any]] | None = None
    pathway: Pathway | None = None

    @property
    def followed(self) -> bool:
        """Whether a change in R&M can be taken over by an amendment."""
        return self.amend is not None


def _plain(name: str, field: str, *, followed: bool = True) -> Topic:
    return Topic(
        name,
        lambda referral, _: _or_nothing(getattr(referral, field)),
        lambda seen, _: _if_given(getattr(seen, field)),
        (lambda seen, referral, _: {field: getattr(seen, field)}) if followed else None,
    )


NOTHING = "nothing"


def _or_nothing(value: Any) -> Any:
    """Ours always says something, if only that there is nothing."""
    return NOTHING if value in (None, "") else value


def _if_given(value: Any) -> Any:
    return NOTHING if value == "" else value


def _interpreter(seen: SeenReferral, _: Pathway | None) -> str | None:
    if seen.needs_interpreter is None:
        return None
    return (seen.interpreter_language or "unspecified") if seen.needs_interpreter else NOTHING


def _to_interpreter(seen: SeenReferral, _: Referral, __: Pathway | None) -> dict[str, Any]:
    language = _interpreter(seen, None)
    return {"interpreter_language": "" if language == NOTHING else language}


def _practitioner(seen: SeenReferral, referral: Referral, _: Pathway | None) -> dict[str, Any]:
    known = referral.practitioner
    name = seen.practitioner_name or known.name
    return {"practitioner": known.model_copy(update={"username": seen.practitioner, "name": name})}


def _practitioners_name(seen: SeenReferral, referral: Referral, _: Pathway | None) -> dict[str, Any]:
    return {"practitioner": referral.practitioner.model_copy(update={"name": seen.practitioner_name})}


def _chosen(seen: SeenReferral, pathway: Pathway | None) -> SeenSelection | None:
    return next((chosen for chosen in seen.selections if chosen.pathway is pathway), None)


def _complexity(seen: SeenReferral, pathway: Pathway | None) -> Any:
    chosen = _chosen(seen, pathway)
    return chosen.complexity if chosen else None


def _outcomes(seen: SeenReferral, pathway: Pathway | None) -> Any:
    chosen = _chosen(seen, pathway)
    return frozenset(chosen.outcomes) if chosen and chosen.outcomes else None


def _our_complexity(referral: Referral, pathway: Pathway | None) -> Any:
    chosen = referral.selection(pathway) if pathway else None
    return chosen.complexity if chosen else None


def _our_outcomes(referral: Referral, pathway: Pathway | None) -> Any:
    chosen = referral.selection(pathway) if pathway else None
    return frozenset(chosen.outcomes) if chosen else None


def _of(pathway: Pathway) -> tuple[Topic, Topic]:
    """The two topics of one pathway."""
    return (
        Topic(
            f"complexity/{pathway}",
            _our_complexity,
            _complexity,
            lambda seen, _, where: {"pathway": where, "complexity": _complexity(seen, where)},
            pathway,
        ),
        Topic(
            f"outcomes/{pathway}",
            _our_outcomes,
            _outcomes,
            lambda seen, _, where: {"pathway": where, "outcomes": tuple(sorted(_outcomes(seen, where)))},
            pathway,
        ),
    )


PRACTITIONERS_NAME = Topic(
    "practitioner-name",
    lambda referral, _: referral.practitioner.name or None,
    lambda seen, _: seen.practitioner_name or None,
    _practitioners_name,
)
TOPICS: tuple[Topic, ...] = (
    _plain("completion-deadline", "completion_deadline"),
    _plain("enforceable-days", "maximum_enforceable_days"),
    _plain("accessibility-needs", "accessibility_needs"),
    _plain("additional-needs", "additional_needs"),
    # R&M writes it in free text: somebody must read it and say which times are meant.
    _plain("unavailable-times", "unavailable", followed=False),
    Topic(
        "interpreter",
        lambda referral, _: _or_nothing(referral.interpreter_language),
        _interpreter,
        _to_interpreter,
    ),
    Topic(
        "practitioner",
        lambda referral, _: referral.practitioner.username,
        lambda seen, _: seen.practitioner,
        _practitioner,
    ),
    Topic(
        "case-number",
        lambda referral, _: referral.participant.crn,
        lambda seen, _: seen.crn or None,
        lambda seen, _, __: {"crn": seen.crn},
    ),
    *(topic for pathway in Pathway for topic in _of(pathway)),
    PRACTITIONERS_NAME,
)


def topics(policy: Policy) -> tuple[Topic, ...]:
    """What is compared under this policy, in the order in which it is dealt with."""
    return TOPICS if policy.monitoring_names_practitioner else TOPICS[:-1]
