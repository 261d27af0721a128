"""One window per dossier: a lock that the system itself lets go of when the program ends, however it ends."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.content.model import Text
from wizard.dossier.store import StoreError, make_folder

if TYPE_CHECKING:
    from filelock import FileLock


def prepare() -> None:
    """Read what locking needs, and let it find out once what it takes, so that the first lock is made at once."""
    from filelock import FileLock

    FileLock("")  # which makes no file


class Lock:
    """The lock on one dossier, a hidden file beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: FileLock | None = None

    @property
    def held(self) -> bool:
        """Whether the lock is ours; where none can be made (read-only, a full disk) it is nobody's."""
        return self._lock is not None

    @property
    def file(self) -> Path:
        """The hidden file."""
        return self.path.with_name(f".{self.path.name}.lock")

    def take(self) -> bool:
        """Take the lock; ``False`` when another window has it.

        ``True`` also where no lock can be made: then nobody can write there either, or not for now.
        """
        from filelock import FileLock, Timeout

        lock = FileLock(self.file, timeout=0, mode=0o600)
        try:
            make_folder(self.path.parent)
            lock.acquire()
        except Timeout:
            return False
        except (OSError, NotImplementedError):
            return True
        self._lock = lock
        return True

    def leave(self) -> None:
        """Let go of it. The hidden file stays: taking it away could give two windows a lock each."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def end(self) -> None:
        """Let go of it for good, with its hidden file: the dossier is no longer here."""
        if self._lock is not None:
            with suppress(OSError):
                self.file.unlink()
        self.leave()

    def taken(self) -> StoreError:
        """What to say when another window has the dossier."""
        return StoreError(
            Text(
                f"{self.path.name} is open in een ander venster; sluit het daar, of maak een kopie",
                f"{self.path.name} is open in another window; close it there, or make a copy",
            )
        )
