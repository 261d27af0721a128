"""`magdat check`: every fault in a folder of trees."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from wizard.commands import words
from wizard.commands.common import InputError, emit, fault_line


def run(args: Namespace, language: str) -> int:
    """Print every fault; 1 when there are any."""
    from wizard.content.check import check
    from wizard.content.fault import ContentError, Fault, render
    from wizard.content.load import default_trees

    folder: Path = args.dir or args.trees or default_trees()
    try:
        _, faults = check(folder)
    except ContentError as error:
        raise InputError(fault_line(error.faults[0], str(error.faults[0].place.file), "", language)) from None
    if args.json:
        rows = [
            {
                "code": fault.code,
                "file": fault.place.file,
                "line": fault.place.line,
                "column": fault.place.column,
                "message": fault.message.in_(language),
                "hint": fault.hint.in_(language),
            }
            for fault in faults
        ]
        emit(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", language)
        return 1 if faults else 0
    lines: dict[str, list[str]] = {}

    def line(fault: Fault) -> str | None:
        """The line of the file a fault is on."""
        name = fault.place.file
        if name not in lines:
            path = folder / name
            lines[name] = path.read_text("utf-8", "replace").split("\n") if path.is_file() else []
        return lines[name][fault.place.line - 1] if fault.place.line <= len(lines[name]) else None

    shown = [render(fault, line(fault), language) for fault in faults]
    count = words.FAULTS if len(faults) > 1 else words.ONE_FAULT if faults else words.NO_FAULTS
    if any(fault.hides for fault in faults):
        shown.append(words.FAULTS_HIDDEN.in_(language))
    emit("\n".join([*shown, count.in_(language).format(count=len(faults))]) + "\n", language)
    return 1 if faults else 0
