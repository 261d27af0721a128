"""Which verbs and options there are, as data: the parser, its help and the shell completion are made from it."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from wizard import __version__
from wizard.commands import words
from wizard.commands.common import parse_date, shown, suggest
from wizard.content.model import LANGUAGES, Text


class Option(NamedTuple):
    """An option or (without dashes) an argument. ``kind`` is flag, text, date, path, choice, or choices (a list).

    ``many``: an argument that may be given any number of times, also none.
    """

    flags: tuple[str, ...]
    help: Text
    kind: str = "flag"
    choices: tuple[str, ...] = ()
    value: Text | None = None
    required: bool = True  # of an argument, or an option that must be given
    many: bool = False


class Verb(NamedTuple):
    """A command: what it does and which options are its own."""

    help: Text
    options: tuple[Option, ...] = ()


COMMON = (
    Option(("--on",), words.ON, "date", value=words.DATE),
    Option(("--lang",), words.LANG, "choice", LANGUAGES),
    Option(("--trees",), words.TREES, "path", value=words.FOLDER),
    Option(("--dossiers",), words.DOSSIERS, "path", value=words.FOLDER),
)
AS_JSON = Option(("--json",), words.JSON)
FACTS_FILE = Option(("facts",), words.ADVISE_FACTS, "text", value=words.FILE)

VERBS: dict[str, Verb] = {
    "ask": Verb(
        words.ASK,
        (
            Option(("consult",), words.ASK_CONSULT, "text", value=Text("CONSULT", "CONSULT"), required=False),
            Option(("--plain",), words.ASK_PLAIN),
            Option(("--resume",), words.ASK_RESUME),
            Option(("--dossier",), words.ASK_DOSSIER, "text", value=words.DOSSIER_NAME),
        ),
    ),
    "dossiers": Verb(
        words.LIST_DOSSIERS,
        (
            Option(("word",), words.DOSSIERS_WORD, "text", value=words.WORD, required=False),
            Option(("--archived",), words.DOSSIERS_ARCHIVED),
            AS_JSON,
            Option(("--duplicate",), words.DOSSIERS_DUPLICATE, "text", value=words.DOSSIER_NAME),
            Option(("--archive",), words.DOSSIERS_ARCHIVE, "text", value=words.DOSSIER_NAME),
            Option(("--restore",), words.DOSSIERS_RESTORE, "text", value=words.DOSSIER_NAME),
            Option(("--delete",), words.DOSSIERS_DELETE, "text", value=words.DOSSIER_NAME),
            Option(("--yes",), words.DOSSIERS_YES),
        ),
    ),
    "advise": Verb(
        words.ADVISE,
        (
            FACTS_FILE,
            AS_JSON,
            Option(("--format",), words.ADVISE_FORMAT, "choices", ("md", "html", "docx", "pdf")),
            Option(("--level",), words.ADVISE_LEVEL, "choice", ("full", "summary", "letter")),
            Option(("-o", "--output"), words.ADVISE_OUTPUT, "path", value=words.FILE),
            Option(("--force",), words.ADVISE_FORCE),
            Option(("--timeline",), words.ADVISE_TIMELINE),
            Option(("--templates",), words.ADVISE_TEMPLATES, "path", value=words.FOLDER),
            Option(("--style",), words.ADVISE_STYLE, "path", value=words.FILE),
        ),
    ),
    "check": Verb(
        words.CHECK, (Option(("dir",), words.CHECK_FOLDER, "path", value=words.FOLDER, required=False), AS_JSON)
    ),
    "test": Verb(
        words.TEST,
        (
            Option(("-k",), words.TEST_WORD, "text", value=words.WORD),
            AS_JSON,
            Option(("--coverage",), words.TEST_COVERAGE),
            Option(("-v", "--verbose"), words.TEST_VERBOSE),
        ),
    ),
    "graph": Verb(
        words.GRAPH,
        (
            Option(("tree",), words.GRAPH_TREE, "text", value=Text("BOOM", "TREE")),
            Option(("--format",), words.GRAPH_FORMAT, "choice", ("mermaid", "dot", "text")),
        ),
    ),
    "facts": Verb(
        words.FACTS,
        (Option(("fact",), words.FACTS_FACT, "text", value=Text("FEIT", "FACT"), required=False), AS_JSON),
    ),
    "diff": Verb(
        words.DIFF,
        (
            FACTS_FILE,
            Option(("--from",), words.DIFF_FROM, "date", value=words.DATE),
            Option(("--to",), words.DIFF_TO, "date", value=words.DATE, required=False),
            AS_JSON,
        ),
    ),
    "timeline": Verb(
        words.TIMELINE,
        (
            FACTS_FILE,
            Option(("--from",), words.TIMELINE_FROM, "date", value=words.DATE, required=False),
            Option(("--to",), words.TIMELINE_TO, "date", value=words.DATE, required=False),
            AS_JSON,
        ),
    ),
    "review": Verb(
        words.REVIEW,
        (
            Option(("dossier",), words.REVIEW_DOSSIERS, "text", value=words.DOSSIER_NAME, many=True),
            AS_JSON,
            Option(("-v", "--verbose"), words.REVIEW_VERBOSE),
            Option(("-r", "--recursive"), words.REVIEW_RECURSIVE),
            Option(("--letter",), words.REVIEW_LETTER),
            Option(("--also-seen",), words.REVIEW_ALSO_SEEN),
            Option(("--format",), words.REVIEW_FORMAT, "choices", ("md", "html", "docx", "pdf")),
            Option(("-o", "--output"), words.REVIEW_OUTPUT, "path", value=words.FOLDER),
            Option(("--force",), words.ADVISE_FORCE),
            Option(("--templates",), words.ADVISE_TEMPLATES, "path", value=words.FOLDER),
            Option(("--style",), words.ADVISE_STYLE, "path", value=words.FILE),
        ),
    ),
    "watch": Verb(words.WATCH, (Option(("--sources",), words.WATCH_SOURCES), AS_JSON)),
    "config": Verb(
        words.CONFIG, (Option(("--init",), words.CONFIG_INIT), Option(("--keys",), words.CONFIG_KEYS), AS_JSON)
    ),
    "schema": Verb(words.SCHEMA),
    "templates": Verb(
        words.TEMPLATES,
        (
            Option(("folder",), words.TEMPLATES_FOLDER, "path", value=words.FOLDER),
            Option(("--force",), words.ADVISE_FORCE),
        ),
    ),
    "completion": Verb(
        words.COMPLETION, (Option(("shell",), words.COMPLETION_SHELL, "choice", ("bash", "zsh", "fish")),)
    ),
}


class UsageError(Exception):
    """The words on the command line cannot be understood; ``str()`` is argparse's reason."""

    def __init__(self, message: str, prog: str, known: tuple[str, ...]) -> None:
        super().__init__(message)
        self.prog = prog
        self.known = known


class Parser(argparse.ArgumentParser):
    """argparse that speaks our language and raises instead of printing a usage block."""

    language = "nl"
    color = False  # read by Python 3.14 and later
    known: tuple[str, ...] = ()
    mixed = False
    """Whether options may stand between the arguments; argparse does not do so by itself when these may be many."""

    def error(self, message: str) -> NoReturn:
        """Raise ``UsageError``."""
        raise UsageError(message, self.prog, self.known)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does it, with options between the arguments where these are ``mixed``."""
        if not self.mixed:
            return super().parse_known_args(args, namespace)
        self.mixed = False  # what follows may come back here
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self.mixed = True

    def format_help(self) -> str:
        """The help text, with its first word translated."""
        return words.USAGE.in_(self.language) + super().format_help().removeprefix("usage: ")


def build(language: str, given: Collection[str]) -> Parser:
    """The parser for the words ``given``, with its help in ``language``.

    Options are accepted before and after the verb. A verb that is not among the words is left out, unless that leaves
    none or help is asked for: making all of them takes longer than reading the words.
    """

    class Spoken(Parser):
        pass

    Spoken.language = language
    top = Spoken(
        prog="magdat",
        description=words.ABOUT.in_(language),
        epilog=words.EXITS.in_(language),
        add_help=False,
        allow_abbrev=False,
    )
    flags = [flag for verb in VERBS.values() for option in (*COMMON, *verb.options) for flag in option.flags]
    top.known = (*VERBS, *(flag for flag in flags if flag.startswith("-")), "--help", "--version")
    verbs = top.add_subparsers(
        dest="verb",
        title=words.VERBS.in_(language),
        metavar=words.VERB.in_(language),
        parser_class=Spoken,
        prog=top.prog,  # else argparse writes a whole help text to find it
    )
    _common(top, language)
    top.set_defaults(verb=None, on=None, lang=None, trees=None, dossiers=None)
    named = [] if {"-h", "--help"} & {*given} else [name for name in VERBS if name in given]
    for name in named or VERBS:
        verb = VERBS[name]
        text = verb.help.in_(language)
        parser = verbs.add_parser(name, help=text, description=text, add_help=False, allow_abbrev=False)
        arguments = parser.add_argument_group(words.ARGUMENTS.in_(language))
        options = parser.add_argument_group(words.OPTIONS.in_(language))
        for option in verb.options:
            _add(options if option.flags[0].startswith("-") else arguments, option, language)
        _common(parser, language)
        own = [flag for option in (*verb.options, *COMMON) for flag in option.flags if flag.startswith("-")]
        parser.known = (*own, "--help", "--version")
        parser.mixed = any(option.many for option in verb.options)
    return top


def _common(parser: Parser, language: str) -> None:
    group = parser.add_argument_group(words.EVERYWHERE.in_(language))
    for option in COMMON:
        # without a default of its own: a value given before the verb must survive the parser of the verb
        _add(group, option, language, default=argparse.SUPPRESS)
    group.add_argument("-h", "--help", action="help", help=words.HELP.in_(language))
    group.add_argument("--version", action="version", version=f"magdat {__version__}", help=words.VERSION.in_(language))


def _add(group: Any, option: Option, language: str, **more: Any) -> None:
    """Add one option. ``group`` is Any: argparse has no public name for its group type."""
    settings: dict[str, Any] = {"help": option.help.in_(language), **more}
    dashed = option.flags[0].startswith("-")
    if option.kind == "flag":
        settings["action"] = "store_true"
    else:
        settings["type"] = _reader(option, language)
        if option.kind in ("choice", "choices"):
            settings["metavar"] = ("," if option.kind == "choices" else "|").join(option.choices)
        elif option.value is not None:
            settings["metavar"] = option.value.in_(language)
    if not dashed and (option.many or not option.required):
        settings["nargs"] = "*" if option.many else "?"
    if option.flags == ("--from",) and option.required:
        settings["required"] = True
    group.add_argument(*option.flags, **settings)


def _reader(option: Option, language: str) -> Any:
    """What turns a word into a value. Raises argparse's type error with our own words."""

    def read_date(text: str) -> date:
        found = parse_date(text)
        if found is None:
            raise argparse.ArgumentTypeError(words.NO_DATE.in_(language).format(what=shown(text)))
        return found

    def read_choice(text: str) -> str:
        if text not in option.choices:
            hint = suggest(text, option.choices, language)
            raise argparse.ArgumentTypeError(words.NO_CHOICE.in_(language).format(what=shown(text), hint=hint))
        return text

    def read_choices(text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(read_choice(word.strip()) for word in text.split(",")))

    readers = {"date": read_date, "choice": read_choice, "choices": read_choices, "path": Path, "text": str}
    return readers[option.kind]


def explain(error: UsageError, language: str) -> str:
    """A ``UsageError`` as one line in ``language``."""
    import re

    message = str(error)
    see = words.SEE_HELP.in_(language).format(prog=error.prog)
    if match := re.match(r"argument .*?: invalid choice: '?(.*?)'?(?:,| \()", message):
        text, name = words.NO_VERB, match[1]
        see = suggest(name, VERBS, language)
    elif match := re.match(r"unrecognized arguments: (\S+)", message):
        text, name = words.NOT_KNOWN, match[1]
        see = suggest(name, error.known, language, Text(see, see)) if name.startswith("-") else see
    elif match := re.match(r"the following arguments are required: (.*)", message):
        text, name = words.MISSING, match[1]
    elif match := re.match(r"argument (\S+): expected one argument", message):
        text, name = words.NO_VALUE, match[1]
    elif match := re.match(r"argument (\S+): ignored explicit argument", message):
        text, name = words.TOO_MUCH_VALUE, match[1]
    else:
        return message.removeprefix("argument ")
    return f"{text.in_(language).format(what=shown(name))}; {see}"
