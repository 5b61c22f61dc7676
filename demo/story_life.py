"""What people do in a story off the plan: pauses, endings, amendments, changes of people."""

import re
from collections.abc import Callable
from datetime import time
from typing import Any

from demo.amendments import AmendmentWanted
from demo.story_clauses import PATHWAYS, TEXT, Clause, Setting, clauses, listed, text
from demo.story_dates import DAY, WEEKDAYS, Misprint
from interventions import messages as m
from interventions.referral import Practitioner, Unavailable
from interventions.vocabulary import (
    Channel,
    Complexity,
    Language,
    LetterFormat,
    PauseReason,
    WithdrawalCode,
)

NAME = r"([A-Z][\w'-]+(?: [A-Z][\w'-]+)+)"
NUMBERS = r"(\d+(?: and \d+)*)"
HOURS = rf"(?:{'|'.join(WEEKDAYS)}|every day) \d\d:\d\d-\d\d:\d\d"
LANGUAGES = {"English": Language.ENGLISH, "Welsh": Language.WELSH}
SAFE = {"safe": True, "unsafe": False, "unknown": None}

AMENDMENT: tuple[Clause, ...] = (
    (rf"complexity to ({'|'.join(Complexity)})", lambda f, _: {"complexity": Complexity(f[1])}),
    (r"for (lifestyle|family)", lambda f, _: {"pathway": PATHWAYS[f[1]]}),
    (rf"deadline to ({DAY})", lambda f, s: {"completion_deadline": _day(f[1], s)}),
    (r"enforceable days to (\d+)", lambda f, _: {"maximum_enforceable_days": int(f[1])}),
    (rf"outcomes to {NUMBERS}", lambda f, _: {"outcomes": tuple(map(int, f[1].split(" and ")))}),
    (rf"language to ({'|'.join(LANGUAGES)})", lambda f, _: {"language": LANGUAGES[f[1]]}),
    (rf"format to ({'|'.join(LetterFormat)})", lambda f, _: {"letter_format": LetterFormat(f[1])}),
    (rf"contact ({'|'.join(Channel)}) ({'|'.join(SAFE)})", lambda f, _: {f[1]: SAFE[f[2]]}),
    (r"mobile to (\+?\d+)", lambda f, _: {"mobile": f[1]}),
    (rf"interpreter to {TEXT}", lambda f, _: {"interpreter_language": text(f[1])}),
    (rf"accessibility needs to {TEXT}", lambda f, _: {"accessibility_needs": text(f[1])}),
    (rf"additional needs to {TEXT}", lambda f, _: {"additional_needs": text(f[1])}),
    (rf"unavailable ({HOURS}(?: and {HOURS})*)", lambda f, _: {"unavailable_times": _hours(f[1])}),
    (r"crn to ([A-Z]\d{6})", lambda f, _: {"crn": f[1]}),
    (rf"restricted to {TEXT}", lambda f, _: {"restricted_to": listed(f[1])}),
    (rf"responsible officer to {NAME}", lambda f, _: {"responsible_officer": _practitioner(f[1])}),
    (rf"latest delivery to ({DAY})", lambda f, s: {"latest_delivery": _day(f[1], s)}),
    (rf"delivery until ({DAY})", lambda f, s: {"delivery_until": _day(f[1], s)}),
    (rf"reason for referral to {TEXT}", lambda f, _: {"further_information": text(f[1])}),
    (rf"practitioner to {NAME}", lambda f, _: {"practitioner": _practitioner(f[1])}),
    (rf"because {TEXT}", lambda f, _: {"reason": text(f[1])}),
)


def reference(name: str) -> str:
    """The staff reference of somebody so called: "Priya Nair" is priya.nair."""
    return name.lower().replace(" ", ".")


def _practitioner(name: str) -> Practitioner:
    return Practitioner(username=reference(name), name=name)


def _day(said: str, setting: Setting) -> Any:
    return setting.almanac.moved(setting.almanac.day(said, setting.today))


def _hours(said: str) -> tuple[Unavailable, ...]:
    return tuple(_unavailable(each) for each in said.split(" and "))


def _unavailable(said: str) -> Unavailable:
    day, hours = said.rsplit(" ", 1)
    starts, ends = map(time.fromisoformat, hours.split("-"))
    return Unavailable(
        weekday=WEEKDAYS.index(day) if day in WEEKDAYS else None,
        starts=starts,
        ends=ends,
    )


def _amend(said: str, setting: Setting) -> AmendmentWanted:
    fields = clauses(said, AMENDMENT, setting)
    if "reason" not in fields:
        raise Misprint('"amends" wants a reason')
    return AmendmentWanted(by=setting.by, fields=fields)


def _pause(why: str, until: str, reason: str, setting: Setting) -> m.Pause:
    return m.Pause(by=setting.by, why=PauseReason(why), review_on=_day(until, setting), reason=text(reason))


def _withdraw(code: str, reason: str, setting: Setting) -> m.Withdraw:
    return m.Withdraw(by=setting.by, code=WithdrawalCode(code), reason=text(reason))


BECAUSE = rf",? because {TEXT}"
LIFE: tuple[tuple[str, Callable[[re.Match[str], Setting], m.Message | AmendmentWanted]], ...] = (
    (rf"forfeits (\S+?){BECAUSE}", lambda f, s: m.Forfeit(by=s.by, slot=f[1], reason=text(f[2]))),
    (rf"calls off (\S+?){BECAUSE}", lambda f, s: m.CallOff(by=s.by, slot=f[1], reason=text(f[2]))),
    (
        rf"pauses for ({'|'.join(PauseReason)}) until ({DAY}){BECAUSE}",
        lambda f, s: _pause(f[1], f[2], f[3], s),
    ),
    (rf"resumes(?:{BECAUSE})?", lambda f, s: m.Resume(by=s.by, reason=text(f[1] or ""))),
    (rf"withdraws ({'|'.join(WithdrawalCode)}){BECAUSE}", lambda f, s: _withdraw(f[1], f[2], s)),
    (rf"reinstates{BECAUSE}", lambda f, s: m.Reinstate(by=s.by, reason=text(f[1]))),
    (
        rf"says the caseworker has gone{BECAUSE}",
        lambda f, s: m.CaseworkerGone(by=s.by, reason=text(f[1])),
    ),
    (
        rf"hands over to (\S+?){BECAUSE}",
        lambda f, s: m.HandOver(by=s.by, contract=f[1], reason=text(f[2])),
    ),
    (r"amends (.*)", lambda f, s: _amend(f[1], s)),
    (rf"undoes the amendment{BECAUSE}", lambda f, s: m.UndoAmendment(by=s.by, reason=text(f[1]))),
)
