"""Variation: the same picture once more, a little different, for a request that has no words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from pinxit.core.images import Size
from pinxit.engines.illustrator.effects import Bytes, Floats, finished, opened
from pinxit.engines.illustrator.sources import canvas
from pinxit.engines.illustrator.sources.flattening import mean, vivid
from pinxit.engines.illustrator.sources.reading import Photo
from pinxit.engines.illustrator.sources.repaint import MEDIA, repainted

# What neighbouring seeds give, in this order; None keeps the picture's own manner.
_PAINTED = ("gouache", None, "oil", "watercolour", None, "crayon")
_FLAT = (None, "flat", None, "paper cut")
_FEW = 24  # colours that make up a flat picture
_COVERED = 0.82  # the share of a flat picture that they cover


@dataclass(frozen=True, slots=True)
class Change:
    """How a variation differs: `zoom` into the point (`x`, `y`, each 0 to 1); factors of the tones."""

    medium: str | None
    zoom: float
    x: float
    y: float
    light: float
    warmth: float
    strength: float
    turn: float = 0.0  # of the hues, in degrees


def choose_change(photo: Photo, seed: int) -> Change:
    """The change that a seed gives: pictures of flat colours stay flat, seeds that follow each other differ."""
    rng = np.random.default_rng(seed)
    media = _FLAT if is_flat(photo) else _PAINTED
    warmth = float(rng.choice((-1.0, 1.0)) * rng.uniform(0.35, 1.0))
    return Change(
        media[seed % len(media)],
        float(rng.uniform(1.02, 1.1)),
        float(rng.uniform(0, 1)),
        float(rng.uniform(0.2, 0.8)),
        float(rng.uniform(0.9, 1.12)),
        warmth,
        float(rng.uniform(0.92, 1.2)),
        # Flat colours have no light that could become warmer; they change places instead.
        float(rng.choice((-1.0, 1.0)) * rng.uniform(18, 55)) if media is _FLAT else 0.0,
    )


def varied(photo: Photo, seed: int, size: Size) -> tuple[Bytes, str]:
    """Height x width x 3 (x 4 where the photo is see-through) in exactly this size, and what was done."""
    change = choose_change(photo, seed)
    # What is cut out of its ground is not cropped: it would lose its edges.
    part = photo if photo.alpha is not None else _closer(photo, change)
    fitted = canvas.scaled(canvas.cropped(part, size.width / size.height), size.width, size.height)
    pixels = finished(_toned(opened(fitted.rgb), change))
    if change.medium is not None:
        pixels = repainted(pixels, change.medium, seed)
    how = f"as {MEDIA[change.medium][1]}" if change.medium else "in its own manner"
    tone = "other" if change.turn else "slightly warmer" if change.warmth > 0 else "slightly cooler"
    said = f"A variation of the picture, {how}, in {tone} colours."
    if fitted.alpha is None:
        return np.ascontiguousarray(pixels), said
    return Photo(np.ascontiguousarray(pixels), fitted.alpha).rgba, said


def is_flat(photo: Photo) -> bool:
    """Do a few colours cover nearly everything, without gradients, as in logos and flat illustrations?"""
    share = min(1.0, 256 / max(photo.width, photo.height))
    size = max(1, round(photo.width * share)), max(1, round(photo.height * share))
    small = np.asarray(Image.fromarray(photo.on((255, 255, 255))).resize(size, Image.Resampling.NEAREST))
    codes = (small >> 3).astype(np.int32) @ np.array((1024, 32, 1), np.int32)
    _, counts = np.unique(codes, return_counts=True)
    few = float(np.sort(counts)[-_FEW:].sum() / codes.size)
    level = small.astype(np.float32).mean(2)
    rough = float(np.median(np.abs(level - mean(level, 1))))
    return few > _COVERED and rough < 1.5


def _closer(photo: Photo, change: Change) -> Photo:
    wide, high = max(1, round(photo.width / change.zoom)), max(1, round(photo.height / change.zoom))
    left, top = round((photo.width - wide) * change.x), round((photo.height - high) * change.y)
    return canvas.cut(photo, (left, top, left + wide, top + high))


def _toned(image: Floats, change: Change) -> Floats:
    warm = np.array((1 + 0.05 * change.warmth, 1 + 0.008 * change.warmth, 1 - 0.065 * change.warmth), np.float32)
    lit = np.asarray(image ** np.float32(1 / change.light), np.float32)
    rich = vivid(_turned(lit, change.turn), change.strength)
    # White paper stays white.
    kept = (1 - image.min(2, keepdims=True) ** 8) if change.turn else np.float32(1)
    return np.asarray(np.clip(lit + (rich * warm - lit) * kept, 0, 1), np.float32)


def _turned(image: Floats, degrees: float) -> Floats:
    """All hues turned on the circle of colours, lightness kept (rotation in YIQ)."""
    if not degrees:
        return image
    to = np.array(((0.299, 0.587, 0.114), (0.596, -0.274, -0.322), (0.211, -0.523, 0.312)), np.float32)
    angle = np.deg2rad(degrees)
    turn = np.array(((1, 0, 0), (0, np.cos(angle), -np.sin(angle)), (0, np.sin(angle), np.cos(angle))), np.float32)
    return np.asarray(np.clip(image @ (np.linalg.inv(to) @ turn @ to).T.astype(np.float32), 0, 1), np.float32)
