"""How a story opens: whose referral it is, when it was sent, and what is different about it this time."""

import copy
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from demo.beside import Beside
from demo.story_dates import DAY, MOMENT, Almanac, Misprint
from interventions.days.london import london_date
from interventions.promises.catalogue import Catalogue
from interventions.referral import Referral
from interventions.vocabulary import Channel
from starter.referral_form import read_referral

KEYS = ("story", "referral", "sent", "policy", "deadline", "contact", "beside")
SAFE = {"safe": True, "unsafe": False, "unknown": None}


@dataclass(frozen=True)
class Opening:
    """What stands above a story's first line.

    `example` names a sent referral under examples/. `sent` is the London day as written; `sent_at` and
    `deadline` are as performed. `contact` replaces what the referral's contact sheet says of a channel;
    `beside` is another referral of the same person.
    """

    title: str
    example: str
    sent: date
    sent_at: datetime
    policy: str = "standard"
    deadline: date | None = None
    contact: Mapping[Channel, bool | None] = field(default_factory=dict)
    beside: Beside | None = None

    def referral(self, document: dict[str, Any], catalogue: Catalogue, referral_id: UUID) -> Referral:
        """The example `document` (R&M's JSON, parsed) as this story has it, under an id of its own.

        A deadline the story does not name lies as long after the referral as in the example.

        Raises:
            BadReferral: the referral cannot start.
        """
        sent = copy.deepcopy(document)
        moved = london_date(self.sent_at) - london_date(datetime.fromisoformat(sent["sentAt"]))
        asked, sheet = sent["referral"], sent["contactSheet"]
        deadline = self.deadline or date.fromisoformat(asked["completionDeadline"]) + moved
        sent["id"], sent["sentAt"] = str(referral_id), self.sent_at.isoformat()
        asked["id"], asked["completionDeadline"] = str(referral_id), deadline.isoformat()
        sheet["safe"] |= {channel.value: safe for channel, safe in self.contact.items()}
        return read_referral(sent, catalogue=catalogue, now=self.sent_at)


def read_opening(lines: Iterable[str], almanac: Almanac) -> Opening:
    """The opening written in these lines, each a key and a value.

    Raises:
        Misprint: an unknown key, one given twice, or a value that cannot be read; or a key that is missing.
    """
    said: dict[str, str] = {}
    contact: dict[Channel, bool | None] = {}
    for line in lines:
        key, _, value = (part.strip() for part in line.partition(" "))
        if key not in KEYS or (key in said and key != "contact"):
            raise Misprint(f'"{key}" is not a heading, or stands there twice; headings are {", ".join(KEYS)}')
        if key == "contact":
            contact |= _contact(value)
        said[key] = value
    if missing := [key for key in ("story", "referral", "sent") if not said.get(key)]:
        raise Misprint(f"the heading {missing[0]} is missing")
    return _opening(said, contact, almanac)


def _opening(said: dict[str, str], contact: dict[Channel, bool | None], almanac: Almanac) -> Opening:
    if not re.fullmatch(MOMENT, said["sent"]) or not re.search(r" \d{4} ", said["sent"]):
        raise Misprint('"sent" wants a day, a year and a time, like Mon 2 Mar 2026 09:42')
    sent = almanac.day(said["sent"].rsplit(" ", 1)[0], date.min)
    deadline = said.get("deadline")
    if deadline and not re.fullmatch(DAY, deadline):
        raise Misprint('"deadline" wants a day, like Fri 31 Jul 2026')
    return Opening(
        title=said["story"],
        example=said["referral"],
        sent=sent,
        sent_at=almanac.moment(said["sent"], sent),
        policy=said.get("policy", "standard"),
        deadline=almanac.moved(almanac.day(deadline, sent)) if deadline else None,
        contact=contact,
        beside=Beside.read(said["beside"]) if "beside" in said else None,
    )


def _contact(said: str) -> dict[Channel, bool | None]:
    found = re.fullmatch(rf"({'|'.join(Channel)}) ({'|'.join(SAFE)})", said)
    if not found:
        raise Misprint('"contact" wants a channel and what is known of it, like text unsafe')
    return {Channel(found[1]): SAFE[found[2]]}
