"""Appointments for a calendar (iCalendar, RFC 5545): neutral, in London time, with a name that stays.

A date that moves keeps its UID and grows its SEQUENCE, so that a calendar that has the old one changes it
(RFC 5545 3.8.7.4). What it says of itself is a meeting, and nothing else.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from interventions.days.london import LONDON
from interventions.vocabulary import Language
from interventions.words.correspondence import ActionPlanCopy, AppointmentLetter, DateLine, Paper

SUMMARY = {Language.ENGLISH: "Meeting", Language.WELSH: "Cyfarfod"}
# The rules since 1996: the last Sundays of March and October, at one o'clock UTC.
LONDON_RULES = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""


def invitations(key: str, paper: Paper, language: Language) -> bytes:
    """The paper's dates as one calendar file, or nothing where it has none. The same paper, the same bytes.

    `key` begins with the referral's id, from which the names of its dates are made; they do not tell it.
    """
    match paper:
        case AppointmentLetter():
            return _calendar(key, (paper.date,), language)
        case ActionPlanCopy() if paper.dates:
            return _calendar(key, paper.dates, language)
        case _:
            return b""


def _calendar(key: str, dates: Sequence[DateLine], language: Language) -> bytes:
    from icalendar import Calendar, Event, Timezone

    calendar = Calendar()
    calendar.add("prodid", "-//Throughline//Appointments//EN")
    calendar.add("version", "2.0")
    calendar.add_component(Timezone.from_ical(LONDON_RULES))
    referral = key.split("/", 1)[0]
    for line in dates:
        starts_at = line.starts_at.astimezone(LONDON)
        event = Event()
        event.add("uid", str(uuid5(NAMESPACE_URL, f"{referral}/{line.slot or line.starts_at.isoformat()}")))
        event.add("sequence", line.version - 1)
        # When it was revised is not told on paper; the same bytes each time matter more.
        event.add("dtstamp", line.starts_at)
        event.add("dtstart", starts_at)
        event.add("dtend", (line.starts_at + timedelta(minutes=line.minutes)).astimezone(LONDON))
        event.add("summary", SUMMARY[language])
        if line.place:
            event.add("location", line.place)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
