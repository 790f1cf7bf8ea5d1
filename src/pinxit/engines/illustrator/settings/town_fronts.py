"""Streets of another time: the timbered houses of a medieval town, the wooden fronts of a western town."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import crown, leaves
from pinxit.engines.illustrator.rigs.hall import Hall, planks
from pinxit.engines.illustrator.rigs.landmarks import tower
from pinxit.engines.illustrator.rigs.scenery import SNOW, ground, hill, leaf, place, range_of, rock, turf, wave, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, halo, sky
from pinxit.engines.illustrator.rigs.tropics import cactus
from pinxit.engines.illustrator.shapes import box, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage

PLASTER: tuple[Rgb, ...] = ((240, 226, 196), (232, 206, 164), (226, 190, 150), (222, 214, 200), (206, 176, 140))
BOARDS: tuple[Rgb, ...] = ((176, 120, 80), (150, 104, 76), (190, 146, 100), (140, 112, 96), (166, 88, 66))
TIMBER: Rgb = (92, 60, 44)
DEPTHS = (0.86, 0.7, 0.5, 0.24, -0.12)


@place(
    "medieval town",
    "medieval street",
    "medieval village",
    "old town",
    "half-timbered street",
    "medieval city",
    sky=True,
)
def draw(stage: Stage) -> None:
    """Gabled fronts lean over a cobbled lane that climbs to a castle."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 590, 890, air.haze
    sky(stage, air, 590)
    range_of(stage.far, stage, 586, (560, 150), (air.at((120, 136, 160), 0.6), air.at(SNOW, 0.3)))
    rng = mood.random("town")
    hill(stage.far, wave(width, 520, 40, rng, 330), air.at(turf(mood), 0.5), air.at(turf(mood), 0.4))
    for dx, w, h in ((-46, 34, 120), (0, 46, 170), (48, 34, 130)):
        tower(stage.far, (width / 2 + dx, 530), (w, h), air.at((196, 184, 172), 0.46), air.at((96, 104, 140), 0.46))
    room = Hall(width / 2, max(width * 0.14, 120), 280, 606, 560, 4.2)
    lit = mood.night or mood.time == "sunset"
    lane(stage, air, SNOW if wintry(mood) else (176, 162, 146))
    planks(stage.middle, room, air.at(darken((150, 136, 122), 0.3)), 22, 26)
    for i, t in enumerate(DEPTHS):
        for side in (-1, 1):
            timbered(stage, room, (side, t, 1.0 if i == 0 else DEPTHS[i - 1]), air, lit)
    for side in (-1, 1):
        x, y = room.at(side * 0.9, 0, 0.2)
        barrel(stage.near, x, y, 84, air)


def lane(stage: Stage, air: Air, rgb: Rgb) -> None:
    """The ground of the street."""
    rgb = air.at(rgb)
    stops = ((0.0, air.at(lighten(rgb, 0.1), 0.25)), (1.0, darken(rgb, 0.2)))
    area = box(-EDGE, 600, stage.width + 2 * EDGE, 450)
    stage.middle.fill(area, Gradient((0, 600), (0, 1000), stops), "flat", line=0)


def timbered(
    stage: Stage, room: Hall, spot: tuple[float, float, float], air: Air, lit: bool
) -> None:  # limit: one drawing, a list of its parts from back to front
    """One house: stone foot, jettied storey with crossed timbers, a steep roof, a sign, flower boxes."""
    side, near, far = spot
    pen, rng, span = stage.middle, stage.mood.random(f"house{near}{side}"), far - near
    haze = 0.3 * max(near, 0)
    wall, wood = air.at(rng.choice(PLASTER), haze), air.at(TIMBER, haze)
    wall = darken(wall, 0.14) if side > 0 else wall
    top, out = rng.uniform(0.82, 1.0), 0.92
    roof = air.at(SNOW if wintry(stage.mood) else rng.choice(((170, 84, 60), (142, 76, 58), (112, 84, 80))), haze)
    ridge = [
        room.at(side * out, top, near),
        room.at(side * out, top, far),
        room.at(side * 1.35, top + 0.4, far),
        room.at(side * 1.35, top + 0.4, near),
    ]
    pen.fill(polygon(ridge), roof, "flat", line=0.4)
    for k in (0.25, 0.5, 0.75):
        row = [room.at(side * (out + 0.43 * k), top + 0.4 * k, d) for d in (near, far)]
        pen.line(polygon(row, closed=False), darken(roof, 0.3), 1.6 * room.scale(near), alpha=0.6)
    pen.fill(
        room.wall(side, (near, far), (0, 0.42)),
        air.at((170, 160, 150), haze) if rng.random() < 0.5 else wall,
        "flat",
        line=0.4,
    )
    pen.fill(room.wall(side * out, (near, far), (0.42, top)), wall, "flat", line=0.4)
    pen.decal(room.wall(side, (near, far), (0.36, 0.43)), darken(wood, 0.3), alpha=0.6)
    for low, high in ((0.42, 0.45), (0.66, 0.685), (top - 0.03, top)):
        pen.decal(room.wall(side * out, (near, far), (low, high)), wood)
    for k in range(6):
        a = near + span * k / 5.2
        pen.decal(room.wall(side * out, (a, a + span * 0.03), (0.42, top)), wood)
    for a, b in ((0.02, 0.18), (0.78, 0.96)):
        pts = [
            (near + span * a, 0.45),
            (near + span * (a + 0.03), 0.45),
            (near + span * b, 0.66),
            (near + span * (b - 0.03), 0.66),
        ]
        pen.decal(polygon([room.at(side * out, v, d) for d, v in pts]), wood)
    for c in (0.3, 0.6):
        panes(stage, room, (side * out, near + span * c, near + span * (c + 0.14)), (0.5, 0.62), (wood, haze), lit)
        panes(
            stage, room, (side * out, near + span * c, near + span * (c + 0.14)), (0.72, top - 0.06), (wood, haze), lit
        )
        x, y = room.at(side * out * 0.98, 0.49, near + span * (c + 0.07))
        s = room.scale(near + span * (c + 0.07))
        pen.fill(crown(x, y, 11 * s, 5 * s, rng), air.at(leaf(stage.mood, rng), haze), "round", line=0.2)
        pen.decal(leaves((x, y, 11 * s, 6 * s), 10, 2.4 * s, rng), air.at((226, 80, 90), haze))
    pen.decal(room.wall(side, (near + span * 0.16, near + span * 0.36), (0, 0.27)), darken(wood, 0.1))
    panes(stage, room, (side, near + span * 0.52, near + span * 0.82), (0.1, 0.27), (wood, haze), lit)


def panes(
    stage: Stage,
    room: Hall,
    spot: tuple[float, float, float],
    levels: tuple[float, float],
    tone: tuple[Rgb, float],
    lit: bool,
) -> None:  # limit: a window in a wall
    """One window between two depths of a wall."""
    (side, a, b), (wood, _), pen = spot, tone, stage.middle
    pen.decal(
        room.wall(side, (a - (b - a) * 0.1, b + (b - a) * 0.1), (levels[0] - 0.012, levels[1] + 0.012)),
        darken(wood, 0.15),
    )
    if lit:
        pen.glow(room.wall(side, (a, b), levels), (255, 210, 130))
    else:
        pen.decal(room.wall(side, (a, b), levels), lighten((86, 104, 124), 0.1))
    mid = (a + b) / 2
    pen.decal(room.wall(side, (mid - (b - a) * 0.04, mid + (b - a) * 0.04), levels), darken(wood, 0.15))


def barrel(pen: Pen, x: float, y: float, h: float, air: Air) -> None:
    """A barrel."""
    wood = air.at((150, 102, 66))
    w = h * 0.74
    pen.decal(ellipse(x, y, w * 0.6, w * 0.13), (24, 16, 20), alpha=0.35)
    body = pen.fill(box(x - w / 2, y - h, w, h, w * 0.24), wood, "round", line=0.6)
    with pen.on(body):
        for k in range(1, 6):
            pen.decal(box(x - w / 2 + w * k / 6, y - h, 2, h), darken(wood, 0.4), alpha=0.7)
        for t in (0.14, 0.76):
            pen.decal(box(x - w / 2, y - h + h * t, w, h * 0.09), (84, 80, 82))
    pen.fill(ellipse(x, y - h * 0.97, w * 0.4, w * 0.09), lighten(wood, 0.1), "flat", line=0.4)


@place(
    "western town", "wild west", "wild west town", "old west", "ghost town", "frontier town", "western street", sky=True
)
def west(stage: Stage) -> None:
    """Wooden fronts with porches on both sides of a dusty street, mesas at its end."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 590, 890, air.haze
    sky(stage, air, 590)
    for x, w, h in ((0.3, 240, 110), (0.5, 170, 150), (0.68, 280, 100)):
        mesa = [(-0.5, 0), (-0.4, -0.7), (-0.34, -1), (0.32, -1), (0.4, -0.66), (0.5, 0)]
        pen, tone = stage.far, air.at((196, 116, 84), 0.45)
        shape = pen.fill(polygon([(width * x + a * w, 600 + b * h) for a, b in mesa]), tone, "flat", line=0.4)
        with pen.on(shape):
            pen.decal(box(width * x + w * 0.1, 600 - h, w, h), darken(tone, 0.3), alpha=0.5)
            pen.decal(box(width * x - w, 600 - h * 0.72, w * 2, h * 0.1), darken(tone, 0.25), alpha=0.5)
    ground(stage, air, (222, 176, 124), 600)
    stage.middle.drawing.items.extend(stage.near.drawing.items)
    stage.near = Pen()
    room = Hall(width / 2, max(width * 0.15, 130), 330, 606, 560, 4.2)
    lit = mood.night or mood.time == "sunset"
    for i, t in enumerate(DEPTHS):
        for side in (-1, 1):
            front(stage, room, (side, t, (0.97 if i == 0 else DEPTHS[i - 1] - 0.02)), air, lit)
    for x, h in ((0.1, 150), (0.93, 190)):
        cactus(stage.near, width * x, 860 if x < 0.5 else 890, h, air.at((104, 140, 84)))
    rock(stage.near, width * 0.16, 900, 80, air.at((176, 124, 92)))
    x, y = room.at(0.84, 0, 0.12)
    barrel(stage.near, x, y, 92, air)


def front(
    stage: Stage, room: Hall, spot: tuple[float, float, float], air: Air, lit: bool
) -> None:  # limit: one drawing, a list of its parts from back to front
    """A false front of boards with a porch roof on posts, a blank sign board, swing doors."""
    side, near, far = spot
    pen, rng, span = stage.middle, stage.mood.random(f"west{near}{side}"), far - near
    haze = 0.3 * max(near, 0)
    rgb = air.at(rng.choice(BOARDS), haze)
    rgb = darken(rgb, 0.14) if side > 0 else rgb
    top = rng.uniform(0.8, 1.08)
    pen.fill(room.wall(side, (near, far), (0, top)), rgb, "flat", line=0.4)
    for k in range(1, 12):
        v = top * k / 12
        pen.line(
            polygon([room.at(side, v, near), room.at(side, v, far)], closed=False),
            darken(rgb, 0.35),
            1.1 * room.scale(near),
            alpha=0.5,
        )
    pen.decal(room.wall(side, (near, far), (top - 0.04, top + 0.02)), lighten(rgb, 0.25))
    pen.decal(
        room.wall(side, (near + span * 0.12, far - span * 0.12), (top - 0.22, top - 0.07)),
        air.at((236, 218, 178), haze),
    )
    pen.decal(room.wall(side, (near + span * 0.15, far - span * 0.15), (top - 0.205, top - 0.085)), darken(rgb, 0.45))
    trim = (air.at((244, 232, 206), haze), haze)
    for a in (0.16, 0.66):
        panes(stage, room, (side, near + span * a, near + span * (a + 0.16)), (0.5, 0.64), trim, lit)
        panes(stage, room, (side, near + span * a, near + span * (a + 0.16)), (0.12, 0.3), trim, lit)
    pen.decal(room.wall(side, (near + span * 0.42, near + span * 0.56), (0.02, 0.32)), darken(rgb, 0.6))
    pen.decal(room.wall(side, (near + span * 0.42, near + span * 0.56), (0.08, 0.22)), lighten(rgb, 0.1))
    pen.fill(room.flat((side * 0.74, side), (near, far), 0.03), air.at((176, 136, 96), haze), "flat", line=0.4)
    porch = [
        room.at(side * 0.7, 0.4, near),
        room.at(side * 0.7, 0.4, far),
        room.at(side, 0.46, far),
        room.at(side, 0.46, near),
    ]
    pen.fill(polygon(porch), darken(air.at((150, 112, 82), haze), 0.1), "flat", line=0.4)
    pen.decal(room.wall(side * 0.7, (near, far), (0.385, 0.41)), lighten(rgb, 0.15))
    for share in (0.02, 0.5, 0.96):
        d = near + span * share
        (x, y), s = room.at(side * 0.72, 0.0, d), room.scale(d)
        high = room.at(side * 0.72, 0.4, d)[1]
        pen.fill(box(x - 2.4 * s, high, 4.8 * s, y - high), lighten(rgb, 0.1), "flat", line=0.3)
    if lit:
        x, y = room.at(side * 0.74, 0.36, near + span * 0.5)
        halo(pen, x, y, 60 * room.scale(near), (255, 200, 110), 0.6)
