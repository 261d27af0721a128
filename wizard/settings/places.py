"""Whether what the settings name on disk is there; looked at when asked for, as a drive may be away for a while."""

from __future__ import annotations

from collections.abc import Iterator
from zipfile import is_zipfile

from wizard.content.fault import Fault, printable
from wizard.content.model import Place, Text
from wizard.settings.settings import VARIABLES, Settings

NO_FOLDER = Text("de map in `{name}` bestaat niet: {value}", "the folder in `{name}` does not exist: {value}")
NO_FILE = Text("het bestand in `{name}` bestaat niet: {value}", "the file in `{name}` does not exist: {value}")
NO_WORD = Text("`{name}` is geen Word-bestand: {value}", "`{name}` is not a Word file: {value}")
IS_FILE = Text("`{name}` is geen map: {value}", "`{name}` is not a folder: {value}")
MEND = {
    "templates": Text("`magdat templates MAP` maakt er een", "`magdat templates FOLDER` makes one"),
    "style": Text(
        "noem een .docx; `magdat templates MAP` maakt er een", "name a .docx; `magdat templates FOLDER` makes one"
    ),
    "dossiers": Text("noem een map; een nieuwe wordt gemaakt", "name a folder; a new one is made"),
}


def place_faults(settings: Settings) -> Iterator[Fault]:
    """What is wrong with the folders and the file that are named in ``settings``, wherever they are named."""
    for name, hint in MEND.items():
        said = _wrong(settings, name)
        if said is not None:
            value = printable(settings.get(name) or "")
            there = Text(*(said.in_(language).format(name=name, value=value) for language in ("nl", "en")))
            yield Fault("no-place", _place(settings, name), there, hint)


def _wrong(settings: Settings, name: str) -> Text | None:
    path = settings.path(name)
    if path is None:
        return None
    try:
        if name == "dossiers":
            return IS_FILE if path.exists() and not path.is_dir() else None
        if name == "templates":
            return None if path.is_dir() else NO_FOLDER
        return NO_FILE if not path.is_file() else None if is_zipfile(path) else NO_WORD
    except (OSError, ValueError):  # a name that no disk can have
        return NO_FILE if name == "style" else NO_FOLDER


def _place(settings: Settings, name: str) -> Place:
    """Where the setting is written: the environment goes first, as it does when the setting is used."""
    if name in settings.said:
        return Place(VARIABLES[name], 0)
    return Place(str(settings.file), settings.lines.get(name, 0))
