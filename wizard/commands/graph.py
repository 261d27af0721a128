"""`magdat graph`: one tree as a picture."""

from __future__ import annotations

from argparse import Namespace

from wizard.commands import words
from wizard.commands.common import InputError, emit, load_content, require_known, shown, suggest
from wizard.graph import draw


def run(args: Namespace, language: str) -> int:
    """Print the drawing; with ``--on`` only the law of that day."""
    content = load_content(args, language)
    tree = content.trees.get(args.tree)
    if tree is None:
        hint = suggest(args.tree, content.trees, language)
        raise InputError(words.NO_TREE.in_(language).format(what=shown(args.tree), hint=hint))
    if args.on:
        require_known(args.on, content, language, "--on: ")
    emit(draw(content, tree, args.format or "text", language, args.on), language)
    return 0
