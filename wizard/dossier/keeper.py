"""Keeping one dossier on disk while it is worked on: its file, its lock, and what to do when someone else wrote it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from stat import S_IWUSR

from wizard.content.fault import SaidError
from wizard.content.model import Text
from wizard.content.reader import MAX_BYTES
from wizard.dossier.consultation import Consultation
from wizard.dossier.folder import SUFFIX, Folder, claim
from wizard.dossier.form import FORMAT, dump, load_dossier, returns_whole
from wizard.dossier.lock import Lock
from wizard.dossier.store import Stamp, StoreError, leftovers, stamp, why, write_text


class ChangedOutside(SaidError):
    """The file was changed by something else, or is not to be written; what was in hand now stands in another."""


class _Touched(Exception):
    """The file is not as we left it."""


ATTEMPTS = 5
"""How often to look for a place of our own while others keep taking it."""


class Keeper:
    """The file of the dossier in hand, of at most so many bytes. Without a file yet, the first ``keep`` makes one."""

    def __init__(self, folder: Folder, most: int = MAX_BYTES) -> None:
        self.folder = folder
        self.most = most
        self.path: Path | None = None
        self.copy_first = False
        """Whether the file as it is now is put aside before it is written anew, because not all of it will return."""
        self._lock: Lock | None = None
        self._stamp: Stamp | None = None
        self._left: tuple[Path, Callable[[Path, Path], ChangedOutside]] | None = None
        """The file that was left as it is, with what there is to say about that, until it is said."""
        self.sealed = False
        """Whether its owner made the file read-only: then it stays as it is."""

    def open(self, path: Path) -> Consultation:
        """Take the dossier in ``path`` in hand. Raises ``StoreError`` when it cannot be read or is open elsewhere."""
        self.close()
        path = _real(path)  # two names for one file have one lock, and a link is not replaced by a file
        lock = Lock(path)
        if not lock.take():
            raise lock.taken()
        try:
            seen = stamp(path)
            found, number = load_dossier(path)
            sealed = not path.stat().st_mode & S_IWUSR
        except BaseException:
            lock.leave()
            raise
        if lock.held:
            for left in leftovers(path):  # nobody else is writing: these are of a program that was killed
                with suppress(OSError):
                    left.unlink()
        self.path, self._lock, self._stamp = path, lock, seen
        self.copy_first = number < FORMAT or not returns_whole(path, found)
        self.sealed = sealed
        return found

    def keep(self, consultation: Consultation, digest: str, now: datetime) -> None:
        """Have the disk itself take the dossier. Raises ``StoreError``, or ``ChangedOutside`` after it was kept."""
        text = dump(consultation, digest)
        if len(text.encode("utf-8", "replace")) > self.most:
            raise _too_large(self.most)
        if self.path is None:
            self._begin(self.folder.path_for(consultation, now))
        elif self.sealed:
            self._step_aside(_left_sealed)
        for _ in range(ATTEMPTS):
            try:
                self._write(text)
                break
            except _Touched:
                self._step_aside(_moved)
        else:
            raise _disturbed(self.path)
        if self._left is not None and self.path is not None:
            (theirs, say), self._left = self._left, None
            raise say(theirs, self.path)

    def _write(self, text: str) -> None:
        """Write the file, if it is ours and as we left it. Raises ``_Touched`` when it is not."""
        assert self.path is not None
        assert self._lock is not None
        if not self._lock.held and not self._lock.take():
            raise _Touched  # there was no room for a lock before, and now another window has it
        if self.copy_first:
            self._require_untouched()
            self.folder.keep_old(self.path)
            self.copy_first = False
        self._stamp = write_text(self.path, text, before=self._require_untouched)

    @property
    def untouched(self) -> bool:
        """Whether the file is there as we left it."""
        return self.path is not None and stamp(self.path) == self._stamp

    def _require_untouched(self) -> None:
        if not self.untouched:
            raise _Touched

    def _step_aside(self, say: Callable[[Path, Path], ChangedOutside]) -> None:
        """Leave the file as it is, and go on in another; in the same place when it is gone."""
        assert self.path is not None
        path, self._left = self.path, self._left or (self.path, say)
        if self._lock is not None:
            self._lock.leave()
        self.copy_first = False
        self._begin(path)

    def move(self, path: Path, consultation: Consultation, digest: str) -> None:
        """Keep the dossier in the new file ``path`` from now on. Raises ``StoreError``; nothing is overwritten."""
        before = self.path, self._lock, self._stamp, self.sealed
        self.path = self._lock = self._stamp = None
        try:
            self._begin(_real(path))
            assert self.path is not None
            self._stamp = write_text(self.path, dump(consultation, digest), before=self._require_untouched)
        except (StoreError, _Touched, OSError, ValueError) as error:
            if self._lock is not None and not self.path.exists():
                self._lock.end()  # nothing came of it: no hidden file is left there either
            self.close()
            self.path, self._lock, self._stamp, self.sealed = before
            if isinstance(error, _Touched):
                raise _disturbed(path) from None
            raise
        if before[1] is not None:
            before[1].leave()
        self.copy_first = False

    def _begin(self, path: Path) -> None:
        """Go on in a new file at ``path``, or beside it when that is taken."""
        self.path, self._lock = claim(path)
        self._stamp, self.sealed = None, False

    def close(self) -> None:
        """Put the dossier out of hand; another window may open it from now on."""
        if self._lock is not None:
            self._lock.leave()
        self.path = self._lock = self._stamp = self._left = None
        self.copy_first = self.sealed = False

    def remove(self) -> None:
        """Take the file away, with its lock; not when something else changed it since."""
        if self.path is not None and self.untouched:
            for file in (self.path, *leftovers(self.path)):
                with suppress(OSError):
                    file.unlink()
            if self._lock is not None:
                self._lock.end()
        self.close()


def typed_place(typed: str, name: str) -> Path:
    """Where a dossier goes that is to stand at ``typed``: in that folder as ``name``, or in that file.

    A file gets the ending that a dossier has, without which no list would show it. Raises ``OSError``, ``ValueError``
    for what cannot be a name, and ``RuntimeError`` for `~name` of a user that does not exist.
    """
    path = Path(typed.strip()).expanduser()
    if path.is_dir() or typed.strip().endswith(("/", os.sep)):
        return path / name
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def _real(path: Path) -> Path:
    """Where ``path`` really is. Raises ``StoreError`` when it leads round in a circle, or nowhere we may look."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError) as error:  # a circle of links; a name with a NUL
        said = why(error)
        raise StoreError(Text(f"{path}: {said.nl}", f"{path}: {said.en}"), said) from error


def _moved(theirs: Path, mine: Path) -> ChangedOutside:
    name = mine.name
    if mine == theirs:
        return ChangedOutside(Text(f"{name} was verdwenen; het staat er nu weer", f"{name} had gone; it is back now"))
    return ChangedOutside(
        Text(
            f"{theirs.name} is buiten dit venster gewijzigd; uw antwoorden staan nu in {name}",
            f"{theirs.name} was changed outside this window; your answers now stand in {name}",
        )
    )


def _left_sealed(theirs: Path, mine: Path) -> ChangedOutside:
    return ChangedOutside(
        Text(
            f"{theirs.name} is alleen-lezen en blijft zoals het is; uw dossier staat nu in {mine.name}",
            f"{theirs.name} is read-only and stays as it is; your dossier now stands in {mine.name}",
        )
    )


def _disturbed(path: Path | None) -> StoreError:
    return StoreError(
        Text(f"{path}: iets anders schrijft hier steeds ook", f"{path}: something else keeps writing here too")
    )


def _too_large(most: int) -> StoreError:
    size = f"{most // 1_000_000} MB"
    return StoreError(
        Text(
            f"het dossier wordt groter dan {size}; begin een nieuw dossier",
            f"the dossier grows larger than {size}; begin a new one",
        )
    )


__all__ = ["ChangedOutside", "Keeper", "StoreError"]
