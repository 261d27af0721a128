from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.reasoning.toy import content as toy_content
from wizard.content.load import load
from wizard.content.model import Content
from wizard.reasoning.paths import around, boundaries


@pytest.fixture(scope="session")
def law() -> Content:
    """The legal content that comes with the program."""
    return load(cases=True)


@pytest.fixture(scope="session")
def days(law: Content) -> tuple[date, ...]:
    """Every day on which the law changes, with the day before and the day after."""
    return around(boundaries(law), law.law_from)


@pytest.fixture
def toy(tmp_path: Path) -> Callable[..., Content]:
    """Writes and loads a tiny content."""
    return lambda *args, **kwargs: toy_content(tmp_path, *args, **kwargs)
