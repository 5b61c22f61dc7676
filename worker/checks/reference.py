"""The reference data: time zone, bank holidays, catalogue, policies."""

from datetime import UTC, date, datetime, timedelta

from interventions.catalogue import Catalogue
from interventions.errors import CatalogueError
from interventions.policy import POLICIES, load_policy
from interventions.working_days import WorkingCalendar, load_calendar
from worker.checks.finding import Finding

# Nine months of service and its clocks need this much; a year more is comfort.
FEWEST_DAYS, FEW_DAYS = 180, 400
# When London's clocks change in 2026, by statute; tables older than the rules, or empty, disagree.
CHANGES_OF_2026 = {datetime(2026, 3, 29, 1, tzinfo=UTC): 1, datetime(2026, 10, 25, 1, tzinfo=UTC): 0}
