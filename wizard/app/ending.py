"""Answers that are not on disk: tried again by itself while the app runs, and seen to when it must end."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from wizard.app.page import Page
from wizard.content.fault import printable
from wizard.dossier.last_resort import last_resort

if TYPE_CHECKING:
    from wizard.app.main import MagDat

TIDY_WITHIN = 5.0
"""Seconds in which the screen may be put back after a signal."""
LOOK_EVERY = 3.0
"""Seconds from one look at the disk and the terminal to the next."""


def keep_again(app: MagDat) -> None:
    """Try once more what the disk did not take; when it does, what was said about that goes away.

    When it does not, the reason may be another by now, or another language was taken.
    """
    if app.session.trouble:
        app.session.safe()
        page = next((screen for screen in reversed(app.screen_stack) if isinstance(screen, Page)), None)
        if page is not None and page.is_attached:
            page.tell("")


def _terminal() -> bool:
    """Whether what is typed comes from a terminal that is there."""
    with suppress(OSError, ValueError, AttributeError):
        return os.isatty(sys.__stdin__.fileno())  # type: ignore[union-attr]
    return False


class Ending:
    """How the app ends, when not by the user alone."""

    def __init__(self, app: MagDat) -> None:
        self.app = app
        self.gave_up = False
        """The user chose to quit as it was."""
        self.last_words = ""
        self.number = 0
        """The signal that ends the app."""
        self.on_terminal = _terminal()

    def look(self) -> None:
        """Try again what the disk did not take; end when the window is gone and no signal said so (`nohup`).

        Nobody can type any more then, and Textual would read from where nothing comes without end.
        """
        hangup = getattr(signal, "SIGHUP", None)  # Windows has none, and ends a program whose window is closed
        if self.on_terminal and hangup is not None and not _terminal():
            self.see_to_answers()
            if self.last_words:
                self.tell(self.last_words)
            signal.signal(hangup, signal.SIG_DFL)
            os.kill(os.getpid(), hangup)
        keep_again(self.app)

    def see_to_answers(self) -> None:
        """The app closes: what is not in its place goes there, or stays where its copy is."""
        if not self.gave_up or self.app.session.spare.path:
            self.last_words = self.last_words or last_resort(self.app.session)

    def by_signal(self, number: int, said: str) -> bool:
        """Leave the screen as it was before the program ends; not when the window is gone, for that would never end.

        Whatever comes of it, the program does end.
        """
        self.last_words = said
        if not _terminal():
            return False
        try:
            asyncio.get_running_loop().call_soon_threadsafe(self.app.exit)
        except RuntimeError:  # not running yet, or no longer
            return False
        self.number = number
        late = threading.Timer(TIDY_WITHIN, os.kill, (os.getpid(), number))
        late.daemon = True
        late.start()
        return True

    def tell(self, said: str) -> None:
        """One line on standard error, where there still is one."""
        with suppress(OSError, ValueError):
            print(f"magdat: {printable(said)}", file=sys.stderr, flush=True)

    def finish(self) -> None:
        """The screen is as it was: say what is left to say, and end by the signal that was sent."""
        if self.last_words:
            self.tell(self.last_words)
        if self.number:
            os.kill(os.getpid(), self.number)
