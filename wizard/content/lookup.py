"""Looking something up in the content: terms by their words, rules by where they stand and what they say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from wizard.content.citation import cite
from wizard.content.model import Content
from wizard.content.places import apart, bare, kept_together, numbered, place_words, spaced

_TOKEN = re.compile(r"[^\W_]+")
_TYPED_AS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ`´′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **{"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe"},
    }
)
"""Signs as a keyboard has them, and letters with a stroke, which are no letter with an accent to Unicode."""


@dataclass(frozen=True, slots=True)
class Found:
    """A term or a source (``kind``) as it is listed: ``head`` names it, ``text`` says what it is or says.

    ``now`` is whether a source is in force on the reference date; ``head_said`` and ``all_said`` are what is searched.
    """

    kind: str
    id: str
    head: str
    text: str
    head_said: str
    all_said: str
    now: bool = True


def terms(content: Content, language: str) -> list[Found]:
    """All terms in ``language``, in the order of the alphabet. They can be found by their name in both languages."""
    listed = []
    for term in content.terms.values():
        head, text = term.term.in_(language), term.meaning.in_(language)
        listed.append(_found("term", term.id, head, text, (term.term.nl, term.term.en), (text,)))
    return sorted(listed, key=lambda found: folded(found.head))


def sources(content: Content, on: date, language: str) -> list[Found]:
    """All sources as they stand on ``on``, in the order of the content; those not in force then come last.

    They can be found by citation, title, what they say, and the act they stand in, by its name in both languages.
    """
    listed = []
    for source in content.sources.values():
        cited = cite(content, source.id, on, language)
        acts = [content.acts[act] for _, act in source.act.periods if act]
        named = [text for act in acts for name in (act.short, act.name) for text in (name.nl, name.en)]
        now = source.in_force(on)
        listed.append(_found("source", source.id, cited.text, cited.says, (cited.text, *named), (cited.says,), now))
    return sorted(listed, key=lambda found: not found.now)


def _found(
    kind: str, name: str, head: str, text: str, heads: Iterable[str], more: Iterable[str], now: bool = True
) -> Found:
    head_said = said(*heads)
    return Found(kind, name, head, text, head_said, f"{head_said}{said(*more)}", now)


def folded(text: str) -> str:
    """``text`` in small letters without accents, with apostrophes, quotes and dashes as a keyboard has them."""
    small = text.casefold()
    if small.isascii():
        return small.replace("`", "'")
    plain = unicodedata.normalize("NFKD", small.translate(_TYPED_AS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def said(*texts: str) -> str:
    """What can be searched in: the words of all texts, a space before each."""
    return "".join(f" {word}" for text in texts for word in _TOKEN.findall(folded(text)))


def matching(items: Sequence[Found], query: str) -> list[Found]:
    """Those of ``items`` that have every word of ``query``: first those that begin with it or have it in their head.

    Letters match anywhere in a word, so that `nummer` finds `telefoonnummer`; what has a digit in it must be the
    whole word, so that `art 6` does not find article 16. A rule is found however its place is written
    (`wizard/content/places.py`).
    """
    text = spaced(folded(query))
    typed = _TOKEN.findall(text)
    if not numbered(typed):
        return _with(items, typed, said(query), str)
    words = place_words(typed)
    phrase, whole = "".join(f" {word}" for word in words), f"{said(query)} "
    ways = (place_words(kept_together(text)), words, apart(words))
    found: list[Found] = next(filter(None, (_with(items, way, phrase, bare) for way in ways)), [])
    return sorted(
        found, key=lambda item: whole not in f"{item.head_said} "
    )  # `lid 4` is not in the first place `art. 4`


def _with(items: Iterable[Found], words: Sequence[str], phrase: str, head: Callable[[str], str]) -> list[Found]:
    """Those with all ``words``; first those whose head, as ``head`` reads it, begins with ``phrase`` or has it."""

    def rank(item: Found) -> tuple[bool, bool, bool]:
        said = head(item.head_said)
        return not said.startswith(phrase), phrase not in said, not _has(item.head_said, words)

    return sorted((item for item in items if _has(item.all_said, words)), key=rank)


def _has(text: str, words: Sequence[str]) -> bool:
    """Whether ``text`` (from ``said``) has every word; the letter of a place, like a number, as a word of its own."""
    whole = numbered(words)
    padded = f"{text} "
    return all(
        f" {word} " in padded if numbered((word,)) or (whole and len(word) == 1) else word in text for word in words
    )


@dataclass(frozen=True, slots=True)
class Stood:
    """Where a rule stood from ``start`` until ``end`` (not included; ``None``: until now); "" when it did not."""

    start: date
    end: date | None
    where: str


def stood(content: Content, name: str, language: str) -> list[Stood]:
    """Every place where the rule ``name`` has stood, in order; empty for what is cited by a title."""
    source = content.sources[name]
    if source.title is not None:
        return []
    starts = sorted({*(day for day, _ in source.locator.periods), *source.act.boundaries})
    first = source.locator.periods[0][0] if source.locator.periods else date.min
    starts = [day for day in starts if day >= first]
    placed: list[tuple[date, str]] = []
    for day in starts:
        locator, act = source.locator.at(day), source.act.at(day)
        where = f"{locator} {content.acts[act].short.in_(language)}" if locator and act else ""
        if not placed or placed[-1][1] != where:
            placed.append((day, where))
    ends = [*(day for day, _ in placed[1:]), None]
    return [Stood(day, end, where) for (day, where), end in zip(placed, ends, strict=True)]
