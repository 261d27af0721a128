"""One window per dossier: a lock that the system itself lets go of when the program ends, however it ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wizard.content.model import Text
from wizard.dossier.store import StoreError

if TYPE_CHECKING:
    from filelock import FileLock


class Lock:
    """The lock on one dossier, a hidden file beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: FileLock | None = None

    def take(self) -> bool:
        """Take the lock; ``False`` when another window has it. Where no lock can be made (read-only), nobody writes."""
        from filelock import FileLock, Timeout

        lock = FileLock(self.path.with_name(f".{self.path.name}.lock"), timeout=0, mode=0o600)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock.acquire()
        except Timeout:
            return False
        except (OSError, NotImplementedError):
            return True
        self._lock = lock
        return True

    def leave(self) -> None:
        """Let go of it."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def taken(self) -> StoreError:
        """What to say when another window has the dossier."""
        return StoreError(
            Text(
                f"{self.path}: is open in een ander venster; sluit het daar, of maak een kopie",
                f"{self.path}: is open in another window; close it there, or make a copy",
            )
        )
