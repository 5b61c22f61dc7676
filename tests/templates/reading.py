"""Reading a page the way a browser and a screen reader do: its tags in order, and its words unescaped."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "link", "img", "hr"}


@dataclass
class Element:
    """One element: its tag, its attributes, and all the words inside it."""

    tag: str
    attributes: dict[str, str | None]
    words: str = ""


@dataclass
class Page(HTMLParser):
    """A parsed page; `stray` holds every end tag that closes nothing."""

    elements: list[Element] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    doctype: str = ""
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    @property
    def left_open(self) -> list[str]:
        return [element.tag for element in self._open]

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    def only(self, tag: str) -> Element:
        (element,) = self.all(tag)
        return element

    def tables(self) -> list[list[list[str]]]:
        """Every table of the page, row by row and cell by cell."""
        tables: list[list[list[str]]] = []
        for element in self.elements:
            if element.tag == "table":
                tables.append([])
            elif element.tag == "tr":
                tables[-1].append([])
            elif element.tag in {"th", "td"}:
                tables[-1][-1].append(element.words)
        return tables

    def rows(self) -> list[list[str]]:
        """Every table row of the page."""
        return [row for table in self.tables() for row in table]

    def handle_decl(self, decl: str) -> None:
        self.doctype = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1].tag == tag:
            self._open.pop()
        else:
            self.stray.append(tag)

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.words += data


def read(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    return page
