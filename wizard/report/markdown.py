"""The report as Markdown: one template per language, filled in and nothing added. No clock, no randomness."""

from __future__ import annotations

import re
import traceback
from datetime import date
from importlib.resources import files
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from wizard.content.fault import SaidError, printable
from wizard.content.model import LANGUAGES, Content, Text
from wizard.dossier.consultation import Consultation
from wizard.reasoning.advice import Advice
from wizard.report.build import build
from wizard.report.escape import Markup, escape


class ReportError(SaidError):
    """A template that cannot be used; the message says which file and line, what is wrong, and what to do."""


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
) -> str:
    """The report on ``advice`` as Markdown; the same advice always gives the same text.

    ``consultation`` adds the user's notes, ``version`` replaces the program version in the account, ``templates``
    is a folder with templates of one's own, ``made`` the day on which the report is made.
    Raises ``ReportError`` when the template is missing or has a mistake.
    """
    folder = templates or default_templates()
    name = f"advice.{language if language in LANGUAGES else LANGUAGES[0]}.md.jinja"
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        finalize=_printed,
        autoescape=False,  # that is for HTML; `finalize` escapes for Markdown
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    shown = build(content, advice, language, consultation, version, made)
    try:
        text = environment.get_template(name).render(advice=shown)
    except Exception as error:  # a template may fail in any way Python can
        raise ReportError(_message(error, folder, name)) from error
    return _tidy(text)


def _printed(value: object) -> str:
    """What ``{{ … }}`` prints: text escaped for Markdown, unless the program itself made the markup."""
    return value if isinstance(value, Markup) else escape(str(value))


def _tidy(text: str) -> str:
    """One space between words, none at line ends; at most one empty line at a time; one line break at the end."""
    lines = "\n".join(re.sub(r"(?<=\S) {2,}", " ", line).rstrip(" ") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"


def _message(error: Exception, folder: Path, name: str) -> Text:
    """Where in a template it went wrong, and what."""
    file, line = name, 0
    if isinstance(error, TemplateSyntaxError):
        file, line = Path(error.filename or error.name or name).name, error.lineno
    else:
        for frame in traceback.extract_tb(error.__traceback__):
            if Path(frame.filename).parent == folder:
                file, line = Path(frame.filename).name, frame.lineno or 0
    what = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    where = f"{file}:{line}" if line else str(folder / file)
    reason = printable(what or type(error).__name__)
    return Text(
        f"{where}: {reason}; verbeter het sjabloon, zie docs/reports.md",
        f"{where}: {reason}; mend the template, see docs/reports.md",
    )
