"""What can go wrong in making a report, said in one line."""

from __future__ import annotations

from wizard.content.fault import SaidError
from wizard.content.model import Text

LONGEST = 300
LIBRARY = {"docx": "python-docx", "pdf": "typst"}
"""What a form needs that the program itself does not: the names to install them by."""


class ReportError(SaidError):
    """A report that cannot be made; the message says which file is wrong (and its line), what, and what to do."""


def bad_file(where: str, why: str) -> ReportError:
    """The error for a file of the house style that cannot be used: ``where`` it is wrong, and ``why``."""
    reason = " ".join(why.split())
    reason = reason if len(reason) <= LONGEST else reason[: LONGEST - 1] + "…"
    return ReportError(
        Text(
            f"{where}: {reason}; verbeter het sjabloon, zie docs/reports.md",
            f"{where}: {reason}; mend the template, see docs/reports.md",
        )
    )


def missing_extra(form: str) -> ReportError:
    """The error for a format whose library is not installed."""
    return ReportError(
        Text(
            f"voor {form} is {LIBRARY[form]} nodig; doe: pip install {LIBRARY[form]}",
            f"{form} needs {LIBRARY[form]}; run: pip install {LIBRARY[form]}",
        )
    )
