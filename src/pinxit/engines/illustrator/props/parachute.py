"""In the air and in the hand: a parachute, a feather, a torch."""

import math

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, stroke
from pinxit.engines.illustrator.shapes import box, curve, ellipse, minus, polygon, smooth


@thing("parachute", "parachutes", "chute", cm=500, flies=True)
def draw(pen: Pen, look: Look) -> None:
    """A round canopy of striped gores, lines gathered to a harness."""
    first, second = look.colour((226, 66, 56)), look.colour((250, 240, 222), 1)
    edges = [-96 * math.cos(math.radians(180 * i / 8)) for i in range(9)]
    inner = organic("-94,-118 0,-104 94,-118 60,-128 0,-132 -60,-128")
    pen.fill(inner, darken(first, 0.5), "flat")
    for x in edges:
        pen.line(curve((x, -116), (x * 0.45, -58), (x * 0.05, -12)), (96, 88, 92), 1.1)
    for i in range(8):
        a, b = edges[i], edges[i + 1]
        low_a, low_b = (-116 + 5 * math.sqrt(max(0.0, 1 - (x / 96) ** 2)) for x in (a, b))
        gore = smooth(
            [
                (0, -202),
                (a * 0.6, -190),
                (a * 0.92, -158),
                (a, low_a),
                ((a + b) / 2, (low_a + low_b) / 2 - 8),
                (b, low_b),
                (b * 0.92, -158),
                (b * 0.6, -190),
            ],
            tension=0.42,
        )
        pen.fill(gore, second if i % 2 else first, "soft", line=0.8)
    pen.decal(organic("-60,-156 -42,-184 -18,-196 -30,-178 -46,-150"), (255, 255, 255), alpha=0.3, blur=4)
    pen.fill(ellipse(0, -202, 7, 2.8), darken(first, 0.3), "round", line=0.6)
    pen.fill(facet("-8,-14 8,-14 6,0 -6,0", 2), look.part("harness", (92, 84, 70)), "soft")
    pen.anchor("seat", 0, 0, 30)
    pen.anchor("hand", 0, -6, 20)


@thing("feather", "quill", "plume", "quill pen", cm=22, attach="hand", fit=40)
def draw_feather(pen: Pen, look: Look) -> None:
    """A curved vane with notches and barbs, the down near the quill."""
    rgb = look.colour((84, 140, 190))
    tip = look.colour(darken(rgb, 0.3), 1)
    with pen.at(0, 0, turn=24):
        for dx, y in ((-12, -42), (12, -46), (-15, -50), (14, -54), (-9, -36), (8, -38)):
            pen.line(stroke(f"0,{y + 2} {dx * 0.6},{y} {dx},{y + 7}"), lighten(rgb, 0.6), 2.4, alpha=0.9)
        vane = organic(
            "0,-44 14,-56 22,-84 24,-112 20,-136 22,-150 15,-172 0,-192 "
            "-10,-178 -19,-150 -23,-128 -20,-118 -24,-96 -20,-66 -12,-50"
        )
        cut = [polygon([(26, -128), (10, -122), (26, -118)]), polygon([(-28, -84), (-11, -80), (-28, -73)])]
        path = vane
        for wedge in cut:
            path = minus(path, wedge)
        pen.fill(path, rgb, "soft")
        with pen.on(path):
            pen.decal(organic("-40,-204 40,-204 40,-166 0,-150 -40,-160"), tip, alpha=0.75, blur=7)
            pen.decal(organic("1,-194 30,-170 30,-40 0,-40"), darken(rgb, 0.3), alpha=0.28, blur=1)
            for i in range(23):
                y = -50 - i * 6
                for side in (-1, 1):
                    barb = stroke(f"0,{y} {side * 12},{y - 10} {side * 26},{y - 15}")
                    pen.line(barb, lighten(rgb, 0.4) if i % 2 else darken(rgb, 0.35), 0.9, alpha=0.5)
        pen.line(stroke("0,0 1,-60 1,-120 0,-184"), (250, 244, 230), 2.2)
        pen.fill(polygon([(-2.4, -44), (2.4, -44), (1.2, 0), (-0.6, 2)]), (246, 236, 216), "round", line=0.6)


@thing("flashlight", "pocket torch", "electric torch", cm=9, attach="hand", fit=70, faces=1)
def draw_flashlight(pen: Pen, look: Look) -> None:
    """Lying on its side, the lamp to the right with its beam."""
    what = finish(look, (226, 70, 52), "glossy", "plastic")
    metal = look.part("head", look.colour((96, 100, 112), 1))
    beam = polygon([(84, -46), (230, -104), (230, 30), (84, 0)])
    pen.glow(
        beam, Gradient((84, 0), (230, 0), ((0.0, (255, 240, 170)), (1.0, (255, 240, 170))), alphas=(0.6, 0.0)), blur=3
    )
    coat(pen, box(-92, -40, 136, 34, 7), what)
    pen.fill(box(-100, -37, 14, 28, 5), metal, "metal")
    for x in range(-72, -20, 8):
        pen.line(bars(f"{x},-38 {x},-8"), darken(what.rgb, 0.35), 2, alpha=0.6)
    pen.line(bars("-84,-33 36,-33"), lighten(what.rgb, 0.6), 3, alpha=0.6)
    pen.fill(facet("40,-42 74,-54 86,-54 86,8 74,8 40,-4", 4), metal, "metal")
    pen.line(bars("58,-46 58,0|64,-48 64,2"), darken(metal, 0.4), 1.6, alpha=0.7)
    pen.fill(ellipse(86, -23, 9, 31), lighten(metal, 0.2), "metal")
    pen.glow(ellipse(87, -23, 6.4, 26), (255, 246, 200))
    pen.fill(box(-4, -46, 24, 9, 4), darken(metal, 0.3), "glossy", line=0.7)
    pen.decal(box(2, -44.6, 12, 3, 1.5), (236, 120, 90))


@thing("torch", "flaming torch", "burning torch", cm=60, attach="hand", fit=30)
def draw_torch(pen: Pen, look: Look) -> None:
    """A wooden shaft, a bound head, a flame."""
    what = finish(look, (132, 88, 54), "soft", "wood")
    pen.glow(
        ellipse(0, -142, 70),
        Gradient(
            (0, -142), (70, -142), ((0.0, (255, 190, 90)), (1.0, (255, 170, 60))), radial=True, alphas=(0.45, 0.0)
        ),
        blur=6,
    )
    coat(pen, facet("-9,-100 9,-100 5,0 -5,0", 3), what, upright=True)
    pen.fill(
        organic("0,-206 10,-182 8,-170 22,-178 28,-150 20,-120 0,-108 -20,-120 -28,-148 -20,-168 -14,-158 -10,-180"),
        (240, 110, 36),
        "flat",
        line=0.8,
    )
    pen.glow(organic("2,-184 8,-160 18,-154 16,-128 0,-110 -16,-126 -18,-148 -8,-152"), (252, 178, 54))
    pen.glow(organic("0,-156 9,-138 6,-118 0,-112 -8,-118 -9,-136"), (255, 240, 170))
    pen.fill(
        organic("-17,-118 0,-113 17,-118 15,-98 10,-86 0,-84 -10,-86 -15,-98"), look.part("head", (92, 76, 66)), "soft"
    )
    for y in (-110, -102, -94):
        pen.line(stroke(f"-15,{y - 2} 0,{y + 3} 15,{y - 3}"), (190, 160, 120), 2.6)
