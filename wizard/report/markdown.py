"""The report as Markdown: one template per level and language, filled in and nothing added. No clock, no randomness."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

from jinja2 import TemplateSyntaxError

from wizard.content.model import LANGUAGES, Content, Text
from wizard.dossier.consultation import Consultation
from wizard.reasoning.advice import Advice
from wizard.report.build import build
from wizard.report.fault import ReportError as ReportError
from wizard.report.fault import bad_file
from wizard.report.remarks import in_summary
from wizard.report.sandbox import Room
from wizard.report.template_fault import said

LEVELS = {"full": "advice", "summary": "summary", "letter": "letter"}
"""The levels of a report, each with the name of its template."""


def default_templates() -> Path:
    """The folder with the report templates that come with the program."""
    beside = Path(__file__).resolve().parents[2] / "reports"
    return beside if beside.is_dir() else Path(str(files("wizard"))) / "reports"


def render(
    content: Content,
    advice: Advice,
    language: str = "nl",
    *,
    consultation: Consultation | None = None,
    version: str | None = None,
    templates: Path | None = None,
    made: date | None = None,
    level: str = "full",
    form: str = "md",
    timeline: bool = False,
) -> str:
    """The report on ``advice`` as Markdown; the same advice always gives the same text.

    ``consultation`` adds what the user wrote, ``version`` replaces the program version in the account, ``templates``
    is a folder with templates of one's own, ``made`` the day on which the report is made. ``level`` is one of
    ``LEVELS``. ``form`` is what the Markdown will become: a template may show a list in ``md`` and a table elsewhere.
    ``timeline`` adds the same facts under the law of other days.
    Raises ``ReportError`` when the template is missing or has a mistake.
    """
    full, brief = level == "full", level == "summary"
    shown = build(content, advice, language, consultation, version, made, timeline, decides=full, compared=not brief)
    if brief:
        shown = replace(shown, remarks=in_summary(shown.remarks, language))
    return fill(LEVELS[level], language, templates, advice=shown, form=form)


def fill(template: str, language: str, templates: Path | None = None, **shown: object) -> str:
    """The template called ``template`` in ``language``, filled in with what is ``shown``, as Markdown.

    ``templates`` is a folder with templates of one's own. Raises ``ReportError`` as ``render`` does.
    """
    folder = (templates or default_templates()).resolve()
    name = f"{template}.{language if language in LANGUAGES else LANGUAGES[0]}.md.jinja"
    own = (folder / name).is_file()
    if not own and any(folder.glob("*.jinja")):  # parts may come from the program; what was asked for may not
        raise bad_file(str(folder / name), Text("dit sjabloon is er niet", "this template does not exist"))
    folders = list(dict.fromkeys((folder, default_templates())))
    try:
        text = Room(folders).get_template(name).render(**shown)
    except Exception as error:  # a template may fail in any way Python can
        raise _located(error, folders, name, shown) from error
    return _tidy(text)


def _tidy(text: str) -> str:
    """One space between words, none at line ends; at most one empty line at a time; one line break at the end."""
    lines = "\n".join(re.sub(r"(?<=\S) {2,}", " ", line).rstrip(" ") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"


def _located(error: Exception, folders: list[Path], name: str, shown: Iterable[str]) -> ReportError:
    """Where in a template it went wrong, and what; ``shown`` are the names that it could use."""
    file, line = name, 0
    if isinstance(error, TemplateSyntaxError):
        file, line = Path(error.filename or error.name or name).name, error.lineno
    else:
        for frame in traceback.extract_tb(error.__traceback__):
            if Path(frame.filename).parent in folders:
                file, line = Path(frame.filename).name, frame.lineno or 0
    return bad_file(f"{file}:{line}" if line else str(folders[0] / file), *said(error, shown))
