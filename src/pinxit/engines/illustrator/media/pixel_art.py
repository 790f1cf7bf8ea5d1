"""Pixel art: a coarse grid, a small palette, cel-shaded ramps that shift in hue, outlines one pixel wide.

Words of the eight-bit kind ask for larger pixels and fewer colours.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

import numpy as np
import skia

from pinxit.engines.illustrator.brush import Brush, Manner
from pinxit.engines.illustrator.colours import Rgb, from_oklab, oklab
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.media import Finish, Medium
from pinxit.engines.illustrator.pen import Fill, Line
from pinxit.engines.illustrator.pixel_grid import Grid, choose_palette, set_cells
from pinxit.engines.illustrator.shading import crescent
from pinxit.scene.model import Scene

CELLS, COLOURS = 192, 44  # along the shorter side; in the palette
COARSE_CELLS, FEW_COLOURS = 136, 20
EIGHT_BIT = re.compile(r"\b(8[ -]?bit|nes|game ?boy|atari|c64)\b", re.IGNORECASE)
_SAMPLES = 3  # in each direction of a cell


def ramp(rgb: Rgb, step: float) -> Rgb:
    """A lighter (step > 0) or darker (step < 0) tone of a ramp: lights turn to yellow, shades to violet."""
    light, a, b = oklab(rgb)
    size = abs(step)
    if step > 0:
        return from_oklab((light + (0.99 - light) * 0.3 * size, a * 0.96, b * 0.96 + 0.022 * size))
    return from_oklab((light * (1 - 0.2 * size), a + 0.008 * size, b - 0.03 * size))


class PixelBrush(Brush):
    """Paints in ramps of four tones; lines are at least about one cell wide. `cells` is along the shorter side."""

    cells = CELLS

    @property
    def cell(self) -> float:
        """The side of a cell in the canvas's units."""
        return self.unit / self.cells

    def _shade(self, item: Fill, reach: float) -> None:
        if not isinstance(item.paint, tuple) or item.form in {"flat", "glass"} or reach < self.cell * 4:
            return
        rgb, light = self.lit(item.paint), self.light
        depth = max(min(reach * 0.3, self.unit * 0.1), self.cell * 1.3)
        self.canvas.save()
        self.canvas.clipPath(item.path, skia.ClipOp.kIntersect, False)
        steps = [(1.0, -1.0), (0.5, -2.0), (-0.55, 0.8)] if reach > self.cell * 9 else [(0.8, -1.2)]
        if item.form in {"glossy", "metal"} and reach > self.cell * 9:
            steps.append((-0.22, 2.0))
        for share, step in steps:
            shift = (light.x * depth * share, light.y * depth * share)
            crescent(self.canvas, item.path, shift, self._plain(ramp(rgb, step), item.alpha), 0.0)
        self.canvas.restore()

    def outline(self, item: Fill) -> None:
        bounds = item.path.getBounds()
        reach = min(bounds.width(), bounds.height())
        back = self.plane != "subject"
        if reach < self.cell * (9 if back else 4) or item.line < 0.3:
            return
        own = item.paint if isinstance(item.paint, tuple) else getattr(item.paint, "stops", ((0, (90, 90, 90)),))[0][1]
        if back or item.line < 0.8:
            self.stroke(item.path, ramp(self.lit(own), -2.0), self.cell * 0.9, item.alpha)
            return
        # Around the form, not on it: what is painted on the form later must not gnaw at the line.
        self.canvas.save()
        self.canvas.clipPath(item.path, skia.ClipOp.kDifference, False)
        self.stroke(item.path, ramp(self.lit(own), -2.9), self.cell * 2.1, item.alpha)
        self.canvas.restore()

    def line(self, item: Line) -> None:
        bounds = item.path.getBounds()
        if item.width < self.cell * 0.3 and max(bounds.width(), bounds.height()) < self.cell * 11:
            return  # whiskers and wrinkles: a pixel would be far too much of them
        strong = item.alpha > 0.5 and not item.blur
        least = self.cell * (0.85 if strong and self.plane == "subject" else 0.4)
        super().line(replace(item, width=max(item.width, least)))


class CoarsePixelBrush(PixelBrush):
    """The same on a coarser grid."""

    cells = COARSE_CELLS


def develop(pixels: Bytes, finish: Finish, cells: int = CELLS, colours: int = COLOURS) -> Bytes:
    """Set the picture on its grid; every cell is a square of one colour of the palette."""
    grid = Grid.over(pixels, cells)
    rows, columns = grid.samples(_SAMPLES)
    looked = np.ascontiguousarray(pixels[rows][:, columns])
    chosen = choose_palette(looked, colours, finish.keep)
    labels = set_cells(looked, chosen, _SAMPLES)
    return grid.enlarge(np.array(chosen, np.uint8)[labels])


def cut(pixels: Bytes, finish: Finish, cells: int = CELLS, colours: int = COLOURS) -> Bytes:
    """The same for RGBA: a cell is there or it is not."""
    grid = Grid.over(pixels, cells)
    ground = np.where(pixels[..., 3:] > 127, pixels[..., :3], 0).astype(np.uint8)
    result = develop(ground, finish, cells, colours)
    rows, columns = grid.samples(1)
    alpha = np.where(pixels[..., 3][rows][:, columns] > 127, 255, 0).astype(np.uint8)
    return np.dstack([result, grid.enlarge(alpha)])


def suit(scene: Scene) -> Medium:
    """Eight bits where the words want them, else sixteen."""
    return EIGHT if EIGHT_BIT.search(scene.prompt) else MEDIUM


MEDIUM = Medium(
    "pixel art",
    Manner(shading="cel", outline=5.0, shade=0.6, shine=0.0, rim=0.0, gradient=0.0, saturation=1.12, crisp=True),
    develop,
    shadows=0.9,
    brush=PixelBrush,
    suit=suit,
    lens=False,
    printed=False,
    cut=cut,
)
EIGHT = replace(
    MEDIUM,
    develop=partial(develop, cells=COARSE_CELLS, colours=FEW_COLOURS),
    cut=partial(cut, cells=COARSE_CELLS, colours=FEW_COLOURS),
    brush=CoarsePixelBrush,
)
