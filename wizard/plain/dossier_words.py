"""What the line-by-line conversation says about dossiers, in both languages."""

from __future__ import annotations

from wizard.content.model import Text

CLIENT = Text("Cliënt: {said}", "Client: {said}")
MATTER = Text("Zaak: {said}", "Matter: {said}")
ADVISOR = Text("Adviseur: {said}", "Advisor: {said}")
NOT_FILLED = Text(
    "niet ingevuld. Typ {command} NAAM, of {command} - om leeg te maken.",
    "not filled in. Type {command} NAME, or {command} - to clear it.",
)
COMMANDS = {
    "client": Text("klant", "client"),
    "matter": Text("zaak", "matter"),
    "advisor": Text("adviseur", "advisor"),
}
TOO_LONG = Text("Neem hooguit {n} tekens.", "Take {n} characters at most.")

NO_HISTORY = Text("U hebt nog niets gewijzigd.", "You have not changed anything yet.")
HISTORY = Text("Wat er gewijzigd is, het laatste eerst:", "What was changed, the last first:")
CHANGE = Text("- {at}{where}: {question} {before} werd {after}.", "- {at}{where}: {question} {before} became {after}.")
IN_VARIANT = Text(", in “{name}”", ", in “{name}”")
NOTE_THEN = Text("Toen genoteerd: {note}", "Noted then: {note}")

REDONE = Text("Opnieuw gedaan.", "Done again.")
NOTHING_TO_REDO = Text("Er is niets om opnieuw te doen.", "There is nothing to redo.")

NO_DOSSIERS = Text("Er zijn geen dossiers.", "There are no dossiers.")
NONE_FOUND = Text("Geen dossier gevonden met “{words}”.", "No dossier found with “{words}”.")
LINE = Text(
    "{n}. {named}. {verdict}{after}. {subject}, recht van {on}, gewijzigd {changed}. [{name}]",
    "{n}. {named}. {verdict}{after}. {subject}, law of {on}, changed {changed}. [{name}]",
)
AFTER = Text(" (daarna gewijzigd)", " (changed after that)")
BROKEN = Text(
    "{n}. {named} kan niet worden gelezen: {trouble}. [{name}]", "{n}. {named} cannot be read: {trouble}. [{name}]"
)
MORE = Text("En nog {n}. Zoek met: dossiers WOORD.", "And {n} more. Search with: dossiers WORD.")
OPEN_HOW = Text("Typ open NUMMER om er een te openen.", "Type open NUMBER to open one.")
WHICH = Text(
    "Welk dossier? Typ het nummer of de naam erachter; dossiers noemt ze.",
    "Which dossier? Type its number or name behind it; dossiers lists them.",
)
NO_SUCH = Text(
    "Er is geen dossier “{name}”. Typ dossiers voor de lijst.",
    "There is no dossier “{name}”. Type dossiers for the list.",
)
OPEN_ALREADY = Text("Dat dossier is al open.", "That dossier is open already.")
OPENED = Text("Dossier: {named}. [{name}]", "Dossier: {named}. [{name}]")
NONE_ARCHIVED = Text("Er ligt niets in het archief.", "There is nothing in the archive.")
COPIED = Text(
    "Nieuw dossier {name} met dezelfde antwoorden, zonder cliënt, zaak en notities. Peildatum: {day}.",
    "New dossier {name} with the same answers, without client, matter and notes. Reference date: {day}.",
)
ARCHIVED = Text(
    "{name} ligt nu in het archief. Typ terughalen {name} om het terug te halen.",
    "{name} is in the archive now. Type restore {name} to take it out again.",
)
RESTORED = Text("{name} is uit het archief gehaald.", "{name} was taken out of the archive.")
IN_ARCHIVE = Text("{name} ligt al in het archief.", "{name} is in the archive already.")
NOT_ARCHIVED = Text("{name} ligt niet in het archief.", "{name} is not in the archive.")
DELETE_ASK = Text(
    "{named} [{name}] wordt voorgoed gewist, ook wat er van eerder bewaard is. Typ ja om dat te doen: ",
    "{named} [{name}] will be deleted for good, with what was kept of earlier. Type yes to do so: ",
)
DELETED = Text("{name} is voorgoed gewist.", "{name} was deleted for good.")
NOT_DELETED = Text("{name} is niet gewist.", "{name} was not deleted.")
IN_HAND = Text(
    "Met dat dossier bent u nu bezig. Open eerst een ander, of stop en gebruik magdat dossiers.",
    "That is the dossier you are working on. Open another first, or stop and use magdat dossiers.",
)
TURNED = Text("{named}: {mark} [{name}]", "{named}: {mark} [{name}]")
NOT_OPENED = Text("Niet geopend. Er is niets veranderd.", "Not opened. Nothing was changed.")
ASK = Text("Kies 1 tot en met {last}: ", "Choose 1 to {last}: ")

UNKEPT = Text(
    "Bewaren lukt niet. {why} Typ bewaar BESTAND om het dossier ergens anders te zetten, of nog eens q om te stoppen"
    " zoals het nu is.",
    "The answers cannot be kept. {why} Type keep FILE to put the dossier elsewhere, or q once more to stop as it is"
    " now.",
)
UNKEPT_FIRST = Text(
    "Bewaren lukt niet. {why} Typ eerst bewaar BESTAND, of q.",
    "The answers cannot be kept. {why} Type keep FILE first, or q.",
)
KEEP_WHERE = Text("Schrijf een bestand of map erachter: bewaar BESTAND.", "Write a file or folder after it: keep FILE.")
KEPT_IN = Text("Het dossier staat nu in {name}.", "The dossier now stands in {name}.")
LOST = Text(
    "de antwoorden konden niet worden bewaard: {reason}; maak ruimte of kies een andere map met --dossiers",
    "the answers could not be kept: {reason}; make room or choose another folder with --dossiers",
)
INPUT_ENDED = Text(
    "het dossier is niet geopend: er viel eerst iets te kiezen; geef het nummer van uw keuze als eerste regel",
    "the dossier was not opened: there was something to choose first; give the number of your choice as the first line",
)

WHO = Text("Waarom, en wie zoekt dit uit: {note}", "Why, and who finds out: {note}")
WHO_NOTED = Text("Genoteerd bij wat nog open is.", "Noted with what is still open.")
NOTE_TOO_LONG = Text("Een notitie is hoogstens {n} tekens lang.", "A note is at most {n} characters long.")
