"""Meetings in figures: who came, what became of it and by whose doing, who moved it, when it was recorded.

Same-day updates follow every contact, whatever became of it (seeds, footer; domain brief 7.6, A23).
"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from interventions.case import Case
from interventions.facts import AnyFact
from interventions.figures.looking import first
from interventions.figures.measure import measure, number
from interventions.meetings.appointment import Contact
from interventions.meetings.same_day import same_day
from interventions.message import Wire
from interventions.promises.dose import ledgers
from interventions.vocabulary import Attended, NoSessionReason

A_WEEK = 7


class ContactFigures(Wire):
    """Every appointment whose time came, the assessment's included unless a measure says otherwise."""

    first_session_attended_at: datetime | None = measure(
        "The time of the first delivery session the participant came to, held or not."
    )
    first_session_held_at: datetime | None = measure(
        "The time of the first delivery session that took place."
    )
    sessions_expected: int | None = measure(
        "Sessions of the plan in force over all pathways; empty before one is in force."
    )
    sessions_attended: int = number(
        "Delivery sessions the participant came to, each counted once however often it was booked; "
        "supplements are left out, as they are not expected either."
    )
    contacts: int = number("Appointments on the record, whatever became of them.")
    noted: int = number("Contacts between appointments on the record: calls, visits, tries in vain.")
    held: int = number("Those that took place.")
    late: int = number("Those to which the participant came late.")
    absent_unaccepted: int = number("Did not attend, without a reason that was accepted.")
    absent_accepted: int = number("Did not attend, with a reason that was accepted.")
    absent_provider: int = number("Did not attend, by the provider's doing.")
    no_session_unaccepted: int = number("Came, no session took place: the participant's doing, not accepted.")
    no_session_accepted: int = number("Came, no session took place: the participant could not.")
    no_session_provider: int = number("Came, no session took place: the provider's doing.")
    called_off: int = number("Dates called off before their time, and not moved.")
    moved_by_participant: int = number("Dates moved because the participant asked.")
    moved_by_provider: int = number("Dates moved because the provider asked.")
    recorded_same_day: int = number(
        "Contacts put on the record on the London day they happened, those between appointments too.",
        version=2,
    )
    recorded_next_day: int = number("On the next day.", version=2)
    recorded_within_week: int = number("Two to seven days later.", version=2)
    recorded_later: int = number("More than seven days later.", version=2)
    never_recorded: int = number("Appointments whose day passed without a record, and that have none yet.")
    recording_lag_days: int | None = measure(
        "The worst lag, in London days from the contact to its record.", version=2
    )


def contact_figures(case: Case, facts: Iterable[AnyFact]) -> ContactFigures:
    """The figures of every contact; `facts` are those the case was built from."""
    came = [
        contact for slot in case.sessions for contact in slot.contacts if contact.attended is not Attended.NO
    ]
    dates = [date for slot in case.slots.values() for date in slot.appointments]
    prompt = same_day(facts)
    lags = [each.days_later for each in prompt if each.days_later is not None]
    return ContactFigures(
        first_session_attended_at=first(contact.happened_at for contact in came),
        first_session_held_at=first(contact.happened_at for contact in came if contact.held),
        sessions_expected=sum(each.sessions_planned for each in ledgers(case)) if case.plan else None,
        sessions_attended=len({contact.slot for contact in came if contact.counts}),
        contacts=len(case.contacts),
        noted=len(case.contacts_noted),
        held=sum(contact.held for contact in case.contacts),
        late=sum(contact.attended is Attended.LATE for contact in case.contacts),
        called_off=sum(len(slot.called_off) for slot in case.slots.values()),
        moved_by_participant=sum(date.moved_by == "participant" for date in dates),
        moved_by_provider=sum(date.moved_by == "provider" for date in dates),
        never_recorded=sum(each.recorded_at is None for each in prompt),
        recording_lag_days=max(lags, default=None),
        **Counter(_cause(contact) for contact in case.contacts if not contact.held),
        **Counter(_promptness(lag) for lag in lags),
    )


CAUSES = {
    NoSessionReason.UNACCEPTABLE: "unaccepted",
    NoSessionReason.ACCEPTABLE: "accepted",
    NoSessionReason.LOGISTICS: "provider",
}


def _cause(contact: Contact) -> str:
    """The measure under which a contact counts that was not held; silence is no accepted reason."""
    what = "absent" if contact.attended is Attended.NO else "no_session"
    return f"{what}_{CAUSES[contact.no_session_reason or NoSessionReason.UNACCEPTABLE]}"


def _promptness(lag: int) -> str:
    """The measure under which a record so many days late counts."""
    if lag > 1:
        return "recorded_within_week" if lag <= A_WEEK else "recorded_later"
    return "recorded_next_day" if lag else "recorded_same_day"
