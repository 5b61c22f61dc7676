"""A carrier of texts that remembers them, and does what a real one may do when it is told to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import RLock

from activities.carrying import Answer, OutgoingText
from activities.sending import Arrival, Receipt

Trouble = Callable[[OutgoingText], Answer | None]


@dataclass(frozen=True)
class SentText:
    """A text as it was handed over."""

    key: str
    to: str
    words: str


@dataclass(frozen=True)
class Numbers:
    """The numbers that are not like others.

    `refusing`: no such number. `opted_out`: their carrier takes nothing for them. Only texts to the rest are
    traced: to `late` numbers they arrive, to `losing` ones they do not, of `silent` ones nobody ever hears.
    """

    refusing: frozenset[str] = frozenset()
    opted_out: frozenset[str] = frozenset()
    late: frozenset[str] = frozenset()
    losing: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()

    def refuses(self, to: str) -> str:
        """Why the carrier takes no text to this number; empty where it does."""
        return "invalid-number" if to in self.refusing else "opted-out" if to in self.opted_out else ""

    def traces(self, to: str) -> bool:
        """Whether the carrier keeps account of texts to this number."""
        return to in self.late | self.losing | self.silent

    def became_of(self, to: str) -> tuple[Arrival, str]:
        """What the carrier says of a text to this number when it is asked, and its code."""
        if to in self.late:
            return "delivered", ""
        return ("undelivered", "unreachable") if to in self.losing else ("accepted", "")


def no_trouble(_: OutgoingText) -> Answer | None:
    """As a carrier is on most days."""
    return None


@dataclass
class RememberedTexts:
    """Texts by token. A number in `refusing` is answered like one that does not exist.

    `trouble` may answer in the carrier's place; with "in-doubt" and a reference the text was taken all the
    same, and nobody was told. Asked twice it takes twice: keeping a text one is not a carrier's business.
    """

    refusing: frozenset[str] = frozenset()
    trouble: Trouble = no_trouble
    numbers: Numbers = Numbers()
    _taken: dict[str, tuple[SentText, str]] = field(default_factory=dict)
    _refused: list[SentText] = field(default_factory=list)
    _lock: RLock = field(default_factory=RLock)

    def send(self, text: OutgoingText) -> Answer:
        """Remember one text, or its refusal."""
        sent = SentText(text.key, text.to, text.words)
        with self._lock:
            if why := "invalid-number" if text.to in self.refusing else self.numbers.refuses(text.to):
                self._refused.append(sent)
                return Answer("refused", why=why)
            answer = self.trouble(text) or Answer("taken", f"texts/{text.key}/{len(self._taken) + 1}")
            if answer.reference:
                self._taken[answer.reference] = (sent, text.token)
        return answer if answer.said == "taken" else Answer(answer.said, why=answer.why, after=answer.after)

    def find(self, text: OutgoingText, since: datetime) -> tuple[str, ...]:  # noqa: ARG002
        """The references it took under the text's token, whenever that was."""
        with self._lock:
            return tuple(name for name, (_, token) in self._taken.items() if token == text.token)

    def look_up(self, reference: str) -> Receipt | None:
        """It has it, or it does not; of some numbers it knows more."""
        with self._lock:
            known = self._taken.get(reference)
        if known is None:
            return None
        state, why = self.numbers.became_of(known[0].to)
        return Receipt("", reference, state, datetime.now(UTC), why)

    def traces(self, to: str) -> bool:
        """Only texts to some numbers."""
        return self.numbers.traces(to)

    @property
    def sent(self) -> tuple[SentText, ...]:
        """Every text taken, in order."""
        with self._lock:
            return tuple(sent for sent, _ in self._taken.values())

    @property
    def refused(self) -> tuple[SentText, ...]:
        """Every text refused, in order."""
        with self._lock:
            return tuple(self._refused)
