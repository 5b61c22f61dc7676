"""Files of referrals: every record is taken in or reported by file and line, and none stops the rest."""

import json
import re
from pathlib import Path

import pytest

from interventions.promises.catalogue import Catalogue
from starter.referral_files import Intake, count_records, read_files
from tests.starter.documents import EXAMPLES, GOOD, NOW, but, example


def taken_in(catalogue: Catalogue, *paths: Path) -> list[Intake]:
    intakes = list(read_files(paths, catalogue=catalogue, now=NOW))
    assert len(intakes) == count_records(paths)
    assert all((intake.referral is None) == bool(intake.findings) for intake in intakes)
    return intakes


def one_line() -> bytes:
    return json.dumps(example("family-low.json")).encode()


def rules(intakes: list[Intake]) -> list[str]:
    """What became of each: its rule, or "in"."""
    return [intake.findings[0].rule if intake.findings else "in" for intake in intakes]


def test_every_example_is_a_referral_that_may_start(catalogue: Catalogue) -> None:
    intakes = taken_in(catalogue, *(EXAMPLES / name for name in GOOD))

    assert [intake.source for intake in intakes] == list(GOOD)
    assert rules(intakes) == ["in"] * len(GOOD)


def test_the_example_of_many_has_two_bad_lines_and_they_are_the_ones_its_readme_names(
    catalogue: Catalogue,
) -> None:
    intakes = taken_in(catalogue, EXAMPLES / "many.ndjson")

    assert rules(intakes) == ["in", "in", "in-custody", "in", "in", "not-json", "in", "in"]
    assert [intake.source for intake in intakes if intake.findings] == ["many.ndjson:3", "many.ndjson:6"]
    assert [intake.line for intake in intakes] == list(range(1, 9))


def test_no_two_examples_are_about_the_same_referral_or_person(catalogue: Catalogue) -> None:
    intakes = taken_in(catalogue, *(EXAMPLES / name for name in GOOD), EXAMPLES / "many.ndjson")
    referrals = [intake.referral for intake in intakes if intake.referral]

    for kept in (
        {r.id for r in referrals},
        {r.reference for r in referrals},
        {r.participant.crn for r in referrals},
    ):
        assert len(kept) == len(referrals)


@pytest.mark.parametrize("name", [*GOOD, "many.ndjson"])
def test_no_example_could_be_a_real_person(name: str) -> None:
    text = (EXAMPLES / name).read_text("utf-8")

    mobiles = re.findall(r'"mobile": "([^"]*)"', text)
    assert mobiles
    assert all(re.fullmatch(r"(\+44|0)7700 ?900\d{3}", mobile) for mobile in mobiles)
    assert all(postcode.startswith("ZZ") for postcode in re.findall(r'"postcode": "([^"]*)"', text))


def test_the_readme_explains_every_example() -> None:
    explained = re.findall(r"^\| `([^`]+)` \|", (EXAMPLES / "README.md").read_text("utf-8"), re.MULTILINE)

    assert sorted(explained) == sorted(path.name for path in EXAMPLES.glob("*json"))


def test_blank_lines_are_skipped_but_counted_in_the_line_numbers(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    file = tmp_path / "gaps.ndjson"
    file.write_bytes(b"\n" + one_line() + b"\r\n  \n\n" + one_line())

    assert [intake.source for intake in taken_in(catalogue, file)] == ["gaps.ndjson:2", "gaps.ndjson:5"]


@pytest.mark.parametrize(
    "bad, rule, reason",
    [
        pytest.param(b"\xff\xfe{}", "not-utf-8", "is not UTF-8 text, at line 2", id="not UTF-8"),
        pytest.param(b'{"id": }', "not-json", "is not JSON, at line 2, column 8", id="cut off"),
        pytest.param(b'{"id": NaN}', "not-json", "is not JSON we can read, from line 2", id="not a number"),
        pytest.param(b"[" * 200_000, "not-json", "is not JSON we can read, from line 2", id="bottomless"),
        pytest.param(b"1" * 5_000, "not-json", "is not JSON we can read, from line 2", id="endless number"),
        pytest.param(b'["a referral"]', "malformed", "must be a JSON object", id="a list"),
        pytest.param(b"null", "malformed", "must be a JSON object", id="null"),
    ],
)
def test_a_bad_line_is_reported_with_its_number_and_the_rest_go_on(
    catalogue: Catalogue, tmp_path: Path, bad: bytes, rule: str, reason: str
) -> None:
    file = tmp_path / "day.ndjson"
    file.write_bytes(one_line() + b"\n" + bad + b"\n" + one_line() + b"\n")

    first, second, third = taken_in(catalogue, file)

    assert first.referral == third.referral is not None
    assert (second.line, second.findings) == (2, (("document", rule, reason),))


@pytest.mark.parametrize(
    "written, reason",
    [
        pytest.param(b'{\n  "id": 1,,\n}', "is not JSON, at line 2, column 11", id="not JSON"),
        pytest.param(b'{\n\n"id": "\xe9"}', "is not UTF-8 text, at line 3", id="not UTF-8"),
        pytest.param(b"", "is not JSON, at line 1, column 1", id="empty"),
    ],
)
def test_a_bad_document_is_reported_with_the_line_inside_it(
    catalogue: Catalogue, tmp_path: Path, written: bytes, reason: str
) -> None:
    file = tmp_path / "one.json"
    file.write_bytes(written)

    (intake,) = taken_in(catalogue, file)

    assert (intake.source, intake.line, intake.findings[0].reason) == ("one.json", None, reason)


def test_all_findings_of_one_record_are_kept(catalogue: Catalogue, tmp_path: Path) -> None:
    file = tmp_path / "two-wrong.json"
    changes = {"id": "x", "contactSheet": None}
    file.write_text(json.dumps(but(example("family-low.json"), changes)))

    (intake,) = taken_in(catalogue, file)

    assert [(found.field, found.rule) for found in intake.findings] == [
        ("id", "malformed"),
        ("contactSheet", "contact-sheet-missing"),
    ]


def test_a_file_that_is_not_there_is_reported_and_the_next_is_read(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    folder = tmp_path / "folder.json"
    folder.mkdir()
    paths = [tmp_path / "gone.json", tmp_path / "gone.ndjson", folder, EXAMPLES / "family-low.json"]

    intakes = taken_in(catalogue, *paths)

    assert rules(intakes) == ["unreadable", "unreadable", "unreadable", "in"]
    assert intakes[0].findings[0].reason == "cannot be read: No such file or directory"


def test_a_byte_order_mark_is_no_fault(catalogue: Catalogue, tmp_path: Path) -> None:
    file = tmp_path / "windows.json"
    file.write_bytes(b"\xef\xbb\xbf" + one_line())

    assert rules(taken_in(catalogue, file)) == ["in"]


def test_a_long_file_is_streamed_not_read_whole(catalogue: Catalogue, tmp_path: Path) -> None:
    file = tmp_path / "long.ndjson"
    file.write_bytes((one_line() + b"\n") * 20)
    intakes = read_files([file], catalogue=catalogue, now=NOW)

    assert next(intakes).line == 1
    with file.open("ab") as end:
        end.write(one_line())

    assert [intake.line for intake in intakes] == list(range(2, 22))


@pytest.mark.parametrize("name", ["referral.json", "day.ndjson"])
def test_a_document_far_larger_than_anybody_writes_is_refused_whole(
    catalogue: Catalogue, tmp_path: Path, name: str
) -> None:
    large = example("family-low.json") | {"padding": "x" * 200_000}
    file = tmp_path / name
    file.write_bytes(json.dumps(large).encode())

    [intake] = taken_in(catalogue, file)

    assert intake.findings[0] == ("document", "too-large", "is larger than 200,000 bytes")
