"""Two situations side by side, all other facts equal and none unknown: every pair of verdicts that can occur.

An independent walk over the product of two advices: scenarios that agree on both verdicts so far and on every fact
that can still be read are one, so that the whole of a consult can be gone through, not a sample.
"""

from collections.abc import Iterator
from datetime import date

from wizard.content.model import Consult, Content, Verdict
from wizard.reasoning.situation import Assumed, Facts, Situation
from wizard.reasoning.walk import Walk


def verdict_pairs(
    content: Content, consult: Consult, on: date, a: Facts, b: Facts
) -> dict[tuple[Verdict, Verdict], dict[str, str]]:
    """Each pair of verdicts of the situations ``a`` and ``b`` that occurs, with one set of other facts giving it."""
    walks = [Walk(Situation(content, facts, on, presume=False)) for facts in (a, b)]
    legs = [(walk, part, side) for part in consult.parts for side, walk in enumerate(walks)]
    later = [frozenset[str]()]
    for walk, part, _ in reversed(legs):
        later.append(later[-1] | walk.reads.part(part))
    later.reverse()
    found: dict[tuple[Verdict, Verdict], dict[str, str]] = {}
    seen: set[object] = set()
    low = Verdict.NOT_APPLICABLE

    def legs_from(index: int, assumed: Assumed, worst: tuple[Verdict, Verdict]) -> Iterator[tuple[int, Assumed, tuple]]:
        walk, part, side = legs[index]
        for applies, after in walk.applies(part, assumed):
            ends: Iterator[tuple[Verdict, Assumed]] = iter([(low, after)])
            if applies:
                ends = (
                    (walk.verdict(part.tree, outcome), last)
                    for outcome, last in walk.endings(walk.start(part.tree), after, later[index + 1])
                )
            for verdict, last in ends:
                pair = list(worst)
                pair[side] = max(pair[side], verdict, key=lambda v: v.rank)
                yield index + 1, last, tuple(pair)

    todo: list[Iterator[tuple[int, Assumed, tuple]]] = [iter([(0, {}, (low, low))])]
    while todo:
        step = next(todo[-1], None)
        if step is None:
            todo.pop()
            continue
        index, assumed, worst = step
        key = (index, worst, frozenset(item for item in assumed.items() if item[0] in later[index]))
        if key in seen:
            continue
        seen.add(key)
        if index == len(legs):
            found.setdefault(worst, dict(assumed))
        else:
            todo.append(legs_from(index, assumed, worst))
    return found
