"""Effects on finished pixels: arrays of float32, height x width (x 3), 0 to 1.

Each takes a few tens of milliseconds at most for a megapixel. Fields that vary slowly (glows, blurs, clouds) are worked
out small and enlarged, and no cache ever holds more than a few megabytes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import skia

from pinxit.engines.illustrator.colours import Rgb

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]
_KEPT = 1_100_000  # pixels: larger noise is made anew each time instead of being kept


# -- size ------------------------------------------------------------------------------------------------------------


def resized(image: Floats, width: int, height: int) -> Floats:
    """A one-channel image (0 to 1), smoothly resized."""
    source = np.ascontiguousarray(np.clip(image * 255, 0, 255).astype(np.uint8))
    small = skia.Image.fromarray(np.dstack([source] * 3 + [np.full_like(source, 255)]))
    surface = skia.Surface(width, height)
    with surface as canvas:
        sampling = skia.SamplingOptions(skia.CubicResampler.Mitchell())
        canvas.drawImageRect(small, skia.Rect.MakeWH(width, height), sampling)
    return np.asarray(surface.toarray()[..., 0].astype(np.float32) * np.float32(1 / 255))


def shrunk(image: Floats | Bytes, factor: int) -> Floats:
    """Means of `factor` x `factor` blocks as float32, in the units of the input; a rest at the edges counts."""
    total = image.astype(np.uint16) if image.dtype == np.uint8 else image
    halvings = 0
    while factor % 2 == 0 and halvings < 4:  # sixteen squared times 255 is the most that 16 bits hold
        total = _halved(total)
        factor //= 2
        halvings += 1
    mean = total.astype(np.float32)
    mean *= np.float32(0.25**halvings)
    if factor == 1:
        return mean
    height, width = mean.shape[:2]
    rows = np.add.reduceat(mean, np.arange(0, height, factor), axis=0)
    sums = np.add.reduceat(rows, np.arange(0, width, factor), axis=1)
    high = np.diff([*range(0, height, factor), height]).astype(np.float32)
    wide = np.diff([*range(0, width, factor), width]).astype(np.float32)
    area = high[:, None] * wide
    return np.asarray(sums / (area if mean.ndim == 2 else area[..., None]), np.float32)


def _halved(image: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Sums of 2 x 2 pixels; an odd last row or column is doubled."""
    if image.shape[0] % 2:
        image = np.concatenate([image, image[-1:]])
    if image.shape[1] % 2:
        image = np.concatenate([image, image[:, -1:]], axis=1)
    rows = image[::2] + image[1::2]
    return np.asarray(rows[:, ::2] + rows[:, 1::2])


def enlarged(image: Floats, width: int, height: int) -> Floats:
    """A small float image (height x width, any values), linearly enlarged."""
    rows, columns = image.shape
    y = np.clip((np.arange(height, dtype=np.float32) + 0.5) * rows / height - 0.5, 0, rows - 1)
    x = np.clip((np.arange(width, dtype=np.float32) + 0.5) * columns / width - 0.5, 0, columns - 1)
    y0, x0 = y.astype(np.intp), x.astype(np.intp)
    fy, fx = (y - y0)[:, None], x - x0
    wide = image[:, x0] * (1 - fx) + image[:, np.minimum(x0 + 1, columns - 1)] * fx
    step = wide[np.minimum(np.arange(rows) + 1, rows - 1)] - wide
    result = step[y0]
    result *= fy
    result += wide[y0]
    return np.asarray(result, np.float32)


def blurred(image: Floats, radius: int) -> Floats:
    """Three box blurs of `radius` pixels, which come close to a Gaussian. For small images."""
    if radius < 1:
        return image
    for axis in (0, 1) * 3:
        pad = [(0, 0)] * image.ndim
        pad[axis] = (radius + 1, radius)
        total = np.cumsum(np.pad(image, pad, mode="edge"), axis=axis, dtype=np.float32)
        count = 2 * radius + 1
        size = image.shape[axis]
        if axis == 0:
            image = total[count : count + size] - total[:size]
        else:
            image = total[:, count : count + size] - total[:, :size]
        image *= np.float32(1 / count)
    return np.asarray(image, np.float32)


def opened(pixels: Bytes) -> Floats:
    """From bytes to 0..1. Each channel lies in one piece in memory, so that effects can go through them one by one."""
    height, width, channels = pixels.shape
    planes = np.empty((channels, height, width), np.float32)
    for channel in range(channels):
        np.multiply(pixels[..., channel], np.float32(1 / 255), out=planes[channel])
    return planes.transpose(1, 2, 0)


def finished(image: Floats) -> Bytes:
    """From 0..1 to bytes; the image is used up."""
    result = np.empty(image.shape, np.uint8)
    for channel in range(image.shape[2]):
        plane = image[..., channel]
        plane *= 255
        np.clip(plane, 0, 255, out=plane)
        result[..., channel] = plane
    return result


# -- noise -----------------------------------------------------------------------------------------------------------


def cloud(width: int, height: int, cells: int, seed: int) -> Floats:
    """Smooth noise, 0 to 1, about `cells` bumps across. The same arguments give the same noise."""
    if width * height <= _KEPT:
        return _cloud(width, height, cells, seed).astype(np.float32) * np.float32(1 / 255)
    return _make_cloud(width, height, cells, seed)


@lru_cache(maxsize=8)
def _cloud(width: int, height: int, cells: int, seed: int) -> Bytes:
    return (_make_cloud(width, height, cells, seed) * 255 + 0.5).astype(np.uint8)


def _make_cloud(width: int, height: int, cells: int, seed: int) -> Floats:
    rng = np.random.default_rng(seed)
    rows = max(2, round(cells * height / width))
    noise: Floats = rng.random((rows + 2, cells + 2), np.float32)
    # Smooth while it is small; the last step, which costs most, may be linear.
    coarse = max(1, min(8, width // (cells * 4)))
    if coarse == 1:
        return resized(noise, width, height)
    return enlarged(resized(noise, width // coarse, height // coarse), width, height)


def grain(width: int, height: int, seed: int) -> Floats:
    """Fine noise around 0 (standard deviation 0.6), about one pixel in size."""
    tile = _grain(seed)
    return np.tile(tile, (height // 256 + 1, width // 256 + 1))[:height, :width]


@lru_cache(maxsize=8)
def _grain(seed: int) -> Floats:
    rng = np.random.default_rng(seed)
    tile: Floats = rng.standard_normal((256, 256), np.float32)
    return np.asarray((tile + np.roll(tile, 1, 0) + np.roll(tile, 1, 1)) / 3, np.float32)


@lru_cache(maxsize=2)
def stipple() -> Floats:
    """A 128 x 128 tile of thresholds, 0 to 1, evenly spread and without clumps: for grainy gradients."""
    rng = np.random.default_rng(20)
    noise: Floats = rng.random((128, 128), np.float32)
    for _ in range(4):
        soft = sum(np.roll(noise, shift, axis) for axis in (0, 1) for shift in (-1, 1)) / 4
        order = np.argsort((noise - 0.9 * soft).ravel(), kind="stable")
        noise = np.empty(128 * 128, np.float32)
        noise[order] = np.linspace(0, 1, 128 * 128, dtype=np.float32)
        noise = noise.reshape(128, 128)
    return noise


def tiled(tile: Floats, width: int, height: int, zoom: int = 1) -> Floats:
    """A tile repeated over a whole picture, each of its pixels `zoom` pixels wide."""
    if zoom > 1:
        tile = tile.repeat(zoom, 0).repeat(zoom, 1)
    rows, columns = tile.shape
    return np.tile(tile, (height // rows + 1, width // columns + 1))[:height, :width]


# -- light -----------------------------------------------------------------------------------------------------------


def vignette(image: Floats, strength: float) -> None:
    """Darken the corners, in place."""
    height, width = image.shape[:2]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, width, dtype=np.float32)
    fall = x * x + y * y
    fall -= 0.45
    np.clip(fall, 0, 1.6, out=fall)
    fall *= np.float32(-strength / 1.6)
    fall += 1
    for channel in range(3):
        image[..., channel] *= fall


def bloom(image: Floats, strength: float, tint: Rgb = (255, 255, 255)) -> None:
    """What is bright spills over, in place: blurred highlights are screened on top."""
    if strength <= 0:
        return
    height, width = image.shape[:2]
    factor = max(4, min(width, height) // 160)
    bright = np.clip((shrunk(image, factor) - 0.72) * 2.6, 0, 1)
    narrow = blurred(bright, 2)
    spill = (narrow + blurred(narrow, 9)) * 0.5
    for channel in range(3):
        light = enlarged(spill[..., channel], width, height) * np.float32(strength * tint[channel] / 255)
        plane = image[..., channel]
        plane += light * (1 - plane)


def illuminate(image: Floats, towards: tuple[float, float], key: Rgb, shade: Rgb, strength: float) -> None:
    """Let the light come from its side, in place: the side it comes from gains its colour, the far one the shadow's."""
    height, width = image.shape[:2]
    y = np.linspace(-1, 1, 48, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, 48, dtype=np.float32)
    slope = (x * towards[0] + y * towards[1]) / max(0.01, abs(towards[0]) + abs(towards[1]))
    side = enlarged(np.asarray(slope, np.float32), width, height)
    for channel in range(3):
        plane = image[..., channel]
        gain = np.clip(side, 0, 1) * np.float32(strength * 0.5 * key[channel] / 255)
        plane += gain * (1 - plane) * plane * 2
        plane *= 1 - np.clip(-side, 0, 1) * np.float32(strength * 0.55 * (1 - shade[channel] / 255))


def shafts(image: Floats, towards: tuple[float, float], key: Rgb, strength: float, seed: int) -> None:
    """Beams of light that fan out from where the light is, screened on in place."""
    height, width = image.shape[:2]
    x0, y0 = 0.5 + towards[0] * 0.75, 0.5 + towards[1] * 0.95
    rows, columns = 120, max(60, round(120 * width / height))
    y = (np.arange(rows, dtype=np.float32)[:, None] + 0.5) / rows - y0
    x = ((np.arange(columns, dtype=np.float32) + 0.5) / columns - x0) * (width / height)
    angle, far = np.arctan2(y, x), np.hypot(x, y)
    rng = np.random.default_rng(seed)
    waves = sum(np.sin(angle * rate + rng.uniform(0, 6.28)) * size for rate, size in ((9, 0.5), (17, 0.35), (31, 0.2)))
    beam = np.clip(waves + 0.1, 0, 1) * np.clip(1.35 - far, 0, 1)
    field = enlarged(np.asarray(beam, np.float32), width, height) * np.float32(strength)
    for channel in range(3):
        plane = image[..., channel]
        plane += field * (key[channel] / 255) * (1 - plane)


def grade(image: Floats, shadows: Rgb, lights: Rgb, amount: float) -> None:
    """Lean dark tones to one colour and light ones to another, in place."""
    level = (image[..., 0] + image[..., 1] + image[..., 2]) * np.float32(1 / 3)
    for channel in range(3):
        dark, light = shadows[channel] / 255, lights[channel] / 255
        image[..., channel] += (dark + level * np.float32(light - dark) - level) * np.float32(amount)


def curve(image: Floats, amount: float) -> None:
    """An S-curve, in place: `amount` 0 leaves the tones as they are, 1 doubles the contrast of the middle."""
    for channel in range(image.shape[2]):
        plane = image[..., channel]
        off = plane - 0.5
        plane += off * (np.float32(amount) - np.abs(off) * np.float32(2 * amount))


def add_grain(image: Floats, amount: float, seed: int = 7) -> None:
    """Film grain, in place."""
    noise = grain(image.shape[1], image.shape[0], seed)
    noise *= np.float32(amount)
    for channel in range(image.shape[2]):
        image[..., channel] += noise


# -- edges -----------------------------------------------------------------------------------------------------------


def warp(image: Bytes, reach: float, cells: int, seed: int) -> Bytes:
    """Shift every pixel by up to `reach` pixels along smooth noise: edges become hand-made."""
    height, width = image.shape[:2]
    dx = (cloud(width, height, cells, seed) - 0.5) * np.float32(2 * reach)
    dy = (cloud(width, height, cells, seed + 1) - 0.5) * np.float32(2 * reach)
    ys = np.clip(np.arange(height, dtype=np.int32)[:, None] + dy.astype(np.int32), 0, height - 1)
    xs = np.clip(np.arange(width, dtype=np.int32) + dx.astype(np.int32), 0, width - 1)
    ys *= width
    ys += xs
    return np.asarray(image.reshape(-1, image.shape[2]).take(ys.ravel(), axis=0).reshape(image.shape))


def border(width: int, height: int, seed: int, inset: float, rough: float) -> Floats:
    """How far inside an uneven border a pixel lies, in shares of the shorter side; 0 and less is outside."""
    unit = min(width, height)
    y = np.minimum(np.arange(height), np.arange(height)[::-1]).astype(np.float32)[:, None] / unit
    x = np.minimum(np.arange(width), np.arange(width)[::-1]).astype(np.float32) / unit
    edge = np.minimum(x, y)
    edge -= cloud(width, height, 16, seed % 79 + 5) * np.float32(rough)
    edge -= cloud(width, height, 70, seed % 71) * np.float32(rough * 0.34)
    return np.asarray(edge - np.float32(inset), np.float32)
