"""Where the conversation stands: at which question, on which line of a checklist, and what was read out already."""

from __future__ import annotations

from wizard.dossier.session import Session
from wizard.plain import view
from wizard.reasoning.question import Question


class Place:
    """The place in one conversation. The session knows the question; this adds the line of a checklist."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.line = 0
        self.only = False  # one line of a checklist is being changed, not all of it
        self._headed: str | None = None  # the checklist whose heading was read out last
        self._read: object = None  # what was read out last; not repeated until the user asks for it

    @property
    def fact(self) -> str | None:
        """The fact that is asked now; ``None`` when there is no question left."""
        question = self.session.shown
        return question.facts[self.line] if question else None

    def stand(self, line: int = 0, *, only: bool = False) -> None:
        """Stand at a line of the question; ``only``: it alone is being changed."""
        self.line, self.only = line, only
        self.again()

    def again(self) -> None:
        """Have the question read out once more."""
        self._read = self._headed = None

    def unread(self) -> bool:
        """Whether something is to be read out that was not yet; from then on it was."""
        session = self.session
        now = (session.shown, self.line, session.changing, session.language, session.consultation.on)
        changed = now != self._read
        self._read = now
        return changed

    def rows(self, question: Question) -> list[str]:
        """The question as lines; a checklist has its heading once."""
        group = view.checklist(self.session, question)
        headed, self._headed = self._headed, group
        asked = list(view.asked(self.session, question, self.line))
        if group is not None and headed == group:
            return asked
        return [*view.heading(self.session, question), *asked]

    def go_to(self, fact: str) -> None:
        """To one earlier answer, to change it alone."""
        self.session.go_to(fact)
        question = self.session.shown
        self.stand(question.facts.index(fact) if question and fact in question.facts else 0, only=True)

    def go_on(self, question: Question | None) -> None:
        """From a line that was looked at again to the next answered one, or back to the open question."""
        later = question.facts[self.line + 1 :] if question is not None and not self.only else ()
        following = next((fact for fact in later if self.session.given(fact) is not None), None)
        if following is not None:
            self.session.go_to(following)
            here = self.session.shown
            if here is not None and following in here.facts:
                self.line = here.facts.index(following)
                return
        self.session.leave_place()
        self.stand()

    def back(self) -> bool:
        """One line, or one question, back; ``False`` at the first."""
        if self.session.changing and self.line and not self.only:
            self.line -= 1
            return True
        if not self.session.back():
            return False
        self.stand()
        return True
