"""The advice as plain lines: the same content as the report, verdict first, without markup."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from wizard.content.fault import printable
from wizard.content.model import Content, Text
from wizard.dossier.consultation import Consultation
from wizard.plain import dossier_words, remark_words, words
from wizard.plain.way_words import IN_VARIANT
from wizard.report import view
from wizard.report.build import build
from wizard.report.remarks import NAMES
from wizard.report.words import or_else
from wizard.words import TURN

ELSEWHERE = ("situation", "compare", "decides", "timeline", "next", "account")
"""The parts of the report that the advice line by line has not."""


def advice(content: Content, consultation: Consultation, language: str) -> list[str]:
    """The whole advice on ``consultation``."""
    found = build(content, consultation.advice(content), language, consultation)
    of_plan = [section for section in NAMES if consultation.remark_of_plan(section)]
    return [printable(row) for row in _Lines(found, language, of_plan).rows()]


def steps(content: Content, consultation: Consultation, language: str) -> list[str]:
    """How the advice comes about, step by step, with the rule behind each step."""
    found = build(content, consultation.advice(content), language, consultation)
    return [printable(row) for row in _Lines(found, language).steps()]


class _Lines:
    def __init__(self, shown: view.View, language: str, of_plan: Collection[str] = ()) -> None:
        self.shown = shown
        self.language = language
        self.of_plan = of_plan
        """The parts on which a variant has the remark of the plan."""

    def say(self, text: Text, /, **values: object) -> str:
        return text.in_(self.language).format(**values)

    def rows(self) -> Iterator[str]:
        shown = self.shown
        yield from self.verdict()
        yield from self.remark("verdict")
        yield from self.listed(words.CLASHES, (self.clash(clash) for clash in shown.clashes))
        if shown.stop:
            yield from ("", self.say(words.STOP))
        yield from self.listed(words.TO_DO, (self.duty(duty) for duty in shown.duties), numbered=True)
        yield from self.listed(words.MAYBE_TO_DO, (self.duty(duty) for duty in shown.maybe_duties))
        yield from self.remark("duties")
        yield from self.why()
        yield from self.remark("weigh", "why")
        for holds, head in words.OTHER_DUTIES.items():
            yield from self.listed(head, (self.duty(duty) for duty in shown.other_duties if duty.holds == holds))
        yield from self.listed(words.INSTEAD, (self.option(option) for option in shown.options), numbered=True)
        yield from self.remark("options")
        yield from self.listed(words.CONTESTED, (self.cited(point.text, point.cited) for point in shown.contested))
        yield from self.remark("contested")
        still_open = (*shown.unknown, *shown.not_asked)
        yield from self.listed(words.OPEN, (self.open(line) for line in still_open))
        if still_open:
            yield self.say(TURN[shown.settled])
        told = [scenario for scenario in shown.scenarios if scenario.answers]
        yield from self.listed(words.SCENARIOS, (self.scenario(scenario) for scenario in told))
        if shown.more_scenarios:
            yield self.say(words.MORE_SCENARIOS)
        yield from self.remark("open")
        yield from self.listed(words.ASSUMED, (f"{line.question} {line.answer}" for line in shown.assumed))
        yield from self.remark("assumed")
        yield from self.listed(words.NOT_USED, (f"{line.question} {line.answer}" for line in shown.unused))
        yield from self.listed(words.RISK, (self.risk(risk) for risk in shown.risks))
        yield from self.remark("risk")
        yield from self.listed(words.SOURCES, (self.source(source) for source in shown.sources))
        yield from self.remark("sources")
        yield from self.listed(remark_words.ELSEWHERE, self.elsewhere())

    def remark(self, *sections: str) -> Iterator[str]:
        """What the advisor wrote with these parts."""
        for section in sections:
            first, *more = self.shown.remarks[section] or ("",)
            if first:
                label = remark_words.REMARK_OF_PLAN if section in self.of_plan else remark_words.REMARK
                yield self.say(label, section=self.say(NAMES[section]), text=first)
                yield from more

    def elsewhere(self) -> Iterator[str]:
        """The remarks on parts that the report has and this has not."""
        for section in ELSEWHERE:
            if self.shown.remarks[section]:
                yield f"{self.say(NAMES[section])}: {' '.join(self.shown.remarks[section])}"

    def verdict(self) -> Iterator[str]:
        shown = self.shown
        if shown.variant:
            yield self.say(IN_VARIANT, name=shown.variant).strip()
        head = words.RESULT if shown.settled else words.PROVISIONAL
        yield self.say(head, verdict=shown.verdict.word)
        yield self.say(words.LAW_OF, day=shown.date)
        if shown.others:
            yield self.say(words.ALSO_POSSIBLE, verdicts="; ".join(other.word for other in shown.others))
        if shown.code_only:
            yield self.say(words.CODE_ONLY)
        if shown.only_code_forbids:
            yield self.say(words.ONLY_CODE)
        for reason in (shown.reason, *shown.more_reasons):
            if reason:
                yield reason
        if shown.either:
            yield self.say(words.SETTLED)
            yield f"{self.say(words.ONE_OF)} {or_else(shown.either, self.language)}"

    def listed(self, head: Text, items: Iterable[str], *, numbered: bool = False) -> Iterator[str]:
        """A heading and its items; nothing when there are none."""
        for number, item in enumerate(items, 1):
            if number == 1:
                yield ""
                yield self.say(head)
            yield f"{number}. {item}" if numbered else f"- {item}"

    def why(self) -> Iterator[str]:
        yield ""
        yield self.say(words.WHY)
        for finding in self.shown.findings:
            verdict = finding.verdict.word if finding.verdict else self.say(words.STILL_OPEN)
            yield f"- {finding.title} {verdict}. {self.cited(finding.reason, finding.cited)}".rstrip()
            if finding.either:
                yield f"  {self.say(words.ONE_OF)} {or_else(finding.either, self.language)}"
            if finding.code_only:
                yield f"  {self.say(words.CODE_ONLY)}"
            for option in finding.possible:
                yield f"  {self.possible(option)}"
            if finding.weigh:
                reading = finding.reading
                yield f"  {self.say(words.READING, reading=reading) if reading else self.say(words.READING_OPEN)}"
                yield from (f"  - {point}" for point in finding.weigh)

    def possible(self, option: view.Possible) -> str:
        """What a finding may still come to, and the reasons of which one will then hold."""
        more = f" {self.say(words.MORE_REASONS, n=option.more)}" if option.more else ""
        reasons = f": {or_else(option.reasons, self.language)}{more}" if option.reasons else "."
        return self.cited(f"{option.verdict.word}{reasons}", option.cited)

    def steps(self) -> Iterator[str]:
        yield self.say(words.STEPS)
        for finding in self.shown.findings:
            yield f"{finding.title}"
            yield from (f"- {self.step(step)}" for step in finding.steps)

    def step(self, step: view.Step) -> str:
        if step.kind == "law":
            start = self.say(words.STEP_START, day=step.start) if step.start else ""
            end = self.say(words.STEP_END, day=step.end) if step.end else ""
            return self.cited(self.say(words.STEP_LAW, start=start, end=end), step.cited)
        if step.kind == "open":
            return f"{step.text} {self.say(words.STILL_OPEN)}"
        answer = self.say(words.STEP_SEEN) if step.kind == "shown" and not step.answer else step.answer
        mark = words.STEP_PRESUMED if step.presumed else words.STEP_IMPLIED if step.implied else None
        return self.cited(f"{step.text} {answer}{self.say(mark) if mark else ''}", step.cited)

    def cited(self, text: str, cited: str) -> str:
        return f"{text} {cited}".strip()  # a citation comes in brackets

    def duty(self, duty: view.Duty) -> str:
        deadline = f" {self.say(words.DEADLINE, deadline=duty.deadline)}" if duty.deadline else ""
        return self.cited(f"{duty.text}{deadline}", duty.cited)

    def option(self, option: view.Option) -> str:
        hangs = f" {self.say(words.HANGS_ON, question=option.hangs_on)}" if option.hangs_on else ""
        return f"{' '.join(option.how)} {self.say(words.THEN, verdict=option.verdict.word)}{hangs}"

    def open(self, line: view.Line) -> str:
        return f"{line.question} {self.say(dossier_words.WHO, note=line.note)}" if line.note else line.question

    def scenario(self, scenario: view.Scenario) -> str:
        answers = "; ".join(f"{line.question} {line.answer}" for line in scenario.answers)
        return f"{answers}: {'; '.join(verdict.word for verdict in scenario.verdicts)}"

    def clash(self, clash: view.Clash) -> str:
        return self.say(
            words.CLASH,
            question=clash.question,
            given=clash.given,
            because=clash.because_question,
            answer=clash.because_answer,
            used=clash.used,
        )

    def risk(self, risk: view.Risk) -> str:
        maximum = self.say(words.MAXIMUM, maximum=risk.maximum) if risk.maximum else ""
        return self.cited(" ".join(part for part in (f"{risk.supervisor}.", maximum, risk.note) if part), risk.cited)

    def source(self, source: view.Source) -> str:
        says = " ".join(source.says)
        url = source.link.strip("<>")
        return " ".join(part for part in (f"{source.text}.", says, url) if part)
