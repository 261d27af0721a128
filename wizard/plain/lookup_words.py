"""What looking something up says line by line, in both languages."""

from __future__ import annotations

from wizard.content.model import Text

FIND_WHAT = Text("Schrijf erachter wat u zoekt: zoek WOORDEN.", "Write what you look for after it: find WORDS.")
FOUND_NONE = Text("Niets gevonden met: {words}.", "Nothing found with: {words}.")
TERMS = Text("Woorden:", "Terms:")
SOURCES = Text("Bronnen, zoals ze luiden op {day}:", "Sources, as they read on {day}:")
MORE = Text("En nog {n}. Noem meer woorden.", "And {n} more. Name more words.")
NOT_THEN = Text("gold niet op {day}", "not in force on {day}")
PLACES = Text("Waar het stond: {places}.", "Where it stood: {places}.")
SINCE = Text("sinds {start} {where}", "since {start} {where}")
FROM_UNTIL = Text("{start} tot {end} {where}", "{start} until {end} {where}")
NOWHERE = Text("nergens", "nowhere")
CHECKED = Text("Nagekeken op {day}.", "Checked on {day}.")
WHERE = Text("Vindplaats: {url}", "Where to read it: {url}")

QUESTIONS = Text(
    "Alle vragen. Typ naar NUMMER om naar een vraag te gaan.", "All questions. Type go NUMBER to go to a question."
)
STANDING = {
    "given": Text("Uw antwoord: {answer}.", "Your answer: {answer}."),
    "unused": Text("Uw antwoord, nu niet gebruikt: {answer}.", "Your answer, not used now: {answer}."),
    "assumed": Text("Aangenomen: {answer}.", "Assumed: {answer}."),
    "open": Text("Nog open.", "Still open."),
    "idle": Text("Doet er nu niet toe.", "Does not matter now."),
}
NO_SUCH_QUESTION = Text(
    "Vraag {n} is er niet; typ vragen voor de nummers.", "There is no question {n}; type questions for the numbers."
)

OPENED = Text("Het advies is gesloten; het bestand is weg.", "The advice is closed; its file is gone.")
NO_TERMINAL = Text(
    "Hier kan geen ander programma worden geopend; typ r BESTAND.",
    "No other program can be opened here; type r FILE.",
)
CHANGED = Text(
    "Uw wijzigingen zijn niet bewaard; typ r BESTAND en wijzig dat bestand.",
    "Your changes were not kept; type r FILE and change that file.",
)
