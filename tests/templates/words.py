"""Words that would tell a stranger what this service is, or who somebody is."""

import re

from interventions.promises.catalogue import Catalogue
from interventions.vocabulary import Complexity, Pathway

# Parts of words, so that each also catches its family: "offen" is in offence, offender and reoffending.
ABOUT_THE_LAW = (
    *("probation", "offen", "court", "prison", "custod", "crime", "crimin", "convict", "sentence", "police"),
    *(
        "justice",
        "licence",
        "parole",
        "rehabilit",
        "violen",
        "extremis",
        "terror",
        "racis",
        "hmpps",
        "delius",
    ),
)
ABOUT_THE_LAW_IN_WELSH = (
    *("prawf", "trosedd", "carchar", "llys ", "dedfryd", "heddlu", "troseddwr", "barnwr"),
)
ABOUT_THE_SERVICE = (
    *("pathway", "famil", "significant other", "lifestyle", "associat", "erase", "step back", "mentor"),
    *("intervention", "alliance", "forward", "trust", "seetec", "provider", "practitioner", "caseworker"),
    *("referral", "referred", "programme", "complexity", "service", "assessment", "session", "crn"),
)
CRN = re.compile(r"\b[A-Z]\d{6}\b")
LINK_OR_NUMBER = re.compile(r"https?:|www\.|@|\d{5}", re.IGNORECASE)


def menu_titles() -> set[str]:
    """The name of everything that can happen at a session, in lower case."""
    catalogue = Catalogue.load()
    rows = (
        catalogue.specification(pathway, complexity, "seed-v1")
        for pathway in Pathway
        for complexity in Complexity
    )
    return {module.title.lower() for row in rows for module in row.menu}


def telling(words: str, parts: tuple[str, ...]) -> list[str]:
    """Which of `parts` occur in `words`."""
    return [part for part in parts if part in words.lower()]
