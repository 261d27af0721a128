"""Leaving while the answers are not on disk: asks for a place where they may stand. Nothing is lost by asking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.app import dossier_words as words
from wizard.app.page import Page

if TYPE_CHECKING:
    from wizard.app.pages import PagedApp


def rescue(app: PagedApp, then: Callable[[], object]) -> None:
    """Ask where the dossier may stand; do ``then`` when it stands there."""
    session = app.session

    def check(typed: str) -> tuple[str, str] | None:
        wrong = session.keep_at(typed) if typed.strip() else session.say(words.WHERE_EMPTY)
        return (wrong, typed) if wrong else None

    def done(typed: str | None) -> None:
        if typed is not None:
            then()
        elif isinstance(app.screen, Page):
            app.screen.tell("")

    said = session.say(words.NOT_KEPT_WHY, why=session.unkept)
    app.ask(session.say(words.NOT_KEPT), said, suggested(), check, done)


def suggested() -> str:
    """The folder that is likely to take it: that of the user."""
    try:
        return str(Path.home())
    except RuntimeError:
        return "."
