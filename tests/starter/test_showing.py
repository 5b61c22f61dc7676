"""What is shown: the list due first, and nothing that names anybody."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, get_args

from interventions.london import london_date, spoken_date, spoken_time
from interventions.messages import SubmitPlan
from interventions.status import awaiting
from interventions.vocabulary import Stage
from starter.showing import Awaiting
from tests.builders import a_case_at, a_plan, told
from tests.sayings import WORKER
from tests.starter.command_line import SAM, Answer, Desk, sent_today, written
from tests.starter.deeds import ROOM, allocated, comes, eventually, referred, soon


async def test_the_list_is_due_first_and_narrows_down(desk: Desk, tmp_path: Path) -> None:
    waiting = await referred(desk, tmp_path)
    late = await referred(desk, tmp_path, {"sentAt": "2026-03-02T09:42:17Z"})
    booked = await allocated(desk, tmp_path)
    await desk.hears("book", booked, "--at", soon(86_400 * 9).isoformat(), *ROOM)

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
    assert [line.split()[-2:] for line in lines[:2]] == [
        ["referral", "received"],
        ["caseworker", "allocated"],
    ]
    assert lines[2].endswith("welcome/1")


def test_everything_a_case_can_wait_for_can_be_listed() -> None:
    cases = [a_case_at(stage) for stage in Stage]
    planning = a_case_at(Stage.ACTION_PLAN)
    cases.append(told(planning, SubmitPlan(by=WORKER, plan=a_plan(planning))))

    assert {awaiting(case) for case in cases} == set(get_args(Awaiting))


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
    assessment = soon(3)
    for words in (
        ("allocate", person, "--caseworker", SAM, "--name", "Sam Okafor"),
        ("book", person, "--at", assessment.isoformat(), *ROOM),
    ):
        shown.append(await desk.types(*words))
    await comes(assessment)
    shown.append(await desk.types("record", person, "--attended", "no", "--conduct", "did not answer"))
    for verb in (("status", person, "--explain"), ("timeline", person), ("list",)):
        shown += [await desk.types(*verb), await desk.types(*verb, "--json")]

    assert all(answer.exit_code == 0 for answer in shown)
    everything = "\n".join(answer.out + answer.err for answer in shown)
    assert {name for name in whatever_names_them(document) if name in everything} == set()
