"""What people wrote that a task asks somebody to read: found in the facts, by the id of the task."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from interventions import facts as f
from interventions.errors import Refusal
from interventions.facts import AnyFact
from interventions.meetings.absence import unacceptable
from interventions.meetings.appointment import ASSESSMENT
from interventions.stages.referral import WHEN_NOT
from interventions.views.in_words import amended_in_words, plan_in_words

NOT_TOLD = "(not kept here: others use this number - ask the participant whether they wrote)"
OF_A_RECORD = ("concerns", "conduct", "summary", "late_reason", "no_session_text", "reason")


@dataclass(frozen=True)
class Written:
    """What one person wrote at one time: `words` are its fields, in order, each with its text.

    This is what people said of a participant: it is read out to somebody, and kept nowhere.
    """

    at: datetime
    by: str
    about: str
    words: tuple[tuple[str, str], ...]


Facts = Sequence[AnyFact]


def written_for(facts: Facts, task: str) -> tuple[Written, ...]:
    """What the task asks to read, the earliest first; nothing where nobody wrote anything for it.

    Raises:
        Refusal: `no-such-task`.
    """
    if not any(isinstance(fact, f.TaskOpened) and fact.task.id == task for fact in facts):
        raise Refusal("no-such-task", "no task has this id", field="task")
    for begins, look in WHERE.items():
        if task.startswith(begins):
            return tuple(each for each in look(facts, task, task.removeprefix(begins)) if each.words)
    return ()


def _a_record(fact: f.ContactRecorded) -> Written:
    contact = fact.contact
    became = f"attended: {contact.attended}, {'held' if contact.held else 'not held'}"
    return Written(fact.at, fact.by, f"{contact.key} ({became})", _words(fact, *OF_A_RECORD))


def _words(fact: AnyFact, *fields: str) -> tuple[tuple[str, str], ...]:
    said = ((field, getattr(fact, field)) for field in fields)
    return tuple((field, words) for field, words in said if words.strip())


def _records(facts: Facts) -> Iterator[f.ContactRecorded]:
    return (fact for fact in facts if isinstance(fact, f.ContactRecorded))


def _of_a_contact(facts: Facts, task: str, key: str) -> Iterator[Written]:
    """The record of a meeting; or every note of one contact between meetings, also what was added later."""
    yield from (_a_record(fact) for fact in _records(facts) if fact.contact.key == key)
    notes = [fact for fact in facts if isinstance(fact, f.ContactNoted)]
    contact = {fact.adds_to or fact.key for fact in notes if fact.key == key}
    for note in notes:
        if (note.adds_to or note.key) in contact:
            yield Written(note.at, note.by, note.key, _words(note, "concerns", "summary"))


def _in_a_row(facts: Facts, task: str, key: str) -> Iterator[Written]:
    """The absence that was told, and those just before it that nobody excused either."""
    records = sorted(_records(facts), key=lambda fact: fact.contact.happened_at)
    row: list[f.ContactRecorded] = []
    for fact in records:
        row = [*row, fact] if unacceptable(fact.contact) else []
        if fact.contact.key == key:
            break
    return map(_a_record, row)


def _of_the_assessment(facts: Facts, task: str, _: str) -> Iterator[Written]:
    return (_a_record(fact) for fact in _records(facts) if fact.contact.slot == ASSESSMENT)


def _all_missed(facts: Facts, task: str, _: str) -> Iterator[Written]:
    """What was said of each session, and why it is not made up."""
    for fact in facts:
        if isinstance(fact, f.ContactRecorded) and fact.contact.slot != ASSESSMENT:
            yield _a_record(fact)
        elif isinstance(fact, f.SessionForfeited):
            yield Written(fact.at, fact.by, f"{fact.slot}, forfeited", _words(fact, "reason"))


def _submitted(facts: Facts, task: str, version: str) -> Iterator[Written]:
    begun = next(fact for fact in facts if isinstance(fact, f.ReferralReceived))
    for fact in facts:
        if isinstance(fact, f.PlanSubmitted) and str(fact.version) == version:
            yield Written(fact.at, fact.by, f"plan {version}", plan_in_words(fact.plan, begun.terms))


def _returned(facts: Facts, task: str, version: str) -> Iterator[Written]:
    for fact in facts:
        if isinstance(fact, f.PlanReturned) and str(fact.version) == version:
            yield Written(fact.at, fact.by, f"plan {version}", _words(fact, "reasons"))


def _texts(facts: Facts, task: str, number: str) -> Iterator[Written]:
    """The text it is about and all that came after: one task asks to read them all."""
    texts = [fact for fact in facts if isinstance(fact, f.ReplyReceived)]
    for text in texts[int(number) - 1 :]:
        words = (("words", NOT_TOLD),) if text.shared else _words(text, "words")
        yield Written(text.received_at, "", f"text ({text.kind})", words)


def _amended(facts: Facts, task: str, _: str) -> Iterator[Written]:
    """The last amendment before it was asked."""
    for fact in _before(facts, task):
        if isinstance(fact, f.ReferralAmended):
            words = (*amended_in_words(fact), *_words(fact, "reason"))
            yield Written(fact.at, fact.by, "the referral", words)
            return


def _when_not(facts: Facts, task: str, _: str) -> Iterator[Written]:
    for fact in facts:
        if isinstance(fact, f.ReferralReceived):
            words = (("unavailable", fact.referral.unavailable),)
            yield Written(fact.at, fact.by, "the referral", words)


def _paused(facts: Facts, task: str, number: str) -> Iterator[Written]:
    pauses = [fact for fact in facts if isinstance(fact, f.InterventionPaused)]
    for fact in pauses[int(number) - 1 : int(number)]:
        yield Written(fact.at, fact.by, f"paused ({fact.why})", _words(fact, "reason"))


def _last_reason(*kinds: type, about: str) -> "Look":
    """Why the last of these happened."""

    def look(facts: Facts, task: str, _: str) -> Iterator[Written]:
        last = next((fact for fact in _before(facts, task) if isinstance(fact, kinds)), None)
        if last:
            yield Written(last.at, last.by, about, _words(last, "reason"))

    return look


def _assessed(facts: Facts, task: str, _: str) -> Iterator[Written]:
    for fact in facts:
        if isinstance(fact, f.AssessmentHeld):
            words = tuple((field, ", ".join(getattr(fact, field))) for field in ("needs", "barriers"))
            yield Written(fact.at, fact.by, ASSESSMENT, words)
    yield from _of_the_assessment(facts, task, _)


def _before(facts: Facts, task: str) -> Iterator[AnyFact]:
    """What had happened when it was last asked, the latest first."""
    asked = [at for at, fact in enumerate(facts) if isinstance(fact, f.TaskOpened) and fact.task.id == task]
    return reversed(facts[: asked[-1]])


def _of_another_task(facts: Facts, task: str, other: str) -> Iterable[Written]:
    """Whoever sees to a task that is overdue reads what it asked to read."""
    return written_for(facts, other)


Look = Callable[[Facts, str, str], Iterable[Written]]

# By how the id of the task begins; what follows says which.
WHERE: dict[str, Look] = {
    "concern/": _of_a_contact,
    "conduct/": _of_a_contact,
    "rebook/": _of_a_contact,
    "absence/": _in_a_row,
    "attempts/": _of_the_assessment,
    "closure/": _all_missed,
    "decide/plan/": _submitted,
    "revise/plan/": _returned,
    "reply/": _texts,
    "shared-reply/": _texts,
    "urgent/": _texts,
    "urgent-practitioner/": _texts,
    "wrong-number/": _texts,
    "call-back/": _texts,
    "amended/": _amended,
    "review/plan/": _amended,
    WHEN_NOT: _when_not,
    "review/pause/": _paused,
    "review/complexity": _assessed,
    "refer-again": _last_reason(f.InterventionWithdrawn, about="withdrawn"),
    "reallocate/": _last_reason(f.CaseworkerLeft, about="the caseworker left"),
    "overdue/": _of_another_task,
}
