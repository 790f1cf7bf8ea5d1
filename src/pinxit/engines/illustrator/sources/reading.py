"""Reading: the bytes of a source picture become pixels, within limits that are checked before anything is decoded."""

from __future__ import annotations

import contextlib
import io
import warnings
from dataclasses import dataclass

import numpy as np
from PIL import Image

from pinxit.core.errors import InvalidRequest
from pinxit.core.headers import read_size
from pinxit.core.images import Source
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.sources.parts import has_too_many_parts, is_animated_webp

MOST_PIXELS = 50_000_000
LONGEST = 16_384
WORKING = 4_400_000  # pixels; what is larger is reduced while it is read, more would not be seen in the result
_MUCH = 12_000_000  # pixels: what is larger must have a file to match
_THIN = 400  # bytes of pixels that one byte of such a file may stand for; in a photo it is less than thirty
_WEBP = 24_000_000  # pixels: its decoder holds three copies
_SCANS = 40  # of a progressive JPEG, each of which goes through all its pixels; encoders write about ten
_STRIP = 64  # rows of the result that are reduced at once
_ORIENTATION = 0x0112  # Exif 2.3, 4.6.4 A
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
KINDS = ("PNG", "JPEG", "WEBP", "GIF")


@dataclass(frozen=True, slots=True)
class Photo:
    """A decoded source: `rgb` height x width x 3, `alpha` height x width (None: opaque), both uint8."""

    rgb: Bytes
    alpha: Bytes | None = None

    @property
    def width(self) -> int:
        return int(self.rgb.shape[1])

    @property
    def height(self) -> int:
        return int(self.rgb.shape[0])

    @property
    def rgba(self) -> Bytes:
        """Height x width x 4, straight alpha."""
        alpha = self.alpha if self.alpha is not None else np.full(self.rgb.shape[:2], 255, np.uint8)
        return np.ascontiguousarray(np.dstack([self.rgb, alpha]))

    def on(self, colour: tuple[int, int, int]) -> Bytes:
        """The pixels laid on a colour where they are see-through."""
        if self.alpha is None:
            return self.rgb
        share = self.alpha[..., None].astype(np.float32) / 255
        return np.asarray(self.rgb * share + np.array(colour, np.float32) * (1 - share) + 0.5).astype(np.uint8)


def decode(source: Source, *, turn: int | None = None) -> Photo:
    """The first frame of a source, upright, in RGB. Raises InvalidRequest with code `invalid_image`.

    `turn` (an Exif orientation) overrides what the file says about how it lies.
    """
    size = read_size(source.data)
    if size is None:
        raise _refusal(source, "The header of the source picture cannot be read.")
    width, height = size
    if width * height > MOST_PIXELS or max(size) > LONGEST:
        raise _refusal(
            source,
            f"A source picture may have {MOST_PIXELS // 1_000_000} megapixels and sides of {LONGEST} pixels, "
            f"not {width}x{height}.",
        )
    _weigh(source, width * height)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _open(source.data, turn)
    # Pillow's decoders raise whatever a broken file makes them stumble over (struct.error, KeyError, ValueError ...).
    except Exception as error:
        raise _refusal(source, f"The source picture is broken or cut off: {_reason(error)}.") from error


def _weigh(source: Source, pixels: int) -> None:
    """Refuse what would cost far more to decode than it is worth, before it is decoded."""
    if has_too_many_parts(source.data, source.mime):
        raise _refusal(source, "The source picture is made of more pieces than any real one; save it again.")
    limit = _WEBP if source.mime == "image/webp" else MOST_PIXELS
    if is_animated_webp(source.data):
        limit = _MUCH
    if pixels > limit:
        raise _refusal(source, f"A source picture of this kind may have {limit // 1_000_000} megapixels; send a JPEG.")
    if pixels > _MUCH and _raw(source, pixels) > _THIN * len(source.data):
        raise _refusal(
            source,
            f"{pixels / 1e6:.0f} megapixels in {len(source.data):,} bytes are one even colour or a decompression bomb; "
            f"send such a picture with at most {_MUCH // 1_000_000} megapixels.",
        )
    if source.mime == "image/jpeg" and source.data.count(b"\xff\xda") > _SCANS:
        raise _refusal(source, f"A JPEG may have {_SCANS} scans; save it again, baseline or progressive.")


def _raw(source: Source, pixels: int) -> float:
    """Bytes that the pixels have in the file's own depth: PNG, clause 11.2.2; the others have three to a pixel."""
    if source.mime == "image/png" and len(source.data) > 26:
        channels = {2: 3, 4: 2, 6: 4}.get(source.data[25], 1)
        return pixels * channels * source.data[24] / 8
    return pixels * (1.0 if source.mime == "image/gif" else 3.0)


def read_turn(source: Source) -> int:
    """How a source lies, as an Exif orientation: 1 upright, 5 to 8 on its side. 1 where it does not tell."""
    with contextlib.suppress(Exception), Image.open(io.BytesIO(source.data), formats=KINDS) as image:
        turn = image.getexif().get(_ORIENTATION)
        return turn if turn in _TURNS else 1
    return 1


def _open(data: bytes, turn: int | None) -> Photo:
    with Image.open(io.BytesIO(data), formats=KINDS) as image:
        if image.width * image.height > MOST_PIXELS or max(image.size) > LONGEST:
            raise ValueError("its parts disagree on its size")
        if image.format == "JPEG":
            image.draft("RGB" if image.mode in {"RGB", "YCbCr"} else None, _reduced(image.size))
        image.seek(0)
        turn = image.getexif().get(_ORIENTATION) if turn is None else turn
        clear = image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info
        factor = int((image.width * image.height / WORKING) ** 0.5)
        mode = "RGBA" if clear else "RGB"
        whole = _eight_bits(image).convert(mode) if factor < 2 else _shrunk(image, mode, factor)
    if turn in _TURNS:
        whole = whole.transpose(_TURNS[turn])
    small = _reduced(whole.size)
    if small != whole.size:
        whole = whole.resize(small, Image.Resampling.BOX, reducing_gap=2.0)
    pixels = np.asarray(whole, np.uint8)
    if not clear or bool((pixels[..., 3] == 255).all()):
        return Photo(np.ascontiguousarray(pixels[..., :3]))
    return Photo(np.ascontiguousarray(pixels[..., :3]), np.ascontiguousarray(pixels[..., 3]))


def _shrunk(image: Image.Image, mode: str, factor: int) -> Image.Image:
    """Reduced strip by strip, so that there is never a second copy of the large one."""
    width, height = image.size
    small = Image.new(mode, (-(-width // factor), -(-height // factor)))
    for top in range(0, height, factor * _STRIP):
        strip = image.crop((0, top, width, min(height, top + factor * _STRIP)))
        small.paste(_eight_bits(strip).convert(mode).reduce(factor), (0, top // factor))
    return small


def _reduced(size: tuple[int, int]) -> tuple[int, int]:
    """The size within the limit for work, in the same ratio."""
    share = min(1.0, (WORKING / (size[0] * size[1])) ** 0.5)
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def _eight_bits(image: Image.Image) -> Image.Image:
    """Deep greys are scaled to eight bits; Pillow's own conversion would cut them off at 255."""
    if not image.mode.startswith(("I", "F")):
        return image
    grey = np.asarray(image, np.float32)
    top = 65535.0 if image.mode.startswith("I") else float(max(grey.max(initial=0.0), 1e-6))
    return Image.fromarray(np.clip(grey * (255 / top), 0, 255).astype(np.uint8), "L")


def _reason(error: Exception) -> str:
    return str(error).strip(". ")[:120] or type(error).__name__


def _refusal(source: Source, message: str) -> InvalidRequest:
    return InvalidRequest(message, param=source.name, code="invalid_image")
