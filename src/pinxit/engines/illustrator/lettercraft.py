"""Lettercraft: how letters are made on a thing: painted, bent from neon tubes, chalked, embossed, iced, sprayed, lit.

Each craft turns set lines into recorded items, so every medium prints them in its own way. The outline of a letter is
never changed by its craft: what lies on it stays inside it, what lies around it stays behind it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.colours import BLACK, WHITE, Rgb, darken, lighten, luminance, mix
from pinxit.engines.illustrator.pen import Fill, Gradient, Item, Line
from pinxit.engines.illustrator.shapes import ellipse, minus, moved, polygon, union


@dataclass(frozen=True, slots=True)
class Lines:
    """Set lines where they stand: their outlines, the em, the colour of the letters and of what is behind them."""

    paths: Sequence[skia.Path]
    size: float
    tone: Rgb
    ground: Rgb
    seed: int = 0

    def box(self) -> skia.Rect:
        """The box around all of the ink."""
        edge = skia.Rect.MakeEmpty()
        for path in self.paths:
            edge.join(path.computeTightBounds())
        return edge


GLEAM = 0.6  # lights on letters stay sheer: a medium of one ink prints what is denser as a solid
Craft = Callable[[Lines], list[Item]]


def flat(path: skia.Path, paint: Rgb | Gradient, alpha: float = 1.0, blur: float = 0.0) -> Fill:
    """Plain paint without shading or outline."""
    return Fill(path, paint, "flat", 0.0, alpha, (), blur, decal=True)


def around(path: skia.Path, width: float) -> skia.Path:
    """The outline with a rim of half the width around it."""
    edge = skia.Path()
    paint = skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=width, StrokeJoin=skia.Paint.kRound_Join)
    paint.getFillPath(path, edge)
    return union(path, edge)


def inside(path: skia.Path, width: float) -> skia.Path:
    """The outline less half the width all round; the whole where nothing would be left."""
    edge = skia.Path()
    paint = skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=width, StrokeJoin=skia.Paint.kRound_Join)
    paint.getFillPath(path, edge)
    return minus(path, edge)


def painted(lines: Lines) -> list[Item]:
    """Signwriter's paint; a rim sets off what is near to its ground in tone."""
    items: list[Item] = []
    for path in lines.paths:
        if abs(luminance(lines.tone) - luminance(lines.ground)) < 0.25:
            edge: Rgb = (255, 250, 244) if luminance(lines.tone) < 0.5 else (74, 34, 40)
            items.append(Line(path, edge, lines.size * 0.13, 1.0, ()))
        items.append(flat(path, lines.tone))
    return items


def gilded(lines: Lines) -> list[Item]:
    """A shop's fascia: letters with a dark drop shade to the lower right, and a bright upper edge."""
    drop = lines.size * 0.035
    shade = darken(lines.ground, 0.55) if luminance(lines.ground) < 0.6 else mix(lines.ground, (70, 50, 40), 0.4)
    items: list[Item] = [flat(moved(path, drop * k, drop * k), shade) for path in lines.paths for k in (1.0, 0.5)]
    return items + [flat(path, lines.tone) for path in lines.paths]


def neon(lines: Lines) -> list[Item]:
    """Glass tubes: a wide haze, a near glow, the coloured gas and its white heart."""
    items: list[Item] = []
    size, tone = lines.size, lines.tone
    hot = lighten(tone, 0.86)
    for path in lines.paths:
        items.append(flat(moved(path, size * 0.05, size * 0.09), BLACK, 0.45, size * 0.05))
        items.append(Fill(path, tone, "glow", 0.0, 0.75, (), size * 0.26, decal=True))
        items.append(Fill(path, tone, "glow", 0.0, 0.9, (), size * 0.09, decal=True))
        items.append(Line(path, tone, size * 0.05, 1.0, (), glow=True))
        items.append(Fill(path, mix(tone, hot, 0.55), "glow", 0.0, 1.0, (), 0.0, decal=True))
        items.append(Fill(inside(path, size * 0.035), hot, "glow", 0.0, 1.0, (), 0.0, decal=True))
    return items


def chalked(lines: Lines) -> list[Item]:
    """Chalk: a breath of dust around, and the grain of the slate in every stroke."""
    items: list[Item] = []
    rng = random.Random(lines.seed)
    size = lines.size
    for path in lines.paths:
        items.append(flat(path, lines.tone, 0.2, size * 0.04))
        items.append(flat(path, lines.tone, 0.95))
        box = path.computeTightBounds()
        grain = skia.Path()
        for _ in range(min(900, int(26 * box.width() * box.height() / max(size * size, 1e-6)) + 40)):
            x, y = rng.uniform(box.left(), box.right()), rng.uniform(box.top(), box.bottom())
            reach = size * rng.uniform(0.01, 0.045)
            grain.addPath(polygon([(x, y), (x + reach, y - reach * 0.7), (x + reach * 1.1, y - reach * 0.5)]))
        items.append(Fill(grain, lines.ground, "flat", 0.0, 0.5, (path,), 0.0, decal=True))
    return items


def embossed(lines: Lines) -> list[Item]:
    """Pressed from the back of a metal sheet: light on the upper edge, shade under the lower."""
    lift = lines.size * 0.022
    items: list[Item] = []
    for path in lines.paths:
        items.append(flat(moved(path, lift * 1.1, lift * 1.6), darken(lines.ground, 0.45), 0.75, lift * 0.7))
        items.append(flat(moved(path, -lift, -lift * 1.2), lighten(lines.ground, 0.9), 0.95))
        items.append(flat(path, lines.tone))
        sheen = minus(path, moved(path, lift * 0.8, lift * 1.1))
        items.append(flat(sheen, lighten(lines.tone, 0.55), GLEAM))
    return items


def carved(lines: Lines) -> list[Item]:
    """Cut into wood or stone: a lit lower edge, a dark hollow."""
    cut = lines.size * 0.025
    items: list[Item] = []
    for path in lines.paths:
        items.append(flat(moved(path, cut, cut * 1.2), lighten(lines.ground, 0.4), 0.85))
        items.append(flat(path, lines.tone))
        items.append(flat(minus(path, moved(path, cut, cut * 1.3)), darken(lines.tone, 0.6), 0.8))
    return items


def iced(lines: Lines) -> list[Item]:
    """Piped icing: a soft shade below, a round body, a wet light along the upper edge."""
    lift = lines.size * 0.02
    items: list[Item] = []
    for path in lines.paths:
        items.append(flat(moved(path, lift, lift * 2), darken(lines.ground, 0.32), 0.7, lift))
        items.append(flat(path, lines.tone))
        shine = minus(inside(path, lift * 1.2), moved(inside(path, lift * 1.2), lift * 0.8, lift * 1.1))
        items.append(flat(shine, lighten(lines.tone, 0.7), GLEAM))
    return items


def sprayed(lines: Lines) -> list[Item]:
    """Graffiti: mist, a block shade, a heavy outline, a fill that fades from one colour to another, drips."""
    size, rng = lines.size, random.Random(lines.seed)
    low = mix(lines.tone, (255, 70, 150), 0.75) if luminance(lines.tone) > 0.3 else lighten(lines.tone, 0.5)
    items: list[Item] = []
    fat = [around(path, size * 0.17) for path in lines.paths]
    for path in fat:
        items.append(flat(path, lighten(lines.tone, 0.35), 0.5, size * 0.16))
    for path in fat:
        block = union(*(moved(path, size * 0.018 * k, size * 0.018 * k) for k in range(6)))
        items.append(flat(block, (36, 24, 66)))
        items.append(flat(path, (20, 14, 32)))
    for path in lines.paths:
        box = path.computeTightBounds()
        fade = Gradient(
            (0, box.top()), (0, box.bottom()), ((0, lighten(lines.tone, 0.25)), (0.5, lines.tone), (1, low))
        )
        for _ in range(4):
            x = rng.uniform(box.left(), box.right())
            if path.contains(x, box.bottom() - size * 0.12):
                long = size * rng.uniform(0.15, 0.4)
                y = box.bottom() - size * 0.05
                drip = union(
                    polygon([(x - size * 0.014, y), (x + size * 0.014, y), (x + size * 0.01, y + long),
                             (x - size * 0.01, y + long)]),
                    ellipse(x, y + long, size * 0.02, size * 0.03),
                )  # fmt: skip
                items.append(flat(drip, (20, 14, 32)))
        items.append(flat(path, fade))
        items.append(flat(minus(path, moved(path, size * 0.03, size * 0.035)), WHITE, GLEAM))
    return items


def lit(lines: Lines) -> list[Item]:
    """Letters on a screen give their own light."""
    items: list[Item] = []
    for path in lines.paths:
        if luminance(lines.tone) > 0.5:
            items.append(Fill(path, lines.tone, "glow", 0.0, 0.45, (), lines.size * 0.12, decal=True))
        items.append(Fill(path, lines.tone, "glow", 0.0, 1.0, (), 0.0, decal=True))
    return items


CRAFTS: dict[str, Craft] = {
    "painted": painted,
    "gilded": gilded,
    "neon": neon,
    "chalk": chalked,
    "embossed": embossed,
    "carved": carved,
    "icing": iced,
    "spray": sprayed,
    "screen": lit,
}
