"""The stencil: a mask that comes with a picture, and which part of the picture it opens."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Source
from pinxit.engines.illustrator.effects import Floats
from pinxit.engines.illustrator.sources import canvas, reading
from pinxit.engines.illustrator.sources.flattening import mean
from pinxit.engines.illustrator.sources.healing import Bools
from pinxit.engines.illustrator.sources.reading import Photo

Box = tuple[int, int, int, int]
_HOW = "Save the mask as a PNG with an alpha channel: transparent (alpha 0) where the picture is to be made anew."


@dataclass(frozen=True, slots=True)
class Stencil:
    """`open` is height x width, 1 where the picture is to be made anew, 0 where it stays, between them where both."""

    open: Floats

    @property
    def hole(self) -> Bools:
        """Wherever anything changes."""
        return np.asarray(self.open > 0)

    @property
    def share(self) -> float:
        """How much of the picture is open, 0 to 1."""
        return float(self.open.mean())

    @property
    def box(self) -> Box:
        """Left, top, right, bottom of what is open."""
        rows, columns = np.nonzero(self.hole.any(1))[0], np.nonzero(self.hole.any(0))[0]
        return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1

    def feathered(self, pixels: int) -> Floats:
        """Like `open`, but rising softly over so many pixels; it reaches 0 at the rim and never goes beyond it."""
        hole = self.hole.astype(np.float32)
        return np.asarray(np.clip(mean(mean(hole, pixels), pixels) * 2 - 1, 0, 1) * self.open, np.float32)

    def fitted(self, width: int, height: int) -> Stencil:
        """Its middle, scaled to these pixels, as `canvas.cropped` and `canvas.scaled` do it with the picture."""
        rows, columns = self.open.shape
        if (columns, rows) == (width, height):
            return self
        whole = Photo(np.repeat((self.open[..., None] * 255 + 0.5).astype(np.uint8), 3, axis=2))
        off = columns / rows / (width / height)
        part = whole if max(off, 1 / off) <= canvas.SAME_RATIO else canvas.cropped(whole, width / height)
        small = Image.fromarray(part.rgb[..., 0]).resize((width, height), Image.Resampling.BILINEAR)
        return Stencil(np.asarray(small, np.float32) / np.float32(255))


def is_own(photo: Photo) -> bool:
    """Has a part of the photo been erased, to be made anew? What is cut out is clear along most of its border."""
    if photo.alpha is None:
        return False
    clear = photo.alpha < 128
    border = np.concatenate([clear[0], clear[-1], clear[:, 0], clear[:, -1]])
    return float(clear.mean()) > 0.002 and float(border.mean()) < 0.5


def read_stencil(mask: Source, source: Source, photo: Photo) -> Stencil:
    """The stencil of a mask, in the pixels of `photo`, which is `source` decoded.

    Raises InvalidRequest (param `mask`) for a mask that is broken, has other pixels than the source, knows no
    transparency or is nowhere transparent.
    """
    mask = replace(mask, name="mask")
    turn = reading.read_turn(source)
    stored, given = source.pixels, mask.pixels
    upright = stored if stored is None or turn < 5 else stored[::-1]
    if given not in (upright, stored):
        raise _refusal(
            f"The mask has {_said(given)} pixels and the picture {_said(upright)}; both must have the same size."
        )
    # A mask made for the file as it is stored lies on its side with it.
    cover = reading.decode(mask, turn=None if given == upright else turn)
    if cover.alpha is None:
        raise _refusal("The mask is opaque everywhere, or has no alpha channel, so nothing would be made anew.")
    cover = canvas.scaled(cover, photo.width, photo.height)
    alpha = cover.alpha if cover.alpha is not None else np.full((photo.height, photo.width), 255, np.uint8)
    opening = np.asarray((255 - alpha).astype(np.float32) / 255, np.float32)
    if float(opening.max()) < 0.1:
        raise _refusal("The mask is nowhere transparent enough to see anything made anew.")
    return Stencil(opening)


def _said(size: tuple[int, int] | None) -> str:
    return f"{size[0]}x{size[1]}" if size else "unknown"


def _refusal(message: str) -> InvalidRequest:
    return InvalidRequest(f"{message} {_HOW}", param="mask", code="invalid_image")
