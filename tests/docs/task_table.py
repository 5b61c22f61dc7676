"""The table of tasks, read off the places in the core where somebody is asked."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import interventions
from interventions.life.notices import PAUSED, REINSTATED, REPORT_OWED, RESUMED
from interventions.tidying import WANTED
from interventions.vocabulary import Role
from interventions.words.replies import READ_IT, URGENT, WHOSE
from interventions.words.waiting_texts import NOT_GONE

CORE = Path(interventions.__file__).parent
TASKS = Path(__file__).parents[2] / "docs" / "tasks.md"
# Where the id, the kind, the owner and the words stand among the arguments; two have their own way.
ASKING = {"ask": (1, 2, 3, 4), "_ask": (1, 2, 3, 4), "_asked": (1, None, 2, 3)}
NEVER = "when somebody says how it was done"
Names = Mapping[str, ast.expr]


class Asked(NamedTuple):
    """One kind of task: its id with `…` for what varies, its kind, whom it is for, and what it says."""

    id: str
    kind: str
    owner: str
    what: str


def asked() -> list[Asked]:
    """Everything the core asks of people, by id; what only passes a question on is left out."""
    found = {each for page in sorted(CORE.rglob("*.py")) for each in _asked_on(page)}
    return sorted(each for each in found if each.id.strip("… /"))


def _asked_on(page: Path) -> Iterator[Asked]:
    tree = ast.parse(page.read_text("utf-8"))
    known = dict(_named(tree.body))
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        statements = sorted(_lines(function), key=lambda node: node.lineno)
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ASKING:
                before = (node for node in statements if node.lineno < call.lineno)
                names, places = known | dict(_named(before)), ASKING[call.func.id]
                if len(call.args) > max(place or 0 for place in places):
                    said = (_words(call.args[at], names) if at else "contact" for at in places)
                    task, *rest = (re.sub(r"[….]*…[….]*", "…", words) for words in said)
                    yield Asked(f"{task}/…" if call.func.id == "_asked" else task, *rest)


def _lines(function: ast.FunctionDef) -> Iterator[ast.stmt]:
    return (node for node in ast.walk(function) if isinstance(node, ast.stmt))


def _named(statements: Iterable[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    """Whatever is given a name in a statement, also two at once; the last one holds."""
    for node in statements:
        match node:
            case ast.Assign(targets=[ast.Name(name)], value=value):
                yield name, value
            case ast.Assign(targets=[ast.Tuple(left)], value=ast.Tuple(right)):
                yield from (
                    (name.id, value)
                    for name, value in zip(left, right, strict=True)
                    if isinstance(name, ast.Name)
                )


def _words(said: ast.expr, names: Names) -> str:
    """What is written there, `...` for whatever is known only in a case."""
    match said:
        case ast.Constant(str(words)):
            return words
        case ast.Attribute(ast.Name("Role"), role):
            return Role[role].value.replace("-", " ")
        case ast.Name(name) if name in names and names[name] is not said:
            return _words(names[name], {other: names[other] for other in names if other != name})
        case ast.IfExp(body=one, orelse=other):
            return " / ".join((_words(one, names), _words(other, names)))
        case ast.JoinedStr(parts):
            return "".join(_words(part, names) for part in parts)
        case ast.FormattedValue(ast.Name(name)) if name in names and isinstance(names[name], ast.Constant):
            return _words(names[name], names)
    return "…"


# What is asked with an id or words made elsewhere, so that the source does not say it in one place.
BESIDES = (
    Asked("differs/…", "difference", "whoever it concerns", "R&M says otherwise than we do: settle it"),
    Asked("key-in/…", "monitoring", "caseworker", "What R&M must be told and this service can't: key it in"),
    Asked("never-told/…", "monitoring", "caseworker", "What R&M will never show: tell the practitioner"),
    Asked("outcome-review/…", "review", "caseworker", "Review how far each outcome is reached (by policy)"),
    Asked("paused/…", "notice", "caseworker", PAUSED),
    Asked("reinstated/…", "notice", "caseworker", REINSTATED),
    Asked("resumed/…", "notice", "caseworker", RESUMED),
    Asked("withdrawn/…", "notice", "caseworker", REPORT_OWED.replace("{}", "…")),
    Asked("reply/…", "contact", "caseworker", READ_IT),
    Asked("shared-reply/…", "contact", "caseworker", WHOSE),
    Asked("urgent/…", "urgent", "caseworker", URGENT),
    Asked("urgent-practitioner/…", "urgent", "probation practitioner", URGENT),
    Asked("waiting/…", "sending", "caseworker", NOT_GONE),
)
# Those that go otherwise than the rest of their kind.
GO_WHEN = {
    "differs/": "when both say the same",
    "key-in/": "when R&M shows it",
    "off/": "when another date is made",
    "three-way/together": "when the final session is held, or one of them says no after all",
    "read/unavailable-times/referral": "when the times are amended",
}
# Tasks that may go by themselves, of kinds that otherwise stay.
SOME_GO = ("attempts/", "keep-in-touch/", "reach/", "read-risk/")
MIXED = ("contact", "review")


def task_table() -> str:
    """A line a task: its id, whom it is for, what it asks, and when it goes by itself."""
    lines = ["| task | asked of | what it says | gone |", "|---|---|---|---|"]
    for each in sorted({*asked(), *BESIDES}):
        owner = each.owner if each.owner != "…" else "whoever it concerns"
        lines.append(f"| `{each.id}` | {owner} | {each.what} | {_gone(each)} |")
    return "\n".join(lines)


def _gone(each: Asked) -> str:
    if seen := next((how for start, how in GO_WHEN.items() if each.id.startswith(start)), ""):
        return seen
    look = WANTED.get(each.kind)
    if look is None or (each.kind in MIXED and not each.id.startswith(SOME_GO)):
        return NEVER
    return (look.__doc__ or "").strip().rstrip(".").removeprefix("Goes ")


SECTIONS = {"tasks": task_table}
