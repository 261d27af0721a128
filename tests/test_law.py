"""The legal content against its sources: every case, the readings of 2017 beside today's, and citations per date."""

from datetime import date

import pytest

from wizard.casework import run_case
from wizard.content.citation import cite
from wizard.content.load import load
from wizard.content.model import Case, Verdict
from wizard.reasoning.advice import advise
from wizard.reasoning.alternatives import alternatives
from wizard.reasoning.question import next_question

LAW = load(cases=True)
THEN, TODAY = date(2017, 7, 1), date(2026, 11, 21)


@pytest.mark.parametrize("case", tuple(LAW.cases.values()), ids=lambda case: case.id)
def test_case(case: Case) -> None:
    for on in case.answers:
        result = run_case(LAW, case, on)
        assert result.passed, f"{case.place.file}:{case.answers[on].place.line}: {on}: {result.misses}"


# What an article of 2016-2017 says, what was right on 2017-07-01, and what holds today.
READINGS = {
    "seed-a-opt-out-calls": ("conditional", "forbidden"),
    "seed-a-register-decides": ("forbidden", "forbidden"),
    "seed-a-partnership-too": ("conditional", "forbidden"),
    "seed-a-asking-by-name": ("assess", "assess"),
    "seed-a-published-address": ("conditional", "conditional"),
    "seed-a-purchasing-address": ("forbidden", "forbidden"),
    "seed-a-mail-jan-after-purchase": ("conditional", "conditional"),
    "seed-a-call-jan-after-purchase": ("conditional", "forbidden"),
    "seed-a-paying-customers-only": ("assess", "conditional"),
    "seed-a-remarks-field": ("forbidden", "forbidden"),
    "seed-a-consent-mail-is-commercial": ("forbidden", "forbidden"),
    "seed-a-linkedin-on-own-interest": ("forbidden", "forbidden"),
    "seed-a-old-customers-by-phone": ("conditional", "forbidden"),
    "seed-a-explicit-consent": ("conditional", "conditional"),
    "seed-b-telecom-law-first": ("forbidden", "forbidden"),
    "seed-b-own-customers": ("forbidden", "forbidden"),
    "seed-b-hired-list-by-mail": ("forbidden", "forbidden"),
    "seed-b-hired-list-by-post": ("assess", "assess"),
    "seed-b-whatsapp-as-mail": ("forbidden", "forbidden"),
    "seed-b-every-address-personal-data": ("conditional", "conditional"),
    "seed-b-addresses-from-google": ("forbidden", "forbidden"),
    "lost-laptop-encrypted": ("allowed", "conditional"),
    "lost-stick-newsletter": ("allowed", "forbidden"),
    "ransomware-contained": ("allowed", "assess"),
    "webshop-hacked-copy": ("forbidden", "forbidden"),
    "fine-only-for-silence": ("forbidden", "forbidden"),
    "form-with-ssl-only": ("allowed", "forbidden"),
    "relations-of-many-years": ("conditional", "conditional"),
    "civil-servants-you-talk-to": ("conditional", "conditional"),
    "letters-that-come-back": ("forbidden", "forbidden"),
    "only-a-padlock": ("conditional", "conditional"),
    "lending-notified": ("conditional", "conditional"),
    "daily-lends-its-list": ("forbidden", "forbidden"),
    "gay-association-list-to-a-shop": ("forbidden", "forbidden"),
}


def test_every_reading_of_2017_stands_in_the_table() -> None:
    assert set(READINGS) == {case.id for case in LAW.cases.values() if {"seed-a", "seed-b"} & set(case.tags)}


@pytest.mark.parametrize(("case", "then", "today"), [(name, *pair) for name, pair in READINGS.items()])
def test_reading_then_and_now(case: str, then: str, today: str) -> None:
    found = LAW.cases[case]
    verdicts = [run_case(LAW, found, on).verdict.value for on in (THEN, TODAY)]
    assert verdicts == [then, today]


# Where each rule of art. 11.7 Tw stood: the rule, and its paragraph from each date ("" when there was none).
CROSSWALK_DATES = (
    date(2004, 5, 19), date(2009, 7, 1), date(2009, 10, 1), date(2012, 6, 5), date(2021, 7, 1), date(2026, 7, 1),
)  # fmt: skip
CROSSWALK = {
    "tw-messages": ("1", "1", "1", "1", "1", "1"),
    "tw-calls-opt-in": ("", "", "", "", "2", "2"),
    "tw-calls-opt-out": ("4", "5", "5", "5", "", ""),
    "tw-register": ("", "", "9 en 10", "9 en 10", "", ""),
    "tw-register-exception": ("", "", "11", "11", "", ""),
    "tw-published": ("", "2 onder a", "2 onder a", "2 onder a", "3 onder a", "3 onder a"),
    "tw-outside-eea": ("", "2 onder b", "2 onder b", "2 onder b", "3 onder b", "3 onder b"),
    "customer-rule": ("2", "3", "3", "3", "4", "4"),
    "tw-charity": ("", "", "", "", "5", "5"),
    "tw-publishers": ("", "", "", "", "", "6"),
    "tw-identity": ("3", "4", "4", "4", "6", "7"),
    "tw-number-shown": ("", "", "", "", "7", "8"),
}


@pytest.mark.parametrize("rule", CROSSWALK)
@pytest.mark.parametrize(("number", "start"), tuple(enumerate(CROSSWALK_DATES)))
def test_paragraph_of_article_11_7(rule: str, number: int, start: date) -> None:
    source = LAW.sources[rule]
    following = CROSSWALK_DATES[number + 1] if number + 1 < len(CROSSWALK_DATES) else date(2027, 1, 1)
    for on in (start, date.fromordinal(following.toordinal() - 1)):
        paragraph = CROSSWALK[rule][number]
        assert source.in_force(on) == bool(paragraph)
        if paragraph:
            assert cite(LAW, rule, on, "nl").text.replace("art. 11.7 lid ", "").startswith(paragraph)


CALL_A_BV = {
    "channel": "phone",
    "message_kind": "commercial",
    "recipient": "business",
    "legal_form": "company",
    "objection": "no",
    "named_contact": "no",
}


@pytest.mark.parametrize(
    ("on", "verdict", "paragraph"),
    [
        (date(2017, 7, 1), "allowed", None),
        (date(2021, 6, 30), "allowed", None),
        (date(2021, 7, 1), "conditional", "art. 11.7 lid 7 Tw"),
        (date(2022, 7, 1), "conditional", "art. 11.7 lid 7 Tw"),
        (date(2026, 6, 30), "conditional", "art. 11.7 lid 7 Tw"),
        (date(2026, 7, 1), "conditional", "art. 11.7 lid 8 Tw"),
        (date(2026, 11, 21), "conditional", "art. 11.7 lid 8 Tw"),
    ],
)
def test_calling_a_bv_and_where_the_rule_on_the_number_stood(on: date, verdict: str, paragraph: str | None) -> None:
    advice = advise(LAW, LAW.consults["approach"], CALL_A_BV, on)
    assert (advice.settled, advice.verdict.value) == (True, verdict)
    cited = [cite(LAW, name, on, "nl").text for duty in advice.duties for name in LAW.duties[duty].sources.at(on) or ()]
    assert paragraph is None or paragraph in cited


JOURNEYS = {
    "call a BV": CALL_A_BV,
    "call a zzp'er": {
        "channel": "phone",
        "message_kind": "commercial",
        "recipient": "business",
        "legal_form": "sole_trader",
        "consent": "no",
        "address_purpose": "general",
    },
    "mail info@": {
        "channel": "email",
        "message_kind": "commercial",
        "consent": "no",
        "existing_customer": "none",
        "recipient": "business",
        "address_purpose": "general",
    },
    "mail jan@ of a customer": {
        "channel": "email",
        "message_kind": "commercial",
        "consent": "no",
        "existing_customer": "current",
        "address_from_sale": "yes",
        "own_similar_offer": "yes",
        "optout_at_collection": "yes",
        "objection": "no",
    },
    "WhatsApp a customer": {
        "channel": "message",
        "message_kind": "commercial",
        "consent": "no",
        "existing_customer": "current",
        "address_from_sale": "yes",
        "own_similar_offer": "yes",
        "optout_at_collection": "yes",
        "objection": "no",
    },
}


@pytest.mark.parametrize(
    ("journey", "verdict"),
    tuple(zip(JOURNEYS, ("conditional", "forbidden", "forbidden", "conditional", "conditional"), strict=True)),
)
def test_an_ordinary_journey_takes_at_most_six_screens(journey: str, verdict: str) -> None:
    consult = LAW.consults["approach"]
    facts: dict[str, str] = {}
    screens = 0
    while (question := next_question(LAW, consult, facts, TODAY)) is not None:
        screens += 1
        facts |= {fact: JOURNEYS[journey][fact] for fact in question.facts}
    assert screens <= 6
    advice = advise(LAW, consult, facts, TODAY)
    assert (advice.settled, advice.verdict.value) == (True, verdict)
    assert next_question(LAW, consult, facts, TODAY, "full") is not None, "the file can be completed"


MAIL = {"channel": "email", "message_kind": "commercial", "requested": "no", "consent": "no", "objection": "no"}
NOBODY = {"existing_customer": "none", "address_purpose": "general", "named_contact": "no", "outside_eea": "no"}


@pytest.mark.parametrize(
    ("recipient", "may_be_called"),
    [
        ({"recipient": "business", "legal_form": "company"}, True),
        ({"recipient": "business", "legal_form": "foundation"}, True),
        ({"recipient": "business", "legal_form": "sole_trader"}, False),
        ({"recipient": "business", "legal_form": "partnership"}, False),
        ({"recipient": "consumer"}, False),
    ],
)
def test_a_legal_person_that_may_not_be_mailed_may_be_called(recipient: dict[str, str], *, may_be_called: bool) -> None:
    facts = {**MAIL, **NOBODY, **recipient}
    assert advise(LAW, LAW.consults["approach"], facts, TODAY).verdict is Verdict.FORBIDDEN
    found = alternatives(LAW, LAW.consults["approach"], facts, TODAY)
    called = [one.verdict for one in found if one.change == {"channel": "phone"}]
    assert called == ([Verdict.CONDITIONAL] if may_be_called else [])
