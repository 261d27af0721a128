"""Whatever a text holds, a Markdown reader shows exactly that text and nothing else."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from wizard.content.fault import printable
from wizard.report.escape import escape, link

PLAIN = MarkdownIt("commonmark")
RICH = MarkdownIt("gfm-like").enable(["table", "strikethrough", "linkify"])
SHAPES = ["{}", "- {}", "1. {}", "# {}", "Lead {} tail", "- **Lead.** {}", "> {}", "above\n{}\nbelow"]

PIECES = (
    "# ## - + * 1. 23) > --- === *** _a_ __b__ **c** ~~d~~ ` ``` <b> </b> <!-- --> <https://x.nl> [a](b) ![a](b) "
    "[a]: [^1] |a|b| |-|-| :-: \\ &amp; &#35; http:// https:// www. example.com x.nl // localhost mailto: jan@x.nl "
    'ftp:// 192.168.1.1 : $a$ % é рф ! "'
)
SPACED = ["- ", "1. ", "# ", "> ", "\n", "\t", "    ", "\x1b[31m", "\u202e", "\r", "\x00"]
MARKUP = st.sampled_from([*PIECES.split(), *SPACED])
TEXT = st.lists(MARKUP | st.text(max_size=4), max_size=12).map("".join)


def leaves(tokens: list[Token]) -> list[Token]:
    return [leaf for token in tokens for leaf in (token, *leaves(token.children or []))]


def structure(tokens: list[Token]) -> list[str]:
    """What a reader makes of it, with pieces of text next to each other as one."""
    kinds = ["text" if leaf.type == "text_special" else leaf.type for leaf in leaves(tokens)]
    return [kind for kind, before in zip(kinds, ["", *kinds], strict=False) if (kind, before) != ("text", "text")]


def shown(tokens: list[Token]) -> str:
    breaks = ("softbreak", "paragraph_open")
    return "".join(
        "\n" if leaf.type in breaks else leaf.content
        for leaf in leaves(tokens)
        if leaf.type in ("text", "text_special", *breaks)
    )


@pytest.mark.parametrize("reader", [PLAIN, RICH], ids=["commonmark", "gfm"])
@given(text=TEXT, shape=st.sampled_from(SHAPES))
@example(text="1. een\n2. twee", shape="- {}")
@example(text="Zie www.example.com of https://example.com/a?b=c en mail jan@example.com", shape="{}")
@example(text="//localhost/x", shape="{}")
@example(text="C#", shape="# {}")
@example(text="a | b", shape="above\n{}\nbelow")
@example(text="\\", shape="{}")
def test_text_is_shown_as_it_is(reader: MarkdownIt, text: str, shape: str) -> None:
    kept = re.sub(" +", " ", printable(text)).strip() or "x"
    tokens = reader.parse(shape.format(escape(text) or "x"))
    plain = reader.parse(shape.format("x"))
    assert structure(tokens) == structure(plain)
    assert shown(tokens) == shown(plain).replace("x", kept)


@given(text=TEXT)
def test_one_line_without_control_characters(text: str) -> None:
    found = escape(text)
    assert "\n" not in found
    assert printable(found) == found


def test_ordinary_dutch_keeps_its_looks() -> None:
    for text in [
        "art. 11.7 lid 4 Tw",
        "Bel niet na 21:00 (ook niet op zaterdag).",
        "€ 900.000, of 1%",
        "Jan & Zn. – zzp'er!",
    ]:
        assert escape(text) == text


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "http://",
        "https://x.nl/a b",
        "https://x.nl/>",
        "https://x.nl/<b",
        "ftp://x.nl",
        "HTTPS:",
        "",
    ],
)
def test_unsafe_link_is_left_out(url: str) -> None:
    assert link(url) == ""


@given(path=st.from_regex(r"[A-Za-z0-9\-._~:/?#@!$&*+,;=%]{0,40}", fullmatch=True))
def test_link_goes_where_it_says(path: str) -> None:
    url = f"https://example.org/{path}"
    tokens = [leaf for leaf in leaves(PLAIN.parse(f"- {link(url)}")) if leaf.type == "link_open"]
    assert [PLAIN.normalizeLink(url)] == [token.attrs["href"] for token in tokens]
