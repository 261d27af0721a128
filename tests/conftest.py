import os
import tempfile

import pytest
from hypothesis import settings

settings.register_profile("same-every-time", derandomize=True, deadline=None)
settings.load_profile("same-every-time")

for _name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):  # nobody's own settings take part
    os.environ[_name] = os.path.join(tempfile.gettempdir(), f"magdat-tests-{os.getpid()}")
for _name in [name for name in os.environ if name.startswith("MAGDAT_")]:
    del os.environ[_name]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write the pictures of the app anew (tests/app)")
