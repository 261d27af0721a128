"""Keeping one dossier on disk while it is worked on: its file, its lock, and what to do when someone else wrote it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from wizard.content.fault import SaidError
from wizard.content.model import Text
from wizard.dossier.consultation import Consultation
from wizard.dossier.folder import Folder, free
from wizard.dossier.form import FORMAT, dump, load_dossier
from wizard.dossier.lock import Lock
from wizard.dossier.store import StoreError, leftovers, write_text

Stamp = tuple[int, int, int]


class ChangedOutside(SaidError):
    """The file was changed by something else; what was in hand now stands in another file."""


class Keeper:
    """The file of the dossier in hand. Without a file yet, the first ``keep`` makes one."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.path: Path | None = None
        self._lock: Lock | None = None
        self._stamp: Stamp | None = None
        self._old_format = False

    def open(self, path: Path) -> Consultation:
        """Take the dossier in ``path`` in hand. Raises ``StoreError`` when it cannot be read or is open elsewhere."""
        self.close()
        lock = Lock(path)
        if not lock.take():
            raise lock.taken()
        try:
            found, number = load_dossier(path)
        except BaseException:
            lock.leave()
            raise
        for left in leftovers(path):  # nobody else is writing: these are of a program that was killed
            with suppress(OSError):
                left.unlink()
        self.path, self._lock, self._old_format = path, lock, number < FORMAT
        self._stamp = _stamp(path)
        return found

    def keep(self, consultation: Consultation, digest: str, now: datetime) -> None:
        """Have the disk itself take the dossier. Raises ``StoreError``, or ``ChangedOutside`` after it was kept."""
        text = dump(consultation, digest)
        moved: Path | None = None
        if self.path is None:
            self._begin(self.folder.new_path(consultation.consult, now))
        elif self._stamp is not None and _stamp(self.path) != self._stamp:
            moved = self.path
            self.close()
            self._begin(free(moved))
        assert self.path is not None
        if self._old_format:
            self.folder.keep_old(self.path)
            self._old_format = False
        write_text(self.path, text)
        self._stamp = _stamp(self.path)
        if moved is not None:
            raise ChangedOutside(
                Text(
                    f"{moved.name} is buiten dit venster gewijzigd; uw antwoorden staan nu in {self.path.name}",
                    f"{moved.name} was changed outside this window; your answers now stand in {self.path.name}",
                )
            )

    def _begin(self, path: Path) -> None:
        lock = Lock(path)
        while not lock.take():  # another window began one in the same second
            path = path.with_name(f"{path.stem}-2{path.suffix}")
            lock = Lock(path)
        self.path, self._lock, self._stamp = path, lock, None

    def close(self) -> None:
        """Put the dossier out of hand; another window may open it from now on."""
        if self._lock is not None:
            self._lock.leave()
        self.path = self._lock = self._stamp = None
        self._old_format = False


def _stamp(path: Path) -> Stamp | None:
    """What tells one state of a file from another; ``None`` when there is no such file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


__all__ = ["ChangedOutside", "Keeper", "StoreError"]
