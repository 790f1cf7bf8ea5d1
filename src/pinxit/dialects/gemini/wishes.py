"""A wish for pictures, however it was said, and its parts that all of Gemini's ways of asking share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Format, ImageRequest, OptionValue, Source
from pinxit.core.sizes import SizeWish, read_size
from pinxit.core.sources import Reference

_FORMATS = {"image/png": Format.PNG, "image/jpeg": Format.JPEG, "image/jpg": Format.JPEG, "image/webp": Format.WEBP}
_SIZED = ("gemini-3", "gemini-nano", "nano-banana")  # models whose table has classes of resolution; 1K is its default
_UNSPECIFIED = "_UNSPECIFIED"
_NUMBERS = {
    "ONE": 1,
    "TWO": 2,
    "THREE": 3,
    "FOUR": 4,
    "FIVE": 5,
    "EIGHT": 8,
    "NINE": 9,
    "SIXTEEN": 16,
    "TWENTY_ONE": 21,
}
_RESOLUTIONS = {"FIVE_TWELVE": "512", "ONE_K": "1K", "TWO_K": "2K", "FOUR_K": "4K"}


@dataclass(frozen=True, slots=True)
class Shape:
    """An aspect ratio and a class of resolution as they were written, in which object and by which names."""

    ratio: str | None
    resolution: str | None
    where: str
    names: tuple[str, str] = ("aspectRatio", "imageSize")

    def merge(self, other: Shape) -> Shape:
        """What two objects say together. Raises InvalidRequest where they contradict each other."""
        said = ((self.ratio, other.ratio), (self.resolution, other.resolution))
        for name, (one, two) in zip(self.names, said, strict=True):
            if None not in (one, two) and one != two:
                raise InvalidRequest(
                    f"`{self.where}.{name}` and `{other.where}.{name}` contradict each other; leave one of them out.",
                    param=f"{self.where}.{name}",
                    code="invalid_value",
                )
        where = self.where if self.ratio or self.resolution else other.where
        return Shape(self.ratio or other.ratio, self.resolution or other.resolution, where, self.names)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be drawn from what, and whether it is to be told in words too.

    `anew` is what to draw from words alone where the pictures cannot be changed so. `ignored` names the fields that no
    picture depends on.
    """

    prompt: str
    references: tuple[Reference, ...] = ()
    size: SizeWish = field(default_factory=SizeWish)
    seed: int | None = None
    format: Format | None = None
    compression: int = 100
    words: bool = True
    n: int = 1
    options: tuple[tuple[str, OptionValue], ...] = ()
    ignored: tuple[str, ...] = ()
    anew: str = ""
    thoughts: bool = False
    """Are unfinished states wanted, too, which a stream shows as thoughts?"""

    def with_pictures(self, model: str, sources: Sequence[Source]) -> ImageRequest:
        """The request to a model, once the pictures that it refers to are there. Raises InvalidRequest."""
        return ImageRequest(
            model=model,
            prompt=self.prompt,
            size=self.size.size,
            tier=self.size.tier,
            n=self.n,
            format=self.format or Format.PNG,
            format_said=self.format is not None,
            quality_said=False,
            pixels_said=self.size.pixels,
            compression=self.compression,
            seed=self.seed,
            sources=tuple(sources),
            options=self.options,
        )


def read_shape(shape: Shape, model: str) -> SizeWish:
    """The size of a shape. Where no resolution is said, the model's name decides which table an aspect ratio is of.

    The names of Google's enumerations (`ASPECT_RATIO_SIXTEEN_BY_NINE`) are read too. Raises InvalidRequest.
    """
    ratio = _name_ratio(shape.ratio)
    resolution = _name_resolution(shape.resolution)
    if not resolution and model.rpartition("/")[2].lower().startswith(_SIZED):
        resolution = "1K"
    try:
        return read_size(ratio=ratio, resolution=resolution)
    except InvalidRequest as error:
        name = shape.names[error.param == "resolution"]
        message = error.message.replace(f"`{error.param}`", f"`{shape.where}.{name}`")
        raise InvalidRequest(message, param=f"{shape.where}.{name}", code=error.code) from None


def read_format(mime: str | None, param: str) -> Format | None:
    """The format of a MIME type, None for none. Raises InvalidRequest for one that no picture is made in."""
    if mime is None:
        return None
    found = _FORMATS.get(mime.strip().lower())
    if found is None:
        raise InvalidRequest(
            f"`{param}` must be image/png, image/jpeg or image/webp, not {mime[:40]!r}.",
            param=param,
            code="invalid_value",
        )
    return found


def read_compression(quality: int | None, chosen: Format | None, param: str) -> int:
    """The compression quality, 100 for none. Raises InvalidRequest where the format knows none."""
    if quality not in (None, 100) and not (chosen and chosen.lossy):
        raise InvalidRequest(
            f"`{param}` is for image/jpeg and image/webp; leave it out, or ask for one of them.",
            param=param,
            code="invalid_value",
        )
    return 100 if quality is None else quality


def read_seed(seed: int | None) -> int | None:
    """Google's seeds are signed numbers of 32 bits: a negative one becomes what its bits are without the sign."""
    return seed + 2**32 if seed is not None and seed < 0 else seed


def read_modalities(modalities: Sequence[str] | None, param: str) -> bool:
    """Are words wanted beside the picture? Raises InvalidRequest where no picture is wanted, or a sound."""
    chosen = {word.upper() for word in modalities or ()} - {"MODALITY" + _UNSPECIFIED}
    if not chosen:
        return True
    if unknown := chosen - {"TEXT", "IMAGE"}:
        raise InvalidRequest(
            f"`{param}` must be of TEXT and IMAGE, not {min(unknown)[:40]!r}.", param=param, code="invalid_value"
        )
    if "IMAGE" not in chosen:
        raise InvalidRequest(
            "The requested combination of response modalities (TEXT) is not supported by the model: it makes pictures. "
            f"Put IMAGE into `{param}`, or leave it out.",
            param=param,
            code="unsupported_value",
        )
    return "TEXT" in chosen


def _name_ratio(text: str | None) -> str | None:
    name = (text or "").upper().removeprefix("ASPECT_RATIO")
    if name == _UNSPECIFIED:
        return None
    width, _, height = name.removeprefix("_").partition("_BY_")
    if width in _NUMBERS and height in _NUMBERS:
        return f"{_NUMBERS[width]}:{_NUMBERS[height]}"
    return text


def _name_resolution(text: str | None) -> str | None:
    name = (text or "").upper().removeprefix("IMAGE_SIZE")
    return None if name == _UNSPECIFIED else _RESOLUTIONS.get(name.removeprefix("_"), text)
