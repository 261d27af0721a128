"""`magdat` and `magdat ask`: the questions, on the whole screen or line by line.

Line by line ends with 0 whether the user stops or the input does, once a single answer is known: then there is an
advice, which says itself what is still open. Without any answer the input was unusable: 2. Ctrl-C: 130, answers kept.
"""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Collection
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.commands import words
from wizard.commands.common import (
    Ended,
    InputError,
    complain,
    consult_named,
    dossier_named,
    dossiers_folder,
    emit,
    load_content,
    reference_date,
    save_bytes,
    settings_of,
    suggest,
)
from wizard.content.fault import SaidError, printable
from wizard.content.model import Content

if TYPE_CHECKING:
    from wizard.dossier.session import Kept, Session
    from wizard.plain.talk import Talk
    from wizard.settings.settings import Settings


def run(args: Namespace, language: str) -> int:
    """Open the app, or talk line by line with ``--plain`` and wherever there is no terminal for a screen."""
    from wizard.dossier.session import Session
    from wizard.dossier.store import StoreError

    bare = args.verb is None
    settings = settings_of(args)
    dossiers = dossiers_folder(args, language, there=not bare and args.resume)
    if bare and not _terminal():
        raise InputError(words.NO_TERMINAL.in_(language))
    gc.disable()  # nothing to free while starting; the app turns it on once it is painted
    # the law of a consult is read when it is begun; content of one's own at once, so that its faults show first
    at_first = None if args.trees else () if bare or args.consult is None else (args.consult,)
    content = load_content(args, language, consults=at_first)

    def read_more(consults: Collection[str] | None) -> Content:
        from wizard.content.load import load

        return load(args.trees, consults=consults)  # a fault in it is said by whoever asked for it

    on = reference_date(args, content, language)
    again = not bare and bool(args.resume or args.dossier)
    chosen = args.on is not None and not again
    if again:
        on = date.today()  # `--on` is for the dossier that is gone on with, not for one begun after it
    consult = None if bare or args.consult is None else consult_named(content, args.consult, language).id
    if bare or (_terminal() and not args.plain):
        from wizard.app.main import run as open_app
        from wizard.settings.place import state_path

        settings = settings.with_choices(state_path())
        _check_keys(settings, language)
        language = args.lang or settings.get("language") or language
        resume = None
        if again:
            resume = _to_resume(Session(content, language, on, dossiers, read_more), args, consult)
        try:
            return open_app(
                content,
                language=language,
                on=on if chosen else None,
                consult=consult,
                resume=resume,
                folder=dossiers,
                read_more=read_more,
                settings=settings,
            )
        except StoreError as error:
            raise InputError(printable(error.say(language))) from None
    gc.enable()
    session = Session(content, language, on, dossiers, read_more)
    session.advisor = settings.get("advisor") or ""
    session.day_chosen = chosen
    session.options = ("--trees", str(args.trees.absolute())) if args.trees else ()
    return _plain(args, session, consult, language)


def _check_keys(settings: Settings, language: str) -> None:
    """Raise ``InputError`` when keys that the user chose cannot be used."""
    if not settings.keys:
        return
    from wizard.app.keymap import faults
    from wizard.settings.settings import first_fault

    found = faults(settings)
    if found:
        raise InputError(first_fault(found, language))


def _terminal() -> bool:
    """Whether there is a terminal on which the app can draw."""
    streams = (sys.stdin, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


def _to_resume(session: Session, args: Namespace, consult: str | None) -> Kept:
    """The dossier to go on with. Raises ``InputError`` when there is none, or it is about something else."""
    from wizard.dossier.store import StoreError

    language = session.language
    if args.dossier:
        try:
            kept: Kept | None = session.look(dossier_named(session.folder, args.dossier, language, anywhere=True))
        except StoreError as error:
            raise InputError(error.say(language)) from None
    else:
        kept = session.latest(consult) or session.latest()
    if kept is None:
        raise InputError(words.NOTHING_TO_RESUME.in_(language))
    if consult not in (None, kept.consultation.consult):
        raise InputError(words.OTHER_CONSULT.in_(language).format(what=kept.consultation.consult))
    return kept._replace(wish=args.on)


def _plain(args: Namespace, session: Session, consult: str | None, language: str) -> int:
    from wizard.dossier.last_resort import guarded, last_resort
    from wizard.plain import dossier_words
    from wizard.plain import words as said
    from wizard.plain.talk import Talk
    from wizard.plain.view import kept as kept_words

    settings = settings_of(args)
    kept = _to_resume(session, args, consult) if args.resume or args.dossier else None
    if kept is None:
        if consult is None:
            hint = suggest("", session.content.consults, language)
            raise InputError(words.WHICH_CONSULT.in_(language).format(hint=hint))
        session.start(consult)

    def save_report(path: Path, spoken: str, level: str, timeline: bool) -> str | None:
        from wizard.commands.handover import Wish, report
        from wizard.report.fault import ReportError
        from wizard.report.forms import form_of
        from wizard.report.pages import too_long

        try:
            session.conclude()
            wish = Wish(level, settings.path("templates"), settings.path("style"), timeline)
            form = form_of(path)
            made = report(session.content, session.consultation, spoken, form, wish)
            save_bytes(path.expanduser(), made, spoken)
            if said := too_long(made, form, level, spoken):
                emit(said + "\n", language)
        except ReportError as error:
            return error.say(spoken)
        except (InputError, RuntimeError) as error:  # RuntimeError: `~name` of a user that does not exist
            return printable(str(error))
        return None

    talk = Talk(
        session,
        lambda prompt: _read(prompt, session.language),
        lambda row: emit(row + "\n", language),
        save_report,
        partial(_open_report, session, settings) if _terminal() and sys.stdout.isatty() else None,
        settings.get("report_form"),
    )
    try:
        with guarded(session, complain):
            if kept is not None and not talk.dossiers.resume(kept):
                return _left_closed(talk, session)
            if not talk.run():
                raise InputError(said.NO_INPUT.in_(session.language))
        if told := last_resort(session):
            if session.trouble and not talk.cut_off:  # who was asked where they may stand left it at that
                raise InputError(dossier_words.LOST.in_(session.language).format(reason=session.trouble))
            complain(told)
            return 2 if session.trouble else 0
    except (Ended, SaidError) as error:  # nobody reads any more; a dossier, or law that is read later, cannot be used
        if told := last_resort(session):
            complain(told)
        if isinstance(error, SaidError):
            raise InputError(printable(error.say(session.language))) from None
        raise
    except KeyboardInterrupt:
        if session.current is not None and session.consultation.answers and session.safe():
            emit("\n", language)
            complain(kept_words(session))
            return 130
        if told := last_resort(session):
            emit("\n", language)
            complain(told)
            return 130
        raise
    finally:
        session.keeper.close()
    return 0


def _left_closed(talk: Talk, session: Session) -> int:
    """The dossier stayed closed: by choice, or because the input ended before anyone chose."""
    from wizard.plain import dossier_words

    if talk.dossiers.ended:
        raise InputError(dossier_words.INPUT_ENDED.in_(session.language))
    emit(session.say(dossier_words.NOT_OPENED) + "\n", session.language)
    return 0


def _open_report(session: Session, settings: Settings, spoken: str) -> str:
    """Open the report in the user's editor or pager; what there is to say about that."""
    from wizard.commands.handover import Wish, report
    from wizard.content.fault import SaidError
    from wizard.plain import lookup_words
    from wizard.report.filename import file_name
    from wizard.report.viewer import view, viewer

    wish = Wish(templates=settings.path("templates"), style=settings.path("style"))
    try:
        session.conclude()
        command = viewer(settings.get("editor"), os.environ)
        made = report(session.content, session.consultation, spoken, "md", wish)
        variant = session.consultation.variant
        name = file_name(session.content, session.advice, spoken, variant=variant.name if variant else "")
        after = view(made, name, command)
    except InputError as error:
        return str(error)
    except SaidError as error:
        return error.say(spoken)
    return session.say(lookup_words.OPENED if after == made else lookup_words.CHANGED)


def _read(prompt: str, language: str) -> str | None:
    """A line of standard input. What comes from a pipe is shown too, so that what is printed reads as a whole."""
    emit(prompt, language)
    typed = sys.stdin.readline() if sys.stdin is not None else ""
    if not typed:
        return None
    line = typed.rstrip("\n")
    if not sys.stdin.isatty():
        emit(printable(line) + "\n", language)
    return line
