"""Small plants: cactus, fern, grass, mushroom, bonsai, pumpkin, wheat, stump, log, coral, seaweed."""

from __future__ import annotations

import math
from itertools import pairwise

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import foot
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, points, stroke
from pinxit.engines.illustrator.rigs.tree import crown, trunk
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import box, ellipse, minus, smooth, tube, union


@thing("cactus", "saguaro", "cacti", cm=160, kind="plant")
def draw(pen: Pen, look: Look) -> None:
    """A saguaro with ribs, spines and a blossom; small in a pot when called potted."""
    green = look.colour((84, 148, 92))
    potted = look.has("potted", "small", "tiny", "cute") and not look.has("planted")
    for text, wide in (
        ("-2,-66 -38,-68 -44,-84 -44,-116", 20),
        ("2,-50 38,-54 46,-68 46,-106", 20),
        ("0,2 0,-60 0,-148", 36),
    ):
        line = points(text)
        arm = tube(line, wide)
        pen.fill(arm, green, "round")
        with pen.on(arm):
            for shift in (-0.32, -0.1, 0.12, 0.33):
                ridge = [
                    (
                        x + wide * shift * (1 if abs(line[-1][0] - line[0][0]) < 4 or k > 1 else 0.3),
                        y + (wide * shift if k < 2 and wide < 30 else 0),
                    )
                    for k, (x, y) in enumerate(line)
                ]
                pen.line(smooth(ridge, closed=False), darken(green, 0.32), 1.8, alpha=0.6)
        for i in range(int(wide * 0.9)):
            t = (i * 0.137) % 1
            k = min(int(t * (len(line) - 1)), len(line) - 2)
            u = t * (len(line) - 1) - k
            x, y = line[k][0] + (line[k + 1][0] - line[k][0]) * u, line[k][1] + (line[k + 1][1] - line[k][1]) * u
            x += wide * 0.42 * math.sin(i * 2.4)
            pen.line(bars(f"{x - 3},{y - 3} {x},{y} {x + 3},{y - 3}"), (250, 246, 220), 1)
    for turn in (-50, 0, 50):
        with pen.at(4, -164, turn=turn):
            pen.fill(organic("0,2 6,-6 0,-16 -6,-6"), (240, 110, 150), "soft", line=0.6)
    if potted:
        pen.fill(facet("-36,-34 36,-34 28,4 -28,4", 3), (200, 112, 74), "round")
        pen.fill(box(-41, -42, 82, 14, 4), (212, 126, 88), "round")


@thing("grass", "grass tuft", "tuft of grass", "weeds", cm=30, kind="plant")
def draw_grass(pen: Pen, look: Look) -> None:
    """A tuft of bent blades with a few seed heads."""
    green = look.colour((108, 168, 72))
    rng = look.random("grass")
    for i in range(46):
        x = rng.uniform(-50, 50)
        tall = rng.uniform(46, 124) * (1 - abs(x) / 100)
        bend = x * 0.7 + rng.uniform(-18, 18)
        blade = smooth(
            [
                (x - 3.4, 2),
                (x - 2 + bend * 0.3, -tall * 0.6),
                (x + bend, -tall),
                (x + 3 + bend * 0.3, -tall * 0.58),
                (x + 3.4, 2),
            ],
            tension=0.4,
        )
        pen.fill(blade, mix(darken(green, 0.25), lighten(green, 0.25), (i * 0.37) % 1), "soft", line=0.4)


@thing("mushroom", "toadstool", "fly agaric", "mushrooms", "fungus", cm=14, kind="plant")
def draw_mushroom(pen: Pen, look: Look) -> None:
    """A spotted cap over gills, a ring on the stalk, a small one at its side."""
    red = look.colour((212, 46, 42))
    dots = look.colour((252, 246, 236), 1)
    for x, size in ((54, 0.48), (0, 1.0)):
        with pen.at(x, 0, size):
            pen.fill(organic("-18,-70 -16,-40 -22,-10 -20,2 0,5 20,2 22,-10 16,-40 18,-70"), (246, 236, 216), "soft")
            pen.fill(
                organic("-26,-62 0,-56 26,-62 22,-46 10,-50 0,-44 -10,-50 -22,-46"), (238, 226, 202), "soft", line=0.8
            )
            under = organic("-78,-80 -40,-70 0,-67 40,-70 78,-80 40,-92 -40,-92")
            pen.fill(under, (232, 214, 188), "flat")
            for k in range(-9, 10):
                pen.line(bars(f"{k * 2},-84 {k * 7.6},{-70 - abs(k) * 0.9}"), (186, 160, 132), 1.1, alpha=0.8)
            cap = organic("-82,-82 -76,-112 -48,-142 0,-154 48,-142 76,-112 82,-82 40,-86 0,-84 -40,-86")
            pen.fill(cap, red, "glossy")
            with pen.on(cap):
                for dx, dy, r in (
                    (-46, -112, 11),
                    (-12, -132, 12),
                    (28, -124, 10),
                    (54, -102, 9),
                    (4, -100, 13),
                    (-66, -92, 7),
                    (-28, -92, 6),
                    (36, -92, 5),
                    (-30, -142, 6),
                    (70, -88, 5),
                ):
                    pen.fill(ellipse(dx, dy, r, r * 0.84), dots, "soft", line=0.5)
    foot(pen, -34, 80, (96, 148, 76), look.random("foot"))


@thing("bonsai", "bonsai tree", cm=40, kind="plant")
def draw_bonsai(pen: Pen, look: Look) -> None:
    """A twisted trunk with clouds of foliage in a shallow tray."""
    green = look.colour((70, 126, 72))
    rng = look.random("bonsai")
    bark: Rgb = (112, 80, 58)
    trunk(pen, points("6,-86 40,-92 62,-84"), [9, 6, 3], bark, rng)
    trunk(pen, points("-4,-66 -36,-80 -58,-84"), [9, 6, 3], bark, rng)
    trunk(pen, points("12,-130 8,-106 -8,-82 6,-58 -6,-36 -6,-24"), [4, 8, 12, 14, 18, 30], bark, rng)
    for tufts in (
        ((60, -94, 30, 16), (82, -88, 20, 11)),
        ((-60, -92, 32, 17), (-82, -86, 18, 11)),
        ((-10, -132, 26, 18), (34, -132, 28, 18), (12, -148, 34, 20)),
    ):
        crown(pen, tufts, green, rng)
    pen.fill(ellipse(0, -26, 62, 7), (98, 128, 66), "soft")
    pen.fill(facet("-74,-26 74,-26 62,-2 -62,-2", 3), look.part("pot", (70, 92, 124)), "glossy")
    pen.fill(box(-78, -30, 156, 8, 3), look.part("pot", (82, 106, 140)), "round")
    for x in (-50, 36):
        pen.fill(box(x, -4, 14, 6, 1), (56, 76, 106), "round", line=0.7)


@thing("pumpkin", "jack-o'-lantern", "jack o lantern", "halloween pumpkin", "gourd", cm=32, kind="plant")
def draw_pumpkin(pen: Pen, look: Look) -> None:
    """Ribbed lobes with a bent stalk; a carved, lit face for Halloween."""
    orange = look.colour((236, 126, 36))
    for x, rx, shade in ((-46, 30, 0.16), (46, 30, 0.16), (-26, 32, 0.06), (26, 32, 0.06), (0, 30, 0.0)):
        lobe = ellipse(x, -48, rx, 48 - abs(x) * 0.08)
        pen.fill(lobe, darken(orange, shade), "round", line=0.8)
        pen.decal(ellipse(x - rx * 0.3, -66, rx * 0.22, 18, 6), lighten(orange, 0.5), alpha=0.4, blur=3)
    pen.fill(organic("-10,-90 -8,-104 -16,-116 -6,-122 4,-114 8,-100 14,-90 0,-86"), (112, 126, 66), "round")
    wires(pen, "8,-92 24,-104 34,-96 30,-88 38,-84", (112, 146, 74), 3)
    if "jack" in look.noun or "halloween" in look.noun or look.has("carved", "halloween", "spooky"):
        for text in (
            "-40,-54 -26,-78 -12,-54",
            "40,-54 26,-78 12,-54",
            "-6,-44 0,-54 6,-44",
            "-46,-36 -30,-32 -26,-24 -16,-24 -14,-30 0,-28 8,-22 16,-22 20,-30 46,-36 36,-14 14,-6 -14,-6 -36,-14",
        ):
            pen.glow(facet(text, 2), (255, 206, 80))
            pen.line(facet(text, 2), darken(orange, 0.5), 2)
        if look.night:
            pen.glow(ellipse(0, -44, 60), (255, 180, 70), alpha=0.4, blur=18)


@thing("wheat", "wheat ear", "barley", "grain", "wheat stalks", "hay", cm=90, kind="plant", attach="hand", fit=26)
def draw_wheat(pen: Pen, look: Look) -> None:
    """Five ears with awns."""
    gold = look.colour((226, 180, 82))
    for x, top in ((-46, -116), (46, -116), (-24, -140), (24, -140), (0, -156)):
        wires(pen, f"{x * 0.1},30 {x * 0.4},{top * 0.4} {x},{top + 44}", darken(gold, 0.16), 3.4, "soft", 0.7)
        with pen.at(x, top + 44, turn=x * 0.4):
            for i in range(6):
                for side in (-1, 1):
                    y = -i * 8
                    pen.line(bars(f"{side * 5},{y - 8} {side * 14},{y - 34}"), darken(gold, 0.5), 0.7)
                    pen.fill(
                        ellipse(side * 4.6, y - 4, 4, 7.4, side * 22),
                        gold if i % 2 else lighten(gold, 0.15),
                        "round",
                        line=0.6,
                    )
            pen.fill(ellipse(0, -50, 3.6, 7.4), gold, "round", line=0.6)


@thing("tree stump", "stump", cm=50, kind="plant")
def draw_stump(pen: Pen, look: Look) -> None:
    """A cut trunk with rings, roots and moss."""
    bark = look.colour((122, 86, 58))
    pen.fill(organic("-52,-74 -50,-40 -62,-14 -92,0 -60,4 0,6 60,4 92,0 62,-14 50,-40 52,-74"), bark, "round")
    for x in (-40, -26, -10, 8, 24, 40):
        pen.line(stroke(f"{x},-68 {x * 1.02},-36 {x * 1.5},-2"), darken(bark, 0.4), 2.4, alpha=0.6)
    wood: Rgb = (222, 184, 128)
    pen.fill(ellipse(0, -76, 54, 15), wood, "flat")
    for i in range(1, 6):
        pen.line(ellipse(-2, -76, 54 - i * 9, 15 - i * 2.5), darken(wood, 0.22), 1.2, alpha=0.8)
    pen.line(bars("-2,-76 20,-66|-2,-76 -30,-84"), darken(wood, 0.4), 1.2)
    pen.decal(organic("-52,-60 -40,-54 -44,-30 -54,-34"), (112, 150, 76), alpha=0.8)
    foot(pen, -84, 84, (96, 148, 76), look.random("foot"))
    pen.anchor("top", 0, -78, 84)
    pen.anchor("seat", 0, -78, 70)


@thing("log", "firewood", "wood log", "timber", "driftwood", cm=35, kind="plant")
def draw_log(pen: Pen, look: Look) -> None:
    """A lying trunk with a cut end and a side twig."""
    bark = look.colour((120, 84, 58))
    pen.fill(tube(points("30,-56 44,-78 48,-92"), [14, 11, 9]), bark, "round")
    body = tube([(-104, -32), (96, -32)], 60)
    pen.fill(minus(body, box(88, -80, 80, 100)), bark, "round")
    with pen.on(body):
        for i in range(8):
            y = -58 + i * 7.4
            pen.line(
                stroke(f"-128,{y} -60,{y - 2 + i % 3 * 2} 10,{y + 2} 86,{y}"),
                darken(bark, 0.4) if i % 2 else lighten(bark, 0.2),
                2,
                alpha=0.6,
            )
    wood: Rgb = (224, 186, 130)
    pen.fill(ellipse(90, -32, 18, 30), wood, "flat")
    for i in range(1, 5):
        pen.line(ellipse(90, -32, 18 - i * 3.6, 30 - i * 6), darken(wood, 0.24), 1.2)
    pen.anchor("top", -10, -62, 150)
    pen.anchor("seat", -10, -62, 120)


@thing("coral", "coral reef", "corals", cm=50, kind="plant")
def draw_coral(pen: Pen, look: Look) -> None:
    """Forking arms with pale tips."""
    tone = look.colour((240, 110, 104))
    arms = [
        points(text)
        for text in (
            "0,-4 -28,-38 -60,-60 -76,-98",
            "0,-4 28,-38 58,-60 80,-92",
            "0,-4 -14,-56 -38,-96 -40,-140",
            "0,-4 14,-56 36,-92 50,-128",
            "-46,-52 -42,-84 -52,-118",
            "44,-50 70,-54 98,-62",
            "-2,-40 -6,-90 -14,-124 -10,-150",
            "-54,-58 -80,-64 -100,-80",
            "-4,-74 12,-104 14,-134",
            "34,-86 28,-112 34,-146",
        )
    ]
    body = union(*(tube(arm, [20, *[14] * (len(arm) - 2), 9]) for arm in arms))
    pen.fill(body, tone, "round")
    rng = look.random("polyps")
    with pen.on(body):
        for arm in arms:
            pen.decal(ellipse(*arm[-1], 7), lighten(tone, 0.6), alpha=0.9, blur=2)
            for (x0, y0), (x1, y1) in pairwise(arm):
                for t in (0.2, 0.5, 0.8):
                    x, y = x0 + (x1 - x0) * t + rng.uniform(-4, 4), y0 + (y1 - y0) * t
                    pen.decal(ellipse(x, y, 2), lighten(tone, 0.55), alpha=0.85)
    pen.fill(organic("-40,2 -20,-14 0,-18 22,-14 42,2 0,7"), (148, 132, 126), "round")


@thing("seaweed", "kelp", "algae", cm=80, kind="plant")
def draw_seaweed(pen: Pen, look: Look) -> None:
    """Waving ribbons."""
    green = look.colour((58, 138, 104))
    for x, tall, way in ((-40, 110, 1), (38, 120, -1), (-18, 150, -1), (18, 140, 1), (0, 172, 1)):
        line = [(x + way * 12 * math.sin(i * 1.3), 2 - tall * i / 7) for i in range(8)]
        pen.fill(tube(line, [8, 12, 14, 14, 13, 11, 8, 3]), mix(green, lighten(green, 0.3), abs(x) / 60), "soft")
        pen.line(smooth(line, closed=False), darken(green, 0.3), 1.4, alpha=0.7)
