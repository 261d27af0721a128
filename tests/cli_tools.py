"""Shared by the tests of the command line: where the test content is, and how to start the real program."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GOOD = ROOT / "tests" / "trees" / "good"
TREES = ("--trees", str(GOOD))

ERRAND = "consult: bicycle\non: 2019-01-01\nfacts: {purpose: errand, borrower: employee, keyholder: yes}\n"
"""An errand with the office bicycle, whose state is still open."""


def environment(home: Path, **more: str) -> dict[str, str]:
    """A clean environment that keeps its files under ``home``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAGDAT")}
    own = {"XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), "XDG_STATE_HOME": str(home / "state")}
    return {**kept, **own, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1", **more}


def magdat(
    *words: str, home: Path, stdin: bytes = b"", code: str | None = None, **more: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the real program (or the Python of ``code``) in a process of its own, with a pipe at each end."""
    command = [sys.executable, "-c", code] if code else [sys.executable, "-m", "wizard", *words]
    return subprocess.run(
        command, cwd=ROOT, env=environment(home, **more), input=stdin, capture_output=True, timeout=60, check=False
    )
