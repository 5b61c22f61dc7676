"""What a participant's text asks for: read by one pure function, in English and in Welsh.

The stopping and starting words are the carriers' own: a carrier acts on them whatever we think of them. So
they count as the whole of a text only; urgent words count anywhere in it (reliability brief R6, R22).
"""

import re
import unicodedata
from collections.abc import Iterable

from interventions.vocabulary import ReplyKind

STOP = {
    "stop",
    "stopall",
    "stop all",
    "unsubscribe",
    "cancel",
    "end",
    "quit",
    "revoke",
    "optout",
    "opt out",
    "stopiwch",
    "stopio",
    "peidiwch",
}
START = {"start", "unstop", "dechrau", "ailddechrau"}
CONFIRM = {
    *("1", "yes", "y", "yep", "yeah", "confirm", "confirmed", "ie", "ydw", "ydy", "byddaf", "cadarnhau"),
    *("i will be there", "ill be there", "see you then", "bydda i yno"),
}
CHANGE = {"2", "change", "newid", "call me", "call me back", "ffoniwch fi"}

# Politely said, no carrier acts on it; we do. (The carriers' other words mean other things: "cancel please".)
STOP_POLITELY = {"stop", "unsubscribe", "stopiwch", "stopio", "peidiwch"}

# Said in more words than one, anywhere in a text.
STOP_PHRASES = (
    *("stop texting", "stop messaging", "stop sending", "no more texts", "dont text me", "do not text me"),
    *("peidiwch a thecstio", "dim mwy o negeseuon"),
)
WRONG_PERSON_PHRASES = (
    *("wrong number", "wrong person", "not my appointment", "who is this", "i dont know who this is"),
    *("rhif anghywir", "person anghywir"),
)
# Said for the sake of manners: "2 please" is a 2.
MANNERS = {
    "please",
    "pls",
    "plz",
    "thanks",
    "thank",
    "you",
    "thx",
    "ta",
    "cheers",
    "ok",
    "okay",
    "diolch",
    "plis",
}


def reply_kind(words: str, urgent: Iterable[str]) -> ReplyKind:
    """What the text asks for. `urgent` are the policy's words; what is not understood a person must read.

    Where it could be two things, the more serious: urgent, wrong person, stop, then the rest. Only a text
    that is nothing but a stopping or starting word is that before all: the carrier has acted on it.
    """
    said = plain(words)
    for whole, kind in ((STOP, ReplyKind.STOP), (START, ReplyKind.START)):
        if said in whole:
            return kind
    for phrases, kind in (
        ([plain(each) for each in urgent], ReplyKind.URGENT),
        (WRONG_PERSON_PHRASES, ReplyKind.WRONG_PERSON),
        (STOP_PHRASES, ReplyKind.STOP),
    ):
        if any(f" {phrase} " in f" {said} " for phrase in phrases if phrase):
            return kind
    meant = {said, " ".join(word for word in said.split() if word not in MANNERS)}
    for whole, kind in (
        (STOP_POLITELY, ReplyKind.STOP),
        (CONFIRM, ReplyKind.CONFIRM),
        (CHANGE, ReplyKind.CHANGE),
    ):
        if meant & whole:
            return kind
    return ReplyKind.OTHER


def plain(words: str) -> str:
    """The words in small letters with single spaces: no accents, apostrophes, punctuation or pictures."""
    spelt = unicodedata.normalize("NFKD", words).casefold()
    spelt = "".join(sign for sign in spelt if not unicodedata.combining(sign))
    spelt = re.sub(r"['\u2018\u2019`\u00b4\u200b-\u200f\u2060\ufeff]", "", spelt)
    return " ".join(re.findall(r"[a-z0-9]+", spelt))
