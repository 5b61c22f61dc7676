"""A performance that departs from its story says where, what was expected and what was found."""

import pytest

from demo.performance import Departure
from demo.story import Story, parse_story
from demo.theatre import CoreTheatre
from gateways.shelf import Shelf
from tests.stories.staging import performed, referral_of

HEADINGS = """\
story     Somebody
referral  lifestyle-low
sent      Mon 2 Mar 2026 09:42

Tue 3 Mar 10:00  operations  allocates Priya Nair
Wed 4 Mar 11:00  caseworker  books Tue 10 Mar 14:00
"""


def story_with(*lines: str) -> Story:
    return parse_story(HEADINGS + "\n".join(lines), "somebody.story")


async def depart(shelf: Shelf, *lines: str) -> str:
    """What is said when the story with these lines after its sixth is performed."""
    story = story_with(*lines)
    with pytest.raises(Departure) as departure:
        await performed(story, referral_of(story, shelf), CoreTheatre(shelf))
    return str(departure.value)


@pytest.mark.parametrize(
    "expected, found",
    [
        pytest.param("stage delivery", "assessment", id="stage"),
        pytest.param("awaiting plan", "appointment", id="awaiting"),
        pytest.param("text reminder/assessment/1", "no such word among welcome/1", id="no such text"),
        pytest.param("text welcome/1", "a letter", id="another kind of word"),
        pytest.param("letter welcome/1 failed", "accepted", id="state of a word"),
        pytest.param("no letter welcome/1", "it is accepted", id="a word too many"),
        pytest.param("clock allocation running", "met", id="state of a clock"),
        pytest.param("clock assessment running because not-booked", "running because ", id="cause"),
        pytest.param("clock assessment due Tue 17 Mar", "Monday 16 March 2026", id="due day"),
        pytest.param("no clock allocation", "it is met", id="a clock too many"),
        pytest.param(
            "task breached/allocation", "open are read/unavailable-times/referral", id="no such task"
        ),
        pytest.param(
            "task reach/* for caseworker",
            "open are read/unavailable-times/referral",
            id="no such task for anybody",
        ),
        pytest.param("task overdue breached/allocation", "overdue are none", id="not overdue"),
        pytest.param("clock assessment stopped", "running", id="not stopped"),
        pytest.param("date session-1", "booked are assessment", id="no such date"),
        pytest.param("no date assessment", "booked are assessment", id="a date too many"),
        pytest.param("suppressed", "contact goes on", id="not suppressed"),
        pytest.param("refused clash", "it was done: RiskRead, AppointmentBooked", id="not refused"),
        pytest.param("unchanged", "RiskRead, AppointmentBooked", id="not unchanged"),
        pytest.param("ends completed", "None", id="not ended"),
        pytest.param("sessions 1 of 5", "0 of 5", id="sessions"),
        pytest.param("minutes 60", "0", id="minutes"),
        pytest.param("letters 2", "1", id="letters"),
    ],
)
async def test_what_does_not_follow_is_told(shelf: Shelf, expected: str, found: str) -> None:
    said = await depart(shelf, f"                 then        {expected}")
    assert said == f"somebody.story:7: expected {expected}; found {found}"


async def test_a_clock_nobody_started_is_told_with_those_that_run(shelf: Shelf) -> None:
    said = await depart(shelf, "                 then        clock delivery/family met")
    assert "found no such clock among allocation, assessment, " in said


async def test_a_task_that_should_be_gone_is_told(shelf: Shelf) -> None:
    said = await depart(shelf, "Thu 12 Mar 09:00 then  no task warned/assessment")
    assert said == "somebody.story:7: expected no task warned/assessment; found it is open"


async def test_a_task_for_somebody_else_is_told(shelf: Shelf) -> None:
    said = await depart(shelf, "Thu 12 Mar 09:00 then  task warned/* for operations")
    assert said == "somebody.story:7: expected task warned/* for operations; found caseworker"


async def test_a_clock_that_explains_itself_otherwise_is_told(shelf: Shelf) -> None:
    said = await depart(shelf, "                 then        clock assessment explains paused")
    assert said.startswith(
        "somebody.story:7: expected clock assessment explains paused; found assessment held"
    )


async def test_something_sent_is_told_where_nothing_should_be(shelf: Shelf) -> None:
    said = await depart(shelf, "Mon 9 Mar 14:00  then        nothing sent")
    assert said == "somebody.story:7: expected nothing sent; found WordRequested, WordAccepted"


async def test_every_departure_of_a_line_is_told(shelf: Shelf) -> None:
    said = await depart(shelf, "                 then  stage delivery; letters 1; letters 3")
    assert [line.split(":")[1] for line in said.splitlines()] == ["7", "7"]


async def test_nobody_is_refused_by_surprise(shelf: Shelf) -> None:
    said = await depart(shelf, "Wed 4 Mar 12:00  caseworker  records attended")
    expected = "somebody.story:7: expected to be done: records attended; found refused nothing-to-record"
    assert said == expected


async def test_another_refusal_than_the_one_expected_is_told(shelf: Shelf) -> None:
    lines = "Wed 4 Mar 12:00  caseworker  records attended", "                 then  refused too-often"
    said = await depart(shelf, *lines)
    assert said == "somebody.story:8: expected refused too-often; found nothing-to-record"


async def test_the_carrier_is_heard(shelf: Shelf) -> None:
    story = story_with(
        "Wed 4 Mar 12:00  carrier  says welcome/1 arrived", "   then  letter welcome/1 delivered"
    )
    scenes = await performed(story, referral_of(story, shelf), CoreTheatre(shelf))
    assert scenes[-1].status.last_word == "letter welcome/1 delivered"


async def test_each_line_is_a_scene(shelf: Shelf) -> None:
    story = story_with("Mon 9 Mar 14:00  then  text reminder/assessment/1")
    scenes = await performed(story, referral_of(story, shelf), CoreTheatre(shelf))
    assert [(scene.line, scene.who, scene.what, scene.status.awaiting) for scene in scenes] == [
        (0, "practitioner", "sends the referral", "allocation"),
        (5, "operations", "allocates Priya Nair", "booking"),
        (6, "caseworker", "books Tue 10 Mar 14:00", "appointment"),
        (7, "", "", "appointment"),
    ]
