"""The letters of `magdat review --letter`: one for each dossier that no longer holds, to read on or in a folder."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from wizard.commands import words
from wizard.commands.common import InputError, complain, emit, require_free, save_bytes, settings_of, shown
from wizard.commands.progress import progress
from wizard.commands.reviewed import Reviewed
from wizard.dossier.review import Review
from wizard.dossier.store import why
from wizard.report.export import Look, house
from wizard.report.fault import ReportError
from wizard.report.filename import letter_name
from wizard.report.review_counts import summary
from wizard.report.review_letter import letter

BETWEEN = "\n---\n\n"
"""What stands between two letters on standard output."""


def hand_out(args: Namespace, found: Reviewed, language: str) -> None:
    """Write the letters: to files of their own in the folder of ``-o``, else one after the other to standard output.

    Raises ``InputError``; nothing is overwritten without ``--force``.
    """
    forms: Sequence[str] = args.format or ("md",)
    folder: Path | None = args.output
    said = list(summary(found.reviews, len(found.unread), found.day, language))
    try:
        if folder is None or str(folder) == "-":
            if tuple(forms) != ("md",):
                raise InputError(words.REVIEW_FORM_WHERE.in_(language).format(form=",".join(forms)))
            complain(" ".join(said))
            made = [one.decode() for one in _letters(args, found, ["md"], language).values()]
            emit(BETWEEN.join(made), language)
            return
        targets = _targets(folder, found.turned, forms, language)
        if targets:
            _make(folder, language)
        for path in targets:
            require_free(path, language, force=args.force)
        made_of = _letters(args, found, forms, language)
    except ReportError as error:
        raise InputError(error.say(language)) from None
    for path, (one, form) in targets.items():
        save_bytes(path, made_of[one.path, form], language, force=args.force)
    text = words.LETTERS_ONE if len(targets) == 1 else words.LETTERS if targets else words.LETTERS_NONE
    emit("\n".join((*said, text.in_(language).format(n=len(targets), folder=shown(folder, 200)), "")), language)


def _letters(args: Namespace, found: Reviewed, forms: Sequence[str], language: str) -> dict[tuple[Path, str], bytes]:
    """The letter of each dossier that no longer holds, in each form."""
    settings = settings_of(args)
    look: Look = house(args.templates or settings.path("templates"), args.style or settings.path("style"))
    made: dict[tuple[Path, str], bytes] = {}
    with progress(words.WRITING.in_(language), len(found.turned)) as step:
        for one in found.turned:
            for form in forms:
                made[one.path, form] = letter(
                    found.content, one, found.day, language, form, look=look, made=date.today()
                )
            step()
    return made


def _targets(
    folder: Path, turned: Sequence[Review], forms: Sequence[str], language: str
) -> dict[Path, tuple[Review, str]]:
    """The file of each letter, each with a name of its own, however alike the names of the dossiers."""
    found: dict[Path, tuple[Review, str]] = {}
    for one in turned:
        number, stem = 1, one.path.stem
        while any(folder / letter_name(stem, language, form) in found for form in forms):
            number += 1
            stem = f"{one.path.stem} {number}"
        found |= {folder / letter_name(stem, language, form): (one, form) for form in forms}
    return found


def _make(folder: Path, language: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (OSError, ValueError) as error:
        text = words.NO_FOLDER_HERE.in_(language)
        raise InputError(text.format(folder=shown(folder, 200), why=why(error).in_(language))) from None
