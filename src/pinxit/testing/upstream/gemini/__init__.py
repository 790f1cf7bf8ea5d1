"""Gemini's image API, as generativelanguage.googleapis.com and Vertex AI speak it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterator
from typing import Any

import orjson
import pybase64

from pinxit.testing.upstream.asking import Asked
from pinxit.testing.upstream.gemini import errors
from pinxit.testing.upstream.gemini.tables import MODELS, Model
from pinxit.testing.upstream.gemini.wishes import Signatures, Wish, count_text, read_prompt, read_wish
from pinxit.testing.upstream.misbehaviour import Misbehaviour
from pinxit.testing.upstream.pictures import Kind, make_picture
from pinxit.testing.upstream.replies import Easel, Refused, Reply, Ways, spoil_text, write_json
from pinxit.testing.upstream.rules import Rules

_VERTEX = r"(?:projects/[^/]+/locations/[^/]+/)?publishers/google/"
_PATH = re.compile(
    rf"/(v1|v1beta|v1alpha|v1beta1)/(?P<vertex>{_VERTEX})?models(?:/(?P<model>[^:]+))?(?::(?P<verb>\w+))?$"
)
_MOST_BYTES = 20 * 2**20
_THOUGHTS = 187  # tokens
_OTHER = {"image/png": "jpeg", "image/jpeg": "png"}


class Gemini:
    """Answers as Gemini does. `draws` are the paths where pictures are made."""

    name = "gemini"

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._signatures = Signatures(rules.signatures)

    def find(self, asked: Asked) -> Callable[[Asked, Ways], Reply] | None:
        match = _PATH.match(asked.path)
        if not match or (match["model"] is None and not self._is_mine(asked)):
            return None
        verbs = {"generateContent": self._draw, "streamGenerateContent": self._draw, "countTokens": self._count}
        verb = verbs.get(match["verb"] or "")
        if asked.method == "POST" and verb:
            return self._guard(verb, match)
        if asked.method == "GET" and not match["verb"] and self._is_mine(asked):
            return self._guard(self._list if match["model"] is None else self._show, match)
        return None

    @staticmethod
    def draws(path: str) -> bool:
        return path.endswith((":generateContent", ":streamGenerateContent"))

    def read_prompt(self, asked: Asked) -> str:
        return read_prompt(asked.json)

    def refuse(self, way: Misbehaviour) -> Reply:
        return errors.write_refusal(way)

    @staticmethod
    def _is_mine(asked: Asked) -> bool:
        """The path of the list of models is OpenAI's too: the credential tells who is meant."""
        google = {"x-goog-api-key", "x-goog-api-client"} & asked.headers.keys() or "key" in asked.query
        return bool(google) or "/v1/models" not in asked.path

    def _guard(self, verb: Callable[..., Reply], match: re.Match[str]) -> Callable[[Asked, Ways], Reply]:
        def answer(asked: Asked, ways: Ways) -> Reply:
            try:
                self._check_key(asked)
                return verb(asked, ways, match)
            except Refused as refused:
                return refused.reply

        return answer

    def _check_key(self, asked: Asked) -> None:
        key = asked.find_key()
        if not key:
            raise Refused(errors.write_missing_key())
        if self._rules.find_account(key) is None:
            token = bool(asked.headers.get("authorization")) and not asked.headers.get("x-goog-api-key")
            raise Refused(errors.write_bad_token() if token else errors.write_bad_key())

    def _find_model(self, match: re.Match[str], what: str) -> Model:
        if model := MODELS.get(match["model"]):
            return model
        version = match[1]
        raise Refused(
            errors.write_error(
                404,
                f"models/{match['model']} is not found for API version {version}, or is not supported for {what}."
                " Call ListModels to see the list of available models and their supported methods.",
            )
        )

    def _list(self, asked: Asked, ways: Ways, match: re.Match[str]) -> Reply:
        names = list(MODELS.values())
        size, start = _read_number(asked, "pageSize", 50), _read_number(asked, "pageToken", 0)
        more = {"nextPageToken": str(start + size)} if start + size < len(names) else {}
        return write_json({"models": [_describe(model) for model in names[start : start + size]], **more})

    def _show(self, asked: Asked, ways: Ways, match: re.Match[str]) -> Reply:
        return write_json(_describe(self._find_model(match, "getModel")))

    def _count(self, asked: Asked, ways: Ways, match: re.Match[str]) -> Reply:
        self._find_model(match, "countTokens")
        body = _read_json(asked)
        inner = body.get("generateContentRequest") or body if isinstance(body, dict) else body
        tokens = count_text(read_prompt(inner))
        return write_json({"totalTokens": tokens, "promptTokensDetails": [{"modality": "TEXT", "tokenCount": tokens}]})

    def _draw(self, asked: Asked, ways: Ways, match: re.Match[str]) -> Reply:
        model = self._find_model(match, match["verb"])
        if len(asked.body) > _MOST_BYTES:
            raise Refused(errors.write_error(400, f"Request payload size exceeds the limit: {_MOST_BYTES} bytes."))
        wish = read_wish(_read_json(asked), model.name, self._signatures, vertex=bool(match["vertex"]))
        if ways.refusal:
            return self.refuse(ways.refusal)
        answer = _Answer(wish, ways, self._rules.picture_bytes, self._signatures)
        if match["verb"] == "generateContent":
            return answer.write_whole()
        return answer.write_stream(sse=asked.query.get("alt") == "sse")


class _Answer:
    def __init__(self, wish: Wish, ways: Ways, weight: int, signatures: Signatures) -> None:
        self._wish = wish
        self._ways = ways
        self._weight = weight
        self._signatures = signatures
        self._easel = Easel()
        self._id = secrets.token_urlsafe(16)
        self._pictures = 0

    def write_whole(self) -> Reply:
        if late := self._ways.find("late"):
            return write_json(errors.describe_refusal(_error_of(late)))
        parts = list(self._make_parts())
        body = self._easel.write(self._envelope([self._candidate(parts, last=True)], last=True))
        return Reply(200, _headers("application/json; charset=UTF-8"), [body], self._pictures)

    def write_stream(self, *, sse: bool) -> Reply:
        values = list(self._make_chunks())
        texts = [self._easel.write(value) for value in values]
        if sse:
            pieces = [b"data: " + text + b"\r\n\r\n" for text in texts]
            return Reply(200, _headers("text/event-stream"), pieces, self._pictures, stream=True)
        pieces = [(b",\r\n" if place else b"[") + text for place, text in enumerate(texts)] + [b"]"]
        return Reply(200, _headers("application/json; charset=UTF-8"), pieces, self._pictures, stream=True)

    def _make_chunks(self) -> Iterator[dict[str, Any]]:
        late = self._ways.find("late")
        if late or "cut" in self._ways:
            yield self._envelope([self._candidate([{"text": "Here is "}], last=False)], last=False)
            if late:
                yield errors.describe_refusal(_error_of(late))
            return
        parts = list(self._make_parts())
        for part in parts:
            yield self._envelope([self._candidate([part], last=False)], last=False)
        yield self._envelope([self._candidate([{"text": ""}] if parts else [], last=True)], last=True)

    def _make_parts(self) -> Iterator[dict[str, Any]]:
        wish, ways = self._wish, self._ways
        if any(name in ways for name in ("finish", "block", "empty")):
            return
        if "words" in ways or not wish.pictures:
            yield {"text": "I would rather describe it: there is much light, and a table."}
            return
        if "thoughts" in ways or wish.thoughts:
            yield {"text": "**Composing**\n\nI am weighing the light.", "thought": True}
            if "thoughts" in ways:
                yield self._make_picture(thought=True)
        if wish.words:
            yield {"text": "Here is your picture: "}
        picture = self._make_picture()
        yield picture
        if "duplicate" in ways:
            self._pictures += 1
            yield picture
        if "twice" in ways:
            yield self._make_picture()

    def _make_picture(self, *, thought: bool = False) -> dict[str, Any]:
        wish, mime = self._wish, self._wish.model.mime
        made = _OTHER[mime] if "mistyped" in self._ways else mime.removeprefix("image/")
        text = make_picture(Kind(wish.width, wish.height, made, self._weight))
        part: dict[str, Any] = {
            "inlineData": {"mimeType": mime, "data": self._easel.hang(spoil_text(text, mime, self._ways))}
        }
        if thought:
            return part | {"thought": True}
        self._pictures += 1
        if wish.model.thinks:
            part["thoughtSignature"] = self._signatures.give(pybase64.b64encode(secrets.token_bytes(96)).decode())
        return part

    def _candidate(self, parts: list[dict[str, Any]], *, last: bool) -> dict[str, Any]:
        candidate: dict[str, Any] = {"content": {"parts": parts, "role": "model"}} if parts else {}
        finish = self._ways.find("finish")
        if last:
            candidate["finishReason"] = finish.argument.upper() if finish else "STOP"
            if finish and finish.argument.upper() != "STOP":
                candidate["finishMessage"] = "Unable to show the generated image."
        return candidate | {"index": 0} | ({"colour_of_mood": "blue"} if "extra" in self._ways else {})

    def _envelope(self, candidates: list[dict[str, Any]], *, last: bool) -> dict[str, Any]:
        value: dict[str, Any] = {}
        if block := self._ways.find("block"):
            value["promptFeedback"] = {"blockReason": block.argument.upper() or "PROHIBITED_CONTENT"}
        elif "empty" not in self._ways:
            value["candidates"] = candidates
        if last and "no usage" not in self._ways:
            value["usageMetadata"] = self._count()
        return value | {"modelVersion": self._wish.model.name, "responseId": self._id}

    def _count(self) -> dict[str, Any]:
        wish = self._wish
        told = [{"modality": "TEXT", "tokenCount": wish.text_tokens}]
        told += [{"modality": "IMAGE", "tokenCount": wish.source_tokens}] if wish.source_tokens else []
        prompt = wish.text_tokens + wish.source_tokens
        usage: dict[str, Any] = {"promptTokenCount": prompt, "totalTokenCount": prompt, "promptTokensDetails": told}
        thoughts = _THOUGHTS if wish.model.thinks and "block" not in self._ways else 0
        if self._pictures or "words" in self._ways:
            words = 7 if wish.words or "words" in self._ways else 0
            usage["candidatesTokenCount"] = made = self._pictures * wish.tokens + words
            if self._pictures:
                images = {"modality": "IMAGE", "tokenCount": self._pictures * wish.tokens}
                usage["candidatesTokensDetails"] = [images]
            usage["totalTokenCount"] += made
        if thoughts:
            usage["thoughtsTokenCount"] = thoughts
            usage["totalTokenCount"] += thoughts
        return usage


def _read_number(asked: Asked, name: str, usual: int) -> int:
    text = asked.query.get(name) or str(usual)
    if text.isdecimal() and len(text) < 6:
        return min(int(text), 1000)
    raise Refused(errors.write_error(400, f"Invalid value at '{name}' (TYPE_INT32), \"{text}\""))


def _error_of(late: Misbehaviour) -> Misbehaviour:
    return Misbehaviour(late.argument or "503", retry=late.retry)


def _headers(kind: str) -> dict[str, str]:
    return {"content-type": kind, "vary": "Origin", "x-content-type-options": "nosniff"}


def _describe(model: Model) -> dict[str, Any]:
    return {
        "name": f"models/{model.name}",
        "version": "1",
        "displayName": model.title,
        "description": f"The stand-in's {model.title}",
        "inputTokenLimit": 32768,
        "outputTokenLimit": 32768,
        "supportedGenerationMethods": ["generateContent", "countTokens", "batchGenerateContent"],
        "temperature": 1,
        "topP": 0.95,
        "topK": 64,
        "maxTemperature": 1,
        **({"thinking": True} if model.thinks else {}),
    }


def _read_json(asked: Asked) -> Any:
    try:
        return asked.json
    except orjson.JSONDecodeError as error:
        message = f"Invalid JSON payload received. {error.msg}.\n"
        raise Refused(errors.write_error(400, message)) from error
