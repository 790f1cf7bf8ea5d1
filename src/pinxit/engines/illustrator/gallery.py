"""The gallery: contact sheets of everything that the illustrator can draw, for `pinxit gallery`."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from importlib import resources
from itertools import groupby
from pathlib import Path

import numpy as np
import skia

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import ImageRequest, Quality, Size
from pinxit.engines.illustrator import look, media, settings, typefaces
from pinxit.engines.illustrator.brush import Brush, Manner, colour4
from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.easel import paint
from pinxit.engines.illustrator.finishing import finish
from pinxit.engines.illustrator.lettering import fit
from pinxit.engines.illustrator.light import LIGHTS
from pinxit.engines.illustrator.look import Look, Thing
from pinxit.engines.illustrator.preview import fitted
from pinxit.engines.illustrator.rigs import person_sheet
from pinxit.engines.illustrator.stage import HEIGHT, Mood, build

PAPER: Rgb = (244, 240, 232)
CELL, WIDE_CELL = 240, 320
LABEL = 26
COLUMNS = 6
PAINTED = ("media", "lettering", "relations", "counts", "surfaces", "hours", "comics")

Cell = Callable[[skia.Canvas, int], None]


def write(out: Path, names: Sequence[str] = ()) -> list[Path]:
    """Render contact sheets into `out` and return the files: everything, or only what is named.

    A name is a thing's ("metronome") or that of a sheet of whole pictures ("media", "lettering", "comics" ...).
    Raises InvalidRequest for a name that is neither.
    """
    wanted = [name if name in PAINTED else _find(name) for name in names]
    out.mkdir(parents=True, exist_ok=True)
    if wanted:
        return [_named(out, name) for name in wanted]
    files = []
    things = sorted((t for t in look.things() if not _is_effect(t)), key=lambda t: (t.kind, t.name))
    for kind, group in groupby(things, key=lambda t: t.kind):
        files.append(_sheet(out / f"things-{kind}.png", [(t.name, _drawn(t, Look(noun=t.name))) for t in group]))
    for kind, cells in _people().items():
        files.append(_sheet(out / f"people-{kind}.png", cells))
    places = sorted({s.name: s for s in settings.load().values()}.items())
    files.append(_sheet(out / "settings.png", [(name, _setting(name)) for name, _ in places]))
    files.append(_sheet(out / "typefaces.png", [(name, _typeface(name)) for name in typefaces.table()]))
    return [*files, *(_named(out, sheet) for sheet in PAINTED)]


def _named(out: Path, wanted: str | Thing) -> Path:
    """All that one thing has to stand, or a sheet of whole pictures."""
    if isinstance(wanted, Thing):
        return _sheet(out / f"{wanted.name.replace(' ', '-')}.png", _portrait(wanted))
    prompts = tomllib.loads(resources.files(__package__).joinpath("data/gallery.toml").read_text("utf-8"))[wanted]
    cells = [(name, _painted(words)) for name, words in prompts.items()]
    return _sheet(out / f"{wanted}.png", cells, WIDE_CELL)


def _is_effect(thing: Thing) -> bool:
    """Is it light, water or smoke that only shows what somebody does, and is nothing by itself?"""
    return thing.draw.__module__.rsplit(".", 1)[-1] in {"deed_sparks", "deed_waters", "deed_smokes"}


def _find(name: str) -> Thing:
    thing = look.load().get(name.lower())
    if thing is None:
        raise InvalidRequest(f"Nothing in the library is called {name!r}; `pinxit gallery --out DIR` shows what is.")
    return thing


def _sheet(path: Path, cells: Sequence[tuple[str, Cell]], size: int = CELL) -> Path:
    columns = min(COLUMNS, len(cells))
    rows = -(-len(cells) // columns)
    surface = skia.Surface(columns * size, rows * (size + LABEL))
    with surface as canvas:
        canvas.clear(colour4(PAPER))
        for i, (label, draw) in enumerate(cells):
            canvas.save()
            canvas.translate((i % columns) * size, (i // columns) * (size + LABEL))
            canvas.save()
            canvas.clipRect(skia.Rect.MakeWH(size, size))
            draw(canvas, size)
            canvas.restore()
            block = fit(label, typefaces.face("grotesque"), size * 0.9, 15, lines=1, largest=13)
            for letters in block.at(size / 2, size + LABEL / 2):
                canvas.drawPath(letters, skia.Paint(AntiAlias=True, Color=colour4((70, 66, 60))))
            canvas.restore()
    surface.makeImageSnapshot().save(str(path), skia.kPNG)
    return path


# -- cells -----------------------------------------------------------------------------------------------------------


def _drawn(thing: Thing, wish: Look, manner: Manner | None = None) -> Cell:
    """A thing by itself in the light of day."""

    def draw(canvas: skia.Canvas, size: int) -> None:
        drawing = finish(thing, wish, thing.sketch(wish))
        drawing = fitted(drawing, size * 0.09, size * 0.09, size * 0.82, size * 0.82)
        Brush(canvas, manner or Manner(), LIGHTS["day"], size).draw(drawing.items)

    return draw


def _portrait(thing: Thing) -> list[tuple[str, Cell]]:
    """All that one thing has to stand: four media, two colours, materials, patterns, and scenes."""
    known, name = media.load(), thing.name
    cells = [(medium, _drawn(thing, Look(noun=name), known[medium].manner)) for medium in ("illustration", "flat",
             "sticker", "ink")]  # fmt: skip
    cells += [
        ("red", _drawn(thing, Look(noun=name, colours=((206, 44, 48),)))),
        ("blue", _drawn(thing, Look(noun=name, colours=((48, 104, 206),)))),
        *((m, _drawn(thing, Look(noun=name, material=m))) for m in ("wood", "marble", "glass")),
        *((p, _drawn(thing, Look(noun=name, pattern=p))) for p in ("striped", "floral")),
    ]
    scenes = [
        "a {}", "two red {}s", "a watercolour of a {} beside a cat", "a pencil drawing of a {}", "a {} at night",
        "a woman beside a {}", "a sticker of a {}",
    ]  # fmt: skip
    return [*cells, *((words, _painted(words)) for words in (scene.format(name) for scene in scenes))]


def _people() -> dict[str, list[tuple[str, Cell]]]:
    """The person rig: poses, outfits, expressions, ages and hair."""
    library = look.load()
    return {
        sheet: [(label, _drawn(library[wish.noun], wish)) for label, wish in wishes]
        for sheet, wishes in person_sheet.cells().items()
    }


def _setting(name: str) -> Cell:
    def draw(canvas: skia.Canvas, size: int) -> None:
        entry = settings.load()[name]
        stage = build(entry, HEIGHT, Mood())
        canvas.scale(size / HEIGHT, size / HEIGHT)
        brush = Brush(canvas, Manner(), LIGHTS.get(entry.light or "day", LIGHTS["day"]), HEIGHT)
        for layer in (stage.far, stage.middle, stage.near, stage.front):
            brush.draw(layer.drawing.items)

    return draw


def _painted(prompt: str) -> Cell:
    """A whole picture, as a request gets it."""

    def draw(canvas: skia.Canvas, size: int) -> None:
        request = ImageRequest("", prompt, Size(size * 2, size * 2), quality=Quality.MEDIUM)
        pixels = paint(request, 1, lambda _share, _stage: None).pixels
        rgba = np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)])
        image = skia.Image.fromarray(np.ascontiguousarray(rgba), skia.kRGBA_8888_ColorType)
        sampling = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
        canvas.drawImageRect(image, skia.Rect.MakeWH(size, size), sampling)

    return draw


def _typeface(name: str) -> Cell:
    def draw(canvas: skia.Canvas, size: int) -> None:
        block = fit("Hamburg fonts 123", typefaces.face(name), size * 0.86, size * 0.6, lines=3)
        for letters in block.at(size / 2, size / 2):
            canvas.drawPath(letters, skia.Paint(AntiAlias=True, Color=colour4((30, 28, 34))))

    return draw
