"""The app itself: which screen is open, what every screen can do, and how it ends."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import time
import traceback
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import ClassVar, cast

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen

from wizard.app import words
from wizard.app.ending import LOOK_EVERY, Ending
from wizard.app.keymap import Keymap
from wizard.app.keys import EVERYWHERE, bindings
from wizard.app.page import Page
from wizard.app.pages import PagedApp
from wizard.app.pasting import guard_pastes
from wizard.app.report_form import ReportForm
from wizard.app.theme import WORDS, after, named
from wizard.content.fault import SaidError, printable
from wizard.content.model import Content, Text
from wizard.dossier.dates import DateError, parse, reference_date
from wizard.dossier.last_resort import guarded
from wizard.dossier.lock import prepare
from wizard.dossier.session import Kept, Session
from wizard.settings.settings import Settings, of_environment
from wizard.words import date_words

TWICE_WITHIN = 3.0
READY_AFTER = 0.1
"""Seconds from the first page to what can wait until it is painted."""


class MagDat(PagedApp):
    """One page at a time: home, question, advice; windows over it."""

    TITLE = "Mag dat?"
    CSS_PATH = "style.tcss"
    ENABLE_COMMAND_PALETTE = False  # our own binding opens it, in the language of the user
    ALLOW_SELECT = False
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (40, "-narrow"), (100, "-wide"), (130, "-broad")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (12, "-low"), (22, "-mid"), (30, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("everywhere", EVERYWHERE),
        Binding("ctrl+c", "interrupt", id="everywhere.interrupt", show=False, priority=True),
    ]

    def __init__(
        self,
        session: Session,
        *,
        ask: bool = False,
        resume: Kept | None = None,
        theme: str | None = None,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(settings or of_environment(os.environ), theme)
        self.session = session
        session.advisor = session.advisor or self.settings.get("advisor") or ""
        self.keymap = Keymap({name: chosen.keys for name, chosen in self.settings.keys.items()})
        self.keymap.put_on(self._bindings)
        session.keys = self.keymap.mentions()
        self.presenting = self.settings.presentation
        """Whether questions and advice are shown with large type, for a projector."""
        self.report_form = ReportForm(self.settings)
        self.ask_at_once = ask
        self.resumed = resume
        if resume is not None and not self.differs(resume):
            session.resume(resume._replace(day=resume.wish))
        self.interrupted = 0.0
        self.crash: BaseException | None = None
        self.ending = Ending(self)

    def get_default_screen(self) -> Screen[None]:
        """The first page, instead of an empty screen below it."""
        if self.session.current is not None:
            return self.page_to_begin_with()
        from wizard.app.home import HomePage

        return HomePage()

    # ---------------------------------------------------------------- pages

    def action_search(self) -> None:
        """Search terms and sources."""
        self.open_search("term")

    def action_jump(self) -> None:
        """Search all questions, to go to one."""
        if self.session.current is not None:
            self.open_search("question")

    # ---------------------------------------------------------------- windows

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What changes the page waits while a window is open."""
        if action in ("date", "language", "command_palette", "search", "jump", "present"):
            return not isinstance(self.screen, ModalScreen)
        return True

    def action_help(self) -> None:
        """The keys of this screen."""
        from wizard.app.help import HelpWindow

        if not isinstance(self.screen, HelpWindow):
            page = next(screen for screen in reversed(self.screen_stack) if isinstance(screen, Page))
            self.push_screen(HelpWindow(self.session, page.as_set(page.KEYS), page.everywhere))

    def action_command_palette(self) -> None:
        """All commands, searchable."""
        from textual.command import CommandPalette

        from wizard.app.palette import Commands

        if not CommandPalette.is_open(cast("App[object]", self)):
            placeholder = self.session.say(words.PALETTE)
            self.push_screen(CommandPalette([Commands], placeholder=placeholder, id="--command-palette"))

    # ---------------------------------------------------------------- everywhere

    def action_language(self) -> None:
        """Dutch to English, or back."""
        self.session.language = "en" if self.session.language == "nl" else "nl"
        self.settings.remember("language", self.session.language)
        self.again()

    def action_date(self) -> None:
        """Ask for another reference date."""
        session = self.session
        first = session.content.law_from

        def check(text: str) -> tuple[str, str] | None:
            try:
                reference_date(text, first, session.language)
            except DateError as error:
                return session.say(error.line, **error.values), text
            return None

        def done(text: str | None) -> None:
            if text is None:
                return
            session.set_date(parse(text))
            self.again()
            if isinstance(self.screen, Page):
                changed = session.say(words.DATE_CHANGED, day=date_words(session.on, session.language))
                self.screen.tell(f"{changed} {session.misdated}".strip(), wrong=bool(session.misdated))

        hint = f"{session.say(words.ASK_DATE_HELP)} ({session.say(words.DATE_HINT)})"
        self.ask(session.say(words.ASK_DATE), hint, session.on.isoformat(), check, done)

    def action_watch(self) -> None:
        """What changes in the law, and how old our checks are."""
        from wizard.app.page import Reading
        from wizard.app.watching import law_watch

        self.session.need()
        self.push_screen(Reading(self.session, self.session.say(words.LAW_WATCH), law_watch(self.session)))

    def action_theme(self) -> None:
        """The next theme."""
        if self.always_mono:
            self.say_here(words.NO_COLOURS)
        else:
            self.take_theme(after(self.theme, self.themes))

    def take_theme(self, theme: str) -> None:
        """Take a theme (Textual's name), and remember it."""
        self.wear(theme)
        name = named(theme)
        self.settings.remember("theme", name)
        self.say_here(words.THEME_IS, name=self.session.say(WORDS[name]) if name in WORDS else name)

    def say_here(self, text: Text, **values: object) -> None:
        """Say something in the message line of the page."""
        if isinstance(self.screen, Page):
            self.screen.tell(self.session.say(text, **values))

    def action_present(self) -> None:
        """Large type, for a projector; or no longer."""
        self.presenting = not self.presenting
        self.again()
        self.say_here(words.PRESENTING if self.presenting else words.NOT_PRESENTING)

    def action_interrupt(self) -> None:
        """Ctrl+C: say so the first time, quit the second."""
        now = time.monotonic()
        if now - self.interrupted < TWICE_WITHIN:
            self.ending.gave_up = True
            self.exit(0)
            return
        self.interrupted = now
        message = self.session.say(words.AGAIN_TO_QUIT_AS_IS if self.session.trouble else words.AGAIN_TO_QUIT)
        if isinstance(self.screen, Page):
            self.screen.tell(message)
        else:
            self.notify(message, markup=False, timeout=TWICE_WITHIN)

    def on_unmount(self) -> None:
        """Let another window open the dossier."""
        self.ending.see_to_answers()
        self.session.keeper.close()

    def on_ready(self) -> None:
        """The first page is painted; what could wait for that comes after it."""
        self.set_timer(READY_AFTER, self.settle_in)
        self.set_interval(LOOK_EVERY, self.ending.look)
        if self.resumed is not None and self.session.current is None:
            self.open_dossier(self.resumed.path, self.resumed.wish)
        elif self.resumed is not None and isinstance(self.screen, Page):
            self.tell_resumed(self.screen)

    def settle_in(self) -> None:
        """From now on free what is no longer used, but never look at what stays; be ready for the first answer."""
        gc.freeze()
        gc.enable()
        prepare()

    async def action_quit(self) -> None:
        """Quit; every answer is on disk already, or the user is asked where it may stand."""
        self.when_safe(lambda: self.exit(0))

    # ---------------------------------------------------------------- how it ends

    def _handle_exception(self, error: Exception) -> None:
        """Keep what went wrong; ``run`` says it in one line. Textual would print local variables: client answers."""
        self.crash = self.crash or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End without printing anything."""
        self._close_messages_no_wait()


def agree_on_size() -> None:
    """Let everyone who asks how large the terminal is hear the same.

    Where standard output does not say, Textual and Rich look elsewhere or fill in something, each its own way, and
    would lay the page out for the one and for the other without end.
    """
    stated = None
    for stream in (sys.__stdout__, sys.__stderr__, sys.__stdin__):
        with suppress(OSError, ValueError, AttributeError):  # no terminal, closed, not there at all
            size = os.get_terminal_size(stream.fileno())  # type: ignore[union-attr]
            if all(size):
                stated = size
                break
    if stated is None or stated != shutil.get_terminal_size():
        width, height = stated or (80, 24)
        os.environ.setdefault("COLUMNS", str(width))
        os.environ.setdefault("LINES", str(height))


def run(
    content: Content,
    *,
    language: str = "nl",
    on: date | None = None,
    consult: str | None = None,
    resume: Kept | None = None,
    theme: str | None = None,
    folder: Path | None = None,
    read_more: Callable[[Collection[str] | None], Content] | None = None,
    settings: Settings | None = None,
) -> int:
    """Open the app; with ``consult``, at its first question; with ``resume``, where that consultation was.

    Returns the exit code: 0, or 2 after a crash.

    ``on`` is the reference date, today if not given. Answers are kept on disk as they are given, in dossiers in
    ``folder``. Raises ``StoreError`` when the dossier to go on with is open in another window.
    """
    agree_on_size()
    guard_pastes()
    session = Session(content, language, on or date.today(), folder, read_more)
    session.day_chosen = on is not None
    if consult is not None and resume is None:
        session.start(consult)
    app = MagDat(session, ask=consult is not None, resume=resume, theme=theme, settings=settings)
    with guarded(session, app.ending.tell, app.ending.by_signal):
        result = app.run()
    app.ending.finish()
    if app.crash is not None:
        kind = type(app.crash).__name__
        if "MAGDAT_DEBUG" in os.environ:
            traceback.print_exception(app.crash)
        if isinstance(app.crash, SaidError):  # a fault in law that was read only now
            print(f"magdat: {printable(app.crash.say(session.language))}", file=sys.stderr)
        else:
            print(session.say(words.CRASH_UNKEPT if session.trouble else words.CRASH, kind=kind), file=sys.stderr)
        return 2
    return result or 0
