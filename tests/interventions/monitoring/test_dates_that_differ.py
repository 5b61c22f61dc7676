"""Which of R&M's dates somebody here has to hear of: named examples, under the rules of before and of now."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from interventions.case import Case
from interventions.messages import Book, CallOff, Forfeit
from interventions.monitoring.differences import differences
from interventions.monitoring.seen import SeenAppointment, SeenReferral, SeenSession
from interventions.vocabulary import Stage
from tests.builders import a_case_at, told
from tests.sayings import WORKER, a_booking, a_record, a_withdrawal, nobody_came
from tests.shown import as_rm_shows

A_DAY = timedelta(days=1)
BEFORE = 1
NOW = 2


def delivering(edition: int) -> Case:
    """The first session has a date."""
    return a_case_at(Stage.DELIVERY, edition=edition)


def missed(edition: int) -> Case:
    case = delivering(edition)
    return told(case, nobody_came(), case.live[0].ends_at)


def forfeited(edition: int) -> Case:
    case = missed(edition)
    return told(case, Forfeit(by=WORKER, slot="session-1", reason="no time is left"))


def held(edition: int) -> Case:
    case = delivering(edition)
    return told(case, a_record(), case.live[0].ends_at)


def called_off(edition: int) -> Case:
    return told(delivering(edition), CallOff(by=WORKER, slot="session-1", reason="the room is flooded"))


def moved_and_called_off(edition: int) -> Case:
    case = delivering(edition)
    moved = a_booking_of(case, slot="session-1", moved_by="participant", reason="they work that day")
    case = told(case, moved)
    return told(case, CallOff(by=WORKER, slot="session-1", reason="the room is flooded"))


def withdrawn(edition: int) -> Case:
    return told(delivering(edition), a_withdrawal())


def a_booking_of(case: Case, **changes: Any) -> Book:
    """The first session, a day later than it was to be."""
    return a_booking(_first(case) + A_DAY, pathway=case.pathways[0], **changes)


def _first(case: Case) -> datetime:
    return case.slots["session-1"].appointments[0].starts_at


def shown_at(case: Case, starts_at: datetime, number: int = 1, **changes: Any) -> SeenReferral:
    """R&M shows this date for a session, and nothing of what became of it."""
    date = SeenAppointment(starts_at=starts_at, minutes=60)
    return as_rm_shows(case, sessions=(SeenSession(number=number, appointment=date),), **changes)


def topics(case: Case, seen: SeenReferral) -> list[str]:
    return [found.topic for found in differences(case, seen)]


NO_DATE_HERE = [missed, forfeited, held, called_off, moved_and_called_off]


@pytest.mark.parametrize("where", NO_DATE_HERE)
def test_a_new_date_in_rm_is_asked_about_whatever_became_of_the_last_one_here(
    where: Callable[[int], Case],
) -> None:
    case = where(NOW)
    assert topics(case, shown_at(case, case.last_at + 4 * A_DAY)) == ["date/session-1"]


@pytest.mark.parametrize("where", NO_DATE_HERE)
def test_it_was_overlooked_before(where: Callable[[int], Case]) -> None:
    case = where(BEFORE)
    assert topics(case, shown_at(case, case.last_at + 4 * A_DAY)) == []


@pytest.mark.parametrize("edition", [BEFORE, NOW])
@pytest.mark.parametrize("where", [called_off, withdrawn])
def test_a_date_called_off_here_stays_in_rm_which_has_no_way_to_call_off(
    where: Callable[[int], Case], edition: int
) -> None:
    case = where(edition)
    ended: dict[str, Any] = {"ended_at": case.last_at, "withdrawal": "MOV"} if case.withdrawal else {}
    assert topics(case, shown_at(case, _first(case), **ended)) == []


def test_of_two_dates_called_off_rm_may_keep_either() -> None:
    case = told(called_off(NOW), a_booking_of(called_off(NOW)))
    assert topics(case, shown_at(case, _first(case))) == ["date/session-1"]  # another one stands here
    case = told(case, CallOff(by=WORKER, slot="session-1", reason="flooded again"))
    for date in case.slots["session-1"].appointments:
        assert topics(case, shown_at(case, date.starts_at)) == []


def test_a_look_older_than_the_record_finds_no_other_date() -> None:
    """R&M was read just before the meeting began, and heard of here when it was on record."""
    case = missed(NOW)
    seen = shown_at(case, _first(case), seen_at=_first(case) - timedelta(minutes=1))
    assert topics(case, seen) == []


@pytest.mark.parametrize(("edition", "asked"), [(BEFORE, ["date/session-2"]), (NOW, [])])
def test_when_it_is_over_no_date_is_owed(edition: int, asked: list[str]) -> None:
    case = withdrawn(edition)
    seen = shown_at(case, case.last_at + 4 * A_DAY, 2, ended_at=case.last_at, withdrawal="MOV")
    assert topics(case, seen) == asked


REPORTED = [
    pytest.param({"report_submitted_at"}, ["report"], [], id="with a report: ours is to be written"),
    pytest.param({"report_submitted_at", "concluded_at"}, ["report"], [], id="and concluded on it"),
    pytest.param({"concluded_at"}, [], [], id="concluded without one: none was owed there"),
]


@pytest.mark.parametrize(("fields", "now", "before"), REPORTED)
def test_a_report_known_to_rm_alone_is_seen_also_where_it_is_ended(
    fields: set[str], now: list[str], before: list[str]
) -> None:
    for edition, asked in ((NOW, now), (BEFORE, before)):
        case = told(a_case_at(Stage.DELIVERY, held=1, edition=edition), a_withdrawal())
        seen = as_rm_shows(
            case, ended_at=case.last_at, withdrawal="MOV", **dict.fromkeys(fields, case.last_at)
        )
        assert topics(case, seen) == asked
