"""What goes wrong, and every way out, from the command line on a real server."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.starter.command_line import SAM, Desk, sent_today
from tests.starter.deeds import PRACTITIONER, ROOM, allocated, comes, eventually, referred, soon
from tests.starter.documents import EXAMPLES


async def test_a_service_is_paused_and_goes_on(desk: Desk, tmp_path: Path) -> None:
    person = await allocated(desk, tmp_path)
    await desk.hears("book", person, "--risk-read", "--at", soon(86_400).isoformat(), *ROOM)
    again = (datetime.now(UTC) + timedelta(days=14)).date().isoformat()

    held = ("pause", person, "--why", "illness", "--review-on", again, "--reason", "in hospital")
    assert (await desk.hears(*held))["facts"] == ["AppointmentCalledOff", "InterventionPaused"]
    assert (await desk.hears("status", person))["awaiting"] == "resumption"
    assert (
        await desk.refused("book", person, "--risk-read", "--at", soon(86_400).isoformat(), *ROOM) == "paused"
    )
    assert (await desk.hears("resume", person))["facts"][0] == "InterventionResumed"
    await desk.hears("book", person, "--risk-read", "--at", soon(86_400).isoformat(), *ROOM)
    off = ("call-off", person, "--slot", "assessment", "--reason", "the room is flooded")
    assert (await desk.hears(*off))["facts"] == ["AppointmentCalledOff"]


async def test_a_withdrawal_is_taken_back_and_a_death_is_not(desk: Desk, tmp_path: Path) -> None:
    person = await allocated(desk, tmp_path)
    withdraw = ("withdraw", person, "--reason", "told by the court", *PRACTITIONER, "--code")

    assert (await desk.hears(*withdraw, "MOV"))["stage"] == "end-of-service"
    assert (await desk.hears("status", person))["awaiting"] == "closing"
    assert await desk.refused(*withdraw, "RET") == "already-withdrawn"
    back = ("reinstate", person, "--reason", "another person's letter", *PRACTITIONER)
    assert (await desk.hears(*back))["stage"] == "assessment"
    assert "ContactSuppressed" in (await desk.hears(*withdraw, "USE"))["facts"]
    assert await desk.refused(*back) == "suppressed-for-good"


async def test_a_referral_is_amended_and_the_amendment_undone(desk: Desk, tmp_path: Path) -> None:
    person = await allocated(desk, tmp_path)
    sheet = EXAMPLES / "contact-sheets" / "moved-house.json"
    others = (
        "--practitioner-username",
        "PRIYA.NANDRA",
        "--practitioner-name",
        "Priya Nandra",
        "--crn",
        "X123456",
    )
    plan = ("--complexity", "medium", "--days", "20", "--interpreter", "Polish", "--accessibility", "ramp")
    off = ("--unavailable", "tue 09:00-12:00", "--unavailable", "sun")

    changed = await desk.hears(
        "amend", person, *others, *plan, *off, "--contact", sheet, "--reason", "a new order"
    )
    assert changed["facts"][0] == "ReferralAmended"
    stands = await desk.hears("status", person)
    assert (stands["complexities"], stands["sessions_planned"]) == (["medium"], 8)
    undone = await desk.hears("undo-amendment", person, "--reason", "the wrong person")
    assert undone["facts"][0] == "ReferralAmended"
    assert (await desk.hears("status", person))["complexities"] == ["low"]


async def test_a_restricted_case_hears_only_the_staff_it_names(desk: Desk, tmp_path: Path) -> None:
    person = await allocated(desk, tmp_path)

    await desk.hears("amend", person, "--restrict-to", SAM, "--reason", "known to staff")
    gone = ("caseworker-gone", person, "--reason", "left us")
    assert await desk.refused(*gone, *PRACTITIONER) == "restricted"
    await desk.hears("amend", person, "--restrict-to", "none", "--reason", "staff have changed")
    assert (await desk.hears(*gone, *PRACTITIONER))["facts"][0] == "CaseworkerLeft"


async def test_the_open_tasks_of_one_and_of_all_are_listed_soonest_first(desk: Desk, tmp_path: Path) -> None:
    one, other = await allocated(desk, tmp_path), await allocated(desk, tmp_path)
    await desk.hears("caseworker-gone", one, "--reason", "left us")
    over = ("hand-over", other, "--contract", "PRJ-0002", "--reason", "moved to another region")
    assert "CaseworkerLeft" in (await desk.hears(*over))["facts"]

    read, task = sorted(await desk.hears("tasks", one), key=lambda each: each["kind"] == "people")
    assert read["id"] == "read/unavailable-times/referral"
    assert (task["referral_id"], task["kind"], task["overdue"]) == (one, "people", False)
    shown = (await desk.types("tasks", one)).out
    assert task["id"] in shown
    assert shown.endswith("2 open tasks\n")
    assert (await desk.types("tasks", one, "--owner", "caseworker")).out.endswith("1 open task\n")

    async def everywhere() -> set[str]:
        found = await desk.hears("tasks")
        assert [each["due"] for each in found] == sorted(each["due"] for each in found)
        return {each["referral_id"] for each in found}

    await eventually(everywhere, {one, other}.issubset)


async def test_a_meeting_that_took_place_unbooked_is_booked_with_its_record(
    desk: Desk, tmp_path: Path
) -> None:
    sent = (datetime.now(UTC) - timedelta(days=3)).isoformat()
    person = await referred(desk, tmp_path, {"sentAt": sent})
    await desk.hears("allocate", person, "--caseworker", SAM, "--name", "Sam Okafor")
    book = ("book", person, "--risk-read", "--at", soon(-86_400).isoformat(), "--contact", "phone")

    assert await desk.refused(*book) == "in-the-past"
    held = ("--attended", "yes", "--lasted", "40", "--needs", "housing", "--barriers", "none")
    heard = await desk.hears(*book, *held, "--indicators", "medium", "--conduct", "good")

    assert {"AppointmentBooked", "ContactRecorded", "AssessmentHeld"} <= set(heard["facts"])
    assert "review/complexity" in [task["id"] for task in await desk.hears("tasks", person)]


async def test_a_missed_meeting_says_whose_doing_it_was(desk: Desk, tmp_path: Path) -> None:
    person = await allocated(desk, tmp_path)
    begins = soon(6)
    await desk.hears("book", person, "--risk-read", "--at", begins.isoformat(), "--contact", "phone")
    await comes(begins)

    rude = ("--conduct", "poor", "--no-session-reason", "unacceptable", "--not-held")
    await desk.hears("record", person, "--attended", "yes", *rude)

    assert "conduct/assessment/1" in [task["id"] for task in await desk.hears("tasks", person)]
    assert str(sent_today()["referenceNumber"]) not in (await desk.types("tasks", person)).out
