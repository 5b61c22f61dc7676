"""The outbox on disk: where things lie, and what happens when the disk says no."""

import json
import multiprocessing
from hashlib import sha256
from pathlib import Path

import pytest

from gateways.outbox import Outbox
from interventions.vocabulary import Language, LetterFormat
from tests.gateways.papers import envelope, printed
from tests.gateways.text_intents import an_outgoing
from tests.gateways.writers import NO_ROOM, keep_with_little_room, lay_down

REFERRAL = "7d3c1a52-9a55-4f0e-8f31-6c1f0a7b9d10"


def test_a_text_lies_under_its_referral_and_key(tmp_path: Path) -> None:
    outcome = Outbox(tmp_path).send(an_outgoing(f"{REFERRAL}/reminder/session-3/1"))
    assert outcome.reference == f"texts/{REFERRAL}/reminder.session-3.1.json"
    lying = json.loads((tmp_path / outcome.reference).read_text("utf-8"))
    assert lying == {"to": "+447700900123", "words": "See you at 9am"}


def test_a_letter_lies_with_its_envelope_which_says_where_to_and_nothing_more(tmp_path: Path) -> None:
    outcome = Outbox(tmp_path).post(
        f"{REFERRAL}/welcome/1", envelope("Siân O'Neil"), printed("<p>Dear Siân</p>")
    )
    assert outcome.reference == f"letters/{REFERRAL}/welcome.1/letter.pdf"
    page = tmp_path / outcome.reference
    assert page.read_text("utf-8") == "<p>Dear Siân</p>"
    outside = json.loads((page.parent / "envelope.json").read_text("utf-8"))
    assert outside == {"to": "Siân O'Neil", "lines": ["4 Acacia Row", "Northgate"], "postcode": "ZZ1 1ZZ"}


def test_a_document_lies_under_its_referral_and_key(tmp_path: Path) -> None:
    outcome = Outbox(tmp_path).keep(f"{REFERRAL}/welcome/1/by-hand", printed("<p>Dear Siân</p>"))
    assert outcome.reference == f"documents/{REFERRAL}/welcome.1.by-hand/document.pdf"
    assert (tmp_path / outcome.reference).read_text("utf-8") == "<p>Dear Siân</p>"


def test_beside_each_paper_lies_what_is_to_be_known_of_it(tmp_path: Path) -> None:
    paper = printed(
        "Annwyl", language=Language.WELSH, letter_format=LetterFormat.EASY_READ, calendar=b"BEGIN"
    )
    outcome = Outbox(tmp_path).keep(f"{REFERRAL}/plan-copy/1", paper)
    folder = (tmp_path / outcome.reference).parent
    assert json.loads((folder / "about.json").read_text("utf-8")) == {
        "paper": "welcome",
        "sha256": sha256(b"Annwyl").hexdigest(),
        "words": "a1b2",
        "for": "participant",
        "language": "cy",
        "format": "easy-read",
    }
    assert (folder / "appointments.ics").read_bytes() == b"BEGIN"
    assert len(list(folder.iterdir())) == 3


def test_a_page_laid_down_without_a_press_stands_when_there_is_one(tmp_path: Path) -> None:
    first = Outbox(tmp_path).post(f"{REFERRAL}/a", envelope("Siân"), printed("<p/>", suffix="html"))
    assert first.reference.endswith("letter.html")
    assert Outbox(tmp_path).post(f"{REFERRAL}/a", envelope("Siân"), printed("%PDF")) == first


def test_the_outbox_makes_its_own_room_and_leaves_nothing_else_behind(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet" / "there"
    for _ in range(2):
        Outbox(folder).send(an_outgoing(f"{REFERRAL}/a"))
        Outbox(folder).post(f"{REFERRAL}/a", envelope("Siân"), printed("<p/>"))
    assert sorted(path.name for path in folder.rglob("*") if path.is_file()) == [
        "a.json",
        "about.json",
        "envelope.json",
        "letter.pdf",
    ]
    assert list((folder / ".part").iterdir()) == []


def test_only_its_owner_can_look_inside(tmp_path: Path) -> None:
    outcome = Outbox(tmp_path).send(an_outgoing(f"{REFERRAL}/a"))
    assert (tmp_path / outcome.reference).parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("", id="nothing"),
        pytest.param("welcome", id="no referral"),
        pytest.param(f"{REFERRAL}/", id="nothing after it"),
        pytest.param(f"{REFERRAL}//1", id="a gap"),
        pytest.param(f"{REFERRAL}/../../../etc/passwd", id="climbing out"),
        pytest.param(f"../{REFERRAL}/welcome", id="climbing out from the start"),
        pytest.param("/etc/passwd", id="from the root"),
        pytest.param(f"{REFERRAL}/a.b", id="a dot, which stands for a slash"),
        pytest.param(f"{REFERRAL}/.hidden", id="hidden"),
        pytest.param(f"{REFERRAL}\\welcome/1", id="a backslash"),
        pytest.param(f"{REFERRAL}/Siân", id="a name"),
        pytest.param(f"{REFERRAL}/a\n", id="a line break"),
        pytest.param(f"{REFERRAL}/a\x00", id="a nul"),
    ],
)
def test_a_key_that_is_no_key_is_refused_and_never_repeated(tmp_path: Path, key: str) -> None:
    outbox = Outbox(tmp_path / "outbox")
    with pytest.raises(ValueError, match=r"^key: ") as text:
        outbox.send(an_outgoing(key))
    with pytest.raises(ValueError, match=r"^key: ") as letter:
        outbox.post(key, envelope("Siân"), printed("<p/>"))
    with pytest.raises(ValueError, match=r"^key: ") as document:
        outbox.keep(key, printed("<p/>"))
    assert not [error for error in (text, letter, document) if "Siân" in str(error.value)]
    assert list(tmp_path.rglob("*")) == []


def test_a_disk_that_says_no_is_heard_and_nothing_half_made_is_left(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    (tmp_path / "texts").write_text("a file where a folder should be", "utf-8")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / REFERRAL).write_text("and here", "utf-8")
    with pytest.raises(OSError, match=r"(?i)exists|directory"):
        outbox.send(an_outgoing(f"{REFERRAL}/a"))
    with pytest.raises(OSError, match=r"(?i)exists|directory"):
        outbox.post(f"{REFERRAL}/a", envelope("Siân"), printed("<p/>"))
    (tmp_path / "letters" / REFERRAL).unlink()
    assert outbox.post(f"{REFERRAL}/a", envelope("Siân"), printed("<p/>")).result == "accepted"


def test_a_name_too_long_for_the_disk_is_heard(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        Outbox(tmp_path).keep(f"{REFERRAL}/{'a' * 300}", printed("<p/>"))


def test_a_disk_that_fills_half_way_leaves_nothing_under_the_key(tmp_path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=keep_with_little_room, args=(tmp_path,))
    process.start()
    process.join(timeout=100)
    assert process.exitcode == NO_ROOM
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_a_killed_worker_left_half_made_is_in_nobodys_way(tmp_path: Path) -> None:
    half_made = tmp_path / ".part" / "tmpkilled" / "whole"
    half_made.mkdir(parents=True)
    (half_made / "letter.pdf").write_text("<p>half a le", "utf-8")
    outcome = Outbox(tmp_path).post(f"{REFERRAL}/a", envelope("Siân"), printed("<p>whole</p>"))
    assert (tmp_path / outcome.reference).read_text("utf-8") == "<p>whole</p>"


def test_several_processes_under_the_same_keys_make_one_of_each(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=lay_down, args=(tmp_path, REFERRAL, name)) for name in "abc"]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=100)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    letters = sorted((tmp_path / "letters" / REFERRAL).iterdir())
    assert len(letters) == len(list((tmp_path / "texts" / REFERRAL).iterdir())) == 20
    for letter in letters:
        outside = json.loads((letter / "envelope.json").read_text("utf-8"))
        assert (letter / "letter.pdf").read_text("utf-8") == f"<p>{outside['to']}</p>"
