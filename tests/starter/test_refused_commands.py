"""Commands that are refused: which field, which rule, exit code 1, and nobody's words repeated."""

from pathlib import Path

import pytest

from tests.starter.command_line import Desk, sent_today, written
from tests.starter.deeds import a_plan, allocated, assessed, soon


@pytest.mark.parametrize(
    "words, rule",
    [
        pytest.param(("book", "--at", "tomorrow"), "malformed", id="not a time"),
        pytest.param(("book", "--at", "2027-10-31 01:30"), "unclear-time", id="a time that comes twice"),
        pytest.param(("book", "--at", "2026-03-10 14:00"), "in-the-past", id="in the past"),
        pytest.param(("book", "--at", "2126-03-10 14:00"), "too-far-ahead", id="too far ahead"),
        pytest.param(("book", "--at", "2027-01-04 14:00", "--minutes", "0"), "malformed", id="no length"),
        pytest.param(("record", "--attended", "yes"), "nothing-to-record", id="nothing has happened"),
        pytest.param(("approve",), "not-in-this-stage", id="no plan yet"),
        pytest.param(("return", "--reason", ""), "malformed", id="no reason given"),
        pytest.param(("return", "--reason", "x"), "not-in-this-stage", id="nothing to return"),
        pytest.param(("submit-plan", "gone.json"), "unreadable", id="no such file"),
        pytest.param(
            ("decide-eligibility", "--module", "chess", "--eligible", "--reason", "x"),
            "no-such-module",
            id="no such module here",
        ),
        pytest.param(
            ("answer-three-way", "--who", "participant", "--declines"), "not-in-this-stage", id="not offered"
        ),
        pytest.param(("close-task", "--task", "t", "--how", "x"), "no-such-task", id="no such task"),
        pytest.param(
            ("book", "--at", "2126-03-10 14:00", "--attended", "yes"),
            "not-yet",
            id="a record of what is to come",
        ),
        pytest.param(
            ("forfeit", "--slot", "session-1", "--reason", "x"), "not-in-this-stage", id="nothing missed"
        ),
        pytest.param(("call-off", "--slot", "assessment", "--reason", "x"), "nothing-booked", id="no date"),
        pytest.param(
            ("pause", "--why", "illness", "--review-on", "2026-03-10", "--reason", "x"),
            "review-in-the-past",
            id="a pause to be looked at yesterday",
        ),
        pytest.param(
            ("pause", "--why", "illness", "--review-on", "next week", "--reason", "x"),
            "malformed",
            id="not a day",
        ),
        pytest.param(("withdraw", "--code", "MOV", "--reason", ""), "malformed", id="ended without a reason"),
        pytest.param(("reinstate", "--reason", "x"), "not-withdrawn", id="nothing to take back"),
        pytest.param(
            ("amend", "--outcome", "00000000-0000-4000-8000-000000000000", "--reason", "x"),
            "unknown-outcome",
            id="not an outcome here",
        ),
        pytest.param(
            ("amend", "--practitioner-name", "Priya Nandra", "--reason", "x"),
            "missing",
            id="half a practitioner",
        ),
        pytest.param(
            ("amend", "--deadline", "2026-03-10", "--reason", "x"),
            "date-passed",
            id="a deadline that is over",
        ),
        pytest.param(
            ("amend", "--unavailable", "when it rains", "--reason", "x"), "malformed", id="not a time off"
        ),
        pytest.param(("amend", "--contact", "gone.json", "--reason", "x"), "unreadable", id="no such sheet"),
        pytest.param(
            ("amend", "--practitioner-username", "", "--practitioner-name", "Priya", "--reason", "x"),
            "missing",
            id="a practitioner who is nobody",
        ),
        pytest.param(("undo-amendment", "--reason", "x"), "nothing-amended", id="nothing to undo"),
    ],
)
async def test_a_refusal_names_its_rule_and_exits_with_one(
    desk: Desk, one_allocated: str, words: tuple[str, ...], rule: str
) -> None:
    assert await desk.refused(words[0], one_allocated, *words[1:]) == rule


@pytest.fixture(scope="module")
async def one_allocated(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> str:
    return await allocated(desk, tmp_path_factory.mktemp("one"))


@pytest.mark.parametrize("verb", ["status", "timeline", "tasks", "approve", "resume"])
async def test_an_unknown_referral_is_refused(desk: Desk, verb: str) -> None:
    assert await desk.refused(verb, str(sent_today()["id"])) == "no-such-intervention"


async def test_who_speaks_must_be_known(desk: Desk, one_allocated: str) -> None:
    nobody = await desk.types("approve", one_allocated, "--by", "")
    assert (nobody.exit_code, nobody.err) == (1, "refused: --by: must be text, and not empty [malformed]\n")


async def test_a_plan_that_is_malformed_is_refused_without_a_word_of_it(desk: Desk, tmp_path: Path) -> None:
    person = await allocated(desk, tmp_path)
    plan = a_plan(soon(60))
    plan["targets"][0] |= {"by": "when Callum likes", "outcome": "football", "mesure": "Callum"}

    answer = await desk.types("submit-plan", person, written(tmp_path / "plan.json", plan))

    assert answer.err == (
        "refused: plan.json: targets[0].by: must be a date such as 2026-11-30 [malformed]\n"
        "refused: plan.json: targets[0].outcome: must be a UUID [malformed]\n"
        "refused: plan.json: targets[0].mesure: is not a field here [unknown-key]\n"
    )


async def test_what_is_wrong_in_a_file_is_told_with_what_is_wrong_beside_it(
    desk: Desk, one_allocated: str, tmp_path: Path
) -> None:
    sheet = written(tmp_path / "sheet.json", {"adress": "9 Weir Row"})
    off = ("--unavailable", "mon", "--unavailable", "when it rains")

    answer = await desk.types(
        "amend", one_allocated, "--contact", sheet, *off, "--deadline", "soon", "--reason", " "
    )

    assert answer.exit_code == 1
    assert [line.split(": ")[1] for line in answer.err.splitlines()] == [
        "--contact",
        "--unavailable (number 2)",
        "--reason",
        "--deadline",
    ]


async def test_a_plan_whose_dates_are_over_is_refused_date_by_date(desk: Desk, tmp_path: Path) -> None:
    person = await allocated(desk, tmp_path)
    await assessed(desk, person)
    plan = a_plan(soon(-60))
    plan["targets"][0]["by"] = "2026-03-10"

    answer = await desk.types("submit-plan", person, written(tmp_path / "plan.json", plan))

    assert answer.err.splitlines()[0].startswith("refused: plan.json: targets[0].by: must lie after today [")
    assert answer.err.splitlines()[-1].startswith("refused: plan.json: dates[0].starts_at: must lie in the")


async def test_a_contact_sheet_that_is_malformed_is_refused_without_a_word_of_it(
    desk: Desk, one_allocated: str, tmp_path: Path
) -> None:
    sheet = {"mobile": "0161 496 0000", "adress": "9 Weir Row", "safe": {"text": True}}

    answer = await desk.types(
        "amend", one_allocated, "--contact", written(tmp_path / "sheet.json", sheet), "--reason", "moved"
    )

    assert answer.exit_code == 1
    assert answer.err == (
        "refused: --contact: mobile: must be a UK mobile number, 07... or +447..., "
        "with nine digits after the 7 [not-a-uk-mobile]\n"
        "refused: --contact: adress: is not a field here [unknown-key]\n"
    )
