"""Reports on the law itself: the situations of the cases, read as a reader does, and each consult in each form."""

from __future__ import annotations

import re
from datetime import date

import pytest
from markdown_it import MarkdownIt

from tests.report.readers import pdf, text_of
from tests.report.test_export import holds
from wizard.content.model import Case, Content
from wizard.dossier.consultation import Consultation, Given
from wizard.reasoning.advice import advise
from wizard.report.build import build
from wizard.report.export import convert, export
from wizard.report.markdown import render

CUSTOMER = {
    "channel": "email",
    "message_kind": "commercial",
    "recipient": "consumer",
    "objection": "no",
    "consent": "no",
    "existing_customer": "current",
    "address_from_sale": "yes",
    "own_similar_offer": "yes",
    "optout_at_collection": "yes",
}


CONSULTS = ("approach", "collect", "consent", "share", "borrow", "sensitive", "inform", "retain", "breach")


def asked_in(case: Case) -> Consultation:
    """The consultation that a case is, on the last day for which it has an answer."""
    on, expected = max(case.answers.items())
    answers = {fact: Given(answer) for fact, answer in {**case.facts, **expected.facts}.items()}
    about = {"client": "Jansen & Zn.", "matter": case.title.nl, "advisor": "mr. A. de Vries"}
    return Consultation(case.consult, on, answers, **about)


def fullest(law: Content, consult: str) -> Case:
    """The case of a consult that gives the most answers."""
    return max((case for case in law.cases.values() if case.consult == consult), key=lambda case: len(case.facts))


@pytest.mark.parametrize("level", ["full", "letter"])
@pytest.mark.parametrize("consult", CONSULTS)
def test_every_consult_in_every_form(law: Content, consult: str, level: str) -> None:
    """The verdict, every duty and every source, as readers find them that know nothing of this program.

    The forms are shared out over the two levels, each consult goes through all of them.
    """
    asked = asked_in(fullest(law, consult))
    odd = CONSULTS.index(consult) % 2
    language = "nl" if odd else "en"
    forms = ("html", "docx") if (level == "full") == bool(odd) else ("pdf",)
    advice = asked.advice(law)
    view = build(law, advice, language, asked)
    assert len(view.sources) > 5
    text = render(law, advice, language, consultation=asked, level=level, form="html")
    for form in forms:
        file = convert(text, form, language, level, advice.verdict.value, asked.on, asked.advisor)
        assert holds(text_of(form, file), view, level) == [], form


def test_every_consult_is_here(law: Content) -> None:
    assert set(CONSULTS) == set(law.consults)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_summaries_of_the_cases_fit_on_one_page(law: Content, language: str) -> None:
    for case in list(law.cases.values())[:: 31 if language == "nl" else 97]:
        asked = asked_in(case)
        found = export(law, asked.advice(law), language, "pdf", level="summary", consultation=asked)
        assert len(pdf(found).pages) == 1, case.id


def test_no_reason_is_told_again_and_again(law: Content) -> None:
    """A reason stands with the answer and with its sources; whatever rests on it refers back."""
    for consult in CONSULTS:
        for verdict in ("assess", "forbidden"):
            cases = [case for case in law.cases.values() if case.consult == consult]
            case = next((one for one in cases if max(one.answers.items())[1].verdict == verdict), cases[0])
            asked = asked_in(case)
            view = build(law, asked.advice(law), "nl", asked)
            text = render(law, asked.advice(law), "nl", consultation=asked)
            for finding in view.findings:
                assert text.count(finding.reason) <= 2 or len(finding.reason) < 60, (case.id, finding.reason)


def test_reports_on_the_cases_read_well(law: Content) -> None:
    names = {name for kind in (law.sources, law.duties, law.contested, law.facts, law.trees) for name in kind}
    names |= {outcome for tree in law.trees.values() for outcome in tree.outcomes}
    names = {name for name in names if "_" in name or name.count("-") > 1}
    reader = MarkdownIt("gfm-like")
    for number, case in enumerate(list(law.cases.values())[::17]):
        on, expected = max(case.answers.items())
        facts = {**case.facts, **expected.facts}
        level = "letter" if number % 4 else "full"
        text = render(law, advise(law, law.consults[case.consult], facts, on), ("nl", "en")[number % 2], level=level)
        said = re.sub(r"<https://\S*>", "", text)
        assert not names & set(re.findall(r"[A-Za-z]\w*(?:[-_]\w+)+", said)), case.id
        assert not re.search(r"(?<!\.)\.\.(?!\.)|\(\)| [,.]|[?:]\.|“”|None(?! of these)", said), case.id
        assert text.count("\n---\n") == (level == "letter"), case.id
        assert not re.search(r"<(em|img|code|pre|table|del)\b", reader.render(text)), case.id


@pytest.mark.parametrize(
    ("on", "place"),
    [("2017-07-01", "art. 11.7 lid 3 Tw"), ("2021-06-30", "art. 11.7 lid 3 Tw"), ("2021-07-01", "art. 11.7 lid 4 Tw")],
)
def test_the_customer_rule_is_cited_where_it_stood(law: Content, on: str, place: str) -> None:
    day = date.fromisoformat(on)
    text = render(law, advise(law, law.consults["approach"], CUSTOMER, day))
    assert f"Is de ontvanger klant van u? → Ja, nu klant. ({place})" in text
    assert f"- **{place}** (wet)." in text
