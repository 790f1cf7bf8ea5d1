"""Finishing: colour, pattern and material for whatever was drawn without them.

A drawing may see to its own surface: a mug knows where its glaze ends. Where the prompt asks for a colour, a pattern
or a material and the drawing came out as if it had not been asked, this gives it to the main part, or to the whole of
what would be a figure made of that material (a cat of marble, a violin of glass).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import skia

from pinxit.engines.illustrator.colours import Rgb, from_oklab, luminance, mix, oklab
from pinxit.engines.illustrator.look import Look, Thing
from pinxit.engines.illustrator.patterns import pattern
from pinxit.engines.illustrator.pen import Drawing, Fill, Form, Gradient, Item, Line, Pen
from pinxit.engines.illustrator.rigs import material

ALIKE = 0.08  # OKLab distance up to which two fills count as one colour
SHARE = 0.02  # parts of less than this share of the drawing's box carry neither pattern nor grain
LIVING = {"person", "animal", "bird", "fish", "plant", "food"}
# Materials of which sculptors make the whole of a thing, wheels, eyes and all.
SCULPTED = {"glass", "crystal", "ice", "chocolate", "origami", "marble", "jade", "bronze", "paper", "gold", "golden"}


def finish(thing: Thing, look: Look, drawing: Drawing) -> Drawing:
    """`drawing`, the sketch of `thing` for `look`, with the colour, pattern and material that its own hand left out."""
    sketch = drawing
    if look.colours and thing.kind != "person" and _ignores(thing, sketch, replace(look, colours=())):
        drawing = _coloured(drawing, look.colours)
    if _asks_material(look) and _ignores(thing, sketch, replace(look, material=None)):
        drawing = _made(thing, look, drawing)
    if look.pattern and thing.kind != "person" and _ignores(thing, sketch, replace(look, pattern=None)):
        drawing = _patterned(drawing, look)
    return drawing


def _asks_material(look: Look) -> bool:
    return look.material is not None and material.known(look.material)


def _ignores(thing: Thing, sketch: Drawing, without: Look) -> bool:
    """Does the thing look the same when it is not asked? Compared as it was drawn, before any finishing."""
    return _print_of(sketch) == _print_of(thing.sketch(without))


def _print_of(drawing: Drawing) -> list[object]:
    return [(item.paint, item.path.countPoints(), item.form if isinstance(item, Fill) else 0) for item in drawing.items]


# -- which part ------------------------------------------------------------------------------------------------------


def _solid(item: Item) -> bool:
    return isinstance(item, Fill) and not item.decal and not item.blur and item.form != "glow" and item.alpha > 0.5


def _tone(item: Item) -> Rgb:
    """The colour of an item; of a gradient the middle stop."""
    if isinstance(item.paint, Gradient):
        return item.paint.stops[len(item.paint.stops) // 2][1]
    return item.paint


def _near(one: Rgb, other: Rgb) -> bool:
    """Nearly one colour; shades of one colour count, so lightness weighs less."""
    a, b = oklab(one), oklab(other)
    return ((a[0] - b[0]) * 0.22) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2 < ALIKE**2


def _main_tones(drawing: Drawing) -> list[Rgb]:
    """The colours of the drawing by the room that each takes, the most first."""
    rooms: list[tuple[Rgb, float]] = []
    for item in drawing.items:
        if not _solid(item):
            continue
        bounds, tone = item.path.computeTightBounds(), _tone(item)
        room = bounds.width() * bounds.height()
        for i, (known, so_far) in enumerate(rooms):
            if _near(known, tone):
                rooms[i] = (known, so_far + room)
                break
        else:
            rooms.append((tone, room))
    return [tone for tone, _ in sorted(rooms, key=lambda pair: -pair[1])]


# -- colour ----------------------------------------------------------------------------------------------------------


def _coloured(drawing: Drawing, colours: Sequence[Rgb]) -> Drawing:
    """Every part of the main colour in the first colour that was asked for, of the second in the second."""
    swaps = list(zip(_main_tones(drawing), colours, strict=False))
    return Drawing([_swapped(item, swaps) for item in drawing.items], drawing.anchors)


def _swapped(item: Item, swaps: Sequence[tuple[Rgb, Rgb]]) -> Item:
    def change(rgb: Rgb) -> Rgb:
        for old, new in swaps:
            if _near(rgb, old):
                return _shifted(new, luminance(rgb) - luminance(old))
        return rgb

    return _repainted(item, change)


def _shifted(rgb: Rgb, by: float) -> Rgb:
    light, a, b = oklab(rgb)
    return from_oklab((min(0.98, max(0.06, light + by * 0.8)), a, b))


def _repainted(item: Item, change: Callable[[Rgb], Rgb], form: Form | None = None) -> Item:
    if isinstance(item, Line):
        return replace(item, paint=change(item.paint))
    if isinstance(item.paint, Gradient):
        stops = tuple((place, change(rgb)) for place, rgb in item.paint.stops)
        return replace(item, paint=replace(item.paint, stops=stops))
    painted = replace(item, paint=change(item.paint))
    return replace(painted, form=form) if form and _solid(item) else painted


# -- material --------------------------------------------------------------------------------------------------------


def _made(thing: Thing, look: Look, drawing: Drawing) -> Drawing:
    """The drawing in the material's own tones and gloss, with its grain, veins or specks on the large parts."""
    tones = _main_tones(drawing)
    if not tones:
        return drawing
    what = material.finish(look, look.colour(tones[0]))
    whole = thing.kind in LIVING or look.material in SCULPTED
    middle = luminance(tones[0])

    def change(rgb: Rgb) -> Rgb:
        if not whole and not _near(rgb, tones[0]):
            return rgb
        tone = _shifted(what.rgb, (luminance(rgb) - middle) * (0.95 if what.material == "glass" else 0.62))
        return tone

    box = skia.Rect.MakeLTRB(*drawing.bounds())
    items: list[Item] = []
    for item in drawing.items:
        mine = whole or _near(_tone(item), tones[0])
        items.append(_repainted(item, change, what.form if mine else None))
        if mine and _large(item, box):
            pen = Pen()
            material.mark(pen, item.path, what)
            items += [replace(more, clips=(*item.clips, *more.clips)) for more in pen.drawing.items]
    return _reindexed(drawing, items)


def _large(item: Item, box: skia.Rect) -> bool:
    bounds = item.path.getBounds()
    return _solid(item) and bounds.width() * bounds.height() > SHARE * box.width() * box.height()


# -- pattern ---------------------------------------------------------------------------------------------------------


def _patterned(drawing: Drawing, look: Look) -> Drawing:
    """The pattern over everything that has the main colour, in one piece, so that it runs on from part to part."""
    tones = _main_tones(drawing)
    if not tones or look.pattern is None:
        return drawing
    box = skia.Rect.MakeLTRB(*drawing.bounds())
    second = look.colours[1] if len(look.colours) > 1 else None
    motifs = pattern(look.pattern, box, tones[0], second)
    items: list[Item] = []
    for item in drawing.items:
        items.append(item)
        if not (_near(_tone(item), tones[0]) and _large(item, box)):
            continue
        for path, tone in motifs:
            if skia.Rect.Intersects(path.getBounds(), item.path.getBounds()):
                shade = mix(tone, _tone(item), 0.08)
                items.append(Fill(path, shade, "flat", 0.0, 0.92, (*item.clips, item.path), decal=True))
    return _reindexed(drawing, items)


def _reindexed(drawing: Drawing, items: list[Item]) -> Drawing:
    """The new items, with every anchor behind the same parts as before."""
    places: list[int] = []
    kept = iter(drawing.items)
    following = next(kept, None)
    for i, item in enumerate(items):
        if following is not None and item.path is following.path:
            places.append(i)
            following = next(kept, None)
    places.append(len(items))
    anchors = {
        name: replace(anchor, index=places[min(anchor.index, len(places) - 1)])
        for name, anchor in drawing.anchors.items()
    }
    return Drawing(items, anchors)
