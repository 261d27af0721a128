"""Every word the app itself says, in both languages. What the law says stands in `trees/`."""

from __future__ import annotations

from wizard.content.model import Text

PROGRAM = Text("Mag dat?", "Is that allowed?")
TOO_SMALL = Text(
    "Maak het venster groter (minstens 40 bij 12). Uw antwoorden zijn bewaard.",
    "Make the window larger (at least 40 by 12). Your answers are kept.",
)

# home
HOME_QUESTION = Text("Waarvoor bent u hier?", "What are you here for?")
CONTINUE = Text("Ga verder: {title}", "Go on: {title}")
CONTINUE_HELP = Text("{state}: {answers}, recht van {day}.", "{state}: {answers}, law of {day}.")
UNFINISHED = Text("Niet afgemaakt", "Unfinished")
FINISHED = Text("Afgerond", "Finished")
REFERENCE_DATE = Text("Peildatum: {day}", "Reference date: {day}")
REFERENCE_DATE_HELP = Text(
    "De dag waarvan het recht geldt. Kies deze regel om een andere dag te nemen.",
    "The day whose law applies. Choose this line to take another day.",
)
LANGUAGE = Text("Language: English", "Taal: Nederlands")
LANGUAGE_HELP = Text("Switch to English.", "Naar het Nederlands.")
READ_ON = Text("… {keys[consult.explain]} meer", "… {keys[consult.explain]} more")
NO_ANSWER = Text("Er is geen antwoord {n}.", "There is no answer {n}.")
ONE_MORE_DIGIT = Text(
    "{n} … Enter geeft antwoord {n}. Typ nog een cijfer voor {first} en hoger.",
    "{n} … Enter gives answer {n}. Type another digit for {first} and up.",
)
NO_LINE = Text("Er is geen regel {n}.", "There is no line {n}.")
MORE_BELOW = Text("↓ meer", "↓ more")
MORE_ABOVE = Text("↑ meer", "↑ more")
MORE_BOTH = Text("↑ ↓ meer", "↑ ↓ more")
ONE_ANSWER = Text("1 antwoord", "1 answer")
ANSWERS_COUNT = Text("{n} antwoorden", "{n} answers")
DISCLAIMER = Text(
    "Dit is een hulpmiddel, geen juridisch advies op maat. Alles blijft op deze computer.",
    "This is an aid, not bespoke legal advice. Everything stays on this computer.",
)

# question
QUESTION_NUMBER = Text("vraag {n}", "question {n}")
CHANGING = Text("vraag {n}, wijzigen", "question {n}, changing")
COMPLETING = Text("vraag {n}, dossier aanvullen", "question {n}, completing the file")
GOING_ON = Text("{place}, vervolg", "{place}, continued")
LAW_OF = Text("recht van {day}", "law of {day}")
YOUR_ANSWER = Text("uw antwoord", "your answer")
PRESUMED_NOW = Text("nu aangenomen", "assumed for now")
DONT_KNOW_RECORD_HELP = Text(
    "Dat verandert niets aan het antwoord. Het advies noemt de termijn dan zonder datum.",
    "That changes nothing in the answer. The advice then states the deadline without a date.",
)
DONT_KNOW_HELP = Text(
    "Het advies houdt dan alle mogelijkheden open. Met {keys[consult.note]} noteert u wie het uitzoekt.",
    "The advice then keeps every possibility open. With {keys[consult.note]} you note who finds out.",
)
NO_ANSWERS_YET = Text("Nog geen antwoorden.", "No answers yet.")
CARRIED_ONE = Text("1 antwoord meegenomen uit de vorige toets.", "1 answer carried along from the test before.")
CARRIED = Text("{n} antwoorden meegenomen uit de vorige toets.", "{n} answers carried along from the test before.")
CRUMB_YES = Text("{n} van {total} ja", "{n} of {total} yes")
CRUMB_UNKNOWN = Text("{n} onbekend", "{n} unknown")
FIRST_QUESTION = Text(
    "Dit is de eerste vraag. Met Escape gaat u naar het begin.",
    "This is the first question. Escape takes you to the start.",
)
LAST_QUESTION = Text("Dit is de vraag die nu open staat.", "This is the question that is open now.")
NOTHING_TO_UNDO = Text("Er is niets om ongedaan te maken.", "There is nothing to undo.")
NOTHING_TO_REDO = Text("Er is niets om opnieuw te doen.", "There is nothing to redo.")
UNDONE = Text("Ongedaan gemaakt.", "Undone.")
REDONE = Text("Opnieuw gedaan.", "Done again.")
NOTE_KEPT = Text("Notitie bewaard.", "Note kept.")
NOTE_REMOVED = Text("Notitie verwijderd.", "Note removed.")
NOTE = Text("notitie", "note")
NOT_SAVED = Text("Let op: bewaren lukt niet. {why}", "Mind: answers cannot be kept. {why}")

IN_VARIANT = Text("Variant “{name}” · {title}", "Variant “{name}” · {title}")
VARIANT_IS = Text("Variant “{name}”", "Variant “{name}”")
ONE_MORE_THAN_PLAN = Text(
    "1 antwoord op een vraag die uw plan niet heeft", "1 answer to a question that your plan does not have"
)
MORE_THAN_PLAN = Text("{n} antwoorden op vragen die uw plan niet heeft", "{n} answers that your plan does not have")
OTHER_THAN_PLAN = Text("Variant “{name}”. Anders dan in uw plan:", "Variant “{name}”. Other than in your plan:")
SAME_AS_PLAN = Text(
    "Variant “{name}”. Nog gelijk aan uw plan: wijzig wat anders moet (toets {keys[advice.answers]}).",
    "Variant “{name}”. Still the same as your plan: change what must differ (key {keys[advice.answers]}).",
)

# checklist
GROUP_HOW = Text(
    "Spatie wisselt een regel: ja, nee, weet ik niet. Enter gaat verder.",
    "Space changes a line: yes, no, don't know. Enter goes on.",
)
STATE_YES = Text("ja", "yes")
STATE_NO = Text("nee", "no")
STATE_UNKNOWN = Text("weet niet", "don't know")
STATE_EMPTY = Text("leeg", "empty")
STATE_BECOMES_NO = Text("wordt nee", "becomes no")
NONE_OF_THESE = Text("Geen van deze: alle regels op nee", "None of these: every line to no")
REST_UNKNOWN = Text("Weet ik niet: lege regels op weet ik niet", "I don't know: empty lines to don't know")
GO_ON = Text("Verder", "Go on")
EMPTY_LINE = Text(
    "1 regel is nog leeg. Nogmaals Enter telt die als nee. Een 0 telt die als weet ik niet.",
    "1 line is still empty. Enter again counts it as no. A 0 counts it as don't know.",
)
EMPTY_LINES = Text(
    "{n} regels zijn nog leeg. Nogmaals Enter telt die als nee. Een 0 telt die als weet ik niet.",
    "{n} lines are still empty. Enter again counts them as no. A 0 counts them as don't know.",
)
ALL_EMPTY = Text(
    "U vulde niets in. Nogmaals Enter betekent: geen van deze, overal nee.",
    "You filled in nothing. Enter again means: none of these, no everywhere.",
)

# dates
DATE_HINT = Text("jjjj-mm-dd of d-m-jjjj", "yyyy-mm-dd or d-m-yyyy")
LINE_HINTS = {
    "date": DATE_HINT,
    "datetime": Text("jjjj-mm-dd uu:mm of d-m-jjjj uu:mm", "yyyy-mm-dd hh:mm or d-m-yyyy hh:mm"),
    "text": Text("uw tekst; ↓ voor Weet ik niet", "your text; ↓ for I don't know"),
}
NO_LETTERS = Text(
    "Typ hier een datum in cijfers, of 0 voor weet ik niet. Met ↓ komt u bij de andere toetsen.",
    "Type a date in digits here, or 0 for I don't know. With ↓ you get to the other keys.",
)
ASK_DATE = Text("Peildatum", "Reference date")
ASK_DATE_HELP = Text(
    "Van welke dag past u het recht toe? Alles wordt opnieuw uitgewerkt, uw antwoorden blijven staan.",
    "Which day's law do you apply? Everything is worked out anew, your answers stay.",
)
DATE_CHANGED = Text("Nu geldt het recht van {day}.", "The law of {day} now applies.")

# note
ASK_NOTE = Text("Notitie bij: {question}", "Note on: {question}")
ASK_NOTE_HELP = Text(
    "Bijvoorbeeld wie dit uitzoekt. De notitie komt in het advies. Leeg maken verwijdert de notitie.",
    "For example who will find out. The note goes into the advice. Clearing it removes the note.",
)
ASK_NOTE_OPEN = Text(
    "Uw antwoord is nog open. Met een notitie staat het op weet ik niet tot u kiest.",
    "Your answer is still open. With a note it stands at don't know until you choose.",
)
NOTE_FOOT = Text("Enter of ctrl+s bewaart, Escape sluit", "Enter or ctrl+s keeps, Escape closes")
SHORTENED = Text("Ingekort tot {n} tekens: meer past hier niet.", "Shortened to {n} characters: no more fits here.")
NOTE_TOO_LONG = Text("Een notitie is hoogstens {n} tekens lang.", "A note is at most {n} characters long.")

# so far
SO_FAR = Text("Advies tot nu toe", "The advice so far")
STILL_POSSIBLE = Text("Nog mogelijk", "Still possible")
COUNT_POSSIBLE = Text("Nog {n} mogelijk, ook", "{n} possible, also")
RULED_OUT = Text("valt af", "ruled out")
CERTAIN_VERDICT = Text("De uitkomst staat vast", "The result is certain")
CERTAIN_BRIEFLY = Text("Staat vast", "Certain")
DUTIES_SO_FAR = Text("Te doen tot nu toe", "To do so far")
NO_DUTIES_YET = Text("Nog niets.", "Nothing yet.")
DEPENDS = Text("Dat hangt af van wat nog open is.", "That depends on what is still open.")
LAW_BEHIND = Text("Het recht achter deze vraag", "The law behind this question")
NO_LAW = Text("Deze vraag rust niet op een eigen regel.", "This question rests on no rule of its own.")
ASSUMED_SO_FAR = Text("Aangenomen", "Assumed")
CONFLICT = Text(
    "Tegenspraak: “{fact}” is {given}, maar uit “{because}” volgt {implied}. Dat laatste telt.",
    "Contradiction: “{fact}” is {given}, but “{because}” implies {implied}. The latter counts.",
)

# explanation
EXPLAIN = Text("Uitleg bij deze vraag", "About this question")
WHY_ASKED = Text("Waarom wij dit vragen", "Why we ask")
GLOSSARY = Text("Woorden", "Terms")
ANSWERS_EXPLAINED = Text("De antwoorden", "The answers")
CHECKED = Text("nagekeken op {day}", "checked on {day}")

# answers
ANSWERS_TITLE = Text("Uw antwoorden", "Your answers")
ANSWERS_HELP = Text(
    "Kies een regel om dat antwoord te wijzigen. Latere antwoorden blijven staan.",
    "Choose a line to change that answer. Later answers stay.",
)
NOT_USED = Text("niet gebruikt", "not used")
NOT_USED_HELP = Text(
    "Deze antwoorden tellen nu niet mee. Ze zijn bewaard en gelden weer zodra ze ertoe doen.",
    "These answers do not count now. They are kept and count again as soon as they matter.",
)
ASSUMED_WORD = Text("aangenomen", "assumed")
OPEN_WORD = Text("nog open", "still open")

# advice
ADVICE = Text("Advies", "Advice")
UNSETTLED = Text("Nog niet zeker", "Not certain yet")
HANGS_ON = Text("Het hangt af van deze vraag: {question}", "It hangs on this question: {question}")
UNSETTLED_SENTENCE = Text(
    "Houd zolang rekening met het strengste.",
    "Until then, reckon with the strictest.",
)
WITH_ASSUMED = Text("Dit advies neemt {n} dingen aan; zie hieronder.", "This advice assumes {n} things; see below.")
WITH_ONE_ASSUMED = Text("Dit advies neemt 1 ding aan; zie hieronder.", "This advice assumes 1 thing; see below.")
TO_DO = Text("Wat u nu moet doen", "What to do now")
TO_DO_ALREADY = Text(
    "Dit geldt nu al, ook voor gegevens die u al hebt", "This applies already, also to data that you hold"
)
TO_DO_BESIDES = Text("Voor het overige geldt", "For the rest, this applies")
TO_DO_LATER = Text("Als u het anders aanpakt, geldt ook", "If you go about it differently, this applies too")
NOTHING_TO_DO = Text("Er zijn geen bijzondere plichten.", "There are no particular duties.")
STOP = Text(
    "Dit mag niet: doe het niet. Doet u het al, stop er dan mee.",
    "This is not allowed: do not do it. If you are already doing it, stop.",
)
LAW_WATCH = Text("Wat verandert er in het recht?", "What is changing in the law?")
LAW_WATCH_HELP = Text(
    "Wat pas veranderde, wat is aangekondigd, wat openstaat, en wanneer wij de bronnen nakeken.",
    "What changed lately, what is announced, what is open, and when we checked the sources.",
)
NEXT = Text("Hoe nu verder", "What next")
NEXT_HOW = Text(
    "Druk op {keys[advice.follow]} om verder te gaan met dezelfde antwoorden.",
    "Press {keys[advice.follow]} to go on with the same answers.",
)
NEXT_HELP = Text(
    "Kies waarmee u verdergaat. Uw antwoorden gaan mee.", "Choose what to go on with. Your answers come along."
)
NO_NEXT = Text("Dit advies leidt niet naar een volgende stap.", "This advice leads to no next step.")
DEADLINE = Text("Wanneer: {text}", "When: {text}")
WEIGH = Text("Wat u zelf moet afwegen", "What you must weigh yourself")
LEAN = Text("Onze inschatting: {text}", "Our reading: {text}")
LEAN_OPEN = Text(
    "Onze inschatting hangt nog af van de open vragen.", "Our reading still depends on the open questions."
)
WHY = Text("Waarom, stap voor stap", "Why, step by step")
REASON_DEPENDS = Text(
    "De reden hangt nog af van open vragen. Een van deze:", "The reason still depends on open questions. One of these:"
)
POSSIBLE_HERE = Text("Mogelijk is nog:", "Still possible:")
MORE_REASONS = Text("en nog {n}", "and {n} more")
STEP_LAW = Text("Het recht sinds {day}", "The law since {day}")
STEP_SINCE_YES = Text("minder dan {length} voor de peildatum", "less than {length} before the reference date")
STEP_SINCE_NO = Text("{length} of langer voor de peildatum", "{length} or more before the reference date")
STEP_UP_TO_YES = Text("hoogstens {length} voor de peildatum", "at most {length} before the reference date")
STEP_UP_TO_NO = Text("langer dan {length} voor de peildatum", "more than {length} before the reference date")
STEP_BEFORE_YES = Text("voor {day}", "before {day}")
STEP_BEFORE_NO = Text("op of na {day}", "on or after {day}")
FOLLOWS = Text("volgt uit uw antwoorden", "follows from your answers")
SET_OUT = Text("zie hierboven", "see above")
STILL_OPEN_HERE = Text("Hier blijft het open.", "Here it remains open.")
INSTEAD = Text("Wat u in plaats daarvan kunt doen", "What you can do instead")
NO_INSTEAD = Text("Er is geen betere weg gevonden.", "No better way was found.")
THEN = Text("Dan: {verdict}", "Then: {verdict}")
DEPENDS_ON = Text("afhankelijk van: {question}", "depending on: {question}")
CONTESTED = Text("Waarover de meningen verschillen", "Where opinions differ")
ASSUMED = Text("Waar wij van uitgaan", "What we assume")
ASSUMED_HELP = Text("Klopt iets niet? Druk op het nummer, of klik.", "Is something wrong? Press its number, or click.")
OPEN = Text("Wat nog open is", "What is still open")
OPEN_HELP = Text(
    "Kies een antwoord met de toets {keys[advice.answers]}.", "Choose an answer with the key {keys[advice.answers]}."
)
SCENARIOS = Text("Hoe het kan uitvallen", "How it can turn out")
IF = Text("Als", "If")
AND = Text("en", "and")
OR = Text("of", "or")
MORE_SCENARIOS = Text("Er zijn meer mogelijkheden dan hier staan.", "There are more possibilities than shown here.")
RISK = Text("Toezicht en risico", "Supervision and risk")
SUPERVISOR = Text("Toezichthouder: {text}", "Supervisor: {text}")
MAXIMUM = Text("Hoogste boete: {text}", "Maximum: {text}")
SOURCES = Text("Bronnen", "Sources")
NOTES = Text("Uw notities", "Your notes")
COMPLETE = Text("Het dossier is compleet.", "The file is complete.")
INCOMPLETE_ONE = Text(
    "Nog 1 vraag maakt het dossier compleet (toets {keys[advice.complete]}).",
    "1 more question completes the file (key {keys[advice.complete]}).",
)
INCOMPLETE = Text(
    "Nog hooguit {n} vragen maken het dossier compleet (toets {keys[advice.complete]}).",
    "At most {n} more questions complete the file (key {keys[advice.complete]}).",
)
INCOMPLETE_MANY = Text(
    "Met nog een aantal vragen is het dossier compleet (toets {keys[advice.complete]}).",
    "Some more questions complete the file (key {keys[advice.complete]}).",
)
ALL_ASKED = Text(
    "Alle vragen zijn gesteld. Zoek nog uit: {question}", "All questions have been asked. Still to find out: {question}"
)
ALL_ASKED_MORE = Text(
    "Alle vragen zijn gesteld. Zoek nog uit: {question} En nog {n}: zie “Wat nog open is”.",
    "All questions have been asked. Still to find out: {question} And {n} more: see “What is still open”.",
)
ALREADY_COMPLETE = Text(
    "Er is niets meer te vragen: het dossier is compleet.", "Nothing is left to ask: the file is complete."
)
PROVISIONAL = Text(
    "Tussenstand: er is nog een vraag open (toets {keys[advice.back]}).",
    "Interim: a question is still open (key {keys[advice.back]}).",
)

# then and now
THEN_AND_NOW = Text("Toen en nu", "Then and now")
DAY_THEN = Text("Toen", "Then")
DAY_NOW = Text("Nu", "Now")
ASK_THEN = Text("De eerste dag", "The first day")
ASK_NOW = Text("De tweede dag", "The second day")
ASK_THEN_HELP = Text(
    "Met welke dag wilt u vergelijken? Uw antwoorden en de peildatum blijven zoals ze zijn.",
    "Which day do you want to compare? Your answers and the reference date stay as they are.",
)
TURN_IS = Text(
    "Wijziging {n} van {total}: de dag ervoor en de dag zelf.",
    "Change {n} of {total}: the day before and the day itself.",
)
NO_TURN_BEFORE = Text("Eerder veranderde er niets.", "Nothing changed before that.")
NO_TURN_AFTER = Text("Later verandert er niets, voor zover wij weten.", "Nothing changes later, as far as we know.")
LINE_IS_CERTAIN = Text("In elke periode staat het antwoord vast.", "The answer is certain in every period.")
THEN_COMMAND = Text("Toen en nu: dezelfde feiten op twee dagen", "Then and now: the same facts on two days")

# saving
ASK_FILE = Text("Advies bewaren", "Save the advice")
ASK_FILE_HELP = Text(
    "De naam eindigt op .pdf, .docx (Word), .html of .md; zonder einde wordt het .md. Zonder map ervoor komt het in "
    "{folder}.",
    "The name ends in .pdf, .docx (Word), .html or .md; without an end it is .md. Without a folder it is put in "
    "{folder}.",
)
WHICH_KIND = Text("Wat wilt u bewaren?", "What do you want to save?")
FILE_EXISTS = Text(
    "{name} bestaat al en blijft zoals het is. Hieronder staat een vrije naam.",
    "{name} exists and stays as it is. A free name is filled in below.",
)
FILE_EMPTY = Text("Vul een bestandsnaam in.", "Fill in a file name.")
FILE_FAILED = Text("{name} kan niet worden geschreven: {reason}.", "{name} cannot be written: {reason}.")
FILE_IS_FOLDER = Text("{name} is een map. Vul ook een bestandsnaam in.", "{name} is a folder. Fill in a file name too.")
FILE_NO_FOLDER = Text("De map {name} bestaat niet.", "The folder {name} does not exist.")
SAVED = Text("Bewaard: {name}", "Saved: {name}")
COPIED = Text("Het advies staat op het klembord.", "The advice is on the clipboard.")
NO_REPORT = Text("Het advies kon niet worden opgemaakt: {reason}", "The advice could not be laid out: {reason}")

# searching
SEARCH_TITLE = Text("Zoeken", "Search")
SEARCH_HOME = Text("Zoek in woorden en bronnen", "Search terms and sources")
SEARCH_HELP = Text(
    "Wat een woord betekent, wat een artikel zegt, waar het stond en wanneer wij het nakeken.",
    "What a term means, what an article says, where it stood and when we checked it.",
)
SEARCH_HINT = Text("typ om te zoeken", "type to search")
SEARCH_KINDS = {
    "term": Text("Woorden", "Terms"),
    "source": Text("Bronnen", "Sources"),
    "question": Text("Vragen", "Questions"),
}
SEARCH_READING = Text("Wij lezen alle woorden en bronnen…", "Reading all terms and sources…")
SEARCH_NONE = Text("Niets gevonden met: {words}.", "Nothing found with: {words}.")
SEARCH_ELSEWHERE = Text("Niet hier. Wel:", "Not here, but:")
SEARCH_NEXT = Text("{kind} {n} ({keys[search.kind-next]})", "{kind} {n} ({keys[search.kind-next]})")
SEARCH_PREVIOUS = Text("{kind} {n} ({keys[search.kind-previous]})", "{kind} {n} ({keys[search.kind-previous]})")
NOT_IN_FORCE = Text("gold niet op {day}", "not in force on {day}")
OTHER_LANGUAGE = Text("In het Engels: {term}", "In Dutch: {term}")
WHERE_IT_STOOD = Text("Waar het stond", "Where it stood")
NOWHERE = Text("nergens", "nowhere")
SINCE_DAY = Text("sinds {start}: {where}", "since {start}: {where}")
FROM_UNTIL = Text("{start} tot {end}: {where}", "{start} until {end}: {where}")
HOW_CERTAIN = Text("{kind}; onze lezing: {confidence}", "{kind}; our reading: {confidence}")
STANDING = {
    "given": Text("uw antwoord: {answer}", "your answer: {answer}"),
    "unused": Text("uw antwoord, nu niet gebruikt: {answer}", "your answer, not used now: {answer}"),
    "assumed": Text("aangenomen: {answer}", "assumed: {answer}"),
    "open": Text("nog open", "still open"),
    "idle": Text("doet er nu niet toe", "does not matter now"),
}

# opening the report
OPENED = Text(
    "Het advies is gesloten; het bestand is weg. Bewaren: toets {keys[advice.save]}.",
    "The advice is closed; its file is gone. To save it: key {keys[advice.save]}.",
)
NOT_OPENED = Text("Het advies kon niet worden geopend: {reason}", "The advice could not be opened: {reason}")
NOT_OPENED_HERE = Text(
    "Hier kan geen ander programma worden geopend. Bewaar het advies met toets {keys[advice.save]}.",
    "No other program can be opened here. Save the advice with key {keys[advice.save]}.",
)
KEEP_EDITED = Text("U wijzigde het advies", "You changed the advice")
KEEP_EDITED_HELP = Text(
    "Waar wilt u uw versie bewaren? De naam eindigt op .md. Zonder map ervoor komt het in {folder}.",
    "Where should your version be kept? The name ends in .md. Without a folder it is put in {folder}.",
)
EDITED_LOST = Text("Uw wijzigingen zijn niet bewaard.", "Your changes were not kept.")

# everywhere
AGAIN_TO_QUIT = Text(
    "Nogmaals ctrl+c sluit af. Uw antwoorden zijn bewaard.", "Ctrl+c again quits. Your answers are kept."
)
AGAIN_TO_QUIT_AS_IS = Text("Nogmaals ctrl+c sluit af.", "Ctrl+c again quits.")
THEME_IS = Text("Kleuren: {name}", "Colours: {name}")
PRESENTING = Text(
    "Grote letters, voor een beamer. Nogmaals {keys[consult.present]}: terug.",
    "Large type, for a projector. {keys[consult.present]} again: back.",
)
NOT_PRESENTING = Text("Gewone letters.", "Ordinary type.")
NO_COLOURS = Text("Geen kleuren: NO_COLOR is gezet.", "No colours: NO_COLOR is set.")
HELP = Text("Toetsen", "Keys")
HELP_EVERYWHERE = Text("Overal", "Everywhere")
CLOSE = Text("Escape sluit dit venster", "Escape closes this window")
THEME_COMMAND = Text("Kleuren: {name}", "Colours: {name}")
SEARCH_COMMAND = Text("Zoek in: {name}", "Search: {name}")
PALETTE = Text("Zoek een opdracht of een vraag", "Search for a command or a question")
GO_TO_QUESTION = Text("Naar vraag: {question}", "Go to question: {question}")
NEW_CONSULT = Text("Nieuw: {title}", "New: {title}")
CONFIRM_OR_CANCEL = Text(
    "Enter bevestigt, Escape laat alles zoals het was", "Enter confirms, Escape leaves all as it was"
)
CRASH_UNKEPT = Text("magdat: er ging iets mis ({kind}).", "magdat: something went wrong ({kind}).")
CRASH = Text(
    "magdat: er ging iets mis ({kind}); uw antwoorden zijn bewaard. Start `magdat` opnieuw om verder te gaan.",
    "magdat: something went wrong ({kind}); your answers are kept. Start `magdat` again to go on.",
)
