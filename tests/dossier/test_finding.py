"""Finding dossiers by words as people type them, and by days."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.cli_tools import GOOD, TREES
from tests.dossier.conftest import Run
from tests.dossiers import put
from wizard.content.load import load
from wizard.dossier.consultation import CameOut, Consultation
from wizard.dossier.finding import matches, said, wanted
from wizard.dossier.folder import Entry

CONTENT = load(GOOD)
CHANGED = datetime(2026, 8, 15, 23, 30, tzinfo=UTC).timestamp()  # the 16th in the Netherlands
FOUND = replace(
    Consultation("bicycle", date(2026, 6, 30), created="2026-11-22T14:30:05").answer("purpose", "errand"),
    came_out=(CameOut("0" * 64, date(2026, 6, 30), ("allowed",), {}, (), "bicycle", at="2026-09-01T10:00:00"),),
)


def finds(client: str, typed: str, language: str = "nl") -> bool:
    entry = Entry(Path("a.yaml"), CHANGED, False, replace(FOUND, client=client))
    return matches(said(CONTENT, entry, language), wanted(typed, language))


@pytest.mark.parametrize(
    ("client", "typed"),
    [
        ("Öztürk", "ozturk"),
        ("Ozturk", "öztürk"),
        ("Café De Brug", "cafe"),
        ("Cafe De Brug", "CAFÉ"),
        ("’t Hoekje", "'t Hoekje"),
        ("'t Hoekje", "‘t hoekje"),
        ("´t Hoekje", "`t hoekje"),
        ("“De Zon” B.V.", '"de zon"'),
        ("Jansen–De Wit", "jansen-de"),
        ("Sørensen & Łukasz", "sorensen lukasz"),
        ("Straßer", "strasser"),
        ("İpek Işık", "ipek isik"),
        ("ﬁets", "fiets"),
        ("Andre\u0301", "André"),
    ],
)
def test_accents_and_kinds_of_signs_make_no_difference(client: str, typed: str) -> None:
    assert finds(client, typed)
    assert not finds("Iemand anders", typed)


@pytest.mark.parametrize(
    ("typed", "language", "found"),
    [
        ("30 juni 2026", "nl", True),
        ("juni 2026", "nl", True),
        ("juni", "nl", True),
        ("30 juni", "nl", True),
        ("2026 klant juni", "nl", True),
        ("30 JUNI", "nl", True),
        ("2026-06-30", "nl", True),
        ("30-6-2026", "nl", True),
        ("22 november", "nl", True),  # when it was begun
        ("1 september", "nl", True),  # when the advice was looked at
        ("01 september 2026", "nl", True),
        ("16 augustus", "nl", True),  # when the file was changed
        ("june", "en", True),
        ("30 June 2026", "en", True),
        ("june", "nl", False),
        ("juni", "en", False),
        ("0 juni", "nl", False),
        ("22 juni 2026", "nl", False),  # there is a 22, and a June of 2026
        ("juni 2025", "nl", False),
        ("30 mei", "nl", False),
        ("6 augustus", "nl", False),
        ("2 november", "nl", False),
    ],
)
def test_days_are_found_as_words_in_the_language_on_screen(typed: str, language: str, found: bool) -> None:
    assert finds("klant", typed, language) is found


def test_the_command_and_the_conversation_find_the_same(run: Run) -> None:
    put(replace(FOUND, client="’t Hoekje van Öztürk"), "hoekje.yaml")
    put(replace(FOUND.at(date(2019, 1, 1)), client="Jansen", created="", came_out=()), "jansen.yaml")
    for typed in ("'t hoekje", "ozturk", "30 juni 2026"):
        for said_there in (
            run("dossiers", typed, *TREES),
            run("ask", "bicycle", "--plain", *TREES, typed=(f"dossiers {typed}", "q"), code=0),
        ):
            assert "[hoekje]" in said_there
            assert "[jansen]" not in said_there
    assert "Geen dossier gevonden met “31 juni”." in run("dossiers", "31 juni", *TREES)
    assert "[hoekje]" in run("dossiers", "30 june 2026", "--lang", "en", *TREES)


def test_an_answer_is_found_by_its_words_also_one_of_a_variant() -> None:
    assert finds("klant", "boodschap")
    assert finds("klant", "errand for the office", "en")
    assert not finds("klant", "errand for the office"), "not in the language on screen"
    there = FOUND.vary("later", {"borrower": "visitor", "keyholder": "no", "unheard": "x"}).take(None)
    entry = Entry(Path("a.yaml"), CHANGED, False, there)
    (label,) = (CONTENT.facts["borrower"].answers[name].label.nl for name in ("visitor",))
    assert matches(said(CONTENT, entry, "nl"), wanted(label, "nl"))
    assert not matches(said(CONTENT, entry, "nl"), wanted("nee", "nl")), "of yes and no every dossier is full"
