"""The YAML reader: what it understands, what it refuses, and that nothing makes it fall over."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile import ENGLAND
from wizard.content.fault import Fault, printable, render
from wizard.content.model import Text
from wizard.content.reader import MAX_BYTES, MAX_DEPTH, MAX_NODES, Mapping, Scalar, Sequence, lines, read


def document(text: str) -> Mapping:
    root, faults = read(text.encode(), "f.yaml")
    assert faults == []
    assert isinstance(root, Mapping)
    return root


def only_fault(data: bytes | str) -> Fault:
    _, faults = read(data if isinstance(data, bytes) else data.encode(), "f.yaml")
    assert len(faults) == 1
    return faults[0]


@pytest.mark.parametrize(
    "word", ["yes", "no", "on", "off", "y", "true", "null", "~", "2021-07-01", "1e3", "0o7", "12:30", ".inf", "010"]
)
def test_every_scalar_is_text(word: str) -> None:
    value = document(f"{word}: {word}\n").get(word)
    assert isinstance(value, Scalar)
    assert value.text == word
    assert value.plain


def test_quotes_are_known() -> None:
    value = document('a: "yes"\n').get("a")
    assert isinstance(value, Scalar)
    assert (value.text, value.plain) == ("yes", False)


def test_places_count_from_one() -> None:
    root = document("# first\na: 1\nb:\n  - {c: é, d: x}\n")
    sequence = root.get("b")
    assert isinstance(sequence, Sequence)
    item = sequence.items[0]
    assert isinstance(item, Mapping)
    d = item.get("d")
    assert d is not None
    assert d.place == ("f.yaml", 4, 15)


def test_a_key_twice_is_told_with_its_first_line() -> None:
    root, faults = read(b"a: 1\nb: 2\na: 3\n", "f.yaml")
    assert [(fault.code, fault.place.line) for fault in faults] == [("duplicate-key", 3)]
    assert "line 1" in faults[0].message.en
    assert isinstance(root, Mapping)
    value = root.get("a")
    assert isinstance(value, Scalar)
    assert value.text == "1"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x 1\n", "anchor"),
        ("a: *x\n", "alias"),
        ("a: !!python/object/apply:os.system [echo]\n", "tag"),
        ("a: !custom 1\n", "tag"),
        ("a: !!str 1\n", "tag"),
        ("%TAG ! tag:x,2000:\n---\na: !y 1\n", "tag"),
        ("a: 1\n---\nb: 2\n", "documents"),
        ("{a: 1}: b\n", "key"),
        ("a: b: c\n", "yaml"),
        ("a: 'x\n", "yaml"),
        ("a:\n\t- b\n", "yaml"),
        ("a: {b: 1\nc: 2\n", "yaml"),
        ('a: "\\ud800"\n', "yaml"),
        ('a: "\\e[31m"\n', "control-character"),
        ('a: "\\u202e"\n', "control-character"),
        ("a: x\u2066y\n", "control-character"),
        ("a: x\u200by\n", "control-character"),
    ],
)
def test_what_is_refused(text: str, code: str) -> None:
    assert only_fault(text).code == code


def test_ordinary_letters_are_not_refused() -> None:
    text = "één „kop” — 5 € · naïef 👩\u200d🔧 \u00a0"
    value = document(f'a: "{text}"\n').get("a")
    assert isinstance(value, Scalar)
    assert value.text == text


@pytest.mark.parametrize("char", ["\x00", "\x01", "\x07", "\x1b", "\x7f", "\ufffe"])
def test_control_characters_in_the_file_itself(char: str) -> None:
    fault = only_fault(f"a: 1\nb: x{char}y\n")
    assert fault.code == "yaml"
    assert (fault.place.line, fault.place.column) == (2, 5)


def test_billion_laughs() -> None:
    lines = ["a0: &a0 [lol, lol]"]
    lines += [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]" for i in range(1, 40)]
    _, faults = read("\n".join(lines).encode(), "f.yaml")
    assert {fault.code for fault in faults} == {"anchor", "alias"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_too_deep(opening: str) -> None:
    assert only_fault(opening * 100_000).code == "too-large"


def test_just_deep_enough() -> None:
    root, faults = read(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, "f.yaml")
    assert root is not None
    assert faults == []


def test_too_many_values() -> None:
    assert only_fault(b"[" + b"a," * MAX_NODES + b"]").code == "too-large"


def test_too_large() -> None:
    assert only_fault(b"#" * (MAX_BYTES + 1)).code == "too-large"
    assert read(b"#" * MAX_BYTES, "f.yaml") == (None, [])


def test_not_utf_8() -> None:
    fault = only_fault("a: 1\nb: caf\xe9\n".encode("latin-1"))
    assert (fault.code, fault.place.line, fault.place.column) == ("encoding", 2, 7)
    assert only_fault("a: 1\n".encode("utf-16")).code == "encoding"


def test_a_byte_order_mark_is_nothing() -> None:
    root, faults = read(b"\xef\xbb\xbfa: 1\n", "f.yaml")
    assert faults == []
    assert isinstance(root, Mapping)
    assert root.place.column == 1


def test_windows_line_ends() -> None:
    root = document("a: 1\r\nb:\r\n  c: |\r\n    x\r\n    y\r\n")
    b = root.get("b")
    assert isinstance(b, Mapping)
    c = b.get("c")
    assert isinstance(c, Scalar)
    assert c.text == "x\ny\n"
    assert c.place.line == 3


@pytest.mark.parametrize("text", ["", "\n", "# only this\n", "---\n...\n"])
def test_nothing(text: str) -> None:
    root, faults = read(text.encode(), "f.yaml")
    assert faults == []
    assert root is None or (isinstance(root, Scalar) and root.text == "")


def test_a_line_of_a_million_characters() -> None:
    text = "a: " + "é" * 500_000 + "\nb: *x\n"
    fault = only_fault(text)
    assert (fault.code, fault.place.line) == ("alias", 2)
    long = only_fault("a: [" + "é, " * 30_000 + "*x]\n")
    shown = render(long, "a: [" + "é, " * 30_000 + "*x]", "nl")
    assert max(len(row) for row in shown.splitlines()) < 130
    caret = shown.splitlines()[2].index("^")
    assert shown.splitlines()[1][caret] == "*"


def test_the_caret_stays_under_its_word() -> None:
    line = "\tone\u202e two"
    fault = Fault("x", read(b"a: *x", "f.yaml")[1][0].place._replace(column=7), Text("f", "m"), Text("h", "h"))
    shown = render(fault, line, "en").splitlines()
    assert shown[1][shown[2].index("^")] == "t"


def test_printable_takes_out_what_a_terminal_would_act_on() -> None:
    assert printable("a\x1b[31mb\x07\u202ec\nd\te") == "a[31mbc d e"
    assert printable("gewoon — één") == "gewoon — één"


def test_printable_leaves_the_flags_that_are_spelled_out() -> None:
    smuggled = "".join(chr(0xE0000 + ord(c)) for c in "ignore this")
    assert printable(f"Jansen {ENGLAND}\u202e x") == f"Jansen {ENGLAND} x"
    assert printable(f"a{smuggled}b\U0001f3f4{smuggled}{ENGLAND[1:]}c") == "ab\U0001f3f4c"
    root, faults = read(f"a: Jansen {ENGLAND}\nb: x{smuggled}".encode(), "f.yaml")
    assert [(fault.code, fault.place.line) for fault in faults] == [("control-character", 2)]
    assert isinstance(root, Mapping)
    assert [value.text for _, value in root.items if isinstance(value, Scalar)] == [f"Jansen {ENGLAND}", "x"]


WORDS = ["a", "yes", "2021-07-01", "[", "]", "{", "}", ",", "'", '"', "|", ">", "#", "%", "é", "👩", "@", "`", "\\"]
SIGNS = [
    "*x",
    "b: ",
    ": ",
    "- ",
    "? ",
    "\n",
    "  ",
    "\t",
    "&x ",
    "!t ",
    "---\n",
    "...\n",
    "\r",
    "\x85",
    "\u2028",
    "\ufeff",
    "\x00",
]
PIECES = st.sampled_from([*WORDS, *SIGNS])
ANYTHING = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(PIECES, max_size=40).map(lambda pieces: "".join(pieces).encode()),
)


@settings(max_examples=1500, deadline=None)
@given(ANYTHING)
def test_any_bytes_give_a_document_or_faults_inside_the_file(data: bytes) -> None:
    root, faults = read(data, "f.yaml")
    assert root is None or isinstance(root, Scalar | Sequence | Mapping)
    rows = lines(data.decode("utf-8-sig", "replace"))
    for fault in faults:
        assert fault.place.file == "f.yaml"
        assert 1 <= fault.place.line <= len(rows)
        assert 1 <= fault.place.column <= len(rows[fault.place.line - 1]) + 1
        assert fault.message.nl
        assert fault.message.en
        shown = render(fault, rows[fault.place.line - 1], "nl").split("\n")
        assert len(shown) in (3, 4)
        assert all(printable(row) == row for row in shown)


@settings(max_examples=400, deadline=None)
@given(st.recursive(st.text("abyes 0:-é#'\"", max_size=8), lambda inner: st.lists(inner, max_size=4), max_leaves=10))
def test_what_another_program_wrote_is_read_back(value: object) -> None:
    def plain(node: object) -> object:
        return [plain(item) for item in node.items] if isinstance(node, Sequence) else getattr(node, "text", None)

    root, faults = read(yaml.safe_dump([value], allow_unicode=True).encode(), "f.yaml")
    assert faults == []
    assert plain(root) == [value]
