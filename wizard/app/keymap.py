"""The keys as the user wants them: checked against each other, handed to Textual, written as in the help."""

from __future__ import annotations

import string
from collections.abc import Collection, Iterable, Iterator, Mapping

from textual.binding import Binding, BindingsMap, BindingType
from textual.keys import Keys, format_key

from wizard.app.key_names import SCREENS, tables
from wizard.app.keys import Key, name_of, shown
from wizard.content.fault import Fault, nearest, printable
from wizard.content.model import Place, Text
from wizard.settings.settings import Settings

ALIASES = {
    "esc": "escape",
    "del": "delete",
    "ins": "insert",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "spatie": "space",
}
"""Other ways to write a key."""
WRITTEN = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Spatie",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "home": "Home",
    "end": "End",
    "pageup": "PageUp",
    "pagedown": "PageDown",
}
"""How keys are written that have no sign of their own."""
KNOWN = {key.value for key in Keys} - {"ctrl+i", "ctrl+j", "ctrl+m", "ctrl+h", "<any>", "<ignore>"}
"""Textual's names. Ctrl with i, j, m or h is what a terminal sends for Tab, Enter and Backspace too."""
FIXED = {
    *("enter", "space", "up", "down", "home", "end", "pageup", "pagedown", "tab", "shift+tab", "j", "k", "ctrl+c"),
    *map(str, range(10)),
}
"""Keys that work lists and texts, or end the program: no other action can have them."""


def _key_of(sign: str) -> str:
    """What Textual calls the key of one sign; a comma stands between keys there."""
    return "comma" if sign == "," else next(iter(Binding.make_bindings([(sign, "", "")]))).key


SIGNS = {_key_of(sign): sign for sign in string.punctuation}
"""The signs by what Textual calls their keys."""


def typed(key: str) -> bool:
    """Whether a key is typed where one types, rather than being a command."""
    return len(key) == 1 or key in SIGNS


def canonical(name: str) -> str | None:
    """A key as Textual calls it (`question_mark` for `?`); ``None`` when there is no such key."""
    said = name.strip()
    if len(said) == 1:
        return _key_of(said) if said.isprintable() else None
    said = said.lower().replace(" ", "")
    held, plus, base = said.rpartition("+")
    base = ALIASES.get(base, base)
    if held == "shift" and len(base) == 1 and base.isalpha():
        return base.upper()
    said = held + plus + base
    if said in KNOWN:
        return said
    if held == "alt" and (base in KNOWN or len(base) == 1):
        return said
    return said if said in SIGNS else None


def words(key: str) -> str:
    """A key of Textual's as users read it; `shown` puts the one word in it that is not the same in both languages."""
    if key in WRITTEN:
        return WRITTEN[key]
    held, plus, base = key.rpartition("+")
    if base[:1] == "f" and base[1:].isdigit():
        base = base.upper()
    elif len(base) > 1:
        base = SIGNS.get(base) or WRITTEN.get(base) or format_key(base)
    return held + plus + base


class Keymap:
    """The keys of every action. ``chosen`` are those of the user, by the name of the action (`consult.note`)."""

    def __init__(self, chosen: Mapping[str, Iterable[str]]) -> None:
        found = {name: [key for written in keys if (key := canonical(written))] for name, keys in chosen.items()}
        self.chosen = {name: keys for name, keys in found.items() if keys}

    def put_on(self, bindings: BindingsMap) -> None:
        """Have the bindings of a screen or the app follow the user.

        `App.set_keymap` will not do: it leaves out actions whose usual key is a letter while one types in a line.
        """
        if self.chosen:
            bindings.apply_keymap({name: ",".join(keys) for name, keys in self.chosen.items()})

    def set_on(self, keys: Iterable[Key], bindings: Iterable[BindingType]) -> tuple[Key, ...]:
        """``keys`` as the user wants them; ``bindings`` are those of the screen and the app, which know their ids."""
        if not self.chosen:
            return tuple(keys)
        names = {binding.action: binding.id for binding in bindings if isinstance(binding, Binding)}
        return tuple(self.set(key, names.get(key.action) or "") for key in keys)

    def set(self, key: Key, name: str) -> Key:
        """One key as the user wants it, when he wants another."""
        chosen = self.chosen.get(name)
        if not chosen or not key.action:
            return key
        return key._replace(keys=",".join(chosen), shown="  ".join(map(words, chosen)))

    def mentions(self) -> Mentions:
        """How texts mention the key of an action."""
        return Mentions(self)


class Mentions(dict[str, str]):
    """The first key of every action by its name, worked out when a text asks for it."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self.keymap = keymap

    def __missing__(self, name: str) -> str:
        """The first key of the action ``name``; the name itself when there is no such action."""
        screen = name.partition(".")[0]
        found = next((key for key in tables().get(screen, ()) if name_of(screen, key.action) == name), None)
        if found is not None:
            self[name] = self.keymap.set(found, name).shown.split()[0]
        return self.get(name, name)


# ---------------------------------------------------------------- checking


def faults(settings: Settings) -> list[Fault]:
    """What is wrong with the keys in the file of ``settings``: one fault for each name, key or clash, by line.

    An action of which no key can be used clashes with nothing: which key it will have is not known yet.
    """
    found: list[Fault] = []
    known = actions()
    usable: dict[str, list[str]] = {}
    for name, chosen in settings.keys.items():
        place = Place(str(settings.file), chosen.line)
        if name not in known:
            said = Text(f"er is geen handeling `{name}`", f"there is no action `{name}`")
            see = Text("`magdat config --keys` noemt ze", "`magdat config --keys` lists them")
            found.append(Fault("no-action", place, said, nearest(name, known) or see))
            continue
        wrong = {key: _unusable(name, key, known[name], place) for key in chosen.keys}
        found += (fault for fault in wrong.values() if fault)
        usable[name] = [key for key, fault in wrong.items() if fault is None]
    left_out = {name for name, keys in usable.items() if not keys}
    return sorted([*found, *_clashes(settings, Keymap(usable), left_out)], key=lambda fault: fault.place.line)


def actions() -> dict[str, Key]:
    """Every action that has keys, by its name."""
    return {name: key for screen, keys in tables().items() for name, key in _named(screen, keys)}


def _unusable(name: str, written: str, key: Key, place: Place) -> Fault | None:
    """What is wrong with one key for one action, whatever the other keys are."""
    shown_as, wanted = printable(written)[:40], canonical(written)
    screen = name.partition(".")[0]
    if wanted is None:
        said = Text(f"`{name}`: `{shown_as}` is geen toets", f"`{name}`: `{shown_as}` is not a key")
        hint = Text("schrijf een teken, f2, ctrl+s, esc, pagedown …", "write a character, f2, ctrl+s, esc, pagedown …")
        return Fault("no-key", place, said, hint)
    if wanted in FIXED and wanted not in key.keys.split(","):
        said = Text(
            f"`{name}`: de toets `{shown_as}` ligt vast, voor antwoorden en bladeren",
            f"`{name}`: the key `{shown_as}` is fixed, for answers and for moving about",
        )
        return Fault("fixed-key", place, said, Text("neem een andere toets", "take another key"))
    if screen in SCREENS and SCREENS[screen] and typed(wanted):
        said = Text(
            f"`{name}`: op dit scherm wordt `{shown_as}` getypt om te zoeken",
            f"`{name}`: on this screen `{shown_as}` is typed to search",
        )
        hint = Text("neem een F-toets, of een toets met ctrl", "take an F key, or a key with ctrl")
        return Fault("typed-key", place, said, hint)
    return None


def _clashes(settings: Settings, keymap: Keymap, left_out: Collection[str]) -> Iterator[Fault]:
    """Actions of one screen that would share a key, each pair once; those in ``left_out`` have none."""
    told: set[frozenset[str]] = set()
    always = list(_named("everywhere", tables()["everywhere"]))
    for screen, keys in tables().items():
        taken: dict[str, str] = {}
        for name, key in [*_named(screen, keys), *(always if screen != "everywhere" else ())]:
            for one in keymap.set(key, name).keys.split(",") if name not in left_out else ():
                other = taken.setdefault(one, name)
                pair = frozenset((name, other))
                mine = next((one for one in (name, other) if one in settings.keys), None)
                if other == name or mine is None or pair in told:
                    continue
                told.add(pair)
                sign = shown(Key("", words(one), "", Text("", "")), "nl")
                said = Text(
                    f"`{other}` en `{name}` hebben allebei de toets `{sign}`",
                    f"`{other}` and `{name}` both have the key `{sign}`",
                )
                hint = Text("geef een van beide een andere toets", "give one of the two another key")
                yield Fault("clash", Place(str(settings.file), settings.keys[mine].line), said, hint)


def _named(screen: str, keys: Iterable[Key]) -> Iterator[tuple[str, Key]]:
    """The keys of a screen that do something, each with the name of its action."""
    return ((name_of(screen, key.action), key) for key in keys if key.keys and key.action)
