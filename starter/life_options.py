"""What can be typed after a verb of real life: what happened, why, and what the referral says instead."""

from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID

import typer

from interventions.vocabulary import Complexity, Pathway, PauseReason, WithdrawalCode

DAY = "a day, such as 2026-11-30"
SHUT = '"tue 09:00-12:00", "tue" or, for every day, "09:00-12:00"; repeatable; "none" takes all back'

# Why, wherever a message is refused without it.
Why = Annotated[str, typer.Option(help="why; kept in the register")]
WhyIfAny = Annotated[str, typer.Option(help="why, if there is more to say")]

# Dates that are not kept.
Slot = Annotated[str, typer.Option(help='which meeting: "assessment", "session-3"')]

# Contacts between appointments.
WhatWasSaid = Annotated[str, typer.Option("--summary", help="what was said; kept in the register")]
Whom = Annotated[
    Literal["participant", "practitioner", "other"],
    typer.Option("--with", help="who it was with, or was for"),
]
Reached = Annotated[bool, typer.Option("--reached/--no-answer", help="whether anybody answered")]

# Pauses and endings.
Cause = Annotated[PauseReason, typer.Option("--why", help="what keeps the participant away")]
Review = Annotated[str, typer.Option("--review-on", metavar="DAY", help=f"when to look again: {DAY}")]
Code = Annotated[
    WithdrawalCode, typer.Option(help="the monitoring system's code; docs/journey.md has all thirteen")
]

# People and contracts.
Contract = Annotated[str, typer.Option(help="the contract it goes on under")]

# Amendments: what is left out stays.
ForPathway = Annotated[Pathway | None, typer.Option(help="of complexity and outcomes, where there are two")]
NewComplexity = Annotated[Complexity | None, typer.Option("--complexity", help="another complexity")]
Outcomes = Annotated[list[UUID] | None, typer.Option("--outcome", help="all that are wanted; repeatable")]
Deadline = Annotated[str | None, typer.Option("--deadline", metavar="DAY", help=f"to be completed by: {DAY}")]
Days = Annotated[int | None, typer.Option("--days", help="the most days that can be enforced")]
Username = Annotated[str | None, typer.Option(help="another probation practitioner's staff reference")]
PractitionerName = Annotated[str | None, typer.Option(help="and their name")]
Officer = Annotated[str | None, typer.Option(help="who decides, where it is not who referred")]
OfficerName = Annotated[str | None, typer.Option(help="and their name")]
Further = Annotated[str | None, typer.Option(help="what else the referral says: why it was made")]
DeliveryUntil = Annotated[
    str | None,
    typer.Option(
        "--delivery-until", metavar="DAY", help=f"the practitioner agrees to sessions until then: {DAY}"
    ),
]
LatestDelivery = Annotated[
    str | None,
    typer.Option(
        "--latest-delivery", metavar="DAY", help=f"last day on which sessions may be delivered: {DAY}"
    ),
]
ContactFile = Annotated[
    Path | None, typer.Option("--contact", metavar="SHEET.json", help="a new contact sheet, as in a referral")
]
Interpreter = Annotated[str | None, typer.Option("--interpreter", help='into which language; "" if none')]
Accessibility = Annotated[str | None, typer.Option("--accessibility", help="what they need to take part")]
Needs = Annotated[str | None, typer.Option("--additional-needs", help="anything else they need")]
Unavailable = Annotated[list[str] | None, typer.Option("--unavailable", metavar="WHEN", help=SHUT)]
Number = Annotated[int | None, typer.Option(help="which one, counted from 1; so it is safe to say twice")]
Crn = Annotated[str | None, typer.Option("--crn", help="the case number it was merged into")]
RestrictTo = Annotated[
    list[str] | None,
    typer.Option(
        "--restrict-to", help='staff references who alone may speak to it; repeatable; "none" lifts it'
    ),
]
