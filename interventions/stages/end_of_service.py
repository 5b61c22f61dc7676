"""Stage 6. The end-of-service report, and the conclusion: what was promised and what was kept.

Then, for some working days, what is still asked of people can be answered.

Seeds, The Final Session: end of service report submitted to identify any further support needs. For both
pathways, due five working days after the last session (domain brief 7.6, A12).
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from interventions.case import Case
from interventions.clocks import Clock, working_days_clock
from interventions.errors import Refusal
from interventions.facts import AnyFact, InterventionConcluded, ReportSubmitted, TaskClosed
from interventions.life.endings import ending, farewell, report_owed
from interventions.messages import SubmitReport
from interventions.vocabulary import Ending, Role
from interventions.words.contacting import on_file
from interventions.words.papers import report_paper


def submit(case: Case, message: SubmitReport, now: datetime) -> Iterator[AnyFact]:
    """Submit the report; with it the journey is complete.

    Raises:
        Refusal: `no-report-owed`; `date-stands` while an appointment is booked; `outcome-twice`,
            `outcome-not-asked-for`, `outcome-missing`: one level for each outcome asked for, and no more.
    """
    if case.live:
        raise Refusal("date-stands", f"{case.live[0].slot} is still booked: record it first")
    if not report_owed(case):
        raise Refusal("no-report-owed", "nobody came to a session: it closes without a report")
    wanted = [outcome for chosen in case.referral.selections for outcome in chosen.outcomes]
    given = Counter(reached.outcome for reached in message.report.outcomes)
    for number, reached in enumerate(message.report.outcomes):
        field = f"report.outcomes[{number}].outcome"
        if given[reached.outcome] > 1:
            raise Refusal("outcome-twice", "is given two levels", field=field)
        if reached.outcome not in wanted:
            raise Refusal("outcome-not-asked-for", "is not an outcome of this referral", field=field)
    if missing := [outcome for outcome in wanted if outcome not in given]:
        reason = f"{len(missing)} outcome(s) have no achievement level"
        raise Refusal("outcome-missing", reason, field="report.outcomes")
    yield ReportSubmitted(at=now, by=message.by, report=message.report)
    yield from on_file(case, "end-of-service-report", report_paper(case, message.report), at=now)
    yield from farewell(case, now)
    how = Ending.COMPLETED if case.final else ending(case)
    yield InterventionConcluded(at=now, by=message.by, ending=how)


def tasks_until(case: Case) -> datetime | None:
    """Until when people can answer what is asked of them after the end. None: open, or an older policy."""
    days = case.terms.policy.last_tasks_working_days
    if days is None or case.concluded_at is None:
        return None
    return case.terms.day_ends(case.concluded_at, days)


def never_answered(case: Case, until: datetime) -> Iterator[TaskClosed]:
    """What nobody has answered by then. What must be keyed into R&M stays until it is: `telling.chased`."""
    for task in case.open_tasks:
        if task.kind != "monitoring":
            how = "the case is over, and nobody said how it was done"
            yield TaskClosed(at=until, task=task.id, how=how)


def over_since(case: Case) -> datetime | None:
    """Since when there are no more sessions: the final one, or the withdrawal."""
    return case.final.happened_at if case.final else case.withdrawal.at if case.withdrawal else None


def clocks(case: Case) -> Iterator[Clock]:
    """Last session to report."""
    since = over_since(case)
    if since is None or not report_owed(case):
        return
    policy = case.terms.policy
    yield working_days_clock(
        case,
        "report",
        Role.CASEWORKER,
        f"report submitted within {policy.report_working_days} working days of the end of sessions",
        since=since,
        days=policy.report_working_days,
        met_at=case.report_at,
        warn_before=policy.report_warning_working_days,
        cause="not-submitted",
    )
