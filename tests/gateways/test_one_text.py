"""What fits one text: 160 places of the GSM alphabet, on one line, with nothing hidden in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateways.one_text import ONCE, SEGMENT, TWICE, one_text, septets, tidied

CIRCUMFLEX_W = "\N{LATIN SMALL LETTER W WITH CIRCUMFLEX}"


@pytest.mark.parametrize(
    ("words", "places"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("See you at 9am", 14, id="plain words"),
        pytest.param("à bientôt", None, id="a French circumflex is not in it"),
        pytest.param("café Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}", None, id="nor a diaeresis on e"),
        pytest.param("£5, ¡olé!", 9, id="pound sign and acute e are"),
        pytest.param("€5", 3, id="a euro sign takes two"),
        pytest.param("[a]^{b}~|\\", 18, id="so do brackets"),
        pytest.param(f"t{CIRCUMFLEX_W}r", None, id="Welsh w with a circumflex is not in it"),
        pytest.param("it\N{RIGHT SINGLE QUOTATION MARK}s", None, id="nor a typographer's apostrophe"),
        pytest.param("\N{GRINNING FACE}", None, id="nor a face"),
    ],
)
def test_characters_take_places(words: str, places: int | None) -> None:
    assert septets(words) == places


def test_the_alphabet_has_its_127_letters_and_ten_more() -> None:
    assert len(ONCE) == 127
    assert len(TWICE) == 10
    assert not ONCE & TWICE


@pytest.mark.parametrize(
    ("words", "line"),
    [
        pytest.param("  See\tyou \r\n\r\n at  9am\n", "See you at 9am", id="any white space is one space"),
        pytest.param("See\x00 you\x07 at 9am\x7f", "See you at 9am", id="control characters"),
        pytest.param("See \u202eyou\u202c at \u20669am\u2069", "See you at 9am", id="writing direction"),
        pytest.param("S\u200bee\ufeff \u200dyou\u2060 at\u00ad 9am", "See you at 9am", id="zero width"),
        pytest.param("See\N{NO-BREAK SPACE}you\u2003at\u20289am", "See you at 9am", id="other spaces"),
        pytest.param("See \u200b you", "See you", id="no double space where something was hidden"),
    ],
)
def test_what_cannot_be_seen_is_taken_out(words: str, line: str) -> None:
    assert tidied(words) == line


@given(st.text())
def test_tidying_twice_changes_nothing(words: str) -> None:
    assert tidied(tidied(words)) == tidied(words)


@given(st.text(alphabet=sorted(ONCE | TWICE), max_size=200))
def test_either_it_fits_or_it_is_refused(words: str) -> None:
    line = tidied(words)
    if line and (septets(line) or 0) <= SEGMENT:
        assert one_text(words, template="t") == line
        return
    with pytest.raises(ValueError, match=r"^t: "):
        one_text(words, template="t")


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        pytest.param("a" * 160, True, id="160 letters"),
        pytest.param("a" * 161, False, id="161 letters"),
        pytest.param("a" * 158 + "€", True, id="158 and a euro sign"),
        pytest.param("a" * 159 + "€", False, id="159 and a euro sign"),
        pytest.param(CIRCUMFLEX_W, False, id="one letter outside the alphabet"),
        pytest.param(" \u200b\n", False, id="nothing to be seen"),
    ],
)
def test_one_segment_and_no_more(words: str, fits: bool) -> None:
    if fits:
        assert one_text(words, template="t") == words
        return
    with pytest.raises(ValueError, match=r"^t: ") as refused:
        one_text(words, template="t")
    assert "aaa" not in str(refused.value)
    assert CIRCUMFLEX_W not in str(refused.value)
