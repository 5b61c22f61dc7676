"""`refer`: what is good is started once, what is bad is reported by line, and neither holds up the other."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from starter.interventions_client import InterventionsClient
from tests.starter.command_line import Desk, sent_today, written
from tests.starter.documents import but

IN_CUSTODY = "referral.personCurrentLocationType: the service is for people in the community"


async def test_the_same_referral_twice_is_started_once_and_says_so(desk: Desk, tmp_path: Path) -> None:
    document = sent_today()
    file = written(tmp_path / "one.json", document)

    first = await desk.types("refer", file, file)
    again = await desk.types("refer", file)

    workflow = f"intervention-{document['id']}"
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert first.out.splitlines() == [
        f"one.json: started {workflow}",
        f"one.json: already on the service: {workflow}",
        "1 started, 1 already on the service, 0 refused",
    ]
    assert again.out.splitlines()[0] == f"one.json: already on the service: {workflow}"


async def test_bad_lines_are_reported_and_the_rest_start(desk: Desk, tmp_path: Path) -> None:
    good = [sent_today() for _ in range(30)]
    custody = but(good[0], {"referral.personCurrentLocationType": "CUSTODY", "contactSheet": None})
    file = written(tmp_path / "day.ndjson", [*good[:5], custody, *good[5:]])
    with file.open("a") as end:
        end.write('{"id": }\n')

    answer = await desk.types("refer", file)

    assert answer.exit_code == 1
    assert answer.err.splitlines() == [
        f"day.ndjson:6: {IN_CUSTODY} [in-custody]",
        "day.ndjson:6: contactSheet: must say how the participant can be reached [contact-sheet-missing]",
        "day.ndjson:32: document: is not JSON, at line 32, column 8 [not-json]",
    ]
    lines = answer.out.splitlines()
    assert lines[-1] == "30 started, 0 already on the service, 2 refused"
    assert [line.split()[-1] for line in lines[:-1]] == [f"intervention-{each['id']}" for each in good]


async def test_in_json_each_record_is_an_object_a_line(desk: Desk, tmp_path: Path) -> None:
    document = sent_today()
    bad = sent_today({"sentAt": (datetime.now(UTC) + timedelta(days=1)).isoformat()})
    file = written(tmp_path / "day.ndjson", [document, bad, document])

    answer = await desk.types("refer", file, "--json")

    known = {"referral_id": document["id"], "workflow_id": f"intervention-{document['id']}", "findings": []}
    finding = {"field": "sentAt", "rule": "sent-in-future", "reason": "is later than now"}
    assert (answer.exit_code, answer.err) == (1, "")
    assert answer.lines == [
        {"source": "day.ndjson:1", "result": "started", **known},
        {
            "source": "day.ndjson:2",
            "result": "refused",
            "referral_id": None,
            "workflow_id": None,
            "findings": [finding],
        },
        {"source": "day.ndjson:3", "result": "already", **known},
    ]


async def test_what_is_refused_is_not_started(desk: Desk, tmp_path: Path) -> None:
    held = sent_today({"referral.personCurrentLocationType": "CUSTODY"})

    refused = await desk.types("refer", written(tmp_path / "held.json", held))

    assert (refused.exit_code, refused.out) == (1, "0 started, 0 already on the service, 1 refused\n")
    assert await desk.refused("status", str(held["id"])) == "no-such-intervention"


async def test_a_file_that_is_not_there_is_reported_and_the_next_one_starts(
    desk: Desk, tmp_path: Path
) -> None:
    answer = await desk.types("refer", tmp_path / "gone.json", written(tmp_path / "one.json", sent_today()))

    assert answer.exit_code == 1
    assert answer.err == "gone.json: document: cannot be read: No such file or directory [unreadable]\n"
    assert answer.out.endswith("1 started, 0 already on the service, 1 refused\n")


async def test_under_another_policy_a_plan_needs_no_approval(desk: Desk, tmp_path: Path) -> None:
    file, document = tmp_path / "one.json", sent_today()

    answer = await desk.types("refer", written(file, document), "--policy", "auto-approval")

    assert answer.exit_code == 0
    service = InterventionsClient(await desk.connected())
    history = await service.handle(document["id"]).fetch_history()
    started = history.events[0].workflow_execution_started_event_attributes
    assert b'"policy":"auto-approval"' in started.input.payloads[0].data


async def test_an_unknown_policy_is_refused_before_anything_starts(desk: Desk, tmp_path: Path) -> None:
    file = written(tmp_path / "one.json", sent_today())

    assert await desk.refused("refer", str(file), "--policy", "generous") == "unknown-policy"
    assert (await desk.types("refer", file)).out.startswith("one.json: started ")
