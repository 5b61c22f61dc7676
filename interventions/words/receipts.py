"""What carriers say of texts late, or not at all: asked once in the policy's time, then a person makes sure.

Accepted is not delivered. A text whose carrier says no more is asked after; where the carrier does not know,
the caseworker makes sure, as long as it matters (reliability brief R9, R10).
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from interventions.case import Case, Word
from interventions.facts import AnyFact, ReceiptAnswered, WordDelivered, WordRequested
from interventions.vocabulary import Role, TextsOff
from interventions.words.contacting import ask
from interventions.words.correspondence import AskReceipt, Outcome
from interventions.words.reminders import reminds_of, tell_by, wanted
from interventions.words.replies import stop_texts

# What a carrier says of a number that no text will ever reach, and of one that wants none; its own codes too.
NUMBER_BAD = {"invalid-number", "landline", "not-a-mobile", "21211", "21614", "30005", "30006"}
OPTED_OUT = {"opted-out", "21610"}
# What our own ledger says of a number whose STOP it heard first.
STOPPED = {"stopped"}
WHY_OFF = (
    (NUMBER_BAD, TextsOff.NUMBER_BAD),
    (OPTED_OUT, TextsOff.OPTED_OUT),
    (STOPPED, TextsOff.STOPPED),
)

SILENT = "Nobody knows whether a text arrived: make sure the participant knows"
SILENT_LETTER = "Nobody knows whether a letter was posted: make sure the participant knows what it says"
LOST_LETTER = "A letter was not posted after all: hand over a copy, or find another way"
LOST = "A text did not arrive: find another way to tell the participant"


def unheard(case: Case) -> Iterator[tuple[AskReceipt, datetime]]:
    """What to ask of each text and letter the carrier took and said no more of, and when."""
    if case.suppressed:
        return
    for word in case.words.values():
        if word.state == "accepted" and word.traced:
            for errand, hours in _questions(case, word):
                if errand.key not in case.words:
                    yield errand, word.at + timedelta(hours=hours)


def _questions(case: Case, word: Word) -> Iterator[tuple[AskReceipt, int]]:
    policy, key = case.terms.policy, word.key
    if word.errand == "text" and policy.receipt_hours is not None:
        yield AskReceipt(key=f"receipt/{key}", about=key), policy.receipt_hours
    if word.errand == "letter":
        for number, hours in enumerate(policy.letter_check_hours, start=1):
            yield AskReceipt(key=f"receipt/{key}/check-{number}", about=key, of="letter"), hours


def ask_after(errand: AskReceipt, now: datetime) -> Iterator[AnyFact]:
    """Ask the carrier."""
    yield WordRequested(at=now, errand=errand)


def answered(case: Case, errand: AskReceipt, outcome: Outcome, now: datetime) -> Iterator[AnyFact]:
    """Note what the carrier knows; where it knows nothing, a person makes sure."""
    key, about, code = errand.key, errand.about, outcome.why
    match outcome.result:
        case "arrived" | "did-not-arrive" as answer:
            yield ReceiptAnswered(at=now, key=key, about=about, answer=answer, code=code)
            if errand.of == "text" or answer == "did-not-arrive":  # posted is not arrived
                yield from arrival(case, about, arrived=answer == "arrived", code=code, now=now)
        case _:
            yield ReceiptAnswered(at=now, key=key, about=about, answer="silence", code=code)
            last = errand.of == "text" or key.endswith(f"/check-{len(case.terms.policy.letter_check_hours)}")
            if last and matters(case, about):
                task, owner = f"unheard/{about}", Role.CASEWORKER
                what = SILENT if errand.of == "text" else SILENT_LETTER
                yield from ask(case, task, "sending", owner, what, about=about, at=now, today=True)


def arrival(case: Case, key: str, *, arrived: bool, code: str, now: datetime) -> Iterator[AnyFact]:
    """Note that a text arrived, or did not, and find another way; the first answer stands."""
    word = case.words[key]
    if word.state in ("delivered", "undelivered"):
        return
    yield WordDelivered(at=now, key=key, arrived=arrived, code=code)
    if not arrived:
        task, what = f"undelivered/{key}", LOST_LETTER if word.errand == "letter" else LOST
        if wanted(case, key):
            due = tell_by(case, key, now)
            yield from ask(case, task, "sending", Role.CASEWORKER, what, about=key, at=now, due=due)
        yield from off(case, word.to, code, now)


def off(case: Case, number: str, code: str, now: datetime) -> Iterator[AnyFact]:
    """No more texts to a number that its carrier says is none, or that wants none."""
    for codes, why in WHY_OFF:
        if number and code in codes:
            yield from stop_texts(case, number, why, now)


def matters(case: Case, key: str) -> bool:
    """Whether it is still of use to know what became of this text."""
    word = case.words.get(key)
    if word is None or word.state != "accepted":
        return False
    return not key.startswith("reminder/") or any(reminds_of(key, date) for date in case.live)
