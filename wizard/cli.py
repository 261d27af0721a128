"""The command line: finds the verb and hands over. Heavy imports wait until their verb is used."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from wizard.commands import words
from wizard.commands.common import Ended, InputError, chosen_language, complain, prepare_streams
from wizard.commands.options import UsageError, build, explain
from wizard.content.fault import SaidError
from wizard.settings.settings import Settings, first_fault, read_settings

DONE, NO, BAD_INPUT, INTERRUPTED, NOBODY_READS = 0, 1, 2, 130, 141
"""Exit codes: the last two are what a shell reports for Ctrl-C and for a closed pipe."""


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 the answer is no, 2 bad input.

    Whatever goes wrong, the user reads one line and never a traceback.
    """
    language = "nl"
    try:
        given = sys.argv[1:] if argv is None else argv
        language = chosen_language(given, os.environ.get("MAGDAT_LANG"))
        settings = read_settings(os.environ)
        language = chosen_language(given, settings.get("language"))
        prepare_streams(language)
        return _run(given, language, settings)
    except InputError as error:
        complain(str(error))
        return BAD_INPUT
    except SaidError as error:  # a folder or a file that cannot be read, wherever it was met
        complain(error.say(language))
        return BAD_INPUT
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except Ended:
        return NOBODY_READS
    except Exception as error:
        if os.environ.get("MAGDAT_DEBUG"):
            import traceback

            traceback.print_exc()
        complain(words.UNEXPECTED.in_(language).format(kind=type(error).__name__))
        return BAD_INPUT


def _run(given: list[str], language: str, settings: Settings) -> int:
    parser = build(language, given)
    try:
        args = parser.parse_args(given)
    except UsageError as error:
        raise InputError(explain(error, language)) from None
    except SystemExit as done:  # --help and --version have said what they had to say
        return int(done.code or DONE)
    if settings.faults and args.verb != "config":  # which names them all
        raise InputError(first_fault(settings.faults, language))
    args.settings = settings
    verb = import_module(f"wizard.commands.{args.verb or 'ask'}")
    code: int = verb.run(args, language)
    return code
