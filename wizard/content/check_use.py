"""What is written down and used nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from wizard.content.fault import Fault, dutch
from wizard.content.model import Ask, Before, Content, Contested, Dated, Duty, Place, Risk, Since, Test, Text


class _Placed(Protocol):
    @property
    def place(self) -> Place: ...


def unused(content: Content) -> Iterator[Fault]:
    """A fault for every fact, tree, duty and so on that nothing refers to."""
    nodes = [node for tree in content.trees.values() for node in tree.nodes.values()]
    outcomes = [outcome for tree in content.trees.values() for outcome in tree.outcomes.values()]
    parts = [part for consult in content.consults.values() for part in consult.parts]
    holders: list[Duty | Contested | Risk] = [
        *content.duties.values(),
        *content.contested.values(),
        *content.risks.values(),
    ]
    asked = {node.fact for node in nodes if isinstance(node, Ask | Since | Before)}
    asked |= {fact for part in parts for fact in part.when}
    asked |= {fact for consult in content.consults.values() for fact in consult.record}
    deadlines = [duty.deadline for duty in content.duties.values() if duty.deadline is not None]
    asked |= {span.fact for deadline in deadlines for span in deadline.first_of}
    tested = {node.tree for node in nodes if isinstance(node, Test)} | {part.tree for part in parts}
    cited = {name for item in (*outcomes, *holders) for name in _names(item.sources)}
    cited |= {name for node in nodes for name in node.cite}
    cited |= {name for fact in content.facts.values() for name in fact.sources}
    cited |= {name for watch in content.watch.values() for name in watch.sources}
    cited |= {name for term in content.terms.values() for name in term.sources}
    yield from _unused(content.facts, asked, "fact")
    yield from _unused(content.trees, tested, "tree")
    yield from _unused(content.duties, {name for outcome in outcomes for name in _names(outcome.duties)}, "duty")
    noted = {name for outcome in outcomes for name in outcome.contested}
    yield from _unused(content.contested, noted, "contested point")
    yield from _unused(content.sources, cited, "source")
    acts = {act for source in content.sources.values() for _, act in source.act.periods if act}
    yield from _unused(content.acts, acts, "act")
    terms = {name for fact in content.facts.values() for name in fact.terms}
    yield from _unused(content.terms, terms, "term")
    yield from _unused(content.risks, {tree.risk for tree in content.trees.values() if tree.risk}, "risk")


def _unused(known: Mapping[str, _Placed], used: set[str], what: str) -> Iterator[Fault]:
    for name, item in known.items():
        if name not in used:
            said = Text(f"{dutch(what)} `{name}` wordt nergens gebruikt", f"{what} `{name}` is used nowhere")
            yield Fault("unused", item.place, said, Text("gebruik het, of haal het weg", "use it, or remove it"))


def _names(dated: Dated[tuple[str, ...]]) -> Iterable[str]:
    return (name for _, names in dated.periods for name in names or ())
