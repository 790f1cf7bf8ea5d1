"""The admin API, and what every key may know of itself."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest

from pinxit.core.access import digest_of, make_key
from pinxit.core.archive import Line
from pinxit.core.limits import name_day, read_budget
from pinxit.core.usage import Grouping
from pinxit.dialects import admin
from pinxit.storage.ledger import add_lines
from pinxit.storage.usage import SqlUsageBook
from pinxit.testing import FakeEngine, make_desk
from pinxit.web.app import build_app
from pinxit.web.desk import Desk

_BOSS, _BOSS_KEY = make_key("boss", is_admin=True)
_ANNA, _ANNA_KEY = make_key("=anna", budgets=(read_budget("10pictures"), read_budget("2usd/month")))
_TODAY = name_day()
_LINE = Line(
    1.8e9, _TODAY, _ANNA_KEY.prefix, "job_1", "chat", "gemini-3-pro-image", "fake", 0, "made", 1290, 154_800_001, 2.5
)
_PAGES = [
    ("GET", "/v1/admin/keys"),
    ("POST", "/v1/admin/keys"),
    ("GET", f"/v1/admin/keys/{_ANNA_KEY.prefix}"),
    ("POST", f"/v1/admin/keys/{_ANNA_KEY.prefix}"),
    ("DELETE", f"/v1/admin/keys/{_ANNA_KEY.prefix}"),
    ("GET", "/v1/admin/usage"),
    ("GET", "/v1/admin/ledger"),
]


class _Office:
    """A server without sockets, and ways to ask it."""

    def __init__(self, desk: Desk) -> None:
        self._app = build_app(desk)
        self.desk = desk

    def ask(self, method: str, path: str, secret: str = _BOSS, **fields: Any) -> httpx.Response:
        return asyncio.run(self._ask(method, path, secret, fields))

    async def _ask(self, method: str, path: str, secret: str, fields: dict[str, Any]) -> httpx.Response:
        transport = httpx.ASGITransport(self._app)
        async with httpx.AsyncClient(transport=transport, base_url="http://pinxit") as client:
            return await client.request(method, path, headers={"authorization": f"Bearer {secret}"}, **fields)

    def draw(self, secret: str) -> httpx.Response:
        wish = {"model": "pinxit-fake", "prompt": "a fox", "size": "64x64"}
        return self.ask("POST", "/v1/images/generations", secret, json=wish)

    def write(self, *lines: Line) -> None:
        book = self.desk.usage
        assert isinstance(book, SqlUsageBook)
        asyncio.run(book._database.write(lambda connection: add_lines(connection, lines)))


@pytest.fixture
def office() -> Iterator[_Office]:
    desk = make_desk(FakeEngine(), _BOSS_KEY, _ANNA_KEY)
    yield _Office(desk)

    async def close() -> None:
        await desk.close()

    asyncio.run(close())


@pytest.mark.parametrize(("method", "path"), _PAGES, ids=[f"{method} {path[:18]}" for method, path in _PAGES])
def test_a_key_that_may_not_administer_is_sent_away(office: _Office, method: str, path: str) -> None:
    answer = office.ask(method, path, _ANNA, json={"name": "mine", "is_admin": True})
    assert answer.status_code == 403
    assert answer.json()["error"]["code"] == "no_admin"
    assert len(office.ask("GET", "/v1/admin/keys").json()["data"]) == 2


def test_a_new_key_works_at_once_and_its_secret_is_told_once(office: _Office) -> None:
    made = office.ask("POST", "/v1/admin/keys", json={"name": "bert", "budgets": ["5pictures/day"], "rate": "20/min"})
    assert made.status_code == 200
    assert made.headers["cache-control"] == "no-store"
    secret, prefix = made.json()["secret"], made.json()["prefix"]
    assert secret.startswith(prefix)
    assert office.draw(secret).status_code == 200
    shown = office.ask("GET", f"/v1/admin/keys/{prefix}")
    assert secret not in shown.text
    assert shown.json()["balances"][0]["left"] == "4"
    assert shown.json()["requests"]["remaining"] == 19


def test_no_page_tells_a_secret_or_its_hash(office: _Office) -> None:
    for method, path in _PAGES:
        if method == "GET":
            text = office.ask(method, path).text
            assert not [word for word in (_BOSS, _ANNA, digest_of(_BOSS), digest_of(_ANNA)) if word in text]


def test_a_key_is_made_with_all_its_terms(office: _Office) -> None:
    wish = {
        "name": "bert",
        "budgets": ["5usd/month", "1000000tokens"],
        "rate": "5/s",
        "at_once": 4,
        "models": ["gemini-*"],
        "routes": ["images", "chat"],
        "expires": "2099-01-31",
        "is_admin": True,
        "priority": -5,
    }
    made = office.ask("POST", "/v1/admin/keys", json=wish).json()
    expected = {**wish, "expires_at": 4_073_587_200, "state": "active"}
    del expected["expires"]
    assert {name: made[name] for name in expected} == expected
    admin.NewKey.model_validate(made, strict=True)


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({}, "name"),
        ({"name": ""}, "name"),
        ({"name": "x" * 61}, "name"),
        ({"name": "a\nb"}, "name"),
        ({"name": "x", "buget": ["5usd"]}, "buget"),
        ({"name": "x", "budgets": "5usd"}, "budgets"),
        ({"name": "x", "budgets": ["5"]}, "budgets"),
        ({"name": "x", "budgets": ["5usd", "6usd"]}, "budgets"),
        ({"name": "x", "rate": "fast"}, "rate"),
        ({"name": "x", "at_once": 0}, "at_once"),
        ({"name": "x", "at_once": True}, "at_once"),
        ({"name": "x", "models": ["a b"]}, "models"),
        ({"name": "x", "routes": ["pictures"]}, "routes"),
        ({"name": "x", "expires": "2020-01-01"}, "expires"),
        ({"name": "x", "is_admin": "yes"}, "is_admin"),
        ({"name": "x", "priority": 10**6}, "priority"),
        ({"name": "x", "digest": "00"}, "digest"),
    ],
)
def test_a_wrong_field_is_refused_by_name_and_no_key_is_made(
    office: _Office, fields: dict[str, Any], param: str
) -> None:
    answer = office.ask("POST", "/v1/admin/keys", json=fields)
    assert answer.status_code == 400
    assert answer.json()["error"]["param"] == param
    assert len(office.ask("GET", "/v1/admin/keys").json()["data"]) == 2


def test_changes_replace_what_was_sent_and_null_takes_a_limit_away(office: _Office) -> None:
    path = f"/v1/admin/keys/{_ANNA_KEY.prefix}"
    first = office.ask("POST", path, json={"rate": "1/hour", "priority": 3}).json()
    assert (first["rate"], first["budgets"]) == ("1/hour", ["10pictures", "2usd/month"])
    second = office.ask("POST", path, json={"rate": None, "budgets": [], "name": "bert", "expires": "1d"}).json()
    assert (second["rate"], second["budgets"], second["name"], second["priority"]) == (None, [], "bert", 3)
    assert second["expires_at"] is not None
    assert office.ask("POST", path, json={"expires": None}).json()["expires_at"] is None


def test_a_change_of_nothing_is_refused(office: _Office) -> None:
    assert office.ask("POST", f"/v1/admin/keys/{_ANNA_KEY.prefix}", json={}).status_code == 400


def test_a_revoked_key_stops_working_at_once(office: _Office) -> None:
    assert office.draw(_ANNA).status_code == 200
    revoked = office.ask("DELETE", f"/v1/admin/keys/{_ANNA_KEY.prefix}").json()
    assert revoked["state"] == "revoked"
    assert office.draw(_ANNA).status_code == 401
    assert office.ask("DELETE", f"/v1/admin/keys/{_ANNA_KEY.prefix}").json()["revoked_at"] == revoked["revoked_at"]


@pytest.mark.parametrize(
    "prefix",
    ["sk-pinxit-", _ANNA_KEY.prefix[:-1], "%25", "x"],
    ids=["the start of all", "most of it", "a wildcard", "a letter"],
)
def test_a_part_of_a_prefix_revokes_nothing(office: _Office, prefix: str) -> None:
    assert office.ask("DELETE", f"/v1/admin/keys/{prefix}").status_code == 404
    assert {key["state"] for key in office.ask("GET", "/v1/admin/keys").json()["data"]} == {"active"}


def test_usage_is_added_up_and_totalled_exactly(office: _Office) -> None:
    office.write(*[_LINE] * 3, replace(_LINE, key=_BOSS_KEY.prefix, cost=1, index=None, outcome="failed", tokens=0))
    told = office.ask("GET", "/v1/admin/usage?by=key").json()
    admin.UsageAnswer.model_validate_json(json.dumps(told))
    rows = {row["name"]: row for row in told["data"]}
    assert rows["=anna"]["cost_usd"] == "0.464400003"
    assert (told["total"]["cost_usd"], told["total"]["pictures"], told["total"]["failed"]) == ("0.464400004", 3, 1)


def test_a_sheet_has_plain_numbers_and_no_formulas(office: _Office) -> None:
    office.write(_LINE, replace(_LINE, model='=HYPERLINK("http://evil")', key=_BOSS_KEY.prefix))
    answer = office.ask("GET", "/v1/admin/usage?by=key&format=csv")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = {row["name"]: row for row in csv.DictReader(io.StringIO(answer.text, newline=""))}
    assert rows["'=anna"]["cost_usd"] == "0.154800001"
    assert rows["'=anna"]["key"] == _ANNA_KEY.prefix
    models = office.ask("GET", "/v1/admin/usage?by=model&format=csv").text
    assert '\r\n"\'=HYPERLINK(""http://evil"")",1,' in models
    assert not [line for line in models.split("\r\n") if line.startswith(("=", '"='))]


def test_days_and_one_key_can_be_chosen(office: _Office) -> None:
    office.write(_LINE, replace(_LINE, day="2026-01-31"), replace(_LINE, key=_BOSS_KEY.prefix))

    def count(query: str) -> int:
        pictures: int = office.ask("GET", f"/v1/admin/usage?{query}").json()["total"]["pictures"]
        return pictures

    assert count("") == 3
    assert count("until=2026-01-31") == 1
    assert count(f"since={_TODAY}&prefix={_ANNA_KEY.prefix}") == 1
    assert count("prefix=sk-pinxit-unknown") == 0


@pytest.mark.parametrize(
    ("query", "param"),
    [
        ("by=colour", "by"),
        ("since=yesterday", "since"),
        ("since=2026-02-02&until=2026-02-01", "since"),
        ("format=xml", "format"),
    ],
)
def test_a_wrong_query_is_refused_by_name(office: _Office, query: str, param: str) -> None:
    for path in ("/v1/admin/usage", "/v1/usage"):
        answer = office.ask("GET", f"{path}?{query}")
        assert (answer.status_code, answer.json()["error"]["param"]) == (400, param)


@pytest.mark.parametrize("prefix", ["%00", "a%0Ab", "%ED%A0%80%00"])
def test_what_is_no_prefix_at_all_is_refused_before_the_database_sees_it(office: _Office, prefix: str) -> None:
    for path in ("/v1/admin/usage", "/v1/admin/ledger"):
        answer = office.ask("GET", f"{path}?prefix={prefix}")
        assert (answer.status_code, answer.json()["error"]["param"]) == (400, "prefix")


def test_the_ledger_is_read_page_by_page_to_its_end(office: _Office) -> None:
    lines = [replace(_LINE, job=f"job_{number}") for number in range(7)]
    office.write(*lines)
    jobs: list[str] = []
    after, more = 0, True
    while more:
        page = office.ask("GET", f"/v1/admin/ledger?limit=3&after={after}").json()
        admin.LedgerPage.model_validate(page, strict=True)
        jobs += [line["job"] for line in page["data"]]
        after, more = page["last_number"], page["has_more"]
    assert jobs == [line.job for line in lines]
    assert office.ask("GET", f"/v1/admin/ledger?after={after}").json()["last_number"] is None


@pytest.mark.parametrize("query", ["limit=0", "limit=1001", "limit=x", "after=-1", "limit=٣", f"after={2**80}"])
def test_a_page_that_cannot_be_is_refused(office: _Office, query: str) -> None:
    assert office.ask("GET", f"/v1/admin/ledger?{query}").status_code == 400


def test_a_key_sees_its_own_usage_and_nobody_elses(office: _Office) -> None:
    office.write(_LINE, *[replace(_LINE, key=_BOSS_KEY.prefix)] * 5)
    told = office.ask("GET", f"/v1/usage?prefix={_BOSS_KEY.prefix}", _ANNA).json()
    admin.OwnUsage.model_validate_json(json.dumps(told))
    assert told["total"]["pictures"] == 1
    assert told["key"]["prefix"] == _ANNA_KEY.prefix
    assert [(one["budget"], one["spent"], one["left"]) for one in told["key"]["balances"]] == [
        ("10pictures", "1", "9"),
        ("2usd/month", "0.154800001", "1.845199999"),
    ]
    for by in Grouping:
        text = office.ask("GET", f"/v1/usage?by={by}&format=csv", _ANNA).text
        assert len(text.splitlines()) == 2
        assert _BOSS_KEY.prefix not in text


def test_what_was_drawn_is_in_the_usage(office: _Office) -> None:
    assert office.draw(_ANNA).status_code == 200
    told = office.ask("GET", "/v1/usage?by=model", _ANNA).json()
    assert [(row["group"], row["pictures"], row["tokens"] > 0) for row in told["data"]] == [("pinxit-fake", 1, True)]
    assert told["key"]["balances"][0]["left"] == "9"
    assert told["key"]["under_way"] == 0


def test_a_credential_of_google_is_answered_in_openais_shapes(office: _Office) -> None:
    answer = office.ask("GET", f"/v1/admin/keys?key={_ANNA}", "")
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "no_admin")
