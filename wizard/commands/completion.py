"""`magdat completion`: lets the shell complete commands and options. Made from the table of options."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from wizard.commands.common import emit
from wizard.commands.options import COMMON, VERBS, Option


def run(args: Namespace, language: str) -> int:
    """Print the script for the shell asked for."""
    emit({"bash": _bash, "zsh": _zsh, "fish": _fish}[args.shell](language), language)
    return 0


def _flags(options: Sequence[Option]) -> list[str]:
    dashed = [flag for option in options for flag in option.flags if flag.startswith("-")]
    return [*dashed, "--help", "--version"]


def _words(name: str) -> str:
    """What may follow a verb: its options, and the values an argument of it can take."""
    options = VERBS[name].options
    values = [choice for option in options if not option.flags[0].startswith("-") for choice in option.choices]
    return " ".join([*values, *_flags((*options, *COMMON))])


def _choices() -> list[tuple[str, str]]:
    """The options that take one of a few values, as a pattern of flags, with those values; each flag once."""
    found: dict[str, dict[str, None]] = {}
    for option in (*COMMON, *(option for verb in VERBS.values() for option in verb.options)):
        if option.choices and option.flags[0].startswith("-"):
            for flag in option.flags:
                found.setdefault(flag, {}).update(dict.fromkeys(option.choices))
    return [(flag, " ".join(choices)) for flag, choices in found.items()]


def _bash(language: str) -> str:
    rows = ["# bash: source <(magdat completion bash)", "_magdat() {"]
    rows += ['  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" verb="" i']
    rows += ['  case "$before" in']
    rows += [f'    {flag}) COMPREPLY=($(compgen -W "{values}" -- "$word")); return ;;' for flag, values in _choices()]
    rows += ['    --trees) COMPREPLY=($(compgen -d -- "$word")); return ;;', "  esac"]
    rows += ["  for ((i = 1; i < COMP_CWORD; i++)); do", '    case "${COMP_WORDS[i]}" in']
    rows += [f'      {"|".join(VERBS)}) verb="${{COMP_WORDS[i]}}"; break ;;', "    esac", "  done"]
    rows += ['  local words="' + " ".join([*VERBS, *_flags(COMMON)]) + '"', '  case "$verb" in']
    rows += [f'    {name}) words="{_words(name)}" ;;' for name in VERBS]
    rows += ["  esac", '  COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word"))', "}"]
    return "\n".join([*rows, "complete -o filenames -F _magdat magdat"]) + "\n"


def _zsh(language: str) -> str:
    rows = [
        "#compdef magdat",
        "# zsh: source <(magdat completion zsh)",
        "_magdat() {",
        "  local verb",
        "  local -a verbs",
    ]
    rows += ["  verbs=("]
    rows += [f"    '{name}:{_quoted(verb.help.in_(language))}'" for name, verb in VERBS.items()]
    rows += ["  )", "  case $words[CURRENT-1] in"]
    rows += [f"    {flag}) compadd -- {values}; return ;;" for flag, values in _choices()]
    rows += ["    --trees) _files -/; return ;;", "  esac"]
    rows += [f"  verb=${{${{(M)words[2,CURRENT-1]:#({'|'.join(VERBS)})}}[1]}}", "  case $verb in"]
    rows += [f"    {name}) compadd -- {_words(name)}; _files ;;" for name in VERBS]
    rows += [f"    *) _describe command verbs; compadd -- {' '.join(_flags(COMMON))} ;;", "  esac", "}"]
    return "\n".join([*rows, "compdef _magdat magdat"]) + "\n"


def _fish(language: str) -> str:
    rows = ["# fish: magdat completion fish | source"]
    rows += [
        f"complete -c magdat -n __fish_use_subcommand -f -a {name} -d '{_quoted(verb.help.in_(language))}'"
        for name, verb in VERBS.items()
    ]
    rows += [_fish_option(option, "", language) for option in COMMON]
    for name, verb in VERBS.items():
        rows += [_fish_option(option, name, language) for option in verb.options]
    return "\n".join(rows) + "\n"


def _fish_option(option: Option, verb: str, language: str) -> str:
    seen = f" -n '__fish_seen_subcommand_from {verb}'" if verb else ""
    described = f" -d '{_quoted(option.help.in_(language))}'"
    if not option.flags[0].startswith("-"):
        return f"complete -c magdat{seen}" + (f" -f -a '{' '.join(option.choices)}'" if option.choices else " -F")
    flags = "".join(f" -l {flag[2:]}" if flag.startswith("--") else f" -s {flag[1:]}" for flag in option.flags)
    value = f" -x -a '{' '.join(option.choices)}'" if option.choices else "" if option.kind == "flag" else " -r"
    return f"complete -c magdat{seen}{flags}{value}{described}"


def _quoted(text: str) -> str:
    return text.replace("'", "’").replace(":", " -")
