"""The window with all keys of a screen, in the language in use."""

from __future__ import annotations

from collections.abc import Iterable

from textual.visual import Visual

from wizard.app import words
from wizard.app.keys import Key, shown
from wizard.app.page import Reading
from wizard.app.rows import Row, Rows, gap, heading, plain
from wizard.dossier.session import Session


class HelpWindow(Reading):
    """What every key does here, and everywhere."""

    def __init__(self, session: Session, keys: tuple[Key, ...], everywhere: tuple[Key, ...]) -> None:
        rows: list[Visual] = list(_rows(session, keys))
        if rows:
            rows.append(gap())
        rows += [heading(session.say(words.HELP_EVERYWHERE)), *_rows(session, everywhere)]
        super().__init__(session, session.say(words.HELP), Rows(rows))


def _rows(session: Session, keys: tuple[Key, ...]) -> Iterable[Visual]:
    for key in keys:
        yield Row(plain(session.say(key.long)), plain(f"{shown(key, session.language):<11}", "bold"))
