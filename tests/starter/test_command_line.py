"""A participant's journey from the command line, in real time on a real server."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from temporalio.testing import WorkflowEnvironment

from interventions.days.london import spoken_date
from tests.starter.command_line import SAM, Desk, a_desk, sent_today, staffed, written
from tests.starter.deeds import (
    PRACTITIONER,
    ROOM,
    a_plan,
    allocated,
    assessed,
    comes,
    eventually,
    referred,
    soon,
)
from tests.starter.documents import EXAMPLES


async def test_a_participant_walks_from_referral_to_a_booked_assessment(desk: Desk, tmp_path: Path) -> None:
    file = written(tmp_path / "one.json", sent_today())
    referral = await desk.types("refer", file)
    person = referral.out.split("started intervention-")[1].split()[0]
    assert referral.out == (
        f"one.json: started intervention-{person}\n1 started, 0 already on the service, 0 refused\n"
    )

    heard = await desk.types("allocate", person, "--caseworker", SAM, "--name", "Sam Okafor")
    assert heard.out.startswith("Heard: caseworker allocated, word requested")
    assert heard.out.endswith("Stage: assessment.\n")

    day = (datetime.now(UTC) + timedelta(days=3)).date()
    booked = await desk.types("book", person, "--risk-read", "--at", f"{day} 14:00", *ROOM)
    assert (booked.exit_code, booked.out) == (0, "Heard: risk read, appointment booked. Stage: assessment.\n")

    stands = await desk.types("status", person, "--explain")
    assert f"Referral {person}: lifestyle-and-associates (low)" in stands.out
    assert "Stage: assessment, awaiting appointment" in stands.out
    assert "0 held of 5 planned" in stands.out
    assert "assessment held within 10 working days of the referral, from " in stands.out
    assert "says in words when the participant can't come" in stands.out

    await eventually(
        lambda: desk.types("list", "--awaiting", "appointment"), lambda answer: person in answer.out
    )


async def test_a_time_without_an_offset_is_london_time_and_is_shown_so(desk: Desk, tmp_path: Path) -> None:
    person = await allocated(desk, tmp_path)
    day = (datetime.now(UTC) + timedelta(days=3)).date()

    await desk.hears("book", person, "--risk-read", "--at", f"{day} 14:00", *ROOM)

    the_day_before = spoken_date(day - timedelta(days=1))
    shown = (await desk.types("status", person)).out
    assert f"Next due: {the_day_before} at 2pm: text reminder for assessment\n" in shown


async def test_a_plan_is_returned_submitted_again_and_approved(desk: Desk, tmp_path: Path) -> None:
    person = await allocated(desk, tmp_path)
    await assessed(desk, person)
    submit = ("submit-plan", person, written(tmp_path / "plan.json", a_plan(soon(600))))

    assert (await desk.hears(*submit))["facts"][0] == "PlanSubmitted"
    assert await desk.refused("approve", person) == "own-plan"
    wanted = ("--reasons", "say when the group meets", "--version", "1", *PRACTITIONER)
    assert (await desk.hears("return", person, *wanted))["facts"][0] == "PlanReturned"
    await desk.hears(*submit)
    assert await desk.refused("approve", person, "--version", "1", *PRACTITIONER) == "other-version"
    assert (await desk.hears("approve", person, *PRACTITIONER))["facts"][0] == "PlanApproved"


async def test_the_whole_journey_can_be_spoken(desk: Desk, tmp_path: Path) -> None:
    person = await allocated(desk, tmp_path)
    await assessed(desk, person)

    session = soon(12)
    await desk.hears("submit-plan", person, written(tmp_path / "plan.json", a_plan(session)))
    assert (await desk.hears("approve", person, *PRACTITIONER))["stage"] == "final-session"
    joins = ("--who", "practitioner", "--accepts", *PRACTITIONER)
    assert (await desk.hears("answer-three-way", person, *joins))["facts"][0] == "ThreeWayAnswered"
    done = ("--task", "three-way/caseworker", "--how", "asked on the telephone")
    assert (await desk.hears("close-task", person, *done))["facts"] == ["TaskClosed"]

    await comes(session)
    last = ("--plan-reviewed", "--next-steps", "none", "--further-support", "none", "--three-way")
    assert (await desk.hears("record", person, "--attended", "yes", *last))["stage"] == "end-of-service"
    report = EXAMPLES / "reports" / "lifestyle-low.json"
    assert (await desk.hears("submit-report", person, report))["stage"] == "closed"

    stands = await desk.hears("status", person)
    assert (stands["ending"], stands["sessions_held"], stands["awaiting"]) == ("completed", 1, "nothing")
    assert "It is over: completed" in (await desk.types("status", person)).out
    facts = [line["fact"] for line in await desk.hears("timeline", person)]
    assert (facts[0], facts.count("InterventionConcluded")) == ("ReferralReceived", 1)


async def test_the_next_appointment_is_booked_with_the_record(desk: Desk, tmp_path: Path) -> None:
    person = await allocated(desk, tmp_path)
    assessment, again = soon(6), soon(86_400 * 2)
    await desk.hears("book", person, "--risk-read", "--at", assessment.isoformat(), "--contact", "phone")
    await comes(assessment)

    missed = ("record", person, "--attended", "no", "--summary", "did not answer")
    assert await desk.refused(*missed, "--next-place", "Room 2") == "missing"
    heard = await desk.hears(*missed, "--next-at", again.isoformat(), "--next-place", "Room 2")

    assert heard["facts"][:2] == ["ContactRecorded", "AppointmentBooked"]
    about = [line["about"] for line in await desk.hears("timeline", person)]
    assert [line for line in about if line.startswith("assessment")] == [
        "assessment/1",
        "assessment/1 not held",
        "assessment/2",
    ]


async def test_the_same_message_id_is_heard_once(desk: Desk, tmp_path: Path) -> None:
    person = await allocated(desk, tmp_path)
    book = (
        "book",
        person,
        "--risk-read",
        "--at",
        soon(86_400).isoformat(),
        *ROOM,
        "--message-id",
        "told-once",
    )

    first, second = await desk.hears(*book), await desk.hears(*book)

    assert first == second
    assert first["message_id"] == "told-once"
    another = (*book[:2], "--at", soon(90_000).isoformat(), *ROOM)
    assert await desk.refused(*another) == "move-needs-reason"


async def test_an_id_that_was_another_messages_is_no_receipt_for_this_one(desk: Desk, tmp_path: Path) -> None:
    person = await allocated(desk, tmp_path)
    withdraw = ("withdraw", person, "--reason", "a mistake", "--message-id", "told-once")
    await desk.hears(*withdraw, "--code", "MIS")
    await desk.hears("reinstate", person, "--reason", "none after all")

    for other in ((*withdraw, "--code", "MOV"), ("reinstate", person, *withdraw[2:])):
        assert await desk.refused(*other) == "message-id-reused"
    assert (await desk.hears("status", person))["stage"] == "assessment"


async def test_what_changes_nothing_says_so(desk: Desk, tmp_path: Path) -> None:
    person = await allocated(desk, tmp_path)

    again = await desk.types("allocate", person, "--caseworker", SAM, "--name", "Sam Okafor")

    assert again.out == "Heard: nothing new; it stands as it stood. Stage: assessment.\n"


async def test_where_no_worker_answers_the_same_can_be_said_again_and_is_heard_once(
    temporal: WorkflowEnvironment, tmp_path: Path
) -> None:
    desk = await a_desk(temporal)
    person = await referred(desk, tmp_path)
    say = ("allocate", person, "--caseworker", SAM, "--name", "Sam Okafor", "--message-id", "first")

    unheard = await desk.types(*say, "--wait", "1")
    unseen = await desk.types("status", person, "--wait", "1")

    assert (unheard.exit_code, unheard.out) == (unseen.exit_code, unseen.out) == (2, "")
    assert unheard.err == (
        "no worker answers: it may yet be heard; to be sure, say the same with --message-id first\n"
    )
    assert unseen.err == "no worker answers\n"
    async with staffed(desk):
        assert (await desk.hears(*say))["facts"][0] == "CaseworkerAllocated"
        facts = [line["fact"] for line in await desk.hears("timeline", person)]
        assert facts.count("CaseworkerAllocated") == 1
