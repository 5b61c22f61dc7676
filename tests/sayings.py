"""Plain, valid, overridable things to say to an intervention, and when to say them."""

from datetime import date, datetime, time, timedelta
from typing import Any

from interventions.case import Case
from interventions.days.london import at_london, london_date
from interventions.messages import (
    Allocate,
    Amend,
    Book,
    DecideEligibility,
    NoteContact,
    Pause,
    Record,
    TextReply,
    Withdraw,
)
from interventions.promises.dose import ledgers
from interventions.vocabulary import Attended, Complexity, Pathway, PauseReason, WithdrawalCode
from interventions.words.reply_words import reply_kind

WORKER = "sam.caseworker"
PRACTITIONER = "pp.example"

# Days between sessions that keep to the cadence's maximum; two pathways share one diary.
DAYS_BETWEEN = {
    (Pathway.LIFESTYLE, Complexity.LOW): 7,
    (Pathway.LIFESTYLE, Complexity.MEDIUM): 7,
    (Pathway.LIFESTYLE, Complexity.HIGH): 4,
    (Pathway.FAMILY, Complexity.LOW): 16,
    (Pathway.FAMILY, Complexity.MEDIUM): 7,
    (Pathway.FAMILY, Complexity.HIGH): 4,
}
BOTH = 16


def at(said: str | datetime) -> datetime:
    """The instant of a London wall time such as "2026-06-01T10:00"; an instant is left as it is."""
    if isinstance(said, datetime):
        return said
    wall = datetime.fromisoformat(said)
    return wall if wall.tzinfo else at_london(wall.date(), wall.time())


def on(case: Case, days: int, wall: str = "10:00") -> datetime:
    """So many days after the day the referral was sent, at that London time."""
    return at_london(case.referral.day_sent + timedelta(days=days), time.fromisoformat(wall))


def allocation(**changes: Any) -> Allocate:
    """Allocation to the usual caseworker."""
    return Allocate(**({"by": "ops.example", "caseworker": WORKER, "name": "Sam Okafor"} | changes))


def a_booking(starts_at: str | datetime, **changes: Any) -> Book:
    """A meeting face to face for an hour, by the caseworker, who has read what is known of risk."""
    usual: dict[str, Any] = {
        "by": WORKER,
        "starts_at": at(starts_at),
        "place": "Room 2, 1 Mill Lane",
        "risk_read": True,
    }
    return Book(**(usual | changes))


def a_record(**changes: Any) -> Record:
    """A record of a meeting that was attended and held, with all that any stage may ask for."""
    usual: dict[str, Any] = {
        "by": WORKER,
        "attended": Attended.YES,
        "needs": ("housing",),
        "barriers": ("none",),
        "plan_reviewed": True,
        "next_steps": "none",
        "further_support": "none",
    }
    return Record(**(usual | changes))


def a_note(happened_at: str | datetime, **changes: Any) -> NoteContact:
    """A call with the participant, by the caseworker."""
    usual: dict[str, Any] = {"by": WORKER, "happened_at": at(happened_at), "summary": "asked about the bus"}
    return NoteContact(**(usual | changes))


def a_reply(words: str, case: Case, **changes: Any) -> TextReply:
    """The next text the participant sends, from the number on the sheet."""
    usual: dict[str, Any] = {
        "reply": f"SM{case.replies_heard + 1:032}",
        "received_at": case.last_at,
        "number": case.referral.participant.contact.mobile,
        "kind": reply_kind(words, case.terms.policy.urgent_words),
        "words": words,
    }
    return TextReply(**(usual | changes))


def nobody_came(**changes: Any) -> Record:
    """A record that the participant did not attend."""
    return Record(**({"by": WORKER, "attended": Attended.NO} | changes))


def decision(module: str, eligible: bool = True) -> DecideEligibility:
    """The practitioner's decision on a special module, a group, or others who take part."""
    return DecideEligibility(by=PRACTITIONER, module=module, eligible=eligible, reason="as assessed")


def a_pause(review_on: str, **changes: Any) -> Pause:
    """Illness, to be looked at again on that day."""
    usual: dict[str, Any] = {"by": WORKER, "why": PauseReason.ILLNESS, "reason": "in hospital"}
    return Pause(**(usual | {"review_on": date.fromisoformat(review_on)} | changes))


def a_withdrawal(code: WithdrawalCode = WithdrawalCode.MOVED, **changes: Any) -> Withdraw:
    """The practitioner ends the referral under that code."""
    return Withdraw(**({"by": PRACTITIONER, "code": code, "reason": "told on the telephone"} | changes))


def an_amendment(**changes: Any) -> Amend:
    """The practitioner changes what the referral says."""
    return Amend(**({"by": PRACTITIONER, "reason": "reviewed"} | changes))


def next_session(case: Case, **changes: Any) -> Book:
    """The session owed next, at the usual distance from the last meeting held."""
    pathway = max(ledgers(case), key=lambda account: account.owed).pathway
    last = max(contact.happened_at for contact in case.contacts if contact.held)
    day: date = london_date(last) + timedelta(days=days_between(case))
    return a_booking(at_london(day, time(10)), **({"pathway": pathway} | changes))


def days_between(case: Case) -> int:
    """How far apart this case's sessions usually are."""
    chosen = case.referral.selections
    return BOTH if len(chosen) > 1 else DAYS_BETWEEN[chosen[0].pathway, chosen[0].complexity]
