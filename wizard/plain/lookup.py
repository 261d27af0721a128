"""Looking something up line by line: terms and sources, any question, and the report in the user's own pager."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from wizard.content.citation import cite
from wizard.content.fault import printable
from wizard.content.lookup import Found, folded, matching, sources, stood, terms
from wizard.content.model import Text
from wizard.dossier.questions import standings
from wizard.dossier.session import Session
from wizard.plain import entry
from wizard.plain import lookup_words as words
from wizard.plain.place import Place
from wizard.words import answer_words, date_words

MOST = 8
"""Terms, and sources, that are read out at once."""
OpenReport = Callable[[str], str]
"""Opens the report, in a language, in the user's editor or pager; gives back what there is to say about that."""


class Lookup:
    """The commands to look something up; ``commands`` names them. ``show`` writes lines."""

    def __init__(
        self, session: Session, place: Place, show: Callable[[Iterable[str]], None], open_report: OpenReport | None
    ) -> None:
        self.session = session
        self.place = place
        self._show = show
        self._open_report = open_report
        self.commands: dict[str, Callable[[str], None]] = {
            "find": self._find,
            "questions": lambda rest: self._show(map(printable, self._questions(rest))),
            "go": self._go,
            "read": self._read,
        }

    def _say(self, text: Text, /, **values: object) -> str:
        return self.session.say(text, **values)

    def _find(self, rest: str) -> None:
        """`zoek WOORDEN`: the terms and sources that have them."""
        if not rest:
            self._show([self._say(words.FIND_WHAT)])
            return
        self.session.need()
        self._show(map(printable, self._found(rest)))

    def _found(self, wanted: str) -> Iterator[str]:
        content, language, on = self.session.content, self.session.language, self.session.consultation.on
        named = matching(terms(content, language), wanted)
        cited = matching(sources(content, on, language), wanted)
        if not named and not cited:
            yield self._say(words.FOUND_NONE, words=wanted[:60])
        if named:
            yield self._say(words.TERMS)
            yield from (f"- {one.head}: {one.text}" for one in named[:MOST])
            yield from self._more(named)
        if cited:
            yield self._say(words.SOURCES, day=date_words(on, language))
            for one in cited[:MOST]:
                yield from self._source(one)
            yield from self._more(cited)

    def _more(self, found: list[Found]) -> Iterator[str]:
        if len(found) > MOST:
            yield self._say(words.MORE, n=len(found) - MOST)

    def _source(self, one: Found) -> Iterator[str]:
        content, language, on = self.session.content, self.session.language, self.session.consultation.on
        cited = cite(content, one.id, on, language)
        note = "" if one.now else f" ({self._say(words.NOT_THEN, day=date_words(on, language))})"
        yield f"- {cited.text}{note}. {cited.says}".rstrip()
        places = stood(content, one.id, language)
        if len(places) > 1:
            said = []
            for place in places:
                where = place.where or self._say(words.NOWHERE)
                start, end = date_words(place.start, language), place.end and date_words(place.end, language)
                text = words.FROM_UNTIL if end else words.SINCE
                said.append(self._say(text, start=start, end=end, where=where))
            yield f"  {self._say(words.PLACES, places='; '.join(said))}"
        if cited.url:
            yield f"  {self._say(words.WHERE, url=cited.url)}"
        yield f"  {self._say(words.CHECKED, day=date_words(cited.checked, language))}"

    def _questions(self, wanted: str) -> Iterator[str]:
        """`vragen`: every question with its number; `vragen WOORD`: those with that word."""
        content, language = self.session.content, self.session.language
        yield self._say(words.QUESTIONS)
        for n, standing in enumerate(standings(self.session), 1):
            asked = content.facts[standing.fact].question.in_(language)
            answer = standing.answer and answer_words(content, standing.fact, standing.answer, language)
            how = self._say(words.STANDING[standing.state], answer=answer)
            if all(word in folded(f"{asked} {how}") for word in folded(wanted).split()):
                yield f"{n}. {asked} {how}"

    def _go(self, rest: str) -> None:
        """`naar 3`: to question number 3, answered or not."""
        facts = [standing.fact for standing in standings(self.session)]
        chosen = entry.number(rest)
        if chosen is None or not 1 <= chosen <= len(facts):
            self._show([self._say(words.NO_SUCH_QUESTION, n=printable(rest)[:20])])
        else:
            self.place.go_to(facts[chosen - 1])

    def _read(self, _: str) -> None:
        """`lees`: the report in the user's own pager."""
        said = self._open_report(self.session.language) if self._open_report else self._say(words.NO_TERMINAL)
        self._show([printable(said)])
