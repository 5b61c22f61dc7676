"""A short intervention as R&M is told of it, record by record, each at its time."""

from datetime import UTC, datetime
from uuid import UUID

from interventions.end_of_service import OutcomeReached
from interventions.monitoring.records import (
    AssessmentBooking,
    AssessmentFeedback,
    AssignmentRecord,
    CaseNote,
    MonitoringRecord,
    PlanRecord,
    ReportRecord,
    SessionBooking,
    SessionFeedback,
)
from interventions.vocabulary import Achievement, Attended, ContactType

OUTCOMES = (UUID("d0d077f9-9832-41ac-ad89-fc4a915dee0f"), UUID("f265b88b-c79c-4860-a942-6db392e4b986"))
PLACE = "12 High Street, Oldbarrow, ZZ1 1ZZ"
# What somebody wrote: it must turn up nowhere but in R&M.
STORY = "Aaron talked about his daughter"


def at(day: int, hour: int = 10, month: int = 4) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


ASSIGNED = AssignmentRecord(at=at(7), by="ben.lister", caseworker="asha.okoro")
BOOKED = AssessmentBooking(at=at(7), by="asha.okoro", starts_at=at(14), minutes=60, contact=ContactType.PHONE)
MOVED = AssessmentBooking(
    at=at(9),
    by="asha.okoro",
    starts_at=at(15),
    minutes=60,
    contact=ContactType.FACE_TO_FACE,
    place=PLACE,
    moved_by="participant",
    reason="At work that day",
)
ASSESSED = AssessmentFeedback(
    at=at(15, 12),
    by="asha.okoro",
    starts_at=at(15),
    minutes=60,
    contact=ContactType.FACE_TO_FACE,
    place=PLACE,
    attended=Attended.LATE,
    held=True,
    late_reason="The bus",
    summary=STORY,
    response="Well",
    next_plans="Draw the plan",
)
PLANNED = PlanRecord(
    at=at(17), by="asha.okoro", version=1, sessions=2, activities=("Meet two friends", "Write to her")
)
BOOKED_1 = SessionBooking(
    at=at(17, 11), by="asha.okoro", number=1, starts_at=at(21), minutes=60, contact=ContactType.VIRTUAL
)
MISSED_1 = SessionFeedback(
    at=at(21, 15),
    by="asha.okoro",
    number=1,
    starts_at=at(21),
    minutes=60,
    contact=ContactType.VIRTUAL,
    attended=Attended.NO,
    held=False,
    absence="No answer, called twice",
)
AGAIN_1 = SessionBooking(
    at=at(22),
    by="asha.okoro",
    number=1,
    starts_at=at(28),
    minutes=60,
    contact=ContactType.GROUP_WORK,
    place=PLACE,
)
HELD_1 = SessionFeedback(
    at=at(28, 12),
    by="asha.okoro",
    number=1,
    starts_at=at(28),
    minutes=60,
    contact=ContactType.GROUP_WORK,
    place=PLACE,
    attended=Attended.YES,
    held=True,
    summary=STORY,
    response="Well",
    behaviour="Shouted once",
    concerns="Sleeps badly",
)
HELD_2 = SessionFeedback(
    at=at(5, 12, month=5),
    by="asha.okoro",
    number=2,
    starts_at=at(5, month=5),
    minutes=45,
    contact=ContactType.PHONE,
    attended=Attended.YES,
    held=True,
    summary=STORY,
)
NOTED = CaseNote(at=at(6, month=5), by="asha.okoro", marker="note-1", subject="Dates of the plan", body=STORY)
REPORTED = ReportRecord(
    at=at(7, month=5),
    by="asha.okoro",
    outcomes=(
        OutcomeReached(
            outcome=OUTCOMES[0], achievement=Achievement.ACHIEVED, progress=STORY, further_work=""
        ),
        OutcomeReached(
            outcome=OUTCOMES[1], achievement=Achievement.PARTIALLY_ACHIEVED, progress="", further_work="Call"
        ),
    ),
    further_information="Ready to go on alone",
)

JOURNEY: dict[str, MonitoringRecord] = {
    "assigned": ASSIGNED,
    "booked": BOOKED,
    "moved": MOVED,
    "assessed": ASSESSED,
    "planned": PLANNED,
    "session 1 booked": BOOKED_1,
    "session 1 missed": MISSED_1,
    "session 1 booked again": AGAIN_1,
    "session 1 held": HELD_1,
    "session 2 told of at once": HELD_2,
    "noted": NOTED,
    "reported": REPORTED,
}
