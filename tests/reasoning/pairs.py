"""Two situations side by side, all other facts equal and none unknown: is one ever milder than the other?

Walks the product of two advices: scenarios that agree on both verdicts so far and on every fact that can still be
read are one, so that the whole of a consult is gone through, not a sample.
"""

from collections.abc import Iterator
from datetime import date

from wizard.content.model import Consult, Content, Verdict
from wizard.reasoning.situation import Assumed, Facts, Situation
from wizard.reasoning.walk import NOTHING, RESULT, Needs, Walk

Pair = tuple[Verdict, Verdict]


def milder(content: Content, consult: Consult, on: date, strict: Facts, mild: Facts) -> dict[str, str] | None:
    """Other facts with which ``strict`` gets a milder verdict than ``mild``; ``None`` when there are none.

    Trees that read none of the facts in which the two differ give both sides the same verdict. They are left out at
    first: that can only show more, never hide anything. A breach counts when it stands with all trees.
    """
    return _milder(content, consult, on, strict, mild, whole=False) and _milder(
        content, consult, on, strict, mild, whole=True
    )


def _milder(
    content: Content, consult: Consult, on: date, strict: Facts, mild: Facts, *, whole: bool
) -> dict[str, str] | None:
    walks = [Walk(Situation(content, facts, on, presume=False)) for facts in (strict, mild)]
    differ = {name for name in strict.keys() | mild.keys() if strict.get(name) != mild.get(name)}
    reads = walks[0].reads

    def facts_of(needs: Needs) -> frozenset[str]:
        return frozenset(key for key in reads.keys(needs, {}) if not key.startswith(RESULT))

    parts = [part for part in consult.parts if whole or facts_of(reads.part(part)) & differ]
    legs = [(walk, part, side) for part in parts for side, walk in enumerate(walks)]
    later = [NOTHING]
    for _, part, _ in reversed(legs):
        # facts only, no results of trees: the two sides may answer the same test differently
        later.append(later[-1] | Needs(facts_of(reads.part(part))))
    later.reverse()

    def leg(index: int, assumed: Assumed, worst: Pair) -> Iterator[tuple[int, Assumed, Pair]]:
        walk, part, side = legs[index]
        for applies, after in walk.applies(part, assumed):
            ends: Iterator[tuple[Verdict, Assumed]] = iter([(Verdict.NOT_APPLICABLE, after)])
            if applies:
                ends = (
                    (walk.verdict(part.tree, outcome), last)
                    for outcome, last in walk.endings(walk.start(part.tree), after, later[index + 1])
                )
            for verdict, last in ends:
                stricter = max(worst[side], verdict, key=lambda v: v.rank)
                yield index + 1, last, (stricter, worst[1]) if side == 0 else (worst[0], stricter)

    nothing = (Verdict.NOT_APPLICABLE, Verdict.NOT_APPLICABLE)
    seen: set[object] = set()
    todo: list[Iterator[tuple[int, Assumed, Pair]]] = [iter([(0, {}, nothing)])]
    while todo:
        step = next(todo[-1], None)
        if step is None:
            todo.pop()
            continue
        index, assumed, worst = step
        key = (index, worst, walks[0].remembered(later[index], assumed))
        if worst[0] is Verdict.FORBIDDEN or key in seen:
            continue  # nothing is stricter than forbidden
        seen.add(key)
        if index < len(legs):
            todo.append(leg(index, assumed, worst))
        elif worst[0].rank < worst[1].rank:
            return assumed | {"verdicts": f"{worst[0].value} < {worst[1].value}"}
    return None
