"""Letters by GOV.UK Notify: the PDF as we printed it, handed over once, and kept here as well."""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from activities.ports import Letters
from activities.printed import Printed
from gateways.notify.client import NoAnswer, NotifyClient, NotReached, Said
from interventions.words.correspondence import Envelope, Outcome

State = Literal["on-its-way", "posted", "refused"]
POSTED = {"received", "delivered"}
REFUSED = {"cancelled", "permanent-failure", "technical-failure", "validation-failed", "virus-scan-failed"}

BECAME: dict[State, Literal["arrived", "did-not-arrive", "accepted"]] = {
    "posted": "arrived",
    "refused": "did-not-arrive",
    "on-its-way": "accepted",
}


class NotifyUnavailable(Exception):
    """Nobody knows yet whether the letter was taken, or it was not: ask again later. Says a code only."""


@dataclass(frozen=True)
class NotifyLetters:
    """Posts by Notify what `kept` keeps first. What Notify has under our reference is never sent again.

    The reference is a hash of our key: the same for every attempt, and nothing that tells of anybody.
    """

    client: NotifyClient
    kept: Letters
    postage: str = "second"

    def post(self, key: str, envelope: Envelope, printed: Printed) -> Outcome:
        """Post one letter once under this key; `Outcome.reference` is Notify's own id.

        Raises:
            NotifyUnavailable: to be tried again; the next attempt looks first.
        """
        if printed.suffix != "pdf":
            return Outcome(result="refused", why="not-a-pdf")
        self.kept.post(key, envelope, printed)
        reference = _reference(key)
        try:
            if known := self.client.by_reference(reference):
                return _outcome(str(known[0].get("id", "")), str(known[0].get("status", "")))
            body = {
                "reference": reference,
                "content": b64encode(printed.content).decode(),
                "postage": self.postage,
            }
            return _outcome(self.client.send("letter", body), "")
        except NotReached:
            raise NotifyUnavailable("not-reached") from None
        except NoAnswer:
            raise NotifyUnavailable("no-answer") from None
        except Said as said:
            return _heard(said)

    def follows_letters(self) -> bool:
        """Notify says what became of a letter, for seven days."""
        return True

    def letter_became(self, key: str) -> Outcome:
        """Posted (arrived at the post, that is), failed for good with Notify's own status, or on its way.

        Raises:
            NotifyUnavailable: it could not be asked.
        """
        try:
            known = self.client.by_reference(_reference(key))
        except (NotReached, NoAnswer):
            raise NotifyUnavailable("not-reached") from None
        except Said as said:
            raise NotifyUnavailable(f"status-{said.status}") from None
        status = str(known[0].get("status", "")) if known else ""
        result = BECAME[_state(status)]
        return Outcome(result=result, why=status if result == "did-not-arrive" else "")


def _reference(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def _state(status: str) -> State:
    return "posted" if status in POSTED else "refused" if status in REFUSED else "on-its-way"


def _outcome(reference: str, status: str) -> Outcome:
    if _state(status) == "refused":
        return Outcome(result="refused", reference=reference, why=status)
    return Outcome(result="accepted", reference=reference)


def _heard(said: Said) -> Outcome:
    """What is wrong with the letter is final; what is wrong with our account, or there, may be mended."""
    if said.status in (400, 413):
        return Outcome(result="refused", why="letter-refused")
    raise NotifyUnavailable(
        "account-wrong" if said.status in (401, 403) else f"status-{said.status}"
    ) from None
