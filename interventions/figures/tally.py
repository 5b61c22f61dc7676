"""Adding rows up in one pass: memory grows with the months of the period, never with the interventions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from interventions.days.london import london_date
from interventions.figures.contract import ContractFigures, DoseTotals, Month
from interventions.figures.intervention import Figures
from interventions.figures.period import Period
from interventions.figures.share import Share

SHARES = (
    "assigned_in_time",
    "assessment_offered_in_time",
    "assessment_held_in_time",
    "assessment_early_target_kept",
    "plan_submitted_in_time",
    "plan_decision_in_time",
    "report_in_time",
)
DAYS = {
    "assigned_days": "assigned_working_days",
    "assessment_days": "assessment_working_days",
    "assessment_days_allowed": "assessment_days_allowed",
    "assessment_calendar_days": "assessment_calendar_days",
    "decision_days": "plan_decision_working_days",
}
# The row's own counts, by the heading under which the contract's figures give them.
COUNTS = {
    "attendance": (
        "held",
        "absent_unaccepted",
        "absent_accepted",
        "absent_provider",
        "no_session_unaccepted",
        "no_session_accepted",
        "no_session_provider",
    ),
    "recording": (
        "recorded_same_day",
        "recorded_next_day",
        "recorded_within_week",
        "recorded_later",
        "never_recorded",
    ),
    "moves": ("moved_by_participant", "moved_by_provider"),
    "reminders": (
        "reminders_sent",
        "reminders_delivered",
        "reminders_undelivered",
        "reminders_failed",
        "reminders_lapsed",
        "reminders_withheld",
    ),
    "letters": (
        "letters_posted",
        "letters_english",
        "letters_welsh",
        "letters_standard",
        "letters_large_print",
        "letters_easy_read",
        "letters_failed",
        "letters_withheld",
    ),
    "outcomes": ("outcomes_achieved", "outcomes_partially_achieved", "outcomes_not_achieved"),
    "totals": (
        "contacts",
        "noted",
        "late",
        "called_off",
        "assessment_absences",
        "assessment_not_held",
        "plan_versions",
        "plans_returned",
        "outcomes_wanted",
        "reinstatements",
        "pauses",
        "paused_days",
        "overrides",
        "amendments",
        "tasks",
        "tasks_overdue",
    ),
}
# When an intervention was sent, when it ended, and the latest that is known of it.
Spell = tuple[datetime, datetime | None, datetime]


class Tally:
    """Counts one row after the other; `figures` may be asked at any time."""

    def __init__(self, period: Period) -> None:
        self._period = period
        self._interventions = 0
        self._known_until: datetime | None = None
        self._shares: Counter[tuple[str, bool | None]] = Counter()
        self._counts: defaultdict[str, Counter[Any]] = defaultdict(Counter)
        self._clocks: dict[str, dict[str, list[int]]] = {}
        self._doses: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, row: Figures) -> None:
        """Count a row."""
        self._interventions += 1
        if row.as_of and (self._known_until is None or row.as_of > self._known_until):
            self._known_until = row.as_of
        self._add_shares(row)
        self._add_counts(row)
        self._add_doses(row)
        for key, counts in row.clocks.items():
            kind, _, month = key.partition("/")
            sums = self._clocks.setdefault(kind, {}).setdefault(month, [0, 0, 0])
            for place, count in enumerate(counts):
                sums[place] += count

    def figures(self, spells: Iterable[Spell] = (), latest: datetime | None = None) -> ContractFigures:
        """What the rows come to; for the caseload `spells` are those of every intervention sent by the
        period's end, and `latest` is the last that is known of anybody, sent later or not.
        """
        return ContractFigures(
            period=self._period,
            interventions=self._interventions,
            known_until=self._known_until,
            clocks=dict(self._known_clocks()),
            clocks_met_ahead=dict(self._met_ahead()),
            doses={key: DoseTotals(**sums) for key, sums in sorted(self._doses.items())},
            caseload=caseload(spells, self._period, latest),
            **{name: self._share(name) for name in dict.fromkeys(name for name, _ in self._shares)},
            **{name: dict(sorted(counts.items())) for name, counts in self._counts.items()},
        )

    def _known_clocks(self) -> Iterator[tuple[str, dict[str, tuple[int, int, int]]]]:
        """Up to the last known month: of a later one, only what was met early would show."""
        for kind, months in sorted(self._clocks.items()):
            known = {month: sums for month, sums in sorted(months.items()) if month <= self._last_month}
            if known:
                yield kind, {month: (sums[0], sums[1], sums[2]) for month, sums in known.items()}

    def _met_ahead(self) -> Iterator[tuple[str, int]]:
        for kind, months in sorted(self._clocks.items()):
            if ahead := sum(sum(sums) for month, sums in months.items() if month > self._last_month):
                yield kind, ahead

    @property
    def _last_month(self) -> str:
        return f"{london_date(self._known_until):%Y-%m}" if self._known_until else ""

    def _share(self, name: str) -> Share:
        yes, no = self._shares[name, True], self._shares[name, False]
        return Share(yes=yes, of=yes + no, unknown=self._shares[name, None])

    def _add_shares(self, row: Figures) -> None:
        for name in SHARES:
            self._shares[name, getattr(row, name)] += 1
        self._shares["recorded_same_day", True] += row.recorded_same_day
        every = row.contacts + row.noted + row.never_recorded
        self._shares["recorded_same_day", False] += every - row.recorded_same_day
        if row.plan_copy:
            self._shares["plan_copy_given", row.plan_copy != "not-yet"] += 1
        if row.three_way_offered_at:
            self._shares["three_way_offered_in_time", row.three_way_offered_in_time] += 1
            self._shares["three_way_accepted", _both_accepted(row)] += 1
        for dose in row.doses.values():
            self._shares["cadence_kept", True] += dose.cadence_kept
            self._shares["cadence_kept", False] += dose.cadence_periods - dose.cadence_kept

    def _add_counts(self, row: Figures) -> None:
        for heading, names in COUNTS.items():
            counts = self._counts[heading]
            for name in names:
                counts[name] += getattr(row, name)
        for heading, name in DAYS.items():
            self._count(heading, getattr(row, name))
        if row.assessment_held_in_time is False:
            self._count("assessment_days_late", row.assessment_working_days)
        self._count("assessment_breach_causes", row.assessment_breach_cause)
        self._count("contracts", row.contract_ref)
        self._count("end_states", row.end_state or "running")
        self._count("end_reasons", row.end_reason)

    def _count(self, heading: str, under: Any) -> None:
        if under is not None:
            self._counts[heading][under] += 1

    def _add_doses(self, row: Figures) -> None:
        if row.concluded_at is None:
            return
        for pathway, dose in row.doses.items():
            if dose.planned_sessions is None:
                continue
            sums = self._doses[f"{pathway}/{dose.complexity}"]
            sums["ended"] += 1
            for name in DoseTotals.model_fields:
                if name != "ended":
                    sums[name] += getattr(dose, name)


def _both_accepted(row: Figures) -> bool | None:
    """Silence is a no once the final session is over (A25); until then it may still become a yes."""
    answers = (row.three_way_practitioner, row.three_way_participant)
    if all(answers) or False in answers:
        return all(answers)
    return None if row.three_way_held is None else False


def caseload(spells: Iterable[Spell], period: Period, latest: datetime | None = None) -> dict[str, Month]:
    """Received, closed and open by month, in one pass: from the first referral to the last known month.

    Known is what any intervention tells, if it was sent later: a period in which nobody was sent, and
    nothing happened, has a caseload all the same.
    """
    received, closed = Counter[date](), Counter[date]()
    end = min(period.last, london_date(latest)) if latest else date.min
    for sent, concluded, known_until in spells:
        end = max(end, min(period.last, london_date(known_until)))
        received[_month(sent)] += 1
        if concluded and london_date(concluded) <= period.last:
            closed[_month(concluded)] += 1
    return {
        f"{month:%Y-%m}": Month(
            received=received[month],
            closed=closed[month],
            open=_until(received, month) - _until(closed, month),
        )
        for month in period.months()
        if month <= end and _until(received, month)
    }


def _month(instant: datetime) -> date:
    return london_date(instant).replace(day=1)


def _until(counted: Counter[date], month: date) -> int:
    return sum(count for each, count in counted.items() if each <= month)
