"""What a consult needs: everything its law refers to, directly or through something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wizard.content.model import Ask, Before, Consult, Content, Dated, Place, Since, Test

Name = tuple[str, str]
"""What it is (`facts`, `trees`, `duties` …) and what it is called."""


def needed(content: Content, consult: Consult) -> set[Name]:
    """Everything that the advice, the questions and the report of ``consult`` can refer to."""
    return closure(content, _of_consult(consult))


def closure(content: Content, first: Iterable[Name]) -> set[Name]:
    """``first``, and all that they refer to."""
    found: set[Name] = set()
    todo = list(first)
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += refers_to(content, name)
    return found


def folder_of(place: Place) -> str:
    """The sub-folder a definition stands in; "" at the top."""
    return place.file.rpartition("/")[0]


def _of_consult(consult: Consult) -> Iterator[Name]:
    for part in consult.parts:
        yield "trees", part.tree
        yield from _facts(part.when)
    yield from _facts(consult.record)
    for lead in consult.leads:
        yield from _facts(lead.when)


def refers_to(content: Content, name: Name) -> Iterator[Name]:
    """What one definition refers to by name."""
    kind, word = name
    if kind == "trees":
        tree = content.trees[word]
        if tree.risk:
            yield "risks", tree.risk
        for node in tree.nodes.values():
            yield from _sources(node.cite)
            if isinstance(node, Test):
                yield "trees", node.tree
            elif isinstance(node, Ask | Since | Before):
                yield "facts", node.fact
        for outcome in tree.outcomes.values():
            yield from _sources(_every(outcome.sources))
            yield from (("duties", duty) for duty in _every(outcome.duties))
            yield from (("contested", note) for note in outcome.contested)
    elif kind == "facts":
        fact = content.facts[word]
        yield from _facts(fact.presumed_when)
        yield from _sources(fact.sources)
        yield from (("terms", term) for term in fact.terms)
        for answer in fact.answers.values():
            yield from _facts(answer.implies)
        for change in fact.instead:
            yield from _facts(change.also)
        if group := content.group_of.get(word):
            yield "groups", group.id
    elif kind == "groups":
        group = content.groups[word]
        yield from _facts((*group.facts, *([group.about] if group.about else ())))
    elif kind == "duties":
        duty = content.duties[word]
        yield from _sources(_every(duty.sources))
        yield from _facts(duty.when)
        yield from _facts(span.fact for span in (duty.deadline.first_of if duty.deadline else ()))
    elif kind == "contested":
        yield from _sources(_every(content.contested[word].sources))
        yield from _facts(content.contested[word].when)
    elif kind == "risks":
        yield from _sources(_every(content.risks[word].sources))
    elif kind == "terms":
        yield from _sources(content.terms[word].sources)
    elif kind == "sources":
        yield from (("acts", act) for _, act in content.sources[word].act.periods if act)


def _facts(names: Iterable[str]) -> Iterator[Name]:
    return (("facts", name) for name in names)


def _sources(names: Iterable[str]) -> Iterator[Name]:
    return (("sources", name) for name in names)


def _every(dated: Dated[tuple[str, ...]]) -> Iterator[str]:
    return (name for _, names in dated.periods for name in names or ())
