"""What only an advice tells is read when it is asked for, and is the same then."""

import shutil
from datetime import date

import pytest

from tests.content.folders import GOOD, LAW, change, copy
from wizard.content.fault import ContentError
from wizard.content.later import TELLING
from wizard.content.load import load, read_content
from wizard.reasoning.advice import advise
from wizard.reasoning.question import next_question

TODAY = date(2026, 11, 22)
SECTIONS = ("acts", "sources", "duties", "contested", "risks", "terms")
FULL = load(LAW)


@pytest.mark.parametrize("consult", FULL.consults)
def test_it_is_the_same_as_when_all_is_read_at_once(consult):
    part = load(LAW, consults=(consult,))
    at_once, _ = read_content(LAW, cases=False, consults=(consult,))
    for section in SECTIONS:
        assert dict(getattr(part, section)) == getattr(at_once, section)
        assert len(getattr(part, section)) > 0
    assert part.digest == at_once.digest
    assert advise(part, part.consults[consult], {}, TODAY, explore=False) == advise(
        FULL, FULL.consults[consult], {}, TODAY, explore=False
    )


def test_no_question_waits_for_it(tmp_path):
    law = tmp_path / "trees"
    shutil.copytree(LAW, law, ignore=shutil.ignore_patterns("cases"))
    for path in (path for name in TELLING for path in law.rglob(name)):
        path.write_text("this: [is no law\n", "utf-8")
    for name in FULL.consults:
        content = load(law, consults=(name,))
        facts: dict[str, str] = {}
        while question := next_question(content, content.consults[name], facts, TODAY):
            assert question == next_question(FULL, FULL.consults[name], facts, TODAY)
            for fact in question.facts:
                facts[fact] = next(iter(content.facts[fact].answers), "2026-01-01")
        assert facts
        with pytest.raises(ContentError):
            advise(content, content.consults[name], facts, TODAY)


def test_what_is_wrong_with_it_is_said_whenever_it_is_asked_for(tmp_path):
    folder = change(copy(tmp_path), "duties.yaml", "[log-rule]", "[log-rul]")
    content = load(folder, consults=("bicycle",))
    with pytest.raises(ContentError) as whole:
        load(folder)
    for look in (len, iter, lambda duties: duties.get("x")):
        with pytest.raises(ContentError) as later:
            look(content.duties)
        assert later.value.faults == whole.value.faults
    assert later.value.faults[0].place.file == "duties.yaml"
    assert "`log-rule`" in later.value.faults[0].hint.en


def test_a_question_is_found_wherever_it_stands(tmp_path):
    folder = copy(tmp_path)
    questions = folder / "questions.yaml"
    text = questions.read_text("utf-8")
    assert "\nfacts:\n" in text
    (folder / "terms.yaml").write_text(text + (folder / "terms.yaml").read_text("utf-8"), "utf-8")
    questions.unlink()
    content = load(folder, consults=("bicycle",))
    assert content.facts.keys() == load(GOOD, consults=("bicycle",)).facts.keys()
    assert content.terms.keys() == load(GOOD).terms.keys()
