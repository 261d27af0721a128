"""The letters of `magdat review --letter`: one for each dossier that no longer holds, to read on or in a folder."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from wizard.commands import words
from wizard.commands.common import InputError, complain, emit, require_free, save_bytes, settings_of, shown
from wizard.commands.handover import require_word
from wizard.commands.layout import paragraph, stderr_width, terminal_width
from wizard.commands.progress import progress
from wizard.commands.reviewed import Reviewed
from wizard.commands.skipped import some
from wizard.dossier.review import HOLDS, SEEN_AGAIN, TURNED, UNSURE, Review
from wizard.dossier.store import why
from wizard.report.export import Look, house
from wizard.report.fault import ReportError
from wizard.report.filename import letter_name
from wizard.report.review_counts import summary
from wizard.report.review_letter import letter, to_tell

BETWEEN = "\n---\n\n"
"""What stands between two letters on standard output."""
NAME = "magdat: "
"""What `complain` begins with."""
MOST_NAMED = 5
"""How many dossiers without a letter are named in one line."""


def hand_out(args: Namespace, found: Reviewed, language: str) -> None:
    """Write the letters: to files of their own in the folder of ``-o``, else one after the other to standard output.

    Raises ``InputError``; nothing is overwritten without ``--force``.
    """
    forms: Sequence[str] = args.format or ("md",)
    require_word(args, forms, language)
    folder: Path | None = args.output
    said = list(summary(found.reviews, len(found.unread), found.day, language))
    about = [one for one in found.reviews if to_tell(one, also_seen=args.also_seen)]
    without = list(_without(found.reviews, about, language))
    try:
        if folder is None or str(folder) == "-":
            if tuple(forms) != ("md",):
                raise InputError(words.REVIEW_FORM_WHERE.in_(language).format(form=",".join(forms)))
            for line in said:
                _report(line)
            for line in without:
                complain(line)
            made = [one.decode() for one in _letters(args, found, about, ["md"], language).values()]
            emit(BETWEEN.join(made), language)
            return
        targets = _targets(folder, about, forms, language)
        if targets:
            _make(folder, language)
        for path in targets:
            require_free(path, language, force=args.force)
        made_of = _letters(args, found, about, forms, language)
    except ReportError as error:
        raise InputError(error.say(language)) from None
    for path, (one, form) in targets.items():
        save_bytes(path, made_of[one.path, form], language, force=args.force)
    for line in without:
        complain(line)
    n, several = len(about), len(forms) > 1
    text = (words.LETTERS_ONE_IN if several else words.LETTERS_ONE) if n == 1 else words.LETTERS_NONE
    if n > 1:
        text = words.LETTERS_IN if several else words.LETTERS
    done = text.in_(language).format(n=n, folder=shown(folder, 200), forms=len(forms))
    rows = [row for line in said for row in paragraph(line, terminal_width())]
    emit("\n".join((*rows, done, "")), language)


def _report(text: str) -> None:
    """A sentence on standard error; on a terminal it goes on in the next line between words."""
    width = stderr_width()
    first, *more = paragraph(text, width - len(NAME)) if width else [text]
    complain(first)
    for row in more:
        with suppress(OSError, ValueError):
            print(" " * len(NAME) + row, file=sys.stderr, flush=True)


def _without(reviews: Sequence[Review], about: Sequence[Review], language: str) -> Iterator[str]:
    """Why there is no letter for dossiers of which the advice does not hold either: a line for each reason."""
    left = [one for one in reviews if one.status != HOLDS and one not in about]
    reasons = ((UNSURE, words.NO_LETTER_UNSURE), (TURNED, words.NO_LETTER_NEVER), (SEEN_AGAIN, words.NO_LETTER_SEEN))
    for status, text in reasons:
        names = [one.path.name for one in left if one.status == status]
        if names:
            yield text.in_(language).format(names=some(names, MOST_NAMED, language))


def _letters(
    args: Namespace, found: Reviewed, about: Sequence[Review], forms: Sequence[str], language: str
) -> dict[tuple[Path, str], bytes]:
    """The letter of each dossier ``about`` which one is written, in each form."""
    settings = settings_of(args)
    look: Look = house(args.templates or settings.path("templates"), args.style or settings.path("style"))
    made: dict[tuple[Path, str], bytes] = {}
    also = args.also_seen
    with progress(words.WRITING.in_(language), len(about)) as step:
        for one in about:
            for form in forms:
                made[one.path, form] = letter(
                    found.content, one, found.day, language, form, look=look, made=date.today(), also_seen=also
                )
            step()
    return made


def _targets(
    folder: Path, about: Sequence[Review], forms: Sequence[str], language: str
) -> dict[Path, tuple[Review, str]]:
    """The file of each letter, each with a name of its own, however alike the names of the dossiers."""
    found: dict[Path, tuple[Review, str]] = {}
    for one in about:
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
