"""Watercolour: thin washes with darker edges, blooms, pigment in the grain of the paper, an open border."""

import numpy as np

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.effects import (
    Bytes,
    Floats,
    blurred,
    border,
    cloud,
    enlarged,
    finished,
    grain,
    illuminate,
    opened,
    shrunk,
    warp,
)
from pinxit.engines.illustrator.media import Finish, Medium

PAPER = np.array((252, 248, 239), np.float32) / 255
INSET, ROUGH = 0.012, 0.042


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Wobble, thin, pool, bloom, granulate, and leave the paper's edge free."""
    height, width = pixels.shape[:2]
    shaken = warp(pixels, finish.unit * 0.0042, 30, finish.seed % 97)
    shaken = warp(shaken, finish.unit * 0.0014, 150, finish.seed % 53 + 100)
    image = opened(shaken)
    for channel in range(3):
        image[..., channel] *= np.float32(0.86)
        image[..., channel] += np.float32(0.14)
    if finish.light.contrast > 0.55:
        illuminate(image, (finish.light.x, finish.light.y), finish.light.key, finish.light.shade, 0.3)
    inside = border(width, height, finish.seed, INSET, ROUGH)
    tooth = _tooth(width, height)
    density = _density(image, finish, inside)
    density += tooth * np.float32(0.3)
    for channel in range(3):
        plane = image[..., channel]
        # Twice the pigment darkens a middle tone most; paper stays paper (Bousseau et al., 2006).
        plane -= (plane - plane * plane) * density
    bare = np.clip(1 - inside / np.float32(0.0035), 0, 1)
    bare = np.maximum(bare, _sparkle(image, finish, tooth, inside))
    relief = tooth * np.float32(0.014)
    for channel in range(3):
        plane = image[..., channel]
        plane += (1 - plane) * bare
        plane *= PAPER[channel]
        plane += relief
    return finished(image)


def _density(image: Floats, finish: Finish, inside: Floats) -> Floats:
    """How much more pigment than on average lies at each pixel (around 0)."""
    height, width = image.shape[:2]
    factor = 2 if finish.unit < 1500 else 4
    small = shrunk(image, factor).mean(axis=2)
    near = max(1, round(finish.unit * 0.0035 / factor))
    edge = np.clip(blurred(small, near) - small, 0, 0.14)
    calm = np.clip(1 - blurred(np.abs(small - blurred(small, near * 3)), near * 2) * 22, 0, 1)
    pool = cloud(small.shape[1], small.shape[0], 7, finish.seed % 89) * 0.6
    pool += cloud(small.shape[1], small.shape[0], 26, finish.seed % 83) * 0.4
    wash = (pool - 0.52) * 1.5 + edge * 6.5 + _blooms(small, finish) * calm - 0.1
    density = enlarged(np.asarray(wash, np.float32), width, height)
    # Where the wash ends at the bare border, pigment gathers in a line.
    rim = np.clip(1 - np.abs(inside - np.float32(0.006)) / np.float32(0.005), 0, 1)
    return np.asarray(density + rim * np.float32(0.5), np.float32)


def _blooms(small: Floats, finish: Finish) -> Floats:
    """Backruns: water pushed the pigment aside into a ragged dark fringe, paler within."""
    rows, columns = small.shape
    field = cloud(columns, rows, 5, finish.seed % 67 + 3) + cloud(columns, rows, 40, finish.seed % 61 + 9) * 0.09
    depth = field - np.float32(0.68)
    fringe = np.exp(-((depth / 0.012) ** 2)) * (depth < 0.012)
    return np.asarray(fringe * 0.42 - np.clip(depth * 5, 0, 0.5), np.float32)


def _tooth(width: int, height: int) -> Floats:
    """The relief of cold-pressed paper, around 0."""
    fine = grain(width, height, 3)
    return np.asarray(
        (fine + np.roll(fine, 1, 0) + np.roll(fine, 1, 1) + np.roll(fine, (1, 1), (0, 1))) / 3, np.float32
    )


def _sparkle(image: Floats, finish: Finish, tooth: Floats, inside: Floats) -> Floats:
    """Dry brush: where the stroke was quick, towards the border, the hollows of the paper stay white."""
    height, width = image.shape[:2]
    quick = np.clip(cloud(width, height, 13, finish.seed % 73 + 31) - 0.62, 0, 0.3) * 3.2
    level = image[..., 1]
    quick *= np.clip(1.2 - inside * 5, 0, 1)
    quick *= np.clip((level - 0.3) * 3, 0, 1)
    return np.asarray(np.clip((tooth - (1.35 - quick * 1.6)) * 2.2, 0, 0.85), np.float32)


MEDIUM = Medium(
    "watercolour",
    Manner(
        shading="wash",
        outline=1.6,
        outline_colour=(74, 66, 70),
        outline_alpha=0.5,
        loose=1.5,
        shade=0.5,
        shine=0.35,
        rim=0.0,
        gradient=0.55,
    ),
    develop,
    shadows=0.75,
    margin=0.0,
)
