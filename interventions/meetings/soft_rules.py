"""Soft rules: the norm of the service, which somebody may leave who says why all the same.

Why a date moves is another question than why it leaves the norm (domain brief 7.6, A7, A24, A30): a shift at
work explains the move, and opens nothing. Of a date that is new, `reason` says why it leaves the norm, too.
"""

from interventions.case import Case
from interventions.errors import Refusal
from interventions.meetings.moving import moves
from interventions.messages import Book


def says_why(case: Case, message: Book) -> bool:
    """Whether the booking says why it leaves the norm, if it does; a move's reason did in edition 1."""
    if message.all_the_same.strip():
        return True
    explains_a_move = case.terms.policy.follows(2) and moves(case, message)
    return bool(message.reason.strip()) and not explains_a_move


def opens(case: Case, message: Book, no: Refusal) -> str:
    """The rule that stands in the way, where the booking says why all the same.

    Raises:
        Refusal: `no`, where it does not.
    """
    if not says_why(case, message):
        raise no
    return no.rule
