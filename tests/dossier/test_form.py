"""A dossier as text: what is written is read back to the letter, old formats are read, nonsense is refused."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.content.reader import printable_lines
from wizard.dossier.consultation import CameOut, Changed, Consultation, Given, Variant
from wizard.dossier.form import dump, load_dossier, returns_whole
from wizard.dossier.store import StoreError, write_text

OLD = Path(__file__).parent / "format-1"
ANY = st.text(max_size=40)
TEXT = st.text(max_size=40).map(printable_lines)
WORD = st.text(min_size=1, max_size=12).map(printable_lines).filter(bool)
ANSWERS = st.dictionaries(WORD, st.builds(Given, WORD, TEXT, TEXT), max_size=4)
DAY = st.dates(date(1, 1, 1), date(9999, 12, 31))
WORDS = st.lists(TEXT, max_size=3).map(tuple)


@st.composite
def consultations(draw: st.DrawFn) -> Consultation:
    """Any consultation at all, with whatever text."""
    remarks = st.dictionaries(WORD, TEXT, max_size=2)
    some = st.builds(Variant, TEXT, ANSWERS, remarks)
    variants = draw(st.lists(some, max_size=3, unique_by=lambda one: printable_lines(one.name).casefold()).map(tuple))
    came = st.builds(CameOut, WORD, DAY, WORDS, st.dictionaries(TEXT, TEXT, max_size=3), WORDS, *[TEXT] * 6)
    return Consultation(
        consult=draw(WORD),
        on=draw(DAY),
        shared=draw(ANSWERS),
        depth=draw(st.sampled_from(["quick", "full"])),
        trail=draw(WORDS),
        client=draw(TEXT),
        matter=draw(TEXT),
        advisor=draw(TEXT),
        created=draw(TEXT),
        remarks=draw(st.dictionaries(WORD, TEXT, max_size=3)),
        variants=variants,
        active=draw(st.sampled_from([None, *range(len(variants))])),
        history=draw(st.lists(st.builds(Changed, *[TEXT] * 7), max_size=3).map(tuple)),
        came_out=draw(st.lists(came, max_size=2).map(tuple)),
    )


@settings(max_examples=120, deadline=None)
@given(found=consultations())
def test_whatever_is_written_is_read_back_to_the_letter(
    found: Consultation, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "x.yaml"
    write_text(path, dump(found, "digest"))
    again, number = load_dossier(path)
    assert again == found
    assert list(again.shared) == list(found.shared)
    assert (number, again.content) == (2, "digest")
    assert returns_whole(path, again)


@settings(max_examples=100, deadline=None)
@given(note=ANY, client=ANY, remark=ANY, name=ANY)
def test_no_text_whatever_makes_a_dossier_unreadable(
    note: str, client: str, remark: str, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "y.yaml"
    found = Consultation("a", date(2026, 11, 22), client=client, remarks={"why": remark}, variants=(Variant(name),))
    write_text(path, dump(found.answer("f", "yes").note("f", note), ""))
    again, _ = load_dossier(path)
    assert again.facts == {"f": "yes"}
    assert again.shared["f"].note == printable_lines(note)
    assert again.client == printable_lines(client)


def test_it_is_yaml_that_people_can_read(tmp_path: Path) -> None:
    found = Consultation("approach", date(2026, 11, 22), client="Bakkerij [b]Jansen[/b]", created="2026-11-22T09:00:00")
    text = dump(found.answer("channel", "phone", "2026-11-22T09:01:00").note("channel", "zij belt: # - *"), "abc")
    assert text.splitlines() == [
        '"format": "2"',
        '"client": "Bakkerij [b]Jansen[/b]"',
        '"created": "2026-11-22T09:00:00"',
        '"consult": "approach"',
        '"on": "2026-11-22"',
        '"depth": "quick"',
        '"content": "abc"',
        '"answers":',
        '- "fact": "channel"',
        '  "answer": "phone"',
        '  "at": "2026-11-22T09:01:00"',
        '  "note": "zij belt: # - *"',
    ]


@pytest.mark.parametrize(
    ("name", "consult", "on", "trail"),
    [
        ("unfinished", "bicycle", date(2021, 3, 1), ("theft",)),
        ("previous", "bicycle", date(2019, 1, 1), ()),
        ("previous-2", "planting", date(2021, 3, 1), ()),
    ],
)
def test_files_of_format_1_are_read(name: str, consult: str, on: date, trail: tuple[str, ...]) -> None:
    found, number = load_dossier(OLD / f"{name}.yaml")
    assert (number, found.consult, found.on, found.trail) == (1, consult, on, trail)
    assert found.shared
    assert not found.history
    assert not found.variants


def test_the_remarks_of_a_variant_are_read_back_and_need_not_be_there(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    said = Consultation("a", date(2026, 11, 22), remarks={"why": "plan"}).vary("mail", {})
    write_text(path, dump(said, ""))
    assert "remarks" not in path.read_text("utf-8").split('"active"')[0], "a file as it was before variants had them"
    assert load_dossier(path)[0] == said
    own = said.remark("why", "mail\nonly").remark("duties", "link")
    write_text(path, dump(own, ""))
    assert load_dossier(path)[0] == own
    assert load_dossier(path)[0].variants[0].remarks == {"why": "mail\nonly", "duties": "link"}


def test_notes_of_format_1_are_read_to_the_letter() -> None:
    found, _ = load_dossier(OLD / "previous.yaml")
    assert found.shared["keyholder"] == Given("unknown", 'vraag het "Noor": [b]x[/b] — ’t kan 🚲')
    assert found.shared["lights_work"].note == ("Bel Noor; " * 30).strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "just text",
        "- a",
        "{[",
        "format: 2",
        "format: 2\nconsult: a\non: 2026-13-40\ndepth: quick",
        "format: two\nconsult: a\non: 2026-11-22\ndepth: quick",
        "format: 99999999999999999999\nconsult: a\non: 2026-11-22\ndepth: quick",
        "format: 2\nconsult: a\non: 2026-11-22\ndepth: quick\nanswers: {a: b}",
        "format: 2\nconsult: a\non: 2026-11-22\ndepth: quick\nanswers: [{fact: a}]",
        "format: 2\nconsult: a\non: 2026-11-22\ndepth: quick\nvariants: [{name: x, answers: [b]}]",
        "format: 2\nconsult: a\non: 2026-11-22\ndepth: quick\nhistory: nothing",
        "format: 2\nconsult: a\non: 2026-11-22\ndepth: quick\ncame_out: [{content: x}]",
        "format: 2\nformat: 2",
        "a: &x b\nc: *x",
        "x: !!python/object:os.system y",
    ],
)
def test_nonsense_is_refused_in_one_line_that_names_the_file(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(StoreError) as caught:
        load_dossier(path)
    for language in ("nl", "en"):
        assert "x.yaml" in caught.value.say(language)
        assert "\n" not in caught.value.say(language)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"format: 2\nclient: \x80", b"a" * 2_100_000, b"[" * 100_000])
def test_bytes_that_are_no_dossier_are_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(data)
    with pytest.raises(StoreError):
        load_dossier(path)


@pytest.mark.parametrize("active", ["0", "9", "-1", "x", "²", "9" * 5000])
def test_a_variant_in_hand_that_is_not_there_is_the_plan(active: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    text = "format: 2\nconsult: a\non: 2026-11-22\ndepth: quick\nvariants: [{name: x}]\nactive: " + active
    path.write_text(text, "utf-8")
    try:
        assert load_dossier(path)[0].active is None
    except StoreError:
        assert len(active) > 4000


def test_a_date_that_is_none_is_shown_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    text = "format: 2\nconsult: a\non: 2026-11-22\ndepth: quick\ncame_out:\n- content: x\n  on: nooit\n"
    path.write_text(text, "utf-8")
    with pytest.raises(StoreError) as caught:
        load_dossier(path)
    assert "x.yaml:7: `on` is not a date" in caught.value.say("en")


@pytest.mark.parametrize(
    ("number", "said"), [("3", "update magdat"), ("0", "wrong"), ("²", "wrong"), ("9" * 5000, "update magdat")]
)
def test_a_newer_format_is_told_from_one_that_never_was(number: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(f"format: {number}\nconsult: a\non: 2026-11-22\ndepth: quick\n", "utf-8")
    with pytest.raises(StoreError) as caught:
        load_dossier(path)
    assert said in caught.value.say("en")
