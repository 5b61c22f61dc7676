"""Who may come in: identity from the token, and access by it (domain brief 3.1)."""

from typing import Annotated

from fastapi import Depends, Request

from examples.refer_and_monitor.people import PROBATION, PROVIDER, Person
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.refusals import not_permitted
from examples.refer_and_monitor.world import World

READ_ALL = "ROLE_INTERVENTIONS_API_READ_ALL"


def _world(request: Request) -> World:
    world: World = request.app.state.world
    return world


TheWorld = Annotated[World, Depends(_world)]


def _reader(request: Request, world: TheWorld) -> None:
    """Anybody with a person's token, or a client that may read everything."""
    claims = world.tokens.claims(request.headers.get("authorization", ""))
    by_client = claims["sub"] == claims["client_id"] and READ_ALL in claims["authorities"]
    if not by_client and claims.get("user_name") not in world.people:
        raise not_permitted("could not map auth token to user", "no 'user_id' claim in token")


def _person(request: Request, world: TheWorld) -> Person:
    """The person whose token it is; a bare client is nobody (domain brief 0.5)."""
    claims = world.tokens.claims(request.headers.get("authorization", ""))
    missing = [name for name in ("user_id", "user_name", "auth_source") if not claims.get(name)]
    if missing:
        issues = [f"no '{name}' claim in token" for name in missing]
        raise not_permitted("could not map auth token to user", *issues)
    return world.people[claims["user_name"]]


READING = Depends(_reader)
ThePerson = Annotated[Person, Depends(_person)]


def check_caseworker(person: Person, referral: SentReferral) -> None:
    """Whether this person works on this referral for the provider.

    Raises:
        Refused: 403, naming each group that is missing.
    """
    if person.auth_source != PROVIDER:
        raise not_permitted("user is not a service provider", "only service providers may do this")
    if missing := sorted(referral.groups - person.groups):
        raise not_permitted("user is not authorised", *(f"missing group {name}" for name in missing))


def check_practitioner(person: Person) -> None:
    """Whether this person works in probation.

    Raises:
        Refused: 403.
    """
    if person.auth_source != PROBATION:
        raise not_permitted("user is not a probation practitioner")
