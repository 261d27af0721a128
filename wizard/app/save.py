"""Writing the report to a file that the user names, and never over another file."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from wizard.app import words
from wizard.content.fault import SaidError
from wizard.dossier.session import Session
from wizard.dossier.store import why
from wizard.reasoning.advice import Advice
from wizard.report.fault import ReportError
from wizard.report.filename import file_name
from wizard.report.forms import form_of


def folder_name() -> str:
    """The folder a name without a folder is put in."""
    try:
        return str(Path.cwd())
    except OSError:  # the folder was removed under us
        return "."


def suggested(session: Session, advice: Advice, form: str, level: str = "full") -> str:
    """A name for the report in ``form`` that is free in the current folder."""
    variant = session.consultation.variant
    name = file_name(session.content, advice, session.language, form, level, variant.name if variant else "")
    return str(free_name(Path(name)))


def free_name(path: Path) -> Path:
    """``path`` if nothing is there, else the first of ``name-2``, ``name-3`` … that is free."""
    candidate, n = path, 2
    while os.path.lexists(candidate):
        candidate = path.with_name(f"{path.stem}-{n}{path.suffix}")
        n += 1
    return candidate


def write(session: Session, name: str, make: Callable[[str], bytes]) -> tuple[str, str] | None:
    """Write what ``make`` makes (given the form that the name ends with) to the new file ``name``, whole or not at all.

    Returns ``None`` when it is written; otherwise what is wrong, in one line, and the name to offer instead.
    """
    typed = name.strip()
    if not typed:
        return session.say(words.FILE_EMPTY), name
    try:
        form = form_of(Path(typed))
    except ReportError as error:
        return error.say(session.language), name
    try:
        path = Path(typed).expanduser()
        if path.is_dir():
            return session.say(words.FILE_IS_FOLDER, name=typed), name
        if not path.parent.is_dir():
            return session.say(words.FILE_NO_FOLDER, name=path.parent), name
        if os.path.lexists(path):
            raise FileExistsError
        _create(path, make(form))
    except FileExistsError:
        return session.say(words.FILE_EXISTS, name=typed), str(free_name(path))
    except SaidError as error:
        return session.say(words.NO_REPORT, reason=error.say(session.language)), name
    except (OSError, ValueError, RuntimeError) as error:
        reason = why(error).in_(session.language)
        return session.say(words.FILE_FAILED, name=typed, reason=reason), name
    return None


def _create(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, readable by its owner only; nothing of it stays when that fails."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
