"""Budgets, rates and scopes, as official clients meet them on a real server."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest

from acceptance.journal import Calls
from pinxit.core.access import make_key
from pinxit.storage.database import Database
from pinxit.storage.keyring import SqlKeyRing
from pinxit.testing import RunningServer, run_server

_GOOGLES = "gemini-2.5-flash-image"
_CLIENTS = 64
_BUDGET = 100


class _Office:
    """A server and a key that administers it."""

    def __init__(self, server: RunningServer) -> None:
        self.server = server
        command = [sys.executable, "-m", "pinxit", "keys", "create", "--admin", "--name", "boss"]
        environment = os.environ | {"PINXIT_DATA": str(server.data)}
        made = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        self._boss = {"authorization": made.stdout.strip()}

    def make(self, **terms: Any) -> str:
        """The secret of a new key."""
        made = self.post("/v1/admin/keys", {"name": "test", **terms}).json()
        return str(made["secret"])

    def post(self, path: str, fields: dict[str, Any]) -> httpx.Response:
        answer = httpx.post(self.server.url + path, json=fields, headers=self._boss, timeout=30)
        assert answer.status_code == 200, answer.text
        return answer

    def show(self, secret: str) -> dict[str, Any]:
        answer = httpx.get(f"{self.server.url}/v1/usage?by=outcome", headers={"authorization": secret}, timeout=30)
        told: dict[str, Any] = answer.json()
        return told

    def open(self, secret: str, **options: Any) -> openai.OpenAI:
        return openai.OpenAI(base_url=f"{self.server.url}/v1", api_key=secret, timeout=60, **options)

    def draw(self, secret: str, prompt: str = "a fox", **fields: Any) -> httpx.Response:
        wish = {"model": "pinxit-fake", "prompt": prompt, "size": "64x64", **fields}
        headers = {"authorization": secret}
        return httpx.post(f"{self.server.url}/v1/images/generations", json=wish, headers=headers, timeout=60)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Office]:
    with run_server(tmp_path_factory.mktemp("budgets"), workers="8", queue="500", grace="2") as running:
        yield _Office(running)


def _paint(client: openai.OpenAI, **fields: Any) -> Any:
    return client.images.generate(model="pinxit-fake", prompt="a fox", **{"size": "64x64", **fields})


def test_a_spent_budget_is_told_once_and_not_asked_again_by_openais_client(office: _Office) -> None:
    calls = Calls(office.server)
    with office.open(office.make(budgets=["2pictures"])) as client:
        _paint(client, n=2)
        with pytest.raises(openai.RateLimitError) as refusal:
            _paint(client)
    office.show(office.make())  # by now the client would have asked again, and given up
    assert calls.list_new(5) == [200, 200, 429, 200, 200]
    assert refusal.value.code == "insufficient_quota"
    assert refusal.value.type == "insufficient_quota"
    assert refusal.value.response.headers["x-should-retry"] == "false"
    assert "2 pictures" in refusal.value.message


def test_a_request_that_does_not_fit_leaves_the_budget_for_one_that_does(office: _Office) -> None:
    secret = office.make(budgets=["3pictures"])
    assert office.draw(secret, n=4).status_code == 429
    assert office.draw(secret, n=3).status_code == 200
    for fields in (dict[str, Any](), {"stream": True}):
        refusal = office.draw(secret, **fields)
        assert (refusal.status_code, refusal.headers["content-type"]) == (429, "application/json")
        assert refusal.json()["error"]["code"] == "insufficient_quota"


def test_who_asks_too_often_is_let_in_after_the_wait_that_is_told(office: _Office) -> None:
    secret = office.make(rate="20/min")

    def count() -> int:
        refused: int = office.show(secret)["total"]["refused"]
        return refused

    with office.open(secret) as client:
        for _ in range(5):  # a slow machine may let three seconds pass in between, and nothing is refused then
            assert 429 in (office.draw(secret).status_code for _ in range(100))
            before = count()
            _paint(client)
            if count() > before:
                return
    pytest.fail("The client was never refused, so that nobody knows whether it comes back.")


def test_a_refusal_by_rate_says_when_to_come_back(office: _Office) -> None:
    secret = office.make(rate="2/min")
    answers = [office.draw(secret, f"fox {number}") for number in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert [answer.headers["x-ratelimit-remaining-requests"] for answer in answers[:2]] == ["1", "0"]
    assert answers[0].headers["x-ratelimit-limit-requests"] == "2"
    assert answers[0].headers["x-ratelimit-reset-requests"] in {"29s", "30s"}
    refusal = answers[2]
    assert refusal.json()["error"]["code"] == "rate_limit_exceeded"
    assert 0 < int(refusal.headers["retry-after"]) <= 30
    assert "x-should-retry" not in refusal.headers


def test_headers_tell_what_is_left_of_budgets_of_pictures_and_tokens(office: _Office) -> None:
    secret = office.make(budgets=["10pictures/day", "100pictures/month", "1000000tokens"])
    headers = office.draw(secret, n=2).headers
    assert (headers["x-ratelimit-limit-images"], headers["x-ratelimit-remaining-images"]) == ("10", "8")
    assert headers["x-ratelimit-limit-tokens"] == "1000000"
    assert 0 < 1_000_000 - int(headers["x-ratelimit-remaining-tokens"]) < 10_000
    assert "x-ratelimit-reset-tokens" not in headers
    assert headers["x-ratelimit-reset-images"].endswith("s")


def test_a_failure_costs_nothing(office: _Office) -> None:
    secret = office.make(budgets=["1pictures"])
    for prompt in ("[break]", "[block]", "[fall]"):
        assert office.draw(secret, prompt).status_code in {400, 500}
    assert office.show(secret)["key"]["balances"][0]["left"] == "1"
    assert office.draw(secret).status_code == 200


def test_a_key_has_only_so_many_requests_under_way(office: _Office) -> None:
    secret = office.make(at_once=2)

    async def run() -> list[int]:
        async with httpx.AsyncClient(base_url=office.server.url, timeout=60) as client:
            return sorted(await asyncio.gather(*(_ask(client, secret, f"[wait 3] {number}") for number in range(5))))

    assert asyncio.run(run()) == [200, 200, 429, 429, 429]
    assert office.draw(secret).status_code == 200


async def _ask(client: httpx.AsyncClient, secret: str, prompt: str, n: int = 1) -> int:
    wish = {"model": "pinxit-fake", "prompt": prompt, "size": "64x64", "n": n}
    return (await client.post("/v1/images/generations", json=wish, headers={"authorization": secret})).status_code


def test_many_clients_on_one_budget_draw_exactly_what_it_allows(office: _Office) -> None:
    secret = office.make(budgets=[f"{_BUDGET}pictures"])

    async def run() -> list[int]:
        limits = httpx.Limits(max_connections=_CLIENTS)
        async with httpx.AsyncClient(base_url=office.server.url, timeout=120, limits=limits) as client:

            async def knock(number: int) -> list[int]:
                return [await _ask(client, secret, f"fox {number} {turn}") for turn in range(3)]

            return [status for told in await asyncio.gather(*map(knock, range(_CLIENTS))) for status in told]

    statuses = asyncio.run(run())
    assert (statuses.count(200), statuses.count(429)) == (_BUDGET, 3 * _CLIENTS - _BUDGET)
    told = office.show(secret)
    assert (told["total"]["pictures"], told["total"]["refused"]) == (_BUDGET, 3 * _CLIENTS - _BUDGET)
    assert told["key"]["balances"] == [
        {
            "budget": f"{_BUDGET}pictures",
            "unit": "pictures",
            "limit": "100",
            "spent": "100",
            "reserved": "0",
            "left": "0",
            "resets_at": None,
        }
    ]


def test_requests_of_several_pictures_never_overdraw(office: _Office) -> None:
    secret = office.make(budgets=["20pictures"])

    async def run() -> list[int]:
        async with httpx.AsyncClient(base_url=office.server.url, timeout=60) as client:
            return list(await asyncio.gather(*(_ask(client, secret, f"fox {number}", 3) for number in range(16))))

    assert asyncio.run(run()).count(200) == 6
    assert office.show(secret)["key"]["balances"][0]["left"] == "2"


@pytest.mark.parametrize(
    ("terms", "code"),
    [({"routes": ["chat"]}, "route_not_allowed"), ({"models": ["gemini-*"]}, "model_not_allowed")],
)
def test_a_key_for_something_else_is_403(office: _Office, terms: dict[str, Any], code: str) -> None:
    with office.open(office.make(**terms)) as client, pytest.raises(openai.PermissionDeniedError) as refusal:
        _paint(client)
    assert refusal.value.code == code


def test_an_expired_key_is_401(office: _Office) -> None:
    secret, key = make_key("late", expires=time.time() - 1)

    async def add() -> None:
        database = Database(f"sqlite:///{office.server.data / 'pinxit.db'}")
        await SqlKeyRing(database).add(key)
        await database.close()

    asyncio.run(add())
    with office.open(secret) as client, pytest.raises(openai.AuthenticationError) as refusal:
        _paint(client)
    assert refusal.value.code == "invalid_api_key"


def test_a_raised_budget_counts_at_once(office: _Office) -> None:
    secret = office.make(budgets=["1pictures"])
    assert [office.draw(secret, f"fox {number}").status_code for number in range(2)] == [200, 429]
    office.post(f"/v1/admin/keys/{secret[:18]}", {"budgets": ["2pictures"]})
    assert [office.draw(secret, f"fox {number}").status_code for number in range(2, 4)] == [200, 429]


def test_a_budget_that_comes_later_counts_what_was_drawn_before(office: _Office) -> None:
    secret = office.make()
    assert office.draw(secret, n=2).status_code == 200
    office.post(f"/v1/admin/keys/{secret[:18]}", {"budgets": ["3pictures/day", "3pictures"]})
    assert [balance["left"] for balance in office.show(secret)["key"]["balances"]] == ["1", "1"]
    assert [office.draw(secret, f"owl {number}").status_code for number in range(2)] == [200, 429]


def test_a_budget_of_tokens_holds_for_many_at_once(office: _Office) -> None:
    secret = office.make(budgets=["10000tokens/day"])  # of 1292 for each picture, so for seven

    async def run() -> list[int]:
        async with httpx.AsyncClient(base_url=office.server.url, timeout=60) as client:
            return list(await asyncio.gather(*(_ask(client, secret, "a fox" + "!" * number) for number in range(16))))

    drawn = asyncio.run(run()).count(200)
    told = office.show(secret)
    assert told["total"]["pictures"] == drawn == 7
    assert told["total"]["tokens"] == 10_000 - int(told["key"]["balances"][0]["left"]) <= 10_000


def test_a_key_that_is_written_into_an_address_is_not_written_into_the_log(office: _Office) -> None:
    secret = office.make()
    headers = {"authorization": secret}
    for path in (f"/v1/admin/keys/{secret}", f"/v1/usage?key={secret}", f"/{secret}"):
        httpx.get(office.server.url + path, headers=headers, timeout=30)
    calls = Calls(office.server)
    office.show(secret)
    assert calls.list_new(1)
    log = office.server.log.read_text(encoding="utf-8")
    assert f"/v1/admin/keys/{secret[:18]}..." in log
    assert secret[:19] not in log


def test_googles_client_gets_its_own_words(office: _Office) -> None:
    genai = pytest.importorskip("google.genai", reason="google-genai is missing: pip install -e '.[test]'")
    for terms, words in (
        ({"budgets": ["1pictures"]}, (429, "RESOURCE_EXHAUSTED")),
        ({"rate": "1/hour"}, (429, "RESOURCE_EXHAUSTED")),
        ({"routes": ["images"], "rate": "1/hour"}, (403, "PERMISSION_DENIED")),
    ):
        options = genai.types.HttpOptions(base_url=office.server.url)
        with genai.Client(api_key=office.make(**terms), http_options=options) as client:
            with pytest.raises(genai.errors.ClientError) as refusal:
                [client.models.generate_content(model=_GOOGLES, contents=f"fox {number}") for number in range(2)]
            assert (refusal.value.code, refusal.value.status) == words


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Office]:
    """A server with prices of its own."""
    folder = tmp_path_factory.mktemp("shop")
    prices = folder / "prices.toml"
    prices.write_text('["pinxit-fake"]\npicture = 0.1\noutput = 0.000001\n', encoding="utf-8")
    with run_server(folder / "data", workers="4", queue="100", grace="2", prices=str(prices)) as running:
        yield _Office(running)


def test_money_is_charged_by_the_operators_prices_to_the_billionth(shop: _Office) -> None:
    secret = shop.make(budgets=["0.31usd/month"])

    async def run() -> list[int]:
        async with httpx.AsyncClient(base_url=shop.server.url, timeout=60) as client:
            return list(await asyncio.gather(*(_ask(client, secret, f"fox {number}") for number in range(12))))

    assert asyncio.run(run()).count(200) == 3
    told = shop.show(secret)
    # 1290 tokens at a dollar for a million millions are 1.29 billionths: each picture is rounded up to two.
    assert told["total"]["cost_usd"] == "0.300000006"
    (balance,) = told["key"]["balances"]
    assert (balance["spent"], balance["reserved"], balance["left"]) == ("0.300000006", "0", "0.009999994")


def test_money_is_told_to_the_key_alone_and_in_no_header(shop: _Office) -> None:
    headers = shop.draw(shop.make(budgets=["5usd"])).headers
    assert not [name for name in headers if name.startswith("x-ratelimit")]


def test_a_server_does_not_start_with_prices_that_it_cannot_read(tmp_path: Path) -> None:
    prices = tmp_path / "prices.toml"
    prices.write_text("[mine]\npicture = -1\n", encoding="utf-8")
    environment = os.environ | {"PINXIT_PRICES": str(prices), "PINXIT_DATA": str(tmp_path), "PINXIT_PORT": "0"}
    command = [sys.executable, "-m", "pinxit", "serve"]
    environment["PINXIT_ENGINES"] = "pinxit.testing:FakeEngine"
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 2
    assert "[mine] picture must be 0 to 1000000 dollars" in ran.stderr
    assert "Traceback" not in ran.stderr
