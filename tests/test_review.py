"""`magdat review`: it names exactly the advices that the law turns; table, data, letters, progress, exit codes."""

from __future__ import annotations

import json
import os
import pty
import stat
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from tests.cli_tools import GOOD, ROOT, TREES, environment
from tests.corpus import ways, write_corpus
from wizard.cli import main
from wizard.content.load import load
from wizard.content.model import Content, Verdict
from wizard.dossier.consultation import CameOut, Consultation, Given
from wizard.dossier.form import dump, load_dossier
from wizard.dossier.holds import came_out
from wizard.reasoning.advice import Advice, advise

CONTENT = load(GOOD)
THEN, LATER = date(2012, 6, 1), date(2019, 1, 1)
FREE = dict.fromkeys(("keyholder", "brakes_work", "lights_work", "tyres_hard"), "yes") | {
    "purpose": "errand",
    "borrower": "employee",
}
"""In 2012 the bicycle was free to use, in 2019 only on conditions."""
VISITOR = {"purpose": "errand", "borrower": "visitor"}
"""A visitor may not, whatever the law."""
HOSTILE = "[bold]x[/] {{ 7 * 7 }} <b>y</b> # z \u202eabc"

Review = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data and settings of the user in a folder of the test."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in [name for name in os.environ if name.startswith("MAGDAT")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path / "home"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Review:
    """``run(words, …)`` is `magdat review words …` on the test content: exit code, output, complaints."""

    def review(*words: object) -> tuple[int, str, str]:
        code = main(["review", *map(str, words), *TREES])
        said = capsys.readouterr()
        return code, said.out, said.err

    return review


def put(folder: Path, name: str, facts: Mapping[str, str] = FREE, on: date = THEN, **about: Any) -> Path:
    """A dossier on disk whose advice was seen."""
    folder.mkdir(parents=True, exist_ok=True)
    said = Consultation("bicycle", on, {fact: Given(answer) for fact, answer in facts.items()}, **about)
    advice = advise(CONTENT, CONTENT.consults["bicycle"], said.facts, on, explore=False)
    said = replace(said, came_out=(came_out(CONTENT, said, advice, f"{on}T09:30:00"),))
    path = folder / f"{name}.yaml"
    path.write_text(dump(said, CONTENT.digest), "utf-8")
    return path


# ---------------------------------------------------------------- the law of 1 July 2026


BEFORE, AFTER = date(2026, 6, 30), date(2026, 7, 1)


def shape(advice: Advice) -> tuple[object, object, object]:
    """What an advice comes to: verdicts, outcomes, duties."""
    ends = frozenset((finding.tree, finding.outcome) for finding in advice.findings if finding.outcome)
    return advice.possible, ends, frozenset(advice.duties)


def shape_seen(came: CameOut) -> tuple[object, object, object]:
    """What an advice came to when it was made, as the dossier has it."""
    return tuple(map(Verdict, came.verdicts)), frozenset(came.outcomes.items()), frozenset(came.duties)


def turned_by_law(law: Content, paths: list[Path]) -> dict[str, str]:
    """The dossiers in which some advice differs between the two days, and in which respect; told by `advise` alone."""
    found: dict[str, str] = {}
    for path in paths:
        said, _ = load_dossier(path)
        consult = law.consults[said.consult]
        kinds = []
        for way in ways(said):
            name = "" if way is None else said.variants[way].name
            seen = next((shape_seen(came) for came in said.came_out if came.variant == name), None)
            then = seen or shape(advise(law, consult, said.facts_in(way), BEFORE, explore=False))
            now = shape(advise(law, consult, said.facts_in(way), AFTER, explore=False))
            kinds += [n for n in range(3) if then[n] != now[n]][:1]
        if kinds:
            found[path.stem] = ("verdict", "outcome", "duties")[min(kinds)]
    return found


def test_of_500_dossiers_exactly_those_are_named_that_the_law_turns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    law = load(cases=True)
    folder = tmp_path / "dossiers"
    paths = write_corpus(folder, law, 500, BEFORE)
    expected = turned_by_law(law, paths)
    assert len(list(folder.glob("*.yaml"))) == 500
    assert 15 < len(expected) < 250
    assert set(expected.values()) == {"verdict", "outcome", "duties"}

    assert main(["review", str(folder), "--json", "--on", str(AFTER)]) == 1
    data = json.loads(capsys.readouterr().out)
    named = {one["name"]: one["changed"] for one in data["dossiers"] if not one["holds"]}
    assert named == expected
    assert (data["reviewed"], data["turned"]) == (500, len(expected))
    advices = [advice for one in data["dossiers"] for advice in one["advices"] if not advice["holds"]]
    assert {advice["since"] for advice in advices} == {str(AFTER)}
    assert all(advice["by"] and advice["trees"] is None for advice in advices)

    assert main(["review", *map(str, paths[::10]), "--on", str(BEFORE)]) == 0
    assert "Alle adviezen gelden nog." in capsys.readouterr().out


# ---------------------------------------------------------------- the table


def test_the_table_says_what_changed_since_when_and_because_of_what(run: Review, tmp_path: Path) -> None:
    put(tmp_path / "d", "free", client="Jansen BV", matter="zomeractie")
    put(tmp_path / "d", "visitor", VISITOR, client="De Wit")
    code, out, err = run(tmp_path / "d", "--on", LATER)
    assert code == 1
    assert err == ""
    assert "2 dossiers nagekeken, recht van 1 januari 2019." in out
    assert "1 dossier geldt niet meer: 1 met een ander antwoord." in " ".join(out.split())
    assert "De Wit" not in out
    assert [line for line in out.splitlines() if line.startswith("Jansen BV")]
    for said in ("Ja, dat mag", "Ja, mits", "2018-03-01", "regel 4 lid 2 Huisregels"):
        assert squash(said) in squash(column_text(out)), said
    english = run(tmp_path / "d", "--on", LATER, "--lang", "en")[1]
    assert "1 dossier no longer holds: 1 with another answer." in " ".join(english.split())


def squash(text: str) -> str:
    return "".join(text.split())


def column_text(out: str) -> str:
    """The names of the dossiers, and then the cells of the table one below the other, each as a whole."""
    lines = out.splitlines()
    at = lines.index("Dossier") + 1
    starts = [lines[at].index(word) for word in ("Wat er", "Sinds", "Door")]
    rows = lines[at + 2 :]
    rows = rows[: next(n for n, row in enumerate(rows) if row.startswith("Met -v") or row.startswith("───"))]
    cells = zip(starts, [*starts[1:], None], strict=True)
    below = [row[start:end].strip() for start, end in cells for row in rows if row.startswith("  ")]
    return " ".join([*(row for row in rows if not row.startswith("  ")), *below])


@pytest.mark.parametrize("width", [40, 60, 80, 140])
@pytest.mark.parametrize("more", [(), ("-v",)])
def test_it_fits_the_terminal_and_nothing_is_cut(
    run: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int, more: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    put(tmp_path / "d", "one", client="Verzekeringsmaatschappij de Onderlinge Waarborg", matter="woord " * 9)
    put(tmp_path / "d", "two", client="日本語の会社" * 3, matter="x" * 70)
    code, out, _ = run(tmp_path / "d", "--on", LATER, *more)
    assert code == 1
    wide = [line for line in out.splitlines() if cell_len(line) > width]
    assert [line for line in wide if "語" not in line] == []
    if not more and width >= 72:
        assert wide == []
    assert "…" not in out
    assert squash(out).count("x") >= 70


def test_with_v_all_that_changed_is_told(run: Review, tmp_path: Path) -> None:
    path = put(tmp_path / "d", "free", client="Jansen BV")
    code, out, _ = run(path, "--on", LATER, "-v")
    assert code == 1
    flat = " ".join(out.split())
    for said in (
        "Bestand: free.yaml",
        "U zag op 1 juni 2012, 09:30: ✓ Ja, dat mag (recht van 1 juni 2012).",
        "Nu, onder het recht van 1 januari 2019: ✓! Ja, mits.",
        "Vanaf 1 maart 2018",
        "Nieuwe plichten - Schrijf op wanneer u de fiets meeneemt en terugbrengt.",
        "sinds 1 maart 2018",
    ):
        assert said in flat, said


def test_an_advice_on_an_earlier_consult_is_told_apart(run: Review, tmp_path: Path) -> None:
    path = put(tmp_path / "d", "free", client="Jansen BV", trail=("planting",))
    said, _ = load_dossier(path)
    came = replace(said.came_out[0], consult="planting", outcomes={"gone": "X"}, facts="")
    path.write_text(dump(replace(said, came_out=(*said.came_out, came)), CONTENT.digest), "utf-8")
    cells = column_text(run(path, "--on", LATER)[1])
    assert cells.startswith("Jansen BV free.yaml ")
    title = CONTENT.consults["planting"].title.nl
    assert f"{title}: gezien 2012-06-01, recht van 2012-06-01" in cells


def test_the_trees_changed(run: Review, tmp_path: Path) -> None:
    path = put(tmp_path / "d", "free")
    text = path.read_text("utf-8").replace('"allowed"', '"forbidden"').replace('"FREE"', '"NO_KEY"')
    path.write_text(text.replace(CONTENT.digest, "0" * 64), "utf-8")
    code, out, _ = run(path, "--on", THEN, "-v")
    assert code == 1
    flat = " ".join(out.split())
    assert "het begin" in column_text(out), "it was not right on its own day of law either"
    assert "gezien 2012-06-01, recht van 2012-06-01" in flat
    assert "Op dezelfde peildatum (1 juni 2012), met de regels zoals het programma ze nu kent" in flat
    assert "onze vastlegging" in squash(column_text(out)).replace("onzevastlegging", "onze vastlegging")


def test_names_of_others_are_shown_to_the_letter(run: Review, tmp_path: Path) -> None:
    path = put(tmp_path / "d", "free", client=HOSTILE)
    text = path.read_text("utf-8")
    for more in ((), ("-v",), ("--json",), ("--letter",)):
        _, out, err = run(path, "--on", LATER, *more)
        assert "\u202e" not in out + err
        assert "\x1b" not in out + err
        if not more:
            assert "[bold]x[/]" in out
            assert "{{ 7 * 7 }}" in " ".join(column_text(out).split())
    assert json.loads(run(path, "--on", LATER, "--json")[1])["dossiers"][0]["client"].startswith("[bold]x[/]")
    assert path.read_text("utf-8") == text


# ---------------------------------------------------------------- which dossiers, and exit codes


def test_without_a_path_all_dossiers_of_the_user_are_reviewed(run: Review, tmp_path: Path) -> None:
    put(tmp_path / "mine", "free")
    put(tmp_path / "mine" / "archive", "old")
    code, out, _ = run("--dossiers", tmp_path / "mine", "--on", LATER, "--json")
    assert code == 1
    assert [one["name"] for one in json.loads(out)["dossiers"]] == ["free"]
    code, out, _ = run("--dossiers", tmp_path / "mine", "old", "--on", LATER, "--json")
    assert [one["name"] for one in json.loads(out)["dossiers"]] == ["old"], "by its name, archived or not"


def test_no_dossiers_yet_is_no_fault_but_a_folder_named_without_any_is(run: Review, tmp_path: Path) -> None:
    assert run() == (0, "Er zijn geen dossiers om na te kijken.\n", "")
    assert json.loads(run("--json")[1])["dossiers"] == []
    code, out, err = run(tmp_path)
    assert (code, out) == (2, "")
    assert "in deze map staan geen dossiers" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("name", ["nergens.yaml", "nergens/", "a\0b", "x" * 5000, "~nobody-at-all/x"])
def test_what_does_not_exist_is_told_and_nothing_is_done(run: Review, tmp_path: Path, name: str) -> None:
    there = put(tmp_path / "d", "free")
    code, out, err = run(there, name, "--on", LATER)
    assert (code, out) == (2, "")
    assert err.startswith("magdat: er is geen dossier `")
    assert err.count("\n") == 1


def test_each_dossier_counts_once(run: Review, tmp_path: Path) -> None:
    path = put(tmp_path / "d", "free")
    (tmp_path / "link.yaml").symlink_to(path)
    _, out, _ = run(path, tmp_path / "d", path.parent / "." / path.name, tmp_path / "link.yaml", "--json")
    assert len(json.loads(out)["dossiers"]) == 1


def test_options_may_stand_between_the_dossiers(run: Review, tmp_path: Path) -> None:
    free, visitor = put(tmp_path / "d", "free"), put(tmp_path / "d", "visitor", VISITOR)
    for words in ((free, "--on", LATER, visitor, "--json"), ("--json", free, visitor, "--on", LATER)):
        code, out, _ = run(*words)
        assert code == 1
        assert [one["name"] for one in json.loads(out)["dossiers"]] == ["free", "visitor"]
    assert run(free, "--nowhere", visitor)[0] == 2


BROKEN = {
    "empty.yaml": b"",
    "no-dossier.yaml": b"a: b\n",
    "later.yaml": b"format: 99\n",
    "binary.yaml": b"\xff\xfe\x00\x01",
    "cut.yaml": b'"format": "2"\n"consult": "bicy',
    "alias.yaml": b"format: &a 2\nconsult: *a\n",
}


def test_unreadable_dossiers_are_named_in_a_line_each_and_the_rest_is_done(run: Review, tmp_path: Path) -> None:
    folder = tmp_path / "d"
    put(folder, "free")
    for name, data in BROKEN.items():
        (folder / name).write_bytes(data)
    strange = put(folder, "strange").read_text("utf-8").replace('"bicycle"', '"unheard"', 1)
    (folder / "strange.yaml").write_text(strange, "utf-8")
    code, out, err = run(folder, "--on", LATER)
    assert code == 1
    assert len(err.splitlines()) == len(BROKEN) + 1
    for name in (*BROKEN, "strange.yaml"):
        assert sum(name in line for line in err.splitlines()) == 1
    assert "1 dossier nagekeken" in out
    assert f"{len(BROKEN) + 1} dossiers konden niet worden nagekeken." in out
    data = json.loads(run(folder, "--on", LATER, "--json")[1])
    assert sum(bool(one["error"]) for one in data["dossiers"]) == len(BROKEN) + 1


def test_exit_codes(run: Review, tmp_path: Path) -> None:
    free, visitor = put(tmp_path / "d", "free"), put(tmp_path / "d", "visitor", VISITOR)
    broken = tmp_path / "broken.yaml"
    broken.write_bytes(b"")
    assert run(free, visitor, "--on", THEN)[0] == 0
    assert run(visitor, "--on", LATER)[0] == 0
    assert run(free, visitor, "--on", LATER)[0] == 1
    assert run(visitor, broken, "--on", LATER)[0] == 1, "not all are known to hold"
    assert run(broken)[0] == 2
    assert run(free, "--on", "1999-01-01")[0] == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--json", "--letter"), "--json, --letter"),
        (("--format", "html"), "--format"),
        (("-o", "x"), "-o"),
        (("--force",), "--force"),
        (("--letter", "--format", "pdf"), "--format pdf"),
        (("--letter", "--templates", "nergens"), "nergens"),
    ],
)
def test_options_that_make_no_sense_together(run: Review, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    code, out, err = run(put(tmp_path / "d", "free"), "--on", LATER, *words)
    assert (code, out) == (2, "")
    assert said in err.splitlines()[-1]


# ---------------------------------------------------------------- data


def test_as_data(run: Review, tmp_path: Path) -> None:
    put(tmp_path / "d", "free", client="Jansen BV", matter="m", advisor="Noor")
    code, out, _ = run(tmp_path / "d", "--on", LATER, "--json", "--lang", "en")
    assert code == 1
    data = json.loads(out)
    assert list(data) == [
        *("on", "reviewed", "turned", "unsure", "seen_again", "dossiers", "content", "language", "program"),
    ]
    (one,) = data["dossiers"]
    assert (one["client"], one["matter"], one["advisor"], one["consult"]) == ("Jansen BV", "m", "Noor", "bicycle")
    assert (one["on"], one["holds"], one["changed"], one["error"]) == ("2012-06-01", False, "verdict", None)
    (advice,) = one["advices"]
    assert (advice["since"], advice["changed"], advice["trees"]) == ("2018-03-01", "verdict", None)
    assert advice["seen"]["possible"] == ["allowed"]
    assert advice["seen"]["at"] == "2012-06-01T09:30:00+02:00", "with its zone"
    assert advice["now"]["possible"] == ["conditional"]
    assert {"id": "bicycle-rule", "text": "regel 4 lid 1 House rules", "url": "https://example.org/huisregels"} in (
        advice["by"]
    )
    assert [duty["id"] for duty in advice["law"]["duties_added"]] == ["log-book"]
    assert advice["law"]["turns"][-1]["on"] == "2018-03-01"


# ---------------------------------------------------------------- letters


def test_letters_go_to_a_folder_one_for_each_dossier_that_no_longer_holds(run: Review, tmp_path: Path) -> None:
    put(tmp_path / "a", "Zaak 12: Jansen & Zn", client="Jansen BV", advisor="Noor Haddad")
    put(tmp_path / "b", "zaak 12 jansen zn")
    put(tmp_path / "a", "visitor", VISITOR)
    out_folder = tmp_path / "new" / "letters"
    words = (tmp_path / "a", tmp_path / "b", "--on", LATER, "--letter", "-o", out_folder)
    code, out, err = run(*words)
    assert (code, err) == (1, "")
    assert "2 brieven in" in out
    made = sorted(out_folder.iterdir())
    assert [path.name for path in made] == ["zaak-12-jansen-zn-2-brief.md", "zaak-12-jansen-zn-brief.md"]
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in made)
    assert stat.S_IMODE(out_folder.stat().st_mode) == 0o700
    letter = made[1].read_text("utf-8")
    assert letter.startswith("Jansen BV\\\n")
    assert "Met vriendelijke groet,\\\n\\\n\\\nNoor Haddad\n" in letter

    made[1].write_text("mine")
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert "bestaat al" in err
    assert made[1].read_text() == "mine"
    assert run(*words, "--force")[0] == 1
    assert made[1].read_text("utf-8") == letter


def test_where_all_holds_no_letter_is_needed_and_no_folder_is_made(run: Review, tmp_path: Path) -> None:
    put(tmp_path / "a", "visitor", VISITOR)
    code, out, err = run(tmp_path / "a", "--on", LATER, "--letter", "-o", tmp_path / "letters")
    assert (code, err) == (0, "")
    assert out.endswith("Er was geen brief nodig.\n")
    assert not (tmp_path / "letters").exists()


def test_letters_in_several_forms(run: Review, tmp_path: Path) -> None:
    put(tmp_path / "d", "free", client="Jansen BV")
    code, _, err = run(tmp_path / "d", "--on", LATER, "--letter", "--format", "md,html,docx", "-o", tmp_path / "out")
    assert (code, err) == (1, "")
    made = {path.suffix: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert set(made) == {".md", ".html", ".docx"}
    assert made[".html"].startswith(b"<!DOCTYPE html>")
    assert b"Jansen BV" in made[".html"]


def test_letters_on_standard_output_leave_it_clean(run: Review, tmp_path: Path) -> None:
    put(tmp_path / "d", "one", client="Een BV")
    put(tmp_path / "d", "two", client="Twee BV")
    code, out, err = run(tmp_path / "d", "--on", LATER, "--letter")
    assert code == 1
    assert out.count("\n# Ons advies is veranderd: ") == 2
    assert sum(out.count(f"\n\n---\n\n{client} BV\\\n") for client in ("Een", "Twee")) == 1, "a line between them"
    assert "2 dossiers gelden niet meer" in err
    code, out, err = run(tmp_path / "d", "--on", THEN, "--letter")
    assert (code, out) == (0, "")
    assert "Alle adviezen gelden nog." in err


def test_where_no_folder_can_be_made(run: Review, tmp_path: Path) -> None:
    path = put(tmp_path / "d", "free")
    code, out, err = run(path, "--on", LATER, "--letter", "-o", path)
    assert (code, out) == (2, "")
    assert "hier kan geen map komen" in err


# ---------------------------------------------------------------- progress


def in_terminal(home: Path, *words: str, wide: int = 80, **more: str) -> tuple[int, bytes, bytes]:
    """The real program with its standard error on a terminal: exit code, output, what the terminal got."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, wide))
    command = [sys.executable, "-m", "wizard", "review", *words, *TREES]
    terminal = {"TERM": "xterm-256color", "COLUMNS": "80", **more}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(home, **terminal), stdout=subprocess.PIPE, stderr=theirs
    ) as process:
        os.close(theirs)
        assert process.stdout is not None
        out, shown = process.stdout.read(), b""
        while True:
            try:
                more_shown = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not more_shown:
                break
            shown += more_shown
        code = process.wait(timeout=60)
    os.close(ours)
    return code, out, shown


def test_a_bar_shows_progress_on_a_terminal_and_only_there(home: Path, tmp_path: Path) -> None:
    for n in range(12):
        put(tmp_path / "d", f"free-{n}")
    words = (str(tmp_path / "d"), "--on", str(LATER), "--json")
    code, out, shown = in_terminal(home, *words)
    assert code == 1
    assert len(json.loads(out)["dossiers"]) == 12
    assert b"Dossiers nakijken" in shown
    assert "━".encode() in shown
    assert b"\x1b[?25h" in shown, "the cursor is shown again"
    plain = in_terminal(home, *words, TERM="dumb")
    assert (plain[0], plain[2]) == (1, b"")
    assert b"\x1b[3" not in in_terminal(home, *words, NO_COLOR="1")[2]
    piped = subprocess.run(
        [sys.executable, "-m", "wizard", "review", *words, *TREES],
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (piped.returncode, piped.stderr) == (1, b"")
    assert piped.stdout == out


def test_on_a_terminal_what_is_said_beside_letters_goes_on_between_words(home: Path, tmp_path: Path) -> None:
    put(tmp_path / "d", "free", client="Jansen BV")
    code, out, shown = in_terminal(home, str(tmp_path / "d"), "--on", str(LATER), "--letter", wide=40)
    assert code == 1
    assert out.decode().startswith("Jansen BV")
    lines = shown.decode().split("\r\n")
    assert lines[:2] == ["magdat: 1 dossier nagekeken, recht van 1", "        januari 2019."]
    assert max(map(len, lines)) <= 40


def test_reviewing_writes_nothing_and_loads_no_screen(home: Path, tmp_path: Path) -> None:
    path = put(tmp_path / "d", "free")
    before = (path.stat().st_mtime_ns, path.read_bytes())
    program = (
        "import sys; from wizard.cli import main; "
        f"code = main(['review', {str(path)!r}, '--on', '{LATER}', *{list(TREES)!r}]); "
        "print('textual' in sys.modules, 'docx' in sys.modules, code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment(home), capture_output=True, timeout=60, check=False
    )
    assert done.stdout.decode().splitlines()[-1] == "False False 1"
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before
    assert [one.name for one in path.parent.iterdir()] == ["free.yaml"]


# ---------------------------------------------------------------- which rules


def test_a_row_names_rules_that_went_and_no_place_that_another_rule_took(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another rule, of another consult, took the place of those on the register; opt-in took that of opt-out."""
    law = load(cases=True)
    facts, on = law.cases["cold-call-consumer"].facts, date(2017, 7, 1)
    said = Consultation("approach", on, {fact: Given(answer) for fact, answer in facts.items()})
    came = came_out(law, said, advise(law, law.consults["approach"], facts, on, explore=False), f"{on}T09:30:00")
    path = tmp_path / "a.yaml"
    path.write_text(dump(replace(said, came_out=(came,)), law.digest), "utf-8")
    monkeypatch.setenv("COLUMNS", "240")
    tables = []
    for more in ([], ["-v"]):
        assert main(["review", str(path), *more]) == 1
        tables.append(capsys.readouterr().out.split("\n\n")[1])
    assert "art. 11.7 lid 2, art. 11.7 lid 4, art. 11.7 lid 5 Tw" in tables[0]
    assert "en nog" not in tables[0]
    assert tables[0] == tables[1]
