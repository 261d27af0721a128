"""From an advice to what a report shows: every name looked up, every date written out, nothing escaped yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from wizard import __version__
from wizard.content.model import UNKNOWN, Content, Dated, Text, Verdict
from wizard.dossier.consultation import Consultation
from wizard.dossier.side_by_side import SideBySide, side_by_side
from wizard.reasoning.advice import Advice, advise
from wizard.reasoning.advice import Finding as Found
from wizard.reasoning.alternatives import alternatives
from wizard.reasoning.compare import next_turn
from wizard.reasoning.lead import leads
from wizard.reasoning.timeline import timeline as timeline_of
from wizard.reasoning.walk import situate
from wizard.reasoning.watch import USUAL_MONTHS
from wizard.report import view
from wizard.report.cites import Cites
from wizard.report.deadlines import deadline_words
from wizard.report.doubts import with_doubts
from wizard.report.history import history
from wizard.report.said import said_once
from wizard.report.standing import Standing
from wizard.report.steps import Steps
from wizard.report.then import Then
from wizard.report.variants import comparison, marked
from wizard.report.words import LANGUAGE, OR, listed, paragraphs, sentence
from wizard.words import LEAN, SYMBOL, answer_words, date_words, verdict_words


def build(
    content: Content,
    advice: Advice,
    language: str,
    consultation: Consultation | None = None,
    version: str | None = None,
    made: date | None = None,
    timeline: bool = False,
    decides: bool = False,
    compared: bool = False,
) -> view.View:
    """The view of ``advice`` in ``language``; ``consultation`` adds the notes of the user.

    ``made`` is the day on which the report is made: it says which sources were checked too long ago.
    ``timeline`` adds the same facts under the law of other days, ``decides`` what would turn the verdict, and
    ``compared`` the plan and its variants side by side.
    """
    found = _Builder(content, advice, language, consultation, made).everything(version or __version__, compared)
    if decides:
        found = with_doubts(found, content, advice, language)
    return replace(found, timeline=_then_and_now(content, advice, language)) if timeline else found


def _then_and_now(content: Content, advice: Advice, language: str) -> view.Timeline:
    consult = content.consults[advice.consult]
    line = timeline_of(content, consult, advice.facts)
    return Then(content, consult, language).shown(line, advice.on)


class _Builder:
    def __init__(
        self,
        content: Content,
        advice: Advice,
        language: str,
        consultation: Consultation | None,
        made: date | None,
    ) -> None:
        self.content = content
        self.advice = advice
        self.language = language
        self.consult = content.consults[advice.consult]
        self.given = consultation.answers if consultation else {}
        self.trail = consultation.trail if consultation else ()
        self.consultation = consultation
        self.made = made
        self.cites = Cites(content, advice.on, language, made)
        self.situation = situate(content, self.consult, advice.facts, advice.on)
        self.steps = Steps(content, self.situation, language, self.cites)
        self.standing = Standing(content, advice, self.situation)

    def everything(self, version: str, compared: bool) -> view.View:
        advice = self.advice
        no = advice.settled and advice.verdict is Verdict.FORBIDDEN
        answered = [fact for fact in advice.facts if fact not in advice.open]
        # built in the order in which a reader meets them, for that is the order in which sources are listed
        found = self.standing.duties()
        duties, maybe = self._duties(found.now), self._duties(found.maybe, binds=False)
        others = (
            *self._duties(found.standing, holds="standing"),
            *self._duties(found.besides, holds="besides"),
            *self._duties(found.later, holds="later", binds=False),
        )
        findings = tuple(self._finding(finding) for finding in advice.findings)
        points = self._contested()
        risks = self._risks()
        reasons = self.standing.why(self.language)
        why = list(reasons.certain)
        weighty = advice.verdict.rank >= Verdict.ASSESS.rank
        findings = said_once(findings, why if advice.settled else [], reasons.either, more=weighty)
        turn = next_turn(self.content, self.consult, advice)
        found_beside = self._beside() if compared else None
        idle = self._idle(found_beside)
        beside = self._compared(found_beside) if found_beside else None
        duties, others = (marked(listed, beside) for listed in (duties, others))
        sources = self.cites.sources()
        return view.View(
            subject=self._text(self.consult.title),
            date=date_words(advice.on, self.language),
            until=date_words(turn, self.language) if turn else "",
            verdict=self._verdict(advice.verdict),
            settled=advice.settled,
            no=no,
            stop=self.standing.stop(),
            conditional=advice.settled and advice.verdict is Verdict.CONDITIONAL,
            weighing=advice.settled and advice.verdict is Verdict.ASSESS,
            weighs=any(finding.weigh for finding in findings),
            nothing_applies=advice.settled and advice.verdict is Verdict.NOT_APPLICABLE,
            code_only=self.standing.code_only(),
            only_code_forbids=no and self.standing.code_only() and not self.standing.may_forbid(),
            reason=why[0] if why else "",
            more_reasons=tuple(why[1:]) if advice.verdict.rank >= Verdict.ASSESS.rank else (),
            either=reasons.either,
            others=tuple(self._verdict(verdict) for verdict in reversed(advice.possible[:-1])),
            situation=tuple(self._line(fact) for fact in answered if fact not in idle),
            assumed=tuple(
                self._line(fact, answer) for fact, answer in advice.assumed.items() if fact not in advice.open
            ),
            unknown=tuple(self._line(fact) for fact in advice.open if fact in advice.facts),
            not_asked=tuple(self._line(fact) for fact in advice.open if fact not in advice.facts),
            scenarios=self._scenarios(),
            more_scenarios=advice.more_scenarios,
            duties=duties,
            maybe_duties=maybe,
            other_duties=others,
            findings=findings,
            options=self._options(),
            contested=points,
            risks=risks,
            sources=sources,
            recheck=self.content.recheck_months or USUAL_MONTHS,
            old_sources=sum(source.old for source in sources),
            unused=tuple(self._line(fact) for fact in idle),
            clashes=self._clashes(),
            leads=tuple(
                view.Lead(self._text(lead.text), self._text(self.content.consults[lead.to].title))
                for lead in leads(self.content, advice)
            ),
            earlier=tuple(self._earlier(name) for name in self.trail),
            client=self.consultation.client if self.consultation else "",
            matter=self.consultation.matter if self.consultation else "",
            advisor=self.consultation.advisor if self.consultation else "",
            made=date_words(self.made, self.language) if self.made else "",
            remarks=self._remarks(),
            account=self._account(version),
            history=tuple(history(self.content, self.consultation, self.language)) if self.consultation else (),
            variant=said.name if self.consultation and (said := self.consultation.variant) else "",
            comparison=beside,
        )

    def _beside(self) -> SideBySide | None:
        """The plan and its variants side by side; ``None`` when there are none."""
        if self.consultation is None or not self.consultation.variants:
            return None
        return side_by_side(self.content, self.consultation)

    def _compared(self, beside: SideBySide) -> view.Comparison:
        assert self.consultation is not None
        return comparison(self.content, self.consultation, self.language, cited=self.cites.text, found=beside)

    def _idle(self, beside: SideBySide | None) -> tuple[str, ...]:
        """The answers that were needed for nothing; what an approach set beside this one rests on is needed."""
        sides = [side.advice for side in beside.sides] if beside else []
        facts = self.advice.facts
        return tuple(
            fact
            for fact in self.advice.unused
            if not any(side.facts.get(fact) == facts[fact] and fact not in side.unused for side in sides)
        )

    def _earlier(self, name: str) -> view.Earlier:
        consult = self.content.consults[name]
        found = advise(self.content, consult, self.advice.facts, self.advice.on, explore=False)
        said = [view.Verdict(SYMBOL[one], verdict_words(consult, one, self.language)) for one in found.possible]
        return view.Earlier(self._text(consult.title), tuple(said))

    def _text(self, text: Text | None) -> str:
        return text.in_(self.language).strip() if text else ""

    def _at(self, text: Dated[Text]) -> str:
        return self._text(text.at(self.advice.on))

    def _verdict(self, verdict: Verdict) -> view.Verdict:
        return view.Verdict(SYMBOL[verdict], verdict_words(self.consult, verdict, self.language))

    def _question(self, fact: str) -> str:
        return self._text(self.content.facts[fact].question)

    def _line(self, fact: str, answer: str | None = None) -> view.Line:
        given = answer or self.advice.facts.get(fact)
        return view.Line(
            question=self._question(fact),
            answer=answer_words(self.content, fact, given, self.language) if given else "",
            note=self.given[fact].note.strip() if fact in self.given else "",
            unknown=given == UNKNOWN,
        )

    def _duties(self, names: Iterable[str], *, holds: str = "", binds: bool = True) -> tuple[view.Duty, ...]:
        duties = (self.content.duties[name] for name in names)
        return tuple(
            view.Duty(
                text=sentence(self._text(duty.text)),
                deadline=deadline_words(duty, self.advice.facts, self.language, self.advice.on, binds=binds),
                cited=self.cites.text(self._in_force(duty.sources)),
                holds=holds,
                parts=self._parts(duty.id),
            )
            for duty in duties
        )

    def _parts(self, duty: str) -> tuple[str, ...]:
        """The titles of the tests from which a duty follows."""
        trees = [finding.tree for finding in self.advice.findings if duty in finding.duties]
        return tuple(self._text(self.content.trees[tree].title) for tree in trees)

    def _in_force(self, sources: Dated[tuple[str, ...]]) -> list[str]:
        on = self.advice.on
        return [name for name in sources.at(on) or () if self.content.sources[name].in_force(on)]

    def _finding(self, finding: Found) -> view.Finding:
        verdict = finding.verdict
        ends = self.standing.ends(finding)
        why = self.standing.why_of(finding, self.language) if verdict else ()
        tested = _once([sentence(self._text(text)) for text in finding.because])
        weigh, lean = self.standing.weighing(finding) if verdict is Verdict.ASSESS else ((), None)
        return view.Finding(
            title=self._text(self.content.trees[finding.tree].title),
            verdict=self._verdict(verdict) if verdict else None,
            open=finding.outcome is None,
            reason=why[0] if len(why) == 1 else "",
            either=why if len(why) > 1 else (),
            grounds=tuple(text for text in tested if text not in why),
            cited=self.cites.text(self.standing.sources(finding) if verdict else finding.sources),
            code_only=verdict is not None and all(end.force == "self_regulation" for end in ends),
            steps=self.steps.lines(finding.tree, finding.path),
            possible=() if verdict else self._possible(finding),
            reading=LEAN[lean].in_(self.language) if lean else "",
            weigh=tuple(_once([sentence(self._text(text)) for text in weigh])),
        )

    def _possible(self, finding: Found) -> tuple[view.Possible, ...]:
        """The outcomes that remain, those with the same verdict together, mildest first."""
        rows = self.standing.remaining(finding, self.language)
        return tuple(
            view.Possible(self._verdict(row.verdict), row.reasons, self.cites.text(row.sources), row.more)
            for row in rows
        )

    def _options(self) -> tuple[view.Option, ...]:
        """What the user can do instead; nothing when it may be done as it is."""
        advice = self.advice
        if advice.verdict.rank < Verdict.ASSESS.rank:
            return ()
        return tuple(
            view.Option(
                how=tuple(sentence(self._text(text)) for text in found.how),
                verdict=self._verdict(found.verdict),
                hangs_on=self._question(found.depends_on) if found.depends_on else "",
            )
            for found in alternatives(self.content, self.consult, advice.facts, advice.on)
        )

    def _scenarios(self) -> tuple[view.Scenario, ...]:
        """The scenarios; an answer that makes no difference (all answers of a fact together) is left out."""
        return tuple(
            view.Scenario(
                answers=tuple(
                    view.Line(self._question(fact), self._any(fact, answers))
                    for fact, answers in scenario.answers
                    if len(answers) < len(self.content.facts[fact].answers)
                ),
                verdicts=tuple(self._verdict(verdict) for verdict in scenario.verdicts),
            )
            for scenario in self.advice.scenarios
        )

    def _any(self, fact: str, answers: Sequence[str]) -> str:
        labels = [f"“{answer_words(self.content, fact, answer, self.language)}”" for answer in answers]
        return listed(labels, OR, self.language)

    def _contested(self) -> tuple[view.Contested, ...]:
        names = dict.fromkeys(name for finding in self.advice.findings for name in finding.contested)
        notes = (self.content.contested[name] for name in names)
        return tuple(
            view.Contested(sentence(self._text(note.text)), self.cites.text(self._in_force(note.sources)))
            for note in notes
        )

    def _risks(self) -> tuple[view.Risk, ...]:
        """The risk of every law in play, that of the law which decides first."""
        ordered = (*self.advice.deciding, *self.advice.findings)
        in_play = (found for found in ordered if found.verdict is not Verdict.NOT_APPLICABLE)
        trees = (self.content.trees[finding.tree] for finding in in_play)
        names = dict.fromkeys(tree.risk for tree in trees if tree.risk)
        rows = []
        for risk in (self.content.risks[name] for name in names):
            supervisor, maximum = self._at(risk.supervisor), self._at(risk.maximum)
            if supervisor or maximum:
                cited = self.cites.text(self._in_force(risk.sources))
                rows.append(view.Risk(supervisor, maximum.rstrip("."), sentence(self._at(risk.note)), cited))
        return tuple(rows)

    def _clashes(self) -> tuple[view.Clash, ...]:
        def words(fact: str, answer: str) -> str:
            return answer_words(self.content, fact, answer, self.language)

        return tuple(
            view.Clash(
                question=self._question(clash.fact),
                given=words(clash.fact, clash.given),
                used=words(clash.fact, clash.implied),
                because_question=self._question(clash.because_of),
                because_answer=words(clash.because_of, self.situation.known[clash.because_of]),
            )
            for clash in self.advice.conflicts
        )

    def _remarks(self) -> dict[str, tuple[str, ...]]:
        """What the advisor wrote with each section, in paragraphs."""
        said = self.consultation.remarks_here if self.consultation else {}
        return {name: paragraphs(said.get(name, "")) for name in view.SECTIONS}

    def _account(self, version: str) -> view.Account:
        checks = self.cites.checks()
        return view.Account(
            content=self.advice.content,
            version=version,
            oldest_check=date_words(checks[0], self.language) if checks else "",
            newest_check=date_words(checks[-1], self.language) if checks else "",
            language=LANGUAGE.in_(self.language),
        )


def _once(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))
