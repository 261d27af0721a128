"""The keys of the screens on other ways: what instead, what decides, variants, side by side."""

from __future__ import annotations

from wizard.app.keys import Key
from wizard.content.model import Text

_BACK = Key(
    "b,escape,backspace,left",
    "b  Esc",
    "back",
    Text("terug", "back"),
    Text("terug", "back"),
)
_DIGITS = Key("", "1-9", "", Text("kies meteen regel 1 tot en met 9", "choose line 1 to 9 at once"))
_ARROWS = Key("", "↑ ↓  j k", "", Text("naar een andere regel", "to another line"))
_UNDO = Key("u", "u", "undo", Text("laatste wijziging ongedaan maken", "undo the last change"), None, True)
_REDO = Key("U,ctrl+y", "U", "redo", Text("opnieuw doen", "do it again"), None, True)

INSTEAD = (
    Key(
        "",
        "Enter",
        "",
        Text("probeer deze regel, als variant", "try this line, as a variant"),
        Text("probeer als variant", "try as a variant"),
    ),
    _BACK,
    Key(
        "w",
        "w",
        "decides",
        Text("wat bepaalt dit antwoord?", "what decides this answer?"),
        Text("wat bepaalt dit", "what decides"),
        True,
    ),
    Key(
        "x",
        "x",
        "variants",
        Text("plan en varianten", "plan and variants"),
        Text("varianten", "variants"),
        True,
    ),
    _DIGITS,
    _ARROWS,
)

DECIDING = (
    Key(
        "",
        "Enter",
        "",
        Text("ga naar de vraag van deze regel", "go to the question of this line"),
        Text("naar de vraag", "to the question"),
    ),
    _BACK,
    Key(
        "x",
        "x",
        "variants",
        Text("plan en varianten", "plan and variants"),
        Text("varianten", "variants"),
        True,
    ),
    _DIGITS,
    _ARROWS,
)

VARIANTS = (
    Key("", "Enter", "", Text("werk verder met deze regel", "go on with this line"), Text("kies", "choose")),
    Key(
        "n",
        "n",
        "new",
        Text(
            "nieuwe variant van wat nu in beeld is, met een naam",
            "new variant of what is in hand now, with a name",
        ),
        Text("nieuw", "new"),
        True,
    ),
    Key(
        "c",
        "c",
        "compare",
        Text("plan en varianten naast elkaar", "plan and variants side by side"),
        Text("naast elkaar", "side by side"),
        True,
    ),
    Key("r", "r", "rename", Text("geef deze variant een andere naam", "rename this variant"), Text("naam", "name")),
    Key(
        "w,delete",
        "w Del",
        "drop",
        Text(
            "wis deze variant (toets {keys[variants.undo]} haalt hem terug)",
            "wipe this variant (key {keys[variants.undo]} gets it back)",
        ),
        Text("wis", "wipe"),
    ),
    _UNDO,
    _REDO,
    _BACK,
    Key("", "0-9", "", Text("kies meteen: 0 is uw plan", "choose at once: 0 is your plan")),
    _ARROWS,
)

COMPARE = (
    Key(
        "right,n",
        "→  n",
        "turn(1)",
        Text("naar de volgende kolom", "to the next column"),
        Text("kolommen", "columns"),
    ),
    Key("left,p", "←  p", "turn(-1)", Text("naar de vorige kolom", "to the previous column")),
    Key(
        "",
        "0-9",
        "",
        Text("werk verder met die kolom: 0 is uw plan", "go on with that column: 0 is your plan"),
        Text("kies", "choose"),
    ),
    Key("j,down", "↓  j", "scroll(1)", Text("omlaag; ook Spatie en PageDown", "down; also space and PageDown")),
    Key("k,up", "↑  k", "scroll(-1)", Text("omhoog; ook PageUp", "up; also PageUp")),
    _UNDO,
    _REDO,
    Key(
        "escape,b,backspace",
        "b  Esc",
        "back",
        Text("terug naar de varianten", "back to the variants"),
        Text("terug", "back"),
    ),
)
