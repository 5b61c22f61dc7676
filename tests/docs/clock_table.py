"""The clock table, read off the clocks of cases at every stage."""

from collections.abc import Iterator
from datetime import date, datetime

from interventions.agenda import clocks
from interventions.case import Case
from interventions.clocks import NEVER_STOPPED, TITLES, Clock
from interventions.days.london import last_day, london_date, spoken_time
from interventions.messages import ReturnPlan
from interventions.vocabulary import NoSessionReason, Pathway, Stage
from tests.builders import a_case, a_case_at, a_referral, the_calendar, the_policy, told
from tests.docs.conversations import walks_of_life
from tests.sayings import PRACTITIONER, a_booking, a_record, nobody_came

BOOKED, HELD = "2026-06-04T10:00", "2026-06-04T11:30"


def clock_table() -> str:
    """A line a kind of clock, in the order of the journey."""
    lines = [
        "| clock | what is promised | warned | owner | a breach is put down to | stands still |",
        "|---|---|---|---|---|---|",
    ]
    found = by_kind()
    lines += [_line(kind, found[kind]) for kind in TITLES]
    return "\n".join(lines)


def by_kind() -> dict[str, list[Clock]]:
    """Every clock of every case here, under its kind."""
    kinds: dict[str, list[Clock]] = {}
    for case in _cases():
        for clock in clocks(case):
            kinds.setdefault(clock.name.partition("/")[0], []).append(clock)
    return kinds


def _cases() -> Iterator[Case]:
    deadline = date(2026, 9, 30)
    yield from walks_of_life()
    yield from (a_case_at(here, "lifestyle-medium") for here in Stage)
    yield a_case(a_referral(completion_deadline=deadline, latest_delivery=deadline))
    submitted = next(case for case in walks_of_life() if case.plan_awaited)
    yield told(submitted, ReturnPlan(by=PRACTITIONER, reasons="say more about work"))
    yield from _assessments()


def _assessments() -> Iterator[Case]:
    """An assessment that is late, for each of the reasons there are."""
    here = a_case_at(Stage.ASSESSMENT)
    booked = told(here, a_booking(BOOKED))
    yield booked
    for who in ("participant", "provider"):
        yield told(booked, a_booking("2026-06-05T10:00", slot="assessment", moved_by=who, reason="asked to"))
    missed = told(booked, nobody_came(), HELD)
    yield missed
    yield told(missed, a_booking("2026-06-09T10:00"))
    for why in NoSessionReason:
        yield told(booked, a_record(held=False, no_session_reason=why), HELD)


def _line(kind: str, found: list[Clock]) -> str:
    rules = dict.fromkeys(clock.rule for clock in found)
    causes = dict.fromkeys(clock.cause for clock in found if not clock.met_at)
    watched = found[0].watched
    cells = (
        f"`{_pattern(found[0].name)}`",
        "; ".join(rules),
        _warned(found) if watched else "only measured: nobody is chased",
        found[0].owner.value,
        ", ".join(f"`{cause}`" for cause in causes) if watched else "",
        _stands_still(kind),
    )
    return f"| {' | '.join(cells)} |"


def _pattern(name: str) -> str:
    kind, *rest = name.split("/")
    about = ("N" if part.isdigit() else "PATHWAY" if part in set(Pathway) else "SLOT" for part in rest)
    return "/".join((kind, *about))


def _warned(found: list[Clock]) -> str:
    return ", ".join(dict.fromkeys(_notice(clock.warn_at, clock.due) for clock in found if clock.warn_at))


def _notice(warn_at: datetime, due: datetime) -> str:
    """How long before the last day in time, in working days; or the hour, on that day."""
    day, last = london_date(warn_at), last_day(due)
    if day == last:
        return f"{spoken_time(warn_at)} that day"
    days = next(number for number in range(1, 30) if the_calendar().count_back(last, number) == day)
    return f"{days} working day{'' if days == 1 else 's'} before"


def _stands_still(kind: str) -> str:
    paused = ["in a pause"] if kind in the_policy().paused_clocks else []
    withdrawn = [] if kind in NEVER_STOPPED else ["when withdrawn"]
    return ", ".join(paused + withdrawn) or "never"
