"""Kills the program at random moments, again and again, and looks each time what the disk has. Run by test_killed.py.

`python -m tests.dossier.killing plain|app SEED LIVES FOLDER` prints how many lives it took and how many answers were
acknowledged, or fails. The program is imported once; every life is a process of its own, forked from here, that runs
the whole command line: a fork costs a tenth of a start, so hundreds of kills fit into seconds.
"""

from __future__ import annotations

import gc
import io
import os
import pty
import random
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

from tests.cli_tools import TREES
from wizard import cli
from wizard.commands import ask  # imported before the forks
from wizard.content.load import load
from wizard.dossier.consultation import Consultation
from wizard.dossier.folder import Folder
from wizard.dossier.form import load_dossier
from wizard.plain import dossiers, talk

IMPORTED = (ask, dossiers, talk)
PROMPT = re.compile(rb"(?:Antwoord|Wat nu\?|Kies 1 tot en met \d+): ?$|Wat nu\? $")
PATIENCE = 30.0
BORROWERS = ("employee", "intern")
PURPOSES = ("commute", "errand")


def warm(folder: Path) -> None:
    """Have all that a life imports at hand before the first fork, and the content, which is not what is tried here."""
    content = load(Path(TREES[1]))
    ask.load_content = lambda *_, **__: content
    said, heard = sys.stdin, sys.stdout
    sys.stdin, sys.stdout = io.StringIO("2\n1\nq\n"), io.StringIO()
    try:
        assert cli.main(["ask", "--plain", "bicycle", "--on", "2019-01-01", "--dossiers", str(folder), *TREES]) == 0
    finally:
        sys.stdin, sys.stdout = said, heard
    gc.collect()
    gc.freeze()  # what is not collected is not copied into every life either


class Life:
    """One process of the program. ``terminal``: it has a screen instead of pipes."""

    def __init__(self, words: list[str], *, terminal: bool = False) -> None:
        self.heard = b""
        if terminal:
            self.pid, self.reading = pty.fork()
            self.writing = self.reading
        else:
            theirs_in, self.writing = os.pipe()
            self.reading, theirs_out = os.pipe()
            self.pid = os.fork()
        if self.pid == 0:
            if not terminal:
                os.dup2(theirs_in, 0)
                os.dup2(theirs_out, 1)
                os.dup2(theirs_out, 2)
            live(words)
        if terminal:
            size = struct.pack("HHHH", 24, 80, 0, 0)
            termios_ioctl(self.reading, size)
        else:
            os.close(theirs_in)
            os.close(theirs_out)

    def hear(self, until: Callable[[bytes], bool], seconds: float = PATIENCE) -> bool:
        """Listen until what was heard is enough, or for ``seconds``; whether it was enough."""
        end = time.monotonic() + seconds
        while not until(self.heard):
            left = end - time.monotonic()
            if left <= 0:
                return False
            if select.select([self.reading], [], [], left)[0]:
                try:
                    more = os.read(self.reading, 65536)
                except OSError:  # the terminal of a process that ended
                    more = b""
                if not more:
                    return until(self.heard)
                self.heard += more
        return True

    def say(self, data: bytes) -> None:
        """Type something."""
        os.write(self.writing, data)

    def kill(self) -> None:
        """End it as the system would when there is no memory left, and hear what it still had said."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self.hear(lambda _: False, 0.5)
        for end in {self.reading, self.writing}:
            os.close(end)


def termios_ioctl(handle: int, size: bytes) -> None:
    """Say how large the terminal is."""
    import fcntl

    fcntl.ioctl(handle, termios.TIOCSWINSZ, size)


def live(words: list[str]) -> None:
    """In the new process: the program itself, on the pipes or the terminal it was given."""
    code = 3
    try:
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr
        code = cli.main(words)
        sys.stdout.flush()
    finally:
        os._exit(code)


# ---------------------------------------------------------------- line by line


class Campaign:
    """Many lives of one dossier. What is acknowledged must be on disk; what was under way may be."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.chance = random.Random(seed)
        self.folder = folder
        self.acknowledged = 0
        self.counter = 0
        begun = Folder(folder).paths()
        self.certain = disk(load_dossier(begun[0])[0]) if begun else {}
        self.under_way: dict[str, str] = {}

    def life(self) -> Life:
        """A process that goes on with the dossier, or begins it."""
        begun = Folder(self.folder).paths()
        what = ["--dossier", begun[0].stem] if begun else ["bicycle"]
        return Life(["ask", "--plain", *what, "--on", "2019-01-01", "--dossiers", str(self.folder), *TREES])

    def command(self) -> tuple[bytes, bytes, dict[str, str]]:
        """Something to type, how it is acknowledged, and what the disk then has."""
        self.counter += 1
        number = f"{self.counter:05}"
        what = self.chance.choice(["client", "matter", "purpose", "borrower", "note", "purpose", "borrower"])
        if what in ("purpose", "borrower"):
            answers = PURPOSES if what == "purpose" else BORROWERS
            at = self.chance.randrange(2)
            place = 1 if what == "purpose" else 2
            return f"w {place} {at + 1}\n".encode(), b"Genoteerd: ", {what: answers[at]}
        if what == "note":
            return f"n 1 {number}\n".encode(), b"wat nog open is|Notitie bewaard", {"note": number}
        word, ack = ("klant", "Cliënt") if what == "client" else ("zaak", "Zaak")
        return f"{word} {number}\n".encode(), f"{ack}: {number}".encode(), {what: number}

    def run(self) -> None:
        """One life: a few commands, then a kill at a random moment of another one, or of the start."""
        life = self.life()
        if self.chance.random() < 0.15:
            time.sleep(self.chance.uniform(0, 0.08))
            life.kill()
            return
        ready = life.hear(lambda said: bool(PROMPT.search(said)))
        assert ready, life.heard.decode()
        if not self.certain:
            for typed, what in ((b"2\n", {"purpose": "errand"}), (b"1\n", {"borrower": "employee"})):
                self.do(life, typed, b"Genoteerd: ", what)
        for _ in range(self.chance.randrange(5)):
            self.do(life, *self.command())
        typed, ack, what = self.command()
        life.heard = b""
        self.under_way = what
        life.say(typed)
        if self.chance.random() < 0.7:
            life.hear(lambda _: False, self.chance.uniform(0, 0.012))
        else:
            life.hear(lambda said: bool(re.search(ack, said)), self.chance.uniform(0, 0.1))
        life.kill()
        if re.search(ack, life.heard):
            self.settle(what)

    def do(self, life: Life, typed: bytes, ack: bytes, what: dict[str, str]) -> None:
        """Type a command and wait until it is acknowledged."""
        life.heard = b""
        self.under_way = what
        life.say(typed)
        assert life.hear(lambda said: re.search(ack, said) and bool(PROMPT.search(said))), life.heard.decode()
        self.settle(what)

    def settle(self, what: dict[str, str]) -> None:
        """It was acknowledged."""
        self.certain |= what
        self.under_way = {}
        self.acknowledged += 1

    def look(self) -> None:
        """Every file can be read; there is one dossier, with all that was acknowledged."""
        found = [load_dossier(path)[0] for path in Folder(self.folder).paths()]
        if not self.certain:
            assert len(found) <= 1
            return
        assert len(found) == 1, found
        now = disk(found[0])
        for name, value in self.certain.items():
            allowed = {value, self.under_way.get(name, value)}
            assert now.get(name) in allowed, (name, now, self.certain, self.under_way)
        self.certain |= {name: value for name, value in self.under_way.items() if now.get(name) == value}
        self.under_way = {}


def disk(found: Consultation) -> dict[str, str]:
    """What the commands above are about, as the disk has it; notes are numbered, so the last is the highest.

    A note goes to the history with the answer it was on.
    """
    notes = [one.note[-5:] for one in (*found.shared.values(), *found.history) if one.note[-5:].isdecimal()]
    return {
        "client": found.client,
        "matter": found.matter,
        "purpose": found.facts.get("purpose", ""),
        "borrower": found.facts.get("borrower", ""),
        "note": max(notes, default=""),
    }


def plain(seed: int, lives: int, folder: Path) -> str:
    """Kill the conversation line by line."""
    warm(folder.with_name("warm"))
    campaign = Campaign(seed, folder)
    for _ in range(lives):
        campaign.run()
        campaign.look()
    life = campaign.life()  # at last a life that ends well: nothing half-written is left behind
    assert life.hear(lambda said: bool(PROMPT.search(said)))
    life.say(b"q\n")
    assert life.hear(lambda said: b"Bewaard." in said)
    os.waitpid(life.pid, 0)
    left = [path.name for path in folder.rglob("*") if path.name.endswith(".half")]
    assert not left, left
    return f"{lives} lives, {campaign.acknowledged} acknowledged"


# ---------------------------------------------------------------- the app


STEPS = (
    (b"2", {"purpose": "errand"}, b"Wie bent u?"),
    (b"1", {"borrower": "employee"}, b"Hebt u de sleutel?"),
    (b"1", {"keyholder": "yes"}, b"in orde aan de fiets"),
    (b"1", {"brakes_work": "yes"}, b"[x] ja"),
)


def app(seed: int, lives: int, folder: Path) -> str:
    """Kill the app: an answer counts as acknowledged when the next question is painted."""
    import wizard.app.advice
    import wizard.app.main  # noqa: F401

    warm(folder.with_name("warm"))
    chance = random.Random(seed)
    acknowledged = 0
    for number in range(lives):
        own = folder / str(number)
        words = ["ask", "bicycle", "--on", "2019-01-01", "--dossiers", str(own), *TREES]
        life = Life(words, terminal=True)
        certain: dict[str, str] = {}
        last = chance.randrange(len(STEPS))
        assert life.hear(lambda said: b"Waarvoor neemt u de fiets mee?" in said), life.heard
        for step, (key, what, shown) in enumerate(STEPS):
            life.heard = b""
            life.say(key)
            seconds = chance.uniform(0, 0.06) if step == last else PATIENCE
            painted = life.hear(lambda said, shown=shown: shown in said, seconds)
            assert painted or step == last, life.heard
            if painted:
                certain |= what
            if step == last:
                break
        life.kill()
        if shown in life.heard:
            certain |= what
        acknowledged += len(certain)
        found = [load_dossier(path)[0].facts for path in Folder(own).paths()]
        assert len(found) == 1 or not certain, (found, certain)
        for facts in found:
            assert certain.items() <= facts.items(), (certain, facts)
    return f"{lives} lives, {acknowledged} acknowledged"


if __name__ == "__main__":
    _, which, seed, lives, folder = sys.argv
    os.environ["TERM"] = "xterm-256color"
    print({"plain": plain, "app": app}[which](int(seed), int(lives), Path(folder)))
