"""The same-day rule: a table of contacts, both nights on which the clocks change among them."""

from datetime import UTC, datetime, timedelta

import pytest

from interventions.facts import AnyFact, ClockBreached, ContactNoted, ContactRecorded
from interventions.figures.intervention import figures
from interventions.meetings.same_day import measured, same_day
from tests.figures.telling import entries_of
from tests.stories.staging import STORIES

MINUTE = timedelta(minutes=1)


def at(said: str) -> datetime:
    return datetime.fromisoformat(said).astimezone(UTC)


# What happened, when it was recorded: London days later, how long that took, kept or not.
CONTACTS = [
    pytest.param("2026-03-10T14:00+00:00", "2026-03-10T15:10+00:00", 0, 70, True, id="an hour later"),
    pytest.param(
        "2026-03-10T14:00+00:00", "2026-03-10T23:59+00:00", 0, 599, True, id="a minute before midnight"
    ),
    pytest.param("2026-03-10T14:00+00:00", "2026-03-11T00:00+00:00", 1, 600, False, id="at midnight"),
    pytest.param(
        "2026-07-01T23:30+01:00",
        "2026-07-01T23:59+01:00",
        0,
        29,
        True,
        id="in summer, one day in London, and one in UTC",
    ),
    pytest.param(
        "2026-07-01T14:00+01:00",
        "2026-07-02T00:30+01:00",
        1,
        630,
        False,
        id="in summer, after midnight, and not yet midnight in UTC",
    ),
    pytest.param(
        "2026-07-01T00:30+01:00",
        "2026-07-01T23:00+01:00",
        0,
        1350,
        True,
        id="in summer, two days in UTC, and one in London",
    ),
    pytest.param(
        "2026-03-09T23:30+00:00", "2026-03-10T00:40+00:00", 1, 70, False, id="past midnight: the day it began"
    ),
    pytest.param("2026-03-10T14:00+00:00", "2026-03-13T09:00+00:00", 3, 4020, False, id="three days later"),
    pytest.param(
        "2026-03-29T00:30+00:00",
        "2026-03-29T23:59+01:00",
        0,
        1349,
        True,
        id="the day the clocks go forward has 23 hours",
    ),
    pytest.param(
        "2026-03-29T00:30+00:00",
        "2026-03-30T00:00+01:00",
        1,
        1350,
        False,
        id="and ends at a midnight of summer time",
    ),
    pytest.param(
        "2026-10-25T00:30+01:00",
        "2026-10-25T23:59+00:00",
        0,
        1469,
        True,
        id="the day the clocks go back has 25 hours",
    ),
    pytest.param(
        "2026-10-25T00:30+01:00",
        "2026-10-26T00:00+00:00",
        1,
        1470,
        False,
        id="and ends at a midnight of winter time",
    ),
    pytest.param(
        "2026-10-25T01:30+01:00",
        "2026-10-25T01:30+00:00",
        0,
        60,
        True,
        id="half past one, and half past one again",
    ),
    pytest.param(
        "2026-10-24T23:30+01:00", "2026-10-25T00:10+01:00", 1, 40, False, id="the night before, past midnight"
    ),
]


@pytest.mark.parametrize(("happened", "recorded", "days", "minutes", "kept"), CONTACTS)
def test_f08_a_contact_is_recorded_on_its_london_day_or_not(
    happened: str, recorded: str, days: int, minutes: int, kept: bool
) -> None:
    found = measured("session-1/1", at(happened), at(recorded))
    assert (found.days_later, found.lag, found.kept) == (days, minutes * MINUTE, kept)


@pytest.mark.parametrize("story", STORIES)
def test_every_recorded_contact_is_measured_once_whatever_the_story(story: str) -> None:
    facts = [entry.fact for entry in entries_of(story)]
    recorded = {fact.contact.key for fact in facts if isinstance(fact, ContactRecorded)}
    recorded |= {fact.key for fact in facts if isinstance(fact, ContactNoted) and not fact.adds_to}
    found = same_day(facts)
    assert {each.key for each in found if each.recorded_at} == recorded
    assert len({each.key for each in found}) == len(found)
    assert all(each.kept is (each.days_later == 0) for each in found)
    counted = figures(entries_of(story))
    assert counted.recorded_same_day == sum(each.kept for each in found)
    assert counted.never_recorded == sum(each.recorded_at is None for each in found)


def test_a_contact_recorded_after_midnight_was_late() -> None:
    facts = [entry.fact for entry in entries_of("assessment-recorded-after-midnight")]
    assert [(each.key, each.kept) for each in same_day(facts)][:1] == [("assessment/1", False)]


def test_a_contact_nobody_records_is_not_kept_and_has_no_lag_until_somebody_does() -> None:
    facts = [entry.fact for entry in entries_of("update-late")]
    breached = [place for place, fact in enumerate(facts) if is_missed_update(fact)]
    [missing] = [each for each in same_day(facts[: breached[0] + 1]) if not each.recorded_at]
    assert (missing.kept, missing.lag, missing.happened_at) == (False, None, None)
    [made_good] = [each for each in same_day(facts) if each.key == missing.key]
    assert (made_good.kept, made_good.days_later) == (False, 1)


def is_missed_update(fact: AnyFact) -> bool:
    return isinstance(fact, ClockBreached) and fact.clock.startswith("update/")
