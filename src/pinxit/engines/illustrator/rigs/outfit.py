"""Outfits: how what a person is, does and is said to wear becomes one set of clothes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from pinxit.engines.illustrator.colours import Rgb, darken
from pinxit.engines.illustrator.look import Look, Worn
from pinxit.engines.illustrator.rigs.person_traits import Person, skin_said
from pinxit.engines.illustrator.rigs.wardrobe import CUTS, KNOWN_CLOTHES, SETS, Cut, Item, find

__all__ = ["CUTS", "KNOWN_CLOTHES", "Cut", "Item", "Outfit", "dress", "find"]


@dataclass(frozen=True, slots=True)
class Outfit:
    """All a person wears; at most one item in a slot."""

    items: dict[str, Item] = field(default_factory=dict)

    def get(self, slot: str) -> Item | None:
        """What is worn there, if anything."""
        return self.items.get(slot)

    def kind(self, slot: str) -> str:
        """The kind worn there, "" for none."""
        item = self.items.get(slot)
        return item.kind if item else ""


def _coloured(item: Item, worn: Worn) -> Item:
    colour = worn.colour or item.colour
    usual = {"kilt": "tartan", "clown": "spotted"}.get(item.kind)
    return Item(item.slot, item.kind, colour, item.second, worn.pattern or usual)


def read_worn(spec: str) -> Worn:
    """`noun` or `noun#rrggbb` as something worn."""
    noun, _, code = spec.partition("#")
    return Worn(noun, (int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)) if code else None)


_TOPS: tuple[Rgb, ...] = (
    (196, 84, 66), (70, 112, 150), (92, 130, 92), (222, 176, 84), (132, 96, 140), (226, 220, 208), (64, 74, 96), (210,
    128, 120),
)  # fmt: skip
_LEGS: tuple[Rgb, ...] = ((62, 82, 116), (72, 70, 80), (122, 98, 72), (52, 56, 70), (94, 104, 92))


def dress(look: Look, person: Person, defaults: Sequence[str] = ()) -> Outfit:
    """What a person of this look wears: everyday clothes, over them the trade's, over them what the prompt names."""
    lot = look.random("clothes")
    items: dict[str, Item] = {}
    everyday = not defaults
    if everyday:
        defaults = _everyday(person, lot.randrange(4))
        items["top"] = Item("top", "tee", lot.choice(_TOPS))
    items["legs"] = Item("legs", "trousers", lot.choice(_LEGS))
    items["feet"] = Item("feet", "sneaker" if person.age in {"child", "young"} else "shoe", (58, 44, 40))
    palette = lot.choice(_TOPS)
    for spec in defaults:
        _put(items, read_worn(spec))
    if everyday:
        _vary(items, person, palette, lot)
    if "top" not in items:
        items["top"] = Item(
            "top", "shirt" if items.get("over") else "tee", (236, 234, 230) if items.get("over") else palette
        )
    tops = {found.slot for worn in look.worn if (found := find(worn.noun)) is not None}
    if everyday and "top" in tops:  # what was chosen by lot makes room
        items.pop("over", None)
        items.pop("front", None)
    for worn in look.worn:
        _put(items, worn)
    if not person.female and items["top"].kind in {"swimsuit", "bikini"}:
        items["legs"] = Item("legs", "shorts", items["top"].colour)
        items["top"] = Item("top", "bare", person.skin)
    _recolour(items, look)
    return Outfit(items)


def _recolour(items: dict[str, Item], look: Look) -> None:
    """The colours and the pattern that were said of the person as a whole go on the outermost piece."""
    if look.colours and not skin_said(look):
        slot = "over" if "over" in items else "top"
        if not any(w.colour and (found := find(w.noun)) and found.slot == slot for w in look.worn):
            item = items[slot]
            items[slot] = Item(
                slot,
                item.kind,
                look.colours[0],
                look.colours[1] if len(look.colours) > 1 else item.second,
                look.pattern,
            )
    elif look.pattern:
        item = items["top"]
        items["top"] = Item("top", item.kind, item.colour, item.second, look.pattern)


_BLUES: tuple[Rgb, ...] = ((63, 91, 132), (46, 62, 92), (92, 120, 158), (58, 62, 72))
_LEATHERS: tuple[Rgb, ...] = ((58, 44, 40), (106, 70, 46), (40, 38, 44), (150, 104, 70))


def _vary(items: dict[str, Item], person: Person, palette: Rgb, lot: random.Random) -> None:
    """Everyday clothes in colours by lot, now and then with a pattern; no two people in a crowd dress alike."""
    top, legs, feet = items["top"], items["legs"], items["feet"]
    if top.kind in {"tee", "shirt", "sweater", "dress", "hoodie", "tank"}:
        chances = {"tee": "striped", "dress": "floral" if person.female else None, "shirt": "checkered"}
        pattern = chances.get(top.kind) if lot.random() < 0.24 else None
        items["top"] = Item("top", top.kind, palette, pattern=pattern)
    if legs.kind == "trousers":
        items["legs"] = Item("legs", "trousers", lot.choice(_BLUES) if person.age != "elderly" else lot.choice(_LEGS))
    elif legs.kind == "skirt":
        items["legs"] = Item("legs", "skirt", lot.choice(_LEGS))
    if feet.kind == "shoe":
        items["feet"] = Item("feet", "shoe", lot.choice(_LEATHERS))
    over = items.get("over")
    if over and over.kind == "jacket":
        items["over"] = Item("over", "jacket", lot.choice(((77, 90, 72), (58, 70, 104), (96, 62, 44), (48, 46, 54))))


# Suits of one piece, trousers and all.
_WHOLE = {
    "spacesuit", "hero", "turnout", "chef", "scrubs", "gi", "pyjamas", "samue", "armour", "santa", "onesie", "clown",
    "wetsuit",
}  # fmt: skip


def _put(items: dict[str, Item], worn: Worn) -> None:
    """Put something on, with what goes with it."""
    if worn.noun in SETS:
        for number, spec in enumerate(SETS[worn.noun]):
            piece = read_worn(spec)
            _put(items, Worn(piece.noun, worn.colour or piece.colour) if number == 0 else piece)
        return
    found = find(worn.noun)
    if found is None:
        return
    item = _coloured(found, worn)
    items[item.slot] = item
    words = set(worn.noun.split())
    if item.kind == "blazer" and words & {"suit", "tuxedo", "tailcoat"}:
        formal = not words & {"suit"}
        items["legs"] = Item("legs", "trousers", item.colour)
        items["top"] = Item("top", "shirt", (242, 242, 244))
        items["feet"] = Item("feet", "shoe", (34, 30, 32))
        items.setdefault("neck", Item("neck", "bowtie" if formal else "tie", (34, 34, 42) if formal else (138, 44, 56)))
    elif item.slot == "top" and item.kind in _WHOLE:
        items["legs"] = Item("legs", "trousers", item.colour if item.kind != "chef" else (58, 60, 68))
        if item.kind == "wetsuit":
            items["feet"] = Item("feet", "bare", item.colour)
    elif item.kind == "uniform":
        items["legs"] = Item("legs", "trousers", darken(item.colour, 0.25))
        items["feet"] = Item("feet", "shoe", (34, 30, 32))
    elif item.kind == "overalls" and items.get("top", item).kind in {"dress", "gown"}:
        items["top"] = Item("top", "tee", items["top"].colour)
    elif item.kind == "samurai":
        items["legs"] = Item("legs", "hakama", (44, 48, 68))
    elif item.kind in {"swimsuit", "bikini"} or (item.kind == "shorts" and words & {"swim", "swimming", "board"}):
        items["feet"] = Item("feet", "bare", item.colour)
        if item.kind != "shorts":
            items["legs"] = Item("legs", "bare", item.colour)
        elif items.get("top", item).kind == "tee":
            items["top"] = Item("top", "bare", item.colour)
    elif item.slot == "top" and (CUTS[item.kind].skirt > 0.3 or item.kind == "tutu"):
        items["legs"] = Item("legs", "bare", item.colour)


def _everyday(person: Person, which: int) -> tuple[str, ...]:
    if person.age == "baby":
        return ("onesie#f0d9a8", "barefoot")
    if person.age == "child":
        return (
            ("dress", "sneaker#f0f0f0"),
            ("t-shirt", "shorts", "sneaker"),
            ("hoodie", "jeans"),
            ("overalls", "t-shirt"),
        )[which if person.female else max(1, which)]
    if person.age == "elderly":
        return (
            ("sweater", "trousers"),
            ("shirt", "vest"),
            ("shirt", "sweater"),
            ("cardigan", "skirt") if person.female else ("sweater",),
        )[which]
    if person.female:
        return (("dress",), ("sweater", "jeans"), ("blouse", "skirt"), ("t-shirt", "jeans", "sneaker#f0f0f0"))[which]
    return (
        ("t-shirt", "jeans", "sneaker#f0f0f0"),
        ("shirt", "chinos"),
        ("sweater", "jeans"),
        ("t-shirt", "jacket", "jeans"),
    )[which]
