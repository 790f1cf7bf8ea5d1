"""Blueprint: white lines on Prussian blue squared paper; hidden edges dashed, centre lines, dimension lines, a frame.

Nothing is written: dimensions have arrows and ticks but no figures, the title block stays empty.
"""

from __future__ import annotations

import numpy as np
import skia

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.drafting import Draughtsman
from pinxit.engines.illustrator.effects import Bytes, cloud, grain
from pinxit.engines.illustrator.hatching import DRAFT
from pinxit.engines.illustrator.media import Finish, Medium
from pinxit.engines.illustrator.pen import Drawing, Fill, Item, Line
from pinxit.engines.illustrator.shapes import simplified

BLUE: Rgb = (24, 68, 138)
WHITE: Rgb = (240, 248, 255)
CYAN: Rgb = (150, 208, 246)
STRIP = 512


class PlanBrush(Draughtsman):
    """A drafting pen: lines of few even weights, hatching with the ruler, no tones."""

    ground: Rgb = BLUE
    ink: Rgb = WHITE
    grip = DRAFT
    usual = -45.0
    fade = 0.4

    def lit(self, rgb: Rgb) -> Rgb:
        return self.ground

    def draw(self, items: list[Item]) -> None:
        """The figure, its hidden edges, and what measures it."""
        super().draw(items)
        if self.plane != "subject" or len(items) < 4:
            return
        parts = self.parts(items)
        self._hidden_edges(parts)
        self._measure(Drawing(items))

    def cover(self, item: Fill) -> None:
        if not item.decal and not item.blur:
            self.canvas.drawPath(item.path, self._plain(self.ground, 0.97 if item.form != "glass" else 0.55))

    def solid(self, item: Fill) -> None:
        """Small parts are outlines like all others."""
        if lettering(item):
            self.canvas.drawPath(item.path, self._plain(WHITE, 0.92))
        elif item.decal and item.alpha > 0.6 and not item.blur and self.plane == "subject":
            self._ruled(item.path, self.unit * 0.001, 0.62)

    def lay(self, item: Fill, bounds: skia.Rect) -> None:
        """What is dark is ruled with thin lines; decals become thin outlines."""
        if item.blur or self.vast(bounds) or self.plane != "subject":
            return
        if lettering(item):
            self.solid(item)
            return
        rgb = item.paint if isinstance(item.paint, tuple) else item.paint.stops[-1][1]
        tone = self.density(rgb)
        if tone > 0.72 and not item.decal:
            self.hatch(item.path, (CYAN, 0.42 + 0.2 * (tone > 0.86)), [self.usual], DRAFT)
        if item.decal and item.alpha > 0.4:
            self._ruled(item.path, self.unit * 0.001, 0.5)

    def model(self, item: Fill, reach: float) -> None:
        """Ruled shade on the side away from the light."""
        if reach < self.unit * 0.05 or self.plane != "subject":
            return
        depth = min(reach * 0.2, self.unit * 0.05)
        self.canvas.save()
        self.canvas.clipPath(item.path, skia.ClipOp.kIntersect, True)
        outside = skia.Path(item.path)
        outside.transform(skia.Matrix.Translate(self.light.x * depth, self.light.y * depth))
        outside.toggleInverseFillType()
        self.canvas.clipPath(outside, skia.ClipOp.kIntersect, True)
        self.hatch(item.path, (CYAN, 0.5), [self.usual], DRAFT)
        self.canvas.restore()

    def contour(self, item: Fill, reach: float) -> None:
        bounds = item.path.getBounds()
        if self.vast(bounds):
            return
        size = max(bounds.width(), bounds.height()) / self.unit
        weight = 0.0026 if size > 0.2 else 0.0019 if size > 0.05 else 0.0013
        if self.plane == "subject":
            self._ruled(item.path, self.unit * weight, 1.0)
        else:
            self._ruled(item.path, self.unit * 0.0012, 0.45)

    def _glow(self, item: Fill) -> None:
        if not item.blur and not self.vast(item.path.getBounds()):
            self.contour(item, 0.0)

    def line(self, item: Line) -> None:
        """A thin line stays one; a thick one is a part and gets two edges."""
        back = self.plane != "subject"
        alpha = (0.4 if back else 1.0) * (1.0 if item.alpha > 0.5 else 0.55)
        if item.blur or item.glow or item.alpha < 0.2:
            return
        if item.width < self.unit * 0.007:
            self._ruled(item.path, min(max(item.width, self.unit * 0.001), self.unit * 0.0016), alpha)
            return
        outline = skia.Path()
        if self.stroke_paint(WHITE, item.width, 1.0).getFillPath(item.path, outline):
            simple = simplified(outline)
            self.canvas.drawPath(simple, self._plain(self.ground, 0.97))
            self._ruled(simple, self.unit * 0.0016, alpha)

    def _ruled(self, path: skia.Path, width: float, alpha: float, dashes: list[float] | None = None) -> None:
        paint = self.stroke_paint(WHITE if alpha > 0.6 else CYAN, max(width, 0.95 / self.device), alpha)
        if dashes:
            paint.setStrokeCap(skia.Paint.kButt_Cap)
            paint.setPathEffect(skia.DashPathEffect.Make([d * self.unit for d in dashes], 0.0))
        self.canvas.drawPath(path, paint)

    # -- what a drawing office adds ----------------------------------------------------------------------------------

    def _hidden_edges(self, parts: list[Fill]) -> None:
        """Every larger part once more, thin and dashed: what lies behind others shows through."""
        for part in parts[:160]:
            bounds = part.path.getBounds()
            if part.line and not part.clips and min(bounds.width(), bounds.height()) > self.unit * 0.035:
                self._ruled(part.path, self.unit * 0.0011, 0.6, [0.008, 0.006])

    def _measure(self, drawing: Drawing) -> None:
        """Centre lines, and a dimension line with arrows below and on the left."""
        box = skia.Rect.MakeLTRB(*drawing.bounds())
        unit, frame = self.unit, self.frame
        if max(box.width(), box.height()) < unit * 0.16:
            return
        over = unit * 0.03
        x, y = box.centerX(), box.centerY()
        self._ruled(_segment(x, box.top() - over, x, box.bottom() + over), unit * 0.001, 0.55, CENTRE)
        self._ruled(_segment(box.left() - over, y, box.right() + over, y), unit * 0.001, 0.55, CENTRE)
        gap = unit * 0.045
        low = min(box.bottom() + gap, frame.bottom() - unit * 0.055)
        side = max(box.left() - gap, frame.left() + unit * 0.06)
        if low > box.bottom() + unit * 0.008:
            self._dimension(box.left(), low, box.right(), low, box.bottom())
        if side < box.left() - unit * 0.008:
            self._dimension(side, box.top(), side, box.bottom(), box.left())

    def _dimension(self, x0: float, y0: float, x1: float, y1: float, edge: float) -> None:  # limit: a line's two ends
        """A dimension line with arrow heads, its extension lines reaching to the figure's edge."""
        unit, path = self.unit, skia.Path()
        past, long, half = unit * 0.01, unit * 0.016, unit * 0.0045
        level = abs(y1 - y0) < 1e-6
        for x, y, way in ((x0, y0, 1), (x1, y1, -1)):
            path.addPath(
                _segment(x, edge + past * 0.6, x, y + past) if level else _segment(edge - past * 0.6, y, x - past, y)
            )
            head = skia.Path()
            head.moveTo(x, y)
            if level:
                head.lineTo(x + way * long, y - half)
                head.lineTo(x + way * long, y + half)
            else:
                head.lineTo(x - half, y + way * long)
                head.lineTo(x + half, y + way * long)
            head.close()
            self.canvas.drawPath(head, self._plain(WHITE, 0.85))
        path.addPath(_segment(x0, y0, x1, y1))
        self._ruled(path, unit * 0.0011, 0.75)


CENTRE = [0.03, 0.006, 0.005, 0.006]


def lettering(item: Fill) -> bool:
    """Is this a word painted on a thing? Its letters are many outlines of one plain colour."""
    if not item.decal or item.clips or item.form != "flat" or item.alpha < 0.9 or not isinstance(item.paint, tuple):
        return False
    return bool(sum(verb == skia.Path.Verb.kMove_Verb for verb, _ in item.path) > 2)


def _segment(x0: float, y0: float, x1: float, y1: float) -> skia.Path:
    path = skia.Path()
    path.moveTo(x0, y0)
    path.lineTo(x1, y1)
    return path


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Squared paper under the lines, uneven dye and folds, a frame with an empty title block."""
    height, width = pixels.shape[:2]
    sheet = _sheet(width, height, finish.unit)
    dye = cloud(width, height, 5, finish.seed % 47) * 0.6 + cloud(width, height, 23, finish.seed % 43) * 0.4
    result = np.empty_like(pixels)
    for top in range(0, height, STRIP):
        rows = slice(top, min(top + STRIP, height))
        drawn = (pixels[rows, :, 0].astype(np.float32) - BLUE[0]) * np.float32(1 / (WHITE[0] - BLUE[0]))
        ruled = sheet[rows].astype(np.float32) * np.float32(1 / 255)
        line = np.maximum(np.clip(drawn, 0, 1), ruled)
        tone = 0.86 + dye[rows] * np.float32(0.26) + grain(width, rows.stop, 5)[rows] * np.float32(0.022)
        worn = 1 - np.clip(dye[rows] - 0.62, 0, 1) * np.float32(0.7)
        line *= worn
        for channel in range(3):
            ground = tone * np.float32(BLUE[channel] / 255)
            ink = WHITE[channel] / 255 * (1 - 0.45 * np.clip(0.75 - line, 0, 1) * (channel == 0))
            result[rows, :, channel] = np.clip((ground + (ink - ground) * line) * 255, 0, 255)
    return result


def _sheet(width: int, height: int, unit: int) -> Bytes:
    """The ruling of the paper, the frame and the title block, as the strength of their lines."""
    surface = skia.Surface(skia.ImageInfo.MakeA8(width, height))
    step = max(unit / 40, 8.0)
    with surface as canvas:
        for every, alpha, thick in ((1, 0.13, 0.6), (5, 0.17, 1.1)):
            path = skia.Path()
            for i in range(0, int(width / step) + 1, every):
                path.addPath(_segment(i * step, 0, i * step, height))
            for i in range(0, int(height / step) + 1, every):
                path.addPath(_segment(0, i * step, width, i * step))
            canvas.drawPath(path, _pen(alpha, max(unit / 1000 * thick, 0.7)))
        if unit >= 200:
            _frame(canvas, width, height, unit)
    return np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., 3])


def _pen(alpha: float, width: float) -> skia.Paint:
    paint = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=width)
    paint.setAlphaf(alpha)
    return paint


def _frame(canvas: skia.Canvas, width: int, height: int, unit: int) -> None:
    edge, thin = unit * 0.022, _pen(0.6, unit * 0.0013)
    canvas.drawRect(skia.Rect.MakeLTRB(edge, edge, width - edge, height - edge), _pen(0.85, unit * 0.0026))
    wide, high = min(unit * 0.26, width * 0.4), unit * 0.075
    left, top = width - edge - wide, height - edge - high
    canvas.drawRect(skia.Rect.MakeLTRB(left, top, width - edge, height - edge), _pen(0.85, unit * 0.0018))
    for share in (0.36, 0.68):
        canvas.drawLine(left, top + high * share, width - edge, top + high * share, thin)
    canvas.drawLine(left + wide * 0.62, top, left + wide * 0.62, height - edge, thin)
    canvas.drawLine(left + wide * 0.3, top + high * 0.36, left + wide * 0.3, height - edge, thin)
    for i in range(1, 8):  # marks for folding and finding
        for x, y, dx, dy in ((width * i / 8, 0, 0, edge), (0, height * i / 8, edge, 0)):
            canvas.drawLine(x, y, x + dx, y + dy, thin)
            canvas.drawLine(width - x, height - y, width - x - dx, height - y - dy, thin)


MEDIUM = Medium(
    "blueprint",
    Manner(tone="plan", outline=2.0, shade=0.4, shine=0.0, rim=0.0),
    develop,
    scenic=False,
    light="studio",
    shadows=0.0,
    printed=False,
    brush=PlanBrush,
)
