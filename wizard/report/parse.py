"""From the Markdown of a report to its parts. Reads what the templates write: CommonMark with tables and check boxes.

HTML is not read: it is shown as it is written. Pictures become their text; links lead to the web or to mail only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from wizard.report.document import (
    Block,
    Document,
    Heading,
    Item,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
    clean,
    plain,
    together,
)

BOX = "[ ] "
DEEPEST = 4
_LINK = re.compile(r"(?:https?://|mailto:)[!-~]+", re.IGNORECASE)


def parse(text: str, shell: Document, *, numbered: bool) -> Document:
    """The report ``text`` (Markdown) as a document: ``shell`` with a title and its parts, numbered if so asked."""
    tree = SyntaxTreeNode(MarkdownIt("commonmark", {"html": False}).enable("table").parse(text))
    blocks = tuple(_headed(_blocks(tree), numbered))
    titles = (plain(block.runs) for block in blocks if isinstance(block, Heading))
    return replace(shell, title=next(titles, shell.title), blocks=blocks)


def _blocks(node: SyntaxTreeNode) -> Iterator[Block]:
    for child in node.children:
        kind = child.type
        if kind == "heading":
            yield Heading(int(child.tag[1]), _runs(child))
        elif kind == "paragraph":
            yield Paragraph(_runs(child))
        elif kind in ("bullet_list", "ordered_list"):
            start = int(child.attrs.get("start", 1))
            yield Listing(kind == "ordered_list", start, tuple(_item(item) for item in child.children))
        elif kind == "table":
            yield _table(child)
        elif kind == "blockquote":
            yield Quote(tuple(_blocks(child)))
        elif kind == "hr":
            yield Rule()
        elif child.content.strip():  # code
            yield Paragraph((Run(clean(child.content).strip()),))


def _item(node: SyntaxTreeNode) -> Item:
    """A list item. A box that was written in a value is escaped (``\\[ \\]``), so it is not one."""
    blocks = tuple(_blocks(node))
    first = node.children[0] if node.children else None
    if first is None or first.type != "paragraph" or not first.children[0].content.startswith(BOX):
        return Item(blocks, box=False)
    lead = blocks[0]
    assert isinstance(lead, Paragraph)
    head = replace(lead.runs[0], text=lead.runs[0].text.removeprefix(BOX))
    return Item((Paragraph((head, *lead.runs[1:])), *blocks[1:]), box=True)


def _table(node: SyntaxTreeNode) -> Table:
    rows = [tuple(_runs(cell) for cell in row.children) for part in node.children for row in part.children]
    return Table(rows[0], tuple(rows[1:]))


def _runs(node: SyntaxTreeNode) -> Runs:
    return tuple(_joined(_inline(node, Run(""))))


def _inline(node: SyntaxTreeNode, look: Run) -> Iterator[Run]:
    """The text below ``node``, each piece in the look it has there."""
    for child in node.children:
        kind = child.type
        if kind in ("softbreak", "hardbreak"):
            yield replace(look, text="\n" if kind == "hardbreak" else " ")
        elif kind == "strong":
            yield from _inline(child, replace(look, strong=True))
        elif kind == "em":
            yield from _inline(child, replace(look, emphasis=True))
        elif kind == "link":
            address = str(child.attrs.get("href", ""))
            yield from _inline(child, replace(look, link=address if _LINK.fullmatch(address) else ""))
        elif child.children:
            yield from _inline(child, look)
        else:
            yield replace(look, text=together(clean(child.content)))


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Pieces in the same look as one."""
    held: Run | None = None
    for run in runs:
        if held and "\n" not in (held.text, run.text) and replace(held, text="") == replace(run, text=""):
            held = replace(held, text=held.text + run.text)
            continue
        if held and held.text:
            yield held
        held = run
    if held and held.text:
        yield held


def _headed(blocks: Iterable[Block], numbered: bool) -> Iterator[Block]:
    """The blocks, with the verdict marked, sections numbered, and no level of heading left out.

    The verdict is the first heading below the title; what stands under it until the next section has no number.
    """
    before, seen_title, seen_verdict = 0, False, False
    counts = [0] * (DEEPEST + 1)
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
            continue
        level = min(block.level, before + 1, DEEPEST)
        level = max(level, 2) if seen_title else level
        before, seen_title = level, True
        if level == 2 and not seen_verdict:
            seen_verdict = True
            yield replace(block, level=level, verdict=True)
            continue
        counts[level:] = [counts[level] + 1] + [0] * (DEEPEST - level)
        count = counts[2 : level + 1]
        number = ".".join(map(str, count)) if numbered and level > 1 and all(count) else ""
        yield replace(block, level=level, number=number)
