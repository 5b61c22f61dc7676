"""A story: people, dates, what they do and what must follow, read from a page a caseworker can write.

The format is told in one screen beside the stories themselves (tests/stories/README.md).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from demo.story_clauses import Setting
from demo.story_dates import DAY, MOMENT, WEEKDAYS, Almanac, Misprint, written
from demo.story_deeds import ACTORS, USUAL_CASEWORKER, Deed, deed
from demo.story_expectations import Expectation, expectation
from demo.story_opening import Opening, read_opening
from interventions.messages import Allocate

LINE = re.compile(rf"(?P<when>{MOMENT})?\s+(?P<who>{'|'.join(ACTORS)}|then)\s+(?P<what>.+)")
AND_SO_ON = re.compile(
    rf"(?P<before>.*\bnext )(?P<next>{DAY})(?P<after> .*?),? and so on every "
    rf"(?P<weekdays>\w{{3}}(?: and \w{{3}})*) until (?P<until>{DAY})"
    rf"(?:,? except (?P<skipped>{DAY}(?: and {DAY})*))?"
)
COMMENT = re.compile(r"(^|\s)#.*")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Beat:
    """One moment of a story: somebody does something, or time has passed (no deed); and what must follow."""

    line: int
    at: datetime
    who: str
    what: str
    deed: Deed | None
    expectations: tuple[Expectation, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether the story expects to hear "no"."""
        return any(each.refusal for each in self.expectations)


@dataclass(frozen=True)
class Story:
    """A story as it is performed. `name` is its file's."""

    name: str
    opening: Opening
    beats: tuple[Beat, ...]


def read_story(path: Path, shift: timedelta = timedelta(0)) -> Story:
    """The story in that file, every date moved on by `shift`, which is whole days.

    Raises:
        Misprint: the first line that cannot be read, by file, number and reason.
        OSError: the file cannot be read.
    """
    return parse_story(path.read_text("utf-8"), path.name, shift)


def parse_story(text: str, name: str, shift: timedelta = timedelta(0)) -> Story:
    """As `read_story`, from the text of a file called `name`.

    Raises:
        Misprint: as `read_story`.
    """
    reader = _Reader(Almanac(shift))
    try:
        for number, line in enumerate(text.splitlines(), 1):
            if words := COMMENT.sub("", line).rstrip():
                reader.read(number, words)
        return Story(name, reader.opening, tuple(reader.beats))
    except Misprint as error:
        raise Misprint(f"{name}:{reader.number}: {error}") from None


class _Reader:
    """What has been read so far, up to the line `number`: headings first, then the lines of the story."""

    def __init__(self, almanac: Almanac) -> None:
        self.beats: list[Beat] = []
        self.number = 1
        self._almanac = almanac
        self._headings: list[tuple[int, str]] = []
        self._opening: Opening | None = None
        self._today = date.min

    @property
    def opening(self) -> Opening:
        return self._opened()

    def read(self, number: int, words: str) -> None:
        if self._opening is None and words[0].isalpha() and words[:3] not in WEEKDAYS:
            self._headings.append((number, words))
            return
        self._opened()
        self.number = number
        found = LINE.fullmatch(words)
        if not found:
            raise Misprint("not a line of a story: day and time, then who, then what; or spaces, then who")
        self._act(number, found["when"], found["who"], " ".join(found["what"].split()))

    def _opened(self) -> Opening:
        """What the headings say. The first line of the story ends them."""
        if self._opening is None:
            self._opening = read_opening(self._each_heading(), self._almanac)
            self._today = self._opening.sent
        return self._opening

    def _each_heading(self) -> Iterator[str]:
        for number, words in self._headings:
            self.number = number
            yield words

    def _act(self, number: int, when: str | None, who: str, what: str) -> None:
        if so_on := AND_SO_ON.fullmatch(what):
            if not when:
                raise Misprint('"and so on" wants a day and a time of its own')
            for day, again in self._again(when, so_on):
                self._act(number, f"{written(day)} {when[-5:]}", who, again)
            return
        at = self._moment(when)
        if who == "then":
            self._expect(number, at, what, by_itself=when is not None)
            return
        self.beats.append(Beat(number, at, who, what, self._deed(who, what)))

    @property
    def _caseworker(self) -> str:
        """Whoever the case was allocated to last; an allocation that was refused changes nothing."""
        for beat in reversed(self.beats):
            if isinstance(beat.deed, Allocate) and not beat.refused:
                return beat.deed.caseworker
        return USUAL_CASEWORKER

    def _moment(self, when: str | None) -> datetime:
        sent_at = self.opening.sent_at
        if when:
            self._today = self._almanac.day(when[:-6], self._today)
            at = self._almanac.moment(when, self._today)
        else:
            at = self.beats[-1].at if self.beats else sent_at
        if at < (self.beats[-1].at if self.beats else sent_at):
            raise Misprint("goes back in time")
        return at

    def _deed(self, who: str, what: str) -> Deed:
        return deed(what, Setting(who, self._caseworker, self._today, self._almanac))

    def _expect(self, number: int, at: datetime, what: str, *, by_itself: bool) -> None:
        said = [sentence.strip() for sentence in what.split(";") if sentence.strip()]
        wanted = tuple(expectation(each, number, self.opening.sent, self._almanac) for each in said)
        if by_itself or not self.beats:
            self.beats.append(Beat(number, at, "", "", None, wanted))
        else:
            last = self.beats[-1]
            self.beats[-1] = replace(last, expectations=(*last.expectations, *wanted))

    def _again(self, when: str, so_on: re.Match[str]) -> Iterator[tuple[date, str]]:
        """Each day on which the line happens, and the line as it reads then: "next" is the day after it."""
        first = self._almanac.day(when[:-6], self._today)
        second = self._almanac.day(so_on["next"], first)
        last = self._almanac.day(so_on["until"], second)
        skipped = re.findall(DAY, so_on["skipped"] or "")
        not_on = {self._almanac.day(day, first) for day in skipped}
        wanted = so_on["weekdays"].split(" and ")
        if wrong := [day for day in wanted if day not in WEEKDAYS]:
            raise Misprint(f"{wrong[0]} is not a day of the week")
        on = [second]
        while on[-1] <= last:
            day = on[-1] + ONE_DAY
            while WEEKDAYS[day.weekday()] not in wanted or day in not_on:
                day += ONE_DAY
            on.append(day)
        if on[-2:-1] != [last]:
            raise Misprint(f"{so_on['until']} is not one of the days")
        for day, following in zip([first, *on], on, strict=False):
            yield day, f"{so_on['before']}{written(following)}{so_on['after']}"
