"""The steps of a finding as rows: each answer with its source, and the steps of a test under that test."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from textual.content import Content
from textual.visual import Visual

from wizard.app import words
from wizard.app.rows import Row, click, plain
from wizard.content.citation import cite
from wizard.content.model import UNKNOWN, Before, Since, Test
from wizard.content.model import Content as Trees
from wizard.content.values import CHOICES
from wizard.dossier.session import Session
from wizard.reasoning.advice import Finding, Step
from wizard.words import VERDICT, answer_words, date_words, length_words


def outline(content: Trees, path: Sequence[Step]) -> list[tuple[int, Step]]:
    """The steps with their depth. In a path a test comes after the steps inside it; here it comes before them."""
    shown: list[tuple[int, Step]] = []
    for step in path:
        node = content.trees[step.tree].nodes[step.node]
        if not isinstance(node, Test):
            shown.append((0, step))
            continue
        inside = _within(content, node.tree)
        start = len(shown)
        while start and shown[start - 1][1].tree in inside:
            start -= 1
        shown[start:] = [(0, step), *((depth + 1, inner) for depth, inner in shown[start:])]
    return shown


def _within(content: Trees, tree: str) -> set[str]:
    """A tree and all trees it tests."""
    found: set[str] = set()
    todo = [tree]
    while todo:
        name = todo.pop()
        found.add(name)
        todo += [node.tree for node in content.trees[name].nodes.values() if isinstance(node, Test)]
    return found


def step_rows(session: Session, finding: Finding, set_out: set[str]) -> Iterable[Visual]:
    """The steps of ``finding``. A tree in ``set_out`` is only referred to; those shown here are added to it."""
    set_out.add(finding.tree)
    hidden: int | None = None  # deeper steps than this are those of a test that was set out before
    for depth, step in outline(session.content, finding.path):
        if hidden is not None and depth > hidden:
            continue
        hidden = None
        node = session.content.trees[step.tree].nodes[step.node]
        if isinstance(node, Test):
            if node.tree in set_out:
                hidden = depth
            set_out.add(node.tree)
        yield _row(session, step, depth, again=hidden is not None)


def _row(session: Session, step: Step, depth: int, *, again: bool) -> Visual:
    content, language, on = session.content, session.language, session.consultation.on
    said = _words(session, step)
    if step.presumed:
        said += plain(f"  ({session.say(words.ASSUMED_WORD)})", "dim")
    elif step.fact and session.given(step.fact) in (None, UNKNOWN):
        said += plain(f"  ({session.say(words.FOLLOWS)})", "dim")
    if again:
        said += plain(f"  ({session.say(words.SET_OUT)})", "dim")
    if step.fact and session.note_on(step.fact):
        said += plain(f"  ✎ {session.note_on(step.fact)}", "dim")
    cited = ", ".join(cite(content, source, on, language).text for source in step.sources)
    if cited:
        said += plain(f"  § {cited}", "dim")
    if step.fact:
        said = click(said, "change", step.fact)
    return Row(said, plain("↳ ", "dim"), indent=2 + 2 * depth)


def _words(session: Session, step: Step) -> Content:
    content, language, say = session.content, session.language, session.say
    node = content.trees[step.tree].nodes[step.node]
    if isinstance(node, Test):
        outcome = content.trees[node.tree].outcomes[step.answer]
        reason = outcome.because.at(session.consultation.on)
        verdict = VERDICT[outcome.verdict].in_(language) if outcome.verdict else ""
        title = plain(content.trees[node.tree].title.in_(language))
        result = reason.in_(language) if reason else verdict
        return title + plain(f" {result}", "bold") if result else title
    if step.fact is None:
        day = max(content.law_from, date.fromisoformat(step.answer))
        return plain(say(words.STEP_LAW, day=date_words(day, language)))
    if isinstance(node, Since):
        yes, no = words.STEP_SINCE_YES, words.STEP_SINCE_NO
        if node.within.unit != "years":  # its last day still counts
            yes, no = words.STEP_UP_TO_YES, words.STEP_UP_TO_NO
        answer = say(yes if step.answer == "yes" else no, length=length_words(node.within, language))
    elif isinstance(node, Before):
        text = words.STEP_BEFORE_YES if step.answer == "yes" else words.STEP_BEFORE_NO
        answer = say(text, day=date_words(node.day, language))
    else:
        answer = answer_words(content, step.fact, step.answer, language)
    fact = content.facts[step.fact]
    given = session.given(step.fact)
    if fact.kind not in CHOICES and given and given != UNKNOWN:
        answer = f"{answer_words(content, step.fact, given, language)}, {answer}"
    return plain(f"{fact.question.in_(language)} ") + plain(answer, "bold")
