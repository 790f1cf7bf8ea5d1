"""Plants: hydrangea, venus flytrap, aloe, bare tree, baobab, apple tree, pine cone, sunflower seeds."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.food import leaf
from pinxit.engines.illustrator.rigs.material import finish
from pinxit.engines.illustrator.rigs.tree import crown, trunk
from pinxit.engines.illustrator.rigs.vehicle import spot
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel
from pinxit.engines.illustrator.shapes import ellipse, tube

GREEN: Rgb = (96, 152, 70)
BARK: Rgb = (118, 86, 62)


@thing("hydrangea", "hydrangeas", "lilac flower", "snowball flower", "allium", cm=45, kind="plant")
def draw_hydrangea(pen: Pen, look: Look) -> None:
    rgb = look.colour((124, 140, 214))
    rod(pen, "0,0 0,-80", 8, (112, 146, 78), "soft")
    for turn, long in ((-158, 78), (-22, 78), (-130, 56), (-50, 56)):
        leaf(pen, 0, -58, long, turn, (84, 140, 72))
    disc(pen, "0 -126 58 52", darken(rgb, 0.3), "soft")
    rng = look.random("florets")
    for i in range(74):
        x, y = spot(0, -128, 56 * math.sqrt((i + 0.5) / 74), i * 137.5)
        tone = mix(rgb, rng.choice(((250, 250, 255), (206, 150, 214), rgb)), rng.uniform(0.1, 0.6))
        with pen.at(x, -128 + (y + 128) * 0.9, turn=rng.uniform(0, 90)):
            for k in range(4):
                a, b = spot(0, 0, 5.2, k * 90)
                disc(pen, f"{a} {b} 5.2", tone, "soft", 0.3)
            disc(pen, "0 0 2", (250, 238, 180), "flat", 0)


@thing("venus flytrap", "venus fly trap", "carnivorous plant", "flytrap", cm=22, kind="plant")
def draw_flytrap(pen: Pen, look: Look) -> None:
    rgb = look.colour((116, 176, 76))
    pot = Vessel(
        Turned("44 -56 40 -30 32 0", 0.3), finish(look, (196, 104, 70), "round", "clay", 3), 5, (84, 60, 46), 6
    )
    if not look.has("planted"):  # it may stand in a vessel of its own
        pot.draw(pen)
    for x, y, size, turn in ((-52, -112, 0.75, -34), (56, -118, 0.8, 30), (0, -148, 1.05, 0)):
        pen.fill(tube([(x * 0.15, -52.0), (x * 0.7, (y - 52) / 2), (float(x), float(y))], [9, 8, 7]), rgb, "soft")
        with pen.at(x, y, size, turn=turn):
            for side in (-1, 1):
                for k in range(7):
                    with pen.at(side * (12 + k * 4.6), -48 + abs(k - 2) * 5, turn=side * (12 + k * 9)):
                        cut(pen, "-2.4,2 2.4,2 0,-20", lighten(rgb, 0.35), "soft", 0, 0.6)
                lobe = mould(
                    pen,
                    f"0,4 {side * 22},-2 {side * 44},-20 {side * 42},-42 {side * 20},-54 {side * 4},-40",
                    rgb,
                    "soft",
                )
                tint(
                    pen,
                    lobe,
                    f"0,0 {side * 20},-6 {side * 36},-22 {side * 32},-38 {side * 16},-44 {side * 4},-32",
                    (222, 70, 92),
                    0.9,
                    4,
                )
                for k in range(3):
                    disc(pen, f"{side * (14 + k * 6)} {-18 - k * 6} 1.6", (120, 24, 44), "flat", 0)


@thing("aloe vera", "aloe", "aloe plant", "agave", "snake plant", "sansevieria", cm=40, kind="plant")
def draw_aloe(pen: Pen, look: Look) -> None:
    rgb = look.colour((112, 160, 108))
    snake = look.noun in {"snake plant", "sansevieria"}
    planted = look.has("planted")  # stands in a vessel of its own
    pot = Vessel(
        Turned("48 -60 45 -30 36 0", 0.3), finish(look, (236, 228, 214), "glossy", "ceramic", 3), 5, (84, 60, 46), 6
    )
    if not planted:
        pot.draw(pen)
    turns = (-24, 22, -12, 12, 2) if snake else (-70, 68, -46, 46, -24, 24, 2)
    for i, turn in enumerate(turns):
        tall = 150 - abs(turn) * 0.5 if snake else 122 - abs(turn) * 0.35
        with pen.at(turn * 0.32, -4 if planted else -58, turn=turn):
            blade = mould(
                pen,
                f"-10,8 -14,{-tall * 0.35} -8,{-tall * 0.75} 0,{-tall} 8,{-tall * 0.75} 14,{-tall * 0.35} 10,8",
                mix(rgb, lighten(rgb, 0.25), i % 2),
                "soft",
            )
            with pen.on(blade):
                if snake:
                    score(
                        pen,
                        f"-13,8 -17,{-tall * 0.35} -9,{-tall * 0.75} 0,{-tall} 9,{-tall * 0.75} 17,{-tall * 0.35} 13,8",
                        (234, 222, 130),
                        6,
                    )
                    for k in range(9):
                        score(
                            pen,
                            f"-10,{-10 - k * 14} -3,{-14 - k * 14} 4,{-9 - k * 14} 10,{-13 - k * 14}",
                            darken(rgb, 0.35),
                            2.4,
                            0.7,
                        )
                else:
                    for k in range(12):
                        disc(pen, f"{-7 + k * 7 % 15} {-12 - k * 8} 1.6 2.6", (220, 236, 206), "flat", 0)
                    score(pen, f"0,0 0,{-tall * 0.8}", lighten(rgb, 0.4), 3, 0.5)


@thing("dead tree", "bare tree", "leafless tree", "winter tree", "spooky tree", "withered tree", cm=700, kind="plant")
def draw_dead_tree(pen: Pen, look: Look) -> None:
    rgb = look.colour((96, 80, 72))
    for way, wide in (
        ("2,-84 34,-120 66,-136 96,-132", 13),
        ("-2,-100 -34,-132 -70,-146 -96,-176", 14),
        ("0,-120 16,-160 12,-196 30,-230", 15),
        ("66,-136 80,-164 76,-186", 6),
        ("34,-120 52,-110 72,-110", 6),
        ("-34,-132 -40,-168 -30,-196", 7),
        ("-70,-146 -98,-144 -116,-154", 6),
        ("14,-176 40,-190 52,-212", 6),
        ("12,-196 -10,-214 -12,-236", 6),
        ("-40,-160 -58,-182 -58,-202", 4),
        ("80,-164 98,-172 104,-186", 4),
    ):
        rod(pen, way, wide, rgb, "soft", 0.8, 1.6)
    body = mould(
        pen,
        "-44,2 -24,-14 -16,-50 -15,-100 -6,-136 6,-136 14,-96 15,-50 24,-16 46,2 22,-4 10,3 0,-4 -14,3 -24,-4",
        rgb,
        "soft",
    )
    with pen.on(body):
        score(pen, "-8,-130 -8,-60 -20,-10|2,-130 2,-70 -2,-6|8,-110 9,-50 18,-8", darken(rgb, 0.4), 1.8, 0.6)
        pen.decal(ellipse(2, -78, 7, 11), darken(rgb, 0.7))
        pen.line(ellipse(2, -78, 9, 13), darken(rgb, 0.35), 2)


@thing(
    "baobab",
    "baobab tree",
    "bottle tree",
    "dragon tree",
    "acacia",
    "acacia tree",
    "umbrella tree",
    cm=1500,
    kind="plant",
)
def draw_baobab(pen: Pen, look: Look) -> None:
    rng = look.random("baobab")
    green = look.part("leaves", look.colour((112, 150, 72)))
    acacia = "acacia" in look.noun or "umbrella" in look.noun
    if acacia:
        for way in ("0,0 6,-60 -4,-100", "-2,-92 -46,-128 -70,-150", "0,-98 40,-130 70,-152", "-2,-96 4,-150"):
            rod(pen, way, 17 if way.startswith("0,0") else 10, BARK, "soft", 0.9, 5)
        crown(pen, [(-64, -156, 58, 17), (66, -158, 58, 17), (0, -168, 74, 20)], green, rng)
        return
    for way in (
        "-22,-128 -48,-160 -84,-172",
        "22,-128 50,-158 86,-174",
        "-8,-132 -18,-176 -36,-200",
        "10,-132 22,-172 40,-198",
        "0,-132 2,-190",
    ):
        rod(pen, way, 20, BARK, "soft", 0.9, 5)
    for spot_ in ((-88, -182, 34, 17), (90, -184, 34, 17), (-42, -208, 36, 18), (44, -206, 36, 18), (2, -206, 34, 20)):
        crown(pen, [spot_], green, rng)
    body = mould(
        pen,
        "-62,2 -50,-14 -48,-60 -44,-104 -30,-134 -16,-150 0,-146 16,-150 30,-134 42,-104 48,-60 52,-14 64,2 30,-3 0,4 -30,-3",
        lighten(BARK, 0.2),
        "soft",
    )
    with pen.on(body):
        score(
            pen,
            "-30,-132 -34,-70 -40,-6|-12,-138 -14,-70 -16,-2|10,-138 10,-70 12,-2|28,-132 30,-70 38,-6",
            darken(BARK, 0.2),
            2.4,
            0.6,
        )


@thing(
    "orange tree",
    "lemon tree",
    "cherry tree",
    "peach tree",
    "pear tree",
    "fruit tree",
    "plum tree",
    cm=450,
    kind="plant",
)
def draw_fruit_tree(pen: Pen, look: Look) -> None:
    usual: Rgb = next((rgb for word, rgb in _FRUIT.items() if word in look.noun), (212, 46, 44))
    fruit = look.colour(usual)
    rng = look.random("fruit")
    trunk(pen, [(0, 4), (4, -50), (-2, -110)], [26, 19, 14], BARK, rng)
    for way in ("0,-84 -34,-120", "2,-90 36,-126"):
        rod(pen, way, 10, BARK, "soft", 0.8, 5)
    crown(
        pen,
        [(-54, -128, 44, 36), (54, -130, 44, 36), (-24, -172, 46, 36), (28, -174, 46, 36), (0, -138, 58, 42)],
        look.part("leaves", (92, 148, 66)),
        rng,
    )
    for x, y in (
        (-70, -122),
        (-44, -148),
        (-18, -120),
        (12, -146),
        (40, -118),
        (68, -138),
        (-34, -184),
        (4, -186),
        (36, -178),
        (-60, -100),
        (20, -108),
        (-2, -164),
        (58, -104),
    ):
        disc(pen, f"{x} {y} 8.6", fruit, "glossy", 0.8)
        pen.decal(ellipse(x - 3, y - 3, 2.2), (255, 255, 255), alpha=0.7)
        score(pen, f"{x},{y - 8} {x + 1},{y - 13}", darken(BARK, 0.2), 1.6)
    for x in (-40, 30, 48):
        disc(pen, f"{x} -4 7", fruit, "glossy", 0.8)


_FRUIT: dict[str, Rgb] = {
    "orange": (244, 146, 40),
    "lemon": (250, 222, 66),
    "peach": (248, 172, 120),
    "pear": (196, 206, 84),
    "plum": (112, 58, 122),
}
