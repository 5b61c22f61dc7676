"""Stage 6: the report, one level for each outcome, and the conclusion that follows."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from interventions.case import Case
from interventions.end_of_service import EndOfServiceReport, OutcomeReached
from interventions.errors import Refusal
from interventions.messages import Record, SubmitReport
from interventions.views.status import conclusion
from interventions.vocabulary import Achievement, ClockState, Ending, Stage
from interventions.words.correspondence import ProduceDocument, ReportPaper
from tests.builders import a_case_at, a_report, facts_of, names, refusal, told
from tests.sayings import WORKER, a_booking, a_record, decision, nobody_came

STRANGE = UUID("00000000-0000-4000-8000-000000000000")
Change = Callable[[EndOfServiceReport], dict[str, Any]]


def all_held(example: str = "lifestyle-low") -> Case:
    return a_case_at(Stage.END_OF_SERVICE, example)


def mentor_still_booked() -> Case:
    """All twelve sessions are held; the peer mentor is still to be met two days after the final one."""
    case = a_case_at(Stage.FINAL_SESSION, "lifestyle-high")
    (final,) = case.live
    case = told(told(case, decision("peer-mentor")), decision("group-risk"))
    after = final.starts_at + timedelta(days=2)
    case = told(case, a_booking(after, contact="group-work", modules=("peer-mentor",)))
    return told(case, a_record(), final.ends_at)


def level(outcome: UUID) -> OutcomeReached:
    return OutcomeReached(outcome=outcome, achievement=Achievement.NOT_ACHIEVED)


def with_levels(change: Callable[[tuple[OutcomeReached, ...]], tuple[OutcomeReached, ...]]) -> SubmitReport:
    report = a_report(all_held())
    return SubmitReport(by=WORKER, report=a_report(all_held(), outcomes=change(report.outcomes)))


REFUSED = [
    pytest.param(
        all_held,
        with_levels(lambda levels: (levels[0], *levels)),
        None,
        "outcome-twice",
        "report.outcomes[0].outcome",
        id="two levels for one outcome",
    ),
    pytest.param(
        all_held,
        with_levels(lambda levels: (*levels, level(STRANGE))),
        None,
        "outcome-not-asked-for",
        "report.outcomes[2].outcome",
        id="a level for what nobody asked for",
    ),
    pytest.param(
        all_held,
        with_levels(lambda levels: levels[:1]),
        None,
        "outcome-missing",
        "report.outcomes",
        id="an outcome without a level",
    ),
    pytest.param(
        all_held, with_levels(lambda levels: ()), None, "outcome-missing", "report.outcomes", id="no levels"
    ),
    pytest.param(
        mentor_still_booked,
        SubmitReport(by=WORKER, report=a_report(all_held("lifestyle-high"))),
        None,
        "date-stands",
        "",
        id="a meeting is still booked",
    ),
]


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_a_report_is_refused(
    case: Callable[[], Case], message: SubmitReport, when: None, rule: str, field: str
) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


def test_the_report_goes_on_file_and_the_intervention_is_complete() -> None:
    case = all_held("both-pathways")
    message = SubmitReport(by=WORKER, report=a_report(case, further_information="mentoring"))
    asked = ["WordRequested", "WordRequested"]
    assert names(facts_of(case, message)) == ["ReportSubmitted", *asked, "InterventionConcluded"]
    closed = told(case, message)
    document = closed.outbox["end-of-service-report"]
    assert isinstance(document, ProduceDocument)
    assert isinstance(document.paper, ReportPaper)
    assert document.paper.services == ("Lifestyle and associates", "Family and significant others")
    assert [line.amount for line in document.paper.doses] == ["8 sessions", "5 hours"]
    assert (document.paper.sessions_held, document.paper.further_information) == (13, "mentoring")
    assert closed.ending is Ending.COMPLETED


def test_the_conclusion_says_what_was_promised_and_what_was_kept() -> None:
    closed = a_case_at(Stage.CLOSED)
    result = conclusion(closed)
    assert (result.ending, result.sessions_planned, result.sessions_held) == (Ending.COMPLETED, 5, 5)
    assert list(result.minutes_delivered.values()) == [300]
    assert set(result.outcomes.values()) == {Achievement.ACHIEVED}
    assert {clock.state for clock in result.clocks} == {ClockState.MET}
    assert (result.facts, result.tasks_open) == (closed.sequence, 0)


def test_a_case_that_goes_on_has_no_conclusion() -> None:
    with pytest.raises(ValueError, match="has not ended"):
        conclusion(all_held())


def test_nobody_is_left_with_a_date_when_the_journey_is_over() -> None:
    """Another date may be refused, or the final session, or the report; but not kept and forgotten."""
    case = told(a_case_at(Stage.DELIVERY), a_record(), "2026-06-10T11:15")
    case = told(case, a_booking("2026-06-24T10:00", final=True))
    for message, when in (
        (a_booking("2026-07-01T10:00"), "2026-06-11T10:00"),
        (a_record(reason="moved away", slot="session-2"), "2026-06-24T11:00"),
        (SubmitReport(by=WORKER, report=a_report(case)), "2026-06-25T11:00"),
    ):
        try:
            case = told(case, message, when)
        except Refusal:
            continue
    assert not (case.ending and case.live)


@pytest.mark.parametrize("message", [a_record(), nobody_came()], ids=["it was held", "nobody came"])
def test_when_the_last_date_is_on_record_the_report_may_follow(message: Record) -> None:
    case = mentor_still_booked()
    case = told(case, message, case.live[0].ends_at)
    assert told(case, SubmitReport(by=WORKER, report=a_report(case))).ending is Ending.COMPLETED


def test_the_last_session_is_the_last_one_held_whenever_it_was_recorded() -> None:
    case = a_case_at(Stage.FINAL_SESSION)
    (final,) = case.live
    late = told(case, a_record(), final.ends_at + timedelta(days=20))
    assert late.final is not None
    assert late.final.happened_at == final.starts_at
    assert late.marks["report"].breached
