"""What keeps a referral from starting: each rule of the referral, as an objection with its own code."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from interventions.days.london import london_date
from interventions.illegible import Finding
from interventions.participant import is_case_number
from interventions.promises.catalogue import Catalogue
from interventions.promises.contracts import Contracts
from interventions.vocabulary import Pathway
from starter.rm_referral import ComplexityLevel, DesiredOutcomes, SentReferral

_CATEGORIES = "referral.serviceCategoryIds"
_LEVELS = "referral.complexityLevels"
_OUTCOMES = "referral.desiredOutcomes"


def objections(
    form: SentReferral, catalogue: Catalogue, contracts: Contracts, now: datetime
) -> Iterator[Finding]:
    """Everything that keeps this referral from starting; nothing, if it may."""
    yield from _missing(form)
    yield from _circumstances(form, now)
    yield from _not_taken(form, contracts)
    pathways = selected_pathways(form, catalogue)
    yield from _category_objections(form, pathways)
    yield from _complexity_objections(form, pathways, catalogue)
    yield from _outcome_objections(form, pathways, catalogue)


def selected_pathways(form: SentReferral, catalogue: Catalogue) -> dict[UUID, Pathway]:
    """The pathway of each selected service category that we deliver, in the order selected."""
    return {
        category: pathway
        for category in form.referral.service_category_ids
        if category is not None and (pathway := catalogue.pathway_of(category))
    }


def _missing(form: SentReferral) -> Iterator[Finding]:
    person = form.referral.service_user
    required: dict[str, object] = {
        "id": form.id,
        "sentAt": form.sent_at,
        "sentBy.username": form.sent_by.username,
        "referenceNumber": form.reference_number,
        "serviceUserCRN": form.service_user_crn,
        "referral.serviceUser.firstName": person.first_name,
        "referral.serviceUser.lastName": person.last_name,
        "referral.personCurrentLocationType": form.referral.person_current_location_type,
        _CATEGORIES: form.referral.service_category_ids,
    }
    for field, value in required.items():
        if not value:
            yield Finding(field, "missing", "must be given")


def _circumstances(form: SentReferral, now: datetime) -> Iterator[Finding]:
    """Rules about the referral as a whole (domain brief 7.6, A31; 0.9; 8, interpreter)."""
    asked = form.referral
    if form.sent_at is not None and form.sent_at > now:
        yield Finding("sentAt", "sent-in-future", "is later than now")
    for field, instant in {"endRequestedAt": form.end_requested_at, "concludedAt": form.concluded_at}.items():
        if instant is not None:
            yield Finding(field, "already-ended", "the referral has ended in R&M and cannot start here")
    if asked.person_current_location_type == "CUSTODY":
        yield Finding(
            "referral.personCurrentLocationType", "in-custody", "the service is for people in the community"
        )
    if form.service_user_crn and not is_case_number(form.service_user_crn):
        yield Finding("serviceUserCRN", "not-a-case-number", "must be a letter and six digits, as X123456")
    elif form.service_user_crn and asked.service_user.crn not in {None, form.service_user_crn}:
        yield Finding("referral.serviceUser.crn", "crn-mismatch", "is not the CRN in serviceUserCRN")
    if asked.needs_interpreter and not asked.interpreter_language:
        yield Finding(
            "referral.interpreterLanguage",
            "interpreter-language-missing",
            "must say which language is needed",
        )
    if form.contact_sheet is None:
        yield Finding("contactSheet", "contact-sheet-missing", "must say how the participant can be reached")


def _not_taken(form: SentReferral, contracts: Contracts) -> Iterator[Finding]:
    """Whom the contract does not take (domain brief 7.6, A34); what R&M does not say keeps nobody out."""
    person, reason = form.referral.service_user, "is not whom this contract takes: refer under another one"
    contract = contracts.of(form.referral.dynamic_framework_contract_reference)
    born, sent = person.date_of_birth, form.sent_at
    if born and sent and not contract.takes_age(born, london_date(sent)):
        yield Finding("referral.serviceUser.dateOfBirth", "not-for-this-contract", reason)
    if person.gender and not contract.takes_gender(person.gender):
        yield Finding("referral.serviceUser.gender", "not-for-this-contract", reason)


def _category_objections(form: SentReferral, pathways: dict[UUID, Pathway]) -> Iterator[Finding]:
    categories = form.referral.service_category_ids
    for index, category in enumerate(categories):
        field = f"{_CATEGORIES}[{index}]"
        if category is None:
            yield Finding(field, "malformed", "must be a UUID")
        elif category in categories[:index]:
            yield Finding(field, "category-twice", "is a service category already listed")
        elif category not in pathways:
            yield Finding(field, "unknown-category", "is not a service category we deliver")


def _row_objections(
    field: str, rows: Sequence[ComplexityLevel | DesiredOutcomes | None], form: SentReferral
) -> Iterator[Finding]:
    """What is wrong with the category each row is for, whichever list the rows are in."""
    seen: set[UUID] = set()
    selected = form.referral.service_category_ids
    legible = bool(selected) and None not in selected
    for index, row in enumerate(rows):
        at = f"{field}[{index}]"
        if row is None:
            yield Finding(at, "malformed", "must be an object")
        elif row.service_category_id is None:
            yield Finding(f"{at}.serviceCategoryId", "missing", "must be given")
        elif legible and row.service_category_id not in selected:
            yield Finding(f"{at}.serviceCategoryId", "category-not-selected", "is not a selected category")
        elif row.service_category_id in seen:
            yield Finding(f"{at}.serviceCategoryId", "category-twice", "is a service category already listed")
        else:
            seen.add(row.service_category_id)


def _lacking(
    rows: Sequence[ComplexityLevel | DesiredOutcomes | None], pathways: dict[UUID, Pathway]
) -> list[Pathway]:
    """The pathways selected that no row is for; none, while a row does not say what it is for."""
    named = {row.service_category_id if row else None for row in rows}
    return [] if None in named else [pathways[category] for category in pathways if category not in named]


def _complexity_objections(
    form: SentReferral, pathways: dict[UUID, Pathway], catalogue: Catalogue
) -> Iterator[Finding]:
    rows = form.referral.complexity_levels
    yield from _row_objections(_LEVELS, rows, form)
    for pathway in _lacking(rows, pathways):
        yield Finding(_LEVELS, "complexity-missing", f"must give a complexity level for {pathway}")
    for index, row in enumerate(rows):
        field = f"{_LEVELS}[{index}].complexityLevelId"
        if row is None:
            continue
        if row.complexity_level_id is None:
            yield Finding(field, "missing", "must be given")
        elif row.service_category_id in pathways:
            pathway = pathways[row.service_category_id]
            if catalogue.complexity_of(pathway, row.complexity_level_id) is None:
                yield Finding(field, "unknown-complexity", f"is not a complexity level of {pathway}")


def _outcome_objections(
    form: SentReferral, pathways: dict[UUID, Pathway], catalogue: Catalogue
) -> Iterator[Finding]:
    rows = form.referral.desired_outcomes
    yield from _row_objections(_OUTCOMES, rows, form)
    for pathway in _lacking(rows, pathways):
        yield Finding(_OUTCOMES, "no-desired-outcome", f"must choose an outcome for {pathway}")
    for index, row in enumerate(rows):
        if row is not None and row.service_category_id in pathways:
            field = f"{_OUTCOMES}[{index}].desiredOutcomesIds"
            yield from _chosen_objections(
                field, row.desired_outcomes_ids, pathways[row.service_category_id], catalogue
            )


def _chosen_objections(
    field: str, chosen: Sequence[UUID | None], pathway: Pathway, catalogue: Catalogue
) -> Iterator[Finding]:
    known = []
    if not chosen:
        yield Finding(field, "no-desired-outcome", f"must choose an outcome for {pathway}")
    for index, outcome in enumerate(chosen):
        at = f"{field}[{index}]"
        if outcome is None:
            yield Finding(at, "malformed", "must be a UUID")
        elif outcome in chosen[:index]:
            yield Finding(at, "outcome-twice", "is an outcome already listed")
        elif catalogue.outcomes_version_of(pathway, [outcome]) is None:
            yield Finding(at, "unknown-outcome", f"is not an outcome of {pathway}")
        else:
            known.append(outcome)
    if known and catalogue.outcomes_version_of(pathway, known) is None:
        yield Finding(field, "outcomes-mix-versions", "come from different versions of the outcomes")
