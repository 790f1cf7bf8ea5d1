"""Emblems: a wordmark and a sign that belong together, in one or two solid colours."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.brush import Brush, colour4
from pinxit.engines.illustrator.colours import INK, WHITE, Rgb, luminance, mix
from pinxit.engines.illustrator.direction import Direction
from pinxit.engines.illustrator.lettering import breaks, fit
from pinxit.engines.illustrator.marks import Mark, grown
from pinxit.engines.illustrator.shapes import box, changed, ellipse, polygon, star
from pinxit.engines.illustrator.signs import COMPACT, extent, find_sign, outlined, placed, without_words
from pinxit.engines.illustrator.stage import HEIGHT
from pinxit.engines.illustrator.typefaces import Face, choose, settable
from pinxit.engines.illustrator.wordmarks import Wordmark, around, can_weave, lines_of, stack
from pinxit.scene.colours import read_colour
from pinxit.scene.model import Scene

LAYOUTS = {
    "badge": r"\b(badge|circular|circle|round|roundel|seal|patch)\b",
    "monogram": r"\b(monogram|initials)\b",
    "left": r"\b(horizontal|icon (?:on|to) the left|(?:left of|beside|next to) the (?:text|name|words))\b",
    "crest": r"\b(vintage|retro|rustic|classic|heritage|crest|old[- ]fashioned)\b",
}
INTEGRATED = re.compile(
    r"\b(integrat|incorporat|woven|hidden in|inside the (?:letter|text|name|o\\b)|replac|negative space)", re.I
)
SCRIPTS = {"brush", "retro", "formal", "hand"}  # joined letters have no counter for a sign
# How a trade is lettered when the words do not say.
LETTERING = {
    r"flower|florist|beauty|jewel\w*|law\w*|attorney|boutique|fashion|wedding|luxury|law|wine|perfume": ("serif",),
    r"yoga|spa|wellness|meditation": ("thin",),
    r"gym|fitness|crossfit|sport|barber|burger": ("poster",),
    r"tech|software|startup|data|ai|cloud|crypto|finance|bank": ("tech",),
    r"pet|toy|kids|child|cupcake|ice cream|candy": ("rounded",),
    r"bakery|bread|diner": ("script",),
    r"music|record|jazz|band": ("deco",),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a layout draws on: the canvas, its width (1000 high), the three colours, and is the ground left open?"""

    canvas: skia.Canvas
    width: float
    ground: Rgb
    ink: Rgb
    accent: Rgb

    def print(self, paths: list[skia.Path], tone: Rgb | None = None) -> None:
        """Outlines in ink."""
        paint = skia.Paint(AntiAlias=True, Color=colour4(tone or self.ink))
        for path in paths:
            self.canvas.drawPath(path, paint)

    def stamp(self, mark: Mark, tone: Rgb | None = None) -> None:
        """A mark; what is cut out of it shows the sheet."""
        self.canvas.saveLayer(None, None)
        solid = skia.Paint(AntiAlias=True, Color=colour4(tone or self.accent))
        cut = skia.Paint(AntiAlias=True, BlendMode=skia.BlendMode.kClear)
        for path, ink in mark:
            self.canvas.drawPath(path, solid if ink else cut)
        self.canvas.restore()

    def set(self, words: Wordmark, left: float, top: float) -> None:
        """A wordmark with its top left at a place."""
        there = words.moved(left, top)
        self.print(there.paths)
        for sign in there.signs:
            self.stamp(sign)


def draw(brush: Brush, direction: Direction, width: float, transparent: bool) -> None:
    """Paint the whole sheet: `width` by 1000 units."""
    scene = direction.scene
    ground, ink, accent = _colours(scene)
    if not transparent:
        brush.canvas.drawRect(skia.Rect.MakeWH(width, HEIGHT), skia.Paint(Color=colour4(ground)))
    sheet = Sheet(brush.canvas, width, ground, ink, accent)
    noun, mark = find_sign(scene)
    text = settable(" ".join(x.text for x in scene.lettering[:1]))
    kind = _layout(scene, width)
    face = choose(_style(scene, kind), "logo", text)
    if not text:
        if mark:
            side = min(width, HEIGHT) * 0.56
            sheet.stamp(placed(mark, ((width - side) / 2, (HEIGHT - side) / 2, side, side)))
        return
    if kind == "badge" and len(text.split()) == 1 and len(text) > 2:
        _banded(sheet, text, face, mark)
    elif kind == "badge":
        _badge(sheet, text, face, mark)
    elif kind == "monogram":
        _monogram(sheet, text, face)
    elif kind == "crest" and mark:
        _crest(sheet, text, face, mark)
    elif mark and kind != "left" and _can_carry(scene, noun, text):
        _woven(sheet, text, choose(("bold",), "logo", text) if face.name in SCRIPTS else face, mark)
    elif mark and (kind == "left" or width > HEIGHT * 1.4):
        _beside(sheet, text, face, mark)
    else:
        _above(sheet, text, face, mark)


def _can_carry(scene: Scene, noun: str, text: str) -> bool:
    """Does the sign belong into a letter of the name: because it is compact, or because the words ask for it?"""
    return (noun in COMPACT or INTEGRATED.search(scene.prompt) is not None) and can_weave(_words(text)[1])


def _layout(scene: Scene, width: float) -> str:
    prompt = without_words(scene)
    found = next((name for name, words in LAYOUTS.items() if re.search(words, prompt)), "")
    return "" if found == "crest" and width > HEIGHT * 1.6 else found


def _style(scene: Scene, kind: str) -> tuple[str, ...]:
    style = next((x.style for x in scene.lettering if x.style), ())
    if style:
        return style
    if kind == "crest":
        return ("slab",)
    if kind == "badge":
        return ("gothic",)
    theme = without_words(scene)
    found = next((face for words, face in LETTERING.items() if re.search(rf"\b(?:{words})\b", theme)), None)
    return found or ("bold", "sans-serif")


def _colours(scene: Scene) -> tuple[Rgb, Rgb, Rgb]:
    """Ground, ink and accent. Black on white unless the words name colours."""
    named = [c.rgb for c in scene.palette] or [c.rgb for s in scene.subjects for c in s.colours]
    named += [x.colour.rgb for x in scene.lettering if x.colour]
    named += [rgb for rgb in _said(scene) if rgb not in named]
    ground = scene.background.rgb if scene.background else WHITE
    if scene.background is None and len(named) == 2:
        dark, light = sorted(named, key=luminance)
        if luminance(dark) < 0.28 and 0.4 < luminance(light) < 0.9:
            return mix(dark, (14, 22, 44), 0.45), light, light  # gold is at its best on navy
    if scene.background is None and len(named) == 1 and luminance(named[0]) > 0.8:
        ground = INK
    strong = [c for c in named if abs(luminance(c) - luminance(ground)) > 0.2]
    if scene.monochrome or ({c.name for c in scene.palette} >= {"black", "white"} and len(scene.palette) == 2):
        ink = (12, 12, 14) if luminance(ground) > 0.5 else WHITE
        return ground, ink, ink
    # The name is set in the colour that stands out most; one colour alone is for the sign.
    strong.sort(key=lambda c: -abs(luminance(c) - luminance(ground)))
    plain = INK if luminance(ground) > 0.55 else WHITE
    ink = (
        plain if not strong or (len(strong) == 1 and abs(luminance(strong[0]) - luminance(ground)) < 0.5) else strong[0]
    )
    return ground, ink, next((c for c in strong if c != ink), ink)


def _said(scene: Scene) -> list[Rgb]:
    """The colours after "in" that the reading took for something else: "in orange", "in navy and gold"."""
    prompt = without_words(scene)
    match = re.search(
        r"\bin (?:shades of )?((?:dark |light |deep |bright )?[a-z]+)(?:(?:,| and| &) ([a-z]+))?\b", prompt
    )
    found = [read_colour(word) for word in (match.groups() if match else ()) if word]
    return [colour.rgb for colour in found if colour is not None]


def _words(text: str) -> tuple[str, list[str]]:
    """A short first word ("The"), and the lines below it."""
    words = text.split()
    lead = (
        words[0] if len(words) > 1 and words[0].lower() in {"the", "a", "la", "le", "el", "die", "der", "das"} else ""
    )
    rest = words[1:] if lead else words
    if len(rest) > 3 or any(len(w) < 3 for w in rest):
        rest = min(breaks(" ".join(rest), 3), key=lambda way: abs(len(way) - 2))
    return lead, rest


# -- layouts ---------------------------------------------------------------------------------------------------------


def _woven(sheet: Sheet, text: str, face: Face, mark: Mark) -> None:
    lead, rest = _words(text)
    room = min(sheet.width * 0.64, HEIGHT * 0.66)
    words = stack(rest, lead, face, room, mark)
    if words.height > HEIGHT * 0.62:
        words = stack(rest, lead, face, room * HEIGHT * 0.62 / words.height, mark)
    sheet.set(words, (sheet.width - words.width) / 2, (HEIGHT - words.height) / 2)


def _fitted(text: str, face: Face, width: float, height: float, align: str = "centre") -> Wordmark:
    tracking = 0.1 if face.name in {"thin", "elegant", "roman"} else 0.0
    block = fit(text, face, width, height, lines=3, tracking=tracking)
    words = lines_of(list(block.texts), face, block.size, align=align, tracking=tracking)
    scale = min(width / words.width, height / words.height, 1.0)
    return lines_of(list(block.texts), face, block.size * scale, align=align, tracking=tracking)


def _above(sheet: Sheet, text: str, face: Face, mark: Mark | None) -> None:
    """The sign over the name, the group in the middle of the sheet."""
    room = min(sheet.width * 0.74, HEIGHT * 1.1)
    if not mark:
        words = _fitted(text, face, room, HEIGHT * 0.4)
        sheet.set(words, (sheet.width - words.width) / 2, (HEIGHT - words.height) / 2)
        return
    words = _fitted(text, face, room, HEIGHT * 0.23 if len(text) > 9 else HEIGHT * 0.18)
    edge = extent(mark)
    tall = min(HEIGHT * 0.4, sheet.width * 0.4)
    wide = tall * 1.35
    scale = min(wide / edge.width(), tall / edge.height())
    high, gap = edge.height() * scale, HEIGHT * 0.065
    top = (HEIGHT - high - gap - words.height) / 2
    sheet.stamp(placed(mark, ((sheet.width - wide) / 2, top, wide, high)))
    sheet.set(words, (sheet.width - words.width) / 2, top + high + gap)


def _beside(sheet: Sheet, text: str, face: Face, mark: Mark) -> None:
    """The sign left of the name, both on one axis."""
    whole = min(sheet.width * 0.8, HEIGHT * 1.5)
    edge = extent(mark)
    words = _fitted(text, face, whole * 0.66, HEIGHT * 0.34, "left")
    side = max(words.height * (1.3 if words.height > whole * 0.18 else 1.9), whole * 0.16)
    wide = side * min(edge.width() / edge.height(), 1.4)
    gap = side * 0.24
    shrink = min(1.0, whole / (wide + gap + words.width))
    if shrink < 1.0:
        wide, side, gap = wide * shrink, side * shrink, gap * shrink
        words = _fitted(text, face, words.width * shrink, words.height * shrink * 1.2, "left")
    left = (sheet.width - wide - gap - words.width) / 2
    sheet.stamp(placed(mark, (left, (HEIGHT - side) / 2, wide, side)))
    sheet.set(words, left + wide + gap, (HEIGHT - words.height) / 2)


def _crest(sheet: Sheet, text: str, face: Face, mark: Mark) -> None:
    """Sign, a rule with a star, the name, and the rule again."""
    room = min(sheet.width * 0.66, HEIGHT * 0.72)
    words = _fitted(text, face, room, HEIGHT * 0.26)
    side, gap, middle = min(HEIGHT * 0.3, sheet.width * 0.34), HEIGHT * 0.05, sheet.width / 2
    half = max(words.width / 2, room * 0.36)
    top = (HEIGHT - side - 4 * gap - words.height) / 2
    sheet.stamp(placed(mark, (middle - side * 0.7, top, side * 1.4, side)))
    for y in (top + side + gap, top + side + 3 * gap + words.height):
        for sign in (-1, 1):
            start, end = middle + sign * 34, middle + sign * half
            sheet.print(
                [box(min(start, end), y - 7, abs(end - start), 3.5), box(min(start, end), y + 3, abs(end - start), 7)]
            )
        sheet.stamp([(star(middle, y, 19, 8), True)])
    sheet.set(words, middle - words.width / 2, top + side + 2 * gap)


def _monogram(sheet: Sheet, text: str, face: Face) -> None:
    """Initials in a ring; a longer name stands under it."""
    short = len(text) <= 3
    letters = text if short else "".join(w[0] for w in text.split() if w[0].isalnum())[:3]
    radius, middle = min(HEIGHT, sheet.width) * (0.31 if short else 0.22), sheet.width / 2
    y = HEIGHT * (0.5 if short else 0.4)
    sheet.print([outlined(ellipse(middle, y, radius), radius * 0.05)], sheet.accent)
    sheet.print([outlined(ellipse(middle, y, radius * 0.91), radius * 0.015)], sheet.accent)
    words = _fitted(letters, face, radius * 1.15, radius * 0.78)
    sheet.set(words, middle - words.width / 2, y - words.height / 2)
    if not short:
        name = _fitted(text, face, min(sheet.width * 0.7, HEIGHT * 0.8), HEIGHT * 0.1)
        sheet.set(name, middle - name.width / 2, y + radius + HEIGHT * 0.08)


def _badge(sheet: Sheet, text: str, face: Face, mark: Mark | None) -> None:
    """Words cut out of a solid ring, the sign in its middle, stars where the words leave room."""
    outer, x, y = min(HEIGHT, sheet.width) * 0.42, sheet.width / 2, HEIGHT / 2
    middle = outer * 0.765
    ring: Mark = [(ellipse(x, y, outer * 0.945), True), (ellipse(x, y, outer * 0.585), False)]
    size = outer * 0.205 / face.cap
    words = text.split()
    split = len(words) > 1 and _angle(text, face, size, middle) > 118
    parts = breaks(text, 2)[-1] if split else [text]
    largest = max(_angle(part, face, size, middle) for part in parts)
    size *= min(1.0, (76 if split else 128) / max(largest, 1e-6))
    spans = []
    for part, below in zip(parts, (False, True), strict=False):
        inner = middle + (size * face.cap / 2 if below else -size * face.cap / 2)
        path, half = around(part, face, size, inner, below=below)
        ring.append((changed(path, skia.Matrix.Translate(x, y)), False))
        spans.append(half)
    for angle in _gaps(spans):
        at = math.radians(angle)
        tip = (x + middle * math.sin(at), y - middle * math.cos(at))
        ring.append((star(*tip, outer * 0.06, outer * 0.025, turn=angle - 90), False))
    sheet.print([outlined(ellipse(x, y, outer), outer * 0.03)])
    sheet.stamp(ring, sheet.ink)
    sheet.print([outlined(ellipse(x, y, outer * 0.545), outer * 0.012)])
    if mark:
        side = outer * 0.74
        sheet.stamp(placed(mark, (x - side / 2, y - side / 2, side, side)))


def _banded(sheet: Sheet, text: str, face: Face, mark: Mark | None) -> None:
    """One word on a ribbon across the ring, the sign above it, stars below."""
    outer, x, y = min(HEIGHT, sheet.width) * 0.355, sheet.width / 2, HEIGHT / 2
    low = y + outer * 0.26
    band, reach = outer * 0.44, outer * 1.1
    ribbon = box(x - reach, low - band / 2, 2 * reach, band, outer * 0.02)
    tails = [
        polygon([(x + side * outer * at, low - band * 0.5 + outer * drop) for at, drop in shape])
        for side in (-1, 1)
        for shape in [((1.02, 0.1), (1.24, 0.1), (1.15, 0.1 + band / outer / 2), (1.24, 0.1 + band / outer),
                       (1.02, 0.1 + band / outer))]
    ]  # fmt: skip
    plate: Mark = [(ellipse(x, y, outer), True), (ellipse(x, y, outer * 0.955), False)]
    plate += [(outlined(ellipse(x, y, outer * 0.9), outer * 0.014), True)]
    words = _fitted(text, face, 2 * reach * 0.84, band * 0.62)
    name = words.moved(x - words.width / 2, low - words.height / 2)
    plate += [(tail, True) for tail in tails]
    plate += [(grown(ribbon, outer * 0.022), False), (ribbon, True), *((path, False) for path in name.paths)]
    for k in (-1, 0, 1):
        down = low + band * 0.5 + outer * (0.2 if k else 0.23)
        plate.append((star(x + k * outer * 0.2, down, outer * 0.062, outer * 0.026), True))
    sheet.stamp(plate, sheet.ink)
    if mark:
        side = outer * 0.72
        sheet.stamp(placed(mark, (x - side * 0.65, y - outer * 0.8, side * 1.3, side)))


def _gaps(spans: list[float]) -> list[float]:
    """Where stars go: at both sides between two arcs, or along the bottom under one."""
    if len(spans) > 1:
        return [-90.0 - (spans[1] - spans[0]) / -2, 90.0 + (spans[0] - spans[1]) / 2]
    free = 360 - 2 * spans[0]
    if free < 120:
        return [180.0]
    return [180.0, *(180 + side * k * 21 for side in (-1, 1) for k in range(1, 1 + min(2, int((free - 70) / 84))))]


def _angle(text: str, face: Face, size: float, radius: float) -> float:
    return around(text, face, size, radius)[1]
