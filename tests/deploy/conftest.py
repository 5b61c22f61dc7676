"""The compose file as an engine would read it, variables filled in."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
VARIABLE = re.compile(r"\$\{(?P<name>[A-Z_]+)(?::(?P<kind>[-?])(?P<rest>[^}]*))?\}")


def filled(node: Any) -> Any:
    """The parsed file with its variables filled in; an engine, too, parses first and fills in after."""
    match node:
        case dict():
            return {key: filled(value) for key, value in node.items()}
        case list():
            return [filled(value) for value in node]
        case str():
            return VARIABLE.sub(lambda found: found["rest"] if found["kind"] == "-" else "chosen", node)
        case _:
            return node


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def compose_text() -> str:
    """The file as written."""
    return (ROOT / "docker-compose.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def variables(compose_text: str) -> frozenset[str]:
    """Every variable the file takes from `.env`."""
    return frozenset(match["name"] for match in VARIABLE.finditer(compose_text))


@pytest.fixture(scope="session")
def compose(compose_text: str) -> dict[str, Any]:
    """The file with its defaults filled in; a variable without one reads "chosen"."""
    parsed: dict[str, Any] = filled(yaml.safe_load(compose_text))
    return parsed


@pytest.fixture(scope="session")
def services(compose: dict[str, Any]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = compose["services"]
    return found
