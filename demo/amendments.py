"""An amendment as somebody asks for it: in full only with the case in hand, its sheet and its menu."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interventions.case import Case
from interventions.messages import Amend
from interventions.participant import ContactSheet
from interventions.vocabulary import Channel


@dataclass(frozen=True)
class AmendmentWanted:
    """What is to change, by the names of the message, of the contact sheet, or of a channel (is it safe?).

    `outcomes` are numbers in the set pinned for the pathway, from 1.
    """

    by: str
    fields: Mapping[str, Any]

    def in_full(self, case: Case) -> Amend:
        """The amendment of this case."""
        said = {name: value for name, value in self.fields.items() if name in Amend.model_fields}
        if numbers := self.fields.get("outcomes"):
            outcomes = case.specifications[self.fields.get("pathway", case.pathways[0])].outcomes
            said["outcomes"] = tuple(outcomes[number - 1].id for number in numbers)
        if sheet := self._sheet(case.referral.participant.contact):
            said["contact"] = sheet
        return Amend(by=self.by, **said)

    def _sheet(self, before: ContactSheet) -> ContactSheet | None:
        changes = {name: value for name, value in self.fields.items() if name in ContactSheet.model_fields}
        safe = {Channel(name): value for name, value in self.fields.items() if name in set(Channel)}
        if not (changes or safe):
            return None
        known = {**before.safe, **safe}
        changes["safe"] = {channel: answer for channel, answer in known.items() if answer is not None}
        return before.model_copy(update=changes)
