"""Garments by themselves, as on a tailor's form: suits, aprons, armour, costumes."""

from __future__ import annotations

from pinxit.engines.illustrator.look import Look, Thing, add
from pinxit.engines.illustrator.pen import Drawing, Pen
from pinxit.engines.illustrator.rigs.tailored import dress
from pinxit.engines.illustrator.shapes import capsule, smooth

_CARDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("suit", ("business suit",)),
    ("tuxedo", ("dinner jacket",)),
    ("uniform", ("police uniform", "military uniform")),
    ("chef jacket", ("chef coat",)),
    ("vest", ("waistcoat",)),
    ("apron", ("kitchen apron",)),
    ("hawaiian shirt", ("aloha shirt",)),
    ("tutu", ("ballet dress",)),
    ("kimono", ("yukata",)),
    ("robe", ("bathrobe", "wizard robe")),
    ("overalls", ("dungarees", "overall", "dungaree")),
    ("armour", ("armor", "breastplate", "suit of armor", "knight armor", "plate armor")),
    ("space suit", ("spacesuit", "astronaut suit")),
    ("life jacket", ("life vest",)),
    ("superhero suit", ("superhero costume", "superhero outfit")),
    ("firefighter coat", ()),
    ("sailor suit", ("sailor uniform",)),
    ("clown suit", ("clown costume",)),
    ("ninja suit", ()),
    ("santa suit", ()),
    ("safety vest", ("hi-vis vest",)),
    ("scrubs", ("scrub",)),
    ("royal cape", ("royal mantle",)),
    ("space helmet", ("astronaut helmet",)),
)


def _form() -> Drawing:
    """Arms and a trunk that only give the cloth its outline."""
    pen = Pen()
    for side in (1, -1):
        pen.fill(capsule(side * 36, -130, side * 62, -26, 29, 21), (200, 190, 176))
    half = [(0, -150), (24, -148), (44, -132), (40, -90), (36, -62), (44, -30), (40, -2), (0, 0)]
    pen.fill(smooth([*half, *[(-x, y) for x, y in reversed(half[1:-1])]]), (200, 190, 176))
    pen.anchor("body", 0, -90, 84)
    pen.anchor("neck", 0, -136, 44)
    pen.anchor("head", 0, -204, 64)
    return pen.drawing


def draw(pen: Pen, look: Look) -> None:
    """The garment without anybody in it."""
    form = _form()
    cloth = dress(form, [look])
    own = {id(item.path) for item in form.items}
    pen.drawing.items = [item for item in cloth.items if id(item.path) not in own]
    pen.anchor("text", 0, -92, 64)


def _fill_cards() -> None:
    for name, aliases in _CARDS:
        add(Thing(name, draw, 30 if "helmet" in name else 80, aliases, "clothes", "body"))


_fill_cards()
