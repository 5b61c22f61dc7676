"""What is wrong with something typed in, by field and rule, in our words and never in the writer's."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from interventions.errors import Refusal
from interventions.illegible import Finding, Illegible, illegible
from interventions.message import Wire
from interventions.messages import Spoken

Saying = TypeVar("Saying", bound=Spoken)
Paper = TypeVar("Paper", bound=Wire)

# Far more than anybody writes. A message is kept in every history it passes; Temporal refuses ten times this.
LARGEST = 200_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_message(kind: type[Saying], fields: Mapping[str, object]) -> Saying:
    """The message that somebody typed, field by field.

    Raises:
        Illegible: fields are missing or wrong.
    """
    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        raise illegible(error, within="") from None


def read_paper(path: Path, kind: type[Paper], *, name: str) -> Paper:
    """The plan or report in a JSON file; fields are named from `name` on, as the service names them.

    An unknown key is refused too: it is a misspelt one (strict at the desk, style brief 5.8).

    Raises:
        Refusal: the file cannot be read.
        Illegible: it is too large, not UTF-8 or not JSON, or fields are unknown, missing or wrong.
    """
    try:
        return kind.model_validate_json(_text(path, name), extra="forbid")
    except ValidationError as error:
        raise illegible(error, within=name) from None


def _text(path: Path, name: str) -> str:
    try:
        with path.open("rb") as paper:
            written = paper.read(LARGEST + 1)
    except OSError as error:
        why = error.strerror or "the system gave no reason"
        raise Refusal("unreadable", f"cannot be read: {why}", field=name) from None
    if len(written) > LARGEST:
        raise Illegible([Finding(name, "too-large", f"is larger than {LARGEST:,} bytes")])
    try:
        return written.removeprefix(_BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        line = 1 + error.object.count(b"\n", 0, error.start)
        raise Illegible([Finding(name, "not-utf-8", f"is not UTF-8 text, at line {line}")]) from None
