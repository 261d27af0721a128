"""The lines that text is typed in."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import Input

from wizard.content.fault import printable

IN_DATES = {"date": "0123456789-/. ", "datetime": "0123456789-/.: T"}


class TextLine(Input):
    """An ``Input`` that keeps out characters a terminal would act on, also when they are pasted."""

    def validate_value(self, value: str) -> str:
        """The text without such characters."""
        return printable(value)


class FactLine(TextLine):
    """A line for a date, a moment or a text (``kind``).

    In one for dates a letter does nothing but say so: who types a word there means no command by it. Keys that are no
    letters, such as `?`, go to the screen.
    """

    kind = "date"

    class LetterTyped(Message):
        """A letter was typed where a date is asked."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "screen.to_list", show=False, id="date.down")]

    def _on_key(self, event: Key) -> None:  # type: ignore[override]
        """Keep a key from being typed that no date has; one that is no letter goes on to the screen."""
        if event.is_printable and not self.check_consume_key(event.key, event.character):
            event.prevent_default()
            if event.character is not None and event.character.isalpha():
                event.stop()
                self.post_message(self.LetterTyped())

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether ``key`` is typed here, rather than being a command of the screen."""
        return character is not None and (self.kind == "text" or character in IN_DATES[self.kind])
