"""How many calls the official clients really made, as the servers logged them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
_LEAST = {"test_openai": 80, "test_google": 60, "test_azure": 8}
_LEAST_IN_ALL = 150


def test_official_clients_made_at_least_150_calls(request: pytest.FixtureRequest, ledger: Path) -> None:
    files = {path for path in _HERE.glob("test_*.py") if path.stem.startswith(tuple(_LEAST))}
    if not files <= {item.path for item in request.session.items}:
        pytest.skip("counts the calls of a run of all of tests/acceptance")
    calls: Counter[str] = Counter()
    for line in ledger.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        calls[entry["file"]] += entry["calls"]
    request.node.user_properties.append(("calls", dict(calls)))  # for reports of the run
    for family, least in _LEAST.items():
        made = sum(count for file, count in calls.items() if file.startswith(family))
        assert made >= least, f"{family}: {made} of {dict(calls)}"
    assert calls.total() >= _LEAST_IN_ALL, dict(calls)
