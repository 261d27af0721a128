"""Dossiers line by line: opening, for whom and what, history, the list, and `magdat dossiers`."""

import json
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.cli_tools import TREES
from tests.dossier.conftest import Run
from tests.dossiers import newest, put, restore
from wizard.content.model import Text
from wizard.dossier.consultation import CameOut, Consultation, facts_print
from wizard.dossier.folder import default_dossiers
from wizard.plain import dossier_words
from wizard.report import reopening_words, seen_words

DAY = date(2019, 1, 1)
OLD = Path(__file__).parent / "format-1"
SAID = Consultation("bicycle", DAY).answer("purpose", "errand").answer("borrower", "employee")
WAS = CameOut("0" * 64, DAY, ("forbidden",), {"bicycle": "NO_KEY"}, (), "bicycle", facts=facts_print(SAID.facts))
OTHERWISE = replace(SAID, came_out=(WAS,), client="Bakkerij Jansen", matter="zomeractie")
"""A dossier whose advice, as it was seen, does not come out any more."""

# ---------------------------------------------------------------- opening


def test_what_comes_out_otherwise_is_said_before_anything_is_changed(talk: Run) -> None:
    path = put(OTHERWISE)
    before = path.read_bytes()
    out = talk("3", options=("--resume",))
    assert "Voordat u dit dossier opent." in out
    point = out.splitlines()[1:3]
    assert point[0].startswith("Het was: ✗ Nee, dat mag niet. Het is nu: … Nog niet zeker (Ja, mits / ")
    assert point[1].startswith("Al onder het recht van 1 januari 2019, door onze vastlegging van de regels")
    assert "- U zag: ✗ Nee, dat mag niet (recht van 1 januari 2019)." in out
    assert "1. Openen met de peildatum van het dossier: 1 januari 2019" in out
    assert re.search(r"2\. Openen met de peildatum van vandaag: \d+ \w+ 20\d\d", out)
    assert out.rstrip().endswith("Niet geopend. Er is niets veranderd.")
    assert path.read_bytes() == before


def test_the_own_reference_date_or_that_of_today(talk: Run) -> None:
    path = put(OTHERWISE)
    out = talk("x", "0", "1", "q", options=("--resume",))
    assert out.count("Kies 1 tot en met 3: ") == 3
    assert "Dossier: Bakkerij Jansen · zomeractie. [kept]" in out
    assert "U gaat verder met 2 antwoorden." in out
    assert restore(path).on == DAY
    put(OTHERWISE, "other.yaml")
    talk("2", "q", options=("--dossier", "other"))
    assert restore(path.with_name("other.yaml")).on > DAY


@pytest.mark.parametrize("which", [("--resume",), ("--dossier", "kept")])
def test_a_date_on_the_command_line_is_asked_about_too(which: tuple[str, ...], talk: Run) -> None:
    path = put(OTHERWISE)
    before = path.read_bytes()
    out = talk("3", options=(*which, "--on", "2020-02-02"))
    assert "Het was: ✗ Nee, dat mag niet. Het is op 2 februari 2020: … Nog niet zeker" in out
    assert "2. Openen met de peildatum die u koos: 2 februari 2020" in out
    assert path.read_bytes() == before
    talk("2", "q", options=(*which, "--on", "2020-02-02"))
    found = restore(path)
    assert found.on == date(2020, 2, 2)
    assert found.came_out == OTHERWISE.came_out, "the record of what was seen stays"
    assert [(one.what, one.before, one.after) for one in found.history] == [("on", "2019-01-01", "2020-02-02")]


def test_a_date_on_which_nothing_is_otherwise_is_taken_at_once(talk: Run) -> None:
    path = put(SAID)
    assert "Voordat u" not in talk("q", options=("--resume", "--on", "2019-02-02"))
    assert restore(path).on == date(2019, 2, 2)


def test_a_peek_through_the_command_line_leaves_what_was_advised(talk: Run, run: Run) -> None:
    """Looked at today and left: the advice of then is still on record, in the history the day that was taken."""
    talk("2", "1", "1", "", "a", "q", options=("bicycle", "--on", "2012-06-01"))
    first = restore(newest()).came_out
    assert first
    talk("2", "a", "q", options=("--resume", "--on", "2026-11-22"))
    found = restore(newest())
    assert found.came_out[: len(first)] == first
    assert [came.on for came in found.came_out] == [date(2012, 6, 1), date(2026, 11, 22)]
    out = talk("geschiedenis", "q", options=("--resume", "--on", "2026-11-22"))
    assert "Voordat u" not in out, "what comes out now was seen since"
    assert "Peildatum 1 juni 2012 werd 22 november 2026." in out


def test_input_that_ends_before_a_choice_opens_nothing(talk: Run) -> None:
    path = put(OTHERWISE)
    before = path.read_bytes()
    assert "geef het nummer van uw keuze als eerste regel" in talk(options=("--resume",), code=2)
    assert path.read_bytes() == before


def test_a_dossier_is_opened_by_name_or_as_a_file_wherever_it_is(talk: Run, tmp_path: Path) -> None:
    path = put(SAID)
    put(replace(SAID, consult="planting", shared={}, client="x"), "newer.yaml")
    on = ("--on", DAY.isoformat())
    for name in ("kept", "kept.yaml", str(path)):
        assert "U gaat verder met 2 antwoorden." in talk("q", options=("--dossier", name, *on))
    elsewhere = shutil.copy(path, tmp_path / "mijn dossier.yaml")
    talk("2", "q", options=("--dossier", str(elsewhere), *on))
    assert restore(Path(elsewhere)).facts["keyholder"] == "no"
    assert "er is geen dossier `kpet`; bedoelt u `kept`?" in talk(options=("--dossier", "kpet"), code=2)
    assert "`magdat dossiers` noemt ze" in talk(options=("--dossier", "../../x"), code=2)
    assert "gebruik `magdat ask bicycle --resume`" in talk(options=("planting", "--dossier", "kept"), code=2)
    path.write_text("{[")
    assert "kept.yaml:1" in talk(options=("--dossier", "kept"), code=2)


def test_resume_with_a_consult_takes_the_latest_about_that(talk: Run) -> None:
    put(SAID, "older.yaml")
    put(Consultation("planting", DAY).answer("spot", "park"), "newer.yaml")
    assert "U gaat verder met 2 antwoorden." in talk("q", options=("bicycle", "--resume", "--on", "2019-01-01"))


@pytest.mark.parametrize("name", ["unfinished", "previous", "previous-2"])
def test_what_an_earlier_version_left_goes_on_and_is_kept_as_it_was(name: str, talk: Run, tmp_path: Path) -> None:
    beside = tmp_path / "data" / "magdat"
    beside.mkdir(parents=True)
    shutil.copy(OLD / f"{name}.yaml", beside)
    before = restore(OLD / f"{name}.yaml")
    on = ("--on", before.on.isoformat())
    talk("klant Jansen", "q", options=("--resume", *on))
    assert not list(beside.glob("*.yaml"))
    found = restore(newest())
    assert (found.facts, found.client, found.on) == (before.facts, "Jansen", before.on)
    assert {fact: given.note for fact, given in found.shared.items()} == {
        fact: given.note for fact, given in before.shared.items()
    }
    (kept,) = (newest().parent / "old-formats").iterdir()
    assert kept.read_bytes() == (OLD / f"{name}.yaml").read_bytes()


# ---------------------------------------------------------------- in the conversation


def test_for_whom_and_what_it_is(talk: Run) -> None:
    out = talk("klant", "klant  Bakkerij   [b]Jansen ", "zaak zomer\x1b[2J", "adviseur mr. Noor", "zaak", "2", "q")
    assert "Cliënt: niet ingevuld. Typ klant NAAM, of klant - om leeg te maken." in out
    assert "Cliënt: Bakkerij [b]Jansen" in out
    assert "\x1b" not in out
    found = restore(newest())
    assert (found.client, found.matter, found.advisor) == ("Bakkerij [b]Jansen", "zomer[2J", "mr. Noor")
    again = ("--resume", "--on", "2019-01-01")
    talk("klant -", "z", "opnieuw", "q", options=again)
    assert restore(newest()).client == ""
    assert "Neem hooguit 200 tekens." in talk("klant " + "x" * 201, "q", options=again)


def test_for_whom_it_is_comes_in_the_report(talk: Run, tmp_path: Path) -> None:
    talk("klant Bakkerij Jansen", "3", f"r {tmp_path / 'r.md'}", "q")
    assert "Bakkerij Jansen" in (tmp_path / "r.md").read_text("utf-8")


def test_who_finds_out_what_is_not_known(talk: Run) -> None:
    out = talk("2", "1", "o Noor belt vóór vrijdag", "t", "", "w", "q")
    found = restore(newest()).shared["keyholder"]
    assert (found.answer, found.note) == ("unknown", "Noor belt vóór vrijdag")
    assert "Genoteerd bij wat nog open is." in out
    assert out.count("Waarom, en wie zoekt dit uit: Noor belt vóór vrijdag") == 2
    assert "Een notitie is hoogstens 2000 tekens lang." in talk("n " + "x" * 2001, "2", "q")


def test_the_history_of_changed_answers(talk: Run) -> None:
    out = talk("geschiedenis", "2", "w 1 1", "z", "geschiedenis", "q")
    assert "U hebt nog niets gewijzigd." in out
    first, second = re.findall(r"^- .*: (Waarvoor .* werd .*)\.$", out, re.MULTILINE)
    assert first.endswith("Van en naar het werk werd Een boodschap voor kantoor")
    assert second.endswith("Een boodschap voor kantoor werd Van en naar het werk")


def test_who_would_find_out_goes_once_it_is_known_and_undo_brings_it_back(talk: Run) -> None:
    went = "Uw notitie “Noor belt” hoorde bij uw vorige antwoord. Ze staat nu bij de gewijzigde antwoorden."
    out = talk("2", "1", "o Noor belt", "w 3 1", "geschiedenis", "q")
    assert out.count(went) == 1
    assert "  Toen genoteerd: Noor belt" in out
    assert restore(newest()).shared["keyholder"].note == ""
    out = talk("2", "1", "n Noor belt", "1", "z", "w", "q")
    assert out.count(went) == 1
    assert "Waarom, en wie zoekt dit uit: Noor belt" in out.split("Ongedaan gemaakt.")[1]


def test_what_was_undone_can_be_done_again(talk: Run) -> None:
    out = talk("opnieuw", "2", "z", "opnieuw", "q")
    assert "Er is niets om opnieuw te doen." in out
    assert "Opnieuw gedaan." in out
    assert restore(newest()).facts == {"purpose": "errand"}


def test_the_list_and_opening_another_dossier(talk: Run) -> None:
    put(replace(OTHERWISE, on=DAY), "jansen.yaml")
    put(replace(SAID, client="De Wit"), "wit.yaml")
    put(SAID, "broken.yaml").write_text("{[")
    out = talk("2", "dossiers", "dossiers jansen", "open 1", "2", "open wit", "1", "open wit", "open 9", "open", "q")
    assert "Bakkerij Jansen · zomeractie. Nee, dat mag niet. De kantoorfiets lenen, recht van 2019-01-01" in out
    assert "De Wit. Nog geen advies gezien." in out
    assert "broken.yaml kan niet worden gelezen: " in out
    assert "Niet geopend. Er is niets veranderd." in out
    assert "Dossier: De Wit. [wit]" in out
    assert "Dat dossier is al open." in out
    assert "Er is geen dossier “9”." in out
    assert "Welk dossier?" in out
    assert restore(default_dossiers() / "wit.yaml").facts["keyholder"] == "yes"
    assert restore(default_dossiers() / "jansen.yaml").facts == SAID.facts
    assert "Geen dossier gevonden met “winter”." in talk("dossiers winter", "2", "q")


def test_only_the_latest_are_listed_and_the_rest_counted(talk: Run) -> None:
    for number in range(23):
        put(replace(SAID, client=f"nummer {number}"), f"{number}.yaml")
    out = talk("dossiers", "2", "q")
    assert "20. nummer" in out
    assert "21. nummer" not in out
    assert "En nog 3. Zoek met: dossiers WOORD." in out


def test_what_was_seen_is_noted_whichever_way_it_was_seen(talk: Run, tmp_path: Path) -> None:
    talk("2", "q")
    assert restore(newest()).came_out == ()
    for number, typed in enumerate((("2", "a", "q"), ("3", "q"), ("2",), ("2", f"r {tmp_path / 'r.md'}", "q"))):
        talk(*typed)
        assert restore(newest()).came_out, number


# ---------------------------------------------------------------- magdat dossiers


def test_the_verb_lists_and_searches(run: Run) -> None:
    assert run("dossiers", *TREES) == "Er zijn geen dossiers.\n"
    put(OTHERWISE, "a.yaml")
    put(replace(SAID, client="De [b]Wit\u202e\x1b[2J"), "b.yaml")
    out = run("dossiers", *TREES)
    assert out.count("\n") == 2
    assert "\x1b" not in out
    assert "De [b]Wit" in out
    assert run("dossiers", "jansen", *TREES).startswith("1. Bakkerij Jansen · zomeractie. ")
    assert run("dossiers", "--lang", "en", "jansen", *TREES).startswith("1. Bakkerij Jansen · zomeractie. No, not all")
    assert "Geen dossier gevonden" in run("dossiers", "winter", *TREES)


def test_the_verb_gives_data(run: Run) -> None:
    put(OTHERWISE, "a.yaml")
    put(SAID, "broken.yaml").write_text("{[")
    found = {one["name"]: one for one in json.loads(run("dossiers", "--json", *TREES))}
    assert found["a"]["client"] == "Bakkerij Jansen"
    assert found["a"]["seen"] == {"at": "", "on": "2019-01-01", "possible": ["forbidden"]}
    assert found["a"]["answers"] == 2
    assert "broken.yaml:1" in found["broken"]["error"]


def test_the_verb_copies_archives_restores_and_deletes(run: Run) -> None:
    path = put(OTHERWISE, "a.yaml")
    made = run("dossiers", "--duplicate", "a", "--on", "2020-02-02", *TREES).removeprefix("Nieuw dossier: ").strip()
    copy = restore(default_dossiers() / f"{made}.yaml")
    assert (copy.facts, copy.client, copy.on) == (SAID.facts, "", date(2020, 2, 2))
    assert run("dossiers", "--archive", "a", *TREES) == "In het archief: a\n"
    assert "Jansen" not in run("dossiers", *TREES)
    assert "Jansen" in run("dossiers", "--archived", *TREES)
    assert "ligt al in het archief" in run("dossiers", "--archive", "a", *TREES, code=2)
    assert run("dossiers", "--restore", "a", *TREES) == "Uit het archief: a\n"
    assert "ligt niet in het archief" in run("dossiers", "--restore", "a", *TREES, code=2)
    assert "geef ook --yes" in run("dossiers", "--delete", "a", *TREES, code=2)
    assert path.exists()
    assert run("dossiers", "--delete", "a", "--yes", *TREES) == "Verwijderd: a\n"
    assert not path.exists()
    assert "er is geen dossier `a`" in run("dossiers", "--delete", "a", "--yes", *TREES, code=2)
    assert "geef er maar een van" in run("dossiers", "--delete", "a", "--archive", "a", *TREES, code=2)


def test_the_verb_touches_no_file_outside_the_folder(run: Run, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    put(SAID, "a.yaml").rename(outside)
    before = outside.read_bytes()
    for act in ("--archive", "--restore", "--duplicate", "--delete"):
        for name in (str(outside), "../../../outside.yaml", "../../../outside"):
            assert "er is geen dossier" in run("dossiers", act, name, "--yes", *TREES, code=2)
    assert outside.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["data", "outside.yaml"]


# ---------------------------------------------------------------- which folder


def test_the_folder_is_chosen_on_the_command_line_or_in_the_environment(
    talk: Run, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    talk("2", "q", options=("bicycle", "--dossiers", str(one)))
    monkeypatch.setenv("MAGDAT_DOSSIERS", str(other))
    talk("3", "q")
    assert (len(list(one.glob("*.yaml"))), len(list(other.glob("*.yaml")))) == (1, 1)
    assert not newest().exists()
    assert run("dossiers", *TREES).count("\n") == 1
    assert run("--dossiers", str(one), "dossiers", "--json", *TREES) != run("dossiers", "--json", *TREES)


@pytest.mark.parametrize("given", ["file", "file/below", "~no-such-user/x"])
def test_a_folder_that_cannot_be_is_said_at_once(given: str, talk: Run, run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    folder = given if given.startswith("~") else str(tmp_path / given)
    options = ("bicycle", "--dossiers", folder)
    if given == "file/below":
        assert "bewaren lukt niet" in talk("2", "q", "q", options=options)
    else:
        assert "dit is geen map voor dossiers" in talk("2", options=options, code=2)
        assert "dit is geen map voor dossiers" in run("dossiers", "--dossiers", folder, *TREES, code=2)


@pytest.mark.parametrize("module", [dossier_words, reopening_words, seen_words])
def test_every_text_is_there_in_both_languages(module: object) -> None:
    texts = {name: text for name, text in vars(module).items() if isinstance(text, Text)}
    assert texts
    for name, text in texts.items():
        assert text.nl.strip(), name
        assert text.en.strip(), name
        assert sorted(re.findall(r"{\w*}", text.nl)) == sorted(re.findall(r"{\w*}", text.en)), name
