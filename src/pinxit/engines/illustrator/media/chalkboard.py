"""Chalkboard: broken chalk lines and scribbled fills on slate, dust and wiped traces, a wooden frame."""

from __future__ import annotations

import math

import numpy as np
import skia

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.colours import Rgb, from_oklab, mix, oklab
from pinxit.engines.illustrator.drafting import Draughtsman
from pinxit.engines.illustrator.effects import Bytes, Floats, cloud, grain
from pinxit.engines.illustrator.hatching import CHALK, GRIT, inked, strokes
from pinxit.engines.illustrator.media import Finish, Medium
from pinxit.engines.illustrator.pen import Fill, Gradient, Line

BOARD: Rgb = (42, 56, 51)
CHALK_WHITE: Rgb = (244, 243, 236)
STRIP = 512


class ChalkBrush(Draughtsman):
    """Sticks of coloured chalk: light is laid on, dark is left board."""

    ground: Rgb = BOARD
    ink: Rgb = CHALK_WHITE
    grip = CHALK
    usual = -48.0
    fade = 0.5

    def density(self, rgb: Rgb) -> float:
        """How much chalk: most for what is light or strongly coloured, none for black."""
        light, a, b = oklab(rgb)
        if light > 0.45 and 0.012 < a < 0.058 and 0.025 < b < 0.115:
            return 0.86  # the hues of skin: a face is laid in well
        return min(1.0, max(0.0, (light - 0.26) * 1.35 + math.hypot(a, b) * 2.2))

    def pigment(self, rgb: Rgb) -> Rgb:
        """The stick that comes nearest: pale and clear."""
        light, a, b = oklab(rgb)
        return from_oklab((max(0.72, 0.56 + light * 0.4), a, b))

    def lay(self, item: Fill, bounds: skia.Rect) -> None:
        """A breath of dust, a scribble in the part's slant."""
        if self.vast(bounds) and self.plane != "subject":
            return
        share = self.fade if self.plane == "back" else 1.0
        paint = item.paint
        if isinstance(paint, Gradient):
            share *= item.alpha
            self.canvas.drawPath(
                item.path, self._soft(skia.Paint(AntiAlias=True, Shader=self.ramp(paint, share * 0.3)), item)
            )
            if not item.blur:
                self.hatch(item.path, self.ramp(paint, share * 0.9), [self.slanted(item)], self.grip)
            return
        tone = self.density(paint) * item.alpha * share
        if tone < 0.06:
            return
        rgb = self.pigment(paint)
        self.canvas.drawPath(item.path, self._soft(self._plain(rgb, tone * 0.3), item))
        if item.blur:
            return
        turn = self.slanted(item)
        turns = [turn, turn + 22] if tone > 0.72 else [turn]
        if item.form == "flat" or min(bounds.width(), bounds.height()) < self.unit * 0.05:
            self.hatch(item.path, (rgb, min(1.0, tone * 0.95)), turns, self.grip)
        else:
            tones = self.formed(rgb, (min(1.0, tone * 1.4), tone, tone * 0.55), bounds)
            self.hatch(item.path, tones, turns, self.grip)

    def solid(self, item: Fill) -> None:
        """Small lights in full chalk, small darks left open."""
        paint = self.tinted(item.paint, item.alpha * (self.fade if self.plane == "back" else 0.95))
        self.canvas.drawPath(item.path, self._soft(paint, item))

    def model(self, item: Fill, reach: float) -> None:
        """On a board the lit side gets more chalk; the shade is rubbed off."""
        if reach < self.unit * 0.03 or self.plane != "subject":
            return
        depth = min(reach * 0.22, self.unit * 0.06)
        self.shade_off(item, depth, self._plain(self.ground, 0.42 * item.alpha), depth * 0.4)
        shine = self.pigment(item.paint) if isinstance(item.paint, tuple) else self.ink
        shader = strokes(CHALK, self.slanted(item) + 20, self.scale * 0.8, self.device)
        tint = inked(mix(shine, self.ink, 0.55), 0.6 * item.alpha)
        self.shade_off(item, -depth * 0.5, skia.Paint(AntiAlias=True, Shader=shader, ColorFilter=tint), 0.0)

    def contour(self, item: Fill, reach: float) -> None:
        bounds = item.path.getBounds()
        size = max(bounds.width(), bounds.height())
        if self.vast(bounds) or size < self.unit * 0.008:
            return
        back = self.plane != "subject"
        own = item.paint if isinstance(item.paint, tuple) else item.paint.stops[0][1]
        _, a, b = oklab(own)
        tint = min(0.75, math.hypot(a, b) * 5)
        rgb = mix(self.ink, self.pigment(own), tint)
        width = self.unit * 0.0042 * (0.6 + 0.4 * min(item.line, 1.0)) * min(1.0, 0.45 + size / (self.unit * 0.14))
        salt = int(bounds.left() * 7 + bounds.top() * 3) % 997
        self._chalked(item.path, rgb, width * (0.65 if back else 1.0), (0.4 if back else 0.95) * item.alpha, salt)

    def line(self, item: Line) -> None:
        """A line drawn as a line: in chalk when it is light, wiped out when it is dark on something light."""
        light = oklab(item.paint)[0]
        share = self.fade if self.plane == "back" else 1.0
        if item.blur or item.glow:
            return
        width = max(item.width, self.unit * 0.0026)
        if light < 0.42 and item.width < self.unit * 0.006:
            # Dark on light is wiped out; a thin trace of chalk in it shows where it crosses the bare board.
            self.stroke(item.path, self.ground, width * 1.2, item.alpha)
            self.stroke(item.path, mix(self.ground, self.ink, 0.62), width * 0.42, item.alpha * share)
        else:
            rgb = self.pigment(item.paint) if light > 0.42 else mix(self.ground, self.ink, 0.5)
            self._chalked(item.path, rgb, width, item.alpha * share * 0.9, 3)

    def _chalked(self, path: skia.Path, rgb: Rgb, width: float, alpha: float, salt: int) -> None:
        """A chalk line: full of holes, twice where the hand went over it again."""
        shader = strokes(GRIT, 17, self.scale, self.device, salt)
        stray = min(self.unit * 0.0014, width * 0.4)
        for wide, strength, dash in ((1.0, 1.0, 0.0), (0.7, 0.7, 0.45)):
            paint = skia.Paint(
                AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=width * wide,
                StrokeCap=skia.Paint.kRound_Cap, StrokeJoin=skia.Paint.kRound_Join,
                Shader=shader, ColorFilter=inked(rgb, min(1.0, alpha * strength)),
            )  # fmt: skip
            effect = skia.DiscretePathEffect.Make(max(self.unit * 0.016, 0.5), stray, salt + int(dash * 10))
            if dash:
                period = self.unit * 0.16
                cut = skia.DashPathEffect.Make([period * dash, period * (1 - dash)], salt % 11 / 11 * period)
                effect = skia.PathEffect.MakeCompose(effect, cut)
            paint.setPathEffect(effect)
            self.canvas.drawPath(path, paint)

    def _glow(self, item: Fill) -> None:
        if not self.vast(item.path.getBounds()):
            share = item.alpha * (0.25 if item.blur else 0.9) * (0.4 if self.plane == "back" else 1.0)
            self.canvas.drawPath(item.path, self._soft(self.tinted(item.paint, share), item))


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Chalk breaks on the board's grain; dust lies in clouds, a sponge has left its arcs; wood all around."""
    height, width = pixels.shape[:2]
    result = np.empty_like(pixels)
    haze = _haze(width, height, finish)
    board = np.array(BOARD, np.float32) / 255
    for top in range(0, height, STRIP):
        rows = slice(top, min(top + STRIP, height))
        noise = grain(width, rows.stop, 29)[rows]
        pits = noise + np.roll(noise, 1, 1) * np.float32(0.8)
        kept = np.clip(1.02 - np.clip(pits - 0.35, 0, 1) * np.float32(0.7), 0, 1)
        dust = haze[rows] * np.float32(0.2) + noise * np.float32(0.012)
        for channel in range(3):
            level = pixels[rows, :, channel].astype(np.float32) * np.float32(1 / 255)
            level = board[channel] + (level - board[channel]) * kept
            level += dust * (np.float32(0.92) - level)
            result[rows, :, channel] = np.clip(level * 255, 0, 255)
    return _framed(result, finish.unit) if finish.unit >= 240 else result


def _haze(width: int, height: int, finish: Finish) -> Floats:
    """How much dust lies where, 0 to 1: clouds, and the stripes of a sponge drawn across in bows."""
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    x = np.linspace(0, width / height, width, dtype=np.float32)
    clouds = cloud(width, height, 4, finish.seed % 67)
    bow = y + (x - np.float32(0.4)) ** 2 * np.float32(0.22) + clouds * np.float32(0.06)
    stripes = np.sin(bow * 21) * np.float32(0.5) + np.sin(bow * 83 + clouds * 3) * np.float32(0.28)
    wiped = clouds * np.float32(0.8) + stripes * np.float32(0.15) + np.sin(bow * 310) * np.float32(0.05)
    return np.asarray(np.clip(wiped, 0, 1), np.float32)


def _framed(pixels: Bytes, unit: int) -> Bytes:
    """A moulding of wood around the board, lit from above."""
    height, width = pixels.shape[:2]
    surface = skia.Surface(width, height)
    edge = unit * 0.03
    with surface as canvas:
        rgba = np.dstack([pixels, np.full((height, width), 255, np.uint8)])
        canvas.drawImage(skia.Image.fromarray(np.ascontiguousarray(rgba), skia.kRGBA_8888_ColorType), 0, 0)
        shade = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=edge * 1.3, Color=0x90000000)
        shade.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, edge * 0.4))
        canvas.drawRect(skia.Rect.MakeWH(width, height).makeInset(edge * 0.6, edge * 0.6), shade)
        corners = ((0, 0), (width, 0), (width, height), (0, height))
        inner = ((edge, edge), (width - edge, edge), (width - edge, height - edge), (edge, height - edge))
        for i, tone in enumerate(((176, 124, 76), (120, 78, 46), (142, 94, 56), (158, 108, 64))):
            _moulding(canvas, corners[i], corners[i - 3], inner[i - 3], inner[i], tone)
    return np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3])


def _moulding(
    canvas: skia.Canvas,
    a: tuple[float, float],
    b: tuple[float, float],
    c: tuple[float, float],
    d: tuple[float, float],
    tone: Rgb,
) -> None:
    """One side of the frame with its grain."""
    path = skia.Path()
    path.moveTo(*a)
    for point in (b, c, d):
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia.Color(*tone)))
    thin = abs(a[0] - d[0]) / 26
    grain_lines = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=max(thin, 0.5))
    for i in range(1, 12):
        share = i / 12 + 0.02 * (i % 3)
        start = (a[0] + (d[0] - a[0]) * share, a[1] + (d[1] - a[1]) * share)
        end = (b[0] + (c[0] - b[0]) * (share + 0.03), b[1] + (c[1] - b[1]) * (share + 0.03))
        grain_lines.setColor(0x22FFE0B0 if i % 3 == 0 else 0x2A301400)
        canvas.drawLine(*start, *end, grain_lines)


MEDIUM = Medium(
    "chalkboard",
    Manner(tone="chalk", outline=4.0, shade=0.5, shine=0.0, rim=0.0),
    develop,
    scenic=False,
    light="studio",
    shadows=0.0,
    printed=False,
    brush=ChalkBrush,
)
