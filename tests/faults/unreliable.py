"""Clients of every dialect before a server whose upstreams misbehave: each answer is looked at with one's own eyes.

Every wish has words of its own, by which it is found again in the upstreams' logs of calls.
"""

from __future__ import annotations

import asyncio
import base64
import io
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any

import httpx2
from PIL import Image

OFTEN = "gemini-2.5-flash-image"
HEDGED = "gemini-3.1-flash-image"
OTHER = "gpt-image-2"

_ALWAYS_THERE: Mapping[str, float] = {
    "429 retry=0.2": 0.03,
    "503": 0.04,
    "500": 0.02,
    "drip 0.4": 0.02,
    "slow 0.3": 0.03,
    "truncate": 0.015,
    "text/plain": 0.015,
    "html": 0.015,
    "html 503": 0.01,
    "reset request": 0.01,
    "reset before": 0.015,
    "reset headers": 0.01,
    "reset body": 0.015,
    "close body": 0.01,
    "hang": 0.008,
    "hang body": 0.008,
    "hang up": 0.02,
    "empty": 0.01,
    "empty body": 0.01,
    "null": 0.01,
    "status 202": 0.01,
    "huge 2": 0.005,
    "garbage": 0.01,
    "broken picture": 0.01,
    "mistyped": 0.015,
    "data-url": 0.02,
    "urlsafe": 0.02,
    "duplicate": 0.015,
    "twice": 0.015,
    "gzip": 0.02,
    "no usage": 0.01,
    "late 503": 0.01,
    "denied": 0.003,
}
# More at once, and the circuits would be open most of the time: then nothing goes wrong any more.
_SHARE = 0.5
_GEMINI = {**_ALWAYS_THERE, "words": 0.01, "finish NO_IMAGE": 0.01, "thoughts": 0.01}
_OPENAI = {**_ALWAYS_THERE, "few": 0.01, "ping": 0.02, "cut": 0.01}
GEMINI_MIXTURE = {way: share * _SHARE for way, share in _GEMINI.items()}
OPENAI_MIXTURE = {way: share * _SHARE for way, share in _OPENAI.items()}

FINISHES = (
    "MAX_TOKENS SAFETY RECITATION LANGUAGE OTHER BLOCKLIST PROHIBITED_CONTENT SPII MALFORMED_FUNCTION_CALL"
    " IMAGE_SAFETY IMAGE_PROHIBITED_CONTENT IMAGE_OTHER NO_IMAGE IMAGE_RECITATION UNEXPECTED_TOOL_CALL"
    " TOO_MANY_TOOL_CALLS MISSING_THOUGHT_SIGNATURE MALFORMED_RESPONSE ESCALATION PUP_LIMITED_DISABLED CONTINUATION"
    " MODEL_ARMOR STOP"
).split()
DECLINES = (
    "[finish SAFETY]",
    "[finish IMAGE_SAFETY]",
    "[finish PROHIBITED_CONTENT]",
    "[block SAFETY]",
    "[block OTHER]",
)


@dataclass(frozen=True, slots=True)
class Wish:
    """One request: what is asked for, and `tag`, the words that stand nowhere else."""

    tag: str
    prompt: str
    model: str
    n: int = 1
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What a client read: so many whole `pictures`, or `code`, why there is none.

    `fault` is why this is no proper answer; empty: it is one.
    """

    wish: Wish
    kind: str
    status: int
    pictures: int
    code: str
    job: str | None
    engine: str | None
    seconds: float
    fault: str = ""


class Improper(Exception):
    """An answer that its dialect does not have."""


class Clients:
    """Asks for `count` pictures in all dialects, `at_once` at a time."""

    def __init__(self, url: str, key: str, seed: int) -> None:
        self._chance = random.Random(seed)
        self._number = 0
        self._client = httpx2.AsyncClient(
            base_url=url,
            headers={"authorization": f"Bearer {key}"},
            timeout=60,
            limits=httpx2.Limits(max_connections=200, max_keepalive_connections=100),
        )
        self.seen: list[Seen] = []

    async def run(self, count: int, at_once: int) -> None:
        kinds: list[Callable[[Wish], Coroutine[Any, Any, tuple[httpx2.Response, list[str], str]]]] = [
            self._generate,
            self._generate,
            self._stream,
            self._edit,
            self._gemini,
            self._gemini,
            self._gemini_stream,
            self._chat,
            self._later,
        ]
        numbers = iter(range(count))

        async def go_on() -> None:
            for number in numbers:
                ask = kinds[number % len(kinds)]
                self.seen.append(await self._look(ask, self._choose(ask)))

        async with self._client, asyncio.TaskGroup() as group:
            for _ in range(at_once):
                group.create_task(go_on())

    def _choose(self, ask: Callable[..., Any]) -> Wish:
        self._number += 1
        tag = f"wish-{self._number:06}"
        luck, words = self._chance.random(), ""
        model = self._chance.choice([OFTEN, OFTEN, HEDGED, OTHER])
        if luck < 0.05:
            words, model = f" [finish {FINISHES[self._number % len(FINISHES)]}]", OFTEN
        elif luck < 0.09:
            words, model = f" {DECLINES[self._number % len(DECLINES)]}", OFTEN
        elif luck < 0.11:
            words, model = " [invalid The stand-in does not like it.]", OFTEN
        several = ask == self._generate and not words and self._chance.random() < 0.3
        # Only this endpoint has a word for it.
        strict = ask in {self._generate, self._edit} and self._chance.random() < 0.2
        return Wish(tag, f"a fox, {tag}.{words}", model, 2 if several else 1, strict)

    async def _look(self, ask: Callable[..., Any], wish: Wish) -> Seen:
        began, kind = time.monotonic(), ask.__name__.removeprefix("_")
        status, job, engine = 0, None, None
        pictures, code, fault = list[str](), "", ""
        try:
            answer, pictures, code = await ask(wish)
            status, headers = answer.status_code, answer.headers
            job, engine = headers.get("x-pinxit-job"), headers.get("x-pinxit-engine")
            await asyncio.to_thread(_check_pictures, pictures)
            if bool(pictures) == bool(code):
                fault = "neither a picture nor an error" if not code else "a picture and an error"
        except (httpx2.HTTPError, Improper, ValueError, LookupError, TypeError, OSError) as error:
            fault = f"{type(error).__name__}: {error}"
        took = time.monotonic() - began
        return Seen(wish, kind, status, len(pictures), code, job, engine, took, fault)

    # Each returns the answer, the pictures in it, and the code of the error in it.

    def _write(self, wish: Wish, **more: Any) -> dict[str, Any]:
        return {"model": wish.model, "prompt": wish.prompt, "size": "1:1", "response_format": "b64_json", **more}

    async def _generate(self, wish: Wish) -> tuple[httpx2.Response, list[str], str]:
        answer = await self._client.post("/v1/images/generations", json=self._write(wish, n=wish.n, strict=wish.strict))
        return answer, *_read_openai(answer)

    async def _edit(self, wish: Wish) -> tuple[httpx2.Response, list[str], str]:
        fields = self._write(wish, strict=str(wish.strict).lower())
        files = {"image": ("source.png", _SOURCE, "image/png")}
        answer = await self._client.post("/v1/images/edits", data=fields, files=files)
        return answer, *_read_openai(answer)

    async def _stream(self, wish: Wish) -> tuple[httpx2.Response, list[str], str]:
        body = self._write(wish, stream=True, partial_images=1)
        answer = await self._client.post("/v1/images/generations", json=body)
        if answer.status_code != 200:
            return answer, *_read_openai(answer)
        events = [json.loads(line[5:]) for line in answer.text.splitlines() if line.startswith("data:")]
        if failed := next((event for event in events if event.get("error")), None):
            return answer, [], failed["error"]["code"] or failed["error"]["type"]
        return answer, [event["b64_json"] for event in events if event["type"].endswith(".completed")], ""

    async def _gemini(self, wish: Wish) -> tuple[httpx2.Response, list[str], str]:
        answer = await self._client.post(f"/v1beta/models/{wish.model}:generateContent", json=_ask_gemini(wish))
        return answer, *_read_gemini(answer.status_code, [answer.json()])

    async def _gemini_stream(self, wish: Wish) -> tuple[httpx2.Response, list[str], str]:
        path = f"/v1beta/models/{wish.model}:streamGenerateContent?alt=sse"
        answer = await self._client.post(path, json=_ask_gemini(wish))
        if answer.status_code != 200:
            return answer, *_read_gemini(answer.status_code, [answer.json()])
        chunks = [json.loads(line[6:]) for line in answer.text.splitlines() if line]
        return answer, *_read_gemini(200, chunks)

    async def _chat(self, wish: Wish) -> tuple[httpx2.Response, list[str], str]:
        body = {"model": wish.model, "messages": [{"role": "user", "content": wish.prompt}]}
        answer = await self._client.post("/v1/chat/completions", json=body)
        if answer.status_code != 200:
            return answer, *_read_openai(answer)
        said = answer.json()["choices"][0]["message"]["content"]
        begin = said.index(";base64,") + len(";base64,")
        return answer, [said[begin : said.index(")", begin)]], ""

    async def _later(self, wish: Wish) -> tuple[httpx2.Response, list[str], str]:
        begun = await self._client.post("/v1/images/generations", json=self._write(wish, **{"async": True}))
        if begun.status_code != 202:
            raise Improper(f"{begun.status_code} in the place of 202: {begun.text[:200]}")
        while True:
            answer = await self._client.get(f"/v1/images/jobs/{begun.headers['x-pinxit-job']}")
            job = answer.json()
            if job["status"] not in {"queued", "in_progress", "running"}:
                break
            await asyncio.sleep(0.1)
        answer.headers["x-pinxit-job"] = begun.headers["x-pinxit-job"]
        if job["status"] != "completed":
            return answer, [], job["error"]["code"] or job["error"]["type"]
        data = (job.get("result") or job)["data"]
        return answer, [entry["b64_json"] for entry in data], ""


def _ask_gemini(wish: Wish) -> dict[str, Any]:
    wishes = {"responseModalities": ["IMAGE"], "imageConfig": {"aspectRatio": "1:1"}}
    return {"contents": [{"role": "user", "parts": [{"text": wish.prompt}]}], "generationConfig": wishes}


def _read_openai(answer: httpx2.Response) -> tuple[list[str], str]:
    content = answer.json()
    if answer.status_code == 200:
        return [entry["b64_json"] for entry in content["data"]], ""
    error = content["error"]
    if set(error) < {"message", "type", "param", "code"} or not error["message"]:
        raise Improper(f"no error of OpenAI's: {answer.text[:200]}")
    return [], error["code"] or error["type"]


def _read_gemini(status: int, chunks: list[Any]) -> tuple[list[str], str]:
    pictures, code = list[str](), ""
    for chunk in chunks:
        if error := chunk.get("error"):
            if not (error["message"] and error["status"]) or (status != 200 and error["code"] != status):
                raise Improper(f"no error of Google's: {chunk}")
            return [], error["status"]
        if reason := chunk.get("promptFeedback", {}).get("blockReason"):
            code = reason
        for candidate in chunk.get("candidates", []):
            parts = candidate.get("content", {}).get("parts", [])
            pictures += [
                part["inlineData"]["data"] for part in parts if "inlineData" in part and not part.get("thought")
            ]
            if candidate.get("finishReason", "STOP") != "STOP":
                code = candidate["finishReason"]
    return pictures, code


def _check_pictures(texts: list[str]) -> None:
    """Raises ValueError or OSError for what is no whole picture in plain base64."""
    for text in texts:
        with Image.open(io.BytesIO(base64.b64decode(text, validate=True))) as image:
            image.load()
            if image.width < 512:
                raise ValueError(f"a picture of {image.size}")


def _paint_source() -> bytes:
    buffer = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(buffer, "PNG")
    return buffer.getvalue()


_SOURCE = _paint_source()


def tell(seen: list[Seen]) -> str:
    """A table of what happened how often."""
    counts = Counter((each.kind, each.status, each.code or "picture") for each in seen)
    lines = [f"{count:6} {kind:14} {status} {code}" for (kind, status, code), count in sorted(counts.items())]
    return "\n".join([*lines, f"slowest {max(each.seconds for each in seen):.1f} s"])
