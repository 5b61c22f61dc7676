"""`read` shows what a task asks somebody to read, and to whom."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from gateways.sql_register import SqlRegister
from interventions.conversation import hear
from interventions.evolve import evolve_all
from interventions.facts import AnyFact, Entry, ReferralReceived
from interventions.messages import Amend, Message, ReturnPlan, SubmitPlan
from interventions.vocabulary import Stage
from starter.reading import NOTHING
from starter.verbs import app
from tests.builders import a_case_at, a_plan
from tests.gateways.register_entries import REFERRAL
from tests.sayings import PRACTITIONER, WORKER, a_note, an_amendment, on

CONCERN = "He said he would\nharm himself \x1b[2J"


@pytest.fixture
def told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Writes a register that knows a referral, and what followed from what was said of it."""

    def tell(*messages: Message) -> None:
        case = a_case_at(Stage.ACTION_PLAN)
        begun = ReferralReceived(at=case.received_at, referral=case.referral, terms=case.terms)
        facts: list[AnyFact] = [begun]
        for message in messages:
            heard = hear(case, message, on(case, 4))
            facts, case = [*facts, *heard], evolve_all(case, heard)
        url = f"sqlite:///{tmp_path / 'register.db'}"
        register = SqlRegister.open(url)
        entries = enumerate(facts, start=1)
        register.write(
            [Entry(referral_id=REFERRAL, sequence=at, recorded_at=fact.at, fact=fact) for at, fact in entries]
        )
        register.close()
        monkeypatch.setenv("THROUGHLINE_REGISTER_URL", url)

    return tell


def reads(task: str, *words: str, by: str = "") -> Result:
    environment = {"THROUGHLINE_STAFF": by}
    return CliRunner().invoke(app, ["read", str(REFERRAL), task, *words], env=environment)


def a_concern() -> Message:
    case = a_case_at(Stage.ACTION_PLAN)
    return a_note(case.last_at, summary="Rang about the bus", concerns=CONCERN)


def test_a_concern_is_read_out_with_who_wrote_it_and_can_move_no_cursor(told_of: Any) -> None:
    told_of(a_concern())
    shown = reads("concern/note/1")
    assert (shown.exit_code, shown.stdout.splitlines()) == (
        0,
        [
            "Friday 5 June 2026 at 10am, sam.caseworker, note/1",
            "  concerns: He said he would",
            "    harm himself  [2J",
            "  summary: Rang about the bus",
        ],
    )


def test_in_json_the_words_are_as_they_were_written(told_of: Any) -> None:
    told_of(a_concern())
    [said] = json.loads(reads("concern/note/1", "--json").stdout)["written"]
    assert said["words"][0] == {"field": "concerns", "text": CONCERN}
    assert (said["by"], said["about"]) == (WORKER, "note/1")


def test_the_changes_wanted_of_a_plan_are_read_out(told_of: Any) -> None:
    plan = SubmitPlan(by=WORKER, plan=a_plan(a_case_at(Stage.ACTION_PLAN)))
    told_of(plan, ReturnPlan(by=PRACTITIONER, reasons="Nothing is said of housing"))
    assert "reasons: Nothing is said of housing" in reads("revise/plan/1").stdout


def test_a_task_for_which_nobody_wrote_anything_says_so(told_of: Any) -> None:
    case = a_case_at(Stage.ACTION_PLAN)
    told_of(an_amendment(interpreter_language="Polish"))
    shown = reads(f"interpreter/{case.sequence + 1}")
    assert (shown.exit_code, shown.stdout) == (0, f"{NOTHING}\n")


def test_a_task_nobody_was_asked_is_refused(told_of: Any) -> None:
    told_of(a_concern())
    shown = reads("concern/note/2")
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert shown.stderr == "refused: TASK: no task has this id [no-such-task]\n"


def restricted() -> Amend:
    return an_amendment(restricted_to=(PRACTITIONER,))


@pytest.mark.parametrize("verb", [["read", str(REFERRAL), "concern/note/1"], ["replies", str(REFERRAL)]])
def test_a_restricted_case_is_read_by_the_staff_it_names(told_of: Any, verb: list[str]) -> None:
    told_of(a_concern(), restricted())
    for reader in ("", WORKER):
        shown = CliRunner().invoke(app, verb, env={"THROUGHLINE_STAFF": reader})
        assert (shown.exit_code, shown.stdout) == (1, "")
        assert "this case is restricted to named staff [restricted]" in shown.stderr
    assert CliRunner().invoke(app, [*verb, "--by", PRACTITIONER]).exit_code == 0


def test_a_restriction_that_was_lifted_keeps_nobody_out(told_of: Any) -> None:
    told_of(a_concern(), restricted(), an_amendment(restricted_to=()))
    assert reads("concern/note/1").exit_code == 0


def test_nobody_under_this_id_is_refused(told_of: Any) -> None:
    told_of(a_concern())
    shown = CliRunner().invoke(app, ["read", "00000000-0000-4000-8000-000000000001", "concern/note/1"])
    assert (shown.exit_code, "[no-such-intervention]" in shown.stderr) == (1, True)


def test_a_register_that_is_not_there_is_a_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THROUGHLINE_REGISTER_URL", "postgresql+psycopg://u:hidden@127.0.0.1:1/none")
    shown = reads("concern/note/1")
    assert (shown.exit_code, "hidden" in shown.output) == (2, False)
