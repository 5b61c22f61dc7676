"""One plain example of everything said in writing; every field can be changed."""

from datetime import UTC, date, datetime

from interventions.vocabulary import Achievement, ContactType
from interventions.words.correspondence import (
    ActionPlanCopy,
    AppointmentLetter,
    AssessmentReminder,
    ClosureLetter,
    DateLine,
    DoseLine,
    EmergencyText,
    OutcomeLine,
    Paper,
    ReportPaper,
    Saying,
    SessionReminder,
    TargetLine,
    WelcomeLetter,
)

IN_WINTER = datetime(2026, 3, 10, 14, tzinfo=UTC)
IN_SUMMER = datetime(2026, 7, 14, 8, tzinfo=UTC)


def an_assessment_reminder(
    starts_at: datetime = IN_WINTER, contact: ContactType = ContactType.FACE_TO_FACE
) -> AssessmentReminder:
    return AssessmentReminder(starts_at=starts_at, contact=contact)


def a_session_reminder(
    starts_at: datetime = IN_WINTER, contact: ContactType = ContactType.FACE_TO_FACE
) -> SessionReminder:
    return SessionReminder(starts_at=starts_at, contact=contact)


def a_welcome(**changes: object) -> WelcomeLetter:
    plain: dict[str, object] = {
        "name": "Callum Redfearn",
        "caseworker": "Priya Nandakumar",
        "services": ("Lifestyle and associates",),
    }
    return WelcomeLetter.model_validate(plain | changes)


def a_plan_copy(**changes: object) -> ActionPlanCopy:
    plain: dict[str, object] = {
        "name": "Callum Redfearn",
        "caseworker": "Priya Nandakumar",
        "version": 2,
        "targets": (a_target(),),
        "doses": (
            DoseLine(service="Lifestyle and associates", amount="5 sessions", frequency="once a week"),
        ),
        "contacts": (ContactType.FACE_TO_FACE, ContactType.PHONE),
        "dates": (
            a_date(),
            a_date(starts_at=IN_SUMMER, minutes=90, contact=ContactType.PHONE, place=""),
        ),
    }
    return ActionPlanCopy.model_validate(plain | changes)


def a_target(**changes: object) -> TargetLine:
    plain: dict[str, object] = {
        "what": "Go to the Tuesday allotment group",
        "measure": "Gone at least four times",
        "by": date(2026, 4, 30),
        "outcome": "Spends time with people who are good for them",
        "owner": "Callum",
    }
    return TargetLine.model_validate(plain | changes)


def a_date(**changes: object) -> DateLine:
    plain: dict[str, object] = {
        "starts_at": IN_WINTER,
        "minutes": 60,
        "contact": ContactType.FACE_TO_FACE,
        "place": "Room 2, Northgate House",
    }
    return DateLine.model_validate(plain | changes)


def an_appointment_letter(**changes: object) -> AppointmentLetter:
    plain: dict[str, object] = {
        "name": "Callum Redfearn",
        "caseworker": "Priya Nandakumar",
        "first": False,
        "date": a_date(),
    }
    return AppointmentLetter.model_validate(plain | changes)


def a_closure(**changes: object) -> ClosureLetter:
    plain: dict[str, object] = {"name": "Callum Redfearn", "caseworker": "Priya Nandakumar"}
    return ClosureLetter.model_validate(plain | changes)


def a_report(**changes: object) -> ReportPaper:
    plain: dict[str, object] = {
        "reference": "FS5178PE",
        "name": "Callum Redfearn",
        "services": ("Lifestyle and associates", "Family and significant others"),
        "caseworker": "Priya Nandakumar",
        "outcomes": (an_outcome(), an_outcome(achievement=Achievement.NOT_ACHIEVED, progress="")),
        "doses": (DoseLine(service="Lifestyle and associates", amount="5 sessions", frequency=""),),
        "sessions_held": 5,
        "next_steps": "Keeps his place in the allotment group.",
        "further_support": "Help with a tenancy.",
        "further_information": "",
    }
    return ReportPaper.model_validate(plain | changes)


def an_outcome(**changes: object) -> OutcomeLine:
    plain: dict[str, object] = {
        "outcome": "Spends time with people who are good for them",
        "achievement": Achievement.PARTIALLY_ACHIEVED,
        "progress": "Came every week.\nSpoke in the group from the third.",
        "further_work": "A reference for volunteering.",
    }
    return OutcomeLine.model_validate(plain | changes)


SAYINGS: tuple[Saying, ...] = (an_assessment_reminder(), a_session_reminder(), EmergencyText())
LETTERS: tuple[Paper, ...] = (
    a_welcome(),
    a_welcome(again=True),
    a_plan_copy(),
    an_appointment_letter(),
    an_appointment_letter(first=True),
    a_closure(),
)
PAPERS: tuple[Paper, ...] = (*LETTERS, a_report())
