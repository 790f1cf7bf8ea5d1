"""One stand-in for all tests of a file; each test finds it well-behaved and without a past."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pinxit.testing.upstream import FakeUpstream, Rules, run_upstream


@pytest.fixture(scope="module")
def running() -> Iterator[FakeUpstream]:
    with run_upstream(rules=Rules(models=("my-diffusion",))) as upstream:
        yield upstream


@pytest.fixture
def upstream(running: FakeUpstream) -> FakeUpstream:
    running.clear()
    return running
