"""Plain pictures as shapes with places: columns and bars from nought, with every axis labelled.

Nothing here knows SVG: the template draws whatever shapes it is given (`templates/en/reports`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

# As wide as a digit gets, in the larger letters of a small screen; and what a line of words takes there.
DIGIT, WORDS_ABOVE = 8, 20
ROOM_FOR_NAMES = 100


@dataclass(frozen=True)
class Block:
    """A filled rectangle; `series` is its class in the style sheet."""

    x: float
    y: float
    width: float
    height: float
    series: str


@dataclass(frozen=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    kind: str


@dataclass(frozen=True)
class Label:
    """Some words; `anchor` is start, middle or end."""

    x: float
    y: float
    words: str
    anchor: str = "middle"
    kind: str = "label"


@dataclass
class Picture:
    """A drawing, so many units across and down. `title` and `description` say it in words.

    `note` is what has to be known to read it aright; `narrow` the same drawn for a small screen, where what
    is wide would be too small to read.
    """

    name: str
    title: str
    description: str
    width: float
    height: float
    blocks: list[Block] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    note: str = ""
    narrow: "Picture | None" = None


@dataclass(frozen=True)
class Series:
    """One row of numbers under a name that is also its class in the style sheet."""

    name: str
    values: Sequence[float]


@dataclass(frozen=True)
class Frame:
    """The space between the axes."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From axis to edge."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to axis."""
        return self.bottom - self.top


def top_of(largest: float) -> tuple[float, float]:
    """The end of an axis that begins at nought, and the step of its marks: whole numbers, at most five."""
    step = 1.0
    while largest / step > 5:
        step *= 2.5 if f"{step:.0f}".startswith("2") else 2
    return max(1, ceil(largest / step)) * step, step


def columns(
    picture: Picture,
    categories: Sequence[str],
    series: Sequence[Series],
    *,
    across: str,
    up: str,
    marker: tuple[float, str] | None = None,
) -> Picture:
    """Draw columns, one a category, the series stacked; `marker` is a line before so many categories.

    Each column carries its total as a number, where its slot has room for one; a category is labelled in
    lines, split at a space.
    """
    frame = Frame(44, 26, picture.width - 8, picture.height - 54)
    totals = [sum(values) for values in zip(*(each.values for each in series), strict=True)]
    end, step = top_of(max(totals, default=0))
    _count_up(picture, frame, end, step, up)
    slot = frame.width / max(1, len(categories))
    every = ceil(28 / slot)
    for number, category in enumerate(categories):
        left, base = frame.left + number * slot, frame.bottom
        for each in series:
            height = each.values[number] / end * frame.height
            if height:
                _stack(picture, left + slot * 0.14, base, slot * 0.72, height, each.name)
                base -= height
        if totals[number] and len(said := f"{totals[number]:.0f}") * DIGIT <= slot:
            picture.labels.append(Label(left + slot / 2, base - 4, said, kind="value"))
        if number % every == 0:
            for place, words in enumerate(category.split(" ", 1)):
                picture.labels.append(Label(left + slot / 2, frame.bottom + 16 + 15 * place, words))
    middle = frame.left + frame.width / 2
    picture.labels.append(Label(middle, picture.height - 4, across, kind="axis"))
    if marker:
        _mark(picture, frame, frame.left + marker[0] * slot, marker[1])
    return picture


def _stack(picture: Picture, x: float, base: float, width: float, height: float, name: str) -> None:
    """A block on what is there already, with a seam between them where there is room for one."""
    below = picture.blocks[-1] if picture.blocks else None
    picture.blocks.append(Block(x, base - height, width, height, name))
    if below and below.x == x and min(below.height, height) > 3:
        picture.lines.append(Line(x, base, x + width, base, "seam"))


def _count_up(picture: Picture, frame: Frame, end: float, step: float, up: str) -> None:
    for number in range(round(end / step) + 1):
        y = frame.bottom - number * step / end * frame.height
        kind = "grid" if number else "base"
        picture.lines.append(Line(frame.left, y, frame.right, y, kind))
        picture.labels.append(Label(frame.left - 6, y + 4, f"{number * step:.0f}", "end"))
    picture.labels.append(Label(4, 12, up, "start", "axis"))


def _mark(picture: Picture, frame: Frame, x: float, words: str) -> None:
    picture.lines.append(Line(x, frame.top - 6, x, frame.bottom, "marker"))
    picture.labels.append(Label(x + 6, frame.top + 4, words, "start", "marker"))


@dataclass(frozen=True)
class Bar:
    """One bar of a row: how long, in which series, and the words behind it."""

    value: float
    series: str
    words: str


def bars(
    picture: Picture,
    rows: Sequence[tuple[str, Sequence[Bar]]],
    *,
    across: str,
    margin: float,
    ticks: Sequence[float] = (),
) -> Picture:
    """Draw rows of bars from nought to the right; `ticks` are an upright mark for each row.

    The rows' names stand in the margin, or above their bars where it has no room for them.
    """
    above = 0 if margin >= ROOM_FOR_NAMES else WORDS_ABOVE
    frame = Frame(margin, 8, picture.width - 150, picture.height - 44)
    end, step = top_of(max([*ticks, *(bar.value for _, some in rows for bar in some)], default=0))
    for number in range(round(end / step) + 1):
        x = frame.left + number * step / end * frame.width
        picture.lines.append(Line(x, frame.top, x, frame.bottom, "grid" if number else "base"))
        picture.labels.append(Label(x, frame.bottom + 16, f"{number * step:.0f}"))
    picture.labels.append(Label(frame.left + frame.width / 2, picture.height - 4, across, kind="axis"))
    slot = frame.height / max(1, len(rows))
    for number, (name, some) in enumerate(rows):
        top = frame.top + number * slot + slot * 0.12 + above
        thick = (slot * 0.76 - above) / max(1, len(some))
        if above:
            picture.labels.append(Label(frame.left + 2, top - 6, name, "start"))
        else:
            picture.labels.append(Label(frame.left - 8, top + slot * 0.38 + 4, name, "end"))
        tick = ticks[number] if number < len(ticks) else 0.0
        for place, bar in enumerate(some):
            y, width = top + place * thick, bar.value / end * frame.width
            after = frame.left + max(bar.value, tick) / end * frame.width + 6
            picture.blocks.append(Block(frame.left, y, width, thick - 2, bar.series))
            picture.labels.append(Label(after, y + thick / 2 + 3, bar.words, "start", "value"))
        if tick:
            x = frame.left + tick / end * frame.width
            picture.lines.append(Line(x, top - 3, x, top + slot * 0.76 - above + 1, "marker"))
    return picture
