"""Sports: paddle, dart board, bowling, golf, hockey, boxing gloves, football, hoop, goal, medal, weights, trampoline."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.food import slice_wedge
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.vehicle import spot
from pinxit.engines.illustrator.shapes import box, ellipse, moved, star, union

STEEL: Rgb = (200, 206, 214)
DARK: Rgb = (52, 54, 62)


@thing("paddle", "oar", "canoe paddle", "rowing oar", "oars", "paddles", cm=160, attach="hand", fit=30)
def draw_paddle(pen: Pen, look: Look) -> None:
    what = finish(look, (190, 130, 76), "soft", "wood")
    with pen.at(0, -10, turn=24):
        shaft = box(-4.5, -120, 9, 134, 4)
        coat(pen, shaft, what, upright=True)
        coat(pen, organic("-4,0 -15,26 -18,60 -13,92 0,100 13,92 18,60 15,26 4,0"), what, upright=True)
        blade = organic("-4,0 -15,26 -18,60 -13,92 0,100 13,92 18,60 15,26 4,0")
        with pen.on(blade):
            pen.decal(box(-30, 66, 60, 13), look.part("stripe", look.colour((206, 62, 52), 1)))
            pen.decal(box(-30, 84, 60, 5), (250, 246, 236))
            score(pen, "0,0 0,100", darken(what.rgb, 0.3), 1.8, 0.6)
        coat(pen, box(-16, -128, 32, 13, 6), what.tone(-0.12))


@thing("dart board", "dartboard", "darts", "target", "bullseye", "archery target", cm=45)
def draw_darts(pen: Pen, look: Look) -> None:
    archery = look.noun in {"target", "archery target"}
    disc(pen, "0 -92 92", DARK if not archery else (214, 186, 130), "round")
    if archery:
        for r, rgb in zip(
            (84, 68, 52, 36, 18),
            ((250, 248, 242), (54, 54, 60), (60, 140, 200), (212, 52, 48), (250, 206, 64)),
            strict=True,
        ):
            disc(pen, f"0 -92 {r}", rgb, "flat", 0.5)
    else:
        for i in range(20):
            for r, tones in (
                (76, ((206, 46, 44), (44, 130, 76))),
                (70, ((40, 40, 44), (244, 232, 204))),
                (46, ((206, 46, 44), (44, 130, 76))),
                (40, ((40, 40, 44), (244, 232, 204))),
            ):
                pen.fill(moved(slice_wedge(r, i * 18 - 99, 18), 0, -92), tones[i % 2], "flat", line=0)
        for r in (76, 70, 46, 40):
            pen.line(ellipse(0, -92, r), (206, 208, 212), 1.2)
        for i in range(20):
            x, y = spot(0, -92, 84, i * 18 - 90)
            disc(pen, f"{x} {y} 2.4", (240, 240, 236), "flat", 0)
        disc(pen, "0 -92 9", (44, 130, 76), "flat", 0.4)
        disc(pen, "0 -92 4.4", (206, 46, 44), "flat", 0.3)
    for x, y, rgb in ((4, -94, (60, 120, 200)), (-24, -112, (236, 178, 52)), (30, -70, (206, 56, 60))):
        with pen.at(x, y, turn=38):
            rod(pen, "0,0 0,-14", 2, STEEL, "metal", 0.5)
            rod(pen, "0,-14 0,-34", 6, (150, 156, 166), "metal", 0.7)
            cut(pen, "0,-36 -10,-46 -10,-60 0,-54 10,-60 10,-46", rgb, "flat", 1, 0.7)


@thing("bowling ball", "bowling", cm=38)
def draw_bowling(pen: Pen, look: Look) -> None:
    def pin(x: float, y: float, size: float) -> None:
        with pen.at(x, y, size):
            body = mould(
                pen,
                "0,-150 15,-140 17,-122 11,-102 14,-84 25,-52 24,-24 16,0 -16,0 -24,-24 -25,-52 -14,-84 -11,-102 -17,-122 -15,-140",
                (250, 248, 240),
                "glossy",
            )
            with pen.on(body):
                pen.decal(box(-30, -112, 60, 5), (206, 46, 48))
                pen.decal(box(-30, -102, 60, 5), (206, 46, 48))

    if look.noun != "bowling ball":
        for x, y, size in ((0, -18, 0.86), (-34, -10, 0.9), (34, -10, 0.9), (-62, 0, 0.96), (62, 0, 0.96)):
            pin(x, y, size)
    rgb = look.colour((42, 78, 160))
    size = 62 if look.noun == "bowling ball" else 36
    ball = disc(pen, f"0 {-size} {size}", rgb, "glossy")
    with pen.on(ball), pen.at(0, -size, size / 62):
        for text in (
            "-50,20 -20,40 20,30 54,44 40,60 -30,60",
            "-60,-30 -30,-14 -40,10 -64,6",
            "20,-60 44,-30 60,-34 50,-60",
        ):
            pen.decal(organic(text), lighten(rgb, 0.35), alpha=0.5, blur=4)
        for x, y in ((8, -26), (28, -24), (20, -6)):
            pen.decal(ellipse(x, y, 6, 5.6), darken(rgb, 0.7))
        pen.decal(ellipse(-24, -34, 13, 9, -34), (255, 255, 255), alpha=0.8, blur=2)


@thing("golf club", "golf clubs", "putter", "golf", cm=100, attach="hand", fit=30)
def draw_golf(pen: Pen, look: Look) -> None:
    with pen.at(-10, -96, turn=20):
        rod(pen, "0,-80 0,96", 5, STEEL, "metal")
        rod(pen, "0,-84 0,-30", 11, look.colour(DARK), "soft", end=8)
        score(pen, "-4,-74 4,-70|-4,-64 4,-60|-4,-54 4,-50|-4,-44 4,-40", (150, 150, 158), 1.4)
        mould(pen, "-6,84 8,84 34,92 44,104 28,112 -2,108", (176, 184, 194), "metal")
        score(pen, "6,96 34,101|6,101 32,106", (110, 116, 126), 1.4)
    cut(pen, "46,-14 66,-14 57,0 55,0", (214, 60, 52), "glossy", 1, 0.7)
    ball = disc(pen, "56 -30 17", (251, 250, 246), "glossy")
    with pen.on(ball):
        for i in range(28):
            pen.decal(ellipse(42 + i * 7 % 30, -44 + i * 11 % 30, 1.6), (206, 208, 212))


@thing(
    "hockey stick",
    "ice hockey stick",
    "field hockey stick",
    "hockey puck",
    "puck",
    "lacrosse stick",
    cm=150,
    attach="hand",
    fit=30,
)
def draw_hockey(pen: Pen, look: Look) -> None:
    what = finish(look, (214, 164, 96), "soft", "wood")
    whole = union(
        facet("50,-184 62,-180 -6,-18 -20,-22"),
        organic("-24,-30 -4,-24 -20,-4 -60,4 -96,-4 -100,-18 -60,-16 -32,-20", 0.3),
    )
    coat(pen, whole, what)
    with pen.on(whole):
        pen.decal(box(-110, -40, 66, 60), look.part("tape", DARK))
        for i in range(6):
            pen.decal(
                facet(
                    f"{30 - i * 7},{-150 + i * 14} {70 - i * 7},{-136 + i * 14} {70 - i * 7},{-130 + i * 14} {30 - i * 7},{-144 + i * 14}"
                ),
                (206, 56, 54) if i in {2, 3} else what.rgb,
            )
        pen.decal(facet("30,-190 90,-190 60,-150 40,-158"), DARK)
    disc(pen, "52 -4 34 11", DARK, "round")
    disc(pen, "52 -12 34 11", lighten(DARK, 0.15), "glossy")


@thing("boxing glove", "boxing gloves", "boxing", cm=28, attach="hand", fit=60)
def draw_boxing(pen: Pen, look: Look) -> None:
    rgb = look.colour((204, 38, 42))
    for x, flip, tone in ((46, True, darken(rgb, 0.1)), (-46, False, rgb)):
        with pen.at(x, 0, 0.86, flip=flip):
            body = mould(pen, "-26,-46 -46,-84 -50,-130 -30,-164 10,-172 46,-156 58,-120 48,-80 30,-46", tone, "glossy")
            tint(pen, body, "-34,-140 -16,-156 8,-158 -10,-140 -28,-116", (255, 255, 255), 0.6, 4)
            score(pen, "-40,-96 0,-86 44,-98", darken(tone, 0.4), 2.4, 0.6)
            mould(pen, "20,-62 44,-72 62,-104 58,-130 44,-136 30,-112 14,-88", tone, "glossy", 0.9)
            cuff = cut(pen, "-34,-50 36,-50 40,-2 -38,-2", look.colour((248, 246, 240), 1), "soft", 6)
            with pen.on(cuff):
                pen.decal(box(-50, -30, 100, 8), tone)
            score(pen, "-10,-46 10,-36|-10,-36 10,-46|-10,-16 10,-6|-10,-6 10,-16", darken(tone, 0.2), 2)


@thing("american football", "rugby ball", "gridiron football", "nfl football", cm=28)
def draw_football(pen: Pen, look: Look) -> None:
    rgb = look.colour((148, 78, 46))
    with pen.at(0, -64, turn=-28):
        body = mould(
            pen, "-112,0 -84,-36 -40,-58 0,-62 40,-58 84,-36 112,0 84,36 40,58 0,62 -40,58 -84,36", rgb, "soft"
        )
        with pen.on(body):
            for x in (-1, 1):
                score(pen, f"{x * 66},-60 {x * 76},0 {x * 66},60", (250, 246, 238), 10)
            score(pen, "-112,0 -50,14 0,18 50,14 112,0", darken(rgb, 0.4), 1.8, 0.6)
            pen.decal(ellipse(-20, -38, 44, 10, -4), (255, 235, 210), alpha=0.35, blur=6)
        score(pen, "-34,-26 0,-30 34,-26", (252, 250, 244), 4)
        for x in range(-28, 29, 14):
            score(pen, f"{x},-38 {x},-18", (252, 250, 244), 4)


@thing("basketball hoop", "basketball net", "basketball goal", "hoop", cm=300)
def draw_hoop(pen: Pen, look: Look) -> None:
    rod(pen, "0,0 0,-110", 10, DARK, "metal")
    bar(pen, "-70 -196 140 92 4", look.colour((250, 249, 245)), "round")
    pen.line(box(-64, -190, 128, 80, 2), (206, 60, 52), 4)
    pen.line(box(-26, -156, 52, 38, 1), (206, 60, 52), 4)
    disc(pen, "0 -112 34 8", darken((230, 96, 40), 0.5), "flat", 0)
    net = "|".join(f"{x},-110 {x * 0.75 + 5},-94 {x * 0.6 - 3},-80 {x * 0.52},-64" for x in range(-32, 33, 8))
    score(pen, net, (244, 244, 240), 2)
    score(
        pen,
        "|".join(f"{x},-110 {x * 0.75 - 5},-94 {x * 0.6 + 3},-80 {x * 0.52},-64" for x in range(-32, 33, 8)),
        (216, 216, 214),
        1.6,
    )
    pen.line(ellipse(0, -111, 35, 9), (230, 96, 40), 5)
    bar(pen, "-40 -8 80 8 3", DARK, "round")


@thing("soccer goal", "goal", "football goal", "goalpost", "hockey goal", cm=240)
def draw_goal(pen: Pen, look: Look) -> None:
    rgb = look.colour((250, 250, 248))
    grid = [f"{x},-112 {x * 0.86},-40 {x * 0.86},-20" for x in range(-112, 113, 14)]
    grid += [f"-116,{y} 0,{y + 4} 116,{y}" for y in range(-104, -16, 12)]
    cut(pen, "-116,-112 116,-112 98,-16 -98,-16", (206, 216, 222), "flat", 2, 0)
    score(pen, "|".join(grid), (250, 250, 252), 1.6, 0.95)
    score(pen, "-118,-4 -98,-18|118,-4 98,-18|-98,-18 98,-18", (176, 182, 190), 3)
    for x in (-122, 114):
        bar(pen, f"{x} -120 8 120 3", rgb, "glossy")
    bar(pen, "-122 -122 244 8 3", rgb, "glossy")


@thing("medal", "gold medal", "silver medal", "bronze medal", "rosette", "award ribbon", "badge", cm=12)
def draw_medal(pen: Pen, look: Look) -> None:
    usual: Rgb = {"silver medal": (198, 204, 212), "bronze medal": (184, 118, 70)}.get(look.noun, (232, 182, 66))
    rgb = look.colour(usual)
    ribbon = look.part("ribbon", look.colour((52, 92, 170), 1))
    cut(pen, "22,-190 56,-190 18,-84 -8,-96", darken(ribbon, 0.2), "soft", 2)
    tail = cut(pen, "-56,-190 -22,-190 12,-94 -14,-82", ribbon, "soft", 2)
    with pen.on(tail):
        pen.decal(facet("-46,-192 -38,-192 2,-80 -6,-80"), (250, 248, 242))
        pen.decal(facet("-38,-192 -32,-192 8,-80 2,-80"), (214, 54, 54))
    pen.line(ellipse(0, -90, 10, 8), darken(rgb, 0.2), 4)
    disc(pen, "0 -46 46", rgb, "metal")
    pen.line(ellipse(0, -46, 37), darken(rgb, 0.35), 2)
    pen.fill(star(0, -46, 27, 12), lighten(rgb, 0.35), "round", line=0.6)
    pen.decal(ellipse(-22, -70, 13, 5, -40), (255, 255, 255), alpha=0.7, blur=2)


@thing("kettlebell", "kettlebells", "gym weight", cm=26, attach="hand", fit=40)
def draw_kettlebell(pen: Pen, look: Look) -> None:
    rgb = look.colour((62, 66, 76))
    pen.line(organic("-34,-86 -40,-134 -24,-152 0,-156 24,-152 40,-134 34,-86", 0.4), darken(rgb, 0.3), 22)
    pen.line(organic("-34,-86 -40,-134 -24,-152 0,-156 24,-152 40,-134 34,-86", 0.4), rgb, 17)
    score(pen, "-38,-130 -24,-148 4,-152", lighten(rgb, 0.5), 3, 0.7)
    mould(pen, "-36,-98 0,-106 36,-98 62,-66 60,-30 36,0 -36,0 -60,-30 -62,-66", rgb, "glossy")
    disc(pen, "0 -52 25", look.colour((232, 178, 60), 1), "flat", 0.6)
    disc(pen, "0 -52 17", rgb, "flat", 0.3)
    pen.anchor("text", 0, -52, 30)


@thing("trampoline", "mini trampoline", cm=90)
def draw_trampoline(pen: Pen, look: Look) -> None:
    rgb = look.colour((52, 110, 190))
    for x in (-96, -44, 44, 96):
        rod(pen, f"{x},-44 {x * 0.98},-4 {x * 0.86},-2", 6, STEEL, "metal", 0.8)
    disc(pen, "0 -46 118 32", darken(rgb, 0.45), "round")
    disc(pen, "0 -52 118 32", rgb, "soft")
    disc(pen, "0 -52 96 24", (214, 218, 224), "flat", 0.5)
    for i in range(48):
        a = math.radians(i * 7.5)
        score(
            pen,
            f"{96 * math.cos(a)},{-52 + 24 * math.sin(a)} {86 * math.cos(a)},{-52 + 21 * math.sin(a)}",
            (120, 126, 136),
            1.5,
        )
    disc(pen, "0 -52 87 21", DARK, "flat", 0.6)
    pen.decal(ellipse(-26, -58, 44, 7), (255, 255, 255), alpha=0.16, blur=4)
    pen.anchor("top", 0, -50, 140)


@thing("treadmill", "running machine", "exercise machine", "elliptical", "exercise bike", cm=140, faces=1)
def draw_treadmill(pen: Pen, look: Look) -> None:
    cut(pen, "-118,-12 60,-26 96,-26 100,0 -112,0", DARK, "round", 6)
    cut(pen, "-112,-16 58,-32 66,-22 -106,-8", (34, 34, 40), "flat", 3, 0.7)
    score(pen, "-100,-13 58,-27", (110, 112, 120), 1.6)
    cut(pen, "50,-44 100,-44 106,-20 46,-22", look.colour((206, 66, 58)), "glossy", 7)
    rod(pen, "82,-36 74,-100 60,-146", 12, STEEL, "metal")
    rod(pen, "62,-124 20,-118 8,-108", 8, DARK, "soft")
    cut(pen, "40,-172 82,-158 74,-134 30,-150", DARK, "round", 5)
    screen = cut(pen, "44,-166 74,-156 69,-143 38,-153", (110, 200, 220), "flat", 2, 0.5)
    tint(pen, screen, "40,-160 58,-164 52,-148 38,-150", (255, 255, 255), 0.4)
    for x in (-104, 84):
        bar(pen, f"{x} -4 20 6 2", (30, 30, 34), "round", 0.6)
