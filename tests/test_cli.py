import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli_tools import ERRAND, GOOD, TREES
from wizard import __version__
from wizard.cli import main
from wizard.commands import words
from wizard.commands.options import VERBS
from wizard.content.model import Text

CONTRACT = [
    "consult",
    "on",
    "verdict",
    "possible",
    "settled",
    "open",
    "assumed",
    "findings",
    "scenarios",
    "alternatives",
    "content",
]
FINDING = ["tree", "outcome", "verdict", "because", "duties", "sources", "path"]


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("MAGDAT_LANG", raising=False)
    monkeypatch.delenv("MAGDAT_DEBUG", raising=False)


@pytest.fixture
def errand(tmp_path: Path) -> str:
    file = tmp_path / "facts.yaml"
    file.write_text(ERRAND)
    return str(file)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Runs a command that has nothing to complain about."""

    def run(*given: str) -> tuple[int, str]:
        code = main(list(given))
        said = capsys.readouterr()
        assert said.err == ""
        return code, said.out

    return run


Run = Callable[..., tuple[int, str]]


# words and options


def test_help_lists_every_verb_in_both_languages(run: Run) -> None:
    for language in ("nl", "en"):
        code, out = run("--help", "--lang", language)
        assert code == 0
        for name, verb in VERBS.items():
            assert re.search(rf"^    {name} +\S", out, re.MULTILINE), name
            assert " ".join(verb.help.in_(language).split()[:3]) in out


def test_help_of_every_verb_names_its_options(run: Run) -> None:
    for name, verb in VERBS.items():
        _, out = run(name, "--help", "--lang", "en")
        for option in verb.options:
            assert (option.flags[0] if option.flags[0].startswith("-") else "arguments") in out
        assert "--on DATE" in out
        assert out.startswith(f"usage: magdat {name}")


def test_every_text_is_there_in_both_languages_with_the_same_places_to_fill_in() -> None:
    texts = {name: text for name, text in vars(words).items() if isinstance(text, Text)}
    assert texts
    for name, text in texts.items():
        assert text.nl.strip(), name
        assert text.en.strip(), name
        assert sorted(re.findall(r"{\w*}", text.nl)) == sorted(re.findall(r"{\w*}", text.en)), name


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"magdat {__version__}\n")
    assert run("check", "--version") == (0, f"magdat {__version__}\n")


def test_options_work_before_and_after_the_verb(run: Run) -> None:
    before = run("--lang", "en", *TREES, "--on", "2019-01-01", "graph", "bicycle")
    after = run("graph", "bicycle", "--lang", "en", *TREES, "--on", "2019-01-01")
    mixed = run("--on", "2019-01-01", "graph", *TREES, "bicycle", "--lang=en")
    assert before == after == mixed
    assert "May you borrow the bicycle?" in before[1]


def test_language_comes_from_the_option_then_the_environment_then_dutch(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Mag u de fiets lenen?" in run("graph", "bicycle", *TREES)[1]
    monkeypatch.setenv("MAGDAT_LANG", "en")
    assert "May you borrow the bicycle?" in run("graph", "bicycle", *TREES)[1]
    assert "Mag u de fiets lenen?" in run("graph", "bicycle", *TREES, "--lang", "nl")[1]


# advise


def test_advise_json_keeps_the_contract_in_order(run: Run, errand: str) -> None:
    code, out = run("advise", errand, *TREES, "--json")
    data = json.loads(out)
    assert code == 0
    assert list(data)[: len(CONTRACT)] == CONTRACT
    assert data["consult"] == "bicycle"
    assert data["on"] == "2019-01-01"
    assert data["verdict"] == "forbidden"
    assert data["possible"] == ["conditional", "forbidden"]
    assert data["settled"] is False
    assert data["open"] == ["brakes_work", "lights_work", "tyres_hard"]
    assert data["assumed"] == {"minor": "no", "weather": "dry"}
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", data["content"])
    finding = data["findings"][0]
    assert list(finding)[: len(FINDING)] == FINDING
    assert finding["tree"] == "bicycle"
    assert finding["outcome"] is None
    assert [(step["fact"], step["answer"]) for step in finding["path"]] == [
        ("purpose", "errand"),
        ("borrower", "employee"),
        ("keyholder", "yes"),
        (None, "2018-03-01"),
    ]
    assert data["scenarios"][0]["answers"]["brakes_work"] == ["yes"]


def test_advise_json_gives_texts_in_the_language_asked_for(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text(ERRAND.replace("}", ", brakes_work: yes, lights_work: yes, tyres_hard: yes, spot: park}"))
    for language, text in (("nl", "Zet de fiets op slot."), ("en", "Lock the bicycle.")):
        data = json.loads(run("advise", str(file), *TREES, "--json", "--lang", language)[1])
        assert data["verdict"] == "conditional"
        assert {"id": "lock", "text": text, "deadline": None, "due": None, "sources": ["bicycle-rule"]} in data[
            "duties"
        ]
        rule = next(source for source in data["sources"] if source["id"] == "roadworthy-rule")
        assert rule["text"] == ("art. 20 lid 1 PV" if language == "nl" else "art. 20 lid 1 PB")
        assert rule["url"] == "https://example.org/fietsen/2019-01-01"
        assert data["unused"] == ["spot"]


def test_advise_json_offers_what_would_be_allowed_instead(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text(ERRAND.replace("keyholder: yes", "keyholder: no"))
    data = json.loads(run("advise", str(file), *TREES, "--json")[1])
    assert data["verdict"] == "forbidden"
    assert data["alternatives"][0]["change"] == {"keyholder": "yes"}


def test_a_no_is_still_done(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text("consult: bicycle\nfacts: {purpose: trip}\n")
    code, out = run("advise", str(file), *TREES, "--json")
    assert (code, json.loads(out)["verdict"]) == (0, "forbidden")


def test_json_in_is_the_same_as_yaml_in(run: Run, tmp_path: Path, errand: str) -> None:
    file = tmp_path / "facts.json"
    facts = {"purpose": "errand", "borrower": "employee", "keyholder": "yes"}
    file.write_text(json.dumps({"consult": "bicycle", "on": "2019-01-01", "facts": facts}, indent="\t"))
    assert run("advise", str(file), *TREES, "--json") == run("advise", errand, *TREES, "--json")


def test_notes_and_language_in_the_file_reach_the_report(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    asked = {"purpose": "errand", "borrower": "employee"}
    note = 'bel 🚲 Jan \\ud "maandag"'
    file.write_text(
        json.dumps(
            {"consult": "bicycle", "language": "en", "on": "2019-01-01", "facts": asked, "notes": {"keyholder": note}}
        )
    )
    code, out = run("advise", str(file), *TREES)
    assert code == 0
    assert "🚲" in out
    assert "Jan" in out
    assert "The law" in out or "law" in out.splitlines()[0].lower() or "Advice" in out
    assert json.loads(run("advise", str(file), *TREES, "--json")[1])["facts"]["keyholder"] == "unknown"
    assert run("advise", str(file), *TREES, "--lang", "nl")[1] != out


def test_the_option_wins_over_the_date_in_the_file(run: Run, errand: str) -> None:
    assert json.loads(run("advise", errand, *TREES, "--json", "--on", "2012-05-01")[1])["on"] == "2012-05-01"


def test_advise_writes_a_private_file_once(
    run: Run, errand: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.md"
    code, out = run("advise", errand, *TREES, "-o", str(report))
    assert (code, out) == (0, "")
    first = report.read_text()
    assert first == run("advise", errand, *TREES)[1]
    assert report.stat().st_mode & 0o777 == 0o600
    assert main(["advise", errand, *TREES, "-o", str(report), "--on", "2012-05-01"]) == 2
    assert "--force" in capsys.readouterr().err
    assert report.read_text() == first
    run("advise", errand, *TREES, "-o", str(report), "--on", "2012-05-01", "--force")
    assert report.read_text() != first


# the other verbs


def test_check_finds_nothing_in_good_trees(run: Run) -> None:
    assert run("check", str(GOOD)) == (0, "Geen fouten.\n")
    assert run("check", *TREES, "--json") == (0, "[]\n")


def test_check_names_the_line_of_every_fault(run: Run, tmp_path: Path) -> None:
    for path in GOOD.glob("*.yaml"):
        text = path.read_text()
        if path.name == "bicycle.yaml":
            text = text.replace("ask: purpose", "ask: purpos").replace("ask: borrower", "ask: borower")
        (tmp_path / path.name).write_text(text)
    code, out = run("check", str(tmp_path), "--lang", "en")
    assert code == 1
    line = 1 + (GOOD / "bicycle.yaml").read_text().split("\n").index(
        next(row for row in (GOOD / "bicycle.yaml").read_text().split("\n") if "ask: purpose" in row)
    )
    assert f"bicycle.yaml:{line}:" in out
    assert f"bicycle.yaml:{line + 1}:" in out
    assert "did you mean `purpose`?" in out
    code, out = run("check", str(tmp_path), "--json")
    found = json.loads(out)
    assert code == 1
    assert {(fault["code"], fault["line"]) for fault in found} >= {("unknown-fact", line), ("unknown-fact", line + 1)}
    assert list(found[0]) == ["code", "file", "line", "column", "message", "hint"]
    assert (found[0]["message"], found[0]["hint"]) == ("er is geen feit `purpos`", "bedoelt u `purpose`?")
    english = json.loads(run("check", str(tmp_path), "--json", "--lang", "en")[1])
    assert (english[0]["message"], english[0]["hint"]) == ("unknown fact `purpos`", "did you mean `purpose`?")


def test_check_speaks_dutch(run: Run, tmp_path: Path) -> None:
    for path in GOOD.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text().replace("ask: purpose", "ask: purpos"))
    code, out = run("check", str(tmp_path))
    assert code == 1
    assert "unknown-fact: er is geen feit `purpos`\n" in out
    assert "  = bedoelt u `purpose`?\n" in out
    assert out.endswith("1 fout.\n")


def test_facts_lists_answers_and_presumptions(run: Run) -> None:
    _, out = run("facts", *TREES, "--lang", "en")
    assert "purpose: What do you take the bicycle for?" in out
    assert "  errand = An errand for the office" in out
    assert "ordinarily no (No)" in out
    assert "ordinarily dry (Not icy), if purpose: errand" in out
    assert "a date (YYYY-MM-DD)" in out
    assert run("facts", "weather", *TREES)[1].startswith("weather: ")
    data = json.loads(run("facts", "weather", "--json", *TREES)[1])
    assert data[0]["presumed_when"] == {"purpose": ["errand"]}


def test_schema_is_json(run: Run) -> None:
    assert json.loads(run("schema")[1])["$schema"].startswith("http://json-schema.org/draft-07")


def test_completion_names_every_verb_and_option(run: Run) -> None:
    for shell in ("bash", "zsh", "fish"):
        _, out = run("completion", shell)
        for name in VERBS:
            assert name in out
        assert "coverage" in out
        assert "mermaid" in out
