"""What tests of painting have in common."""

from __future__ import annotations

import pytest

from engines.open_weights.tiny_painter import Easel


@pytest.fixture(scope="session")
def easel(tmp_path_factory: pytest.TempPathFactory) -> Easel:
    """Tiny pipelines in this process, each built and loaded once."""
    return Easel(tmp_path_factory.mktemp("easel"))
