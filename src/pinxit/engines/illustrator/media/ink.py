"""Ink: black brush lines and solid blacks on paper. By day greys are hatched along the form; at night they are dots."""

import numpy as np

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.effects import Bytes, Floats, blurred, cloud, enlarged, shrunk
from pinxit.engines.illustrator.media import Finish, Medium
from pinxit.engines.illustrator.tones import dark

PAPER, BLACK = np.array((250, 248, 242), np.float32), np.array((14, 13, 16), np.float32)
STRIP = 512  # rows that are worked on at a time, to be sparing with memory


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Every grey becomes lines or dots of pure ink; edges stay as smooth as they were drawn."""
    height, width = pixels.shape[:2]
    night = dark(finish.light)
    kind = None if night else _directions(pixels)
    # The hand is never even: middle tones wander a little, lines waver.
    wander = cloud(width, height, 40, finish.seed % 41)
    waver = cloud(width, height, 22, 12) if kind is not None else wander
    table = (BLACK + (PAPER - BLACK) * np.linspace(0, 1, 256, dtype=np.float32)[:, None]).astype(np.uint8)
    result = np.empty_like(pixels)
    for top in range(0, height, STRIP):
        rows = slice(top, min(top + STRIP, height))
        level = pixels[rows, :, 1].astype(np.float32) * np.float32(1 / 255)
        drawn = np.clip((level - 0.5) * np.float32(1.8) + 0.5, 0, 1)
        edge = _edges(pixels, rows)
        level += (wander[rows] - 0.5) * np.float32(0.5) * level * (1 - level)
        if kind is None:
            # Night belongs to the solid blacks: only what is neither dark nor bright is left to the dots.
            level -= 0.24
            level *= 1.55
            inked = dots(level, top, max(finish.unit / 190, 4.2))
        else:
            level *= 1.22
            level -= 0.08
            inked = hatching(level, top, max(finish.unit / 175, 4.4), kind[rows], waver[rows])
        inked += (drawn - inked) * edge
        result[rows] = table[(inked * 255).astype(np.uint8)]
    return result


def _edges(pixels: Bytes, rows: slice) -> Floats:
    """1 on the edges of lines and shapes, which must stay as smooth as they were drawn; 0 within tones."""
    first, last = max(rows.start - 1, 0), min(rows.stop + 1, pixels.shape[0])
    level = pixels[first:last, :, 1].astype(np.int16)
    slope = np.zeros(level.shape, np.float32)
    slope[:, 1:-1] = np.abs(level[:, 2:] - level[:, :-2])
    slope[1:-1] = np.maximum(slope[1:-1], np.abs(level[2:] - level[:-2]))
    slope -= 76
    slope *= 0.02
    return np.clip(slope, 0, 1, out=slope)[rows.start - first : rows.stop - first]


def dots(level: Floats, top: int, pitch: float) -> Floats:
    """Black and white dots on a slanted grid for rows from `top` on; what is nearly black or white stays solid."""
    height, width = level.shape
    y, x = np.arange(top, top + height, dtype=np.float32)[:, None], np.arange(width, dtype=np.float32)
    k = 2 * np.pi / pitch
    u, v = np.float32(np.cos(0.55) * k), np.float32(np.sin(0.55) * k)
    screen = (np.cos(x * u + y * v) + np.cos(y * u - x * v)) * np.float32(0.17) + np.float32(0.5)
    return _cut(level, screen, pitch * 0.5)


def hatching(level: Floats, top: int, pitch: float, kind: Bytes, waver: Floats) -> Floats:
    """Strokes that run from the dark to the light, crossed where it is dark; so they feather out along the form.

    The rows begin at `top`; `kind` says which of four slants each pixel has.
    """
    height, width = level.shape
    y, x = np.arange(top, top + height, dtype=np.float32)[:, None], np.arange(width, dtype=np.float32)
    angles = np.array([0.95, 0.16, -0.62, -1.36], np.float32)
    across = x * np.cos(angles + 1.5708)[kind] + y * np.sin(angles + 1.5708)[kind]
    wobble = (waver - 0.5) * np.float32(pitch * 0.7)
    strokes = np.abs(((across + wobble) / np.float32(pitch)) % 1 * 2 - 1) * np.float32(0.84) + np.float32(0.1)
    crossed = x * np.cos(angles + 0.6)[kind] + y * np.sin(angles + 0.6)[kind] - wobble
    cross = np.abs((crossed / np.float32(pitch)) % 1 * 2 - 1) * np.float32(0.84) + np.float32(0.1)
    return np.minimum(_cut(level, strokes, pitch * 0.55), _cut(level * 2.1, cross, pitch * 0.55))


def _directions(pixels: Bytes) -> Bytes:
    """Which of four slants suits the form at each pixel: along the fall of the light; the first where it is even."""
    height, width = pixels.shape[:2]
    small = blurred(shrunk(pixels[..., 1], 8) * np.float32(1 / 255), 3)
    gy, gx = np.gradient(small)
    # Doubled angles, so that opposite slopes count as the same slant.
    along, across = gx * gx - gy * gy + 0.0004 * np.cos(1.9), 2 * gx * gy + 0.0004 * np.sin(1.9)
    along, across = blurred(np.asarray(along, np.float32), 2), blurred(np.asarray(across, np.float32), 2)
    # Both fields become vectors of length 1 before they are enlarged, or weak slopes would lose to strong neighbours.
    size = np.hypot(along, across) + np.float32(1e-9)
    a = enlarged(np.asarray(along / size, np.float32), width, height)
    b = enlarged(np.asarray(across / size, np.float32), width, height)
    right, up = a > 0, b > 0
    steep = np.abs(b) > np.abs(a)
    return np.asarray(np.where(steep, np.where(up, 0, 2), np.where(right, 1, 3)), np.uint8)


def _cut(level: Floats, screen: Floats, gain: float) -> Floats:
    return np.asarray(np.clip((level - screen) * np.float32(gain) + 0.5, 0, 1), np.float32)


MEDIUM = Medium(
    "ink",
    Manner(
        shading="ink",
        tone="ink",
        outline=5.0,
        outline_colour=(0, 0, 0),
        shade=1.0,
        shine=1.0,
        gloss="cel",
        rim=0.0,
        gradient=0.0,
    ),
    develop,
    shadows=0.9,
    margin=0.028,
)
