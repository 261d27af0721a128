"""`magdat review`: which saved advices no longer hold under today's law or today's trees, since when, because of what.

Ends with 0 when all were looked at and still hold, with 1 when some no longer hold or could not be looked at, and with
2 when none could.
"""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from wizard.commands import words
from wizard.commands.common import (
    InputError,
    complain,
    dossier_named,
    dossiers_folder,
    emit,
    load_content,
    reference_date,
    shown,
)
from wizard.commands.progress import progress
from wizard.commands.reviewed import Reviewed
from wizard.commands.skipped import below, skipped
from wizard.dossier.consultation import Consultation
from wizard.dossier.folder import Folder
from wizard.dossier.form import load_dossier
from wizard.dossier.review import consults_of, review
from wizard.dossier.store import StoreError
from wizard.report.review_words import NONE_ASKED


def run(args: Namespace, language: str) -> int:
    """Look at dossiers again and say which no longer hold: as a table, as data, or as letters."""
    _require_sense(args, language)
    found = _look(args, language)
    for _, why in found.unread:
        complain(why)
    for one in found.reviews:
        if one.trouble is not None:
            complain(f"{shown(one.path, 200)}: {one.trouble.in_(language)}")
    if args.json:
        from wizard.commands.data import as_json
        from wizard.commands.review_data import review_data

        emit(as_json(review_data(found, language)), language)
    elif args.letter:
        from wizard.commands.review_letters import hand_out

        hand_out(args, found, language)
    elif not found.reviews and not found.unread:
        emit(NONE_ASKED.in_(language) + "\n", language)
    else:
        from wizard.commands.review_table import text

        emit(text(found, language, verbose=args.verbose), language)
    return found.code


def _require_sense(args: Namespace, language: str) -> None:
    """Raise ``InputError`` for options that do not go together."""
    if args.json and args.letter:
        raise InputError(words.ONE_THING.in_(language).format(options="--json, --letter"))
    letters = {"--format": args.format, "-o": args.output, "--templates": args.templates, "--style": args.style}
    letters |= {"--force": args.force or None, "--also-seen": args.also_seen or None}
    given = [option for option, value in letters.items() if value is not None]
    if given and not args.letter:
        raise InputError(words.ONLY_LETTERS.in_(language).format(options=", ".join(given)))


def _look(args: Namespace, language: str) -> Reviewed:
    paths = _paths(args, language)
    read: list[tuple[Path, Consultation]] = []
    unread: list[tuple[Path, str]] = []
    with progress(words.REVIEWING.in_(language), 2 * len(paths)) as step:
        for path in paths:
            try:
                read.append((path, load_dossier(path)[0]))
            except StoreError as error:
                unread.append((path, error.say(language)))
                step()
            step()
        # in words, what stands in the place of a rule that went is looked up in the whole law; data name rules only
        only = {name for _, found in read for name in consults_of(found)} if args.json and not args.trees else None
        content = load_content(args, language, consults=only)
        day = reference_date(args, content, language)
        reviews = []
        for path, found in read:
            reviews.append(review(content, path, found, day))
            step()
        if only is not None and any(one.strange for one in reviews):
            content = load_content(args, language)
            reviews = [review(content, path, found, day) for path, found in read]
    return Reviewed(content, day, tuple(reviews), tuple(unread))


def _paths(args: Namespace, language: str) -> list[Path]:
    """The files to look at, each once, in the order given; of a folder the latest change first.

    Raises ``InputError`` for what does not exist, and for a folder that was named and holds no dossiers.
    """
    if not args.dossier:
        return _inside(args, dossiers_folder(args, language, there=True), language)
    found: dict[str, Path] = {}  # by where they really are, also when links lead round in a circle
    for name in args.dossier:
        for path in _named(args, name, language):
            found.setdefault(os.path.realpath(path), path)
    return list(found.values())


def _inside(args: Namespace, folder: Path, language: str) -> list[Path]:
    """The dossiers in a folder, and with ``--recursive`` in its subfolders; says what else it holds.

    A subfolder that cannot be read is named; the rest goes on.
    """
    if left := skipped(folder, language, recursive=args.recursive):
        complain(left)
    found: list[Path] = []
    for place in below(folder) if args.recursive else (folder,):
        try:
            found += Folder(place).paths()
        except StoreError as error:
            if place == folder:
                raise
            complain(error.say(language))
    return found


def _named(args: Namespace, name: str, language: str) -> Sequence[Path]:
    with suppress(OSError, ValueError, RuntimeError):  # a name too long, with a NUL, `~name` of nobody
        place = Path(name).expanduser()
        if place.is_file():
            return [place]
        if place.is_dir():
            paths = _inside(args, place, language)
            if not paths:
                raise InputError(words.NO_SUCH_DOSSIERS.in_(language).format(folder=shown(name, 200)))
            return paths
    return [dossier_named(Folder(dossiers_folder(args, language, there=True)), name, language)]
