"""A workflow whose author forgot to pass an import through: every start would load it anew."""

from temporalio import workflow

from interventions.message import Wire


class Nothing(Wire):
    """Says nothing."""


@workflow.defn
class Careless:
    """Never to be run."""

    @workflow.run
    async def run(self, nothing: Nothing) -> None:
        """Do nothing."""
