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
UNSURE_ONE = Text(
    "1 dossier is niet zeker: antwoorden passen niet meer.", "1 dossier is uncertain: answers no longer fit."
)
UNSURE = Text(
    "{n} dossiers zijn niet zeker: antwoorden passen niet meer.", "{n} dossiers are uncertain: answers no longer fit."
)
SEEN_AGAIN_ONE = Text(
    "1 dossier geldt niet meer, maar u hebt de nieuwe uitkomst al gezien.",
    "1 dossier no longer holds, but you have seen the new outcome already.",
)
SEEN_AGAIN = Text(
    "{n} dossiers gelden niet meer, maar u hebt de nieuwe uitkomst al gezien.",
    "{n} dossiers no longer hold, but you have seen the new outcome already.",
)
NEVER_ONE = Text("Van 1 dossier is het advies nooit gezien.", "Of 1 dossier the advice was never seen.")
NEVER_SEEN = Text("Van {n} dossiers is het advies nooit gezien.", "Of {n} dossiers the advice was never seen.")
CHANGED_ONE = Text(
    "Van 1 dossier zijn antwoorden gewijzigd nadat u het advies zag; open het om het nieuwe advies te zien.",
    "Of 1 dossier answers were changed after you saw the advice; open it to see the new advice.",
)
CHANGED_SINCE = Text(
    "Van {n} dossiers zijn antwoorden gewijzigd nadat u het advies zag; open ze om het nieuwe advies te zien.",
    "Of {n} dossiers answers were changed after you saw the advice; open them to see the new advice.",
)
UNREAD_ONE = Text("1 dossier kon niet worden nagekeken.", "1 dossier could not be reviewed.")
UNREAD = Text("{n} dossiers konden niet worden nagekeken.", "{n} dossiers could not be reviewed.")
SHORT_ONE = Text("1 dossier nagekeken", "1 dossier reviewed")
SHORT_HEAD = Text("{n} dossiers nagekeken", "{n} dossiers reviewed")
SHORT_HOLDS = Text("alle adviezen gelden nog", "all advices still hold")
SHORT = (
    ("turned", Text("1 geldt niet meer", "1 no longer holds"), Text("{n} gelden niet meer", "{n} no longer hold")),
    ("unsure", Text("1 niet zeker", "1 uncertain"), Text("{n} niet zeker", "{n} uncertain")),
    ("seen_again", Text("1 al gezien", "1 seen already"), Text("{n} al gezien", "{n} seen already")),
    ("unread", Text("1 niet te lezen", "1 unreadable"), Text("{n} niet te lezen", "{n} unreadable")),
)
"""How many dossiers there are of each status, and that could not be read, in the order in which they are told."""
MORE = Text(
    "Met -v staat hier alles wat er veranderde; --letter schrijft een brief per dossier.",
    "With -v all that changed stands here; --letter writes a letter for each dossier.",
)
MORE_HERE = Text("Met -v staat hier alles wat er veranderde.", "With -v all that changed stands here.")

NO_LONGER = Text("geldt niet meer (sinds {since}): {what}", "no longer holds (since {since}): {what}")
NO_LONGER_HOLDS = Text("geldt niet meer: {what}", "no longer holds: {what}")
NOT_SURE = Text("niet zeker: antwoorden passen niet meer", "uncertain: answers no longer fit")
NEW_SEEN = Text("nieuwe uitkomst gezien op {at}", "new outcome seen on {at}")
ANSWERS_CHANGED = Text("antwoorden gewijzigd na het advies", "answers changed after the advice")
NEVER_LOOKED = Text("nooit gezien", "never seen")

LOST = Text("“{question}” Antwoord toen: `{answer}`.{near}", "“{question}” Answer then: `{answer}`.{near}")
LOST_QUESTION = Text(
    "De vraag `{fact}` is er niet meer. Antwoord toen: `{answer}`.",
    "The question `{fact}` is gone. Answer then: `{answer}`.",
)
LOST_NAME = Text(
    "De vraag `{fact}` is er niet meer; bedoelde u “{question}”? Antwoord toen: `{answer}`.{near}",
    "The question `{fact}` is gone; did you mean “{question}”? Answer then: `{answer}`.{near}",
)
IN_VARIANT = Text("Bij “{variant}”: ", "With “{variant}”: ")
NEAREST = Text(" Bedoelde u “{label}”?", " Did you mean “{label}”?")
NONE_NEAR = Text(" Dat antwoord is er niet meer.", " That answer is gone.")

DOSSIER = Text("Dossier", "Dossier")
WHAT = Text("Wat er veranderde", "What changed")
SINCE = Text("Sinds", "Since")
BY = Text("Door", "Because of")

FROM_TO = Text("{then} → {now}", "{then} → {now}")
OTHER_OUTCOME = Text("{now}: andere reden", "{now}: another reason")
OTHER_DUTIES = Text("{now}: andere plichten", "{now}: other duties")
CORRECTED = Text("op de peildatum zelf", "on its own date")
FROM_THE_START = Text("het begin", "the start")
GIVEN = Text("gezien {seen}, recht van {day}", "seen {seen}, law of {day}")
NOT_GIVEN = Text("nooit gezien, recht van {day}", "never seen, law of {day}")
LAW_OF = Text("recht van {day}", "law of {day}")
NAMELESS = Text("(geen naam)", "(no name)")
PLAN = Text("het plan", "the plan")
YOUR_PLAN = Text("uw plan", "your plan")
VARIANT = Text("variant “{name}”", "variant “{name}”")
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
    "Daarna zijn antwoorden gewijzigd. Op de peildatum ({day}) komt er nu uit: {verdict}.",
    "After that answers were changed. On the reference date ({day}) what comes out now is: {verdict}.",
)
UNSURE_NOW = Text(
    "Niet zeker of dit nog geldt: antwoorden passen niet meer. Zonder die antwoorden komt eruit: {verdict}.",
    "Not certain whether this still holds: answers no longer fit. Without those answers what comes out is: {verdict}.",
)
SEEN_SINCE = Text("De nieuwe uitkomst zag u op {at}.", "You saw the new outcome on {at}.")
NOW = Text("Nu, onder het recht van {day}: {verdict}.", "Now, under the law of {day}: {verdict}.")
SAME_NOW = Text(
    "Nu, onder het recht van {day}, komt er weer uit wat u zag.",
    "Now, under the law of {day}, what you saw comes out again.",
)
ASK = Text("Beantwoord eerst: {question}", "First answer: {question}")
DROPPED = Text("Deze antwoorden passen niet meer:", "These answers no longer fit:")
