"""The report as a file to hand over: Markdown, HTML, Word or PDF, in the look of the program or of a firm's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wizard.content.model import Content, Text
from wizard.dossier.consultation import Consultation
from wizard.reasoning.advice import Advice
from wizard.report.fault import ReportError, inside
from wizard.report.markdown import default_templates, render
from wizard.report.words import FOOT, FOOT_LETTER, NO_HOUSE, NO_STYLE
from wizard.words import date_words

FORMATS = ("md", "html", "docx", "pdf")
WORD_STYLE = "reference.docx"


@dataclass(frozen=True, slots=True)
class Look:
    """The house style: a folder with templates of one's own, and a Word file with the styles; ``None``: the program's.

    What the folder lacks is taken from the program: it may hold only a look (``report.css``, ``report.typ``,
    ``reference.docx``).
    """

    templates: Path | None = None
    style: Path | None = None

    def file(self, name: str) -> Path:
        """The file of the house style called ``name``. Raises ``ReportError`` for a link out of its folder."""
        if self.templates is None or not (self.templates / name).is_file():
            return default_templates() / name
        return inside(self.templates / name, self.templates)

    @property
    def word_style(self) -> Path:
        """The Word file with the styles. Raises ``ReportError`` when the one that was asked for does not exist."""
        try:
            if self.style is None or self.style.exists():
                return self.style or self.file(WORD_STYLE)
        except (OSError, ValueError):  # a name too long, a name with a NUL
            pass
        raise ReportError(_filled(NO_STYLE, self.style))


def house(templates: Path | None = None, style: Path | None = None) -> Look:
    """The house style asked for. Raises ``ReportError`` when there is no such folder; only Word misses the style."""
    try:
        if templates is not None and not templates.is_dir():
            raise ReportError(_filled(NO_HOUSE, templates))
        return Look(templates.resolve() if templates else None, style)
    except (OSError, ValueError) as error:  # a name too long, a name with a NUL
        raise ReportError(_filled(NO_HOUSE, templates)) from error


def export(
    content: Content,
    advice: Advice,
    language: str,
    form: str,
    *,
    level: str = "full",
    look: Look | None = None,
    consultation: Consultation | None = None,
    version: str | None = None,
    made: date | None = None,
    timeline: bool = False,
) -> bytes:
    """The report on ``advice`` as the bytes of a file; ``form`` is one of ``FORMATS``, the rest as for ``render``.

    The same input always gives the same bytes. Raises ``ReportError``.
    """
    look = look or Look()
    text = render(
        content,
        advice,
        language,
        consultation=consultation,
        version=version,
        templates=look.templates,
        made=made,
        level=level,
        form=form,
        timeline=timeline,
    )
    if form == "md":
        return text.encode()
    mood = advice.verdict.value if advice.settled else "open"
    return convert(text, form, language, level, mood, advice.on, consultation.advisor if consultation else "", look)


def convert(
    text: str, form: str, language: str, level: str, mood: str, on: date, author: str, look: Look | None = None
) -> bytes:
    """The Markdown of a report as the bytes of a file in another form.

    ``mood`` is the verdict that gives it its colour, or ``open``; ``on`` the reference date that stands below it.
    Raises ``ReportError``.
    """
    from wizard.report.document import Document, clean
    from wizard.report.parse import parse

    look = look or Look()
    shell = Document(
        title="Mag dat?",
        language=language,
        level=level,
        mood=mood,
        on=on,
        author=clean(author).strip(),
        foot=(FOOT_LETTER if level == "letter" else FOOT).in_(language).format(day=date_words(on, language)),
        blocks=(),
    )
    document = parse(text, shell, numbered=level == "full")
    if form == "html":
        from wizard.report.as_html import STYLE as CSS
        from wizard.report.as_html import html

        return html(document, look.file(CSS).parent).encode()
    if form == "docx":
        from wizard.report.as_word import word

        return word(document, look.word_style)
    from wizard.report.as_pdf import TEMPLATE, pdf

    folder = look.file(TEMPLATE).parent
    return pdf(document, folder, apart=folder != default_templates())


def _filled(text: Text, place: Path | None) -> Text:
    return Text(text.nl.format(place=place), text.en.format(place=place))
