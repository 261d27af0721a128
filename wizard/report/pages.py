"""Whether a summary fits on the one page that it is to be."""

from __future__ import annotations

import re

from wizard.content.model import Text

MORE_THAN_ONE = Text("Let op: de samenvatting telt {n} bladzijden.", "Mind: the summary has {n} pages.")
_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


def too_long(made: bytes, form: str, level: str, language: str) -> str:
    """That the summary ``made`` takes more than one page, in a sentence; "" when it does not, or nobody can tell.

    Of a PDF alone it can be told: Word and a browser lay out themselves.
    """
    if form != "pdf" or level != "summary":
        return ""
    pages = max((int(found) for found in _COUNT.findall(made)), default=1)
    return MORE_THAN_ONE.in_(language).format(n=pages) if pages > 1 else ""
