"""One of every kind of fact about texts that were asked after, and that participants sent back."""

from datetime import UTC, datetime

from interventions.facts import (
    AnyFact,
    AppointmentConfirmed,
    ReceiptAnswered,
    ReplyReceived,
    TextsResumed,
    TextsStopped,
    WordRequested,
)
from interventions.vocabulary import ReplyKind, TextsOff
from interventions.words.correspondence import AskReceipt

AT = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)


def about_texts() -> list[AnyFact]:
    """A text asked after, and what participants text back."""
    number, reply = "+447700900123", f"SM{0:032}"
    said = {
        "received_at": AT,
        "number": number,
        "kind": ReplyKind.OTHER,
        "words": "\u00e0 bient\u00f4t \u2026",
    }
    return [
        WordRequested(at=AT, errand=AskReceipt(key="receipt/k/1", about="k/1")),
        ReceiptAnswered(at=AT, key="receipt/k/1", about="k/1", answer="silence"),
        ReplyReceived.model_validate({"at": AT, "reply": reply, **said}),
        AppointmentConfirmed(at=AT, slot="session-1", version=2, reply=reply),
        TextsStopped(at=AT, number=number, why=TextsOff.STOPPED),
        TextsResumed(at=AT, number=number),
    ]
