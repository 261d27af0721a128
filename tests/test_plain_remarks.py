"""The advisor's own remarks line by line: listed, written, added to, taken away, undone; seen in advice and report."""

from collections.abc import Callable
from pathlib import Path

from tests.dossiers import newest, restore
from wizard.dossier.session import LONGEST_REMARK

Talk = Callable[..., str]
NO_KEY = ("2", "1", "2")


def test_remarks_are_written_added_to_and_stand_in_advice_and_report(talk: Talk, tmp_path: Path) -> None:
    out = talk(*NO_KEY, "opmerking 9 Ook", "opmerking why + de huisbaas", "opmerking 16 Versie", "a", "r x.md", "q")
    assert restore(newest()).remarks == {"why": "Ook\nde huisbaas", "account": "Versie"}
    assert out.count("Opmerking bewaard bij “Waarom, stap voor stap”.") == 2
    assert "\nUw opmerking bij “Waarom, stap voor stap”: Ook\nde huisbaas\n" in out
    assert "\nUw opmerkingen bij andere delen van het rapport:\n- Verantwoording: Versie\n" in out
    report = (tmp_path / "x.md").read_text("utf-8")
    assert "> **Opmerking van uw adviseur:** Ook\n>\n> de huisbaas\n" in report


def test_remarks_are_listed_read_undone_and_taken_away(talk: Talk) -> None:
    out = talk(
        *NO_KEY,
        "remark 1 One",
        "remark 1 Two",
        "remarks",
        "undo",
        "remark 1",
        "remark 1 -",
        "remark 1",
        "q",
        language="en",
    )
    assert "\n1. The answer: Two\n2. What is still open\n" in out
    assert "\nYour remark on “The answer”:\nOne\n" in out
    assert "\nThe remark on “The answer” is gone.\n" in out.replace("now? remark 1 -", "")
    assert out.rstrip().splitlines()[-3].endswith("remark 1") or "There is no remark on “The answer” yet." in out
    assert restore(newest()).remarks == {}


def test_a_part_that_is_not_there_and_a_remark_that_is_too_long_are_said(talk: Talk) -> None:
    out = talk(*NO_KEY, "opmerking 17 x", "opmerking niets x", "opmerking 1 " + "x" * (LONGEST_REMARK + 1), "q")
    assert "Deel 17 is er niet; kies 1 tot en met 16." in out
    assert "Deel niets is er niet" in out
    assert f"Een opmerking is hoogstens {LONGEST_REMARK} tekens lang." in out
    assert restore(newest()).remarks == {}


def test_a_remark_in_a_variant_is_of_that_variant(talk: Talk) -> None:
    varied = ("opmerking 5 Plan", "nieuw Mailen", "a", "opmerking 5", "opmerking 5 Mail")
    out = talk(*NO_KEY, *varied, "a", "variant 0", "opmerking 5", "opmerking 5 Anders", "q")
    assert "\nUw opmerking bij “Wat u nu moet doen” van het plan: Plan\n" in out
    assert "Uw opmerking bij “Wat u nu moet doen” van het plan:\nPlan\n" in out
    assert "Alleen voor de variant “Mailen”; het plan blijft zoals het is.\n" in out
    assert "\nUw opmerking bij “Wat u nu moet doen”: Mail\n" in out
    assert "Staat ook bij elke variant die geen eigen opmerking heeft.\n" in out
    found = restore(newest())
    assert (found.remarks, found.variants[0].remarks) == ({"duties": "Anders"}, {"duties": "Mail"})
