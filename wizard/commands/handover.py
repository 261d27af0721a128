"""A report as files to hand over: which forms, which file each goes to, and writing all of them or none."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.commands import words
from wizard.commands.common import InputError, complain, emit, emit_bytes, require_free, save_bytes, settings_of, shown
from wizard.report.fault import ReportError
from wizard.report.forms import FORMS, form_of
from wizard.report.pages import too_long

if TYPE_CHECKING:
    from wizard.content.model import Content
    from wizard.dossier.consultation import Consultation

BINARY = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked for: the level, the house style, and whether the law of other days is wanted too."""

    level: str = "full"
    templates: Path | None = None
    style: Path | None = None
    timeline: bool = False


def report(content: Content, consultation: Consultation, language: str, form: str, wish: Wish | None = None) -> bytes:
    """The report on a consultation. Raises ``InputError`` when it cannot be made, such as for want of a library."""
    from wizard.report.export import export, house

    wish = wish or Wish()
    try:
        return export(
            content,
            consultation.advice(content),
            language,
            form,
            level=wish.level,
            look=house(wish.templates, wish.style),
            consultation=consultation,
            made=date.today(),
            timeline=wish.timeline,
        )
    except ReportError as error:
        raise InputError(error.say(language)) from None


def hand_over(args: Namespace, content: Content, consultation: Consultation, spoken: str, language: str) -> None:
    """Write what ``args`` asks for: to files when ``-o`` names one, else to standard output. Raises ``InputError``."""
    settings = settings_of(args)
    templates, style = args.templates or settings.path("templates"), args.style or settings.path("style")
    wish = Wish(args.level or "full", templates, style, args.timeline)
    output: Path | None = args.output
    forms: Sequence[str] = args.format or ()
    if output is None or str(output) == "-":
        form = forms[0] if forms else "md"
        if len(forms) > 1:
            raise InputError(words.MANY_FORMS.in_(language))
        require_word(args, [form], language)
        if form in BINARY and sys.stdout.isatty():
            raise InputError(words.NOT_FOR_SCREEN.in_(language).format(form=form))
        made = report(content, consultation, spoken, form, wish)
        if form in BINARY:
            emit_bytes(made, language)
        else:
            emit(made.decode(), language)
        return
    try:
        if len(forms) == 1 and FORMS.get(output.suffix.lower(), forms[0]) != forms[0]:
            raise InputError(words.OTHER_FORM.in_(language).format(file=shown(output.name), form=forms[0]))
        targets = _targets(output, forms)
    except ReportError as error:
        raise InputError(error.say(language)) from None
    require_word(args, targets, language)
    for path in targets.values():
        require_free(path, language, force=args.force)
    written = {form: report(content, consultation, spoken, form, wish) for form in targets}
    for form, path in targets.items():
        save_bytes(path, written[form], language, force=args.force)
        if said := too_long(written[form], form, wish.level, language):
            complain(said)


def require_word(args: Namespace, forms: Collection[str], language: str) -> None:
    """Raise ``InputError`` when ``--style`` is given and none of ``forms`` would take the styles of a Word file."""
    if args.style is not None and "docx" not in forms:
        raise InputError(words.STYLE_IS_FOR_WORD.in_(language))


def _targets(output: Path, forms: Sequence[str]) -> dict[str, Path]:
    """The file for each form. One form goes to the name as given; several each get their own ending."""
    if len(forms) < 2:
        return {forms[0] if forms else form_of(output): output}
    stem = output.name[: -len(output.suffix)] if output.suffix.lower() in FORMS else output.name
    return {form: output.with_name(f"{stem}.{form}") for form in forms}
