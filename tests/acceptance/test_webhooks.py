"""Webhooks from end to end: a real server, a real receiver, OpenAI's own client, and servers that are killed."""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest

from network.receivers import Behaviour, Receiver

_WISH = {"model": "auto", "prompt": "a red fox", "size": "64x64", "async": True}


class _Server:
    """A server that can be killed and started again on the same data."""

    def __init__(self, data: Path, database: str) -> None:
        self.environment = os.environ | {
            "PINXIT_DATA": str(data),
            "PINXIT_DATABASE": database,
            "PINXIT_PORT": "0",
            "PINXIT_ENGINES": "pinxit.testing:FakeEngine",
            "PINXIT_FETCH_ALLOW": "127.0.0.1",
        }
        self.log = data / "server.log"
        data.mkdir(parents=True, exist_ok=True)
        self.key = self.run("keys", "create", "--name", "test").strip()
        self.other = self.run("keys", "create", "--name", "other").strip()
        self.url = ""

    def run(self, *arguments: str) -> str:
        command = [sys.executable, "-m", "pinxit", *arguments]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True).stdout

    @contextmanager
    def running(self) -> Iterator[subprocess.Popen[str]]:
        command = [sys.executable, "-u", "-m", "pinxit", "serve"]
        with (
            self.log.open("a") as log,
            subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE, stderr=log, text=True) as process,
        ):
            try:
                for line in process.stdout or ():
                    if found := re.search(r"http://\S+", line):
                        self.url = found[0]
                        break
                yield process
            finally:
                process.kill()

    def ask(self, method: str, path: str, body: Any = None, key: str = "", status: int = 200) -> dict[str, Any]:
        headers = {"authorization": f"Bearer {key or self.key}"}
        answer = httpx.request(method, f"{self.url}{path}", json=body, headers=headers, timeout=30)
        assert answer.status_code == status, answer.text
        told: dict[str, Any] = answer.json()
        return told


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> _Server:
    return _Server(tmp_path / "data", database_url)


def _meet(use: Callable[[Receiver], Coroutine[Any, Any, None]], *answers: Behaviour) -> Receiver:
    async def run() -> Receiver:
        async with Receiver(*answers).running() as receiver:
            await use(receiver)
            return receiver

    return asyncio.run(run())


def _unwrap(body: bytes, headers: Mapping[str, str], secret: str) -> Any:
    client = openai.OpenAI(api_key="none", base_url="http://127.0.0.1:9/v1", webhook_secret=secret)
    return client.webhooks.unwrap(body, headers)


async def _wait(check: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not await asyncio.to_thread(check):
        assert time.monotonic() < end, "it did not happen in time"
        await asyncio.sleep(0.1)


def test_a_webhook_is_told_of_a_job_and_the_official_client_believes_it(house: _Server) -> None:
    async def use(receiver: Receiver) -> None:
        with house.running():
            made = house.ask("POST", "/v1/webhooks", {"url": receiver.url, "events": ["image.job.completed"]})
            assert made["object"] == "webhook_endpoint"
            job = house.ask("POST", "/v1/images/generations", _WISH, status=202)
            house.ask("POST", "/v1/images/generations", {**_WISH, "prompt": "[break]"}, status=202)
            (message,) = await receiver.wait_for(1)
            event = _unwrap(message.body, message.headers, made["secret"])
            assert (event.type, event.data.id) == ("image.job.completed", job["id"])
            told = house.ask("GET", f"/v1/images/jobs/{event.data.id}")
            assert told["status"] == "completed"
            with pytest.raises(openai.InvalidWebhookSignatureError):
                _unwrap(message.body.replace(b"completed", b"cancelled"), message.headers, made["secret"])
            path = f"/v1/webhooks/{made['id']}/deliveries"
            await _wait(lambda: house.ask("GET", path)["data"][0]["state"] == "delivered")
            (delivery,) = house.ask("GET", path)["data"]
            assert (delivery["last_status"], delivery["tries"], delivery["job"]) == (200, 1, job["id"])
            assert delivery["id"] == message.headers["webhook-id"]

    receiver = _meet(use)
    assert len(receiver.messages) == 1
    log = house.log.read_text()
    assert "whsec_" not in log
    assert house.key not in log


def test_a_request_names_an_address_and_its_key_reads_the_secret(house: _Server) -> None:
    async def use(receiver: Receiver) -> None:
        with house.running():
            wish = {**_WISH, "prompt": "[break]", "webhook": f"{receiver.url}?token=hidden"}
            job = house.ask("POST", "/v1/images/generations", wish, status=202)
            (message,) = await receiver.wait_for(1)
            secret = house.ask("GET", "/v1/webhooks/secret")["secret"]
            event = _unwrap(message.body, message.headers, secret)
            assert (event.type, event.data.id) == ("image.job.failed", job["id"])
            assert event.data.error["message"]
            assert house.ask("GET", "/v1/webhooks/secret", key=house.other)["secret"] != secret
            assert house.run("webhooks", "secret", "--key", house.key[:18]).strip() == secret

    _meet(use)
    assert "hidden" not in house.log.read_text()


def test_an_address_that_nothing_may_be_sent_to_is_refused_before_anything_is_drawn(house: _Server) -> None:
    with house.running():
        for url in ("https://10.0.0.1/x", "http://93.184.215.14/x", "http://user@127.0.0.1/x", "nonsense"):
            said = house.ask("POST", "/v1/images/generations", {**_WISH, "webhook": url}, status=400)["error"]
            assert (said["param"], said["code"]) == ("webhook", "invalid_webhook_url")
            said = house.ask("POST", "/v1/webhooks", {"url": url}, status=400)["error"]
            assert (said["param"], said["code"]) == ("url", "invalid_webhook_url")
        assert house.ask("GET", "/v1/images/jobs")["data"] == []
        assert house.ask("GET", "/v1/webhooks")["data"] == []


def test_a_message_outlives_a_server_that_is_killed_while_its_receiver_is_away(house: _Server) -> None:
    async def use(receiver: Receiver) -> None:
        with house.running() as process:
            made = house.ask("POST", "/v1/webhooks", {"url": receiver.url})
            job = house.ask("POST", "/v1/images/generations", _WISH, status=202)
            (first,) = await receiver.wait_for(1)
            path = f"/v1/webhooks/{made['id']}/deliveries"
            await _wait(lambda: house.ask("GET", path)["data"][0]["last_status"] == 500)
            process.kill()
            process.wait()
        with house.running():
            _, second = await receiver.wait_for(2)
            assert second.headers["webhook-id"] == first.headers["webhook-id"]
            assert _unwrap(second.body, second.headers, made["secret"]).data.id == job["id"]
            await _wait(lambda: house.ask("GET", path)["data"][0]["state"] == "delivered")

    _meet(use, 500, 200)


def test_a_message_whose_server_is_killed_while_it_is_sent_is_sent_by_the_next(house: _Server) -> None:
    _hurry(house)

    async def hang(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(30)

    async def use(receiver: Receiver) -> None:
        with house.running() as process:
            house.ask("POST", "/v1/webhooks", {"url": receiver.url})
            house.ask("POST", "/v1/images/generations", _WISH, status=202)
            await receiver.wait_for(1)
            process.kill()
            process.wait()
        with house.running():
            first, second = await receiver.wait_for(2, 30)
            assert first.headers["webhook-id"] == second.headers["webhook-id"]

    _meet(use, hang, 200)


def test_interactions_batches_cancelled_jobs_and_cached_results_are_told_of(house: _Server) -> None:
    async def use(receiver: Receiver) -> None:
        with house.running():
            house.ask("POST", "/v1/webhooks", {"url": receiver.url})
            wish = {"model": "auto", "input": "a red fox", "background": True}
            own = {"uris": [f"{receiver.url}/own"]}
            talk = house.ask("POST", "/v1beta/interactions", {**wish, "webhook_config": own})
            (message,) = await receiver.wait_for(1)
            assert message.path == "/hook/own"
            assert message.event["type"] == "interaction.completed"
            assert message.event["data"]["id"] == talk["id"]
            assert house.ask("GET", f"/v1beta/interactions/{talk['id']}")["status"] == "completed"

            seeded = {**_WISH, "prompt": "a grey heron", "seed": 7}
            jobs = [house.ask("POST", "/v1/images/generations", seeded, status=202)["id"]]
            await receiver.wait_for(2)
            jobs.append(house.ask("POST", "/v1/images/generations", seeded, status=202)["id"])
            await receiver.wait_for(3)
            assert [message.event["data"]["id"] for message in receiver.messages[1:]] == jobs

            long = house.ask("POST", "/v1/images/generations", {**_WISH, "prompt": "[wait 30]"}, status=202)
            house.ask("POST", f"/v1/images/jobs/{long['id']}/cancel")
            await receiver.wait_for(4)
            assert receiver.messages[3].event["type"] == "image.job.cancelled"

            line = {"custom_id": "1", "method": "POST", "url": "/v1/images/generations"}
            wish = {name: value for name, value in _WISH.items() if name != "async"}
            client = openai.OpenAI(api_key=house.key, base_url=f"{house.url}/v1")
            text = json.dumps({**line, "body": wish}).encode()
            sent = await asyncio.to_thread(client.files.create, file=("x.jsonl", text), purpose="batch")
            batch = await asyncio.to_thread(
                client.batches.create,
                input_file_id=sent.id,
                endpoint="/v1/images/generations",
                completion_window="24h",
            )
            await receiver.wait_for(5, 60)
            event = receiver.messages[4].event
            assert (event["type"], event["data"]) == ("batch.completed", {"id": batch.id})

    assert len(_meet(use).messages) == 5


def test_no_message_is_lost_however_often_the_server_is_killed(house: _Server) -> None:
    _hurry(house)
    chance, jobs = random.Random(7), list[str]()

    async def use(receiver: Receiver) -> None:
        for _ in range(4):
            with house.running() as process:
                if not jobs:
                    house.ask("POST", "/v1/webhooks", {"url": receiver.url})
                for _ in range(6):
                    jobs.append(house.ask("POST", "/v1/images/generations", _WISH, status=202)["id"])
                    await asyncio.sleep(chance.random() / 4)
                process.kill()
                process.wait()
        receiver.answers = [200]
        with house.running():
            await _wait(lambda: set(jobs) <= {message.event["data"]["id"] for message in receiver.messages}, 90)

    receiver = _meet(use, 200, 500, 500, 200, b"", 500, 200, 503, 200, 500, 200)
    bodies: dict[str, set[bytes]] = {}
    for message in receiver.messages:
        bodies.setdefault(message.headers["webhook-id"], set()).add(message.body)
    assert all(len(told) == 1 for told in bodies.values())
    assert len(bodies) == len(jobs)  # each end is told of under one id, however often


def _hurry(house: _Server) -> None:
    """A start-up file that makes seconds of the deliverer's minutes, so that the test need not wait."""
    made = house.log.parent / "short"
    made.mkdir()
    told = "import pinxit.core.delivering as d\nd.LEASE, d.DELAYS, d._REST = 2.0, (1.0,) * 30, 0.1\n"
    (made / "sitecustomize.py").write_text(told)
    house.environment["PYTHONPATH"] = str(made)


def test_a_webhook_belongs_to_its_key(house: _Server) -> None:
    async def use(receiver: Receiver) -> None:
        with house.running():
            made = house.ask("POST", "/v1/webhooks", {"url": receiver.url})
            for method, path in [
                ("GET", f"/v1/webhooks/{made['id']}"),
                ("DELETE", f"/v1/webhooks/{made['id']}"),
                ("POST", f"/v1/webhooks/{made['id']}/test"),
                ("GET", f"/v1/webhooks/{made['id']}/deliveries"),
            ]:
                foreign = house.ask(method, path, key=house.other, status=404)
                unknown = house.ask(method, path.replace(made["id"], "we_none"), status=404)
                assert foreign == unknown
            assert house.ask("GET", "/v1/webhooks", key=house.other)["data"] == []
            house.ask("POST", "/v1/images/generations", _WISH, key=house.other, status=202)
            house.ask("POST", f"/v1/webhooks/{made['id']}/test")
            (message,) = await receiver.wait_for(1)
            assert message.event["type"] == "webhook.test"
            seen = house.ask("GET", f"/v1/webhooks/{made['id']}")
            assert seen == {name: value for name, value in made.items() if name != "secret"}
            assert house.ask("GET", "/v1/webhooks")["data"] == [seen]
            gone = house.ask("DELETE", f"/v1/webhooks/{made['id']}")
            assert gone == {"id": made["id"], "object": "webhook_endpoint.deleted", "deleted": True}
            house.ask("GET", f"/v1/webhooks/{made['id']}", status=404)

    assert len(_meet(use).messages) == 1


def test_the_command_line_makes_lists_and_deletes_webhooks(house: _Server) -> None:
    url = "https://93.184.215.14/x"
    secret = house.run("webhooks", "create", "--key", house.key[:18], "--url", url, "--event", "batch.failed").strip()
    assert secret.startswith("whsec_")
    listed = house.run("webhooks", "list")
    assert url in listed
    assert "batch.failed" in listed
    assert secret not in listed
    assert house.run("webhooks", "list", "--key", house.other[:18]) == ""
    (name,) = re.findall(r"we_\w+", listed)
    assert house.run("webhooks", "delete", name) == f"Deleted {name} ({url}).\n"
    assert house.run("webhooks", "list") == ""
    for wrong in (["delete", name], ["create", "--key", house.key[:18], "--url", "https://10.0.0.1/"]):
        with pytest.raises(subprocess.CalledProcessError) as failure:
            house.run("webhooks", *wrong)
        assert failure.value.returncode == 2
