"""What must follow in a story: short sentences, each of which looks at the case and says what it found."""

import fnmatch
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from demo.story_dates import DAY, Almanac, Misprint
from interventions.agenda import clocks
from interventions.case import Case
from interventions.clocks import Clock
from interventions.days.london import last_day, spoken_date
from interventions.errors import Refusal
from interventions.stage import stage
from interventions.views.status import awaiting, status
from interventions.vocabulary import ClockState, Ending, Role, Stage

ARRIVED = ("accepted", "delivered", "undelivered")
STATES = "withheld|lapsed|failed|requested|accepted|delivered|undelivered"


@dataclass(frozen=True)
class Seen:
    """What there is to see after a line: the case, where it stood before (its sequence), and any refusal."""

    case: Case
    before: int
    refusal: Refusal | None = None

    @property
    def new(self) -> tuple[str, ...]:
        """The names of the facts that came of this line, in order."""
        return tuple(line.fact for line in self.case.journal[self.before :])


Look = Callable[[Seen], str]
"""Nothing where all is as expected, otherwise what was found."""


@dataclass(frozen=True)
class Expectation:
    """One thing that must be so, as the story puts it."""

    line: int
    said: str
    look: Look

    @property
    def refusal(self) -> bool:
        """Whether it is about hearing "no"."""
        return self.said.startswith("refused ")


def expectation(said: str, line: int, sent: date, almanac: Almanac) -> Expectation:
    """Reads one expectation. A clock's due day without a year is the first such day from `sent` on.

    Raises:
        Misprint: no such expectation.
    """
    if due := re.fullmatch(rf"clock (\S+) due ({DAY})", said):
        day = almanac.moved(almanac.day(due[2], sent))
        return Expectation(line, said, lambda seen: _due(seen, due[1], day))
    for pattern, look in SENTENCES:
        if found := re.fullmatch(pattern, said):
            return Expectation(line, said, _looking(look, found))
    raise Misprint(f'nobody knows how to check "{said}"')


def _looking(look: Callable[[Seen, re.Match[str]], str], found: re.Match[str]) -> Look:
    return lambda seen: look(seen, found)


def _same(found: object, wanted: object) -> str:
    return "" if str(found) == str(wanted) else str(found)


def _word(seen: Seen, kind: str, key: str, state: str | None) -> str:
    word = seen.case.words.get(key)
    if word is None:
        return f"no such word among {_listed(seen.case.words)}"
    if kind not in ("word", word.errand):
        return f"a {word.errand}"
    if state is None:
        return "" if word.state in ARRIVED else word.state
    return _same(word.state, state)


def _no_word(seen: Seen, key: str) -> str:
    return f"it is {seen.case.words[key].state}" if key in seen.case.words else ""


def _nothing_sent(seen: Seen) -> str:
    """What R&M is told of is sent to nobody."""
    new = seen.case.journal[seen.before :]
    sent = (line for line in new if not line.about.startswith("monitoring/"))
    return ", ".join(line.fact for line in sent if line.fact in ("WordRequested", "WordAccepted"))


def _clock(seen: Seen, name: str, state: str, cause: str | None) -> str:
    clock = _named(seen, name)
    if clock is None:
        return _no_such_clock(seen)
    found = f"{clock.state} because {clock.mark.cause}" if cause else str(clock.state)
    return _same(found, f"{state} because {cause}" if cause else state)


def _due(seen: Seen, name: str, day: date) -> str:
    clock = _named(seen, name)
    return _same(spoken_date(last_day(clock.due)), spoken_date(day)) if clock else _no_such_clock(seen)


def _no_clock(seen: Seen, name: str) -> str:
    clock = _named(seen, name)
    return f"it is {clock.state}" if clock else ""


def _named(seen: Seen, name: str) -> Clock | None:
    return next((clock for clock in clocks(seen.case) if clock.name == name), None)


def _no_such_clock(seen: Seen) -> str:
    return f"no such clock among {_listed(clock.name for clock in clocks(seen.case))}"


def _task(seen: Seen, task_id: str) -> str:
    is_open = [task.id for task in seen.case.open_tasks]
    return "" if fnmatch.filter(is_open, task_id) else f"open are {_listed(is_open)}"


def _task_for(seen: Seen, task_id: str, owner: str) -> str:
    if missing := _task(seen, task_id):
        return missing
    named = {task.id: task.owner.value for task in seen.case.open_tasks}
    return _same(named[fnmatch.filter(named, task_id)[0]], owner)


def _overdue(seen: Seen, task_id: str) -> str:
    return "" if fnmatch.filter(seen.case.overdue, task_id) else f"overdue are {_listed(seen.case.overdue)}"


def _explains(seen: Seen, name: str, said: str) -> str:
    clock = _named(seen, name)
    if clock is None:
        return _no_such_clock(seen)
    return "" if said in clock.explanation else clock.explanation


def _date(seen: Seen, slot: str, *, stands: bool) -> str:
    dates = [date.slot for date in seen.case.live]
    return "" if (slot in dates) is stands else f"booked are {_listed(dates)}"


def _texts_off(seen: Seen) -> bool:
    return seen.case.referral.participant.contact.mobile in seen.case.texts_off


def _confirmed(seen: Seen, slot: str, *, wanted: bool) -> str:
    confirmed = status(seen.case).confirmed
    return "" if (slot in confirmed) is wanted else f"confirmed are {_listed(confirmed)}"


def _suppressed(seen: Seen) -> str:
    return "" if seen.case.suppressed else "contact goes on"


def _no_task(seen: Seen, task_id: str) -> str:
    is_open = [task.id for task in seen.case.open_tasks]
    return "it is open" if fnmatch.filter(is_open, task_id) else ""


def _refused(seen: Seen, rule: str) -> str:
    if seen.refusal is None:
        return f"it was done: {_listed(seen.new)}"
    return _same(seen.refusal.rule, rule)


def _unchanged(seen: Seen) -> str:
    return ", ".join(seen.new)


def _sessions(seen: Seen, held: str, planned: str) -> str:
    now = status(seen.case)
    return _same(f"{now.sessions_held} of {now.sessions_planned}", f"{int(held)} of {int(planned)}")


def _count(seen: Seen, what: str, number: str) -> str:
    return _same(getattr(status(seen.case), what), int(number))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"


SENTENCES: tuple[tuple[str, Callable[[Seen, re.Match[str]], str]], ...] = (
    (rf"stage ({'|'.join(Stage)})", lambda seen, said: _same(stage(seen.case), said[1])),
    (r"awaiting (\S+)", lambda seen, said: _same(awaiting(seen.case), said[1])),
    (rf"(text|letter|document|word) (\S+)(?: ({STATES}))?", lambda s, f: _word(s, f[1], f[2], f[3])),
    (r"no (?:text|letter|document|word) (\S+)", lambda seen, said: _no_word(seen, said[1])),
    (r"nothing sent", lambda seen, _: _nothing_sent(seen)),
    (
        rf"clock (\S+) ({'|'.join(ClockState)})(?: because (\S+))?",
        lambda seen, said: _clock(seen, said[1], said[2], said[3]),
    ),
    (r"no clock (\S+)", lambda seen, said: _no_clock(seen, said[1])),
    (r"clock (\S+) explains (.+)", lambda seen, said: _explains(seen, said[1], said[2])),
    (r"(no )?date (\S+)", lambda seen, said: _date(seen, said[2], stands=not said[1])),
    (r"texts (on|off)", lambda seen, said: _same("off" if _texts_off(seen) else "on", said[1])),
    (r"(not )?confirmed (\S+)", lambda seen, said: _confirmed(seen, said[2], wanted=not said[1])),
    (r"suppressed", lambda seen, _: _suppressed(seen)),
    (r"task overdue (\S+)", lambda seen, said: _overdue(seen, said[1])),
    (rf"task (\S+) for ({'|'.join(Role)})", lambda seen, said: _task_for(seen, said[1], said[2])),
    (r"task (\S+)", lambda seen, said: _task(seen, said[1])),
    (r"no task (\S+)", lambda seen, said: _no_task(seen, said[1])),
    (r"refused (\S+)", lambda seen, said: _refused(seen, said[1])),
    (r"unchanged", lambda seen, _: _unchanged(seen)),
    (r"told (\d+)", lambda seen, said: _same(seen.case.monitoring.told, int(said[1]))),
    (r"to key in (\d+)", lambda seen, said: _same(len(seen.case.monitoring.by_hand), int(said[1]))),
    (r"kept (\d+)", lambda seen, said: _same(len(seen.case.kept), int(said[1]))),
    (rf"ends ({'|'.join(Ending)})", lambda seen, said: _same(seen.case.ending, said[1])),
    (r"sessions (\d+) of (\d+)", lambda seen, said: _sessions(seen, said[1], said[2])),
    (r"(minutes|texts|letters|documents) (\d+)", lambda seen, said: _count(seen, said[1], said[2])),
)
