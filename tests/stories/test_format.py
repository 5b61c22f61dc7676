"""What a caseworker may write in a story, and what is said to them when it cannot be read."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from demo.story import Beat, parse_story
from demo.story_dates import Misprint
from gateways.shelf import Shelf
from interventions import messages as m
from interventions.vocabulary import Channel
from tests.stories.staging import YEARS_LATER, example, moved

HEADINGS = """\
story     Somebody
referral  lifestyle-low
sent      Mon 2 Mar 2026 09:42
"""


def story_with(*lines: str, headings: str = HEADINGS, shift: timedelta = timedelta(0)) -> list[Beat]:
    return list(parse_story("\n".join([headings, *lines]), "somebody.story", shift).beats)


SO_ON = "Tue 3 Mar 10:00  caseworker  records attended, next Fri 6 Mar 10:00, "
MISPRINTS = [
    pytest.param(["Tue 4 Mar 10:00  operations  allocates Priya Nair"], 5, "Tue 4 Mar", id="wrong weekday"),
    pytest.param(["Mon 30 Feb 10:00  operations  allocates Priya Nair"], 5, "not a day", id="no such day"),
    pytest.param(["Sun 29 Mar 01:30  then  unchanged"], 5, "does not exist", id="skipped by the clocks"),
    pytest.param(["Sun 25 Oct 01:30  then  unchanged"], 5, "happens twice", id="repeated by the clocks"),
    pytest.param(["Tue 3 Mar 25:00  then  unchanged"], 5, "25:00", id="no such time"),
    pytest.param(
        ["", "Tue 3 Mar 10:00  then  unchanged", "Mon 2 Mar 2026 10:00  then  unchanged"],
        7,
        "back in time",
        id="back in time",
    ),
    pytest.param(["Tue 3 Mar 10:00  caseworker  dances"], 5, "dances", id="no such deed"),
    pytest.param(["Tue 3 Mar 10:00  dancer  books Tue 10 Mar 14:00"], 5, "not a line", id="nobody"),
    pytest.param(["Tue 3 Mar 10:00  caseworker  books soon"], 5, "day and a time", id="booked for no day"),
    pytest.param(["Tue 3 Mar 10:00  caseworker  records needs work"], 5, "whether", id="did they come"),
    pytest.param(["Tue 3 Mar 10:00  caseworker  submits the plan"], 5, "first session", id="no first date"),
    pytest.param(
        ["Tue 3 Mar 10:00  caseworker  books Tue 10 Mar 14:00 by boat"], 5, "by boat", id="no such clause"
    ),
    pytest.param(
        ["Tue 3 Mar 10:00  caseworker  books Tue 10 Mar 14:00 0 minutes"],
        5,
        "minutes: ",
        id="a value the message does not take",
    ),
    pytest.param(["Tue 3 Mar 10:00  then  all is well"], 5, "all is well", id="no such expectation"),
    pytest.param(["Tue 3 Mar 10:00  then  stage heaven"], 5, "stage heaven", id="no such stage"),
    pytest.param(
        [SO_ON + "and so on every Fri until Sat 14 Mar"],
        5,
        "not one of the days",
        id="ends on another day",
    ),
    pytest.param(
        [SO_ON + "and so on every Day until Fri 13 Mar"],
        5,
        "Day is not",
        id="not a weekday",
    ),
]


@pytest.mark.parametrize("lines, number, reason", MISPRINTS)
def test_a_misprint_is_named_by_file_and_line(lines: list[str], number: int, reason: str) -> None:
    with pytest.raises(Misprint, match=rf"^somebody\.story:{number}: .*{reason}"):
        story_with(*lines)


WRONG_HEADINGS = [
    pytest.param(HEADINGS.replace("story ", "tale "), "tale", id="unknown heading"),
    pytest.param(HEADINGS + "policy auto-approval\npolicy standard\n", "policy", id="twice"),
    pytest.param(HEADINGS.replace("sent      Mon 2 Mar 2026 09:42\n", ""), "sent is missing", id="missing"),
    pytest.param(HEADINGS.replace(" 2026", ""), "a year", id="sent without a year"),
    pytest.param(HEADINGS + "deadline soon\n", "deadline", id="deadline is not a day"),
    pytest.param(HEADINGS + "contact pigeon safe\n", "contact", id="no such channel"),
]


@pytest.mark.parametrize("headings, reason", WRONG_HEADINGS)
def test_a_wrong_heading_is_named(headings: str, reason: str) -> None:
    with pytest.raises(Misprint, match=reason):
        story_with("Tue 3 Mar 10:00  then  unchanged", headings=headings)


def test_a_day_without_a_year_is_the_next_one() -> None:
    turn = story_with(
        "Tue 22 Dec 10:00  operations  allocates Priya Nair",
        "Mon 4 Jan 10:00   caseworker  books Tue 5 Jan 14:00",
    )
    assert [beat.at.year for beat in turn] == [2026, 2027]


def test_a_line_without_a_day_goes_on_at_the_same_moment() -> None:
    lines = "Tue 3 Mar 10:00  operations  allocates Priya Nair", "   caseworker  books Tue 10 Mar 14:00"
    first, second = story_with(*lines)
    assert first.at == second.at


def test_comments_and_empty_lines_say_nothing() -> None:
    assert story_with("# nothing", "", "Tue 3 Mar 10:00  then  nothing sent  # at all")[0].line == 7


def test_whoever_the_case_is_allocated_to_speaks_as_the_caseworker() -> None:
    beats = story_with(
        "Tue 3 Mar 10:00  operations  allocates Priya Nair",
        "                 operations  allocates Tom Akande",
        "                 then        refused reallocation-needs-reason",
        "                 caseworker  approves the plan",
        "                 operations  allocates Tom Akande because she is on leave",
        "                 caseworker  approves the plan",
    )
    assert [beat.deed.by for beat in beats if isinstance(beat.deed, m.ApprovePlan)] == [
        "priya.nair",
        "tom.akande",
    ]


def test_and_so_on_repeats_the_line_with_the_next_date_each_time() -> None:
    beats = story_with(
        "Tue 24 Mar 12:10  caseworker  records attended, next Fri 27 Mar 11:00 phone, "
        "and so on every Tue and Fri until Tue 7 Apr, except Fri 3 Apr"
    )
    assert [f"{beat.at:%d %b %H:%M}" for beat in beats] == [
        "24 Mar 12:10",
        "27 Mar 12:10",
        "31 Mar 11:10",
        "07 Apr 11:10",
    ]
    assert [beat.what for beat in beats][-1] == "records attended, next Fri 10 Apr 2026 11:00 phone"


def test_a_story_moved_by_years_keeps_its_weekdays_and_its_wall_times() -> None:
    lines = [
        "Fri 27 Mar 12:00  caseworker  books Mon 30 Mar 12:00",
        "                  then        clock assessment due Wed 8 Apr",
    ]
    here, later = story_with(*lines)[0], story_with(*lines, shift=YEARS_LATER)[0]
    assert later.at - here.at == YEARS_LATER
    assert isinstance(here.deed, m.Book)
    assert isinstance(later.deed, m.Book)
    assert later.deed.starts_at - here.deed.starts_at == YEARS_LATER


def test_a_bank_holiday_is_still_one_years_later(shelf: Shelf) -> None:
    later = moved(shelf, YEARS_LATER).calendar
    assert later.days_off[date(2026, 4, 3) + YEARS_LATER] == "Good Friday"
    assert (date(2026, 4, 3) + YEARS_LATER).strftime("%a %d %b") == "Fri 03 Apr"


def test_the_headings_change_the_referral(shelf: Shelf) -> None:
    headings = HEADINGS + "contact  text unsafe\ncontact  letter unknown\ndeadline  Fri 1 May 2026\n"
    opening = parse_story(headings, "somebody.story").opening
    own = example("lifestyle-low")
    referral = opening.referral(own, shelf.catalogue, uuid4())
    assert referral.sent_at == datetime(2026, 3, 2, 9, 42, tzinfo=UTC)
    assert referral.completion_deadline == date(2026, 5, 1)
    assert referral.participant.contact.safe == {Channel.TEXT: False}
    assert own["contactSheet"]["safe"] == {"text": True, "letter": True}


def test_a_deadline_that_is_not_named_moves_with_the_referral(shelf: Shelf) -> None:
    opening = parse_story(HEADINGS.replace("Mon 2 Mar", "Wed 1 Apr"), "somebody.story").opening
    referral = opening.referral(example("lifestyle-low"), shelf.catalogue, uuid4())
    assert referral.completion_deadline == date(2026, 8, 30)
