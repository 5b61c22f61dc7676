"""The parts of docs/journey.md that are written from the code; how a page is written again."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from interventions.life.endings import ENDINGS
from interventions.messages import SIGNALS, UPDATES
from interventions.reception import ALREADY, KEEP, MAY_BE_SAID, SAID_AGAIN, YES
from interventions.vocabulary import Stage, WithdrawalCode
from tests.docs.clock_table import clock_table
from tests.docs.state_diagram import diagram

JOURNEY = Path(__file__).parents[2] / "docs" / "journey.md"
TABLE = {True: "yes", False: "no"}
SPEAKERS = ((UPDATES, "a person"), (SIGNALS, "the outside"))


def message_table() -> str:
    """What may be said in which stage, why not elsewhere, and what a message does when it is said again."""
    cells = [cell for row in MAY_BE_SAID.values() for cell in row.values()]
    reasons = [cell for cell in dict.fromkeys(cells) if cell not in (YES, KEEP)]
    lines = table(
        ("message", "said by", *Stage, "said again at once"),
        (
            (
                f"`{name}`",
                _speaker(name),
                *(_cell(row[here], reasons) for here in Stage),
                said_again(SAID_AGAIN[name]),
            )
            for name, row in MAY_BE_SAID.items()
        ),
    )
    notes = [f"{number}. {reason}" for number, reason in enumerate(reasons, start=1)]
    return "\n".join([*lines, "", *notes])


def _cell(cell: str, reasons: list[str]) -> str:
    return cell if cell in (YES, KEEP) else f"no ({reasons.index(cell) + 1})"


def _speaker(name: str) -> str:
    return next((who for names, who in SPEAKERS if name in names), "the service")


def said_again(answers: tuple[str, ...]) -> str:
    """Whether the same words have done their work already, or how they are refused."""
    return " or ".join(answer if answer == ALREADY else f"refused: `{answer}`" for answer in answers)


def withdrawal_codes() -> str:
    """R&M's thirteen codes."""
    rows = ((f"`{code.value}`", code.name.lower().replace("_", " ")) for code in WithdrawalCode)
    return "\n".join(table(("code", "why"), rows))


def ending_table() -> str:
    """How it ended, by what had happened until then."""
    headings = ("plan approved", "somebody came to a session", "every planned session recorded", "ending")
    rows = ((*(TABLE[fact] for fact in facts), f"`{how}`") for facts, how in ENDINGS.items())
    return "\n".join(table(headings, rows))


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """A table in Markdown, a line a row."""
    top = list(headings)
    return [f"| {' | '.join(cells)} |" for cells in (top, ["---"] * len(top), *rows)]


SECTIONS: dict[str, Callable[[], str]] = {
    "states": diagram,
    "messages": message_table,
    "clocks": clock_table,
    "endings": ending_table,
    "codes": withdrawal_codes,
}

_PART = re.compile(r"(?P<start><!-- generated: (?P<name>[a-z]+) -->\n).*?(?P<end><!-- end -->)", re.DOTALL)


def parts(page: str) -> dict[str, str]:
    """What stands between each pair of markers, by name."""
    return {
        part["name"]: part[0].removeprefix(part["start"]).removesuffix(part["end"]).rstrip("\n")
        for part in _PART.finditer(page)
    }


def rewritten(page: str, sections: Mapping[str, Callable[[], str]] = SECTIONS) -> str:
    """The page with each generated part as the code has it now.

    Raises:
        KeyError: the page has a marker of a name we do not write.
    """
    return _PART.sub(lambda part: f"{part['start']}{sections[part['name']]()}\n{part['end']}", page)
