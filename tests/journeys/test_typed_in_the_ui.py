"""An update as somebody types it in the Temporal UI, in JSON: what is wrong with it is said in our words."""

from typing import Any

import pytest
from pydantic_core import to_json
from temporalio.client import WorkflowUpdateFailedError
from temporalio.exceptions import ApplicationError

from interventions.messages import Message
from interventions.vocabulary import Stage
from starter.interventions_client import InterventionsClient
from tests.builders import a_case_at
from tests.interventions.test_reception import SAY, with_a_task
from tests.journeys.conftest import Opened
from tests.stories.staging import referral_of, story_of

WITHDRAWAL = {"by": "PRIYA.NANDRA", "code": "MOV", "reason": "moved to Leeds"}
NOT_A_FIELD, NOT_GIVEN = "is not a field here [unknown-key]", "must be given [missing]"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param([{**WITHDRAWAL, "Zebedee": 1}], f"Zebedee: {NOT_A_FIELD}", id="a key that is none"),
        pytest.param([{**WITHDRAWAL, "code": "GONE"}], "code: must be ", id="no code"),
        pytest.param([{"by": "PRIYA.NANDRA", "code": "MOV"}], f"reason: {NOT_GIVEN}", id="no reason"),
        pytest.param([], f"by: {NOT_GIVEN}; code: {NOT_GIVEN}; reason: {NOT_GIVEN}", id="nothing at all"),
        pytest.param(["MOV"], "must be an object [malformed]", id="a word"),
    ],
)
async def test_what_is_wrong_is_named_by_field_and_rule(opened: Opened, typed: list[Any], said: str) -> None:
    async with opened() as stage:
        story = story_of("lifestyle-low")
        referral = referral_of(story, stage.shelf)
        service = InterventionsClient(stage.client)
        await service.refer(referral)
        with pytest.raises(WorkflowUpdateFailedError) as refused:
            await service.handle(referral.id).execute_update("withdraw", args=typed)

        assert isinstance(refused.value.cause, ApplicationError)
        assert refused.value.cause.message.startswith(said)
        assert "pydantic" not in str(refused.value.cause)
        assert (await service.status(referral.id)).awaiting == "allocation"


async def test_what_is_right_is_heard(opened: Opened) -> None:
    async with opened() as stage:
        referral = referral_of(story_of("lifestyle-low"), stage.shelf)
        service = InterventionsClient(stage.client)
        await service.refer(referral)
        assert (await service.status(referral.id)).awaiting == "allocation"
        await service.handle(referral.id).execute_update("withdraw", WITHDRAWAL)
        assert (await service.status(referral.id)).awaiting == "closing"


@pytest.mark.parametrize("name", SAY)
def test_a_client_says_only_what_it_was_told_to_and_is_understood(name: str) -> None:
    """A worker of an earlier release refuses what it does not know, so defaults are not sent."""
    case = with_a_task(a_case_at(Stage.DELIVERY, "lifestyle-high", held=1))
    message: Message = SAY[name](case)
    sent = to_json(message.model_dump(mode="json", exclude_defaults=True))
    assert type(message).model_validate_json(sent, extra="forbid") == message
