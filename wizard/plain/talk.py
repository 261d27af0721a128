"""The conversation: reads a line, does what it says, shows what follows. Every answer is kept on disk at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from wizard.content.fault import printable
from wizard.content.model import LANGUAGES, UNKNOWN, Text
from wizard.content.values import CHOICES
from wizard.dossier.dates import DateError, reference_date
from wizard.dossier.session import LONGEST_NOTE, Session
from wizard.plain import dossier_words, entry, view, words
from wizard.plain.advice import advice, steps
from wizard.plain.dossiers import Dossiers
from wizard.plain.filing import Filing
from wizard.plain.handing import Handing, SaveReport
from wizard.plain.lookup import Lookup, OpenReport
from wizard.plain.place import Place
from wizard.plain.remarks import Remarks
from wizard.plain.ways import Ways
from wizard.report.words import sentence
from wizard.words import answer_words, date_words

Read = Callable[[str], str | None]
"""Shows a prompt and gives the line typed, without its line break; ``None`` at the end of the input."""
Write = Callable[[str], None]
"""Shows one line."""

MOST_SHOWN = 60


class Talk:
    """One conversation. ``session`` has a consultation in hand; ``read`` and ``write`` are its ends.

    ``report_form`` is the form of a report that the user wants to be offered, if he said so.
    """

    def __init__(
        self,
        session: Session,
        read: Read,
        write: Write,
        save_report: SaveReport,
        open_report: OpenReport | None = None,
        report_form: str | None = None,
    ) -> None:
        self.session = session
        self.place = Place(session)
        self._read = read
        self._write = write
        self._troubled = ""
        """What was last said of the disk that takes nothing."""
        self._noticed = ""
        self._told_unkept = False
        self.cut_off = False
        """Whether the input ended, rather than the user."""
        self._commands: dict[str, Callable[[str], None]] = {
            "unknown": self._unknown,
            "again": lambda _: self.place.again(),
            "explain": self._explain,
            "none": self._none,
            "back": self._back,
            "change": self._change,
            "undo": self._undo,
            "note": self._note,
            "status": lambda _: self._show(view.status(session)),
            "advice": lambda _: self._advise(),
            "steps": self._steps,
            "date": self._date,
            "then": self._then,
            "language": self._language,
            "next": self._next,
            "full": self._full,
            "help": lambda _: self._show(session.say(words.HELP).split("\n")),
            **Ways(session, self.place, self._show).commands,
            **Lookup(session, self.place, self._show, open_report).commands,
            **Remarks(session, self._show).commands,
            **Handing(session, self.place, self._show, save_report, report_form).commands,
        }
        self.dossiers = Dossiers(session, self.place, self._show, read)
        self._commands |= self.dossiers.commands | Filing(self.dossiers).commands

    def run(self) -> bool:
        """Talk until the user stops or the input ends. ``False`` when not a single answer is known."""
        self._show(view.opening(self.session))
        while True:
            question = self.session.shown
            if self.place.unread():
                if question is None:
                    self._advise()
                else:
                    self._show(self.place.rows(question))
            typed = self._read(self.session.say(words.PROMPT if question else words.WHAT_NOW))
            if typed is None:
                return self._ended()
            if not self._do(typed.strip()):
                return True
            self._keep_again()
            self._warn()

    # ---------------------------------------------------------------- showing

    def _show(self, rows: Iterable[str]) -> None:
        for row in rows:
            self._write(row)

    def _say(self, text: Text, /, **values: object) -> None:
        self._write(self.session.say(text, **values))

    def _advise(self) -> None:
        session = self.session
        self._write("")
        self._show(advice(session.content, session.consultation, session.language))
        session.conclude()
        self._write("")
        if session.open_question is None:
            more = session.remaining(within=1.0)
            if more == 0 and session.to_find_out:
                self._complete()
            elif more:
                self._say(words.AT_END_ONE_MORE if more == 1 else words.AT_END_MORE, n=more)
        for n, lead in enumerate(self.session.leads, 1):
            self._say(words.LEAD, n=n, text=sentence(lead.text.in_(session.language)))
        if session.open_question is None:
            self._say(words.AT_END)

    def _complete(self) -> None:
        """Nothing is left to ask; say so, and what there is to find out."""
        left = self.session.to_find_out
        if not left:
            self._say(words.ALREADY_COMPLETE)
            return
        self._say(words.ALL_ASKED)
        for fact in left:
            self._write(f"- {self.session.content.facts[fact].question.in_(self.session.language)}")

    def _next(self, rest: str) -> None:
        """On to another consult, with the same answers."""
        offered = self.session.leads
        if not offered:
            self._say(words.NO_LEAD)
            return
        chosen = entry.number(rest) if rest else 1 if len(offered) == 1 else None
        if chosen is None or not 1 <= chosen <= len(offered):
            self._say(words.WHICH_LEAD, last=len(offered))
            return
        self.session.follow(offered[chosen - 1])
        self._show(view.opening(self.session))
        self.place.again()

    def _keep_again(self) -> None:
        """Before anything is asked: what the disk did not take before, it may take now; that is said."""
        if self._troubled and self.session.safe():
            self._say(words.KEPT_NOW)

    def _warn(self) -> None:
        """Say when the answers cannot be kept on disk, or only in another file; why is said once."""
        why = self.session.unkept if self.session.trouble else ""
        if why and why == self._troubled:
            self._say(words.ONLY_COPIED if self.session.spare.path else words.NOT_KEPT_EITHER)
        elif why:
            self._say(words.NOT_KEPT, why=why)
        self._troubled = why
        self._told_unkept = self._told_unkept and bool(why)
        if self.session.notice and self.session.notice != self._noticed:
            self._write(self.session.notice)
        self._noticed = self.session.notice
        self._tell_news()

    def _tell_news(self) -> None:
        """Say what the last change brought along, once."""
        if self.session.news:
            self._write(printable(self.session.news))
        self.session.news = ""

    def _ended(self) -> bool:
        """The input ended: the advice so far, with what is still open."""
        self.cut_off = True
        session = self.session
        self._write("")
        if not session.consultation.answers:
            return False
        if session.open_question is not None:
            self._say(words.INPUT_ENDED)
            self._show(advice(session.content, session.consultation, session.language))
            session.conclude()
            self._write("")
        if session.safe():
            self._write(view.kept(session))
        return True

    def _stops(self) -> bool:
        """Whether the user may stop now: he is told once when the disk does not have his answers."""
        session = self.session
        if session.safe():
            self._write(view.kept(session))
        elif not self._told_unkept:
            self._told_unkept = True
            self._say(dossier_words.UNKEPT, why=session.unkept)
            return False
        return True

    # ---------------------------------------------------------------- answers

    def _do(self, typed: str) -> bool:
        """Do what ``typed`` says; ``False`` to stop."""
        fact = self.place.fact
        if not typed:
            self._empty()
            return True
        try:
            if fact is not None and self._answered(fact, typed):
                return True
            given = entry.command(typed)
            if given is None:
                self._puzzled(fact, typed)
            elif given.name == "quit":
                return not self._stops()
            else:
                self._commands[given.name](given.rest)
        except DateError as error:
            values = {name: printable(value) for name, value in error.values.items()}
            self._say(error.line, **values)
        return True

    def _empty(self) -> None:
        """Enter alone keeps the answer that is being looked at; elsewhere it has the question read out again."""
        fact = self.place.fact
        if self.session.changing and fact is not None and self.session.given(fact) is not None:
            self._say(words.KEPT_SO)
            self.place.go_on(self.session.shown)
        else:
            self.place.again()

    def _answered(self, fact: str, typed: str) -> bool:
        """Take ``typed`` as the answer to ``fact``; ``False`` when it is none."""
        content = self.session.content
        chosen = entry.number(typed)
        if chosen is not None and (chosen == 0 or content.facts[fact].kind in CHOICES):
            answer = entry.numbered(content, fact, chosen)
            if answer is None:
                self._say(words.NO_SUCH_NUMBER, n=chosen, first=0, last=len(content.facts[fact].answers))
                return True
        else:
            answer = entry.answer(content, fact, typed, self.session.consultation.on, self.session.language)
        if answer is None:
            return False
        self._give(fact, answer)
        return True

    def _give(self, fact: str, answer: str) -> None:
        """Note an answer and go on: to the next line of the checklist looked at again, or to what is open."""
        question, changing = self.session.shown, self.session.changing
        self.session.answer({fact: answer})
        self._say(words.NOTED, answer=answer_words(self.session.content, fact, answer, self.session.language))
        self._tell_news()
        if changing:
            self.place.go_on(question)
        else:
            self.place.line = 0

    def _puzzled(self, fact: str | None, typed: str) -> None:
        near = entry.near(self.session.content, fact, typed)
        how = words.TYPE_HELP_NO_QUESTION if fact is None else words.TYPE_HELP
        hint = self.session.say(words.MEANT, name=near) if near else self.session.say(how)
        shown = printable(typed)
        shown = shown if len(shown) <= MOST_SHOWN else shown[: MOST_SHOWN - 1] + "…"
        self._say(words.NOT_UNDERSTOOD, typed=shown, hint=hint)

    # ---------------------------------------------------------------- commands; each gets what was typed after it

    def _unknown(self, rest: str) -> None:
        """`o`: I don't know; `o TEKST`: and who will find out."""
        fact = self.place.fact
        if fact is None:
            self._say(words.AT_END)
        elif not self._too_long(rest):
            if rest:
                self.session.note(fact, rest)
                self._say(dossier_words.WHO_NOTED)
            self._give(fact, UNKNOWN)

    def _too_long(self, note: str) -> bool:
        """Whether a note is too long, which is then said."""
        if len(note) > LONGEST_NOTE:
            self._say(dossier_words.NOTE_TOO_LONG, n=LONGEST_NOTE)
        return len(note) > LONGEST_NOTE

    def _explain(self, rest: str) -> None:
        if self.place.fact is None:
            self._steps(rest)
        else:
            self._show(view.explanation(self.session, self.place.fact))

    def _steps(self, _: str) -> None:
        self._show(steps(self.session.content, self.session.consultation, self.session.language))

    def _none(self, _: str) -> None:
        """Every line of the checklist that is left is answered with no."""
        question = self.session.shown
        if question is None or view.checklist(self.session, question) is None:
            self._say(words.NO_GROUP)
            return
        self.session.answer(dict.fromkeys(question.facts[self.place.line :], "no"))
        self._say(words.NONE_NOTED)
        self.place.stand()

    def _back(self, _: str) -> None:
        if not self.place.back():
            self._say(words.AT_FIRST)

    def _change(self, rest: str) -> None:
        """`w`: the answers; `w 3`: ask number 3 again; `w 3 ANSWER`: change it at once."""
        if not rest:
            self._show(view.answers(self.session))
            return
        which, _, typed = rest.partition(" ")
        fact = self._numbered(which)
        if fact is None:
            return
        self.place.go_to(fact)
        if typed.strip() and not self._answered(fact, typed.strip()):
            self._puzzled(fact, typed.strip())

    def _numbered(self, which: str) -> str | None:
        """The fact of the answer with this number; complains and gives ``None`` when there is none."""
        facts = list(self.session.consultation.answers)
        chosen = entry.number(which)
        if not facts:
            self._say(words.NO_ANSWERS)
        elif chosen is None or not 1 <= chosen <= len(facts):
            self._say(words.NO_SUCH_NUMBER, n=printable(which)[:MOST_SHOWN], first=1, last=len(facts))
        else:
            return facts[chosen - 1]
        return None

    def _undo(self, _: str) -> None:
        done = self.session.undo()
        self.place.stand()
        self._say(words.UNDONE if done else words.NOTHING_TO_UNDO)

    def _note(self, rest: str) -> None:
        fact, text = self.place.fact, rest
        at_end = fact is None
        if fact is None:
            which, _, text = rest.partition(" ")
            if entry.number(which) is None:
                self._say(words.NOTE_WHICH)
                return
            fact = self._numbered(which)
            if fact is None:
                return
        elif not rest:
            yes_no = self.session.content.facts[fact].kind == "yes_no"
            self._say(words.N_IS_TWO_THINGS if yes_no else words.NOTE_EMPTY)
            return
        if self._too_long(text):
            return
        self.session.note(fact, text)
        if at_end:
            self.session.leave_place()
        who = self.session.given(fact) == UNKNOWN
        noted = dossier_words.WHO_NOTED if who else words.NOTE_NOTED
        self._say(noted if text.strip() else words.NOTE_GONE)

    def _date(self, rest: str) -> None:
        if not rest:
            self._say(words.WHICH_DATE)
            return
        self.session.set_date(reference_date(rest, self.session.content.law_from, self.session.language))
        self.place.stand()
        self._say(words.DATE_NOW, day=date_words(self.session.consultation.on, self.session.language))
        if self.session.misdated:
            self._write(self.session.misdated)

    def _then(self, rest: str) -> None:
        """`then`: the timeline; `then DAY` and `then DAY DAY`: what differs."""
        from wizard.plain.then import then_and_now

        self._show(then_and_now(self.session, rest))

    def _language(self, rest: str) -> None:
        if rest not in LANGUAGES:
            self._say(words.WHICH_LANGUAGE)
            return
        self.session.language = rest
        self.place.again()
        self._say(words.LANGUAGE_NOW)

    def _full(self, _: str) -> None:
        self.session.deepen()
        if self.session.open_question is None:
            self._complete()
        else:
            self.place.stand()
            self._say(words.DEEPER)
