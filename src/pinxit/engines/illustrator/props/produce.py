"""Roots and vegetables: potato, onion, garlic, cucumber, eggplant, lettuce."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import ellipse, tube


@thing("potato", "potatoes", "spud", "raw potato", cm=7, kind="food")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (204, 162, 104), "round")
    body = organic("-62,-34 -52,-60 -24,-72 12,-70 46,-64 66,-40 60,-14 34,-1 0,-3 -34,0 -56,-12")
    coat(pen, body, what)
    rng = look.random("eyes")
    with pen.on(body):
        for _ in range(34):
            spot = (rng.uniform(-60, 62), rng.uniform(-70, -4))
            pen.decal(ellipse(*spot, rng.uniform(0.6, 1.7)), darken(what.rgb, 0.6), alpha=0.66)
        for x, y in ((-34, -46), (-4, -22), (20, -54), (42, -28), (-22, -14)):
            pen.decal(ellipse(x, y + 2, 6, 3.4, -14), darken(what.rgb, 0.3), alpha=0.5, blur=1)
            pen.line(stroke(f"{x - 7},{y} {x},{y + 3} {x + 7},{y - 1}"), darken(what.rgb, 0.5), 1.4, alpha=0.7)


@thing("onion", "red onion", "onions", cm=9, kind="food")
def draw_onion(pen: Pen, look: Look) -> None:
    usual = (150, 44, 92) if look.noun == "red onion" else (214, 142, 62)
    what = finish(look, usual, "glossy")
    for x, y in ((-12, 6), (-6, 8), (0, 7), (6, 8), (12, 5)):
        pen.line(stroke(f"{x * 0.4},-3 {x * 0.8},2 {x},{y - 5}"), (206, 186, 146), 1.6)
    for tip in ("-6,-88 -14,-104 -18,-116", "5,-88 12,-106 20,-114", "0,-90 1,-110 -4,-124"):
        pen.fill(
            tube([(float(a), float(b)) for a, b in (p.split(",") for p in tip.split())], [9, 5, 2]),
            what.rgb,
            "soft",
            line=0.7,
        )
    body = organic("0,-100 12,-88 36,-78 54,-52 48,-20 22,-4 0,-1 -22,-4 -48,-20 -54,-52 -36,-78 -12,-88")
    coat(pen, body, what)
    with pen.on(body):
        for x in (-44, -30, -16, 0, 16, 30, 44):
            pen.line(
                stroke(f"{x * 0.1},-98 {x * 0.7},-80 {x * 1.12},-48 {x * 0.8},-16 {x * 0.1},-2"),
                darken(what.rgb, 0.32),
                1.3,
                alpha=0.55,
            )


@thing("garlic", "garlic bulb", "head of garlic", "garlic clove", cm=6, kind="food")
def draw_garlic(pen: Pen, look: Look) -> None:
    what = finish(look, (244, 236, 226), "soft")
    blush = look.colour((196, 150, 178), 1)
    pen.fill(tube([(0, -70), (3, -96), (-2, -120)], [24, 12, 9]), what.tone(-0.06).rgb, "soft")
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            pen.fill(organic("-4,-82 -30,-68 -56,-40 -50,-12 -28,-2 -10,-8"), what.tone(-0.05).rgb, "soft")
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            pen.fill(organic("2,-88 -16,-70 -36,-38 -30,-8 -10,0 4,-6"), what.rgb, "soft", line=0.6)
    mid = organic("0,-92 10,-72 21,-36 14,-4 0,2 -14,-4 -21,-36 -10,-72")
    coat(pen, mid, what)
    for run in (
        "-2,-88 -20,-60 -42,-32 -38,-10",
        "2,-88 22,-60 42,-32 38,-10",
        "0,-88 -6,-50 -4,-10",
        "0,-88 8,-50 8,-14",
    ):
        pen.line(stroke(run), blush, 1.8, alpha=0.6)
    for x in (-6, -2, 2, 6):
        pen.line(stroke(f"{x * 0.5},0 {x},2 {x * 1.4},4"), (190, 170, 140), 1.3)


@thing("cucumber", "gherkin", "cucumbers", "zucchini", "courgette", cm=7, kind="food")
def draw_cucumber(pen: Pen, look: Look) -> None:
    """Whole, with three slices before it."""
    what = finish(look, (64, 128, 58), "glossy")
    body = tube([(-92, -40), (-40, -34), (20, -36), (86, -50)], [34, 44, 44, 34])
    coat(pen, body, what)
    rng = look.random("bumps")
    with pen.on(body):
        for dy in (-14, -4, 7, 15):
            pen.line(
                stroke(f"-100,{-40 + dy * 0.8} -40,{-34 + dy} 20,{-36 + dy} 92,{-50 + dy * 0.8}"),
                lighten(what.rgb, 0.3),
                2.2,
                alpha=0.5,
            )
        for _ in range(36):
            pen.decal(ellipse(rng.uniform(-100, 96), rng.uniform(-62, -16), 1.3), lighten(what.rgb, 0.5), alpha=0.7)
    pen.line(stroke("100,-53 108,-56 112,-62"), (110, 130, 60), 5)
    for x, y, turn in ((-62, -18, -8), (-28, -14, 6), (14, -18, -4)):
        with pen.at(x, y, turn=turn):
            pen.fill(ellipse(3, 1.4, 21, 19), darken(what.rgb, 0.15), "round")
            pen.fill(ellipse(0, 0, 20.4, 18.6), what.rgb, "flat", line=0.5)
            pen.fill(ellipse(0, 0, 18, 16.2), (222, 238, 176), "round", line=0)
            pen.decal(ellipse(0, 0, 11, 9.6), (196, 222, 146))
            for sx, sy in ((-6, -3), (6, -3), (0, 6), (-5, 4), (5, 4), (0, -6)):
                pen.decal(ellipse(sx, sy, 2.2, 1.3, 60 * sx), (246, 246, 212))


@thing("eggplant", "aubergine", "eggplants", cm=18, kind="food")
def draw_eggplant(pen: Pen, look: Look) -> None:
    what = finish(look, (90, 44, 112), "glossy")
    with pen.at(0, 0, turn=0):
        body = organic("14,-122 32,-104 38,-78 48,-46 42,-14 16,0 -14,-1 -42,-16 -48,-46 -30,-82 -18,-106 -8,-120")
        coat(pen, body, what)
        with pen.on(body):
            pen.decal(
                organic("-30,-60 -20,-82 -10,-100 -8,-90 -18,-68 -26,-44 -32,-46"), (255, 255, 255), alpha=0.5, blur=2
            )
            pen.decal(ellipse(26, -26, 14, 26, 24), lighten(what.rgb, 0.35), alpha=0.35, blur=6)
        leaf = look.part("leaf", (92, 144, 70))
        pen.fill(tube([(4, -122), (8, -136), (20, -148)], [12, 9, 10]), leaf, "soft")
        pen.fill(
            organic(
                "2,-130 18,-126 34,-106 38,-88 26,-100 20,-92 12,-106 4,-86 "
                "-4,-106 -18,-94 -20,-108 -30,-98 -22,-116 -8,-128"
            ),
            leaf,
            "soft",
        )
        for run in ("2,-124 4,-112 4,-98", "8,-122 18,-112 24,-102", "-4,-122 -12,-114 -18,-108"):
            pen.line(stroke(run), darken(leaf, 0.35), 1.4, alpha=0.7)


@thing("lettuce", "lettuce head", "head of lettuce", cm=15, kind="food")
def draw_lettuce(pen: Pen, look: Look) -> None:
    """Ruffled leaves folded around a heart."""
    rgb = look.colour((132, 186, 82))
    leaves = (
        (-30, -4, 66, -34, -0.16),
        (30, -4, 66, 34, -0.16),
        (-14, -6, 96, -13, 0.0),
        (16, -6, 94, 16, -0.06),
        (0, -8, 98, 2, 0.16),
        (-26, 0, 58, -24, 0.3),
        (26, 0, 58, 26, 0.22),
        (0, 2, 66, 0, 0.38),
    )
    for x, y, tall, turn, amount in leaves:
        tone = lighten(rgb, amount) if amount > 0 else darken(rgb, -amount)
        with pen.at(x, y, tall / 100, turn=turn):
            leaf = organic(
                "-10,0 -34,-14 -44,-30 -40,-42 -54,-54 -46,-66 -48,-80 -32,-86 -22,-98 -8,-94 4,-102 "
                "16,-94 30,-96 38,-82 50,-76 46,-60 54,-50 42,-38 42,-24 28,-10 10,0"
            )
            pen.fill(leaf, tone, "soft", line=0.8)
            pen.line(stroke("0,0 1,-40 0,-80"), lighten(tone, 0.6), 5, alpha=0.85)
            for side in (-1, 1):
                for vy in (-20, -42, -62):
                    pen.line(
                        stroke(f"0,{vy} {side * 16},{vy - 10} {side * 34},{vy - 14}"), lighten(tone, 0.5), 2, alpha=0.7
                    )
