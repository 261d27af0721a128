"""Marks in the list of dossiers: those whose advice no longer holds today, found in portions."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

from wizard.dossier.folder import Entry
from wizard.dossier.review import Review
from wizard.dossier.session import Session
from wizard.report.review import brief
from wizard.report.review_counts import in_short


class Marks:
    """Goes through dossiers. ``said`` holds what to write with those that no longer hold, by file."""

    def __init__(self) -> None:
        self.said: dict[Path, str] = {}
        self.left: list[Entry] = []
        self.total = 0
        self.reviews: list[Review] = []
        self.unread = 0

    def begin(self, entries: Iterable[Entry]) -> None:
        """Look at ``entries``, the first first, from now on."""
        self.left = list(entries)[::-1]
        self.total = len(self.left)
        self.said, self.reviews, self.unread = {}, [], 0

    def some(self, session: Session, until: float) -> set[Path]:
        """Look at dossiers until a moment of the monotonic clock, at least at one; gives those that no longer hold."""
        found: set[Path] = set()
        while self.left:
            entry = self.left.pop()
            said = self.look(session, entry)
            if said:
                self.said[entry.path] = said
                found.add(entry.path)
            if time.monotonic() > until:
                break
        return found

    def look(self, session: Session, entry: Entry) -> str:
        """What to write with one dossier; empty when it still holds, or cannot be looked at."""
        if entry.consultation is None:
            self.unread += 1
            return ""
        one = session.look_again(entry.path, entry.consultation, session.day_to_compare)
        self.reviews.append(one)
        return brief(session.content, one, session.language)

    def summary(self, session: Session) -> str:
        """How many no longer hold."""
        return in_short(self.reviews, self.unread, session.language)
