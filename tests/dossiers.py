"""Shared by tests that look at dossiers on disk."""

from pathlib import Path

from wizard.dossier.consultation import Consultation
from wizard.dossier.folder import Folder, default_dossiers, free
from wizard.dossier.form import dump, load_dossier
from wizard.dossier.store import write_text


def newest() -> Path:
    """The dossier that was changed last; a name that is not there when there is none."""
    found = Folder(default_dossiers()).paths()
    return found[0] if found else default_dossiers() / "none.yaml"


def put(consultation: Consultation, name: str = "kept.yaml") -> Path:
    """A dossier on disk."""
    path = free(default_dossiers() / name)
    write_text(path, dump(consultation, "0" * 64))
    return path


def restore(path: Path) -> Consultation:
    """The dossier in ``path``."""
    return load_dossier(path)[0]
