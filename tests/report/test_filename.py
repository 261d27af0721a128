from datetime import date
from pathlib import Path

import pytest

from tests.reasoning import toy
from wizard.content.model import Content
from wizard.reasoning.advice import advise
from wizard.report.filename import LONGEST, file_name

ON = date(2026, 11, 21)


def named(content: Content, consult: str, facts: dict[str, str], language: str = "nl") -> str:
    return file_name(content, advise(content, content.consults[consult], facts, ON), language)


def test_named_after_the_answer_that_chose_the_trees(content: Content) -> None:
    assert named(content, "bicycle", {"purpose": "errand"}) == "mag-dat-een-boodschap-voor-kantoor-2026-11-21.md"
    assert named(content, "bicycle", {"purpose": "errand"}, "en") == "mag-dat-an-errand-for-the-office-2026-11-21.md"


@pytest.mark.parametrize("facts", [{}, {"purpose": "unknown"}])
def test_named_after_the_consult_when_that_is_open(content: Content, facts: dict[str, str]) -> None:
    assert named(content, "bicycle", facts) == "mag-dat-de-kantoorfiets-lenen-2026-11-21.md"


def test_another_extension(content: Content) -> None:
    advice = advise(content, content.consults["bicycle"], {}, ON)
    assert file_name(content, advice, extension="docx").endswith("-2026-11-21.docx")


def test_named_after_the_variant_too(content: Content) -> None:
    advice = advise(content, content.consults["bicycle"], {}, ON)
    for variant, slug in (("Vraag de sleutel", "-vraag-de-sleutel"), ("../日本", ""), ("CON", "-con"), ("", "")):
        expected = f"mag-dat-de-kantoorfiets-lenen{slug}-2026-11-21.md"
        assert file_name(content, advice, variant=variant) == expected


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        ("Bellen: een mens voert het gesprek", "bellen"),
        ("Privébericht op sociale media", "privebericht-op-sociale-media"),
        ("E-mail", "e-mail"),
        ("../../van/een-ander", ""),
        ("CON", "con"),
        ("日本語", ""),
        ("a\\b|c*d?e<f>g", "a-b-c-d-e-f-g"),
        ("woord " * 40, "-".join(["woord"] * 10)),
        ("x" * 300, "x" * LONGEST),
    ],
)
def test_safe_on_every_platform(tmp_path: Path, label: str, slug: str) -> None:
    facts = f"  way: {{question: {{nl: q, en: q}}, answers: {{go: {{nl: '{label}', en: go}}, no: {{nl: n, en: n}}}}}}\n"
    tree = toy.tree("t", "  n: {ask: way, go: A, no: B}\n", A="allowed", B="forbidden")
    content = toy.content(tmp_path, facts, {"t": tree}, "{tree: t, when: {way: [go, no]}}")
    expected = f"mag-dat-{slug}-2026-11-21.md" if slug else "mag-dat-2026-11-21.md"
    assert named(content, "c", {"way": "go"}) == expected
