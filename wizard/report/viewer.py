"""A report opened in the user's own editor or pager, as a file that is gone again afterwards."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from wizard.content.disk import why
from wizard.content.fault import SaidError, printable
from wizard.content.model import Text

VARIABLES = ("VISUAL", "EDITOR", "PAGER")
FALLBACK = {"nt": ("less", "more", "notepad")}
"""What opens a text when the user named nothing, by the kind of system; elsewhere the first two."""
NOT_FOUND = Text("dat programma is er niet", "there is no such program")


class ViewerError(SaidError):
    """There is no editor or pager, or it cannot be started; the message says what to do."""


def viewer(wanted: str | None, environ: Mapping[str, str], system: str = os.name) -> list[str]:
    """The command to open a text with, as words: ``wanted`` by the user, else of the environment, else a pager.

    ``system`` is the kind of system. Raises ``ViewerError`` when there is none, or its quotes do not match.
    """
    said = next((text for text in (wanted, *(environ.get(name) for name in VARIABLES)) if text and text.strip()), None)
    if said is None:
        said = next((name for name in FALLBACK.get(system, ("less", "more")) if shutil.which(name)), None)
    if said is None:
        raise ViewerError(
            Text(
                "er is geen editor of lezer gevonden; kies er een met `editor:` in uw instellingen, of met EDITOR",
                "no editor or pager was found; choose one with `editor:` in your settings, or with EDITOR",
            )
        )
    try:
        command = shlex.split(said, posix=system != "nt")  # on Windows a backslash stands between folders
    except ValueError:
        command = []
    if system == "nt":
        command = [word.strip('"') for word in command]
    if not command:
        shown = printable(said)[:60]
        raise ViewerError(
            Text(
                f"`{shown}` is geen opdracht voor een editor; sluit elk aanhalingsteken",
                f"`{shown}` is not a command for an editor; close every quote",
            )
        )
    return command


def view(data: bytes, name: str, command: Sequence[str]) -> bytes:
    """Open ``data`` as a file called ``name`` with ``command``, wait until that ends, and give back what it then held.

    The file stands in a folder of its own that only the user can read, so that what an editor leaves beside it goes
    too. No shell takes part. Raises ``ViewerError``.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="magdat-"))  # mode 0700
    except OSError as error:
        raise _failed(command, error) from error
    try:
        path = folder / Path(name).name
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        with _signals(folder):
            code = subprocess.run([*command, str(path)], check=False).returncode
        if code:
            shown = printable(command[0])[:60]
            raise ViewerError(
                Text(f"`{shown}` eindigde met een fout ({code})", f"`{shown}` ended with an error ({code})")
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise _failed(command, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _failed(command: Sequence[str], error: Exception) -> ViewerError:
    shown = printable(command[0])[:60]
    reason = NOT_FOUND if isinstance(error, FileNotFoundError) else why(error, reading=True)
    return ViewerError(
        Text(
            f"`{shown}` kan niet worden gestart: {reason.nl}; kies een andere met `editor:` in uw instellingen",
            f"`{shown}` cannot be started: {reason.en}; choose another with `editor:` in your settings",
        )
    )


@contextmanager
def _signals(folder: Path) -> Iterator[None]:
    """Ctrl-C is for the viewer (one that we ignored would be ignored there too); when we are ended, the file goes."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, _: FrameType | None) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    ending = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {signal.SIGINT: signal.signal(signal.SIGINT, lambda *_: None)}
    before |= {number: signal.signal(number, end) for number in ending}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
