"""Paper cut: every form is a sheet of coloured paper with a cut edge, a fibre of its own and a shadow under it.

The nearer a sheet lies, the further it is lifted off the one below and the longer its shadow. What is drawn on a form
becomes a hole in it, through which a sheet below is seen; gradients become steps of paper.
"""

import math
import random
from functools import lru_cache

import numpy as np
import skia

from pinxit.engines.illustrator.brush import Brush, Manner, colour4
from pinxit.engines.illustrator.colours import BLACK, WHITE, Rgb, darken, lighten, mix, oklab
from pinxit.engines.illustrator.effects import Bytes, add_grain, finished, illuminate, opened
from pinxit.engines.illustrator.facets import straightened
from pinxit.engines.illustrator.glazing import breadth, tone_at
from pinxit.engines.illustrator.media import Finish, Medium
from pinxit.engines.illustrator.pen import Drawing, Fill, Gradient, Item, Line
from pinxit.engines.illustrator.shading import crescent
from pinxit.engines.illustrator.shapes import moved

TILE = 256  # pixels of a tile of fibres
_LIFT = {"back": 0.0075, "subject": 0.0105, "front": 0.015}  # of the largest sheets, in shares of the shorter side
_STEPS = 5  # sheets that a sky is laid in


@lru_cache(maxsize=1)
def _fibres() -> skia.Image:
    """A tile of paper: short bright and dark fibres in all directions, and a fine tooth; mostly clear."""
    rng = np.random.default_rng(12)
    surface = skia.Surface(TILE, TILE)
    with surface as canvas:
        canvas.clear(skia.ColorTRANSPARENT)
        for i in range(420):
            x, y, angle, long = *rng.uniform(0, TILE, 2), rng.uniform(0, math.pi), rng.uniform(5, 22)
            dx, dy, bend = math.cos(angle) * long, math.sin(angle) * long, rng.normal(0, 4)
            path = skia.Path()
            for ox in (-TILE, 0, TILE):
                for oy in (-TILE, 0, TILE):
                    path.moveTo(x + ox, y + oy)
                    path.quadTo(x + ox + dx / 2 - bend, y + oy + dy / 2 + bend, x + ox + dx, y + oy + dy)
            tone = colour4(WHITE if i % 2 else BLACK, float(rng.uniform(0.03, 0.11)))
            canvas.drawPath(
                path, skia.Paint(AntiAlias=True, Color=tone, Style=skia.Paint.kStroke_Style, StrokeWidth=0.9)
            )
    rgba = surface.toarray(colorType=skia.kRGBA_8888_ColorType).astype(np.int16)
    tooth = rng.normal(0, 7, (TILE, TILE))
    tooth = (tooth + np.roll(tooth, 1, 0) + np.roll(tooth, 1, 1)) / 1.7
    light = np.where(tooth > 0, 255, 0)[..., None].repeat(3, 2)
    alpha = np.abs(tooth)[..., None]
    over = rgba[..., 3:] > alpha
    straight = np.where(over, np.where(rgba[..., :3] > 0, 255, 0), light)
    tile = np.concatenate([straight, np.where(over, rgba[..., 3:], alpha)], 2)
    return skia.Image.fromarray(
        np.clip(tile, 0, 255).astype(np.uint8), skia.kRGBA_8888_ColorType, skia.kUnpremul_AlphaType
    )


class Cutter(Brush):
    """Cuts sheets and lays them on each other."""

    def draw(self, items: list[Item]) -> None:
        """A whole figure is lifted off what is behind it."""
        if self.plane == "subject" and len(items) > 2:
            self._shadow(Drawing(items).silhouette(), self.unit * 0.02, 0.42)
        super().draw(items)

    def fill(self, item: Fill) -> None:
        """A sheet, a small piece, or a hole."""
        if item.alpha < 0.25 or (item.blur and item.alpha < 0.6) or self._fades(item):
            return
        bounds = item.path.getBounds()
        thick = breadth(item.path)
        if thick < self.unit * (0.0 if self.plane == "subject" else 0.004):
            return
        tone = self._tone(item, bounds)
        path = straightened(item.path, self.unit * 0.0012) if thick > self.unit * 0.012 else item.path
        least = self.unit * (0.011 if self.plane == "subject" else 0.018)
        if thick < least or (item.alpha < 0.8 and item.form != "glass"):
            paint = skia.Paint(AntiAlias=True, Color=colour4(tone, item.alpha))
            self.canvas.drawPath(path, paint)
            return
        graded = isinstance(item.paint, Gradient) and item.paint.alphas is None and not item.paint.radial
        wide = bounds.width() > self.unit * 0.6 and bounds.height() > self.unit * 0.2
        if item.decal and not (graded and wide):
            self._hole(path, tone, thick)
        else:
            self._sheet(path, tone, thick)
            if graded and wide and self.plane == "back" and bounds.top() < self.unit * 0.02:
                self._steps(item, path, bounds)

    def _fades(self, item: Fill) -> bool:
        """Glows, beams and mists are not of paper; clouds, solid above, are."""
        paint = item.paint
        if not isinstance(paint, Gradient) or paint.alphas is None or min(paint.alphas) > 0.3:
            return False
        wide = item.path.getBounds().width() > self.unit * 0.75
        return item.form == "glow" or item.decal or paint.radial or max(paint.alphas) < 0.8 or wide

    def _tone(self, item: Fill, bounds: skia.Rect) -> Rgb:
        """One colour for a sheet; far ones are paler, and no two are quite the same."""
        paint = item.paint
        if isinstance(paint, Gradient):
            high = bounds.top() if paint.alphas is None else bounds.top() - bounds.height()
            paint = tone_at(paint, bounds.centerX(), (high + bounds.centerY()) / 2)
        if not isinstance(paint, tuple):
            paint = (200, 200, 200)
        tone = paint if item.form == "glow" else self.lit(paint)
        if item.form == "glass":
            tone = lighten(tone, 0.15)
        shift = random.Random(round(bounds.left() * 5 + bounds.top() * 3)).uniform(-0.045, 0.045)
        tone = lighten(tone, shift) if shift > 0 else darken(tone, -shift)
        return lighten(tone, 0.1) if self.plane == "back" else tone

    def _lift(self, thick: float) -> float:
        return self.unit * _LIFT[self.plane] * (0.22 + 0.78 * min(1.0, thick / (self.unit * 0.2)))

    def _sheet(self, path: skia.Path, tone: Rgb, thick: float) -> None:
        """The shadow, the paper, its fibres, and the thickness of its edge."""
        canvas, light = self.canvas, self.light
        lift = self._lift(thick)
        dark = mix(light.shade, BLACK, 0.55)
        if thick > self.unit * 0.04:
            self._shadow(path, lift, 0.34)
        near = skia.Paint(AntiAlias=True, Color=colour4(dark, 0.26))
        canvas.drawPath(moved(path, -light.x * lift * 0.22, -light.y * lift * 0.22), near)
        canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=colour4(tone)))
        canvas.drawPath(path, self._fibre(path))
        edge = min(self.unit * 0.0019, thick * 0.06)
        canvas.save()
        canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        bright = self._plain(lighten(tone, 0.6), 0.6)
        crescent(canvas, path, (-light.x * edge, -light.y * edge), bright, 0.0)
        crescent(canvas, path, (light.x * edge * 0.8, light.y * edge * 0.8), self._plain(darken(tone, 0.4), 0.5), 0.0)
        canvas.restore()

    def _shadow(self, path: skia.Path, lift: float, alpha: float) -> None:
        """The soft shadow of a sheet that is lifted by `lift`."""
        paint = skia.Paint(AntiAlias=True, Color=colour4(mix(self.light.shade, BLACK, 0.55), alpha))
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(lift * 0.55, 0.3)))
        self.canvas.drawPath(moved(path, -self.light.x * lift, -self.light.y * lift), paint)

    def _fibre(self, path: skia.Path) -> skia.Paint:
        """The texture of this sheet: the same paper, turned and shifted."""
        bounds = path.getBounds()
        chance = random.Random(round(bounds.left() + 31 * bounds.top() + 7 * bounds.width()))
        scale = self.unit / 900
        matrix = skia.Matrix.RotateDeg(chance.choice((0.0, 63.0, 117.0, 171.0)))
        matrix.preScale(scale, scale)
        matrix.preTranslate(chance.uniform(0, TILE), chance.uniform(0, TILE))
        repeat = skia.TileMode.kRepeat
        shader = _fibres().makeShader(repeat, repeat, skia.SamplingOptions(skia.FilterMode.kLinear), matrix)
        return skia.Paint(AntiAlias=True, Shader=shader)

    def _hole(self, path: skia.Path, tone: Rgb, thick: float) -> None:
        """A sheet below, seen through a hole: the edge of the one above throws its shadow into it."""
        canvas, light = self.canvas, self.light
        canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=colour4(tone)))
        canvas.drawPath(path, self._fibre(path))
        depth = min(self.unit * 0.006, thick * 0.16)
        canvas.save()
        canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        shade = self._plain(mix(darken(tone, 0.55), self.light.shade, 0.2), 0.6)
        crescent(canvas, path, (-light.x * depth, -light.y * depth), shade, depth * 0.4)
        canvas.restore()
        rim = self.stroke_paint(lighten(tone, 0.55), self.unit * 0.0011, 0.35)
        canvas.save()
        canvas.clipPath(path, skia.ClipOp.kDifference, True)
        canvas.drawPath(moved(path, -light.x * self.unit * 0.0005, -light.y * self.unit * 0.0005), rim)
        canvas.restore()

    def _steps(self, item: Fill, path: skia.Path, bounds: skia.Rect) -> None:
        """A gradient as sheets with waved edges, each a step further in colour and a step nearer."""
        paint = item.paint
        if not isinstance(paint, Gradient) or math.dist(oklab(paint.stops[0][1]), oklab(paint.stops[-1][1])) < 0.1:
            return
        chance = random.Random(round(bounds.width() + bounds.height()))
        down = paint.end[1] >= paint.start[1]
        first, last = sorted((paint.start[1], paint.end[1]))
        self.canvas.save()
        self.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        for i in range(1, _STEPS):
            y = first + (last - first) * i / _STEPS
            tone = tone_at(paint, paint.start[0], first + (last - first) * (i + 0.5) / _STEPS if down else y)
            tone = lighten(self.lit(tone), 0.1)
            swell = skia.Path()
            left, wide = bounds.left() - 20, bounds.width() / chance.uniform(3.2, 4.6)
            high = self.unit * chance.uniform(0.014, 0.026)
            x = left - wide * chance.random()
            swell.moveTo(x, y)
            while x < bounds.right() + wide:
                swell.cubicTo(x + wide * 0.3, y - high * 1.4, x + wide * 0.5, y - high * 1.2, x + wide * 0.62, y)
                swell.cubicTo(x + wide * 0.75, y + high, x + wide * 0.9, y + high * 0.8, x + wide, y)
                x += wide
            swell.lineTo(x, bounds.bottom() + 20)
            swell.lineTo(left - wide, bounds.bottom() + 20)
            swell.close()
            self._sheet(swell, tone, self.unit * 0.1)
        self.canvas.restore()

    def line(self, item: Line) -> None:
        """Broad lines are strips of paper, fine ones the cut of the knife."""
        if item.alpha < 0.3 or item.blur or (self.plane != "subject" and item.width < self.unit * 0.0016):
            return
        tone = item.paint if item.glow else self.lit(item.paint)
        if item.width > self.unit * 0.0045 and item.alpha > 0.6:
            lift = min(item.width * 0.5, self.unit * 0.004)
            dark = mix(self.light.shade, BLACK, 0.55)
            shadow = self.stroke_paint(dark, item.width, 0.4)
            self.canvas.drawPath(moved(item.path, -self.light.x * lift, -self.light.y * lift), shadow)
            self.stroke(item.path, lighten(tone, 0.4), item.width)
            edge = self.unit * 0.0009
            inner = moved(item.path, -self.light.x * edge, -self.light.y * edge)
            self.stroke(inner, tone, max(item.width - edge, 0.3))
            return
        self.stroke(item.path, tone, max(item.width, self.unit * 0.0013), item.alpha)


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """The lamp over the table: one side a little brighter, and the grain of the camera."""
    image = opened(pixels)
    illuminate(image, (finish.light.x, finish.light.y), finish.light.key, (150, 144, 160), 0.26)
    add_grain(image, 0.006)
    return finished(image)


def cut(pixels: Bytes, finish: Finish) -> Bytes:
    """Without a ground the shadows stay; where they are hardly there, eight bits no longer know their colour."""
    pixels[..., 3] = np.where(pixels[..., 3] < 10, 0, pixels[..., 3])
    return pixels


MEDIUM = Medium(
    "paper cut",
    Manner(shading="none", shade=0.0, shine=0.0, rim=0.0, gradient=0.0, saturation=1.04),
    develop,
    shadows=0.0,
    brush=Cutter,
    lens=False,
    cut=cut,
)
