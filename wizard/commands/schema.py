"""`magdat schema`: the JSON Schema of the content files, for editors."""

from __future__ import annotations

from argparse import Namespace

from wizard.commands.common import emit
from wizard.commands.data import as_json


def run(args: Namespace, language: str) -> int:
    """Print the schema."""
    from wizard.content.schema import schema

    emit(as_json(schema()), language)
    return 0
