"""Which activity carries out which errand, on which queue, with how much patience."""

from uuid import UUID

from temporalio import workflow
from temporalio.exceptions import ActivityError, ApplicationError, is_cancelled_exception

from activities.correspondence import (
    DocumentErrand,
    LetterErrand,
    PaperActivities,
    TextActivities,
    TextErrand,
)
from interventions.correspondence import Errand, Outcome, PostLetter, ProduceDocument, SendText
from workflows.contract import DOCUMENTS, MESSAGING
from workflows.patience import PRINTING, TEXTING


async def carry_out(referral_id: UUID, errand: Errand) -> Outcome:
    """Do the errand; what can't be done comes back as a failed outcome, with the failure's type as code."""
    try:
        return await _by_its_carrier(referral_id, errand)
    except ActivityError as error:
        if is_cancelled_exception(error):
            raise
        cause = error.cause
        why = cause.type if isinstance(cause, ApplicationError) and cause.type else type(cause).__name__
        return Outcome(result="failed", why=why)


async def _by_its_carrier(referral_id: UUID, errand: Errand) -> Outcome:
    match errand:
        case SendText():
            return await workflow.execute_activity_method(
                TextActivities.send_text,
                TextErrand(referral_id=referral_id, said_at=workflow.now(), errand=errand),
                task_queue=MESSAGING,
                summary=f"Text: {errand.saying.text.replace('-', ' ')}",
                **TEXTING,
            )
        case PostLetter():
            return await workflow.execute_activity_method(
                PaperActivities.post_letter,
                LetterErrand(referral_id=referral_id, errand=errand),
                task_queue=DOCUMENTS,
                summary=f"Letter: {errand.paper.paper.replace('-', ' ')}",
                **PRINTING,
            )
        case ProduceDocument():
            return await workflow.execute_activity_method(
                PaperActivities.produce_document,
                DocumentErrand(referral_id=referral_id, errand=errand),
                task_queue=DOCUMENTS,
                summary=f"Document: {errand.paper.paper.replace('-', ' ')}",
                **PRINTING,
            )
