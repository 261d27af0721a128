"""The answers that were changed, as a text to read: the last change first."""

from __future__ import annotations

from collections.abc import Iterable

from textual.visual import Visual

from wizard.app import dossier_words as words
from wizard.app.rows import Row, Rows, line, plain
from wizard.dossier.session import Session
from wizard.report import seen_words
from wizard.report.history import history


def past(session: Session) -> Rows:
    """Every change of the dossier in hand."""
    return Rows(_rows(session))


def _rows(session: Session) -> Iterable[Visual]:
    changes = list(history(session.content, session.consultation, session.language))
    if not changes:
        yield line(session.say(words.NO_HISTORY))
    for change in reversed(changes):
        where = f" ({session.say(seen_words.IN_VARIANT, name=change.variant)})" if change.variant else ""
        yield line(f"{change.at}{where}", "$text-muted")
        yield Row(plain(f"{change.question} "), indent=2)
        yield Row(plain(change.before) + plain(" → ") + plain(change.after, "bold"), indent=2)
        if change.note:
            yield line(f"✎ {change.note}", "dim", indent=2)
