"""Of the garden and the wood: a watering can, a nest, a beehive; binoculars to watch them with."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, points, stroke
from pinxit.engines.illustrator.shapes import arc, box, curve, ellipse, minus, tube


@thing("watering can", "watering pot", "garden can", cm=36, attach="hand", fit=70, faces=1)
def draw(pen: Pen, look: Look) -> None:
    """A round tin, the rose at the right."""
    what = finish(look, (84, 160, 150), "glossy", "metal")
    rgb = what.rgb
    pen.line(stroke("-44,-96 -40,-132 -6,-142 28,-122 30,-92"), darken(rgb, 0.5), 9)
    pen.line(stroke("-44,-96 -40,-132 -6,-142 28,-122 30,-92"), lighten(rgb, 0.08), 6.4)
    pen.fill(tube(points("34,-26 60,-40 84,-78 102,-112"), [20, 15, 10, 8]), what.tone(-0.1).rgb, what.form)
    pen.fill(facet("90,-110 112,-100 128,-122 88,-142", 4), rgb, what.form)
    pen.fill(ellipse(108, -132, 24, 8, 27), lighten(rgb, 0.3), "round", line=0.8)
    for x in (-14, -5, 4, 13):
        for y in (-2.4, 2.4):
            with pen.at(108, -132, turn=27):
                pen.decal(ellipse(x, y, 1.5, 1.2), darken(rgb, 0.6))
    pen.fill(ellipse(-4, -92, 44, 12), darken(rgb, 0.55), "flat")
    body = minus(organic("-48,-92 -52,-50 -54,-8 -30,2 0,4 26,2 46,-8 44,-50 40,-92 0,-86"), ellipse(-4, -95, 43, 10))
    coat(pen, body, what)
    with pen.on(body):
        for y in (-72, -18):
            pen.line(stroke(f"-60,{y} -4,{y + 10} 54,{y}"), darken(rgb, 0.35), 2)
            pen.line(stroke(f"-60,{y + 3} -4,{y + 13} 54,{y + 3}"), lighten(rgb, 0.5), 1.6, alpha=0.8)
        pen.decal(organic("-40,-80 -32,-78 -34,-20 -42,-20"), (255, 255, 255), alpha=0.4, blur=2)
    pen.line(stroke("-48,-80 -84,-76 -88,-40 -52,-26"), darken(rgb, 0.5), 9)
    pen.line(stroke("-48,-80 -84,-76 -88,-40 -52,-26"), lighten(rgb, 0.08), 6.4)


@thing("nest", "bird nest", "bird's nest", "birds nest", cm=10)
def draw_nest(pen: Pen, look: Look) -> None:
    """A cup of twigs with three speckled eggs."""
    rgb = look.colour((150, 108, 66))
    egg = look.part("eggs", look.colour((158, 212, 214), 1))
    rng = look.random("twigs")
    pen.fill(ellipse(0, -46, 84, 24), darken(rgb, 0.5), "round")
    pen.anchor("inside", 0, -44, 110)
    pen.anchor("seat", 0, -40, 90)
    for x, y, turn in ((-32.0, -54.0, -14.0), (34.0, -53.0, 16.0), (0.0, -48.0, 2.0)):
        with pen.at(x, y, turn=turn):
            shell = organic("0,-27 14,-18 20,0 14,16 0,21 -14,16 -20,0 -14,-18")
            pen.fill(shell, egg, "glossy", line=0.8)
            with pen.on(shell):
                for _ in range(14):
                    spot = (rng.uniform(-18, 18), rng.uniform(-24, 18))
                    pen.decal(ellipse(*spot, rng.uniform(0.6, 1.8)), (112, 88, 70), alpha=0.7)
    cup = minus(organic("-90,-48 -84,-22 -58,-4 0,2 58,-4 84,-22 90,-48 50,-30 0,-26 -50,-30"), ellipse(0, -54, 78, 22))
    pen.fill(cup, darken(rgb, 0.18), "soft")
    for i in range(120):
        a, b = rng.uniform(-88, 70), rng.uniform(24, 62)
        share = (a + b / 2) / 92
        top = -32 + 22 * (1 - max(0.0, 1 - share**2) ** 0.5) * -1
        y = rng.uniform(top, -3 - 30 * share**2)
        tone = (darken(rgb, 0.4), lighten(rgb, 0.3), rgb, lighten(rgb, 0.55))[i % 4]
        with pen.on(cup):
            pen.line(
                curve((a, y + rng.uniform(-6, 6)), (a + b / 2, y + 5), (a + b, y + rng.uniform(-8, 6))),
                tone,
                rng.uniform(1.2, 2.6),
            )
    for text in (
        "-92,-46 -66,-32 -30,-26",
        "96,-52 60,-30 10,-24",
        "-74,-16 -100,-10",
        "66,-14 96,-18",
        "-20,-25 30,-26 74,-38",
    ):
        pen.line(stroke(text), lighten(rgb, 0.2), 2.4)


@thing("beehive", "bee hive", "hive", "skep", cm=50)
def draw_beehive(pen: Pen, look: Look) -> None:
    """A straw skep with its door."""
    rgb = look.colour((230, 176, 76))
    rows = ((-132, 22, 20), (-116, 44, 24), (-96, 58, 26), (-74, 66, 26), (-52, 70, 26), (-30, 70, 26), (-9, 64, 24))
    for y, half, high in rows:
        roll = box(-half, y - high / 2, half * 2, high, high / 2)
        pen.fill(roll, rgb, "round")
        with pen.on(roll):
            for x in range(-70, 74, 9):
                pen.line(stroke(f"{x - 5},{y + 13} {x},{y} {x + 3},{y - 13}"), darken(rgb, 0.3), 1.3, alpha=0.6)
                pen.line(stroke(f"{x - 1},{y + 12} {x + 4},{y} {x + 7},{y - 12}"), lighten(rgb, 0.5), 1.2, alpha=0.5)
    pen.fill(organic("0,-52 16,-42 18,-22 10,-12 -10,-12 -18,-22 -16,-42"), darken(rgb, 0.42), "round")
    pen.decal(organic("0,-47 12,-39 13,-22 8,-16 -8,-16 -13,-22 -12,-39"), (54, 34, 24))
    for x, y, turn in ((46, -112, -16), (-60, -92, 14), (30, -34, -8)):
        with pen.at(x, y, 0.9, turn=turn):
            for side in (-1, 1):
                pen.fill(ellipse(side * 3 - 1, -9, 5, 8, side * 26), (226, 238, 246), "flat", line=0.4, alpha=0.9)
            pen.fill(ellipse(0, 0, 11, 8), (250, 200, 50), "round", line=0.7)
            pen.line(bars("-3,-7 -3,7|3,-7 3,7"), (44, 34, 32), 3)
            pen.decal(ellipse(8, -1, 2), (44, 34, 32))


@thing("binoculars", "binocular", "field glasses", "opera glasses", cm=16, attach="hand", fit=70)
def draw_binoculars(pen: Pen, look: Look) -> None:
    """Two barrels towards us, glass below, eyepieces above."""
    what = finish(look, (62, 68, 72), "glossy", "leather" if look.has("leather") else "")
    trim = look.colour((196, 162, 88), 1)
    pen.fill(box(-22, -100, 44, 18, 5), what.tone(-0.2).rgb, "round")
    pen.fill(box(-20, -56, 40, 16, 5), what.tone(-0.2).rgb, "round")
    pen.fill(box(-7, -112, 14, 66, 5), what.tone(0.12).rgb, "metal")
    for y in range(-108, -86, 5):
        pen.line(bars(f"-6,{y} 6,{y}"), darken(what.rgb, 0.4), 1.6)
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            pen.fill(box(16, -142, 32, 22, 5), darken(what.rgb, 0.3), "glossy")
            pen.fill(facet("19,-124 46,-124 52,-96 14,-96", 3), trim, "metal")
            barrel = facet("12,-104 54,-104 68,-50 70,-24 8,-24 10,-56", 6)
            coat(pen, barrel, what)
            with pen.on(barrel):
                pen.line(bars("20,-98 16,-30"), lighten(what.rgb, 0.5), 3, alpha=0.5, blur=1)
                pen.line(bars("4,-42 76,-42"), trim, 2.4)
            pen.fill(ellipse(39, -22, 34, 22), darken(what.rgb, 0.2), "metal")
            pen.fill(ellipse(39, -22, 27, 16.6), (66, 108, 156), "glossy", line=0.6)
            pen.decal(organic("20,-24 26,-32 40,-35 34,-28 26,-20"), (255, 255, 255), alpha=0.6)
            pen.line(arc(39, -22, 22, 12.6, 20, 70), (176, 130, 210), 2.6, alpha=0.7)
