"""Texts that cannot go when they should: the day's texts are used up, or the carrier takes none."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from activities.carrying import Answer, OutgoingText
from demo.story import parse_story
from demo.temporal_theatre import TemporalTheatre
from gateways.remembered_texts import RememberedTexts
from interventions.case import Case
from tests.journeys.conftest import Opened
from tests.journeys.while_it_waits import WhileItWaits
from tests.sayings import a_booking, at
from tests.stories.staging import YEARS_LATER, Stage, performed, referral_of

REMINDER, MOVED_REMINDER = "reminder/assessment/1", "reminder/assessment/2"
UP_TO = """
story     {title}
referral  {example}
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Tue 9 Jun {time}
"""
THE_FIRST_OF_THE_DAY = UP_TO.format(title="The day's only text", example="lifestyle-low", time="10:00") + (
    """
Mon 8 Jun 10:05    then          text reminder/assessment/1 accepted
"""
)
NO_USE_TOMORROW = UP_TO.format(title="A text too many, at nine", example="family-low", time="09:00") + (
    """
Mon 8 Jun 09:05    then          text reminder/assessment/1 lapsed
                   then          task reach/reminder/assessment/1 for caseworker
Tue 9 Jun 08:00    then          task overdue reach/reminder/assessment/1; task overdue/* for operations
Tue 9 Jun 08:30    caseworker    closes task reach/reminder/assessment/1 because told by telephone
                   then          no task reach/*; no task overdue/*
"""
)
WAITING = UP_TO.format(title="A reminder is due on the Monday afternoon", example="family-low", time="14:00")


@dataclass
class Busy:
    """A carrier that takes nothing, as long as it is `away`."""

    answer: Answer
    away: bool = True
    asked: list[OutgoingText] = field(default_factory=list)

    def __call__(self, text: OutgoingText) -> Answer | None:
        """A text is handed over."""
        if self.away:
            self.asked.append(text)
        return self.answer if self.away else None


def later(wall: str) -> datetime:
    return at(wall) + YEARS_LATER


def tasks(case: Case) -> list[str]:
    return [task.id for task in case.open_tasks]


async def told(stage: Stage, text: str) -> WhileItWaits:
    """The story in that text has happened; its intervention goes on."""
    story = parse_story(text, "texts-that-wait", YEARS_LATER)
    referral = referral_of(story, stage.shelf)
    await performed(story, referral, TemporalTheatre.on(stage.client, stage.register))
    return WhileItWaits(stage, referral.id)


async def test_over_the_days_cap_a_text_waits_for_the_morning_and_an_alarm_is_raised(
    opened: Opened, caplog: pytest.LogCaptureFixture
) -> None:
    texts = RememberedTexts()
    async with opened(texts=texts, texts_per_day=1) as stage:
        await told(stage, THE_FIRST_OF_THE_DAY)
        assert "used up" not in caplog.text
        one = await told(stage, WAITING)
        evening = await one.waits_until(later("2026-06-08T18:00"))
        assert (evening.words[REMINDER].state, tasks(evening), len(texts.sent)) == ("requested", [], 1)
        assert "the texts of the day are used up; those over the cap wait for tomorrow" in caplog.text
        night = await one.waits_until(later("2026-06-09T08:55"))
        assert (night.words[REMINDER].state, len(texts.sent)) == ("requested", 1)
        morning = await one.waits_until(later("2026-06-09T09:05"))
        assert (morning.words[REMINDER].state, tasks(morning), len(texts.sent)) == ("accepted", [], 2)
        assert texts.sent[1].key == f"{one.referral_id}/{REMINDER}"


async def test_over_the_days_cap_what_would_be_of_no_use_tomorrow_is_a_persons_to_tell_at_once(
    opened: Opened,
) -> None:
    texts = RememberedTexts()
    async with opened(texts=texts, texts_per_day=1) as stage:
        await told(stage, THE_FIRST_OF_THE_DAY)
        one = await told(stage, NO_USE_TOMORROW)
        assert [sent.key for sent in texts.sent if str(one.referral_id) in sent.key] == []


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(Answer("not-now", why="rate-limited", after=timedelta(minutes=1)), id="429"),
        pytest.param(Answer("not-now", why="provider-unreachable"), id="away"),
        pytest.param(Answer("halted", why="account-wrong", after=timedelta(minutes=10)), id="our account"),
    ],
)
async def test_a_text_that_waited_until_its_date_moved_is_not_sent_and_the_new_one_is(
    answer: Answer, opened: Opened
) -> None:
    carrier = Busy(answer)
    texts = RememberedTexts(trouble=carrier)
    async with opened(texts=texts) as stage:
        one = await told(stage, WAITING)
        case = await one.waits_until(later("2026-06-08T15:00"))
        assert (case.words[REMINDER].state, tasks(case)) == ("requested", [])
        assert len(carrier.asked) > 2
        moved = a_booking(later("2026-06-11T14:00"), slot="assessment", moved_by="provider", reason="a flood")
        await one.says(moved)
        carrier.away = False
        case = await one.waits_until(later("2026-06-08T16:00"))
        assert (case.words[REMINDER].state, tasks(case), texts.sent) == ("lapsed", [], ())
        case = await one.waits_until(later("2026-06-10T14:05"))
        assert (case.words[MOVED_REMINDER].state, tasks(case)) == ("accepted", [])
        (sent,) = texts.sent
        assert "Thursday 11 June" in sent.words
        assert sent.key == f"{one.referral_id}/{MOVED_REMINDER}"


async def test_a_text_that_waited_while_its_date_stood_goes_once(opened: Opened) -> None:
    carrier = Busy(Answer("not-now", why="provider-unreachable"))
    texts = RememberedTexts(trouble=carrier)
    async with opened(texts=texts) as stage:
        one = await told(stage, WAITING)
        await one.waits_until(later("2026-06-08T17:00"))
        carrier.away = False
        case = await one.waits_until(later("2026-06-08T18:00"))
        assert (case.words[REMINDER].state, tasks(case)) == ("accepted", [])
        (sent,) = texts.sent
        assert "Tuesday 9 June" in sent.words


async def test_a_text_still_waiting_on_the_day_is_a_persons_to_tell_until_it_leaves_after_all(
    opened: Opened,
) -> None:
    carrier = Busy(Answer("not-now", why="provider-unreachable"))
    texts = RememberedTexts(trouble=carrier)
    async with opened(texts=texts) as stage:
        one = await told(stage, WAITING)
        assert tasks(await one.waits_until(later("2026-06-09T09:55"))) == []
        case = await one.waits_until(later("2026-06-09T10:05"))
        assert tasks(case) == [f"waiting/{REMINDER}"]
        assert case.tasks[f"waiting/{REMINDER}"].due == later("2026-06-09T14:00")
        carrier.away = False
        case = await one.waits_until(later("2026-06-09T11:00"))
        assert (case.words[REMINDER].state, tasks(case), len(texts.sent)) == ("accepted", [], 1)
