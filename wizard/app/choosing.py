"""A window that tells something and asks to choose what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.visual import Visual
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.app import dossier_words as words
from wizard.app.page import Dialog
from wizard.app.rows import Row, plain
from wizard.dossier.session import Session


class Choosing(Dialog[int]):
    """Closes with the place of the choice made, counted from 0; with ``None`` on Escape."""

    foot = words.CHOOSE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "down", show=False, id="choosing.down"),
        Binding("k", "up", show=False, id="choosing.up"),
        Binding("pagedown,space", "scroll(8)", show=False, priority=True, id="choosing.page-down"),
        Binding("pageup", "scroll(-8)", show=False, priority=True, id="choosing.page-up"),
        *(Binding(str(n), f"row({n})", show=False, id=f"choosing.{n}") for n in range(1, 10)),
    ]

    def __init__(self, session: Session, title: str, text: Visual, choices: Sequence[str]) -> None:
        super().__init__(session, title)
        self.text = text
        self.choices = choices

    def body(self) -> ComposeResult:
        """What is told, scrolling where it must, and the choices by number."""
        with VerticalScroll(id="choosing-text", can_focus=False):
            yield Static(self.text, markup=False)
        rows = [Option(Row(plain(text), plain(f" {n}  "))) for n, text in enumerate(self.choices, 1)]
        yield OptionList(*rows, id="choosing", markup=False)

    def on_mount(self) -> None:
        """Work the choices at once."""
        self.query_one("#choosing").focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the choice."""
        self.dismiss(event.option_index)

    def action_row(self, number: int) -> None:
        """A number key: that choice."""
        if number <= len(self.choices):
            self.dismiss(number - 1)

    def action_down(self) -> None:
        """To the next choice."""
        self.query_one("#choosing", OptionList).action_cursor_down()

    def action_up(self) -> None:
        """To the choice before."""
        self.query_one("#choosing", OptionList).action_cursor_up()

    def action_scroll(self, lines: int) -> None:
        """Move the text."""
        self.query_one("#choosing-text").scroll_relative(y=lines, animate=False)
