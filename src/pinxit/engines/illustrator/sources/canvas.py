"""The canvas: sizes, crops and layers of pixels that are already there."""

from __future__ import annotations

import numpy as np
from PIL import Image

from pinxit.core.images import MAX_PIXELS, MAX_SIDE, MIN_SIDE, Size
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.sources.reading import Photo

SAME_RATIO = 1.002  # ratios that differ by no more than this factor are taken for the same
CLASS = 1 << 20  # pixels of a picture whose size nobody named


def natural(width: int, height: int) -> Size:
    """The size of a result in the ratio of its source: no more than a megapixel, within what a picture may be."""
    share = min(1.0, (CLASS / (width * height)) ** 0.5)
    share = max(share, MIN_SIDE / min(width, height))
    share = min(share, MAX_SIDE / max(width, height))
    return Size(*(min(MAX_SIDE, max(MIN_SIDE, round(side * share))) for side in (width, height)))


def in_ratio(width: int, height: int, ratio: tuple[int, int]) -> Size:
    """The smallest size in a ratio that holds a picture of these pixels, within what a picture may be."""
    across, down = ratio
    wide = max(width, height * across / down)
    high = wide * down / across
    share = min(1.0, MAX_SIDE / max(wide, high), (MAX_PIXELS / (wide * high)) ** 0.5)
    return Size(max(MIN_SIDE, round(wide * share)), max(MIN_SIDE, round(high * share)))


def scaled(photo: Photo, width: int, height: int) -> Photo:
    """Resampled to exactly these pixels."""
    if (photo.width, photo.height) == (width, height):
        return photo
    if photo.alpha is None:
        return Photo(_resized(photo.rgb, width, height))
    # Premultiplied, or what is hidden would shine through at the edges.
    pixels = np.asarray(
        Image.fromarray(photo.rgba).convert("RGBa").resize((width, height), _filter(photo, width)).convert("RGBA")
    )
    return Photo(np.ascontiguousarray(pixels[..., :3]), np.ascontiguousarray(pixels[..., 3]))


def _resized(pixels: Bytes, width: int, height: int) -> Bytes:
    return np.array(Image.fromarray(pixels).resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0))


def _filter(photo: Photo, width: int) -> Image.Resampling:
    return Image.Resampling.LANCZOS if width < photo.width else Image.Resampling.BICUBIC


def cropped(photo: Photo, ratio: float) -> Photo:
    """The largest middle part whose width is `ratio` times its height."""
    width, height = photo.width, photo.height
    wide, high = (round(height * ratio), height) if width > height * ratio else (width, round(width / ratio))
    wide, high = max(1, min(wide, width)), max(1, min(high, height))
    left, top = (width - wide) // 2, (height - high) // 2
    return cut(photo, (left, top, left + wide, top + high))


def cut(photo: Photo, box: tuple[int, int, int, int]) -> Photo:
    """The part between left, top, right and bottom."""
    left, top, right, bottom = box
    alpha = None if photo.alpha is None else np.ascontiguousarray(photo.alpha[top:bottom, left:right])
    return Photo(np.ascontiguousarray(photo.rgb[top:bottom, left:right]), alpha)


def contained(photo: Photo, width: int, height: int) -> Photo:
    """As large as it fits into these pixels, whole."""
    share = min(width / photo.width, height / photo.height)
    return scaled(photo, max(1, round(photo.width * share)), max(1, round(photo.height * share)))
