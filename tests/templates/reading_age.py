"""How old one must be to read something with ease: the Flesch-Kincaid grade, and five.

Written here because it is ten lines; a syllable is a run of vowels, less a silent e. Names and what people
wrote themselves are not ours to simplify, so callers leave them out or keep them short.
"""

import re

VOWELS = re.compile(r"[aeiouy]+")
SENTENCE = re.compile(r"[.!?:;\n]+")
WORD = re.compile(r"[a-z']+")


def syllables(word: str) -> int:
    """About how many syllables an English word has."""
    bare = word.lower().removesuffix("'s")
    count = len(VOWELS.findall(bare))
    if bare.endswith("e") and not bare.endswith(("le", "ee")) and count > 1:
        count -= 1
    return max(1, count)


def sentences(words: str) -> list[list[str]]:
    """The sentences of a text, each in its words."""
    found = (WORD.findall(part.lower()) for part in SENTENCE.split(words))
    return [sentence for sentence in found if sentence]


def reading_age(words: str) -> float:
    """The age at which somebody reads this with ease, in years."""
    said = sentences(words)
    every = [word for sentence in said for word in sentence]
    per_sentence = len(every) / len(said)
    per_word = sum(map(syllables, every)) / len(every)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59 + 5
