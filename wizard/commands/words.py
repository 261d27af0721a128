"""What the command line itself says: help texts, headings and complaints, in both languages."""

from __future__ import annotations

from wizard.content.model import Text

ABOUT = Text(
    "Mag dat? Mag ik deze persoon zo benaderen, met deze gegevens, en wat moet ik dan doen? Volgens het Nederlandse"
    " recht op een gekozen dag. Geef geen opdracht om het programma op het hele scherm te openen.",
    "Mag dat? May I approach this person like this, with these data, and what must I then do? Under Dutch law on a"
    " chosen day. Give no command to open the full-screen program.",
)
EXITS = Text(
    "Einde met 0: gedaan. 1: het antwoord is nee (fouten gevonden, gevallen mislukt). 2: onbruikbare invoer.",
    "Exit status 0: done. 1: the answer is no (faults found, cases failed). 2: unusable input.",
)
USAGE = Text("gebruik: ", "usage: ")
VERB = Text("OPDRACHT", "COMMAND")
VERBS = Text("opdrachten", "commands")
ARGUMENTS = Text("wat u opgeeft", "arguments")
OPTIONS = Text("opties", "options")
EVERYWHERE = Text("opties die overal gelden", "options that work everywhere")

HELP = Text("toon deze hulp", "show this help")
VERSION = Text("toon de versie", "show the version")
ON = Text("peildatum, de dag waarvan het recht geldt (gewoon: vandaag)", "reference date, whose law applies (today)")
LANG = Text("taal: nl of en (gewoon: MAGDAT_LANG, anders nl)", "language: nl or en (default: MAGDAT_LANG, else nl)")
TREES = Text("map met bomen (gewoon: die van het programma)", "folder with trees (default: those of the program)")
JSON = Text("schrijf gegevens (JSON) in plaats van tekst", "write data (JSON) instead of text")
DATE = Text("DATUM", "DATE")
FILE = Text("BESTAND", "FILE")
FOLDER = Text("MAP", "DIR")
WORD = Text("WOORD", "WORD")

ASK = Text("stel de vragen en geef advies", "ask the questions and give advice")
ASK_CONSULT = Text("waarover, bijvoorbeeld approach", "about what, for instance approach")
ASK_PLAIN = Text("regel voor regel: voor schermlezers en pijplijnen", "line by line: for screen readers and pipes")
ASK_RESUME = Text("ga verder waar u gebleven was", "go on where you left off")
ASK_DOSSIER = Text(
    "open dit dossier: een bestand, of een naam uit `magdat dossiers`",
    "open this dossier: a file, or a name from `magdat dossiers`",
)
DOSSIER_NAME = Text("NAAM", "NAME")
LIST_DOSSIERS = Text(
    "noem uw dossiers; kopieer, archiveer of verwijder er een", "list your dossiers; copy, archive or delete one"
)
DOSSIERS_WORD = Text(
    "alleen dossiers met dit woord in cliënt, zaak, adviseur, notitie of onderwerp",
    "only dossiers with this word in client, matter, advisor, note or subject",
)
DOSSIERS_ARCHIVED = Text("noem die in het archief", "list those in the archive")
DOSSIERS_DUPLICATE = Text(
    "maak een nieuw dossier met de antwoorden van dit dossier", "make a new dossier with the answers of this one"
)
DOSSIERS_ARCHIVE = Text("leg dit dossier in het archief", "put this dossier in the archive")
DOSSIERS_RESTORE = Text("haal dit dossier uit het archief", "take this dossier out of the archive")
DOSSIERS_DELETE = Text("verwijder dit dossier voorgoed; vraagt om --yes", "delete this dossier for good; needs --yes")
DOSSIERS_YES = Text("ja, verwijder het echt", "yes, really delete it")
NO_DOSSIERS_FOLDER = Text(
    "{folder}: dit is geen map voor dossiers; geef een map, of een naam die nog vrij is",
    "{folder}: this is no folder for dossiers; give a folder, or a name that is still free",
)
DOSSIERS_NOT_THERE = Text(
    "{folder}: deze map met dossiers is er niet; controleer --dossiers, MAGDAT_DOSSIERS of de instelling `dossiers`",
    "{folder}: this folder with dossiers is not there; check --dossiers, MAGDAT_DOSSIERS or the setting `dossiers`",
)
NO_DOSSIER = Text("er is geen dossier `{what}`; {hint}", "there is no dossier `{what}`; {hint}")
SEE_DOSSIERS = Text("`magdat dossiers` noemt ze", "`magdat dossiers` lists them")
ONE_THING = Text("{options}: geef er maar een van", "{options}: give only one of these")
SAY_YES = Text(
    "dossier `{name}` wordt dan voorgoed verwijderd; geef ook --yes",
    "dossier `{name}` is then deleted for good; give --yes too",
)
NOT_ARCHIVED = Text("dossier `{name}` ligt niet in het archief", "dossier `{name}` is not in the archive")
IN_ARCHIVE = Text("dossier `{name}` ligt al in het archief", "dossier `{name}` is in the archive already")
DUPLICATED = Text("Nieuw dossier: {name}", "New dossier: {name}")
ARCHIVED = Text("In het archief: {name}", "In the archive: {name}")
RESTORED = Text("Uit het archief: {name}", "Out of the archive: {name}")
DELETED = Text("Verwijderd: {name}", "Deleted: {name}")
ADVISE = Text("geef advies bij een bestand met feiten", "give advice on a file of facts")
ADVISE_FACTS = Text(
    "bestand (YAML of JSON) met feiten, - is de standaardinvoer", "file (YAML or JSON) of facts, - is stdin"
)
ADVISE_FORMAT = Text(
    "vorm van het verslag, of vormen met komma's ertussen (gewoon: wat -o zegt, anders md)",
    "form of the report, or forms with commas between (default: what -o says, else md)",
)
ADVISE_LEVEL = Text(
    "het hele advies, de samenvatting op één bladzijde, of een brief (gewoon: full)",
    "the full advice, the summary on one page, or a letter (default: full)",
)
ADVISE_TEMPLATES = Text(
    "map met eigen sjablonen (gewoon: MAGDAT_TEMPLATES, anders die van het programma)",
    "folder with templates of your own (default: MAGDAT_TEMPLATES, else those of the program)",
)
STYLE_IS_FOR_WORD = Text(
    "--style geldt alleen voor Word; geef ook `--format docx`, of laat --style weg (HTML en PDF: --templates)",
    "--style is for Word alone; give `--format docx` too, or leave --style out (HTML and PDF: --templates)",
)
OTHER_FORM = Text(
    "{file}: de naam past niet bij --format {form}; kies een naam op .{form}, of laat --format weg",
    "{file}: the name does not go with --format {form}; choose a name in .{form}, or leave --format out",
)
ADVISE_STYLE = Text("Word-bestand met uw huisstijl (.docx)", "Word file with your house style (.docx)")
TEMPLATES = Text(
    "zet een kopie van de sjablonen en de huisstijl in een map, om aan te passen",
    "put a copy of the templates and the house style into a folder, to adapt",
)
TEMPLATES_FOLDER = Text("map voor de kopie; die wordt gemaakt", "folder for the copy; it is made")
ADVISE_OUTPUT = Text("schrijf naar dit bestand", "write to this file")
ADVISE_FORCE = Text("overschrijf een bestand dat er al is", "overwrite a file that exists")
CHECK = Text("zoek fouten in de bomen", "find faults in the trees")
CHECK_FOLDER = Text("map met bomen", "folder with trees")
TEST = Text("reken alle gevallen na", "run all cases")
TEST_WORD = Text(
    "alleen gevallen met dit woord in naam, titel, label of onderwerp",
    "only cases with this word in name, title, tag or consult",
)
TEST_COVERAGE = Text("noem ook de takken die geen geval neemt", "list the branches that no case takes")
TEST_VERBOSE = Text("toon ook de gevallen die goed gaan", "show the cases that pass as well")
GRAPH = Text("teken een boom", "draw a tree")
GRAPH_TREE = Text("naam van de boom", "name of the tree")
GRAPH_FORMAT = Text("vorm van de tekening", "format of the drawing")
SCHEMA = Text("toon het JSON-schema van de boombestanden", "print the JSON Schema of the tree files")
FACTS = Text("toon welke feiten en antwoorden er zijn", "list the facts and their answers")
FACTS_FACT = Text("toon alleen dit feit", "show this fact only")
DIFF = Text("dezelfde feiten op twee dagen", "the same facts on two days")
DOSSIERS = Text(
    "de map met uw dossiers (ook: MAGDAT_DOSSIERS)", "the folder with your dossiers (also: MAGDAT_DOSSIERS)"
)
WATCH = Text(
    "wat er in het recht verandert of openstaat, en hoe oud onze controles zijn",
    "what changes or is open in the law, and how old our checks are",
)
WATCH_SOURCES = Text(
    "noem alle bronnen, niet alleen die te lang geleden zijn nagekeken",
    "name all sources, not just those checked too long ago",
)
REVIEW = Text(
    "welke bewaarde adviezen gelden niet meer, sinds wanneer en waardoor",
    "which saved advices no longer hold, since when, and because of what",
)
REVIEW_DOSSIERS = Text(
    "dossiers: bestanden, mappen, of namen uit `magdat dossiers` (gewoon: alle)",
    "dossiers: files, folders, or names from `magdat dossiers` (default: all)",
)
REVIEW_VERBOSE = Text("toon alles wat er veranderde", "show all that changed")
REVIEW_LETTER = Text(
    "schrijf een brief aan de cliënt voor elk dossier dat niet meer geldt",
    "write a letter to the client for each dossier that no longer holds",
)
REVIEW_ALSO_SEEN = Text(
    "schrijf ook een brief waar u de nieuwe uitkomst al zag", "also where you have seen the new outcome already"
)
REVIEW_RECURSIVE = Text("kijk ook in submappen (niet in het archief)", "look in subfolders too (not in the archive)")
REVIEW_FORMAT = Text("de vorm van de brief: md (gewoon), html, docx, pdf", "the form of the letter: md (default), …")
REVIEW_OUTPUT = Text(
    "schrijf in deze map, met --letter: één bestand per dossier", "write into this folder, with --letter: a file each"
)
REVIEW_FORM_WHERE = Text(
    "--format {form}: geef ook -o met een map voor de brieven", "--format {form}: give -o too, with a folder"
)
ONLY_LETTERS = Text("{options}: dat is voor brieven; geef ook --letter", "{options}: that is for letters; add --letter")
NO_SUCH_DOSSIERS = Text(
    "{folder}: in deze map staan geen dossiers; controleer de naam",
    "{folder}: there are no dossiers in this folder; check the name",
)
NO_FOLDER_HERE = Text(
    "{folder}: hier kan geen map komen: {why}; kies een andere plaats",
    "{folder}: no folder can be made here: {why}; choose another place",
)
REVIEWING = Text("Dossiers nakijken", "Reviewing dossiers")
WRITING = Text("Brieven schrijven", "Writing letters")
LETTERS_NONE = Text("Er was geen brief nodig.", "No letter was needed.")
LETTERS_ONE = Text("1 brief in {folder}.", "1 letter in {folder}.")
LETTERS = Text("{n} brieven in {folder}.", "{n} letters in {folder}.")
LETTERS_ONE_IN = Text("1 brief in {folder}, in {forms} vormen.", "1 letter in {folder}, in {forms} forms.")
LETTERS_IN = Text("{n} brieven in {folder}, elk in {forms} vormen.", "{n} letters in {folder}, each in {forms} forms.")
NO_LETTER_NEVER = Text(
    "geen brief, want dit advies is nooit gezien, dus ook niet gegeven: {names}",
    "no letter, for this advice was never seen, so never given: {names}",
)
NO_LETTER_UNSURE = Text(
    "geen brief, want antwoorden passen niet meer; open het dossier en beantwoord die vragen: {names}",
    "no letter, for answers no longer fit; open the dossier and answer those questions: {names}",
)
NO_LETTER_SEEN = Text(
    "geen brief, want u zag de nieuwe uitkomst al; met --also-seen komt hij er wel: {names}",
    "no letter, for you have seen the new outcome already; with --also-seen there is one: {names}",
)
AND_OTHERS = Text("{names} en nog {n}", "{names} and {n} more")
SUBFOLDERS_ONE = Text("1 submap ({names}), wel met --recursive", "1 subfolder ({names}), unless with --recursive")
SUBFOLDERS = Text("{n} submappen ({names}), wel met --recursive", "{n} subfolders ({names}), unless with --recursive")
LINKED_ONE = Text(
    "1 gekoppelde map ({names}); noem die map zelf om hem na te kijken",
    "1 linked folder ({names}); name that folder itself to review it",
)
LINKED = Text(
    "{n} gekoppelde mappen ({names}); noem zo'n map zelf om hem na te kijken",
    "{n} linked folders ({names}); name such a folder itself to review it",
)
OTHER_FILES_ONE = Text(
    "1 ander bestand ({names}); een dossier eindigt op .yaml", "1 other file ({names}); a dossier ends in .yaml"
)
OTHER_FILES = Text(
    "{n} andere bestanden ({names}); een dossier eindigt op .yaml", "{n} other files ({names}); a dossier ends in .yaml"
)
AWAY_ONE = Text(
    "1 dossier in het archief ({names}); noem de map archive om het na te kijken",
    "1 dossier in the archive ({names}); name the folder archive to review it",
)
AWAY = Text(
    "{n} dossiers in het archief ({names}); noem de map archive om ze na te kijken",
    "{n} dossiers in the archive ({names}); name the folder archive to review them",
)
NOT_LOOKED_AT = Text("niet nagekeken in {folder}: {what}", "not reviewed in {folder}: {what}")
DIFF_FROM = Text("de ene dag", "the one day")
DIFF_TO = Text("de andere dag (gewoon: de peildatum)", "the other day (default: the reference date)")
TIMELINE = Text("dezelfde feiten onder al het recht", "the same facts under all the law")
TIMELINE_FROM = Text("begin van de lijn (gewoon: het eerste recht)", "start of the line (default: the first law)")
TIMELINE_TO = Text("einde van de lijn (gewoon: het laatste recht)", "end of the line (default: the last law)")
TIMELINE_MORE = Text(
    "Alles wat er op één dag veranderde: `magdat diff … --from {first} --to {last}`.",
    "All that changed on a single day: `magdat diff … --from {first} --to {last}`.",
)
ADVISE_TIMELINE = Text("zet ook toen en nu in het verslag", "put then and now into the report as well")
CONFIG = Text("toon uw instellingen, en waar ze staan", "show your settings, and where they stand")
CONFIG_INIT = Text(
    "maak een bestand met instellingen, met uitleg bij elke; wat er al is blijft zoals het is",
    "make a file with settings, each one explained; what is there already stays as it is",
)
CONFIG_KEYS = Text("noem alle toetsen, met de namen om ze te wijzigen", "list all keys, with the names to change them")
COMPLETION = Text("schrijf aanvulling voor uw shell", "print completion for your shell")
COMPLETION_SHELL = Text("bash, zsh of fish", "bash, zsh or fish")

# complaints: one line each, always what, where and how to mend

SEE_HELP = Text("zie `{prog} --help`", "see `{prog} --help`")
MISSING = Text("er ontbreekt iets: {what}", "something is missing: {what}")
NOT_KNOWN = Text("`{what}` ken ik hier niet", "`{what}` is not known here")
NO_VALUE = Text("{what} vraagt om een waarde", "{what} needs a value")
TOO_MUCH_VALUE = Text("{what} heeft geen waarde nodig", "{what} takes no value")
NO_VERB = Text("`{what}` is geen opdracht", "`{what}` is not a command")
DID_YOU_MEAN = Text("bedoelt u `{name}`?", "did you mean `{name}`?")
CHOOSE = Text("kies uit: {names}", "choose from: {names}")
NO_DATE = Text(
    "`{what}` is geen datum; schrijf JJJJ-MM-DD, zoals 2021-07-01",
    "`{what}` is not a date; write YYYY-MM-DD, like 2021-07-01",
)
NO_CHOICE = Text("`{what}` kan hier niet; {hint}", "`{what}` is not possible here; {hint}")
ENDS_FIRST = Text(
    "--to: {last} ligt voor het begin van de lijn ({first}); neem een latere dag",
    "--to: {last} lies before the start of the line ({first}); take a later day",
)
TOO_EARLY = Text(
    "{where}peildatum {on} ligt voor het recht dat deze bomen kennen; neem {first} of later",
    "{where}reference date {on} lies before the law these trees know; take {first} or later",
)
NO_LANGUAGE = Text("MAGDAT_LANG is `{what}`; kies nl of en", "MAGDAT_LANG is `{what}`; choose nl or en")
CLOSED = Text(
    "de standaarduitvoer is dicht; stuur de uitvoer ergens heen, of gebruik -o",
    "standard output is closed; send the output somewhere, or use -o",
)
CANNOT_PRINT = Text(
    "de uitvoer kan niet worden geschreven: {why}; maak ruimte, of stuur de uitvoer ergens anders heen",
    "the output cannot be written: {why}; make room, or send the output elsewhere",
)
CANNOT_READ = Text(
    "{file}: kan niet worden gelezen: {why}; controleer de naam en de rechten",
    "{file}: cannot be read: {why}; check the name and the permissions",
)
IS_FOLDER = Text("{file}: dit is een map; geef een bestand", "{file}: this is a folder; give a file")
NO_FILE = Text("{file}: dit bestand is er niet; controleer de naam", "{file}: there is no such file; check the name")
CANNOT_WRITE = Text(
    "{file}: kan niet worden geschreven: {why}; kies een andere plaats",
    "{file}: cannot be written: {why}; choose another place",
)
EXISTS = Text(
    "{file}: bestaat al; kies een andere naam, of geef --force",
    "{file}: exists already; choose another name, or give --force",
)
MANY_FORMS = Text(
    "meer dan één vorm past niet in één uitvoer; geef -o", "one output cannot hold several forms; give -o"
)
NOT_FOR_SCREEN = Text(
    "{form} is niet voor het scherm; geef -o en een bestandsnaam",
    "{form} is not for the screen; give -o and a file name",
)
NO_FOLDER = Text("{file}: de map ervoor is er niet; maak die eerst", "{file}: its folder does not exist; make it first")
MORE_FAULTS = Text(" (en nog {count}; `magdat check` toont alles)", " (and {count} more; `magdat check` shows all)")
MORE_FAULTS_HERE = Text(" (en nog {count})", " (and {count} more)")
UNEXPECTED = Text(
    "onverwachte fout ({kind}) in het programma zelf; met MAGDAT_DEBUG=1 ziet u waar",
    "unexpected error ({kind}) in the program itself; MAGDAT_DEBUG=1 shows where",
)
NO_TERMINAL = Text(
    "dit is geen terminal waarop het scherm past; gebruik `magdat ask approach --plain`",
    "this is no terminal for the full screen; use `magdat ask approach --plain`",
)

# the facts file

EMPTY_FILE = Text(
    "{file}: is leeg; schrijf `consult: …` en `facts: …`", "{file}: is empty; write `consult: …` and `facts: …`"
)
NO_PAIRS = Text("{where}: hier horen paren `naam: waarde`", "{where}: `name: value` pairs belong here")
UNKNOWN_KEY = Text("{where}: `{what}` ken ik hier niet; {hint}", "{where}: `{what}` is not known here; {hint}")
NO_KEY = Text("{where}: `{what}` ontbreekt; schrijf `{what}: …`", "{where}: `{what}` is missing; write `{what}: …`")
NO_WORD = Text("{where}: bij `{what}` hoort één woord of tekst", "{where}: `{what}` takes a single word or text")
NO_SUCH = Text("{where}: `{what}` bestaat niet; {hint}", "{where}: `{what}` does not exist; {hint}")
NO_FACT = Text("{where}: feit `{what}` bestaat niet; {hint}", "{where}: there is no fact `{what}`; {hint}")
SEE_FACTS = Text("`magdat facts` noemt ze", "`magdat facts` lists them")
NO_ANSWER = Text(
    "{where}: `{what}` is geen antwoord op `{fact}`; {hint}", "{where}: `{what}` is not an answer to `{fact}`; {hint}"
)
BAD_VARIANT = Text("{where}: variant `{what}`: {why}", "{where}: variant `{what}`: {why}")
NO_DATE_HERE = Text(
    "{where}: `{what}` bij `{fact}` is geen datum; schrijf JJJJ-MM-DD",
    "{where}: `{what}` for `{fact}` is not a date; write YYYY-MM-DD",
)
AFTER_REFERENCE_DATE = Text(
    "{where}: `{what}` bij `{fact}` ligt na de peildatum ({day}); verbeter de datum, of neem een latere peildatum",
    "{where}: `{what}` for `{fact}` is after the reference date ({day}); mend the date, or take a later reference date",
)
NO_CONSULT = Text("`{what}` bestaat niet; {hint}", "`{what}` does not exist; {hint}")
WHICH_CONSULT = Text("waarover gaat het? {hint}", "what is it about? {hint}")
NO_TREE = Text("er is geen boom `{what}`; {hint}", "there is no tree `{what}`; {hint}")
NOTHING_TO_RESUME = Text(
    "er is niets bewaard om mee verder te gaan; laat --resume weg",
    "nothing was kept to go on with; leave --resume out",
)
OTHER_CONSULT = Text(
    "bewaard is een raadpleging over `{what}`; gebruik `magdat ask {what} --resume`",
    "the kept consultation is about `{what}`; use `magdat ask {what} --resume`",
)
NO_CASES = Text(
    "er zijn geen gevallen{which}; kijk in de map `cases`", "there are no cases{which}; look in the folder `cases`"
)
WITH_WORD = Text(" met `{word}`", " with `{word}`")

COPIED = Text("{count} bestanden in {folder}.", "{count} files in {folder}.")

# results

NO_FAULTS = Text("Geen fouten.", "No faults.")
ONE_FAULT = Text("1 fout.", "1 fault.")
FAULTS = Text("{count} fouten.", "{count} faults.")
FAULTS_HIDDEN = Text(
    "Hierdoor kon niet alles worden nagekeken. Herstel dit eerst; daarna kunnen er meer fouten blijken.",
    "Because of this not everything could be checked. Mend this first; more faults may show then.",
)

PRESUMED = Text("gewoonlijk {answer}", "ordinarily {answer}")
PRESUMED_WHEN = Text("gewoonlijk {answer}, als {when}", "ordinarily {answer}, if {when}")
TYPED_FACTS = {
    "date": Text("een datum (JJJJ-MM-DD)", "a date (YYYY-MM-DD)"),
    "datetime": Text("een datum met tijd (JJJJ-MM-DDTUU:MM)", "a date with a time (YYYY-MM-DDTHH:MM)"),
    "text": Text("een vrije tekst voor het dossier", "a free text for the file"),
}
NOT_THAT_KIND = Text("`{what}` {why}; {how}", "`{what}` {why}; {how}")
ALWAYS_UNKNOWN = Text("Elk feit mag ook `unknown` zijn.", "Every fact may also be `unknown`.")

PASS = Text("GOED", "PASS")
FAIL = Text("FOUT", "FAIL")
EXPECTED = Text("verwacht", "expected")
CAME_OUT = Text("uitkomst", "came out")
BECAUSE = Text("reden", "reason")
DECIDED = Text("beslist door", "decided by")
PATH = Text("pad", "path")
OPEN = Text("nog open", "still open")
BREACHED = Text("(verboden omdat de plicht `{duty}` geldt)", "(forbidden because the duty `{duty}` applies)")
WANTED_OUTCOME = Text(
    "boom {tree}: verwacht {expected}, uitkomst {actual}", "tree {tree}: expected {expected}, came out {actual}"
)
WANTED_DUTY = Text("plicht ontbreekt: {duty}", "duty missing: {duty}")
NOTHING = Text("niets", "nothing")
COUNT = Text("{passed} van {total} goed.", "{passed} of {total} passed.")
COVERED = Text("{taken} van {total} takken genomen.", "{taken} of {total} branches taken.")
NOT_TAKEN = Text("niet genomen: {branch} ({place})", "not taken: {branch} ({place})")
PRESUMED_STEP = Text("aangenomen", "presumed")
