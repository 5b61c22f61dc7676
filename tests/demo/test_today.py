"""The papers written for today: on any day of any year they make a referral that can be walked through."""

import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from demo.today import held_at, write_papers
from interventions.end_of_service import EndOfServiceReport
from interventions.messages import Book
from interventions.promises.action_plan import ActionPlan
from interventions.promises.catalogue import Catalogue
from starter.faults import read_message, read_paper
from starter.referral_form import read_referral

REFERRAL = UUID("00000000-0000-4000-8000-0000000f4240")


@pytest.mark.parametrize("day", ["2026-03-02", "2026-11-25", "2026-12-31", "2028-02-29", "2027-03-28"])
def test_the_papers_of_any_day_can_be_read_and_lie_ahead(tmp_path: Path, day: str) -> None:
    now = datetime.fromisoformat(f"{day}T11:30").replace(tzinfo=UTC)
    papers = write_papers(tmp_path / "today", now, REFERRAL)

    document = json.loads(papers["referral"].read_text("utf-8"))
    referral = read_referral(document, catalogue=Catalogue.load(), now=now)
    plan = read_paper(papers["plan"], ActionPlan, name="plan")
    assert read_paper(papers["report"], EndOfServiceReport, name="report").outcomes

    assert referral.id == REFERRAL
    assert (now - referral.sent_at).days == 1
    held = read_message(Book, {"by": "sam", "starts_at": held_at(now)}).starts_at
    assert referral.sent_at < held < now
    assert referral.completion_deadline
    assert referral.completion_deadline > now.date()
    assert all(each.by > now.date() for each in plan.targets)
    assert all(each.starts_at > now for each in plan.dates)
    assert {f"{each.starts_at:%a}" for each in plan.dates} == {"Wed"}
