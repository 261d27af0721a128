"""Conversations line by line, driven as a user or a pipe would."""

import io
import random
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli_tools import TREES
from tests.dossiers import newest, restore
from wizard.cli import main
from wizard.content.model import Text
from wizard.dossier.form import dump
from wizard.plain import entry, words


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("MAGDAT_LANG", raising=False)
    monkeypatch.delenv("MAGDAT_DEBUG", raising=False)


Talk = Callable[..., str]


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """Types lines and gives back everything that was shown."""

    def talk(*typed: str, options: tuple[str, ...] = ("bicycle", "--on", "2019-01-01"), code: int = 0) -> str:
        lines = "".join(f"{line}\n" for line in typed)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        found = main(["ask", *options, "--plain", *TREES])
        said = capsys.readouterr()
        assert (found, "Traceback" in said.err) == (code, False), said
        return said.out + said.err

    return talk


def kept() -> dict[str, str]:
    """The answers on disk."""
    return restore(newest()).facts


WHOLE = ("2", "1", "1", "1", "1", "1")
"""An errand, an employee, with the key; brakes, lights and tyres in order."""


def test_a_whole_consultation(talk: Talk) -> None:
    out = talk(*WHOLE, "q")
    assert out.startswith(
        """\
De kantoorfiets lenen. Mag u de kantoorfiets meenemen? En waar moet u op letten?
Recht van 1 januari 2019. Typ een nummer en Enter. Typ h voor hulp.

Vraag 1. Waarvoor neemt u de fiets mee?
De fiets is er voor het werk.
1. Van en naar het werk
2. Een boodschap voor kantoor
   Bijvoorbeeld een pakje wegbrengen.
3. Een uitje
4. Ik zet hem alleen recht
0. Weet ik niet
Antwoord: 2
Genoteerd: Een boodschap voor kantoor.

Vraag 2. Wie bent u?
Bezoekers hebben andere regels.
1. Werknemer
2. Stagiair
3. Bezoeker
0. Weet ik niet
Antwoord: 1
Genoteerd: Werknemer.
"""
    )
    assert (
        """
Vraag 4. Wat is er in orde aan de fiets?
Klopt niets hiervan? Typ g, geen van deze.
Regel 1 van 3: De remmen doen het
1. Ja
2. Nee
0. Weet ik niet
Antwoord: 1
Genoteerd: Ja.
Regel 2 van 3: Het licht doet het
"""
        in out
    )
    assert (
        """
Uitkomst: Ja, mits.
Recht van 1 januari 2019.
U mag de fiets lenen als u hem inschrijft.

Wat u moet doen:
1. Schrijf op wanneer"""
        in out
    )
    assert "2. Zet de fiets op slot. (regel 4 lid 1 Huisregels)" in out
    assert "Aangenomen, omdat u er niets over zei:\n- Bent u jonger dan 18? Nee\n" in out
    assert "typ vol" in out
    assert "Bewaard. Verder gaan: magdat ask --plain " in out.splitlines()[-1]


def test_nothing_but_plain_lines(talk: Talk) -> None:
    out = talk(*WHOLE, "?", "stappen", "s", "w", "h", "q")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u2500-\u259f]", out)


def test_in_english_with_words_instead_of_numbers(talk: Talk) -> None:
    options = ("bicycle", "--on", "2019-01-01", "--lang", "en")
    out = talk("errand", "Employee", "yes", "y", "YES", "Yes, both", "q", options=options)
    assert "Question 1. What do you take the bicycle for?" in out
    assert "Result: Yes, provided." in out
    assert kept()["tyres_hard"] == "yes"


def test_none_of_these_answers_the_whole_list(talk: Talk) -> None:
    out = talk("2", "1", "1", "g", "q")
    assert "Genoteerd: geen van deze." in out
    assert "Uitkomst: Nee, dat mag niet." in out
    assert [kept()[fact] for fact in ("brakes_work", "lights_work", "tyres_hard")] == ["no", "no", "no"]


def test_the_lines_of_a_list_are_one_question_to_the_last(talk: Talk) -> None:
    out = talk("2", "1", "1", "0", "0", "0", "q")
    assert re.findall(r"^Vraag (\d+)\.", out, re.MULTILINE) == ["1", "2", "3", "4"]
    assert re.findall(r"^Regel (\d+) van (\d+):", out, re.MULTILINE) == [("1", "3"), ("2", "3"), ("3", "3")]
    assert "Genoteerd: geen van deze." in talk("2", "1", "1", "1", "1", "g", "q")  # also on the last line alone


def test_a_number_where_there_is_none_is_answered_with_what_can_be_typed(talk: Talk) -> None:
    out = talk("2", "1", "7", "1", "0", "0", "0", "1", "q")
    assert "Nummer 7 is er niet; kies 0 tot en met 2." in out
    assert "“1” begrijp ik niet. Er staat geen vraag open. Typ w NUMMER om een antwoord te wijzigen" in out
    asked = talk("1", "1", "1", "7", "0", "q", options=("bicycle", "--on", "2026-11-22"))
    assert "“7” is geen datum. Schrijf bijvoorbeeld 2026-07-01" in asked
    assert kept()["last_check"] == "unknown"


def test_when_all_was_asked_it_says_what_is_left_to_find_out(talk: Talk) -> None:
    out = talk("2", "1", "1", "0", "1", "1", "vol", "1", "1", "1", "vol", "q")
    assert "Het dossier is compleet." not in out
    assert "Alle vragen zijn gesteld. Dit moet u nog uitzoeken:\n- Doen de remmen het?" in out


def test_a_no_without_duties_says_to_stop(talk: Talk) -> None:
    out = talk("2", "1", "2", "q")
    assert "Dit mag niet: doe het niet. Doet u het al, stop er dan mee." in out
    assert "stop er dan mee" not in talk(*WHOLE, "q")


def test_a_date_that_comes_to_lie_after_the_reference_date_is_said_and_kept(talk: Talk) -> None:
    typed = ("1", "1", "1", "2026-06-01", "d 2020-01-01", "q")
    out = talk(*typed, options=("bicycle", "--on", "2026-11-22"))
    assert "Nu geldt het recht van 1 januari 2020.\nDe datum bij “" in out
    assert "ligt na de peildatum. Verbeter die datum" in out
    assert kept()["last_check"] == "2026-06-01"


def test_none_of_these_is_no_answer_elsewhere(talk: Talk) -> None:
    assert "alleen bij een lijst" in talk("geen", "2")
    assert kept() == {"purpose": "errand"}


def test_unknown_leaves_it_open_and_the_advice_covers_it(talk: Talk) -> None:
    out = talk("2", "1", "1", "1", "o", "1", "q")
    assert kept()["lights_work"] == "unknown"
    assert "Uitkomst: nog niet zeker. Het strengste dat nog kan: Nee, dat mag niet." in out
    assert "Ook nog mogelijk: Ja, mits." in out
    assert "Nog open:\n- Doet het licht het?" in out


def test_a_question_mark_explains_and_keeps_asking(talk: Talk) -> None:
    out = talk("?", "2", options=("bicycle", "--on", "2026-01-01"))
    assert "Waarom wij dit vragen: De fiets is er voor het werk." in out
    assert "- kantoorfiets: De fiets van kantoor die in de stalling staat." in out
    assert "- regel 4 lid 1 Huisregels." in out
    assert kept() == {"purpose": "errand"}


def test_the_law_behind_a_question_is_that_of_the_date(talk: Talk) -> None:
    assert "- regel 3 Huisregels." in talk("?", "2", options=("bicycle", "--on", "2012-01-01"))


def test_back_asks_again_and_keeps_what_came_later(talk: Talk) -> None:
    out = talk("2", "1", "1", "t", "t", "2")
    assert "Uw antwoord nu: Werknemer. Enter laat het zo." in out
    assert kept() == {"purpose": "errand", "borrower": "intern", "keyholder": "yes"}
    assert "Dit is de eerste vraag." in talk("t", "1")


def test_enter_keeps_the_answer_looked_at(talk: Talk) -> None:
    out = talk("2", "1", "1", "t", "", "1")
    assert "Blijft zo." in out
    assert kept() == {"purpose": "errand", "borrower": "employee", "keyholder": "yes", "brakes_work": "yes"}


def test_back_into_a_list_goes_through_its_answered_lines(talk: Talk) -> None:
    out = talk("2", "1", "1", "1", "1", "t", "2", "1", "t")
    assert out.count("Uw antwoord nu: Ja.") >= 2
    assert kept()["brakes_work"] == "no"
    assert kept()["lights_work"] == "yes"


def test_change_any_answer_in_place(talk: Talk) -> None:
    out = talk(*WHOLE, "w", "w 3", "nee", "q")
    assert "3. Hebt u de sleutel? Ja" in out
    assert "Uw antwoord nu: Ja." in out
    assert "Uitkomst: Nee, dat mag niet." in out
    assert "Antwoorden die nu niet meetellen:\n- Doen de remmen het? Ja" in out
    assert list(kept()) == ["purpose", "borrower", "keyholder", "brakes_work", "lights_work", "tyres_hard"]
    assert kept()["brakes_work"] == "yes"


def test_change_at_once_and_undo(talk: Talk) -> None:
    out = talk(*WHOLE, "w 3 2", "z", "q")
    assert out.index("Uitkomst: Nee, dat mag niet.") < out.rindex("Uitkomst: Ja, mits.")
    assert "Ongedaan gemaakt." in out
    assert kept()["keyholder"] == "yes"


def test_change_only_what_is_there(talk: Talk) -> None:
    assert "U gaf nog geen antwoorden." in talk("w", "w 1", "2")
    assert "Nummer 9 is er niet; kies 1 tot en met 1." in talk("2", "w 9", "q")
    assert "Nummer x is er niet" in talk("2", "w x", "q")


def test_notes_go_with_the_answer(talk: Talk, tmp_path: Path) -> None:
    report = tmp_path / "r.md"
    talk("2", "1", "n vraag het [b]Noor[/b]", "0", "1", "1", "1", "n 1 pakje voor Sam", f"r {report}", "q")
    found = restore(newest()).answers
    assert (found["keyholder"].answer, found["keyholder"].note) == ("unknown", "vraag het [b]Noor[/b]")
    assert found["purpose"].note == "pakje voor Sam"
    assert "pakje voor Sam" in report.read_text()


def test_a_bare_n_is_never_taken_for_no(talk: Talk) -> None:
    out = talk("2", "1", "n", "q")
    assert "Bedoelt u nee?" in out
    assert "keyholder" not in kept()


def test_status_on_the_way(talk: Talk) -> None:
    out = talk("2", "1", "s", "q")
    assert "Nog mogelijk: Ja, mits; Nee, dat mag niet." in out
    assert "Tot nu toe: Nee, dat mag niet. Dit staat vast." in talk("3", "s", "q")


def test_another_date_works_everything_out_anew(talk: Talk) -> None:
    out = talk(*WHOLE, "d 2012-01-01", "d 1-6-2019", "q")
    first, second, third = (
        out.index(f"Recht van {day}.\n") for day in ("1 januari 2019", "1 januari 2012", "1 juni 2019")
    )
    assert first < out.index("Uitkomst: Ja, dat mag.") < out.rindex("Recht van 1 januari 2012")
    assert second < third
    assert "Nu geldt het recht van 1 juni 2019." in out
    assert restore(newest()).on.isoformat() == "2019-06-01"


def test_a_date_that_cannot_be_is_refused(talk: Talk) -> None:
    out = talk("2", "d 2009-12-31", "d morgen", "d", "q")
    assert "1 januari 2010" in out
    assert "“morgen” is geen datum" in out
    assert restore(newest()).on.isoformat() == "2019-01-01"


def test_date_questions_take_dates(talk: Talk) -> None:
    out = talk(
        "2", "1", "1", "gisteren", "2027-01-01", "5", "1-10-2023", "0", options=("bicycle", "--on", "2024-06-01")
    )
    assert "“gisteren” is geen datum" in out
    assert "na de peildatum" in out
    assert "Genoteerd: 1 oktober 2023." in out
    assert (kept()["last_check"], kept()["bought"]) == ("2023-10-01", "unknown")


def test_language_can_be_changed_half_way(talk: Talk) -> None:
    out = talk("2", "taal en", "1", "language nl", "q")
    assert "Question 2. Who are you?" in out
    assert "Vraag 3. Hebt u de sleutel?" in out


def test_the_file_can_be_completed(talk: Talk) -> None:
    out = talk(*WHOLE, "vol", "1", "q")
    assert "Er zijn nog hoogstens 2 vragen" in out
    assert "2. Nee (gewoonlijk)" in out
    assert "Meld de rit bij de verzekeraar." in out
    assert kept()["minor"] == "yes"


def test_the_report_is_written_and_never_over_another(talk: Talk, tmp_path: Path) -> None:
    report = tmp_path / "r.md"
    out = talk(
        *WHOLE, "r", f"r {report}", f"r {report}", f"r {tmp_path}", f"r {tmp_path}/no/x.md", "r ~nobody-here/x", "q"
    )
    assert f"Het rapport staat in {report}." in out
    assert report.read_text().startswith("# ")
    assert "bestaat al" in out
    assert "dit is een map" in out
    assert "de map ervoor is er niet" in out


def test_what_is_not_understood_changes_nothing(talk: Talk) -> None:
    out = talk("2", "werknemmer", "hulpp", "9", "-1", "\x1b[31mrood", "１", "q")
    assert "“hulpp” begrijp ik niet. Bedoelt u hulp?" in out
    assert "Nummer 9 is er niet; kies 0 tot en met 3." in out
    assert "\x1b" not in out
    assert kept() == {"purpose": "errand"}


def test_the_end_of_the_input_gives_the_advice_so_far(talk: Talk) -> None:
    out = talk("2", "1")
    assert "Einde van de invoer. Dit is het advies tot nu toe." in out
    assert "Uitkomst: nog niet zeker." in out
    assert "- Hebt u de sleutel?" in out
    assert kept() == {"purpose": "errand", "borrower": "employee"}


def test_no_input_at_all_is_bad_input(talk: Talk) -> None:
    out = talk(code=2)
    assert out.rstrip().split("\n")[-1].startswith("magdat: er kwam geen enkel antwoord binnen")
    assert not newest().exists()


def test_resume_goes_on_where_it_stopped(talk: Talk) -> None:
    talk("2", "1", "n nog vragen", "q")
    out = talk("1", "ja", "q", options=("--resume",))
    assert "U zag dit advies nog niet." in out
    assert "U gaat verder met 3 antwoorden." in out
    assert "Recht van 1 januari 2019." in out
    assert kept()["purpose"] == "errand"
    assert "planting" not in talk("1", "q", options=("bicycle", "--resume"))
    assert "magdat ask bicycle" in talk(options=("planting", "--resume"), code=2)


def test_resume_drops_answers_that_no_longer_exist(talk: Talk) -> None:
    talk("2", "1", "q")
    file = newest()
    file.write_text(file.read_text().replace('"errand"', '"parcel"'))
    out = talk("1", "q", options=("bicycle", "--resume"))
    assert "- “Waarvoor neemt u de fiets mee?” Antwoord toen: `parcel`." in out
    assert out.index("Openen met de peildatum van het dossier") < out.index("U gaat verder met 1 antwoord.")
    assert "Waarvoor neemt u de fiets mee?" in out


def test_a_new_consultation_leaves_the_old_one_as_it_is(talk: Talk) -> None:
    talk("2", "1", "q")
    old = newest()
    talk("1", "q", options=("planting", "--on", "2019-01-01"))
    assert restore(newest()).consult == "planting"
    assert restore(old).facts == {"purpose": "errand", "borrower": "employee"}


def test_a_disk_that_cannot_be_written_is_said_once(talk: Talk, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    out = talk("2", "1", "q", "q")
    assert out.count("Let op: bewaren lukt niet.") == 1
    assert "Let op: ook dit staat alleen in de kopie." in out
    assert "Typ bewaar BESTAND" in out
    assert "Bewaard." not in out
    (kept,) = (tmp_path / "home").glob("*.yaml")
    assert f"het dossier staat nu in {kept}" in out
    assert restore(kept).facts == {"purpose": "errand", "borrower": "employee"}


TYPED = (
    *(
        "1",
        "2",
        "3",
        "1",
        "2",
        "0",
        "9",
        "?",
        "o",
        "t",
        "w",
        "w 1",
        "w 2 1",
        "w 9",
        "z",
        "n",
        "n x",
        "n 1 y",
        "s",
        "a",
        "v",
        "g",
    ),
    *(
        "stappen",
        "r",
        "d 2012-01-01",
        "d 2024-06-01",
        "d x",
        "taal en",
        "taal nl",
        "vol",
        "h",
        "",
        "1-1-2019",
        "ja",
        "nee",
        "unknown",
        "é",
    ),
)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_typed_the_answers_on_disk_are_those_given(seed: int, talk: Talk) -> None:
    """Any lines in any order: no crash, and going on shows exactly what was kept."""
    chance = random.Random(seed)
    lines = ["1", *(chance.choice(TYPED) for _ in range(40))]
    talk(*lines, options=(chance.choice(["bicycle", "planting"]), "--on", "2019-01-01"))
    before = replace(restore(newest()), came_out=())  # so that nothing is asked before it is opened
    newest().write_text(dump(before, ""), "utf-8")
    again = talk("w", "q", options=("--resume", "--lang", "nl", "--on", before.on.isoformat()))
    assert replace(restore(newest()), came_out=()) == before
    for number, fact in enumerate(before.facts, 1):
        assert re.search(rf"^{number}\. ", again.split("Uw antwoorden.")[-1], re.MULTILINE), fact


def test_own_words_of_a_consult_for_its_verdicts(talk: Talk) -> None:
    out = talk("2", "nee", "q", options=("planting", "--on", "2023-01-01"))
    assert "Uitkomst: Niet planten." in out


def test_an_answer_wins_over_a_command_and_commands_do_not_clash() -> None:
    every = [word for said in entry.COMMANDS.values() for word in said]
    assert len(every) == len(set(every))
    assert all(word == word.casefold() for word in every)


def test_every_text_is_there_in_both_languages() -> None:
    texts = {name: text for name, text in vars(words).items() if isinstance(text, Text)}
    assert texts
    for name, text in texts.items():
        assert text.nl.strip(), name
        assert text.en.strip(), name
        assert sorted(re.findall(r"{\w*}", text.nl)) == sorted(re.findall(r"{\w*}", text.en)), name
