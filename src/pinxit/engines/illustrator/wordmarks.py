"""Wordmarks: names as compositions of outlines: stacked to one width, on a line, or around a circle."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import skia

from pinxit.engines.illustrator.marks import Mark
from pinxit.engines.illustrator.shapes import changed, common, minus, union
from pinxit.engines.illustrator.signs import outlined, placed
from pinxit.engines.illustrator.typefaces import Face, Glyph, glyphs, joined

COUNTERS = "ODQo"  # letters whose inside is roomy enough for a sign, the best first


@dataclass(slots=True)
class Wordmark:
    """Outlines in ink and the marks woven into them, with the top left of the ink at (0, 0)."""

    paths: list[skia.Path] = field(default_factory=list)
    signs: list[Mark] = field(default_factory=list)
    width: float = 0.0
    height: float = 0.0

    def moved(self, x: float, y: float) -> Wordmark:
        """A copy with the top left at (x, y)."""
        shift = skia.Matrix.Translate(x, y)
        signs = [[(changed(p, shift), ink) for p, ink in sign] for sign in self.signs]
        return Wordmark([changed(p, shift) for p in self.paths], signs, self.width, self.height)


def settled(paths: list[skia.Path], signs: list[Mark] | None = None) -> Wordmark:
    """A wordmark of outlines wherever they are."""
    edge = skia.Rect.MakeEmpty()
    for path in (*paths, *(p for sign in signs or () for p, ink in sign if ink)):
        edge.join(path.computeTightBounds())
    whole = Wordmark(paths, signs or [], edge.width(), edge.height())
    return whole.moved(-edge.left(), -edge.top())


def lines_of(texts: list[str], chosen: Face, size: float, *, align: str = "centre", tracking: float = 0.0) -> Wordmark:
    """Lines of one size under each other, as close as their ink allows."""
    paths: list[skia.Path] = []
    baseline = 0.0
    for text in texts:
        line = joined(glyphs(text, chosen, size, tracking))
        edge = line.computeTightBounds()
        shift = -edge.left() if align == "left" else -edge.centerX()
        baseline += 0.0 if not paths else _clear(paths[-1], changed(line, skia.Matrix.Translate(shift, baseline)), size)
        paths.append(changed(line, skia.Matrix.Translate(shift, baseline)))
    return settled(paths)


def _clear(above: skia.Path, line: skia.Path, size: float) -> float:
    """How far down a line must go so that its ink stays clear of the line above."""
    step = size * 0.8
    fat = union(above, outlined(above, size * 0.22))
    while step < size * 1.5 and not common(fat, changed(line, skia.Matrix.Translate(0, step))).isEmpty():
        step += size * 0.04
    return step


def stack(texts: list[str], lead: str, chosen: Face, width: float, sign: Mark | None) -> Wordmark:
    """Words one under the other in equal width, the sign in one of their letters, a short first word between rules."""
    widths = [_ink(glyphs(text, chosen, 100.0, -0.015)) for text in texts]
    widest = max(right - left for left, right in widths)
    host = _host(texts) if sign is not None else None
    paths: list[skia.Path] = []
    signs: list[Mark] = []
    baseline = 0.0
    above: skia.Path | None = None
    for i, (text, (left, right)) in enumerate(zip(texts, widths, strict=True)):
        natural = (right - left) / widest
        size = width / widest * 100.0 * (1 / natural if natural > 0.72 else 1.0)
        letters = glyphs(text.replace("i", "ı") if host and host == (i, "i") else text, chosen, size, -0.015)
        line = joined(letters)
        edge = line.computeTightBounds()
        shift = skia.Matrix.Translate(-edge.centerX(), baseline)
        if above is not None:
            baseline += _clear(above, changed(line, shift), size)
            shift = skia.Matrix.Translate(-edge.centerX(), baseline)
        paths += [changed(g.path, shift) for g in letters]
        if host is not None and host[0] == i and sign is not None:
            _weave(paths, signs, letters, host[1], sign, size)
        above = changed(line, shift)
    whole = settled(paths, signs)
    return _led(whole, lead, chosen) if lead else whole


def _host(texts: list[str]) -> tuple[int, str] | None:
    """The line and the letter that can carry the sign."""
    for letter in (*COUNTERS, "i"):
        for i, text in enumerate(texts):
            if letter in text:
                return i, letter
    return None


def can_weave(texts: list[str]) -> bool:
    """Is there a letter to carry a sign?"""
    return _host(texts) is not None


def _weave(
    paths: list[skia.Path], signs: list[Mark], letters: list[Glyph], letter: str, sign: Mark, size: float
) -> None:  # limit: it rewrites the line it is given
    wanted = "ı" if letter == "i" else letter
    at = len(paths) - len(letters) + next(k for k, g in enumerate(letters) if g.text == wanted)
    box = paths[at].computeTightBounds()
    if letter == "i":
        side = size * 0.36
        signs.append(placed(sign, (box.centerX() - side, box.top() - side * 1.28, side * 2, side), 24))
        return
    inset = box.width() * (0.2 if letter in "DQO" else 0.17)
    shift = -box.width() * 0.02 if letter == "D" else 0.0
    inner = (box.left() + inset + shift, box.top() + box.height() * 0.13, box.width() - 2 * inset, box.height() * 0.74)
    solid = filled(paths[at])
    for path, ink in placed(sign, inner, 26):
        solid = minus(solid, path) if ink else union(solid, common(path, filled(paths[at])))
    paths[at] = solid


def filled(path: skia.Path) -> skia.Path:
    """A letter without its counters: the longest of its contours."""
    measure = skia.PathMeasure(path, True)
    best, longest = path, 0.0
    while True:
        length = measure.getLength()
        if length > longest:
            piece = skia.Path()
            measure.getSegment(0, length, piece, True)
            piece.close()
            best, longest = piece, length
        if not measure.nextContour():
            return best


def _ink(letters: list[Glyph]) -> tuple[float, float]:
    boxes = [g.path.computeTightBounds() for g in letters if not g.path.isEmpty()] or [skia.Rect.MakeWH(1, 1)]
    return min(b.left() for b in boxes), max(b.right() for b in boxes)


def _led(whole: Wordmark, lead: str, chosen: Face) -> Wordmark:
    """A short first word above the rest, between rules that end with it."""
    small = whole.width * 0.12
    word = joined(glyphs(lead, chosen, small, 0.06))
    edge = word.computeTightBounds()
    gap, thick = small * 0.5, max(small * 0.1, 1.0)
    middle, bottom = whole.width / 2, -small * 0.62
    paths = [changed(word, skia.Matrix.Translate(middle - edge.centerX(), bottom))]
    y = bottom - small * chosen.cap / 2 - thick / 2
    for left, right in ((0.0, middle - edge.width() / 2 - gap), (middle + edge.width() / 2 + gap, whole.width)):
        rule = skia.Path()
        rule.addRect(skia.Rect.MakeLTRB(left, y, right, y + thick))
        paths.append(rule)
    return settled([*paths, *whole.paths], whole.signs)


def around(text: str, chosen: Face, size: float, radius: float, *, below: bool = False) -> tuple[skia.Path, float]:
    """Words on a circle about (0, 0), centred at its top or (`below`) read along its bottom; and half their angle."""
    letters = glyphs(text, chosen, size, 0.1)
    total = sum(g.advance for g in letters) - 0.1 * size
    path = skia.Path()
    for letter in letters:
        middle = letter.x + letter.advance / 2
        angle = math.degrees((middle - total / 2) / radius) * (-1 if below else 1)
        matrix = skia.Matrix.RotateDeg(angle)
        matrix.preTranslate(-middle, radius if below else -radius)
        path.addPath(changed(letter.path, matrix))
    path.setFillType(skia.PathFillType.kWinding)
    return path, math.degrees(total / 2 / radius)
