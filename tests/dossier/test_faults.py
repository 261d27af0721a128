"""What is wrong with a file is said once: the line, the value, what to write instead. The file is left alone."""

from datetime import date, datetime
from pathlib import Path

import pytest

from tests.cli_tools import TREES
from tests.dossier.conftest import PLAIN, Run
from tests.dossiers import put
from wizard.dossier.consultation import Consultation, Variant
from wizard.dossier.folder import Folder, default_dossiers
from wizard.dossier.form import dump, load_dossier
from wizard.dossier.keeper import Keeper
from wizard.dossier.store import StoreError

HEAD = "format: 2\nconsult: bicycle\non: 2026-11-22\ndepth: quick\n"
TWICE = (
    HEAD + "answers:\n- {fact: purpose, answer: errand}\n- {fact: borrower, answer: intern}\n"
    "- {fact: purpose, answer: commute}\n"
)
IN_A_VARIANT = HEAD + (
    "answers: []\nvariants:\n- name: Bellen\n  answers:\n  - {fact: purpose, answer: errand}\n"
    "  - {fact: purpose, answer: commute}\n"
)
ONE_NAME = HEAD + "answers: []\nvariants:\n- name: Bellen\n- name: Mailen\n- name: bellen\n"
FAULTS = [
    (TWICE, 8, "`purpose` is twee keer beantwoord, in regel 6 en 8; laat er een staan"),
    (IN_A_VARIANT, 10, "`purpose` is twee keer beantwoord, in regel 9 en 10; laat er een staan"),
    (ONE_NAME, 9, "twee varianten heten “bellen”, in regel 7 en 9; laat er een staan"),
    ("format: 2\nconsult: bicycle\non: 2026-11-22\n", 1, "`depth` ontbreekt; kies uit: quick, full"),
    (HEAD.replace("quick", "slow"), 4, "`depth` is “slow”; kies uit: quick, full"),
    (HEAD.replace("2026-11-22", "morgen"), 3, "`on` is geen datum: “morgen”; schrijf een dag als 2026-07-01"),
]


@pytest.mark.parametrize(("text", "number", "said"), FAULTS)
def test_the_line_the_value_and_what_to_write(text: str, number: int, said: str, run: Run) -> None:
    path = put(Consultation("bicycle", date(2026, 11, 22)), "kapot.yaml")
    path.write_text(text)
    mend = "; verbeter dat, of zet het bestand ergens anders neer"
    whole = f"{path}:{number}: {said}{mend}"
    assert run("ask", *PLAIN, "--dossier", "kapot", code=2) == f"magdat: {whole}\n"
    assert whole in run("review", str(path), *TREES, code=2)
    for listed in (run("dossiers", *TREES), run("ask", *PLAIN, "bicycle", typed=("dossiers", "q"))):
        assert f"1. kapot.yaml kan niet worden gelezen: regel {number}: {said}{mend}. [kapot]\n" in listed
    with pytest.raises(StoreError):
        Keeper(Folder(default_dossiers())).open(path)
    assert path.read_text() == text


def test_the_program_never_writes_what_it_refuses() -> None:
    """The same fact in the plan and in variants, and variants whose names differ, are no fault."""
    said = Consultation("bicycle", date(2026, 11, 22)).answer("purpose", "errand")
    variants = tuple(Variant(name, dict(said.shared)) for name in ("Bellen", "Bellen (2)", "Mailen"))
    path = put(Consultation("bicycle", said.on, shared=said.shared, variants=variants))
    found, _ = load_dossier(path)
    assert found.variants == variants
    assert dump(found, "0" * 64) == path.read_text()


def test_a_consult_that_is_not_there_is_named_on_opening(run: Run) -> None:
    put(Consultation("tricycle", date(2026, 11, 22)).answer("purpose", "errand"), "drie.yaml")
    said = "de raadpleging `tricycle` kennen deze bomen niet; geef de bomen waarmee het dossier gemaakt is met --trees"
    assert run("ask", *PLAIN, "--dossier", "drie", code=2) == f"magdat: drie.yaml: {said}\n"
    assert said in run("ask", *PLAIN, "bicycle", typed=("open drie", "q"))
    assert said in run("review", *TREES, code=2)


def test_the_time_in_the_name_is_that_at_which_it_was_begun(tmp_path: Path) -> None:
    keeper = Keeper(Folder(tmp_path))
    begun = Consultation("bicycle", date(2019, 1, 1), created="2026-11-22T23:59:58").answer("purpose", "errand")
    keeper.keep(begun, "0" * 64, datetime(2026, 11, 23, 0, 4, 7))
    assert keeper.path == tmp_path / "2026-11-22-bicycle-235958.yaml"
    keeper.close()
    keeper.keep(Consultation("bicycle", date(2019, 1, 1)), "0" * 64, datetime(2026, 11, 23, 0, 4, 7))
    assert keeper.path == tmp_path / "2026-11-23-bicycle-000407.yaml"
    keeper.close()


def test_what_cannot_be_read_is_not_called_unwritable(tmp_path: Path) -> None:
    path = tmp_path / "circle.yaml"
    path.symlink_to(path)
    with pytest.raises(StoreError) as caught:
        load_dossier(path)
    assert caught.value.say("nl") == f"{path}: kan niet worden gelezen: de koppeling verwijst in een kring"
