"""The letter to a client whose saved advice no longer holds: what it must say, in both languages and every form."""

from __future__ import annotations

import io
import re
from dataclasses import fields, replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from docx import Document as Word
from markdown_it import MarkdownIt

from tests.dossier.test_review import ERRAND, LATER, THEN, VISITOR, again, looked, other_trees, plan
from tests.hostile import HOSTILE
from tests.reasoning import toy
from tests.report.conftest import section
from tests.report.readers import squash, text_of
from tests.report.test_hostile import found
from tests.report.test_templates import structure
from wizard.content.fault import printable
from wizard.content.load import load
from wizard.content.model import Content
from wizard.dossier.consultation import Consultation, Given
from wizard.dossier.review import SEEN_AGAIN, TURNED
from wizard.report import review_view
from wizard.report.export import FORMATS, Look
from wizard.report.fault import ReportError
from wizard.report.filename import letter_name
from wizard.report.markdown import default_templates
from wizard.report.review_letter import letter, to_tell, view_of

CONTENT = load(Path(__file__).parents[1] / "trees" / "good")
MADE = date(2026, 11, 22)
JANSEN = looked(plan()).about("Jansen BV", "zomeractie", "mr. Noor Haddad")


def written(
    said: Consultation = JANSEN,
    day: date = LATER,
    language: str = "nl",
    content: Content = CONTENT,
    **more: object,
) -> str:
    review = again(said, day, content)
    return letter(content, review, day, language, made=MADE, **more).decode()  # type: ignore[arg-type]


def test_both_languages_have_the_same_structure() -> None:
    nl, en = ((default_templates() / f"review.{lang}.md.jinja").read_text("utf-8") for lang in ("nl", "en"))
    assert structure(nl) == structure(en)


def test_what_a_template_can_show_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reports.md").read_text("utf-8")
    part = page.split("## The letter about a saved advice")[1].split("\n## ")[0]
    plain, parts = ("Letter", "Turned", "Changes"), ("Test", "Duty", "Option", "Correction")
    for name, mark in (*((name, "") for name in plain), *((name, ".") for name in parts)):
        missing = {field.name for field in fields(getattr(review_view, name)) if f"`{mark}{field.name}`" not in part}
        assert missing == set(), name


def test_it_says_who_what_since_when_and_why() -> None:
    text = written()
    assert text.startswith("Jansen BV\\\n[adres]\n\n22 november 2026\n\n# Ons advies is veranderd: zomeractie\n")
    assert "Met vriendelijke groet,\\\n\\\n\\\nmr. Noor Haddad\n\n---\n\n## Bijlage: de bronnen\n" in text
    answer = section(text, "✓! Ja, mits")
    assert "naar het recht van 1 juni 2012: **Ja, dat mag**. Nu luidt het: **Ja, mits**." in answer
    assert "Dat is zo sinds **1 maart 2018**, door: regel 4 lid 1, regel 4 lid 2 Huisregels" in answer
    assert "Voor wat u vóór die dag deed, blijft ons advies gelden." in answer
    assert "U mag de fiets lenen als u hem inschrijft." in answer
    duty = "- [ ] Schrijf op wanneer u de fiets meeneemt en terugbrengt. **Termijn:** Vóór vertrek"
    assert duty in answer
    assert "(regel 4 lid 2 Huisregels)" in answer
    assert "  - Toen: Ja, dat mag. De fiets was toen vrij te gebruiken." in answer
    assert "  - Nu: Ja, mits. De reden staat hierboven. (" in answer
    assert answer.count("U mag de fiets lenen als u hem inschrijft.") == 1
    assert "Wat ons advies verder van u vraagt, blijft hetzelfde." in answer
    assert not set("✓✗?!…") & set(text.split("\n## ")[0]), "signs stand in the heading alone"
    sources = section(text, "Bijlage: de bronnen")
    assert "**regel 4 lid 2 Huisregels** (gedragscode). Wie de fiets leent schrijft dat op." in sources
    assert "Handel er dus niet meer naar" in text


def test_in_english_too() -> None:
    text = written(language="en")
    assert "# Our advice has changed: zomeractie" in text
    assert "This is so since **1 March 2018**, because of: regel 4 lid 1, regel 4 lid 2 House rules" in text
    assert "Yours sincerely,\\\n\\\n\\\nmr. Noor Haddad\n\n---\n\n## Appendix: the sources\n" in text
    for dutch in ("Ons advies", "sinds", "plicht"):
        assert dutch not in text


def test_what_is_not_known_is_left_to_fill_in() -> None:
    text = written(looked(plan()))
    assert text.startswith("\\[naam van de cliënt\\]\\\n") or text.startswith("[naam van de cliënt]\\\n")
    assert "# Ons advies is veranderd: De kantoorfiets lenen" in text
    assert "naam van de adviseur" in text
    bare = letter(CONTENT, again(looked(plan()), LATER), LATER, "nl").decode()
    assert "datum" in bare.splitlines()[3]


def test_every_variant_that_turned_is_told_apart_and_what_holds_is_said_to() -> None:
    said = looked(JANSEN.vary("Met een bezoeker", {"borrower": "visitor"}))
    said = looked(said.vary("Boodschap", {"borrower": "intern"})).take(None)
    text = written(said)
    assert "Dit gaat over: **De kantoorfiets lenen** (uw plan en variant “Boodschap”)." in text
    assert "Met een bezoeker" not in text
    assert "Wat wij u verder schreven, geldt nog wel." in text
    assert "Wat wij u verder schreven" not in written()


def test_advices_of_which_the_same_is_to_be_said_are_one() -> None:
    said = looked(JANSEN.vary("Boodschap", {"borrower": "intern"}))
    said = looked(said.vary("Nog een", {"borrower": "visitor", "purpose": "errand"})).take(None)
    text = written(said)
    assert text.count("\n## ✓! Ja, mits\n") == 1
    for duty in ("Schrijf op wanneer u de fiets meeneemt", "### Wat er per toets veranderde", "Dat is zo sinds"):
        assert text.count(duty) == 1


def test_what_several_have_in_common_is_said_once_and_what_not_with_whose_it_is() -> None:
    said = looked(JANSEN.vary("Zonder sleutel", {"keyholder": "no"}))
    came = said.came_out[-1]
    changed = replace(came, verdicts=("allowed",), outcomes={"bicycle": "FREE"}, duties=("helmet",))
    said = replace(said, came_out=(*said.came_out[:-1], changed)).take(None)
    text = written(said)
    assert text.count("\n## ") == 5, "two answers, what it means, the end, the sources"
    assert "## ✗ Nee, dat mag niet\n\nDit gaat over: **De kantoorfiets lenen** (variant “Zonder sleutel”)." in text
    means = section(text, "Wat dit voor u betekent")
    assert "Schrijf op wanneer u de fiets meeneemt en terugbrengt." in means
    assert "(alleen bij: uw plan)" in means
    before = text.split("## Wat dit voor u betekent")[0]
    assert "### " not in before
    told = [line.split(" (alleen")[0] for line in means.splitlines() if line[:2] == "- " and line[:4] != "- **"]
    assert len(told) == len(set(told)) > 1


def test_another_reason_alone_does_not_tell_the_client_to_stop() -> None:
    content = replace(CONTENT, digest="f" * 64)
    came = replace(JANSEN.came_out[0], outcomes={**JANSEN.came_out[0].outcomes, "bicycle": "OTHER"})
    text = written(replace(JANSEN, came_out=(came,)), THEN, content=content)
    assert "Het antwoord blijft: **Ja, dat mag**. De reden is veranderd." in text
    assert "Handel er dus niet meer naar" not in text


def test_other_duties_alone() -> None:
    came = replace(JANSEN.came_out[0], duties=("helmet",))
    text = written(replace(JANSEN, came_out=(came,)), THEN)
    assert "Wel is veranderd wat u moet doen." in text
    assert "### Plichten die ons advies niet meer noemt" in text
    replaced = "Deze plichten gelden hier niet meer, of zijn vervangen door wat hierboven staat:"
    assert f"{replaced}\n\n- Draag een helm.\n" in text, "what came may say the same in other words"
    own = (*(name for name in JANSEN.came_out[0].duties), "helmet")
    alone = written(replace(JANSEN, came_out=(replace(JANSEN.came_out[0], duties=own),)), THEN)
    assert "Deze plichten gelden hier niet meer:\n\n- Draag een helm.\n" in alone
    forbidden = looked(plan(VISITOR))
    came = replace(forbidden.came_out[0], duties=("helmet",))
    assert "Een plicht kan wel nog uit iets anders volgen" in written(replace(forbidden, came_out=(came,)), THEN)


def test_a_new_no_asks_only_what_holds_without_a_yes(law: Content) -> None:
    """Telling people within a month holds for data one has; what comes with the first contact does not."""
    case, day = law.cases["cold-call-consumer"], date(2017, 7, 1)
    said = looked(Consultation("approach", day, {fact: Given(answer) for fact, answer in case.facts.items()}), law)
    text = written(said, MADE, content=law)
    assert "## ✗ Nee, dat mag niet" in text
    asked = text.split("### Wat u nu ook moet doen\n")[1].split("\n### ")[0]
    assert "Vertel wie u bent, waarvoor u de gegevens gebruikt" in asked
    assert "Zeg duidelijk, en los van de rest, dat iemand altijd bezwaar mag maken" not in text
    assert "Wat erbij komt, mocht het later wel mogen" not in text
    assert "blijft hetzelfde" not in text


def test_under_the_same_no_what_would_hold_later_is_told_apart(tmp_path: Path) -> None:
    does = toy.tree("does", "  n: {ask: what, y: B, n: B}\n", B="allowed")
    does = does.replace("sources: [rule]", "sources: [rule], duties: {2020-01-01: [do]}")
    no = toy.tree("no", "  n: {ask: what, y: NO, n: NO}\n", NO="forbidden")
    content = toy.content(tmp_path, toy.fact("what", "y", "n"), {"no": no, "does": does}, "{tree: no}, {tree: does}")
    said = looked(Consultation("c", date(2012, 6, 1), {"what": Given("y")}), content)
    text = written(said, MADE, content=content)
    assert "### Wat erbij komt, mocht het later wel mogen\n\n- [ ] Doe dit. (art. 2 Wet)\n" in text
    assert "Wat u nu ook moet doen" not in text


@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_a_letter_goes_out_in_the_name_of_the_advisor_alone(form: str) -> None:
    made = letter(CONTENT, again(JANSEN, LATER), LATER, "nl", form, made=MADE)
    below = Word(io.BytesIO(made)).sections[-1].footer.paragraphs if form == "docx" else ()
    found = squash(text_of(form, made) + "".join(line.text for line in below))
    assert squash("Peildatum 1 januari 2019") in found
    assert squash("Mag dat?") not in found


def test_our_own_correction_is_owned_up_to() -> None:
    text = written(day=THEN, content=other_trees())
    assert "## ✗ Nee, dat mag niet" in text
    said = "Wij leggen de regels nu anders vast dan toen wij u adviseerden. Daardoor komt er ook op 1 juni 2012 zelf"
    assert said in text
    assert "Dat volgt uit: regel 3" in text
    assert "Dat is zo sinds" not in text
    assert "Toen: " not in text, "what an outcome meant under other trees is not known"


def test_the_day_of_the_advice_is_named() -> None:
    opening = written().split("\n## ")[0]
    assert "Op 1 januari 2019 hebben wij u geadviseerd over “zomeractie”." in opening
    assert "On 1 January 2019 we advised you on “zomeractie”." in written(language="en")
    nameless = replace(JANSEN, came_out=(replace(JANSEN.came_out[0], at=""),))
    assert "Eerder hebben wij u geadviseerd" in written(nameless)
    two = looked(JANSEN.vary("Boodschap", {"borrower": "intern"})).take(None)
    two = replace(two, came_out=(two.came_out[0], replace(two.came_out[1], at="2018-12-30T09:00:00")))
    assert "Op 30 december 2018 en 1 januari 2019 hebben wij u geadviseerd" in written(two)


def test_an_advice_that_nobody_saw_was_not_given() -> None:
    assert to_tell(again(plan(), LATER)) == []
    assert to_tell(again(plan(), LATER), also_seen=True) == []
    assert len(to_tell(again(JANSEN, LATER))) == 1


def test_nothing_is_told_where_an_answer_was_lost() -> None:
    lost = replace(JANSEN, shared={**JANSEN.shared, "borrower": Given("employeee")})
    assert to_tell(again(lost, LATER), also_seen=True) == []


def test_what_was_seen_anew_is_told_only_on_request() -> None:
    anew = looked(JANSEN.at(LATER))
    anew = replace(anew, came_out=(anew.came_out[0], replace(anew.came_out[1], at="2019-02-03T11:12:13")))
    found = again(anew, LATER)
    assert to_tell(found) == []
    text = letter(CONTENT, found, LATER, "nl", made=MADE, also_seen=True).decode()
    assert "luidde, naar het recht van 1 juni 2012: **Ja, dat mag**. Nu luidt het: **Ja, mits**." in text


def test_what_was_seen_anew_is_told_beside_what_was_not() -> None:
    """The plan was looked at again, the variant was not: the client is told of both."""
    said = looked(JANSEN.vary("Stage", {"borrower": "intern"})).take(None)
    anew = looked(said.at(LATER))
    anew = replace(anew, came_out=(*anew.came_out[:-1], replace(anew.came_out[-1], at="2019-02-03T11:12:13")))
    found = again(anew, LATER)
    assert [one.status for one in found.advices] == [SEEN_AGAIN, TURNED]
    assert "(uw plan en variant “Stage”)" in letter(CONTENT, found, LATER, "nl", made=MADE).decode()


def test_what_others_were_told_is_vouched_for_only_if_that_is_known() -> None:
    said = looked(JANSEN.vary("Met een bezoeker", {"borrower": "visitor"})).take(None)
    assert "Wat wij u verder schreven, geldt nog wel." in written(said)
    (variant,) = said.variants
    lost = replace(said, variants=(replace(variant, answers={"borrower": Given("visitor"), "spott": Given("x")}),))
    assert "Wat wij u verder schreven" not in written(lost)


def test_answers_changed_since_are_told_and_the_advice_given_is_quoted() -> None:
    said = looked(plan(ERRAND | {"keyholder": "no"})).answer("keyholder", "yes").about("Jansen BV", "", "")
    text = written(said)
    assert (
        "Ons advies luidde, naar het recht van 1 juni 2012: **Nee, dat mag niet**. Nu luidt het: **Ja, mits**." in text
    )
    assert "Nadat wij u adviseerden, zijn antwoorden gewijzigd waarop ons advies rustte." in text
    assert "Ook het recht is veranderd, sinds **1 maart 2018**" in text
    assert "Dat is zo sinds" not in text
    assert "blijft ons advies gelden" not in text
    assert "antwoorden gewijzigd" not in written()


def test_a_question_that_was_asked_is_never_called_one_that_was_not() -> None:
    """The client said that he does not know: asked it was."""
    text = written(looked(plan(ERRAND | {"last_check": "unknown", "bought": "unknown"})), date(2026, 11, 22))
    assert "hangt nu af van een vraag waarop wij nog geen antwoord hebben. Laat ons het antwoord weten:" in text
    assert "nog niet stelden" not in text


def test_an_advice_with_questions_open_was_provisional() -> None:
    some = {name: answer for name, answer in ERRAND.items() if name != "brakes_work"}
    said = looked(plan(some))
    assert len(said.came_out[0].verdicts) > 1
    assert "Ons voorlopige advies luidde" in written(said)
    assert "voorlopig" not in written()


def test_what_comes_out_again_today() -> None:
    said = looked(plan(on=LATER))
    said = replace(said.at(THEN), came_out=(replace(said.came_out[0], on=THEN, content="0" * 64),))
    text = written(said)
    assert "Volgens het recht van nu komt er weer uit wat wij u schreven. Voor 1 juni 2012 zelf klopte" in text


def test_a_new_question_is_asked_and_what_can_be_done_instead_is_told() -> None:
    text = written(day=date(2026, 11, 22))
    assert "## … Nog niet zeker" in text
    assert "Laat ons het antwoord weten:\n\n- " in text
    tall = {"spot": "park", "tree_size": "tall", "neighbours_agree": "yes"}
    text = written(looked(plan(tall, date(2010, 6, 1), "planting")), date(2017, 1, 1))
    assert "## ✗ Niet planten" in text, "in the words of the consult"
    options = text.split("### Wat u in plaats daarvan kunt doen\n")[1].split("\n#")[0]
    assert "- Kies een kleinere soort. Dan wordt het antwoord: **Ja, mits**." in options


def test_a_rule_that_is_gone_is_named_but_no_longer_says_anything() -> None:
    park = {"spot": "park", "tree_size": "small", "neighbours_agree": "yes"}
    text = written(looked(plan(park, date(2010, 6, 1), "planting")), date(2017, 1, 1))
    assert "door: art. 7 lid 1 PV (in plaats van PV 2005); niet meer: art. 2 PV 2005." in text
    sources = section(text, "Bijlage: de bronnen")
    assert "art. 7 lid 1 PV" in sources
    assert "PV 2005" not in sources
    roadside = {"spot": "roadside", "tree_size": "small"}
    text = written(looked(plan(roadside, date(2010, 6, 1), "planting")), date(2023, 1, 1))
    assert "door: niet meer: art. 7 lid 2 PV." in text
    now = view_of(CONTENT, again(looked(plan(roadside, date(2010, 6, 1), "planting")), date(2023, 1, 1)), LATER, "nl")
    assert now.sources, "the rule on which the answer of now rests"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_form_holds_the_verdict_the_duty_and_the_source(form: str, language: str) -> None:
    made = letter(CONTENT, again(JANSEN, LATER), LATER, language, form, look=Look(), made=MADE)
    text = made.decode() if form == "md" else text_of(form, made)
    read = squash(re.sub(r"[*\\]", "", text))
    now = {"nl": "✓! Ja, mits", "en": "✓! Yes, provided"}[language]
    duty = CONTENT.duties["log-book"].text.in_(language)
    for said in ("Jansen BV", "mr. Noor Haddad", now, duty, "regel 4 lid 2", "2018"):
        assert squash(said) in read, said
    again_made = letter(CONTENT, again(JANSEN, LATER), LATER, language, form, look=Look(), made=MADE)
    assert made == again_made, "the same input gives the same bytes"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_others_are_shown_to_the_letter(form: str, name: str) -> None:
    hostile = HOSTILE[name]
    said = looked(plan()).about(hostile, hostile, hostile).vary(hostile, {"minor": "yes"})
    said = looked(said).take(None)
    made = letter(CONTENT, again(said, LATER), LATER, "nl", form, look=Look(), made=MADE)
    if form != "md":
        assert found(hostile, text_of(form, made), form)
        return
    text = made.decode()
    assert all(printable(line) == line for line in text.split("\n"))
    page = MarkdownIt("commonmark", {"html": True}).render(text)  # a reader that does act on HTML
    tags = set(re.findall(r"<(\w+)", page))
    assert tags <= {"p", "br", "h1", "h2", "h3", "strong", "ul", "li", "a", "hr"}, tags
    assert page.count("<h1>") == page.count("<hr") == 1
    links = set(re.findall(r'href="([^"]*)"', page))
    assert all(link.startswith("https://example.org/") for link in links)
    assert squash(printable(hostile)) in squash(unescape(re.sub(r"<[^>]*>", "", page)))


def test_a_house_template_is_used_and_a_mistake_in_it_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "review.nl.md.jinja").write_text("# Brief van kantoor\n\n{{ review.client }}\n", "utf-8")
    assert written(look=Look(tmp_path)) == "# Brief van kantoor\n\nJansen BV\n"
    (tmp_path / "review.nl.md.jinja").write_text("{{ review.klant }}", "utf-8")
    with pytest.raises(ReportError, match=r"review\.nl\.md\.jinja:1: .*klant"):
        written(look=Look(tmp_path))
    (tmp_path / "review.nl.md.jinja").write_text("{{ review.advices[0].added.__class__ }}", "utf-8")
    with pytest.raises(ReportError, match="__class__"):
        written(look=Look(tmp_path))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2026-06-30-approach-143005", "2026-06-30-approach-143005-brief.md"),
        ("../../van/een-ander", "van-een-ander-brief.md"),
        ("CON", "con-brief.md"),
        ("日本語", "mag-dat-brief.md"),
        ('a\x00b:*?"<>|', "a-b-brief.md"),
    ],
)
def test_file_names_are_safe_everywhere(name: str, expected: str) -> None:
    assert letter_name(name, "nl") == expected
    assert letter_name(name, "en", "pdf") == expected.replace("-brief.md", "-letter.pdf")
