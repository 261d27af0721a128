"""`magdat advise` on a file with variants: in Markdown and as data; what decides; bad input."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.cli_tools import GOOD, TREES
from wizard.cli import main
from wizard.content.load import load
from wizard.dossier.consultation import Consultation, Given
from wizard.dossier.variants import MOST_VARIANTS
from wizard.reasoning.decides import decides

FACTS = """\
consult: bicycle
on: 2026-11-22
language: en
facts: {purpose: errand, borrower: employee, keyholder: no}
variants:
  with the key:
    {keyholder: yes, last_check: 2026-06-01, bought: 2020-01-01, brakes_work: yes, lights_work: yes, tyres_hard: yes}
  as a visitor: {borrower: visitor}
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("MAGDAT_LANG", raising=False)
    (tmp_path / "facts.yaml").write_text(FACTS, "utf-8")
    return tmp_path / "facts.yaml"


def advise(file: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert main(["advise", str(file), *more, *TREES]) == 0
    return capsys.readouterr().out


def test_the_report_is_on_the_plan_and_sets_the_variants_beside_it(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = advise(file, capsys)
    assert "## ✗ No, not allowed" in out
    said = out.split("## The variants side by side")[1].split("\n## ")[0]
    assert "| **Your plan** (this advice is about it) | **✗ No, not allowed** |" in said
    assert "| **with the key** | **✓! Yes, provided** |" in said
    assert "| **as a visitor** | **✗ No, not allowed** |" in said
    assert "## What decides this answer" in out


def test_the_data_hold_every_variant_with_its_whole_advice(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(advise(file, capsys, "--json"))
    assert data["verdict"] == "forbidden"
    key, visitor = data["variants"]
    assert list(key) == ["name", "answers", "verdict", "possible", "settled", "only_here", "not_here", "advice"]
    assert (key["name"], key["verdict"], key["possible"], key["settled"]) == (
        "with the key", "conditional", ["conditional"], True,
    )  # fmt: skip
    assert key["answers"]["keyholder"] == "yes"
    assert key["only_here"] == ["log-book", "lock", "look-over"]
    assert key["advice"]["facts"] == {"purpose": "errand", "borrower": "employee", **key["answers"]}
    assert [finding["tree"] for finding in key["advice"]["findings"]] == ["bicycle", "insurance"]
    assert key["advice"]["decides"]
    assert visitor["answers"] == {"borrower": "visitor"}
    assert "variants" not in key["advice"]


def test_the_data_say_what_decides(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(advise(file, capsys, "--json"))
    content = load(GOOD)
    facts = {"purpose": "errand", "borrower": "employee", "keyholder": "no"}
    said = Consultation("bicycle", date(2026, 11, 22), {k: Given(v) for k, v in facts.items()})
    found = decides(content, said.definition(content), facts, said.on)
    assert data["decides"] == [
        {"answers": {fact: list(answers) for fact, answers in one.answers}, "verdicts": [v.value for v in one.verdicts]}
        for one in found
    ]
    assert data["decides"][0] == {
        "answers": {"keyholder": ["yes"]},
        "verdicts": ["conditional", "assess", "forbidden"],
    }
    dates = next(one for one in data["variants"][0]["advice"]["decides"] if "last_check" in one["answers"])
    assert dates == {"answers": {"last_check": ["../2025-11-22"]}, "verdicts": ["forbidden"]}


def test_without_variants_there_are_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("{consult: bicycle, facts: {purpose: tidy}, variants: {}}", "utf-8")
    assert json.loads(advise(path, capsys, "--json"))["variants"] == []
    assert "naast elkaar" not in advise(path, capsys)


@pytest.mark.parametrize("written", ["yaml", "json"])
def test_variants_may_be_written_as_json_too(written: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "f"
    said = {
        "consult": "bicycle",
        "facts": {"purpose": "errand"},
        "variants": {"bezoek \U0001f6b2": {"borrower": "visitor"}},
    }
    path.write_text(json.dumps(said, ensure_ascii=written == "json"), "utf-8")
    assert json.loads(advise(path, capsys, "--json"))["variants"][0]["name"] == "bezoek \U0001f6b2"


BAD = {
    "no pairs": ("[a, b]", "paren"),
    "answers are no pairs": ("{a: yes}", "paren"),
    "no such fact": ("{a: {keyholdr: yes}}", "bedoelt u `keyholder`?"),
    "no such answer": ("{a: {keyholder: maybe}}", "kies uit: yes, no, unknown"),
    "no name": ('{"": {keyholder: yes}}', "Geef de variant een naam"),
    "a name that is too long": (f"{{{'x' * 49}: {{keyholder: yes}}}}", "hooguit 48 tekens"),
    "the same name twice": ("{a: {keyholder: yes}, A: {keyholder: no}}", "Er is al een variant met die naam"),
    "too many": (str({f"v{n}": {} for n in range(MOST_VARIANTS + 1)}).replace("'", '"'), f"Meer dan {MOST_VARIANTS}"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_mistake_in_the_variants_is_one_line_that_says_where(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    variants, hint = BAD[case]
    path = tmp_path / "f.yaml"
    path.write_text(f"consult: bicycle\nfacts: {{purpose: errand}}\nvariants: {variants}\n", "utf-8")
    assert main(["advise", str(path), *TREES]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert f"{path}:3: " in said
    assert hint in said


def test_a_hostile_name_stays_text_in_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "f.yaml"
    path.write_text(
        'consult: bicycle\nfacts: {purpose: errand}\nvariants: {"# [x](y) | <b>": {borrower: visitor}}\n', "utf-8"
    )
    assert r"\# \[x\](y) \| \<b\>" in advise(path, capsys)
