"""`magdat facts`: which facts there are, which answers they take, and what is presumed."""

from __future__ import annotations

from argparse import Namespace

from wizard.commands import words
from wizard.commands.common import InputError, emit, load_content, shown, suggest
from wizard.commands.data import Data, as_json
from wizard.content.model import Content, Fact
from wizard.words import answer_words


def run(args: Namespace, language: str) -> int:
    """List all facts, or the one named."""
    content = load_content(args, language)
    facts = list(content.facts.values())
    if args.fact is not None:
        if args.fact not in content.facts:
            hint = suggest(args.fact, content.facts, language, words.SEE_FACTS)
            where = "magdat facts"
            raise InputError(words.NO_FACT.in_(language).format(where=where, what=shown(args.fact), hint=hint))
        facts = [content.facts[args.fact]]
    if args.json:
        emit(as_json([_data(fact, language) for fact in facts]), language)
        return 0
    text = "\n".join(_text(content, fact, language) for fact in facts)
    emit(f"{text}\n{words.ALWAYS_UNKNOWN.in_(language)}\n", language)
    return 0


def _text(content: Content, fact: Fact, language: str) -> str:
    rows = [f"{fact.id}: {fact.question.in_(language)}"]
    if kind := words.TYPED_FACTS.get(fact.kind):
        rows.append(f"  {kind.in_(language)}")
    rows += [f"  {answer.id} = {answer.label.in_(language)}" for answer in fact.answers.values()]
    if fact.presumed is not None:
        when = [f"{name}: {' | '.join(answers)}" for name, answers in fact.presumed_when.items()]
        presumed = words.PRESUMED_WHEN if when else words.PRESUMED
        answer = f"{fact.presumed} ({answer_words(content, fact.id, fact.presumed, language)})"
        rows.append("  " + presumed.in_(language).format(answer=answer, when=", ".join(when)))
    return "\n".join(rows) + "\n"


def _data(fact: Fact, language: str) -> Data:
    return {
        "id": fact.id,
        "kind": fact.kind,
        "question": fact.question.in_(language),
        "answers": {answer.id: answer.label.in_(language) for answer in fact.answers.values()},
        "presumed": fact.presumed,
        "presumed_when": {name: list(answers) for name, answers in fact.presumed_when.items()},
    }
