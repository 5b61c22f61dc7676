"""Whether words fit one text message, and nothing hides between them.

A text is billed and shown by the segment: 160 characters of the GSM 03.38 alphabet, some of which count
twice. One character outside it turns the whole text into segments of 70 (reliability brief 1.1, 2.6).
"""

import unicodedata

SEGMENT = 160
INVISIBLE = frozenset({"Cc", "Cf"})
ONCE = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
TWICE = frozenset("\f^{}\\[~]|€")


def septets(words: str) -> int | None:
    """How many of a segment's 160 places `words` take, or None where the alphabet lacks a character."""
    if not set(words) <= ONCE | TWICE:
        return None
    return sum(2 if letter in TWICE else 1 for letter in words)


def tidied(words: str) -> str:
    """`words` on one line, single-spaced, without control, bidirectional or zero-width characters."""
    seen = (letter for letter in words if letter.isspace() or unicodedata.category(letter) not in INVISIBLE)
    return " ".join("".join(seen).split())


def one_text(words: str, *, template: str) -> str:
    """`words` tidied, for one segment.

    Raises:
        ValueError: nothing is left, or it does not fit; names the template, never the words.
    """
    line = tidied(words)
    if not line:
        raise ValueError(f"{template}: says nothing")
    length = septets(line)
    if length is None:
        raise ValueError(f"{template}: uses a character that a text of {SEGMENT} (GSM-7) cannot carry")
    if length > SEGMENT:
        raise ValueError(f"{template}: takes {length} characters; a text holds {SEGMENT} (GSM-7)")
    return line
