"""Looking something up line by line: terms, sources, any question, and the report in a pager."""

import io
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

import pytest

from tests.cli_tools import ROOT, TREES, environment
from tests.dossiers import newest, restore
from wizard.cli import main
from wizard.content.load import load
from wizard.content.model import Content, Text
from wizard.dossier.session import Session
from wizard.plain import lookup_words, words
from wizard.plain.lookup import Lookup
from wizard.plain.place import Place

Talk = Callable[..., str]


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """Types lines and gives back everything that was shown."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def talk(*typed: str, on: str = "2026-11-22") -> str:
        lines = "".join(f"{line}\n" for line in typed)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        assert main(["ask", "bicycle", "--on", on, "--plain", *TREES]) == 0
        return capsys.readouterr().out

    return talk


def after(out: str, typed: str) -> list[str]:
    """What was shown after ``typed`` was typed, up to the next thing typed."""
    said = re.split(rf"(?:Antwoord: |Wat nu\? ){re.escape(typed)}\n", out)[-1]
    return re.split(r"Antwoord: |Wat nu\? ", said)[0].splitlines()


def test_terms_and_sources_are_found_as_they_read_on_the_day(talk: Talk) -> None:
    out = talk("1", "zoek fiets", "q", on="2010-01-01")
    found = after(out, "zoek fiets")
    assert found[:2] == ["Woorden:", "- kantoorfiets: De fiets van kantoor die in de stalling staat."]
    assert "Bronnen, zoals ze luiden op 1 januari 2010:" in found
    at = found.index("- regel 3 Huisregels. De fiets is er voor iedereen op kantoor.")
    assert found[at + 1 : at + 4] == [
        "  Waar het stond: 1 januari 2005 tot 1 maart 2018 regel 3 Huisregels; "
        "sinds 1 maart 2018 regel 4 lid 1 Huisregels.",
        "  Vindplaats: https://example.org/huisregels",
        "  Nagekeken op 21 november 2026.",
    ]


def test_the_law_of_all_consults_is_searched(tmp_path: Path) -> None:
    trees = ROOT / "tests" / "trees" / "good"

    def read_more(consults: Collection[str] | None) -> Content:
        return load(trees, consults=consults)

    session = Session(read_more(()), "nl", date(2026, 11, 22), tmp_path, read_more)
    session.start("bicycle")
    assert "theft" not in session.content.loaded
    shown: list[str] = []
    Lookup(session, Place(session), shown.extend, None).commands["find"]("politie")
    assert session.content.loaded == session.content.consults.keys()
    assert shown


def test_a_rule_not_in_force_says_so(talk: Talk) -> None:
    out = talk("1", "zoek schrijft dat op", "q", on="2010-01-01")
    assert any("(gold niet op 1 januari 2010)" in line for line in after(out, "zoek schrijft dat op"))


def test_nothing_found_and_nothing_asked_are_told(talk: Talk) -> None:
    out = talk("1", "zoek xyzzy", "zoek", "search", "q")
    assert after(out, "zoek xyzzy") == ["Niets gevonden met: xyzzy."]
    assert after(out, "zoek") == after(out, "search") == ["Schrijf erachter wat u zoekt: zoek WOORDEN."]


def test_more_than_can_be_read_out_is_counted(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    from wizard.plain import lookup

    monkeypatch.setattr(lookup, "MOST", 2)
    out = talk("1", "zoek huisregels", "q")
    assert sum(line.startswith("- ") for line in after(out, "zoek huisregels")) == 2
    assert any(line.startswith("En nog ") for line in after(out, "zoek huisregels"))


def test_all_questions_are_listed_with_how_they_stand_and_one_can_be_gone_to(talk: Talk) -> None:
    out = talk("4", "vragen", "vragen sleutel", "naar 3", "1", "q")
    listed = after(out, "vragen")
    assert listed[0] == "Alle vragen. Typ naar NUMMER om naar een vraag te gaan."
    assert listed[1].startswith("1. Waarvoor neemt u de fiets mee? Uw antwoord: Ik zet hem alleen recht")
    numbers = [int(line.split(".")[0]) for line in listed[1:] if line]
    assert numbers == list(range(1, len(numbers) + 1))
    (key,) = after(out, "vragen sleutel")[1:2]
    assert key == "3. Hebt u de sleutel? Doet er nu niet toe."
    assert restore(newest()).facts == {"purpose": "tidy", "keyholder": "yes"}


@pytest.mark.parametrize("which", ["naar", "naar 0", "naar 99", "naar x", "naar \x1b[31m"])
def test_a_question_that_is_not_there_is_told(talk: Talk, which: str) -> None:
    out = talk("1", which, "q")
    assert "is er niet; typ vragen voor de nummers." in out
    assert "\x1b" not in out


def test_hostile_words_are_shown_as_they_are(talk: Talk) -> None:
    out = talk("1", "zoek {0} [bold] \x1b[31m", "vragen {keys[x]} %s", "q")
    assert "\x1b" not in out
    assert "Niets gevonden met: {0} [bold] [31m." in out


def test_without_a_terminal_the_report_cannot_be_opened(talk: Talk) -> None:
    out = talk("1", "lees", "q")
    assert after(out, "lees") == ["Hier kan geen ander programma worden geopend; typ r BESTAND."]


def test_the_help_names_them(talk: Talk) -> None:
    for language, named in (
        ("nl", ("zoek ", "vragen", "naar 3", "lees")),
        ("en", ("find ", "questions", "go 3", "read")),
    ):
        assert all(word in words.HELP.in_(language) for word in named)


def test_every_text_is_there_in_both_languages() -> None:
    for name, text in vars(lookup_words).items():
        if isinstance(text, Text):
            assert text.nl, name
            assert text.en, name


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_in_a_terminal_the_report_is_opened(tmp_path: Path) -> None:
    import pty

    pager = tmp_path / "pager"
    pager.write_text('#!/bin/sh\nhead -1 "$1"\necho SEEN\n', "utf-8")
    pager.chmod(0o755)
    parent, child = pty.openpty()
    os.set_blocking(parent, False)
    command = [sys.executable, "-m", "wizard", "ask", "bicycle", "--plain", *TREES]
    env = environment(tmp_path, MAGDAT_EDITOR=str(pager), TERM="xterm")
    process = subprocess.Popen(command, cwd=ROOT, stdin=child, stdout=child, stderr=child, env=env)
    os.close(child)
    os.write(parent, b"1\nlees\nq\n")
    output, ends = b"", time.monotonic() + 20
    while time.monotonic() < ends:
        try:
            output += os.read(parent, 65536)
        except BlockingIOError:
            time.sleep(0.02)
        except OSError:
            break
    assert process.wait(timeout=20) == 0
    os.close(parent)
    assert b"SEEN" in output
    assert "Het advies is gesloten; het bestand is weg." in output.decode()
