"""The report as HTML: one file that holds everything, fetches nothing and runs nothing."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from wizard.content.disk import why
from wizard.content.model import Text
from wizard.report.document import (
    Block,
    Document,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    directions,
    length,
)
from wizard.report.fault import NO_UTF8, SAVE_UTF8, bad_file, not_here, too_large
from wizard.report.words import CONTENTS, TO_CONTENT

STYLE = "report.css"
LARGEST_STYLE = 500_000
ROOMY = 2_500
"""Characters that fit on one printed page without making the letters small."""
_REFUSED = {
    "<": Text("dat sluit de opmaak af", "that would end the style"),
    "@": Text("de bladzijde haalt niets op", "the page fetches nothing"),
    "u": Text(
        'de bladzijde haalt niets op; zet een plaatje er zelf in: `url("data:image/…")`',
        'the page fetches nothing; put a picture in it: `url("data:image/…")`',
    ),
    "\\": Text("daarmee kan iets anders staan dan er te lezen is", "it can hide what is meant"),
}
"""Why something may not stand in the look of a page, by how it begins."""
_REACHES_OUT = re.compile(r"</|@import|\burl\s*\((?!\s*[\"']?data:image/)|image-set\s*\(|\bsrc\s*\(|\\", re.IGNORECASE)


def html(document: Document, folder: Path) -> str:
    """``document`` as a page; ``folder`` holds ``report.css``. Raises ``ReportError``."""
    return "\n".join(_page(document, _style(folder))) + "\n"


def _style(folder: Path) -> str:
    """The look of the page. It may not fetch anything, nor end the place where it stands."""
    path = folder / STYLE
    try:
        if path.stat().st_size > LARGEST_STYLE:
            raise bad_file(str(path), too_large(f"{LARGEST_STYLE // 1000} kB"))
        text = path.read_text("utf-8")
    except OSError as error:
        raise bad_file(str(path), why(error, reading=True)) from error
    except UnicodeError as error:
        raise bad_file(str(path), NO_UTF8, SAVE_UTF8) from error
    if found := _REACHES_OUT.search(text):
        line = text[: found.start()].count("\n") + 1
        raise bad_file(f"{STYLE}:{line}", not_here(found[0], _REFUSED[found[0][:1].lower()]))
    return text.strip()


def _page(document: Document, style: str) -> Iterator[str]:
    language = document.language
    print_of_style = b64encode(hashlib.sha256(f"\n{style}\n".encode()).digest()).decode()
    allowed = (
        f"default-src 'none'; img-src data:; style-src 'sha256-{print_of_style}'; base-uri 'none'; form-action 'none'"
    )
    yield "<!DOCTYPE html>"
    size = " long" if length(document.blocks) > ROOMY else ""
    yield f'<html lang="{escape(language)}" class="{escape(document.level)}{size}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(allowed)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    if document.author:
        yield f'<meta name="author" content="{escape(document.author)}">'
    yield f"<title>{escape(document.title)}</title>"
    yield f"<style>\n{style}\n</style>"
    yield "</head>"
    yield f'<body class="{escape(document.mood)}">'
    yield f'<a class="skip" href="#advice">{TO_CONTENT.in_(language)}</a>'
    before, parts = _parts(document.blocks)
    if parts:
        yield "<header>"
        yield from _blocks(before)
        yield "</header>"
    yield '<main id="advice">'
    yield from _blocks([] if parts else before)
    numbered = any(heading.number for heading, _ in parts)
    for number, (heading, blocks) in enumerate(parts):
        kind = ' class="verdict"' if heading.verdict else ""
        yield f'<section{kind} aria-labelledby="part-{number}">'
        yield _heading(heading, f"part-{number}")
        yield from _blocks(blocks)
        yield "</section>"
        if heading.verdict and numbered:
            yield from _contents(parts, language)
    yield "</main>"
    yield f"<footer><p>{_text(document.foot)}</p></footer>"
    yield "</body>"
    yield "</html>"


def _parts(blocks: Iterable[Block]) -> tuple[list[Block], list[tuple[Heading, list[Block]]]]:
    """What stands before the first section, and each section: its heading and what stands below that."""
    before: list[Block] = []
    parts: list[tuple[Heading, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            parts.append((block, []))
        else:
            (parts[-1][1] if parts else before).append(block)
    return before, parts


def _contents(parts: list[tuple[Heading, list[Block]]], language: str) -> Iterator[str]:
    yield '<nav aria-labelledby="contents">'
    yield f'<h2 id="contents">{CONTENTS.in_(language)}</h2>'
    yield "<ul>"
    for number, (heading, _) in enumerate(parts):
        if not heading.verdict:
            label = f"{heading.number}. " if heading.number else ""
            yield f'<li><a href="#part-{number}">{label}{_inline(heading.runs)}</a></li>'
    yield "</ul>"
    yield "</nav>"


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield _heading(block)
        elif isinstance(block, Paragraph):
            yield f"<p>{_inline(block.runs)}</p>"
        elif isinstance(block, Listing):
            yield from _listing(block)
        elif isinstance(block, Table):
            yield from _table(block)
        elif isinstance(block, Quote):
            yield "<blockquote>"
            yield from _blocks(block.blocks)
            yield "</blockquote>"
        else:
            yield "<hr>"


def _heading(heading: Heading, name: str = "") -> str:
    number = f'<span class="number">{heading.number}.</span> ' if heading.number else ""
    named = f' id="{name}"' if name else ""
    return f"<h{heading.level}{named}>{number}{_inline(heading.runs)}</h{heading.level}>"


def _listing(listing: Listing) -> Iterator[str]:
    boxes = any(item.box for item in listing.items)
    start = f' start="{listing.start}"' if listing.start != 1 else ""
    # a reader aloud says "list" only where it is told so, once the bullets are gone
    yield f"<ol{start}>" if listing.ordered else '<ul class="boxes" role="list">' if boxes else "<ul>"
    for item in listing.items:
        box = '<span class="box" aria-hidden="true">☐</span>' if item.box else ""
        first, *rest = item.blocks or (Paragraph(()),)
        lead = _inline(first.runs) if isinstance(first, Paragraph) else "\n".join(_blocks([first]))
        below = "".join(f"\n{line}" for line in _blocks(rest))
        yield f"<li>{box}{lead}{below}</li>"
    yield "</ol>" if listing.ordered else "</ul>"


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{_inline(cell)}</th>' for cell in table.head) + "</tr></thead>"
    yield "<tbody>"
    for first, *rest in table.rows:
        yield (
            f'<tr><th scope="row">{_inline(first)}</th>'
            + "".join(f"<td>{_inline(cell)}</td>" for cell in rest)
            + "</tr>"
        )
    yield "</tbody>"
    yield "</table>"


def _inline(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    said = "<br>" if run.text == "\n" else _text(run.text)
    if run.strong:
        said = f"<strong>{said}</strong>"
    if run.emphasis:
        said = f"<em>{said}</em>"
    return f'<a href="{escape(run.link)}" rel="noopener noreferrer">{said}</a>' if run.link else said


def _text(text: str) -> str:
    """``text``, with what runs from right to left set apart, so that it does not turn around what stands beside it."""
    return "".join(f"<bdi>{escape(piece)}</bdi>" if turned else escape(piece) for piece, turned in directions(text))
