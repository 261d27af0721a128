"""Line by line is a full equal of the app: whatever a key does there, a word does here, or there is nothing to do."""

from tests.app.driving import CONTENT, TODAY
from wizard.app.keymap import actions
from wizard.dossier.session import Session
from wizard.plain import entry, words
from wizard.plain.talk import Talk

SCREEN_ONLY = {
    *("everywhere.theme", "consult.present", "advice.present", "consult.side", "advice.copy", "search.kind-next"),
    *("everywhere.command-palette", "search.kind-previous", "then.usual"),
    *(f"{page}.{way}" for page in ("consult", "advice") for way in ("given-next", "given-previous")),
    *(f"{page}.section-{way}" for page in ("advice", "then") for way in ("next", "previous")),
    *(f"{page}.scroll-{way}" for page in ("advice", "then", "compare") for way in ("next", "previous")),
    *(f"{page}.back" for page in ("then", "instead", "deciding", "variants", "compare", "search", "dossiers")),
    *("compare.turn-next", "compare.turn-previous"),
    "home.watch",
}
"""What is about a screen: its colours and letters, what is in view on it, the clipboard, the way back. And what has a
command of its own: `magdat watch`."""
EQUAL = {
    "everywhere.help": "hulp",
    "everywhere.date": "datum 2020-01-01",
    "everywhere.language": "taal en",
    "everywhere.quit": "stop",
    "everywhere.search": "zoek fiets",
    "home.dossiers": "dossiers",
    "home.resume": "open 1",
    "consult.back": "terug",
    "consult.forward": "",  # Enter alone goes on
    "consult.jump": "naar 3",
    "consult.explain": "uitleg",
    "consult.answers": "wijzig",
    "consult.note": "notitie x",
    "consult.advice": "advies",
    "consult.undo": "ongedaan",
    "consult.redo": "opnieuw",
    "consult.variants": "varianten",
    "consult.about": "klant x",
    "consult.history": "geschiedenis",
    "consult.home": "begin",
    "advice.save": "rapport x.md",
    "advice.instead": "anders",
    "advice.answers": "wijzig 1",
    "advice.complete": "vol",
    "advice.variants": "varianten",
    "advice.decides": "bepaalt",
    "advice.follow": "verder 1",
    "advice.back": "vraag",
    "advice.remark": "opmerking 1 x",
    "advice.remarks": "opmerkingen",
    "advice.then": "toen",
    "advice.undo": "ongedaan",
    "advice.redo": "opnieuw",
    "advice.open-report": "lees",
    "advice.save-as": "rapport brief x.md",
    "advice.jump": "vragen",
    "advice.about": "zaak x",
    "advice.history": "geschiedenis",
    "advice.home": "begin",
    "then.turn-previous": "toen 2015-01-01",
    "then.turn-next": "toen 2015-01-01",
    "then.small-turn-previous": "toen",
    "then.small-turn-next": "toen",
    "then.day-then": "toen 2015-01-01",
    "then.day-now": "toen 2015-01-01 2020-01-01",
    "then.save": "rapport toen x.md",
    "then.answer": "vragen",
    "instead.decides": "bepaalt",
    "instead.variants": "varianten",
    "deciding.variants": "varianten",
    "variants.new": "nieuw x",
    "variants.compare": "vergelijk",
    "variants.rename": "hernoem 1 x",
    "variants.drop": "wis 1",
    "variants.undo": "ongedaan",
    "variants.redo": "opnieuw",
    "compare.undo": "ongedaan",
    "compare.redo": "opnieuw",
    "dossiers.about": "adviseur x",
    "dossiers.duplicate": "kopie 1",
    "dossiers.archive": "archiveer 1",
    "dossiers.archived": "archief",
    "dossiers.review": "nakijken",
    "dossiers.delete": "verwijder 1",
}
"""What to type line by line for each action of the app."""


def test_every_action_of_the_app_has_its_equal() -> None:
    assert set(actions()) == set(EQUAL) | SCREEN_ONLY
    assert not set(EQUAL) & SCREEN_ONLY


def test_every_word_is_a_command_that_does_something_and_stands_in_the_help() -> None:
    session = Session(CONTENT, "nl", TODAY)
    session.start("bicycle")
    talk = Talk(session, lambda prompt: None, lambda row: None, lambda *wanted: None)
    known = {*talk._commands, "quit"}
    assert known == set(entry.COMMANDS)
    helped = " ".join(words.HELP.nl.replace(":", " ").replace(";", " ").replace(",", " ").split())
    for action, typed in EQUAL.items():
        if typed:
            given = entry.command(typed)
            assert given is not None, action
            assert given.name in known, action
            in_help = any(f" {word} " in f" {helped} " for word in entry.COMMANDS[given.name])
            assert in_help or given.name == "help", action
