"""What a task asks somebody to read is found by its id, and the task says by which verb."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from interventions.case import Case
from interventions.conversation import hear
from interventions.evolve import evolve_all
from interventions.facts import AnyFact, ReferralReceived, TaskOpened
from interventions.messages import (
    CaseworkerGone,
    Forfeit,
    HandOver,
    Message,
    ReturnPlan,
    SubmitPlan,
)
from interventions.task import Task
from interventions.views.written import NOT_TOLD, written_for
from interventions.vocabulary import Attended, Complexity, Stage
from tests.builders import a_case_at, a_plan, facts_of, left_until, told
from tests.sayings import (
    PRACTITIONER,
    WORKER,
    a_booking,
    a_note,
    a_pause,
    a_record,
    a_reply,
    a_withdrawal,
    an_amendment,
    next_session,
    nobody_came,
    on,
)

MARK = "words somebody wrote"


class Telling:
    """A case with all its facts from some stage on, as the register would have them."""

    def __init__(self, begun: Case) -> None:
        self.case = begun
        first = ReferralReceived(at=begun.received_at, referral=begun.referral, terms=begun.terms)
        self.facts: list[AnyFact] = [first]

    def hears(self, *messages: Message) -> "Telling":
        for message in messages:
            heard = hear(self.case, message, self.case.last_at)
            self.facts += heard
            self.case = evolve_all(self.case, heard)
        return self

    def misses(self, **said: str) -> "Telling":
        """Nobody comes to the date that stands, and it is booked again three days later."""
        date = self.case.live[0]
        heard = hear(self.case, nobody_came(**said), date.ends_at)
        self.facts, self.case = [*self.facts, *heard], evolve_all(self.case, heard)
        return self.hears(
            next_session(self.case).model_copy(update={"starts_at": date.starts_at + timedelta(days=3)})
        )

    def tasks(self, begins: str) -> list[Task]:
        return [task for task in self.case.tasks.values() if task.id.startswith(begins)]

    def read(self, begins: str) -> list[str]:
        """Every word that the one task of this kind asks to read."""
        [task] = self.tasks(begins)
        return [text for each in written_for(self.facts, task.id) for _, text in each.words]


def at(wanted: Stage) -> Telling:
    return Telling(a_case_at(wanted))


def test_every_note_of_a_contact_is_read_with_the_concern_that_was_added_to_it() -> None:
    told_of = at(Stage.DELIVERY)
    rang = a_note(told_of.case.last_at, summary="he sounded low")
    told_of.hears(
        rang, rang.model_copy(update={"concerns": MARK}), a_note(told_of.case.last_at, whom="other")
    )
    assert told_of.read("concern/") == ["he sounded low", MARK, "he sounded low"]


def test_the_record_of_a_meeting_is_read_field_by_field() -> None:
    told_of = at(Stage.DELIVERY)
    date = told_of.case.live[0]
    heard = hear(told_of.case, a_record(conduct="poor", summary=MARK, attended=Attended.YES), date.ends_at)
    told_of.facts += heard
    told_of.case = evolve_all(told_of.case, heard)
    [said] = written_for(told_of.facts, "conduct/session-1/1")
    assert (said.about, said.by) == ("session-1/1 (attended: yes, held)", WORKER)
    assert said.words == (("conduct", "poor"), ("summary", MARK))


def test_absences_in_a_row_are_read_together() -> None:
    told_of = at(Stage.DELIVERY).misses(summary="the first").misses(summary="the second")
    assert told_of.read("absence/") == ["the first", "the second"]


def test_a_task_that_is_overdue_is_read_by_whoever_sees_to_it() -> None:
    told_of = at(Stage.DELIVERY)
    told_of.hears(a_note(told_of.case.last_at, summary="rang", concerns=MARK))
    late = left_until(told_of.case, told_of.case.last_at + timedelta(hours=2))
    [asked] = [task for task in late.open_tasks if task.id.startswith("overdue/concern/")]
    facts = [*told_of.facts, TaskOpened(at=asked.opened_at, task=asked)]
    assert [each.words[0] for each in written_for(facts, asked.id)] == [("concerns", MARK)]


def test_texts_are_read_from_the_one_it_is_about_and_what_others_may_have_written_is_not() -> None:
    told_of = at(Stage.DELIVERY)
    for words, shared in (
        ("stop", False),
        ("is there a lift?", False),
        ("and parking?", False),
        ("so?", True),
    ):
        told_of.hears(a_reply(words, told_of.case, shared=shared))
    assert told_of.read("reply/") == ["is there a lift?", "and parking?", NOT_TOLD]


def test_what_was_amended_is_read_before_and_after_and_a_new_number_is_not() -> None:
    told_of = at(Stage.DELIVERY)
    sheet = told_of.case.referral.participant.contact.model_copy(update={"mobile": "+447700900999"})
    told_of.hears(an_amendment(accessibility_needs=MARK, contact=sheet, reason="she rang"))
    assert told_of.read("amended/") == [f"nothing -> {MARK}", "she rang"]
    assert "900999" not in str(written_for(told_of.facts, told_of.tasks("amended/")[0].id))


def a_plan_of(told_of: Telling) -> SubmitPlan:
    return SubmitPlan(by=WORKER, plan=a_plan(told_of.case, reason=MARK))


READ: list[tuple[str, Stage, Callable[[Telling], Message], str]] = [
    ("decide/plan/", Stage.ACTION_PLAN, a_plan_of, MARK),
    ("review/pause/", Stage.DELIVERY, lambda told_of: a_pause("2026-06-12", reason=MARK), MARK),
    ("reallocate/", Stage.DELIVERY, lambda told_of: CaseworkerGone(by="ops", reason=MARK), MARK),
    ("reallocate/", Stage.DELIVERY, lambda told_of: HandOver(by="ops", contract="PRJ_1", reason=MARK), MARK),
    ("refer-again", Stage.DELIVERY, lambda told_of: a_withdrawal(reason=MARK), MARK),
    (
        "review/plan/",
        Stage.DELIVERY,
        lambda told_of: an_amendment(complexity=Complexity.HIGH, reason=MARK),
        MARK,
    ),
]


@pytest.mark.parametrize(("begins", "stage", "said", "words"), READ, ids=[each[0] for each in READ])
def test_what_was_said_is_read(
    begins: str, stage: Stage, said: Callable[[Telling], Message], words: str
) -> None:
    told_of = at(stage)
    told_of.hears(said(told_of))
    if begins == "review/pause/":
        told_of.case = left_until(told_of.case, "2026-06-12T12:00")
        told_of.facts += [TaskOpened(at=each.opened_at, task=each) for each in told_of.tasks(begins)]
    assert words in told_of.read(begins)


def test_the_changes_wanted_are_read_and_the_plan_that_is_to_be_decided() -> None:
    told_of = at(Stage.ACTION_PLAN)
    told_of.hears(a_plan_of(told_of), ReturnPlan(by=PRACTITIONER, reasons="say more of housing"))
    assert told_of.read("revise/plan/") == ["say more of housing"]
    [plan] = written_for(told_of.facts, "decide/plan/1")
    assert {field for field, _ in plan.words} == {"target", "dose", "contacts", "date", "reason"}


def test_an_assessment_that_fits_another_complexity_is_read_whole() -> None:
    told_of = at(Stage.ASSESSMENT)
    told_of.case = told(told_of.case, a_booking(on(told_of.case, 3)))
    heard = hear(
        told_of.case, a_record(indicators=Complexity.HIGH, summary=MARK), told_of.case.live[0].ends_at
    )
    told_of.facts, told_of.case = [*told_of.facts, *heard], evolve_all(told_of.case, heard)
    assert told_of.read("review/complexity") == ["housing", "none", MARK]


def test_every_session_missed_is_read_with_why_it_is_not_made_up() -> None:
    told_of = at(Stage.DELIVERY)
    date = told_of.case.live[0]
    heard = hear(told_of.case, nobody_came(summary="the door stayed shut"), date.ends_at)
    told_of.facts, told_of.case = [*told_of.facts, *heard], evolve_all(told_of.case, heard)
    told_of.hears(Forfeit(by=WORKER, slot="session-1", reason=MARK))
    asked = Task(
        id="closure/1",
        what="propose",
        owner="probation-practitioner",
        about="dose",
        kind="closure",
        opened_at=told_of.case.last_at,
        due=told_of.case.last_at,
    )
    facts = [*told_of.facts, TaskOpened(at=told_of.case.last_at, task=asked)]
    said = [text for each in written_for(facts, "closure/1") for _, text in each.words]
    assert said == ["the door stayed shut", MARK]


@pytest.mark.parametrize(
    ("edition", "what"),
    [
        (1, "A concern was recorded: read it in the register and act at once"),
        (2, "A concern was recorded: read it (starter read) and act at once"),
    ],
)
def test_a_task_says_by_which_verb_it_is_read_once_there_is_one(edition: int, what: str) -> None:
    case = a_case_at(Stage.DELIVERY, edition=edition)
    facts = facts_of(case, a_note(case.last_at, concerns=MARK))
    assert [fact.task.what for fact in facts if isinstance(fact, TaskOpened)] == [what]
