"""A request as a model understands it: its size, its steps, how it is edited, and an item for each picture."""

from __future__ import annotations

import hashlib
import io
import math
import re
from collections.abc import Sequence
from typing import cast

from PIL import Image

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import ImageRequest, Quality, Size
from pinxit.core.sizes import at_tier
from pinxit.engines.diffusers.cards import STRENGTH, list_sizes
from pinxit.engines.diffusers.work import Item, Lora, Manner
from pinxit.weights import Facts

_SEEDS = 2**63
_SHARES = {Quality.LOW: 0.5, Quality.MEDIUM: 0.75}
_SHAPE = 0.04  # of the logarithm of width by height: less is the same shape, cut or padded by some pixels
_OPEN = 26  # of 255: what is less opaque is to be made anew
_LORA = re.compile(r"(?P<name>[^,:]+?)\s*(?::\s*(?P<weight>[-+]?(?:\d+\.?\d*|\.\d+)))?")
_MOST = 2.0  # weight of a LoRA, in both directions


def make_manner(facts: Facts, request: ImageRequest) -> Manner:
    """How the pictures of a request are made. It looks into the first source, which takes a moment.

    Quality means steps: high is what the model wants, medium three quarters of it, low half; the option `steps` goes
    before. Where a source of another shape than the wished size comes without mask and strength, to a model that does
    not follow instructions, what lies around it is painted. Raises InvalidRequest.
    """
    size = choose_size(facts, request)
    edit = choose_edit(facts, request, size)
    given = dict(request.options)
    strength = cast("float | None", given.get("strength"))
    return Manner(
        width=size.width,
        height=size.height,
        steps=cast("int | None", given.get("steps")) or choose_steps(facts, request.quality),
        guidance=float(cast("float", given.get("guidance_scale", facts.guidance))),
        scheduler=str(given.get("scheduler", "")),
        strength=(STRENGTH if edit == "image" and not facts.instructs else 0.0)
        if strength is None
        else float(strength),
        edit=edit,
        sources=len(request.sources),
        negated=bool(str(given.get("negative_prompt", "")).strip()),
        loras=read_loras(str(given.get("lora", ""))),
        apart=_keep_apart(facts, request),
    )


def make_items(request: ImageRequest, first: int) -> list[Item]:
    """An item for each picture; picture i has the seed `first` + i."""
    sources = tuple(source.data for source in request.sources)
    mask = None if request.mask is None else request.mask.data
    negative = str(request.option("negative_prompt") or "").strip()
    return [
        Item(request.prompt, (first + index) % _SEEDS, negative, sources, mask, request.partials)
        for index in range(request.n)
    ]


def choose_seed(prompt: str) -> int:
    """The seed of a prompt that came without one, 0 to 2^32 - 1: the same words always give the same picture."""
    return int.from_bytes(hashlib.sha256(prompt.strip().encode(errors="surrogatepass")).digest()[:4], "big")


def choose_steps(facts: Facts, quality: Quality) -> int:
    """The steps of a quality."""
    return max(1, math.ceil(facts.steps * _SHARES.get(quality, 1.0)))


def choose_size(facts: Facts, request: ImageRequest) -> Size:
    """What was asked for; else the shape of the first source, else a square, as large as the model was trained on."""
    native = list_sizes(facts)
    if request.size is not None:
        return native.nearest(request.size)
    told = request.sources[0].pixels if request.sources else None
    width, height = told or (1, 1)
    share = facts.side / math.sqrt(width * height)
    # The limits of a Size hold for what callers ask; a source may be longer, and is brought within the model's.
    longest = max(width, height) * share / native.max_side
    width, height = (round(side * share / max(1.0, longest)) for side in (width, height))
    size = native.nearest(Size(max(64, width), max(64, height)))
    return native.nearest(at_tier(size, request.tier)) if request.tier else size


def choose_edit(facts: Facts, request: ImageRequest, size: Size) -> str:
    """What is done with the sources: "" without any, "image", "mask" or "outpaint"."""
    if not request.sources:
        return ""
    if request.mask is not None:
        return "mask"
    if facts.instructs or not facts.masks or len(request.sources) > 1:
        return "image"
    if _has_holes(request.sources[0].data):
        return "mask"
    told = request.sources[0].pixels
    if request.size is None or told is None or request.option("strength") is not None:
        return "image"
    other = abs(math.log(told[0] / told[1] / (size.width / size.height))) > _SHAPE
    return "outpaint" if other else "image"


def read_loras(text: str) -> tuple[Lora, ...]:
    """`name` or `name:0.8, other:-0.5`. Whether there are such files is seen when they are loaded."""
    loras = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        match = _LORA.fullmatch(part)
        weight = float(match["weight"] or 1.0) if match else math.inf
        if match is None or abs(weight) > _MOST:
            raise InvalidRequest(
                f"`lora` must be NAME or NAME:WEIGHT, several with commas between, each weight from -2 to 2; "
                f"not {part[:60]!r}.",
                param="lora",
                code="invalid_value",
            )
        loras.append(Lora(match["name"], weight))
    return tuple(loras)


def _keep_apart(facts: Facts, request: ImageRequest) -> str:
    """What must be the same for wishes to be painted in one call."""
    if not (facts.instructs and request.sources):
        return ""
    # All pictures of one call are made from the same sources.
    files: Sequence[bytes] = [source.data for source in request.sources]
    return hashlib.sha256(b"".join(hashlib.sha256(data).digest() for data in files)).hexdigest()


def _has_holes(data: bytes) -> bool:
    """Is a part of the picture transparent? Files that cannot be read are refused where they are read in full."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            if not image.has_transparency_data:
                return False
            return (
                image.convert("RGBA").getchannel("A").point(lambda value: 255 * (value < _OPEN)).getbbox() is not None
            )
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
