"""A statue: a robed figure of stone with a raised arm and a scroll, on a plinth with a plaque."""

from dataclasses import replace

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, luminance, mix
from pinxit.engines.illustrator.look import Look, Worn, load, thing
from pinxit.engines.illustrator.pen import Gradient, Item, Line, Paint, Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, score
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.shapes import box


def _stone(rgb: Rgb, stone: Rgb) -> Rgb:
    """What a painted colour becomes when it is carved: its lightness stays, its hue is the stone's."""
    light = min(1.0, max(0.0, luminance(rgb)))
    return mix(darken(stone, 0.3), mix(stone, (255, 255, 255), 0.25), light**1.2)


def _carved(item: Item, stone: Rgb) -> Item:
    if isinstance(item, Line):
        return replace(item, paint=darken(stone, 0.42) if luminance(item.paint) < 0.5 else _stone(item.paint, stone))
    paint: Paint = item.paint
    if isinstance(paint, Gradient):
        stops = tuple((at, _stone(rgb, stone)) for at, rgb in paint.stops)
        return replace(item, paint=Gradient(paint.start, paint.end, stops, paint.radial, paint.alphas))
    return replace(item, paint=_stone(paint, stone))


@thing("statue", "monument", "bust sculpture", "stone statue", "sculpture", cm=400)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (204, 204, 200), "round", "stone")
    figure = load()["man" if look.gender == "male" else "woman"]
    pose = Look(
        noun=figure.name, pose="wave", worn=(Worn("robe", (226, 222, 214)),), seed=look.seed, gender=look.gender
    )
    drawing = figure.sketch(pose)
    edge = drawing.bounds()
    scale = 152 / max(edge[3] - edge[1], 1.0)
    for y, half, high in ((-8.0, 62.0, 9.0), (-16.0, 56.0, 9.0), (-82.0, 56.0, 10.0), (-89.0, 50.0, 8.0)):
        if y > -20:
            coat(pen, _slab(half, y, high), what.tone(-0.06))
    block = coat(pen, _slab(46, -74, 60), what)
    with pen.on(block):
        score(pen, "-46,-20 46,-20", what.tone(-0.3).rgb, 2, 0.6)
    for y, half, high in ((-82.0, 56.0, 10.0), (-89.0, 50.0, 8.0)):
        coat(pen, _slab(half, y, high), what.tone(0.08))
    bar(pen, "-30 -62 60 34 2", look.part("plaque", (176, 132, 72)), "metal", 0.8)
    score(pen, "-20,-52 20,-52|-20,-44 20,-44|-20,-36 6,-36", (96, 66, 38), 2.2)
    pen.anchor("text", 0, -46, 54)
    drawing.items = [_carved(item, what.rgb) for item in drawing.items]
    pen.copy(drawing, -(edge[0] + edge[2]) / 2 * scale, -89 - edge[3] * scale, scale)
    cut(pen, "-30,-93 30,-93 34,-87 -34,-87", what.tone(-0.08).rgb, "round", 1, 0.7)


def _slab(half: float, top: float, high: float) -> skia.Path:
    return box(-half, top, half * 2, high, 1.5)
