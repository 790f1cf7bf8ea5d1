"""Streets in perspective and skylines: facades with shop fronts and windows, roads, pavements, wet reflections."""

from __future__ import annotations

import random
from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, fade, halo
from pinxit.engines.illustrator.shapes import Point, box, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage

LAMP: Rgb = (255, 206, 124)
PLASTER: tuple[Rgb, ...] = (
    (222, 186, 140),
    (196, 116, 92),
    (232, 214, 180),
    (150, 166, 160),
    (206, 150, 112),
    (176, 140, 128),
)
AWNING: tuple[Rgb, ...] = ((178, 54, 50), (44, 106, 98), (214, 152, 60), (58, 82, 128), (122, 62, 92))


@dataclass(frozen=True, slots=True)
class Street:
    """A straight street that runs to a vanishing point. Depth 1 is some steps away, bigger is further.

    `half` is half its width on the picture at depth 1, `drop` how far the ground lies under the horizon there and
    `rise` how far the eaves are above it.
    """

    centre: float
    horizon: float
    half: float
    drop: float = 190.0
    rise: float = 760.0

    def at(self, side: float, depth: float, level: float) -> Point:
        """The picture's point at `side` (-1 and 1 are the house fronts), `level` 0 on the ground, 1 at the eaves."""
        return (
            self.centre + side * self.half / depth,
            self.horizon + (self.drop - (self.drop + self.rise) * level) / depth,
        )

    def quad(self, side: float, depths: Point, levels: Point) -> skia.Path:
        """A patch of the house fronts between two depths and two levels."""
        (near, far), (low, high) = depths, levels
        return polygon(
            [self.at(side, near, low), self.at(side, far, low), self.at(side, far, high), self.at(side, near, high)]
        )

    def strip(self, sides: Point, depths: Point, level: float = 0.0) -> skia.Path:
        """A patch of the ground between two sides and two depths."""
        (a, b), (near, far) = sides, depths
        return polygon(
            [self.at(a, near, level), self.at(a, far, level), self.at(b, far, level), self.at(b, near, level)]
        )


@dataclass(frozen=True, slots=True)
class House:
    """One house of a row: its side of the street, where it begins and ends, how high, its colour, its storeys."""

    side: float
    near: float
    far: float
    height: float
    rgb: Rgb
    storeys: int = 3
    shop: bool = True


def houses(
    street: Street, side: float, rng: random.Random, tones: tuple[Rgb, ...] = PLASTER, shop: bool = True
) -> list[House]:
    """A row of houses from behind the viewer to the end of the street, the furthest first."""
    row, depth, last = [], 0.3, -1
    while depth < 7:
        far = depth * rng.uniform(1.3, 1.55)
        pick = rng.randrange(len(tones))
        last = pick = (pick + 1) % len(tones) if pick == last else pick
        storeys = rng.choice((2, 3, 3, 4))
        row.append(House(side, depth, far, 0.3 + storeys * 0.2 * rng.uniform(0.94, 1.1), tones[pick], storeys, shop))
        depth = far
    return row[::-1]


def facade(pen: Pen, street: Street, house: House, air: Air, lit: bool) -> None:
    """One house front with its windows, its cornice and its shop."""
    rng = random.Random(round(house.near * 991 + house.side * 17 + house.height * 313))
    far_away = min(0.62, max(0.0, (house.near - 1) * 0.12))
    shade = 0.0 if house.side * (0.5 - air.sun_at[0]) > 0 else 0.24
    rgb = air.at(darken(house.rgb, shade), far_away)
    depths = (house.near, house.far)
    area = street.quad(house.side, depths, (-0.02, house.height))
    top, foot = street.at(house.side, house.near, house.height), street.at(house.side, house.near, 0)
    stops = ((0.0, lighten(rgb, 0.1)), (0.6, rgb), (1.0, darken(rgb, 0.22)))
    pen.fill(area, Gradient((0, max(top[1], -200)), (0, foot[1]), stops), "flat", line=0.5)
    pen.decal(street.quad(house.side, depths, (house.height - 0.025, house.height + 0.012)), lighten(rgb, 0.3))
    pen.decal(street.quad(house.side, depths, (house.height - 0.04, house.height - 0.025)), darken(rgb, 0.4), alpha=0.7)
    _windows(pen, street, house, (rgb, air.at((64, 78, 104), far_away)), lit)
    if house.shop:
        _shop(pen, street, house, air, lit)
    edge = polygon(
        [
            street.at(house.side, house.far, 0),
            street.at(house.side, house.far, house.height),
            street.at(house.side, house.far * 0.985, house.height),
            street.at(house.side, house.far * 0.985, 0),
        ]
    )
    pen.decal(edge, darken(rgb, 0.5), alpha=0.5)
    rng.random()


def _columns(house: House) -> list[Point]:
    """The depths between which each column of windows lies: even in the world, so uneven on the picture."""
    count = max(2, round((house.far - house.near) / house.near * 7.5))
    step = (house.far - house.near) / count
    return [(house.near + step * (i + 0.24), house.near + step * (i + 0.76)) for i in range(count)]


def _windows(pen: Pen, street: Street, house: House, tones: tuple[Rgb, Rgb], lit: bool) -> None:
    rng = random.Random(round(house.near * 1013 + house.side * 5))
    wall, pane = tones
    frames, panes, warm, sills, bars = (skia.Path() for _ in range(5))
    base = 0.3 if house.shop else 0.1
    step = (house.height - 0.06 - base) / house.storeys
    for storey in range(house.storeys):
        low, high = base + step * (storey + 0.2), base + step * (storey + 0.8)
        for near, far in _columns(house):
            pad = (far - near) * 0.14
            frames.addPath(street.quad(house.side, (near - pad, far + pad), (low - 0.012, high + 0.016)))
            target = warm if lit and rng.random() < 0.42 else panes
            target.addPath(street.quad(house.side, (near, far), (low, high)))
            sills.addPath(street.quad(house.side, (near - pad * 2, far + pad * 2), (low - 0.03, low - 0.012)))
            middle = (near * far) ** 0.5
            bars.addPath(street.quad(house.side, (middle * 0.996, middle * 1.004), (low, high)))
            bars.addPath(street.quad(house.side, (near, far), ((low + high) / 2 + 0.02, (low + high) / 2 + 0.026)))
    pen.decal(frames, lighten(wall, 0.42), alpha=0.85)
    x0, x1 = street.at(house.side, house.near, 0)[0], street.at(house.side, house.far, 0)[0]
    sheen = ((0.0, darken(pane, 0.3)), (0.5, lighten(pane, 0.26)), (1.0, pane))
    pen.decal(panes, Gradient((x0, 0), (x1, 300), sheen))
    pen.glow(warm, mix(LAMP, (255, 170, 90), 0.2 * (house.near % 1)))
    pen.decal(bars, darken(wall, 0.3), alpha=0.7)
    pen.decal(sills, darken(wall, 0.34), alpha=0.8)


def _shop(pen: Pen, street: Street, house: House, air: Air, lit: bool) -> None:
    rng = random.Random(round(house.near * 577 + house.side * 3))
    side, near, far = house.side, house.near, house.far
    haze = min(0.55, max(0.0, (near - 1) * 0.12))
    wood = air.at(rng.choice(((74, 58, 52), (48, 76, 74), (110, 60, 50), (60, 66, 92))), haze)
    span = far - near
    pen.decal(street.quad(side, (near + span * 0.03, far - span * 0.03), (0.0, 0.25)), wood)
    pane = street.quad(side, (near + span * 0.1, near + span * 0.62), (0.045, 0.185))
    door = street.quad(side, (near + span * 0.7, near + span * 0.9), (0.0, 0.185))
    x0, x1 = street.at(side, near, 0)[0], street.at(side, far, 0)[0]
    if lit:
        pen.glow(pane, Gradient((x0, 0), (x1, 0), ((0.0, (255, 226, 158)), (1.0, (246, 172, 92)))))
        pen.glow(door, (214, 140, 76), alpha=0.8)
    else:
        glass = air.at((120, 148, 160), haze)
        pen.decal(
            pane,
            Gradient(
                (x0, 0), (x1, 160), ((0.0, darken(glass, 0.4)), (0.5, lighten(glass, 0.3)), (1.0, darken(glass, 0.2)))
            ),
        )
        pen.decal(door, darken(wood, 0.4))
    goods = skia.Path()
    for i in range(7):
        d = near + span * (0.13 + 0.065 * i)
        goods.addPath(street.quad(side, (d, d + span * 0.045), (0.045, 0.07 + 0.035 * rng.random())))
    pen.decal(goods, darken(wood, 0.2), alpha=0.75)
    pen.decal(street.quad(side, (near + span * 0.06, far - span * 0.06), (0.205, 0.245)), lighten(wood, 0.2))
    if rng.random() < 0.75:
        _awning(pen, street, house, air.at(rng.choice(AWNING), haze), air.at((240, 232, 214), haze))


def _awning(pen: Pen, street: Street, house: House, rgb: Rgb, pale: Rgb) -> None:
    side, near, far = house.side, house.near, house.far
    count = 8
    inner, outer = 1.0, 0.84
    stripes = (skia.Path(), skia.Path())
    for i in range(count):
        a, b = near + (far - near) * i / count, near + (far - near) * (i + 1) / count
        stripes[i % 2].addPath(
            polygon(
                [
                    street.at(side * inner, a, 0.205),
                    street.at(side * inner, b, 0.205),
                    street.at(side * outer, b, 0.165),
                    street.at(side * outer, b, 0.145),
                    street.at(side * outer, a, 0.145),
                    street.at(side * outer, a, 0.165),
                ]
            )
        )
    for path, tone in zip(stripes, (rgb, pale), strict=True):
        pen.decal(path, tone)
    drop = polygon(
        [
            street.at(side * outer, near, 0.165),
            street.at(side * outer, far, 0.165),
            street.at(side * outer, far, 0.145),
            street.at(side * outer, near, 0.145),
        ]
    )
    pen.decal(drop, (30, 20, 30), alpha=0.25)


def road(
    stage: Stage, street: Street, air: Air, rgb: Rgb = (112, 112, 118), cobbled: bool = False
) -> None:  # limit: one drawing, a list of its parts from back to front
    """The carriageway with its pavements on the middle layer, before the houses."""
    pen = stage.middle
    near = 0.36
    pave = air.at((172, 164, 154))
    base = box(-EDGE, street.horizon + street.drop / 9, stage.width + 2 * EDGE, 1000)
    pen.fill(
        base,
        Gradient((0, street.horizon), (0, 1000), ((0.0, air.at(pave, 0.3)), (1.0, darken(pave, 0.25)))),
        "flat",
        line=0,
    )
    slabs = skia.Path()
    depth = near
    while depth < 6:
        slabs.moveTo(*street.at(-6, depth, 0))
        slabs.lineTo(*street.at(6, depth, 0))
        depth *= 1.17
    for side in (-1.2, -0.86, 0.86, 1.2):
        slabs.moveTo(*street.at(side, near, 0))
        slabs.lineTo(*street.at(side, 7, 0))
    pen.line(slabs, darken(pave, 0.35), 1.8, alpha=0.5)
    way = street.strip((-0.68, 0.68), (near * 0.8, 9))
    tone = air.at(rgb)
    pen.fill(
        way,
        Gradient(
            (0, street.horizon), (0, 1000), ((0.0, mix(tone, air.haze, 0.3)), (0.4, tone), (1.0, darken(tone, 0.2)))
        ),
        "flat",
        line=0,
    )
    for side in (-1, 1):
        pen.decal(street.strip((side * 0.68, side * 0.72), (near * 0.8, 9)), lighten(pave, 0.3))
        pen.decal(street.strip((side * 0.64, side * 0.68), (near * 0.8, 9)), darken(tone, 0.4), alpha=0.7)
    with pen.on(way):
        if cobbled:
            pen.line(_cobbles(street, near), darken(tone, 0.4), 1.8, alpha=0.5)
        else:
            marks = skia.Path()
            for i in range(9):
                marks.addPath(street.strip((-0.018, 0.018), (0.42 * 1.42**i, 0.42 * 1.42**i * 1.18)))
            pen.decal(marks, lighten(tone, 0.55), alpha=0.65)


def _cobbles(street: Street, near: float) -> skia.Path:
    path = skia.Path()
    depth, row = near, 0
    while depth < 4:
        further = depth * 1.085
        for i in range(-9, 10):
            x, y = street.at((i + row % 2 / 2) * 0.075, depth, 0)
            x2, y2 = street.at((i + 1 + row % 2 / 2) * 0.075, depth, 0)
            path.moveTo(x, y)
            path.quadTo((x + x2) / 2, y - (y - street.at(0, further, 0)[1]) * 0.5, x2, y2)
        depth, row = further, row + 1
    return path


def gleams(pen: Pen, street: Street, air: Air, lit: bool, rng: random.Random) -> None:
    """What wet asphalt mirrors: the sky down the middle, and lit windows in long broken streaks."""
    area = street.strip((-3, 3), (0.2, 8))
    with pen.on(area):
        cx = street.centre
        sheet = polygon(
            [
                (cx - 40, street.horizon),
                (cx + 40, street.horizon),
                (cx + street.half * 0.9, 1010),
                (cx - street.half * 0.9, 1010),
            ]
        )
        pen.glow(sheet, fade((0, street.horizon), (0, 1000), mix(air.low, air.middle, 0.4), (0.6, 0.3, 0.12)))
        for _ in range(14 if lit else 6):
            t = rng.uniform(0.15, 1)
            x = cx + rng.choice((-1, 1)) * street.half * rng.uniform(0.25, 1.5) * (0.3 + t)
            y0 = street.horizon + street.drop * 0.3 + 110 * t
            w, h = 6 + 20 * t, 70 + 210 * t
            tone = rng.choice((LAMP, (255, 150, 96), (255, 226, 170), (150, 190, 255))) if lit else air.cloud
            pen.glow(
                box(x - w / 2, y0, w, h, w / 2), fade((0, y0), (0, y0 + h), tone, (0.0, 0.42 if lit else 0.2, 0.0))
            )
            dashes = skia.Path()
            for _ in range(7):
                y = y0 + h * rng.random()
                dashes.addOval(skia.Rect.MakeLTRB(x - w * 1.6, y - 1.2 - 2 * t, x + w * 1.6, y + 1.2 + 2 * t))
            pen.glow(dashes, tone, alpha=0.26 if lit else 0.16)


def board(pen: Pen, spot: Point, size: Point, rgb: Rgb, glow: Rgb | None = None) -> None:
    """A blank sign board whose middle is at `spot`, with tubes of light round it if `glow` is given."""
    (x, y), (w, h) = spot, size
    pen.decal(box(x - w * 0.5, y - h / 2 - 14, w, 5), (40, 36, 40))
    pen.decal(box(x - w * 0.36, y - h / 2 - 14, 4, 16), (40, 36, 40))
    pen.decal(box(x + w * 0.34, y - h / 2 - 14, 4, 16), (40, 36, 40))
    if glow:
        halo(pen, x, y, w * 1.3, glow, 0.55)
    pen.fill(box(x - w / 2, y - h / 2, w, h, 8), rgb, "flat", line=0.6)
    frame = box(x - w * 0.44, y - h * 0.38, w * 0.88, h * 0.76, 6)
    if glow:
        pen.line(frame, glow, 4, glow=True, blur=5)
        pen.line(frame, lighten(glow, 0.6), 2.2, glow=True)
    else:
        pen.line(frame, lighten(rgb, 0.5), 2.5)


def skyline(pen: Pen, stage: Stage, foot: float, size: tuple[float, float], tones: tuple[Rgb, Rgb | None]) -> None:
    """A row of towers standing at `foot`, of mean (width, height); colours of wall and of lit windows (None: dark)."""
    rng = stage.mood.random(f"skyline{foot}{size}")
    rgb, warm = tones
    blocks, sides, panes, lights = (skia.Path() for _ in range(4))
    x = -EDGE - size[0] * rng.random()
    while x < stage.width + EDGE:
        w, h = size[0] * rng.uniform(0.6, 1.3), size[1] * rng.uniform(0.4, 1.15)
        blocks.addRect(skia.Rect.MakeXYWH(x, foot - h, w, h + 8))
        sides.addRect(skia.Rect.MakeXYWH(x + w * 0.7, foot - h, w * 0.3, h + 8))
        roof = rng.random()
        if roof < 0.25:
            blocks.addRect(skia.Rect.MakeXYWH(x + w * 0.2, foot - h - size[1] * 0.06, w * 0.5, size[1] * 0.07))
        elif roof < 0.42:
            blocks.addPath(
                polygon([(x + w * 0.1, foot - h), (x + w * 0.5, foot - h - size[1] * 0.16), (x + w * 0.9, foot - h)])
            )
        elif roof < 0.6:
            blocks.addRect(skia.Rect.MakeXYWH(x + w * 0.48, foot - h - size[1] * 0.14, w * 0.03, size[1] * 0.15))
        columns, rows = max(3, round(w / (size[0] * 0.14))), max(4, round(h / (size[0] * 0.17)))
        for r in range(rows):
            for c in range(columns):
                pane = skia.Rect.MakeXYWH(
                    x + w * (c + 0.25) / columns, foot - h + h * (r + 0.3) / rows, w * 0.5 / columns, h * 0.42 / rows
                )
                (lights if rng.random() < 0.3 else panes).addRect(pane)
        x += w * rng.uniform(0.82, 1.12)
    pen.decal(blocks, Gradient((0, foot - size[1]), (0, foot), ((0.0, rgb), (1.0, lighten(rgb, 0.2)))))
    pen.decal(sides, darken(rgb, 0.3), alpha=0.3)
    pen.decal(panes, darken(rgb, 0.22), alpha=0.55)
    if warm:
        pen.glow(lights, warm, alpha=0.9)
    else:
        pen.decal(lights, lighten(rgb, 0.5), alpha=0.6)


def lamps(pen: Pen, street: Street, air: Air, lit: bool) -> None:
    """Street lamps along both pavements, small in the distance."""
    iron = air.at((44, 46, 54))
    for depth in (3.6, 2.3, 1.5):
        for side in (-0.76, 0.76):
            (x, y), (_, top) = street.at(side, depth, 0), street.at(side, depth, 0.42)
            w = 7 / depth
            pen.decal(box(x - w / 2, top, w, y - top), mix(iron, air.haze, (depth - 1) * 0.12))
            pen.decal(
                polygon([(x - w * 2, top), (x + w * 2, top), (x + w * 1.4, top - w * 5), (x - w * 1.4, top - w * 5)]),
                iron,
            )
            if lit:
                halo(pen, x, top - w * 2, 150 / depth, LAMP, 0.75)
                pen.glow(ellipse(x, top - w * 2.2, w * 1.5, w * 2.2), (255, 242, 206))
