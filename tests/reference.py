"""Reference data that nobody here wrote. It stays beside the project, in ../shared/data; a test that needs it is skipped where it is absent."""

from pathlib import Path

import pytest

from workspace.config import ROOT

DATA = ROOT.parent / "shared" / "data"


def reference(name: str) -> Path:
    folder = DATA / name
    if not folder.is_dir():
        pytest.skip(f"the reference data is not here: {folder}")
    return folder
