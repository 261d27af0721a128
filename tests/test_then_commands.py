"""`magdat diff`, `magdat timeline` and `magdat advise --timeline`: the same facts under the law of other days."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli_tools import TREES, magdat
from wizard.cli import main

TREE = "consult: planting\non: 2020-02-02\nfacts: {spot: park, tree_size: small, neighbours_agree: yes}\n"
RIDE = (
    "consult: bicycle\nfacts: {purpose: errand, borrower: employee, keyholder: yes, brakes_work: yes,"
    " lights_work: yes, tyres_hard: yes, last_check: 2025-06-01, bought: 2020-01-01}\n"
)

Run = Callable[..., str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on a file of facts; gives back what it printed."""
    monkeypatch.delenv("MAGDAT_LANG", raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def run(verb: str, facts: str, *options: str, code: int = 0) -> str:
        file = tmp_path / "facts.yaml"
        file.write_text(facts)
        assert main([verb, str(file), *TREES, *options]) == code
        said = capsys.readouterr()
        assert (said.err == "") == (code == 0)
        return said.out or said.err

    return run


# --------------------------------------------------------------- diff


def test_diff_tells_verdicts_duties_and_citations_each_with_its_day_and_rule(run: Run) -> None:
    out = run("diff", TREE, "--from", "2012-01-01", "--to", "2020-01-01", "--lang", "en")
    assert "1 January 2012  ✓  Go ahead and plant\n1 January 2020  ✓! Yes, provided\n" in out
    assert "- From 1 July 2016: Yes, provided. May the tree stand there?" in out
    assert "  by: art. 7 lid 1 PB (instead of PB 2005); no longer: art. 2 PB 2005" in out
    assert "- Apply for a permit.\n  since 1 July 2016, by: art. 7 lid 1 PB (instead of PB 2005)\n" in out
    assert "- moved: art. 3 PB 2005 → art. 7 lid 1 PB (1 July 2016)\n" in out
    assert "- no longer in force: art. 2 PB 2005 (1 July 2016)\n" in out


def test_diff_as_data_keeps_its_keys_and_says_day_and_rules_of_each_difference(run: Run) -> None:
    data = json.loads(run("diff", TREE, "--from", "2012-01-01", "--to", "2020-01-01", "--json", "--lang", "en"))
    assert list(data) == [
        *("consult", "from", "to", "changed", "before", "after", "trees", "duties_added", "duties_removed", "moved"),
        *("turns", "content", "language", "program"),
    ]
    assert (data["before"]["verdict"], data["after"]["verdict"], data["changed"]) == ("allowed", "conditional", True)
    assert data["duties_added"][0] == {
        "id": "permit",
        "text": "Apply for a permit.",
        "on": "2016-07-01",
        "by": ["park-rule", "open-park"],
    }
    assert {"source": "open-park", "before": "bylaw_old art. 2", "after": None, "on": "2016-07-01"}.items() <= next(
        move for move in data["moved"] if move["source"] == "open-park"
    ).items()
    [turn] = data["turns"]
    assert (turn["on"], turn["kind"], turn["verdict"]) == ("2016-07-01", "verdict", "conditional")
    assert [rule["text"] for rule in turn["by"]] == ["art. 7 lid 1 PB", "art. 2 PB 2005"]
    assert turn["trees"][0]["before"]["outcome"] == "OPEN_PARK"
    assert turn["trees"][0]["after"]["because"] == "A small tree is fine with a permit."


def test_diff_finds_the_day_on_which_a_term_ran_out(run: Run) -> None:
    data = json.loads(run("diff", RIDE, "--from", "2025-12-01", "--to", "2026-12-01", "--json"))
    [turn] = data["turns"]
    assert turn["on"] == "2026-06-01"
    assert turn["elapsed"] == [{"fact": "last_check", "years": 1, "sources": ["yearly-check"]}]
    out = run("diff", RIDE, "--from", "2025-12-01", "--to", "2026-12-01")
    assert "1 jaar voorbij sinds 1 juni 2025" in " ".join(out.split())


def test_diff_says_when_nothing_changes(run: Run) -> None:
    out = run("diff", TREE, "--from", "2019-01-01", "--to", "2019-06-01")
    assert out.endswith("Er verandert niets.\n")


# --------------------------------------------------------------- timeline


def test_timeline_draws_the_periods_and_tells_every_turn(run: Run) -> None:
    out = run("timeline", RIDE, "--lang", "en", "--on", "2020-01-01")
    assert out.startswith(
        "Borrowing the office bicycle\n\n"
        "2010 ──────────·───────── 2018 ──────────·───────── 2026 ───────────────────→\n"
        "✓ Yes, allowed            ✓! Yes, provided          ✗ No, not allowed\n"
        "                          ▲\n"
    ), out
    assert "▲ the period of the reference date: 1 January 2020" in out
    whole = " ".join(out.split())
    assert "✓ 1 January 2010: Yes, allowed. We know the law from this day on." in whole
    assert "· 1 January 2024: New duty: Look the bicycle over." in whole
    assert "✗ 1 June 2026: No, not allowed. 1 year had passed since 1 June 2025" in whole
    assert "By: regel 4 lid 3 House rules." in whole


@pytest.mark.parametrize("width", [40, 60, 80, 140, 400])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_timeline_fits_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, width: int, language: str) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = run("timeline", RIDE, "--lang", language)
    assert max(map(len, out.splitlines())) <= min(width, 140)
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", out)  # no colours, no tabs


def test_timeline_takes_the_reference_date_of_the_file_and_marks_it(run: Run) -> None:
    data = json.loads(run("timeline", TREE, "--json"))
    assert data["on"] == "2020-02-02"
    assert [(period["start"], period["end"], period["current"]) for period in data["periods"]] == [
        ("2010-01-01", "2016-07-01", False),
        ("2016-07-01", None, True),
    ]
    assert list(data) == ["consult", "on", "periods", "later", "facts", "content", "language", "program"]
    first, second = data["periods"]
    assert (first["turn"], first["outcomes"]["planting"]) == (None, "OPEN_PARK")
    assert (second["turn"]["kind"], second["verdict"]) == ("verdict", "conditional")


def test_timeline_can_be_cut_and_then_has_an_end(run: Run) -> None:
    out = run("timeline", TREE, "--from", "2012-01-01", "--to", "2013-01-01")
    assert "2012 ─" in out
    assert "→" not in out.split("\n\n")[1]
    assert "▲" not in out  # the reference date is not on the line
    assert "Hier begint de lijn." in out
    data = json.loads(run("timeline", TREE, "--from", "2012-01-01", "--to", "2013-01-01", "--json"))
    assert [(period["start"], period["end"]) for period in data["periods"]] == [("2012-01-01", "2013-01-02")]


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        (("--from", "2000-01-01"), "--from: reference date 2000-01-01"),
        (("--to", "2000-01-01"), "--to: reference date 2000-01-01"),
        (("--from", "2015-01-01", "--to", "2014-01-01"), "--to: 2014-01-01 lies before the start of the line"),
        (("--to", "soon"), "`soon` is not a date"),
    ],
)
def test_timeline_says_in_one_line_what_is_wrong_with_a_date(run: Run, options: tuple[str, ...], wrong: str) -> None:
    said = run("timeline", TREE, "--lang", "en", *options, code=2)
    assert wrong in said
    assert said.count("\n") == 1


def test_timeline_into_a_pipe_is_plain_and_starts_without_textual(tmp_path: Path) -> None:
    done = magdat("timeline", "-", *TREES, home=tmp_path, stdin=RIDE.encode(), COLUMNS="")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.decode().splitlines()
    assert 80 < max(map(len, lines)) <= 100
    code = "import sys; from wizard.cli import main; main(sys.argv[1:]); sys.exit(int('textual' in sys.modules))"
    file = tmp_path / "facts.yaml"
    file.write_text(RIDE)
    argv = f"import sys; sys.argv = ['x', 'timeline', {str(file)!r}, '--trees', {TREES[1]!r}]\n{code}"
    assert magdat(home=tmp_path, code=argv).returncode == 0


# --------------------------------------------------------------- advise --timeline


def test_advise_adds_then_and_now_when_asked(run: Run) -> None:
    assert "## Toen en nu" in run("advise", RIDE, "--timeline")
    assert "## Toen en nu" not in run("advise", RIDE)
    data = json.loads(run("advise", RIDE, "--timeline", "--json"))
    assert [period["start"] for period in data["timeline"]] == ["2010-01-01", "2018-03-01", "2026-06-01"]
    assert "timeline" not in json.loads(run("advise", RIDE, "--json"))


def test_completion_and_help_know_the_verb_and_its_options(capsys: pytest.CaptureFixture[str]) -> None:
    for shell in ("bash", "zsh", "fish"):
        assert main(["completion", shell]) == 0
        assert "timeline" in capsys.readouterr().out
    assert main(["timeline", "--help", "--lang", "nl"]) == 0
    out = capsys.readouterr().out
    assert "--from DATUM" in out
    assert "--to DATUM" in out
