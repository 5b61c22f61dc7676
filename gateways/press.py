"""The press: a page becomes a tagged PDF (PDF/UA-1), with the fonts of `templates/fonts` and nothing else.

Nothing is fetched: the only addresses a page may name hold their picture themselves (`data:`), and anything
else stops the press (reliability brief 2.6; decision 15). One page is printed at a time: neither WeasyPrint
nor Pango promises more.
"""

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, NoReturn

from gateways.legible import legible
from gateways.wording import TEMPLATES

FONTS = TEMPLATES / "fonts"
MISSING = "Pango is missing, so no letter can be printed"
REMEDY = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 (macOS: brew install pango)"


class PressMissing(RuntimeError):
    """This machine has no Pango; the message says what to type."""


@dataclass
class WeasyPress:
    """Prints pages. The libraries are loaded by the first, so that a worker without letters never pays."""

    fonts: Path = FONTS
    _lock: Lock = field(default_factory=Lock, repr=False)
    _configuration: Any = field(default=None, repr=False)

    def pdf(self, page: str) -> bytes:
        """The page as a PDF: the same page, the same bytes. What no font has is spelt out in words.

        Raises:
            PressMissing: no Pango on this machine.
            weasyprint.urls.FatalURLFetchingError: the page asks for something from elsewhere.
        """
        with self._lock:
            weasyprint = loaded()
            self._configuration = self._configuration or self._own_fonts()
            source = weasyprint.HTML(string=legible(page, self.fonts), url_fetcher=_closed_fetcher())
            printed: bytes = source.write_pdf(
                font_config=self._configuration, pdf_variant="pdf/ua-1", pdf_tags=True, finisher=_name_headers
            )
            return printed

    def _own_fonts(self) -> Any:
        from weasyprint.text.fonts import FontConfiguration

        with _fontconfig(self.fonts / "fonts.conf"):
            return FontConfiguration()


def loaded() -> Any:
    """WeasyPrint.

    Raises:
        PressMissing: no Pango on this machine.
    """
    # It warns of fonts this machine lacks, which we bring, and of a subsetter it can do without.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import weasyprint
        except OSError:
            raise PressMissing(f"{MISSING}: {REMEDY}") from None
    return weasyprint


@contextmanager
def _fontconfig(file: Path) -> Iterator[None]:
    """Fontconfig reads its file's name from the environment, and only there."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(file.resolve())
    try:
        yield
    finally:
        del os.environ["FONTCONFIG_FILE"]
        if before is not None:
            os.environ["FONTCONFIG_FILE"] = before


def _closed_fetcher() -> Any:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    class Closed(URLFetcher):  # type: ignore[misc]
        """Opens what an address itself holds, and nothing else."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith("data:image/svg+xml;base64,"):
                _refuse(url.split(":", 1)[0][:20])
            return super().fetch(url, headers)

    def _refuse(scheme: str) -> NoReturn:
        raise FatalURLFetchingError(f"a page may not ask for anything from elsewhere ({scheme}:)")

    return Closed(allowed_protocols=["data"])


def _name_headers(_: Any, pdf: Any) -> None:
    """Say of each table's header cell whether it heads a column or a row: WeasyPrint leaves that out."""
    parts = {part.reference: part for part in pdf.objects if hasattr(part, "get")}

    def kind(part: Any) -> Any:
        return part.get("S") if part else None

    for part in list(parts.values()):
        if kind(part) == "/TH":
            row = parts.get(part.get("P"))
            section = parts.get(row.get("P")) if row else None
            part["A"]["Scope"] = "/Column" if kind(section) == "/THead" else "/Row"
