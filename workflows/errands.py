"""Which activity carries out which errand, on which queue, with how much patience."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from temporalio import workflow
from temporalio.exceptions import ActivityError, ApplicationError, is_cancelled_exception

from activities.asking_after import ReceiptActivities, ReceiptErrand
from activities.correspondence import (
    DocumentErrand,
    LetterAsked,
    LetterErrand,
    PaperActivities,
    SuppressErrand,
)
from activities.monitoring import MonitoringActivities, MonitoringErrand
from activities.register import LookErrand, RegisterActivities
from activities.texts import TextActivities, TextErrand
from interventions.referral import Referral
from interventions.words.correspondence import (
    AskReceipt,
    Errand,
    LookForDuplicates,
    Outcome,
    PostLetter,
    ProduceDocument,
    SendText,
    SuppressContact,
    TellMonitoring,
)
from workflows.contract import DOCUMENTS, MESSAGING, MONITORING
from workflows.patience import ASKING, PRINTING, TELLING, TEXTING, WRITING, Patience

Carrier = TypeVar("Carrier")
Load = TypeVar("Load")


async def carry_out(referral: Referral, errand: Errand) -> Outcome:
    """Do the errand; what can't be done comes back as a failed outcome, with the failure's type as code."""
    try:
        return await _by_its_carrier(referral.id, referral.participant.crn, errand)
    except ActivityError as error:
        if is_cancelled_exception(error):
            raise
        cause = error.cause
        why = cause.type if isinstance(cause, ApplicationError) and cause.type else type(cause).__name__
        return Outcome(result="failed", why=why)


async def _by_its_carrier(referral_id: UUID, crn: str, errand: Errand) -> Outcome:
    match errand:
        case SendText():
            text = TextErrand(referral_id=referral_id, crn=crn, said_at=workflow.now(), errand=errand)
            return await _hand_to(TextActivities.send_text, text, MESSAGING, TEXTING, errand.saying.text)
        case PostLetter():
            letter = LetterErrand(referral_id=referral_id, crn=crn, errand=errand)
            return await _hand_to(
                PaperActivities.post_letter, letter, DOCUMENTS, PRINTING, f"letter {errand.paper.paper}"
            )
        case ProduceDocument():
            document = DocumentErrand(referral_id=referral_id, errand=errand)
            return await _hand_to(
                PaperActivities.produce_document,
                document,
                DOCUMENTS,
                PRINTING,
                f"document {errand.paper.paper}",
            )
        case AskReceipt(of="letter"):
            about = LetterAsked(referral_id=referral_id, errand=errand)
            return await _hand_to(
                PaperActivities.ask_letter, about, DOCUMENTS, ASKING, "for news of a letter"
            )
        case AskReceipt():
            asked = ReceiptErrand(referral_id=referral_id, errand=errand)
            return await _hand_to(
                ReceiptActivities.ask_receipt, asked, MESSAGING, ASKING, "for news of a text"
            )
        case SuppressContact():
            death = SuppressErrand(referral_id=referral_id, errand=errand)
            activity = PaperActivities.suppress_contact
            return await _hand_to(activity, death, DOCUMENTS, PRINTING, "word that nobody writes any more")
        case LookForDuplicates():
            return await _look(LookErrand(referral_id=referral_id, errand=errand))
        case TellMonitoring():
            told = MonitoringErrand(referral_id=referral_id, errand=errand)
            what = f"R&M the {errand.record.record}"
            return await _hand_to(MonitoringActivities.tell_monitoring, told, MONITORING, TELLING, what)


async def _look(look: LookErrand) -> Outcome:
    """Near, short and safe to repeat, as writing is: inside the workflow's own task (decision 3)."""
    return await workflow.execute_local_activity_method(
        RegisterActivities.look_for_duplicates,
        look,
        start_to_close_timeout=WRITING.attempt,
        retry_policy=WRITING.retries,
    )


async def _hand_to(
    activity: Callable[[Carrier, Load], Outcome], load: Load, queue: str, patience: Patience, what: str
) -> Outcome:
    return await workflow.execute_activity_method(
        activity,
        load,
        task_queue=queue,
        start_to_close_timeout=patience.attempt,
        schedule_to_close_timeout=patience.altogether,
        retry_policy=patience.retries,
        summary=f"Send {what.replace('-', ' ')}",
    )
