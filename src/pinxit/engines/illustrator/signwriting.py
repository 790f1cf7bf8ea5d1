"""Signwriting: words set on a thing, where it has room for them: its anchor "text", or its largest calm part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, legible_on, lighten, luminance
from pinxit.engines.illustrator.grounds import calm_place, ground_at
from pinxit.engines.illustrator.lettercraft import CRAFTS, Lines, flat
from pinxit.engines.illustrator.lettering import Block, fit
from pinxit.engines.illustrator.pen import Anchor, Drawing, Fill, Item, Line
from pinxit.engines.illustrator.shapes import box, minus, turned
from pinxit.engines.illustrator.typefaces import choose, settable
from pinxit.scene.model import Lettering

NEON: Rgb = (255, 84, 150)
ICING: Rgb = (255, 249, 242)
CHALK: Rgb = (244, 242, 232)
GOLD: Rgb = (255, 232, 176)
INKS: dict[str, Rgb] = {"note": (34, 48, 112), "embossed": (28, 42, 96), "icing": (122, 10, 48), "carved": (66, 34, 18)}
SCREENS = {"phone", "smartphone", "laptop", "computer", "monitor", "tv", "television", "screen", "tablet", "display",
           "led", "scoreboard"}  # fmt: skip
SLATES = {"chalkboard", "blackboard", "sandwich", "pavement", "a-frame"}
SHOPS = {"shop", "store", "bakery", "cafe", "café", "bookstore", "bookshop", "restaurant", "bistro", "boutique",
         "florist", "pizzeria", "storefront", "shopfront"}  # fmt: skip
# What is lettered like what: words of a noun, and the style they call for.
HANDS = (
    (SLATES, ("chalk",)),
    ({"newspaper", "magazine"}, ("didone",)),
    ({"crate", "barrel"}, ("stencil",)),
    ({"graffiti"}, ("graffiti",)),
    ({"plate", "license", "number"}, ("license plate",)),
    ({"street", "road", "direction"}, ("gothic",)),
    ({"balloon", "toy"}, ("rounded",)),
    ({"letter", "note", "envelope", "notepad", "diary"}, ("handwritten",)),
    ({"card", "invitation"}, ("script",)),
    ({"scroll", "gravestone", "tombstone", "book", "novel", "menu"}, ("serif",)),
    ({"wooden", "tavern", "saloon"}, ("slab",)),
    ({"placard", "protest", "picket"}, ("marker",)),
    ({"banner"}, ("poster",)),
    (SHOPS | {"wine", "champagne", "whiskey", "perfume", "bottle"}, ("serif",)),
    ({"jar", "jam", "honey", "lemonade"}, ("retro",)),
    ({"led", "scoreboard"}, ("pixel",)),
)
CAPITALS = {"chalk": ("marker",), "chalkboard": ("marker",), "handwritten": ("caption",), "note": ("caption",),
            "retro": ("slab",)}  # fmt: skip
ROLES = {"sign", "label", "neon", "icing", "shop front", "cover", "t-shirt", "chalkboard", "note", "plate", "screen"}
BOLD_ROLES = {"sign", "label", "t-shirt"}
ROOMY = {"t-shirt", "shirt", "hoodie", "sweatshirt", "mug", "bag", "tote", "book", "magazine", "note", "chalkboard",
         "blackboard", "menu", "placard", "novel", "wall", "graffiti", "phone"}  # fmt: skip


def takes_words(kind: str) -> bool:
    """Can a thing of this kind be lettered where it has no place made for it?"""
    return kind in {"object", "vessel", "vehicle", "building", "furniture", "clothes", "food"}


def lettered(drawing: Drawing, words: Lettering, noun: str) -> None:
    """Set words on a thing at its anchor "text" or on its largest calm part, in place."""
    letter_all(drawing, [words], noun)


def letter_all(drawing: Drawing, group: Sequence[Lettering], noun: str) -> None:
    """Set all words of a thing, the first the largest; the last goes to the anchor "text2" where there is one."""
    group = [replace(words, text=text) for words in group if (text := settable(words.text))]
    if not group:
        return
    anchor = drawing.anchors.get("text")
    if anchor is None and any(words.role in ROLES for words in group):
        anchor = calm_place(drawing)
    if anchor is None:
        return
    second = drawing.anchors.get("text2") if len(group) > 1 else None
    if second is not None:
        _write(drawing, Place(second, noun, 0.36), group[-1])
        group = group[:-1]
    count = len(group)
    for i, words in reversed(list(enumerate(group))):
        share = 1.0 if count == 1 else (0.56 if i == 0 else 0.44 / (count - 1))
        middle = 0.0 if count == 1 else -0.22 if i == 0 else 0.06 + 0.44 * (i - 0.5) / (count - 1)
        _write(drawing, Place(drawing.anchors.get("text", anchor), noun, share, middle), words)


def letter_shirt(drawing: Drawing, group: Sequence[Lettering]) -> None:
    """Set the words of a worn shirt on the chest, in place."""
    body = drawing.anchors.get("body")
    if body is None or not group:
        return
    chest = replace(body, name="text", size=body.size * 0.62, y=body.y + body.size * 0.06)
    drawing.anchors["text"] = chest
    letter_all(drawing, group, "t-shirt")


@dataclass(frozen=True, slots=True)
class Place:
    """Where words go on a thing: its anchor, the share of the height they get, and how far below its middle."""

    anchor: Anchor
    noun: str
    share: float = 1.0
    below: float = 0.0

    @property
    def parts(self) -> set[str]:
        """The words of the noun, with what is written together taken apart."""
        return {*self.noun.split(), *self.noun.replace("-", " ").split()}


def _write(drawing: Drawing, place: Place, words: Lettering) -> None:
    anchor = place.anchor
    ground, room, under = ground_at(drawing, anchor)
    block, x, y = _fitted(words, place, room)
    craft = _craft(words, place)
    tone = words.colour.rgb if words.colour else _tone(craft, words, ground)
    if craft != "neon":
        _keep_clear(drawing, anchor, block, x, y)
        if room is not None:
            _clear_ornaments(drawing, range(under + 1, anchor.index), block, x, y)
    items: list[Item] = []
    if words.role == "icing":
        items += _plaque(block, x, y)
        ground = ICING
    turn = anchor.turn - (2.5 if words.role == "note" and not anchor.turn else 0.0)
    items += CRAFTS[craft](Lines(block.at(x, y, turn), block.size, tone, ground, len(words.text)))
    drawing.items[anchor.index : anchor.index] = items
    for name, other in drawing.anchors.items():
        if other.index > anchor.index or (other.index == anchor.index and name == "text"):
            drawing.anchors[name] = replace(other, index=other.index + len(items))


def _craft(words: Lettering, place: Place) -> str:
    """How the letters are made."""
    parts, style = place.parts, set(words.style)
    if words.role == "neon" or "neon" in style or "neon" in parts:
        return "neon"
    if words.role == "icing":
        return "icing"
    if parts & {"graffiti"} or style & {"graffiti", "spray"}:
        return "spray"
    if words.role == "chalkboard" or "chalk" in style or parts & SLATES:
        return "chalk"
    if words.role == "plate" or ("plate" in parts and parts & {"license", "number", "registration"}):
        return "embossed"
    if style & {"carved", "engraved"} or parts & {"wooden", "gravestone", "tombstone"}:
        return "carved"
    if words.role == "screen" or parts & SCREENS:
        return "screen"
    return "gilded" if words.role == "shop front" or parts & SHOPS else "painted"


def _tone(craft: str, words: Lettering, ground: Rgb) -> Rgb:
    """The colour of letters that were not given one: dark or light, as it can be read."""
    if craft == "neon":
        return NEON
    if craft == "chalk":
        return CHALK if luminance(ground) < 0.5 else (40, 60, 120)
    if craft == "spray":
        return (70, 214, 250)
    if craft == "gilded" and luminance(ground) < 0.5:
        return GOLD
    if craft == "carved":
        dark = darken(ground, 0.76)
        return dark if luminance(ground) - luminance(dark) > 0.3 else lighten(ground, 0.85)
    if craft == "icing":
        return INKS["icing"]
    wanted = INKS.get("note" if words.role == "note" else craft)
    return wanted if wanted is not None and luminance(ground) > 0.55 else legible_on(ground)


def _keep_clear(drawing: Drawing, anchor: Anchor, block: Block, x: float, y: float) -> None:
    """Grain and seams stop short of the words: no line strikes them through."""
    pad = block.size * 0.16
    left, top = x - block.width / 2 - pad, y - block.height / 2 - pad * 0.7
    words = turned(box(left, top, block.width + 2 * pad, block.height + 1.4 * pad, pad), anchor.turn, x, y)
    around = minus(box(x - 4000, y - 4000, 8000, 8000), words)
    for i, item in enumerate(drawing.items[: anchor.index]):
        if isinstance(item, Line) and not item.glow and skia.Rect.Intersects(item.path.getBounds(), words.getBounds()):
            drawing.items[i] = replace(item, clips=(*item.clips, around))


def _clear_ornaments(drawing: Drawing, places: range, block: Block, x: float, y: float) -> None:
    """A printed ornament gives way to the words that are asked for."""
    words = skia.Rect.MakeXYWH(x - block.width / 2, y - block.height / 2, block.width, block.height)
    for i in places:
        item = drawing.items[i]
        edge = item.path.getBounds()
        small = edge.width() < block.width * 0.8 and edge.height() < max(block.height * 1.5, block.size)
        if isinstance(item, Fill) and small and not item.blur and skia.Rect.Intersects(edge, words):
            drawing.items[i] = replace(item, alpha=0.0, line=0.0)


def _plaque(block: Block, x: float, y: float) -> list[Item]:
    """A plate of white icing that carries the words over drips and borders."""
    pad = block.size * 0.42
    width, height = block.width + 2.2 * pad, block.height + 1.5 * pad
    shapes = [
        box(x - width / 2 - g, y - height / 2 - g, width + 2 * g, height + 2 * g, pad * 0.9) for g in (pad * 0.16, 0)
    ]
    return [Fill(shapes[0], (236, 120, 158), "soft", 0.5, 1.0, (), 0.0, decal=True), flat(shapes[1], ICING)]


def _hand(words: Lettering, place: Place) -> tuple[str, ...]:
    """The words that choose the face."""
    if words.style and set(words.style) - {"bold", "large", "big"}:
        return words.style
    found = next((style for nouns, style in HANDS if place.parts & nouns), None)
    if words.text.isupper() and (found or (words.role,))[0] in CAPITALS:  # joined hands are made for small letters
        found = CAPITALS[(found or (words.role,))[0]]
    return (*words.style, *(found or (("bold",) if words.role in BOLD_ROLES else ())))


def _fitted(words: Lettering, place: Place, room: skia.Rect | None) -> tuple[Block, float, float]:
    """The text as large as its ground allows, and where its middle goes."""
    anchor, text = place.anchor, words.text
    face = choose(_hand(words, place), words.role, text)
    roomy = bool(place.parts & ROOMY)
    few = len(text) <= 12 and not (roomy and " " in text)
    width, height = anchor.size * 0.94, anchor.size * (0.4 if few else 0.72 if roomy else 0.62)
    x, y = anchor.x, anchor.y
    if words.role == "icing":
        two = len(text) > 9
        return fit(text, face, width, anchor.size * (0.51 if two else 0.26), lines=2 if two else 1, leading=1.36), x, y
    tall = height
    if _craft(words, place) in {"screen", "neon"}:  # what shines needs air
        width *= 0.88
    if room is not None and not anchor.turn:
        tall = 2 * min(anchor.y - room.top(), room.bottom() - anchor.y)
        if tall > anchor.size * 0.1:
            height = min(height, tall * 0.8)
        wide = 2 * min(anchor.x - room.left(), room.right() - anchor.x)
        if wide > anchor.size * 0.5:
            width = min(width, wide * 0.9)
    loose = 0.05 if face.name == "marker" else 0.0
    block = fit(text, face, width, height * place.share, lines=1 if few else 4, tracking=loose)
    if few and " " in text:  # two lines where they come out much larger
        taller = fit(text, face, width, min(height * 1.4, tall * 0.74) * place.share, lines=2)
        block = taller if taller.size > block.size * 1.3 else block
    return block, x, y + height * place.below
