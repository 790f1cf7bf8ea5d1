"""Lettering: blocks of text that fit a box exactly, never clipped, in the case that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.shapes import changed
from pinxit.engines.illustrator.typefaces import Face, base_level, glyphs, joined, width_of

CLOSING = "。、，．！？」』）ー"


@dataclass(frozen=True, slots=True)
class Block:
    """A set text: one outline a line, centred on (0, 0); `width` and `height` are those of the ink."""

    lines: tuple[skia.Path, ...]
    texts: tuple[str, ...]
    size: float
    width: float
    height: float

    def at(self, x: float, y: float, turn: float = 0.0) -> list[skia.Path]:
        """The outlines with the block's centre at (x, y)."""
        matrix = skia.Matrix.Translate(x, y)
        if turn:
            matrix.preRotate(turn)
        return [changed(line, matrix) for line in self.lines]


def breaks(text: str, most: int) -> list[list[str]]:
    """Every way worth trying to break a text into 1 to `most` lines, each as even as it can be."""
    words = text.split()
    ways = [[" ".join(words)]]
    if len(words) == 1 and len(text) >= 6 and any("\u3040" <= ch <= "\u9fff" for ch in text):
        return [*ways, *(_cut(words[0], count) for count in range(2, most + 1))]
    for count in range(2, min(most, len(words)) + 1):
        ways.append(_even(words, count))
    return ways


def _cut(text: str, count: int) -> list[str]:
    """Chinese and Japanese break between any two characters, but no line begins with a stop."""
    lines = [""]
    for i, ch in enumerate(text):
        if i * count // len(text) >= len(lines) and ch not in CLOSING:
            lines.append("")
        lines[-1] += ch
    return lines


def _even(words: Sequence[str], count: int) -> list[str]:
    low, high = max(len(w) for w in words), sum(len(w) + 1 for w in words)
    best = [" ".join(words)]
    while low <= high:
        middle = (low + high) // 2
        lines = _wrap(words, middle)
        if len(lines) <= count:
            best, high = lines, middle - 1
        else:
            low = middle + 1
    return best


def _wrap(words: Sequence[str], room: int) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def fit(
    text: str, face: Face, width: float, height: float, *, lines: int = 3, leading: float = 1.16, tracking: float = 0.0,
    largest: float = 1e9,
) -> Block:  # fmt: skip  # limit: a text box has that many measures
    """Set the text as large as the box allows, broken over up to `lines` lines."""
    best: tuple[float, list[str]] = (0.0, [text])
    for way in breaks(text, lines):
        widest = max(width_of(line, face, 1.0, tracking) for line in way) or 1.0
        tall = face.cap + (len(way) - 1) * leading * max(face.cap * 1.25, 0.86) + 0.12
        size = min(width / widest, height / tall, largest)
        if size > best[0] * 1.02:
            best = (size, way)
    block = set_lines(best[1], face, best[0], leading=leading, tracking=tracking)
    # Swashes reach beyond the advance that was measured: the ink itself has to fit.
    over = max(block.width / width, block.height / height)
    return block if over <= 1 else set_lines(best[1], face, best[0] / over, leading=leading, tracking=tracking)


def set_lines(texts: Sequence[str], face: Face, size: float, *, leading: float = 1.16, tracking: float = 0.0) -> Block:
    """Set given lines at a given size, centred under each other."""
    step = leading * max(face.cap * 1.25, 0.86) * size
    paths = []
    base = base_level(" ".join(texts))
    for i, text in enumerate(texts):
        line = joined(glyphs(text, face, size, tracking, base))
        ink = line.computeTightBounds()
        paths.append(changed(line, skia.Matrix.Translate(-ink.centerX(), i * step)))
    edge = skia.Rect.MakeEmpty()
    for path in paths:
        edge.join(path.computeTightBounds())
    matrix = skia.Matrix.Translate(-edge.centerX(), -edge.centerY())
    return Block(tuple(changed(p, matrix) for p in paths), tuple(texts), size, edge.width(), edge.height())
