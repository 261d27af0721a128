"""Before a dossier is opened: what would now come out otherwise, and what no longer fits. Nothing is changed yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from textual.visual import Visual

from wizard.app import dossier_words
from wizard.app.choosing import Choosing
from wizard.app.rows import Rows, gap, heading, item, line
from wizard.dossier.fit import Kept
from wizard.dossier.holds import Seen
from wizard.dossier.session import Session
from wizard.report import seen_words as words
from wizard.report.seen import days, otherwise, unfit


class Reopening(Choosing):
    """Asks which reference date to open a dossier with; ``chosen`` turns the choice into what to open."""

    foot = dossier_words.CHOOSE_OR_READ

    def __init__(self, session: Session, kept: Kept, seen: Sequence[Seen]) -> None:
        self.kept = kept
        self.days = days(kept, session.now().date(), session.language)
        text = Rows(_rows(session, kept, seen))
        super().__init__(session, session.say(words.CAME), text, [said for said, _ in self.days])

    def chosen(self, choice: int | None) -> Kept | None:
        """The dossier with the reference date that was chosen; ``None`` when it is not to be opened."""
        if choice is None or choice >= len(self.days) - 1:
            return None
        return replace(self.kept, day=self.days[choice][1])


def _rows(session: Session, kept: Kept, seen: Sequence[Seen]) -> Iterable[Visual]:
    found = kept.consultation
    named = " · ".join(part for part in (found.client, found.matter) if part)
    if named:
        yield line(named, "bold")
    for part in otherwise(session.content, seen, session.language):
        yield heading(part.heading)
        for told in part.items:
            yield item("•", told.text)
            yield from (line(below, indent=2) for below in told.below)
        yield gap()
    for said in unfit(kept, session.language):
        yield item("⚠", said)
        yield gap()
    yield line(session.say(words.NOTHING_YET), "$text-muted")
