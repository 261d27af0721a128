"""Then and now in words: what a turn changed and by which rule, in a report and in the comparison of two days."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.reasoning.toy import content as toy_content
from tests.reasoning.toy import fact, tree
from tests.report.conftest import GOOD
from wizard.content.load import load
from wizard.content.model import Content
from wizard.dossier.consultation import Consultation
from wizard.reasoning.advice import advise
from wizard.reasoning.compare import compare
from wizard.reasoning.timeline import timeline
from wizard.report.markdown import render
from wizard.report.then import Then, years
from wizard.report.two_days import TwoDays

RIDE = {
    "purpose": "errand",
    "borrower": "employee",
    "keyholder": "yes",
    "brakes_work": "yes",
    "lights_work": "yes",
    "tyres_hard": "yes",
    "last_check": "2025-06-01",
    "bought": "2020-01-01",
    "minor": "no",
    "weather": "dry",
}
TREE = {"spot": "park", "tree_size": "small", "neighbours_agree": "yes"}


@pytest.fixture(scope="module")
def good() -> Content:
    return load(GOOD)


def written(content: Content, facts: dict[str, str], consult: str = "bicycle", language: str = "en") -> str:
    advice = advise(content, content.consults[consult], facts, date(2026, 11, 21))
    return render(content, advice, language, timeline=True)


def section(text: str, heading: str) -> str:
    return text.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def rows(text: str) -> list[list[str]]:
    """The cells of the table, without its head."""
    found = [line for line in text.split("\n") if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" |")] for line in found[2:]]


def test_the_table_has_a_row_for_every_period(good: Content) -> None:
    said = section(written(good, RIDE), "Then and now")
    table = rows(said)
    assert [row[0] for row in table] == [
        "1 January 2010 to 28 February 2018",
        "1 March 2018 to 31 May 2026",
        "from 1 June 2026 (here lies the reference date)",
    ]
    assert [row[1] for row in table] == ["✓ Yes, allowed", "✓! Yes, provided", "✗ No, not allowed"]


def test_it_is_only_there_when_asked_for(good: Content) -> None:
    advice = advise(good, good.consults["bicycle"], RIDE, date(2026, 11, 21))
    assert "Toen en nu" not in render(good, advice, "nl")
    assert "\n## Toen en nu\n" in render(good, advice, "nl", timeline=True)


def test_a_term_that_ran_out_is_said_with_its_date(good: Content) -> None:
    last = rows(section(written(good, RIDE), "Then and now"))[-1]
    assert "1 year had passed since 1 June 2025 (“When was the bicycle last checked?”)." in last[2]
    assert "The bicycle has not been checked for over a year." in last[2]
    assert last[3] == "regel 4 lid 3 House rules"
    assert "You gave a date" not in section(written(good, RIDE), "Then and now")
    assert "1 June 2025, 1 January 2020" in section(written(good, RIDE), "Then and now").split("Mind:")[1]


def test_a_new_act_says_which_it_replaces_and_smaller_changes_are_listed(good: Content) -> None:
    said = section(written(good, TREE, "planting"), "Then and now")
    assert rows(said)[1][3] == "art. 7 lid 1 PB (instead of PB 2005); no longer: art. 2 PB 2005"
    ride = section(written(good, RIDE), "Then and now")
    assert "- 1 July 2016: Now stands elsewhere: art. 12 PB 2005 → art. 20 lid 1 PB." in ride
    assert "- 1 January 2024: New duty: Look the bicycle over. The reason now reads: You may borrow" in ride
    assert ride.count("regel 4 lid 3") == 2  # the rule that brought that duty, and the term that ran out


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_table_is_a_table_and_nothing_else_is_markup(good: Content, language: str) -> None:
    html = MarkdownIt("gfm-like").render(written(good, RIDE, language=language))
    assert html.count("<table>") == 1
    assert not re.search(r"<(em|img|code|pre|del|hr)\b", html)


def test_what_an_author_wrote_cannot_break_the_table(tmp_path: Path) -> None:
    shown = "a | b <b> [x](y) *z*"
    text = tree("t", "  n: {law: {2004-05-19: OK, 2018-05-25: NO}}\n", OK="allowed", NO="forbidden")
    text = text.replace("{nl: NO, en: NO}", f'{{nl: "{shown}", en: "{shown}"}}')
    content = toy_content(tmp_path, fact("a", "x", "y"), {"t": text}, "{tree: t}")
    said = written(content, {}, "c")
    html = MarkdownIt("gfm-like").render(said)
    assert html.count("<td>") == 8
    assert "a | b &lt;b&gt; [x](y) *z*" in html


def test_years_tell_periods_apart() -> None:
    days = [date(2004, 5, 19), date(2018, 5, 25), date(2018, 7, 28), date(2026, 7, 1), date(2026, 7, 9)]
    assert years(days) == ["2004", "2018-05", "2018-07", "2026-07-01", "2026-07-09"]


# --------------------------------------------------------------- two days


def parts(content: Content, consult: str, facts: dict[str, str], a: str, b: str) -> dict[str, list[str]]:
    found = compare(content, content.consults[consult], facts, date.fromisoformat(a), date.fromisoformat(b))
    said = TwoDays(Then(content, content.consults[consult], "en"))
    return {part.name: ["\n".join((item.text, *item.below)) for item in part.items] for part in said.parts(found)}


def test_two_days_say_what_came_and_went_when_and_by_what(good: Content) -> None:
    said = parts(good, "planting", TREE, "2012-01-01", "2020-01-01")
    assert list(said) == ["when", "trees", "came", "places"]
    assert said["when"] == [
        "From 1 July 2016: Yes, provided. May the tree stand there? Yes, provided. A small tree is fine with a permit. "
        "2 duties more.\nby: art. 7 lid 1 PB (instead of PB 2005); no longer: art. 2 PB 2005"
    ]
    assert said["came"][0] == "Apply for a permit.\nsince 1 July 2016, by: art. 7 lid 1 PB (instead of PB 2005)"
    assert "moved: art. 3 PB 2005 → art. 7 lid 1 PB (1 July 2016)" in said["places"]
    assert "no longer in force: art. 2 PB 2005 (1 July 2016)" in said["places"]
    back = parts(good, "planting", {**TREE, "spot": "roadside"}, "2021-01-01", "2023-01-01")
    assert back["went"] == [
        "Give the municipality notice of the tree.\nuntil 1 January 2022, by: no longer: art. 7 lid 2 PB"
    ]


def test_two_days_alike_say_so_also_when_something_changed_in_between(good: Content, tmp_path: Path) -> None:
    consult = good.consults["planting"]
    said = TwoDays(Then(good, consult, "en"))
    assert said.summary(compare(good, consult, TREE, date(2019, 1, 1), date(2019, 6, 1))) == "Nothing changes."
    text = tree("t", "  n: {law: {2004-05-19: OK, 2010-01-01: NO, 2012-01-01: OK}}\n", OK="allowed", NO="forbidden")
    content = toy_content(tmp_path, fact("a", "x", "y"), {"t": text}, "{tree: t}")
    there = compare(content, content.consults["c"], {}, date(2009, 1, 1), date(2013, 1, 1))
    assert TwoDays(Then(content, content.consults["c"], "en")).summary(there).startswith("Something did change")


# --------------------------------------------------------------- the law itself


def test_timelines_of_the_cases_read_well(law: Content) -> None:
    """No name of the trees shows, no sentence ends twice, nothing is empty; in both languages."""
    names = {name for kind in (law.sources, law.duties, law.contested, law.facts, law.trees) for name in kind}
    names |= {outcome for tree in law.trees.values() for outcome in tree.outcomes}
    names = {name for name in names if "_" in name or name.count("-") > 1}
    for number, case in enumerate(list(law.cases.values())[::37]):
        consult = law.consults[case.consult]
        then = Then(law, consult, ("nl", "en")[number % 2])
        line = timeline(law, consult, case.facts)
        said = [then.turned(period) for period in line.periods]
        said += [then.sentences(turn) for turn in line.every_turn]
        for turn in line.every_turn:
            assert then.what(turn), (case.id, turn.on)
        for text in said:
            assert not names & set(re.findall(r"[A-Za-z]\w*(?:[-_]\w+)+", text)), (case.id, text)
            assert not re.search(r"(?<!\.)\.\.(?!\.)|\(\)| [,.](?!\.)|[?:]\.|“”|None|: \.|\{", text), (case.id, text)


def test_an_uncertain_line_names_the_questions_it_hangs_on(good: Content) -> None:
    sure = section(written(good, RIDE), "Then and now")
    assert "The line becomes more certain" not in sure
    said = section(written(good, {**RIDE, "brakes_work": "unknown"}), "Then and now")
    assert "not all questions have been answered" in said
    assert "The line becomes more certain with an answer to: “Do the brakes work?”" in said
    assert rows(said)[0][1] == "… Not certain yet (Yes, allowed / No, not allowed)"


@pytest.mark.parametrize("level", ["summary", "letter"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_level_of_report_has_it_when_asked(good: Content, level: str, language: str) -> None:
    advice = advise(good, good.consults["bicycle"], RIDE, date(2026, 11, 21))
    heading = "Toen en nu" if language == "nl" else "Then and now"
    said = render(good, advice, language, level=level, timeline=True)
    assert len(rows(section(said, heading))) == 3
    assert heading not in render(good, advice, language, level=level)


def test_the_consultation_may_come_along(good: Content) -> None:
    consultation = Consultation("bicycle", date(2026, 11, 21))
    advice = advise(good, good.consults["bicycle"], RIDE, date(2026, 11, 21))
    assert render(good, advice, consultation=consultation, timeline=True) == render(good, advice, timeline=True)
