"""The forms of a report: what the name of a file says, and which one is offered."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from wizard.content.fault import printable
from wizard.content.model import Text
from wizard.report.fault import ReportError

FORMS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}
"""What the end of a file name says about its form."""
NEEDS = {"pdf": "typst", "docx": "docx"}
"""The library that a form needs, by the name it is imported by; in the order in which forms are offered."""
UNKNOWN_FORM = Text(
    "{name}: een verslag kan niet op {end} eindigen; kies .docx, .pdf, .html of .md",
    "{name}: a report cannot end in {end}; choose .docx, .pdf, .html or .md",
)


def form_in(name: str) -> str:
    """The form that the end of a file name stands for; "" when it has no end, or one that is a number, as in `v1.2`.

    Raises ``ReportError`` for any other end: what is called `.doc` must not hold something else.
    """
    end = Path(name).suffix
    if not end.strip(".") or end[1:].isdigit():
        return ""
    found = FORMS.get(end.lower())
    if found is None:
        shown, shown_end = printable(name)[:200], printable(end)[:20]
        nl, en = (text.format(name=shown, end=shown_end) for text in (UNKNOWN_FORM.nl, UNKNOWN_FORM.en))
        raise ReportError(Text(nl, en))
    return found


def form_of(path: Path) -> str:
    """The form that the name of a file asks for; Markdown when it has no end. Raises ``ReportError`` as ``form_in``."""
    return form_in(path.name) or "md"


def usual_form() -> str:
    """The form that is offered when nobody chose one: PDF or Word where that can be made, else HTML."""
    return next((form for form, library in NEEDS.items() if _there(library)), "html")


def _there(library: str) -> bool:
    """Whether ``library`` is installed, without the time it takes to load it."""
    try:
        return find_spec(library) is not None
    except (ImportError, ValueError):  # something of that name that is no library
        return False
