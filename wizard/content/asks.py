"""Which questions a consult can ask, in the order in which its trees come to them."""

from __future__ import annotations

from wizard.content.model import Ask, Before, Consult, Content, Since, Test


def asks(content: Content, consult: Consult) -> list[str]:
    """Every fact that the trees of ``consult`` can ask, on any date, once; then those it only records."""
    found: dict[str, None] = {}
    seen: set[str] = set()

    def visit(name: str) -> None:
        if name in seen:
            return
        seen.add(name)
        for node in content.trees[name].nodes.values():
            if isinstance(node, Test):
                visit(node.tree)
            elif isinstance(node, Ask | Since | Before):
                found.setdefault(node.fact)

    for part in consult.parts:
        found |= dict.fromkeys(part.when)
        visit(part.tree)
    return list(found | dict.fromkeys(consult.record))
