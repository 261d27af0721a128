"""Files on disk: written whole or not at all, on the disk itself before anything goes on, for the owner's eyes only."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from wizard.content.disk import why as why
from wizard.content.fault import SaidError, printable
from wizard.content.model import Text

HALF = ".half"
"""How the name of a file ends while it is being written; such a file beside it is of a program that was killed."""
LONGEST_PREFIX = 100

Stamp = tuple[int, int, int]
"""What tells one state of a file from another: when it was changed (ns), its size, its number on the disk."""


class StoreError(SaidError):
    """A file that cannot be read or written; the message says which, why, and what to do.

    ``cause`` is the same without which file it is; the message itself where nobody gave it.
    """

    def __init__(self, text: Text, cause: Text | None = None) -> None:
        super().__init__(text)
        self.cause = cause or text

    def brief(self, language: str, path: Path) -> str:
        """The same in one line to show, with ``path`` by its name alone where there is little room."""
        return printable(self.say(language).replace(str(path), path.name))


def placed(error: Exception, folder: Path, language: str) -> str:
    """Why something cannot be written in ``folder``, in one line: the reason first, for the line may be cut."""
    if isinstance(error, SaidError):
        said = error.cause.in_(language) if isinstance(error, StoreError) else error.say(language)
    else:
        said = why(error).in_(language)
    return printable(f"{said} ({from_home(folder)})")


def from_home(path: Path) -> str:
    """``path`` as short as people write it: what lies in the user's home begins with ``~``."""
    with suppress(ValueError, RuntimeError):
        return str("~" / path.relative_to(Path.home()))
    return str(path)


def write_text(path: Path, text: str, *, private: bool = True, before: Callable[[], None] | None = None) -> Stamp:
    """Write ``text`` to ``path`` as `write_bytes` does."""
    try:
        data = text.encode("utf-8")
    except UnicodeError as error:
        raise _unwritten(path, error) from error
    return write_bytes(path, data, private=private, before=before)


def write_bytes(path: Path, data: bytes, *, private: bool = True, before: Callable[[], None] | None = None) -> Stamp:
    """Write ``data`` to ``path`` atomically: a new file beside it, flushed to disk, put in its place.

    A private file can be read by its owner only (mode 0600). ``before`` is called last of all, when only the name has
    still to change; what it raises stops the writing. Returns the stamp of the new file. Raises ``StoreError``;
    the old file is then untouched.
    """
    try:
        make_folder(path.parent)
        handle, name = tempfile.mkstemp(prefix=_prefix(path), suffix=HALF, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                if not private:
                    os.chmod(name, 0o644)
            found = stamp_of(os.stat(name))  # once it is closed: Windows notes the time of a change only then
            if before is not None:
                before()
            os.replace(name, path)
        except BaseException:
            with suppress(OSError):  # gone when it got its name already
                os.unlink(name)
            raise
        flush_folder(path.parent)
    except OSError as error:
        raise _unwritten(path, error) from error
    return found


def stamp_of(found: os.stat_result) -> Stamp:
    """The stamp in what the system says of a file."""
    return found.st_mtime_ns, found.st_size, found.st_ino


def stamp(path: Path) -> Stamp | None:
    """The stamp of the file at ``path``; ``None`` when there is none."""
    try:
        return stamp_of(path.stat())
    except OSError:
        return None


def _unwritten(path: Path, error: Exception) -> StoreError:
    said = why(error)
    return StoreError(
        Text(f"{path}: kan niet worden geschreven: {said.nl}", f"{path}: cannot be written: {said.en}"), said
    )


def make_folder(folder: Path) -> None:
    """Make ``folder`` where it is not there yet, for the owner only, on the disk itself. Raises ``OSError``."""
    if folder.is_dir():
        return
    new = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for one in reversed(new):
        flush_folder(one.parent)


def flush_folder(folder: Path) -> None:
    """Make sure that the names in ``folder`` are on the disk itself, as far as the system can. Never raises."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _prefix(path: Path) -> str:
    return f".{path.name[:LONGEST_PREFIX]}."


def leftovers(path: Path) -> list[Path]:
    """Half-written files of ``path`` that a killed program left beside it."""
    prefix = _prefix(path)
    with suppress(OSError):
        return sorted(one for one in path.parent.iterdir() if one.name.startswith(prefix) and one.suffix == HALF)
    return []
