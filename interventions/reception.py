"""What each message does in each stage: the whole conversation as one table.

`yes` means the stage's page decides; `kept` that a message of the outside world waits until its stage comes;
anything else is the reason for a refusal. Every cell is written out, so that none is forgotten, and every
cell is tested.
"""

from interventions.errors import Refusal, TooEarly
from interventions.messages import NAMES, Message
from interventions.vocabulary import Stage

YES = "yes"
KEEP = "kept"
CLOSED = "the intervention is closed"
ALLOCATE_FIRST = "allocate the case to a caseworker first"
ASSESS_FIRST = "hold the assessment first"
APPROVE_FIRST = "sessions start when the action plan is approved"
ALL_HELD = "sessions are over: what remains is the report"
OVER = "sessions are over"
NOTHING_MISSED = "no session is owed yet"
NOT_FINISHED = "the report follows the final session"
NOT_OFFERED = "no three-way session has been offered yet"

_ORDER = tuple(Stage)


def _row(*cells: str) -> dict[Stage, str]:
    return dict(zip(_ORDER, cells, strict=True))


# fmt: off
#                        referral        assessment    action plan    delivery      final session  end of service  closed
MAY_BE_SAID: dict[str, dict[Stage, str]] = {
    "allocate":           _row(YES,            YES,          YES,           YES,          YES,           YES,            CLOSED),
    "book":               _row(ALLOCATE_FIRST, YES,          APPROVE_FIRST, YES,          YES,           YES,            CLOSED),
    "record":             _row(ALLOCATE_FIRST, YES,          YES,           YES,          YES,           YES,            CLOSED),
    "submit-plan":        _row(ALLOCATE_FIRST, ASSESS_FIRST, YES,           YES,          YES,           ALL_HELD,       CLOSED),
    "approve-plan":       _row(ALLOCATE_FIRST, ASSESS_FIRST, YES,           YES,          YES,           ALL_HELD,       CLOSED),
    "return-plan":        _row(ALLOCATE_FIRST, ASSESS_FIRST, YES,           YES,          YES,           ALL_HELD,       CLOSED),
    "decide-eligibility": _row(YES,            YES,          YES,           YES,          YES,           ALL_HELD,       CLOSED),
    "answer-three-way":   _row(NOT_OFFERED,    NOT_OFFERED,  NOT_OFFERED,   YES,          YES,           ALL_HELD,       CLOSED),
    "submit-report":      _row(NOT_FINISHED,   NOT_FINISHED, NOT_FINISHED,  NOT_FINISHED, NOT_FINISHED,  YES,            CLOSED),
    "note-contact":       _row(YES,            YES,          YES,           YES,          YES,           YES,            CLOSED),
    "close-task":         _row(YES,            YES,          YES,           YES,          YES,           YES,            YES),
    "forfeit":            _row(ALLOCATE_FIRST, NOTHING_MISSED, NOTHING_MISSED, YES,       YES,           ALL_HELD,       CLOSED),
    "call-off":           _row(ALLOCATE_FIRST, YES,          NOTHING_MISSED, YES,         YES,           YES,            CLOSED),
    "pause":              _row(YES,            YES,          YES,           YES,          YES,           OVER,           CLOSED),
    "resume":             _row(YES,            YES,          YES,           YES,          YES,           YES,            CLOSED),
    "withdraw":           _row(YES,            YES,          YES,           YES,          YES,           YES,            CLOSED),
    "reinstate":          _row(YES,            YES,          YES,           YES,          YES,           YES,            CLOSED),
    "caseworker-gone":    _row(ALLOCATE_FIRST, YES,          YES,           YES,          YES,           YES,            CLOSED),
    "hand-over":          _row(YES,            YES,          YES,           YES,          YES,           YES,            CLOSED),
    "amend":              _row(YES,            YES,          YES,           YES,          YES,           YES,            CLOSED),
    "undo-amendment":     _row(YES,            YES,          YES,           YES,          YES,           YES,            CLOSED),
    "delivery-receipt":   _row(KEEP,           YES,          YES,           YES,          YES,           YES,            YES),
    "monitoring-seen":    _row(YES,            YES,          YES,           YES,          YES,           YES,            YES),
    "text-reply":         _row(YES,            YES,          YES,           YES,          YES,           YES,            CLOSED),
    "errand-reported":    _row(YES,            YES,          YES,           YES,          YES,           YES,            YES),
}
# fmt: on

ALREADY = "already applied"

# What the very same words do a moment after they were heard, by another message id (the same id is simply given
# its first receipt): `already applied`, and nothing changes, or the rule by which they are refused.
SAID_AGAIN: dict[str, tuple[str, ...]] = {
    "allocate": (ALREADY,),
    "book": (ALREADY, "clash"),
    "record": ("nothing-to-record",),
    "submit-plan": (ALREADY,),
    "approve-plan": (ALREADY,),
    "return-plan": ("no-plan",),
    "decide-eligibility": (ALREADY,),
    "answer-three-way": (ALREADY,),
    "submit-report": ("not-in-this-stage",),
    "note-contact": (ALREADY,),
    "close-task": (ALREADY,),
    "forfeit": (ALREADY,),
    "call-off": ("nothing-booked",),
    "pause": ("already-paused",),
    "resume": (ALREADY,),
    "withdraw": (ALREADY,),
    "reinstate": ("not-withdrawn",),
    "caseworker-gone": (ALREADY,),
    "hand-over": ("same-contract",),
    "amend": (ALREADY,),
    "undo-amendment": (ALREADY, "nothing-amended"),
    "delivery-receipt": (ALREADY,),
    "monitoring-seen": (ALREADY,),
    "text-reply": (ALREADY,),
    "errand-reported": (ALREADY,),
}


def admit(message: Message, here: Stage) -> None:
    """Lets a message through to its stage's page.

    Raises:
        Refusal: `not-in-this-stage`, with the cell's reason.
        TooEarly: `too-early`, where it is kept.
    """
    answer = MAY_BE_SAID[NAMES[type(message)]][here]
    if answer == KEEP:
        raise TooEarly("too-early", "its stage is still to come")
    if answer != YES:
        raise Refusal("not-in-this-stage", answer)
