"""What many tests need: a real server on a socket, started once."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from buckets import bucket, bucket_server
from databases import database, database_url, own_postgres, postgres
from pinxit.testing import RunningServer, run_server
from tiny_models import tiny_models

# Whoever runs the tests may have settings of their own: they are not what is tested.
os.environ.setdefault("PINXIT_CONFIG", "none")
# Nor do the tests spend a developer's money: with one of these in it, a server would really ask Google.
for _name in ("GEMINI_API_KEY", "GOOGLE_API_KEY"):
    os.environ.pop(_name, None)

# Started in the background of a script, one inherits that Ctrl+C is ignored, and so would all that the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

__all__ = ["bucket", "bucket_server", "database", "database_url", "own_postgres", "postgres", "server", "tiny_models"]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """The real server in a process of its own, with a fake engine of one worker and one place in its queue."""
    with run_server(tmp_path_factory.mktemp("server"), workers="1", queue="1", linger="0") as running:
        yield running
