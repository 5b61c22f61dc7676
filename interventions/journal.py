"""A fact in a line, for the timeline: by its keys and codes, never by anything a person wrote."""

from collections.abc import Callable
from typing import Any

from interventions import facts as f
from interventions.case import JournalLine
from interventions.facts import AnyFact


def journal_line(fact: AnyFact) -> JournalLine:
    """The fact in a line: names what it is about by its key, never by anything a person wrote."""
    return JournalLine(at=fact.at, fact=fact.fact, about=_about(fact))


def _about(fact: AnyFact) -> str:
    how = ABOUT.get(type(fact))
    return how(fact) if how else ""


def _version(fact: Any) -> str:
    return f"version {fact.version}"


def _key(fact: Any) -> str:
    return str(fact.key)


def _booked(fact: f.AppointmentBooked) -> str:
    opened = f" ({', '.join(fact.opened)}: all the same)" if fact.opened else ""
    return f"{fact.appointment.key}{opened}"


ABOUT: dict[type, Callable[[Any], str]] = {
    f.AppointmentBooked: _booked,
    f.ContactRecorded: lambda fact: f"{fact.contact.key} {'held' if fact.contact.held else 'not held'}",
    f.ContactNoted: _key,
    f.ClockWarned: lambda fact: fact.clock,
    f.ClockBreached: lambda fact: f"{fact.clock} ({fact.cause})",
    f.PlanSubmitted: _version,
    f.PlanApproved: _version,
    f.PlanReturned: _version,
    f.EligibilityDecided: lambda fact: f"{fact.module} {'yes' if fact.eligible else 'no'}",
    f.ThreeWayAnswered: lambda fact: f"{fact.who} {'yes' if fact.accepts else 'no'}",
    f.AppointmentCalledOff: lambda fact: f"{fact.slot}/{fact.version}",
    f.SessionForfeited: lambda fact: fact.slot,
    f.ReferralAmended: lambda fact: ", ".join(fact.topics),
    f.InterventionPaused: lambda fact: str(fact.why),
    f.InterventionWithdrawn: lambda fact: str(fact.code),
    f.InterventionConcluded: lambda fact: str(fact.ending),
    f.WordRequested: lambda fact: fact.errand.key,
    f.WordWithheld: _key,
    f.WordPostponed: _key,
    f.WordLapsed: _key,
    f.WordAccepted: _key,
    f.WordFailed: _key,
    f.WordDelivered: _key,
    f.ReceiptAnswered: lambda fact: f"{fact.about} ({fact.answer})",
    f.ReplyReceived: lambda fact: str(fact.kind),
    f.AppointmentConfirmed: lambda fact: f"{fact.slot}/{fact.version}",
    f.TextsStopped: lambda fact: str(fact.why),
    f.TaskOpened: lambda fact: fact.task.id,
    f.TaskClosed: lambda fact: fact.task,
    f.TaskOverdue: lambda fact: fact.task,
    f.DuplicatesLookedFor: lambda fact: f"{fact.key} ({len(fact.others)} found)",
    f.MessageKept: lambda fact: fact.message,
    f.MessageLetIn: lambda fact: f"{fact.message} (kept as {fact.kept})",
    f.MonitoringTold: _key,
    f.MonitoringLeftToPeople: lambda fact: f"{fact.key} ({fact.why})",
    f.MonitoringNeverTold: lambda fact: f"{fact.key} ({fact.why})",
    f.MonitoringOvertaken: _key,
    f.MonitoringSeen: lambda fact: ", ".join(fact.topics),
    f.MessageSetAside: lambda fact: f"{fact.message} ({fact.rule})",
}
