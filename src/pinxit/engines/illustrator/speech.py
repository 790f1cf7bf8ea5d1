"""Speech: balloons, thoughts, caption boxes and loud words, placed where they hide no face and no other words."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

import skia

from pinxit.engines.illustrator.brush import colour4
from pinxit.engines.illustrator.colours import BLACK, WHITE, Rgb, luminance
from pinxit.engines.illustrator.layout import Actor
from pinxit.engines.illustrator.lettering import Block, fit
from pinxit.engines.illustrator.shapes import ellipse, polygon, union
from pinxit.engines.illustrator.signwriting import NEON
from pinxit.engines.illustrator.typefaces import choose
from pinxit.scene.model import Lettering

PAPER: Rgb = (255, 254, 249)
EDGE: Rgb = (20, 18, 24)
LOUD = re.compile(r"^[A-Z]{2,9}[!?]+$|^(POW|BAM|BOOM|WHAM|ZAP|CRASH|BANG|KAPOW|SMASH|WOW|SPLASH|OOPS)\b[A-Z ]*$")
_THINKS = re.compile(r"\b(thought|thinks?|thinking|dream(?:s|ing) of|wonder(?:s|ing))\b", re.I)


@dataclass(slots=True)
class Page:
    """The picture in pixels, and what must stay free on it: (rectangle, how much it matters)."""

    canvas: skia.Canvas
    left: float
    top: float
    width: float
    height: float
    taken: list[tuple[skia.Rect, float]] = field(default_factory=list)
    scale: float | None = None  # what type is measured by; None: the shorter side
    said: list[skia.Rect] = field(default_factory=list)  # the balloons so far, in reading order
    leftward: bool = False  # read from right to left
    to_come: int = 0  # how many balloons need room after the next one
    crowded: bool = False  # several balloons have to share the room
    inks: bool = False  # printed in black only
    origin: float | None = None  # where the stage begins on the left, when words have to stay further inside

    @property
    def unit(self) -> float:
        """What sizes are measured by: usually the shorter side."""
        return self.scale or min(self.width, self.height)

    def spot(self, x: float, y: float) -> tuple[float, float]:
        """A point of the stage (1000 high) in pixels."""
        left = self.left if self.origin is None else self.origin
        return left + x * self.height / 1000, self.top + y * self.height / 1000

    def note(self, actors: Sequence[Actor]) -> None:
        """Keep words off the actors, and off their faces above all."""
        for actor in actors:
            left, top, right, bottom = actor.box
            body = skia.Rect.MakeLTRB(*self.spot(left, top), *self.spot(right, bottom))
            self.taken.append((body, 0.3 if actor.depth > 0.4 else 1.5))
            crown = skia.Rect.MakeLTRB(body.left(), body.top(), body.right(), body.top() + body.height() * 0.3)
            if actor.depth <= 0.4:
                self.taken.append((crown, 4.0))
            for name in ("face", "eyes", "mouth"):
                anchor = actor.figure.drawing.anchors.get(name)
                if anchor is not None:
                    x, y = self.spot(anchor.x, anchor.y)
                    half = max(anchor.size * self.height / 1000, self.unit * 0.035)
                    self.taken.append((skia.Rect.MakeLTRB(x - half, y - half, x + half, y + half), 14.0))

    def cost(self, rect: skia.Rect) -> float:
        """How much of what matters a rectangle would hide."""
        total = 0.0
        for other, weight in self.taken:
            shared = skia.Rect.MakeLTRB(rect.left(), rect.top(), rect.right(), rect.bottom())
            if shared.intersect(other):
                total += weight * shared.width() * shared.height() / max(min(_area(rect), _area(other)), 1.0)
        return total

    def disorder(self, rect: skia.Rect) -> float:
        """How much a balloon here would be read before those said earlier, or take the room of those that follow."""
        ahead = rect.right() - self.left if not self.leftward else self.left + self.width - rect.left()
        total = self.to_come * (1.6 * ahead / self.width + 1.6 * (rect.top() - self.top) / self.height)
        for other in self.said:
            before = other.right() - rect.centerX() if not self.leftward else rect.centerX() - other.left()
            if rect.top() < other.top() - 1 or (before > 0 and rect.centerY() < other.bottom()):
                total += 30.0
        return float(total)


def _area(rect: skia.Rect) -> float:
    return float(rect.width() * rect.height())


def imprint(
    canvas: skia.Canvas, block: Block, x: float, y: float, tone: Rgb, *, halo: float = 0.0, neon: bool = False
) -> None:  # limit: a place, a colour and two effects
    """Print a block with its centre at (x, y); `halo` (0 to 1) is how strong a soft edge sets it off."""
    paths = block.at(x, y)
    back = BLACK if luminance(tone) > 0.55 else WHITE
    for spread, share in ((0.13, 0.55), (0.05, 0.75)):
        for path in paths if halo else ():
            soft = skia.Paint(AntiAlias=True, Color=colour4(back, halo * share))
            soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, block.size * spread))
            canvas.drawPath(path, soft)
    for path in paths:
        if neon:
            for spread, share in ((0.3, 0.7), (0.1, 0.9)):
                glow = skia.Paint(AntiAlias=True, Color=colour4(tone, share))
                glow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, block.size * spread))
                canvas.drawPath(path, glow)
        canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=colour4((255, 240, 246) if neon else tone)))


def _sheet(canvas: skia.Canvas, shape: skia.Path, width: float, fill: Rgb = PAPER) -> None:
    canvas.drawPath(shape, skia.Paint(AntiAlias=True, Color=colour4(fill)))
    edge = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=width, Color=colour4(EDGE))
    edge.setStrokeJoin(skia.Paint.kRound_Join)
    canvas.drawPath(shape, edge)


# -- captions --------------------------------------------------------------------------------------------------------


def caption(page: Page, words: Lettering) -> None:
    """A pale box with a dark edge in the corner where it hides least; several stand apart from each other."""
    face = choose(words.style, "caption", words.text)
    size = max(page.unit * 0.046, 13.0)
    blocks = [fit(words.text, face, page.width * 0.84, size * 6.8, lines=5, largest=size)]
    if len(words.text.split()) > 5:
        blocks.append(fit(words.text, face, blocks[0].width * 0.58, size * 6.8, lines=5, largest=size))
    gap = page.unit * 0.03
    wanted = words.position or ""
    lows = [0.0, 1.0] if not re.search("top|bottom", wanted) else [1.0 if "bottom" in wanted else 0.0]
    sides = [0.0, 1.0, 0.5, 0.25, 0.75] if not re.search("left|right", wanted) else [float("right" in wanted)]
    places = []
    for order, (block, low, side) in enumerate(product(blocks, lows, sides)):
        width, height = block.width + size * 1.5, max(block.height, size * 0.8) + size * 0.95
        x = page.left + gap + (page.width - width - 2 * gap) * side
        y = page.top + gap + (page.height - height - 2 * gap) * low
        rect = skia.Rect.MakeXYWH(x, y, width, height)
        inner = 0.05 if side not in {0.0, 1.0} else 0.0
        places.append((page.cost(rect) + order * 0.01 + inner + low * 0.1, order, rect, block))
    _, _, rect, block = min(places, key=lambda place: place[:2])
    page.taken.append((rect.makeOutset(gap / 2, gap / 2), 30.0))
    shape = skia.Path()
    shape.addRect(rect)
    _sheet(page.canvas, shape, max(size * 0.08, 1.5))
    imprint(page.canvas, block, rect.centerX(), rect.centerY(), EDGE)


# -- balloons --------------------------------------------------------------------------------------------------------


def balloon(page: Page, words: Lettering, actors: Sequence[Actor], prompt: str) -> None:
    """What a figure says, with a tail to its mouth, or thinks, with a trail of small bubbles."""
    thinks = _THINKS.search(prompt[max(0, prompt.find(words.text) - 60) : max(0, prompt.find(words.text))])
    mouth, head = _mouth(page, words, actors, "head" if thinks else "mouth")
    face = choose(words.style, "balloon", words.text)
    long = len(words.text) > 40 or page.crowded
    size = page.unit * (0.045 if long else 0.066 if len(words.text) <= 12 else 0.054)
    block = fit(words.text, face, page.width * (0.36 if long else 0.42), size * 7, lines=6, largest=size)
    width, height = block.width + size * 2.3, max(block.height, size * 0.7) + size * 1.7
    rim = height * 0.13 if thinks else 0.0  # a cloud bulges beyond its words
    rect = _free(page, width + 2 * rim, height + 2 * rim, mouth, size).makeInset(rim, rim)
    page.taken.append((rect.makeOutset(size * 0.3 + rim, size * 0.3 + rim), 40.0))
    page.said.append(rect)
    line = max(size * 0.08, 1.5)
    reach = _towards((rect.centerX(), rect.centerY()), mouth, head)
    if not thinks:
        reach = _clear_of_eyes(page, words, actors, ((rect.centerX(), rect.centerY()), reach))
    if thinks:
        _sheet(page.canvas, _cloud(rect), line)
        for share, radius in ((0.25, 0.34), (0.6, 0.22), (0.92, 0.13)):
            start = _rim(rect, reach)
            x, y = (start[i] + (reach[i] - start[i]) * share for i in (0, 1))
            _sheet(page.canvas, ellipse(x, y, size * radius, size * radius * 0.8), line)
    else:
        oval = skia.Path()
        oval.addRRect(skia.RRect.MakeRectXY(rect, min(height * 0.5, size * 1.6), min(height * 0.5, size * 1.6)))
        _sheet(page.canvas, union(oval, _tail(rect, reach, size)), line)
    imprint(page.canvas, block, rect.centerX(), rect.centerY(), EDGE)


def _speaker(words: Lettering, actors: Sequence[Actor]) -> Actor | None:
    """Whose words they are."""
    speaker = next((a for a in reversed(actors) if words.host is not None and words.host in a.figure.boxes), None)
    if speaker is None:
        living = [a for a in actors if a.figure.kind in {"person", "animal", "bird", "fish"}]
        speaker = next(iter(living or actors), None)
    return speaker


def _clear_of_eyes(
    page: Page, words: Lettering, actors: Sequence[Actor], tail: tuple[tuple[float, float], tuple[float, float]]
) -> tuple[float, float]:
    """The tip of a tail, drawn back until the tail crosses no eye of the speaker."""
    (x0, y0), tip = tail
    speaker = _speaker(words, actors)
    eyes = speaker.figure.drawing.anchors.get("eyes") if speaker is not None else None
    if eyes is None:
        return tip
    x, y = page.spot(eyes.x, eyes.y)
    wide, tall = eyes.size * page.height / 1000 * 0.72, eyes.size * page.height / 1000 * 0.42
    for step in range(1, 41):
        share = step / 40
        px, py = x0 + (tip[0] - x0) * share, y0 + (tip[1] - y0) * share
        if ((px - x) / max(wide, 1.0)) ** 2 + ((py - y) / max(tall, 1.0)) ** 2 < 1:
            share = max((step - 1.6) / 40, 0.3)
            return x0 + (tip[0] - x0) * share, y0 + (tip[1] - y0) * share
    return tip


def _mouth(
    page: Page, words: Lettering, actors: Sequence[Actor], wanted: str = "mouth"
) -> tuple[tuple[float, float], float]:
    """Where the words come from ("mouth") or the thoughts ("head"), and how large the head is there."""
    speaker = _speaker(words, actors)
    if speaker is None:
        return (page.left + page.width / 2, page.top + page.height * 0.72), 0.0
    spots = speaker.figure.drawing.anchors
    if wanted == "head" and "head" in spots:
        return page.spot(spots["head"].x, spots["head"].y), min(
            spots["head"].size * 0.5 * page.height / 1000, page.unit * 0.1
        )
    spot = spots.get("mouth") or spots.get("face")
    left, top, right, bottom = speaker.box
    if spot is None:
        return page.spot((left + right) / 2, top + (bottom - top) * 0.2), page.unit * 0.04
    size = spot.size if "mouth" in spots else spot.size * 0.5
    return page.spot(spot.x, spot.y), min(size * page.height / 1000, page.unit * 0.12)


def _free(page: Page, width: float, height: float, mouth: tuple[float, float], size: float) -> skia.Rect:
    gap = size * 0.5
    best: tuple[float, skia.Rect] | None = None
    for row in range(15):
        for column in range(17):
            x = page.left + gap + max(page.width - width - 2 * gap, 0) * column / 16
            y = page.top + gap + max(page.height - height - 2 * gap, 0) * row / 14
            rect = skia.Rect.MakeXYWH(x, y, width, height)
            away = math.hypot(rect.centerX() - mouth[0], (rect.centerY() - mouth[1]) * 1.1) / page.unit
            below = max(0.0, rect.centerY() - mouth[1] + size) / page.unit
            aside = max(rect.left() - mouth[0], mouth[0] - rect.right()) / page.unit
            beside = 0.9 * max(0.0, 0.02 - aside) if rect.bottom() < mouth[1] else 0.0
            cost = page.cost(rect) + away * 1.2 + below * 6 + beside + page.disorder(rect)
            if best is None or cost < best[0]:
                best = (cost, rect)
    return best[1] if best else skia.Rect.MakeXYWH(page.left, page.top, width, height)


def _towards(start: tuple[float, float], mouth: tuple[float, float], head: float) -> tuple[float, float]:
    """A point just short of the mouth, seen from the balloon."""
    dx, dy = start[0] - mouth[0], start[1] - mouth[1]
    away = max(math.hypot(dx, dy), 1e-6)
    short = min(head * 0.8, away * 0.3)
    return mouth[0] + dx / away * short, mouth[1] + dy / away * short


def _rim(rect: skia.Rect, point: tuple[float, float]) -> tuple[float, float]:
    """Where the way from the middle to a point leaves the balloon."""
    dx, dy = point[0] - rect.centerX(), point[1] - rect.centerY()
    share = 1 / max(abs(dx) / (rect.width() / 2), abs(dy) / (rect.height() / 2), 1e-6)
    return rect.centerX() + dx * share, rect.centerY() + dy * share


def _tail(rect: skia.Rect, point: tuple[float, float], size: float) -> skia.Path:
    inner = rect.makeInset(rect.width() * 0.18, rect.height() * 0.3)
    base = min(max(point[0], inner.left()), inner.right()), min(max(point[1], inner.top()), inner.bottom())
    dx, dy = point[0] - base[0], point[1] - base[1]
    away = max(math.hypot(dx, dy), 1e-6)
    nx, ny = -dy / away * size * 0.5, dx / away * size * 0.5
    bend = size * 0.35 * (1 if dx > 0 else -1)
    middle = ((base[0] + point[0]) / 2 - bend * 0.4, (base[1] + point[1]) / 2 + abs(bend) * 0.3)
    path = skia.Path()
    path.moveTo(base[0] + nx, base[1] + ny)
    path.quadTo(middle[0] + nx * 0.6, middle[1] + ny * 0.6, *point)
    path.quadTo(middle[0] - nx * 0.6, middle[1] - ny * 0.6, base[0] - nx, base[1] - ny)
    path.close()
    return path


def _cloud(rect: skia.Rect) -> skia.Path:
    """A cloud around a rectangle."""
    count = max(10, round((rect.width() + rect.height()) / rect.height() * 5))
    parts = [ellipse(rect.centerX(), rect.centerY(), rect.width() * 0.5, rect.height() * 0.5)]
    for i in range(count):
        angle = 2 * math.pi * i / count
        x = rect.centerX() + rect.width() * 0.46 * math.cos(angle)
        y = rect.centerY() + rect.height() * 0.42 * math.sin(angle)
        radius = rect.height() * (0.24 if i % 2 else 0.2)
        parts.append(ellipse(x, y, radius * 1.15, radius))
    return union(*parts)


# -- loud words ------------------------------------------------------------------------------------------------------


def burst(page: Page, words: Lettering) -> None:
    """A loud word in a jagged star, on the slant."""
    face = choose((*words.style, "superhero"), "title", words.text)
    block = fit(words.text, face, page.width * 0.29, page.height * 0.16, lines=1)
    width, height = block.width * 1.75, block.height * 2.7
    places = []
    for order, (across, down) in enumerate(((0.5, 0.1), (0.76, 0.1), (0.24, 0.1), (0.74, 0.78), (0.26, 0.78))):
        x = min(max(page.left + page.width * across, page.left + width / 2), page.left + page.width - width / 2)
        y = min(max(page.top + page.height * down, page.top + height / 2), page.top + page.height - height / 2)
        rect = skia.Rect.MakeLTRB(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        places.append((page.cost(rect) + order * 0.08, order, rect))
    rect = min(places, key=lambda place: place[:2])[2]
    page.taken.append((rect, 30.0))
    canvas, line = page.canvas, max(block.size * 0.035, 1.5)
    canvas.save()
    canvas.translate(rect.centerX(), rect.centerY())
    canvas.rotate(-7)
    tones: tuple[Rgb, Rgb] = (EDGE, PAPER) if page.inks else ((222, 48, 40), (255, 214, 40))
    for size, tone in zip((1.0, 0.82), tones, strict=True):
        _sheet(canvas, _jagged(width / 2 * size, height / 2 * size), line, tone)
    for path in block.at(0, 0):
        edge = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=line * 3.2, Color=colour4(EDGE))
        edge.setStrokeJoin(skia.Paint.kRound_Join)
        canvas.drawPath(path, edge)
        canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=colour4(words.colour.rgb if words.colour else WHITE)))
    canvas.restore()


def _jagged(rx: float, ry: float) -> skia.Path:
    points = []
    for i in range(28):
        reach = (1.0, 0.93, 0.98, 0.9)[i // 2 % 4] if i % 2 == 0 else 0.74
        angle = 2 * math.pi * i / 28 + 0.1
        points.append((rx * reach * math.cos(angle), ry * reach * math.sin(angle)))
    return polygon(points)


__all__ = ["LOUD", "NEON", "Page", "balloon", "burst", "caption", "imprint"]
