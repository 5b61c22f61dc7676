"""A workflow that carries out one errand and nothing else, as an intervention would."""

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from interventions.referral import Referral
    from interventions.words.correspondence import Outcome, SendText
    from workflows.errands import carry_out


@workflow.defn
class OneErrand:
    """One text, sent through the messaging queue."""

    @workflow.run
    async def run(self, referral: Referral, errand: SendText) -> Outcome:
        return await carry_out(referral, errand)
