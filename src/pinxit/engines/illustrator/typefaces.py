"""Typefaces and setting: words in, outlines out, shaped and kerned by HarfBuzz (uharfbuzz, Apache-2.0)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import skia
import uharfbuzz as hb

from pinxit.engines.illustrator.bidi import base_level, levels, visual
from pinxit.engines.illustrator.shapes import changed
from pinxit.engines.illustrator.typecase import Face, clusters, face, face_of, silent, spare, table

# What a role is set in when the prompt says nothing of the lettering.
ROLES = {
    "caption": "comics",
    "balloon": "comics",
    "title": "poster",
    "subtitle": "thin",
    "logo": "geometric",
    "sign": "condensed",
    "shop front": "serif",
    "cover": "serif",
    "t-shirt": "geometric",
    "chalkboard": "hand",
    "note": "hand",
    "plate": "plate",
    "screen": "grotesque",
    "neon": "tube",
    "label": "gothic",
    "icing": "flowing",
    "plain": "geometric",
}
# Faces without lower case, by the one that takes over when the text has some: lettering keeps its case.
WITH_LOWER_CASE = {"condensed": "gothic", "marker": "comics", "comic": "rounded", "roman": "serif"}
_LIGHT = {"thin": 300, "hand": 500, "formal": 400, "grotesque": 500}
_HEAVY = {"poster", "geometric", "slab", "comic", "condensed", "didone", "stencil", "marker"}
# Scripts whose letters hang together: no space is put between them.
_JOINED = {
    "ARABIC", "SYRIAC", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU",
    "KANNADA", "MALAYALAM", "SINHALA", "THAI", "LAO", "MYANMAR", "KHMER",
}  # fmt: skip


def choose(style: Iterable[str], role: str, text: str) -> Face:
    """The face that the words of the prompt call for, else the role's own.

    It has every letter of the text where one face has; else it is the face for most of it, and `glyphs` takes the
    rest from others.
    """
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
    others = {f.name: f for ch in text if not ch.isspace() if (f := face_of(ch, chosen, _weight(best))) is not None}
    return next((other for other in others.values() if other.covers(text)), chosen)


def _weight(name: str) -> int:
    return _LIGHT.get(name, 700 if name in _HEAVY else 600)


def lacking(text: str) -> str:
    """The letters of a text that no installed face has, each once; empty when it can be set as it is."""
    plain = face("grotesque")
    missed = (cluster for cluster in clusters(text) if not _blank(cluster) and face_of(cluster, plain) is None)
    return "".join(dict.fromkeys(missed))


def can_set(text: str) -> bool:
    """Is there a face for every letter of the text?"""
    return not lacking(text)


def settable(text: str) -> str:
    """The text without the letters that no face has; empty when nothing is left."""
    plain = face("grotesque")
    kept = "".join(c if not _blank(c) else " " for c in clusters(text) if _blank(c) or face_of(c, plain) is not None)
    return " ".join(kept.split())


def _blank(cluster: str) -> bool:
    return all(ch.isspace() or unicodedata.category(ch) == "Cc" for ch in cluster)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter of a set line: its outline, its characters and the box it stands in (left, advance)."""

    path: skia.Path
    text: str
    x: float
    advance: float


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbours in one direction, script and face; `text` in the order it is read."""

    text: str
    level: int
    face: Face
    script: str


def glyphs(text: str, chosen: Face, size: float, tracking: float = 0.0, base: int | None = None) -> list[Glyph]:
    """Set one line with its baseline at y = 0, starting at x = 0, from left to right as it is seen.

    `size` is the em, `tracking` extra space in ems, `base` the level of the paragraph (1: right to left). Letters
    that the face lacks come from another one; those that no face has are left out.
    """
    runs = _runs(text, chosen, base)
    result: list[Glyph] = []
    x = 0.0
    for place in visual([run.level for run in runs]):
        run = runs[place]
        spaced = 0.0 if run.script in _JOINED else tracking
        result += _shape(run, size, spaced, x, ligatures=tracking == 0)
        x = result[-1].x + result[-1].advance if result else 0.0
    return result


def _runs(text: str, chosen: Face, base: int | None) -> list[_Run]:
    if text.isascii() and not base and chosen.covers(text):
        return [_Run(text, 0, chosen, "LATIN")] if text else []
    depth = levels(text, base)
    runs: list[_Run] = []
    at = 0
    for word in re.split(r"(\s+)", text):
        for cluster, own in zip(clusters(word), _faces(word, chosen), strict=True):
            level, script = depth[at], _script(cluster)
            at += len(cluster)
            if own is None:
                continue
            last = runs[-1] if runs else None
            same = last is not None and last.level == level
            if last and same and last.face is own and script in {"", last.script} and not _apart(last, cluster):
                runs[-1] = _Run(last.text + cluster, level, own, last.script)
            elif last and same and not script and last.script and last.face.covers(cluster):
                runs[-1] = _Run(last.text + cluster, level, last.face, last.script)
            else:
                runs.append(_Run(cluster, level, own, script))
    return runs


def _apart(run: _Run, cluster: str) -> bool:
    """A space after a picture is not the wide space of the face of pictures."""
    return cluster.isspace() and not run.script and "Emoji" in run.face.name


def _faces(word: str, chosen: Face) -> list[Face | None]:
    """A face for each cluster of a word: one for all of it where there is one, so that no letter stands out."""
    parts = clusters(word)
    found = [face_of(part, chosen, _weight(chosen.name)) for part in parts]
    whole = next((f for f in found if f is not None and f is not chosen and f.covers(word)), None)
    return [whole] * len(parts) if whole is not None else found


def _script(cluster: str) -> str:
    """The script of a letter by the first word of its Unicode name; empty for what all scripts share."""
    if not cluster[0].isalpha():
        return ""
    return unicodedata.name(cluster[0], "").partition(" ")[0]


def _shape(run: _Run, size: float, tracking: float, x: float, *, ligatures: bool) -> list[Glyph]:
    text = unicodedata.normalize("NFC", run.text)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    hb.shape(run.face.font, buffer, {"kern": True, "liga": ligatures or run.script in _JOINED})
    scale = size / run.face.size
    infos, positions = buffer.glyph_infos, buffer.glyph_positions or []
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    result: list[Glyph] = []
    told: set[int] = set()
    for i, (info, position) in enumerate(zip(infos, positions, strict=True)):
        matrix = skia.Matrix.Translate(x + position.x_offset * scale, -position.y_offset * scale)
        matrix.preScale(scale, -scale)
        last = i + 1 == len(infos) or infos[i + 1].cluster != info.cluster
        advance = position.x_advance * scale + (tracking * size if last else 0.0)
        piece = "" if info.cluster in told else text[info.cluster : ends[info.cluster]]
        told.add(info.cluster)
        if info.codepoint or not silent(text[info.cluster]):
            result.append(Glyph(changed(_glyph_path(run.face, info.codepoint), matrix), piece, x, advance))
        x += advance
    return result


_PATHS: dict[tuple[str, int], skia.Path] = {}


def _glyph_path(chosen: Face, glyph: int) -> skia.Path:
    key = (chosen.name, glyph)
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
    line = glyphs(text, chosen, size, tracking)
    return max((g.x + g.advance for g in line), default=0.0) - (tracking * size if line else 0.0)


__all__ = [
    "ROLES", "WITH_LOWER_CASE", "Face", "Glyph", "base_level", "can_set", "choose", "face", "glyphs", "joined",
    "lacking", "settable", "spare", "table", "width_of",
]  # fmt: skip
