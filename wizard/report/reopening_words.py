"""What is said before a dossier is opened, on the screen and line by line. In both languages."""

from __future__ import annotations

from wizard.content.model import Text

CAME = Text("Voordat u dit dossier opent", "Before you open this dossier")

WAS_IS = Text("Het was: {was}. Het is {on}: {now}.", "It was: {was}. It is {on}: {now}.")
STAYS = {
    "outcome": Text(
        "Het blijft {on}: {now}. Wel is de reden anders.", "It stays {on}: {now}. But the reason is another."
    ),
    "duties": Text(
        "Het blijft {on}: {now}. Wel zijn de plichten anders.", "It stays {on}: {now}. But the duties are others."
    ),
}
NOW = Text("nu", "now")
ON = Text("op {day}", "on {day}")
NOT_SEEN = Text("U zag dit advies nog niet.", "You have not seen this advice yet.")
UNSURE = Text(
    "Het was: {was}. Zonder de antwoorden die niet meer passen: {now}.",
    "It was: {was}. Without the answers that no longer fit: {now}.",
)
UNSURE_NEVER = Text(
    "U zag dit advies nog niet. Zonder de antwoorden die niet meer passen: {now}.",
    "You have not seen this advice yet. Without the answers that no longer fit: {now}.",
)
SINCE_BY = Text("Sinds {day}, door {by}.", "Since {day}, through {by}.")
SINCE = Text("Sinds {day}.", "Since {day}.")
WHY_TREES = Text(
    "Al onder het recht van {day}, door {by}.",
    "Already under the law of {day}, through {by}.",
)
CHANGED_SINCE = Text("Na dat advies hebt u antwoorden gewijzigd.", "After that advice you changed answers.")
BACK = Text(
    "Onder het recht van {day} komt eruit: {then}. Onder dat van {on}: {own}.",
    "Under the law of {day} what comes out is: {then}. Under that of {on}: {own}.",
)
BACK_DUTIES = Text(
    "Onder het recht van {day} komt er hetzelfde uit ({then}), met andere plichten.",
    "Under the law of {day} the same comes out ({then}), with other duties.",
)

LOST = Text(
    "Deze antwoorden passen niet meer en vervallen; het bestand zoals het was blijft bewaard",
    "These answers no longer fit and are left out; the file as it was is kept",
)
AHEAD_ONE = Text(
    "1 datum ligt na de peildatum ({day}): {names} Hij blijft staan; verbeter hem, of neem een latere peildatum.",
    "1 date lies after the reference date ({day}): {names} The answer stays; mend it, or take a later reference date.",
)
AHEAD = Text(
    "{n} datums liggen na de peildatum ({day}): {names} Ze blijven staan; verbeter ze, of neem een latere peildatum.",
    "{n} dates lie after the reference date ({day}): {names} They stay; mend them, or take a later reference date.",
)
DAY_RESET = Text(
    "De bewaarde peildatum ({day}) kan niet meer: de bomen kennen het recht pas later.",
    "The kept reference date ({day}) is no longer possible: the trees know the law only from later on.",
)

MORE = Text("Wat u zag", "What you saw")
SAW = Text("U zag: {verdict} (recht van {day}).", "You saw: {verdict} (law of {day}).")
SAW_AT = Text("U zag op {at}: {verdict} (recht van {day}).", "You saw on {at}: {verdict} (law of {day}).")
DUTIES = Text(
    "Plichten: {came} erbij, {went} vervallen. Ze staan onderaan.",
    "Duties: {came} new, {went} gone. They stand at the end.",
)

NOTHING_YET = Text("Er is nog niets veranderd. Wat wilt u?", "Nothing has been changed yet. What do you want?")
KEEP_DAY = Text("Openen met de peildatum van het dossier: {day}", "Open with the reference date of the dossier: {day}")
TAKE_TODAY = Text("Openen met de peildatum van vandaag: {day}", "Open with today's reference date: {day}")
TAKE_WISH = Text("Openen met de peildatum die u koos: {day}", "Open with the reference date you chose: {day}")
CANCEL = Text("Niet openen", "Do not open")
