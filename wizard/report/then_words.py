"""What is said about the same facts under the law of other days, wherever it is shown. In both languages."""

from __future__ import annotations

from wizard.content.model import Text

THEN_AND_NOW = Text("Toen en nu", "Then and now")
UNTIL = Text("{first} t/m {last}", "{first} to {last}")
FROM = Text("vanaf {first}", "from {first}")
POSSIBLE = Text("Nog niet zeker ({verdicts})", "Not certain yet ({verdicts})")

FIRST = Text("Vanaf deze dag kennen wij het recht.", "We know the law from this day on.")
STARTS = Text("Hier begint de lijn.", "The line begins here.")
TREE = Text("{title} {verdict}. {reason}", "{title} {verdict}. {reason}")
TREE_SAME = Text(
    "{title} Het antwoord blijft gelijk, de reden wordt anders. {reason}",
    "{title} The answer stays the same, the reason changes. {reason}",
)
TREE_STOPS = Text("{title} Deze toets geldt niet meer.", "{title} This test no longer applies.")
TREE_OPEN = Text("{title} Dit hangt af van vragen die nog open zijn.", "{title} This depends on questions still open.")
TREE_EITHER = Text(
    "{title} {verdict}. De reden hangt af van vragen die nog open zijn.",
    "{title} {verdict}. The reason depends on questions still open.",
)
OTHER_REASON = Text("De reden luidt nu: {reason}", "The reason now reads: {reason}")
OTHER_POSSIBLE = Text("{title} Er zijn nu andere uitkomsten mogelijk.", "{title} Other outcomes are now possible.")
ADDED_ONE = Text("1 plicht erbij.", "1 duty more.")
ADDED = Text("{n} plichten erbij.", "{n} duties more.")
REMOVED_ONE = Text("1 plicht hoort er niet meer bij.", "1 duty no longer goes with it.")
REMOVED = Text("{n} plichten horen er niet meer bij.", "{n} duties no longer go with it.")
DUTY_ADDED = Text("Nieuwe plicht: {text}", "New duty: {text}")
DUTY_REMOVED = Text("Plicht die er niet meer bij hoort: {text}", "Duty that no longer goes with it: {text}")
DISPUTE = Text("Hierover verschillen de meningen nu: {text}", "Opinions now differ on this: {text}")
AGREED = Text("Hierover verschillen de meningen niet meer: {text}", "Opinions no longer differ on this: {text}")
PLACE_MOVED = Text("Staat nu ergens anders: {places}", "Now stands elsewhere: {places}")
PLACE_NEW = Text("Nieuwe regel: {places}", "New rule: {places}")
PLACE_CITED = Text("Nu ook aangehaald: {places}", "Now also cited: {places}")
PLACE_NOT_CITED = Text("Niet meer aangehaald: {places}", "No longer cited: {places}")
PLACE_GONE = Text("Geldt niet meer: {places}", "No longer in force: {places}")
IS_MOVED = Text("verhuisd: {place}", "moved: {place}")
IS_NEW = Text("nieuw: {place}", "new: {place}")
IS_CITED = Text("nu ook aangehaald: {place}", "now also cited: {place}")
IS_NOT_CITED = Text("niet meer aangehaald: {place}", "no longer cited: {place}")
IS_GONE = Text("geldt niet meer: {place}", "no longer in force: {place}")
PLACES_OF = {
    IS_MOVED: PLACE_MOVED,
    IS_NEW: PLACE_NEW,
    IS_CITED: PLACE_CITED,
    IS_NOT_CITED: PLACE_NOT_CITED,
    IS_GONE: PLACE_GONE,
}
"""What happened to one place, and to several, in the order in which they are told."""
MOVES = tuple(PLACES_OF)
AND_MORE = Text("en nog {n}", "and {n} more")
ELAPSED = Text("{length} voorbij sinds {day} (“{question}”).", "{length} had passed since {day} (“{question}”).")

REPLACES = Text("{act} (in plaats van {old})", "{act} (instead of {old})")
GONE = Text("niet meer: {places}", "no longer: {places}")
ALTERED = Text("{places} (gewijzigd)", "{places} (altered)")
CHANGED_BY = Text("gewijzigd bij: {acts}", "changed by: {acts}")

LATER = Text(
    "Let op: u gaf een datum op die na het begin van deze lijn ligt ({days}). Voor de tijd daarvoor is dit een "
    "gedachteproef: dezelfde feiten, het recht van toen.",
    "Mind: you gave a date that lies after the start of this line ({days}). For the time before it this is a thought "
    "experiment: the same facts, the law of then.",
)
UNSURE = Text(
    "Let op: niet alle vragen zijn beantwoord. Met meer antwoorden kan deze lijn anders worden.",
    "Mind: not all questions have been answered. With more answers this line may change.",
)
HANGS_ON = Text(
    "De lijn wordt zekerder met een antwoord op: {questions}",
    "The line becomes more certain with an answer to: {questions}",
)
NO_TURNS = Text(
    "Het antwoord was onder al het recht dat wij kennen hetzelfde.",
    "The answer was the same under all the law we know.",
)
HERE = Text("▲ de periode waarin de peildatum valt: {day}", "▲ the period of the reference date: {day}")
DOTS = Text("· een kleinere wijziging: het antwoord bleef gelijk", "· a smaller change: the answer stayed the same")

SAME_FACTS = Text("Dezelfde feiten op {a} en op {b}.", "The same facts on {a} and on {b}.")
UNCHANGED = Text("Er verandert niets.", "Nothing changes.")
BACK_AGAIN = Text(
    "Tussen deze dagen veranderde er wel iets, maar aan het eind is het weer als aan het begin.",
    "Something did change between these days, but in the end all is as it was.",
)
WHEN = Text("Wanneer, en waardoor", "When, and by what")
TURN = Text("Vanaf {on}: {what}", "From {on}: {what}")
TURN_VERDICT = Text("Vanaf {on}: {verdict}. {what}", "From {on}: {verdict}. {what}")
BY = Text("Door: {by}", "By: {by}")
THROUGH = Text("door: {by}", "by: {by}")
TREES = Text("Wat er per toets veranderde", "What changed per test")
BEFORE = Text("Toen: {text}", "Then: {text}")
AFTER = Text("Nu: {text}", "Now: {text}")
NOT_APPLIED = Text("gold niet.", "did not apply.")
NOT_APPLIES = Text("geldt niet.", "does not apply.")
STILL_OPEN = Text("nog open.", "still open.")
DUTIES_CAME = Text("Nieuwe plichten", "New duties")
DUTIES_WENT = Text("Plichten die er niet meer bij horen", "Duties that no longer go with it")
DUTIES_OF_IT = Text("Plichten die hoorden bij wat toen mocht", "Duties that went with what was allowed then")
"""The same where the answer is a no now: what one has to do with the data one keeps did not lapse with it."""
SINCE = Text("sinds {day}", "since {day}")
UP_TO = Text("tot {day}", "until {day}")
PLACES = Text("Vindplaatsen die veranderden", "Citations that changed")
