"""Signwriting: words set on a thing, where it has room for them: its anchor "text", or its largest calm part."""

from __future__ import annotations

from dataclasses import replace

import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb, legible_on, lighten, luminance
from pinxit.engines.illustrator.lettering import Block, fit
from pinxit.engines.illustrator.pen import Anchor, Drawing, Fill, Item, Line
from pinxit.engines.illustrator.shapes import box, minus, turned
from pinxit.engines.illustrator.typefaces import choose, settable
from pinxit.scene.model import Lettering

NEON: Rgb = (255, 84, 150)
ICING: Rgb = (255, 249, 242)
CHALK: Rgb = (244, 242, 232)
# What is lettered like what: words of a noun, and the style they call for.
HANDS = (
    ({"chalkboard", "blackboard"}, ("chalk",)),
    ({"newspaper", "magazine"}, ("didone",)),
    ({"crate", "barrel"}, ("stencil",)),
    ({"plate", "license", "street", "road"}, ("gothic",)),
    ({"balloon", "toy"}, ("rounded",)),
    ({"letter", "note", "envelope"}, ("handwritten",)),
    ({"scroll"}, ("serif",)),
)


def takes_words(kind: str) -> bool:
    """Can a thing of this kind be lettered where it has no place made for it?"""
    return kind in {"object", "vessel", "vehicle", "building", "furniture", "clothes", "food"}


def lettered(drawing: Drawing, words: Lettering, noun: str) -> None:
    """Set words on a thing at its anchor "text" or on its largest calm part, in place."""
    text = settable(words.text)
    anchor = drawing.anchors.get("text") or (
        _calm(drawing) if words.role in {"sign", "label", "neon", "icing"} else None
    )
    if anchor is None or not text:
        return
    ground, room = _ground(drawing, anchor)
    neon = words.role == "neon" or "neon" in words.style or "neon" in noun
    block, x, y = _fitted(words, text, noun, anchor, room)
    tone = words.colour.rgb if words.colour else NEON if neon else legible_on(ground)
    if "chalk" in _hand(words, noun) and words.colour is None:
        tone = CHALK
    if words.role == "icing" and words.colour is None:
        tone = (176, 22, 78)
    if not neon:
        _keep_clear(drawing, anchor, block, x, y)
    items: list[Item] = []
    if words.role == "icing":
        items += _plaque(block, x, y)
        ground = ICING
    for path in block.at(x, y, anchor.turn):
        if neon:
            items.append(Fill(path, tone, "glow", 0.0, 0.9, (), block.size * 0.22, decal=True))
            items.append(Line(path, tone, block.size * 0.05, 1.0, (), glow=True))
            items.append(Fill(path, lighten(tone, 0.85), "glow", 0.0, 1.0, (), 0.0, decal=True))
            continue
        if words.colour and abs(luminance(tone) - luminance(ground)) < 0.25:
            edge = (255, 250, 244) if luminance(tone) < 0.5 else (74, 34, 40)
            items.append(Line(path, edge, block.size * 0.13, 1.0, ()))
        items.append(Fill(path, tone, "flat", 0.0, 1.0, (), 0.0, decal=True))
    drawing.items[anchor.index : anchor.index] = items
    for name, other in drawing.anchors.items():
        if other.index > anchor.index:
            drawing.anchors[name] = Anchor(name, other.x, other.y, other.size, other.turn, other.index + len(items))


def _keep_clear(drawing: Drawing, anchor: Anchor, block: Block, x: float, y: float) -> None:
    """Grain and seams stop short of the words: no line strikes them through."""
    pad = block.size * 0.16
    left, top = x - block.width / 2 - pad, y - block.height / 2 - pad * 0.7
    words = turned(box(left, top, block.width + 2 * pad, block.height + 1.4 * pad, pad), anchor.turn, x, y)
    around = minus(box(x - 4000, y - 4000, 8000, 8000), words)
    for i, item in enumerate(drawing.items[: anchor.index]):
        if isinstance(item, Line) and not item.glow and skia.Rect.Intersects(item.path.getBounds(), words.getBounds()):
            drawing.items[i] = replace(item, clips=(*item.clips, around))


def _plaque(block: Block, x: float, y: float) -> list[Item]:
    """A plate of white icing that carries the words over drips and borders."""
    pad = block.size * 0.42
    width, height = block.width + 2.2 * pad, block.height + 1.5 * pad
    shapes = [
        box(x - width / 2 - g, y - height / 2 - g, width + 2 * g, height + 2 * g, pad * 0.9) for g in (pad * 0.16, 0)
    ]
    return [
        Fill(shapes[0], (236, 120, 158), "soft", 0.5, 1.0, (), 0.0, decal=True),
        Fill(shapes[1], ICING, "flat", 0.0, 1.0, (), 0.0, decal=True),
    ]


def _hand(words: Lettering, noun: str) -> tuple[str, ...]:
    """The words that choose the face."""
    if words.style:
        return words.style
    parts = set(noun.split())
    found = next((style for nouns, style in HANDS if parts & nouns), None)
    return found or (("bold",) if words.role in {"sign", "label"} else ())


def _fitted(
    words: Lettering, text: str, noun: str, anchor: Anchor, room: skia.Rect | None
) -> tuple[Block, float, float]:
    """The text as large as its ground allows, and where its middle goes."""
    face = choose(_hand(words, noun), words.role, text)
    roomy = bool(set(noun.split()) & {"t-shirt", "shirt", "hoodie", "sweatshirt", "mug", "bag", "tote", "book"})
    few = len(text) <= 12 and not (roomy and " " in text)
    width, height = anchor.size * 0.94, anchor.size * (0.4 if few else 0.72 if roomy else 0.62)
    x, y = anchor.x, anchor.y
    if words.role == "icing":
        two = len(text) > 9
        return fit(text, face, width, anchor.size * (0.51 if two else 0.26), lines=2 if two else 1, leading=1.36), x, y
    if room is not None and not anchor.turn:
        tall = 2 * min(anchor.y - room.top(), room.bottom() - anchor.y)
        if tall > anchor.size * 0.1:
            height = min(height, tall * 0.8)
        wide = 2 * min(anchor.x - room.left(), room.right() - anchor.x)
        if wide > anchor.size * 0.5:
            width = min(width, wide * 0.9)
    return fit(text, face, width, height, lines=1 if few else 4), x, y


def _ground(drawing: Drawing, anchor: Anchor) -> tuple[Rgb, skia.Rect | None]:
    """The colour of what the words will stand on, and its box."""
    for item in reversed(drawing.items[: anchor.index]):
        if isinstance(item, Fill) and item.alpha > 0.6 and not item.blur and item.path.contains(anchor.x, anchor.y):
            tone = item.paint if isinstance(item.paint, tuple) else item.paint.stops[len(item.paint.stops) // 2][1]
            edge = item.path.computeTightBounds()
            for clip in item.clips:
                edge.intersect(clip.computeTightBounds())
            return tone, edge if edge.width() >= anchor.size * 0.8 else None
    return WHITE, None


def _calm(drawing: Drawing) -> Anchor | None:
    """A place for words on the largest part that is seen whole: the widest strip in it that nothing crosses."""
    fills = [f for f in drawing.items if isinstance(f, Fill) and not f.blur and f.alpha > 0.6 and f.form != "glow"]
    fills = sorted((f for f in fills if not f.decal), key=lambda f: -_room(f))[:4]
    best: tuple[float, Anchor] | None = None
    for fill in fills:
        edge = fill.path.computeTightBounds()
        later = drawing.items[next(i for i, item in enumerate(drawing.items) if item is fill) + 1 :]
        over = [f.path for f in later if isinstance(f, Fill) and not f.decal and f.alpha > 0.6]
        for step in range(2, 9):
            y = edge.top() + edge.height() * step / 10
            span = [i for i in range(33) if _free(fill.path, over, edge.left() + edge.width() * i / 32, y)]
            run = _longest(span)
            if len(run) < 5:
                continue
            width = edge.width() * (run[-1] - run[0]) / 32
            worth = width * (1 - abs(step - 5) * 0.04)
            if best is None or worth > best[0]:
                middle = edge.left() + edge.width() * (run[0] + run[-1]) / 64
                best = (worth, Anchor("text", middle, y, width * 0.86, 0.0, len(drawing.items)))
    return best[1] if best else None


def _room(fill: Fill) -> float:
    edge = fill.path.computeTightBounds()
    return float(edge.width() * min(edge.height(), edge.width()))


def _free(path: skia.Path, over: list[skia.Path], x: float, y: float) -> bool:
    return bool(path.contains(x, y)) and not any(other.contains(x, y) for other in over)


def _longest(places: list[int]) -> list[int]:
    """The longest run of neighbours."""
    best: list[int] = []
    run: list[int] = []
    for place in places:
        run = [*run, place] if run and place == run[-1] + 1 else [place]
        if len(run) > len(best):
            best = run
    return best
