"""What a worker is really made of: nothing of it only remembers, so nothing is forgotten with the process."""

from dataclasses import replace
from pathlib import Path

from gateways.remembered_turns import RememberedTurns
from gateways.sql_turns import SqlTurns
from worker.parts import parts
from worker.settings import Settings

OURS = ("activities", "gateways", "worker")


def a_machine(folder: Path) -> Settings:
    return Settings(register_url=f"sqlite:///{folder}/register.db", outbox=folder / "outbox")


def made_of(whole: object) -> set[str]:
    """The names of our own classes in it, however deep they lie."""
    names, ahead, seen = set[str](), [whole], set[int]()
    while ahead:
        each = ahead.pop()
        if type(each).__module__.partition(".")[0] in OURS and id(each) not in seen:
            seen.add(id(each))
            names.add(type(each).__name__)
            ahead += vars(each).values() if hasattr(each, "__dict__") else ()
    return names


def only_remembering(names: set[str]) -> list[str]:
    return sorted(name for name in names if name.startswith("Remembered"))


def test_whoever_takes_turns_takes_them_in_the_database(tmp_path: Path) -> None:
    """Turns kept in memory would let two workers speak to R&M of one case at the same time."""
    assert isinstance(parts(a_machine(tmp_path)).turns, SqlTurns)


def test_no_part_of_a_real_worker_only_remembers(tmp_path: Path) -> None:
    real = parts(a_machine(tmp_path))
    assert only_remembering(made_of(real)) == []
    assert {"Outbox", "SqlLedger", "SqlRegister", "SqlSuppression", "SqlTurns"} <= made_of(real)
    assert only_remembering(made_of(replace(real, turns=RememberedTurns()))) == ["RememberedTurns"]
