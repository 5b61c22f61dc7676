"""The tables behind the report's pictures, and those of what has no picture: every number stands in one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gateways.report_words import (
    ATTENDANCE,
    COMPLEXITIES,
    KINDS,
    PATHWAYS,
    RECORDING,
    after_month,
    amount,
    in_words,
    month_in_words,
    of_all,
)
from interventions.figures.contract import ContractFigures, median
from interventions.vocabulary import WithdrawalCode

Row = Sequence[str | int]


@dataclass(frozen=True)
class Table:
    """A table; `name` is where a picture points to. The first cell of a row is its heading."""

    name: str
    title: str
    headings: Sequence[str]
    rows: Sequence[Row]


def tables(figures: ContractFigures) -> Iterator[Table]:
    """All of them, in the order of the pictures; one with nothing in it is left out."""
    for table in (
        _promises(figures),
        _clocks(figures),
        _days(figures),
        _doses(figures),
        _counted("attendance", "What became of each contact", ATTENDANCE, figures.attendance),
        _counted("recording", "How soon each contact was recorded", RECORDING, figures.recording),
        _caseload(figures),
        *_others(figures),
    ):
        if table.rows:
            yield table


def _promises(figures: ContractFigures) -> Table:
    said = {
        "Allocated in time": figures.assigned_in_time,
        "Assessment first offered in time": figures.assessment_offered_in_time,
        "Assessment held in time": figures.assessment_held_in_time,
        "Assessment held within the early target": figures.assessment_early_target_kept,
        "First action plan submitted in time": figures.plan_submitted_in_time,
        "First action plan decided on in time": figures.plan_decision_in_time,
        "Plan in force copied to the participant": figures.plan_copy_given,
        "Contacts recorded the same day": figures.recorded_same_day,
        "Cadence periods kept": figures.cadence_kept,
        "Three-way session offered in time": figures.three_way_offered_in_time,
        "Three-way offers both accepted": figures.three_way_accepted,
        "End-of-service report in time": figures.report_in_time,
    }
    rows = [(name, of_all(share), share.unknown) for name, share in said.items()]
    return Table("promises", "What was promised and kept", ("promise", "kept", "not known yet"), rows)


def _clocks(figures: ContractFigures) -> Table:
    rows: list[Row] = []
    for kind, title in KINDS.items():
        by_month = figures.clocks.get(kind, {})
        rows += [(title, month_in_words(month), *counts) for month, counts in by_month.items()]
        if ahead := figures.clocks_met_ahead.get(kind):
            rows.append((title, after_month(figures.known_until), ahead, 0, 0))
    headings = ("deadline", "month due", "kept", "met late", "missed, not made good")
    return Table("clocks", "Deadlines by month", headings, rows)


def _days(figures: ContractFigures) -> Table:
    said = {
        "Referral to allocation, working days": figures.assigned_days,
        "Referral to assessment, working days": figures.assessment_days,
        "Referral to assessment, calendar days": figures.assessment_calendar_days,
        "Plan to the practitioner's decision, working days": figures.decision_days,
    }
    rows = [
        (name, sum(days.values()), min(days), f"{median(days):g}", max(days), _spread(days))
        for name, days in said.items()
        if days
    ]
    headings = ("from, to", "counted", "least", "middle", "most", "how many took how long")
    return Table("days", "How many days it took", headings, rows)


def _spread(days: dict[int, int]) -> str:
    return ", ".join(f"{count} x {day}" for day, count in sorted(days.items()))


def _doses(figures: ContractFigures) -> Table:
    rows: list[Row] = []
    for pathway, title in PATHWAYS.items():
        for level in COMPLEXITIES:
            if sums := figures.doses.get(f"{pathway}/{level}"):
                sessions = (sums.norm_sessions, sums.planned_sessions, sums.delivered_sessions)
                minutes = (sums.norm_minutes, sums.planned_minutes, sums.delivered_minutes)
                said = [amount(total, sums.ended) for total in (*sessions, *minutes)]
                rows.append((f"{title}, {level}", sums.ended, *said))
    headings = (
        "pathway and complexity",
        "ended with a plan",
        "norm, sessions",
        "planned",
        "delivered",
        "norm, minutes",
        "planned",
        "delivered",
    )
    return Table("doses", "Dose, average of an intervention that ended", headings, rows)


def _caseload(figures: ContractFigures) -> Table:
    rows = [
        (month_in_words(month), each.received, each.closed, each.open)
        for month, each in figures.caseload.items()
    ]
    headings = ("month", "referrals received", "interventions closed", "open at the month's end")
    return Table("caseload", "Caseload, by month from its first day on", headings, rows)


def _others(figures: ContractFigures) -> Iterator[Table]:
    reasons = {WithdrawalCode(code): count for code, count in figures.end_reasons.items()}
    yield _counted("contracts", "Interventions by contract", dict(_named(figures)), figures.contracts)
    yield _counted("outcomes", "Outcomes reported", {}, figures.outcomes)
    yield _counted("endings", "How interventions ended", {}, figures.end_states)
    yield _counted(
        "reasons",
        "Why referrals were withdrawn",
        {},
        {f"{code.name.lower()} ({code})": count for code, count in reasons.items()},
    )
    yield _counted("causes", "Why assessments were not held in time", {}, figures.assessment_breach_causes)
    yield _counted("moves", "Dates moved, by who asked", {}, figures.moves)
    yield _counted("reminders", "Text reminders", {}, figures.reminders)
    yield _counted("letters", "Letters", {}, figures.letters)
    yield _counted("others", "Other counts", {}, figures.totals)


def _named(figures: ContractFigures) -> Iterator[tuple[str, str]]:
    """A contract's reference is a name and no code of ours: it stays as it is."""
    for contract in figures.contracts:
        yield contract, contract or "no contract named"


def _counted(name: str, title: str, words: dict[str, str], counts: dict[str, int]) -> Table:
    names = words or {key: in_words(key) for key in counts}
    rows = [(said, counts.get(key, 0)) for key, said in names.items()] if any(counts.values()) else []
    return Table(name, title, ("", "count"), rows)
