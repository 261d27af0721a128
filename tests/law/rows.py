"""The rows of the law in tests/law/*.yaml, as plain data. tests/test_rows.py says what is asked of them.

A table has a ``name`` (as the origin of a case says it), the period in which it holds (``from``, ``until``), the
``tree`` its verdicts are about (none: the whole advice) and the ``dates`` at which its rows are run. A row ``says``
what it is about and what it ``expects``; ``codes`` are the conditions it names, ``differs`` says why what we expect
is not in so many words what the summary of the law says. What a row expects, for each of its ``cases``:

* ``verdict``, or ``trees`` with the verdict of each; ``assess/fails`` is a verdict and its lean;
* ``outcomes`` by tree, ``duties``, ``due`` (the day a duty must be done) and ``weigh`` (words in a point to weigh).

A situation is a row with ``verdicts`` on the three days of ``THEN_AND_NOW`` (``-``: nothing to say) or ``left_out``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from wizard.content.reader import Mapping, Scalar, Yaml, read

HERE = Path(__file__).parent
THEN_AND_NOW = (date(2017, 7, 1), date(2022, 7, 1), date(2026, 11, 21))


@dataclass(frozen=True)
class Expected:
    """What comes out for ``cases``. ``verdicts`` is by date; under each by tree, where "" is the whole advice.

    ``duties`` are asked on the dates from ``duties_from`` on: of a situation only today.
    """

    cases: tuple[str, ...]
    verdicts: dict[date, dict[str, str]]
    outcomes: dict[str, str] = field(default_factory=dict)
    duties: tuple[str, ...] = ()
    due: dict[str, date] = field(default_factory=dict)
    weigh: str = ""
    duties_from: date = date.min


@dataclass(frozen=True)
class Row:
    """One row of a table, or one situation. ``name`` is how the origin of a case names it."""

    name: str
    table: str
    id: str
    expects: tuple[Expected, ...]
    codes: tuple[str, ...] = ()
    differs: str = ""
    left_out: str = ""
    from_: date = date.min
    until: date = date.max


@dataclass(frozen=True)
class Condition:
    """A condition code: one of ``duties``, all of ``facts`` (``fact`` or ``fact=answer``), or ``words`` in a reason."""

    duties: tuple[str, ...]
    facts: tuple[str, ...]
    words: str


def plain(node: Yaml | None) -> Any:
    """The node as dictionaries, lists and texts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.items}
    return [plain(item) for item in node.items] if node else None


def load(name: str) -> dict[str, Any]:
    """The file ``name``, read as strictly as the law files."""
    node, faults = read((HERE / name).read_bytes(), name)
    assert not faults, faults
    data: dict[str, Any] = plain(node)
    return data


def tables(data: dict[str, Any]) -> list[Row]:
    """The rows of all tables."""
    return [
        row(
            f"{table['name']}, rij {name}",
            table["name"],
            name,
            given,
            tree=given.get("tree", table.get("tree", "")),
            dates=[date.fromisoformat(day) for day in table["dates"]],
            from_=date.fromisoformat(table.get("from", "0001-01-01")),
            until=date.fromisoformat(table.get("until", "9999-12-31")),
        )
        for table in data["tables"]
        for name, given in table["rows"].items()
    ]


def situations(data: dict[str, Any]) -> list[Row]:
    """The situations, as rows."""
    name = data["situations"]["name"]
    return [
        row(name.format(each), name, each, given, tree="", dates=list(THEN_AND_NOW))
        for each, given in data["situations"]["rows"].items()
    ]


def row(
    name: str,
    table: str,
    id: str,
    given: dict[str, Any],
    *,
    tree: str,
    dates: list[date],
    from_: date = date.min,
    until: date = date.max,
) -> Row:
    """One row, as written in the file."""
    assert given["says"], name
    known = {"says", "expects", "codes", "differs", "left_out", "tree"}
    assert not given.keys() - known, (name, given.keys() - known)
    return Row(
        name,
        table,
        id,
        tuple(expected(name, each, tree, dates) for each in given.get("expects", ())),
        tuple(given.get("codes", ())),
        given.get("differs", ""),
        given.get("left_out", ""),
        from_,
        until,
    )


def expected(name: str, given: dict[str, Any], tree: str, dates: list[date]) -> Expected:
    """What one part of a row expects."""
    known = {"cases", "verdict", "verdicts", "trees", "tree", "dates", "outcomes", "duties", "due", "weigh"}
    assert not given.keys() - known, (name, given.keys() - known)
    tree = given.get("tree", tree)
    if "verdicts" in given:
        assert len(given["verdicts"]) == len(THEN_AND_NOW), name
        verdicts = {
            day: {tree: verdict} for day, verdict in zip(THEN_AND_NOW, given["verdicts"], strict=True) if verdict != "-"
        }
    else:
        by_tree = given.get("trees", {}) | ({tree: given["verdict"]} if "verdict" in given else {})
        days = [date.fromisoformat(day) for day in given["dates"]] if "dates" in given else dates
        verdicts = dict.fromkeys(days, by_tree)
    assert verdicts, name
    assert all(verdicts.values()), name
    return Expected(
        tuple(given["cases"]),
        verdicts,
        given.get("outcomes", {}),
        tuple(given.get("duties", ())),
        {duty: date.fromisoformat(day) for duty, day in given.get("due", {}).items()},
        given.get("weigh", ""),
        THEN_AND_NOW[-1] if "verdicts" in given else date.min,
    )


def conditions(data: dict[str, Any]) -> dict[str, Condition]:
    """The condition codes of a file."""
    return {
        code: Condition(tuple(given.get("duties", ())), tuple(given.get("facts", ())), given.get("words", ""))
        for code, given in data["conditions"].items()
    }
