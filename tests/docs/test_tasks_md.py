"""docs/tasks.md says what the core asks of people; `make docs` writes its table again."""

import re

from tests.docs.conversations import walks_of_life
from tests.docs.generated import parts
from tests.docs.task_table import BESIDES, SECTIONS, TASKS, asked


def test_the_table_is_what_the_code_says() -> None:
    page = parts(TASKS.read_text("utf-8"))
    assert page["tasks"] == SECTIONS["tasks"](), "stale: type `make docs`"


def test_whatever_is_asked_in_walks_of_life_stands_in_it() -> None:
    """The table is read off the source: a way of asking that it can't read would be missing."""
    known = [re.compile(re.escape(each.id).replace("…", ".+")) for each in (*asked(), *BESIDES)]
    ids = {task for case in walks_of_life() for task in case.tasks}
    assert len(ids) > 10
    assert {task for task in ids if not any(pattern.fullmatch(task) for pattern in known)} == set()
