"""The good content with one thing spoilt at a time: the checker never falls over, and never keeps silent about it."""

import re
from pathlib import Path

import pytest

from tests.content.folders import GOOD, copy
from tests.content.mutate import JUNK, data_of, kind, places, spoilt, text
from wizard.content.check import check
from wizard.content.fault import Fault


def words(text: str) -> set[str]:
    return set(re.findall(r"\S+", text))


FILES = sorted(path.relative_to(GOOD).as_posix() for path in GOOD.glob("**/*.yaml"))

OPTIONAL = words("""
cases cases.* cases.*.answers.* cases.*.answers.*.duties cases.*.answers.*.duties.* cases.*.answers.*.facts
cases.*.answers.*.facts.* cases.*.answers.*.outcomes cases.*.answers.*.outcomes.* cases.*.breaches cases.*.facts.*
cases.*.level cases.*.tags cases.*.tags.* consults.*.trees.* consults.*.trees.*.when consults.*.trees.*.when.*
consults.*.trees.*.when.*.* consults.*.words consults.*.words.* contested.*.sources.* contested.*.sources.*.*
contested.*.when contested.*.when.* duties.*.deadline duties.*.from duties.*.sources.* duties.*.sources.*.*
duties.*.when duties.*.when.* facts.*.answers facts.*.answers.* facts.*.answers.*.help facts.*.answers.*.implies
facts.*.answers.*.implies.* facts.*.instead facts.*.instead.* facts.*.instead.*.also facts.*.instead.*.also.*
facts.*.kind facts.*.presumed facts.*.presumed.when facts.*.presumed.when.* facts.*.sources facts.*.sources.*
facts.*.statement facts.*.why groups groups.* groups.*.about groups.*.facts.* nodes.*.cite nodes.*.cite.* nodes.*.law.*
outcomes.*.because outcomes.*.because.* outcomes.*.duties outcomes.*.duties.* outcomes.*.duties.*.* outcomes.*.force
outcomes.*.sources.* outcomes.*.sources.*.* outcomes.*.weigh.* risk risks.*.maximum.* risks.*.note risks.*.sources.*.*
risks.*.supervisor.* sources.*.act.* sources.*.kind sources.*.locator.* sources.*.says.* sources.*.until sources.*.url
terms.*.sources terms.*.sources.* recheck watch watch.* watch.*.since watch.*.sources watch.*.sources.* facts.*.planned
duties.*.deadline.first_of.* duties.*.standing consults.*.record consults.*.record.* consults.*.leads consults.*.leads.*
consults.*.leads.*.when consults.*.leads.*.when.* consults.*.leads.*.when.*.* consults.*.leads.*.with
consults.*.leads.*.with.* consults.*.leads.*.verdicts.*
""")
"""What may be left out without a fault, or may be in one of its places: reviewed by hand."""

KINDS = {kind(place): (name, place) for name in FILES for place in places(data_of(GOOD / name))}
"""One place of every kind that the format has."""

FREE = (".nl", ".en", ".origin", ".tags.*", ".locator", ".locator.*")
"""Where any word will do."""


def inside(folder: Path, fault: Fault) -> bool:
    path = folder / fault.place.file
    rows = path.read_text("utf-8").split("\n")
    return fault.place.line <= len(rows) and fault.place.column <= len(rows[fault.place.line - 1]) + 1


@pytest.mark.parametrize("name", FILES)
def test_whatever_is_spoilt_is_told(name: str, tmp_path: Path) -> None:
    folder = copy(tmp_path)
    data = data_of(GOOD / name)
    (folder / name).write_text(text(data), "utf-8")
    assert check(folder)[1] == []
    ways = [way for way in JUNK if way != "gone"]
    for turn, (what, (file, place)) in enumerate(KINDS.items()):
        if file != name:
            continue
        for way in ("gone", ways[turn % len(ways)]):
            (folder / name).write_text(text(spoilt(data, place, JUNK[way])), "utf-8")
            faults = check(folder)[1]
            assert all(inside(folder, fault) for fault in faults), (what, way)
            silent = (
                (way == "gone" and what in OPTIONAL)
                or (way in ("word", "date") and (what.endswith(FREE) or way == "date"))
                or (way in ("empty list", "empty pairs"))
            )
            assert faults or silent, f"{way} at {place} is not told"


REQUIRED = words("""
title nodes outcomes nodes.*.ask nodes.*.test nodes.*.since nodes.*.before nodes.*.within nodes.*.day nodes.*.branch
outcomes.*.sources outcomes.*.lean outcomes.*.weigh facts.*.question facts.*.question.en facts.*.instead.*.how
groups.*.question acts.*.short sources.*.act sources.*.locator sources.*.says sources.*.checked sources.*.confidence
duties.*.text duties.*.sources contested.*.text risks.*.supervisor terms.*.meaning consults.*.intro law_from
cases.*.story cases.*.origin cases.*.answers cases.*.answers.*.verdict cases.*.answers.*.why
""")


def test_the_mutations_reach_everything_the_format_has() -> None:
    assert KINDS.keys() >= REQUIRED
    assert KINDS.keys() >= OPTIONAL
    assert not REQUIRED & OPTIONAL
