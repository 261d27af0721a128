"""What can go wrong in making a report, said in one line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from wizard.content.fault import SaidError, printable
from wizard.content.model import Text

LONGEST = 300
LIBRARY = {"docx": "python-docx", "pdf": "typst"}
"""What a form needs that the program itself does not: the names to install them by."""
MEND = Text("verbeter het sjabloon, zie docs/reports.md", "mend the template, see docs/reports.md")

NO_UTF8 = Text("dit bestand is geen UTF-8", "this file is not UTF-8")
LEADS_OUT = Text(
    "deze koppeling leidt uit de map van de huisstijl", "this link leads out of the folder of the house style"
)
PUT_INSIDE = Text("zet het bestand zelf erin", "put the file itself in it")
SAVE_UTF8 = Text("bewaar het als UTF-8", "save it as UTF-8")


class ReportError(SaidError):
    """A report that cannot be made; the message says which file is wrong (and its line), what, and what to do."""


def bad_file(where: str, why: Text, hint: Text | None = None) -> ReportError:
    """The error for a file of the house style that cannot be used: ``where`` it is wrong, ``why``, how to mend it."""
    hint = hint or MEND
    return ReportError(Text(_line(where, why.nl, hint.nl), _line(where, why.en, hint.en)))


def _line(where: str, why: str, hint: str) -> str:
    reason = " ".join(printable(why).split())
    reason = reason if len(reason) <= LONGEST else reason[: LONGEST - 1] + "…"
    return f"{where}: {reason}; {hint}"


def not_here(what: str, because: Text) -> Text:
    """That ``what`` is refused in a file of the house style, and why."""
    return Text(f"`{what}` mag hier niet: {because.nl}", f"`{what}` is not allowed here: {because.en}")


def require_inside(folder: Path) -> None:
    """Raise ``ReportError`` when a link in the house style leads out of its folder, to what may be anyone's."""
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            inside(Path(place, name), folder)


def inside(path: Path, folder: Path) -> Path:
    """``path``, if that is where it really is: in ``folder``. Raises ``ReportError``."""
    if path.is_symlink() and leads_out(path, folder):
        raise bad_file(str(path), LEADS_OUT, PUT_INSIDE)
    return path


def leads_out(path: Path, folder: Path) -> bool:
    """Whether ``path``, all links followed, lies outside ``folder``."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def too_large(most: str) -> Text:
    """That a file is larger than ``most``."""
    return Text(f"dit bestand is groter dan {most}", f"this file is larger than {most}")


def missing_extra(form: str) -> ReportError:
    """The error for a format whose library is not installed."""
    apart = sys.prefix != sys.base_prefix  # an environment of its own has a pip of its own
    nl, en = (f", met pip uit {sys.prefix}", f", with pip of {sys.prefix}") if apart else ("", "")
    library = LIBRARY[form]
    return ReportError(
        Text(
            f"voor {form} is {library} nodig; doe: pip install {library}{nl}",
            f"{form} needs {library}; run: pip install {library}{en}",
        )
    )
