"""`magdat config`: where the file with settings is, what holds, and where that comes from."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from wizard.commands import words
from wizard.commands.common import InputError, complain, emit, settings_of, shown
from wizard.content.fault import Fault, printable
from wizard.content.model import Text
from wizard.settings.checks import NAMES
from wizard.settings.place import state_path
from wizard.settings.places import place_faults
from wizard.settings.settings import VARIABLES, Settings

FROM = {
    "environment": Text("uit de omgeving: {name}", "from the environment: {name}"),
    "chosen": Text("gekozen in het programma", "chosen in the program"),
    "file": Text("regel {line}", "line {line}"),
    "usual": Text("gewoon", "default"),
}
NOT_THERE = Text(
    "(dit bestand is er nog niet; `magdat config --init` maakt het)",
    "(there is no such file yet; `magdat config --init` makes it)",
)
MADE = Text("Gemaakt: {file}", "Made: {file}")
IS_THERE = Text(
    "{file}: is er al en blijft zoals het is; wijzig het met een editor",
    "{file}: is there already and stays as it is; change it with an editor",
)
CHOSEN_IN = Text("Wat u in het programma kiest, staat in {file}", "What you choose in the program is kept in {file}")
MORE_KEYS = Text(
    "Alle toetsen, en hoe u ze wijzigt: `magdat config --keys`",
    "All keys, and how to change them: `magdat config --keys`",
)


def run(args: Namespace, language: str) -> int:
    """Show the settings, or make a file for them. 2 when there are faults in them, each told in one line."""
    settings = settings_of(args)
    if args.init:
        return _make(settings, language)
    settings = settings.with_choices(state_path())
    found = (*settings.faults, *place_faults(settings), *_key_faults(settings))
    faults = sorted(found, key=lambda fault: fault.place.line)
    if args.json:
        from wizard.commands.data import as_json

        emit(as_json(_data(settings, faults, language)), language)
    else:
        rows = _keys(settings, language) if args.keys else _rows(settings, language)
        emit("\n".join(rows) + "\n", language)
    for fault in faults:
        complain(fault.line(language))
    return 2 if faults else 0


def _make(settings: Settings, language: str) -> int:
    """Write the file with every setting explained; never over another file. Raises ``InputError``."""
    from wizard.dossier.store import StoreError, write_text
    from wizard.settings.sample import SAMPLE

    name = shown(settings.file, 200)
    if settings.there:
        raise InputError(IS_THERE.in_(language).format(file=name))
    try:
        write_text(settings.file, SAMPLE.in_(language))
    except StoreError as error:
        raise InputError(words.CANNOT_WRITE.in_(language).format(file=name, why=error.cause.in_(language))) from None
    emit(MADE.in_(language).format(file=name) + "\n", language)
    return 0


def _key_faults(settings: Settings) -> list[Fault]:
    if not settings.keys:
        return []
    from wizard.app.keymap import faults

    return faults(settings)


def held(settings: Settings, name: str) -> tuple[str, str]:
    """The value of a setting ("" when there is none) and where it comes from: a key of ``FROM``."""
    if name in settings.said:
        origin = "environment"
    elif name in settings.chosen:
        origin = "chosen"
    elif name in settings.written:
        origin = "file"
    else:
        origin = "usual"
    value = settings.get(name) or ""
    if name == "dossiers" and not value:
        from wizard.dossier.folder import default_dossiers

        value = str(default_dossiers())
    if name == "report_form" and not value:
        from wizard.report.forms import usual_form

        value = usual_form()
    return printable(value), origin


def _origin(settings: Settings, name: str, origin: str, language: str) -> str:
    variable = VARIABLES.get(name, "")
    return FROM[origin].in_(language).format(name=variable, line=settings.lines.get(name, 0))


def _rows(settings: Settings, language: str) -> Iterator[str]:
    file = printable(str(settings.file))
    yield file if settings.there else f"{file} {NOT_THERE.in_(language)}"
    yield ""
    for name in NAMES:
        if name != "keys":
            value, origin = held(settings, name)
            yield f"{name:<13} {value or '-':<24} ({_origin(settings, name, origin, language)})"
    for name, chosen in settings.keys.items():
        at = FROM["file"].in_(language).format(line=chosen.line)
        said = printable(f"{name}: {', '.join(chosen.keys)}")
        yield f"{'keys':<13} {said:<24} ({at})"
    yield ""
    yield printable(CHOSEN_IN.in_(language).format(file=settings.state))
    yield MORE_KEYS.in_(language)


def _keys(settings: Settings, language: str) -> Iterator[str]:
    """Every action that can have another key: its name, its keys now, and what it does."""
    from wizard.app.keymap import Keymap, actions
    from wizard.app.keys import shown as written

    keymap = Keymap({name: chosen.keys for name, chosen in settings.keys.items()})
    mentions = keymap.mentions()
    for name, key in actions().items():
        now = written(keymap.set(key, name), language)
        does = key.long.in_(language).format(keys=mentions)
        yield f"{name:<28} {now:<12} {does}"


def _data(settings: Settings, faults: list[Fault], language: str) -> dict[str, object]:
    values = {name: held(settings, name) for name in NAMES if name != "keys"}
    return {
        "file": str(settings.file),
        "there": settings.there,
        "chosen": str(settings.state),
        "settings": {name: {"value": value or None, "from": origin} for name, (value, origin) in values.items()},
        "keys": {name: list(chosen.keys) for name, chosen in settings.keys.items()},
        "faults": [fault.line(language) for fault in faults],
    }
