"""Everything that can be said to an intervention, as its users say it.

People speak by Update and hear "no" with the reason; the outside world speaks by Signal. Each message is
one flat object, because the Temporal UI offers one box to type it in. `by` is a staff reference.
"""

from interventions.messages.journey import (
    Allocate,
    AnswerThreeWay,
    ApprovePlan,
    Book,
    CloseTask,
    DecideEligibility,
    NoteContact,
    Record,
    ReturnPlan,
    SubmitPlan,
    SubmitReport,
)
from interventions.messages.message import Message, Spoken
from interventions.messages.outside import DeliveryReceipt, ErrandReported, MonitoringShown, TextReply
from interventions.messages.real_life import (
    Amend,
    CallOff,
    CaseworkerGone,
    Forfeit,
    HandOver,
    Pause,
    Reinstate,
    Resume,
    UndoAmendment,
    Withdraw,
)

__all__ = [
    "NAMES",
    "SIGNALS",
    "UPDATES",
    "Allocate",
    "Amend",
    "AnswerThreeWay",
    "ApprovePlan",
    "Book",
    "CallOff",
    "CaseworkerGone",
    "CloseTask",
    "DecideEligibility",
    "DeliveryReceipt",
    "ErrandReported",
    "Forfeit",
    "HandOver",
    "Message",
    "MonitoringShown",
    "NoteContact",
    "Pause",
    "Record",
    "Reinstate",
    "Resume",
    "ReturnPlan",
    "Spoken",
    "SubmitPlan",
    "SubmitReport",
    "TextReply",
    "UndoAmendment",
    "Withdraw",
]

UPDATES: dict[str, type[Spoken]] = {
    "allocate": Allocate,
    "book": Book,
    "record": Record,
    "submit-plan": SubmitPlan,
    "approve-plan": ApprovePlan,
    "return-plan": ReturnPlan,
    "decide-eligibility": DecideEligibility,
    "answer-three-way": AnswerThreeWay,
    "submit-report": SubmitReport,
    "note-contact": NoteContact,
    "close-task": CloseTask,
    "forfeit": Forfeit,
    "call-off": CallOff,
    "pause": Pause,
    "resume": Resume,
    "withdraw": Withdraw,
    "reinstate": Reinstate,
    "caseworker-gone": CaseworkerGone,
    "hand-over": HandOver,
    "amend": Amend,
    "undo-amendment": UndoAmendment,
}

SIGNALS: dict[str, type[Message]] = {
    "delivery-receipt": DeliveryReceipt,
    "text-reply": TextReply,
    "monitoring-seen": MonitoringShown,
}

NAMES: dict[type[Message], str] = {
    **{message: name for name, message in UPDATES.items()},
    **{message: name for name, message in SIGNALS.items()},
    ErrandReported: "errand-reported",
}
