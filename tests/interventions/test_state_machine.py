"""One intervention driven by everything that can be said to it; what breaks is shrunk to a few steps."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.interventions.journeys import SAYINGS, Journey, on_the_way
from tests.interventions.real_life import in_real_life
from tests.interventions.walks import EXAMPLES, MINUTES, SHEETS, anything, sensible

PICKS = st.integers(0, 2**24 - 1)
WAITS = st.sampled_from(MINUTES)


class Intervention(RuleBasedStateMachine):
    """Legal and illegal sayings, time passing, errands reported and receipts, in any order."""

    journey: Journey

    @initialize(
        example=st.sampled_from(EXAMPLES),
        sheet=st.integers(0, len(SHEETS) - 1),
        length=st.sampled_from((0, 3, 7, 9)),
    )
    def is_somewhere_on_its_way(self, example: str, sheet: int, length: int) -> None:
        self.journey = Journey(on_the_way(example, sheet, length))

    @rule(pick=PICKS, wait=WAITS, awake=st.booleans())
    def goes_on(self, pick: int, wait: int, awake: bool) -> None:
        self.journey.says(SAYINGS.index(sensible), pick, wait, awake)

    @rule(pick=PICKS, wait=WAITS, awake=st.booleans())
    def hears_of_real_life(self, pick: int, wait: int, awake: bool) -> None:
        self.journey.says(SAYINGS.index(in_real_life), pick, wait, awake)

    @rule(pick=PICKS, wait=WAITS, awake=st.booleans())
    def hears_anything(self, pick: int, wait: int, awake: bool) -> None:
        self.journey.says(SAYINGS.index(anything), pick, wait, awake)

    @rule()
    def could_be_ended_now(self) -> None:
        self.journey.can_be_ended()

    def teardown(self) -> None:
        if hasattr(self, "journey"):
            self.journey.is_its_facts()
            self.journey.can_be_ended()


TestIntervention = Intervention.TestCase
TestIntervention.settings = settings(
    max_examples=25,
    stateful_step_count=10,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
