import re
from datetime import date

import pytest

from tests.cli_tools import GOOD
from wizard.content.load import load
from wizard.content.model import Content, Law, Tree
from wizard.graph import FORMATS, draw


@pytest.fixture(scope="module")
def content() -> Content:
    return load(GOOD)


def edges(content: Content, tree: Tree) -> set[tuple[str, str]]:
    """Every way in a tree, as (from, to)."""
    return {
        (name, target)
        for name, node in tree.nodes.items()
        for target in (
            [target for _, target in node.targets.periods if target]
            if isinstance(node, Law)
            else node.branches.values()
        )
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_mermaid_and_dot_draw_every_node_and_every_way_with_a_label(content: Content, language: str) -> None:
    for tree in content.trees.values():
        mermaid = draw(content, tree, "mermaid", language)
        found = re.findall(r'^  n_(\w+) -->\|"(.+)"\| n_(\w+)$', mermaid, re.MULTILINE)
        assert {(source, target) for source, _, target in found} == edges(content, tree)
        dot = draw(content, tree, "dot", language)
        found = re.findall(r'^  "(\w+)" -> "(\w+)" \[label="(.+)"\];$', dot, re.MULTILINE)
        assert {(source, target) for source, target, _ in found} == edges(content, tree)
        for name in (*tree.nodes, *tree.outcomes):
            assert re.search(rf"^  n_{name}[\[({{]", mermaid, re.MULTILINE), name
            assert re.search(rf'^  "{name}" \[shape=', dot, re.MULTILINE), name


def test_text_shows_every_node_once_and_every_answer(content: Content) -> None:
    tree = content.trees["bicycle"]
    text = draw(content, tree, "text", "en")
    for name in tree.nodes:
        assert len(re.findall(rf"^ *{name}: ", text, re.MULTILINE)) == 1, name
    assert "- To and from work or An errand for the office:" in text
    assert "- Visitor: VISITOR: ✗ No, not allowed" in text
    assert "see `fit` above" in text


def test_law_ways_carry_their_dates(content: Content) -> None:
    text = draw(content, content.trees["bicycle"], "text", "nl")
    assert "- van 2010-01-01 tot 2018-03-01:" in text
    assert "- vanaf 2024-01-01:" in text


def test_date_questions_say_what_is_compared(content: Content) -> None:
    text = draw(content, content.trees["bicycle"], "text", "en")
    assert "When was the bicycle last checked? Less than 1 year ago?" in text
    assert "When was the bicycle bought? Before 2015-01-01?" in text


def test_on_a_date_only_the_law_of_that_day_is_drawn(content: Content) -> None:
    for form in FORMATS:
        drawn = draw(content, content.trees["bicycle"], form, "nl", date(2018, 2, 28))
        assert "FREE" in drawn
        assert "BORROW" not in drawn
        assert "CHECK_FIRST" not in drawn
        assert "BORROW" in draw(content, content.trees["bicycle"], form, "nl", date(2018, 3, 1))


def test_text_of_content_cannot_break_the_drawing(content: Content) -> None:

    from wizard.content.model import Text

    evil = 'a" --> b["x"] <script> `#quot; \\ &amp;'
    fact = content.facts["spot"]._replace(question=Text(evil, evil))
    tree = content.trees["planting"]
    drawn_by = replace_facts(content, {**content.facts, "spot": fact})
    mermaid = draw(drawn_by, tree, "mermaid", "nl")
    row = next(row for row in mermaid.split("\n") if row.startswith("  n_spot["))
    inside = row.removeprefix('  n_spot["').removesuffix('"]')
    assert not set(inside) & set('"<`\\&')
    dot = draw(drawn_by, tree, "dot", "nl")
    row = next(row for row in dot.split("\n") if row.startswith('  "spot" ['))
    assert re.fullmatch(r'  "spot" \[shape=box, label="(?:[^"\\]|\\.)*"\];', row)


def replace_facts(content: Content, facts: dict) -> Content:  # type: ignore[type-arg]
    """``content`` with other facts."""
    import dataclasses

    return dataclasses.replace(content, facts=facts)


def test_names_that_are_words_of_mermaid_are_safe(content: Content) -> None:
    assert not re.search(r"^  end\b", draw(content, content.trees["planting"], "mermaid", "nl"), re.MULTILINE)
