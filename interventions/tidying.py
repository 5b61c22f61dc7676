"""Whether the reason a task was opened for still holds; a person's own tasks stay until they say so."""

from collections.abc import Callable, Mapping

from interventions.case import Case, ClockMark
from interventions.clocks import Clock
from interventions.life import notices
from interventions.life.endings import report_owed
from interventions.meetings import absence
from interventions.meetings.cadence import too_seldom
from interventions.meetings.risk import unread
from interventions.stages.final_session import TOGETHER, all_three
from interventions.stages.referral import WHEN_NOT
from interventions.task import Task
from interventions.vocabulary import Role, WithdrawalCode
from interventions.words.called_off import OFF, still_to_tell
from interventions.words.receipts import matters
from interventions.words.reminders import reminds_of, wanted
from interventions.words.waiting_texts import still_waits

Running = Mapping[str, Clock]
Wanted = Callable[[Case, Task, Running], bool]


def still_wanted(case: Case, task: Task, running: Running) -> bool:
    """Whether somebody still has to do it; `running` are the clocks still to be met, by name."""
    if case.suppressed and task.kind in ("contact", "sending", "review"):
        return False
    if _moot(case, task):
        return False
    look = WANTED.get(task.kind)
    return look is None or look(case, task, running)


def _moot(case: Case, task: Task) -> bool:
    """Whether it asks how a service should go on that is over; a concern, say, still wants an answer."""
    over = case.withdrawal is not None or case.ending is not None
    asks_how = task.kind == "review" or task.id.startswith("absence/")
    return asks_how and over and case.terms.policy.last_tasks_working_days is not None


def _clock(case: Case, task: Task, running: Running) -> bool:
    """Goes when the clock is met, or has a new day."""
    mark = running[task.about].mark if task.about in running else ClockMark()
    return mark.breached if task.id.startswith("breached/") else mark.warned


def _plan(case: Case, task: Task, running: Running) -> bool:
    """Goes when the plan is decided, or submitted again."""
    wanted = "awaited" if task.owner is Role.PROBATION_PRACTITIONER else "returned"
    return case.plans[-1].decision == wanted and not (case.final or case.withdrawal)


def _booking(case: Case, task: Task, running: Running) -> bool:
    """Goes when a date is made, or none is owed any more."""
    if task.about == "plan":
        if case.withdrawal and case.terms.policy.follows(2):
            return False
        dates = (date for slot in case.sessions for date in slot.appointments)
        return not any(date.booked_at > task.opened_at for date in dates)
    slot = case.slots.get(task.about)
    done = slot and (slot.live or slot.held or slot.forfeited)
    return not (done or case.final or case.withdrawal)


def _contact(case: Case, task: Task, running: Running) -> bool:
    """Goes with the date it is about, or when texts are wanted again."""
    if task.about == "texts":
        return case.referral.participant.contact.mobile in case.texts_off
    if task.id.startswith(OFF):
        return still_to_tell(case, task)
    about_a_date = task.about.startswith("reminder/")
    return not about_a_date or any(reminds_of(task.about, date) for date in case.live)


def _sending(case: Case, task: Task, running: Running) -> bool:
    """Goes when what it was to say has lost its use."""
    if task.id.startswith("waiting/"):
        return still_waits(case, task.about)
    return matters(case, task.about) if task.id.startswith("unheard/") else wanted(case, task.about)


def _pause(case: Case, task: Task, running: Running) -> bool:
    """Goes when the pause ends."""
    return case.pause is not None and case.withdrawal is None


def _people(case: Case, task: Task, running: Running) -> bool:
    """Goes when somebody is allocated, or a withdrawal leaves no report to write."""
    nothing_left = case.withdrawal is not None and not report_owed(case) and case.terms.policy.follows(2)
    return case.caseworker_gone and not nothing_left


def _closure(case: Case, task: Task, running: Running) -> bool:
    """Goes when a session takes place, a new plan is agreed, or the referral is withdrawn."""
    return absence.all_missed(case) and case.withdrawal is None


def _three_way(case: Case, task: Task, running: Running) -> bool:
    """Goes with the answer, or when the final session is held."""
    if task.id == TOGETHER:
        return all_three(case) and not (case.final or case.withdrawal)
    offer = case.three_way
    theirs = task.owner is Role.PROBATION_PRACTITIONER
    unanswered = offer is not None and (offer.practitioner if theirs else offer.participant) is None
    return not (case.final or case.withdrawal) and unanswered


def _cadence(case: Case, task: Task, running: Running) -> bool:
    """Goes when the date is moved nearer, or called off."""
    return any(date.key == task.about and too_seldom(case, date) for date in case.live)


def _overdue(case: Case, task: Task, running: Running) -> bool:
    """Goes when the task itself is done."""
    return case.tasks[task.about].closed_at is None


def _moved(case: Case, task: Task, running: Running) -> bool:
    """Goes when the withdrawal is taken back."""
    return case.withdrawal is not None and case.withdrawal.code is WithdrawalCode.MOVED


def _review(case: Case, task: Task, running: Running) -> bool:
    """Goes when the assessment is held, or the risk is read."""
    if task.id == absence.ATTEMPTS:
        return case.assessed is None
    if task.id == WHEN_NOT:
        return not case.referral.unavailable_times
    return unread(case, task)


def _notice(case: Case, task: Task, running: Running) -> bool:
    """Goes when it is no longer so."""
    return notices.still_so(case, task)


WANTED: dict[str, Wanted] = {
    "clock": _clock,
    "plan": _plan,
    "booking": _booking,
    "contact": _contact,
    "sending": _sending,
    "pause": _pause,
    "people": _people,
    "closure": _closure,
    "three-way": _three_way,
    "overdue": _overdue,
    "moved": _moved,
    "cadence": _cadence,
    "review": _review,
    "notice": _notice,
}
