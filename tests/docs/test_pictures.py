"""The pictures of papers in the documentation: every page of two of them, as they are printed today."""

from pathlib import Path

from tests.docs.pictures import PAPERS, PICTURES, drawn


def test_every_page_of_two_papers_has_its_picture(tmp_path: Path) -> None:
    today = {path.name for path in drawn(tmp_path)}
    kept = {path.name for name in PAPERS for path in PICTURES.glob(f"{name}-*.png")}
    assert today == kept, "stale: type `make pictures`"
    assert all((PICTURES / name).read_bytes().startswith(b"\x89PNG") for name in kept)
