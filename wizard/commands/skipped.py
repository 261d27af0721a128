"""What `magdat review` does not look at in a folder: its archive, subfolders, links, files that look like dossiers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from wizard.commands import words
from wizard.commands.common import shown
from wizard.dossier.folder import ARCHIVE, OLD_FORMATS, SUFFIX, Folder
from wizard.dossier.store import StoreError

MOST_NAMED = 3


def subfolders(folder: Path) -> list[Path]:
    """The folders in ``folder`` that hold no dossiers put away, of which the user may think that they are reviewed."""
    return [one for one in _folders(folder) if not one.is_symlink()]


def linked(folder: Path) -> list[Path]:
    """The links in ``folder`` to other folders: never followed, for they may lead round in a circle."""
    return [one for one in _folders(folder) if one.is_symlink()]


def _folders(folder: Path) -> list[Path]:
    ours = (ARCHIVE, OLD_FORMATS)
    with suppress(OSError):
        found = (one for one in folder.iterdir() if one.name not in ours and not one.name.startswith("."))
        return sorted(one for one in found if one.is_dir())
    return []


def below(folder: Path) -> Iterator[Path]:
    """``folder`` and all subfolders, each before what is in it. Links are not followed."""
    yield folder
    for one in subfolders(folder):
        yield from below(one)


def skipped(folder: Path, language: str, *, recursive: bool) -> str:
    """What of ``folder`` is not looked at, in one line; empty when there is nothing."""
    folders = [] if recursive else subfolders(folder)
    links: list[Path] = []
    files: list[Path] = []
    away: list[Path] = []
    for place in below(folder) if recursive else (folder,):
        links += linked(place)
        with suppress(OSError):
            files += sorted(one for one in place.iterdir() if _like_a_dossier(one))
        with suppress(StoreError):
            away += Folder(place).paths(archived=True)
    rows = (
        (folders, words.SUBFOLDERS_ONE, words.SUBFOLDERS),
        (links, words.LINKED_ONE, words.LINKED),
        (files, words.OTHER_FILES_ONE, words.OTHER_FILES),
        (away, words.AWAY_ONE, words.AWAY),
    )
    what = [
        (one if len(found) == 1 else more)
        .in_(language)
        .format(n=len(found), names=some([path.name for path in found], MOST_NAMED, language))
        for found, one, more in rows
        if found
    ]
    if not what:
        return ""
    return words.NOT_LOOKED_AT.in_(language).format(folder=shown(folder, 200), what="; ".join(what))


def _like_a_dossier(one: Path) -> bool:
    """Whether it has nearly the ending of a dossier, so that someone may think it is one."""
    named = not one.name.startswith(".") and one.suffix.lower() in (".yml", SUFFIX) and one.suffix != SUFFIX
    return named and one.is_file()


def some(names: Sequence[str], most: int, language: str) -> str:
    """The first names, and how many more there are."""
    said, more = ", ".join(shown(name) for name in names[:most]), len(names) - most
    return words.AND_OTHERS.in_(language).format(names=said, n=more) if more > 0 else said
