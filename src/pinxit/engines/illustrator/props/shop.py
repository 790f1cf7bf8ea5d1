"""Town buildings: shop fronts, bar, skyscraper, church."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.building import STONE, WARM, Area, awning, bricks, foot, panel_door, tiles, window
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic
from pinxit.engines.illustrator.rigs.wire import struts
from pinxit.engines.illustrator.shapes import box, ellipse, union

GOODS: tuple[Rgb, ...] = (
    (206, 74, 66),
    (240, 190, 92),
    (94, 146, 120),
    (84, 120, 170),
    (226, 214, 188),
    (164, 100, 70),
)


def _display(pen: Pen, area: Area, look: Look, trim: Rgb) -> None:  # limit: one drawing, layer upon layer
    """A shop window with shelves of goods behind glass."""
    x, y, wide, tall = area.x, area.y, area.wide, area.tall
    pen.fill(box(x - 3, y - 3, wide + 6, tall + 6, 1), trim, "round", line=0.8)
    pane = box(x, y, wide, tall)
    lit = look.night
    inside = Gradient(
        (x, y), (x, y + tall), ((0, WARM[0] if lit else (150, 140, 134)), (1, WARM[1] if lit else (92, 84, 90)))
    )
    (pen.glow if lit else pen.decal)(pane, inside)
    books = "book" in look.noun
    rng = look.random(f"goods{x}")
    with pen.on(pane):
        for shelf in (y + tall * 0.5, y + tall - 4):
            px = x + 4
            while px < x + wide - 7:
                size = rng.uniform(3, 5) if books else rng.uniform(7, 13)
                high = rng.uniform(11, 16) if books else size * rng.uniform(0.6, 1.2)
                tone = rng.choice(GOODS)
                if books:
                    pen.decal(box(px, shelf - high, size, high), tone)
                else:
                    pen.decal(
                        organic(
                            f"{px},{shelf} {px},{shelf - high * 0.6} "
                            f"{px + size / 2},{shelf - high} {px + size},{shelf - high * 0.6} "
                            f"{px + size},{shelf}"
                        ),
                        mix(tone, (214, 160, 90), 0.4),
                    )
                px += size + (0.6 if books else 2.5)
            pen.decal(box(x, shelf, wide, 2.4), (96, 66, 46))
        if lit:
            pen.glow(ellipse(x + wide / 2, y + 8, wide * 0.4), (255, 240, 190), alpha=0.6, blur=8)
        else:
            for shift, span in ((0.0, 0.2), (0.35, 0.08)):
                left = x + wide * shift
                pen.decal(
                    facet(
                        f"{left + 30},{y} {left + 30 + wide * span},{y} "
                        f"{left + wide * span},{y + tall} {left},{y + tall}"
                    ),
                    (255, 255, 255),
                    alpha=0.2,
                )
    pen.line(box(x, y, wide, tall), darken(trim, 0.35), 1.4)


@thing(
    "shop",
    "cafe",
    "café",
    "bakery",
    "bookstore",
    "bookshop",
    "coffee shop",
    "store",
    "storefront",
    "shopfront",
    "restaurant",
    "flower shop",
    "pizzeria",
    "market",
    "kiosk",
    "bistro",
    "boutique",
    cm=650,
    kind="building",
)
def draw(pen: Pen, look: Look) -> None:
    """A front with a sign, a striped awning, display windows, a glazed door; two windows above."""
    paint = look.colour((44, 104, 98))
    stripe = look.colour((250, 244, 230), 1)
    rng = look.random("shop")
    wall = box(-100, -190, 200, 192)
    pen.fill(wall, look.part("wall", (214, 150, 116)), "round")
    bricks(pen, wall, (206, 138, 106), (13, 6), rng, 0.6)
    pen.fill(box(-106, -196, 212, 9, 2), (244, 234, 216), "round")
    for x in (-72, -16, 40):
        window(pen, Area(x, -180, 32, 40), look)
    pen.fill(box(-102, -104, 204, 106, 1), paint, "round")
    _display(pen, Area(-92, -78, 68, 56), look, lighten(paint, 0.12))
    _display(pen, Area(24, -78, 68, 56), look, lighten(paint, 0.12))
    door = box(-18, -78, 36, 78, 1)
    pen.fill(door, look.part("door", darken(paint, 0.25)), "round")
    pane = box(-11, -70, 22, 44, 2)
    (pen.glow if look.night else pen.decal)(pane, WARM[0] if look.night else (120, 150, 160))
    if not look.night:
        pen.decal(facet("-8,-26 4,-70 10,-70 -2,-26"), (255, 255, 255), alpha=0.3)
    pen.fill(box(8, -36, 3, 14, 1.5), (226, 184, 90), "metal", line=0.4)
    for x in (-92, 24):
        pen.line(box(x, -15, 68, 12, 1), lighten(paint, 0.25), 1.4)
    awning(pen, Area(-100, -104, 200, 24), (look.part("awning", paint), stripe), 12)
    pen.fill(box(-98, -130, 196, 26, 3), darken(paint, 0.3), "round")
    pen.line(box(-95, -127, 190, 20, 2), (226, 190, 110), 1.4)
    pen.anchor("text", 0, -117, 168)
    for x in (-108, 92):
        pen.fill(facet(f"{x},-20 {x + 18},-20 {x + 15},2 {x + 3},2", 2), (186, 106, 72), "round", line=0.8)
        for _ in range(12):
            pen.fill(
                ellipse(x + rng.uniform(1, 17), -24 - rng.uniform(0, 17), 6),
                mix((78, 136, 72), (140, 180, 90), rng.random()),
                "soft",
                line=0.3,
            )
    pen.fill(box(-24, -3, 48, 5, 1), STONE, "round", line=0.6)
    pen.anchor("inside", 0, -30, 30)


@thing("bar", "pub", "night club", "diner", "nightclub", "tavern", "cocktail bar", "jazz club", cm=520, kind="building")
def draw_bar(pen: Pen, look: Look) -> None:
    """A dark brick front with a neon sign, lit windows, a lamp over the door."""
    neon = look.colour((255, 70, 150))
    other = look.colour((80, 214, 255), 1)
    wall = box(-110, -156, 220, 158)
    tone: Rgb = (96, 60, 66)
    pen.fill(wall, tone, "round")
    bricks(pen, wall, tone, (14, 6.5), look.random("bar"), 0.8)
    pen.fill(box(-116, -164, 232, 11, 2), (66, 50, 60), "round")
    for x in (-96, 36):
        pen.fill(box(x - 3, -76, 66, 54, 2), (52, 36, 40), "round")
        glass = box(x, -73, 60, 48)
        pen.glow(glass, Gradient((x, -73), (x, -25), ((0, (250, 190, 100)), (1, (170, 84, 60)))))
        with pen.on(glass):
            for i in range(6):
                bx = x + 5 + i * 9.4
                pen.decal(
                    facet(
                        f"{bx},-26 {bx},-42 {bx + 2},-48 {bx + 2},-54 {bx + 4},-54 {bx + 4},-48 "
                        f"{bx + 6},-42 {bx + 6},-26",
                        1,
                    ),
                    darken(GOODS[i % 6], 0.4),
                )
        pen.line(bars(f"{x + 30},-73 {x + 30},-25"), (52, 36, 40), 2)
    panel_door(pen, Area(-19, -80, 38, 80), look.part("door", (122, 44, 46)), (52, 36, 40))
    pen.fill(box(-100, -144, 200, 46, 8), (30, 26, 40), "round")
    pen.line(box(-95, -139, 190, 36, 8), neon, 9, alpha=0.35, glow=True, blur=4)
    pen.line(box(-95, -139, 190, 36, 8), neon, 3, glow=True)
    pen.line(box(-95, -139, 190, 36, 8), lighten(neon, 0.7), 1.2, glow=True)
    pen.glow(ellipse(0, -92, 120, 26), neon, alpha=0.22, blur=18)
    pen.anchor("text", 0, -121, 164)
    glass_line = "86,-196 112,-196 99,-180 86,-196|99,-180 99,-168|92,-167 106,-167"
    pen.line(bars(glass_line), other, 7, alpha=0.35, glow=True, blur=4)
    pen.line(bars(glass_line), other, 2.6, glow=True)
    pen.line(bars("99,-166 99,-158"), (60, 60, 70), 2)
    pen.anchor("inside", 0, -30, 30)


@thing("church", "chapel", "temple church", cm=1800, kind="building")
def draw_church(pen: Pen, look: Look) -> None:
    """A nave with coloured windows and a steeple with a bell and a cross."""
    wall = look.colour((240, 234, 222))
    roof = look.part("roof", look.colour((96, 104, 122), 1))
    rng = look.random("church")
    nave = box(-34, -78, 136, 80)
    pen.fill(nave, wall, "round")
    bricks(pen, nave, wall, (13, 7), rng, 0.16)
    tiles(pen, facet("-30,-76 -14,-122 92,-122 110,-76", 1), roof, rng, 8)
    for x in (6, 38, 70):
        _stained(pen, x, -64, 18, 42, look)
    tower = box(-86, -128, 56, 130)
    pen.fill(tower, wall, "round")
    bricks(pen, tower, wall, (13, 7), rng, 0.16)
    tiles(pen, facet("-92,-126 -58,-212 -24,-126"), roof, rng, 7)
    struts(pen, "-58,-210 -58,-236|-66,-227 -50,-227", (216, 176, 84), 3.2, "metal", 0.7)
    arch = union(ellipse(-58, -104, 11), box(-69, -104, 22, 20))
    pen.fill(arch, (70, 60, 70), "flat")
    pen.fill(organic("-66,-86 -63,-100 -58,-105 -53,-100 -50,-86"), (216, 172, 76), "glossy", line=0.6)
    pen.fill(ellipse(-58, -66, 11), STONE, "round")
    _stained(pen, -66, -74, 16, 16, look)
    door = union(ellipse(-58, -26, 14), box(-72, -26, 28, 28))
    pen.fill(door, look.part("door", (124, 74, 48)), "round")
    pen.line(bars("-58,-40 -58,2"), (70, 40, 30), 1.4)
    foot(pen, -92, 106, (106, 152, 84), rng)


def _stained(pen: Pen, x: float, y: float, wide: float, tall: float, look: Look) -> None:
    shape = (
        ellipse(x + wide / 2, y + wide / 2, wide / 2)
        if tall == wide
        else union(ellipse(x + wide / 2, y + wide / 2, wide / 2), box(x, y + wide / 2, wide, tall - wide / 2))
    )
    pen.fill(shape, (60, 60, 90), "flat", line=0.8)
    with pen.on(shape):
        paints: tuple[Rgb, ...] = ((206, 60, 66), (64, 116, 196), (240, 190, 70), (70, 150, 110))
        for i in range(int(tall / 6) + 1):
            for k in range(3):
                cell = box(x + k * wide / 3 + 0.6, y + i * 6 + 0.6, wide / 3 - 1.2, 5)
                tone = paints[(i * 2 + k) % 4]
                (pen.glow if look.night else pen.decal)(cell, lighten(tone, 0.25) if look.night else tone)
