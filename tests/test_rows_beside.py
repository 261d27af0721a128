"""The rows of the law in tests/law/*.yaml say what the summary says from which they come.

The summary is no part of this repository: where it lies beside it (../shared/law) each row is compared with it, and
elsewhere there is nothing to compare. That the program does what the rows say is held everywhere (test_rows.py).
"""

import re
from functools import cache
from pathlib import Path

import pytest

from tests.law.rows import THEN_AND_NOW, Row
from tests.test_rows import CODES, COUNTS, SITUATIONS, TABLES

SUMMARY = Path(__file__).resolve().parents[2] / "shared" / "law"
if not SUMMARY.is_dir():
    pytest.skip("the summary of the law is not beside this repository", allow_module_level=True)

WORDS = {
    "not_allowed": "forbidden",
    "allowed_on_conditions": "conditional",
    "allowed_conditions": "conditional",
    "needs_balancing_test": "assess",
    "depends": "assess",
    "outside_avg": "not_applicable",
    "allowed": "allowed",
}
LETTERS = {"Y": {"allowed", "not_applicable"}, "C": {"conditional"}, "N": {"forbidden"}, "D": {"assess"}}


@cache
def lines_under(file: str, heading: str) -> list[list[str]]:
    """The rows of the first table under a heading, as cells."""
    text = (SUMMARY / file).read_text("utf-8").partition(f"\n{heading}")[2]
    found = re.search(r"^\|.*\n\|[-|]+\n((?:\|.*\n?)*)", text, re.MULTILINE)
    assert found, heading
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in found[1].splitlines()]


def summary_of(row: Row) -> list[str]:
    """The cells of the row in the summary."""
    if row.table.startswith("Situatie"):
        file, heading = ("avg.md", "## 12.") if "privacy" in row.table else ("telecom.md", "## 6.")
    else:
        number = row.table.split()[1]
        file, heading = ("avg.md" if "privacy" in row.table else "telecom.md"), f"### {number} "
    rows = lines_under(file, heading)
    if row.table.startswith("Tabel 11."):
        return rows[int(row.id) - 1]
    return next(cells for cells in rows if cells[0] == row.id)


def said(text: str) -> set[str]:
    """The verdicts that a cell of the summary names, with the lean where it gives one."""
    found = set()
    for word, lean in re.findall(rf"\b({'|'.join(WORDS)})\b(?: \(?(?:likely )?(passes|open|fails))?", text):
        found.add(f"{WORDS[word]}/{lean}" if lean else WORDS[word])
    return found


def bare(verdicts: set[str]) -> set[str]:
    """Without the lean."""
    return {verdict.partition("/")[0] for verdict in verdicts}


@pytest.mark.parametrize("table", COUNTS)
def test_the_summary_has_the_same_rows(table: str) -> None:
    ours = [row for row in (*TABLES, *SITUATIONS) if row.table == table]
    if table.startswith("Tabel 11."):
        rows = lines_under("avg.md", f"### {table.split()[1]} ")
        assert len(rows) == len(ours)
    else:
        file, heading = ("avg.md", "## 12.") if "privacy" in table else ("telecom.md", "## 6.")
        rows = lines_under(file, heading if table.startswith("Situatie") else f"### {table.split()[1]} ")
        assert [cells[0] for cells in rows] == [row.id for row in ours]


def test_the_summary_has_the_same_tables_and_conditions() -> None:
    headings = re.findall(r"^### (11\.\d+) ", (SUMMARY / "avg.md").read_text("utf-8"), re.MULTILINE)
    headings += re.findall(r"^### (2\.[2-9]b?) ", (SUMMARY / "telecom.md").read_text("utf-8"), re.MULTILINE)
    assert headings == [name.split()[1] for name in COUNTS if name.startswith("Tabel")]
    assert {cells[0] for cells in lines_under("telecom.md", "### 2.1 ")} == set(CODES)


@pytest.mark.parametrize("row", TABLES, ids=lambda row: row.name)
def test_the_row_says_what_the_summary_says(row: Row) -> None:
    cells = summary_of(row)
    asked: set[str] = set()
    certain = "; ".join(part for part in cells[-1].split(";") if "arguably" not in part)
    for kind, first, last in re.findall(r"\b([PEM])(\d+)(?:-[PEM](\d+))?", certain):
        asked |= {f"{kind}{number}" for number in range(int(first), int(last or first) + 1)}
    assert asked == set(row.codes)
    verdicts = said(" | ".join(cells))
    ours = {verdict for part in row.expects for day in part.verdicts.values() for verdict in day.values()}
    if verdicts and not row.differs:
        assert bare(ours) == bare(verdicts)
        assert {each for each in ours if "/" in each} <= verdicts or not any("/" in each for each in verdicts)


@pytest.mark.parametrize("row", [row for row in SITUATIONS if row.expects], ids=lambda row: row.name)
def test_the_situation_says_what_the_summary_says(row: Row) -> None:
    cells = summary_of(row)
    then, between, today = (
        {day[tree] for part in row.expects for on, day in part.verdicts.items() if on == when for tree in day}
        for when in THEN_AND_NOW
    )
    if row.differs:
        return
    if "privacy" in row.table:
        now = said(cells[2])
        before = now if cells[4].startswith("=") else said(cells[4])
        for ours, theirs in ((today, now), (then, before)):
            if theirs:
                # "+ch": the rules on the channel may forbid what this law leaves open
                assert bare(ours) <= bare(theirs) | ({"forbidden"} if "+ch" in cells[2] else set())
                assert {each for each in ours if "/" in each} <= theirs or not any("/" in each for each in theirs)
    else:
        for ours, cell in ((today, cells[2]), (then, cells[4]), (between, cells[5])):
            letters = re.match(r"\W*([YCND])(?:/([YCND]))?\b(?: in BMNR, else (C))?", cell)
            theirs = set().union(*(LETTERS[each] for each in letters.groups() if each)) if letters else set()
            assert ours <= theirs, cell
