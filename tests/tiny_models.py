"""The tiny pipelines of a test run: built once, in a process of its own, for all that test at the same time."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from pinxit.testing import pipelines
from pinxit.weights import Installed

_PATIENCE = 240.0  # seconds; importing torch takes ten on a machine at peace


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Installed]:
    """The models "unet", "mmdit", "flow" and "edit", by name. Their folders are shared: nobody may write into them."""
    if find_spec("diffusers") is None:
        pytest.skip("diffusers is not installed: pip install 'pinxit[diffusers]'")
    folder = tmp_path_factory.getbasetemp()
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    if run:  # then each of several processes has a folder of its own below a common one
        folder = folder.parent
    shelf = folder / f"tiny-models-{run or 'alone'}"
    try:
        (folder / f"{shelf.name}.begun").touch(exist_ok=False)
    except FileExistsError:
        _wait(shelf)
    else:
        _build(shelf)
    return {kind: pipelines.installed(kind, shelf / kind) for kind in pipelines.FOUR}


def _build(shelf: Path) -> None:
    command = [sys.executable, "-m", "pinxit.testing.pipelines", *pipelines.FOUR, str(shelf)]
    calm = os.environ | {"OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1"}
    built = subprocess.run(command, env=calm, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    assert built.returncode == 0, built.stderr


def _wait(shelf: Path) -> None:
    late = time.monotonic() + _PATIENCE
    while not all((shelf / kind).is_dir() for kind in pipelines.FOUR):
        assert time.monotonic() < late, "Another process of this test run could not build the tiny pipelines."
        time.sleep(0.1)
