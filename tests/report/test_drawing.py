"""The drawing of a timeline: whatever the periods and the width, everything is there and nothing sticks out."""

import re

from hypothesis import given
from hypothesis import strategies as st

from wizard.report.drawing import Cell, draw, text

WORDS = st.sampled_from(
    ["Ja, mits", "Nee, dat mag niet", "Niet van toepassing", "Nog niet zeker (? ✗)", "Toestemming nodig"]
)
CELLS = st.lists(
    st.builds(
        Cell,
        st.integers(2004, 2026).map(str) | st.just("2026-07-01"),
        st.sampled_from(["✓", "✓!", "✗", "?", "–", "…"]),
        WORDS,
        st.integers(0, 30),
        st.sampled_from(["", "▲", "▲ toen", "▲ toen ▲ nu"]),
    ),
    min_size=1,
    max_size=14,
)


@given(CELLS, st.integers(40, 200))
def test_nothing_is_wider_than_the_window_and_nothing_is_lost(cells: list[Cell], width: int) -> None:
    drawn = text(draw(cells, width))
    rows = drawn.split("\n")
    assert max(map(len, rows)) <= width
    axis = [label for row in rows if "─" in row for label in re.findall(r"\d{4}[-\d]*", row)]
    assert axis == [cell.label for cell in cells]
    for word in " ".join(cell.word for cell in cells).split():
        assert word in drawn
    assert drawn.count("▲") == sum(cell.mark.count("▲") for cell in cells)
    assert drawn.count("→") == 1
    assert "→" not in text(draw(cells, width, goes_on=False))


@given(CELLS, st.integers(40, 200))
def test_each_answer_keeps_to_its_own_columns(cells: list[Cell], width: int) -> None:
    """The words below a year never run into those of the next: at least one space between."""
    for line in draw(cells, width):
        for piece in line[:-1]:
            assert piece.text.endswith(" ") or not piece.text.strip(), line


def test_a_period_shows_its_smaller_changes_as_dots_as_far_as_there_is_room() -> None:
    def dots(changes: int, width: int) -> int:
        return text(draw([Cell("2004", "✓", "Ja", changes)] * 2, width)).count("·") // 2

    assert [dots(n, 80) for n in (0, 1, 5)] == [0, 1, 5]
    assert 3 < dots(30, 40) < 30


def test_how_it_looks() -> None:
    cells = [
        Cell("2004", "✓!", "Ja, mits"),
        Cell("2009", "?", "Zelf afwegen", 2),
        Cell("2021", "✗", "Nee, dat mag niet", 1, "▲"),
    ]
    assert text(draw(cells, 60)) == (
        "2004 ────────────── 2009 ────·────·──── 2021 ───────·─────→\n"
        "✓! Ja, mits         ? Zelf afwegen      ✗ Nee, dat mag niet\n"
        "                                        ▲"
    )
    assert text(draw(cells, 40)) == (
        "2004 ────────────── 2009 ────·────·────\n"
        "✓! Ja, mits         ? Zelf afwegen\n"
        "2021 ───────·─────→\n"
        "✗ Nee, dat mag niet\n"
        "▲"
    )
