"""What is pasted reaches the app as one text, whatever stands in it."""

from __future__ import annotations

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

ESCAPE = "\x1b"


class PasteGuard:
    """Takes the escape characters out of pasted text before Textual reads it.

    A terminal marks where a paste begins and ends. Textual (8.2.8) looks for the end in the way it looks for keys: from
    every escape character on. What follows one in the pasted text, up to the next one, is then no part of the paste any
    more but a row of key presses, which answered questions. Without escape characters in it a paste stays one text.
    """

    def __init__(self) -> None:
        self.pasting = False
        self.held = ""
        """What may be the beginning of the mark that ends a paste, at the end of what was read."""
        self.passed = ""
        """The last characters passed on outside a paste: a mark may come in two parts."""

    def clean(self, data: str) -> str:
        """What Textual may read of ``data``, as it came from the terminal in any parts. Outside a paste: all of it."""
        data, self.held = self.held + data, ""
        parts: list[str] = []
        while data:
            if self.pasting:
                # the last mark, not the first: not every terminal takes such a mark out of what is pasted
                text, mark, data = data.rpartition(BRACKETED_PASTE_END)
                if not mark:
                    self.held = _beginning(data)
                    text, data = data[: len(data) - len(self.held)], ""
                parts += [text.replace(ESCAPE, ""), mark]
                self.pasting = not mark
            else:
                before = len(self.passed)
                text, mark, data = (self.passed + data).partition(BRACKETED_PASTE_START)
                parts.append((text + mark)[before:])
                self.pasting = bool(mark)
                self.passed = "" if mark else text[1 - len(BRACKETED_PASTE_START) :]
        return "".join(parts)


def _beginning(text: str) -> str:
    """The end of ``text`` that may be the beginning of the mark that ends a paste."""
    lengths = range(min(len(text), len(BRACKETED_PASTE_END) - 1), 0, -1)
    return next((text[-n:] for n in lengths if BRACKETED_PASTE_END.startswith(text[-n:])), "")


def guard_pastes() -> None:
    """Have everything of Textual that reads a terminal, on any system, read through a guard of its own.

    The class itself is changed, as each driver makes its parser out of reach. Doing so twice does no harm.
    """
    guards: WeakKeyDictionary[XTermParser, PasteGuard] = WeakKeyDictionary()
    read = XTermParser.feed

    def feed(parser: XTermParser, data: str) -> Iterable[Message]:
        guard = guards.setdefault(parser, PasteGuard())
        clean = guard.clean(data)
        return read(parser, clean) if clean or not data else ()  # nothing at all means that no more will follow

    setattr(XTermParser, "feed", feed)  # noqa: B010 (a class that is not ours)
