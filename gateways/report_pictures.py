"""The six pictures of the contract report, drawn from its figures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from gateways.report_drawing import Bar, Picture, Series, bars, columns
from gateways.report_words import (
    ATTENDANCE,
    COMPLEXITIES,
    KINDS,
    PATHWAYS,
    RECORDING,
    amount,
    month_in_words,
    of_all,
    percent,
)
from interventions.figures.contract import ContractFigures, DoseTotals, median
from interventions.figures.share import ENOUGH_FOR_A_PERCENTAGE, Share

WIDE, HALF = 1000.0, 490.0
A_LITTLE_MORE = 2
LAST_COLUMN = 25


def clocks_by_month(figures: ContractFigures) -> Iterator[Picture]:
    """A small picture for each kind of deadline, over the same months.

    Its title counts what the headline counts: also what was met ahead of a month that is not known yet, and
    stands in no column.
    """
    months = _all_months(figures)
    for kind, title in KINDS.items():
        counts, ahead = figures.clocks.get(kind, {}), figures.clocks_met_ahead.get(kind, 0)
        if not (counts or ahead) or not months:
            continue
        rows = [counts.get(month, (0, 0, 0)) for month in months]
        kept, late, missed = (sum(row[place] for row in rows) for place in range(3))
        share = Share(yes=kept + ahead, of=kept + ahead + late + missed)
        description = (
            f"Deadlines by the month they were due. {of_all(share)} kept, {late} met late, "
            f"{missed} missed and never made good. {_ahead(ahead)}".rstrip()
        )
        picture = Picture(f"clock-{kind}", f"{title}: {of_all(share)} in time", description, HALF, 210)
        picture.note = _ahead(ahead)
        series = [
            Series(name, [row[at] for row in rows]) for at, name in enumerate(("kept", "late", "missed"))
        ]
        yield columns(picture, _labels(months), series, across="month due", up="deadlines")


def _ahead(count: int) -> str:
    """Why a title counts more than its columns, where it does."""
    if not count:
        return ""
    met = "was met before the month it is" if count == 1 else "were met before the month they are"
    return f"{count} of them {met} due in: in no column."


def assessment_days(figures: ContractFigures) -> Picture:
    """In how many working days assessments were held, with a line after the last day allowed.

    Each is in time or late by its own deadline. Where policies allow different numbers of days there is no
    one line to draw.
    """
    held, late = figures.assessment_days, figures.assessment_days_late
    allowed = min(figures.assessment_days_allowed) if len(figures.assessment_days_allowed) == 1 else None
    limit = f"{allowed} working days" if allowed else "the working days allowed"
    total, after, middle = sum(held.values()), sum(late.values()), median(held)
    description = (
        f"{total} assessments held; {total - after} within {limit} and {after} later. "
        f"The middle one took {middle:g} working days."
        if middle is not None
        else "No assessment has been held yet."
    )
    last = min(LAST_COLUMN, max([(allowed or 0) + A_LITTLE_MORE, *held]))
    labels = [str(day) for day in range(last + 1)]
    if max(held, default=0) > last:
        labels.append(f"over {last}")
    all_held, outside = (_by_column(days, last, len(labels)) for days in (held, late))
    inside = [count - after for count, after in zip(all_held, outside, strict=True)]

    def drawn(width: float) -> Picture:
        title = "Working days from referral to assessment"
        return columns(
            Picture("assessment-days", title, description, width, 270),
            labels,
            [Series("kept", inside), Series("late", outside)],
            across="working days after the day the referral was sent",
            up="assessments",
            marker=(allowed + 1, limit) if allowed and allowed < last else None,
        )

    return _narrowed(drawn(WIDE), drawn(HALF))


def _narrowed(wide: Picture, narrow: Picture) -> Picture:
    """The wide picture with the one a small screen shows in its place; each has a name of its own."""
    return replace(wide, narrow=replace(narrow, name=f"{narrow.name}-narrow"))


def _by_column(days: Mapping[int, int], last: int, columns_drawn: int) -> list[int]:
    """The counts of the days up to the last, and after them, where there is room, of all beyond it."""
    counts = [days.get(day, 0) for day in range(last + 1)]
    beyond = sum(count for day, count in days.items() if day > last)
    return [*counts, beyond][:columns_drawn]


def doses(figures: ContractFigures) -> Iterator[Picture]:
    """Planned and delivered against the norm, a picture a pathway, each in the unit of its contract."""
    for pathway, title in PATHWAYS.items():
        rows = [(level, figures.doses.get(f"{pathway}/{level}")) for level in COMPLEXITIES]
        found = [(level, totals) for level, totals in rows if totals]
        if not found:
            continue
        by_hours = pathway.startswith("family")
        unit = "hours" if by_hours else "sessions"
        said = [_said(level, totals, by_hours=by_hours) for level, totals in found]
        description = f"Average {unit} of each intervention that ended with a plan in force. {' '.join(said)}"
        yield bars(
            Picture(f"dose-{pathway}", f"{title}, {unit}", description, HALF, 62 + 62 * len(found)),
            [(f"{level} ({totals.ended} ended)", _dose_bars(totals, by_hours)) for level, totals in found],
            across=f"{unit}, average of an intervention",
            margin=130,
            ticks=[_norm(totals, by_hours) / totals.ended for _, totals in found],
        )


def attendance(figures: ContractFigures) -> Picture:
    """What became of every contact, and by whose doing."""
    counts = {name: figures.attendance.get(key, 0) for key, name in ATTENDANCE.items()}
    total = sum(counts.values())
    description = " ".join(f"{name}: {count}." for name, count in counts.items())
    rows = [
        (name, [Bar(count, "kept" if number == 0 else "late", _part(count, total))])
        for number, (name, count) in enumerate(counts.items())
    ]
    title = f"What became of {total} contacts"
    wide = Picture("attendance", title, description, WIDE, 260)
    narrow = Picture("attendance", title, description, HALF, 430)
    return _narrowed(
        bars(wide, rows, across="contacts", margin=260), bars(narrow, rows, across="contacts", margin=2)
    )


def recording(figures: ContractFigures) -> Picture:
    """How soon contacts were recorded."""
    counts = [figures.recording.get(key, 0) for key in RECORDING]
    description = " ".join(
        f"{name}: {count}." for name, count in zip(RECORDING.values(), counts, strict=True)
    )
    picture = Picture("recording", "How soon contacts were recorded", description, HALF, 240)
    return columns(
        picture,
        list(RECORDING.values()),
        [
            Series("kept", [counts[0], 0, 0, 0, 0]),
            Series("late", [0, *counts[1:4], 0]),
            Series("missed", [0, 0, 0, 0, counts[4]]),
        ],
        across="London days after the contact",
        up="contacts",
    )


def caseload(figures: ContractFigures) -> Picture:
    """How many interventions were open at the end of each month."""
    months = list(figures.caseload)
    open_now = [each.open for each in figures.caseload.values()]
    description = (
        f"Open interventions at each month's end, whenever referred. Lowest {min(open_now)}, "
        f"highest {max(open_now)}, last {open_now[-1]}."
        if open_now
        else "No month of the period is known yet."
    )
    picture = Picture("caseload", "Interventions open at the end of the month", description, HALF, 240)
    return columns(
        picture,
        _labels(months),
        [Series("open", open_now)],
        across="month; the last as far as it is known",
        up="open interventions",
    )


def _labels(months: Sequence[str]) -> list[str]:
    """The month; under the first, and under each January, the year."""
    words = [month_in_words(month) for month in months]
    named = [words[:1], *([now] if now[-4:] != before[-4:] else [now[:3]] for before, now in pairwise(words))]
    return [word for some in named for word in some]


def _all_months(figures: ContractFigures) -> list[str]:
    """Every month in which one of the shown deadlines was due, none left out between."""
    known = sorted({month for kind in KINDS for month in figures.clocks.get(kind, {})})
    if not known:
        return []
    first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (known[0], known[-1]))
    return [f"{number // 12}-{number % 12 + 1:02}" for number in range(first, last + 1)]


def _norm(totals: DoseTotals, by_hours: bool) -> float:
    return totals.norm_minutes / 60 if by_hours else totals.norm_sessions


def _amounts(totals: DoseTotals, by_hours: bool) -> Mapping[str, float]:
    if by_hours:
        return {"planned": totals.planned_minutes / 60, "delivered": totals.delivered_minutes / 60}
    return {"planned": totals.planned_sessions, "delivered": totals.delivered_sessions}


def _dose_bars(totals: DoseTotals, by_hours: bool) -> list[Bar]:
    return [
        Bar(value / totals.ended, name, f"{amount(value, totals.ended)} {name}")
        for name, value in _amounts(totals, by_hours).items()
    ]


def _said(level: str, totals: DoseTotals, *, by_hours: bool) -> str:
    each = _amounts(totals, by_hours)
    return (
        f"{level.capitalize()}: norm {amount(_norm(totals, by_hours), totals.ended)}, planned "
        f"{amount(each['planned'], totals.ended)}, delivered {amount(each['delivered'], totals.ended)} "
        f"({totals.ended} ended)."
    )


def _part(count: int, total: int) -> str:
    return f"{count} ({percent(count, total)})" if total >= ENOUGH_FOR_A_PERCENTAGE else str(count)
