"""A referral to try today: the example, its plan and its report, with dates that fit this week."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from interventions.days.london import london_date

EXAMPLES = Path(__file__).parent.parent / "examples"
EXAMPLE = "lifestyle-low.json"
WITHIN = (("referral", ""), ("plan", "plans"), ("report", "reports"))
TWO_HOURS, A_DAY, WEEK = timedelta(hours=2), timedelta(days=1), timedelta(weeks=1)


def write_papers(folder: Path, now: datetime, referral_id: UUID) -> dict[str, Path]:
    """Write `referral`, `plan` and `report` under `folder`; answers where each lies.

    The referral was sent a day before `now`, under an id and a case number of its own: late enough that no
    clock has run out, early enough that a meeting can already have been held. Every other day is moved on by
    as many whole weeks as lie between the example's sending and `now`, so weekdays stay what they were.
    """
    papers = {name: json.loads((EXAMPLES / within / EXAMPLE).read_text("utf-8")) for name, within in WITHIN}
    sent = datetime.fromisoformat(papers["referral"]["sentAt"])
    moved = (london_date(now) - london_date(sent)) // WEEK * WEEK
    _send(papers["referral"], now - A_DAY, referral_id, moved)
    _move(papers["plan"], moved)
    folder.mkdir(parents=True, exist_ok=True)
    written = {name: folder / f"{name}.json" for name in papers}
    for name, path in written.items():
        path.write_text(json.dumps(papers[name], indent=2) + "\n", "utf-8")
    return written


def held_at(now: datetime) -> str:
    """Two hours ago, to the minute and in UTC: after the referral was sent, whatever the clocks did since."""
    return (now - TWO_HOURS).astimezone(UTC).isoformat(timespec="minutes").replace("+00:00", "Z")


def _send(document: dict[str, Any], sent_at: datetime, referral_id: UUID, moved: timedelta) -> None:
    asked = document["referral"]
    crn = f"X{referral_id.int % 1_000_000:06}"
    document["id"] = asked["id"] = str(referral_id)
    document["sentAt"] = asked["createdAt"] = sent_at.isoformat()
    document["serviceUserCRN"] = asked["serviceUser"]["crn"] = crn
    asked["completionDeadline"] = (date.fromisoformat(asked["completionDeadline"]) + moved).isoformat()


def _move(plan: dict[str, Any], moved: timedelta) -> None:
    for target in plan["targets"]:
        target["by"] = (date.fromisoformat(target["by"]) + moved).isoformat()
    for each in plan["dates"]:
        starts_at = datetime.fromisoformat(each["starts_at"]) + moved
        each["starts_at"] = starts_at.isoformat(timespec="minutes")
