"""Stained glass: pieces of jewel-toned glass between rounded lead cames, lit from behind, in a leaded frame.

Large panes (sky, ground, walls) are cut into pieces as a glazier has to; what is too small for lead is painted on.
"""

import random

import numpy as np
import skia

from pinxit.engines.illustrator.brush import Brush, Manner, colour4
from pinxit.engines.illustrator.colours import Rgb, darken, luminance, mix
from pinxit.engines.illustrator.effects import Bytes, Floats, blurred, cloud, enlarged, grain, shrunk
from pinxit.engines.illustrator.glazing import breadth, jewel, panes, polygon_path, radiating, scattered, tone_at
from pinxit.engines.illustrator.media import Finish, Medium
from pinxit.engines.illustrator.pen import Fill, Gradient, Item, Line
from pinxit.engines.illustrator.shapes import simplified

LEAD: Rgb = (16, 14, 20)  # as it is drawn: no glass is as dark, so the last step knows it again
ENAMEL: Rgb = (66, 40, 30)  # what glass painters draw features with
STRIP = 256  # rows that are worked on at a time
_CAME = {"subject": 0.0092, "back": 0.0066, "front": 0.0066}  # shares of the shorter side
_LEADED = {"subject": 0.026, "back": 0.034, "front": 0.034}  # what is thinner gets no lead


class Glazier(Brush):
    """Paints pieces of glass, each in one tone, and lead between them."""

    _cuts: tuple[tuple[skia.Path, ...], list[skia.Path]] | None = None  # outlines to stay in, and what is cut there

    def draw(self, items: list[Item]) -> None:
        """Item by item. The lead within a pane goes on when all that is painted on the pane is on it."""
        for item in items:
            painted = item.decal if isinstance(item, Fill) else bool(item.clips)
            if not painted:
                self._lead_cuts()
            super().draw([item])
        self._lead_cuts()

    def _lead_cuts(self) -> None:
        if self._cuts is None:
            return
        clips, pieces = self._cuts
        self._cuts = None
        lead = self.stroke_paint(LEAD, self.unit * _CAME[self.plane] * 0.8, 1.0)
        self.canvas.save()
        for clip in clips:
            self.canvas.clipPath(clip, skia.ClipOp.kIntersect, True)
        for path in pieces:
            self.canvas.drawPath(path, lead)
        self.canvas.restore()

    def fill(self, item: Fill) -> None:
        """A piece of glass with its lead; large ones in several pieces, blurred ones not at all."""
        if item.blur or item.alpha < 0.16 or (isinstance(item.paint, Gradient) and self._veils(item, item.paint)):
            return
        bounds = item.path.getBounds()
        thick = breadth(item.path)
        alphas = item.paint.alphas if isinstance(item.paint, Gradient) else None
        plain = alphas is not None and (item.form == "glow" or max(alphas) < 0.8)
        broad = bounds.width() * bounds.height() > 0.12 * self.unit**2 and self.plane == "back" and not item.clips
        wanted = (not item.decal or broad) and item.alpha > 0.5 and not plain
        leaded = wanted and thick > self.unit * _LEADED[self.plane]
        if leaded:
            self._lead_cuts()
        if leaded and self._cut_up(item, bounds):
            pass
        elif isinstance(item.paint, Gradient) and not leaded:
            self.canvas.drawPath(item.path, self.paint(item.paint, item.alpha))
        else:
            self.canvas.drawPath(item.path, self._glass_paint(item, self._tone(item), item.alpha))
            if thick > self.unit * 0.03 and isinstance(item.paint, tuple):
                self._shade(item, thick)
        if leaded:
            slim = min(1.0, thick / (self.unit * 0.07)) * 0.45 + 0.55
            width = self.unit * _CAME[self.plane] * slim * (1.0 if item.line else 0.6)
            self.stroke(_rim(item.path), LEAD, width)
        elif not item.decal and item.line and thick > self.unit * 0.009 and item.alpha > 0.6:
            self.stroke(item.path, ENAMEL, self.unit * 0.0022, 0.9)

    def _veils(self, item: Fill, paint: Gradient) -> bool:
        """Glows, beams and mists that fade to nothing: light comes through the window by itself."""
        bounds = item.path.getBounds()
        fades = paint.alphas is not None and min(paint.alphas) < 0.3
        if fades and item.form != "glow" and not paint.radial and max(paint.alphas or (0,)) >= 0.8:
            return bool(bounds.width() > self.unit * 0.75)
        return (fades or (item.form == "glow" and item.alpha < 0.7)) and max(
            bounds.width(), bounds.height()
        ) > 0.22 * self.unit

    def lit(self, rgb: Rgb) -> Rgb:
        """The light comes through the glass: the hour and its colour show, but it never gets dark."""
        return mix(super().lit(rgb), rgb, 0.4)

    def _tone(self, item: Fill) -> Rgb:
        bounds = item.path.getBounds()
        paint = item.paint
        if isinstance(paint, Gradient):
            paint = tone_at(paint, bounds.centerX(), bounds.centerY())
        if not isinstance(paint, tuple):
            paint = (200, 200, 200)
        small = item.decal or min(bounds.width(), bounds.height()) < self.unit * 0.02
        if small and breadth(item.path) < self.unit * 0.06:
            return _enamelled(self.lit(paint))
        chance = random.Random(round(bounds.left() * 7 + bounds.top() * 13))
        return jewel(self.lit(paint), 0.0 if small else chance.uniform(-0.5, 0.5))

    def _glass_paint(self, item: Fill, tone: Rgb, alpha: float) -> skia.Paint:
        return skia.Paint(AntiAlias=True, Color=colour4(tone, max(alpha, 0.8) if item.form == "glass" else alpha))

    def _cut_up(self, item: Fill, bounds: skia.Rect) -> bool:
        """Cut what is larger than a sheet of glass; False when it is small enough."""
        frame = self.canvas.getLocalClipBounds()
        box = bounds.makeOutset(0, 0)
        if not box.intersect(frame):
            return True
        area = box.width() * box.height() / self.unit**2
        if area < (0.16 if self.plane == "subject" else 0.07) or min(box.width(), box.height()) < self.unit * 0.07:
            return False
        chance = random.Random(round(box.left() + 3 * box.top() + 7 * box.width()))
        sky = self.plane == "back" and box.width() > frame.width() * 0.7 and box.top() < self.unit * 0.05
        step = self.unit * (0.2 if self.plane == "subject" else 0.15)
        if sky and box.height() > self.unit * 0.25:
            heart = (box.centerX() + self.light.x * box.width() * 0.42, self.unit * 0.14)
            sites = radiating(box, step, heart, chance)
        else:
            sites = scattered(box, step, 0.5 if box.width() > 1.6 * box.height() else 0.9, chance)
        self._set(item, sites, box, chance)
        return True

    def _set(self, item: Fill, sites: list[tuple[float, float]], box: skia.Rect, chance: random.Random) -> None:
        """The pieces around the sites, each in its own tone, with lead between them."""
        canvas = self.canvas
        canvas.save()
        canvas.clipPath(item.path, skia.ClipOp.kIntersect, True)
        pieces = [(site, polygon_path(p)) for site, p in zip(sites, panes(sites, box), strict=True) if len(p) > 2]
        for (x, y), path in pieces:
            paint = item.paint
            if isinstance(paint, Gradient):
                paint = tone_at(paint, min(max(x, box.left()), box.right()), min(max(y, box.top()), box.bottom()))
            if not isinstance(paint, tuple):
                paint = (200, 200, 200)
            tone = jewel(self.lit(paint), chance.uniform(-1, 1))
            canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=colour4(tone, item.alpha)))
        canvas.restore()
        self._cuts = ((*item.clips, item.path), [path for _, path in pieces])

    def line(self, item: Line) -> None:
        """Broad lines are strips of glass between lead, fine ones are painted on."""
        if item.blur or item.alpha < 0.16:
            return
        if item.width > self.unit * 0.011 and item.alpha > 0.6:
            self.stroke(item.path, LEAD, item.width + self.unit * 0.008)
            self.stroke(item.path, jewel(self.lit(item.paint)), max(item.width - self.unit * 0.001, 1))
            return
        tone = mix(_enamelled(self.lit(item.paint)), ENAMEL, 0.15)
        self.stroke(item.path, tone, max(item.width, self.unit * 0.0018), item.alpha)

    def shadowed(self, rgb: Rgb, amount: float) -> Rgb:
        """Painted shade keeps its hue: light still comes through."""
        return darken(rgb, 0.4 * amount)


def _enamelled(rgb: Rgb) -> Rgb:
    """What is painted on glass: pupils, mouths and seams in dark enamel, all else in the tones of glass."""
    return mix(jewel(rgb), ENAMEL, min(1.0, max(0.0, (0.5 - luminance(rgb)) * 5)))


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Streak the glass, light it from behind, round the lead, set the frame."""
    height, width = pixels.shape[:2]
    drawn = _framed(pixels, finish.unit)
    glow, haze = _backlight(drawn, finish)
    streak = _streaks(width, height, finish)
    metal_tones = _lead(drawn, finish)
    result = np.empty_like(pixels)
    for top in range(0, height, STRIP):
        rows = slice(top, min(top + STRIP, height))
        lead = metal_tones[rows]
        at = np.linspace(0, glow.shape[0] - 1, height)[rows].astype(np.intp)
        share = _mask(drawn[rows])
        light = enlarged(glow[at], width, len(at)) * (1 + streak[rows])
        for channel in range(3):
            plane = drawn[rows, :, channel] * np.float32(1 / 255)
            plane *= light
            spill = enlarged(haze[at][..., channel], width, len(at))
            plane += spill * (1 - np.clip(plane, 0, 1)) * np.float32(0.35)
            metal = lead * np.float32((0.96, 0.98, 1.06)[channel]) + spill * np.float32(0.16)
            plane += (metal - plane) * share
            result[rows, :, channel] = np.clip(plane * 255, 0, 255)
    return result


def cut(pixels: Bytes, finish: Finish) -> Bytes:
    """A suncatcher: the pieces in their lead, nothing around them."""
    opaque = np.ascontiguousarray(np.where(pixels[..., 3:] > 0, pixels[..., :3], 120).astype(np.uint8))
    return np.dstack([_lit(opaque, finish), pixels[..., 3]])


def _lit(drawn: Bytes, finish: Finish) -> Bytes:
    """Lead without a frame."""
    height = drawn.shape[0]
    result, tones = drawn.copy(), _lead(drawn, finish)
    for top in range(0, height, STRIP):
        rows = slice(top, min(top + STRIP, height))
        share = _mask(drawn[rows])[..., None]
        result[rows] = np.clip(drawn[rows] * (1 - share) + tones[rows][..., None] * share * 255, 0, 255)
    return result


def _mask(drawn: Bytes) -> Floats:
    """1 where there is lead, 0 where there is glass."""
    most = drawn.max(axis=2).astype(np.float32)
    return np.asarray(np.clip((np.float32(62) - most) * np.float32(1 / 40), 0, 1), np.float32)


def _lead(drawn: Bytes, finish: Finish) -> Floats:
    """How bright the lead is: rounded, with a gleam along its ridge on the side of the light."""
    height, width = drawn.shape[:2]
    factor = max(1, round(finish.unit / 1100))
    reach = max(1, round(finish.unit / factor / 700))
    most = drawn[::factor, ::factor].max(axis=2)[..., None] if factor > 1 else drawn
    form = blurred(_mask(most), reach)
    slope = np.zeros(form.shape, np.float32)
    if min(form.shape) > 2:
        slope[:, 1:-1] = (form[:, :-2] - form[:, 2:]) * np.float32(finish.light.x)
        slope[1:-1] += (form[:-2] - form[2:]) * np.float32(finish.light.y)
    # The slope of the height points away from the ridge; what faces the light has it negative.
    lit = np.clip(-slope * np.float32(0.9 * reach), -0.12, 0.5) + np.float32(0.15) + form * np.float32(0.03)
    return np.asarray(lit, np.float32) if factor == 1 else enlarged(np.asarray(lit, np.float32), width, height)


def _streaks(width: int, height: int, finish: Finish) -> Floats:
    """Glass is drawn by hand: streaks that wander, seeds and ripples; around 0."""
    rows, columns = max(8, height // 3), max(8, width // 3)
    if max(rows, columns) > 700:
        shrink = 700 / max(rows, columns)
        rows, columns = max(8, round(rows * shrink)), max(8, round(columns * shrink))
    drift = cloud(columns, rows, 6, finish.seed % 47) * 2.4 + cloud(columns, rows, 17, finish.seed % 43 + 7) * 0.9
    y = np.arange(rows, dtype=np.float32)[:, None] / max(min(rows, columns), 1)
    x = np.arange(columns, dtype=np.float32) / max(min(rows, columns), 1)
    wave = np.sin((y * 9 + x * 4 + drift * 2.2) * 6.28) * 0.045 + np.sin((x * 21 - y * 7 + drift * 3.7) * 6.28) * 0.03
    wave += (cloud(columns, rows, 60, finish.seed % 37) - 0.5) * 0.12
    result = enlarged(np.asarray(wave, np.float32), width, height)
    result += grain(width, height, 23) * np.float32(0.012)
    return result


def _backlight(drawn: Bytes, finish: Finish) -> tuple[Floats, Floats]:
    """Small fields: how strongly the sky shines through each spot, and the light that spills over the lead."""
    factor = max(2, finish.unit // 150)
    small = shrunk(drawn, factor) * np.float32(1 / 255)
    rows, columns = small.shape[:2]
    y = np.linspace(-1, 1, rows, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, columns, dtype=np.float32)
    far = (x - finish.light.x * 0.25) ** 2 + (y + 0.15) ** 2
    glow = np.float32(1.14) - np.clip(far, 0, 2) * np.float32(0.2)
    haze = blurred(np.clip(small - 0.3, 0, 1), max(1, round(rows / 60)))
    return np.asarray(glow, np.float32), haze


def _framed(pixels: Bytes, unit: int) -> Bytes:
    """The frame of lead, with a border of small panes; pointed to an arch above when the picture stands upright."""
    height, width = pixels.shape[:2]
    if unit < 48:
        return pixels
    surface = skia.Surface(width, height)
    edge, lead = unit * 0.03, unit * 0.01
    with surface as canvas:
        rgba = np.dstack([pixels, np.full((height, width), 255, np.uint8)])
        canvas.drawImage(skia.Image.fromarray(rgba, skia.kRGBA_8888_ColorType), 0, 0)
        outer = skia.Rect.MakeLTRB(lead, lead, width - lead, height - lead)
        inner = outer.makeInset(edge, edge)
        arched = height > 1.2 * width
        inside = _arch(inner) if arched else _rect(inner)
        border = skia.Path(_rect(skia.Rect.MakeWH(width, height)))
        border.addPath(inside)
        border.setFillType(skia.PathFillType.kEvenOdd)
        canvas.save()
        canvas.clipPath(border, skia.ClipOp.kIntersect, True)
        _small_panes(canvas, width, height, edge + lead, unit)
        canvas.restore()
        stroke = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=lead, Color=colour4(LEAD))
        canvas.drawPath(inside, stroke)
        stroke.setStrokeWidth(lead * 2.4)
        canvas.drawRect(skia.Rect.MakeWH(width, height), stroke)
    return np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3])


def _small_panes(canvas: skia.Canvas, width: int, height: int, edge: float, unit: int) -> None:
    tones = tuple(jewel(tone) for tone in ((26, 58, 112), (30, 92, 104), (34, 50, 92), (24, 78, 118)))
    lead = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=unit * 0.006, Color=colour4(LEAD))
    canvas.clear(colour4(tones[0]))
    columns, rows = max(2, round(width / (edge * 3.4))), max(2, round(height / (edge * 3.4)))
    for row in range(rows):
        for column in range(columns):
            box = skia.Rect.MakeXYWH(column * width / columns, row * height / rows, width / columns, height / rows)
            canvas.drawRect(box, skia.Paint(Color=colour4(tones[(row * 3 + column * 5 + row * column) % 4])))
            canvas.drawRect(box, lead)
    for x, y in ((0.0, 0.0), (width - edge, 0.0), (0.0, height - edge), (width - edge, height - edge)):
        box = skia.Rect.MakeXYWH(x, y, edge, edge)
        canvas.drawRect(box, skia.Paint(Color=colour4(jewel((170, 30, 44)))))
        canvas.drawRect(box, lead)


def _rim(path: skia.Path) -> skia.Path:
    """The outer edge of an outline that is put together of several: no lead runs inside."""
    whole = simplified(path) if path.countVerbs() < 200 else path
    return whole or path


def _rect(box: skia.Rect) -> skia.Path:
    path = skia.Path()
    path.addRect(box)
    return path


def _arch(box: skia.Rect) -> skia.Path:
    """A rectangle under a round arch."""
    path = skia.Path()
    spring = box.top() + box.width() * 0.36
    path.moveTo(box.left(), box.bottom())
    path.lineTo(box.left(), spring)
    path.cubicTo(
        box.left(), box.top() + box.width() * 0.12, box.left() + box.width() * 0.2, box.top(), box.centerX(), box.top()
    )
    path.cubicTo(
        box.right() - box.width() * 0.2, box.top(), box.right(), box.top() + box.width() * 0.12, box.right(), spring
    )
    path.lineTo(box.right(), box.bottom())
    path.close()
    return path


MEDIUM = Medium(
    "stained glass",
    Manner(shading="soft", shade=0.4, shine=0.5, gloss="cel", rim=0.0, gradient=0.0, saturation=1.1),
    develop,
    shadows=0.0,
    brush=Glazier,
    lens=False,
    cut=cut,
)
