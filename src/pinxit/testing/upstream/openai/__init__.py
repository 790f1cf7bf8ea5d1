"""OpenAI's Images API, as api.openai.com, Azure and self-hosted peers speak it."""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import orjson
import pybase64

from pinxit.testing.upstream.asking import Asked
from pinxit.testing.upstream.misbehaviour import Misbehaviour
from pinxit.testing.upstream.openai import errors
from pinxit.testing.upstream.openai.tables import MODELS, Model
from pinxit.testing.upstream.openai.wishes import Wish, read_prompt, read_wish
from pinxit.testing.upstream.pictures import Kind, make_picture
from pinxit.testing.upstream.replies import Easel, Refused, Reply, Ways, spoil_text, write_json
from pinxit.testing.upstream.rules import Rules

_PATH = re.compile(
    r"(?P<azure>/openai(?:/deployments/(?P<deployment>[^/]+))?)?(?P<v1>/v1)?"
    r"/(?:images/(?P<verb>generations|edits)|models(?:/(?P<model>[^/:]+))?|_pictures/(?P<picture>\w+))$"
)
_KEPT = 100  # pictures that have an address


class OpenAI:
    """Answers as OpenAI does; under /openai as Azure does."""

    name = "openai"

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._models = MODELS | {name: Model(name, 1700000000, peer=True) for name in rules.models}
        self._kept: dict[str, tuple[str, bytes]] = {}

    def find(self, asked: Asked) -> Callable[[Asked, Ways], Reply] | None:
        match = _PATH.match(asked.path)
        if not match:
            return None
        if match["picture"] and asked.method == "GET":
            return self._guard(self._show_picture, match, open=True)
        if match["verb"] and asked.method == "POST":
            return self._guard(self._draw, match)
        if not match["verb"] and not match["picture"] and asked.method == "GET":
            return self._guard(self._show if match["model"] else self._list, match)
        return None

    @staticmethod
    def draws(path: str) -> bool:
        return path.endswith(("/images/generations", "/images/edits"))

    def read_prompt(self, asked: Asked) -> str:
        return read_prompt(asked)

    def refuse(self, way: Misbehaviour) -> Reply:
        status, error, headers = errors.describe_refusal(way)
        return write_json(error, status=status, headers=headers)

    def _guard(self, verb: Callable[..., Reply], match: re.Match[str], *, open: bool = False) -> Callable[..., Reply]:
        def answer(asked: Asked, ways: Ways) -> Reply:
            request_id = f"req_{secrets.token_hex(16)}"
            try:
                if not open:
                    self._check_key(asked, azure=bool(match["azure"]))
                reply = verb(asked, ways, match, request_id)
            except Refused as refused:
                reply = refused.reply
            return replace(reply, headers={**_write_headers(request_id), **reply.headers})

        return answer

    def _check_key(self, asked: Asked, *, azure: bool) -> None:
        key = asked.find_key()
        if self._rules.find_account(key) is None:
            raise Refused(errors.write_bad_key(key, azure=azure))
        if azure and not asked.path.startswith("/openai/v1/") and "api-version" not in asked.query:
            raise Refused(write_json({"error": {"code": "404", "message": "Resource not found"}}, status=404))

    def _list(self, asked: Asked, ways: Ways, match: re.Match[str], request_id: str) -> Reply:
        return write_json({"object": "list", "data": [_describe(model) for model in self._models.values()]})

    def _show(self, asked: Asked, ways: Ways, match: re.Match[str], request_id: str) -> Reply:
        if model := self._models.get(match["model"]):
            return write_json(_describe(model))
        message = f"The model '{match['model']}' does not exist"
        raise Refused(errors.write_error(404, message, param="model", reason="model_not_found"))

    def _show_picture(self, asked: Asked, ways: Ways, match: re.Match[str], request_id: str) -> Reply:
        if found := self._kept.get(match["picture"]):
            return Reply(200, {"content-type": found[0]}, [pybase64.b64decode(found[1])])
        return errors.write_error(404, "No such picture.")

    def _draw(self, asked: Asked, ways: Ways, match: re.Match[str], request_id: str) -> Reply:
        deployment = match["deployment"]
        if deployment and deployment not in self._models:
            message = (
                "The API deployment for this resource does not exist. If you created the deployment within the last"
            )
            message += " 5 minutes, please wait a moment and try again."
            raise Refused(write_json({"error": {"code": "DeploymentNotFound", "message": message}}, status=404))
        wish = read_wish(asked, self._models, edit=match["verb"] == "edits", deployment=deployment)
        if ways.refusal:
            return self.refuse(ways.refusal)
        if block := ways.find("block"):
            return write_json(errors.describe_block(block, request_id), status=400)
        kind = "image_edit" if match["verb"] == "edits" else "image_generation"
        answer = _Answer(wish, ways, self._rules.picture_bytes, kind)
        if wish.stream:
            return answer.write_stream()
        if wish.links or "url" in ways:
            return answer.write_links(lambda mime, text: self._keep(asked, mime, text))
        return answer.write_whole()

    def _keep(self, asked: Asked, mime: str, text: bytes) -> str:
        name = secrets.token_hex(8)
        self._kept[name] = (mime, text)
        if len(self._kept) > _KEPT:
            self._kept.pop(next(iter(self._kept)))
        return f"http://{asked.headers.get('host', '127.0.0.1')}/v1/_pictures/{name}"


class _Answer:
    def __init__(self, wish: Wish, ways: Ways, weight: int, kind: str) -> None:
        self._wish = wish
        self._ways = ways
        self._kind = kind
        self._easel = Easel()
        made = wish.format if "mistyped" not in ways else "jpeg" if wish.format == "png" else "png"
        self._picture = Kind(wish.width, wish.height, made, weight, wish.background == "transparent")
        self._mime = Kind(1, 1, wish.format).mime

    def write_whole(self) -> Reply:
        if late := self._ways.find("late"):
            return write_json(_late(late))
        texts = self._make_all()
        data = [{"b64_json": self._easel.hang(self._spoil(text))} for text in texts]
        body = self._easel.write({"created": int(time.time()), "data": data, **self._sum_up(len(texts))})
        return Reply(200, {"content-type": "application/json"}, [body], len(texts))

    def write_links(self, keep: Callable[[str, bytes], str]) -> Reply:
        data = [{"url": keep(self._mime, text)} for text in self._make_all()]
        reply = write_json({"created": int(time.time()), "data": data, **self._sum_up(len(data))})
        return replace(reply, pictures=len(data))

    def write_stream(self) -> Reply:
        texts = self._make_all()
        wish, pieces = self._wish, list[bytes]()
        shared: dict[str, Any] = {
            "created_at": int(time.time()),
            "size": wish.size,
            "quality": wish.quality,
            "background": wish.background,
            "output_format": wish.format,
        }
        for number, text in enumerate(texts):
            for index in range(wish.partials):
                fields = {"b64_json": self._easel.hang(self._spoil(make_picture(self._picture)))}
                pieces.append(self._event("partial_image", fields | shared | {"partial_image_index": index}))
            if number == 0 and ("late" in self._ways or "cut" in self._ways):
                late = self._ways.find("late")
                error = (
                    [b"event: error\ndata: " + orjson.dumps({"type": "error", **_late(late)}) + b"\n\n"] if late else []
                )
                return Reply(200, {"content-type": "text/event-stream; charset=utf-8"}, [*pieces, *error], stream=True)
            usage = self._count(1) if "no usage" not in self._ways else {}
            completed = {"b64_json": self._easel.hang(self._spoil(text))} | shared | usage
            pieces.append(self._event("completed", completed | self._add_safety()))
        headers = {"content-type": "text/event-stream; charset=utf-8"}
        return Reply(200, headers, pieces or [b": nothing\n\n"], len(texts), stream=True)

    def _make_all(self) -> list[bytes]:
        if "empty" in self._ways:
            return []
        count = self._wish.n - ("few" in self._ways) + ("twice" in self._ways)
        texts = [make_picture(self._picture) for _ in range(max(count, 0))]
        if "duplicate" in self._ways:
            return [texts[0]] * max(2, self._wish.n)
        return texts

    def _spoil(self, text: bytes) -> bytes:
        return spoil_text(text, self._mime, self._ways)

    def _event(self, name: str, fields: dict[str, Any]) -> bytes:
        kind = f"{self._kind}.{name}"
        body = self._easel.write({"type": kind, **fields, **self._add_strange()})
        ping = b": ping\n\n" if "ping" in self._ways else b""
        return ping + f"event: {kind}\ndata: ".encode() + body + b"\n\n"

    def _sum_up(self, count: int) -> dict[str, Any]:
        wish = self._wish
        told = {"background": wish.background, "output_format": wish.format, "quality": wish.quality, "size": wish.size}
        usage = {} if "no usage" in self._ways else self._count(count)
        return {**told, **usage, **self._add_safety(), **self._add_strange()}

    def _add_strange(self) -> dict[str, Any]:
        return {"colour_of_mood": "blue"} if "extra" in self._ways else {}

    def _add_safety(self) -> dict[str, Any]:
        return {"safety_identifier": self._wish.safety_identifier} if self._wish.safety_identifier else {}

    def _count(self, pictures: int) -> dict[str, Any]:
        wish = self._wish
        images = pictures * (wish.model.count_tokens(wish.width, wish.height, wish.quality) + 100 * wish.partials)
        told = wish.text_tokens + wish.source_tokens
        return {
            "usage": {
                "input_tokens": told,
                "input_tokens_details": {"image_tokens": wish.source_tokens, "text_tokens": wish.text_tokens},
                "output_tokens": images,
                "output_tokens_details": {"image_tokens": images, "text_tokens": 0},
                "total_tokens": told + images,
            }
        }


def _late(late: Misbehaviour) -> dict[str, Any]:
    return errors.describe_refusal(Misbehaviour(late.argument or "503"))[1]


def _write_headers(request_id: str) -> dict[str, str]:
    return {
        "x-request-id": request_id,
        "openai-version": "2020-10-01",
        "openai-organization": "org-fake",
        "openai-processing-ms": "1",
        "x-ratelimit-limit-requests": "500",
        "x-ratelimit-remaining-requests": "499",
        "x-ratelimit-reset-requests": "120ms",
        "x-ratelimit-limit-images": "50",
        "x-ratelimit-remaining-images": "49",
        "x-ratelimit-reset-images": "1.2s",
    }


def _describe(model: Model) -> dict[str, Any]:
    owner = "somebody" if model.peer else "system"
    life = {"shutdown_date": model.shutdown} if model.shutdown else {}
    return {"id": model.name, "object": "model", "created": model.created, "owned_by": owner, **life}
