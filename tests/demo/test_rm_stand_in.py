"""`make demo RM=stand-in`: the same six people, and R&M is told of everything that happens to them."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.demo.test_demo import demo, ports

HOUSE = Path(__file__).parent.parent.parent


@pytest.mark.timeout(280)
def test_rm_is_told_of_everything_and_refuses_nothing(tmp_path: Path) -> None:
    run = demo(tmp_path, *ports(), "--rm", "stand-in")
    out, err = run.communicate(timeout=260)
    assert run.returncode == 0, err
    people = json.loads((tmp_path / ".throughline" / "summary.json").read_text("utf-8"))
    held = sum(person["sessions_held"] for person in people)
    last = out.strip().splitlines()[-1]
    assert f"6 referrals, {held} sessions with their feedback, 6 reports and 18 case notes" in last
    assert "nothing was refused" in last


def test_a_real_rm_is_never_told_of_invented_people(tmp_path: Path) -> None:
    run = demo(tmp_path, *ports(), THROUGHLINE_RM_URL="https://rm.example")
    _, err = run.communicate(timeout=60)
    assert run.returncode == 1
    assert "real provider credentials are set (THROUGHLINE_RM_URL)" in err


def test_make_asks_for_an_rm_only_when_somebody_says_so() -> None:
    """To make itself RM is `rm -f`."""
    for words, wanted in (((), False), (("RM=stand-in",), True)):
        told = subprocess.run(
            ("make", "-n", "demo", *words), cwd=HOUSE, capture_output=True, text=True, check=True
        ).stdout
        assert ("--rm stand-in" in told) is wanted
        assert "--rm rm" not in told
