"""Strings that try to be more than text: markup, escape sequences, code, names of files. For tests of every screen,
every command and every form of a report."""

from __future__ import annotations

import unicodedata

ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
"""A flag that is spelled out in characters which are not seen by themselves."""
HOSTILE = {
    "html": "<script>alert(1)</script> <b>vet</b> &amp; &lt; <!-- --> </style></title> \" onload='x'",
    "markdown": "# kop **vet** _a_ [klik](https://kwaad.example) | a | `c` ![p](x) ~~d~~ - [ ] taak [^1] <https://x.nl>",
    "typst": '#import "@preview/x:1.0.0" #read("/van/ander") $x^2$ #{panic()} \\ ] [ * _ <label> @ref // /* */ #sys',
    "jinja": "{{ 7 * 7 }} {% for x in y %} {# weg #} {{ advice.__class__ }} %}",
    "word": "{ INCLUDETEXT c:\\secret } <w:p/> ]]> %n &#x0;",
    "escapes": "a\x1b[31mb\x1b]8;;https://kwaad.example\x07c\x00d\x9be",
    "clipboard": "a\x1b]52;c;cm0gLXJm\x1b\\b\x1bP+q544e\x1b\\c\x1b[2J\x1b[?1049hd\x08\x7fe",
    "direction": "voor\u202ena\u2066binnen\u2069 \u200eeinde\u061c",
    "hebrew": "שלום Jansen 123 עולם",
    "arabic": "مرحبا بالعالم",
    "emoji": f"Piet 😀 👨‍👩‍👧 🏳️‍🌈 ❤️ {ENGLAND}",
    "chinese": "日本語 中文",
    "marks": "e\u0301 Z\u0337\u0322\u031b\u032ea\u0334 n\u0303",
    "nothing": "a\ufffeb\uffffc\U0001fffed\ufdd0e",
    "lines": "een\r\ntwee\u2028drie\u2029vier\tvijf",
    "formula": '=HYPERLINK("https://kwaad.example") +1 -1 @x',
    "wide": "W" * 60,
    "textual": "[b]vet[/b] [/] [@click=app.quit]stop[/] [link=https://kwaad.example]x[/link] [red on blue] $text-error",
    "format": "{n} {keys[advice.save]} {0} {} %s %(x)s ${HOME} $(reboot) `id`",
    "path": "../../../x /van/een-ander ..\\..\\x C:\\x \\\\server\\x ~/x file:///x",
    "device": "CON PRN.txt nul.md COM1 lpt9.docx aux. x:y:$DATA .. . -rf --force",
    "yaml": "!!python/object/apply:os.system [id] &a *a <<: {x: y} --- ... # % @ ` \"'",
}
"""One short text per kind of harm, by the name of that kind."""
LONG = {"word": "x" * 1_000_000, "words": "woord " * 166_000, "brackets": "[<" * 60_000, "turned": "א" * 100_000}
"""Texts of a megabyte on one line."""
FILE_NAMES = (
    *(
        "..",
        "../../x",
        "..\\..\\x",
        "/no-such-folder/of-the-system",
        "C:\\x",
        "CON",
        "nul.md",
        "com1.txt",
        "aux.tar.gz",
        "CONIN$",
        "LPT\u00b9",
        "naam.",
        "naam. .",
        "naam ",
        "NUL:",
        "a/../b",
        "a\\..\\b",
        "-rf",
        "--force",
        ".verborgen",
    ),
    *(
        "a\x1b[2Jb",
        "a\x00b",
        "a\u202eb",
        "x" * 5000,
        "😀",
        "[b]",
        "{n}",
        "a:b",
        "a?b*c",
        "a|b",
        '"',
        "een\ntwee",
        " ",
        "",
    ),
)
"""What someone may put where the name of a file or a dossier belongs."""
RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    "conin$",
    "conout$",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}
"""Names that are devices on Windows, with whatever ending."""
_ALLOWED = "\n\u200c\u200d"


def harmful(said: str) -> set[str]:
    """The characters in ``said`` on which a terminal would act: none of them may be shown."""
    found = {sign for sign in set(said.replace(ENGLAND, "")) if unicodedata.category(sign) in ("Cc", "Cf", "Cs")}
    return found - set(_ALLOWED)


def safe_name(name: str) -> bool:
    """Whether a file may be called ``name`` on every platform."""
    stem = name.split(".")[0].lower()
    plain = all(sign.isascii() and (sign.isalnum() or sign in "-_.") for sign in name)
    return plain and stem not in RESERVED and name[:1] not in ("", ".", "-") and name[-1] != "." and len(name) < 200
