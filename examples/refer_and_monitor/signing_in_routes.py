"""HMPPS Auth's door, and the stand-in's own: events, the clock, and what it holds."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Header

from examples.refer_and_monitor.doors import TheWorld
from examples.refer_and_monitor.forms import Form as Body
from examples.refer_and_monitor.records import Json
from examples.refer_and_monitor.refusals import Refused

router = APIRouter()


@router.post("/auth/oauth/token")
async def token(
    world: TheWorld,
    grant_type: Annotated[str, Form()],
    authorization: Annotated[str, Header()] = "",
    refresh_token: Annotated[str, Form()] = "",
) -> Json:
    """A token, by client credentials or for the person who left a refresh token."""
    tokens = world.tokens
    if grant_type == "client_credentials":
        signed = tokens.for_client(authorization)
    elif grant_type == "refresh_token":
        signed = tokens.refreshed(authorization, refresh_token)
    else:
        raise Refused(400, "unsupported_grant_type", "Unsupported grant type")
    return {"access_token": signed, "token_type": "bearer", "expires_in": tokens.lifetime}


@router.get("/stand-in/events")
async def events(world: TheWorld, since: int = 0) -> list[Json]:
    """The events published so far, from the `since`-th on."""
    return world.events.since(since)


class Clock(Body):
    """What time it is."""

    now: datetime


@router.post("/stand-in/clock")
async def set_clock(world: TheWorld, clock: Clock) -> Json:
    """Let it be this time from now on: for a demo that does not wait for Christmas."""
    ahead = clock.now - datetime.now(clock.now.tzinfo)
    world.clock = lambda: datetime.now(clock.now.tzinfo) + ahead
    return {"now": clock.now.isoformat()}


@router.get("/stand-in/referrals/{referral_id}")
async def inside(world: TheWorld, referral_id: UUID) -> Json:
    """What it holds of a referral: how many of everything."""
    referral = world.referral(referral_id)
    meetings = [("assessment", referral.assessment)]
    meetings += [(f"session-{one.number}", one) for one in referral.sessions]
    return {
        "assignments": [one.username for one in referral.assignments],
        "bookings": {name: len(meeting.appointments) for name, meeting in meetings},
        "plans": len(referral.plans),
        "notes": len(referral.notes),
        "reportSubmitted": referral.report.times_submitted if referral.report else 0,
    }
