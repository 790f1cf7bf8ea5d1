"""Reading: the bytes of a source picture become pixels, within limits that are checked before anything is decoded."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

import numpy as np
from PIL import Image

from pinxit.core.errors import InvalidRequest
from pinxit.core.headers import read_size
from pinxit.core.images import Source
from pinxit.engines.illustrator.effects import Bytes

MOST_PIXELS = 50_000_000
LONGEST = 16_384
WORKING = 4_400_000  # pixels; what is larger is reduced while it is read, more would not be seen in the result
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


def decode(source: Source) -> Photo:
    """The first frame of a source, upright, in RGB. Raises InvalidRequest with code `invalid_image`."""
    size = read_size(source.data)
    if size is None:
        raise _refusal("The header of the source picture cannot be read.")
    width, height = size
    if width * height > MOST_PIXELS or max(size) > LONGEST:
        raise _refusal(
            f"A source picture may have {MOST_PIXELS // 1_000_000} megapixels and sides of {LONGEST} pixels, "
            f"not {width}x{height}."
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _open(source.data)
    # Pillow's decoders raise whatever a broken file makes them stumble over (struct.error, KeyError, ValueError ...).
    except Exception as error:
        raise _refusal(f"The source picture is broken or cut off: {_reason(error)}.") from error


def _open(data: bytes) -> Photo:
    with Image.open(io.BytesIO(data), formats=KINDS) as image:
        if image.width * image.height > MOST_PIXELS or max(image.size) > LONGEST:
            raise ValueError("its parts disagree on its size")
        if image.format == "JPEG":
            image.draft("RGB" if image.mode in {"RGB", "YCbCr"} else None, _reduced(image.size))
        image.seek(0)
        turn = image.getexif().get(_ORIENTATION)
        clear = image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info
        factor = int((image.width * image.height / WORKING) ** 0.5)
        # Reduced before anything else, so that there is never a second copy of the large one.
        plain = factor > 1 and image.mode in {"RGB", "RGBA", "RGBX", "L", "CMYK"}
        part: Image.Image = image.reduce(factor) if plain else image
        whole = _eight_bits(part).convert("RGBA" if clear else "RGB")
    if turn in _TURNS:
        whole = whole.transpose(_TURNS[turn])
    small = _reduced(whole.size)
    if small != whole.size:
        whole = whole.resize(small, Image.Resampling.BOX, reducing_gap=2.0)
    pixels = np.asarray(whole, np.uint8)
    if not clear or bool((pixels[..., 3] == 255).all()):
        return Photo(np.ascontiguousarray(pixels[..., :3]))
    return Photo(np.ascontiguousarray(pixels[..., :3]), np.ascontiguousarray(pixels[..., 3]))


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


def _refusal(message: str) -> InvalidRequest:
    return InvalidRequest(message, param="image", code="invalid_image")
