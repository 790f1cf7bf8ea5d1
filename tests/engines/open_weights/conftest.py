"""What tests of painting have in common."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator

import pytest

from engines.open_weights.paper_device import OPEN
from engines.open_weights.tiny_painter import Easel


@pytest.fixture(autouse=True)
def _own_environment() -> Iterator[None]:
    """What a worker sets for itself: here that is the process of other tests, whose children must not get it."""
    before = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(scope="module")
def one_thread() -> None:
    import torch

    torch.set_num_threads(1)


@pytest.fixture
async def close_schedulers() -> AsyncIterator[None]:
    """Those that `open_scheduler` has opened end with the test."""
    yield
    while OPEN:
        await OPEN.pop().close()


@pytest.fixture(scope="session")
def easel(tmp_path_factory: pytest.TempPathFactory) -> Easel:
    """Tiny pipelines in this process, each built and loaded once."""
    return Easel(tmp_path_factory.mktemp("easel"))
