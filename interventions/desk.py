"""Reading one typed page from disk: strict, and plain about what is wrong with it."""

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from interventions.errors import CatalogueError
from interventions.message import Desk

Page = TypeVar("Page", bound=Desk)


def read_page(path: Path, kind: type[Page]) -> Page:
    """The TOML file at `path` as a `kind`.

    Raises:
        CatalogueError: it cannot be read, does not parse, or a key is unknown, missing or wrong; the
            message names the file, and every key at fault with its rule.
    """
    try:
        return kind.model_validate(tomllib.loads(path.read_text("utf-8")))
    except ValidationError as error:
        findings = [
            f"{'.'.join(map(str, found['loc'])) or 'whole file'}: {found['msg']}" for found in error.errors()
        ]
        raise CatalogueError(f"{path.name}: {'; '.join(findings)}") from error
    except ValueError as error:
        raise CatalogueError(f"{path.name}: not TOML: {error}") from error
    except OSError as error:
        raise CatalogueError(f"{path.name}: cannot be read from {path.parent.name}") from error
