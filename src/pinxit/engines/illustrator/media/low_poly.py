"""Low poly: every form is a net of flat triangles that follow its outline, each lit by the slope of its facet."""

import random
from functools import cache

import numpy as np
import skia

from pinxit.engines.illustrator.brush import Brush, Manner, colour4
from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix, multiply
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.facets import net, slopes, straightened
from pinxit.engines.illustrator.glazing import breadth, tone_at
from pinxit.engines.illustrator.media import Finish, Medium
from pinxit.engines.illustrator.pen import Fill, Gradient, Line

_BULGE = {"flat": 0.0, "glow": 0.0, "soft": 0.75, "round": 0.95, "glossy": 1.05, "metal": 1.1, "glass": 0.6}
_FINEST = {
    "subject": 0.0,
    "back": 0.006,
    "front": 0.006,
}  # what is thinner is left away, as a share of the shorter side
_STRAY = {"subject": 0.0034, "back": 0.0055, "front": 0.0055}  # how far a straightened outline may stray


class FacetBrush(Brush):
    """Builds fills of triangles."""

    def fill(self, item: Fill) -> None:
        """One outline, straightened, as a net of lit facets; what is small is one or two of them."""
        faint = item.alpha < (0.2 if self.plane == "subject" else 0.35)
        if faint or (item.blur and item.alpha < 0.6) or self._fades(item):
            return
        thick = breadth(item.path)
        if thick < self.unit * _FINEST[self.plane]:
            return
        seen = item.path.getBounds().makeOutset(0, 0)
        if not seen.intersect(self.canvas.getLocalClipBounds()):
            return
        stray = self.unit * _STRAY[self.plane] * min(1.0, 0.25 + thick / (self.unit * 0.08))
        path = straightened(item.path, stray)
        self.canvas.save()
        self.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        if item.alpha < 1:
            self.canvas.saveLayer(seen, skia.Paint(Alphaf=item.alpha))
        if thick > self.unit * (0.026 if self.plane == "subject" else 0.045):
            self._facets(item, path, seen, thick)
        else:
            self._sliver(item, path, seen)
        if item.alpha < 1:
            self.canvas.restore()
        self.canvas.restore()

    def _fades(self, item: Fill) -> bool:
        """Glows, beams and mists have no surface that could be a facet; clouds, solid above, have."""
        paint, bounds = item.paint, item.path.getBounds()
        if not isinstance(paint, Gradient) or paint.alphas is None or min(paint.alphas) > 0.3:
            return False
        return item.form == "glow" or paint.radial or max(paint.alphas) < 0.8 or bounds.width() > self.unit * 0.75

    def _base(self, item: Fill, x: float, y: float) -> Rgb:
        paint = item.paint
        if isinstance(paint, Gradient):
            paint = tone_at(paint, x, y)
        if not isinstance(paint, tuple):
            paint = (150, 150, 150)
        return paint if item.form == "glow" else self.lit(paint)

    def _turned(self, rgb: Rgb, share: float) -> Rgb:
        """The colour of a facet that is turned towards the light (share > 0) or away from it."""
        if share >= 0:
            return mix(lighten(rgb, 0.5 * share), multiply(lighten(rgb, 0.6 * share), self.light.key), 0.5)
        return mix(darken(rgb, -0.5 * share), multiply(rgb, self.light.shade), -0.26 * share)

    def _sliver(self, item: Fill, path: skia.Path, seen: skia.Rect) -> None:
        """Too small for a net: the outline itself, one half turned from the light."""
        tone = self._base(item, seen.centerX(), seen.centerY())
        self.canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=colour4(tone)))
        if item.decal or item.form in {"flat", "glow"} or min(seen.width(), seen.height()) < self.unit * 0.008:
            return
        half = skia.Path()
        x, y, far = seen.centerX(), seen.centerY(), seen.width() + seen.height()
        lx, ly = self.light.x * far, self.light.y * far
        away = [(x - ly, y + lx), (x + ly, y - lx), (x + ly - lx, y - lx - ly), (x - ly - lx, y + lx - ly)]
        half.addPoly([skia.Point(*corner) for corner in away], True)
        self.canvas.drawPath(half, skia.Paint(AntiAlias=True, Color=colour4(self._turned(tone, -0.4))))

    def _facets(self, item: Fill, path: skia.Path, seen: skia.Rect, thick: float) -> None:
        chance = random.Random(round(seen.left() * 3 + seen.top() * 5 + seen.width() * 7))
        least, most = (0.02, 0.075) if self.plane == "subject" else (0.04, 0.12)
        step = min(max(thick * 0.34, self.unit * least), self.unit * most)
        points, triangles, depth = net(path, seen, step, chance)
        centres = points[triangles].mean(1)
        light = self.light
        normal = slopes(points, depth, triangles, self._bulge(item, seen))
        strength = 0.75 + 0.5 * light.contrast
        share = (normal[:, 0] * light.x + normal[:, 1] * light.y) * strength
        canvas, hair = self.canvas, 0.9 / max(self.canvas.getTotalMatrix().getScaleX(), 1e-6)
        base = self._base(item, seen.centerX(), seen.centerY())
        canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=colour4(base)))
        paint = skia.Paint(AntiAlias=True, Style=skia.Paint.kStrokeAndFill_Style, StrokeWidth=hair)
        graded = isinstance(item.paint, Gradient)
        gleam = item.form in {"glossy", "metal"} and thick > self.unit * 0.05
        brightest = int(np.argmax(share)) if gleam else -1
        for i, ((x, y), corners) in enumerate(zip(centres.tolist(), points[triangles].tolist(), strict=True)):
            tone = self._base(item, x, y) if graded else base
            turn = float(share[i]) + chance.uniform(-0.075, 0.075)
            tone = self._turned(tone, max(-0.8, min(0.8, turn)))
            paint.setColor(colour4(mix(tone, (255, 255, 255), 0.55) if i == brightest else tone))
            triangle = skia.Path()
            triangle.addPoly([skia.Point(*corner) for corner in corners], True)
            canvas.drawPath(triangle, paint)

    def _bulge(self, item: Fill, seen: skia.Rect) -> float:
        """What fills the frame is level; what is painted on a form only leans as the form does."""
        if seen.width() * seen.height() > 0.5 * self.unit**2:
            return 0.0
        if item.decal:
            return 0.4 if self.plane == "subject" else 0.0
        return _BULGE.get(item.form, 0.8) * (0.8 if self.plane == "subject" else 0.55)

    def line(self, item: Line) -> None:
        """A line in straight strokes."""
        least = self.unit * (0.0035 if self.plane != "subject" else 0.0)
        if item.width < least or item.alpha < 0.3 or item.blur:
            return
        tone = item.paint if item.glow else self.lit(item.paint)
        paint = self.stroke_paint(tone, max(item.width, self.unit * 0.0016), item.alpha)
        paint.setStrokeCap(skia.Paint.kButt_Cap)
        paint.setStrokeJoin(skia.Paint.kBevel_Join)
        self.canvas.drawPath(item.path, paint)


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """A little more contrast, the same for every pixel of a tone, so that facets stay flat."""
    return np.asarray(_contrast()[pixels])


def develop_tone(rgb: Rgb) -> Rgb:
    """The same for one colour."""
    red, green, blue = (int(_contrast()[value]) for value in rgb)
    return red, green, blue


@cache
def _contrast() -> Bytes:
    off = np.arange(256) / 255 - 0.5
    return np.asarray(np.clip((0.5 + off * (1.12 - 0.24 * np.abs(off))) * 255 + 0.5, 0, 255), np.uint8)


MEDIUM = Medium(
    "low poly",
    Manner(shading="soft", shade=0.7, shine=0.0, rim=0.0, gradient=0.0, saturation=1.1),
    develop,
    shadows=0.85,
    brush=FacetBrush,
    lens=False,
    vector=develop_tone,
)
