"""Between a text as the rules know it and its row in the table."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import Row

from activities.sending import Intent, Sending
from gateways.case_number import compared
from gateways.sql_text_tables import TextRow

OF_THE_INTENT = {"intent", "token"}


def a_new_row(intent: Intent, token: str) -> dict[str, Any]:
    """The values of a row for a text that is planned."""
    return {
        "referral_id": str(intent.referral_id),
        "key": intent.key,
        "recipient_version": intent.recipient_version,
        "token": token,
        "revision": 1,
        "person": compared(intent.crn),
        "number": intent.to,
        "said_at": intent.said_at,
        "useless_after": intent.useless_after,
        **as_values(Sending(intent, token)),
    }


def as_values(sending: Sending) -> dict[str, Any]:
    """The values of a row that a text's life changes."""
    values = {name: value for name, value in asdict(sending).items() if name not in OF_THE_INTENT}
    return values | {"reference": sending.reference or None}


def the_sending(row: TextRow | Row[Any]) -> Sending:
    """The text a row holds."""
    intent = Intent(
        referral_id=UUID(row.referral_id),
        key=row.key,
        recipient_version=row.recipient_version,
        crn=row.person,
        to=row.number,
        said_at=row.said_at,
        useless_after=row.useless_after,
    )
    life = {name: getattr(row, name) for name in as_values(Sending(intent, row.token))}
    return Sending(intent, row.token, **(life | {"reference": row.reference or ""}))
