"""A waterfall between mossy cliffs into a green pool."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.greenery import bush, conifer, grass, tree_line
from pinxit.engines.illustrator.rigs.scenery import below, jagged, leaf, place, rock, told, turf, wave, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, fade, sky
from pinxit.engines.illustrator.rigs.tropics import clump, fern, palm
from pinxit.engines.illustrator.rigs.waters import water
from pinxit.engines.illustrator.shapes import curve, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage


@place("waterfall", "waterfalls", "cascade", "hot spring", "gorge", sky=True)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """The fall stands right of the middle, the pool before it, a stony bank near the viewer."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 620, 890, air.haze
    rng = mood.random("fall")
    sky(stage, air)
    tree_line(stage.far, stage, 330, 90, air.at(leaf(mood, rng), 0.46), pines=True)
    rock_wall(stage, air)
    fall(stage, air, width * 0.6, min(150, width * 0.16))
    water(stage.middle, stage, air, (640, 900), (44, 132, 132))
    for k in range(7):
        x = width * 0.6 + rng.uniform(-1, 1) * 120
        stage.middle.decal(ellipse(x, 648 + 5 * k, 90 - 6 * k, 16), air.cloud, alpha=0.4, blur=7)
    green = turf(mood)
    line = wave(width, 830, 18, rng, 360)
    bank = stage.near.fill(
        below(line),
        Gradient((0, 820), (0, 1000), ((0.0, air.at(green)), (1.0, air.at(darken(green, 0.34))))),
        "flat",
        line=0.4,
    )
    with stage.near.on(bank):
        grass(
            stage.near,
            (-EDGE, 836, width + EDGE, 1015),
            46,
            [air.at(darken(green, 0.26)), air.at(lighten(green, 0.2))],
            rng,
        )
    for x, y, s in (
        (0.08, 830, 170),
        (0.22, 846, 80),
        (0.9, 850, 190),
        (0.77, 836, 70),
        (0.44, 700, 60),
        (0.76, 690, 90),
    ):
        rock(stage.near, x * width, y, min(s, width * 0.22), air.at((112, 118, 112)))
    if told(mood, "jungle", "tropical", "rainforest"):
        for x, size in ((-20.0, 330), (width + 20, 380)):
            clump(stage.front, x, 1010, min(size, width * 0.4), air.at((62, 132, 64)), 8)
        for x, y, size in ((0.1, 830, 200), (0.92, 836, 220)):
            fern(stage.near, x * width, y, min(size, width * 0.24), air.at((72, 140, 62)))
        return
    for x in (0.0, width):
        bush(
            stage.front,
            x,
            1040,
            (min(260, width * 0.28), 150),
            air.at(darken((200, 212, 220) if wintry(mood) else leaf(mood, rng), 0.3)),
        )


def rock_wall(stage: Stage, air: Air) -> None:
    """Cliffs in two steps with moss on their edges and firs on top."""
    width = stage.width
    rng = stage.mood.random("wall")
    stone: Rgb = (104, 108, 104)
    for pen, top, far, gap in ((stage.far, 300.0, 0.3, 0.0), (stage.middle, 420.0, 0.1, 0.24)):
        tone = air.at(stone, far)
        for left, right in (
            ((-EDGE * 2, width * (0.6 - gap)), (width * (0.6 + gap), width + EDGE * 2))
            if gap
            else ((-EDGE * 2, width + EDGE * 2),)
        ):
            edge = jagged((left, top + rng.uniform(-40, 20)), (right, top + rng.uniform(-20, 40)), 46, rng)
            area = pen.fill(
                below(edge, 700),
                Gradient((0, top), (0, 680), ((0.0, lighten(tone, 0.16)), (1.0, darken(tone, 0.34)))),
                "flat",
                line=0.4,
            )
            with pen.on(area):
                for _ in range(round((right - left) / 34)):
                    x, y, h = rng.uniform(left, right), rng.uniform(top - 40, 640), rng.uniform(60, 170)
                    w = rng.uniform(14, 46)
                    pen.decal(
                        polygon([(x, y), (x + w, y + 12), (x + w * 0.8, y + h), (x - w * 0.1, y + h * 0.8)]),
                        darken(tone, 0.3) if rng.random() < 0.6 else lighten(tone, 0.2),
                        alpha=0.35,
                    )
            moss = air.at(leaf(stage.mood, rng), far)
            pen.line(polygon(edge, closed=False), moss, 16)
            for x, y in edge[2::3]:
                bush(pen, x, y + 22, (rng.uniform(60, 110), rng.uniform(34, 56)), moss)
            for x, y in edge[3::5]:
                if abs(x / width - 0.6) > 0.1 and told(stage.mood, "jungle", "tropical", "rainforest"):
                    tones = (air.at((70, 140, 66), far), air.at((140, 106, 76), far))
                    palm(pen, x, y + 6, rng.uniform(130, 230), rng.uniform(-50, 50), tones)
                elif abs(x / width - 0.6) > 0.1:
                    conifer(pen, x, y + 6, rng.uniform(130, 230), air.at((48, 92, 74), far))


def fall(stage: Stage, air: Air, x: float, half: float) -> None:
    """The falling water in strands, with spray at its foot."""
    pen, rng = stage.middle, stage.mood.random("strands")
    pale = mix(air.cloud, (206, 234, 240), 0.4)
    body = polygon([(x - half * 0.7, 296), (x + half * 0.7, 300), (x + half, 660), (x - half, 660)])
    pen.fill(
        body,
        Gradient(
            (x - half, 0),
            (x + half, 0),
            ((0.0, mix(pale, (90, 150, 170), 0.4)), (0.4, pale), (1.0, mix(pale, (90, 150, 170), 0.5))),
        ),
        "flat",
        line=0,
    )
    with pen.on(body):
        for _ in range(26):
            sx = x + rng.uniform(-0.95, 0.95) * half
            y0 = rng.uniform(290, 480)
            tone = (255, 255, 255) if rng.random() < 0.6 else (110, 168, 188)
            pen.line(
                curve((sx * 0.75 + x * 0.25, y0), (sx, y0 + 90), (sx + 6, y0 + rng.uniform(140, 260))),
                air.at(tone),
                rng.uniform(2, 8),
                alpha=0.55,
            )
    pen.decal(ellipse(x, 640, half * 2, 66), air.cloud, alpha=0.6, blur=24)
    pen.decal(body, fade((0, 296), (0, 660), air.cloud, (0.0, 0.0, 0.5)))
