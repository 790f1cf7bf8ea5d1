"""Printed and built media: a photograph as flat colour, comic, poster, pixels, facets, glass or cut paper."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from pinxit.engines.illustrator.effects import Bytes, Floats, finished, grain, opened
from pinxit.engines.illustrator.light import LIGHTS
from pinxit.engines.illustrator.media import Finish, load
from pinxit.engines.illustrator.sources.flattening import (
    flattened,
    level_of,
    lines,
    mean,
    patches,
    shifted,
    stepped,
    stretched,
    vivid,
)

_INK = np.array((22, 20, 26), np.float32) / 255


def print_poster(pixels: Bytes, seed: int) -> Bytes:
    """A handful of inks on aged paper."""
    unit = min(pixels.shape[:2])
    image = flattened(opened(pixels), max(3, unit // 90), 2)
    level = level_of(image)
    target = stepped(stretched(level, 2, 98), 5, 0.12)
    image = vivid(np.clip(image * ((target + 0.05) / (level + 0.05))[..., None], 0, 1), 1.3)
    return load()["poster"].develop(finished(image), Finish(LIGHTS["day"], unit, seed))


def print_flat(pixels: Bytes, seed: int) -> Bytes:
    """Clean areas of sixteen colours with smooth edges."""
    return _areas(pixels, 16, 110)


def print_minimal(pixels: Bytes, seed: int) -> Bytes:
    """A dozen colours, and only the large forms."""
    return _areas(pixels, 11, 80)


def print_comic(pixels: Bytes, seed: int) -> Bytes:
    """Black lines, loud flat colours, dots in the half shadows."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    image = flattened(opened(pixels), max(2, unit // 130), 2)
    level = stretched(level_of(image), 2, 97)
    target = stepped(level, 4, 0.08) * np.float32(0.92) + np.float32(0.1)
    flat = vivid(np.clip(image * ((target + 0.04) / (level_of(image) + 0.04))[..., None], 0, 1), 1.55)
    # Dots where the tone lies between two steps of it, in the colour's own shadow.
    pitch = max(5.0, unit / 130)
    y, x = np.arange(height, dtype=np.float32)[:, None], np.arange(width, dtype=np.float32)
    k = np.float32(2 * np.pi / pitch)
    screen = np.cos((x * np.float32(0.92) + y * np.float32(0.38)) * k) + np.cos(
        (y * np.float32(0.92) - x * np.float32(0.38)) * k
    )
    between = np.clip(1 - np.abs(level - np.float32(0.42)) * 5, 0, 1)
    dots = np.clip((screen * np.float32(0.25) + between * np.float32(0.9) - np.float32(0.55)) * pitch, 0, 1)
    flat *= 1 - (dots * np.float32(0.3))[..., None]
    drawn = np.maximum(lines(image, max(1.3, unit / 420), firm=22, keep=0.45), np.clip((0.13 - level) * 18, 0, 1))
    flat += (_INK - flat) * drawn[..., None]
    return finished(np.asarray(flat, np.float32))


def print_pixels(pixels: Bytes, seed: int) -> Bytes:
    """Large square pixels of two dozen colours, with a few dithered steps."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    rows = 112 if unit >= 300 else 64
    down, across = round(height * rows / unit), round(width * rows / unit)
    image = flattened(opened(pixels), max(1, unit // 260), 1)
    image = vivid(np.clip((image - 0.5) * np.float32(1.12) + np.float32(0.5), 0, 1), 1.25)
    small = np.asarray(Image.fromarray(finished(image)).resize((across, down), Image.Resampling.BOX))
    checker = ((np.arange(down)[:, None] + np.arange(across)) % 2 * 2 - 1)[..., None] * 3
    index, colours = patches(np.clip(small.astype(np.int16) + checker, 0, 255).astype(np.uint8), 26)
    ys, xs = np.arange(height) * down // height, np.arange(width) * across // width
    return np.ascontiguousarray(colours[index][ys[:, None], xs])


def cut_paper(pixels: Bytes, seed: int) -> Bytes:
    """Sheets of coloured paper on each other, the largest at the bottom, each with its shadow on the one below."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    half = (max(1, width // 2), max(1, height // 2))
    small = np.asarray(Image.fromarray(pixels).resize(half, Image.Resampling.BOX))
    image = flattened(opened(small), max(3, unit // 220), 3)
    index, colours = patches(finished(vivid(image, 1.3)), 10)
    sizes = np.bincount(index.ravel(), minlength=len(colours))
    order = [int(i) for i in np.argsort(-sizes, kind="stable") if sizes[i]]
    rank = np.zeros(len(colours), np.intp)
    rank[order] = np.arange(len(order))
    level = rank[index]
    result: Floats = np.empty((height, width, 3), np.float32)
    result[:] = _paper_tone(colours[order[0]])
    reach, smooth = max(2, round(unit / 150)), max(1, unit // 420)
    for place in range(1, len(order)):
        # A sheet reaches on under those above it.
        mask = mean(mean((level >= place).astype(np.float32), smooth), smooth)
        near = Image.fromarray((mask * 255).astype(np.uint8)).resize((width, height), Image.Resampling.BICUBIC)
        sheet: Floats = np.clip((np.asarray(near, np.float32) / 255 - np.float32(0.5)) * 6 + np.float32(0.5), 0, 1)
        shadow = shifted(mean(mean(sheet, reach), reach), reach, reach) * (1 - sheet)
        result *= 1 - (shadow * np.float32(0.5))[..., None]
        result += (_paper_tone(colours[order[place]]) - result) * sheet[..., None]
        lip = np.clip(sheet - shifted(sheet, 2, 2), 0, 1)
        result += (1 - result) * (lip * np.float32(0.32))[..., None]
    fibre = grain(width, height, 3) * np.float32(0.014)
    return finished(np.asarray(result + fibre[..., None], np.float32))


def _paper_tone(rgb: Bytes) -> Floats:
    """Coloured paper is never quite black, and a little chalky."""
    return np.asarray(rgb / 255 * 0.88 + 0.07, np.float32)


def _areas(pixels: Bytes, count: int, fineness: int) -> Bytes:
    """Flat areas of `count` colours; their edges are drawn smoothly from masks of half the size."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    half = (max(1, width // 2), max(1, height // 2))
    small = np.asarray(Image.fromarray(pixels).resize(half, Image.Resampling.BOX))
    image = flattened(opened(small), max(2, unit // (3 * fineness)), 2)
    index, colours = patches(finished(vivid(image, 1.22)), count)
    best = np.zeros((height, width), np.uint8)
    result = np.zeros((height, width, 3), np.uint8)
    round_off = max(1, unit // 500)
    for i in np.unique(index):
        mask = mean(mean((index == i).astype(np.float32), round_off), round_off)
        near = np.asarray(
            Image.fromarray((mask * 255).astype(np.uint8)).resize((width, height), Image.Resampling.BICUBIC)
        )
        more = near > best
        result[more] = colours[i]
        np.maximum(best, near, out=best)
    return np.array(Image.fromarray(result).filter(ImageFilter.SMOOTH))
