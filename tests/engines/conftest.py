"""Tests of engines are coroutines on asyncio, and their workers find `chores.py`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # handed on to every worker


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
