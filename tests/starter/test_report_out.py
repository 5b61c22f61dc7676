"""Where a report goes: a file is for a spreadsheet and whole, stdout is for a program."""

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from starter.report_files import BYTE_ORDER_MARK
from tests.starter.reported import MARCH, typed


def test_a_file_for_a_spreadsheet_begins_with_a_byte_order_mark_and_a_pipe_does_not(
    register: str, tmp_path: Path
) -> None:
    assert typed(register, *MARCH, "--out", str(tmp_path / "report.csv")).exit_code == 0
    written = (tmp_path / "report.csv").read_bytes().decode("utf-8")
    piped = typed(register, *MARCH).stdout_bytes.decode("utf-8")
    assert written == BYTE_ORDER_MARK + piped
    assert all(line.endswith("\r\n") for line in piped.splitlines(keepends=True))
    assert [path.name for path in tmp_path.iterdir()] == ["report.csv"]


def test_behind_a_redirection_there_is_no_mark_and_the_first_heading_is_whole(
    register: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "starter", "report", *MARCH, "--profile", "rm"]
    environment = os.environ | {"THROUGHLINE_REGISTER_URL": register}
    with (tmp_path / "redirected.csv").open("wb") as to:
        subprocess.run(command, env=environment, stdout=to, check=True)
    assert typed(register, *MARCH, "--profile", "rm", "--out", str(tmp_path / "out.csv")).exit_code == 0
    for name, encoding in (("redirected.csv", "utf-8"), ("out.csv", "utf-8-sig")):
        headings, *_ = csv.reader(io.StringIO((tmp_path / name).read_bytes().decode(encoding), newline=""))
        assert headings[0] == "referral_ref", name


@pytest.mark.parametrize(("form", "begins"), [("json", b'{"report":'), ("html", b"<!DOCTYPE html>")])
def test_what_is_no_table_has_no_mark_in_a_file_either(
    register: str, tmp_path: Path, form: str, begins: bytes
) -> None:
    assert typed(register, *MARCH, "--format", form, "--out", str(tmp_path / "report")).exit_code == 0
    assert (tmp_path / "report").read_bytes().startswith(begins)
    assert typed(register, *MARCH, "--format", form).stdout_bytes.startswith(begins)


def test_who_reads_only_the_beginning_is_not_shown_a_traceback(register: str) -> None:
    command = [sys.executable, "-m", "starter", "report", *MARCH]
    environment = os.environ | {"THROUGHLINE_REGISTER_URL": register}
    reader, writer = os.pipe()
    os.close(reader)  # whoever read has gone already
    with os.fdopen(writer, "wb") as gone:
        answer = subprocess.run(command, env=environment, stdout=gone, stderr=subprocess.PIPE, check=False)
    assert answer.returncode != 0
    assert b"Traceback" not in answer.stderr


def test_a_disk_that_is_full_behind_stdout_is_one_line(register: str) -> None:
    command = [sys.executable, "-m", "starter", "report", *MARCH]
    environment = os.environ | {"THROUGHLINE_REGISTER_URL": register}
    with Path("/dev/full").open("wb") as full:
        answer = subprocess.run(command, env=environment, stdout=full, stderr=subprocess.PIPE, check=False)
    assert answer.returncode == 2
    assert answer.stderr == b"stdout cannot be written: No space left on device\n"
