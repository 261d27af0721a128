"""What is said about advices that no longer hold, in the terminal and in the letter. In both languages."""

from __future__ import annotations

from wizard.content.model import Text

REVIEWED_ONE = Text("1 dossier nagekeken, recht van {day}.", "1 dossier reviewed, law of {day}.")
REVIEWED = Text("{n} dossiers nagekeken, recht van {day}.", "{n} dossiers reviewed, law of {day}.")
ALL_HOLD = Text("Alle adviezen gelden nog.", "All advices still hold.")
HOLDS_ONE = Text("Het advies geldt nog.", "The advice still holds.")
NONE_ASKED = Text("Er zijn geen dossiers om na te kijken.", "There are no dossiers to review.")
TURNED_ONE = Text("1 dossier geldt niet meer: {kinds}.", "1 dossier no longer holds: {kinds}.")
TURNED = Text("{n} dossiers gelden niet meer: {kinds}.", "{n} dossiers no longer hold: {kinds}.")
COUNTED = {
    "verdict": Text("{n} met een ander antwoord", "{n} with another answer"),
    "outcome": Text("{n} met een andere reden", "{n} with another reason"),
    "duties": Text("{n} met andere plichten", "{n} with other duties"),
}
UNREAD_ONE = Text("1 dossier kon niet worden nagekeken.", "1 dossier could not be reviewed.")
UNREAD = Text("{n} dossiers konden niet worden nagekeken.", "{n} dossiers could not be reviewed.")
MORE = Text(
    "Met -v staat hier alles wat er veranderde; --letter schrijft een brief per dossier.",
    "With -v all that changed stands here; --letter writes a letter for each dossier.",
)

NO_LONGER = Text("geldt niet meer ({since}): {what}", "no longer holds ({since}): {what}")

DOSSIER = Text("Dossier", "Dossier")
WHAT = Text("Wat er veranderde", "What changed")
SINCE = Text("Sinds", "Since")
BY = Text("Door", "Because of")

FROM_TO = Text("{then} → {now}", "{then} → {now}")
OTHER_OUTCOME = Text("{now}: andere reden", "{now}: another reason")
OTHER_DUTIES = Text("{now}: andere plichten", "{now}: other duties")
CORRECTED = Text("op de peildatum zelf", "on its own date")
AFTER = Text("na {day}", "after {day}")
OUR_TREES = Text("onze vastlegging van de regels: {by}", "our record of the rules: {by}")
OUR_TREES_ALONE = Text("onze vastlegging van de regels", "our record of the rules")
TERM = Text("een termijn", "a term")

FILE = Text("Bestand: {name}", "File: {name}")
SAW = Text("U zag: {verdict} (recht van {day}).", "You saw: {verdict} (law of {day}).")
SAW_AT = Text("U zag op {at}: {verdict} (recht van {day}).", "You saw on {at}: {verdict} (law of {day}).")
NEVER = Text(
    "U hebt hier nog geen advies gezien. Op de peildatum ({day}) komt eruit: {verdict}.",
    "You have not seen an advice here yet. On the reference date ({day}) what comes out is: {verdict}.",
)
CHANGED = Text(
    "Nadat u het advies zag, zijn antwoorden of de peildatum gewijzigd. Op de peildatum ({day}) komt eruit: {verdict}.",
    "After you saw the advice, answers or the reference date were changed. On the reference date ({day}) what comes"
    " out is: {verdict}.",
)
NOW = Text("Nu, onder het recht van {day}: {verdict}.", "Now, under the law of {day}: {verdict}.")
SAME_NOW = Text(
    "Nu, onder het recht van {day}, komt er weer uit wat u zag.",
    "Now, under the law of {day}, what you saw comes out again.",
)
ASK = Text("Beantwoord eerst: {question}", "First answer: {question}")
DROPPED = Text("Deze antwoorden passen niet meer: {names}", "These answers no longer fit: {names}")
