"""A courtyard with arcades and a fountain; a balcony over the roofs."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.furnishing import chair, house_plant, round_table
from pinxit.engines.illustrator.rigs.greenery import crown, leaves, tree_line
from pinxit.engines.illustrator.rigs.hall import Hall, planks
from pinxit.engines.illustrator.rigs.scenery import SNOW, hill, leaf, place, told, turf, wave, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, halo, sky
from pinxit.engines.illustrator.rigs.surface import tiles
from pinxit.engines.illustrator.rigs.town import skyline
from pinxit.engines.illustrator.shapes import arc, box, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage

PLASTER: Rgb = (238, 210, 168)
BLOOM: Rgb = (226, 70, 130)


@place("courtyard", "patio", "cloister", "inner courtyard", "riad", "hacienda", sky=True)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """Arcades on three sides, the fountain behind the middle, pots and climbers at the sides."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 620, 895, air.haze
    sky(stage, air, 600)
    room = Hall(width / 2, max(width * 0.27, 200), 210, 630, 540, 3.0)
    wall, pen = air.at(PLASTER, 0.14), stage.middle
    lit = mood.night or mood.time == "sunset"
    stone = air.at(SNOW if wintry(mood) else (216, 184, 146))
    ground = Gradient((0, 626), (0, 1000), ((0.0, lighten(stone, 0.15)), (1.0, darken(stone, 0.2))))
    pen.fill(box(-EDGE, 626, width + 2 * EDGE, 420), ground, "flat", line=0)
    planks(pen, room, darken(stone, 0.3), 12, 12)
    pen.fill(
        room.face((-1, 1), (0, 1), 1),
        Gradient((0, 210), (0, 630), ((0.0, lighten(wall, 0.15)), (1.0, wall))),
        "flat",
        line=0.4,
    )
    roof = air.at(SNOW if wintry(mood) else (190, 96, 66), 0.1)
    pen.fill(room.face((-1.08, 1.08), (0.98, 1.07), 1), roof, "flat", line=0.4)
    for k in range(5):
        u = -0.8 + 0.4 * k
        bow(pen, room.at(u, 0, 1), room.half * 0.29, 190, darken(wall, 0.5), lit)
        (x, y), w = room.at(u, 0.66, 1), room.half * 0.07
        pen.fill(
            box(x - w, y - 40, w * 2, 82, 4),
            air.at((86, 112, 128) if not lit else (255, 214, 140), 0.1),
            "flat",
            line=0.4,
        )
        for side in (-1, 1):
            pen.fill(
                box(x + side * w * 1.35 - w * 0.35, y - 42, w * 0.7, 86), air.at((62, 112, 110), 0.1), "flat", line=0.3
            )
    for side in (-1, 1):
        tone = wall if side < 0 else darken(wall, 0.14)
        pen.fill(room.wall(side, (-0.2, 1), (0, 1)), tone, "flat", line=0.4)
        pen.fill(room.wall(side * 0.97, (-0.2, 1), (0.98, 1.06)), roof, "flat", line=0.4)
        for t in (0.72, 0.44, 0.1):
            pen.fill(room.wall(side, (t, t + 0.17), (0, 0.36)), darken(tone, 0.5), "flat", line=0.3)
            middle = room.at(side, 0.36, t + 0.085)
            near, far = room.at(side, 0.36, t), room.at(side, 0.36, t + 0.17)
            pen.fill(
                polygon([near, (middle[0], middle[1] - 34 * room.scale(t)), far]), darken(tone, 0.5), "flat", line=0
            )
            pen.fill(
                room.wall(side, (t + 0.04, t + 0.12), (0.6, 0.8)),
                air.at((86, 112, 128) if not lit else (255, 214, 140)),
                "flat",
                line=0.3,
            )
    if not told(mood, "drawn fountain"):
        fountain(stage.middle, width / 2, 742, min(300, width * 0.32), air)
    climbers(stage, air)
    for x, y, h in ((0.08, 860, 190), (0.2, 790, 130), (0.92, 860, 200), (0.81, 792, 130)):
        house_plant(stage.near, width * x, y, h, air.at(leaf(mood, mood.random("pots"))), air.at((196, 110, 74)))


def bow(pen: Pen, foot: tuple[float, float], w: float, h: float, rgb: Rgb, lit: bool) -> None:
    """A round-headed opening standing on `foot`."""
    x, y = foot
    pen.fill(box(x - w / 2, y - h + w / 2, w, h - w / 2), rgb, "flat", line=0.3)
    pen.fill(arc(x, y - h + w / 2, w / 2, w / 2, 180, 180), rgb, "flat", line=0)
    if lit:
        halo(pen, x, y - h * 0.6, w, (255, 196, 110), 0.6)


def fountain(pen: Pen, x: float, y: float, w: float, air: Air) -> None:
    """A fountain of two basins with falling water."""
    stone, water = air.at((206, 194, 178)), air.at((120, 190, 214))
    pen.decal(ellipse(x, y + 4, w * 0.56, w * 0.12), (50, 40, 60), alpha=0.3)
    pen.fill(
        polygon([(x - w / 2, y - w * 0.16), (x + w / 2, y - w * 0.16), (x + w * 0.46, y), (x - w * 0.46, y)]),
        stone,
        "round",
        line=0.5,
    )
    pen.fill(ellipse(x, y - w * 0.16, w / 2, w * 0.1), lighten(stone, 0.15), "flat", line=0.5)
    pen.fill(ellipse(x, y - w * 0.155, w * 0.45, w * 0.08), water, "flat", line=0.3)
    pen.fill(box(x - w * 0.05, y - w * 0.5, w * 0.1, w * 0.36), stone, "round", line=0.4)
    for side in (-1, 1):
        for k in (0.12, 0.17, 0.2):
            pen.line(
                arc(x + side * w * k, y - w * 0.2, w * 0.05, w * 0.27, 270, side * 90),
                lighten(water, 0.6),
                3,
                alpha=0.75,
            )
    pen.fill(ellipse(x, y - w * 0.5, w * 0.2, w * 0.06), lighten(stone, 0.1), "round", line=0.5)
    pen.fill(ellipse(x, y - w * 0.51, w * 0.17, w * 0.04), water, "flat", line=0.3)
    pen.fill(box(x - w * 0.025, y - w * 0.66, w * 0.05, w * 0.16), stone, "round", line=0.3)
    for side in (-1, 1):
        pen.line(
            arc(x + side * w * 0.05, y - w * 0.56, w * 0.05, w * 0.18, 270, side * 90),
            lighten(water, 0.7),
            3,
            alpha=0.8,
        )


def climbers(stage: Stage, air: Air) -> None:
    """Flowers that hang in over both corners."""
    rng, width = stage.mood.random("climb"), stage.width
    if wintry(stage.mood):
        return
    for x, y, r in ((0.0, 90, 150), (0.07, 200, 90), (1.0, 80, 160), (0.94, 210, 90), (0.02, 330, 70)):
        cx = width * x
        stage.near.fill(crown(cx, y, r, r * 0.72, rng), air.at((88, 134, 76)), "round", line=0.4)
        for tone in (BLOOM, (246, 130, 176), (190, 50, 120)):
            stage.near.decal(leaves((cx, y + 10, r * 0.98, r * 0.7), 30, 9, rng), air.at(tone))


@place("balcony", "terrace", "veranda", "porch", "roof garden", "rooftop garden", "rooftop terrace", "loggia", sky=True)
def balcony(stage: Stage) -> None:
    """A railing with flower boxes before a wide view, a small table, lights on a string."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 640, 895, air.haze
    sky(stage, air, 600)
    lit, rng = mood.night or mood.time in {"sunset", "dusk"}, mood.random("balcony")
    hill(stage.far, wave(width, 520, 40, rng, 360), air.at(turf(mood), 0.55), air.at(turf(mood), 0.45))
    skyline(stage.far, stage, 610, (64, 120), (air.at((206, 172, 150), 0.42), (255, 206, 130) if lit else None))
    skyline(stage.middle, stage, 660, (96, 110), (air.at((196, 146, 120), 0.24), (255, 206, 130) if lit else None))
    tree_line(stage.middle, stage, 672, 50, air.at(leaf(mood, rng), 0.16))
    pen, stone = stage.near, air.at(SNOW if wintry(mood) else (206, 170, 134))
    tiles(pen, stage, 716, (stone, darken(stone, 0.14)), 210)
    iron = air.at((54, 58, 66))
    for step in range(-20, round(width) + 40, 26):
        pen.decal(box(step, 560, 5, 160), iron)
        pen.decal(ellipse(step + 2.5, 640, 7, 9), iron)
    for level, h in ((552, 13), (706, 12)):
        pen.fill(box(-EDGE, level, width + 2 * EDGE, h, 4), iron, "flat", line=0.4)
    for t in (0.14, 0.5, 0.86):
        x, w = width * t, min(width * 0.22, 230)
        if not wintry(mood):
            pen.fill(crown(x, 568, w * 0.48, 36, rng), air.at((96, 148, 80)), "round", line=0.4)
            for tone in ((232, 80, 90), (250, 170, 190), (255, 220, 110)):
                pen.decal(leaves((x, 564, w * 0.47, 34), 18, 7, rng), air.at(tone))
        pen.fill(box(x - w / 2, 576, w, 44, 6), air.at((190, 108, 74)), "round", line=0.5)
    wood = air.at((168, 120, 82))
    chair(pen, width * 0.08, 850, 200, wood)
    round_table(pen, width * 0.19, 862, (150, 120), air.at((230, 224, 212)))
    house_plant(pen, width * 0.92, 870, 240, air.at(leaf(mood, rng)), air.at((190, 108, 74)))
    for k in range(11):
        f = (k + 0.5) / 11
        x, y = width * f, 70 + 80 * (1 - (2 * f - 1) ** 2)
        pen.fill(ellipse(x, y + 12, 8, 11), (255, 226, 160), "round", line=0.3)
        if lit:
            halo(pen, x, y + 12, 60, (255, 206, 120), 0.6)
            pen.glow(ellipse(x, y + 12, 6, 9), (255, 246, 214))
    line = [(width * f, 70 + 80 * (1 - (2 * f - 1) ** 2)) for f in (k / 10 for k in range(11))]
    pen.line(polygon(line, closed=False), air.at((60, 56, 60)), 2.6)
