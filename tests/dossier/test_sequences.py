"""Whatever is done in whatever order: the file is what is in hand, history only grows, and no answer goes unnoticed."""

import shutil
import tempfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.cli_tools import GOOD
from wizard.content.load import load
from wizard.content.model import UNKNOWN
from wizard.dossier.consultation import Consultation
from wizard.dossier.form import load_dossier
from wizard.dossier.session import Session
from wizard.dossier.store import Stamp, stamp
from wizard.reasoning.lead import leads

CONTENT = load(GOOD)
DAYS = st.sampled_from([date(2010, 1, 1), date(2017, 6, 1), date(2019, 1, 1), date(2024, 6, 1), date(2026, 11, 22)])
CHOSEN = [fact for fact in CONTENT.facts.values() if fact.answers]
ANSWER = st.sampled_from([(fact.id, answer) for fact in CHOSEN for answer in (*fact.answers, UNKNOWN)])
TEXT = st.text(max_size=20)


class Sequences(RuleBasedStateMachine):
    """A user with one dossier."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="magdat-"))
        self.clock = datetime(2026, 11, 22, 9, 0)
        self.before: Consultation | None = None
        self.states: list[Consultation] = []
        self.looked_at: tuple[Consultation, Stamp | None] | None = None
        self.session = self.opened()

    def opened(self) -> Session:
        """A session as a new process would have it."""
        session = Session(CONTENT, "nl", date(2026, 11, 22), self.folder)
        session.now = self.now
        return session

    def now(self) -> datetime:
        """A clock that never stands still."""
        self.clock += timedelta(seconds=1)
        return self.clock

    def teardown(self) -> None:
        self.session.keeper.close()
        shutil.rmtree(self.folder)

    @property
    def said(self) -> Consultation:
        return self.session.consultation

    # ---------------------------------------------------------------- what a user does

    @initialize(consult=st.sampled_from(sorted(CONTENT.consults)))
    def start(self, consult: str) -> None:
        self.session.start(consult)

    def changed(self) -> None:
        """Remember a state that undo should come back to."""
        assert self.before is not None
        if bare(self.said) != bare(self.before):
            self.states.append(self.before)

    @rule(given=ANSWER)
    def answer(self, given: tuple[str, str]) -> None:
        self.session.answer(dict([given]))
        self.changed()

    @rule(given=ANSWER)
    def mark(self, given: tuple[str, str]) -> None:
        self.session.mark(*given)
        self.changed()

    @rule(data=st.data())
    def answer_what_is_asked(self, data: st.DataObject) -> None:
        question = self.session.open_question
        if question is None:
            return
        kinds = {fact: CONTENT.facts[fact] for fact in question.facts}
        answers = {
            fact: data.draw(st.sampled_from([*found.answers, UNKNOWN]) if found.answers else st.just(UNKNOWN))
            for fact, found in kinds.items()
        }
        self.session.answer(answers)
        self.changed()

    @rule(given=ANSWER, text=TEXT)
    def note(self, given: tuple[str, str], text: str) -> None:
        self.session.note(given[0], text)
        self.changed()

    @precondition(lambda self: self.said.answers)
    @rule(data=st.data())
    def change_an_earlier_answer(self, data: st.DataObject) -> None:
        fact = data.draw(st.sampled_from(sorted(self.said.answers)))
        self.session.go_to(fact)
        answers = [*CONTENT.facts[fact].answers, UNKNOWN]
        self.session.answer({fact: data.draw(st.sampled_from(answers))})
        self.changed()

    @rule(on=DAYS)
    def set_date(self, on: date) -> None:
        self.session.set_date(on)
        self.changed()

    @rule(client=TEXT, matter=TEXT, advisor=TEXT)
    def about(self, client: str, matter: str, advisor: str) -> None:
        self.session.about(client, matter, advisor)
        self.changed()

    @rule(section=st.sampled_from(["why", "open"]), text=TEXT)
    def remark(self, section: str, text: str) -> None:
        self.session.remark(section, text)
        self.changed()

    @rule(name=TEXT, given=st.lists(ANSWER, max_size=2))
    def vary(self, name: str, given: list[tuple[str, str]]) -> None:
        self.session.vary(name, dict(given))
        self.changed()

    @precondition(lambda self: self.said.variants)
    @rule(data=st.data(), name=TEXT)
    def with_a_variant(self, data: st.DataObject, name: str) -> None:
        index = data.draw(st.sampled_from(range(len(self.said.variants))))
        what = data.draw(st.sampled_from(["take", "plan", "rename", "drop"]))
        if what == "take":
            self.session.take(index)
        elif what == "plan":
            self.session.take(None)
        elif what == "rename":
            self.session.rename(index, name)
        else:
            self.session.drop(index)
        self.changed()

    @rule()
    def deepen(self) -> None:
        self.session.deepen()
        self.changed()

    @rule()
    def follow(self) -> None:
        for lead in leads(CONTENT, self.session.advice)[:1]:
            self.session.follow(lead)
        self.changed()

    @rule()
    def see_the_advice(self) -> None:
        self.session.conclude()

    # ---------------------------------------------------------------- undo, and coming back

    @rule()
    def undo_and_redo(self) -> None:
        there = bare(self.said)
        if not self.states:
            assert not self.session.undo()
            return
        assert self.session.undo()
        assert bare(self.said) == bare(self.states[-1])
        assert self.session.redo()
        assert bare(self.said) == there

    @precondition(lambda self: self.states)
    @rule()
    def undo(self) -> None:
        assert self.session.undo()
        assert bare(self.said) == bare(self.states.pop())

    @precondition(lambda self: self.session.keeper.path and not self.said.empty)
    @rule(new_process=st.booleans())
    def leave_and_come_back(self, new_process: bool) -> None:
        path, said = self.session.keeper.path, self.said
        assert path is not None
        self.session.park()
        if new_process:
            self.session, self.states = self.opened(), []
        self.session.resume(self.session.look(path))
        assert self.said == said

    # ---------------------------------------------------------------- what always holds

    @invariant()
    def the_file_is_what_is_in_hand(self) -> None:
        if self.session.current is None or self.session.keeper.path is None:
            return
        there = self.said, stamp(self.session.keeper.path)
        if there == self.looked_at:
            return
        self.looked_at = there
        assert self.session.trouble == ""
        assert load_dossier(self.session.keeper.path)[0] == self.said
        assert sum(1 for _ in self.folder.glob("*.yaml")) == 1

    @invariant()
    def history_only_grows_and_holds_every_answer_that_is_no_more(self) -> None:
        if self.session.current is None:
            return
        if self.before is not None:
            old = self.before.history
            assert self.said.history[: len(old)] == old
            new = self.said.history[len(old) :]
            for fact, given in self.before.shared.items():
                now = self.said.shared.get(fact)
                if now is None or now.answer != given.answer:
                    found = [change for change in new if (change.fact, change.variant, change.what) == (fact, "", "")]
                    assert [change.before for change in found] == [given.answer]
                    assert found[0].after == (now.answer if now else "")
                    assert found[0].note == (given.note if now else "")
            kept = [replace(came, variant="", again="", gone="") for came in self.said.came_out]
            seen = [replace(came, variant="", again="", gone="") for came in self.before.came_out]
            assert kept[: len(seen)] == seen
        self.before = self.said


def bare(said: Consultation) -> Consultation:
    """What undo brings back: all but what was seen and what was changed."""
    return replace(said, history=(), came_out=())


TestSequences = Sequences.TestCase
TestSequences.settings = settings(max_examples=50, stateful_step_count=30, deadline=None)
