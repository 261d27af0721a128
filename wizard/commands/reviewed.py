"""What `magdat review` looked at: what its table, its data and its letters tell of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wizard.content.model import Content
from wizard.dossier.review import TURNED, UNSURE, Review


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Everything that was looked at on one day: the dossiers, and those that could not be read, with why."""

    content: Content
    day: date
    reviews: tuple[Review, ...]
    unread: tuple[tuple[Path, str], ...]

    @property
    def turned(self) -> list[Review]:
        """The dossiers with an advice that no longer holds, and whose new outcome nobody saw."""
        return [one for one in self.reviews if one.status == TURNED]

    @property
    def code(self) -> int:
        """The exit code."""
        failed = len(self.unread) + sum(one.trouble is not None for one in self.reviews)
        if failed and not any(one.looked_at for one in self.reviews):
            return 2
        return 1 if failed or any(one.status in (TURNED, UNSURE) for one in self.reviews) else 0
