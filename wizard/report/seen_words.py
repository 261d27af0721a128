"""What is said about an advice that no longer comes out as it was seen, wherever it is shown. In both languages."""

from __future__ import annotations

from wizard.content.model import Text

OWN_DATE = Text(
    "Op dezelfde peildatum ({day}), met de regels zoals het programma ze nu kent",
    "On the same reference date ({day}), with the rules as the program knows them now",
)
VERDICT_NOW = Text("Nu komt eruit: {verdict}.", "What comes out now: {verdict}.")
VERDICT_SAME = Text("De uitkomst blijft: {verdict}.", "The result stays: {verdict}.")
NO_LONGER = Text("Deze toets geldt niet meer.", "This test no longer applies.")
OPEN_NOW = Text("Dit hangt nu af van vragen die nog open zijn.", "This now depends on questions still open.")
ADDED = Text("Nieuwe plicht: {text}", "New duty: {text}")
REMOVED = Text("Plicht die er niet meer bij hoort: {text}", "Duty that no longer goes with it: {text}")

NAMELESS = Text("Zonder naam ({name})", "No name ({name})")
TODAY_AT = Text("vandaag {at}", "today {at}")
NO_ADVICE_YET = Text("Nog geen advies gezien", "No advice seen yet")
OF_VARIANT = Text("{verdict} (variant “{name}”)", "{verdict} (variant “{name}”)")
CHANGED_AFTER = Text("daarna gewijzigd", "changed after that")

HISTORY = Text("Wat er gewijzigd is", "What was changed")
REFERENCE_DATE = Text("Peildatum", "Reference date")
VARIANT = Text("Variant", "Variant")
NO_VARIANT = Text("weggehaald", "removed")
NOTE_ON = Text("Notitie bij: {question}", "Note on: {question}")
NO_NOTE = Text("geen notitie", "no note")
NO_ANSWER = Text("geen antwoord", "no answer")
IN_VARIANT = Text("in “{name}”", "in “{name}”")
CHANGE = Text("{question} {before} → {after}", "{question} {before} → {after}")
