"""Opening the report in the user's own editor or pager; the app steps aside meanwhile."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from wizard.app import words
from wizard.content.fault import SaidError
from wizard.content.model import Text
from wizard.report.filename import file_name
from wizard.report.viewer import ViewerError, view, viewer

if TYPE_CHECKING:
    from wizard.app.advice_out import AdviceOut


def open_report(page: AdviceOut) -> None:
    """Open the whole advice as Markdown. What the user changed in it is lost, unless he names a file for it."""
    session, app = page.session, page.magdat
    try:
        made = page.report("md")
        command = viewer(app.settings.get("editor"), os.environ)
        after = _seen(page, made, command)
    except ViewerError as error:
        page.tell(session.say(words.NOT_OPENED, reason=error.say(session.language)), wrong=True)
        return
    except SaidError as error:
        page.tell(session.say(words.NO_REPORT, reason=error.say(session.language)), wrong=True)
        return
    except SuspendNotSupported:
        page.tell(session.say(words.NOT_OPENED_HERE), wrong=True)
        return
    if after != made:
        keep(page, after)
    else:
        page.tell(session.say(words.OPENED))


def _seen(page: AdviceOut, made: bytes, command: list[str]) -> bytes:
    """What the viewer left of ``made``. The app comes back whatever goes wrong."""
    variant = page.session.consultation.variant
    called = variant.name if variant else ""
    name = file_name(page.session.content, page.advice, page.session.language, variant=called)
    failed: ViewerError | None = None
    after = made
    with page.app.suspend():  # Textual only comes back when nothing is raised in here
        try:
            after = view(made, name, command)
        except ViewerError as error:
            failed = error
    if failed is not None:
        raise failed
    return after


def keep(page: AdviceOut, text: bytes) -> None:
    """The user changed the report: ask for a file to keep that in."""
    from wizard.app.save import folder_name, suggested, write

    session = page.session

    def make(form: str) -> bytes:
        if form != "md":
            raise SaidError(Text("wat u wijzigde kan alleen als .md", "what you changed can only be kept as .md"))
        return text

    def check(name: str) -> tuple[str, str] | None:
        return write(session, name, make)

    def done(name: str | None) -> None:
        if name is None:
            page.tell(session.say(words.EDITED_LOST))
        else:
            page.tell(session.say(words.SAVED, name=os.path.abspath(Path(name.strip()).expanduser())))

    hint = session.say(words.KEEP_EDITED_HELP, folder=folder_name())
    page.magdat.ask(session.say(words.KEEP_EDITED), hint, suggested(session, page.advice, "md"), check, done)
