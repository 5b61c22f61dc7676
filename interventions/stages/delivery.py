"""Stage 4. Support and engagement: sessions from the menu, at the cadence, until the dose is met.

Seeds, Support and Engagement, and the footer: same-day updates following every contact, whatever became of
it (domain brief 7.6, A23); delivery lasts so many weeks from the first delivered session (A9).
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from interventions.case import Case
from interventions.clocks import Clock, dated_clock, gap_clocks
from interventions.days.london import at_london, day_ends, london_date
from interventions.errors import Refusal
from interventions.evolve import evolve
from interventions.facts import AnyFact, EligibilityDecided
from interventions.life.extending import held
from interventions.meetings.appointment import Appointment
from interventions.meetings.fitting import GROUP_RISK, look_at_dates
from interventions.meetings.same_day import UPDATE
from interventions.messages import DecideEligibility
from interventions.promises.dose import ledger, met_at
from interventions.vocabulary import Pathway, Role
from interventions.words.contacting import ask

# No calendar goes on for ever; a deadline beyond this day is one nobody will wait for.
LAST_DAY = date(2999, 12, 31)

SAME_DAY = "contact put on the record the same day"


def decide_eligibility(case: Case, message: DecideEligibility, now: datetime) -> Iterator[AnyFact]:
    """Record a named person's decision. The same again changes nothing.

    It is about a special module (A28), about others who take part ("consent/..." and "risk/...", A35), or
    about joining groups ("group-risk"). A special module of a higher complexity asks for a review (A27).

    Raises:
        Refusal: `no-such-module`: nothing on this menu asks for that decision.
    """
    special = _special(case)
    if message.module not in {GROUP_RISK, *_about_others(case), *special}:
        raise Refusal("no-such-module", "nothing on this menu needs that decision", field="module")
    if case.eligibility.get(message.module) is message.eligible:
        return
    decided = EligibilityDecided(
        at=now, by=message.by, module=message.module, eligible=message.eligible, reason=message.reason
    )
    yield decided
    if case.eligibility.get(message.module):  # what was granted is taken back
        yield from look_at_dates(evolve(case, decided), now)
    if message.eligible and special.get(message.module) is False:
        what = "Eligible for a module of a higher complexity: review the complexity"
        owner = Role.PROBATION_PRACTITIONER
        task = f"review/complexity/{message.module}"
        yield from ask(case, task, "review", owner, what, about="referral", at=now)


def _special(case: Case) -> dict[str, bool]:
    """Each decision that opens a special module of the pathways, and whether it is on today's menu."""
    on_menu = {module.eligibility for row in case.specifications.values() for module in row.menu}
    known = [module for pathway in case.pathways for row in case.terms.rows(pathway) for module in row.menu]
    return {module.eligibility: module.eligibility in on_menu for module in known if module.eligibility}


def _about_others(case: Case) -> set[str]:
    keys = [m.key for row in case.specifications.values() for m in row.menu if m.involves_others]
    return {f"{matter}/{key}" for matter in ("consent", "risk") for key in keys}


def clocks(case: Case) -> Iterator[Clock]:
    """The same-day update of every contact, the gaps between bookings, and the length of delivery."""
    yield from _updates(case)
    yield from _gaps(case)
    yield from _lengths(case)
    yield from _last_days(case)


def _updates(case: Case) -> Iterator[Clock]:
    for slot in case.slots.values():
        recorded = {contact.version: contact.recorded_at for contact in slot.contacts}
        for appointment in slot.appointments:
            if appointment.version in recorded or appointment is slot.live:
                yield _update(case, appointment, recorded.get(appointment.version))
    for noted in case.contacts_noted:
        yield dated_clock(
            case,
            f"{UPDATE}{noted.key}",
            Role.CASEWORKER,
            SAME_DAY,
            since=noted.happened_at,
            due_day=london_date(noted.happened_at),
            met_at=noted.recorded_at,
        )


def _update(case: Case, appointment: Appointment, recorded_at: datetime | None) -> Clock:
    day = london_date(appointment.starts_at)
    nudge = max(at_london(day, case.terms.policy.contact_nudge_at), appointment.ends_at)
    return dated_clock(
        case,
        f"{UPDATE}{appointment.key}",
        Role.CASEWORKER,
        SAME_DAY,
        since=appointment.starts_at,
        due_day=day,
        met_at=recorded_at,
        warn_at=nudge if nudge < day_ends(day) else None,
        cause="not-recorded",
    )


def _gaps(case: Case) -> Iterator[Clock]:
    days = case.terms.policy.next_session_working_days
    yield from gap_clocks(case, "session", f"next session booked within {days} working days", days)


def _lengths(case: Case) -> Iterator[Clock]:
    warn = case.terms.policy.delivery_warning_working_days
    for pathway, row in case.specifications.items():
        own, agreed = held(case, pathway), case.referral.extension(pathway)
        if row.weeks and own:
            until = agreed.until if agreed else london_date(own[0]) + timedelta(weeks=row.weeks)
            longer = ", and longer by the practitioner's agreement" if agreed else ""
            yield dated_clock(
                case,
                f"delivery/{pathway}",
                Role.CASEWORKER,
                f"delivered over {row.weeks} weeks from the first session{longer}",
                since=own[0],
                due_day=until,
                met_at=_over_at(case, pathway, own[-1]),
                warn_before=warn,
                agreed_on=agreed.agreed_on if agreed else None,
                cause="dose-not-met",
            )


def _over_at(case: Case, pathway: Pathway, last: datetime) -> datetime | None:
    """When the sessions of its weeks were over, or None; `last` is when its latest one was held.

    One pathway ends with the final session, whatever was forfeited. Of several, each ends with its own dose:
    the final session that they share may come long after, and makes none of them late.
    """
    finished = case.final.happened_at if case.final else None
    if not case.terms.policy.follows(2):
        return finished if ledger(case, pathway).owed else last
    return finished if len(case.pathways) == 1 else met_at(case, pathway) or finished


def _last_days(case: Case) -> Iterator[Clock]:
    """The days the referral sets: to be completed by, and no more sessions after."""
    days = (
        ("completion-deadline", "completed by the referral's deadline", case.referral.completion_deadline),
        (
            "latest-delivery",
            "sessions over by the last day on which they may be delivered",
            case.referral.latest_delivery,
        ),
    )
    for name, rule, day in days:
        if day:
            yield dated_clock(
                case,
                name,
                Role.CASEWORKER,
                rule,
                since=case.referral.sent_at,
                due_day=min(day, LAST_DAY),
                met_at=case.final.happened_at if case.final else None,
                warn_before=case.terms.policy.delivery_warning_working_days,
                cause="dose-not-met",
            )
