"""What a text asks for, by name: the whole table of examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interventions.vocabulary import ReplyKind
from interventions.words.reply_words import plain, reply_kind
from tests.builders import the_policy

URGENT = the_policy().urgent_words

EXAMPLES = {
    ReplyKind.STOP: [
        *("STOP", "stop", "Stop.", " STOP ", "StopAll", "STOP ALL", "UNSUBSCRIBE", "Cancel", "END", "quit!"),
        *("STOPIWCH", "stopiwch", "please stop texting me", "No more texts thanks", "Don't text me again"),
        *("don\u2019t text me", "ST\u200bOP", "\u202eSTOP\u202c", "peidiwch \u00e2 thecstio", "opt-out"),
        *(
            "OPTOUT",
            "opt-out",
            "Revoke",
            "please stop",
            "Stop please",
            "OK, stop. Thank you",
            "plis stopiwch",
        ),
    ],
    ReplyKind.START: ["START", "Unstop", "start!", "DECHRAU"],
    ReplyKind.CONFIRM: [
        *("1", " 1. ", "YES", "yes", "Yes please", "y", "Yeah ok", "IE", "Ydw", "byddaf, diolch", "confirm"),
        *("I'll be there", "1\ufe0f\u20e3", "yes \U0001f44d", "\uff11"),
    ],
    ReplyKind.CHANGE: ["2", "2 please", "CHANGE", "Change.", "newid", "Newid plis", "call me back"],
    ReplyKind.URGENT: [
        *(
            "I want to kill myself",
            "im going to KILL MYSELF",
            "suicide",
            "Suicidal tonight",
            "it's an emergency",
        ),
        *("I can't go on, I want to die", "self-harm again", "took an overdose", "STOP or I'll kill myself"),
        *(
            "dw i eisiau marw",
            "hunan-niweidio",
            "Argyfwng!",
            "hunanladdiad",
            "wrong number but this is an emergency",
        ),
    ],
    ReplyKind.WRONG_PERSON: [
        *("wrong number", "You have the wrong person", "Who is this?", "that's not my appointment"),
        *("rhif anghywir", "wrong number, stop texting"),
    ],
    ReplyKind.OTHER: [
        *(
            "",
            "   ",
            "\U0001f44d",
            "ok",
            "thanks",
            "no",
            "11",
            "12",
            "1 or 2?",
            "where is it?",
            "running late",
        ),
        *("Yes but can I bring my mum", "can I change it to Tuesday", "stop by at 5?", "I'm driving"),
        *(
            "what happens at the end",
            "please cancel",
            "can you stop at the shop",
            "my start is 2pm",
            "the non-stop bus",
            "{{ 7 * 7 }}",
            "'; DROP TABLE texts",
        ),
    ],
}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        pytest.param(words, kind, id=f"{kind}: {words}")
        for kind, all_of in EXAMPLES.items()
        for words in all_of
    ],
)
def test_a_text_asks_for(words: str, kind: ReplyKind) -> None:
    assert reply_kind(words, URGENT) is kind


def test_every_kind_has_its_examples() -> None:
    assert set(EXAMPLES) == set(ReplyKind)


@pytest.mark.parametrize("word", URGENT)
def test_every_urgent_word_counts_however_it_is_typed(word: str) -> None:
    for words in (
        word,
        word.upper(),
        f"... {word}!!",
        f"hello. {word.title()}, and more",
        f"\u00ab{word}\u00bb",
    ):
        assert reply_kind(words, URGENT) is ReplyKind.URGENT


def test_without_urgent_words_in_the_policy_nothing_is_urgent() -> None:
    assert reply_kind("it is an emergency", ()) is ReplyKind.OTHER
    assert reply_kind("anything", ("",)) is ReplyKind.OTHER


@given(st.text(max_size=400))
def test_any_text_is_of_some_kind_and_its_plain_words_are_plain_for_good(words: str) -> None:
    assert reply_kind(words, URGENT) in ReplyKind
    assert plain(plain(words)) == plain(words)
    assert reply_kind(plain(words), URGENT) is reply_kind(words, URGENT)
