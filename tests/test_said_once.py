"""Shared law stands in one place: no sentence of a reason stands in two trees, and no duty under two names.

A sentence that only draws the conclusion of its own tree may come back; those are named here.
"""

import re
from collections import defaultdict

import pytest

from wizard.content.load import load

CONTENT = load()

LONG = 46  # characters: shorter sentences ("Vraag toestemming.") are no law
CONCLUSIONS = {
    "nl": {
        "Zonder toestemming moet u de belangen zelf afwegen.",
        "Wij denken dat de afweging slecht voor u uitvalt.",
    },
    "en": {
        "Without consent you must weigh the interests yourself.",
        "According to the AP this is almost never allowed.",
    },
}


def outcomes():
    for tree in CONTENT.trees.values():
        for outcome in tree.outcomes.values():
            yield tree, outcome


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_sentence_of_a_reason_stands_in_two_trees(language):
    told = defaultdict(set)
    for tree, outcome in outcomes():
        for _, text in outcome.because.periods:
            for sentence in re.split(r"(?<=[.?!]) ", text.in_(language)):
                if len(sentence) >= LONG:
                    told[sentence].add(tree.id)
    assert len(told) > 300
    twice = {sentence: sorted(trees) for sentence, trees in told.items() if len(trees) > 1}
    assert set(twice) == CONCLUSIONS[language], {s: t for s, t in twice.items() if s not in CONCLUSIONS[language]}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_duty_is_written_twice(language):
    """An advice lists a duty once by its name; two of the same words would stand there twice."""
    named = defaultdict(list)
    for duty in CONTENT.duties.values():
        named[duty.text.in_(language).rstrip(".").casefold()].append(duty.id)
    assert len(named) > 100
    assert not [names for names in named.values() if len(names) > 1]
