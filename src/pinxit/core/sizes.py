"""What callers write for a size, and which size a model makes of it: the one place where both are decided.

A size is a ratio (`16:9`), pixels (`1344x768`), a class of resolution (`2K`) or `auto`; or it is said in two fields, an
aspect ratio and a resolution. A ratio alone has the pixels of the seed's table. With a resolution, and for ratios that
the seed lacks, it has those of `tiers.toml`.
"""

from __future__ import annotations

import math
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import MAX_PIXELS, MAX_SIDE, MIN_SIDE, RATIOS, Size, Tier

AUTO = "auto"
_PIXELS = re.compile(r"(\d{1,5})\s*[xX×*]\s*(\d{1,5})")
_ALIKE = 0.04  # of the logarithm: 4:5 is 896x1152 here and 928x1152 there, and 3:4 is still far away
_TIERS = {"512": Tier.HALF, "0.5k": Tier.HALF, "1k": Tier.ONE, "2k": Tier.TWO, "4k": Tier.FOUR}


@cache
def load_tiers() -> dict[str, dict[Tier, Size]]:
    """Fourteen aspect ratios, each with its pixels in each class of resolution."""
    text = resources.files("pinxit.core").joinpath("tiers.toml").read_text("utf-8")
    return {
        ratio: {Tier(tier): Size(*map(int, pixels.split("x"))) for tier, pixels in row.items()}
        for ratio, row in tomllib.loads(text).items()
    }


@dataclass(frozen=True, slots=True)
class SizeWish:
    """What a caller wants: a size, or a class of resolution for the size that the prompt decides, or nothing.

    `said` is what an answer repeats: the ratio or the pixels, in the usual spelling; None where the prompt decides.
    """

    size: Size | None = None
    tier: Tier | None = None
    said: str | None = None
    pixels: bool = False
    """Was it said in pixels? Else `size` stands for a shape, which others have as well."""


def read_size(size: str | None = None, ratio: str | None = None, resolution: str | None = None) -> SizeWish:
    """Read `size`, `aspect_ratio` and `resolution` together; None and `auto` leave a part open.

    Raises InvalidRequest, with the field as its param, for what cannot be read and for parts that contradict each
    other. Never falls back to another size.
    """
    pixels, named, tier = _read_one(size)
    if ratio and ratio.strip().lower() != AUTO:
        other = _read_ratio(ratio)
        if named not in (None, other):
            raise _contradict("aspect_ratio", ratio, size)
        named = other
    if resolution and resolution.strip().lower() != AUTO:
        other_tier = _TIERS.get(resolution.strip().lower())
        if other_tier is None:
            raise _refuse("resolution", resolution, "512, 1K, 2K, 4K or auto")
        if tier not in (None, other_tier):
            raise _contradict("resolution", resolution, size)
        tier = other_tier
    if pixels is None:
        return _settle(named, tier)
    if named is not None and abs(math.log(pixels.width / pixels.height / _proportion(named))) > 0.03:
        raise _contradict("aspect_ratio", named, size)
    if tier is not None and nearest_tier(pixels) is not tier:
        raise _contradict("resolution", tier, size)
    return SizeWish(pixels, None, f"{pixels.width}x{pixels.height}", pixels=True)


def at_tier(size: Size, tier: Tier | None) -> Size:
    """The size of the same shape in a class of resolution: of the table where its ratio is there, else computed."""
    if tier is None:
        return size
    row = load_tiers().get(size.ratio)
    if row is not None:
        return row[tier]
    share = math.sqrt(load_tiers()["1:1"][tier].width ** 2 / (size.width * size.height))
    return shrink(size.width * share, size.height * share)


def nearest_tier(size: Size) -> Tier:
    """The class of resolution that a size belongs to, by its area on a logarithmic scale."""
    side = math.sqrt(size.width * size.height)
    return min(Tier, key=lambda tier: abs(math.log(load_tiers()["1:1"][tier].width / side)))


def is_alike(size: Size, other: Size) -> bool:
    """Have both the same aspect ratio and class of resolution by name? The pixels of models differ a little."""
    shape = abs(math.log(size.width / size.height / (other.width / other.height)))
    return shape <= _ALIKE and nearest_tier(size) is nearest_tier(other)


def shrink(width: float, height: float) -> Size:
    """A size as near to `width` x `height` as the limits of a picture let it be, of the same shape where they can."""
    share = min(1.0, MAX_SIDE / max(width, height), math.sqrt(MAX_PIXELS / (width * height)))
    return Size(*(min(MAX_SIDE, max(MIN_SIDE, math.floor(side * share + 1e-6))) for side in (width, height)))


@dataclass(frozen=True, slots=True)
class Native:
    """The sizes that a model makes by itself: those of `table`, or, with an empty one, all within the limits.

    Both sides are multiples of `multiple`, and the longer one is at most `max_ratio` times the shorter.
    """

    table: tuple[Size, ...] = ()
    max_side: int = MAX_SIDE
    max_pixels: int = MAX_PIXELS
    multiple: int = 1
    min_pixels: int = 0
    max_ratio: float = math.inf

    def nearest(self, size: Size) -> Size:
        """The size to make where `size` is wanted: itself, or the nearest in shape and then in area."""
        if self.table:
            return min(self.table, key=lambda other: _distance(size, other))
        # What is too long is made broader, and its ends stick out.
        least = max(size.width, size.height) / self.max_ratio
        broad = (max(size.width, least), max(size.height, least))
        share = max(1.0, math.sqrt(self.min_pixels / (broad[0] * broad[1])))
        share = min(share, self.max_side / max(broad), math.sqrt(self.max_pixels / (broad[0] * broad[1])))
        sides = (broad[0] * share, broad[1] * share)
        # Up where it can be: a fitted picture is rather made smaller than larger.
        width, height = (self._round(math.ceil(side / self.multiple - 1e-6)) for side in sides)
        if width * height > self.max_pixels:
            width, height = (self._round(math.floor(side / self.multiple + 1e-6)) for side in sides)
            # A side that is at its least leaves the other one fewer pixels than its share.
            most = self.max_pixels // min(width, height)
            width, height = (min(side, self._round(most // self.multiple)) for side in (width, height))
        if math.isfinite(self.max_ratio):
            longest = self._round(math.floor(min(width, height) * self.max_ratio / self.multiple))
            width, height = min(width, longest), min(height, longest)
        return Size(width, height)

    def _round(self, steps: int) -> int:
        """`steps` multiples, within the limits of one side."""
        return self.multiple * max(math.ceil(MIN_SIDE / self.multiple), min(steps, self.max_side // self.multiple))


def _distance(wanted: Size, native: Size) -> tuple[float, float]:
    shape = abs(math.log(wanted.width / wanted.height / (native.width / native.height)))
    area = abs(math.log(native.width * native.height / (wanted.width * wanted.height)))
    return round(shape, 2), area


def _read_one(size: str | None) -> tuple[Size | None, str | None, Tier | None]:
    """Pixels, a ratio or a class of resolution."""
    word = (size or "").strip().lower()
    if word in ("", AUTO):
        if size is not None and not word:
            raise _refuse("size", size, _EXPECTED)
        return None, None, None
    if word in load_tiers():
        return None, word, None
    if word in _TIERS:
        return None, None, _TIERS[word]
    if match := _PIXELS.fullmatch(word):
        return Size(int(match[1]), int(match[2])), None, None
    raise _refuse("size", word, _EXPECTED)


def _read_ratio(text: str) -> str:
    word = text.strip().lower()
    if word not in load_tiers():
        raise _refuse("aspect_ratio", text, f"{', '.join(load_tiers())} or auto")
    return word


def _settle(ratio: str | None, tier: Tier | None) -> SizeWish:
    if ratio is None:
        return SizeWish(None, tier)
    if tier is None and ratio in RATIOS:
        return SizeWish(Size(*RATIOS[ratio]), None, ratio)
    size = load_tiers()[ratio][tier or Tier.ONE]
    return SizeWish(size, None, ratio if tier is None else f"{size.width}x{size.height}")


def _proportion(ratio: str) -> float:
    size = load_tiers()[ratio][Tier.ONE]
    return size.width / size.height


_EXPECTED = (
    "one of 1:1, 2:3, 3:2, 3:4, 4:3, 4:5, 5:4, 9:16, 16:9, 21:9, 1:4, 4:1, 1:8, 8:1, "
    "a class of resolution (512, 1K, 2K, 4K), WIDTHxHEIGHT in pixels, or auto"
)


def _refuse(param: str, value: str, expected: str) -> InvalidRequest:
    return InvalidRequest(f"`{param}` must be {expected}, not {value[:40]!r}.", param=param, code="invalid_value")


def _contradict(param: str, value: str, size: str | None) -> InvalidRequest:
    return InvalidRequest(
        f"`{param}` {value[:40]!r} contradicts `size` {(size or '')[:40]!r}; leave one of them out.",
        param="size",
        code="invalid_value",
    )
