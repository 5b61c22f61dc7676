"""R&M's sent referral as JSON, and the contact sheet laid beside it: shapes only, no rules.

R&M adds fields, so unknown ones are ignored and every known one may be absent or null; what must be there
is a rule of `starter/referral_rules.py`. The contact sheet is ours, and strict (domain brief 0.4, 3.3).
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Annotated, Literal, LiteralString
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field, StrictBool, StringConstraints
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from activities.mobiles import uk_mobile
from interventions.message import Desk, Wire
from interventions.vocabulary import Language, LetterFormat


def _uk_mobile(written: object) -> object:
    """The number as E.164."""
    if not isinstance(written, str):
        return written
    if (number := uk_mobile(written)) is None:
        raise PydanticCustomError("mobile", "not a UK mobile")
    return number


def _written_as(pattern: str, kind: LiteralString) -> Callable[[object], object]:
    """A check that a value is text in this form, so that a bare number is never read as an instant."""

    def check(value: object) -> object:
        if not isinstance(value, str) or not re.match(pattern, value):
            raise PydanticCustomError(kind, "not in the expected form")
        return value

    return check


def _in_utc(instant: datetime) -> datetime:
    return instant.astimezone(UTC)


def _empty_if_null(empty: object) -> BeforeValidator:
    return BeforeValidator(lambda value: empty if value is None else value)


# PostgreSQL cannot keep a NUL, and Temporal not an endless payload: both are refused while somebody is there.
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000, pattern=r"^[^\x00]*$")]
Line = Annotated[Words, StringConstraints(min_length=1, max_length=200)]
Instant = Annotated[
    AwareDatetime,
    BeforeValidator(_written_as(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T", "datetime")),
    AfterValidator(_in_utc),
]
Day = Annotated[date, BeforeValidator(_written_as(r"(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$", "date"))]
Whole = Annotated[int, Field(strict=True, ge=0, lt=2**63)]
Ids = Annotated[tuple[UUID | None, ...], _empty_if_null(())]


class RmForm(Wire, alias_generator=to_camel):
    """A piece of R&M's JSON: camelCase, and tolerant."""


class SentBy(RmForm):
    """Who sent it."""

    username: Words | None = None


class ComplexityLevel(RmForm):
    """The complexity level of one service category."""

    service_category_id: UUID | None = None
    complexity_level_id: UUID | None = None


class DesiredOutcomes(RmForm):
    """The outcomes wanted from one service category."""

    service_category_id: UUID | None = None
    desired_outcomes_ids: Ids = ()


class ServiceUser(RmForm):
    """The participant, as R&M keeps them."""

    crn: Words | None = None
    first_name: Words | None = None
    last_name: Words | None = None
    date_of_birth: Day | None = None
    gender: Words | None = None


class ReferralFields(RmForm):
    """What the probation practitioner filled in."""

    service_category_ids: Ids = ()
    complexity_levels: Annotated[tuple[ComplexityLevel | None, ...], _empty_if_null(())] = ()
    desired_outcomes: Annotated[tuple[DesiredOutcomes | None, ...], _empty_if_null(())] = ()
    completion_deadline: Day | None = None
    maximum_enforceable_days: Whole | None = None
    further_information: Words | None = None
    accessibility_needs: Words | None = None
    additional_needs_information: Words | None = None
    needs_interpreter: StrictBool | None = None
    interpreter_language: Words | None = None
    when_unavailable: Words | None = None
    service_user: Annotated[ServiceUser, _empty_if_null({})] = ServiceUser()
    person_current_location_type: Literal["COMMUNITY", "CUSTODY"] | None = None
    pp_name: Words | None = None
    ndelius_pp_name: Words | None = Field(default=None, alias="ndeliusPPName")
    dynamic_framework_contract_reference: Words | None = None


class SafeForm(Desk):
    """Whether contact was recorded as safe; null or absent means nobody has said."""

    text: StrictBool | None = None
    letter: StrictBool | None = None


class AddressForm(Desk):
    """Where a letter goes."""

    lines: tuple[Line, ...] = Field(min_length=1, max_length=5)
    postcode: Line


class ContactForm(Desk, alias_generator=to_camel):
    """The contact sheet as somebody typed it: what R&M lacks (domain brief 0.4, 0.9)."""

    mobile: Annotated[Words, BeforeValidator(_uk_mobile)] | None = None
    address: AddressForm | None = None
    safe: Annotated[SafeForm, _empty_if_null({})] = SafeForm()
    language: Language = Language.ENGLISH
    letter_format: LetterFormat = LetterFormat.STANDARD


class SentReferral(RmForm):
    """R&M's answer to "read referral", with our contact sheet beside it."""

    id: UUID | None = None
    sent_at: Instant | None = None
    sent_by: Annotated[SentBy, _empty_if_null({})] = SentBy()
    reference_number: Words | None = None
    service_user_crn: Words | None = Field(default=None, alias="serviceUserCRN")
    relevant_sentence_id: Whole | None = None
    supplementary_risk_id: UUID | None = None
    end_requested_at: Instant | None = None
    concluded_at: Instant | None = None
    referral: Annotated[ReferralFields, _empty_if_null({})] = ReferralFields()
    contact_sheet: ContactForm | None = None
