"""A stable: loose boxes with half doors, a hayloft and a horse that looks out."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import Area, boards, foot, tiles
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.wire import struts, wires
from pinxit.engines.illustrator.shapes import box, ellipse


def _half_door(pen: Pen, area: Area, paint: Rgb) -> None:
    """The lower leaf with its cross of planks, and the upper one folded back on the wall."""
    x, y, wide, tall = area.x, area.y, area.wide, area.tall
    leaf = box(x - 2, y + tall * 0.5, wide + 4, tall * 0.5, 1)
    pen.fill(leaf, paint, "flat")
    boards(pen, leaf, paint, 7, upright=True)
    struts(
        pen,
        f"{x},{y + tall * 0.53} {x + wide},{y + tall - 3}|{x + wide},{y + tall * 0.53} {x},{y + tall - 3}",
        (250, 246, 236),
        4,
        "flat",
        0.4,
    )
    pen.fill(box(x - 3, y + tall * 0.48, wide + 6, 5, 1), (250, 246, 236), "flat", line=0.5)
    upper = box(x + wide + 5, y + 2, wide * 0.42, tall * 0.47, 1)
    pen.fill(upper, darken(paint, 0.16), "flat", line=0.8)
    struts(
        pen,
        f"{x + wide + 6},{y + 12} {x + wide * 1.38},{y + 12}|{x + wide + 6},{y + tall * 0.4} {x + wide * 1.38},{y + tall * 0.4}",
        (60, 58, 62),
        2,
        "flat",
        0.3,
    )


def _horse(pen: Pen, x: float, y: float, coat: Rgb) -> None:
    """Head and neck over the half door, a blaze down the face."""
    with pen.at(x, y):
        pen.fill(organic("-22,8 -20,-14 -8,-32 4,-40 20,-30 22,-6 22,8"), coat, "round", line=0.9)
        pen.fill(organic("-8,-34 -4,-50 2,-38"), coat, "round", line=0.7)
        pen.fill(organic("6,-38 12,-52 16,-36"), coat, "round", line=0.7)
        pen.fill(
            organic("-6,-36 4,-42 16,-34 18,-22 12,-4 12,10 4,16 -4,10 -4,-4 -10,-22"),
            lighten(coat, 0.08),
            "round",
            line=0.8,
        )
        pen.fill(organic("-2,0 10,0 13,8 10,16 4,18 -2,16 -5,8"), lighten(coat, 0.4), "soft", line=0.5)
        pen.fill(organic("2,-34 6,-34 6,-12 4,-6 2,-12"), (252, 248, 240), "flat", line=0.3)
        pen.fill(organic("-2,-40 4,-46 10,-40 6,-26 0,-28"), darken(coat, 0.6), "flat", line=0.5)
        for side in (-6.5, 14.5):
            pen.fill(ellipse(side, -18, 2, 2.6), (26, 18, 20), "flat", line=0.3)
        for side in (0.5, 7.5):
            pen.fill(ellipse(side, 9, 1.2, 1.8), darken(coat, 0.7), "flat", line=0)


@thing("stable", "horse stable", "stables", "riding stable", cm=450, kind="building")
def draw(pen: Pen, look: Look) -> None:  # limit: one picture, from back to front
    """Timber walls on a stone foot, a tiled roof with a cupola, two boxes, lantern, hay and a bucket."""
    wall: Rgb = look.colour((178, 116, 72))
    roof: Rgb = look.part("roof", look.colour((112, 92, 92), 1))
    door: Rgb = look.part("door", (70, 112, 92))
    rng = look.random("stable")
    pen.fill(box(-20, -184, 40, 30, 1), lighten(wall, 0.3), "round")
    struts(pen, "-13,-176 13,-176|-13,-170 13,-170|-13,-164 13,-164", darken(wall, 0.4), 1.6, "flat", 0.25)
    pen.fill(facet("-27,-182 0,-204 27,-182", 1), roof, "round")
    struts(pen, "0,-204 0,-224|-14,-214 16,-214", (60, 58, 62), 1.8, "flat", 0.3)
    pen.fill(facet("12,-219 22,-214 12,-209"), (60, 58, 62), "flat", line=0.3)
    pen.fill(
        organic("-12,-228 -8,-224 0,-226 5,-234 9,-231 13,-229 9,-227 6,-219 -4,-218 -10,-221"),
        (60, 58, 62),
        "flat",
        line=0.3,
    )
    tiles(pen, facet("-150,-94 -112,-160 112,-160 150,-94", 2), roof, rng, 9)
    body = box(-134, -96, 268, 97)
    pen.fill(body, wall, "flat")
    boards(pen, body, wall, 9, upright=True)
    pen.fill(box(-136, -14, 272, 15, 1), (168, 162, 154), "flat", line=0.8)
    for joint in range(-134, 130, 22):
        struts(pen, f"{joint + rng.uniform(0, 6)},-13 {joint + 4},0", (110, 106, 102), 1.2, "flat", 0.15)
    pen.fill(box(-140, -102, 280, 8, 1), darken(wall, 0.4), "round", line=0.8)
    for post in (-134.0, -5.0, 124.0):
        pen.fill(box(post, -96, 10, 97), darken(wall, 0.3), "flat", line=0.7)
    for x, taken in ((-104.0, True), (22.0, False)):
        pen.fill(box(x - 4, -88, 58, 89, 1), (250, 246, 236), "flat", line=0.8)
        pen.fill(box(x, -84, 50, 85), (46, 34, 34), "flat", line=0.5)
        if taken:
            _horse(pen, x + 24, -48, (150, 92, 56))
        else:
            pen.fill(
                organic(f"{x},-40 {x + 10},-54 {x + 28},-58 {x + 44},-50 {x + 50},-38"),
                (230, 190, 92),
                "soft",
                line=0.6,
            )
            wires(
                pen,
                f"{x + 8},-42 {x + 16},-54|{x + 22},-44 {x + 26},-56|{x + 36},-42 {x + 40},-52",
                (170, 128, 50),
                1.4,
                "flat",
                0.2,
            )
        _half_door(pen, Area(x, -84, 50, 85), door)
    pen.fill(box(100, -26, 42, 27, 2), (232, 194, 96), "soft")
    wires(pen, "102,-18 140,-20|102,-8 140,-10|110,-26 110,0|131,-26 131,0", (170, 126, 48), 1.4, "flat", 0.25)
    pen.fill(facet("-128,-18 -110,-18 -113,1 -125,1", 2), (150, 160, 172), "metal", line=0.8)
    foot(pen, -146, -106, (106, 152, 84), rng)
    foot(pen, 74, 102, (106, 152, 84), rng)
    pen.anchor("text", 0, -99, 120)
    pen.anchor("top", 0, -160, 160)
    pen.anchor("inside", 47, -44, 40)
