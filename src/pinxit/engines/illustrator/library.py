"""From a noun to a drawing: the thing itself, its nearest kind, or an outline out of the symbol font."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

import skia

from pinxit.engines.illustrator import look
from pinxit.engines.illustrator.colours import darken, mix
from pinxit.engines.illustrator.look import Look, Thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import changed, simplified, union
from pinxit.scene.model import Subject

EMOJI_BLOCKS = ((0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x1FA70, 0x1FAFF), (0x2600, 0x27BF))


@dataclass(frozen=True, slots=True)
class Found:
    """What will be drawn for a noun. `how` is "itself", "kind" (the nearest relative), "outline" or "nothing"."""

    thing: Thing | None
    how: str


@cache
def nearest() -> dict[str, str]:
    """The curated table of kinds: {"chihuahua": "dog"}."""
    text = resources.files(__package__).joinpath("data/nearest.toml").read_text("utf-8")
    table: dict[str, str] = {}
    for kind, nouns in tomllib.loads(text)["kinds"].items():
        for noun in nouns:
            table[noun] = kind
    return table


@cache
def find(noun: str, head: str) -> Found:
    """Look a noun up, the most specific name first: the whole noun, its tail words, its nearest kind, a symbol."""
    library = look.load()
    words = noun.lower().replace("-", " ").split()
    names = _names(words, head)
    for name in names:
        before = words[: len(words) - len(name.split())]
        for form in _forms(name):
            if form in library:
                plain = name == names[0] or (words[len(before) :] == name.split() and _harmless(before))
                return Found(library[form], "itself" if plain else "kind")
            kind = nearest().get(form)
            if kind in library:
                return Found(library[kind], "kind")
    for name in names:
        for form in _forms(name):
            symbol = symbols().get(form)
            if symbol is not None:
                return Found(outline(form, symbol), "outline")
    return Found(None, "nothing")


def thing_of(subject: Subject) -> Thing | None:
    """What is drawn for a subject, or None when the library has nothing like it."""
    return find(subject.noun, subject.head).thing


def _names(words: list[str], head: str) -> list[str]:
    """All names to try: the whole noun, its tails, its head, its beginnings ("fish underwater").

    A part comes last: a dog's nose is nearer to a dog than to the human nose that the library draws.
    """
    names = [" ".join(words[i:]) for i in range(len(words))]
    if head and head not in names:
        names.append(head)
    names += [" ".join(words[:i]) for i in range(len(words) - 1, 0, -1)]
    return names[:1] + sorted(names[1:], key=lambda name: name in _PARTS)


_PARTS = frozenset(
    "hand hands arm arms leg legs foot feet eye eyes ear ears nose mouth lips tooth teeth finger fingers head knee "
    "elbow ankle thigh bone bones handle handles knob".split()
)


def _harmless(words: list[str]) -> bool:
    """Words before a noun that say what it is for or made of, so that the drawing of the plain noun is still right."""
    return all(word in _MODIFIERS for word in words)


_MODIFIERS = frozenset(
    "wooden wood metal glass ceramic paper plastic stone brick leather gold golden silver clay house kitchen garden "
    "street city village country sports family beach mountain forest water sea winter summer toy baby pet coffee tea "
    "field park school town desk wall table hand bamboo maple oak apple birthday wedding christmas party stone".split()
)


def _forms(name: str) -> tuple[str, ...]:
    if name.endswith("ies") and len(name) > 4:
        return (name, name[:-3] + "y")
    if name.endswith("es"):
        return (name, name[:-2], name[:-1])
    if name.endswith("s") and not name.endswith("ss"):
        return (name, name[:-1])
    return (name,)


@cache
def symbol_face() -> skia.Typeface:
    """Noto Emoji, monochrome outlines (OFL)."""
    data = resources.files("manimgx_fonts").joinpath("NotoEmoji[wght].ttf").read_bytes()
    return skia.FontMgr().makeFromData(skia.Data.MakeWithCopy(data))


@cache
def symbols() -> dict[str, int]:
    """Unicode's names of the symbols that the font has, by lower-case name and by a last word of its own."""
    face = symbol_face()
    table: dict[str, int] = {}
    for first, last in EMOJI_BLOCKS:
        for code in range(first, last + 1):
            name = unicodedata.name(chr(code), "").lower()
            if name and face.unicharToGlyph(code):
                table.setdefault(name, code)
    for name, code in list(table.items()):
        if " " in name:
            table.setdefault(name.rsplit(" ", 1)[1], code)
    return table


def outline(name: str, code: int) -> Thing:
    """A thing made of a symbol's outline: filled in the asked colour under its own line-art."""

    def draw(pen: Pen, wish: Look) -> None:
        font = skia.Font(symbol_face(), 100)
        path = font.getPath(symbol_face().unicharToGlyph(code))
        box = path.computeTightBounds()
        path = changed(path, skia.Matrix.Translate(-box.centerX(), -box.bottom()))
        colour = wish.colour((226, 168, 92))
        pen.fill(_silhouette(path), colour, "round")
        pen.decal(path, mix(darken(colour, 0.6), (30, 26, 40), 0.4))

    return Thing(name, draw, cm=60, kind="object")


def _silhouette(path: skia.Path) -> skia.Path:
    """Everything inside the outermost lines, which are thickened first so that no small gap lets it leak."""
    thick = skia.Path()
    pen = skia.Paint(Style=skia.Paint.kStrokeAndFill_Style, StrokeWidth=7, StrokeJoin=skia.Paint.kRound_Join)
    pen.getFillPath(path, thick)
    simple = simplified(thick)
    result = skia.Path()
    for contour in _contours(simple):
        contour.setFillType(skia.PathFillType.kWinding)
        result = union(result, contour)
    return result


def _contours(path: skia.Path) -> list[skia.Path]:
    contours: list[skia.Path] = []
    current = skia.Path()
    for verb, points in path:
        if verb == skia.Path.Verb.kMove_Verb:
            current = skia.Path()
            contours.append(current)
            current.moveTo(points[0])
        elif verb == skia.Path.Verb.kLine_Verb:
            current.lineTo(points[1])
        elif verb in {skia.Path.Verb.kQuad_Verb, skia.Path.Verb.kConic_Verb}:
            current.quadTo(points[1], points[2])
        elif verb == skia.Path.Verb.kCubic_Verb:
            current.cubicTo(points[1], points[2], points[3])
        elif verb == skia.Path.Verb.kClose_Verb:
            current.close()
    return contours
