"""The doors for probation: what a practitioner changes behind the provider's back (domain brief 2.2)."""

from typing import Any
from uuid import UUID, uuid4

from fastapi import APIRouter

from examples.refer_and_monitor.concluding import conclude
from examples.refer_and_monitor.doors import ThePerson, TheWorld, check_practitioner
from examples.refer_and_monitor.forms import ComplexityChange, DetailsChange, Withdrawal
from examples.refer_and_monitor.people import Person
from examples.refer_and_monitor.records import Json, instant
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.refusals import Refused
from examples.refer_and_monitor.world import World

CODES = frozenset(["INE", "MIS", "NOT", "NEE", "MOV", "WOR", "USE", "ACQ", "RET", "SER", "SEE", "EAR", "ANO"])
router = APIRouter()


@router.post("/sent-referral/{referral_id}/withdraw-referral")
async def withdraw(referral_id: UUID, form: Withdrawal, world: TheWorld, person: ThePerson) -> Json:
    """End it; at once, unless a report is owed."""
    check_practitioner(person)
    referral = world.referral(referral_id)
    if form.code not in CODES:
        raise Refused(400, "Bad Request", "invalid withdrawal code")
    referral.ended_at = world.clock()
    referral.withdrawal = form.model_dump(by_alias=True)
    if not referral.held:
        conclude(world, referral)
    return referral.shown()


@router.post("/sent-referral/{referral_id}/referral-details")
async def amend_details(referral_id: UUID, form: DetailsChange, world: TheWorld, person: ThePerson) -> Json:
    """Amend deadline, enforceable days or further information: no event tells of it."""
    check_practitioner(person)
    referral = world.referral(referral_id)
    said = form.model_dump(by_alias=True, exclude={"reason_for_change"}, exclude_none=True)
    for field, value in said.items():
        _change(world, referral, person, field, value)
    return referral.shown()


@router.post(
    "/sent-referral/{referral_id}/service-category/{category}/amend-complexity-level", status_code=204
)
async def amend_complexity(
    referral_id: UUID, category: UUID, form: ComplexityChange, world: TheWorld, person: ThePerson
) -> None:
    """Amend a complexity level: only while no plan is approved."""
    check_practitioner(person)
    referral = world.referral(referral_id)
    if referral.approved:
        raise Refused(400, "Bad Request", "action plan is already approved")
    levels: list[dict[str, Any]] = referral.document["referral"]["complexityLevels"]
    new = {"serviceCategoryId": str(category), "complexityLevelId": str(form.complexity_level_id)}
    kept = [new if one["serviceCategoryId"] == str(category) else one for one in levels]
    _change(world, referral, person, "complexityLevels", kept)


@router.get("/sent-referral/{referral_id}/change-log")
async def change_log(referral_id: UUID, world: TheWorld, _: ThePerson) -> list[Json]:
    """What was amended, by whom; a bare client may not read it."""
    return world.referral(referral_id).changes


def _change(world: World, referral: SentReferral, person: Person, field: str, value: Any) -> None:
    before = referral.document["referral"].get(field)
    referral.document["referral"][field] = value
    referral.changes.append(
        {
            "changelogId": str(uuid4()),
            "referralId": str(referral.id),
            "topic": field,
            "from": before,
            "to": value,
            "changedAt": instant(world.clock()),
            "name": person.username,
        }
    )
