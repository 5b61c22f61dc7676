"""What is shown: the list due first, and nothing that names anybody."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, get_args

from interventions.days.london import london_date, spoken_date, spoken_time
from interventions.messages import CaseworkerGone, ErrandReported, Pause, SubmitPlan, Withdraw
from interventions.participant import ContactSheet
from interventions.views.status import attention, awaiting
from interventions.vocabulary import PauseReason, Stage, WithdrawalCode
from interventions.words.correspondence import Outcome
from starter.showing import Attention, Awaiting
from tests.builders import a_case, a_case_at, a_plan, a_referral, left_until, told
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_record, a_reply, allocation, nobody_came
from tests.starter.command_line import SAM, Answer, Desk, sent_today, written
from tests.starter.deeds import ROOM, allocated, comes, eventually, referred, soon


async def test_the_list_is_due_first_and_narrows_down(desk: Desk, tmp_path: Path) -> None:
    waiting = await referred(desk, tmp_path)
    late = await referred(desk, tmp_path, {"sentAt": "2026-03-02T09:42:17Z"})
    booked = await allocated(desk, tmp_path)
    await desk.hears("book", booked, "--risk-read", "--at", soon(86_400 * 9).isoformat(), *ROOM)

    async def found(*options: str) -> set[str]:
        rows = await desk.hears("list", *options)
        dues = [row["next_due"] for row in rows if row["next_due"]]
        assert dues == sorted(dues)
        return {row["referral_id"] for row in rows} & {waiting, late, booked}

    for options, wanted in (
        ((), {waiting, late, booked}),
        (("--stage", "referral"), {waiting, late}),
        (("--awaiting", "appointment"), {booked}),
        (("--attention", "breached"), {late}),
        (("--breached",), {late}),
        (("--overdue",), {late}),
        (("--stage", "closed"), set()),
        (("--all", "--stage", "referral"), {waiting, late}),
    ):
        await eventually(partial(found, *options), wanted.__eq__)


async def test_the_timeline_has_a_line_a_fact_in_london_time(desk: Desk, tmp_path: Path) -> None:
    person = await allocated(desk, tmp_path)

    facts = await desk.hears("timeline", person)
    lines = (await desk.types("timeline", person)).out.splitlines()

    moments = [datetime.fromisoformat(fact["at"]) for fact in facts]
    assert [line.split("  ")[0] for line in lines] == [
        f"{spoken_date(london_date(moment))} at {spoken_time(moment)}" for moment in moments
    ]
    said = [" ".join(line.split("  ")[1:]).strip() for line in lines]
    assert said[0] == "referral received"
    assert "caseworker allocated" in said[1:]
    assert any(line.endswith("welcome/1") for line in said)


def test_everything_a_case_can_wait_for_can_be_listed() -> None:
    cases = [a_case_at(stage) for stage in Stage]
    planning = a_case_at(Stage.ACTION_PLAN)
    cases += [
        told(planning, SubmitPlan(by=WORKER, plan=a_plan(planning))),
        told(planning, Pause(by=WORKER, why=PauseReason.COURT, review_on=date(2026, 7, 1), reason="a trial")),
        told(planning, Withdraw(by=PRACTITIONER, code=WithdrawalCode.MOVED, reason="moved away")),
    ]

    assert {awaiting(case) for case in cases} == set(get_args(Awaiting))


def test_whatever_a_case_wants_somebody_for_can_be_listed() -> None:
    here = a_case_at(Stage.ASSESSMENT)
    booked = told(here, a_booking("2026-06-04T10:00"))
    cases = [
        here,
        left_until(here, "2026-06-20T10:00"),
        left_until(a_case_at(Stage.ACTION_PLAN), "2026-06-10T10:00"),
        told(here, CaseworkerGone(by=WORKER, reason="left")),
        told(here, ErrandReported(key="welcome/1", outcome=Outcome(result="failed"))),
        told(booked, a_record(conduct="poor"), "2026-06-04T11:30"),
        told(booked, nobody_came(), "2026-06-04T11:30"),
        told(a_case(a_referral(contact=ContactSheet())), allocation()),
        told(here, a_reply("suicide", here)),
    ]

    assert {attention(case) for case in cases} == set(get_args(Attention))


def whatever_names_them(document: Mapping[str, Any]) -> set[str]:
    person, sheet = document["referral"]["serviceUser"], document["contactSheet"]
    return {
        person["firstName"],
        person["lastName"],
        person["crn"],
        sheet["mobile"],
        sheet["address"]["postcode"],
        *sheet["address"]["lines"],
        document["referenceNumber"],
        "Okafor",
        "Mill Lane",
        "did not answer",
    }


async def test_nothing_that_is_shown_names_anybody(desk: Desk, tmp_path: Path) -> None:
    document = sent_today()
    person = str(document["id"])
    shown: list[Answer] = [await desk.types("refer", written(tmp_path / "one.json", document))]
    assessment = soon(6)
    for words in (
        ("allocate", person, "--caseworker", SAM, "--name", "Sam Okafor"),
        ("book", person, "--risk-read", "--at", assessment.isoformat(), *ROOM),
    ):
        shown.append(await desk.types(*words))
    await comes(assessment)
    shown.append(await desk.types("record", person, "--attended", "no", "--summary", "did not answer"))
    for verb in (("status", person, "--explain"), ("timeline", person), ("list",)):
        shown += [await desk.types(*verb), await desk.types(*verb, "--json")]

    assert all(answer.exit_code == 0 for answer in shown)
    everything = "\n".join(answer.out + answer.err for answer in shown)
    assert {name for name in whatever_names_them(document) if name in everything} == set()
