"""How many calls the official clients really made, as the servers logged them."""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
_LEAST = {"test_openai": 80, "test_google": 60, "test_azure": 8}
_LEAST_IN_ALL = 150
_PATIENCE = 240.0  # seconds


def _count(ledger: Path) -> Counter[str]:
    calls: Counter[str] = Counter()
    for line in ledger.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        calls[entry["file"]] += entry["calls"]
    return calls


def _sum(calls: Counter[str], family: str) -> int:
    return sum(count for file, count in calls.items() if file.startswith(family))


def _is_enough(calls: Counter[str]) -> bool:
    return all(_sum(calls, family) >= least for family, least in _LEAST.items()) and calls.total() >= _LEAST_IN_ALL


def test_official_clients_made_at_least_150_calls(request: pytest.FixtureRequest, ledger: Path) -> None:
    files = {path for path in _HERE.glob("test_*.py") if path.stem.startswith(tuple(_LEAST))}
    if not files <= {item.path for item in request.session.items}:
        pytest.skip("counts the calls of a run of all of tests/acceptance")
    deadline = time.monotonic() + _PATIENCE
    while not _is_enough(calls := _count(ledger)) and time.monotonic() < deadline:
        time.sleep(0.5)  # another process may still be at its tests
    request.node.user_properties.append(("calls", dict(calls)))  # for reports of the run
    for family, least in _LEAST.items():
        assert _sum(calls, family) >= least, f"{family}: {dict(calls)}"
    assert calls.total() >= _LEAST_IN_ALL, dict(calls)
