"""Citations follow the reference date: article, act, link and what the rule said."""

from datetime import date
from pathlib import Path

import pytest

from tests.content.folders import GOOD, change, copy
from wizard.content.citation import cite
from wizard.content.load import load

CONTENT = load(GOOD)


def text(name: str, on: str, language: str = "nl") -> str:
    return cite(CONTENT, name, date.fromisoformat(on), language).text


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2016-06-30", "art. 12 PV 2005"),
        ("2016-07-01", "art. 20 lid 1 PV"),
        ("2016-07-02", "art. 20 lid 1 PV"),
    ],
)
def test_article_and_act_of_the_date(on: str, expected: str) -> None:
    assert text("roadworthy-rule", on) == expected


def test_the_language_of_the_act() -> None:
    assert text("roadworthy-rule", "2016-06-30", "en") == "art. 12 PB 2005"


def test_what_the_rule_said_then() -> None:
    before = cite(CONTENT, "bicycle-rule", date(2018, 2, 28), "en")
    after = cite(CONTENT, "bicycle-rule", date(2018, 3, 1), "en")
    assert before.says == "The bicycle is there for everyone at the office."
    assert after.says.startswith("The bicycle is there for work")
    assert (before.text, after.text) == ("regel 3 House rules", "regel 4 lid 1 House rules")


def test_a_rule_that_is_gone_is_cited_where_it_stood_last() -> None:
    assert text("roadside-rule", "2022-01-01") == "art. 7 lid 2 PV"
    assert text("open-park", "2026-11-21") == "art. 2 PV 2005"


def test_a_rule_that_has_not_come_yet_is_cited_where_it_will_stand() -> None:
    assert text("yearly-check", "2012-01-01") == "regel 4 lid 3 Huisregels"


def test_a_titled_source_has_its_title() -> None:
    found = cite(CONTENT, "court-of-ice", date(2015, 1, 1), "en")
    assert (found.text, found.url, found.kind, found.confidence) == ("Judgment about ice", "", "case_law", "high")


@pytest.mark.parametrize(
    ("on", "day"),
    [
        ("2016-07-01", "2016-07-01"),
        ("2026-11-20", "2026-11-20"),
        ("2026-11-21", "2026-11-21"),
        ("2026-11-22", "2026-11-21"),  # after the day it was checked: the text that was checked
    ],
)
def test_the_link_is_of_the_date(on: str, day: str) -> None:
    assert cite(CONTENT, "park-rule", date.fromisoformat(on), "nl").url == f"https://example.org/parkverordening/{day}"


def test_the_link_follows_the_act() -> None:
    url = cite(CONTENT, "park-rule", date(2016, 6, 30), "nl").url
    assert url == "https://example.org/parkverordening-2005/2016-06-30"


def test_a_source_may_have_a_link_and_a_kind_of_its_own() -> None:
    found = cite(CONTENT, "roadworthy-rule", date(2020, 1, 1), "nl")
    assert (found.url, found.kind) == ("https://example.org/fietsen/2020-01-01", "statute")
    assert cite(CONTENT, "bicycle-rule", date(2020, 1, 1), "nl").kind == "self_regulation"


def test_the_digest_tells_content_apart_and_leaves_cases_out(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    assert load(folder).digest == CONTENT.digest
    change(folder, "cases/planting.yaml", "An apple tree in the park", "Another apple tree")
    assert load(folder).digest == CONTENT.digest
    change(folder, "terms.yaml", "office bicycle", "bicycle of the office")
    assert load(folder).digest != CONTENT.digest
