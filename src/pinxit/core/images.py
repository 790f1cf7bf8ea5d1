"""The nouns of a request: frozen values, checked at birth, that cross processes and machines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from pinxit.core.errors import InvalidRequest
from pinxit.core.headers import read_size

MIN_SIDE = 64
MAX_SIDE = 12_288  # the long side of 8:1 in the tier 4K
MAX_PIXELS = 18_900_000  # 12288 x 1536, the largest picture of the table of tiers
MAX_PROMPT = 32_000
MAX_PICTURES = 10
MAX_PARTIALS = 3
MAX_SOURCE_BYTES = 20 * 2**20
MAX_SOURCE_PIXELS = 50_000_000
MAX_FRAMES = 16
MAX_FRAME_TIME = 655_350  # milliseconds: a GIF counts hundredths of a second in 16 bits

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


@dataclass(frozen=True, slots=True)
class Size:
    """Pixels of a picture: `width` x `height`. `pinxit.core.sizes` reads what callers write for it."""

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
    GIF = "gif"
    SVG = "svg"

    @property
    def mime(self) -> str:
        return "image/svg+xml" if self is Format.SVG else f"image/{self.value}"

    @property
    def has_alpha(self) -> bool:
        """Can it hold a transparent background with soft edges?"""
        return self in {Format.PNG, Format.WEBP, Format.SVG}

    @property
    def lossy(self) -> bool:
        """Does `compression` mean anything to it?"""
        return self in {Format.JPEG, Format.WEBP}


class Quality(StrEnum):
    """How much work goes into a picture."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    XHIGH = "xhigh"
    MAX = "max"


class Tier(StrEnum):
    """A class of resolution, by the side of its square: 512, 1024, 2048 or 4096 pixels."""

    HALF = "512"
    ONE = "1K"
    TWO = "2K"
    FOUR = "4K"


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

    `name` is the field that it came in. Raises InvalidRequest with that param for other files, for more than 20 MB and,
    where the header tells, for more than 50 megapixels.
    """

    data: bytes
    name: str = "image"
    signature: str | None = None
    """What the model that made it sent along, to be shown to it again; base64, opaque."""

    def __post_init__(self) -> None:
        if len(self.data) > MAX_SOURCE_BYTES:
            raise InvalidRequest(
                f"A source picture may have {MAX_SOURCE_BYTES >> 20} MB, not {len(self.data) / 2**20:.1f}.",
                param=self.name,
                code="image_too_large",
            )
        if self.mime is None:
            raise InvalidRequest(
                "A source picture must be a PNG, JPEG, WebP or GIF file.", param=self.name, code="invalid_image"
            )
        width, height = self.pixels or (1, 1)
        if width * height > MAX_SOURCE_PIXELS:
            raise InvalidRequest(
                f"A source picture may have {MAX_SOURCE_PIXELS // 10**6} megapixels, not {width}x{height}.",
                param=self.name,
                code="image_too_large",
            )

    @property
    def pixels(self) -> tuple[int, int] | None:
        """Width and height as the header tells them; None where it does not."""
        return read_size(self.data)

    @property
    def mime(self) -> str | None:
        """The kind of file by its first bytes; None for none of the four."""
        return next((mime for signature, mime in _SIGNATURES if signature.match(self.data)), None)


@dataclass(frozen=True, slots=True)
class Animation:
    """A moving picture: `frames` pictures, 2 to 16, each shown for `milliseconds`, 10 to 655,350."""

    frames: int = 9
    milliseconds: int = 200

    def __post_init__(self) -> None:
        if not 2 <= self.frames <= MAX_FRAMES:
            raise InvalidRequest(f"`frame_count` must be 2 to {MAX_FRAMES}, not {self.frames}.", param="frame_count")
        if not 10 <= self.milliseconds <= MAX_FRAME_TIME:
            raise InvalidRequest(
                f"`frame_duration_ms` must be 10 to {MAX_FRAME_TIME}, not {self.milliseconds}.",
                param="frame_duration_ms",
            )


OptionValue = str | int | float | bool


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """One wish for `n` pictures. `size` None lets the prompt decide; `seed` None takes one from the prompt.

    `sources` are pictures to work from, in the order in which they came; with a source the prompt may be empty, which
    asks for a variation of it. Where `mask` is transparent (alpha 0) the first source is to be made anew, the rest of
    it stays. `partials` is how many unfinished states of each picture are wanted while it is made, 0 to 3; an engine
    may send fewer. `tier`, with `size` None, is the class of resolution in which the prompt's size is made. `strict`
    refuses a size that the model cannot make by itself, instead of fitting the nearest. `animation` belongs to GIF.
    `options` are wishes that only some models know, by name; the model's card has them.
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
    mask: Source | None = None
    partials: int = 0
    tier: Tier | None = None
    strict: bool = False
    animation: Animation | None = None
    options: tuple[tuple[str, OptionValue], ...] = ()
    payer: str = ""
    """Prefix of the key that the picture is made for: engines with accounts of their own choose one by it."""
    format_said: bool = True
    """Was `format` named? Else a picture that comes in another one stays as it is, with all that it is signed with."""
    quality_said: bool = True
    """Was `quality` named? Else a service behind the endpoint chooses by itself, as it does for its own callers."""
    pixels_said: bool = True
    """Was `size` named in pixels? Else an aspect ratio was, and a size of that shape and class will do."""

    def option(self, name: str) -> OptionValue | None:
        """The value of an option; None where it was not given."""
        return dict(self.options).get(name)

    def __post_init__(self) -> None:
        if not self.prompt.strip() and not self.sources:
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
            raise InvalidRequest("A transparent background needs output_format png, webp or svg.", param="background")
        if self.compression != 100 and not self.format.lossy:
            raise InvalidRequest(
                "`output_compression` is for jpeg and webp; leave it out or send 100.", param="output_compression"
            )
        if self.seed is not None and not 0 <= self.seed < 2**63:
            raise InvalidRequest("`seed` must be 0 to 2^63 - 1.", param="seed")
        if not 0 <= self.partials <= MAX_PARTIALS:
            raise InvalidRequest(f"`partial_images` must be 0 to {MAX_PARTIALS}.", param="partial_images")
        if self.animation is not None and self.format is not Format.GIF:
            raise InvalidRequest("Frames belong to output_format gif.", param="frame_count")
        if self.mask is not None and not self.sources:
            raise InvalidRequest("A mask needs a source picture that it covers.", param="mask")
        self._check_mask()

    def _check_mask(self) -> None:
        """Refuse a mask of another size, as far as the headers tell: a turned photo has its sides exchanged."""
        if self.mask is None or not (told := self.mask.pixels) or not (covered := self.sources[0].pixels):
            return
        if sorted(told) != sorted(covered):
            raise InvalidRequest(
                f"The mask is {told[0]}x{told[1]} and must be of the first picture's size, {covered[0]}x{covered[1]}.",
                param="mask",
                code="invalid_image",
            )


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
    native: Size | None = None
    """The size that the engine made, where another was asked for and it was fitted to that."""
    text: bytes | None = field(default=None, repr=False)
    """`data` in standard base64, where it came so: it need not be encoded again. Not kept."""
    signature: str | None = field(default=None, repr=False)
    """What the model wants to see again when this picture is changed further; base64, opaque."""
    usage: Usage | None = None
    """Its share of the tokens that a service told; None where they are counted."""


@dataclass(frozen=True, slots=True)
class Missed:
    """Picture `index` could not be made, and why; others of the same request were."""

    index: int
    error: Exception


@dataclass(frozen=True, slots=True)
class Served:
    """Who makes the pictures that follow: an engine and its model, and why they do `instead` of those asked for.

    `instead` is empty, or a word or two for a header: "fallback: upstream_unreachable".
    """

    engine: str
    model: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of a request, as the seed counts them. An engine that is told them by an upstream yields them."""

    text_tokens: int
    image_tokens: int
    output_tokens: int
    output_text_tokens: int = 0
    """How many of the output's tokens are words and thoughts, not pictures."""

    @property
    def input_tokens(self) -> int:
        return self.text_tokens + self.image_tokens

    @property
    def total_tokens(self) -> int:
        return self.input_tokens + self.output_tokens

    @property
    def output_image_tokens(self) -> int:
        return self.output_tokens - self.output_text_tokens

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.text_tokens + other.text_tokens,
            self.image_tokens + other.image_tokens,
            self.output_tokens + other.output_tokens,
            self.output_text_tokens + other.output_text_tokens,
        )
