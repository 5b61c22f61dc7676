"""Another referral of the same person, which was there before the story's own came in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from uuid import uuid5

from demo.story_dates import Misprint
from interventions.case import Case
from interventions.errors import Refusal
from interventions.messages import CloseTask, Spoken, Withdraw
from interventions.referral import Referral
from interventions.vocabulary import WithdrawalCode

SAID = re.compile(r"(open|withdrawn)(?: as ([A-Z]\d{6}))?")


@dataclass(frozen=True)
class Beside:
    """The other referral: to the same pathways, on the same day; under `crn` where that is another number."""

    withdrawn: bool
    crn: str = ""

    @classmethod
    def read(cls, said: str) -> "Beside":
        """The other referral as a heading names it.

        Raises:
            Misprint: it is neither open nor withdrawn.
        """
        found = SAID.fullmatch(said)
        if not found:
            raise Misprint('"beside" wants "open" or "withdrawn", and perhaps "as X999077"')
        return cls(withdrawn=found[1] == "withdrawn", crn=found[2] or "")

    def referral(self, ours: Referral) -> Referral:
        """The other referral of the person whose own this is."""
        person = ours.participant.model_copy(update={"crn": self.crn or ours.participant.crn})
        own = {"id": uuid5(ours.id, "beside"), "reference": "ZZ2345ZZ", "participant": person}
        return ours.model_copy(update=own)

    @property
    def said(self) -> Sequence[Spoken]:
        """What was said to it before ours came in."""
        code, why = WithdrawalCode.NEEDS_MET_ELSEWHERE, "helped by another service"
        return [Withdraw(by="pp.example", code=code, reason=why)] if self.withdrawn else []


@dataclass(frozen=True)
class CloseWanted:
    """The open task whose id fits the pattern, in which a star stands for anything, is closed."""

    by: str
    pattern: str
    how: str

    def in_full(self, case: Case) -> CloseTask:
        """The closing of that task.

        Raises:
            Refusal: `no-such-task`: none that is open fits.
        """
        for task in case.open_tasks:
            if fnmatchcase(task.id, self.pattern):
                return CloseTask(by=self.by, task=task.id, how=self.how)
        raise Refusal("no-such-task", "no open task has such an id", field="task")
