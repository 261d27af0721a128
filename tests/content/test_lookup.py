"""Looking up terms and sources: found by what a user would type, the best first, as they stand on a day."""

from datetime import date
from itertools import pairwise

import pytest

from tests.content.folders import GOOD
from wizard.content.asks import asks
from wizard.content.load import load
from wizard.content.lookup import Found, folded, matching, said, sources, stood, terms

CONTENT = load(GOOD)
NOW = date(2026, 11, 22)


def heads(items, query):
    return [item.head for item in matching(items, query)]


def test_terms_stand_in_the_order_of_the_alphabet_and_are_found_in_both_languages():
    listed = terms(CONTENT, "nl")
    assert len(listed) == len(CONTENT.terms)
    assert [item.head for item in listed] == sorted((item.head for item in listed), key=str.casefold)
    for query in ("fiets", "FIETS kantoor", "office bicycle"):
        assert heads(listed, query) == ["kantoorfiets"]
    assert heads(listed, "iedereen mag komen") == ["openbare grond"]
    assert heads(listed, "fiets grond") == []


def test_sources_are_found_by_citation_by_act_and_by_what_they_say():
    listed = sources(CONTENT, NOW, "nl")
    assert {item.id for item in listed} == set(CONTENT.sources)
    assert heads(listed, "regel 4 lid 2") == ["regel 4 lid 2 Huisregels"]
    assert "regel 4 lid 1 Huisregels" in heads(listed, "House rules of the office")
    assert heads(listed, "wie leent schrijft op") == ["regel 4 lid 2 Huisregels"]


def test_a_source_reads_as_it_did_on_the_day_and_one_not_in_force_says_so_and_comes_last():
    then = {item.id: item for item in sources(CONTENT, date(2010, 1, 1), "nl")}
    assert then["bicycle-rule"].head == "regel 3 Huisregels"
    assert then["bicycle-rule"].now
    assert not then["log-rule"].now
    states = [item.now for item in sources(CONTENT, date(2010, 1, 1), "nl")]
    assert states == sorted(states, reverse=True)


def test_what_has_a_digit_must_be_the_whole_word_and_accents_and_signs_do_not_matter():
    listed = sources(CONTENT, NOW, "nl")
    assert "regel 4 lid 2 Huisregels" in heads(listed, "lid 2")
    assert "regel 4 lid 2 Huisregels" not in heads(listed, "lid 20")
    assert folded("Cliënt, ÉÉN") == "client, een"
    assert said("art. 6:230v lid 1", "AVG") == " art 6 230v lid 1 avg"


def test_what_begins_with_the_query_comes_first_then_what_has_it_in_its_head():
    listed = sources(CONTENT, NOW, "nl")
    found = matching(listed, "regel 4")
    assert found[0].head.startswith("regel 4")
    in_head = ["4" in item.head.split() for item in found]
    assert in_head == sorted(in_head, reverse=True)


PLACES = [
    "art. 4 onder 6 en art. 2 lid 1 AVG",
    "art. 6 lid 1 onder f AVG",
    "art. 6 lid 1 onder a AVG",
    "art. 11.7 lid 4 Tw",
    "art. 11.10a Tw",
    "overweging 47 AVG",
    "art. 4 onder 1 AVG",
    "HvJ EU, C-673/17",
    "art. 4 onder 11 en art. 7 AVG",
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        *((typed, "art. 11.7 lid 4 Tw") for typed in ("11.7 lid 4", "art. 11.7", "Artikel 11.7, lid 4", "11.7(4) Tw")),
        *((typed, "art. 11.7 lid 4 Tw") for typed in ("artikel 11.7, vierde lid", "art11.7", "article 11.7 para. 4")),
        *((typed, "art. 6 lid 1 onder f AVG") for typed in ("art 6 lid 1 f AVG", "6(1)(f)", "AVG 6 lid 1 sub f")),
        *(
            (typed, "art. 6 lid 1 onder f AVG")
            for typed in ("6 lid 1f", "Article 6(1)(f)", "art. 6, eerste lid, onder f")
        ),
        *((typed, "art. 6 lid 1 onder f AVG") for typed in ("art. 6.1.f AVG", "6.1f")),
        *((typed, "art. 11.10a Tw") for typed in ("11.10a", "artikel 11.10a Tw")),
        *((typed, "overweging 47 AVG") for typed in ("overweging 47", "recital 47")),
        ("C-673/17", "HvJ EU, C-673/17"),
    ],
)
def test_a_place_is_found_however_it_is_typed(typed: str, found: str) -> None:
    listed = [Found("source", head, head, "of all", said(head), said(head, "of all")) for head in PLACES]
    assert heads(listed, typed) == [found]


def test_a_paragraph_without_its_article_is_looked_for_as_a_paragraph() -> None:
    listed = [Found("source", head, head, "", said(head), said(head)) for head in PLACES]
    assert heads(listed, "lid 4")[0] == "art. 11.7 lid 4 Tw"
    assert heads(listed, "art. 4")[0] == "art. 4 onder 6 en art. 2 lid 1 AVG"
    assert heads(listed, "11.70") == heads(listed, "6 lid 1 onder b") == []


def test_nothing_typed_lists_all():
    assert len(matching(terms(CONTENT, "nl"), "  ")) == len(CONTENT.terms)
    assert len(matching(terms(CONTENT, "nl"), "…!")) == len(CONTENT.terms)


def test_where_a_rule_stood():
    places = stood(CONTENT, "bicycle-rule", "en")
    assert [(place.start, place.end, place.where) for place in places] == [
        (date(2005, 1, 1), date(2018, 3, 1), "regel 3 House rules"),
        (date(2018, 3, 1), None, "regel 4 lid 1 House rules"),
    ]
    titled = next(source.id for source in CONTENT.sources.values() if source.title is not None)
    assert stood(CONTENT, titled, "nl") == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_places_of_every_rule_follow_each_other_without_a_gap(language):
    for name in CONTENT.sources:
        places = stood(CONTENT, name, language)
        for before, after in pairwise(places):
            assert before.end == after.start
            assert before.where != after.where
        assert not places or places[-1].end is None


def test_all_questions_of_a_consult_each_once_in_its_order():
    for consult in CONTENT.consults.values():
        listed = asks(CONTENT, consult)
        assert len(listed) == len(set(listed))
        assert set(listed) <= set(CONTENT.facts)
        assert set(consult.record) <= set(listed)
    listed = asks(CONTENT, CONTENT.consults["bicycle"])
    assert listed[0] == "purpose"
    assert {"borrower", "keyholder"} <= set(listed)
