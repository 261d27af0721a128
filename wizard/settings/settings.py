"""The settings that hold: the environment before what was chosen in the app, that before the file, that before us."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wizard.content.fault import Fault
from wizard.content.model import NOTHING, Place, Text
from wizard.settings.place import CONFIG, config_path

if TYPE_CHECKING:
    from wizard.settings.chosen import Choice
    from wizard.settings.config import Chosen

VARIABLES = {
    "language": "MAGDAT_LANG",
    "theme": "MAGDAT_THEME",
    "presentation": "MAGDAT_PRESENTATION",
    "dossiers": "MAGDAT_DOSSIERS",
    "templates": "MAGDAT_TEMPLATES",
    "style": "MAGDAT_STYLE",
    "report_form": "MAGDAT_REPORT_FORM",
    "advisor": "MAGDAT_ADVISOR",
    "editor": "MAGDAT_EDITOR",
}
"""The environment variable of each setting but the keys."""
USUAL = {"language": "nl", "theme": "dark", "presentation": "no"}
"""What holds when nobody says anything, where that is a value of its own."""


class Settings(NamedTuple):
    """What was set, and where. ``written`` is what the file says, ``said`` what the environment says.

    ``faults`` are those of the file and the environment; what they are about is not set. A ``line`` of 0 in the place
    of a fault says that it is a variable of the environment. Without ``state``, what is chosen is not remembered.
    """

    file: Path = Path()
    there: bool = False
    written: Mapping[str, str] = NOTHING
    lines: Mapping[str, int] = NOTHING
    keys: Mapping[str, Chosen] = NOTHING
    said: Mapping[str, str] = NOTHING
    chosen: Mapping[str, Choice] = NOTHING
    state: Path | None = None
    faults: tuple[Fault, ...] = ()

    def get(self, name: str) -> str | None:
        """The value of a setting; ``None`` when nobody set it and there is no usual one."""
        if name in self.said:
            return self.said[name]
        if name in self.chosen:
            return self.chosen[name].value
        return self.written.get(name, USUAL.get(name))

    def path(self, name: str) -> Path | None:
        """A setting that is a place on disk."""
        value = self.get(name)
        return Path(value).expanduser() if value else None

    @property
    def presentation(self) -> bool:
        """Whether the app opens with large type, for a projector."""
        return self.get("presentation") == "yes"

    def with_choices(self, state: Path) -> Settings:
        """These settings, and what was chosen in the app; ``state`` remembers it from now on.

        A choice no longer holds when the user wrote something else in his file since.
        """
        holds: dict[str, Choice] = {}
        if state.is_file():
            from wizard.settings.checks import unusable
            from wizard.settings.chosen import remembered

            for name, choice in remembered(state).items():
                if choice.instead_of == self.written.get(name) and unusable(name, choice.value) is None:
                    holds[name] = choice
        return self._replace(chosen=holds, state=state)

    def remember(self, name: str, value: str) -> None:
        """Remember what was chosen in the app, for the next time."""
        if self.state is not None:
            from wizard.settings.chosen import remember

            remember(self.state, name, value, self.written)


def read_settings(environ: Mapping[str, str]) -> Settings:
    """What the file with settings and the environment say. Reads the file only when there is one."""
    file = config_path(environ)
    settings = Settings(file, said={}, faults=())
    if os.path.exists(file):  # no, when its folder may not be looked into
        from wizard.settings.config import read_config

        found, faults = read_config(file)
        settings = Settings(file, True, found.values, found.lines, found.keys, faults=tuple(faults))
    elif environ.get(CONFIG):
        said = Text("dit bestand is er niet", "there is no such file")
        hint = Text(
            "wijs met MAGDAT_CONFIG een ander aan, of maak het: `magdat config --init`",
            "let MAGDAT_CONFIG name another, or make it: `magdat config --init`",
        )
        settings = Settings(file, faults=(Fault("no-file", Place(str(file), 0), said, hint),))
    return _with_environment(settings, environ)


def of_environment(environ: Mapping[str, str]) -> Settings:
    """What the environment says, for who takes no file."""
    return _with_environment(Settings(), environ)


def _with_environment(settings: Settings, environ: Mapping[str, str]) -> Settings:
    """``settings``, and what the environment says of them."""
    said: dict[str, str] = {}
    faults: list[Fault] = []
    for name, variable in VARIABLES.items():
        value = environ.get(variable)
        if not value:
            continue
        from wizard.settings.checks import unusable

        problem = unusable(name, value)
        if problem is None:
            said[name] = value
        else:
            faults.append(Fault("value", Place(variable, 0), *problem))
    if "theme" not in said and environ.get("TEXTUAL_THEME"):
        said["theme"] = environ["TEXTUAL_THEME"]
    return settings._replace(said=said, faults=(*settings.faults, *faults))


MORE = Text(" (en nog {n}; `magdat config` noemt ze)", " (and {n} more; `magdat config` lists them)")


def first_fault(faults: Sequence[Fault], language: str) -> str:
    """The first of ``faults`` as one line, and how many more there are."""
    rest = len(faults) - 1
    return faults[0].line(language) + (MORE.in_(language).format(n=rest) if rest else "")
