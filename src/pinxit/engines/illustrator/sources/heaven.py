"""Heaven: the sky of a picture, found from its upper edge, and given another colour."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

from pinxit.core.errors import InvalidRequest
from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.effects import Bytes, Floats, enlarged
from pinxit.engines.illustrator.separation import lab
from pinxit.engines.illustrator.sources.background import SMALL, find_gentle, flood
from pinxit.engines.illustrator.sources.flattening import level_of, mean
from pinxit.engines.illustrator.sources.reading import Photo

_LIGHT, _PALE = 0.78, 0.07  # a cloud is lighter than the one and has less colour than the other (OKLab)

_HUE = 0.11  # hues (OKLab, weighted) that differ less belong to one thing
_RIM = 0.07  # what differs less from the sky next to it is sky


def with_sky(photo: Photo, colour: Rgb) -> Photo:
    """The photo with its sky in another colour; clouds keep their light. Raises InvalidRequest where none is found."""
    share = find_sky(photo)
    covered = float(share.mean())
    if not 0.05 < covered < 0.9:
        raise InvalidRequest(
            "No sky is found in this picture that could be coloured. Mark it with a `mask` that is transparent there.",
            param="image",
            code="sky_not_found",
        )
    tinted = tint(photo.rgb, share, colour).astype(np.float32)
    rgb = photo.rgb + (tinted - photo.rgb) * share[..., None]
    return Photo(np.asarray(np.clip(rgb + 0.5, 0, 255), np.uint8), photo.alpha)


def find_sky(photo: Photo) -> Floats:
    """How much each pixel belongs to the sky, 0 to 1: what hangs together with the upper edge and changes gently."""
    share = min(1.0, SMALL / max(photo.width, photo.height))
    wide, high = max(8, round(photo.width * share)), max(8, round(photo.height * share))
    small = np.asarray(Image.fromarray(photo.rgb).resize((wide, high), Image.Resampling.BOX))
    points = mean(lab(small.reshape(-1, 3)).reshape(high, wide, 3), 1)
    calm = mean(points, 2)  # the grain of a photo is no edge
    chroma = np.hypot(calm[..., 1], calm[..., 2])
    cloud = (calm[..., 0] > _LIGHT * float(calm[..., 0].max())) & (chroma < _PALE)
    # What is green, or much darker than the upper edge, is no sky however gently it begins.
    top = np.median(calm[:4].reshape(-1, 3), 0)
    like = (np.abs(calm[..., 0] - top[0]) < 0.3) & (np.hypot(*(calm[..., c] - top[c] for c in (1, 2))) < 0.22)
    ring = np.zeros((high, wide), np.bool_)
    ring[:2] = True
    sky = flood((find_gentle(calm) & like) | cloud, ring)
    # The edges of clouds and birds before it.
    sky |= mean((mean(sky.astype(np.float32), 2) > 0.3).astype(np.float32), 2) > 0.85
    # Up to the rim of things by likeness, since near a rim nothing is gentle.
    known = sky.astype(np.float32)
    weight = mean(known, 7)
    near = mean(points * known[..., None], 7) / np.maximum(weight, 1e-6)[..., None]
    sky |= (weight > 0.004) & (np.sqrt(((points - near) ** 2).sum(-1)) < _RIM)
    return _matte(photo, sky, np.asarray(near, np.float32))


def _matte(photo: Photo, sky: npt.NDArray[np.bool_], near: Floats) -> Floats:
    """At full size: by each pixel's own likeness to the sky along the rim, by what was found elsewhere."""
    coarse = enlarged(mean(sky.astype(np.float32), 2), photo.width, photo.height)
    share = np.clip(coarse * 1.6 - 0.3, 0, 1)
    rim = np.nonzero((coarse > 0.02) & (coarse < 0.98))
    rows, columns = near.shape[:2]
    there = near[rim[0] * rows // photo.height, rim[1] * columns // photo.width]
    off = np.sqrt(((lab(np.ascontiguousarray(photo.rgb[rim])) - there) ** 2).sum(-1))
    share[rim] = np.clip(1.9 - off / _RIM, 0, 1)
    return np.asarray(share, np.float32)


def likeness(pixels: Bytes, share: Floats) -> Floats:
    """How much each pixel has the hue of the middle of what `share` marks, 0 to 1."""
    rows, columns = np.nonzero(share.max(1) > 0.5)[0], np.nonzero(share.max(0) > 0.5)[0]
    if not len(rows) or not len(columns):
        return np.ones(share.shape, np.float32)
    points = lab(pixels.reshape(-1, 3)).reshape(*share.shape, 3)
    high, wide = max(1, len(rows) // 4), max(1, len(columns) // 4)
    y, x = int(rows[len(rows) // 2]), int(columns[len(columns) // 2])
    middle = np.median(points[max(0, y - high) : y + high, max(0, x - wide) : x + wide, 1:].reshape(-1, 2), 0)
    off = np.sqrt(((points[..., 1:] - middle) ** 2).sum(-1))
    return mean(np.asarray(np.clip(1.7 - off / _HUE, 0, 1), np.float32), 1)


def tint(pixels: Bytes, share: Floats, colour: Rgb) -> Bytes:
    """All pixels in another colour, lights and shades kept; what is usual where `share` is high becomes the colour."""
    image = np.asarray(pixels.astype(np.float32) / 255, np.float32)
    level = level_of(image)
    inside = share > 0.5 * float(share.max())
    middle = float(np.median(level[inside])) if inside.any() else 0.5
    tone = np.array(colour, np.float32) / 255
    # Shades go from the colour towards black, lights towards white.
    dark = np.clip(level / max(middle, 0.05), 0, 1)[..., None]
    light = np.clip((level - middle) / max(1 - middle, 0.05), 0, 1)[..., None]
    body = tone * dark
    return np.asarray(np.clip((body + (1 - body) * light**1.3) * 255 + 0.5, 0, 255), np.uint8)
