"""Which verb says which message."""

from collections.abc import Callable

from interventions import messages as m
from starter import amending, life, speaking

SPOKEN: dict[str, tuple[type[m.Spoken], Callable[..., None]]] = {
    "allocate": (m.Allocate, speaking.allocate),
    "book": (m.Book, speaking.book),
    "record": (m.Record, speaking.record),
    "submit-plan": (m.SubmitPlan, speaking.submit_plan),
    "approve-plan": (m.ApprovePlan, speaking.approve),
    "return-plan": (m.ReturnPlan, speaking.return_plan),
    "decide-eligibility": (m.DecideEligibility, speaking.decide_eligibility),
    "answer-three-way": (m.AnswerThreeWay, speaking.answer_three_way),
    "submit-report": (m.SubmitReport, speaking.submit_report),
    "note-contact": (m.NoteContact, life.note_contact),
    "close-task": (m.CloseTask, speaking.close_task),
    "forfeit": (m.Forfeit, life.forfeit),
    "call-off": (m.CallOff, life.call_off),
    "pause": (m.Pause, life.pause),
    "resume": (m.Resume, life.resume),
    "withdraw": (m.Withdraw, life.withdraw),
    "reinstate": (m.Reinstate, life.reinstate),
    "caseworker-gone": (m.CaseworkerGone, amending.caseworker_gone),
    "hand-over": (m.HandOver, amending.hand_over),
    "amend": (m.Amend, amending.amend),
    "undo-amendment": (m.UndoAmendment, amending.undo_amendment),
}
