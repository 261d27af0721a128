"""What the line-by-line conversation says about other ways: what instead, what decides, variants, side by side."""

from __future__ import annotations

from wizard.content.model import Text

INSTEAD = Text(
    "Wat u in plaats daarvan kunt doen. Typ anders NUMMER om het te proberen, als variant.",
    "What you can do instead. Type instead NUMBER to try it, as a variant.",
)
NO_INSTEAD = Text(
    "Wij kennen geen wijziging die u zelf kunt maken en die tot een beter antwoord leidt.",
    "We know of no change that you can make yourself and that leads to a better answer.",
)
NO_INSTEAD_YET = Text(
    "Wij kennen geen wijziging die tot een beter antwoord leidt. Maar misschien is die niet nodig.",
    "We know of no change that leads to a better answer. But perhaps none is needed.",
)
NOT_NEEDED = Text("Dat hoeft niet: zo mag het al.", "No need: it is allowed as it is.")
THEN = Text("Dan: {verdict}.", "Then: {verdict}.")
THEN_MAY_BE = Text(
    "Dan kan het worden: {verdict}. Dat hangt af van: {question}",
    "Then it may become: {verdict}. That depends on: {question}",
)
BECOMES = Text("Anders wordt: {question} {answer}", "Becomes different: {question} {answer}")
TRYING = Text(
    "U probeert nu variant “{name}”. Uw plan is er nog: typ variant 0.",
    "You are now trying variant “{name}”. Your plan is still there: type variant 0.",
)

DECIDES = Text(
    "Wat dit antwoord bepaalt. Typ bepaalt NUMMER om naar de vraag te gaan.",
    "What decides this answer. Type decides NUMBER to go to the question.",
)
NOTHING_DECIDES = Text(
    "Geen van uw antwoorden, ook geen twee samen, verandert de uitkomst.",
    "None of your answers, nor any two together, changes the result.",
)
NOW_OPEN = Text(
    "Nu: nog niet zeker. Op zijn strengst: {verdict}.", "Now: not certain yet. At its strictest: {verdict}."
)
SETTLES = Text("Eén antwoord op een open vraag kan het al beslissen.", "One answer to an open question may settle it.")
HANGS = Text("Het hangt nog af van een open vraag.", "It still hangs on an open question.")
TO_DECIDES = Text("Typ bepaalt NUMMER om naar de vraag te gaan.", "Type decides NUMBER to go to the question.")
TO_INSTEAD = Text("Typ anders NUMMER om naar de vraag te gaan.", "Type instead NUMBER to go to the question.")
MORE_FOLLOWS = Text(
    "Hiervan hangt het eerst af. Daarna volgen meer vragen.", "On this it hangs first. More questions follow."
)
NOT_YET = Text(
    "Wat dit antwoord bepaalt, is pas te zeggen als het vaststaat.",
    "What decides this answer can be told once it is certain.",
)
NOW_IS = Text("Nu: {answer}.", "Now: {answer}.")
NOW_ASSUMED = Text("Nu aangenomen: {answer}.", "Assumed now: {answer}.")
TOGETHER = Text("Alleen samen: ", "Only together: ")
AND = Text(" En: ", " And: ")
WITH = Text("Bij {others}: {verdicts}.", "With {others}: {verdicts}.")
PERHAPS = Text("Bij {others} misschien: {verdicts}.", "With {others} perhaps: {verdicts}.")
AND_WITH = Text(", en ", ", and ")
OR = Text(" of ", " or ")

VARIANTS = Text(
    "Uw plan en de varianten. Typ variant NUMMER om ermee verder te gaan.",
    "Your plan and its variants. Type variant NUMBER to go on with one.",
)
NO_VARIANTS = Text(
    "Er zijn nog geen varianten. Typ nieuw NAAM om er een te maken van wat er nu ligt.",
    "There are no variants yet. Type new NAME to make one of what there is now.",
)
IN_HAND = Text(" (nu in beeld)", " (in hand now)")
POSSIBLE = Text("nog niet zeker: {verdicts}", "not certain yet: {verdicts}")
MADE = Text(
    "Variant “{name}” is gemaakt. Wijzig nu wat anders moet: w. Terug naar uw plan: variant 0.",
    "Variant “{name}” is made. Now change what must differ: c. Back to your plan: variant 0.",
)
TAKEN = Text("Nu in beeld: {name}.", "Now in hand: {name}.")
RENAMED = Text("De variant heet nu “{name}”.", "The variant is now called “{name}”.")
WIPED = Text(
    "Variant “{name}” is weg. Typ z om hem terug te halen.", "Variant “{name}” is gone. Type z to get it back."
)
WHICH_NAME = Text("Schrijf de naam erachter: nieuw NAAM.", "Write the name after it: new NAME.")
WHICH_RENAME = Text(
    "Schrijf nummer en naam erachter: hernoem 1 NAAM.", "Write number and name after it: rename 1 NAME."
)
WHICH_VARIANT = Text("Welke variant? Typ varianten voor de nummers.", "Which variant? Type variants for the numbers.")
NO_SUCH = Text("Nummer {n} is er niet. {hint}", "There is no number {n}. {hint}")

BESIDE = Text("Uw plan en de varianten naast elkaar:", "Your plan and its variants side by side:")
ANSWERS = Text("Wat anders is:", "What differs:")
NOT_COUNTING = Text("telt hier niet", "does not count here")
DUTIES = Text("Verder te doen:", "More to do:")
ONLY_HERE = Text(" (alleen hier)", " (only here)")
SHARED = Text("Te doen, wat u ook kiest:", "To do, whichever you choose:")
STILL_OPEN = Text("Nog open:", "Still open:")
DEADLINE = Text("Termijn: {deadline}", "Deadline: {deadline}")
IN_VARIANT = Text("Variant “{name}”. ", "Variant “{name}”. ")
