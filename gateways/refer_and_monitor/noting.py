"""Adding a case note (domain brief 3.4, add_case_note)."""

from dataclasses import dataclass
from uuid import UUID

from gateways.refer_and_monitor.reading import Reader, shaped
from gateways.refer_and_monitor.shapes import Note
from interventions.monitoring.records import CaseNote


@dataclass(frozen=True, kw_only=True)
class AddingNote:
    """GET case notes, page by page; none bears our marker: POST."""

    reader: Reader
    referral_id: UUID
    record: CaseNote

    def found(self) -> str | None:
        """The note's id, where one bears the marker in its subject."""
        marked = (note for note in self.reader.notes(self.referral_id) if self._mark in note.subject)
        note = next(marked, None)
        return str(note.id) if note else None

    def write(self) -> str:
        """Add it, marked."""
        subject = self.record.subject
        body = {
            "referralId": str(self.referral_id),
            "subject": subject if self._mark in subject else f"{subject} {self._mark}",
            "body": self.record.body,
            "sendEmail": self.record.notify,
        }
        return str(shaped(Note, self.reader.line.write("POST", "/case-note", body)).id)

    @property
    def _mark(self) -> str:
        # In brackets, so that note 1 is not found in note 12.
        return f"[{self.record.marker}]"
