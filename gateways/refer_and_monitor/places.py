"""Where a meeting is, as R&M wants it: a probation office by its code, or an address with a postcode."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from pydantic import Field, TypeAdapter, ValidationError, model_validator

from gateways.refer_and_monitor.refusal import Refusal
from interventions.errors import CatalogueError
from interventions.message import Desk

POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}")
ANY = "*"


class Place(Desk):
    """One place: `office` is Delius's code of a probation office; else the lines and the postcode."""

    office: str = Field(default="", pattern=r"^[A-Z0-9]*$")
    lines: tuple[str, ...] = Field(default=(), max_length=4)
    postcode: str = ""

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        if bool(self.office) == bool(self.lines):
            raise ValueError("give either an office, or lines and a postcode")
        if self.lines and not POSTCODE.fullmatch(compact(self.postcode)):
            raise ValueError("postcode: not a UK postcode")
        return self


_PLACES = TypeAdapter(dict[str, Place])


@dataclass(frozen=True)
class Places:
    """Places by the name caseworkers book them under; "*" stands for every other name."""

    known: Mapping[str, Place] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path | None) -> "Places":
        """The places in a TOML file, a table each.

        Raises:
            CatalogueError: the file is missing or wrong; names file and rule.
        """
        if path is None:
            return cls()
        try:
            found = _PLACES.validate_python(tomllib.loads(path.read_text("utf-8")))
        except OSError as error:
            raise CatalogueError(f"{path.name}: cannot be read: {error.strerror}") from None
        except tomllib.TOMLDecodeError:
            raise CatalogueError(f"{path.name}: not TOML") from None
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            where = ".".join(map(str, first["loc"]))
            raise CatalogueError(f"{path.name}: {where}: {first['msg']}") from None
        return cls({compact(name): place for name, place in found.items()})

    def details(self, name: str) -> dict[str, Any]:
        """R&M's fields for a meeting there: as listed, else as an address somebody wrote out.

        Raises:
            Refusal: "invalid", R&M takes no meeting in person without an address.
        """
        place = self.known.get(compact(name)) or _written_out(name) or self.known.get(ANY)
        if place is None:
            raise Refusal("invalid", "place: neither listed nor an address with a postcode")
        if place.office:
            return {
                "appointmentDeliveryType": "IN_PERSON_MEETING_PROBATION_OFFICE",
                "npsOfficeCode": place.office,
            }
        fields = ("firstAddressLine", "secondAddressLine", "townOrCity", "county")
        address = dict(zip(fields, place.lines, strict=False)) | {"postCode": place.postcode}
        return {
            "appointmentDeliveryType": "IN_PERSON_MEETING_OTHER",
            "appointmentDeliveryAddress": address,
        }


def _written_out(name: str) -> Place | None:
    """ "12 High Street, Oldbarrow, ZZ1 1ZZ" as a place; None where it does not end in a postcode."""
    *lines, last = (part.strip() for part in name.split(","))
    if not lines or not all(lines) or len(lines) > 4 or not POSTCODE.fullmatch(compact(last)):
        return None
    return Place(lines=tuple(lines), postcode=last)


def compact(name: str) -> str:
    """A name or postcode to be compared: capitals and spaces do not count."""
    return re.sub(r"\s+", "", name).upper()
