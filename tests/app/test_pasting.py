"""What is pasted is one text: it answers nothing, whatever stands in it."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.events import Paste

from tests.app.driving import drive, press, seen
from tests.cli_tools import ROOT, TREES, environment
from tests.dossiers import restore
from wizard.app.pasting import PasteGuard
from wizard.dossier.folder import Folder
from wizard.dossier.session import LONGEST_ABOUT, LONGEST_NOTE

BEGIN, END = b"\x1b[200~", b"\x1b[201~"
ANSWERS = b"z\x1b[31m1\r2\r\x1b1\x1b[A\r"
"""Two answers, and keys, behind escape characters; as tmux sends them, with a return for every line break."""
PATIENCE = 30.0


class Terminal:
    """The real program in a pseudo-terminal."""

    def __init__(self, home: Path) -> None:
        import fcntl  # only here: Windows has neither
        import termios

        self.side, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        command = [sys.executable, "-m", "wizard", "ask", "bicycle", "--lang", "en", "--dossiers", str(home / "d")]
        self.process = subprocess.Popen(
            [*command, *TREES],
            cwd=ROOT,
            env=environment(home, TERM="xterm-256color"),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self.home = home

    def hear(self, wanted: bytes) -> None:
        """Read what is painted until ``wanted`` is."""
        heard, end = b"", time.monotonic() + PATIENCE
        while wanted not in heard:
            ready, _, _ = select.select([self.side], [], [], max(0, end - time.monotonic()))
            assert ready, f"no {wanted!r}"
            heard += os.read(self.side, 65536)

    def type(self, data: bytes) -> None:
        """Type, or paste."""
        os.write(self.side, data)

    def dossiers(self) -> list[Path]:
        """The dossiers on disk."""
        return Folder(self.home / "d").paths() if (self.home / "d").is_dir() else []

    def end(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.wait()
        os.close(self.side)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path)
    try:
        terminal.hear(b"What do you take the bicycle for?")
        yield terminal
    finally:
        terminal.end()


@pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal of POSIX")
def test_a_paste_with_escape_characters_answers_nothing_and_is_text_in_a_field(terminal: Terminal) -> None:
    terminal.type(BEGIN + ANSWERS + END + b"b")
    terminal.hear(b"This is the first question")
    assert terminal.dossiers() == []
    terminal.type(b"g")
    terminal.hear(b"For whom and what")
    terminal.type(BEGIN + b"abc\x1b[31mdef\x1b]52;c;xx\x07ghi" + END + b"\r")
    terminal.hear(b"Kept.")
    assert restore(terminal.dossiers()[0]).client == "abc[31mdef]52;c;xxghi"


SENT = "b\x1b\x1b[Ax" + (BEGIN + ANSWERS + END).decode() + "\x1b[B" + (BEGIN + b"\x1b[20" + END).decode() + "q\x1b"
READ = "b\x1b\x1b[Ax\x1b[200~z[31m1\r2\r1[A\r\x1b[201~\x1b[B\x1b[200~[20\x1b[201~q\x1b"


@pytest.mark.parametrize("size", range(1, 9))
def test_in_whatever_parts_it_comes(size: int) -> None:
    guard = PasteGuard()
    parts = [guard.clean(SENT[n : n + size]) for n in range(0, len(SENT), size)]
    assert "".join(parts) == READ
    assert parts[0] == SENT[:size], "a key is passed on at once"


def test_a_mark_of_the_end_within_the_text_does_not_end_it() -> None:
    sent = (BEGIN + b"a" + END + b"1\r" + END + b"n").decode()
    assert PasteGuard().clean(sent) == "\x1b[200~a[201~1\r\x1b[201~n"


# ---------------------------------------------------------------- in a line


async def paste(app, pilot, text: str) -> None:
    """What a terminal sends, after Textual read it."""
    app.screen.focused.post_message(Paste(text))
    await press(pilot)


def test_several_lines_become_one_and_none_is_lost():
    async def steps(app, pilot):
        await press(pilot, "g", "tab")
        await paste(app, pilot, "  the first\r  the second\r\n\r\nthe third\r")
        await press(pilot, "enter")
        assert app.session.consultation.matter == "the first the second the third"

    drive(steps)


@pytest.mark.parametrize(("keys", "longest"), [(("g", "tab"), LONGEST_ABOUT), (("n",), LONGEST_NOTE)])
def test_what_does_not_fit_is_cut_and_said_to_be(keys, longest):
    async def steps(app, pilot):
        await press(pilot, *keys, "a", "b", "left")
        await paste(app, pilot, "x" * 50_000)
        assert app.screen.focused.value == "a" + "x" * (longest - 2) + "b"
        said = f"Ingekort tot {longest} tekens: meer past hier niet."
        assert said in seen(app)
        await press(pilot, "delete", "left")
        await press(pilot, "shift+end")
        await paste(app, pilot, "yz")
        assert app.screen.focused.value.endswith("xyz"), "what is selected makes room"
        await press(pilot, "enter")
        assert app.screen.is_current

    drive(steps, size=(100, 40))


def test_on_a_page_it_is_said_in_the_message_line():
    async def steps(app, pilot):
        await press(pilot, "slash")
        await paste(app, pilot, "fiets " * 1000)
        assert "⚠ Ingekort tot 4000 tekens" in seen(app)

    drive(steps)
