"""Vintage poster: a handful of inks on aged paper, grain instead of smooth tones, inside a frame."""

import numpy as np

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.colours import Rgb, darken, lighten, luminance, mix, multiply, oklab, saturate
from pinxit.engines.illustrator.effects import Bytes, cloud, finished, grain, opened
from pinxit.engines.illustrator.media import Finish, Medium
from pinxit.engines.illustrator.separation import palette, separate

PAPER: Rgb = (240, 226, 196)
KEY: Rgb = (34, 36, 56)  # the darkest ink: a blue black
INKS = 11


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Separate into inks, print the dark plate a hair beside the others, age the paper, rub the solids thin."""
    height, width = pixels.shape[:2]
    sources = palette(pixels, INKS)
    inks = [_ink(rgb) for rgb in sources]
    for colour in finish.keep[:3]:
        for tone in (colour, darken(colour, 0.25), lighten(colour, 0.2)):
            sources.append(tone)
            inks.append(mix(tone, PAPER, 0.06))
    zoom = max(1, round(finish.unit / 700))
    plate = separate(pixels, sources, zoom)
    printed = _overprint(plate, inks, max(1, round(finish.unit / 620)))
    image = opened(_pressed(printed))
    worn = cloud(width, height, 60, finish.seed % 61) * 0.6 + cloud(width, height, 8, finish.seed % 59) * 0.4
    worn = np.clip(worn - 0.56, 0, 1) * np.float32(0.17)
    speck = np.clip(grain(width, height, 11) - 1.35, 0, 1) * np.float32(0.8)
    paper = np.array(PAPER, np.float32) / 255
    for channel in range(3):
        plane = image[..., channel]
        plane += (paper[channel] - plane) * np.minimum(worn + speck, 0.6)
        plane += grain(width, height, 13) * np.float32(0.012)
    return finished(image)


def _ink(rgb: Rgb) -> Rgb:
    """A printer's ink for a colour: never pure white or black, a little yellowed, a little less loud."""
    light = luminance(rgb)
    if light > 0.93:
        return PAPER
    aged = mix(rgb, multiply(rgb, PAPER), 0.5)
    lightness, a, b = oklab(aged)
    chroma = (a * a + b * b) ** 0.5
    skin = lightness > 0.4 and 0.012 < a < 0.058 and 0.02 < b < 0.1
    most = 1.0 if skin else 1.3
    aged = saturate(aged, min(most, 0.19 / chroma) if chroma > 0.02 else 1.0)
    return mix(aged, KEY, 0.55 * max(0.0, 0.42 - light) / 0.42)


def _overprint(plate: Bytes, inks: list[Rgb], slip: int) -> Bytes:
    """The dark inks are one plate that has slipped by some pixels; at its edges paper shows or inks overlap."""
    colours = np.array(inks, np.uint8)
    dark = np.array([luminance(ink) < 0.42 for ink in inks])
    if not dark.any() or dark.all():
        return np.asarray(colours[plate])
    slipped = np.roll(plate, (slip, -slip), (0, 1))
    ground = colours[plate]
    bare = dark[plate] & ~dark[slipped]
    ground[bare] = colours[int(np.argmax(~dark))] // 2 + np.array(PAPER, np.uint8) // 2
    over = dark[slipped]
    ground[over] = colours[slipped[over]]
    return np.asarray(ground)


def _pressed(image: Bytes) -> Bytes:
    """A trace of blur: ink spreads into the paper, and the plates' pixels lose their corners."""
    wide = image.astype(np.uint16)
    wide[1:-1] = (wide[:-2] + wide[2:] + 2 * wide[1:-1]) >> 2
    wide[:, 1:-1] = (wide[:, :-2] + wide[:, 2:] + 2 * wide[:, 1:-1]) >> 2
    return wide.astype(np.uint8)


MEDIUM = Medium(
    "poster",
    Manner(shading="poster", shade=0.62, shine=0.35, gloss="cel", rim=0.0, gradient=0.35, crisp=True),
    develop,
    shadows=0.8,
    margin=0.045,
    light="morning",
    lens=False,
)
