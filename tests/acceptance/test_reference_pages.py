"""The pages at /docs in a real browser, which may reach this server and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from pinxit.dialects.openapi import OPERATIONS
from pinxit.testing import RunningServer

_BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage --virtual-time-budget=20000"
).split()

pytestmark = pytest.mark.skipif(
    _BROWSER is None, reason="a browser is missing: install Debian's package chromium, or Chrome"
)


def test_every_operation_is_shown_without_any_other_host(server: RunningServer, tmp_path: Path) -> None:
    nowhere = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    command = [str(_BROWSER), *_QUIET, nowhere, f"--user-data-dir={tmp_path}", "--dump-dom", f"{server.url}/docs"]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    for operation in OPERATIONS:
        assert f'id="operations-{operation.tag.replace(" ", "_")}-{operation.name}"' in shown, operation.name
