"""A program in a real pseudo-terminal: what is on its screen, and how long that takes after a start or a key.

Standard library only; POSIX. Times are seconds of ``time.perf_counter``.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

KEYS = {"enter": b"\r", "up": b"\x1b[A", "down": b"\x1b[B"}
QUERIES = ((b"\x1b[?2026$p", b"\x1b[?2026;2$y"), (b"\x1b[?2048$p", b"\x1b[?2048;0$y"), (b"\x1b[c", b"\x1b[?62;22c"))
"""What a program asks of its terminal at the start, and what a modern terminal answers."""

_PIECES = re.compile(
    r"\x1b\[(?P<args>[0-9;:?<>=!]*)[ -/]*(?P<verb>[@-~])"  # a control sequence
    r"|\x1b[\]P_^X].*?(?:\x07|\x1b\\)|\x1b[()*+].|\x1b[^\[\]P_^X]"  # titles, strings, character sets
    r"|(?P<move>[\r\n\b])|(?P<text>[^\x00-\x1f\x7f]+)|[\x00-\x1a\x1c-\x1f\x7f]",
    re.DOTALL,
)


class Screen:
    """A grid of characters that follows cursor movement, erasing and text. Colours are passed over."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.x = self.y = 0
        self._rest = ""
        self._clear()

    def _clear(self) -> None:
        self.rows = [[" "] * self.width for _ in range(self.height)]

    def feed(self, text: str) -> bool:
        """Take output of the program; whether any cell was written."""
        text, wrote, at = self._rest + text, False, 0
        for piece in _PIECES.finditer(text):
            if piece.start() != at:
                break  # an escape sequence of which the end is still to come
            at = piece.end()
            if piece["text"]:
                self._write(piece["text"])
                wrote = True
            elif piece["verb"]:
                wrote |= self._control(piece["args"], piece["verb"])
            elif piece["move"]:
                self._move(piece["move"])
        self._rest = text[at:]
        return wrote

    def _move(self, sign: str) -> None:
        if sign == "\r":
            self.x = 0
        elif sign == "\b":
            self.x = max(0, self.x - 1)
        else:
            self._next_row()

    def _next_row(self) -> None:
        if self.y < self.height - 1:
            self.y += 1
        else:
            self.rows = [*self.rows[1:], [" "] * self.width]

    def _write(self, text: str) -> None:
        for character in text:
            if self.x >= self.width:
                self.x = 0
                self._next_row()
            self.rows[self.y][self.x] = character
            self.x += 1

    def _control(self, args: str, verb: str) -> bool:
        if args[:1] in ("?", "<", ">", "=", "!"):
            if verb == "h" and args == "?1049":
                self._clear()
            return False
        numbers = [int(number) if number.isdigit() else 0 for number in re.split("[;:]", args)]
        count = max(1, numbers[0])
        if verb in "Hf":
            self.y = min(count, self.height) - 1
            self.x = min(max(1, numbers[1] if len(numbers) > 1 else 1), self.width) - 1
        elif verb in "AB":
            self.y = min(max(0, self.y + (count if verb == "B" else -count)), self.height - 1)
        elif verb in "CD":
            self.x = min(max(0, self.x + (count if verb == "C" else -count)), self.width - 1)
        elif verb == "G":
            self.x = min(count, self.width) - 1
        elif verb == "J":
            self._clear()
            return True
        elif verb in "KX":
            end = min(self.width, self.x + count) if verb == "X" else self.width
            self.rows[self.y][self.x : end] = [" "] * (end - self.x)
            return True
        return False

    def text(self) -> str:
        """What is on the screen."""
        return "\n".join("".join(row).rstrip() for row in self.rows)


class Terminal:
    """A program that runs in a terminal of its own."""

    def __init__(self, command: Sequence[str], size: tuple[int, int], environment: Mapping[str, str]) -> None:
        self.screen = Screen(*size)
        width, height = size
        env = {**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        env |= {"COLUMNS": str(width), "LINES": str(height)}
        master, slave = pty.openpty()
        fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self.started = time.perf_counter()
        self.process = os.fork()
        if self.process == 0:
            try:
                os.setsid()
                fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
                for stream in (0, 1, 2):
                    os.dup2(slave, stream)
                os.closerange(3, 64)
                os.execvpe(command[0], list(command), env)
            finally:
                os._exit(127)
        os.close(slave)
        self._end = master
        self._bytes = b""
        self._asked = b""
        self.ended = False

    def read(self, wait: float) -> list[tuple[float, bool]]:
        """Everything there is to read within ``wait`` seconds: when it came, and whether it changed the screen."""
        found = []
        while not self.ended and select.select([self._end], [], [], wait)[0]:
            try:
                data = os.read(self._end, 65_536)
            except OSError:  # Linux says so when the program is gone
                data = b""
            now = time.perf_counter()
            if not data:
                self.ended = True
                break
            self._answer(data)
            found.append((now, self.screen.feed(self._decoded(data))))
            wait = 0
        return found

    def _answer(self, data: bytes) -> None:
        known = self._asked + data
        for question, reply in QUERIES:
            if known.count(question) > self._asked.count(question):
                os.write(self._end, reply)
        self._asked = data[-12:]

    def _decoded(self, data: bytes) -> str:
        """The text so far; a character of which only the first bytes came waits for the rest."""
        data = self._bytes + data
        for cut in range(4):
            try:
                text = data[: len(data) - cut].decode()
            except UnicodeDecodeError:
                continue
            self._bytes = data[len(data) - cut :]
            return text
        self._bytes = b""
        return data.decode(errors="replace")

    def wait_for(self, text: str, timeout: float = 30.0) -> float:
        """When ``text`` was first on the screen. Raises ``TimeoutError`` with the screen as it is."""
        end = time.perf_counter() + timeout
        while time.perf_counter() < end and not self.ended:
            for when, changed in self.read(0.25):
                if changed and text in self.screen.text():
                    return when
        raise TimeoutError(f"{text!r} did not come on the screen:\n{self.screen.text()}")

    def rest(self, silence: float) -> float | None:
        """Wait until nothing came for ``silence`` seconds; when the screen last changed."""
        last = None
        while found := self.read(silence):
            last = max((when for when, changed in found if changed), default=last)
        return last

    def press(self, key: str, until: str = "", silence: float = 0.06) -> float:
        """Press a key, and wait for the screen to be at rest.

        Returns the seconds until ``until`` was on the screen; without it, until the last change before the silence.
        """
        pressed = time.perf_counter()
        os.write(self._end, KEYS.get(key, key.encode()))
        if until:
            done = self.wait_for(until, 10)
            self.rest(silence)
            return done - pressed
        first = next((when for when, changed in self.read(2.0) if changed), None)
        last = self.rest(silence) or first
        if last is None:
            raise TimeoutError(f"{key!r} changed nothing:\n{self.screen.text()}")
        return last - pressed

    def close(self) -> None:
        """End the program."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._end)
