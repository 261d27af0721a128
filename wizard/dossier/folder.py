"""The folder with dossiers: what is there, names for new ones, archive, copy, delete.

Every dossier is one file, `2026-11-22-approach-143005.yaml` and the like; archived ones stand in `archive/`, the
texts of older formats in `old-formats/`.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from platformdirs import user_data_path

from wizard.content.model import Text
from wizard.dossier.consultation import Consultation
from wizard.dossier.form import dump, load_dossier
from wizard.dossier.lock import Lock
from wizard.dossier.store import StoreError, leftovers, write_text

ARCHIVE = "archive"
OLD_FORMATS = "old-formats"
LONGEST_NAME = 60
OLD_FILES = ("unfinished", "previous")
"""How the files were called that stood beside the folder before there were dossiers."""


def data_folder() -> Path:
    """Where the program keeps what is the user's, by platform convention."""
    return user_data_path("magdat", appauthor=False)


def default_dossiers() -> Path:
    """Where dossiers are kept when nobody said otherwise."""
    return data_folder() / "dossiers"


@dataclass(frozen=True, slots=True)
class Entry:
    """A dossier in the folder. ``trouble`` says why it cannot be read; ``consultation`` is then ``None``."""

    path: Path
    changed: float
    archived: bool
    consultation: Consultation | None
    trouble: StoreError | None = None

    def mentions(self, word: str) -> bool:
        """Whether the dossier has ``word`` in its name, client, matter, advisor, notes or texts."""
        found = self.consultation
        texts = [self.path.stem]
        if found is not None:
            notes = (given.note for given in found.shared.values())
            texts += [found.client, found.matter, found.advisor, *notes, *(variant.name for variant in found.variants)]
        said = " ".join(texts).casefold()
        return all(part in said for part in word.casefold().split())


class Folder:
    """A folder with dossiers; it need not exist yet."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def paths(self, *, archived: bool = False) -> list[Path]:
        """The files of the dossiers, latest change first."""
        folder = self.path / ARCHIVE if archived else self.path
        with suppress(OSError):
            found = [path for path in folder.glob("*.yaml") if not path.name.startswith(".") and path.is_file()]
            return sorted(found, key=lambda path: (_changed(path), path.name), reverse=True)
        return []

    def entries(self, *, archived: bool = False) -> Iterator[Entry]:
        """The dossiers, latest change first, read one by one."""
        for path in self.paths(archived=archived):
            try:
                found, _ = load_dossier(path)
            except StoreError as error:
                yield Entry(path, _changed(path), archived, None, error)
            else:
                yield Entry(path, _changed(path), archived, found)

    def new_path(self, about: str, now: datetime) -> Path:
        """A name that is free on every platform: the day, what it is about, the time."""
        words = re.sub(r"[^\w]+", "-", about, flags=re.ASCII).strip("-").lower()[:LONGEST_NAME] or "dossier"
        stem = f"{now:%Y-%m-%d}-{words}-{now:%H%M%S}"
        return free(self.path / f"{stem}.yaml")

    def archive(self, path: Path) -> Path:
        """Put a dossier away, or take it back; returns where it is now. Raises ``StoreError``."""
        home = path.parent.parent if path.parent.name == ARCHIVE else path.parent / ARCHIVE
        with _alone_with(path):
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            target = free(home / path.name)
            os.rename(path, target)
        return target

    def duplicate(self, path: Path, now: datetime) -> Path:
        """A copy of a dossier as a new one, without its history and without whom it was for. Raises ``StoreError``."""
        found, _ = load_dossier(path)
        fresh = replace(
            found, client="", matter="", created=now.isoformat(timespec="seconds"), history=(), came_out=(), remarks={}
        )
        target = self.new_path(found.consult, now)
        write_text(target, dump(fresh, ""))
        return target

    def delete(self, path: Path) -> None:
        """Remove a dossier for good, with what was left half-written. Raises ``StoreError``."""
        with _alone_with(path):
            path.unlink()
            for left in leftovers(path):
                left.unlink(missing_ok=True)

    def keep_old(self, path: Path) -> None:
        """Keep the text of an older format before it is written anew. Raises ``StoreError``."""
        old = self.path / OLD_FORMATS
        try:
            old.mkdir(parents=True, exist_ok=True, mode=0o700)
            shutil.copy2(path, free(old / path.name))
        except OSError as error:
            raise _failed(path, error) from error

    def adopt(self, beside: Path) -> list[Path]:
        """Take in what an earlier version kept in ``beside`` as single files; returns their new places."""
        taken = []
        for name in OLD_FILES:
            for path in sorted(beside.glob(f"{name}*.yaml")):
                with suppress(StoreError, OSError):
                    found, _ = load_dossier(path)
                    target = self.new_path(found.consult, datetime.fromtimestamp(_changed(path)))
                    self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
                    os.rename(path, target)
                    taken.append(target)
        return taken


def free(path: Path) -> Path:
    """``path``, or with a number behind its name when that is taken."""
    number, found = 2, path
    while found.exists():
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return found


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
        lock.leave()


def _failed(path: Path, error: OSError) -> StoreError:
    why = error.strerror
    return StoreError(Text(f"{path}: dat lukt niet: {why}", f"{path}: that does not work: {why}"))
