"""Other ways line by line: what instead, what decides this, variants, and all of it side by side."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli_tools import TREES
from tests.dossiers import newest, restore
from wizard.cli import main
from wizard.content.model import Text
from wizard.plain import entry, way_words, words

Talk = Callable[..., str]
NO_KEY = ("2", "1", "2")
"""An errand, an employee, without the key."""
FINE = ("2026-06-01", "2020-01-01", "1", "1", "1")
"""What is asked once there is a key: all in order."""


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """Types lines and gives back everything that was shown."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("MAGDAT_LANG", raising=False)

    def talk(*typed: str, options: tuple[str, ...] = ("bicycle", "--on", "2026-11-22")) -> str:
        lines = "".join(f"{line}\n" for line in typed)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        assert main(["ask", *options, "--plain", *TREES]) == 0
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return said.out

    return talk


def after(out: str, typed: str) -> str:
    """What was shown after ``typed`` was typed last, up to the next thing typed."""
    return out.rsplit(f": {typed}\n" if f": {typed}\n" in out else f"? {typed}\n", 1)[1].split("\nWat nu? ")[0]


def test_what_may_be_done_instead_is_listed_tried_and_taken_back(talk: Talk) -> None:
    out = talk(*NO_KEY, "anders", "anders 1", *FINE, "variant 0", "q")
    assert after(out, "anders").splitlines() == [
        "Wat u in plaats daarvan kunt doen. Typ anders NUMMER om het te proberen, als variant.",
        "1. Vraag de sleutel aan de conciërge.",
        "   Dan kan het worden: Ja, mits. Dat hangt af van: Wanneer is de fiets voor het laatst nagekeken?",
        "   Anders wordt: Hebt u de sleutel? Ja",
    ]
    assert "Variant “Vraag de sleutel aan de conciërge”. Vraag 4. Wanneer is de fiets" in out
    assert "Variant “Vraag de sleutel aan de conciërge”.\nUitkomst: Ja, mits." in out
    assert "Nu in beeld: Uw plan.\n\nUitkomst: Nee, dat mag niet." in out
    kept = restore(newest())
    assert kept.active is None
    assert kept.facts == {"purpose": "errand", "borrower": "employee", "keyholder": "no"}
    assert kept.facts_in(0)["tyres_hard"] == "yes"


def test_where_nothing_better_is_needed_or_known_that_is_said(talk: Talk) -> None:
    assert "Dat hoeft niet: zo mag het al." in talk("2", "1", "1", *FINE, "anders", "q")
    assert "Wij kennen geen wijziging" in talk("2", "3", "anders", "q")
    out = talk(*NO_KEY, "anders 2", "anders x", "q")
    assert "Nummer 2 is er niet." in out
    assert "Nummer x is er niet." in out


def test_what_decides_leads_to_the_question(talk: Talk) -> None:
    out = talk(*NO_KEY, "bepaalt", "bepaalt 1", "1", *FINE, "q")
    assert after(out, "bepaalt").splitlines()[:3] == [
        "Wat dit antwoord bepaalt. Typ bepaalt NUMMER om naar de vraag te gaan.",
        "1. Hebt u de sleutel? Nu: Nee.",
        "   Bij “Ja” misschien: Ja, mits of Zelf afwegen of Nee, dat mag niet.",
    ]
    assert "Vraag 3. Hebt u de sleutel?" in out.split("bepaalt 1\n")[1]
    assert restore(newest()).facts["keyholder"] == "yes"


def test_two_answers_that_decide_together_stand_together_and_an_assumption_is_named(talk: Talk) -> None:
    out = talk("2", "1", "1", "2020-01-01", "bepaalt", "q")
    assert "bepaalt" in out
    told = talk("2", "1", "1", *FINE, "bepaalt", "q")
    assert "Wat voor weer is het? Nu aangenomen: Niet glad." in told
    assert "   Bij een dag tot en met 22 november 2025: Nee, dat mag niet." in told
    # broken brakes first, then a check too long ago: the brakes are answered, though not used any more
    both = talk("2", "1", "1", "2026-06-01", "2020-01-01", "2", "w 4 2020-01-01", "bepaalt", "q")
    assert "1. Alleen samen: Wanneer is de fiets voor het laatst nagekeken? Nu: 1 januari 2020. En: " in both


def test_while_the_answer_is_open_the_questions_that_settle_it_are_listed(talk: Talk) -> None:
    out = talk("2", "1", "s", "bepaalt", "bepaalt 9", "anders", "anders 1", "2", "q")
    assert after(out, "bepaalt").splitlines()[:5] == [
        "Nu: nog niet zeker. Op zijn strengst: Nee, dat mag niet.",
        "Eén antwoord op een open vraag kan het al beslissen. Typ bepaalt NUMMER om naar de vraag te gaan.",
        "1. Hebt u de sleutel?",
        "   Bij “Nee”: Nee, dat mag niet.",
        "2. Wanneer is de fiets voor het laatst nagekeken?",
    ]
    assert "Nummer 9 is er niet." in out
    assert after(out, "anders").splitlines()[:4] == [
        "Nu: nog niet zeker. Op zijn strengst: Nee, dat mag niet.",
        "Wij kennen geen wijziging die tot een beter antwoord leidt. Maar misschien is die niet nodig.",
        "Eén antwoord op een open vraag kan het al beslissen. Typ anders NUMMER om naar de vraag te gaan.",
        "1. Hebt u de sleutel?",
    ]
    assert restore(newest()).facts["keyholder"] == "no"


def test_variants_are_made_listed_taken_renamed_and_wiped(talk: Talk) -> None:
    out = talk(
        *NO_KEY,
        "varianten",
        "nieuw op bezoek",
        "w 2 3",
        "variant",
        "hernoem 1 als bezoeker",
        "variant 0",
        "variant ALS BEZOEKER",
        "variant 7",
        "wis 1",
        "z",
        "varianten",
        "q",
    )
    assert "Er zijn nog geen varianten. Typ nieuw NAAM" in out
    assert "Variant “op bezoek” is gemaakt." in out
    assert "1. op bezoek (nu in beeld): Nee, dat mag niet" in out
    assert "De variant heet nu “als bezoeker”." in out
    assert "Nu in beeld: als bezoeker." in out
    assert "Nummer 7 is er niet. Welke variant?" in out
    assert "Variant “als bezoeker” is weg." in out
    assert after(out, "varianten").startswith("Uw plan en de varianten.")
    kept = restore(newest())
    assert [variant.name for variant in kept.variants] == ["als bezoeker"]
    assert kept.active == 0, "undo brought back what was in hand too"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("nieuw", "Schrijf de naam erachter"),
        ("nieuw a", "Er is al een variant met die naam"),
        ("nieuw " + "x" * 60, "hooguit 48 tekens"),
        ("hernoem 1", "Schrijf nummer en naam erachter"),
        ("hernoem 5 b", "Nummer 5 is er niet"),
        ("wis", "Welke variant?"),
        ("wis 0", "Nummer 0 is er niet"),
    ],
)
def test_what_cannot_be_done_with_a_variant_is_said_in_one_line(talk: Talk, typed: str, said: str) -> None:
    out = talk(*NO_KEY, "nieuw A", typed, "q")
    (line,) = after(out, typed).splitlines()
    assert said in line
    assert [variant.name for variant in restore(newest()).variants] == ["A"]


def test_commands_on_variants_without_any(talk: Talk) -> None:
    out = talk(*NO_KEY, "wis 1", "hernoem 1 x", "vergelijk", "q")
    assert out.count("Er zijn nog geen varianten") == 3


def test_all_of_it_side_by_side(talk: Talk) -> None:
    out = talk(*NO_KEY, "anders 1", *FINE, "variant 0", "nieuw bezoek", "w 2 3", "vergelijk", "q")
    said = after(out, "vergelijk")
    assert "0. Uw plan: Nee, dat mag niet. Zonder sleutel mag u de fiets niet meenemen." in said
    assert "1. Vraag de sleutel aan de conciërge: Ja, mits." in said
    assert "2. bezoek (nu in beeld): Nee, dat mag niet." in said
    assert "- Hebt u de sleutel? Nee (telt hier niet)" in said
    assert "- Kijk de fiets na. (alleen hier)" in said
    assert "(alleen hier) Termijn: Vóór vertrek" in said


def test_going_on_later_says_which_variant_is_in_hand(talk: Talk) -> None:
    talk(*NO_KEY, "nieuw bezoek", "w 2 3", "q")
    out = talk("s", "q", options=("bicycle", "--resume"))
    assert "Variant “bezoek”.\nUitkomst: Nee, dat mag niet." in out


def test_a_name_full_of_markup_and_escapes_is_shown_as_text(talk: Talk) -> None:
    out = talk(*NO_KEY, "nieuw [b]x[/b] {0} \x1b[31m\u202ey", "varianten", "vergelijk", "q")
    assert "[b]x[/b] {0} [31my" in out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_the_other_language_has_the_same_commands(talk: Talk) -> None:
    out = talk(
        *NO_KEY, "instead", "decides", "new visitor", "c 2 3", "compare", "variant 0", "rename 1 v", "wipe 1", "q",
        options=("bicycle", "--on", "2026-11-22", "--lang", "en"),
    )  # fmt: skip
    for said in ("What you can do instead.", "With “Yes” perhaps:", "Variant “visitor” is made.", "What differs:"):
        assert said in out
    assert "The variant is now called “v”." in out
    assert "Variant “v” is gone." in out


def test_the_help_names_every_command_on_other_ways() -> None:
    for name in ("instead", "decides", "variants", "variant", "new", "rename", "wipe", "compare"):
        assert any(word in words.HELP.nl for word in entry.COMMANDS[name]), name
        assert any(word in words.HELP.en for word in entry.COMMANDS[name]), name


def test_every_text_stands_in_both_languages() -> None:
    for name, text in vars(way_words).items():
        if isinstance(text, Text):
            assert text.nl.strip(), name
            assert text.en.strip(), name
