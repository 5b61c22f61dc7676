"""The agenda: what falls due goes away, what moved is due elsewhere, and being late changes nothing else."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

import pytest

from interventions.agenda import agenda
from interventions.case import Case
from interventions.conversation import catch_up, hear
from interventions.days.send_window import is_open
from interventions.evolve import evolve, evolve_all
from interventions.facts import AnyFact, TaskOpened, WordLapsed, WordPostponed, WordRequested
from interventions.messages import ApprovePlan, Forfeit, Message, SubmitPlan
from interventions.vocabulary import Role, Stage
from tests.builders import a_case, a_case_at, a_plan, asleep_until, left_until, told
from tests.interventions.lives import one_session_missed
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_pause, a_withdrawal, at, nobody_came

LONG_AFTER = "2027-06-01T12:00"
HOUR = timedelta(hours=1)
EXAMPLES = ("lifestyle-low", "family-low", "both-pathways")


def submitted() -> Case:
    case = a_case_at(Stage.ACTION_PLAN)
    return told(case, SubmitPlan(by=WORKER, plan=a_plan(case)), "2026-06-05T10:00")


def missed() -> Case:
    return told(a_case_at(Stage.DELIVERY), nobody_came(), "2026-06-10T11:00")


def breached() -> Case:
    return left_until(a_case_at(Stage.ASSESSMENT), "2026-06-16T00:00")


def on_the_way(case: Case, message: Message) -> list[Case]:
    """The case after each single fact that follows from the message."""
    cases = [case]
    for fact in hear(case, message, case.last_at):
        cases.append(evolve(cases[-1], fact))
    return cases


def many_cases() -> list[Case]:
    """Cases with every kind of thing due, some of them caught between two facts."""
    return [
        *(a_case_at(stage, example) for stage in Stage for example in EXAMPLES),
        *on_the_way(a_case_at(Stage.DELIVERY), a_pause("2026-06-22")),
        *on_the_way(a_case_at(Stage.DELIVERY), a_withdrawal()),
        *on_the_way(one_session_missed(), Forfeit(by=WORKER, slot="session-1", reason="no point")),
        *on_the_way(submitted(), ApprovePlan(by=PRACTITIONER)),
        *on_the_way(missed(), a_booking("2026-06-18T10:00")),
        *on_the_way(breached(), a_booking("2026-06-18T10:00")),
    ]


def kind(key: str) -> str:
    return key.split("/", maxsplit=1)[0]


def test_what_fell_due_is_off_the_agenda_whenever_it_was_noticed() -> None:
    seen = set()
    for case in many_cases():
        for item in agenda(case):
            for late in (timedelta(0), 5 * HOUR, 11 * HOUR, timedelta(days=40)):
                now = item.at + late
                after = evolve_all(case, item.then(now))
                assert not [other for other in agenda(after) if other.key == item.key and other.at <= now]
            seen.add(kind(item.key))
    assert seen == {
        *("warn", "breach", "reminder", "three-way-offer", "tidy"),
        *("overdue", "review", "close", "closure"),
    }


def test_an_agenda_is_in_order_and_names_each_thing_once() -> None:
    for case in many_cases():
        items = agenda(case)
        assert [item.at for item in items] == sorted(item.at for item in items)
        assert len({item.key for item in items}) == len(items)


def test_an_appointment_that_moved_has_no_old_reminder() -> None:
    case = a_case_at(Stage.DELIVERY)
    moved = a_booking("2026-06-12T14:00", slot="session-1", moved_by="participant", reason="at work")
    before, after = ({item.key: item.at for item in agenda(each)} for each in (case, told(case, moved)))
    assert before["reminder/session-1/1"] == at("2026-06-09T10:00")
    assert "reminder/session-1/1" not in after
    assert after["reminder/session-1/2"] == at("2026-06-11T14:00")
    assert not [key for key in after if key.endswith("session-1/1")]


@pytest.mark.parametrize(
    ("booked", "starts_at", "reminded"),
    [
        pytest.param("2026-06-08T12:00", "2026-06-10T10:00", "2026-06-09T10:00", id="two days ahead"),
        pytest.param(
            "2026-06-09T12:00", "2026-06-10T10:00", "2026-06-09T12:00", id="the day before: at once"
        ),
        pytest.param(
            "2026-06-09T20:00", "2026-06-10T10:00", "2026-06-10T09:00", id="that evening: next morning"
        ),
        pytest.param("2026-06-09T20:00", "2026-06-10T08:30", None, id="that evening for early: never"),
        pytest.param("2026-06-09T20:00", "2026-06-10T09:00", None, id="that evening for nine: never"),
    ],
)
def test_a_reminder_is_due_a_day_before_or_when_the_date_is_made(
    booked: str, starts_at: str, reminded: str | None
) -> None:
    case = told(a_case_at(Stage.ASSESSMENT), a_booking(starts_at), booked)
    words = left_until(case, at(starts_at) - timedelta(seconds=1)).words
    sent = [word.at for key, word in words.items() if key.startswith("reminder/")]
    assert sent == ([at(reminded)] if reminded else [])


@pytest.mark.parametrize(
    ("woken", "fact"),
    [
        pytest.param("2026-06-09T10:00", WordRequested, id="in time"),
        pytest.param("2026-06-09T18:59", WordRequested, id="late, and still the hour for it"),
        pytest.param("2026-06-09T19:00", WordPostponed, id="late, in the evening: next morning"),
        pytest.param("2026-06-10T09:59:59", WordRequested, id="a second before the meeting"),
        pytest.param("2026-06-10T10:00", WordLapsed, id="when it begins: no more"),
    ],
)
def test_a_reminder_noticed_late(woken: str, fact: type[AnyFact]) -> None:
    facts = catch_up(a_case_at(Stage.DELIVERY), at(woken))
    (said,) = (each for each in facts if isinstance(each, WordRequested | WordPostponed | WordLapsed))
    assert isinstance(said, fact)


def test_a_reminder_put_off_past_its_meeting_is_not_forgotten_in_silence() -> None:
    """Down over the evening before an early meeting: the participant was not told, and that is on record."""
    case = told(a_case_at(Stage.ASSESSMENT), a_booking("2026-06-08T08:30"), "2026-06-03T10:00")
    late = left_until(asleep_until(case, "2026-06-07T20:00"), "2026-06-08T09:30")
    assert late.words["reminder/assessment/1"].state == "lapsed"
    task = late.tasks["reach/reminder/assessment/1"]
    assert (task.owner, task.kind, task.about) == (Role.CASEWORKER, "contact", "reminder/assessment/1")
    assert (task.opened_at, task.due) == (at("2026-06-07T20:00"), at("2026-06-08T00:00"))


def test_nobody_is_asked_to_ring_somebody_whose_meeting_has_begun() -> None:
    case = told(a_case_at(Stage.ASSESSMENT), a_booking("2026-06-08T08:30"), "2026-06-03T10:00")
    late = asleep_until(case, "2026-06-08T08:30")
    assert late.words["reminder/assessment/1"].state == "lapsed"
    assert not [task for task in late.tasks if task.startswith("reach/")]


@pytest.mark.parametrize("until", ["2026-06-09T18:00", "2026-06-10T20:00", "2026-06-15T12:00", LONG_AFTER])
@pytest.mark.parametrize(
    "case",
    [
        pytest.param(a_case, id="nobody was allocated"),
        pytest.param(lambda: a_case_at(Stage.ASSESSMENT), id="nothing was booked"),
        pytest.param(submitted, id="the plan lies there"),
        pytest.param(lambda: a_case_at(Stage.DELIVERY), id="a session is booked"),
        pytest.param(missed, id="a session was missed"),
        pytest.param(
            lambda: a_case_at(Stage.FINAL_SESSION, "both-pathways"), id="the final session is booked"
        ),
        pytest.param(lambda: a_case_at(Stage.END_OF_SERVICE, "family-low"), id="the report is owed"),
    ],
)
def test_catching_up_in_one_go_gives_what_waking_for_each_gives(case: Callable[[], Case], until: str) -> None:
    """But for what is late by then: a reminder may come too late, and people are asked when it is noticed."""
    here, then = case(), max(at(until), case().last_at)
    slept, awake = catch_up(here, then), woken_for_each(here, then)
    assert but_for_what_is_late(slept) == but_for_what_is_late(awake)
    breaches, warnings = (asked(awake, f"{word}/") for word in ("breached", "warned"))
    assert asked(slept, "breached/") == breaches
    overtaken = {task.replace("breached", "warned") for task in breaches}
    assert asked(slept, "warned/") == warnings - overtaken


def woken_for_each(case: Case, until: datetime) -> list[AnyFact]:
    facts: list[AnyFact] = []
    while (due := agenda(case)) and due[0].at <= until:
        more = catch_up(case, max(due[0].at, case.last_at))
        case, facts = evolve_all(case, more), [*facts, *more]
    return facts


def but_for_what_is_late(facts: Iterable[AnyFact]) -> Counter[str]:
    return Counter(fact.model_dump_json() for fact in facts if not _may_be_late(fact))


def asked(facts: Iterable[AnyFact], kind: str) -> set[str]:
    opened = [fact.task.id for fact in facts if isinstance(fact, TaskOpened)]
    return {task for task in opened if task.startswith(kind)}


def _may_be_late(fact: AnyFact) -> bool:
    match fact:
        case WordRequested(errand=errand):
            return errand.key.startswith("reminder/")
        case TaskOpened(task=task):
            return task.kind == "clock" or task.about.startswith(("reminder/", "waiting/"))
        case _:  # what was never asked for waits for nobody
            about = getattr(fact, "key", getattr(fact, "task", ""))
            return about.startswith("reminder/") or "waiting/" in about


@pytest.mark.parametrize(
    ("woken", "warned_at", "breached_at"),
    [
        pytest.param("2026-06-11T09:00", "2026-06-11T09:00", None, id="the warning in time"),
        pytest.param("2026-06-11T09:59:59", "2026-06-11T09:00", None, id="the warning a moment late"),
        pytest.param("2026-06-11T10:00", "2026-06-11T10:00", None, id="the warning an hour late: as of now"),
        pytest.param("2026-06-15T23:59:59", "2026-06-15T23:59:59", None, id="a warning in the last second"),
        pytest.param("2026-06-16T00:00", None, "2026-06-16T00:00", id="too late to warn: the breach says it"),
        pytest.param("2026-06-16T00:59:59", None, "2026-06-16T00:00", id="the breach a moment late"),
        pytest.param("2026-06-16T01:00", None, "2026-06-16T01:00", id="the breach an hour late: as of now"),
        pytest.param("2026-06-19T12:00", None, "2026-06-19T12:00", id="the breach days late: as of now"),
    ],
)
def test_people_are_asked_when_it_is_noticed_and_have_their_days_from_then(
    woken: str, warned_at: str | None, breached_at: str | None
) -> None:
    """The assessment is due by the end of Monday 15 June, with a warning on Thursday 11 June at nine."""
    case = asleep_until(a_case_at(Stage.ASSESSMENT), woken)
    for task, opened_at in (("warned/assessment", warned_at), ("breached/assessment", breached_at)):
        assert [each.opened_at for each in case.tasks.values() if each.id == task] == (
            [at(opened_at)] if opened_at else []
        )
    assert all(task.due > at(woken) for task in case.open_tasks)


@pytest.mark.parametrize("example", EXAMPLES)
def test_nothing_is_due_once_the_case_is_closed(example: str) -> None:
    closed = a_case_at(Stage.CLOSED, example)
    assert agenda(closed) == ()
    assert catch_up(closed, at(LONG_AFTER)) == ()


def test_texts_go_out_in_the_send_window_however_late_it_is() -> None:
    case = a_case_at(Stage.DELIVERY)
    for hours in range(24):
        now = at("2026-06-09T10:00") + hours * HOUR
        for fact in catch_up(case, now):
            if isinstance(fact, WordRequested):
                assert is_open(now, case.terms.policy)
                assert is_open(fact.at, case.terms.policy)
