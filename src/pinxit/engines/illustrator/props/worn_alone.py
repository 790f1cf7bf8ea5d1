"""Garments and adornments drawn alone: jacket, coat, bracelet, earrings, swimsuit, sock, bracelet, baseball glove."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import facet, organic, points
from pinxit.engines.illustrator.shapes import arc, ellipse, mirrored, tube

GOLD: Rgb = (228, 180, 76)


@thing("baseball glove", "baseball mitt", "catcher's mitt", "catchers mitt", "mitt", cm=30, attach="hand", fit=46)
def draw_mitt(pen: Pen, look: Look) -> None:
    rgb = look.colour((166, 96, 52))
    fingers = [
        "-40,-60 -62,-120 -64,-160",
        "-16,-70 -28,-138 -26,-180",
        "12,-70 14,-140 18,-178",
        "38,-60 54,-118 60,-154",
    ]
    for way in fingers:
        finger = pen.fill(tube(points(way), [40, 34, 26]), rgb, "soft")
        tint(
            pen,
            finger,
            " ".join(f"{x + dx},{y}" for (x, y), dx in zip(points(way), (-6, -6, -4), strict=True))
            + f" {points(way)[2][0] + 3},{points(way)[2][1] + 6}",
            lighten(rgb, 0.4),
            0.4,
            3,
        )
    thumb = mould(pen, "-36,-10 -66,-26 -98,-66 -104,-96 -92,-110 -76,-100 -58,-70 -38,-56", rgb, "soft")
    tint(pen, thumb, "-88,-98 -76,-90 -56,-56 -66,-56", lighten(rgb, 0.4), 0.4, 3)
    web = cut(pen, "-84,-100 -58,-132 -48,-78 -62,-66", darken(rgb, 0.18), "soft", 4, 0.8)
    with pen.on(web):
        score(pen, "-90,-92 -46,-118|-80,-80 -44,-102|-78,-114 -58,-66|-66,-124 -50,-74", lighten(rgb, 0.45), 2.4)
    palm = mould(pen, "-44,-2 -52,-40 -54,-78 -30,-94 10,-96 48,-84 62,-50 52,-14 30,2 -10,6", rgb, "soft")
    tint(pen, palm, "-36,-30 -34,-66 0,-78 34,-64 36,-28 0,-14", darken(rgb, 0.32), 0.5, 8)
    disc(pen, "-4 -58 26", (250, 247, 238), "soft", 0.9)
    for side in (-1, 1):
        pen.line(arc(-4 + side * 30, -58, 19, 24, 90 if side > 0 else -90, 180), (206, 50, 50), 1.8)
    lace = lighten(rgb, 0.5)
    score(pen, "-44,-2 -8,6 30,2 52,-14|-40,-92 -20,-100|8,-100 26,-96|40,-90 54,-76", lace, 2.6)
    score(pen, "-58,-118 -40,-128 -22,-130 -2,-132|0,-132 20,-130 40,-120 58,-112", lace, 2.2, 0.8)


def _coat_body(pen: Pen, look: Look, long: float, default: Rgb) -> None:
    """Sleeves, back, two fronts with lapels and buttons; `long` is the height of the hem above the ground."""
    what = finish(look, default, "soft", "cloth")
    rgb = what.rgb
    sleeve = organic("-34,-186 -60,-172 -78,-130 -90,-70 -68,-62 -52,-98 -40,-120", 0.4)
    for path in (sleeve, mirrored(sleeve)):
        coat(pen, path, what.tone(-0.06))
        patterned(pen, path, look, rgb)
    cut(pen, f"-30,-190 30,-190 44,-120 40,{-long} -40,{-long}", darken(rgb, 0.5), "flat", 4)
    cut(
        pen, "-22,-192 22,-192 16,-150 -16,-150", look.part("lining", look.colour(lighten(rgb, 0.6), 1)), "soft", 4, 0.6
    )
    front = organic(
        f"-20,-194 -44,-182 -52,-150 -50,-110 {-50 - (90 - long) * 0.12},{-long} -28,{-long + 5} -3,{-long + 2} 0,-100 -6,-146",
        0.36,
    )
    for path in (front, mirrored(front)):
        coat(pen, path, what)
        patterned(pen, path, look, rgb)
    for side in (-1, 1):
        text = f"{side * 20},-194 {side * 36},-176 {side * 30},-160 {side * 36},-154 {side * 3},-108 {side * 6},-150"
        cut(pen, text, lighten(rgb, 0.08), "soft", 3, 0.9)
        score(pen, f"{side * 48},-128 {side * 52},-100 {side * 50},-84", darken(rgb, 0.35), 1.8, 0.5)
        cut(
            pen,
            f"{side * 16},{-long - 40} {side * 42},{-long - 46} {side * 43},{-long - 38} {side * 16},{-long - 32}",
            darken(rgb, 0.14),
            "soft",
            1,
            0.6,
        )
        score(pen, f"{side * 68},-74 {side * 88},-82", darken(rgb, 0.35), 2, 0.7)
    step = (96 - long) / 3 if long < 60 else 14
    for i in range(4 if long < 60 else 3):
        disc(pen, f"5 {-98 + i * step} 4", look.part("buttons", lighten(rgb, 0.55)), "glossy", 0.5)
    score(pen, f"0,-106 0,{-long}", darken(rgb, 0.45), 1.6, 0.7)


@thing(
    "jacket",
    "blazer",
    "leather jacket",
    "denim jacket",
    "suit jacket",
    "bomber jacket",
    "sports jacket",
    cm=70,
    kind="clothes",
)
def draw_jacket(pen: Pen, look: Look) -> None:
    usual: Rgb = (70, 104, 150) if "denim" in look.noun else (58, 52, 56) if "leather" in look.noun else (62, 90, 116)
    with pen.at(0, 58):
        _coat_body(pen, look, 58, usual)


@thing(
    "coat",
    "overcoat",
    "trench coat",
    "winter coat",
    "raincoat",
    "lab coat",
    "fur coat",
    "trenchcoat",
    cm=115,
    kind="clothes",
)
def draw_coat(pen: Pen, look: Look) -> None:
    usual: Rgb = {"lab coat": (244, 245, 246), "raincoat": (246, 198, 56)}.get(look.noun, (188, 150, 104))
    _coat_body(pen, look, 2, usual)
    if look.noun not in {"lab coat", "raincoat"}:
        rgb = darken(look.colour(usual), 0.16)
        cut(pen, "-52,-104 0,-99 52,-104 53,-92 0,-87 -53,-92", rgb, "soft", 2, 0.8)
        bar(pen, "-9 -104 18 18 3", GOLD, "metal", 0.7)


@thing("bracelet", "bangle", "charm bracelet", "wristband", cm=7, kind="clothes")
def draw_bracelet(pen: Pen, look: Look) -> None:
    what = finish(look, GOLD, "metal", "metal")
    gem = look.part("stone", look.colour((60, 150, 190), 1))
    pen.line(arc(0, -52, 88, 44, 180, 180), darken(what.rgb, 0.5), 15)
    pen.line(arc(0, -52, 88, 44, 182, 176), darken(what.rgb, 0.16), 11)
    band = tube(
        [(88 * math.cos(math.radians(a)), -52 + 44 * math.sin(math.radians(a))) for a in range(-6, 187, 12)], 17
    )
    coat(pen, band, what)
    for i in range(9):
        a = math.radians(14 + i * 19)
        x, y = 88 * math.cos(a), -52 + 44 * math.sin(a)
        disc(pen, f"{x} {y} {8.4 if i % 2 == 0 else 5.4}", lighten(what.rgb, 0.25), "metal", 0.7)
        disc(pen, f"{x} {y} {6 if i % 2 == 0 else 3.4}", gem if i % 2 == 0 else (246, 244, 250), "glossy", 0.4)
        pen.decal(ellipse(x - 2, y - 2, 1.6), (255, 255, 255), alpha=0.9)


@thing("earring", "earrings", "pair of earrings", "ear ring", "hoop earrings", cm=5, kind="clothes")
def draw_earrings(pen: Pen, look: Look) -> None:
    what = finish(look, GOLD, "metal", "metal")
    gem = look.part("stone", look.colour((44, 150, 120), 1))
    for x in (-44, 44):
        with pen.at(x, 0):
            pen.line(arc(4, -140, 10, 14, 150, 240), darken(what.rgb, 0.3), 4)
            pen.line(arc(4, -140, 10, 14, 150, 240), lighten(what.rgb, 0.3), 2.2)
            disc(pen, "0 -120 9", what.rgb, "metal")
            disc(pen, "0 -120 5", gem, "glossy", 0.4)
            rod(pen, "0,-110 0,-96", 3, what.rgb, "metal", 0.7)
            coat(pen, organic("0,-100 14,-78 31,-40 22,-10 0,-2 -22,-10 -31,-40 -14,-78"), what)
            stone = cut(pen, "0,-84 12,-66 22,-38 14,-16 0,-10 -14,-16 -22,-38 -12,-66", gem, "glossy", 2, 0.6)
            with pen.on(stone):
                pen.decal(facet("0,-66 10,-42 0,-24 -10,-42"), lighten(gem, 0.5), alpha=0.7)
                pen.decal(facet("0,-84 12,-66 10,-42 0,-66"), lighten(gem, 0.3), alpha=0.6)
                pen.decal(facet("0,-10 14,-16 10,-42 0,-24"), darken(gem, 0.4), alpha=0.6)
                pen.decal(ellipse(-8, -58, 3, 7, 16), (255, 255, 255), alpha=0.85)


@thing("swimsuit", "bathing suit", "one-piece swimsuit", "swimming costume", "leotard", cm=65, kind="clothes")
def draw_swimsuit(pen: Pen, look: Look) -> None:
    rgb = look.colour((214, 62, 84))
    for side in (-1, 1):
        rod(pen, f"{side * 22},-138 {side * 17},-164 {side * 20},-182", 6, rgb, "soft", 0.8)
    body = mould(
        pen,
        "-30,-142 -18,-132 0,-126 18,-132 30,-142 40,-116 33,-88 36,-62 52,-34 30,-24 16,-2 0,2 -16,-2 -30,-24 -52,-34 -36,-62 -33,-88 -40,-116",
        rgb,
        "soft",
    )
    patterned(pen, body, look, rgb)
    white = look.colour((250, 248, 244), 1)
    with pen.on(body):
        score(pen, "-40,-84 0,-78 40,-84|-40,-76 0,-70 40,-76", white, 3.4)
        score(pen, "-28,-136 0,-120 28,-136", white, 4)
        score(pen, "-54,-36 -34,-22 -14,2|54,-36 34,-22 14,2", white, 4)
        pen.decal(ellipse(-16, -104, 14, 10), lighten(rgb, 0.4), alpha=0.45, blur=5)
        pen.decal(ellipse(18, -104, 12, 10), lighten(rgb, 0.4), alpha=0.3, blur=5)


@thing("sock", "socks", "pair of socks", "stocking", "stockings", "christmas stocking", cm=30, kind="clothes")
def draw_socks(pen: Pen, look: Look) -> None:
    rgb = look.colour((204, 60, 62))
    trim = look.colour((250, 246, 238), 1)
    both = "stocking" not in look.noun and look.noun != "sock"
    for x, y, tone in ((22, -16, darken(rgb, 0.14)), (-14, 0, rgb)) if both else ((0, 0, rgb),):
        with pen.at(x, y):
            body = mould(
                pen,
                "-36,-150 -34,-96 -38,-50 -36,-14 -18,0 24,-1 66,-3 84,-16 78,-36 48,-48 16,-62 10,-100 10,-150",
                tone,
                "soft",
            )
            patterned(pen, body, look, tone)
            with pen.on(body):
                pen.decal(ellipse(-36, -14, 28, 26), trim)
                pen.decal(ellipse(84, -18, 26, 30), trim)
                if not look.pattern:
                    for i in range(3):
                        score(pen, f"-44,{-108 + i * 16} -12,{-104 + i * 16} 24,{-110 + i * 16}", trim, 5)
                score(pen, "-24,-48 -8,-36 6,-44|8,-58 22,-44", darken(tone, 0.35), 2, 0.5)
            cuff = bar(pen, "-42 -158 58 24 8", trim, "soft")
            with pen.on(cuff):
                for i in range(11):
                    score(pen, f"{-40 + i * 5.4},-158 {-40 + i * 5.4},-134", darken(trim, 0.2), 1.4, 0.7)


@thing("hanger", "coat hanger", "clothes hanger", cm=24)
def draw_hanger(pen: Pen, look: Look) -> None:
    what = finish(look, (176, 118, 72), "glossy", "wood")
    pen.line(arc(0, -112, 15, 15, 150, 250), darken((190, 196, 204), 0.4), 6)
    pen.line(arc(0, -112, 15, 15, 150, 250), (206, 212, 220), 3.6)
    score(pen, "5,-98 0,-90 0,-76", (196, 202, 210), 4)
    rod(pen, "-96,-8 96,-8", 7, lighten(what.rgb, 0.2), "glossy", 0.8)
    coat(
        pen,
        organic(
            "0,-84 14,-76 60,-46 104,-18 112,-6 104,0 92,-6 50,-34 0,-60 -50,-34 -92,-6 -104,0 -112,-6 -104,-18 -60,-46 -14,-76",
            0.4,
        ),
        what,
    )


@thing(
    "ice skate",
    "ice skates",
    "figure skate",
    "hockey skate",
    "rollerblades",
    "skates",
    "inline skates",
    cm=28,
    kind="clothes",
    faces=1,
)
def draw_skate(pen: Pen, look: Look) -> None:
    rgb = look.colour((248, 246, 244))
    roller = "roll" in look.noun or "inline" in look.noun
    foot = -40.0
    if roller:
        for x in (-58, -12, 48, 84) if "blade" not in look.noun and "inline" not in look.noun else (-60, -16, 30, 76):
            disc(pen, f"{x} -15 15", look.part("wheels", look.colour((250, 168, 60), 1)), "glossy")
            disc(pen, f"{x} -15 6", (240, 240, 240), "metal", 0.6)
        bar(pen, "-74 -42 168 16 4", (86, 90, 100), "metal")
    else:
        cut(
            pen,
            "-76,-36 -60,-14 -84,-12 -86,-4 -70,0 92,0 112,-12 100,-16 84,-10 76,-36 60,-36 56,-14 -30,-14 -34,-36",
            (206, 212, 220),
            "metal",
            2,
        )
    boot = mould(
        pen, f"-74,{foot} -76,-90 -66,-150 -22,-158 -8,-150 -2,-104 30,-82 78,-74 98,-54 98,{foot}", rgb, "soft"
    )
    with pen.on(boot):
        pen.decal(organic("-80,-40 -80,-80 -50,-78 -46,-40"), darken(rgb, 0.14), alpha=0.7)
        score(pen, "-72,-124 -40,-118 -8,-124", darken(rgb, 0.25), 2, 0.6)
    mould(pen, "-30,-166 -6,-160 4,-106 34,-84 20,-78 -10,-92 -22,-120", darken(rgb, 0.12), "soft", 0.7)
    lace = look.part("laces", (206, 60, 80))
    for i in range(6):
        x, y = -12 + max(0, i - 2) * 11, -146 + i * 13 - max(0, i - 3) * 4
        score(pen, f"{x - 14},{y + 7} {x + 12},{y - 4}", lace, 3.2)
    bar(pen, "-78 -46 178 9 3", (96, 62, 48) if not roller else (60, 60, 68), "round", 0.8)
