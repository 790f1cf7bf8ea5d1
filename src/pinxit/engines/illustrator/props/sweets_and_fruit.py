"""Fruit and sweet things: pomegranate, dragon fruit, fig, raspberry, waffle, muffin, macaron, brownie, jelly, pretzel."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.food import crumbs, gloss, leaf, plate, scatter
from pinxit.engines.illustrator.rigs.trace import facet, organic, points
from pinxit.engines.illustrator.shapes import box, ellipse, tube


@thing("pomegranate", "pomegranates", cm=10, kind="food")
def draw_pomegranate(pen: Pen, look: Look) -> None:
    rgb = look.colour((190, 40, 52))
    cut(pen, "-18,-108 -26,-134 -10,-122 0,-140 10,-122 26,-134 18,-108", darken(rgb, 0.1), "soft", 2)
    body = disc(pen, "0 -58 60 57", rgb, "glossy")
    tint(pen, body, "-44,-88 -20,-104 -16,-84 -38,-66", (255, 230, 220), 0.55, 4)
    disc(pen, "62 -36 44 40 12", darken(rgb, 0.06), "glossy")
    inner = disc(pen, "64 -36 37 33 12", (250, 232, 196), "soft", 0.5)
    with pen.on(inner):
        for x, y in scatter(ellipse(64, -36, 34, 30), 48, look.random("seeds")):
            disc(pen, f"{x} {y} 5.4 4.4 {x * 7}", (206, 24, 58), "glossy", 0.5)
            pen.decal(ellipse(x - 1.4, y - 1.4, 1.3), (255, 214, 220), alpha=0.9)
        score(pen, "64,-70 64,-36 40,-10|64,-36 98,-24|64,-36 34,-50", (250, 232, 196), 3.4)


@thing("dragon fruit", "dragonfruit", "pitaya", cm=12, kind="food")
def draw_dragonfruit(pen: Pen, look: Look) -> None:
    rgb = look.colour((226, 52, 118))
    for x, y, turn in ((-14.0, -116.0, -22), (12, -120, 14), (0, -118, -4)):
        with pen.at(x, y, turn=turn):
            mould(pen, "-9,8 -7,-18 0,-38 7,-18 9,8", (126, 176, 70), "soft", 0.8)
    mould(pen, "0,-124 36,-112 54,-74 46,-30 18,-2 0,2 -18,-2 -46,-30 -54,-74 -36,-112", rgb, "soft")
    for x, y, turn in (
        (-34, -84, -30),
        (0, -92, 4),
        (34, -84, 34),
        (-22, -54, -18),
        (20, -54, 20),
        (-40, -48, -44),
        (42, -46, 46),
        (0, -26, 0),
    ):
        with pen.at(x, y, turn=turn):
            scale = mould(pen, "-13,10 -9,-8 0,-30 9,-8 13,10 0,15", rgb, "soft", 0.8)
            tint(pen, scale, "-6,-14 0,-32 6,-14 0,-6", (146, 190, 80), 0.9, 2)
    slab = disc(pen, "62 -38 40 38", rgb, "soft")
    pen.decal(ellipse(62, -38, 34, 32), (252, 250, 248))
    with pen.on(slab):
        for x, y in scatter(ellipse(62, -38, 31, 29), 46, look.random("seeds")):
            pen.decal(ellipse(x, y, 1.7, 1.2), (46, 40, 46))


@thing("fig", "figs", "passion fruit", cm=6, kind="food")
def draw_fig(pen: Pen, look: Look) -> None:
    rgb = look.colour((98, 58, 98))
    body = mould(
        pen, "-30,-122 -22,-128 -6,-112 10,-80 18,-44 2,-8 -30,0 -64,-10 -80,-44 -68,-80 -42,-108", rgb, "soft"
    )
    with pen.on(body):
        score(
            pen, "-28,-116 -56,-70 -62,-14|-26,-116 -36,-60 -36,-4|-24,-116 -8,-60 -8,-10", lighten(rgb, 0.35), 2, 0.5
        )
        pen.decal(organic("-34,-130 -14,-130 -10,-100 -40,-100"), (146, 164, 96), alpha=0.7, blur=6)
    rod(pen, "-27,-120 -24,-140", 9, (116, 128, 74), "soft", 0.8)
    mould(pen, "62,-96 78,-78 96,-50 92,-18 62,-2 32,-18 28,-50 46,-78", rgb, "soft")
    mould(pen, "62,-86 74,-70 88,-48 84,-22 62,-10 40,-22 36,-48 50,-70", (244, 232, 206), "soft", 0.4)
    mould(pen, "62,-72 72,-58 78,-44 75,-28 62,-20 49,-28 46,-44 52,-58", (206, 76, 92), "glossy", 0.4)
    for x, y in scatter(ellipse(62, -44, 14, 22), 26, look.random("seeds")):
        pen.decal(ellipse(x, y, 1.6, 1.1), (250, 222, 150))


@thing(
    "raspberry", "raspberries", "blackberry", "blackberries", "mulberry", "cranberry", "cranberries", cm=3, kind="food"
)
def draw_raspberry(pen: Pen, look: Look) -> None:
    usual: Rgb = (62, 40, 82) if "black" in look.noun or "mul" in look.noun else (216, 44, 84)
    rgb = look.colour(usual)
    mould(pen, "-50,-84 -30,-114 0,-120 30,-114 50,-84 42,-40 18,-4 0,2 -18,-4 -42,-40", darken(rgb, 0.25), "round")
    for row in range(7):
        y, count = -104 + row * 16.5, (4, 5, 6, 5, 4, 3, 1)[row]
        for i in range(count):
            x = (i - (count - 1) / 2) * 18
            disc(pen, f"{x} {y} 11.4 10.6", mix(rgb, darken(rgb, 0.15), (i + row) % 2), "glossy", 0.7)
            pen.decal(ellipse(x - 3.6, y - 4, 2.8, 2), (255, 240, 244), alpha=0.8)
    for a in (-160, -120, -90, -60, -20):
        with pen.at(0, -114, turn=a + 90):
            mould(pen, "-6,4 -8,-14 0,-34 8,-14 6,4", (106, 164, 70), "soft", 0.8)
    rod(pen, "0,-116 2,-140", 6, (86, 140, 60), "soft", 0.8)


@thing("belgian waffle", "waffle", "waffles", "waffle with syrup", "waffle stack", "waffle plate", cm=16, kind="food")
def draw_waffle(pen: Pen, look: Look) -> None:
    plate(pen, -22, 114)
    for lift in (0, 18):
        mould(
            pen,
            f"-78,{-34 - lift} 0,{-8 - lift} 78,{-34 - lift} 78,{-22 - lift} 0,{4 - lift} -78,{-22 - lift}",
            (196, 126, 54),
            "soft",
        )
        top = cut(pen, f"-80,{-38 - lift} 0,{-70 - lift} 80,{-38 - lift} 0,{-8 - lift}", (232, 172, 84), "soft", 12)
    with pen.on(top):
        for i in range(-3, 4):
            score(pen, f"{-40 + i * 13},{-72 - i * 5.2} {40 + i * 13},{-40 - i * 5.2}", (176, 108, 44), 4.4)
            score(pen, f"{40 - i * 13},{-72 - i * 5.2} {-40 - i * 13},{-40 - i * 5.2}", (176, 108, 44), 4.4)
    mould(
        pen,
        "-44,-60 -30,-72 0,-66 34,-74 46,-58 30,-48 24,-28 14,-46 -10,-44 -18,-24 -28,-46",
        (150, 74, 24),
        "glossy",
        0.5,
    )
    cut(pen, "-14,-72 8,-80 22,-72 0,-62", (255, 232, 140), "glossy", 3, 0.8)
    for x, y, rgb in ((-30, -62, (214, 44, 70)), (36, -60, (70, 84, 160)), (48, -52, (70, 84, 160))):
        disc(pen, f"{x} {y} 8", rgb, "glossy", 0.8)


@thing("muffin", "muffins", "blueberry muffin", "chocolate muffin", cm=8, kind="food")
def draw_muffin(pen: Pen, look: Look) -> None:
    dark = "chocolate" in look.noun
    paper = look.part("paper", (232, 206, 160) if dark else (120, 150, 190))
    wrap = cut(pen, "-54,-62 54,-62 40,0 -40,0", paper, "soft", 3)
    with pen.on(wrap):
        for i in range(-5, 6):
            cut(
                pen,
                f"{i * 10 - 2.4},-62 {i * 10 + 2.4},-62 {i * 7.6 + 2},0 {i * 7.6 - 2},0",
                darken(paper, 0.2),
                "flat",
                0,
                0,
            )
    rgb = look.colour((96, 58, 40) if dark else (226, 168, 92))
    top = mould(
        pen, "-66,-62 -74,-78 -62,-98 -34,-118 0,-126 34,-118 62,-98 74,-78 66,-62 34,-54 0,-58 -34,-54", rgb, "soft"
    )
    crumbs(pen, top, rgb, 60, look.random("crumbs"))
    for x, y in ((-40, -88), (-10, -106), (24, -94), (48, -76), (-20, -74), (8, -76), (-56, -72)):
        disc(pen, f"{x} {y} 8 7", (54, 32, 26) if dark else (64, 70, 142), "glossy", 0.7)
        pen.decal(ellipse(x - 3, y - 3, 2), (255, 255, 255), alpha=0.6)
    tint(pen, top, "-30,-112 0,-120 14,-112 -10,-104", (255, 244, 220), 0.5, 4)


@thing("macaron", "macarons", "macaroon", cm=5, kind="food")
def draw_macaron(pen: Pen, look: Look) -> None:
    tones: tuple[Rgb, ...] = (
        look.colour((246, 168, 184)),
        look.colour((166, 208, 152), 1 if look.colours[1:] else 0),
        look.colour((250, 214, 130), 2 if look.colours[2:] else 0),
    )
    spots = ((0, 0, 0, 0), (0, -50, 4, 1), (0, -100, -5, 2)) if look.noun != "macaron" else ((0, 0, 0, 0),)
    for x, y, turn, i in spots:
        rgb = tones[i]
        with pen.at(x, y, 1.0 if len(spots) > 1 else 1.6, turn=turn):
            mould(pen, "-56,-14 -52,-4 0,2 52,-4 56,-14 0,-10", rgb, "glossy")
            bar(pen, "-54 -24 108 10 5", (252, 246, 236), "soft", 0.7)
            foot = darken(rgb, 0.1)
            for k in range(15):
                disc(pen, f"{-54 + k * 7.7} {-25 - k % 2} 4.6 3.4", foot, "soft", 0.3)
                disc(pen, f"{-54 + k * 7.7} {-14 + k % 2} 4.6 3.4", foot, "soft", 0.3)
            top = mould(pen, "-58,-27 -50,-42 -24,-50 24,-50 50,-42 58,-27 0,-22", rgb, "glossy")
            tint(pen, top, "-38,-40 -14,-46 4,-45 -20,-38", (255, 255, 255), 0.7, 2)


@thing("brownie", "brownies", "chocolate brownie", "fudge", cm=6, kind="food")
def draw_brownie(pen: Pen, look: Look) -> None:
    rgb = look.colour((88, 52, 36))
    front = cut(pen, "-84,-58 46,-58 44,0 -82,0", rgb, "soft", 4)
    side = cut(pen, "46,-58 88,-88 86,-30 44,0", darken(rgb, 0.25), "soft", 3)
    top = cut(pen, "-84,-58 -40,-90 88,-88 46,-58", lighten(rgb, 0.12), "glossy", 4)
    crumbs(pen, front, rgb, 60, look.random("front"))
    crumbs(pen, side, rgb, 30, look.random("side"))
    score(pen, "-60,-66 -30,-74 -10,-66 20,-80 50,-74|-20,-84 0,-74 -4,-64|30,-86 20,-76", lighten(rgb, 0.45), 1.8, 0.7)
    for x, y in ((-50, -40), (-20, -20), (10, -44), (28, -16), (-62, -14), (-34, -76), (24, -70), (0, -80)):
        mould(pen, f"{x - 8},{y} {x},{y - 6} {x + 9},{y - 1} {x + 2},{y + 5}", (214, 166, 108), "soft", 0.6)
    tint(pen, top, "-40,-84 0,-86 -30,-68 -60,-64", (255, 255, 255), 0.3, 3)


@thing("jelly", "jello", "pudding", "panna cotta", "flan", "custard", "creme caramel", "gelatin", cm=9, kind="food")
def draw_jelly(pen: Pen, look: Look) -> None:
    flan = look.noun not in {"jelly", "jello", "gelatin"}
    rgb = look.colour((246, 210, 120) if flan else (224, 52, 72))
    plate(pen, -18, 104)
    body = mould(
        pen, "-72,-22 -68,-40 -54,-92 -40,-104 0,-108 40,-104 54,-92 68,-40 72,-22 40,-8 0,-4 -40,-8", rgb, "glossy"
    )
    with pen.on(body):
        for x in (-44, -22, 0, 22, 44):
            score(pen, f"{x * 0.8},-104 {x * 1.1},-50 {x * 1.3},-4", darken(rgb, 0.25), 2, 0.45)
            score(pen, f"{x * 0.8 + 6},-98 {x * 1.1 + 8},-50 {x * 1.3 + 9},-16", lighten(rgb, 0.6), 3, 0.5)
    if flan:
        mould(
            pen,
            "-50,-96 0,-112 50,-96 58,-74 46,-84 34,-58 20,-84 0,-66 -18,-86 -34,-56 -44,-84 -58,-72",
            (150, 78, 26),
            "glossy",
            0.5,
        )
    else:
        mould(pen, "-26,-104 -18,-120 0,-124 4,-136 14,-122 26,-112 24,-102 0,-98", (252, 250, 246), "soft", 0.8)
    disc(pen, "2 -132 11", (206, 28, 50), "glossy", 0.8)
    gloss(pen, -2, -137, 3, 2)
    score(pen, "4,-142 12,-158", (100, 130, 60), 2.4)


@thing("pretzel", "pretzels", "soft pretzel", cm=12, kind="food")
def draw_pretzel(pen: Pen, look: Look) -> None:
    rgb = look.colour((182, 104, 46))
    way = points(
        "-40,-10 -10,-40 30,-84 66,-112 88,-96 90,-60 62,-24 16,-8 -16,-8 -62,-24 -90,-60 -88,-96 -66,-112 -30,-84 10,-40 40,-10"
    )
    widths = [20.0, 22, 20, 22, 24, 26, 28, 30, 30, 28, 26, 24, 22, 20, 22, 20]
    body = pen.fill(tube(way[:9], widths[:9]), rgb, "glossy")
    other = pen.fill(tube(way[7:], widths[7:]), rgb, "glossy")
    for path in (body, other):
        tint(pen, path, "-80,-96 -60,-112 0,-20 60,-112 84,-94 60,-40 0,-24 -60,-40", (250, 190, 110), 0.35, 7)
        for x, y in scatter(path, 13, look.random("salt")):
            bar(pen, f"{x - 2.4} {y - 2} 5 4 1", (253, 251, 246), "flat", 0.4)


@thing("honey jar", "jar of honey", "honeycomb", "honey pot", "honey dipper", cm=12, kind="food")
def draw_honey(pen: Pen, look: Look) -> None:
    rgb = look.colour((240, 160, 34))
    if look.noun == "honeycomb":
        for row in range(5):
            for i in range(6 - (abs(row - 2) + row % 2) % 3):
                x, y = (i - 2.4) * 34 + row % 2 * 17, -20 - row * 29
                cell = [
                    (x + 19 * math.sin(math.radians(k * 60)), y - 19 * math.cos(math.radians(k * 60))) for k in range(6)
                ]
                cut(pen, " ".join(f"{a},{b}" for a, b in cell), (222, 138, 28), "soft", 2, 0.8)
                cut(pen, " ".join(f"{x + (a - x) * 0.78},{y + (b - y) * 0.78}" for a, b in cell), rgb, "glossy", 2, 0.4)
        mould(pen, "30,-10 44,-16 50,10 44,26 36,26 32,10", rgb, "glossy", 0.7)
        return
    jar = mould(pen, "-44,-108 44,-108 62,-84 64,-30 50,-2 0,2 -50,-2 -64,-30 -62,-84", rgb, "glossy")
    tint(pen, jar, "-52,-82 -42,-88 -44,-30 -54,-34", (255, 250, 220), 0.7, 2)
    cut(pen, "-40,-74 40,-74 40,-24 -40,-24", (252, 244, 222), "flat", 5, 0.6)
    for k in range(3):
        x = -16 + k * 16
        cut(pen, f"{x},-58 {x + 7},-54 {x + 7},-46 {x},-42 {x - 7},-46 {x - 7},-54", (240, 168, 50), "flat", 0, 0.4)
    bar(pen, "-50 -122 100 18 6", (250, 246, 234), "glossy")
    mould(
        pen,
        "-50,-112 -40,-120 -10,-114 20,-120 50,-112 48,-92 40,-84 34,-100 10,-102 2,-78 -8,-102 -32,-102 -40,-90",
        rgb,
        "glossy",
        0.6,
    )
    with pen.at(20, -120, turn=28):
        rod(pen, "0,0 0,-92", 6, (190, 130, 70), "soft", 0.8)
        for k in range(4):
            disc(pen, f"0 {-2 - k * 8} {13 - abs(k - 1.5) * 2} 4", (206, 146, 84), "soft", 0.7)
    pen.anchor("text", 0, -40, 70)


@thing(
    "bubble tea",
    "frappe",
    "boba tea",
    "boba",
    "iced coffee",
    "frappuccino",
    cm=22,
    kind="food",
    attach="hand",
    fit=50,
)
def draw_shake(pen: Pen, look: Look) -> None:
    tea = any(word in look.noun for word in ("tea", "boba", "coffee"))
    rgb = look.colour((206, 160, 116) if tea else (246, 170, 188))
    rod(pen, "8,-90 26,-196", 10, (206, 56, 70), "glossy", 0.9)
    cup = cut(pen, "-44,-118 44,-118 32,0 -32,0", (228, 238, 242), "glass", 6)
    with pen.on(cup):
        pen.decal(facet("-50,-108 50,-108 34,2 -34,2"), rgb)
        pen.decal(organic("-50,-108 -20,-96 0,-110 24,-94 50,-108 50,-124 -50,-124"), lighten(rgb, 0.5), alpha=0.9)
        if tea:
            for i in range(17):
                pen.decal(ellipse(-26 + i * 13 % 54, -8 - i // 5 * 11, 6), (52, 32, 28))
                pen.decal(ellipse(-28 + i * 13 % 54, -10 - i // 5 * 11, 1.6), (190, 160, 150))
        pen.decal(facet("-36,-120 -24,-120 -20,0 -28,0"), (255, 255, 255), alpha=0.45)
    for x, y, rx, ry in (
        (0, -122, 48, 14),
        (-18, -132, 24, 14),
        (20, -132, 24, 14),
        (0, -146, 26, 16),
        (4, -158, 14, 11),
    ):
        disc(pen, f"{x} {y} {rx} {ry}", (253, 250, 244), "soft", 0.7)
    if not tea:
        disc(pen, "-4 -172 10", (206, 28, 50), "glossy", 0.8)
    for i in range(11):
        left, top = -36 + i * 7.4, -128 - (i * 7 % 24)
        bar(pen, f"{left} {top} 6 2.6 1", ((240, 90, 100), (90, 170, 220), (250, 200, 70))[i % 3], "flat", 0.2)
    pen.anchor("text", 0, -52, 54)


@thing("jam jar", "jar of jam", "marmalade", "strawberry jam", "pickles", "jar of pickles", cm=12, kind="food")
def draw_jam(pen: Pen, look: Look) -> None:
    green = "pickle" in look.noun
    rgb = look.colour((132, 162, 70) if green else (186, 28, 44))
    body = cut(pen, "-52,-104 52,-104 58,-92 58,-6 52,0 -52,0 -58,-6 -58,-92", (226, 236, 238), "glass", 10)
    with pen.on(body):
        pen.decal(box(-60, -88, 120, 92), rgb, alpha=0.95)
        for x, y in ((-36, -60), (-6, -30), (30, -66), (40, -22), (-40, -16), (6, -74)):
            pen.decal(
                ellipse(x, y, 14, 22 if green else 13, 16), lighten(rgb, 0.3) if green else darken(rgb, 0.35), alpha=0.6
            )
        pen.decal(facet("-52,-104 -40,-104 -40,0 -52,0"), (255, 255, 255), alpha=0.4)
    label = cut(pen, "-36,-70 36,-70 36,-22 -36,-22", (252, 246, 230), "flat", 6, 0.6)
    with pen.on(label):
        mould(pen, "0,-36 -13,-48 -8,-58 0,-56 8,-58 13,-48", rgb, "flat", 0.3)
        leaf(pen, 0, -57, 13, -50)
    cut(pen, "-60,-104 60,-104 66,-94 -66,-94", (206, 60, 60), "soft", 2)
    cut(pen, "-46,-122 46,-122 60,-102 -60,-102", (214, 70, 66), "soft", 8)
    with pen.on(facet("-46,-122 46,-122 66,-94 -66,-94")):
        for i in range(-5, 6):
            score(pen, f"{i * 11},-124 {i * 14},-92", (252, 246, 238), 3.4, 0.8)
        score(pen, "-66,-112 66,-112|-66,-100 66,-100", (252, 246, 238), 2.6, 0.8)
    pen.anchor("text", 0, -32, 50)
