"""Of tales: a skull, a crystal ball, a cannon, a bow with its arrow."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.props.wagon import wheel
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, points, stroke
from pinxit.engines.illustrator.shapes import arc, box, ellipse, polygon, star, tube


@thing("skull", "human skull", "skulls", cm=22)
def draw(pen: Pen, look: Look) -> None:
    """From the front: great round brow, dark orbits, a row of teeth."""
    what = finish(look, (240, 230, 208), "round")
    dark = look.part("eyes", darken(what.rgb, 0.78))
    jaw = organic("-40,-44 40,-44 38,-20 28,-2 0,3 -28,-2 -38,-20")
    pen.fill(jaw, what.tone(-0.08).rgb, what.form)
    head = organic(
        "0,-152 42,-142 66,-108 64,-76 54,-60 46,-48 34,-30 0,-26 -34,-30 -46,-48 -54,-60 -64,-76 -66,-108 -42,-142"
    )
    coat(pen, head, what)
    with pen.on(head):
        for flip in (False, True):
            with pen.at(0, 0, flip=flip):
                pen.decal(ellipse(58, -82, 9, 16, -12), darken(what.rgb, 0.3), alpha=0.4, blur=3)
                pen.decal(ellipse(34, -46, 12, 6, -28), darken(what.rgb, 0.3), alpha=0.35, blur=3)
        pen.line(stroke("14,-150 10,-138 18,-130 13,-120"), darken(what.rgb, 0.4), 1.8, alpha=0.7)
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            pen.fill(organic("12,-90 28,-98 46,-90 47,-72 36,-62 20,-64 11,-76"), dark, "flat", line=0.6)
            pen.line(stroke("12,-96 28,-102 46,-95"), lighten(what.rgb, 0.5), 2.6, alpha=0.7)
    pen.fill(organic("0,-66 8,-52 9,-46 2,-46 0,-50 -2,-46 -9,-46 -8,-52"), dark, "flat", line=0.6)
    pen.decal(organic("-32,-32 0,-28 32,-32 30,-14 0,-10 -30,-14"), darken(what.rgb, 0.7))
    for row, y in ((0, -33), (1, -21)):
        for i in range(7):
            x = -27 + i * 9.0
            pen.fill(
                box(x - 4.1, y + 3 - abs(i - 3) * 0.7, 8.2, 11 - row, 2.6), lighten(what.rgb, 0.35), "round", line=0.5
            )
    pen.anchor("head", 0, -126, 124)
    pen.anchor("top", 0, -150, 50)


@thing("crystal ball", "fortune ball", "scrying orb", "magic orb", cm=24)
def draw_orb(pen: Pen, look: Look) -> None:
    """A glowing globe with mist and stars on a footed stand."""
    rgb = look.colour((124, 92, 206))
    gold = look.part("stand", look.colour((206, 160, 78), 1))
    pen.fill(organic("-40,-34 40,-34 34,-18 48,-6 58,0 0,4 -58,0 -48,-6 -34,-18"), gold, "metal")
    ball = ellipse(0, -86, 64)
    stops = ((0.0, lighten(rgb, 0.75)), (0.5, lighten(rgb, 0.3)), (0.85, rgb), (1.0, darken(rgb, 0.4)))
    pen.fill(ball, Gradient((4, -78), (68, -78), stops, radial=True), "glossy")
    with pen.on(ball):
        for text in (
            "-60,-60 -30,-84 -6,-66 20,-90 52,-80",
            "-50,-104 -20,-116 6,-100 34,-116",
            "-40,-44 0,-52 40,-42",
        ):
            pen.line(stroke(text), (255, 240, 255), 11, alpha=0.35, blur=6)
        for x, y, r in ((-20, -74, 8), (22, -96, 6), (12, -58, 5), (-30, -108, 4)):
            pen.decal(star(x, y, r, r * 0.25, 4), (255, 252, 224))
        pen.line(arc(0, -86, 52, 52, 196, 52), (255, 255, 255), 7, alpha=0.85, blur=1)
        pen.line(arc(0, -86, 56, 56, 30, 50), lighten(rgb, 0.7), 3.4, alpha=0.7, blur=1)
    pen.line(ball, darken(rgb, 0.35), 1.4, alpha=0.6)
    pen.fill(organic("-44,-38 -30,-30 0,-25 30,-30 44,-38 40,-25 0,-15 -40,-25"), gold, "metal")
    for x in (-26, 0, 26):
        pen.fill(ellipse(x, -23 + abs(x) * -0.08, 3.6), (206, 60, 96), "glossy", line=0.5)


@thing("cannon", "pirate cannon", "artillery", cm=110, faces=1)
def draw_cannon(pen: Pen, look: Look) -> None:
    """A ringed iron barrel on a wheeled carriage."""
    what = finish(look, (74, 78, 86), "metal", "metal")
    wood = finish(Look(), look.part("carriage", look.colour((150, 98, 58), 1)), "soft", "wood")
    coat(pen, facet("-120,-14 -108,-26 -20,-62 24,-58 14,-38 -96,-4 -116,-2", 4), wood.tone(-0.1))
    with pen.at(-4, -74, turn=-11):
        pen.fill(tube([(-66, 0), (-78, 0)], [12, 17]), what.rgb, what.form)
        barrel = polygon([(-66, -24), (-20, -25), (30, -21), (96, -16), (96, 16), (30, 21), (-20, 25), (-66, 24)])
        coat(pen, barrel, what)
        for x, half, wide in ((-70, 27, 11), (-18, 28, 8), (34, 23.5, 8), (92, 20, 14)):
            pen.fill(box(x, -half, wide, half * 2, 4), what.tone(0.1).rgb, what.form)
        pen.fill(ellipse(106, 0, 5, 15), (28, 26, 30), "flat", line=0.7)
    wheel(pen, 4, -42, 42, wood, 12)
    for x, y in ((78, -12), (104, -12), (91, -33)):
        pen.fill(ellipse(x, y, 12.4), darken(what.rgb, 0.2), "glossy")


@thing("bow and arrow", "archery bow", "longbow", "bow and arrows", "crossbow", cm=150, attach="hand", fit=20)
def draw_archery(pen: Pen, look: Look) -> None:
    """The bow strung, its arrow across it."""
    what = finish(look, (150, 92, 50), "soft", "wood")
    pen.line(bars("-30,-178 -30,0"), (226, 216, 196), 1.8)
    limb = tube(
        points("-34,-182 -26,-172 10,-142 26,-112 30,-90 26,-68 10,-38 -26,-8 -34,2"), [4, 6, 8, 9, 10, 9, 8, 6, 4]
    )
    coat(pen, limb, what)
    pen.fill(box(23, -106, 13, 32, 5), darken(what.rgb, 0.45), "soft")
    for y in range(-102, -76, 5):
        pen.line(bars(f"24,{y} 35,{y - 2}"), lighten(what.rgb, 0.2), 1.2, alpha=0.7)
    pen.fill(tube(points("-52,-90 80,-90"), 3.6), (206, 170, 116), "soft", line=0.7)
    pen.fill(polygon([(76, -98), (100, -90), (76, -82), (82, -90)]), (150, 158, 168), "metal")
    fletch = look.part("feathers", look.colour((206, 52, 54), 1))
    for side in (-1, 1):
        pen.fill(
            polygon([(-50, -90), (-58, -90 + side * 11), (-36, -90 + side * 10), (-24, -90)]), fletch, "soft", line=0.7
        )
