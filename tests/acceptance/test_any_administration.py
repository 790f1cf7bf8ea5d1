"""Whatever an administrator sends, the server never breaks and answers as its OpenAPI document says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
import schemathesis
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from pinxit.cli import main
from pinxit.dialects.openapi import write_document
from pinxit.testing import RunningServer, run_server

_CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
_SCHEMA = schemathesis.openapi.from_dict(json.loads(write_document("0")))


@dataclass(frozen=True, slots=True)
class _Office:
    server: RunningServer
    boss: str
    victim: str
    """The prefix of a key that is changed and revoked."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Office]:
    with run_server(tmp_path_factory.mktemp("admin"), grace="2") as running:
        environment = {"PINXIT_DATA": str(running.data)}
        boss, victim = (
            CliRunner(env=environment).invoke(main, ["keys", "create", *options]).stdout.strip()
            for options in (["--admin", "--name", "boss"], ["--name", "victim"])
        )
        yield _Office(running, boss, victim[:18])


@_SCHEMA.include(path_regex=r"/v1/(admin|usage)").parametrize()
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
def test_no_request_of_an_administrator_breaks_the_server_or_its_word(case: Any, office: _Office) -> None:
    if case.operation.method.upper() != "GET" and case.path_parameters:
        case.path_parameters = {"prefix": office.victim}  # else hardly one of them would be a key's
    headers = {"authorization": office.boss, "connection": "close"}
    case.validate_response(case.call(base_url=office.server.url, headers=headers, timeout=60), checks=_CHECKS)


def test_the_server_is_still_administered_after_all_that(office: _Office) -> None:
    answer = httpx.get(f"{office.server.url}/v1/admin/keys", headers={"authorization": office.boss}, timeout=60)
    assert answer.status_code == 200
    assert {"boss", "first"} <= {key["name"] for key in answer.json()["data"]}
