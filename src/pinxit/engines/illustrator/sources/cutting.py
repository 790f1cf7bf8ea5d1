"""Cutting: things drawn for a picture that is already there, cut out, and how they are fitted in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from pinxit.core.images import Size
from pinxit.engines.illustrator import painter
from pinxit.engines.illustrator.effects import Floats
from pinxit.engines.illustrator.painter import Order, Painted
from pinxit.engines.illustrator.sources import canvas
from pinxit.engines.illustrator.sources.flattening import mean
from pinxit.engines.illustrator.sources.reading import Photo
from pinxit.engines.illustrator.sources.scenery import without_medium
from pinxit.engines.illustrator.sources.stencil import Stencil
from pinxit.scene import read

_SMALL = 96  # pixels: the longer side at which a place for a thing is looked for
_LARGEST = 1536  # pixels: the longer side at which a thing or a scene is drawn for a part of a picture
_AIRY = re.compile(
    r"\b(?:sun|moon|clouds?|birds?|kites?|balloons?|planes?|airplanes?|stars?|rainbow|helicopters?|drones?|butterfl\w+|"
    r"bees?|bats?|rockets?|ufos?|picture|painting|clock|mirror|hat|glasses|sunglasses|crown|flying|floating|hanging)\b"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a thing goes: its box in pixels, and whether it stands there (and throws a shadow)."""

    box: tuple[int, int, int, int]
    stands: bool


def draw_thing(prompt: str, size: tuple[int, int], order: Order) -> tuple[Photo | None, Painted]:
    """The subjects of a prompt, cut out and trimmed; None where it has none. `size` is about where they go."""
    wide, high = size
    wide, high = min(max(wide, high // 3), high * 3), min(max(high, wide // 3), wide * 3)
    share = min(_LARGEST / max(wide, high), max(1.25, 320 / max(wide, high)))
    paper = Size(*(max(96, round(side * share)) for side in (wide, high)))
    scene, _ = without_medium(read(prompt))
    painted = painter.paint(scene, replace(order, size=paper, transparent=True, show=None))
    if painted.pixels.shape[2] != 4:
        return None, painted
    return trimmed(Photo(painted.pixels[..., :3], painted.pixels[..., 3])), painted


def draw_scene(prompt: str, size: tuple[int, int], order: Order) -> tuple[Photo, Painted]:
    """A scene of the wanted pixels."""
    wide, high = size
    share = max(min(1.0, _LARGEST / max(size)), 96 / min(size))
    paper = Size(*(min(4096, max(96, round(side * share))) for side in (wide, high)))
    scene, _ = without_medium(read(prompt))
    painted = painter.paint(scene, replace(order, size=paper, transparent=False, show=None))
    photo = canvas.cropped(Photo(np.ascontiguousarray(painted.pixels[..., :3])), wide / high)
    return canvas.scaled(photo, wide, high), painted


def trimmed(photo: Photo) -> Photo | None:
    """Without the empty edges; None where nothing is left."""
    if photo.alpha is None:
        return photo
    seen = photo.alpha > 8
    if not seen.any():
        return None
    rows, columns = np.nonzero(seen.any(1))[0], np.nonzero(seen.any(0))[0]
    return canvas.cut(photo, (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1))


def find_spot(thing: Photo, stencil: Stencil, prompt: str) -> Spot:
    """The largest place for a thing in what is open; what stands does so as low as it can."""
    left, top, right, bottom = stencil.box
    stands = not _AIRY.search(prompt.lower())
    grid = _SMALL / max(right - left, bottom - top)
    part = stencil.open[top:bottom, left:right]
    high, wide = max(2, round(part.shape[0] * grid)), max(2, round(part.shape[1] * grid))
    small = np.asarray(Image.fromarray(part).resize((wide, high), Image.Resampling.BOX), np.float32)
    fit = min(wide / thing.width, high / thing.height) * 0.97
    lowest = (0.0, 0.08, 0.16, 0.26) if stands else (0.5, 0.35, 0.65)
    best: tuple[float, float, float] = (2.0, 0.6, 0.5)
    for share in (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52):
        for lift in lowest:
            lost = _lost(thing, small, fit * share, lift)
            best = min(best, (max(0.03, lost), -share, lift))
        if best[0] <= 0.03:
            break
    share, lift = abs(best[1]) * fit / grid, best[2]
    across, down = max(1, round(thing.width * share)), max(1, round(thing.height * share))
    x = left + (right - left - across) // 2
    y = top + round((bottom - top - down) * (1 - lift))
    return Spot((x, y, x + across, y + down), stands)


def _lost(thing: Photo, small: Floats, share: float, lift: float) -> float:
    """How much of a thing would be cut off there, 0 to 1."""
    size = max(1, round(thing.width * share)), max(1, round(thing.height * share))
    alpha = thing.alpha if thing.alpha is not None else np.full((thing.height, thing.width), 255, np.uint8)
    shape = np.asarray(Image.fromarray(alpha).resize(size, Image.Resampling.BOX), np.float32) / 255
    y = round((small.shape[0] - size[1]) * (1 - lift))
    x = (small.shape[1] - size[0]) // 2
    here = small[y : y + size[1], x : x + size[0]]
    shape = shape[: here.shape[0], : here.shape[1]]
    return float((shape * (1 - here)).sum() / max(float(shape.sum()), 1e-6))


def set_in(image: Floats, thing: Photo, spot: Spot) -> Floats:
    """The image (0 to 255) with a thing in a spot, and a soft shadow under what stands."""
    left, top, right, bottom = spot.box
    small = canvas.scaled(thing, right - left, bottom - top)
    result = image.copy()
    if spot.stands:
        result *= (1 - shadow(small, spot, image.shape[:2]))[..., None]
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(image.shape[1], right), min(image.shape[0], bottom)
    if x1 <= x0 or y1 <= y0:
        return image
    rows, columns = slice(y0 - top, y1 - top), slice(x0 - left, x1 - left)
    alpha = small.rgba[rows, columns, 3:4].astype(np.float32) / 255
    part = result[y0:y1, x0:x1]
    result[y0:y1, x0:x1] = part + (small.rgb[rows, columns] - part) * alpha
    return result


def shadow(thing: Photo, spot: Spot, shape: tuple[int, int]) -> Floats:
    """What the ground under a thing loses of its light, 0 to 1: height x width."""
    left, _, right, bottom = spot.box
    foot = max(1, thing.height // 12)
    alpha = thing.rgba[-foot:, :, 3]
    columns = np.nonzero((alpha > 60).any(0))[0]
    if not len(columns):
        return np.zeros(shape, np.float32)
    x0, x1 = left + int(columns[0]), left + int(columns[-1]) + 1
    radius = max(2.0, (x1 - x0) / 2 * 1.12)
    y = (np.arange(shape[0], dtype=np.float32)[:, None] - (bottom - foot * 0.35)) / max(2.0, radius * 0.17)
    x = (np.arange(shape[1], dtype=np.float32) - (x0 + x1) / 2) / radius
    dark = np.clip(1.25 - np.hypot(x, y), 0, 1)
    return mean(np.asarray(np.minimum(dark, 1) * np.float32(0.34), np.float32), max(1, (right - left) // 80))
