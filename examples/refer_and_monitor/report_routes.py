"""The doors to the end-of-service report."""

from uuid import UUID

from fastapi import APIRouter, Response

from examples.refer_and_monitor.concluding import conclude
from examples.refer_and_monitor.doors import READING, ThePerson, TheWorld, check_caseworker
from examples.refer_and_monitor.forms import NewReport, ReportChange
from examples.refer_and_monitor.people import Person
from examples.refer_and_monitor.records import Json, Report
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.refusals import not_found
from examples.refer_and_monitor.world import World

router = APIRouter()


@router.post("/draft-end-of-service-report", status_code=201)
async def draft(form: NewReport, world: TheWorld, person: ThePerson, response: Response) -> Json:
    """Draft the report, or answer the one there is."""
    referral = world.referral(form.referral_id)
    check_caseworker(person, referral)
    if referral.report is None:
        referral.report = Report(referral_id=referral.id, created_by=person, created_at=world.clock())
    response.headers["Location"] = f"/draft-end-of-service-report/{referral.report.id}"
    return referral.report.shown()


@router.patch("/draft-end-of-service-report/{report_id}")
async def edit(report_id: UUID, form: ReportChange, world: TheWorld, person: ThePerson) -> Json:
    """Change the report: one outcome a call, the same outcome again in its place."""
    _, report = _theirs(world, report_id, person)
    report.further_information = form.further_information or report.further_information
    if form.outcome:
        said = form.outcome.model_dump(by_alias=True, exclude={"desired_outcome_id"})
        report.outcomes[form.outcome.desired_outcome_id] = said
    return report.shown()


@router.post("/draft-end-of-service-report/{report_id}/submit")
async def submit(report_id: UUID, world: TheWorld, person: ThePerson) -> Json:
    """Submit it and conclude the referral: a second time too (domain brief 2.1)."""
    referral, report = _theirs(world, report_id, person)
    report.submitted_at, report.submitted_by = world.clock(), person
    report.times_submitted += 1
    path = f"/end-of-service-report/{report.id}"
    world.events.publish(
        "end-of-service-report.submitted",
        world.clock(),
        referral.crn,
        path,
        {"endOfServiceReportId": str(report.id), "submittedBy": person.username},
    )
    conclude(world, referral)
    return report.shown()


@router.get("/end-of-service-report/{report_id}", dependencies=[READING])
async def read_report(report_id: UUID, world: TheWorld) -> Json:
    """The report by its id."""
    return _report(world, report_id)[1].shown()


@router.get("/end-of-service-report", dependencies=[READING])
async def read_report_of(world: TheWorld, referralId: UUID) -> Json:  # noqa: N803 - R&M's name for it
    """The report of a referral."""
    report = world.referral(referralId).report
    if report is None:
        raise not_found("end of service report")
    return report.shown()


def _report(world: World, report_id: UUID) -> tuple[SentReferral, Report]:
    for referral in world.referrals.values():
        if referral.report and referral.report.id == report_id:
            return referral, referral.report
    raise not_found("end of service report")


def _theirs(world: World, report_id: UUID, person: Person) -> tuple[SentReferral, Report]:
    referral, report = _report(world, report_id)
    check_caseworker(person, referral)
    return referral, report
