"""Texts as a worker is set up to send them: by Twilio with an account, into the outbox without."""

from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from temporalio.client import Client
from temporalio.worker import Worker

from examples.twilio.running import StandIn, stand_in
from gateways.outbox import Outbox
from gateways.sql_ledger import SqlLedger
from gateways.twilio_texts import TwilioTexts
from interventions.vocabulary import Language
from interventions.words.correspondence import Outcome, SendText
from tests.builders import a_referral
from tests.templates.examples import a_session_reminder
from tests.worker.one_errand import OneErrand
from worker.parts import Parts, parts
from worker.problem import Problem
from worker.settings import Settings
from worker.wiring import build_workers, threads
from workflows.contract import MESSAGING


def settings(folder: Path, **changes: object) -> Settings:
    given = {"register_url": f"sqlite:///{folder / 'register.db'}", "outbox": folder / "outbox"}
    return Settings(**(given | changes))  # type: ignore[arg-type]


def with_twilio(monkeypatch: pytest.MonkeyPatch, there: StandIn) -> None:
    public = {"THROUGHLINE_TWILIO_PUBLIC_URL": "http://127.0.0.1:1"}
    for name, value in (there.environment | public).items():
        monkeypatch.setenv(name, value)


async def sent(client: Client, made: Parts, ours: Settings, number: int) -> Outcome:
    errand = SendText(
        key=f"reminder/session-{number}/1",
        to="+447700900123",
        language=Language.ENGLISH,
        saying=a_session_reminder(),
        useless_after=datetime.now(UTC) + timedelta(hours=1),
        send_from=time.min,
        send_until=time.max,
    )
    with threads() as executor:
        (texts,) = build_workers(client, made, ours, queues=[MESSAGING], executor=executor)
        async with texts, Worker(client, task_queue="errands", workflows=[OneErrand]):
            arguments, own_id = [a_referral(), errand], f"errand-{uuid4()}"
            return await client.execute_workflow(
                OneErrand.run, args=arguments, id=own_id, task_queue="errands"
            )


def test_without_an_account_texts_lie_in_the_outbox(tmp_path: Path) -> None:
    made = parts(settings(tmp_path))
    assert isinstance(made.texts, Outbox)
    assert isinstance(made.ledger, SqlLedger)


def test_half_an_account_keeps_the_worker_from_starting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("THROUGHLINE_TWILIO_AUTH_TOKEN", "s3cret")
    with pytest.raises(Problem, match="THROUGHLINE_TWILIO_ACCOUNT_SID") as refused:
        parts(settings(tmp_path))
    assert "s3cret" not in str(refused.value)


async def test_with_an_account_a_text_goes_by_twilio_and_no_more_than_the_settings_let(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with stand_in() as there:
        with_twilio(monkeypatch, there)
        ours = settings(tmp_path, texts_per_person=1)
        made = parts(ours)
        assert isinstance(made.texts, TwilioTexts)
        assert isinstance(made.ledger, SqlLedger)
        with closing(made.texts), closing(made.ledger):
            first = await sent(client, made, ours, 1)
            assert first == Outcome(result="accepted", reference=there.account.messages[0].sid)
            assert await sent(client, made, ours, 2) == Outcome(result="refused", why="cap-person")
            (recipient,) = made.ledger.recipients("+447700900123")
            assert (recipient.referral_id, recipient.key) == (a_referral().id, "reminder/session-1/1")
        assert len(there.account.messages) == 1
