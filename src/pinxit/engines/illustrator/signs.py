"""Signs: what an emblem is about, as a mark of one ink; drawings of the library are reduced to one like a linocut."""

from __future__ import annotations

import re

import skia

from pinxit.engines.illustrator import library
from pinxit.engines.illustrator.colours import Rgb, luminance
from pinxit.engines.illustrator.devices import DEVICES
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.marks import MARKS as PLAIN_MARKS
from pinxit.engines.illustrator.marks import Mark
from pinxit.engines.illustrator.pen import Drawing, Fill, Item, Line
from pinxit.engines.illustrator.shapes import changed, common, union
from pinxit.scene.model import Scene

MARKS = {**PLAIN_MARKS, **DEVICES}
# Nouns that name the emblem or its trade, not what it shows.
NOT_SHOWN = {"text", "logo", "font", "icon", "badge", "emblem", "brand", "shop", "name", "design", "symbol", "sign"}
# Trades that are shown by something of the library.
TRADES = {
    "book": "book", "library": "book", "pizza": "pizza",
    "pizzeria": "pizza", "photo": "camera", "photography": "camera", "seafood": "fish", "burger": "hamburger",
    "ice cream": "ice cream", "cupcake": "cupcake", "bike": "bicycle", "bicycle": "bicycle", "wine": "wine glass",
    "travel": "airplane", "school": "pencil", "guitar": "guitar",
}  # fmt: skip
# What a name itself may call to mind: "Copper Fox" shows a fox, whatever its trade.
NAMED = {
    "fox", "wheat", "moon", "tree", "pine", "anchor", "leaf", "sun", "crown", "star", "heart", "wave", "mountain",
    "peak", "flame", "bean", "paw", "tulip", "record", "note", "hop", "lotus",
}  # fmt: skip
COMPACT = {"coffee bean", "bean", "heart", "drop", "star", "coffee"}
SEAL = re.compile(r"\b(?:round|circular|wax|official) seal\b|\bseal logo\b", re.I)  # not the animal
_SHOWN = re.compile(
    r"\b(?:icon|symbol|image|silhouette|drawing|picture|with|featuring|of) (?:of )?(?:an?|the|some) ", re.I
)


def find_sign(scene: Scene) -> tuple[str, Mark | None]:
    """The noun an emblem shows and its mark; an empty noun and None where nothing fits."""
    for subject in scene.subjects:
        if subject.head not in NOT_SHOWN and not (subject.head == "seal" and SEAL.search(scene.prompt)):
            mark = mark_of(subject.noun, subject.head)
            if mark is not None:
                return subject.noun, mark
    for noun in _mentioned(scene):
        mark = mark_of(noun, noun.rsplit(" ", 1)[-1])
        if mark is not None:
            return noun, mark
    for word in " ".join(x.text for x in scene.lettering[:1]).lower().split():
        if word.removesuffix("s") in NAMED:
            return word.removesuffix("s"), mark_of(word.removesuffix("s"), "")
    theme = (scene.theme or "").lower() or without_words(scene)
    for word in sorted({*MARKS, *TRADES}, key=len, reverse=True):
        if re.search(rf"\b{re.escape(word)}\b", theme):
            noun = word if word in MARKS else TRADES[word]
            return noun, mark_of(noun, noun.rsplit(" ", 1)[-1])
    theme = (scene.theme or "").lower()
    return theme, mark_of(theme, theme.rsplit(" ", 1)[-1]) if theme else None


def without_words(scene: Scene) -> str:
    """The prompt in lower case, without the words that are to be set."""
    prompt = scene.prompt.lower()
    for words in scene.lettering:
        prompt = prompt.replace(words.text.lower(), " ")
    return prompt


def mark_of(noun: str, head: str) -> Mark | None:
    """The mark of a noun: one made for emblems, or the library's drawing reduced."""
    for word in (noun, head):
        for name in (word, word.removesuffix("s")):
            if name in MARKS:
                return MARKS[name]()
    thing = library.find(noun, head).thing
    return reduced(thing.sketch(Look(noun=noun))) if thing is not None else None


def _mentioned(scene: Scene) -> list[str]:
    """What the prompt shows by "with a ..." or "icon of a ...", the words to be set left aside."""
    prompt = without_words(scene)
    found = []
    for match in _SHOWN.finditer(prompt):
        words = re.findall(r"[a-z-]+|[^a-z\s-]", prompt[match.end() :])[:3]
        words = words[: next((i for i, w in enumerate(words) if not w.isalpha()), len(words))]
        for count in (2, 1):
            for start in range(max(0, len(words) - count + 1)):
                noun = " ".join(words[start : start + count])
                if noun.rsplit(" ", 1)[-1] not in NOT_SHOWN:
                    found.append(noun)
    return found


# -- reduction -------------------------------------------------------------------------------------------------------


def reduced(drawing: Drawing) -> Mark:
    """A drawing in one ink: what is near to its main tone is ink, the rest is cut out, with gaps between parts."""
    left, top, right, bottom = drawing.bounds()
    side = max(right - left, bottom - top, 1e-6)
    matrix = skia.Matrix.Scale(100 / side, 100 / side)
    matrix.preTranslate(-(left + right) / 2, -(top + bottom) / 2)
    items = [item for item in drawing.transformed(matrix).items if _solid(item)]
    fills = [item for item in items if isinstance(item, Fill)]
    if not fills:
        return []
    main = luminance(_tone(max(fills, key=lambda f: _area(f) * (0.5 if f.decal else 1.0))))
    mark: Mark = []
    for item in items:
        ink = abs(luminance(_tone(item)) - main) < 0.2
        if isinstance(item, Line):
            if _under(mark, item.path):
                ink = False
            mark.append((_clipped(outlined(item.path, max(item.width, 1.6)), item), ink))
            continue
        path = _clipped(item.path, item)
        edge = outlined(path, 2.2 if item.decal else 2.8)
        mark.append((edge, not ink))
        mark.append((path, ink))
    return _trimmed(mark, fills)


def outlined(path: skia.Path, width: float) -> skia.Path:
    """The line along a path as an outline to be filled."""
    edge = skia.Path()
    paint = skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=width, StrokeJoin=skia.Paint.kRound_Join)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    paint.getFillPath(path, edge)
    return edge


def _trimmed(mark: Mark, fills: list[Fill]) -> Mark:
    """Outlines of ink that lie on ink vanish by themselves; those outside stay, and close open parts."""
    small = 1.6
    kept = []
    for path, ink in mark:
        box = path.computeTightBounds()
        if min(box.width(), box.height()) >= small or (len(fills) < 4 and not path.isEmpty()):
            kept.append((path, ink))
    return kept


def _solid(item: Item) -> bool:
    if item.blur or item.alpha < 0.5:
        return False
    return item.form != "glow" if isinstance(item, Fill) else not item.glow


def _tone(item: Item) -> Rgb:
    if isinstance(item.paint, tuple):
        return item.paint
    return item.paint.stops[len(item.paint.stops) // 2][1]


def _area(fill: Fill) -> float:
    box = fill.path.computeTightBounds()
    return float(box.width() * box.height())


def _clipped(path: skia.Path, item: Item) -> skia.Path:
    for clip in item.clips:
        path = common(path, clip)
    return path


def _under(mark: Mark, path: skia.Path) -> bool:
    """Does ink lie under the middle of a line?"""
    measure = skia.PathMeasure(path, False)
    spot, _ = measure.getPosTan(measure.getLength() / 2) if measure.getLength() else (path.getPoint(0), None)
    return next((ink for below, ink in reversed(mark) if below.contains(spot.x(), spot.y())), False)


def placed(mark: Mark, box: tuple[float, float, float, float], turn: float = 0.0) -> Mark:
    """The mark as large as a box (left, top, width, height) allows, in its middle."""
    edge = extent(mark)
    left, top, width, height = box
    scale = min(width / max(edge.width(), 1e-6), height / max(edge.height(), 1e-6))
    matrix = skia.Matrix.Translate(left + width / 2, top + height / 2)
    matrix.preRotate(turn)
    matrix.preScale(scale, scale)
    matrix.preTranslate(-edge.centerX(), -edge.centerY())
    return [(changed(path, matrix), ink) for path, ink in mark]


def extent(mark: Mark) -> skia.Rect:
    """The box around what is inked."""
    edge = skia.Rect.MakeEmpty()
    for path, ink in mark:
        if ink:
            edge.join(path.computeTightBounds())
    return edge


def silhouette(mark: Mark) -> skia.Path:
    """Everything inked as one outline."""
    return union(*[path for path, ink in mark if ink])
