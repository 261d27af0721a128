"""What the screens say about the advisor's own remarks, in both languages."""

from __future__ import annotations

from wizard.content.model import Text

REMARK = Text("Uw opmerking: {text}", "Your remark: {text}")
REMARK_OF_PLAN = Text("Uw opmerking bij het plan: {text}", "Your remark on the plan: {text}")
ELSEWHERE = Text("Uw opmerkingen bij andere delen van het verslag", "Your remarks on other parts of the report")
REMARK_WITH = Text("Uw opmerking bij: {section}", "Your remark on: {section}")
REMARK_HELP = Text(
    "Komt in het verslag bij dit deel te staan. Elke regel wordt een alinea. Leeg haalt de opmerking weg.",
    "Will stand with this part of the report. Every line becomes a paragraph. Empty takes the remark away.",
)
HOLDS_FOR_ALL = Text(
    "Staat ook bij elke variant die geen eigen opmerking heeft.",
    "Also stands with every variant that has no remark of its own.",
)
HOLDS_FOR_ONE = Text(
    "Alleen voor de variant “{name}”; het plan blijft zoals het is.",
    "Only for the variant “{name}”; the plan stays as it is.",
)
REMARK_FOOT = Text("ctrl+s of F2 bewaart, Escape sluit", "ctrl+s or F2 keeps, Escape closes")
REMARK_UNKEPT = Text(
    "Dit is nog niet bewaard: ctrl+s bewaart, nogmaals Escape gooit het weg.",
    "This is not kept yet: ctrl+s keeps it, Escape again throws it away.",
)
REMARK_TOO_LONG = Text(
    "Een opmerking is hoogstens {n} tekens lang; dit zijn er {now}.",
    "A remark is at most {n} characters long; this is {now}.",
)
REMARK_IN_FILE = Text(
    "Deze opmerking is langer dan {n} tekens: wijzig haar in het bestand van het dossier.",
    "This remark is longer than {n} characters: change it in the file of the dossier.",
)
REMARK_KEPT = Text("Bewaard bij: {section}", "Kept with: {section}")
REMARK_GONE = Text(
    "De opmerking bij “{section}” is weg; toets {keys[advice.undo]} haalt haar terug.",
    "The remark on “{section}” is gone; key {keys[advice.undo]} gets it back.",
)
REMARKS = Text("Uw opmerkingen in het verslag", "Your remarks in the report")
REMARKS_FOOT = Text("Enter schrijft bij dat deel, Escape sluit", "Enter writes on that part, Escape closes")
