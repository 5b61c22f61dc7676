"""A sent referral from R&M, checked and put into our words, or refused with all that is wrong with it."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from interventions.errors import BadReferral
from interventions.illegible import Finding
from interventions.participant import Address, ContactSheet, Participant
from interventions.promises.catalogue import Catalogue
from interventions.promises.contracts import Contracts, contracts_as_shipped
from interventions.referral import Practitioner, Referral, Selection
from interventions.vocabulary import Channel
from starter.referral_rules import objections, selected_pathways
from starter.rm_referral import ContactForm, SentReferral

_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")


def read_referral(
    document: object, *, catalogue: Catalogue, now: datetime, contracts: Contracts | None = None
) -> Referral:
    """The referral in `document`: R&M's sent-referral JSON, parsed, with `contactSheet` (domain brief 3.3).

    `now` is aware; a referral sent after it is a mistake. `contracts` are those shipped, unless given.

    Raises:
        BadReferral: with every finding, each naming the field in R&M's words and the rule, and none
            repeating what the referral says about the person.
    """
    form, malformed = _read_form(document)
    at_fault = [finding.field for finding in malformed]
    findings = [
        *malformed,
        *(
            found
            for found in objections(form, catalogue, contracts or contracts_as_shipped(), now)
            if not _covered(found.field, at_fault)
        ),
    ]
    if findings:
        raise BadReferral(findings)
    return _translated(form, catalogue)


def _covered(field: str, at_fault: Sequence[str]) -> bool:
    """Whether the field, or what holds it, could not be read: then a rule about it would only repeat that."""
    return any(field == other or field.startswith((f"{other}.", f"{other}[")) for other in at_fault)


def _read_form(document: object) -> tuple[SentReferral, list[Finding]]:
    """What could be read of `document` (JSON, already parsed), and a finding for each value that could not.

    A value that could not be read is left out of the form, so that the rules can still look at the rest.

    Raises:
        BadReferral: the document is not a JSON object.
    """
    if not isinstance(document, dict):
        raise BadReferral([Finding("document", "malformed", "must be a JSON object")])
    try:
        return SentReferral.model_validate(document), []
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
    legible: Any = document
    for fault in faults:
        legible = _without(legible, fault["loc"])
    return SentReferral.model_validate(legible), [_finding(fault) for fault in faults]


def _without(value: Any, place: Sequence[int | str]) -> Any:
    """A copy of `value` with null at `place`; a contact sheet with any fault counts as present, but empty."""
    if not place:
        return None
    step, rest = place[0], place[1:]
    if step == "contactSheet":
        return {**value, step: {}}
    if isinstance(value, dict):
        return {**value, step: _without(value[step], rest)}
    return [_without(item, rest) if index == step else item for index, item in enumerate(value)]


_REASONS = {
    "bool": "must be true or false",
    "date": "must be a date such as 2026-03-02",
    "datetime": "must be a time such as 2026-03-02T09:15:00Z",
    "extra": "is not a field of the contact sheet",
    "missing": "must be given",
    "mobile": "must be a UK mobile number, 07... or +447..., with nine digits after the 7",
    "model": "must be an object",
    "string": "must be text, neither empty nor too long, without a NUL",
    "timezone": "must say its offset, such as Z or +01:00",
    "too": "must have one to five lines",
    "tuple": "must be a list",
    "uuid": "must be a UUID",
}
_NUMBER = "must be a whole number, zero or more"
_RULES = {"extra": "unknown-key", "missing": "missing", "mobile": "not-a-uk-mobile", "timezone": "naive-time"}


def _finding(fault: ErrorDetails) -> Finding:
    """Our words for a fault: the validator's own may quote what somebody wrote."""
    kind = fault["type"].split("_")[0]
    if kind in {"enum", "literal"}:
        reason = f"must be {fault['ctx']['expected']}"
    else:
        reason = _REASONS.get(kind, _NUMBER)
    return Finding(_path(fault["loc"]), _RULES.get(kind, "malformed"), reason)


def _path(place: Sequence[int | str]) -> str:
    path = ""
    for step in place:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            path += f".{step if _KEY.fullmatch(step) else '(a key that is not a name)'}"
    return path.removeprefix(".")


def _translated(form: SentReferral, catalogue: Catalogue) -> Referral:
    """A form without findings, as a referral."""
    asked = form.referral
    return Referral.model_validate(
        {
            "id": form.id,
            "reference": form.reference_number,
            "sent_at": form.sent_at,
            "participant": _participant(form),
            "practitioner": _practitioner(form),
            "selections": tuple(_selections(form, catalogue)),
            "contract": asked.dynamic_framework_contract_reference or "",
            "relevant_sentence_id": form.relevant_sentence_id,
            "completion_deadline": asked.completion_deadline,
            "maximum_enforceable_days": asked.maximum_enforceable_days,
            "further_information": asked.further_information or "",
            "accessibility_needs": asked.accessibility_needs or "",
            "additional_needs": asked.additional_needs_information or "",
            "interpreter_language": asked.interpreter_language if asked.needs_interpreter else None,
            "unavailable": asked.when_unavailable or "",
            "supplementary_risk_id": form.supplementary_risk_id,
        }
    )


def _practitioner(form: SentReferral) -> Practitioner:
    """Who sent it, by the name the referral gives them; Delius's where nobody corrected it."""
    name = form.referral.pp_name or form.referral.ndelius_pp_name
    return Practitioner.model_validate({"username": form.sent_by.username, "name": name or ""})


def _participant(form: SentReferral) -> Participant:
    person = form.referral.service_user
    return Participant.model_validate(
        {
            "crn": form.service_user_crn,
            "first_name": person.first_name,
            "last_name": person.last_name,
            "date_of_birth": person.date_of_birth,
            "contact": contact_sheet(form.contact_sheet or ContactForm()),
        }
    )


def contact_sheet(form: ContactForm) -> ContactSheet:
    """The sheet; a channel nobody has spoken about is left out, and so never used (domain brief 0.9)."""
    said = {Channel.TEXT: form.safe.text, Channel.LETTER: form.safe.letter}
    return ContactSheet(
        mobile=form.mobile,
        address=Address(**form.address.model_dump()) if form.address else None,
        safe={channel: safe for channel, safe in said.items() if safe is not None},
        language=form.language,
        letter_format=form.letter_format,
    )


def _selections(form: SentReferral, catalogue: Catalogue) -> Iterator[Selection]:
    asked = form.referral
    levels = {
        row.service_category_id: row.complexity_level_id
        for row in asked.complexity_levels
        if row and row.complexity_level_id
    }
    wanted = {row.service_category_id: row.desired_outcomes_ids for row in asked.desired_outcomes if row}
    for category, pathway in selected_pathways(form, catalogue).items():
        outcomes = [outcome for outcome in wanted[category] if outcome]
        yield Selection.model_validate(
            {
                "pathway": pathway,
                "complexity": catalogue.complexity_of(pathway, levels[category]),
                "outcomes": outcomes,
                "outcomes_version": catalogue.outcomes_version_of(pathway, outcomes),
            }
        )
