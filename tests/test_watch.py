"""The law watch: what it lists, and when a check of a source is too old."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli_tools import magdat
from tests.content.folders import GOOD, copy
from wizard.content.load import load
from wizard.reasoning.advice import advise
from wizard.reasoning.watch import checks, entries, overdue, read_before
from wizard.report.markdown import render

CONTENT = load(GOOD)


@pytest.mark.parametrize(
    ("today", "first"),
    [
        ("2026-11-21", "2025-11-21"),
        ("2028-02-29", "2027-02-28"),
        ("2026-12-31", "2025-12-31"),
        ("2026-01-31", "2025-01-31"),
    ],
)
def test_a_check_holds_for_the_set_term(today: str, first: str) -> None:
    start = date.fromisoformat(first)
    assert read_before(CONTENT, date.fromisoformat(today)) == start
    assert not overdue(CONTENT, start, date.fromisoformat(today))
    assert overdue(CONTENT, start - timedelta(days=1), date.fromisoformat(today))


def test_the_term_stands_in_the_content(tmp_path: Path) -> None:
    folder = copy(tmp_path / "trees")
    rest = folder / "theft" / "theft-rest.yaml"
    rest.write_text(rest.read_text("utf-8").replace("recheck: 12 months", "recheck: 6 months"), "utf-8")
    assert read_before(load(folder), date(2026, 8, 31)) == date(2026, 2, 28)


def test_every_source_is_listed_once_by_the_day_of_its_check() -> None:
    listed = [source.id for _, sources in checks(CONTENT) for source in sources]
    assert sorted(listed) == sorted(CONTENT.sources)
    assert [watch.id for watch in entries(CONTENT, "announced")] == ["helmets"]
    assert entries(CONTENT, "open") == []


def test_the_command(tmp_path: Path) -> None:
    def run(*words: str) -> tuple[int, str]:
        done = magdat("watch", "--trees", str(GOOD), *words, home=tmp_path)
        assert not done.stderr
        return done.returncode, done.stdout.decode()

    code, said = run("--on", "2026-11-22")
    assert code == 0
    assert "Helmen (sinds 1 maart 2026)" in said
    assert "12 bronnen, gisteren" in said
    code, said = run("--on", "2028-01-01", "--lang", "en")
    assert code == 1
    assert "That is too long ago" in said
    data = json.loads(run("--on", "2026-11-22", "--json")[1])
    assert data["watch"][0]["id"] == "helmets"
    assert len(data["sources"]) == len(CONTENT.sources)
    assert not any(source["overdue"] for source in data["sources"])


def test_a_report_says_which_checks_are_old_on_the_day_it_is_made() -> None:
    consult = CONTENT.consults["bicycle"]
    advice = advise(CONTENT, consult, {"purpose": "errand"}, date(2020, 1, 1))
    assert "maanden niet gecontroleerd" not in render(CONTENT, advice)
    assert "maanden niet gecontroleerd" not in render(CONTENT, advice, made=date(2026, 11, 22))
    assert "meer dan 12 maanden niet gecontroleerd" in render(CONTENT, advice, made=date(2028, 1, 1))
