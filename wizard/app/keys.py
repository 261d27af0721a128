"""The keys of every screen: one table feeds the bindings, the key bar, the help and the command palette."""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding, BindingType

from wizard.content.model import Text


class Key(NamedTuple):
    """One thing a user can do. ``keys`` are Textual's names, ``shown`` is how the help writes them.

    ``short`` is the label in the key bar; a key without one is only in the help. ``command`` says that the palette
    offers it too.
    """

    keys: str
    shown: str
    action: str
    long: Text
    short: Text | None = None
    command: bool = False


TO_ADVICE = Text("advies", "advice")

HOME = (
    Key("", "Enter", "confirm", Text("kies de regel", "choose the line"), Text("kies", "choose")),
    Key("", "1-9", "", Text("kies meteen onderwerp 1 tot en met 9", "choose subject 1 to 9 at once")),
    Key("", "↑ ↓  j k", "", Text("naar een andere regel", "to another line")),
    Key("g", "g", "resume", Text("ga verder met het laatste dossier", "go on with the last dossier")),
    Key(
        "o",
        "o",
        "dossiers",
        Text("alle dossiers: zoek, open, kopieer", "all dossiers: search, open, copy"),
        Text("dossiers", "dossiers"),
        True,
    ),
    Key("w", "w", "watch", Text("wat er verandert in het recht", "what is changing in the law")),
)

ABOUT = Key(
    "g",
    "g",
    "about",
    Text("voor wie en waarover: cliënt, zaak, adviseur", "for whom and what: client, matter, advisor"),
    None,
    True,
)
HISTORY = Key("h", "h", "history", Text("welke antwoorden u wijzigde", "which answers you changed"), None, True)
JUMP = Key(
    "f", "f", "app.jump", Text("naar een vraag: zoek in alle vragen", "to a question: search them all"), None, True
)
UNDO_AND_REDO = (
    Key(
        "u",
        "u",
        "undo",
        Text("laatste wijziging ongedaan maken", "undo the last change"),
        Text("ongedaan", "undo"),
        True,
    ),
    Key("U,ctrl+y", "U", "redo", Text("opnieuw doen", "do it again"), None, True),
)
PRESENT = Key(
    "p", "p", "app.present", Text("grote letters, voor een beamer", "large type, for a projector"), None, True
)
GIVEN = (
    Key(
        "right_square_bracket",
        "]",
        "given(1)",
        Text("uw antwoorden ernaast: omlaag", "your answers beside it: down"),
    ),
    Key("left_square_bracket", "[", "given(-1)", Text("uw antwoorden ernaast: omhoog", "your answers beside it: up")),
)
"""For the pane with answers, where the window is broad enough to have one."""

CONSULT = (
    Key(
        "",
        "1-9",
        "",
        Text(
            "geef dat antwoord; zijn er meer dan negen, typ dan beide cijfers (10, 11)",
            "give that answer; where there are more than nine, type both digits (10, 11)",
        ),
        Text("antwoord", "answer"),
    ),
    Key("", "0", "", Text("weet ik niet", "I don't know"), Text("weet niet", "unknown")),
    Key("", "↑ ↓  j k", "", Text("naar een ander antwoord", "to another answer")),
    Key("", "Enter", "", Text("geef dit antwoord en ga verder", "give this answer and go on")),
    Key(
        "",
        "Spatie",
        "",
        Text("in een lijst: wissel ja, nee, weet ik niet", "in a checklist (space): change yes, no, don't know"),
    ),
    Key(
        "b,backspace,left",
        "b  ←",
        "back",
        Text("een vraag terug; uw antwoorden blijven staan", "back one question; your answers stay"),
        Text("terug", "back"),
        True,
    ),
    Key("right", "→", "forward", Text("een vraag vooruit", "forward one question")),
    JUMP,
    Key(
        "f2,question_mark",
        "? F2",
        "explain",
        Text("waarom deze vraag: woorden en de wet erachter", "why this question: terms and the law behind it"),
        Text("uitleg", "explain"),
        True,
    ),
    Key(
        "a",
        "a",
        "answers",
        Text("uw antwoorden bekijken en wijzigen", "see and change your answers"),
        Text("antwoorden", "answers"),
        True,
    ),
    Key("n", "n", "note", Text("een notitie bij dit antwoord", "a note on this answer"), Text("notitie", "note"), True),
    Key(
        "w",
        "w",
        "side",
        Text("het advies tot nu toe tonen of verbergen", "show or hide the advice so far"),
        Text("advies", "advice"),
        True,
    ),
    Key("r", "r", "advice", Text("het hele advies zoals het nu is", "the whole advice as it is now"), None, True),
    *UNDO_AND_REDO,
    Key("x", "x", "variants", Text("plan en varianten", "plan and variants"), None, True),
    PRESENT,
    Key(
        "",
        "PgUp PgDn",
        "",
        Text("blader door het advies tot nu toe, als het ernaast staat", "page through the advice so far beside it"),
    ),
    *GIVEN,
    ABOUT,
    HISTORY,
    Key("escape", "Esc", "home", Text("naar het begin; alles is bewaard", "to the start; all is kept"), None, True),
)

CONSULT_DATE = (
    Key("", "Enter", "", Text("verder met deze datum", "go on with this date"), Text("verder", "go on")),
    Key(
        "",
        "↓",
        "",
        Text("uit de regel, naar de toetsen hieronder", "out of the line, to the keys below"),
        Text("daarna", "then"),
    ),
    *CONSULT[5:],
)
"""What the key bar shows while a date is asked."""

CHECKLIST = (
    Key("", "Spatie", "", Text("wissel een regel", "change a line"), Text("wissel", "switch")),
    Key("", "Enter", "", Text("verder", "go on"), Text("verder", "go on")),
    *CONSULT[5:],
)
"""What the key bar shows while a checklist is asked."""


ASIDE = (
    Key("", "↓", "", Text("lees verder", "read on"), Text("lees", "read")),
    *(key._replace(short=Text("vraag", "question")) for key in CONSULT if key.action == "side"),
    *(key for key in CONSULT[5:] if key.action not in ("side", "home")),
    Key("escape", "Esc", "home", Text("terug naar de vraag", "back to the question")),
)
"""What the key bar shows while the advice so far stands in the place of the question."""


def to_advice(keys: tuple[Key, ...]) -> tuple[Key, ...]:
    """The same keys, with the one to the advice in the key bar, where what is asked is no longer needed for it."""
    shown_first = tuple(key._replace(short=TO_ADVICE) for key in CONSULT if key.action == "advice")
    answering = tuple(key for key in keys if not key.action)
    return (*answering, *shown_first, *(key for key in keys if key.action and key.action not in ("advice", "side")))


ADVICE = (
    Key(
        "s",
        "s",
        "save",
        Text("het advies als bestand bewaren", "save the advice as a file"),
        Text("bewaar", "save"),
        True,
    ),
    Key(
        "i",
        "i",
        "instead",
        Text("wat kan ik in plaats daarvan doen?", "what may I do instead?"),
        Text("anders", "instead"),
        True,
    ),
    Key(
        "a",
        "a",
        "answers",
        Text("antwoorden bekijken en wijzigen", "see and change answers"),
        Text("antwoorden", "answers"),
        True,
    ),
    Key(
        "m",
        "m",
        "complete",
        Text("het dossier compleet maken", "complete the file"),
        Text("meer", "more"),
        True,
    ),
    Key("x", "x", "variants", Text("plan en varianten", "plan and variants"), Text("varianten", "variants"), True),
    Key(
        "w",
        "w",
        "decides",
        Text("wat bepaalt dit antwoord?", "what decides this answer?"),
        Text("bepaalt", "decides"),
        True,
    ),
    Key("v", "v", "follow", Text("verder met een volgende vraag", "on to a next matter"), Text("verder", "next"), True),
    Key(
        "b,backspace,left", "b  ←", "back", Text("terug naar de vragen", "back to the questions"), Text("terug", "back")
    ),
    Key(
        "n",
        "n",
        "remark",
        Text(
            "uw opmerking bij het deel met de dubbele streep ervoor (Tab kiest een ander)",
            "your remark on the part with the double line in front (Tab takes another)",
        ),
        Text("opmerking", "remark"),
        True,
    ),
    Key(
        "c",
        "c",
        "then",
        Text("toen en nu: dezelfde feiten op twee dagen", "then and now: the same facts on two days"),
        Text("toen/nu", "then/now"),
        True,
    ),
    *UNDO_AND_REDO,
    Key("tab", "Tab", "section(1)", Text("naar het volgende deel", "to the next part"), Text("deel", "part")),
    Key("shift+tab", "Shift+Tab", "section(-1)", Text("naar het vorige deel", "to the previous part")),
    Key(
        "y",
        "y",
        "copy",
        Text("het advies naar het klembord", "copy the advice to the clipboard"),
        Text("kopieer", "copy"),
        True,
    ),
    Key(
        "e",
        "e",
        "open_report",
        Text("open het advies in uw editor of lezer", "open the advice in your editor or pager"),
        Text("open", "open"),
        True,
    ),
    Key(
        "S",
        "S",
        "save_as",
        Text("een samenvatting, brief of toen en nu bewaren", "save a summary, a letter, or then and now"),
        Text("brief", "letter"),
        True,
    ),
    Key("N", "N", "remarks", Text("uw opmerkingen, per deel", "your remarks, part by part"), None, True),
    JUMP,
    PRESENT,
    Key("", "1-9", "", Text("wijzig wat is aangenomen", "change what is assumed")),
    Key("j,down", "↓  j", "scroll(1)", Text("omlaag; ook Spatie en PageDown", "down; also space and PageDown")),
    Key("k,up", "↑  k", "scroll(-1)", Text("omhoog; ook PageUp", "up; also PageUp")),
    *GIVEN,
    ABOUT,
    HISTORY,
    Key("escape", "Esc", "home", Text("naar het begin; alles is bewaard", "to the start; all is kept"), None, True),
)

THEN = (
    Key(
        "left,p",
        "←  p",
        "turn(-1)",
        Text(
            "de vorige dag waarop het antwoord of de reden anders werd",
            "the previous day on which the answer or its reason changed",
        ),
        Text("vorige", "previous"),
        True,
    ),
    Key(
        "right,n",
        "→  n",
        "turn(1)",
        Text(
            "de volgende dag waarop het antwoord of de reden anders werd",
            "the next day on which the answer or its reason changed",
        ),
        Text("volgende", "next"),
        True,
    ),
    Key("1", "1", "day(0)", Text("kies de eerste dag", "choose the first day"), Text("toen", "then"), True),
    Key("2", "2", "day(1)", Text("kies de tweede dag", "choose the second day"), Text("nu", "now"), True),
    Key(
        "s",
        "s",
        "save",
        Text("bewaar het advies met toen en nu erin", "save the advice with then and now in it"),
        Text("bewaar", "save"),
        True,
    ),
    Key(
        "a",
        "a",
        "answer",
        Text("beantwoord de vraag waarvan de lijn afhangt", "answer the question on which the line hangs"),
        Text("antwoord", "answer"),
        True,
    ),
    Key("0", "0", "usual", Text("terug naar de dagen van het begin", "back to the days shown at first"), None, True),
    Key(
        "escape,b,backspace",
        "b  Esc",
        "back",
        Text("terug naar het advies", "back to the advice"),
        Text("advies", "advice"),
    ),
    Key(
        "comma",
        ",",
        "small_turn(-1)",
        Text("de vorige wijziging, ook een kleine", "the previous change, small ones too"),
    ),
    Key(
        "full_stop",
        ".",
        "small_turn(1)",
        Text("de volgende wijziging, ook een kleine", "the next change, small ones too"),
    ),
    Key("tab", "Tab", "section(1)", Text("naar het volgende deel", "to the next part")),
    Key("shift+tab", "Shift+Tab", "section(-1)", Text("naar het vorige deel", "to the previous part")),
    Key("j,down", "↓  j", "scroll(1)", Text("omlaag; ook Spatie en PageDown", "down; also space and PageDown")),
    Key("k,up", "↑  k", "scroll(-1)", Text("omhoog; ook PageUp", "up; also PageUp")),
)

_FIND = Key("", "a-z", "", Text("typ om te zoeken", "type to search"), Text("zoek", "search"))
_OPEN = Key("", "Enter", "", Text("open het dossier", "open the dossier"), Text("open", "open"))
_MOVE = Key("", "↑ ↓", "", Text("naar een ander dossier; ook PageUp en PageDown", "to another dossier; also PageUp"))
_ABOUT = Key("f2", "F2", "about", ABOUT.long, Text("gegevens", "details"), True)
_COPY = Key(
    "f3",
    "F3",
    "duplicate",
    Text("een nieuw dossier met deze antwoorden, als sjabloon", "a new dossier with these answers, as a template"),
    Text("kopie", "copy"),
    True,
)
_REVIEW = Key(
    "f6",
    "F6",
    "review",
    Text("kijk na welke adviezen vandaag niet meer gelden", "find the advices that no longer hold today"),
    Text("nakijken", "review"),
    True,
)
_DELETE = Key(
    "f8",
    "F8",
    "delete",
    Text("verwijder het dossier voorgoed", "delete the dossier for good"),
    Text("wis", "delete"),
    True,
)
_HOME = Key(
    "escape", "Esc", "back", Text("wis het zoekwoord; daarna naar het begin", "clear the search; then to the start")
)

DOSSIERS = (
    _FIND,
    _OPEN,
    _ABOUT,
    _COPY,
    Key(
        "f4",
        "F4",
        "archive",
        Text("leg het in het archief", "put it in the archive"),
        Text("archiveer", "archive"),
        True,
    ),
    Key("f5", "F5", "archived", Text("toon het archief", "show the archive"), Text("archief", "archived"), True),
    _REVIEW,
    _DELETE,
    _MOVE,
    _HOME,
)
ARCHIVE = (
    _FIND,
    _OPEN,
    _ABOUT,
    _COPY,
    Key(
        "f4",
        "F4",
        "archive",
        Text("haal het uit het archief", "take it out of the archive"),
        Text("terug", "take out"),
        True,
    ),
    Key(
        "f5",
        "F5",
        "archived",
        Text("terug naar de dossiers", "back to the dossiers"),
        Text("dossiers", "dossiers"),
        True,
    ),
    _REVIEW,
    _DELETE,
    _MOVE,
    _HOME,
)
"""What the key bar shows while the archive is listed."""

SEARCH = (
    _FIND,
    Key("", "Enter", "", Text("lees de regel; bij een vraag: ga erheen", "read the line; a question: go to it")),
    Key(
        "tab",
        "Tab",
        "kind(1)",
        Text("naar de volgende lijst: woorden, bronnen, vragen", "to the next list: terms, sources, questions"),
        Text("andere lijst", "other list"),
    ),
    Key("shift+tab", "Shift+Tab", "kind(-1)", Text("naar de vorige lijst", "to the previous list")),
    Key("", "↑ ↓", "", Text("naar een andere regel; ook PageUp en PageDown", "to another line; also PageUp")),
    Key(
        "escape",
        "Esc",
        "back",
        Text("wis het zoekwoord; daarna terug", "clear the search; then back"),
        Text("terug", "back"),
    ),
)
SEARCH_TYPED = tuple(key._replace(short=Text("leegmaken", "clear")) if key.action == "back" else key for key in SEARCH)
"""What the key bar shows while there is something to clear."""

EVERYWHERE = (
    Key("f1", "F1", "app.help", Text("deze hulp", "this help"), Text("hulp", "help"), True),
    Key("ctrl+p", "ctrl+p", "app.command_palette", Text("alle opdrachten, doorzoekbaar", "all commands, searchable")),
    Key("d", "d", "app.date", Text("andere peildatum", "another reference date"), Text("datum", "date"), True),
    Key(
        "l", "l", "app.language", Text("Switch to English", "Naar het Nederlands"), Text("English", "Nederlands"), True
    ),
    Key("t", "t", "app.theme", Text("andere kleuren", "other colours"), None, True),
    Key(
        "q,ctrl+q",
        "q ctrl+q",
        "app.quit",
        Text("stoppen; alles is bewaard (ook ctrl+c, twee keer)", "quit; all is kept (also ctrl+c, twice)"),
        Text("stop", "quit"),
        True,
    ),
    Key(
        "slash,f7",
        "/ F7",
        "app.search",
        Text("zoek in woorden, bronnen en vragen", "search terms, sources and questions"),
        Text("zoek", "search"),
        True,
    ),
)


def everywhere(*, typing: bool, keys: tuple[Key, ...] = EVERYWHERE) -> tuple[Key, ...]:
    """The keys that work everywhere, as the user set them; while one is ``typing``, those that are no letters."""
    if not typing:
        return keys
    found = ((key, [name for name in key.shown.split() if len(name) > 1]) for key in keys)
    return tuple(key._replace(shown=" ".join(names)) for key, names in found if names)


def shown(key: Key, language: str) -> str:
    """How a key is written in ``language``."""
    return key.shown.replace("Spatie", "Space") if language == "en" else key.shown


def bindings(screen: str, keys: tuple[Key, ...]) -> list[BindingType]:
    """The keys of a screen as Textual bindings, each with the name of its action as its id."""
    return [
        Binding(key.keys, key.action, id=name_of(screen, key.action), show=False)
        for key in keys
        if key.keys and key.action
    ]


DIRECTIONS = {"": "", "1": "-next", "-1": "-previous"}
DAYS = {"0": "-then", "1": "-now"}
"""What the argument of an action is called."""


def name_of(screen: str, action: str) -> str:
    """The name of an action of a screen, as users write it: `consult.note`, `advice.section-next`, `then.day-now`."""
    name, _, argument = action.removeprefix("app.").replace("_", "-").rstrip(")").partition("(")
    said = DAYS if name == "day" else DIRECTIONS
    return f"{screen}.{name}{said[argument]}"
