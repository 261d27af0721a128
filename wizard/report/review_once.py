"""What is the same in several advices of one letter is said once: whole advices, and what came and went with each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from wizard.report.review_view import Changes, Duty, Letter, Option, Test, Turned
from wizard.report.review_words import VARIANT, YOUR_PLAN
from wizard.report.words import AND, listed

Item = TypeVar("Item", Duty, Test, Option)
NOTHING = Changes("")


def said_once(found: Letter, language: str) -> Letter:
    """The letter with advices of which the same is to be said as one, and what came and went with all in one place."""
    advices = [replace(one, which=which([one], language)) for one in _merged(found.advices, language)]
    found = replace(found, advices=tuple(advices))
    if len(advices) < 2:
        return found
    found = _one_day(found)
    said: set[str] = set()
    told = []
    until = first if len({first := one.changes.until for one in advices}) == 1 else ""
    for one in advices:
        left = replace(NOTHING, until="" if until else one.changes.until)
        told.append(replace(one, changes=left, said=one.reason in said))
        said |= {one.reason} - {""}
    shared = replace(_together(advices, language), rest=all(one.changes.rest for one in advices), until=until)
    if shared == NOTHING:
        return replace(found, advices=tuple(told))
    return replace(found, advices=tuple(told), shared=replace(shared, since=found.since))


def _merged(advices: Iterable[Turned], language: str) -> list[Turned]:
    """Advices that differ in nothing but which variant they are about, and when they were given, become one."""
    alike: dict[Turned, list[Turned]] = {}
    for one in advices:
        alike.setdefault(replace(one, variants=(), given=""), []).append(one)
    merged = []
    for one, same in alike.items():
        days = list(dict.fromkeys(each.given for each in same))
        given = listed(days, AND, language) if all(days) else ""
        merged.append(replace(one, variants=tuple(name for each in same for name in each.variants), given=given))
    return merged


def _one_day(found: Letter) -> Letter:
    """In the opening the day of the change and what of the advice stands, and the rules, where all have the same."""
    days = {(one.since, one.until_then) for one in found.advices}
    if len(days) > 1 or any(one.changed or one.correction for one in found.advices):
        return found
    first = found.advices[0]
    by = first.by if len({one.by for one in found.advices}) == 1 else ""
    return replace(found, since=first.since, by=by, until_then=first.until_then)


def _together(advices: Sequence[Turned], language: str) -> Changes:
    """All that came and went, each once; where it is not with all of the advices, with the variants it is with."""
    no = [one.changes.no for one in advices]

    def gathered(lists: Iterable[tuple[Item, ...]]) -> tuple[Item, ...]:
        having: dict[Item, list[Turned]] = {}
        for one, items in zip(advices, lists, strict=True):
            for item in items:
                having.setdefault(item, []).append(one)
        return tuple(
            item if len(found) == len(advices) else replace(item, only=which(found, language))
            for item, found in having.items()
        )

    gone = gathered(one.changes.removed for one in advices)
    tests = gathered(tuple(replace(test, at_top=False) for test in one.changes.tests) for one in advices)
    above = {one.reason for one in advices}
    return Changes(
        "",
        no=all(no) and bool(gone),
        some_no=any(one.changes.no and one.changes.removed for one in advices) and not all(no),
        added=gathered(one.changes.added for one in advices),
        later=gathered(one.changes.later for one in advices),
        options=gathered(one.changes.options for one in advices),
        tests=tuple(replace(test, at_top=test.now_reason != "" and test.now_reason in above) for test in tests),
        removed=gone,
    )


def which(found: Iterable[Turned], language: str) -> str:
    """Which ways of going about it: `uw plan, variant “A” en variant “B”`."""
    names = (name for one in found for name in one.variants)
    said = [(VARIANT.in_(language).format(name=name) if name else YOUR_PLAN.in_(language)) for name in names]
    return listed(said, AND, language)
