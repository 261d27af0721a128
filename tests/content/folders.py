"""Test content: the good folder, a copy of it with changes, and its faults as an author would see them."""

import shutil
from pathlib import Path

from wizard.content.check import check
from wizard.content.fault import Fault, render
from wizard.content.reader import lines

TREES = Path(__file__).parents[1] / "trees"
GOOD = TREES / "good"
BAD = TREES / "bad"
LAW = Path(__file__).parents[2] / "trees"


def copy(into: Path, *overlays: Path) -> Path:
    """The good content in ``into``, with the files of ``overlays`` laid over it."""
    for folder in (GOOD, *overlays):
        shutil.copytree(folder, into, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    return into


def change(folder: Path, file: str, old: str, new: str) -> Path:
    """Replace ``old``, which must be there once, by ``new`` in a file of ``folder``."""
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), "utf-8")
    return folder


def line_of(folder: Path, fault: Fault) -> str:
    """The line of the file that a fault points at."""
    path = folder / fault.place.file
    text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
    return lines(text)[fault.place.line - 1]


def rendered(folder: Path, language: str = "en") -> str:
    """Every fault in ``folder`` as `magdat check` shows it."""
    _, faults = check(folder)
    return "".join(render(fault, line_of(folder, fault), language) + "\n" for fault in faults)


def codes(folder: Path) -> list[str]:
    """The codes of all faults in ``folder``, in order."""
    return [fault.code for fault in check(folder)[1]]
