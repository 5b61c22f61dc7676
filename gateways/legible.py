"""Making a page legible: what our fonts cannot draw is said in words, and what cannot be seen is left out."""

import unicodedata
from functools import cache
from pathlib import Path

from gateways.one_text import INVISIBLE

# Chooses between two looks of the sign before it; the sign itself stays.
LOOKS = range(0xFE00, 0xFE10)


def legible(page: str, fonts: Path) -> str:
    """`page` in signs that the fonts of that folder have: a rocket reads "(rocket)".

    Control, bidirectional and zero-width characters go: they are not seen, and can turn a line around.
    """
    drawn = _signs(fonts)
    return "".join(letter if letter.isascii() and letter >= " " else _said(letter, drawn) for letter in page)


def _said(letter: str, drawn: frozenset[int]) -> str:
    if letter in "\n\t":
        return letter
    if unicodedata.category(letter) in INVISIBLE or ord(letter) in LOOKS:
        return ""
    if ord(letter) in drawn:
        return letter
    if letter.isspace():
        return " "
    name = unicodedata.name(letter, "") or f"sign {ord(letter):X}"
    return f"({name.lower()})"


@cache
def _signs(fonts: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    signs: set[int] = set()
    for path in sorted(fonts.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            signs |= set(font.getBestCmap())
    return frozenset(signs)
