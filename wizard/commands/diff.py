"""`magdat diff`: the same facts under the law of two days."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from wizard.commands import words
from wizard.commands.common import emit, load_content, require_known
from wizard.commands.data import as_json, comparison_data
from wizard.commands.situation import read_request
from wizard.content.citation import cite
from wizard.content.model import Consult, Content
from wizard.reasoning.advice import Advice, Finding
from wizard.reasoning.compare import Comparison, compare
from wizard.words import date_words, verdict_words


def run(args: Namespace, language: str) -> int:
    """Print what changed, and through which source. The day in the file plays no part."""
    content = load_content(args, language)
    request = read_request(content, args.facts, language)
    first: date = getattr(args, "from")
    last: date = args.to or args.on or date.today()
    for day, option in ((first, "--from: "), (last, "--to: ")):
        require_known(day, content, language, option)
    spoken = args.lang or request.language or language
    consultation = request.consultation(last)
    consult = consultation.definition(content)
    found = compare(content, consult, consultation.facts, first, last)
    if args.json:
        emit(as_json(comparison_data(content, consult, found, spoken)), language)
    else:
        emit(_text(content, consult, found, spoken), language)
    return 0


def _text(content: Content, consult: Consult, found: Comparison, language: str) -> str:
    before, after = (date_words(side.on, language) for side in (found.before, found.after))
    rows = [words.FROM_TO.in_(language).format(a=before, b=after), ""]

    def turn(advice: Advice) -> str:
        day = date_words(advice.on, language)
        return words.TURN.in_(language).format(on=day, verdict=_verdicts(consult, advice, language))

    rows.append(turn(found.before))
    last = found.before
    for change in found.turns:
        rows.append(turn(change.advice))
        named = [_place(content, name, last, change.advice, language) for name in change.sources]
        if named:
            rows.append("  " + words.THROUGH.in_(language).format(sources="; ".join(named)))
        last = change.advice
    if not found.turns:
        rows.append(words.UNCHANGED.in_(language))
    for tree in found.trees:
        texts = {
            side: _finding(content, consult, finding, language)
            for side, finding in (("before", tree.before), ("after", tree.after))
        }
        title = content.trees[tree.tree].title.in_(language)
        if texts["before"] != texts["after"]:
            rows += ["", words.TREE_CHANGE.in_(language).format(tree=title, **texts)]
    for heading, duties in ((words.ADDED, found.duties_added), (words.REMOVED, found.duties_removed)):
        if duties:
            rows += ["", f"{heading.in_(language)}:"]
            rows += [f"- {content.duties[duty].text.in_(language)}" for duty in duties]
    if found.moved:
        rows += ["", f"{words.MOVED.in_(language)}:"]
        rows += [f"- {_place(content, moved.source, found.before, found.after, language)}" for moved in found.moved]
    return "\n".join(rows) + "\n"


def _place(content: Content, name: str, before: Advice, after: Advice, language: str) -> str:
    """Where a rule stood in two advices: `old → new`, with words for new and gone."""
    old, new = (
        cite(content, name, advice.on, language).text
        if name in advice.sources and content.sources[name].in_force(advice.on)
        else None
        for advice in (before, after)
    )
    if old and new:
        return f"{old} → {new}"
    return (words.IS_NEW if new else words.IS_GONE).in_(language).format(place=new or old)


def _verdicts(consult: Consult, advice: Advice, language: str) -> str:
    said = [verdict_words(consult, verdict, language) for verdict in advice.possible]
    return said[0] if advice.settled else words.MAYBE.in_(language).format(verdicts="; ".join(said))


def _finding(content: Content, consult: Consult, finding: Finding | None, language: str) -> str:
    if finding is None:
        return words.NOT_APPLIED.in_(language)
    if finding.verdict is None:
        return words.STILL_OPEN.in_(language)
    reason = next((text.in_(language) for text in finding.because), "") if finding.outcome else ""
    return f"{verdict_words(consult, finding.verdict, language)}. {reason}".strip(". ") + "."
