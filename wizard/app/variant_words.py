"""What the screens on other ways say, in both languages: what instead, what decides, variants, side by side."""

from __future__ import annotations

from wizard.content.model import Text

# what instead
INSTEAD = Text("Wat u in plaats daarvan kunt doen", "What you can do instead")
NOW_IS = Text("Nu: {verdict}", "Now: {verdict}")
NOW_OPEN = Text("Nu: nog niet zeker. Op zijn strengst: {verdict}", "Now: not certain yet. At its strictest: {verdict}")
SETTLES_HELP = Text(
    "Eén antwoord op een open vraag kan het al beslissen. Kies een regel om naar de vraag te gaan.",
    "One answer to an open question may settle it. Choose a line to go to the question.",
)
HANGS_HELP = Text(
    "Het hangt nog af van een open vraag. Kies de regel om naar de vraag te gaan.",
    "It still hangs on an open question. Choose the line to go to the question.",
)
MORE_FOLLOWS = Text(
    "Hiervan hangt het eerst af. Daarna volgen meer vragen.", "On this it hangs first. More questions follow."
)
ANSWER_FIRST = Text("Beantwoord een open vraag: {question}", "Answer an open question: {question}")
NO_INSTEAD_YET = Text(
    "Wij kennen geen wijziging die tot een beter antwoord leidt. Maar misschien is die niet nodig.",
    "We know of no change that leads to a better answer. But perhaps none is needed.",
)
INSTEAD_HELP = Text(
    "Kies een regel om die te proberen, als variant. Uw plan blijft zoals het is.",
    "Choose a line to try it, as a variant. Your plan stays as it is.",
)
NO_INSTEAD = Text(
    "Wij kennen geen wijziging die u zelf kunt maken en die tot een beter antwoord leidt.",
    "We know of no change that you can make yourself and that leads to a better answer.",
)
NO_INSTEAD_HELP = Text(
    "Twijfelt u aan een antwoord, kijk dan wat dit antwoord bepaalt (toets {keys[instead.decides]}).",
    "If you doubt an answer, see what decides this one (key {keys[instead.decides]}).",
)
NOT_NEEDED = Text("Dat hoeft niet: zo mag het al.", "No need: it is allowed as it is.")
THEN_IS = Text("Dan: {verdict}", "Then: {verdict}")
THEN_MAY_BE = Text(
    "Dan kan het worden: {verdict}. Dat hangt af van: {question}",
    "Then it may become: {verdict}. That depends on: {question}",
)
BECOMES = Text("Anders wordt:", "What becomes different:")
FROM_TO = Text("{question} {before} → {after}", "{question} {before} → {after}")
AND_BELONGING = Text("en {n} antwoorden die daarbij horen", "and {n} answers that belong to it")
AND_BELONGING_ONE = Text("en een antwoord dat daarbij hoort", "and an answer that belongs to it")
NOT_ANSWERED = Text("nog niet gezegd", "not said yet")
TRYING = Text(
    "U probeert nu een variant. Uw plan is er nog: toets {keys[advice.variants]}.",
    "You are trying a variant. Your plan is kept: key {keys[advice.variants]}.",
)

# what decides
DECIDES = Text("Wat bepaalt dit antwoord?", "What decides this answer?")
DECIDES_HELP = Text(
    "Twijfelt u aan een van deze antwoorden? Kies de regel om naar de vraag te gaan.",
    "Do you doubt one of these answers? Choose the line to go to the question.",
)
NOTHING_DECIDES = Text(
    "Geen van uw antwoorden, ook geen twee samen, verandert de uitkomst.",
    "None of your answers, nor any two together, changes the result.",
)
QUESTION = Text("{question}", "{question}")
TOGETHER = Text("Alleen samen:", "Only together:")
GIVEN = Text("Nu: {answer}", "Now: {answer}")
GIVEN_ASSUMED = Text("Nu: {answer} (aangenomen)", "Now: {answer} (assumed)")
WITH = Text("Bij {others}:", "With {others}:")
WITH_PERHAPS = Text("Bij {others} misschien:", "With {others} perhaps:")
AND_WITH = Text(", en ", ", and ")
OR = Text(" of ", " or ")

# variants
VARIANTS = Text("Plan en varianten", "Plan and variants")
VARIANTS_HELP = Text(
    "Een variant is een andere aanpak met dezelfde gegevens. Alleen wat anders is, staat erin.",
    "A variant is another approach on the same facts. It holds only what is different.",
)
IN_HAND = Text("‹ nu in beeld", "‹ in hand now")
DIFFERS = Text("Anders: {answers}", "Different: {answers}")
AND_MORE = Text("en {n} antwoorden op vragen die uw plan niet heeft", "and {n} answers that your plan does not have")
DIFFERS_NOT = Text("Nog gelijk aan uw plan.", "Still the same as your plan.")
ASK_NAME = Text("Nieuwe variant", "New variant")
ASK_NAME_HELP = Text(
    "Hoe noemt u deze aanpak? Bijvoorbeeld: mailen, of alleen bestaande klanten.",
    "What do you call this approach? For example: mail them, or existing customers only.",
)
ASK_RENAME = Text("Andere naam", "Another name")
MADE = Text(
    "Variant “{name}” is gemaakt. Wijzig nu wat anders moet (toets {keys[consult.answers]}).",
    "Variant “{name}” is made. Now change what must differ (key {keys[consult.answers]}).",
)
TAKEN = Text("Nu in beeld: {name}", "Now in hand: {name}")
DROPPED = Text(
    "Variant “{name}” is weg. Terughalen: toets {keys[variants.undo]}.",
    "Variant “{name}” is gone. To get it back: key {keys[variants.undo]}.",
)
RENAMED = Text("De variant heet nu “{name}”.", "The variant is now called “{name}”.")
NOT_THE_PLAN = Text("Dit is uw plan zelf, geen variant.", "This is your plan itself, no variant.")
NO_VARIANTS = Text(
    "Er zijn nog geen varianten. Maak er een met toets {keys[variants.new]}.",
    "There are no variants yet. Make one with key {keys[variants.new]}.",
)

# side by side
COMPARE = Text("Naast elkaar", "Side by side")
COLUMNS_SHOWN = Text("{shown} van {total}", "{shown} of {total}")
PLAN_AND_COLUMNS = Text("0, {shown} van {total}", "0, {shown} of {total}")
ANSWERS_DIFFER = Text("Wat anders is", "What differs")
NOTHING_DIFFERS = Text("De antwoorden zijn overal gelijk.", "The answers are the same everywhere.")
DUTIES_SHARED = Text("Te doen, wat u ook kiest", "To do, whichever you choose")
DUTIES_FURTHER = Text("Verder te doen", "More to do")
ONLY_HERE = Text("(alleen hier)", "(only here)")
NOTHING_MORE = Text("Niets bijzonders.", "Nothing in particular.")
WHEN = Text("Wanneer: {text}", "When: {text}")
STILL_OPEN = Text("Nog open", "Still open")
ONLY_ANSWERED_THERE = Text("Alleen daar beantwoord:", "Only answered there:")
NOT_COUNTING = Text("telt hier niet", "does not count here")
TO_VARIANT = Text("Naar variant: {name}", "To variant: {name}")
TO_PLAN = Text("Naar uw plan, zonder variant", "To your plan, without a variant")
