"""What is said about an advice that no longer comes out as it was seen, wherever it is shown. In both languages."""

from __future__ import annotations

from wizard.content.model import Text

SAW = Text("U zag: {verdict} (recht van {day}).", "You saw: {verdict} (law of {day}).")
SAW_AT = Text("U zag op {at}: {verdict} (recht van {day}).", "You saw on {at}: {verdict} (law of {day}).")
CHANGED_SINCE = Text(
    "Daarna zijn er antwoorden of is de peildatum gewijzigd.", "After that, answers or the reference date were changed."
)
OWN_DATE = Text(
    "Op dezelfde peildatum ({day}), met de regels zoals het programma ze nu kent",
    "On the same reference date ({day}), with the rules as the program knows them now",
)
TODAY = Text("Onder het recht van vandaag ({day})", "Under the law of today ({day})")
VERDICT_NOW = Text("Nu komt eruit: {verdict}.", "What comes out now: {verdict}.")
VERDICT_SAME = Text("De uitkomst blijft: {verdict}.", "The result stays: {verdict}.")
NO_LONGER = Text("Deze toets geldt niet meer.", "This test no longer applies.")
OPEN_NOW = Text("Dit hangt nu af van vragen die nog open zijn.", "This now depends on questions still open.")
ADDED = Text("Nieuwe plicht: {text}", "New duty: {text}")
REMOVED = Text("Plicht die er niet meer bij hoort: {text}", "Duty that no longer goes with it: {text}")

CAME = Text("Voordat u dit dossier opent", "Before you open this dossier")
DROPPED_ONE = Text(
    "1 antwoord past niet meer bij de vragen en vervalt: {names}. Het bestand zoals het was blijft bewaard.",
    "1 answer no longer fits the questions and is left out: {names}. The file as it was is kept.",
)
DROPPED = Text(
    "{n} antwoorden passen niet meer bij de vragen en vervallen: {names}. Het bestand zoals het was blijft bewaard.",
    "{n} answers no longer fit the questions and are left out: {names}. The file as it was is kept.",
)
AHEAD_ONE = Text(
    "1 datum ligt na de peildatum ({day}): {names}. Hij blijft staan; verbeter hem, of neem een latere peildatum.",
    "1 date lies after the reference date ({day}): {names}. The answer stays; mend it, or take a later reference date.",
)
AHEAD = Text(
    "{n} datums liggen na de peildatum ({day}): {names}. Ze blijven staan; verbeter ze, of neem een latere peildatum.",
    "{n} dates lie after the reference date ({day}): {names}. They stay; mend them, or take a later reference date.",
)
DAY_RESET = Text(
    "De bewaarde peildatum ({day}) kan niet meer: de bomen kennen het recht pas later.",
    "The kept reference date ({day}) is no longer possible: the trees know the law only from later on.",
)
NOTHING_YET = Text("Er is nog niets veranderd. Wat wilt u?", "Nothing has been changed yet. What do you want?")
KEEP_DAY = Text("Openen met de peildatum van het dossier: {day}", "Open with the reference date of the dossier: {day}")
TAKE_TODAY = Text("Openen met de peildatum van vandaag: {day}", "Open with today's reference date: {day}")
CANCEL = Text("Niet openen", "Do not open")

NAMELESS = Text("Zonder naam ({name})", "No name ({name})")
TODAY_AT = Text("vandaag {at}", "today {at}")
NO_ADVICE_YET = Text("Nog geen advies gezien", "No advice seen yet")
OF_VARIANT = Text("{verdict} (variant “{name}”)", "{verdict} (variant “{name}”)")
CHANGED_AFTER = Text("daarna gewijzigd", "changed after that")

HISTORY = Text("Gewijzigde antwoorden", "Changed answers")
NO_ANSWER = Text("geen antwoord", "no answer")
IN_VARIANT = Text("in “{name}”", "in “{name}”")
CHANGE = Text("{question} {before} → {after}", "{question} {before} → {after}")
