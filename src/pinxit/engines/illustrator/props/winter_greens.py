"""Holly, mistletoe, chestnut, ivy, topiary, succulent."""

from __future__ import annotations

import itertools
import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.material import Finish
from pinxit.engines.illustrator.rigs.tree import crown
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import box, ellipse, smooth, union

GREEN: Rgb = (62, 128, 70)


def _holly_leaf(pen: Pen, x: float, y: float, turn: float, rgb: Rgb) -> None:
    with pen.at(x, y, turn=turn):
        blade = cut(
            pen,
            "0,0 12,-14 22,-10 34,-26 44,-15 58,-26 66,-12 84,-14 84,-4 100,0 84,4 84,14 66,12 58,26 44,15 34,26 22,10 12,14",
            rgb,
            "glossy",
            3,
        )
        with pen.on(blade):
            score(pen, "0,0 98,0", lighten(rgb, 0.5), 2.4, 0.9)
            score(
                pen, "20,0 34,-18|20,0 34,18|42,0 58,-18|42,0 58,18|62,0 82,-10|62,0 82,10", lighten(rgb, 0.4), 1.2, 0.7
            )


@thing("holly", "holly leaf", "holly berries", "holly branch", "holly sprig", cm=14, kind="plant")
def draw_holly(pen: Pen, look: Look) -> None:
    """Three spiny leaves and a cluster of berries."""
    berry = look.part("berries", look.colour((206, 32, 44)))
    for turn, tone in ((-90, darken(GREEN, 0.1)), (-166, GREEN), (-14, lighten(GREEN, 0.06))):
        _holly_leaf(pen, 0, -44, turn, tone)
    for x, y in ((-15, -40), (15, -40), (0, -26), (0, -52)):
        disc(pen, f"{x} {y} 17", berry, "glossy")
        disc(pen, f"{x + 2} {y + 7} 2", darken(berry, 0.6), "flat", 0)


@thing("mistletoe", "mistletoe sprig", "mistletoe branch", cm=25, kind="plant")
def draw_mistletoe(pen: Pen, look: Look) -> None:
    """A hanging bunch tied with a red ribbon: forked twigs, paired leaves, white berries."""
    tone = look.colour((132, 162, 92))
    ends = ((-70, -40), (-40, -14), (0, -4), (40, -14), (70, -40))
    for x, y in ends:
        wires(pen, f"0,-150 {x * 0.4},-96 {x},{y - 26}", (120, 136, 72), 4)
    for x, y in ends:
        for turn in (40, 90, 140):
            with pen.at(x, y - 28, turn=turn + x * -0.3):
                blade = mould(
                    pen, "0,0 12,-9 34,-10 48,-2 38,7 14,7", tone if turn != 90 else lighten(tone, 0.12), "soft", 0.8
                )
                with pen.on(blade):
                    score(pen, "0,0 24,-2 46,-1", lighten(tone, 0.45), 1.5, 0.8)
    for x, y in ((-68, -66), (-34, -46), (-42, -34), (0, -36), (10, -44), (40, -42), (66, -66), (-16, -76), (20, -80)):
        disc(pen, f"{x} {y} 8.6", (250, 250, 238), "glossy", 0.8)
    red: Rgb = (206, 40, 48)
    for side in (-1, 1):
        mould(pen, f"0,-146 {side * 18},-166 {side * 44},-164 {side * 46},-142 {side * 20},-138", red, "soft")
        mould(
            pen,
            f"0,-144 {side * 10},-118 {side * 28},-100 {side * 14},-98 {side * 2},-122",
            darken(red, 0.12),
            "soft",
            0.8,
        )
    disc(pen, "0 -145 10 9", lighten(red, 0.06), "soft")
    pen.anchor("hook", 0, -152, 30)


@thing("chestnut", "chestnuts", "conker", "conkers", "horse chestnut", cm=6, kind="plant", attach="hand", fit=60)
def draw_chestnut(pen: Pen, look: Look) -> None:
    """One in its open spiny husk, one beside it."""
    nut = look.colour((128, 66, 36))
    husk: Rgb = (164, 176, 84)
    for i in range(44):
        a = math.pi * (0.1 + i / 44 * 1.8) + math.pi / 2
        x, y = -30 + 56 * math.cos(a), -56 + 52 * math.sin(a)
        score(pen, f"{x},{y} {x + 15 * math.cos(a)},{y + 15 * math.sin(a)}", darken(husk, 0.3), 2.2)
    ball = disc(pen, "-30 -56 57 53", husk, "soft")
    with pen.on(ball):
        for i in range(60):
            a, r = i * 2.4, 54 * math.sqrt(i / 60)
            x, y = -30 + r * math.cos(a), -56 + r * math.sin(a)
            score(pen, f"{x},{y} {x + 6 * math.cos(a)},{y + 6 * math.sin(a)}", darken(husk, 0.35), 1.8, 0.7)
    mould(pen, "-66,-54 -52,-84 -24,-92 4,-78 10,-50 -6,-26 -34,-20 -58,-30", (246, 234, 200), "soft", 0.7)
    for x, y, size in ((-28.0, -56.0, 1.0), (52.0, -34.0, 1.08)):
        with pen.at(x, y, size):
            body = mould(pen, "0,-34 14,-26 30,-12 32,10 18,28 0,31 -18,28 -32,10 -30,-12 -14,-26", nut, "glossy")
            tint(pen, body, "-22,26 0,18 22,26 10,36 -10,36", (222, 190, 144), 0.95, 1)
            with pen.on(body):
                score(pen, "-4,-32 -16,-8 -16,18|4,-32 16,-8 16,18|0,-34 0,16", darken(nut, 0.4), 1.4, 0.5)
            wires(pen, "0,-33 0,-39", (206, 172, 124), 3)


@thing("ivy", "ivy vine", "creeper", "climbing plant", "grapevine", cm=60, kind="plant")
def draw_ivy(pen: Pen, look: Look) -> None:
    """Trailing shoots of five-pointed leaves."""
    tone = look.colour((78, 138, 76))
    courses = ("-70,-190 -56,-130 -78,-70 -60,-4", "0,-190 -16,-120 14,-60 -4,10", "70,-190 80,-130 56,-80 74,-20")
    for text in courses:
        wires(pen, text, (112, 94, 62), 4)
    wires(pen, "-92,-190 -40,-196 20,-188 92,-192", (112, 94, 62), 6)
    rng = look.random("ivy")
    spots = [(x * 13.0 - 84, -190.0 + rng.uniform(-8, 6)) for x in range(14)]
    for text in courses:
        way = [tuple(float(v) for v in p.split(",")) for p in text.split()]
        for (x0, y0), (x1, y1) in itertools.pairwise(way):
            spots += [(x0 + (x1 - x0) * t + rng.uniform(-12, 12), y0 + (y1 - y0) * t) for t in (0.2, 0.45, 0.7, 0.95)]
    for i, (x, y) in enumerate(spots):
        shade = (darken(tone, 0.14), tone, lighten(tone, 0.14))[i % 3]
        with pen.at(x, y, rng.uniform(0.75, 1.05), turn=rng.uniform(-50, 50)):
            blade = cut(
                pen, "0,-12 9,-15 19,-9 14,0 18,9 8,9 0,24 -8,9 -18,9 -14,0 -19,-9 -9,-15", shade, "soft", 4, 0.8
            )
            with pen.on(blade):
                score(pen, "0,-12 0,20|0,-8 14,-8|0,-8 -14,-8|0,-4 13,6|0,-4 -13,6", lighten(shade, 0.5), 1.1, 0.8)
    pen.anchor("hook", 0, -194, 120)


@thing("topiary", "topiary tree", "boxwood", "box tree", "clipped bush", cm=140, kind="plant")
def draw_topiary(pen: Pen, look: Look) -> None:
    """Three clipped balls on one stem in a square-rimmed pot."""
    green = look.colour((74, 132, 68))
    rng = look.random("box")
    rod(pen, "0,-40 0,-200", 8, (122, 88, 60), "round")
    Vessel(Turned("40 -48 36 -44 28 0", 0.2), Finish((198, 110, 76), "round"), 4, (70, 50, 40), 4).draw(pen)
    for y, size in ((-86.0, 42.0), (-150.0, 33.0), (-202.0, 24.0)):
        crown(pen, [(0, y, size, size * 0.94)], green, rng)


@thing("hedge", "hedgerow", "box hedge", "garden hedge", "privet", cm=120, kind="plant")
def draw_hedge(pen: Pen, look: Look) -> None:
    """A long clipped block of leaves."""
    green = look.colour((84, 142, 68))
    rng = look.random("hedge")
    lobes = [box(-146, -96, 292, 92, 12)]
    for i in range(25):
        lobes.append(ellipse(-144 + i * 12, -94 + rng.uniform(-2, 2), 9, 7))
    for i in range(8):
        lobes += [ellipse(side * 145, -88 + i * 10.6, 6, 8) for side in (-1, 1)]
    body = pen.fill(union(*lobes), darken(green, 0.36), "flat")
    with pen.on(body):
        pen.decal(box(-160, -34, 320, 40), darken(green, 0.5), alpha=0.35, blur=10)
        for i in range(300):
            x, y = rng.uniform(-150, 150), -98 + 96 * (i / 300)
            tone = mix(lighten(green, 0.3), darken(green, 0.34), min(1.0, max(0.0, i / 300 + rng.uniform(-0.2, 0.2))))
            pen.fill(ellipse(x, y, rng.uniform(5, 8), 3.2, rng.uniform(0, 180)), tone, "flat", line=0.3)
        pen.decal(box(-150, -104, 300, 14), lighten(green, 0.35), alpha=0.35, blur=5)


@thing("succulent", "succulents", "echeveria", "sempervivum", "succulent plant", cm=14, kind="plant")
def draw_succulent(pen: Pen, look: Look) -> None:
    """A rosette of thick pointed leaves in a low pot."""
    tone = look.colour((130, 178, 150))
    planted = look.has("planted")  # stands in a vessel of its own
    if not planted:
        Vessel(Turned("52 -52 50 -40 40 0", 0.26), Finish((226, 214, 200), "round"), 5, (92, 70, 56), 5).draw(pen)
    for ring, (count, long, half) in enumerate(((11, 78.0, 19.0), (9, 60.0, 17.0), (7, 42.0, 14.0), (5, 25.0, 10.0))):
        for i in range(count):
            turn = i * 360 / count + ring * 21
            lean = 0.6 + 0.4 * math.sin(math.radians(turn)) ** 2
            with pen.at(0, (-34 if planted else -78) - ring * 3, turn=turn):
                size = long * lean
                petal = smooth(
                    [(-half * 0.4, 0), (-half, -size * 0.55), (-half * 0.5, -size * 0.86), (0, -size),
                     (half * 0.5, -size * 0.86), (half, -size * 0.55), (half * 0.4, 0)]
                )  # fmt: skip
                shade = lighten(tone, ring * 0.1)
                pen.fill(petal, shade, "soft", line=0.8)
                tint(
                    pen,
                    petal,
                    f"{-half * 0.6},{-size * 0.94} 0,{-size * 0.86} {half * 0.6},{-size * 0.94} 0,{-size * 1.1}",
                    (222, 96, 120),
                    0.7,
                    2,
                )
                with pen.on(petal):
                    score(pen, f"0,{-size * 0.2} 0,{-size * 0.8}", lighten(shade, 0.4), 1.4, 0.5)
