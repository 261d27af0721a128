"""The window in which a note is written."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from wizard.app import remark_words, words
from wizard.app.page import Asking
from wizard.app.rows import plain
from wizard.dossier.session import LONGEST_NOTE


class NoteWindow(Asking):
    """A note of one line; closes with the text to keep ("" takes it away), or nothing. Works as that for remarks."""

    foot = words.NOTE_FOOT
    longest = LONGEST_NOTE
    warned = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s,f2", "keep", show=False, id="note.keep")]

    def on_input_changed(self) -> None:
        """What was said of the text before no longer holds."""
        self.warned = False
        self.query_one("#dialog-wrong", Static).update("")

    def action_keep(self) -> None:
        """Close with the note, as Enter does."""
        self.on_input_submitted()

    def action_cancel(self) -> None:
        """Escape: close; only the second time when something was written that would be lost."""
        if self.warned or self.query_one("#dialog-input", Input).value == self.value:
            self.dismiss(None)
            return
        self.query_one("#dialog-wrong", Static).update(plain("⚠ " + self.session.say(remark_words.REMARK_UNKEPT)))
        self.warned = True
