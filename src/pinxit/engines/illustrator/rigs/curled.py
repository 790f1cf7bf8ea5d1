"""The animal curled up asleep: a round back, the head on its paws, the tail wrapped round."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import darken, mix
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.muzzles import draw_face
from pinxit.engines.illustrator.shapes import ellipse, smooth, tube


def draw_curled(pen: Pen, look: Look, species: Coat) -> None:
    """Draw the animal; anchors: head, eyes, face, mouth, neck, body, back, seat, hand."""
    coat = species.dressed(look)
    back = smooth([(-86, -20), (-74, -62), (-30, -88), (26, -88), (76, -62), (94, -26), (84, 0), (0, 3), (-74, 0)])
    pen.fill(back, coat.fur, "soft")
    with pen.on(back):
        _pattern(pen, coat)
    thigh = ellipse(52, -27, 34, 29, -12)
    limb = coat.dark if coat.has("socks", "panda") else coat.light if coat.has("mitts") else coat.fur
    pen.fill(thigh, coat.dark if coat.has("panda") else coat.fur, "soft", line=0.7)
    pen.anchor("back", 10, -80, 120)
    pen.anchor("seat", 10, -84, 90)
    pen.anchor("body", 10, -50, 150)
    _tail(pen, coat)
    pen.fill(tube([(-20, -16), (-56, -8), (-88, -9)], [18, 19, 19]), limb, "soft", line=0.9)
    pen.fill(tube([(10, -10), (-18, -8), (-44, -8)], [18, 19, 18]), limb, "soft", line=0.9)
    pen.anchor("hand", -60, -10, 26)
    pen.anchor("hand2", -84, -12, 24)
    size = (46 if look.cute else 40) * (0.86 if coat.has("mane") else 1.0)
    pen.decal(ellipse(-42, -20, size * 0.9, 12), darken(coat.fur, 0.5), alpha=0.35, blur=5)
    pen.anchor("neck", -12, -36, 56)
    height = 62 if coat.has("mane") else 44
    with pen.at(-44, -height, turn=-6):
        draw_face(pen, look, coat, (0, 0, size, size * 0.86))


def _pattern(pen: Pen, coat: Coat) -> None:
    if coat.has("panda"):
        pen.decal(ellipse(-30, -50, 44, 60, 12), coat.dark)
    if coat.has("saddle", "tricolour"):
        pen.decal(ellipse(20, -84, 62, 30), coat.dark)
    if coat.has("spines"):
        pen.decal(smooth([(-60, -40), (0, -60), (90, -40), (110, -110), (-80, -110)]), coat.dark)
    if coat.has("stripes"):
        for i in range(6):
            x = -16 + 20 * i
            bar = [(x - 5, -96), (x + 4, -96), (x + 9, -72), (x + 8, -54 - 6 * (i % 2)), (x + 2, -70)]
            pen.decal(smooth(bar), coat.dark)
    if coat.has("spots", "rosettes", "patches"):
        for i in range(22):
            x, y = -20 + (i * 37) % 108, -80 + (i * 23) % 56
            pen.decal(ellipse(x, y, 4.6, 3.8, 20), coat.dark)
            if coat.has("rosettes"):
                pen.decal(ellipse(x + 0.6, y + 0.4, 2), mix(coat.fur, coat.dark, 0.3))
    pen.decal(ellipse(0, 2, 90, 14), darken(coat.fur, 0.4), alpha=0.4, blur=5)


def _tail(pen: Pen, coat: Coat) -> None:
    """A long tail comes round from behind and lies along the ground."""
    thick = {"bushy": 36, "ringed": 34, "banded": 30, "squirrel": 42, "plume": 22, "thin": 15, "tassel": 11, "bare": 8}
    width = thick.get(coat.tail)
    if width is None:
        return
    line = [(88, -28), (92, -width * 0.5 + 1), (58, -width * 0.5 + 2), (18, -width * 0.5 + 2)]
    tone = (232, 160, 158) if coat.tail == "bare" else coat.dark if coat.has("points") else coat.fur
    path = tube(line, [width * 0.7, width, width, width * 0.5])
    pen.fill(path, tone, "soft", line=0.9)
    with pen.on(path):
        if coat.has("tailtip") or coat.tail == "plume":
            pen.decal(ellipse(16, -width * 0.5, 20, width * 0.7), coat.light)
        if coat.tail in {"ringed", "banded"} or coat.has("stripes"):
            ring = coat.light if coat.tail == "ringed" else coat.dark
            for x in (36, 56, 76):
                pen.decal(ellipse(x, -width * 0.5, 4.4, width * 0.8, 8), ring)
        if coat.tail == "tassel":
            pen.decal(ellipse(18, -width * 0.5, 14, width), coat.dark)
