"""Gateways that remember, for workers of which a test looks at something else."""

from dataclasses import replace
from typing import Any

from gateways.in_memory import (
    RememberedDocuments,
    RememberedLetters,
    RememberedRegister,
    RememberedSuppression,
)
from gateways.printing import Printing
from gateways.remembered_ledger import RememberedLedger
from gateways.remembered_texts import RememberedTexts
from gateways.shelf import Shelf
from gateways.wording import JinjaWording
from worker.parts import Parts


def remembered(**other: Any) -> Parts:
    """Behind real words and a real shelf. `other` parts, by their names, take the place of these."""
    parts = Parts(
        texts=RememberedTexts(),
        ledger=RememberedLedger(),
        letters=RememberedLetters(),
        documents=RememberedDocuments(),
        press=Printing(JinjaWording()),
        wording=JinjaWording(),
        register=RememberedRegister(),
        suppression=RememberedSuppression(),
        reference=Shelf.from_files(),
    )
    return replace(parts, **other)
