"""The window for whom and what a dossier is: client, matter, advisor."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from wizard.app import dossier_words as words
from wizard.app.lines import TextLine
from wizard.app.page import Dialog
from wizard.app.rows import plain
from wizard.dossier.session import LONGEST_ABOUT, Session

About = tuple[str, str, str]
"""Client, matter, advisor."""
LABELS = (words.CLIENT, words.MATTER, words.ADVISER)


class AboutWindow(Dialog[About]):
    """Three lines to fill in; closes with all three."""

    foot = words.ABOUT_FOOT
    BINDINGS: ClassVar[list[BindingType]] = [
        # first of all, so that letters typed quickly after it land in the line it leads to
        Binding("tab,down", "app.focus_next", show=False, priority=True, id="about.next"),
        Binding("shift+tab,up", "app.focus_previous", show=False, priority=True, id="about.previous"),
    ]

    def __init__(self, session: Session, now: About) -> None:
        super().__init__(session, session.say(words.ABOUT))
        self.now = now

    def body(self) -> ComposeResult:
        """What it is for, and the three lines."""
        yield Static(plain(self.session.say(words.ABOUT_HELP)), id="dialog-hint", markup=False)
        for number, (label, value) in enumerate(zip(LABELS, self.now, strict=True)):
            yield Static(plain(self.session.say(label)), classes="about-label", markup=False)
            field = TextLine(value, id=f"about-{number}", classes="about-line", select_on_focus=False, compact=True)
            field.longest = LONGEST_ABOUT
            yield field
        yield Static(id="dialog-wrong", markup=False)

    def on_mount(self) -> None:
        """Begin at the first line."""
        self.query_one("#about-0").focus()

    def on_input_submitted(self) -> None:
        """Close with what was filled in, if it is not too long."""
        client, matter, advisor = (" ".join(self.query_one(f"#about-{n}", Input).value.split()) for n in range(3))
        if max(map(len, (client, matter, advisor))) > LONGEST_ABOUT:
            wrong = self.session.say(words.TOO_LONG, n=LONGEST_ABOUT)
            self.query_one("#dialog-wrong", Static).update(plain("⚠ " + wrong))
            return
        self.dismiss((client, matter, advisor))
