"""Lettering: words from the prompt, set on the picture."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import skia

from pinxit.engines.illustrator.colours import legible_on
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.lettering import fit
from pinxit.engines.illustrator.speech import imprint
from pinxit.engines.illustrator.typefaces import choose, settable
from pinxit.scene import Lettering


def lettered(pixels: Bytes, words: Sequence[Lettering]) -> Bytes:
    """The words where the prompt wants them: at the top, in the middle, else at the bottom."""
    height, width = pixels.shape[:2]
    rgba = np.dstack([pixels, np.full((height, width), 255, np.uint8)])
    surface = skia.Surface(width, height)
    groups: dict[str, list[Lettering]] = {}
    for one in words:
        where = one.position or ""
        place = "top" if "top" in where else "centre" if re.search("^(cent|mid)", where) else "bottom"
        groups.setdefault(place, []).append(one)
    with surface as canvas:
        canvas.drawImage(skia.Image.fromarray(np.ascontiguousarray(rgba), skia.kRGBA_8888_ColorType), 0, 0)
        for place, group in groups.items():
            _stack(canvas, pixels, place, group)
    return np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3])


def filled(pixels: Bytes, words: Sequence[Lettering]) -> Bytes:
    """The words below each other, as large as the picture lets them be."""
    height, width = pixels.shape[:2]
    rgba = np.dstack([pixels, np.full((height, width), 255, np.uint8)])
    surface = skia.Surface(width, height)
    ground = pixels.reshape(-1, 3).mean(axis=0)
    band = height / max(1, len(words))
    with surface as canvas:
        canvas.drawImage(skia.Image.fromarray(np.ascontiguousarray(rgba), skia.kRGBA_8888_ColorType), 0, 0)
        for i, one in enumerate(words):
            text = settable(one.text)
            if text:
                tone = one.colour.rgb if one.colour else legible_on((int(ground[0]), int(ground[1]), int(ground[2])))
                block = fit(text, choose(one.style, "title", one.text), width * 0.94, band * 0.86, lines=3)
                imprint(canvas, block, width / 2, band * (i + 0.5), tone, halo=0.4, neon="neon" in one.style)
    return np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3])


def _stack(canvas: skia.Canvas, pixels: Bytes, place: str, group: list[Lettering]) -> None:
    height, width = pixels.shape[:2]
    band = min(height * 0.16, width * 0.2)
    total = band * len(group)
    top = {"top": height * 0.04, "centre": (height - total) / 2}.get(place, height * 0.96 - total)
    for i, words in enumerate(group):
        text = settable(words.text)
        if not text:
            continue
        y = top + band * i
        rows = pixels[int(y) : int(y + band)].reshape(-1, 3)
        ground = rows.mean(axis=0)
        busy = float(rows.std(axis=0).mean()) / 60
        tone = words.colour.rgb if words.colour else legible_on((int(ground[0]), int(ground[1]), int(ground[2])))
        face = choose(words.style, "title", words.text)
        block = fit(text, face, width * 0.88, band * 0.86, lines=2)
        imprint(canvas, block, width / 2, y + band / 2, tone, halo=min(0.8, 0.3 + busy), neon="neon" in words.style)
