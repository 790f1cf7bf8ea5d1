"""The gallery: contact sheets of everything that the illustrator can draw, for `pinxit gallery`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np
import skia

from pinxit.core.images import Background, Quality, Size
from pinxit.engines.illustrator import look, media, settings, typefaces
from pinxit.engines.illustrator.brush import Brush, Manner, colour4
from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.lettering import fit
from pinxit.engines.illustrator.light import LIGHTS
from pinxit.engines.illustrator.look import Look, Thing
from pinxit.engines.illustrator.painter import paint
from pinxit.engines.illustrator.preview import fitted
from pinxit.engines.illustrator.stage import HEIGHT, Mood, build

PAPER: Rgb = (244, 240, 232)
CELL = 240
LABEL = 26
COLUMNS = 6
MEDIA_PROMPTS = {
    "flat": "a flat illustration of a fox in a forest",
    "illustration": "a fox in a forest",
    "ink": "a black and white ink drawing of a fox in a forest",
    "logo": "a logo for a bakery called 'Fox & Bread'",
    "minimalist": "a minimalist composition of a red maple leaf, negative space",
    "painting": "an oil painting of a fox in a forest",
    "photo": "a photo of a fox in a forest, golden hour",
    "poster": "a vintage travel poster of a fox in a forest titled 'WILD'",
    "product": "a product photograph of a blue ceramic mug",
    "sticker": "a kawaii sticker of a fox",
    "watercolour": "a watercolour of a fox in a forest",
}


def write(out: Path) -> list[Path]:
    """Render every thing, setting, medium and typeface into PNG sheets in `out`; returns the files."""
    out.mkdir(parents=True, exist_ok=True)
    files = []
    things = sorted(look.things(), key=lambda t: (t.kind, t.name))
    for kind, group in groupby(things, key=lambda t: t.kind):
        files.append(_sheet(out / f"things-{kind}.png", [(t.name, _thing(t)) for t in group]))
    places = sorted({s.name: s for s in settings.load().values()}.items())
    files.append(_sheet(out / "settings.png", [(name, _setting(name)) for name, _ in places]))
    files.append(_sheet(out / "media.png", [(name, _medium(name)) for name in sorted(media.load())]))
    files.append(_sheet(out / "typefaces.png", [(name, _typeface(name)) for name in typefaces.table()]))
    return files


Cell = Callable[[skia.Canvas], None]


def _sheet(path: Path, cells: Sequence[tuple[str, Cell]]) -> Path:
    columns = min(COLUMNS, len(cells))
    rows = -(-len(cells) // columns)
    surface = skia.Surface(columns * CELL, rows * (CELL + LABEL))
    with surface as canvas:
        canvas.clear(colour4(PAPER))
        for i, (label, draw) in enumerate(cells):
            canvas.save()
            canvas.translate((i % columns) * CELL, (i // columns) * (CELL + LABEL))
            canvas.save()
            canvas.clipRect(skia.Rect.MakeWH(CELL, CELL))
            draw(canvas)
            canvas.restore()
            block = fit(label, typefaces.face("grotesque"), CELL * 0.9, 15, lines=1, largest=13)
            for letters in block.at(CELL / 2, CELL + LABEL / 2):
                canvas.drawPath(letters, skia.Paint(AntiAlias=True, Color=colour4((70, 66, 60))))
            canvas.restore()
    surface.makeImageSnapshot().save(str(path), skia.kPNG)
    return path


def _thing(thing: Thing) -> Cell:
    def draw(canvas: skia.Canvas) -> None:
        drawing = fitted(thing.sketch(Look(noun=thing.name)), CELL * 0.09, CELL * 0.09, CELL * 0.82, CELL * 0.82)
        Brush(canvas, Manner(), LIGHTS["day"], CELL).draw(drawing.items)

    return draw


def _setting(name: str) -> Cell:
    def draw(canvas: skia.Canvas) -> None:
        entry = settings.load()[name]
        stage = build(entry, HEIGHT, Mood())
        canvas.scale(CELL / HEIGHT, CELL / HEIGHT)
        brush = Brush(canvas, Manner(), LIGHTS.get(entry.light or "day", LIGHTS["day"]), HEIGHT)
        for layer in (stage.far, stage.middle, stage.near, stage.front):
            brush.draw(layer.drawing.items)

    return draw


def _medium(name: str) -> Cell:
    def draw(canvas: skia.Canvas) -> None:
        prompt = MEDIA_PROMPTS.get(name, f"a {name} of a fox in a forest")
        done = paint(prompt, Size(480, 480), 1, Quality.MEDIUM, Background.AUTO, lambda _share, _stage: None)
        rgba = np.dstack([done.pixels, np.full(done.pixels.shape[:2], 255, np.uint8)])
        image = skia.Image.fromarray(np.ascontiguousarray(rgba), skia.kRGBA_8888_ColorType)
        canvas.drawImageRect(image, skia.Rect.MakeWH(CELL, CELL), skia.SamplingOptions(skia.FilterMode.kLinear))

    return draw


def _typeface(name: str) -> Cell:
    def draw(canvas: skia.Canvas) -> None:
        block = fit("Hamburg fonts 123", typefaces.face(name), CELL * 0.86, CELL * 0.6, lines=3)
        for letters in block.at(CELL / 2, CELL / 2):
            canvas.drawPath(letters, skia.Paint(AntiAlias=True, Color=colour4((30, 28, 34))))

    return draw
