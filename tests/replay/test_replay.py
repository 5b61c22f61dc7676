"""Whoever is on the service when a release goes out stays on it: recorded histories replay."""

import asyncio
from pathlib import Path

import pytest
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer
from temporalio.workflow import NondeterminismError

from tests.replay.record import HISTORIES, RECORDED
from workflows.contract import DATA_CONVERTER
from workflows.intervention import Intervention

RECORDINGS = sorted(HISTORIES.glob("*.json"))


def test_every_story_that_should_be_recorded_is() -> None:
    assert sorted(path.stem.split("__")[1] for path in RECORDINGS) == sorted(RECORDED)


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem.split("__")[1])
async def test_a_recorded_life_replays(path: Path) -> None:
    await _replayed(path, await asyncio.to_thread(path.read_text, "utf-8"))


async def test_a_change_of_what_is_done_would_be_caught() -> None:
    path = next(path for path in RECORDINGS if path.stem.endswith("__lifestyle-low"))
    recorded = await asyncio.to_thread(path.read_text, "utf-8")
    with pytest.raises(NondeterminismError):
        await _replayed(path, recorded.replace('"name": "send_text"', '"name": "send_postcard"'))


async def _replayed(path: Path, text: str) -> None:
    history = WorkflowHistory.from_json(path.stem.split("__")[0], text)
    await Replayer(workflows=[Intervention], data_converter=DATA_CONVERTER).replay_workflow(history)
