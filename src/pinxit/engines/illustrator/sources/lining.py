"""Lining: a photo as a paint for the outlines of drawings."""

from __future__ import annotations

import numpy as np
import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb, luminance
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.pen import Gradient, Paint, Texture
from pinxit.engines.illustrator.shapes import Point
from pinxit.engines.illustrator.sources.background import find_ground
from pinxit.engines.illustrator.sources.canvas import contained, cropped, cut, scaled
from pinxit.engines.illustrator.sources.extension import extended
from pinxit.engines.illustrator.sources.framing import image_of
from pinxit.engines.illustrator.sources.reading import Photo

Box = tuple[float, float, float, float]  # left, top, width, height


def texture(photo: Photo, target: Box) -> Texture:
    """The photo as a paint that fills a box of the drawing."""
    left, top, wide, high = target
    matrix = skia.Matrix.Translate(left, top)
    matrix.preScale(wide / photo.width, high / photo.height)
    tone = mean_colour(photo.rgb.reshape(-1, 3)[:: max(1, photo.rgb.size // 6000)])
    return Texture((left, top), (left, top + high), ((0.0, tone), (1.0, tone)), image=image_of(photo), matrix=matrix)


def mean_colour(pixels: Bytes) -> Rgb:
    """The mean of pixels (any x 3)."""
    red, green, blue = (int(v) for v in pixels.reshape(-1, 3).mean(axis=0))
    return (red, green, blue)


def gleam(start: Point, end: Point, alphas: tuple[float, ...]) -> Gradient:
    """White that thins from one point to another: a reflection on glass or varnish."""
    places = [i / (len(alphas) - 1) for i in range(len(alphas))]
    return Gradient(start, end, tuple((place, WHITE) for place in places), alphas=alphas)


def fitted(photo: Photo, ratio: float) -> Photo:
    """The photo in another ratio, no larger than can be seen: a plain ground is continued, anything else is cropped."""
    off = max(photo.width / photo.height / ratio, ratio / (photo.width / photo.height))
    if off > 1.08 and (photo.alpha is not None or find_ground(photo).simple > 0.97):
        small = _small(photo)
        wide = max(small.width, round(small.height * ratio))
        return extended(Photo(small.on((255, 255, 255))), wide, max(small.height, round(wide / ratio)))
    return _small(cropped(photo, ratio))


def legible(photo: Photo, ground: Paint) -> Photo:
    """A cut-out without its empty margin; in one colour, it is turned light on dark where it would not be seen."""
    if photo.alpha is None:
        return photo
    solid = photo.alpha > 40
    rows, columns = np.nonzero(solid.any(axis=1))[0], np.nonzero(solid.any(axis=0))[0]
    if not len(rows):
        return photo
    photo = cut(photo, (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1))
    inside = photo.rgb[photo.alpha > 128] if photo.alpha is not None else photo.rgb.reshape(-1, 3)
    if not len(inside):
        return photo
    tone = mean_colour(inside)
    back = ground.stops[0][1] if isinstance(ground, Gradient) else ground
    colourful = float((inside.max(axis=1).astype(np.int16) - inside.min(axis=1)).mean())
    if abs(luminance(tone) - luminance(back)) < 0.3 and colourful < 40:
        return Photo(np.asarray(255 - photo.rgb, np.uint8), photo.alpha)
    return photo


def _small(photo: Photo) -> Photo:
    whole = contained(photo, 1100, 1100)
    return photo if whole.width >= photo.width else scaled(photo, whole.width, whole.height)
