"""Vegetables: peppers, chili, radish, beetroot, peas, beans, asparagus, artichoke, leek, ginger, celery, a pile of all."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.food import gloss, leaf
from pinxit.engines.illustrator.rigs.trace import organic, points
from pinxit.engines.illustrator.shapes import tube

GREEN: Rgb = (104, 160, 64)


@thing("bell pepper", "pepper", "sweet pepper", "red pepper", "paprika", "capsicum", "peppers", cm=10, kind="food")
def draw_pepper(pen: Pen, look: Look) -> None:
    rgb = look.colour((208, 42, 38))
    mould(pen, "-52,-98 -70,-74 -64,-34 -46,-6 -22,-2 -10,-30 -14,-84", darken(rgb, 0.08), "glossy")
    mould(pen, "52,-98 70,-74 64,-34 46,-6 22,-2 10,-30 14,-84", darken(rgb, 0.12), "glossy")
    body = mould(pen, "-34,-96 0,-86 34,-96 42,-62 34,-16 16,0 0,-6 -16,0 -34,-16 -42,-62", rgb, "glossy")
    tint(pen, body, "-26,-80 -16,-82 -18,-40 -28,-34", (255, 255, 255), 0.65, 2)
    gloss(pen, -56, -70, 5, 14, 14)
    pen.fill(tube(points("0,-92 -2,-112 10,-130"), [12, 9, 11]), (96, 146, 60), "soft")
    mould(pen, "-26,-94 -12,-102 0,-98 12,-102 26,-94 12,-86 0,-90 -12,-86", (86, 136, 54), "soft", 0.8)


@thing("chili", "chili pepper", "chilli", "hot pepper", "jalapeno", "cayenne", "chilies", "chillies", cm=9, kind="food")
def draw_chili(pen: Pen, look: Look) -> None:
    rgb = look.colour((70, 130, 52) if "jalap" in look.noun else (210, 36, 32))
    for x, y, turn, tone in ((26, -6, 34, darken(rgb, 0.1)), (-8, 0, 0, rgb)):
        with pen.at(x, y, turn=turn):
            body = mould(
                pen, "-22,-132 0,-140 22,-130 26,-100 20,-60 4,-24 -26,0 -50,6 -30,-14 -18,-44 -20,-90", tone, "glossy"
            )
            tint(pen, body, "-10,-118 0,-120 2,-80 -4,-50 -10,-60", (255, 255, 255), 0.65, 2)
            mould(pen, "-24,-128 -10,-142 0,-146 12,-142 24,-126 8,-130 0,-126 -10,-130", GREEN, "soft", 0.8)
            rod(pen, "0,-142 4,-160 18,-172", 8, darken(GREEN, 0.15), "soft", 0.8)


@thing("radish", "radishes", "beetroot", "beet", "turnip", "beets", cm=12, kind="food")
def draw_radish(pen: Pen, look: Look) -> None:
    usual: Rgb = {
        "beet": (128, 30, 62),
        "beets": (128, 30, 62),
        "beetroot": (128, 30, 62),
        "turnip": (196, 118, 170),
    }.get(look.noun, (218, 50, 92))
    rgb = look.colour(usual)
    stem = mix(rgb, GREEN, 0.5) if "beet" in look.noun else (150, 190, 96)
    for x, turn in ((-40, -118), (-12, -96), (22, -74), (48, -52)):
        score(pen, f"{x * 0.1},-84 {x * 0.4},-112 {x * 0.6},-126", stem, 5)
        leaf(pen, x * 0.55, -118, 64, turn, (88, 150, 62))
    body = mould(
        pen, "-14,-90 14,-90 44,-76 52,-46 36,-18 12,-4 4,10 -6,24 -4,4 -14,-5 -38,-18 -52,-46 -44,-76", rgb, "glossy"
    )
    tint(
        pen, body, "-30,-22 0,-14 30,-22 12,0 0,22 -12,0", (250, 240, 244), 0.75 if "beet" not in look.noun else 0.2, 4
    )
    tint(pen, body, "-36,-66 -22,-74 -22,-50 -34,-44", (255, 255, 255), 0.65, 3)
    score(pen, "-30,-80 -12,-74 4,-78|30,-80 14,-72", darken(rgb, 0.35), 1.6, 0.5)


@thing("peas", "pea pod", "green peas", "pea", "snow peas", "edamame", "beans", "green beans", cm=8, kind="food")
def draw_peas(pen: Pen, look: Look) -> None:
    rgb = look.colour((110, 172, 66))
    for x, y in ((-74, -8), (-40, -10), (62, -9)):
        disc(pen, f"{x} {y} 12", lighten(rgb, 0.1), "glossy")
        gloss(pen, x - 4, y - 5, 3, 2)
    with pen.at(0, -52, turn=-18):
        mould(pen, "-112,0 -88,-22 -30,-36 30,-36 88,-24 116,-6 90,4 30,2 -30,4 -90,8", darken(rgb, 0.2), "glossy")
        for i in range(6):
            r = 13.5 - abs(i - 2.5) * 1.4
            disc(pen, f"{-66 + i * 26} {-9 - (2.5 - abs(i - 2.5)) * 2} {r}", lighten(rgb, 0.22), "glossy", 0.8)
            gloss(pen, -70 + i * 26, -15 - (2.5 - abs(i - 2.5)) * 2, 3.4, 2.4)
        front = mould(pen, "-112,0 -84,-4 -30,2 30,2 88,-6 116,-6 92,18 32,30 -30,30 -88,20", rgb, "glossy")
        tint(pen, front, "-70,10 0,16 70,8 60,14 0,22 -60,16", (255, 255, 255), 0.4, 2)
        rod(pen, "-110,0 -128,-4 -138,-14", 6, darken(rgb, 0.25), "soft", 0.8)
        score(pen, "116,-6 128,-8", darken(rgb, 0.25), 3)


@thing("asparagus", "asparagus spears", "bunch of asparagus", cm=22, kind="food")
def draw_asparagus(pen: Pen, look: Look) -> None:
    rgb = look.colour((118, 166, 78))
    for i, (x, tall) in enumerate(((-32, 150), (30, 152), (-18, 166), (16, 170), (-2, 178))):
        with pen.at(x, 0, turn=x * 0.16):
            rod(pen, f"0,-2 0,{-tall + 24}", 15, mix(rgb, (214, 220, 170), 0.3 if i < 2 else 0.1), "soft", end=13)
            mould(
                pen,
                f"-9,{-tall + 44} -12,{-tall + 22} 0,{-tall - 12} 12,{-tall + 22} 9,{-tall + 44} 0,{-tall + 50}",
                mix(rgb, (120, 90, 130), 0.3),
                "soft",
            )
            for k in range(4):
                y = -tall + 34 - k * 10
                w = 9 - k * 1.7
                score(pen, f"{-w},{y - 5} 0,{y + 3} {w},{y - 5}", darken(rgb, 0.45), 1.5, 0.7)
            for k in range(2):
                score(
                    pen,
                    f"-6,{-tall + 66 + k * 30} 0,{-tall + 58 + k * 30} 6,{-tall + 66 + k * 30}",
                    darken(rgb, 0.4),
                    1.5,
                    0.7,
                )
    cut(pen, "-44,-66 44,-66 41,-46 -41,-46", look.part("band", (232, 208, 150)), "soft", 3)
    score(pen, "-43,-60 43,-60|-42,-52 42,-52", (190, 156, 96), 1.4)
    mould(pen, "-4,-58 -30,-74 -30,-48", (232, 208, 150), "soft", 0.8)
    mould(pen, "4,-58 30,-74 30,-48", (232, 208, 150), "soft", 0.8)


@thing("artichoke", "artichokes", cm=12, kind="food")
def draw_artichoke(pen: Pen, look: Look) -> None:
    rgb = look.colour((126, 158, 96))
    rod(pen, "0,-40 2,-10 -4,8", 20, lighten(rgb, 0.1), "soft")
    for row in range(6):
        y, reach, count = -122 + row * 17, (14, 30, 44, 52, 50, 38)[row], (2, 3, 4, 5, 5, 4)[row]
        for i in range(count):
            x = (i - (count - 1) / 2) * reach * 2 / max(count, 1)
            with pen.at(x, y + 26, turn=x * 0.5):
                petal = mould(
                    pen,
                    "-18,0 -20,-22 -10,-46 0,-58 10,-46 20,-22 18,0 0,8",
                    mix(rgb, (88, 120, 74), row % 2 * 0.4),
                    "soft",
                    0.9,
                )
                tint(pen, petal, "-8,-42 0,-56 8,-42 0,-34", (150, 96, 130), 0.55, 3)
                score(pen, "0,-48 0,-8", darken(rgb, 0.3), 1.1, 0.5)


@thing("leek", "leeks", "spring onion", "scallion", "green onion", "celery", "celery stalks", cm=36, kind="food")
def draw_leek(pen: Pen, look: Look) -> None:
    celery = "celery" in look.noun
    green = look.colour((132, 178, 84) if celery else (72, 134, 70))
    pale: Rgb = (196, 218, 140) if celery else (246, 246, 226)
    if celery:
        for x, turn in ((-26, -10), (26, 10), (-12, -4), (12, 4), (0, 0)):
            with pen.at(x * 0.6, 0, turn=turn):
                rod(pen, "0,-4 0,-118", 22, mix(pale, green, 0.3), "glossy", end=14)
                score(pen, "-5,-8 -4,-112|0,-8 0,-114|5,-8 4,-112", darken(green, 0.2), 1.2, 0.6)
                for a in (-140, -100, -60, -30, -160):
                    leaf(pen, 0, -122, 34, a, green)
        return
    for text in (
        "-8,-110 -30,-146 -62,-164 -74,-158 -42,-132 -14,-96",
        "8,-110 34,-150 66,-172 78,-164 46,-136 14,-96",
        "-10,-106 -18,-150 -10,-186 2,-190 8,-150 10,-106",
    ):
        blade = mould(pen, text, green, "soft")
        tint(pen, blade, text, lighten(green, 0.2), 0.2)
    stalk = mould(pen, "-16,-118 16,-118 17,-60 18,-24 20,-10 0,-2 -20,-10 -18,-24 -17,-60", pale, "glossy")
    with pen.on(stalk):
        pen.decal(organic("-30,-124 30,-124 24,-84 0,-70 -24,-84"), green, alpha=0.8, blur=9)
        score(pen, "-8,-110 -9,-14|0,-110 0,-10|8,-110 9,-14", darken(pale, 0.2), 1.2, 0.6)
    score(pen, "-12,-6 -18,4 -16,12|-5,-4 -6,8|3,-4 5,10|11,-6 18,4 15,12", (214, 196, 158), 1.8)


@thing("ginger", "ginger root", "turmeric", "galangal", cm=10, kind="food")
def draw_ginger(pen: Pen, look: Look) -> None:
    rgb = look.colour((214, 172, 110))
    for text in ("-30,-40 -52,-78 -42,-104 -20,-98 -8,-60", "24,-46 36,-88 60,-96 68,-76 50,-40"):
        mould(pen, text, darken(rgb, 0.06), "soft")
    body = mould(
        pen,
        "-96,-30 -84,-54 -56,-52 -30,-62 6,-60 34,-54 60,-60 92,-48 98,-24 76,-8 46,-14 16,-4 -24,-2 -56,-10 -84,-10",
        rgb,
        "soft",
    )
    score(
        pen,
        "-70,-52 -62,-34 -68,-12|-20,-60 -14,-32 -20,-4|44,-54 50,-34 44,-14|-46,-84 -26,-84|38,-78 58,-72",
        darken(rgb, 0.32),
        1.8,
        0.6,
    )
    tint(pen, body, "-52,-44 -30,-50 -26,-36 -48,-30", (255, 244, 214), 0.5, 3)
    disc(pen, "-92 -30 9 13 12", (246, 224, 150), "flat", 0.7)
    disc(pen, "100 2 20 13", rgb, "soft", 0.9)
    disc(pen, "100 0 16 10", (248, 226, 150), "flat", 0.4)


@thing(
    "vegetable",
    "vegetables",
    "pile of vegetables",
    "veggies",
    "fresh vegetables",
    "veggie",
    "produce",
    cm=30,
    kind="food",
)
def draw_pile(pen: Pen, look: Look) -> None:
    for x, y, turn in ((-76, -92, -150), (-56, -110, -110), (-36, -104, -76)):
        leaf(pen, x, y + 30, 60, turn, (104, 164, 66))
    mould(pen, "-98,-50 -104,-88 -78,-112 -44,-108 -22,-84 -30,-44 -60,-34", (132, 182, 92), "soft")
    score(pen, "-62,-40 -64,-100|-64,-66 -88,-88|-63,-60 -42,-84|-63,-48 -92,-62", (222, 236, 190), 2.2, 0.8)
    with pen.at(10, -40, 0.78):
        draw_pepper(pen, Look(noun="pepper"))
    for x, turn in ((64, 30), (84, 44)):
        with pen.at(x, -8, turn=turn):
            mould(pen, "-13,-96 13,-96 15,-70 8,-20 0,4 -8,-20 -15,-70", (238, 128, 44), "soft")
            score(pen, "-12,-74 -2,-72|4,-58 11,-60|-8,-40 0,-38", (190, 86, 24), 1.6, 0.7)
            for a in (-120, -90, -60):
                leaf(pen, 0, -96, 36, a, (88, 152, 62))
    mould(pen, "-112,-14 -100,-36 -64,-46 -28,-40 -14,-20 -30,-2 -70,2 -104,-2", (96, 58, 120), "glossy")
    gloss(pen, -72, -34, 22, 4, -6)
    mould(pen, "-26,-22 -16,-42 -28,-32 -44,-34 -38,-22 -46,-12 -30,-12", (104, 156, 66), "soft", 0.8)
    for x, y, r in ((12, -28, 29), (62, -22, 24)):
        disc(pen, f"{x} {y} {r} {r * 0.92}", (214, 50, 40), "glossy")
        gloss(pen, x - r * 0.4, y - r * 0.45, r * 0.22, r * 0.13)
        for i in range(5):
            angle = math.radians(i * 72 - 90)
            cut(
                pen,
                f"{x - 3},{y - r * 0.7} {x + 3},{y - r * 0.7} {x + 14 * math.cos(angle)},{y - r * 0.72 + 8 * math.sin(angle)}",
                (88, 146, 58),
                "flat",
                0,
                0.4,
            )
    for x in (-6, 34, 88):
        disc(pen, f"{x} -7 9 8", (122, 180, 74), "glossy", 0.8)


@thing("tooth", "molar", "teeth", cm=2)
def draw_tooth(pen: Pen, look: Look) -> None:
    rgb = look.colour((250, 248, 240))
    body = mould(
        pen,
        "-58,-128 -30,-146 0,-134 30,-146 58,-128 66,-92 54,-56 44,-8 32,2 20,-10 12,-44 0,-54 -12,-44 -20,-10 -32,2 -44,-8 -54,-56 -66,-92",
        rgb,
        "glossy",
    )
    tint(pen, body, "-46,-118 -30,-128 -26,-90 -44,-80", (255, 255, 255), 0.9, 2)
    tint(pen, body, "-60,-60 60,-60 50,10 -50,10", (232, 206, 160), 0.35, 10)
    score(pen, "-12,-126 0,-116 14,-126|0,-116 0,-104", darken(rgb, 0.22), 2.2, 0.7)


@thing("bone", "dog bone", "bones treat", cm=16)
def draw_bone(pen: Pen, look: Look) -> None:
    rgb = look.colour((246, 238, 218))
    with pen.at(0, -56, turn=-24):
        body = mould(
            pen,
            "-66,-15 -84,-36 -108,-34 -116,-14 -104,0 -116,14 -108,34 -84,36 -66,15 0,11 66,15 84,36 108,34 116,14 104,0 116,-14 108,-34 84,-36 66,-15 0,-11",
            rgb,
            "soft",
        )
        tint(pen, body, "-60,-10 0,-8 60,-10 40,-4 -40,-4", (255, 255, 255), 0.7, 2)
        score(pen, "-96,-4 -88,0 -96,4|96,-4 88,0 96,4|-40,4 -20,6|20,5 44,4", darken(rgb, 0.25), 1.8, 0.6)
