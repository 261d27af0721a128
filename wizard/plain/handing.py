"""Line by line: the advice as a file of any kind, what changes in the law, and beginning something else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from wizard.content.fault import printable
from wizard.content.model import Text
from wizard.dossier.session import Session
from wizard.plain import dossier_words, entry, handing_words, view, words
from wizard.plain.place import Place
from wizard.reasoning.watch import STATES, checks, entries
from wizard.report.filename import file_name
from wizard.report.forms import form_in, usual_form
from wizard.report.watch import age_words, checked_words, heading_words, since_words, sources_words
from wizard.words import date_words

SaveReport = Callable[[Path, str, str, bool], str | None]
"""Writes the report: to which file, in which language, of which level, with then and now or not. Gives back what went
wrong, or ``None``."""
KINDS = {
    **dict.fromkeys(("samenvatting", "summary"), ("summary", False)),
    **dict.fromkeys(("brief", "letter"), ("letter", False)),
    **dict.fromkeys(("toen", "then"), ("full", True)),
}
"""The kinds of report by the word that asks for one; without such a word it is the whole advice."""


class Handing:
    """The commands about the report, the law and another consultation; ``commands`` names them."""

    def __init__(
        self,
        session: Session,
        place: Place,
        show: Callable[[Iterable[str]], None],
        save_report: SaveReport,
        report_form: str | None = None,
    ) -> None:
        self.session = session
        self.place = place
        self._show = show
        self._save_report = save_report
        self._form = report_form
        self.commands: dict[str, Callable[[str], None]] = {
            "report": self._report,
            "watch": lambda _: self._show(map(printable, self._watch())),
            "begin": self._begin,
        }

    def _say(self, text: Text, /, **values: object) -> None:
        self._show([printable(self.session.say(text, **values))])

    def _report(self, rest: str) -> None:
        """`r BESTAND`: the whole advice; `r samenvatting BESTAND`, and so on: another kind."""
        first, _, file = rest.partition(" ")
        level, timeline = KINDS.get(first.casefold(), ("full", False))
        if (level, timeline) != ("full", False):
            rest = file.strip()
        if not rest:
            command = f"r {first} {self._suggested(level)}" if first else f"r {self._suggested(level)}"
            self._say(words.WHICH_FILE, command=command)
            return
        name = printable(rest)  # a name that looks other than it is would not be found again
        wrong = self._save_report(Path(name), self.session.language, level, timeline)
        if wrong is None:
            self._form = form_in(name) or self._form
            self._say(handing_words.WRITTEN[level], file=name)
        else:
            self._show([wrong])

    def _suggested(self, level: str) -> str:
        """A name for the report, in the form the user took last, wants, or can have."""
        session, variant = self.session, self.session.consultation.variant
        called = variant.name if variant else ""
        form = self._form or usual_form()
        return file_name(session.content, session.advice, session.language, form, level, called)

    def _watch(self) -> Iterator[str]:
        """`recht`: what changed lately, what is announced, what is open, and when we checked our sources."""
        session = self.session
        session.need()
        content, language, today = session.content, session.language, session.now().date()
        for state in STATES:
            found = entries(content, state)
            if found:
                yield f"{heading_words(state, language)}:"
            for watch in found:
                yield f"- {watch.title.in_(language)}{since_words(watch, language)}. {watch.says.in_(language)}"
                yield f"  {watch.means.in_(language)}"
                if watch.sources:
                    yield f"  {sources_words(content, watch, today, language)}"
                yield f"  {checked_words(content, watch.checked, today, language)}"
        yield f"{heading_words('checks', language)}:"
        for day, sources in checks(content):
            yield f"- {date_words(day, language)}: {age_words(content, day, len(sources), today, language)}"

    def _begin(self, rest: str) -> None:
        """`begin`: what one can begin with; `begin 2` or `begin share`: a new dossier on that."""
        session = self.session
        names = list(session.content.consults)
        number = entry.number(rest)
        chosen = names[number - 1] if number is not None and 1 <= number <= len(names) else rest
        if chosen not in names:
            self._say(handing_words.BEGIN if not rest else handing_words.NO_SUCH, n=rest[:60])
            titles = (session.content.consults[name].title.in_(session.language) for name in names)
            self._show(printable(f"{n}. {title}") for n, title in enumerate(titles, 1))
        elif not session.safe():
            self._say(dossier_words.UNKEPT_FIRST, why=session.unkept)
        else:
            session.start(chosen)
            self._show(view.opening(session))
            self.place.stand()
