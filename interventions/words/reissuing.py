"""Letters again, in the language or format somebody has asked for since (domain brief 2.2, amend needs).

Only what still concerns the participant: the copy of the plan in force; before there is one, the letter that
introduced their caseworker.
"""

from collections.abc import Iterator
from datetime import datetime

from interventions.case import Case
from interventions.facts import AnyFact
from interventions.participant import ContactSheet
from interventions.stages.referral import introduced_by
from interventions.words.contacting import by_letter
from interventions.words.papers import plan_copy


def reissue(case: Case, before: ContactSheet, now: datetime) -> Iterator[AnyFact]:
    """Post it once more; `case` knows the new sheet, which makes the letter another one than before."""
    sheet = case.referral.participant.contact
    same = (sheet.language, sheet.letter_format) == (before.language, before.letter_format)
    if same or case.final or case.withdrawal or not case.terms.policy.letters_again_in_new_format:
        return
    if case.plan:
        key = f"plan-copy/{case.plan.number}/sheet-{sheet.version}"
        yield from by_letter(case, key, plan_copy(case, case.plan), at=now)
    elif case.caseworker:
        number = case.caseworker.handovers + 1
        key = f"welcome/{number}/sheet-{sheet.version}"
        for letter in introduced_by(case, case.caseworker.name, number):
            yield from by_letter(case, key, letter, at=now)
