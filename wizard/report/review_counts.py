"""How many saved advices hold and how many do not, in sentences, or in the one line that a screen has for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from wizard.content.model import Text
from wizard.dossier.review import CHANGED, HOLDS, KINDS, NEVER, SEEN_AGAIN, TURNED, UNSURE, Review
from wizard.report import review_words as words
from wizard.report.words import sentence
from wizard.words import date_words


def summary(reviews: Iterable[Review], unread: int, day: date, language: str) -> Iterator[str]:
    """How many dossiers were looked at, how many no longer hold and in which respect, in sentences.

    ``unread`` is how many could not even be read.
    """
    found = list(reviews)
    looked = [one for one in found if one.looked_at]
    said = _Counting(language)
    yield said.count(len(looked), words.REVIEWED_ONE, words.REVIEWED, day=date_words(day, language))
    turned = [one for one in looked if one.status == TURNED]
    kinds = Counter(one.kind for one in turned)
    named = ", ".join(words.COUNTED[kind].in_(language).format(n=kinds[kind]) for kind in KINDS if kinds[kind])
    rows = (
        (len(turned), words.TURNED_ONE, words.TURNED),
        (sum(one.status == UNSURE for one in looked), words.UNSURE_ONE, words.UNSURE),
        (sum(one.status == SEEN_AGAIN for one in looked), words.SEEN_AGAIN_ONE, words.SEEN_AGAIN),
    )
    if looked and all(one.holds for one in looked):
        yield (words.HOLDS_ONE if len(looked) == 1 else words.ALL_HOLD).in_(language)
    yield from (said.count(n, one, more, kinds=named) for n, one, more in rows if n)
    never, changed = (sum(_is(one, why) for one in looked) for why in (NEVER, CHANGED))
    rows = (
        (never, words.NEVER_ONE, words.NEVER_SEEN),
        (changed, words.CHANGED_ONE, words.CHANGED_SINCE),
        (unread + len(found) - len(looked), words.UNREAD_ONE, words.UNREAD),
    )
    yield from (said.count(n, one, more) for n, one, more in rows if n)


def in_short(reviews: Iterable[Review], unread: int, language: str) -> str:
    """The same in one line of at most some hundred columns, without the kinds of change."""
    found = list(reviews)
    looked = [one for one in found if one.looked_at]
    counts = Counter(one.status for one in looked)
    counts["unread"] = unread + len(found) - len(looked)
    parts = [
        (one if counts[status] == 1 else more).in_(language).format(n=counts[status])
        for status, one, more in words.SHORT
        if counts[status]
    ]
    if looked and counts[HOLDS] == len(looked):
        parts.insert(0, words.SHORT_HOLDS.in_(language))
    n = len(looked)
    head = (words.SHORT_ONE if n == 1 else words.SHORT_HEAD).in_(language).format(n=n)
    return sentence(f"{head}: {', '.join(parts)}" if parts else head)


def _is(review: Review, why: str) -> bool:
    """Whether an advice could not be compared with what was seen; where answers changed, only if that matters."""
    return any(
        one.reckoned == why and (why == NEVER or (one.whole is not None and not one.dropped)) for one in review.advices
    )


class _Counting:
    def __init__(self, language: str) -> None:
        self.language = language

    def count(self, n: int, one: Text, more: Text, **values: str) -> str:
        return (one if n == 1 else more).in_(self.language).format(n=n, **values)
