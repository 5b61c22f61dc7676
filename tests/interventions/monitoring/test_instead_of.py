"""Which dates of ours R&M may hold when it is told of another: all that were made here for that meeting."""

from datetime import datetime, timedelta

from gateways.remembered_monitoring import RememberedMonitoring
from interventions.case import Case
from interventions.messages import CallOff
from interventions.monitoring.records import AssessmentBooking, AssessmentFeedback, Dated
from interventions.monitoring.seen import SeenAppointment
from interventions.vocabulary import ContactType, Stage
from tests.builders import told
from tests.interventions.monitoring.in_step import a_case_told, all_records, told_to
from tests.sayings import WORKER, a_booking, a_record, allocation, nobody_came, on


def dated(case: Case) -> list[Dated]:
    """What R&M is told of dates, in order."""
    return [record for record in all_records(case) if isinstance(record, Dated)]


def moved_to(case: Case, starts_at: datetime) -> Case:
    return told(case, a_booking(starts_at, slot="assessment", moved_by="participant", reason="his shift"))


def allocated() -> Case:
    return told(a_case_told(), allocation())


def test_a_first_date_replaces_nothing_and_a_move_every_one_before_it() -> None:
    case = allocated()
    days = [on(case, 3), on(case, 4), on(case, 5)]
    case = moved_to(moved_to(told(case, a_booking(days[0])), days[1]), days[2])
    assert [record.instead_of for record in dated(case)] == [(), (days[0],), (days[0], days[1])]


def test_a_date_called_off_stands_in_r_and_m_and_the_next_replaces_it() -> None:
    case = allocated()
    first, second = on(case, 3), on(case, 5)
    case = told(case, a_booking(first))
    case = told(case, CallOff(by=WORKER, slot="assessment", reason="flooded"))
    case = told(case, a_booking(second))
    assert dated(case)[-1].instead_of == (first,)


def test_what_became_of_a_date_says_the_same_of_those_before_it() -> None:
    case = allocated()
    first, second = on(case, 3), on(case, 5)
    case = told(case, a_booking(first))
    case = told(case, nobody_came(), first + timedelta(hours=2))
    case = told(case, a_booking(second))
    case = told(case, a_record(), second + timedelta(hours=2))
    feedback = [record for record in dated(case) if isinstance(record, AssessmentFeedback)]
    assert [record.instead_of for record in feedback] == [(), (first,)]


def test_another_meetings_dates_are_another_matter() -> None:
    case = told(a_case_told(Stage.DELIVERY), a_record(), "2026-06-11T12:00")
    assert [record.instead_of for record in dated(case)] == [()] * len(dated(case))


def test_somebody_moved_it_there_and_we_moved_it_here_and_a_person_settles_it() -> None:
    """The whole case: R&M keeps their date, and one task holds ours."""
    monitoring, case = RememberedMonitoring(), allocated()
    case = told_to(monitoring, told(case, a_booking(on(case, 3))))
    seen = monitoring.see(case.referral.id)
    assert seen is not None
    theirs = SeenAppointment(starts_at=on(case, 4), minutes=60, contact=ContactType.FACE_TO_FACE)
    monitoring.show(seen.model_copy(update={"assessments": (theirs,)}))
    case = told_to(monitoring, moved_to(case, on(case, 6)))
    [task] = [task for task in case.open_tasks if task.kind == "monitoring"]
    assert "settle which is right" in task.what
    held = case.monitoring.by_hand[task.id].record
    assert isinstance(held, AssessmentBooking)
    assert held.starts_at == on(case, 6)
    seen = monitoring.see(case.referral.id)
    assert seen is not None
    assert seen.assessments == (theirs,)
