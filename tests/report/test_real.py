"""Reports on the law itself: the situations of the cases (every third, for speed) read as a letter."""

from __future__ import annotations

import re
from datetime import date

import pytest
from markdown_it import MarkdownIt

from wizard.content.load import load
from wizard.content.model import Content
from wizard.reasoning.advice import advise
from wizard.report.markdown import render

CUSTOMER = {
    "channel": "email",
    "message_kind": "commercial",
    "recipient": "consumer",
    "objection": "no",
    "consent": "no",
    "existing_customer": "current",
    "address_from_sale": "yes",
    "own_similar_offer": "yes",
    "optout_at_collection": "yes",
}


@pytest.fixture(scope="module")
def law() -> Content:
    return load(cases=True)


def test_reports_on_the_cases_read_well(law: Content) -> None:
    names = {name for kind in (law.sources, law.duties, law.contested, law.facts, law.trees) for name in kind}
    names |= {outcome for tree in law.trees.values() for outcome in tree.outcomes}
    names = {name for name in names if "_" in name or name.count("-") > 1}
    reader = MarkdownIt("gfm-like")
    for number, case in enumerate(list(law.cases.values())[::12]):
        on, expected = max(case.answers.items())
        facts = {**case.facts, **expected.facts}
        text = render(law, advise(law, law.consults[case.consult], facts, on), ("nl", "en")[number % 2])
        said = re.sub(r"<https://\S*>", "", text)
        assert not names & set(re.findall(r"[A-Za-z]\w*(?:[-_]\w+)+", said)), case.id
        assert not re.search(r"(?<!\.)\.\.(?!\.)|\(\)| [,.]|[?:]\.|“”|None(?! of these)", said), case.id
        assert not re.search(r"<(em|img|code|pre|table|del|hr)\b", reader.render(text)), case.id


@pytest.mark.parametrize(
    ("on", "place"),
    [("2017-07-01", "art. 11.7 lid 3 Tw"), ("2021-06-30", "art. 11.7 lid 3 Tw"), ("2021-07-01", "art. 11.7 lid 4 Tw")],
)
def test_the_customer_rule_is_cited_where_it_stood(law: Content, on: str, place: str) -> None:
    day = date.fromisoformat(on)
    text = render(law, advise(law, law.consults["approach"], CUSTOMER, day))
    assert f"Is de ontvanger klant van u? → Ja, nu klant. ({place})" in text
    assert f"- **{place}** (wet)." in text
