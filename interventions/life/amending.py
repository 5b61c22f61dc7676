"""The referral changes while it runs: what it says, who acts in it, which contract it belongs to.

Clocks, dose and what is still to be sent follow by themselves, because they are derived from the case. Each
amendment keeps both versions and can be undone with a reason (domain brief 2.2).
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from interventions.case import Case
from interventions.days.london import london_date
from interventions.errors import Refusal
from interventions.evolve import evolve
from interventions.facts import AnyFact, AppointmentCalledOff, CaseworkerLeft, ReferralAmended
from interventions.life.duplicates import look
from interventions.life.extending import extended
from interventions.meetings.absence import call_off_all
from interventions.meetings.appointment import ASSESSMENT
from interventions.meetings.enforceable_days import too_many
from interventions.meetings.fitting import look_at_dates
from interventions.messages import Amend, CaseworkerGone, HandOver, UndoAmendment
from interventions.participant import is_case_number
from interventions.referral import Referral, Selection
from interventions.stages.referral import reallocate, shut_out
from interventions.vocabulary import RM, Pathway, Role
from interventions.words.called_off import tell
from interventions.words.contacting import ask
from interventions.words.reissuing import reissue
from interventions.words.where_to_read import by_verb

PLAIN = (
    "completion_deadline",
    "maximum_enforceable_days",
    "practitioner",
    "responsible_officer",
    "further_information",
    "latest_delivery",
    "interpreter_language",
    "accessibility_needs",
    "additional_needs",
    "unavailable_times",
    "restricted_to",
)

# What the caseworker goes by, and hears of in no other way.
TO_BE_READ = (
    "completion_deadline",
    "maximum_enforceable_days",
    "practitioner",
    "responsible_officer",
    "further_information",
    "accessibility_needs",
    "additional_needs",
)
LAST_DAYS = ("latest_delivery", "extensions")


def amend(case: Case, message: Amend, now: datetime) -> Iterator[AnyFact]:
    """Change what the referral says. What it says already changes nothing.

    Raises:
        Refusal: `which-pathway`, `unknown-outcome`, `date-passed`, `no-outcome`, `not-a-case-number`;
            `restricted` where somebody would shut themselves out; what `extending.extended` says.
    """
    for field in ("completion_deadline", "latest_delivery", "delivery_until"):
        if (day := getattr(message, field)) and day < london_date(now):
            raise Refusal("date-passed", "must not lie in the past", field=field)
    if message.restricted_to and message.by not in message.restricted_to:
        raise Refusal("restricted", "name yourself among the staff", field="restricted_to")
    if message.crn and not is_case_number(message.crn) and case.terms.policy.follows(2):
        raise Refusal("not-a-case-number", "a letter and six digits, as X123456", field="crn")
    after = case.referral.model_copy(update=_changes(case, message, now))
    topics = tuple(
        name for name in Referral.model_fields if getattr(after, name) != getattr(case.referral, name)
    )
    if not topics:
        return
    amended = ReferralAmended(
        at=now, by=message.by, topics=topics, before=case.referral, after=after, reason=message.reason
    )
    yield amended
    yield from _consequences(evolve(case, amended), amended)
    yield from reissue(evolve(case, amended), case.referral.participant.contact, now)


def undo(case: Case, message: UndoAmendment, now: datetime) -> Iterator[AnyFact]:
    """Take back the last amendment: its topics say again what they said before.

    Whoever names it by its number can say it twice: the second time changes nothing.

    Raises:
        Refusal: `nothing-amended`, `not-the-last`.
    """
    count = len(case.amendments)
    if message.amendment and message.amendment > count:
        return
    if not case.amendments:
        raise Refusal("nothing-amended", "no amendment can be undone")
    if message.amendment and message.amendment < count:
        raise Refusal("not-the-last", f"undo amendment {count} first", field="amendment")
    last = case.amendments[-1]
    after = case.referral.model_copy(update={name: getattr(last.before, name) for name in last.topics})
    after = _newer_sheet(case.referral, after)
    amended = ReferralAmended(
        at=now,
        by=message.by,
        topics=last.topics,
        before=case.referral,
        after=after,
        reason=message.reason,
        undone=True,
    )
    yield amended
    yield from _consequences(evolve(case, amended), amended)
    yield from reissue(evolve(case, amended), case.referral.participant.contact, now)


def _newer_sheet(now: Referral, after: Referral) -> Referral:
    """A contact sheet that is restored is a new one: what was addressed to the other must not match it."""
    if after.participant.contact == now.participant.contact:
        return after
    contact = after.participant.contact.model_copy(update={"version": now.participant.contact.version + 1})
    person = after.participant.model_copy(update={"contact": contact})
    return after.model_copy(update={"participant": person})


def caseworker_gone(case: Case, message: CaseworkerGone, now: datetime) -> Iterator[AnyFact]:
    """Ask for another caseworker; everything open waits for them. Said twice, it changes nothing."""
    if not case.caseworker_gone:
        yield CaseworkerLeft(at=now, by=message.by, reason=message.reason)
        yield from reallocate(case, now)


def hand_over(case: Case, message: HandOver, now: datetime) -> Iterator[AnyFact]:
    """Move the case to another contract, where somebody else goes on with it.

    Raises:
        Refusal: `same-contract`.
    """
    if message.contract == case.referral.contract:
        raise Refusal("same-contract", "it belongs to that contract already", field="contract")
    after = case.referral.model_copy(update={"contract": message.contract})
    yield ReferralAmended(
        at=now, by=message.by, topics=("contract",), before=case.referral, after=after, reason=message.reason
    )
    left = CaseworkerLeft(at=now, by=message.by, reason=message.reason)
    yield from call_off_all(evolve(case, left), "handed over", message.by, now)
    if not case.caseworker_gone:
        yield left
        yield from reallocate(case, now)


def _changes(case: Case, message: Amend, now: datetime) -> dict[str, Any]:
    given = {name: getattr(message, name) for name in PLAIN if getattr(message, name) is not None}
    if message.interpreter_language == "":
        given["interpreter_language"] = None  # none is needed any more
    if message.complexity or message.outcomes is not None:
        given["selections"] = _selections(case, message)
    if message.delivery_until:
        pathway = _chosen(case, message).pathway
        given["extensions"] = extended(case, message, pathway, now)
    person = case.referral.participant
    if message.contact:
        contact = message.contact.model_copy(update={"version": person.contact.version + 1})
        same = contact == person.contact.model_copy(update={"version": contact.version})
        person = person if same else person.model_copy(update={"contact": contact})
    if message.crn and message.crn != person.crn:
        given["former_crns"] = (*case.referral.former_crns, person.crn)
        person = person.model_copy(update={"crn": message.crn})
    return given | {"participant": person}


def _chosen(case: Case, message: Amend) -> Selection:
    pathway = message.pathway or (case.pathways[0] if len(case.pathways) == 1 else None)
    chosen = case.referral.selection(pathway) if pathway else None
    if chosen is None:
        raise Refusal("which-pathway", "say for which pathway of this referral", field="pathway")
    return chosen


def _selections(case: Case, message: Amend) -> tuple[Selection, ...]:
    chosen = _chosen(case, message)
    pathway = chosen.pathway
    if message.outcomes is not None:
        _known_outcomes(case, message, pathway)
        chosen = chosen.model_copy(update={"outcomes": message.outcomes})
    if message.complexity:
        chosen = chosen.model_copy(update={"complexity": message.complexity})
    return tuple(chosen if each.pathway is pathway else each for each in case.referral.selections)


def _known_outcomes(case: Case, message: Amend, pathway: Pathway) -> None:
    if not message.outcomes:
        raise Refusal("no-outcome", "at least one outcome is wanted", field="outcomes")
    row = case.specifications[pathway]
    if any(row.outcome(outcome) is None for outcome in message.outcomes):
        raise Refusal("unknown-outcome", "is not in the set pinned for this referral", field="outcomes")


def _consequences(case: Case, amended: ReferralAmended) -> Iterator[AnyFact]:
    """A plan in force no longer fits a referral that asks for something else: somebody looks at it."""
    topics, now = amended.topics, amended.at
    yield from _read(case, amended)
    if "selections" in topics and case.plan:
        what = "The referral asks for something else now: review the action plan"
        task = f"review/plan/{len(case.amendments) + 1}/{case.sequence}"
        yield from ask(case, task, "review", Role.CASEWORKER, what, about="plan", at=now)
    if "restricted_to" in topics:
        yield from shut_out(case, amended)
    if "latest_delivery" in topics:
        yield from _too_late_now(case, now)
    if "former_crns" in topics:
        yield from look(case, f"duplicates/{case.sequence}", now)
    if {"selections", "unavailable_times"} & set(topics):
        yield from look_at_dates(case, now)
    if "maximum_enforceable_days" in topics and too_many(case):
        yield from look_at_dates(case, now)
    if "interpreter_language" in topics:
        what = "An interpreter is needed, or no longer: arrange it before the next meeting"
        task = f"interpreter/{case.sequence}"
        yield from ask(case, task, "review", Role.CASEWORKER, what, about="referral", at=now)


def _read(case: Case, amended: ReferralAmended) -> Iterator[AnyFact]:
    """Whoever supports the participant learns what somebody else changed; what R&M changed it tells them."""
    worker = case.caseworker
    if worker is None or amended.by in (worker.username, RM) or not case.terms.policy.amendments_are_read:
        return
    wanted = TO_BE_READ + (LAST_DAYS if case.terms.policy.last_days_are_read else ())
    news = [topic for topic in amended.topics if topic in wanted]
    if "selections" in amended.topics and not case.plan:
        news.append("complexity or outcomes")
    if news:
        topics = ", ".join(news).replace("_", " ")
        what = f"The referral says something else now ({topics}): read it{by_verb(case)}"
        task = f"amended/{case.sequence}"
        yield from ask(case, task, "review", Role.CASEWORKER, what, about="referral", at=amended.at)


def _too_late_now(case: Case, now: datetime) -> Iterator[AnyFact]:
    """Sessions booked after the last day on which they may be delivered are called off."""
    last = case.referral.latest_delivery
    for date in case.live:
        if last and date.slot != ASSESSMENT and now < date.starts_at and london_date(date.starts_at) > last:
            why = "after the latest delivery date"
            yield AppointmentCalledOff(at=now, slot=date.slot, version=date.version, reason=why)
            yield from tell(case, date, "", now)
