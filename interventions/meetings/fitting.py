"""What a session is about, and whether format and pace fit the service that was promised.

Menus are cumulative upwards and never reach down; special modules wait for a named person's decision; a
cadence's maximum is a soft stop (`soft_rules`; domain brief 7.6, A7, A26 to A30).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from interventions.case import Case
from interventions.days.london import wall_time
from interventions.errors import Refusal
from interventions.facts import AnyFact, AppointmentCalledOff
from interventions.meetings.appointment import Appointment, Slot
from interventions.meetings.soft_rules import opens
from interventions.messages import Book
from interventions.promises.catalogue import Module, ServiceSpecification
from interventions.promises.dose import ledger
from interventions.vocabulary import ContactType, Pathway, Role
from interventions.words.called_off import tell
from interventions.words.contacting import ask

# What a named person decides before somebody joins a group.
GROUP_RISK = "group-risk"


@dataclass(frozen=True)
class Subject:
    """A session's pathway row and its modules; `known` are those on the menu. `counts` towards the dose."""

    row: ServiceSpecification
    modules: tuple[str, ...]
    known: tuple[Module, ...]
    counts: bool

    @property
    def opened(self) -> tuple[str, ...]:
        """The soft rule that was opened, where not every module is on the menu."""
        return ("not-on-menu",) if len(self.known) < len(self.modules) else ()


def subject(case: Case, message: Book, moved: Appointment | None) -> Subject:
    """What the session is about; a date that is moved keeps its subject unless it is told another.

    Raises:
        Refusal: `which-pathway`, `not-on-menu`, `not-eligible`; `others-take-part` while their consent or
            the risk check is missing (A35).
    """
    pathway = message.pathway or (moved.pathway if moved else None) or _pathway_owed(case)
    if pathway not in case.pathways:
        raise Refusal("which-pathway", "is not a pathway of this referral", field="pathway")
    keys = message.modules or (moved.modules if moved else ())
    row = case.specifications[pathway]
    known = tuple(module for key in keys if (module := _module(case, row, key, message)))
    counts = moved.counts if moved else not known or any(module.counts for module in known)
    return Subject(row=row, modules=keys, known=known, counts=counts)


def check_format(case: Case, message: Book, about: Subject) -> Iterator[str]:
    """Lets a format through that the service and its modules are offered in; the soft rule it opened.

    Raises:
        Refusal: `wrong-format`; `no-risk-sign-off` for a group nobody signed off (domain brief 8, risk).
    """
    if message.contact is ContactType.GROUP_WORK and not case.eligibility.get(GROUP_RISK):
        how = f"a group session needs a risk sign-off: decide {GROUP_RISK} first"
        raise Refusal("no-risk-sign-off", how, field="contact")
    in_groups_only = about.known and all(
        module.formats == (ContactType.GROUP_WORK,) for module in about.known
    )
    if message.contact is ContactType.GROUP_WORK and about.row.one_to_one_only and not in_groups_only:
        raise Refusal("wrong-format", "this service is delivered one to one", field="contact")
    other = [module for module in about.known if message.contact not in module.formats]
    if other:
        how = f"{other[0].key} is not offered that way: say why (all_the_same)"
        yield opens(case, message, Refusal("wrong-format", how, field="contact"))


def check_pace(case: Case, message: Book, slot: Slot, about: Subject) -> Iterator[str]:
    """Lets through no more sessions than the cadence's maximum in any of its rolling periods; what it opened.

    Raises:
        Refusal: `too-often`, unless it says why.
    """
    if not about.counts or message.record:
        return
    asked, ends = wall_time(message.starts_at), about.row.cadence.ends
    starts = [wall_time(at) for name, at in _sessions_of(case, about.row.pathway) if name != slot.name]
    crowd = max(
        sum(begin <= when < ends(begin) for when in (*starts, asked))
        for begin in (*starts, asked)
        if begin <= asked < ends(begin)
    )
    if crowd > about.row.cadence.maximum:
        most = f"{about.row.cadence.maximum} a {about.row.cadence.period}"
        how = f"more than {most}: say why (all_the_same)"
        yield opens(case, message, Refusal("too-often", how, field="starts_at"))


def _module(case: Case, row: ServiceSpecification, key: str, message: Book) -> Module | None:
    module = row.module(key)
    if module is None:
        _off_menu(case, row, key, message)
    elif module.eligibility and not case.eligibility.get(module.eligibility):
        raise Refusal("not-eligible", f"{key} needs a named person's decision first", field="modules")
    offered = (other.module(key) for other in case.terms.rows(row.pathway))
    if any(each and each.involves_others for each in offered):
        for matter in (f"consent/{key}", f"risk/{key}"):
            if not case.eligibility.get(matter):
                how = f"others take part: decide {matter} first"
                raise Refusal("others-take-part", how, field="modules")
    return module


def _off_menu(case: Case, row: ServiceSpecification, key: str, message: Book) -> None:
    """Who says why opens the menu, but never to a special module of a higher complexity (A27)."""
    higher = [other.module(key) for other in case.terms.rows(row.pathway)]
    if any(module and module.eligibility for module in higher):
        why = f"not offered at {row.complexity}: review the complexity"
        raise Refusal("not-on-menu", why, field="modules")
    how = f"not on the menu of {row.pathway}: say why (all_the_same)"
    opens(case, message, Refusal("not-on-menu", how, field="modules"))


def _pathway_owed(case: Case) -> Pathway:
    owing = [pathway for pathway in case.pathways if ledger(case, pathway).owed]
    if len(owing) > 1:
        raise Refusal("which-pathway", "two pathways are owed sessions: say which", field="pathway")
    return owing[0] if owing else case.pathways[0]


def _sessions_of(case: Case, pathway: Pathway) -> Iterator[tuple[str, datetime]]:
    for slot in case.sessions:
        if slot.held and slot.held.pathway is pathway and slot.held.counts:
            yield slot.name, slot.held.happened_at
        elif slot.live and slot.live.pathway is pathway and slot.live.counts:
            yield slot.name, slot.live.starts_at


def look_at_dates(case: Case, at: datetime) -> Iterator[AnyFact]:
    """What dates rest on has changed: call off groups that may not be, let a person look at the rest."""
    for date in case.live:
        if date.contact is ContactType.GROUP_WORK and not _group_fits(case, date):
            yield AppointmentCalledOff(
                at=at, slot=date.slot, version=date.version, reason="no group any more"
            )
            yield from tell(case, date, "", at)
    if case.live:
        what = "Something changed that the booked dates rest on: look at each, and move what no longer fits"
        task = f"review/dates/{case.sequence}"
        yield from ask(case, task, "review", Role.CASEWORKER, what, about="dates", at=at)


def _group_fits(case: Case, date: Appointment) -> bool:
    row = case.specifications.get(date.pathway) if date.pathway else None
    one_to_one = row is not None and row.one_to_one_only and date.counts
    return bool(case.eligibility.get(GROUP_RISK)) and not one_to_one
