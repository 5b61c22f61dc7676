"""What somebody typed becomes a message, or is refused by field and rule without being repeated."""

import json
from pathlib import Path
from typing import Any

import pytest

from interventions.errors import Refusal
from interventions.illegible import Illegible
from interventions.messages import Allocate, Book, Record
from interventions.promises.action_plan import ActionPlan
from starter.faults import LARGEST, read_message, read_paper
from tests.sayings import at
from tests.starter.documents import GONE, but, example

NAME = "Callum Redfearn"


def found(refused: Refusal) -> list[tuple[str, str]]:
    assert isinstance(refused, Illegible)
    return [(finding.field, finding.rule) for finding in refused.findings]


def a_plan(changes: dict[str, object]) -> dict[str, Any]:
    return but(example("plans/lifestyle-low.json"), changes)


@pytest.mark.parametrize(
    "said, utc",
    [
        pytest.param("2026-01-10 14:00", "2026-01-10T14:00+00:00", id="London winter"),
        pytest.param("2026-07-10 14:00", "2026-07-10T13:00+00:00", id="London summer"),
        pytest.param("2026-07-10T14:00", "2026-07-10T13:00+00:00", id="with a T"),
        pytest.param("2026-07-10T14:00+02:00", "2026-07-10T12:00+00:00", id="with an offset"),
        pytest.param("2026-10-25T01:30+01:00", "2026-10-25T00:30+00:00", id="the first of two"),
    ],
)
def test_a_time_is_london_time_unless_it_says_otherwise(said: str, utc: str) -> None:
    assert read_message(Book, {"by": "sam", "starts_at": said}).starts_at == at(utc)


@pytest.mark.parametrize(
    "said, rule, reason",
    [
        pytest.param("2026-03-29 01:30", "unclear-time", "does not exist in London", id="skipped"),
        pytest.param("2026-10-25 01:30", "unclear-time", "happens twice in London", id="repeated"),
        pytest.param("2026-03-10", "malformed", "must be a date and a time", id="no time"),
        pytest.param("1773151200", "malformed", "must be a date and a time", id="a number"),
        pytest.param(
            f"2026-03-10 14:00 {NAME}", "malformed", "must be a date and a time", id="more than that"
        ),
        pytest.param("2026-13-10 14:00", "malformed", "must be a date and a time", id="a thirteenth month"),
    ],
)
def test_a_time_that_is_not_one_is_refused(said: str, rule: str, reason: str) -> None:
    with pytest.raises(Illegible) as refused:
        read_message(Book, {"by": "sam", "starts_at": said})

    assert found(refused.value) == [("starts_at", rule)]
    assert reason in refused.value.reason
    assert NAME not in str(refused.value)


def test_every_fault_of_a_message_is_named() -> None:
    with pytest.raises(Illegible) as refused:
        read_message(Record, {"by": "", "attended": NAME, "minutes": 481, "next": {"by": "sam"}})

    assert found(refused.value) == [
        ("by", "malformed"),
        ("attended", "malformed"),
        ("minutes", "malformed"),
        ("next.starts_at", "missing"),
    ]
    assert [finding.reason for finding in refused.value.findings] == [
        "must be text, and not empty",
        "must be 'yes', 'late' or 'no'",
        "must be at most 480",
        "must be given",
    ]


def test_a_good_message_is_read_as_it_was_typed() -> None:
    typed = {"by": "ops", "caseworker": "sam", "name": "Sam Okafor"}

    assert read_message(Allocate, typed) == Allocate(by="ops", caseworker="sam", name="Sam Okafor")


@pytest.mark.parametrize(
    "changes, field, rule",
    [
        pytest.param({"targets": GONE}, "plan.targets", "missing", id="no targets"),
        pytest.param({"targets": NAME}, "plan.targets", "malformed", id="not a list"),
        pytest.param({"targets[1]": NAME}, "plan.targets[1]", "malformed", id="not an object"),
        pytest.param({"targets[0].measure": 3}, "plan.targets[0].measure", "malformed", id="a number"),
        pytest.param({"targets[0].by": NAME}, "plan.targets[0].by", "malformed", id="not a date"),
        pytest.param({"targets[0].outcome": NAME}, "plan.targets[0].outcome", "malformed", id="not a UUID"),
        pytest.param({"doses[0].amount": 0}, "plan.doses[0].amount", "malformed", id="no dose"),
        pytest.param({"doses[0].amount": NAME}, "plan.doses[0].amount", "malformed", id="not a number"),
        pytest.param({"doses[0].pathway": NAME}, "plan.doses[0].pathway", "malformed", id="not a pathway"),
        pytest.param({"contacts[0]": NAME}, "plan.contacts[0]", "malformed", id="no such contact type"),
        pytest.param(
            {"dates[0].starts_at": "2027-03-28T01:30"},
            "plan.dates[0].starts_at",
            "unclear-time",
            id="skipped",
        ),
        pytest.param({"dates[0].plaice": NAME}, "plan.dates[0].plaice", "unknown-key", id="misspelt"),
        pytest.param({NAME: 1}, "plan.(a key that is not a name)", "unknown-key", id="a name for a key"),
    ],
)
def test_a_malformed_plan_is_refused_by_field_and_never_repeated(
    tmp_path: Path, changes: dict[str, object], field: str, rule: str
) -> None:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(a_plan(changes)))

    with pytest.raises(Illegible) as refused:
        read_paper(file, ActionPlan, name="plan")

    assert found(refused.value) == [(field, rule)]
    assert NAME not in str(refused.value)
    assert refused.value.__cause__ is None


@pytest.mark.parametrize(
    "raw, rule",
    [
        pytest.param(b"", "not-json", id="empty"),
        pytest.param(b'{"targets": [', "not-json", id="cut off"),
        pytest.param(b'{"reason": "caf\xe9"}', "not-utf-8", id="not UTF-8"),
        pytest.param('{"reason": ""}'.encode("utf-16"), "not-utf-8", id="UTF-16"),
        pytest.param(b'{"reason": "' + b"x" * LARGEST, "too-large", id="endless"),
        pytest.param(b"[" * 100_000, "not-json", id="bottomless"),
        pytest.param(b'{"reason": "\\ud800"}', "not-json", id="half a character"),
        pytest.param(b"[]", "malformed", id="a list"),
    ],
)
def test_a_file_that_is_not_a_plan_is_refused(tmp_path: Path, raw: bytes, rule: str) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(raw)

    with pytest.raises(Illegible) as refused:
        read_paper(file, ActionPlan, name="plan")

    assert found(refused.value) == [("plan", rule)]


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(a_plan({})).encode())

    assert read_paper(file, ActionPlan, name="plan").doses[0].amount == 5


@pytest.mark.parametrize("name", ["gone.json", "."])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_paper(tmp_path / name, ActionPlan, name="plan")

    assert (refused.value.field, refused.value.rule) == ("plan", "unreadable")
