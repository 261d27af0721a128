"""What every verb needs: complaining, writing, loading content, reading dates and names. Imports nothing heavy."""

from __future__ import annotations

import io
import os
import sys
from argparse import Namespace
from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.commands import words
from wizard.content.fault import Fault, printable
from wizard.content.model import LANGUAGES, Text

if TYPE_CHECKING:
    from wizard.content.model import Consult, Content
    from wizard.dossier.folder import Folder
    from wizard.settings.settings import Settings


class InputError(Exception):
    """Bad input. The message is one line: what, where, and how to mend it. Ends the program with exit code 2."""


class Ended(Exception):
    """The reader of our output went away; there is nobody left to tell."""


def shown(text: object, most: int = 60) -> str:
    """A value of the user, safe and short enough to show in one line."""
    clean = printable(str(text))
    return clean if len(clean) <= most else clean[: most - 1] + "…"


def prepare_streams(language: str) -> None:
    """Make output UTF-8 wherever it goes to a file or pipe, and never fail on a character a terminal lacks.

    Raises ``InputError`` when standard output is closed.
    """
    if sys.stdout is None:
        raise InputError(words.CLOSED.in_(language))
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            with suppress(io.UnsupportedOperation):  # standard input that was read from already
                stream.reconfigure(encoding=encoding, errors="replace")


def emit(text: str, language: str) -> None:
    """Write ``text`` to standard output at once.

    Raises ``Ended`` when nobody reads it any more and ``InputError`` when it cannot be written.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _abandon_stdout()
        raise Ended from None
    except (OSError, ValueError) as error:
        _abandon_stdout()
        why = getattr(error, "strerror", None) or "stdout"
        raise InputError(words.CANNOT_PRINT.in_(language).format(why=why)) from None


def emit_bytes(data: bytes, language: str) -> None:
    """Write ``data`` to standard output at once; raises as ``emit`` does."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _abandon_stdout()
        raise Ended from None
    except (OSError, ValueError) as error:
        _abandon_stdout()
        why = getattr(error, "strerror", None) or "stdout"
        raise InputError(words.CANNOT_PRINT.in_(language).format(why=why)) from None


def _abandon_stdout() -> None:
    """Send what Python still holds to nowhere: flushing it at exit would fail again, with noise."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str) -> None:
    """One line on standard error; a closed standard error is borne in silence."""
    with suppress(OSError, ValueError):
        print(f"magdat: {printable(message)}", file=sys.stderr, flush=True)


def suggest(name: str, known: Iterable[str], language: str, otherwise: Text | None = None) -> str:
    """How to mend a name that does not exist: the nearest one, or the whole list, or ``otherwise``."""
    import difflib

    known = list(known)
    close = difflib.get_close_matches(name[:100], known, n=1, cutoff=0.6)
    if close:
        return words.DID_YOU_MEAN.in_(language).format(name=close[0])
    if otherwise is not None:
        return otherwise.in_(language)
    return words.CHOOSE.in_(language).format(names=", ".join(known))


def parse_date(text: str) -> date | None:
    """``text`` as a plausible ISO date, or ``None``."""
    try:
        found = date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
    return found if found and 1900 <= found.year < 2100 else None


def fault_line(fault: Fault, file: str, more: str, language: str) -> str:
    """A fault of the strict reader as one line."""
    return fault.line(language, file) + more


def load_content(
    args: Namespace, language: str, *, cases: bool = False, consults: Collection[str] | None = None
) -> Content:
    """The content asked for with ``--trees``; with ``consults`` only their law. Raises ``InputError``."""
    from wizard.content.fault import ContentError
    from wizard.content.load import load

    folder: Path | None = args.trees
    try:
        return load(folder, cases=cases, consults=consults)
    except ContentError as error:
        first = error.faults[0]
        rest = len(error.faults) - 1
        more = words.MORE_FAULTS.in_(language).format(count=rest) if rest else ""
        inside = folder is not None and first.code != "folder"
        file = str(folder / first.place.file) if folder is not None and inside else first.place.file
        raise InputError(fault_line(first, file, more, language)) from None


def reference_date(args: Namespace, content: Content, language: str) -> date:
    """``--on``, or today. Raises ``InputError`` when the trees do not know the law of that day."""
    on: date = args.on or date.today()
    require_known(on, content, language, "--on: " if args.on else "")
    return on


def require_known(on: date, content: Content, language: str, where: str) -> None:
    """Raise ``InputError`` when ``on`` lies before the law the trees know; ``where`` says where it was written."""
    if on < content.law_from:
        raise InputError(words.TOO_EARLY.in_(language).format(where=where, on=on, first=content.law_from))


def consult_named(content: Content, name: str, language: str) -> Consult:
    """The consult ``name``. Raises ``InputError`` with the nearest name."""
    found = content.consults.get(name)
    if found is None:
        hint = suggest(name, content.consults, language)
        raise InputError(words.NO_CONSULT.in_(language).format(what=shown(name), hint=hint))
    return found


def save_text(path: Path, text: str, language: str, *, force: bool = False) -> None:
    """Write ``text`` to a file of the user, as UTF-8; as ``save_bytes``."""
    save_bytes(path, text.encode("utf-8", "replace"), language, force=force)


def save_bytes(path: Path, data: bytes, language: str, *, force: bool = False) -> None:
    """Write ``data`` to a file of the user: whole or not at all, readable by its owner only.

    Raises ``InputError`` when the file exists and ``force`` is not given, or when it cannot be written.
    """
    from wizard.dossier.store import StoreError, why, write_bytes

    require_free(path, language, force=force)
    try:
        write_bytes(path, data)
    except StoreError as error:
        cause = error.__cause__
        reason = why(cause if isinstance(cause, Exception) else error).in_(language)
        raise InputError(words.CANNOT_WRITE.in_(language).format(file=shown(path, 200), why=reason)) from None


def require_free(path: Path, language: str, *, force: bool = False) -> None:
    """Raise ``InputError`` when ``path`` cannot be a new file (or, with ``force``, a file written anew)."""
    try:
        problem: Text | None = None
        if path.is_dir():
            problem = words.IS_FOLDER
        elif not path.parent.is_dir():
            problem = words.NO_FOLDER
        elif path.exists() and not force:
            problem = words.EXISTS
    except (OSError, ValueError):  # a name too long, a name with a NUL
        problem = words.NO_FOLDER
    if problem is not None:
        raise InputError(problem.in_(language).format(file=shown(path, 200)))


def chosen_language(given: list[str], environment: str | None) -> str:
    """The language: ``--lang`` wherever it stands, else the environment's, else Dutch.

    A wrong ``--lang`` is left to the parser. Raises ``InputError`` for a wrong environment.
    """
    for word, after in zip(given, [*given[1:], ""], strict=False):
        value = after if word == "--lang" else word.removeprefix("--lang=") if word.startswith("--lang=") else None
        if value in LANGUAGES:
            return value
    if not environment:
        return "nl"
    if environment not in LANGUAGES:
        raise InputError(words.NO_LANGUAGE.in_("nl").format(what=shown(environment)))
    return environment


def dossiers_folder(args: Namespace, language: str, *, there: bool = False) -> Path:
    """The folder with dossiers: `--dossiers`, else as set by the user, else where the platform keeps such things.

    The last is where earlier versions left single files: they are taken in. Raises ``InputError`` when it is a file,
    and with ``there`` also when the user named one that does not exist: asking makes it, but whoever looks into it
    made a typing error. Raises ``StoreError`` when it may not be looked at.
    """
    from wizard.dossier.folder import Folder, data_folder, default_dossiers, unreadable

    given = getattr(args, "dossiers", None) or settings_of(args).get("dossiers")
    if not given:
        folder = default_dossiers()
        Folder(folder).adopt(data_folder())
        return folder
    said = words.NO_DOSSIERS_FOLDER
    try:
        folder = Path(given).expanduser()
        usable = folder.is_dir()
        if not usable and not folder.exists() and not folder.is_symlink():
            usable, said = not there, words.DOSSIERS_NOT_THERE
    except PermissionError as error:
        raise unreadable(folder, error) from error
    except (OSError, ValueError, RuntimeError):  # RuntimeError: `~name` of a user that does not exist
        usable = False
    if not usable:
        raise InputError(said.in_(language).format(folder=shown(given, 200)))
    return folder


def settings_of(args: Namespace) -> Settings:
    """What the user set; of the environment alone when a verb is run without the command line around it."""
    from wizard.settings.settings import read_settings

    found: Settings | None = getattr(args, "settings", None)
    return found if found is not None else read_settings(os.environ)


def dossier_named(folder: Folder, name: str, language: str, *, anywhere: bool = False) -> Path:
    """The file of a dossier: ``name`` is a name in the folder, or with ``anywhere`` also a file wherever it lies.

    What moves or removes a dossier never takes a file from elsewhere. Raises ``InputError``, or ``StoreError`` when the
    folder cannot be read.
    """
    if anywhere:
        with suppress(OSError, ValueError, RuntimeError):
            path = Path(name).expanduser()
            if path.is_file():
                return path
    found = folder.find(name)
    if found is None:
        known = [path.stem for archived in (False, True) for path in folder.paths(archived=archived)]
        hint = suggest(name, known, language, words.SEE_DOSSIERS)
        raise InputError(words.NO_DOSSIER.in_(language).format(what=shown(name, 200), hint=hint))
    return found
