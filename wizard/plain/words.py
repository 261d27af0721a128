"""What the line-by-line conversation says, in both languages. What the law says stands in `trees/`."""

from __future__ import annotations

from wizard.content.model import Text

WELCOME = Text("Typ een nummer en Enter. Typ h voor hulp.", "Type a number and Enter. Type h for help.")
LAW_OF = Text("Recht van {day}.", "Law of {day}.")
RESUMED_ONE = Text("U gaat verder met 1 antwoord.", "You go on with 1 answer.")
RESUMED = Text("U gaat verder met {n} antwoorden.", "You go on with {n} answers.")

QUESTION = Text("Vraag {n}. {question}", "Question {n}. {question}")
LINE = Text("Regel {n} van {total}: {statement}", "Line {n} of {total}: {statement}")
GROUP_HOW = Text("Klopt niets hiervan? Typ g, geen van deze.", "Is none of these true? Type g, none of these.")
DATE_HOW = Text("Typ een datum: JJJJ-MM-DD of D-M-JJJJ.", "Type a date: YYYY-MM-DD or D-M-YYYY.")
NOW = Text("Uw antwoord nu: {answer}. Enter laat het zo.", "Your answer now: {answer}. Enter keeps it.")
NOTE_NOW = Text("Uw notitie: {note}", "Your note: {note}")
USUAL = Text(" (gewoonlijk)", " (usually)")
PROMPT = Text("Antwoord: ", "Answer: ")
WHAT_NOW = Text("Wat nu? ", "What now? ")

NOTED = Text("Genoteerd: {answer}.", "Noted: {answer}.")
NONE_NOTED = Text("Genoteerd: geen van deze.", "Noted: none of these.")
KEPT_SO = Text("Blijft zo.", "Stays so.")
NOTE_NOTED = Text("Notitie bewaard.", "Note kept.")
NOTE_GONE = Text("Notitie verwijderd.", "Note removed.")
NOTE_EMPTY = Text("Schrijf de tekst erachter: n TEKST.", "Write the text after it: n TEXT.")
NOTE_WHICH = Text(
    "Bij welk antwoord? Typ n NUMMER TEKST. Typ w voor de nummers.",
    "On which answer? Type n NUMBER TEXT. Type c for the numbers.",
)
NO_SUCH_NUMBER = Text(
    "Nummer {n} is er niet; kies {first} tot en met {last}.", "There is no number {n}; choose {first} to {last}."
)
NOT_UNDERSTOOD = Text("“{typed}” begrijp ik niet. {hint}", "I do not understand “{typed}”. {hint}")
MEANT = Text("Bedoelt u {name}? Typ anders h voor hulp.", "Did you mean {name}? Otherwise type h for help.")
TYPE_HELP = Text("Typ een nummer, of h voor hulp.", "Type a number, or h for help.")
TYPE_HELP_NO_QUESTION = Text(
    "Er staat geen vraag open. Typ w NUMMER om een antwoord te wijzigen, of h voor hulp.",
    "No question is open. Type c NUMBER to change an answer, or h for help.",
)
N_IS_TWO_THINGS = Text(
    "Bedoelt u nee? Typ 2 of nee. Een notitie schrijft u zo: n TEKST.",
    "Do you mean no? Type 2 or no. A note goes like this: n TEXT.",
)
NO_GROUP = Text("Dat kan alleen bij een lijst met regels.", "That works only with a list of lines.")
AT_FIRST = Text("Dit is de eerste vraag.", "This is the first question.")
NO_ANSWERS = Text("U gaf nog geen antwoorden.", "You have given no answers yet.")
YOUR_ANSWERS = Text("Uw antwoorden. Typ w NUMMER om er een te wijzigen.", "Your answers. Type c NUMBER to change one.")
UNUSED = Text(" (telt nu niet mee)", " (not used now)")
LEAD = Text("Hoe nu verder, {n}: {text} Typ verder {n}.", "What next, {n}: {text} Type next {n}.")
NO_LEAD = Text("Dit advies leidt niet naar een volgende stap.", "This advice leads to no next step.")
WHICH_LEAD = Text(
    "Schrijf het nummer erachter: verder 1 tot en met {last}.", "Write the number after it: next 1 to {last}."
)
MOMENT_HOW = Text(
    "Typ datum en tijd: JJJJ-MM-DD UU:MM of D-M-JJJJ UU:MM.", "Type date and time: YYYY-MM-DD HH:MM or D-M-YYYY HH:MM."
)
TEXT_HOW = Text("Typ uw tekst op één regel.", "Type your text on one line.")
TYPE_HOW = {"date": DATE_HOW, "datetime": MOMENT_HOW, "text": TEXT_HOW}
DATE_NOW = Text("Nu geldt het recht van {day}.", "The law of {day} now applies.")
WHICH_DATE = Text("Schrijf de dag erachter: d JJJJ-MM-DD.", "Write the day after it: d YYYY-MM-DD.")
LANGUAGE_NOW = Text("Verder in het Nederlands.", "Continuing in English.")
WHICH_LANGUAGE = Text("Schrijf erachter: taal nl of taal en.", "Write after it: language nl or language en.")
DEEPER = Text("Wij vragen door tot het dossier compleet is.", "We go on until the file is complete.")
ALREADY_COMPLETE = Text("Het dossier is compleet.", "The file is complete.")
ALL_ASKED = Text(
    "Alle vragen zijn gesteld. Dit moet u nog uitzoeken:", "All questions have been asked. Still to find out:"
)
WHICH_FILE = Text(
    "Schrijf een bestandsnaam erachter, zoals: {command}. Het einde zegt de vorm: .pdf, .docx (Word), .html of .md.",
    "Write a file name after it, such as: {command}. Its end says the form: .pdf, .docx (Word), .html or .md.",
)
REPORT_WRITTEN = Text("Het rapport staat in {file}.", "The report is in {file}.")
UNDONE = Text("Ongedaan gemaakt.", "Undone.")
NOTHING_TO_UNDO = Text("Er is niets om ongedaan te maken.", "There is nothing to undo.")
NOT_KEPT = Text("Let op: bewaren lukt niet. {why}", "Mind: the answers cannot be kept. {why}")
NOT_KEPT_EITHER = Text("Let op: ook dit staat nog niet op schijf.", "Mind: this is not on disk yet either.")
ONLY_COPIED = Text("Let op: ook dit staat alleen in de kopie.", "Mind: this is only in the copy, too.")
KEPT_NOW = Text("Al uw antwoorden staan nu op schijf.", "All your answers are on disk now.")
KEPT = Text("Bewaard. Verder gaan: {command}", "Kept. To go on: {command}")
NOTHING_KEPT = Text(
    "U hebt nog niets ingevuld; er is niets bewaard.", "You have filled in nothing yet; there is nothing to keep."
)
INPUT_ENDED = Text("Einde van de invoer. Dit is het advies tot nu toe.", "End of input. This is the advice so far.")
NO_INPUT = Text(
    "er kwam geen enkel antwoord binnen; typ antwoorden, of stuur ze regel voor regel mee",
    "not a single answer came in; type answers, or send them line by line",
)

# the advice
RESULT = Text("Uitkomst: {verdict}.", "Result: {verdict}.")
PROVISIONAL = Text(
    "Uitkomst: nog niet zeker. Het strengste dat nog kan: {verdict}.",
    "Result: not certain yet. The strictest that is still possible: {verdict}.",
)
ALSO_POSSIBLE = Text("Ook nog mogelijk: {verdicts}.", "Also still possible: {verdicts}.")
CODE_ONLY = Text(
    "Dit volgt uit een gedragscode, niet uit de wet.", "This follows from a code of conduct, not from statute."
)
TO_DO = Text("Wat u moet doen:", "What you must do:")
ONLY_CODE = Text("De wet verbiedt het niet.", "Statute does not forbid it.")
SETTLED = Text(
    "Dat staat vast, hoe u de open vragen ook beantwoordt.", "That is certain, however you answer the open questions."
)
STOP = Text(
    "Dit mag niet: doe het niet. Doet u het al, stop er dan mee.",
    "This is not allowed: do not do it. If you are already doing it, stop.",
)
MAYBE_TO_DO = Text(
    "Wat er nog bij kan komen, dat hangt af van wat open is:", "What may come on top, depending on what is open:"
)
OTHER_DUTIES = {
    "standing": Text(
        "Dit geldt nu al, ook voor gegevens die u al hebt:", "This applies already, also to data that you hold:"
    ),
    "besides": Text("Voor het overige geldt dit:", "For the rest, this applies:"),
    "later": Text(
        "Mocht het later wel mogen, dan geldt ook dit:", "Should it be allowed later, then this applies too:"
    ),
}
"""Duties that do not come with a "no", by when they hold."""
DEADLINE = Text("Termijn: {deadline}", "Deadline: {deadline}")
WHY = Text("Waarom:", "Why:")
STILL_OPEN = Text("nog open", "still open")
ONE_OF = Text("Een van deze redenen:", "One of these reasons:")
READING = Text("Onze lezing: {reading}. Weeg af:", "Our reading: {reading}. Weigh:")
READING_OPEN = Text(
    "Onze lezing hangt nog af van de open vragen. Weeg af:", "Our reading still depends on the open questions. Weigh:"
)
MORE_REASONS = Text("Of nog {n} andere.", "Or {n} more.")
INSTEAD = Text("Wat u anders kunt doen:", "What you can do instead:")
THEN = Text("Dan: {verdict}.", "Then: {verdict}.")
HANGS_ON = Text("Dat hangt nog af van: {question}", "That still depends on: {question}")
CONTESTED = Text("Waarover de meningen verschillen:", "Where opinions differ:")
ASSUMED = Text("Aangenomen, omdat u er niets over zei:", "Assumed, because you said nothing about it:")
OPEN = Text("Nog open:", "Still open:")
SCENARIOS = Text("Hoe het dan kan uitvallen:", "How it can then turn out:")
MORE_SCENARIOS = Text("Er zijn er meer.", "There are more.")
CLASHES = Text("Antwoorden die elkaar tegenspreken:", "Answers that contradict each other:")
CLASH = Text(
    "{question} U zei {given}, maar uit “{because}: {answer}” volgt {used}. Dat laatste telt.",
    "{question} You said {given}, but “{because}: {answer}” implies {used}. The latter counts.",
)
NOT_USED = Text("Antwoorden die nu niet meetellen:", "Answers that are not used now:")
RISK = Text("Toezicht en risico:", "Supervision and risk:")
MAXIMUM = Text("Hoogstens: {maximum}.", "At most: {maximum}.")
SOURCES = Text("Bronnen:", "Sources:")
STEPS = Text("Stap voor stap:", "Step by step:")
STEP_LAW = Text("Het recht van de peildatum geldt{start}{end}.", "The law of the reference date holds{start}{end}.")
STEP_START = Text(" vanaf {day}", " from {day}")
STEP_END = Text(" tot {day}", " until {day}")
STEP_PRESUMED = Text(" (aangenomen)", " (assumed)")
STEP_IMPLIED = Text(" (volgt uit een ander antwoord)", " (follows from another answer)")
STEP_SEEN = Text("zie hierboven", "see above")
AT_END = Text(
    "Typ r BESTAND voor het rapport, w om een antwoord te wijzigen, q om te stoppen.",
    "Type r FILE for the report, c to change an answer, q to stop.",
)
AT_END_MORE = Text(
    "Er zijn nog hoogstens {n} vragen om het dossier compleet te maken: typ vol.",
    "At most {n} more questions complete the file: type full.",
)
AT_END_ONE_MORE = Text(
    "Met nog een vraag is het dossier compleet: typ vol.", "One more question completes the file: type full."
)

# then and now
TIMELINE = Text("Dezelfde feiten onder al het recht:", "The same facts under all the law:")
TIMELINE_HERE = Text(" (hier valt de peildatum)", " (here lies the reference date)")
TIMELINE_MORE = Text(
    "Typ toen {day} om die dag te vergelijken met de peildatum, of toen met twee dagen.",
    "Type then {day} to compare that day with the reference date, or then with two days.",
)
ON_THEN = Text("Toen, op {day}: {verdict}.", "Then, on {day}: {verdict}.")
ON_NOW = Text("Nu, op {day}: {verdict}.", "Now, on {day}: {verdict}.")

# status and explanation
SO_FAR = Text("Tot nu toe: {verdict}. Dit staat vast.", "So far: {verdict}. This is certain.")
SO_FAR_OPEN = Text("Nog mogelijk: {verdicts}.", "Still possible: {verdicts}.")
NO_DUTIES = Text("Nog niets om te doen.", "Nothing to do yet.")
WHY_ASKED = Text("Waarom wij dit vragen: {why}", "Why we ask: {why}")
TERMS = Text("Woorden:", "Words:")
LAW = Text("Het recht achter deze vraag:", "The law behind this question:")
NOTHING_MORE = Text("Meer is hierover niet bekend.", "There is no more to tell about this.")
LINK = Text("Vindplaats: {url}", "Where to read it: {url}")

HELP = Text(
    """U kunt dit typen:
een nummer of een antwoord: dat is uw antwoord
0 of o: ik weet het niet; o TEKST: en waarom, of wie dit uitzoekt
Enter of v: de vraag nog eens
? : waarom deze vraag, wat de woorden betekenen, welke wet erachter zit
g: geen van deze (bij een lijst)
t: terug naar de vorige vraag; uw antwoorden blijven staan
w: uw antwoorden met nummers; w 3: wijzig nummer 3
z: maak het laatste ongedaan; opnieuw: doe het toch weer
geschiedenis: welke antwoorden u wijzigde
n TEKST: notitie bij deze vraag
n 3 TEKST: notitie bij antwoord 3 (als de vragen op zijn)
opmerking: de delen van het rapport, met uw opmerkingen; opmerking 5 TEKST: schrijf er een bij deel 5
opmerking 5 + TEKST: nog een alinea; opmerking 5 -: weg ermee
s: het advies tot nu toe
a: het hele advies; stappen: hoe het advies tot stand komt
r BESTAND: bewaar het rapport (.pdf, .docx, .html of .md); lees: open het in uw editor of lezer
r samenvatting BESTAND, r brief BESTAND, r toen BESTAND: een ander soort rapport
vragen: alle vragen met nummers; vragen WOORD: zoek; naar 3: naar vraag 3
zoek WOORDEN: wat woorden betekenen, en welke bronnen erover gaan
d JJJJ-MM-DD: pas het recht van een andere dag toe
toen: dezelfde feiten onder al het recht; toen JJJJ-MM-DD: vergelijk die dag met nu
anders: wat u in plaats daarvan kunt doen; anders 1: probeer dat, als variant
bepaalt: welke antwoorden dit antwoord bepalen; bepaalt 1: naar die vraag
varianten: uw plan en de varianten; variant 1: ga daarmee verder; variant 0: uw plan
nieuw NAAM: maak een variant; hernoem 1 NAAM; wis 1; vergelijk: alles naast elkaar
klant NAAM, zaak NAAM, adviseur NAAM: voor wie en waarover dit is
dossiers: uw dossiers; dossiers WOORD: zoek; open 2: open nummer 2; bewaar BESTAND: zet dit dossier daar
kopie 2: een nieuw dossier met dezelfde antwoorden; verwijder 2: wis het voorgoed, na een vraag
archiveer 2: leg het weg; archief: wat u weglegde; terughalen 2: haal het terug
nakijken: van welke dossiers het advies vandaag niet meer geldt
taal en: verder in het Engels
verder 1: naar een volgende vraag, met dezelfde antwoorden
begin: begin iets anders, in een nieuw dossier
recht: wat er in het recht verandert
vol: vraag door tot het dossier compleet is
q: stop; uw antwoorden blijven bewaard""",
    """You can type this:
a number or an answer: that is your answer
0 or u: I don't know; u TEXT: and why, or who finds out
Enter or v: the question once more
? : why this question, what the words mean, which law is behind it
g: none of these (with a list)
b: back to the previous question; your answers stay
c: your answers with numbers; c 3: change number 3
z: undo the last change; redo: do it again
history: which answers you changed
n TEXT: a note on this question
n 3 TEXT: a note on answer 3 (when there are no more questions)
remark: the parts of the report, with your remarks; remark 5 TEXT: write one on part 5
remark 5 + TEXT: one more paragraph; remark 5 -: away with it
s: the advice so far
a: the whole advice; steps: how the advice comes about
r FILE: save the report (.pdf, .docx, .html or .md); read: open it in your editor or pager
r summary FILE, r letter FILE, r then FILE: another kind of report
questions: all questions with numbers; questions WORD: search; go 3: to question 3
find WORDS: what terms mean, and which sources are about it
d YYYY-MM-DD: apply the law of another day
then: the same facts under all the law; then YYYY-MM-DD: compare that day with now
instead: what you can do instead; instead 1: try that, as a variant
decides: which answers decide this answer; decides 1: to that question
variants: your plan and its variants; variant 1: go on with that one; variant 0: your plan
new NAME: make a variant; rename 1 NAME; wipe 1; compare: all side by side
client NAME, matter NAME, advisor NAME: for whom and what this is
dossiers: your dossiers; dossiers WORD: search; open 2: open number 2; keep FILE: put this dossier there
copy 2: a new dossier with the same answers; delete 2: delete it for good, after a question
archive 2: put it away; archived: what you put away; restore 2: take it back
review: of which dossiers the advice no longer holds today
language nl: continue in Dutch
next 1: on to a next matter, with the same answers
begin: begin something else, in a new dossier
law: what is changing in the law
full: go on until the file is complete
q: stop; your answers are kept""",
)
