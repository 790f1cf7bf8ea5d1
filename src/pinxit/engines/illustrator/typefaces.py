"""Typefaces and setting: words in, outlines out, shaped and kerned by HarfBuzz (uharfbuzz, Apache-2.0)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import skia
import uharfbuzz as hb

from pinxit.engines.illustrator.shapes import changed

# What a role is set in when the prompt says nothing of the lettering.
ROLES = {
    "caption": "comics",
    "balloon": "comics",
    "title": "poster",
    "subtitle": "thin",
    "logo": "geometric",
    "sign": "condensed",
    "neon": "deco",
    "label": "gothic",
    "icing": "brush",
    "plain": "geometric",
}
# Faces without lower case, by the one that takes over when the text has some: lettering keeps its case.
WITH_LOWER_CASE = {"condensed": "gothic", "marker": "comics", "comic": "rounded", "roman": "serif"}
# Scripts that the Latin faces lack, by the first and last code point of the block that calls for each file.
SCRIPTS = (
    (0x0530, 0x058F, "NotoSansArmenian[wght].ttf"),
    (0x0590, 0x05FF, "NotoSansHebrew[wght].ttf"),
    (0x0600, 0x06FF, "NotoSansArabic[wght].ttf"),
    (0x0900, 0x097F, "NotoSansDevanagari[wght].ttf"),
    (0x0980, 0x09FF, "NotoSansBengali[wght].ttf"),
    (0x0B80, 0x0BFF, "NotoSansTamil[wght].ttf"),
    (0x0C00, 0x0C7F, "NotoSansTelugu[wght].ttf"),
    (0x0E00, 0x0E7F, "NotoSansThai[wght].ttf"),
    (0x10A0, 0x10FF, "NotoSansGeorgian[wght].ttf"),
)


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface ready to be set. `cap` is the height of a capital and `size` units make one em."""

    name: str
    font: hb.Font
    size: int
    cap: float
    caps_only: bool = False

    def covers(self, text: str) -> bool:
        """Has it a glyph for every letter?"""
        return all(ch.isspace() or self.font.get_nominal_glyph(ord(ch)) for ch in text)


@cache
def table() -> dict[str, dict[str, object]]:
    """The typefaces of data/typefaces.toml by name."""
    text = resources.files(__package__).joinpath("data/typefaces.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def face(name: str) -> Face:
    """A typeface by its name in the table."""
    entry = table()[name]
    source = resources.files(str(entry["package"])).joinpath("files").joinpath(str(entry["file"]))
    return _open(name, source.read_bytes(), entry.get("weight"), bool(entry.get("caps")))


@cache
def _script_face(file: str) -> Face:
    return _open(file, resources.files("manimgx_fonts").joinpath(file).read_bytes(), 600, False)


def _open(name: str, data: bytes, weight: object, caps_only: bool) -> Face:
    loaded = hb.Face(data)
    font = hb.Font(loaded)
    if isinstance(weight, int):
        font.set_variations({"wght": float(weight)})
    glyph = font.get_nominal_glyph(ord("H")) or 0
    extents = font.get_glyph_extents(glyph)
    cap = abs(extents.height) if extents is not None and glyph else loaded.upem * 0.7
    return Face(name, font, loaded.upem, cap / loaded.upem, caps_only)


def choose(style: Iterable[str], role: str, text: str) -> Face:
    """The face that the words of the prompt call for, else the role's own; one that has every letter of the text."""
    wanted = {word.lower() for word in style}
    best, score = ROLES.get(role, "geometric"), 0
    for name, entry in table().items():
        words = entry["words"]
        hits = sum(1 for word in words if word in wanted) if isinstance(words, list) else 0
        if hits > score:
            best, score = name, hits
    if wanted >= {"bold", "sans-serif"}:
        best = "geometric"
    if best in WITH_LOWER_CASE and text != text.upper():
        best = WITH_LOWER_CASE[best]
    chosen = face(best)
    if chosen.covers(text):
        return chosen
    for first, last, file in SCRIPTS:
        if any(first <= ord(ch) <= last for ch in text):
            return _script_face(file)
    return face("grotesque")


def can_set(text: str) -> bool:
    """Is there a face that has every letter of the text?"""
    return choose((), "plain", text).covers(text)


def settable(text: str) -> str:
    """The text without the letters that no face has; empty when nothing is left."""
    if can_set(text):
        return text
    kept = "".join(ch for ch in text if ch.isspace() or can_set(ch))
    return " ".join(kept.split())


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter of a set line: its outline, its characters and the box it stands in (left, advance)."""

    path: skia.Path
    text: str
    x: float
    advance: float


def glyphs(text: str, chosen: Face, size: float, tracking: float = 0.0) -> list[Glyph]:
    """Set one line with its baseline at y = 0, starting at x = 0. `size` is the em, `tracking` extra space in ems."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(chosen.font, buffer, {"kern": True, "liga": tracking == 0})
    scale = size / chosen.size
    result: list[Glyph] = []
    x = 0.0
    infos, positions = buffer.glyph_infos, buffer.glyph_positions or []
    for i, (info, position) in enumerate(zip(infos, positions, strict=True)):
        path = _glyph_path(chosen.name, chosen, info.codepoint)
        matrix = skia.Matrix.Translate(x + position.x_offset * scale, -position.y_offset * scale)
        matrix.preScale(scale, -scale)
        advance = position.x_advance * scale + tracking * size
        end = infos[i + 1].cluster if i + 1 < len(infos) else len(text)
        piece = text[info.cluster : end] if end > info.cluster else text[info.cluster : info.cluster + 1]
        result.append(Glyph(changed(path, matrix), piece, x, advance))
        x += advance
    return result


_PATHS: dict[tuple[str, int], skia.Path] = {}


def _glyph_path(name: str, chosen: Face, glyph: int) -> skia.Path:
    key = (name, glyph)
    if key not in _PATHS:
        path = skia.Path()
        draw = hb.DrawFuncs()
        draw.set_move_to_func(lambda x, y, p: p.moveTo(x, y))
        draw.set_line_to_func(lambda x, y, p: p.lineTo(x, y))
        draw.set_quadratic_to_func(lambda a, b, x, y, p: p.quadTo(a, b, x, y))
        draw.set_cubic_to_func(lambda a, b, c, d, x, y, p: p.cubicTo(a, b, c, d, x, y))
        draw.set_close_path_func(lambda p: p.close())
        chosen.font.draw_glyph(glyph, draw, path)
        path.setFillType(skia.PathFillType.kWinding)
        _PATHS[key] = path
    return _PATHS[key]


def joined(set_line: Sequence[Glyph]) -> skia.Path:
    """All letters of a line as one outline."""
    path = skia.Path()
    for glyph in set_line:
        path.addPath(glyph.path)
    path.setFillType(skia.PathFillType.kWinding)
    return path


def width_of(text: str, chosen: Face, size: float = 1.0, tracking: float = 0.0) -> float:
    """The advance of a line in the units of `size`."""
    return sum(g.advance for g in glyphs(text, chosen, size, tracking)) - tracking * size
