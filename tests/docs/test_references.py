"""What a page or a docstring points to is there: a page that was moved takes its mentions with it."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
ROOMS = "|".join(
    (
        *("activities", "bench", "demo", "deploy", "docs", "examples", "gateways", "interventions"),
        *("starter", "templates", "tests", "worker", "workflows"),
    )
)
MENTIONED = re.compile(rf"`((?:{ROOMS})[./][\w./*-]*?)(?:::\w+)?`")


def mentions() -> Iterator[tuple[str, str]]:
    """Every path or module of this house between backticks, and where it stands."""
    listed = subprocess.run(["git", "ls-files"], cwd=HOUSE, capture_output=True, text=True, check=True)
    for name in listed.stdout.split():
        if name.endswith((".md", ".py", ".toml")) and (HOUSE / name).exists():
            for mention in MENTIONED.findall((HOUSE / name).read_text("utf-8")):
                yield name, mention


def is_there(mention: str) -> bool:
    """A path or pattern of one, a module, or a name that a module defines."""
    if "/" in mention:
        return any(HOUSE.glob(mention.rstrip("/")))
    *module, last = mention.split(".")
    place = HOUSE.joinpath(*module)
    if (place / last).is_dir() or (place / f"{last}.py").exists():
        return True
    page = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    return page.exists() and re.search(rf"\b{last}\b", page.read_text("utf-8")) is not None


@pytest.mark.parametrize(
    ("mention", "there"),
    [
        ("interventions/stages/", True),
        ("interventions/*/case_line.py", True),
        ("interventions.views.case_line", True),
        ("interventions.views.case_line.case_of", True),
        ("interventions/case_line.py", False),
        ("interventions.case_line", False),
        ("interventions.views.case_line.forgotten", False),
    ],
)
def test_what_is_there_is_told_from_what_is_not(mention: str, there: bool) -> None:
    assert is_there(mention) is there


def test_every_mention_leads_somewhere() -> None:
    found = list(mentions())
    assert len(found) > 100
    assert [(page, mention) for page, mention in found if not is_there(mention)] == []
