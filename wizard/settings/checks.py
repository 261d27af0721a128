"""Which settings there are, and what each may hold, wherever it was written."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from wizard.content.fault import nearest, one_of, printable
from wizard.content.model import LANGUAGES, Text

NAMES = (
    *("language", "theme", "presentation", "dossiers", "templates", "style", "report_form", "advisor", "editor"),
    "keys",
)
"""The settings, in the order in which they are listed."""
THEMES = ("dark", "light", "contrast", "ansi", "ansi-light", "mono")
ON_OFF = ("yes", "no")
REPORT_FORMS = ("pdf", "docx", "html", "md")
LONGEST = 200
"""Characters in the name of an advisor, as in a dossier."""

Problem = tuple[Text, Text]
"""What is wrong with a value, and how to mend it."""


def unusable(name: str, value: str) -> Problem | None:
    """What is wrong with ``value`` for the setting ``name``, whether it stands in the file or in the environment."""
    return CHECKS[name](name, value) if name in CHECKS else None


def _one_of(allowed: tuple[str, ...]) -> Callable[[str, str], Problem | None]:
    def check(name: str, value: str) -> Problem | None:
        if value in allowed:
            return None
        shown = printable(value)[:60]
        said = Text(f"`{name}` kan niet `{shown}` zijn", f"`{name}` cannot be `{shown}`")
        return said, nearest(value, allowed) or one_of(allowed)

    return check


def _path(name: str, value: str) -> Problem | None:
    try:
        Path(value).expanduser()
    except RuntimeError:  # `~name` of a user that does not exist
        said = Text(f"de map in `{name}` bestaat niet: {value}", f"the folder in `{name}` does not exist: {value}")
        return said, Text("schrijf het pad voluit", "write the path in full")
    return None


def _short(name: str, value: str) -> Problem | None:
    if len(value) <= LONGEST:
        return None
    said = Text(f"`{name}` is te lang", f"`{name}` is too long")
    return said, Text(f"hoogstens {LONGEST} tekens", f"at most {LONGEST} characters")


def _command(name: str, value: str) -> Problem | None:
    import shlex

    try:
        if shlex.split(value, posix=os.name != "nt"):
            return None
    except ValueError:
        pass
    said = Text(f"`{name}` is geen opdracht: {value}", f"`{name}` is not a command: {value}")
    hint = Text("sluit elk aanhalingsteken, zoals in `less -R`", "close every quote, as in `less -R`")
    return said, hint


PATHS = ("dossiers", "templates", "style")
CHECKS: Mapping[str, Callable[[str, str], Problem | None]] = {
    "language": _one_of(LANGUAGES),
    "theme": _one_of(THEMES),
    "presentation": _one_of(ON_OFF),
    "report_form": _one_of(REPORT_FORMS),
    "advisor": _short,
    "editor": _command,
    **dict.fromkeys(PATHS, _path),
}
