"""Whatever is sent, the server never breaks and answers as its OpenAPI document says: thousands of requests."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from pinxit.dialects.openapi import OPERATIONS, write_document
from pinxit.testing import RunningServer, run_server

# Of the generator's own choice; with what it derives from each field's limits some 10,000 requests are sent.
_CASES = 450
_COPIES = r"_(v1|v1alpha|azure)$"  # the same endpoints under older and newer names
_FEW = 10  # what is derived from limits is the same there
# Operations without a body have only few cases; the others share the whole number.
_WITH_BODY = sum(
    1 for operation in OPERATIONS if (operation.body or operation.form) and not re.search(_COPIES, operation.name)
)
_CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
_SCHEMA = schemathesis.openapi.from_dict(json.loads(write_document("0")))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server whose pictures are drawn at once and that fetches nothing."""
    with run_server(tmp_path_factory.mktemp("any"), workers="2", fetch="off") as running:
        yield running


def _vary(examples: int, *more: Phase) -> settings:
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=[*more, Phase.generate],
    )


def _ask(case: Any, house: RunningServer) -> None:
    # A generator may think for longer than the server keeps an idle connection.
    headers = {"authorization": house.key, "connection": "close"}
    answer = case.call(base_url=house.url, headers=headers, timeout=60)
    case.validate_response(answer, checks=_CHECKS)


@_SCHEMA.exclude(operation_id_regex=_COPIES).parametrize()
@_vary(-(-_CASES // _WITH_BODY), Phase.explicit)  # explicit: what is derived from the limits
def test_no_request_breaks_the_server_or_its_word(case: Any, house: RunningServer) -> None:
    _ask(case, house)


@_SCHEMA.include(operation_id_regex=_COPIES).parametrize()
@_vary(_FEW)
def test_nor_under_another_version(case: Any, house: RunningServer) -> None:
    _ask(case, house)
