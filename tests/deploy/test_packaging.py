"""What is installed as a package has every file of its rooms."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[2]
SETUPTOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
ROOMS = [pattern.removesuffix("*") for pattern in SETUPTOOLS["packages"]["find"]["include"]]
PACKED = ["*.py", *SETUPTOOLS["package-data"]["*"]]


def test_no_file_of_a_room_is_left_out() -> None:
    files = [
        file
        for room in ROOMS
        for file in (ROOT / room).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    ]
    left_out = [str(file) for file in files if not any(fnmatch(file.name, kind) for kind in PACKED)]
    assert (left_out, len(files) > 200) == ([], True)
