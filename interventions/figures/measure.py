"""What a measure is: a field with its meaning in words and a version, defined once and nowhere else.

A measure whose meaning changes gets the next version in the same commit, so that two reports can be
compared (domain brief 6, F16, F18).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin

from pydantic import Field
from pydantic.fields import FieldInfo

from interventions.message import Wire


@dataclass(frozen=True)
class Measure:
    """One measure: its name in every format, what it means, and which version of that meaning this is.

    `flat` is false for what one cell cannot hold; a table leaves it out.
    """

    name: str
    meaning: str
    version: int
    flat: bool


def measure(meaning: str, *, default: object = None, version: int = 1) -> Any:
    """A measure that is empty while there is nothing to say: never now, never nought, never no.

    With `...` as its default it is never empty.
    """
    return Field(default=default, description=meaning, json_schema_extra={"version": version})


def number(meaning: str, *, version: int = 1) -> Any:
    """A measure that counts, from nought up."""
    return Field(default=0, ge=0, description=meaning, json_schema_extra={"version": version})


def breakdown(meaning: str, *, version: int = 1) -> Any:
    """A measure that counts under several headings at once."""
    return Field(default_factory=dict, description=meaning, json_schema_extra={"version": version})


def measures(of: type[Wire]) -> Iterator[Measure]:
    """Every measure of a row, in its order; those of a group without a meaning of its own as `group_name`."""
    for name, field in of.model_fields.items():
        group = group_of(field)
        if group is None or field.description:
            flat = group is None and not _many(field)
            yield Measure(name, field.description or "", _version(field), flat)
            continue
        for inner in measures(group):
            yield Measure(f"{name}_{inner.name}", inner.meaning, inner.version, inner.flat)


def group_of(field: FieldInfo) -> type[Wire] | None:
    """The kind of row that stands inside this field, or None where it holds one value."""
    kinds = get_args(field.annotation) if _is_choice(field.annotation) else (field.annotation,)
    found = (kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Wire))
    return next(found, None)


def edition(of: type[Wire]) -> str:
    """Names this set of meanings: it changes when a measure comes, goes or gets a new version."""
    said = ";".join(f"{each.name}:{each.version}" for each in measures(of))
    return sha256(said.encode()).hexdigest()[:12]


def _is_choice(annotation: object) -> bool:
    return get_origin(annotation) in (Union, UnionType)


def _many(field: FieldInfo) -> bool:
    return get_origin(field.annotation) is dict


def _version(field: FieldInfo) -> int:
    extra = cast(dict[str, Any], field.json_schema_extra or {})
    return int(extra.get("version", 0))
