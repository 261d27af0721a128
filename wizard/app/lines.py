"""The lines that text is typed in."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import Input

from wizard.content.fault import printable
from wizard.content.values import LONGEST_TEXT

IN_DATES = {"date": "0123456789-/. ", "datetime": "0123456789-/.: T"}


class TextLine(Input):
    """An ``Input`` that keeps out characters a terminal would act on, also when they are pasted.

    Of several lines that are pasted it makes one (Textual keeps the first alone). A paste that makes the text longer
    than ``longest`` is cut, and said to be.
    """

    longest = LONGEST_TEXT

    class Shortened(Message):
        """What was pasted is cut: the line holds ``longest`` characters now."""

        def __init__(self, longest: int) -> None:
            super().__init__()
            self.longest = longest

    def _on_paste(self, event: Paste) -> None:
        """Put what is pasted in the place of what is selected, or at the cursor."""
        event.prevent_default()
        event.stop()
        lines = event.text.splitlines()
        text = printable(lines[0] if len(lines) == 1 else " ".join(line.strip() for line in lines if line.strip()))
        start, end = sorted(self.selection)
        room = max(0, self.longest - len(self.value) + end - start)
        self.replace(text[:room], start, end)
        if len(text) > room:
            self.post_message(self.Shortened(self.longest))

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
