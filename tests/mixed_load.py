"""Clients of every kind against a server that keeps dying: each wants one thing, and asks until it has it.

Every wish has words of its own, so that its fingerprint tells it apart in the books, and its colour in the picture.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import io
import itertools
import json
import random
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import httpx2
import openai
from PIL import Image

_GENERATIONS = "/v1/images/generations"
_TRIES = 2000  # four in a second
_AGAIN = {408, 409, 429, 500, 502, 503, 504}  # what official clients try again


class Unexpected(Exception):
    """An answer that no kill excuses."""


@dataclass
class Seen:
    """What the clients have read with their own eyes."""

    accepted: list[str] = field(default_factory=list)
    """Jobs of 202s."""
    finished: dict[str, str] = field(default_factory=dict)
    """Their states in the end."""
    pictured: dict[str, int] = field(default_factory=dict)
    """How many whole pictures were read of a job, by its id."""
    counts: Counter[str] = field(default_factory=Counter)
    """How often what happened."""


class Load:
    """`clients` loops that go on until `stop`, then finish what they have begun."""

    def __init__(self, url: str, key: str, seed: int) -> None:
        self.seen = Seen()
        self._url = url
        self._key = key
        self._chance = random.Random(seed)
        self._numbers = itertools.count()
        self._ending = False
        self._client = httpx2.AsyncClient(
            base_url=url,
            headers={"authorization": f"Bearer {key}"},
            timeout=httpx2.Timeout(90, connect=5),
            limits=httpx2.Limits(max_connections=200, max_keepalive_connections=50),
        )

    def stop(self) -> None:
        """Begin nothing new."""
        self._ending = True

    async def run(self, clients: int) -> None:
        """Ask until stopped. Raises Unexpected."""
        kinds: list[Callable[[], Coroutine[Any, Any, None]]] = [
            self._ask_as_the_official_client_does,
            self._ask_with_an_idempotency_key,
            self._ask_for_later,
            self._ask_for_a_stream,
            self._ask_once,
            self._ask_to_edit_later,
            self._ask_for_an_address,
        ]
        async with asyncio.TaskGroup() as group:
            for number in range(clients):
                group.create_task(self._go_on(kinds[number % len(kinds)]))
            group.create_task(self._go_on(self._ask_through_the_official_client))
        await self._client.aclose()

    async def _go_on(self, ask: Callable[[], Coroutine[Any, Any, None]]) -> None:
        while not self._ending:
            await ask()
            self.seen.counts[ask.__name__.removeprefix("_ask_")] += 1

    def _wish(self, **fields: Any) -> dict[str, Any]:
        prompt = f"[wait {self._chance.choice([0, 0.02, 0.1, 0.3])}] wish {next(self._numbers)}"
        return {"model": "auto", "prompt": prompt, "size": "64x64", "response_format": "b64_json", **fields}

    # Each of these is one wish.

    async def _ask_as_the_official_client_does(self) -> None:
        body = self._wish(n=self._chance.choice([1, 1, 2]))
        answer = await self._insist(lambda tries: self._post(body, {"x-stainless-retry-count": str(tries)}))
        self._note_pictures(answer, body)

    async def _ask_with_an_idempotency_key(self) -> None:
        body = self._wish()
        headers = {"idempotency-key": f"wish-{body['prompt'].split()[-1]}"}
        if self._chance.random() < 0.3:  # some do not even wait for the first answer
            with _excused():
                await asyncio.wait_for(self._post(body, headers), 0.05)
        answer = await self._insist(lambda tries: self._post(body, headers))
        self._note_pictures(answer, body)

    async def _ask_for_later(self) -> None:
        body = self._wish(**{"async": True})
        answer = await self._insist(lambda tries: self._post(body, {"x-stainless-retry-count": str(tries)}))
        await self._wait_for(answer, body)

    async def _ask_to_edit_later(self) -> None:
        body = self._wish(**{"async": "true"})
        source = io.BytesIO()
        Image.new("RGB", (64, 64), (next(self._numbers) % 256, 7, 7)).save(source, "PNG")
        files = {"image": ("source.png", source.getvalue(), "image/png")}
        headers = {"idempotency-key": f"edit-{body['prompt'].split()[-1]}"}

        def post(tries: int) -> Coroutine[Any, Any, httpx2.Response]:
            return self._client.post("/v1/images/edits", data=body, files=files, headers=headers)

        await self._wait_for(await self._insist(post), body)

    async def _ask_for_a_stream(self) -> None:
        body = self._wish(stream=True, partial_images=1)

        async def post(tries: int) -> httpx2.Response:
            answer = await self._post(body, {"x-stainless-retry-count": str(tries)})
            if answer.status_code == 200 and "image_generation.completed" not in answer.text:
                # An error in the stream, or a stream that broke off: both say so.
                raise httpx2.ReadError("the stream ended without its picture")
            return answer

        answer = await self._insist(post)
        events = [json.loads(line[5:]) for line in answer.text.splitlines() if line.startswith("data:")]
        done = next(event for event in events if event["type"] == "image_generation.completed")
        self._note(answer.headers["x-pinxit-job"], body, [done["b64_json"]])

    async def _ask_once(self) -> None:
        body = self._wish()
        with _excused():
            answer = await self._post(body, {})
            self._check(answer)
            if answer.status_code == 200:
                self._note_pictures(answer, body)
        await asyncio.sleep(0.3)

    async def _ask_for_an_address(self) -> None:
        body = self._wish(response_format="url")
        answer = await self._insist(lambda tries: self._post(body, {"x-stainless-retry-count": str(tries)}))
        address = answer.json()["data"][0]["url"]
        picture = await self._insist(lambda tries: self._client.get(address))
        self._note(answer.headers["x-pinxit-job"], body, [base64.b64encode(picture.content).decode()])

    async def _ask_through_the_official_client(self) -> None:
        body = self._wish()
        async with openai.AsyncOpenAI(base_url=f"{self._url}/v1", api_key=self._key, max_retries=50) as client:
            answer = await client.images.with_raw_response.generate(**body)
        parsed = answer.parse()
        assert parsed.data
        self._note(answer.headers["x-pinxit-job"], body, [picture.b64_json or "" for picture in parsed.data])

    # What they have in common.

    def _post(self, body: dict[str, Any], headers: dict[str, str]) -> Coroutine[Any, Any, httpx2.Response]:
        return self._client.post(_GENERATIONS, json=body, headers=headers)

    async def _insist(self, ask: Callable[[int], Coroutine[Any, Any, httpx2.Response]]) -> httpx2.Response:
        for tries in range(_TRIES):
            try:
                answer = await ask(tries)
            except httpx2.HTTPError:
                self.seen.counts["broken connections"] += 1
            else:
                self._check(answer)
                if answer.is_success:
                    return answer
                self.seen.counts[f"status {answer.status_code}"] += 1
            await asyncio.sleep(0.1 + 0.3 * self._chance.random())
        raise Unexpected(f"{_TRIES} tries were not enough")

    def _check(self, answer: httpx2.Response) -> None:
        if not answer.is_success and answer.status_code not in _AGAIN:
            raise Unexpected(f"{answer.request.url}: {answer.status_code} {answer.text[:500]}")

    async def _wait_for(self, answer: httpx2.Response, body: dict[str, Any]) -> None:
        if answer.status_code != 202:
            raise Unexpected(f"asked for later and got {answer.status_code}")
        job = answer.json()["id"]
        self.seen.accepted.append(job)
        while True:
            told = (await self._insist(lambda tries: self._client.get(f"/v1/images/jobs/{job}"))).json()
            if told["status"] not in {"queued", "running"}:
                break
            await asyncio.sleep(0.2)
        self.seen.finished[job] = told["status"]
        if told["status"] == "completed":
            self._note(job, body, [picture["b64_json"] for picture in told["result"]["data"]])
        elif not told["error"]["message"]:
            raise Unexpected(f"{job} ended as {told['status']} and does not say why")

    def _note_pictures(self, answer: httpx2.Response, body: dict[str, Any]) -> None:
        pictures = [picture["b64_json"] for picture in answer.json()["data"]]
        self._note(answer.headers["x-pinxit-job"], body, pictures)

    def _note(self, job: str, body: dict[str, Any], pictures: list[str]) -> None:
        """Look at every picture: it must be whole, and the one that was wished for."""
        if len(pictures) != body.get("n", 1):
            raise Unexpected(f"{len(pictures)} pictures of {body.get('n', 1)}")
        for index, encoded in enumerate(pictures):
            with Image.open(io.BytesIO(base64.b64decode(encoded, validate=True))) as image:
                colour = image.convert("RGB").getpixel((5, 5))
            if colour != tuple(hashlib.sha256(f"{body['prompt']}{index}".encode()).digest()[:3]):
                raise Unexpected(f"{body['prompt']!r} got another's picture")
        if job in self.seen.pictured:
            raise Unexpected(f"two wishes got the pictures of {job}")
        self.seen.pictured[job] = len(pictures)


class _excused:  # noqa: N801  (reads as a word)
    """What a kill may do to whoever does not ask again."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> bool:
        return kind is not None and issubclass(kind, httpx2.HTTPError | TimeoutError)
