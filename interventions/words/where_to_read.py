"""Where a task sends somebody to read what was written: its own text holds none of it."""

from interventions.case import Case

VERB = "starter read"


def read_it(case: Case) -> str:
    """The request, and by which verb; before edition 2 no verb showed it."""
    return f"read it ({VERB})" if case.terms.policy.follows(2) else "read it in the register"


def by_verb(case: Case) -> str:
    """The verb alone, for a task that says itself what is to be read."""
    return f" ({VERB})" if case.terms.policy.follows(2) else ""
