"""Gemini's image models, by the Gemini API or Vertex AI: the real thing behind the same names."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from pinxit.core.engine import Drawn, ModelCard
from pinxit.core.errors import NoPicture, PinxitError, UnknownModel, UpstreamFailed
from pinxit.core.images import Format, ImageRequest, Partial, Picture
from pinxit.core.tokens import count_usage
from pinxit.dialects.gemini.asking import write_requests
from pinxit.dialects.gemini.hearing import Complaint, Heard, read_answer, read_complaint
from pinxit.engines.upstreams.calls import Call, Emit, run_aside, run_together
from pinxit.engines.upstreams.connection import Answer, Connection, Question
from pinxit.engines.upstreams.gemini_models import GeminiModel, list_models
from pinxit.engines.upstreams.google_access import open_access
from pinxit.engines.upstreams.pictures import Unpacked, encode_as, unpack
from pinxit.engines.upstreams.refusals import Refused, Refuser, read_wait
from pinxit.engines.upstreams.signatures import Signatures
from pinxit.upstreams import Secret, Upstream

_WAIT = 5.0  # seconds, where a busy service does not say how long
_SEEDS = 2**63
_VARIATION = "A variation of the picture that came along."


@dataclass(frozen=True, slots=True)
class _Wish:
    """One of the pictures of a request: Gemini refuses candidateCount > 1, so each is a call of its own."""

    model: GeminiModel
    request: ImageRequest
    index: int
    body: bytes


class GeminiEngine:
    """Asks the Gemini API, or Vertex AI, for each picture by itself. `credentials` stand in for those of google-auth.

    Of its settings it reads `url`, `key`, `keys`, `models`, `at_once`, `timeout`, `api_version`, `certificate`, and for
    Vertex AI `project`, `region` and `credentials`. Raises ConfigurationError and EngineMissing.
    """

    def __init__(self, upstream: Upstream, credentials: Any = None) -> None:
        self.name = upstream.name
        self.capacity = upstream.at_once
        self.accounts = frozenset(upstream.keys)
        self._models = {model.card.name: model for model in list_models(upstream)}
        self._refuser = Refuser(upstream)
        self._mask = upstream.mask
        self._access = open_access(upstream, self._refuse_credentials, credentials)
        self._connection = Connection(upstream, "")
        self._signatures = Signatures()

    def models(self) -> Sequence[ModelCard]:
        return [model.card for model in self._models.values()]

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Drawn]:
        """Yield for each picture its interim states, its tokens and itself, and Missed for those that failed.

        Where all fail, the gravest error is raised.
        """
        model = self._find(request.model)
        bodies = await self._write(model, request)
        calls = [
            Call(range(index, index + 1), partial(self._answer, _Wish(model, request, index, body)))
            for index, body in enumerate(bodies)
        ]
        async with aclosing(run_together(calls)) as events:
            async for event in events:
                yield event

    async def close(self) -> None:
        await self._connection.close()

    def _find(self, name: str) -> GeminiModel:
        for model in self._models.values():
            if name == model.card.name or name in model.card.aliases:
                return model
        raise UnknownModel(f"{self.name} has no model {name[:80]!r}.", param="model", code="model_not_found")

    async def _write(self, model: GeminiModel, request: ImageRequest) -> list[bytes]:
        def write() -> list[bytes]:
            signed = self._signatures.recall(model.card.name, request) if model.manner.thinks else request
            return write_requests(signed, model.manner)

        weight = sum(len(source.data) for source in request.sources)
        return await run_aside(weight, write)

    async def _answer(self, wish: _Wish, emit: Emit) -> None:
        try:
            drawn = await self._ask(wish)
        except NoPicture as error:
            # The model was in the mood for words, or for nothing: the next time it often is not.
            if error.reason != "no_image":
                raise
            drawn = await self._ask(wish)
        for event in drawn:
            emit(event)

    async def _ask(self, wish: _Wish) -> list[Drawn]:
        address, headers = await self._access.open(wish.model.card.name, wish.request.payer)
        answer = await self._connection.ask(Question(address, headers=headers, body=wish.body))
        try:
            drawn = await run_aside(len(answer.body), partial(self._read, wish, answer))
        except PinxitError as error:
            raise self._conceal(error, headers) from error.__cause__
        if isinstance(drawn, Complaint):
            refusal = self._refuse(drawn, answer.headers)
            if answer.status == 200 and isinstance(refusal, UpstreamFailed):
                refusal.undone = False  # it had begun
            raise self._conceal(refusal, headers)
        return drawn

    def _read(self, wish: _Wish, answer: Answer) -> list[Drawn] | Complaint:
        """What an answer comes to. It unpacks megabytes: not on the event loop."""
        if answer.status != 200:
            return read_complaint(answer.status, answer.body)
        heard = read_answer(answer.body)
        if isinstance(heard, Complaint):
            return heard
        picture = _make_picture(wish, heard)
        if heard.signature:
            self._signatures.keep(wish.model.card.name, picture.data, heard.signature)
        usage = heard.usage or count_usage(wish.request.prompt, [picture], wish.request.sources)
        return [*_make_partials(wish, heard), usage, picture]

    def _refuse(self, complaint: Complaint, headers: Mapping[str, str]) -> PinxitError:
        if complaint.denied:
            self._access.forget()
        elif complaint.status == 400 and not complaint.message:
            # Google says what it does not like. Whoever stands between does not.
            return UpstreamFailed(f"{self.name} answered with HTTP 400 and no reason.", code="upstream_garbled")
        status = 401 if complaint.denied and complaint.status != 403 else complaint.status
        wait = complaint.wait or read_wait(headers) or _WAIT
        # An InvalidRequest goes by our own codes, not by Google's INVALID_ARGUMENT.
        code = "" if status == 400 else complaint.code
        return self._refuser.tell(Refused(status, complaint.message, code, spent=complaint.spent, wait=wait))

    def _refuse_credentials(self, code: str) -> PinxitError:
        return self._refuser.tell(Refused(401, code=code))

    def _conceal(self, error: PinxitError, headers: Mapping[str, str]) -> PinxitError:
        """The error without what we showed to be let in, which a strange service may repeat."""
        shown = (Secret(value.removeprefix("Bearer ")) for value in headers.values())
        error.message = self._mask(error.message, *shown)
        error.args = (error.message,)
        return error


def _make_picture(wish: _Wish, heard: Heard) -> Picture:
    request = wish.request
    unpacked = _encode(unpack(heard.picture), request, wish.model.card.formats)
    return Picture(
        index=wish.index,
        data=unpacked.data,
        size=unpacked.size,
        format=unpacked.format,
        seed=0 if request.seed is None else (request.seed + wish.index) % _SEEDS,
        description=heard.description or request.prompt.strip() or _VARIATION,
        text=unpacked.text,
        signature=heard.signature,
    )


def _make_partials(wish: _Wish, heard: Heard) -> list[Partial]:
    """The last ones of the interim pictures, as many as were wanted. One that cannot be read is not missed."""
    shown: list[Unpacked] = []
    for thought in heard.thoughts[-wish.request.partials :] if wish.request.partials else ():
        try:
            shown.append(_encode(unpack(thought), wish.request, wish.model.card.formats))
        except UpstreamFailed:
            continue
    return [Partial(wish.index, step, "thought", one.data, one.size, one.format) for step, one in enumerate(shown)]


def _encode(unpacked: Unpacked, request: ImageRequest, usual: Sequence[Format]) -> Unpacked:
    """As it came where nobody asked for another format: what it is signed with (C2PA) stays good."""
    if not request.format_said and unpacked.format in usual:
        return unpacked
    smaller = request.compression != 100 and unpacked.format is request.format
    if smaller:
        return encode_as(replace(unpacked, text=None), request.format, request.compression, anew=True)
    return encode_as(unpacked, request.format, request.compression)
