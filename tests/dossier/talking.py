"""A real process of `magdat ask --plain` with a pipe at each end."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

from tests.cli_tools import ROOT, TREES, environment

CHOICE = b"Kies 1 tot en met "
PATIENCE = 30.0


class Talking:
    """One conversation. ``before`` runs in the new process before the program starts."""

    def __init__(self, *words: str, home: Path, before=None, **more: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "wizard", "ask", "--plain", *words, *TREES],
            cwd=ROOT,
            env=environment(home, **more),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            preexec_fn=before,
        )
        self.said = b""

    def __enter__(self) -> "Talking":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def hear(self) -> str:
        """What is said up to the next prompt, or up to the end."""
        start, until = len(self.said), time.monotonic() + PATIENCE
        out = self.process.stdout
        while not waiting(self.said[start:]):
            assert time.monotonic() < until, self.said[start:].decode()
            if select.select([out], [], [], 0.5)[0]:
                more = os.read(out.fileno(), 65536)
                if not more:
                    break
                self.said += more
        return self.said[start:].decode()

    def say(self, line: str) -> str:
        """Type a line; what is said after it."""
        self.process.stdin.write(line.encode() + b"\n")
        return self.hear()

    def end(self) -> tuple[int, str]:
        """Close the input; the exit code and what was said on both ends after that."""
        out, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, (out + err).decode()


def waiting(said: bytes) -> bool:
    """Whether a prompt was the last that was said."""
    last = said.rsplit(b"\n", 1)[-1]
    return last.endswith((b"Antwoord: ", b"Wat nu? ")) or (last.startswith(CHOICE) and last.endswith(b": "))


def fsize(limit: int) -> None:
    """No file of this process may grow beyond ``limit`` bytes: for a program that writes, a disk with no room."""
    import resource  # not on every platform

    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def as_anyone() -> None:
    """In a new process on Linux: from now on root has no more rights than the owner of a file."""
    import ctypes

    drop, override, search = 24, 1, 2  # of prctl: to give up for good what lets root read and search whatever it likes
    for right in (override, search):
        ctypes.CDLL(None).prctl(drop, right, 0, 0, 0)
