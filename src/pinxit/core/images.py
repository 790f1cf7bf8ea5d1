"""The nouns of a request: frozen values, checked at birth, that cross processes and machines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from pinxit.core.errors import InvalidRequest

MIN_SIDE = 64
MAX_SIDE = 4096
MAX_PIXELS = 16_800_000  # a 4096 x 4096 picture is 16.78 megapixels
MAX_PROMPT = 32_000
MAX_PICTURES = 10
MAX_PARTIALS = 3
MAX_SOURCE_BYTES = 20 * 2**20

# The seed's table of aspect ratios, "Size" section of the API page that this product implements.
RATIOS: dict[str, tuple[int, int]] = {
    "1:1": (1024, 1024),
    "2:3": (832, 1248),
    "3:2": (1248, 832),
    "3:4": (864, 1184),
    "4:3": (1184, 864),
    "4:5": (896, 1152),
    "5:4": (1152, 896),
    "9:16": (768, 1344),
    "16:9": (1344, 768),
    "21:9": (1536, 672),
}

_PIXELS = re.compile(r"(\d{1,5})\s*[xX×*]\s*(\d{1,5})")


@dataclass(frozen=True, slots=True)
class Size:
    """Pixels of a picture: `width` x `height`."""

    width: int
    height: int

    def __post_init__(self) -> None:
        for side in (self.width, self.height):
            if not MIN_SIDE <= side <= MAX_SIDE:
                raise InvalidRequest(
                    f"Each side must be {MIN_SIDE} to {MAX_SIDE} pixels, not {side}.",
                    param="size",
                    code="invalid_value",
                )
        if self.width * self.height > MAX_PIXELS:
            raise InvalidRequest(
                f"At most {MAX_PIXELS / 1e6:.1f} megapixels, not {self.width}x{self.height}.",
                param="size",
                code="invalid_value",
            )

    @classmethod
    def parse(cls, text: str) -> Size | None:
        """Read `16:9`, `1344x768` or `auto` (None: the prompt decides).

        Raises InvalidRequest with param `size` for anything else; never falls back to another size.
        """
        word = text.strip().lower()
        if word == "auto":
            return None
        if word in RATIOS:
            return cls(*RATIOS[word])
        if match := _PIXELS.fullmatch(word):
            return cls(int(match[1]), int(match[2]))
        raise InvalidRequest(
            f"Size {text[:40]!r} is not one of {', '.join(RATIOS)}, WIDTHxHEIGHT in pixels, or auto.",
            param="size",
            code="invalid_value",
        )

    @property
    def ratio(self) -> str:
        """The seed's name of this size (`16:9`), or `1000x600` where it has none."""
        for name, pixels in RATIOS.items():
            if pixels == (self.width, self.height):
                return name
        return f"{self.width}x{self.height}"


class Format(StrEnum):
    """How the bytes of a picture are encoded."""

    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"

    @property
    def mime(self) -> str:
        return f"image/{self.value}"

    @property
    def has_alpha(self) -> bool:
        return self is not Format.JPEG


class Quality(StrEnum):
    """How much work goes into a picture."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Background(StrEnum):
    TRANSPARENT = "transparent"
    OPAQUE = "opaque"
    AUTO = "auto"


_SIGNATURES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png"),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp"),
    (re.compile(rb"GIF8[79]a"), "image/gif"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A picture that a request brings along: the bytes of a PNG, JPEG, WebP or GIF file, not decoded here.

    Raises InvalidRequest with param `image` for other files and for more than 20 MB.
    """

    data: bytes

    def __post_init__(self) -> None:
        if len(self.data) > MAX_SOURCE_BYTES:
            raise InvalidRequest(
                f"A source picture may have {MAX_SOURCE_BYTES >> 20} MB, not {len(self.data) / 2**20:.1f}.",
                param="image",
                code="image_too_large",
            )
        if self.mime is None:
            raise InvalidRequest(
                "A source picture must be a PNG, JPEG, WebP or GIF file.", param="image", code="invalid_image"
            )

    @property
    def mime(self) -> str | None:
        """The kind of file by its first bytes; None for none of the four."""
        return next((mime for signature, mime in _SIGNATURES if signature.match(self.data)), None)


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """One wish for `n` pictures. `size` None lets the prompt decide; `seed` None takes one from the prompt.

    `sources` are pictures to work from, in the order in which they came. `partials` is how many unfinished states of
    each picture are wanted while it is made, 0 to 3; an engine may send fewer.
    """

    model: str
    prompt: str
    size: Size | None = None
    n: int = 1
    quality: Quality = Quality.HIGH
    format: Format = Format.PNG
    compression: int = 100
    background: Background = Background.AUTO
    seed: int | None = None
    user: str | None = None
    sources: tuple[Source, ...] = ()
    partials: int = 0

    def __post_init__(self) -> None:
        if not self.prompt.strip():
            raise InvalidRequest("Say in `prompt` what the picture should show.", param="prompt")
        if len(self.prompt) > MAX_PROMPT:
            raise InvalidRequest(
                f"The prompt has {len(self.prompt):,} characters; the limit is {MAX_PROMPT:,}.", param="prompt"
            )
        if not 1 <= self.n <= MAX_PICTURES:
            raise InvalidRequest(f"`n` must be 1 to {MAX_PICTURES}, not {self.n}.", param="n")
        if not 0 <= self.compression <= 100:
            raise InvalidRequest("`output_compression` must be 0 to 100.", param="output_compression")
        if self.background is Background.TRANSPARENT and not self.format.has_alpha:
            raise InvalidRequest("A transparent background needs output_format png or webp.", param="background")
        if self.seed is not None and not 0 <= self.seed < 2**63:
            raise InvalidRequest("`seed` must be 0 to 2^63 - 1.", param="seed")
        if not 0 <= self.partials <= MAX_PARTIALS:
            raise InvalidRequest(f"`partial_images` must be 0 to {MAX_PARTIALS}.", param="partial_images")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work on picture `index` is: `fraction` 0 to 1, and what is being done, in a word or two."""

    index: int
    fraction: float
    stage: str


@dataclass(frozen=True, slots=True)
class Partial:
    """An unfinished state of picture `index`: `step` counts from 0, `stage` names it ("composition")."""

    index: int
    step: int
    stage: str
    data: bytes
    size: Size
    format: Format


@dataclass(frozen=True, slots=True)
class Picture:
    """One finished picture: encoded bytes and what was really drawn."""

    index: int
    data: bytes
    size: Size
    format: Format
    seed: int
    description: str
    missing: tuple[str, ...] = field(default=())
    """What the prompt named and the engine could not draw as asked."""
    transparent: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of a request, as the seed counts them."""

    text_tokens: int
    image_tokens: int
    output_tokens: int

    @property
    def input_tokens(self) -> int:
        return self.text_tokens + self.image_tokens

    @property
    def total_tokens(self) -> int:
        return self.input_tokens + self.output_tokens
