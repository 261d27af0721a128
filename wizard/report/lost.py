"""An answer that no longer fits the questions, in words: what was asked, what was answered, what comes near now."""

from __future__ import annotations

from wizard.content.fault import printable
from wizard.content.model import Content
from wizard.dossier.dropped import Dropped
from wizard.report import review_words as words
from wizard.words import answer_words

LONGEST = 60


def lost(content: Content, one: Dropped, language: str) -> str:
    """The question in words, the old answer as it was written, and the answer of now that comes nearest."""
    values = {"answer": _short(one.answer), "fact": _short(one.fact), "near": _near(content, one, language)}
    if one.about:
        values["question"] = content.facts[one.about].question.in_(language)
    text = words.LOST if one.about == one.fact else words.LOST_NAME if one.about else words.LOST_QUESTION
    where = words.IN_VARIANT.in_(language).format(variant=_short(one.variant)) if one.variant else ""
    return where + text.in_(language).format(**values)


def _near(content: Content, one: Dropped, language: str) -> str:
    if one.nearest:
        label = answer_words(content, one.about, one.nearest, language)
        return words.NEAREST.in_(language).format(label=label)
    return words.NONE_NEAR.in_(language) if one.about == one.fact else ""


def _short(text: str) -> str:
    clean = " ".join(printable(text[: LONGEST * 4]).split())
    return clean if len(clean) <= LONGEST else clean[: LONGEST - 1] + "…"
