"""The words of the screens and windows about dossiers, in both languages."""

from __future__ import annotations

from wizard.content.model import Text

DOSSIERS = Text("Dossiers", "Dossiers")
ARCHIVE = Text("Archief", "Archive")
DOSSIERS_HELP_ONE = Text(
    "1 dossier: zoek, open, kopieer, archiveer of verwijder.",
    "1 dossier: search, open, copy, archive or delete.",
)
DOSSIERS_HELP = Text(
    "{n} dossiers: zoek, open, kopieer, archiveer of verwijder.",
    "{n} dossiers: search, open, copy, archive or delete.",
)
ONLY_ARCHIVED = Text("Alle dossiers liggen in het archief.", "All dossiers are in the archive.")

SEARCH = Text(
    "Zoek op cliënt, zaak, notitie, antwoord, onderwerp of dag", "Search client, matter, note, answer, subject or day"
)
READING = Text("{n} van {total} gelezen …", "{n} of {total} read …")
COUNT_ONE = Text("1 dossier", "1 dossier")
COUNT = Text("{n} dossiers", "{n} dossiers")
FOUND = Text("{n} van {total}", "{n} of {total}")
NONE_HERE = Text("Hier liggen geen dossiers.", "There are no dossiers here.")
NO_FOLDER_YET = Text(
    "De map {folder} is er nog niet. Bij uw eerste antwoord wordt hij gemaakt.",
    "The folder {folder} is not there yet. It is made at your first answer.",
)
NONE_FOUND = Text("Geen dossier gevonden met “{words}”.", "No dossier found with “{words}”.")
CANNOT_READ = Text("kan niet worden gelezen", "cannot be read")
LAW_OF = Text("recht van {day}", "law of {day}")
ADVISOR = Text("adviseur: {name}", "advisor: {name}")
ONE_ANSWER = Text("1 antwoord", "1 answer")
ANSWERS = Text("{n} antwoorden", "{n} answers")

COPIED = Text(
    "Nieuw dossier met dezelfde antwoorden, zonder cliënt, zaak en notities.",
    "New dossier with the same answers, without client, matter and notes.",
)
ARCHIVED = Text("In het archief gelegd. F5 toont het archief.", "Put in the archive. F5 shows the archive.")
TAKEN_BACK = Text("Uit het archief gehaald.", "Taken out of the archive.")
DELETED = Text("Verwijderd.", "Deleted.")
DELETE = Text("Dossier verwijderen?", "Delete the dossier?")
DELETE_WHAT = Text(
    "{name} wordt voorgoed van deze computer gewist, ook wat er van eerder bewaard is. Dit kan niet ongedaan worden"
    " gemaakt.",
    "{name} is deleted from this computer for good, with what was kept of earlier. This cannot be undone.",
)
DELETE_NO = Text("Nee, houd het dossier", "No, keep the dossier")
DELETE_YES = Text("Ja, verwijder het voorgoed", "Yes, delete it for good")
CHOOSE = Text("Enter kiest, Escape laat alles zoals het was", "Enter chooses, Escape leaves all as it was")
CHOOSE_OR_READ = Text(
    "Enter kiest, PageDown leest verder, Escape laat alles zoals het was",
    "Enter chooses, PageDown reads on, Escape leaves all as it was",
)

ABOUT = Text("Voor wie en waarover", "For whom and what")
ABOUT_HELP = Text(
    "Alleen wat u invult komt in het rapport. Alles blijft op deze computer.",
    "Only what you fill in goes into the report. Everything stays on this computer.",
)
CLIENT = Text("Cliënt", "Client")
MATTER = Text("Zaak", "Matter")
ADVISER = Text("Adviseur", "Advisor")
ABOUT_FOOT = Text(
    "Tab gaat naar de volgende regel, Enter bewaart, Escape laat alles zoals het was",
    "Tab goes to the next line, Enter keeps, Escape leaves all as it was",
)
ABOUT_KEPT = Text("Bewaard.", "Kept.")
TOO_LONG = Text("Neem hooguit {n} tekens.", "Take {n} characters at most.")

REVIEWING = Text("{n} van {total} nagekeken …", "{n} of {total} reviewed …")

NO_HISTORY = Text("U hebt nog niets gewijzigd.", "You have not changed anything yet.")

NOT_KEPT = Text("Uw dossier staat niet op zijn plaats", "Your dossier is not in its place")
NOT_KEPT_WHY = Text(
    "{why} Waar mag het dossier wel staan? Geef een bestand of een map. Escape gaat terug naar het dossier; ctrl+c,"
    " twee keer, stopt zoals het nu is.",
    "{why} Where may the dossier stand? Give a file or a folder. Escape goes back to the dossier; ctrl+c, twice, quits"
    " as it is now.",
)
WHERE_EMPTY = Text("Vul een bestand of een map in.", "Fill in a file or a folder.")
KEPT_IN = Text("Bewaard in {name}.", "Kept in {name}.")

WHO = Text("waarom, en wie zoekt dit uit", "why, and who finds out")
ASK_WHO = Text(
    "Waarom is dit nog open, en wie zoekt het uit? {question}", "Why is this still open, and who finds out? {question}"
)
ASK_WHO_HELP = Text(
    "Bijvoorbeeld: de lijst is er nog niet, Noor belt de cliënt voor vrijdag. Dit komt in het advies bij wat nog open"
    " is. Leeg maken verwijdert het.",
    "For example: the list is not here yet, Noor calls the client before Friday. This goes into the advice with what is"
    " still open. Clearing it removes it.",
)
