"""Before a dossier is opened: what would now come out otherwise, and what no longer fits. Nothing is changed yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.visual import Visual

from wizard.app import dossier_words
from wizard.app.choosing import Choosing
from wizard.app.rows import Rows, gap, heading, item, line
from wizard.dossier.fit import Kept
from wizard.dossier.session import Session
from wizard.report import reopening_words as words
from wizard.report.reopening import before_opening, days
from wizard.report.two_days import Part


def what_differs(session: Session, kept: Kept) -> list[Part]:
    """What is to be said before ``kept`` is opened; empty when it opens as it was left."""
    found, today = session.looked_again(kept), session.now().date()
    return before_opening(session.content, kept, found, today, session.language)


class Reopening(Choosing):
    """Asks which reference date to open a dossier with; ``chosen`` turns the choice into what to open."""

    foot = dossier_words.CHOOSE_OR_READ

    def __init__(self, session: Session, kept: Kept, parts: Sequence[Part]) -> None:
        self.kept = kept
        self.days = days(kept, session.day_to_open(kept), session.now().date(), session.language)
        text = Rows(_rows(session, kept, parts))
        super().__init__(session, session.say(words.CAME), text, [said for said, _ in self.days])

    def chosen(self, choice: int | None) -> Kept | None:
        """The dossier with the reference date that was chosen; ``None`` when it is not to be opened."""
        if choice is None or choice >= len(self.days) - 1:
            return None
        return self.kept._replace(day=self.days[choice][1])


def _rows(session: Session, kept: Kept, parts: Sequence[Part]) -> Iterable[Visual]:
    for part in parts:
        if part.heading:
            yield heading(part.heading)
        for n, told in enumerate(part.items):
            if part.name == "now":  # the point: the verdicts, and below them why
                yield line(told.text, "" if n else "bold")
            else:
                yield item("⚠" if part.name in ("lost", "unfit", "back") else "•", told.text)
            yield from (line(below, indent=2) for below in told.below)
        yield gap()
    found = kept.consultation
    named = " · ".join(said for said in (found.client, found.matter) if said)
    yield line(session.say(words.NOTHING_YET), "$text-muted")
    if named:
        yield line(named, "$text-muted")
