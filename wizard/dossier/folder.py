"""The folder with dossiers: what is there, names for new ones, archive, copy, delete.

Every dossier is one file, `2026-11-22-approach-143005.yaml` and the like; archived ones stand in `archive/`.
What would not return in full when a file is written anew (an older format, what was edited by hand, answers that no
longer fit) is first copied to `old-formats/`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_data_path

from wizard.content.model import Text
from wizard.dossier.consultation import Consultation, Given, Variant
from wizard.dossier.form import dump, load_dossier
from wizard.dossier.lock import Lock
from wizard.dossier.store import StoreError, flush_folder, leftovers, make_folder, why, write_bytes, write_text

ARCHIVE = "archive"
OLD_FORMATS = "old-formats"
LONGEST_NAME = 60
SUFFIX = ".yaml"
"""How the name of a dossier ends."""
OLD_FILES = ("unfinished", "previous")
"""How the files were called that stood beside the folder before there were dossiers."""


def data_folder() -> Path:
    """Where the program keeps what is the user's, by platform convention."""
    return user_data_path("magdat", appauthor=False)


def default_dossiers() -> Path:
    """Where dossiers are kept when nobody said otherwise."""
    return data_folder() / "dossiers"


class Entry(NamedTuple):
    """A dossier in the folder. ``trouble`` says why it cannot be read; ``consultation`` is then ``None``."""

    path: Path
    changed: float
    archived: bool
    consultation: Consultation | None
    trouble: StoreError | None = None


class Folder:
    """A folder with dossiers; it need not exist yet."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def paths(self, *, archived: bool = False) -> list[Path]:
        """The files of the dossiers, latest change first; none when the folder is not there (yet).

        Raises ``StoreError`` for a folder that cannot be read: that is not the same as an empty one.
        """
        folder = self.path / ARCHIVE if archived else self.path
        try:
            with os.scandir(folder) as found:
                names = [one.name for one in found if _may_be_dossier(one)]
        except FileNotFoundError:
            return []
        except (OSError, ValueError) as error:  # ValueError: a name with a NUL
            raise unreadable(folder, error) from error
        return sorted((folder / name for name in names), key=lambda path: (_changed(path), path.name), reverse=True)

    def entries(self, *, archived: bool = False) -> Iterator[Entry]:
        """The dossiers, latest change first, read one by one. Raises ``StoreError`` at once, as `paths`."""
        return (self.entry(path) for path in self.paths(archived=archived))

    def entry(self, path: Path) -> Entry:
        """The dossier in ``path``, or why it cannot be read."""
        archived = self.archived(path)
        try:
            found, _ = load_dossier(path)
        except StoreError as error:
            return Entry(path, _changed(path), archived, None, error)
        return Entry(path, _changed(path), archived, found)

    def archived(self, path: Path) -> bool:
        """Whether a dossier was put away."""
        return path.parent == self.path / ARCHIVE

    def new_path(self, about: str, now: datetime) -> Path:
        """A name that is free on every platform: the day, what it is about, the time."""
        words = re.sub(r"[^\w]+", "-", about, flags=re.ASCII).strip("-").lower()[:LONGEST_NAME] or "dossier"
        stem = f"{now:%Y-%m-%d}-{words}-{now:%H%M%S}"
        return free(self.path / f"{stem}.yaml")

    def path_for(self, consultation: Consultation, now: datetime) -> Path:
        """A free name for ``consultation``, with the time at which it was begun; ``now`` where that is not known."""
        with suppress(ValueError):
            now = datetime.fromisoformat(consultation.created)
        return self.new_path(consultation.consult, now)

    def find(self, name: str) -> Path | None:
        """The dossier called ``name``, with or without `.yaml`, archived or not; ``None`` when there is none.

        Also a link that leads nowhere: whoever reads it says so.
        """
        if not name or Path(name).name != name:
            return None
        for folder in (self.path, self.path / ARCHIVE):
            for path in (folder / name, folder / f"{name}.yaml"):
                with suppress(OSError, ValueError):
                    if path.suffix == ".yaml" and (path.is_file() or _leads_nowhere(path)):
                        return path
        return None

    def archive(self, path: Path) -> Path:
        """Put a dossier away, or take it back; returns where it is now. Raises ``StoreError``."""
        self._require_ours(path)
        _require_no_link(path)
        home = path.parent.parent if self.archived(path) else path.parent / ARCHIVE
        with _alone_with(path):
            make_folder(home)
            target = free(home / path.name)
            os.rename(path, target)
            flush_folder(home)
            flush_folder(path.parent)
        return target

    def duplicate(self, path: Path, now: datetime, on: date | None = None) -> Path:
        """A copy of a dossier as a new one: its answers, without notes and history and without whom it was for.

        ``on`` is the reference date of the copy, otherwise that of the original. Raises ``StoreError``.
        """
        found, _ = load_dossier(path)
        moment = now.isoformat(timespec="seconds")

        def fresh(answers: Mapping[str, Given]) -> dict[str, Given]:
            return {fact: Given(given.answer, at=moment) for fact, given in answers.items()}

        copy = replace(
            found,
            on=on or found.on,
            client="",
            matter="",
            created=moment,
            shared=fresh(found.shared),
            variants=tuple(Variant(variant.name, fresh(variant.answers)) for variant in found.variants),
            remarks={},
            history=(),
            came_out=(),
        )
        target, lock = claim(self.new_path(found.consult, now))
        try:
            write_text(target, dump(copy, found.content))
        finally:
            lock.leave()
        return target

    def delete(self, path: Path) -> None:
        """Remove a dossier for good, with what was left half-written and what was kept of it before.

        Raises ``StoreError``.
        """
        self._require_ours(path)
        _require_no_link(path)
        with _alone_with(path):
            copies = self._copies(path)
            path.unlink()
            for left in (*leftovers(path), *copies):
                left.unlink(missing_ok=True)
            flush_folder(path.parent)

    def _require_ours(self, path: Path) -> None:
        """Only a dossier that lies in this folder, or in its archive, is moved or removed: never a file elsewhere."""
        if path.suffix != ".yaml" or path.parent not in (self.path, self.path / ARCHIVE):
            raise StoreError(
                Text(f"{path}: ligt niet in de map met dossiers", f"{path}: does not lie in the folder with dossiers")
            )

    def _copies(self, path: Path) -> list[Path]:
        """What `keep_old` kept of a dossier; not what it kept of another whose name is this one with a number."""
        pattern = re.compile(re.escape(path.stem) + r"(-[0-9]+)?\.yaml")
        with suppress(OSError):
            found = [one for one in (self.path / OLD_FORMATS).iterdir() if pattern.fullmatch(one.name)]
            return [one for one in found if one.name == path.name or self.find(one.name) is None]
        return []

    def keep_old(self, path: Path) -> None:
        """Keep the file as it is, before it is written anew in another form. Raises ``StoreError``."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise _failed(path, error) from error
        write_bytes(free(self.path / OLD_FORMATS / path.name), data)

    def adopt(self, beside: Path) -> list[Path]:
        """Take in what an earlier version kept in ``beside`` as single files; returns their new places."""
        taken = []
        for name in OLD_FILES:
            for path in sorted(beside.glob(f"{name}*.yaml")):
                with suppress(StoreError, OSError):
                    found, _ = load_dossier(path)
                    target = self.new_path(found.consult, datetime.fromtimestamp(_changed(path)))
                    make_folder(self.path)
                    os.rename(path, target)
                    flush_folder(self.path)
                    taken.append(target)
        return taken


def free(path: Path) -> Path:
    """``path``, or with a number behind its name when that is taken."""
    number, found = 2, path
    while _taken(found):
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return found


def _taken(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder that may not be entered: who writes there will hear why
        return False


def claim(path: Path) -> tuple[Path, Lock]:
    """A place for a new file, with its lock: ``path``, or beside it when that is taken by a file or another window."""
    wanted, number = path, 2
    while True:
        if not path.exists():
            lock = Lock(path)
            if lock.take():
                if not path.exists():
                    return path, lock
                lock.leave()  # made between our looking and our locking
        path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        number += 1


def _may_be_dossier(one: os.DirEntry[str]) -> bool:
    """Whether a file of that name is a dossier; one that cannot be looked at is, so that it is not left out."""
    if one.name.startswith(".") or not one.name.endswith(SUFFIX):
        return False
    try:
        return one.is_file() or _leads_nowhere(one)
    except OSError:
        return True


def _leads_nowhere(one: Path | os.DirEntry[str]) -> bool:
    """Whether it is a link to what is not there, for instance on a share that is not connected now."""
    return one.is_symlink() and not os.path.exists(one)


def _require_no_link(path: Path) -> None:
    """A link is not moved, for it may then lead elsewhere; nor removed, for the dossier itself would stay."""
    if path.is_symlink():
        raise StoreError(
            Text(
                f"{path.name}: is een koppeling; doe dit met het dossier zelf ({os.path.realpath(path)})",
                f"{path.name}: is a link; do this with the dossier itself ({os.path.realpath(path)})",
            )
        )


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


@contextmanager
def _alone_with(path: Path) -> Iterator[None]:
    """For as long as a file is moved or removed, nobody else may have it open; says what the system had against it."""
    lock = Lock(path)
    if not lock.take():
        raise lock.taken()
    try:
        yield
    except OSError as error:
        raise _failed(path, error) from error
    finally:
        if path.exists():
            lock.leave()
        else:
            lock.end()


def _failed(path: Path, error: OSError) -> StoreError:
    said = why(error)
    where = f"({path.parent})"
    return StoreError(
        Text(f"{path.name}: dat lukt niet: {said.nl} {where}", f"{path.name}: that does not work: {said.en} {where}"),
    )


def unreadable(folder: Path, error: Exception) -> StoreError:
    """What to say of a folder that cannot be read."""
    said = why(error, reading=True)
    return StoreError(
        Text(
            f"{folder}: deze map kan niet worden gelezen: {said.nl}; herstel dat, of kies een andere map (--dossiers)",
            f"{folder}: this folder cannot be read: {said.en}; mend that, or choose another folder (--dossiers)",
        )
    )
