"""Text of unknown origin in Markdown: shown as it was written, never read as markup.

Only what could be read as markup gets a backslash, so that a report stays readable as plain text.
"""

from __future__ import annotations

import re

from wizard.content.fault import printable

_ANYWHERE = re.compile(
    r"[\\`*_\[\]<>~|#$]"  # code, emphasis, links, HTML, strikethrough, tables, headings, formulas
    r"|&(?=#?\w+;)"  # entities
    r"|(?<=http):|(?<=https):|(?<=ftp):|(?<=mailto):|(?<=xmpp):"
    r"|(?<=/)/"  # //example.org
    r"|\.(?=[^\W\d_]{2})",  # example.org
    re.IGNORECASE,
)
_AT_START = re.compile(
    r"(?:[-+:]|\d{1,9}[.)])(?= |$)"  # lists, definitions
    r"|[-=:](?=[-=: ]*$)"  # lines under headings and tables
)
_SPACES = re.compile(" {2,}")
_URL = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9\-._~:/?#@!$&*+,;=%]*")


class Markup(str):
    """Markdown made by the program itself: not escaped again."""

    __slots__ = ()


def escape(text: str) -> str:
    """``text`` on one line, without control and direction characters, as Markdown that shows exactly that."""
    line = _SPACES.sub(" ", printable(text)).strip()
    line = _ANYWHERE.sub(r"\\\g<0>", line)
    if start := _AT_START.match(line):
        last = start.end() - 1
        return f"{line[:last]}\\{line[last:]}"
    return line


def link(url: str) -> Markup:
    """``url`` as a link that shows its own address; empty unless it is http(s) with plain characters only."""
    return Markup(f"<{url}>") if _URL.fullmatch(url) else Markup("")
