"""Papers printed: the words, their PDF, and the calendar file that goes with dates."""

from collections.abc import Callable
from dataclasses import dataclass

from activities.printed import Printed
from gateways.invitations import invitations
from gateways.wording import JinjaWording
from interventions.words.correspondence import PostLetter, ProduceDocument


@dataclass(frozen=True)
class Printing:
    """Prints errands. Without a press (`pdf`) what comes out is the page itself, as HTML."""

    wording: JinjaWording
    pdf: Callable[[str], bytes] | None = None

    def print(self, key: str, errand: PostLetter | ProduceDocument) -> Printed:
        """The errand's paper in its language and format; the same errand gives the same bytes.

        Raises:
            PressMissing: it should be a PDF and this machine has no Pango.
            jinja2.UndefinedError: the template asks for a fact the type does not have.
        """
        which = (errand.paper, errand.language, errand.letter_format)
        envelope = errand.envelope if isinstance(errand, PostLetter) else None
        page = self.wording.paper(*which, envelope=envelope, on=errand.written_on)
        return Printed(
            content=self.pdf(page) if self.pdf else page.encode(),
            suffix="pdf" if self.pdf else "html",
            paper=errand.paper.paper,
            reader=errand.paper.reader,
            language=errand.language,
            letter_format=errand.letter_format,
            words=self.wording.version(*which),
            calendar=invitations(key, errand.paper, errand.language),
        )
