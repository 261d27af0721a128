"""`magdat templates`: a copy of the report templates and the house style, to adapt."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wizard.commands import words
from wizard.commands.common import InputError, emit, require_free, save_bytes, shown
from wizard.content.disk import why


def run(args: Namespace, language: str) -> int:
    """Copy every file of the house style into the folder; all of them or, when one is there already, none."""
    from wizard.report.markdown import default_templates

    folder: Path = args.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = why(error).in_(language)
        raise InputError(words.CANNOT_WRITE.in_(language).format(file=shown(folder, 200), why=reason)) from None
    files = sorted(path for path in default_templates().iterdir() if path.is_file())
    for path in files:
        require_free(folder / path.name, language, force=args.force)
    for path in files:
        save_bytes(folder / path.name, path.read_bytes(), language, force=args.force)
    emit(words.COPIED.in_(language).format(count=len(files), folder=shown(folder, 200)) + "\n", language)
    return 0
