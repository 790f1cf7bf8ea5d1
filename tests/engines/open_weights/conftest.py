"""What tests of painting have in common."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from engines.open_weights.tiny_painter import Easel


@pytest.fixture(autouse=True)
def _own_environment() -> Iterator[None]:
    """What a worker sets for itself: here that is the process of other tests, whose children must not get it."""
    before = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(scope="session")
def easel(tmp_path_factory: pytest.TempPathFactory) -> Easel:
    """Tiny pipelines in this process, each built and loaded once."""
    return Easel(tmp_path_factory.mktemp("easel"))
