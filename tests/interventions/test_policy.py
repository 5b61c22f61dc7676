"""The policy files: every promise spelt out, and nothing misspelt."""

import re
import tomllib
from datetime import time
from pathlib import Path

import pytest
from pydantic import ValidationError

from interventions.errors import CatalogueError
from interventions.promises.policy import POLICIES, Policy, load_policy
from interventions.vocabulary import ApprovalMode, MonitoringMode

STANDARD = load_policy()


def write_standard_with(folder: Path, was: str, typed: str) -> None:
    good = (POLICIES / "standard.toml").read_text("utf-8")
    assert was in good
    (folder / "mine.toml").write_text(good.replace(was, typed), "utf-8")


PROMISED = [
    pytest.param("allocation_working_days", 2, id="caseworker within two working days"),
    pytest.param("assessment_working_days", 10, id="assessment within ten (A1)"),
    pytest.param("assessment_early_target_days", 10, id="and ten calendar days as early target (A1)"),
    pytest.param("assessment_warning_working_days", 2, id="warned two before"),
    pytest.param("plan_working_days", 5, id="plan within five (A21)"),
    pytest.param("plan_warning_working_days", 1, id="warned one before"),
    pytest.param("approval_mode", ApprovalMode.EXTERNAL_PP, id="the practitioner approves (A19)"),
    pytest.param("approval_reminder_working_days", 3, id="reminded at three (A19)"),
    pytest.param("approval_escalation_working_days", 5, id="escalated at five (A19)"),
    pytest.param("contact_nudge_at", time(17), id="nudged at five in the afternoon (A23)"),
    pytest.param("delivery_warning_working_days", 5, id="warned five before delivery ends (A9)"),
    pytest.param("report_working_days", 5, id="report within five (A12)"),
    pytest.param("report_warning_working_days", 1, id="warned one before the report"),
    pytest.param("reminder_hours_before", 24, id="text a day before (A17)"),
    pytest.param("send_from", time(9), id="window opens (A17)"),
    pytest.param("send_until", time(19), id="window closes (A17)"),
    pytest.param("three_way_offer_working_days", 10, id="three-way offered (A25)"),
    pytest.param("next_session_working_days", 2, id="no next session booked"),
    pytest.param("dose_tolerance_percent", 25, id="norm, a quarter either way (A6)"),
    pytest.param("absences_in_a_row", 2, id="absences nobody excused, before the practitioner hears"),
    pytest.param("reinstatement_working_days", 5, id="time to take a withdrawal back"),
    pytest.param(
        "paused_clocks", ("action-plan", "revision", "next-session", "delivery"), id="these stop in a pause"
    ),
    pytest.param("booking_horizon_months", 6, id="booked at most half a year ahead"),
    pytest.param("task_working_days", 2, id="time for a task"),
    pytest.param("monitoring", MonitoringMode.OFF, id="people keep R&M, beside this service"),
    pytest.param("further_reminder_hours", (), id="one reminder, and no more"),
    pytest.param("outcome_review_months", 0, id="no formal reviews (A36: optional)"),
    pytest.param("automatic_answers_an_hour", 2, id="two machines never talk for long (R22)"),
]

# What came later is off where a policy pinned before does not speak of it: live cases go on as they were.
SWITCHED_ON = [
    pytest.param("longest_message", 50_000, id="no message too long for a case to carry"),
    pytest.param("monitoring_patience_working_days", 2, id="a record R&M always fails is for a person"),
    pytest.param("last_days_are_read", True, id="the caseworker reads how long sessions may go on"),
    pytest.param("assessment_attempts", 3, id="three dates for the assessment that came to nothing"),
    pytest.param("reductions_are_decided", True, id="less than was planned is the practitioner's to approve"),
    pytest.param("pace_fits_the_weeks", True, id="a pace too slow for the weeks needs a reason (A10)"),
    pytest.param("risk_is_read_first", True, id="risk is read before the first date is made"),
    pytest.param("enforceable_days_count", True, id="more days than can be enforced need a reason"),
    pytest.param("amendments_are_read", True, id="the caseworker reads what somebody else changed"),
    pytest.param("assessment_date_working_days", 2, id="no date for the assessment"),
    pytest.param("interpreter_is_arranged", True, id="an interpreter that is wanted is arranged"),
    pytest.param("cadence_minimum_warns", True, id="too long a gap is asked about"),
    pytest.param("last_tasks_working_days", 5, id="what is still asked outlives the case by a week"),
    pytest.param("overdue_tasks_escalate", True, id="operations see to what is overdue"),
    pytest.param("monitoring_names_practitioner", True, id="a practitioner's new name is followed"),
    pytest.param("new_caseworker_is_told", True, id="who takes over tells the participant"),
    pytest.param("letters_again_in_new_format", True, id="what still holds is posted in the new format"),
    pytest.param("moved_are_referred_again", True, id="who moved away is referred there"),
    pytest.param("closure_letter", True, id="a last letter when it ends"),
    pytest.param("look_for_duplicates", True, id="the same person is looked for"),
    pytest.param("letter_check_hours", (1, 96), id="the carrier is asked after a letter"),
    pytest.param("receipt_hours", 4, id="the carrier is asked after a text"),
    pytest.param("lost_reminders_are_urgent", True, id="a lost reminder is told before its date"),
    pytest.param("waiting_reminder_hours", 4, id="a reminder that has not left is told by a person"),
    pytest.param("letter_fallback_working_days", 3, id="a letter takes the place of a text"),
]


def test_urgent_words_are_said_in_both_languages_and_an_older_policy_has_none() -> None:
    assert {"suicide", "hunanladdiad", "emergency", "argyfwng"} <= set(STANDARD.urgent_words)
    assert Policy(version="standard-1").urgent_words == ()


def test_new_cases_follow_the_newest_edition_of_the_rules_and_older_ones_their_own() -> None:
    assert (STANDARD.follows(2), Policy(version="standard-1").follows(2)) == (True, False)


@pytest.mark.parametrize(("key", "value"), PROMISED)
def test_the_standard_policy_promises(key: str, value: object) -> None:
    assert getattr(STANDARD, key) == value
    assert Policy.model_fields[key].default == value


@pytest.mark.parametrize(("key", "value"), SWITCHED_ON)
def test_the_standard_policy_adds_what_an_older_one_does_without(key: str, value: object) -> None:
    assert getattr(STANDARD, key) == value
    assert not Policy.model_fields[key].default


def test_the_table_above_is_whole() -> None:
    spelt_out = tomllib.loads((POLICIES / "standard.toml").read_text("utf-8"))
    assert set(spelt_out) == set(Policy.model_fields)
    told = {row.values[0] for row in (*PROMISED, *SWITCHED_ON)}
    assert set(spelt_out) == {"version", "edition", "urgent_words", *told}


@pytest.mark.parametrize(("name", "mode"), [("in-step", "write"), ("keyed-in", "tasks")])
def test_two_policies_differ_in_who_tells_rm_and_in_nothing_else(name: str, mode: str) -> None:
    policy = load_policy(name)
    assert policy.monitoring == mode
    same = policy.model_copy(update={"monitoring": STANDARD.monitoring, "version": STANDARD.version})
    assert same == STANDARD


def test_a_policy_with_reviews_differs_in_those_and_in_nothing_else() -> None:
    reviewed, in_step = load_policy("in-step-reviewed"), load_policy("in-step")
    assert (reviewed.outcome_review_months, in_step.outcome_review_months) == (1, 0)
    same = reviewed.model_copy(update={"outcome_review_months": 0, "version": in_step.version})
    assert same == in_step


def test_auto_approval_differs_in_who_approves_and_in_nothing_else() -> None:
    auto = load_policy("auto-approval")
    assert auto.approval_mode is ApprovalMode.AUTO
    assert auto.version != STANDARD.version
    same = auto.model_copy(update={"approval_mode": STANDARD.approval_mode, "version": STANDARD.version})
    assert same == STANDARD


def test_a_pinned_policy_is_tolerant_of_newer_and_older_releases() -> None:
    assert Policy.model_validate_json(STANDARD.model_dump_json()) == STANDARD
    assert Policy.model_validate({"version": "standard-1", "added_later": 3}) == Policy(version="standard-1")
    older = Policy.model_validate({"version": "standard-1", "added_later": 3})
    switched = {"edition", "urgent_words", *(str(row.values[0]) for row in SWITCHED_ON)}
    assert older == STANDARD.model_copy(update={key: getattr(older, key) for key in switched})
    assert type(STANDARD) is Policy


@pytest.mark.parametrize("key", list(Policy.model_fields))
def test_a_policy_file_must_spell_out_every_key(tmp_path: Path, key: str) -> None:
    whole = (POLICIES / "standard.toml").read_text("utf-8")
    kept, found = re.subn(rf"^{key} = (\[\n[^\]]*\]|.*)\n", "", whole, flags=re.MULTILINE)
    assert found == 1
    (tmp_path / "mine.toml").write_text(kept, "utf-8")
    with pytest.raises(CatalogueError, match=rf"^mine\.toml: .*missing {key}$"):
        load_policy("mine", tmp_path)


@pytest.mark.parametrize(
    ("was", "typed", "names"),
    [
        pytest.param("plan_working_days = 5", "plan_working_days = 0", "plan_working_days: ", id="nought"),
        pytest.param("task_working_days = 2", "task_working_days = -2", "task_working_days: ", id="negative"),
        pytest.param("task_working_days = 2", "task_working_days = true", "task_working_days: ", id="truth"),
        pytest.param(
            "task_working_days = 2", "task_working_days = 2.0", "task_working_days: ", id="fraction"
        ),
        pytest.param("tolerance_percent = 25", "tolerance_percent = 100", "dose_tolerance", id="100 %"),
        pytest.param('"external_pp"', '"silent"', "approval_mode: ", id="unknown approval"),
        pytest.param("send_from = 09:00:00", "send_from = 900", "send_from: ", id="a number for a time"),
        pytest.param("send_from = 09:00:00", "send_from = 01:30:00", "send_from: .*02:00", id="clock change"),
        pytest.param("send_until = 19:00:00", "send_until = 09:00:00", "after send_from", id="never open"),
        pytest.param("send_until = 19:00:00", "send_until = 09:30:00", "an hour after", id="too short"),
        pytest.param("reminder_working_days = 3", "reminder_working_days = 5", "approval_remind", id="late"),
        pytest.param(
            "assessment_warning_working_days = 2",
            "assessment_warning_working_days = 10",
            "assessment_warning_working_days: must be below assessment_working_days",
            id="warned on day nought",
        ),
        pytest.param("send_until =", "send_untl = 19:00:00\nsend_until =", "send_untl: Extra", id="misspelt"),
        pytest.param("version =", "version", "not TOML", id="not TOML"),
    ],
)
def test_a_mistyped_policy_is_refused_naming_file_and_key(
    tmp_path: Path, was: str, typed: str, names: str
) -> None:
    write_standard_with(tmp_path, was, typed)
    with pytest.raises(CatalogueError, match=rf"^mine\.toml: .*{names}"):
        load_policy("mine", tmp_path)


def test_a_policy_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"^mine\.toml: cannot be read"):
        load_policy("mine", tmp_path)


def test_a_policy_is_checked_on_the_wire_too() -> None:
    with pytest.raises(ValidationError, match="approval_reminder_working_days: must be below"):
        Policy(version="x", approval_reminder_working_days=5)
