"""The other way round: a wish as the body of `:generateContent`, for a service that speaks this dialect.

What has no word there is left out: quality (which here chooses no class of resolution: that would change the price),
masks, and what a picture is encoded in, which whoever asks does by himself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

import orjson
import pybase64

from pinxit.core.images import RATIOS, ImageRequest, Size, Source, Tier
from pinxit.core.sizes import Native, load_tiers
from pinxit.dialects.gemini.models import (
    Blob,
    Content,
    GenerateContentRequest,
    GenerationConfig,
    ImageConfig,
    Part,
)
from pinxit.dialects.wire import clean

_VARIATION = "Make a variation of this picture."
_CATEGORIES = ("HARASSMENT", "HATE_SPEECH", "SEXUALLY_EXPLICIT", "DANGEROUS_CONTENT")
_BITS = 2**32
_LABEL = 32  # characters; Google takes 63


@dataclass(frozen=True, slots=True)
class Shapes:
    """The pixels of each aspect ratio that a model makes, in each of its classes of resolution; none: it has none."""

    table: Mapping[Size, tuple[str, Tier | None]] = field(default_factory=dict)

    @property
    def native(self) -> Native:
        return Native(table=tuple(self.table))

    @property
    def tiers(self) -> list[Tier]:
        said = {tier for _, tier in self.table.values()}
        return [tier for tier in Tier if tier in said]

    def choose(self, size: Size) -> tuple[str, Tier | None]:
        """The aspect ratio and the class of resolution that come nearest to a size, first in shape, then in area."""
        return self.table.get(size) or self.table[self.native.nearest(size)]


def make_shapes(ratios: Iterable[str] = (), tiers: Sequence[Tier] = ()) -> Shapes:
    """Shapes of these ratios and classes; all of `tiers.toml` for no ratios, those of the seed for no classes."""
    if not tiers:
        return Shapes({Size(*pixels): (ratio, None) for ratio, pixels in RATIOS.items()})
    rows = load_tiers()
    return Shapes({rows[ratio][tier]: (ratio, tier) for tier in tiers for ratio in ratios or rows})


@dataclass(frozen=True, slots=True)
class Manner:
    """How a model wants to be asked. `thinks`: it draws by thoughts, whose signatures it wants to see again.

    `labels`: it takes a hash of the caller's user, as Vertex AI does.
    """

    shapes: Shapes
    thinks: bool = False
    labels: bool = False


def write_requests(request: ImageRequest, manner: Manner) -> list[bytes]:
    """The bodies that ask for `request.n` pictures, one for each: a service makes one at a time.

    Without a seed all are the same bytes; with one, each has its own.
    """
    message = GenerateContentRequest(contents=_write_contents(request, manner))
    message.generation_config = config = _write_config(request, manner)
    if request.option("moderation") == "low":
        message.safety_settings = [
            {"category": f"HARM_CATEGORY_{name}", "threshold": "BLOCK_ONLY_HIGH"} for name in _CATEGORIES
        ]
    if manner.labels and request.user:
        digest = hashlib.sha256(request.user.encode("utf-8", "surrogatepass")).hexdigest()
        message.labels = {"user": digest[:_LABEL]}
    if request.seed is None:
        return [_write(message)] * request.n
    bodies = []
    for index in range(request.n):
        config.seed = write_seed(request.seed + index)
        bodies.append(_write(message))
    return bodies


def write_seed(seed: int) -> int:
    """A seed as Google's signed number of 32 bits: what `wishes.read_seed` has read comes out as it came in."""
    low = seed % _BITS
    return low - _BITS if low >= _BITS // 2 else low


def _write(message: GenerateContentRequest) -> bytes:
    return orjson.dumps(message.model_dump(by_alias=True, exclude_none=True))


def _write_contents(request: ImageRequest, manner: Manner) -> list[Content]:
    """The pictures that the model signed as a turn of its own, then what the caller says of them and of others.

    A signed picture behind one without a signature stays with it, so that "the second picture" is the second one.
    """
    signed = list(takewhile(lambda source: source.signature, request.sources)) if manner.thinks else []
    words = clean(request.prompt) if request.prompt.strip() else _VARIATION
    said = [_write_source(source) for source in request.sources[len(signed) :]]
    turns = [Content(role="user", parts=[*said, Part(text=words)])]
    if signed:
        turns.insert(0, Content(role="model", parts=[_write_source(source, source.signature) for source in signed]))
    return turns


def _write_source(source: Source, signature: str | None = None) -> Part:
    data = pybase64.b64encode_as_string(source.data)
    return Part(inline_data=Blob(mime_type=source.mime, data=data), thought_signature=signature)


def _write_config(request: ImageRequest, manner: Manner) -> GenerationConfig:
    # Words too, which is what the service does by itself: a caller of this dialect may want to read them.
    config = GenerationConfig(response_modalities=["TEXT", "IMAGE"])
    if request.size is not None:
        ratio, tier = manner.shapes.choose(request.size)
        config.image_config = ImageConfig(aspect_ratio=ratio, image_size=tier)
    elif request.tier in manner.shapes.tiers:
        # No ratio: it follows the first picture, or what the prompt says.
        config.image_config = ImageConfig(image_size=request.tier)
    if manner.thinks and request.partials:
        thinking: dict[str, Any] = {"includeThoughts": True}
        config.thinking_config = thinking
    return config
