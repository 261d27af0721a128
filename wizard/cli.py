"""The command line: one thin command per verb. Heavy imports wait until their verb is used."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="magdat")
    verbs = parser.add_subparsers(dest="verb")
    c = verbs.add_parser("check")
    c.add_argument("dir", nargs="?", type=Path)
    args = parser.parse_args(argv)
    from wizard.content.check import check
    from wizard.content.fault import render
    from wizard.content.load import default_trees

    folder = args.dir or default_trees()
    content, faults = check(folder)
    lines: dict[str, list[str]] = {}
    for fault in faults:
        name = fault.place.file
        if name not in lines:
            path = folder / name
            lines[name] = path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
        rows = lines[name]
        print(render(fault, rows[fault.place.line - 1] if fault.place.line <= len(rows) else None))
    print(f"{len(faults)} faults" if faults else "no faults")
    return 1 if faults else 0
