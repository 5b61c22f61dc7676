"""An intervention's facts, read from the register for somebody who may hear of it."""

from collections.abc import Iterable
from uuid import UUID

from interventions.errors import Refusal
from interventions.facts import AnyFact, ReferralAmended, ReferralReceived


def account_of(referral_id: UUID, reader: str) -> list[AnyFact]:
    """Every fact, the earliest first. A restricted case is read by the staff it names (domain brief 8).

    Raises:
        Refusal: `no-such-intervention`; `restricted`.
        Unreachable: the register can't be opened.
    """
    # Only a verb that reads the register, and the door for carriers, open the database.
    from starter.wiring import WHERE, register_at_hand

    with register_at_hand() as register:
        facts = [entry.fact for entry in register.entries(referral_id)]
    if not facts:
        raise Refusal("no-such-intervention", f"the register has nobody under this id: {WHERE}")
    named = _restricted_to(facts)
    if named and reader not in named:
        raise Refusal("restricted", "this case is restricted to named staff", field="by")
    return facts


def _restricted_to(facts: Iterable[AnyFact]) -> tuple[str, ...]:
    named: tuple[str, ...] = ()
    for fact in facts:
        if isinstance(fact, ReferralReceived):
            named = fact.referral.restricted_to
        elif isinstance(fact, ReferralAmended):
            named = fact.after.restricted_to
    return named
