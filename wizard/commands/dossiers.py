"""`magdat dossiers`: the dossiers there are, as lines or as data; copy, archive or delete one."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from wizard.commands import words
from wizard.commands.common import InputError, dossier_named, dossiers_folder, emit, load_content, reference_date
from wizard.commands.data import as_json
from wizard.content.fault import printable
from wizard.dossier.dates import dutch_now, with_zone
from wizard.dossier.folder import Entry, Folder
from wizard.dossier.holds import last_seen
from wizard.dossier.store import StoreError
from wizard.reasoning.deadline import ZONE

CHANGES = ("duplicate", "archive", "restore", "delete")


def run(args: Namespace, language: str) -> int:
    """List the dossiers, or change one of them."""
    folder = Folder(dossiers_folder(args, language, there=True))
    asked = [name for name in CHANGES if getattr(args, name)]
    if len(asked) > 1:
        raise InputError(words.ONE_THING.in_(language).format(options=", ".join(f"--{name}" for name in asked)))
    try:
        return _change(args, folder, asked[0], language) if asked else _list(args, folder, language)
    except StoreError as error:
        raise InputError(printable(error.say(language))) from None


def _list(args: Namespace, folder: Folder, language: str) -> int:
    from wizard.plain import dossier_words
    from wizard.plain.dossiers import line, search

    content = load_content(args, language, consults=None if args.trees else ())
    word = args.word or ""
    found = search(content, folder.entries(archived=args.archived), word, language, dutch_now())
    if args.json:
        emit(as_json([_data(one) for one, _ in found]), language)
        return 0
    for number, (one, shown) in enumerate(found, 1):
        emit(line(number, one, shown, language) + "\n", language)
    if not found:
        text = dossier_words.NONE_FOUND if word else dossier_words.NO_DOSSIERS
        emit(printable(text.in_(language).format(words=word)) + "\n", language)
    return 0


def _data(one: Entry) -> dict[str, Any]:
    """A dossier as data; with ``error`` and little else when it cannot be read."""
    known: dict[str, Any] = {
        "name": one.path.stem,
        "file": str(one.path),
        "archived": one.archived,
        "changed": datetime.fromtimestamp(int(one.changed), ZoneInfo(ZONE)).isoformat(),
    }
    found = one.consultation
    if found is None:
        return {**known, "error": one.trouble.say("en") if one.trouble else ""}
    came = last_seen(found)
    return {
        **known,
        "client": found.client,
        "matter": found.matter,
        "advisor": found.advisor,
        "consult": found.consult,
        "on": found.on.isoformat(),
        "created": with_zone(found.created),
        "answers": len(found.answers),
        "variants": [variant.name for variant in found.variants],
        "variant": found.variant.name if found.variant else None,
        "seen": {"at": with_zone(came.at), "on": str(came.on), "possible": list(came.verdicts)} if came else None,
    }


def _change(args: Namespace, folder: Folder, what: str, language: str) -> int:
    path = dossier_named(folder, getattr(args, what), language)
    name = path.stem
    if what == "delete":
        if not args.yes:
            raise InputError(words.SAY_YES.in_(language).format(name=name))
        folder.delete(path)
        said = words.DELETED
    elif what == "duplicate":
        on = reference_date(args, load_content(args, language, consults=None if args.trees else ()), language)
        name = folder.duplicate(path, dutch_now(), on).stem
        said = words.DUPLICATED
    else:
        if folder.archived(path) != (what == "restore"):
            text = words.IN_ARCHIVE if what == "archive" else words.NOT_ARCHIVED
            raise InputError(text.in_(language).format(name=name))
        name = folder.archive(path).stem
        said = words.ARCHIVED if what == "archive" else words.RESTORED
    emit(printable(said.in_(language).format(name=name)) + "\n", language)
    return 0
