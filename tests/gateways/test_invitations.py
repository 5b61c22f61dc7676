"""Appointments for a calendar: London time on both sides of a clock change, one name for one meeting."""

from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from gateways.invitations import invitations
from interventions.vocabulary import Language
from interventions.words.correspondence import Paper
from tests.templates.examples import (
    a_closure,
    a_date,
    a_plan_copy,
    a_report,
    a_welcome,
    an_appointment_letter,
)
from tests.templates.words import ABOUT_THE_LAW, ABOUT_THE_SERVICE, telling

REFERRAL = "7d3c1a52-9a55-4f0e-8f31-6c1f0a7b9d10"


def events(paper: Paper, language: Language = Language.ENGLISH, key: str = f"{REFERRAL}/plan-copy/1"):  # type: ignore[no-untyped-def]
    return Calendar.from_ical(invitations(key, paper, language)).walk("VEVENT")


@pytest.mark.parametrize(
    "starts_at",
    [
        pytest.param(datetime(2026, 3, 28, 14, tzinfo=UTC), id="the day before the clocks go forward"),
        pytest.param(datetime(2026, 3, 29, 13, tzinfo=UTC), id="the day they do"),
        pytest.param(datetime(2026, 10, 24, 13, tzinfo=UTC), id="the day before they go back"),
        pytest.param(datetime(2026, 10, 25, 14, tzinfo=UTC), id="the day they do so"),
    ],
)
def test_a_date_reads_as_the_same_instant_and_as_two_in_london(starts_at: datetime) -> None:
    (event,) = events(an_appointment_letter(date=a_date(starts_at=starts_at, minutes=90)))
    assert event.decoded("dtstart").astimezone(UTC) == starts_at
    assert (event.decoded("dtstart").hour, event["dtstart"].params["TZID"]) == (14, "Europe/London")
    assert (event.decoded("dtend") - event.decoded("dtstart")).total_seconds() == 90 * 60


def test_the_rules_of_london_time_come_with_it() -> None:
    calendar = Calendar.from_ical(invitations(f"{REFERRAL}/a", an_appointment_letter(), Language.ENGLISH))
    (zone,) = calendar.walk("VTIMEZONE")
    assert zone["tzid"] == "Europe/London"
    assert {part.name for part in zone.subcomponents} == {"DAYLIGHT", "STANDARD"}


def test_a_date_that_moves_keeps_its_name_and_counts_on() -> None:
    before = a_date(slot="session-3", version=1)
    after = a_date(slot="session-3", version=2, starts_at=datetime(2026, 3, 12, 9, tzinfo=UTC))
    (first,) = events(a_plan_copy(dates=(before,)))
    (second,) = events(an_appointment_letter(date=after), key=f"{REFERRAL}/appointment/session-3/2")
    (other,) = events(an_appointment_letter(date=a_date(slot="session-4")))
    assert first["uid"] == second["uid"] != other["uid"]
    assert (first["sequence"], second["sequence"]) == (0, 1)
    assert REFERRAL not in first["uid"]


@pytest.mark.parametrize(
    ("language", "summary"), [(Language.ENGLISH, "Meeting"), (Language.WELSH, "Cyfarfod")]
)
def test_a_stranger_who_sees_the_calendar_learns_nothing(language: Language, summary: str) -> None:
    written = invitations(f"{REFERRAL}/a", an_appointment_letter(), language).decode()
    (event,) = events(an_appointment_letter(), language)
    assert event["summary"] == summary
    assert telling(written, ABOUT_THE_LAW + ABOUT_THE_SERVICE) == []
    assert "Callum" not in written


def test_the_same_paper_gives_the_same_bytes_and_each_date_an_entry() -> None:
    assert invitations("a/b", a_plan_copy(), Language.WELSH) == invitations(
        "a/b", a_plan_copy(), Language.WELSH
    )
    assert len(events(a_plan_copy())) == 2


@pytest.mark.parametrize(
    "paper", [a_welcome(), a_closure(), a_report(), a_plan_copy(dates=())], ids=lambda paper: paper.paper
)
def test_a_paper_without_dates_brings_no_calendar(paper: Paper) -> None:
    assert invitations(f"{REFERRAL}/a", paper, Language.ENGLISH) == b""
