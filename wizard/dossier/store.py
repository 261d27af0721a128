"""Files on disk: written whole or not at all, on the disk itself before anything goes on, for the owner's eyes only."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from wizard.content.fault import SaidError
from wizard.content.model import Text


class StoreError(SaidError):
    """A file that cannot be read or written; the message says which, why, and what to do."""


def write_text(path: Path, text: str, *, private: bool = True) -> None:
    """Write ``text`` to ``path``, as UTF-8; as ``write_bytes``."""
    try:
        data = text.encode()
    except UnicodeError as error:
        raise _unwritten(path, error) from error
    write_bytes(path, data, private=private)


def write_bytes(path: Path, data: bytes, *, private: bool = True) -> None:
    """Write ``data`` to ``path`` atomically: a new file beside it, flushed to disk, put in its place.

    A private file can be read by its owner only (mode 0600). Raises ``StoreError``; the old file is then untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if not private:
                os.chmod(name, 0o644)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
        flush_folder(path.parent)
    except OSError as error:
        raise _unwritten(path, error) from error


def _unwritten(path: Path, error: Exception) -> StoreError:
    why = getattr(error, "strerror", None) or type(error).__name__
    return StoreError(
        Text(
            f"{path}: kan niet worden geschreven: {why}; kies een andere plaats met -o",
            f"{path}: cannot be written: {why}; choose another place with -o",
        )
    )


def flush_folder(folder: Path) -> None:
    """Make sure that the names in ``folder`` are on the disk itself, as far as the system can. Never raises."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def leftovers(path: Path) -> list[Path]:
    """Half-written files of ``path`` that a killed program left beside it."""
    return sorted(found for found in path.parent.glob(f".{path.name}.*") if not found.name.endswith(".lock"))
