"""Days and times as a story writes them: London wall times, with every weekday checked."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from interventions.days.london import at_london, spoken_date
from interventions.errors import UnclearTime

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY = rf"(?:{'|'.join(WEEKDAYS)}) \d{{1,2}} (?:{'|'.join(MONTHS)})(?: \d{{4}})?"
MOMENT = rf"{DAY} \d\d:\d\d"


class Misprint(Exception):
    """Something in a story that cannot be read; its reader adds the file and the line."""


@dataclass(frozen=True)
class Almanac:
    """Turns what a story writes into days and instants, moved on by `shift`, which is whole days.

    Weekdays are checked in the story's own year, before the move.
    """

    shift: timedelta = timedelta(0)

    def day(self, said: str, since: date) -> date:
        """The day said ("Tue 3 Mar"), not moved; where it names no year, the first such day from `since` on.

        Raises:
            Misprint: there is no such day, or it is another weekday.
        """
        weekday, number, month, *named = said.split()
        year = int(named[0]) if named else since.year
        day = _real_day(year, month, number)
        if day < since and not named:
            day = _real_day(year + 1, month, number)
        if WEEKDAYS[day.weekday()] != weekday:
            raise Misprint(f"{said} is wrong: it is {spoken_date(day)}")
        return day

    def moved(self, day: date) -> date:
        """A day of the story as it is performed."""
        return day + self.shift

    def moment(self, said: str, since: date) -> datetime:
        """The instant of "Tue 3 Mar 10:00", as performed.

        Raises:
            Misprint: as `day`; or London clocks show no such time that day, or show it twice.
        """
        day, wall = said.rsplit(" ", 1)
        try:
            return at_london(self.moved(self.day(day, since)), time.fromisoformat(wall))
        except (ValueError, UnclearTime) as error:
            raise Misprint(f"{said} is wrong: {error}") from None


def written(day: date) -> str:
    """A day as a story writes it, with its year."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def _real_day(year: int, month: str, number: str) -> date:
    try:
        return date(year, MONTHS.index(month) + 1, int(number))
    except ValueError:
        raise Misprint(f"{number} {month} {year} is not a day") from None
