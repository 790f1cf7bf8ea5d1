"""Of the clinic, the screen and the table: syringe, stethoscope, pills, thermometer, clapperboard, projector."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.interior import picture
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, points
from pinxit.engines.illustrator.rigs.vehicle import spot
from pinxit.engines.illustrator.shapes import box, ellipse, tube

STEEL: Rgb = (200, 206, 214)
DARK: Rgb = (50, 52, 60)
CREAM: Rgb = (250, 248, 242)


@thing("syringe", "injection", "vaccine", "hypodermic needle", "vaccine syringe", cm=16)
def draw_syringe(pen: Pen, look: Look) -> None:
    rgb = look.colour((110, 196, 216))
    with pen.at(0, -82, turn=40):
        rod(pen, "0,58 0,108", 2.6, STEEL, "metal", 0.7)
        cut(pen, "-7,46 7,46 3.4,64 -3.4,64", lighten(rgb, 0.2), "glossy", 1, 0.8)
        rod(pen, "0,-96 0,-30", 8, (226, 230, 236), "glossy", 0.8)
        bar(pen, "-20 -104 40 9 4", (226, 230, 236), "glossy")
        barrel = bar(pen, "-17 -52 34 100 6", (226, 238, 242), "glass")
        with pen.on(barrel):
            pen.decal(box(-17, -8, 34, 60), rgb, alpha=0.9)
            pen.decal(box(-17, -17, 34, 10), DARK)
            pen.decal(box(-11, -52, 5, 100), (255, 255, 255), alpha=0.5)
        for i in range(8):
            score(pen, f"4,{-40 + i * 11} {14 if i % 2 else 11},{-40 + i * 11}", DARK, 1.5)
        bar(pen, "-28 -58 56 8 4", (226, 230, 236), "glossy", 0.9)
        mould(pen, "0,112 4,120 0,126 -4,120", rgb, "glossy", 0.5)


@thing("stethoscope", "doctor's stethoscope", cm=60)
def draw_stethoscope(pen: Pen, look: Look) -> None:
    rgb = look.colour((52, 84, 124))
    for way in ("-34,-160 -46,-120 -40,-84 -12,-66 0,-62", "34,-160 46,-120 40,-84 12,-66 0,-62"):
        pen.fill(tube(points(way), [6, 7, 8, 8, 8]), STEEL, "metal")
    pen.fill(tube(points("0,-64 -2,-30 18,-6 56,-4 78,-28 66,-56"), 10), rgb, "glossy")
    pen.fill(tube(points("-40,-96 -20,-70 0,-62 20,-70 40,-96"), 10), rgb, "glossy")
    for x in (-33, 33):
        mould(pen, f"{x - 7},-158 {x - 5},-172 {x + 5},-172 {x + 7},-158 {x},-152", DARK, "glossy")
    disc(pen, "62 -76 27", STEEL, "metal")
    disc(pen, "62 -76 20", (232, 236, 240), "glossy", 0.7)
    pen.line(ellipse(62, -76, 12), darken(STEEL, 0.25), 1.6)
    pen.decal(ellipse(55, -84, 6, 4, -30), (255, 255, 255), alpha=0.9)


@thing("pill bottle", "pill", "pills", "medicine", "vitamins", "prescription bottle", "aspirin", cm=9)
def draw_pills(pen: Pen, look: Look) -> None:
    rgb = look.colour((236, 138, 44))
    body = bar(pen, "-44 -110 76 110 9", rgb, "glass")
    with pen.on(body):
        for i in range(18):
            disc(pen, f"{-36 + i * 23 % 66} {-12 - i // 4 * 15} 10 6 {i * 37 % 180}", CREAM, "glossy", 0.4)
        pen.decal(box(-44, -112, 80, 114), rgb, alpha=0.35)
        pen.decal(box(-38, -110, 8, 110), (255, 255, 255), alpha=0.4)
    bar(pen, "-44 -84 76 46 0", CREAM, "flat", 0.7)
    score(pen, "-34,-72 10,-72|-34,-62 20,-62|-34,-52 2,-52", (150, 156, 166), 2.4)
    cap = bar(pen, "-50 -140 88 34 6", CREAM, "glossy")
    with pen.on(cap):
        for x in range(-48, 40, 7):
            score(pen, f"{x},-132 {x},-108", (196, 200, 206), 1.6, 0.8)
    for x, y, turn, tones in ((62, -10, -20, ((206, 52, 56), CREAM)), (88, -8, 30, ((64, 140, 196), CREAM))):
        with pen.at(x, y, turn=turn):
            cut(pen, "-20,-8 0,-8 0,8 -20,8", tones[0], "glossy", 7)
            cut(pen, "0,-8 20,-8 20,8 0,8", tones[1], "glossy", 7)
    pen.anchor("text", -6, -60, 64)


@thing("thermometer", "mercury thermometer", "temperature gauge", cm=15)
def draw_thermometer(pen: Pen, look: Look) -> None:
    rgb = look.colour((212, 42, 46))
    with pen.at(0, 0, turn=16):
        body = mould(
            pen, "-15,-186 0,-194 15,-186 16,-60 28,-40 26,-12 0,2 -26,-12 -28,-40 -16,-60", (232, 240, 244), "glossy"
        )
        disc(pen, "0 -26 19", rgb, "glossy", 0.7)
        bar(pen, "-4.6 -120 9.2 90 4", rgb, "flat", 0.3)
        pen.line(box(-5, -178, 10, 140, 5), darken((232, 240, 244), 0.3), 1.4)
        for i in range(11):
            score(pen, f"15,{-170 + i * 11} {7 if i % 5 == 0 else 10},{-170 + i * 11}", DARK, 1.6)
        tint(pen, body, "-12,-180 -8,-182 -8,-70 -12,-70", (255, 255, 255), 0.9)
        pen.decal(ellipse(-7, -33, 5, 4, -30), (255, 255, 255), alpha=0.8)


@thing("clapperboard", "clapboard", "movie clapper", "film slate", "clapper board", cm=30, attach="hand", fit=50)
def draw_clapper(pen: Pen, look: Look) -> None:
    rgb = look.colour((46, 48, 56))
    bar(pen, "-86 -112 172 112 5", rgb, "round")
    score(pen, "-74,-74 74,-74|-74,-42 74,-42|-24,-42 -24,-8|28,-42 28,-8", CREAM, 2.2)
    score(pen, "-66,-92 -20,-92|-66,-60 30,-60|-66,-24 -40,-24|-10,-24 12,-24|42,-24 66,-24", (196, 200, 206), 3)
    for y, turn in ((-112, 0), (-134, -12)):
        with pen.at(-86, y, turn=turn):
            stick = bar(pen, "0 0 172 22 3" if turn == 0 else "0 0 176 22 3", CREAM, "round")
            with pen.on(stick):
                for i in range(6):
                    pen.decal(facet(f"{i * 34 - 8},0 {i * 34 + 10},0 {i * 34 - 4},22 {i * 34 - 22},22"), rgb)
    disc(pen, "-76 -112 7", STEEL, "metal", 0.7)
    pen.anchor("text", 0, -60, 120)


@thing("film reel", "movie reel", "film projector", "projector", "film roll", "movie projector", "filmstrip", cm=30)
def draw_reel(pen: Pen, look: Look) -> None:
    rgb = look.colour((92, 98, 112))

    def reel(x: float, y: float, r: float) -> None:
        disc(pen, f"{x} {y} {r}", (36, 34, 40), "round")
        disc(pen, f"{x} {y} {r * 0.86}", lighten(rgb, 0.3), "metal", 0.7)
        for i in range(5):
            a, b = spot(x, y, r * 0.5, i * 72 - 90)
            disc(pen, f"{a} {b} {r * 0.23}", (44, 42, 50), "flat", 0.5)
        disc(pen, f"{x} {y} {r * 0.15}", DARK, "metal", 0.5)

    if "projector" in look.noun:
        for x in (-50, 40):
            rod(pen, f"{x},-30 {x * 1.2},-2", 7, DARK, "metal", 0.8)
        reel(-44, -142, 44)
        reel(42, -150, 36)
        bar(pen, "-82 -98 140 72 10", rgb, "metal")
        cut(pen, "58,-78 92,-84 92,-44 58,-50", darken(rgb, 0.3), "metal", 3)
        disc(pen, "94 -64 7 20", (190, 216, 236), "glossy", 0.7)
        beam = Gradient((96, -64), (196, -64), ((0, (255, 246, 206)), (1, (255, 246, 206))), alphas=(0.7, 0.0))
        pen.glow(facet("98,-76 196,-112 196,-14 98,-52"), beam)
        for y in (-82, -72, -62):
            score(pen, f"-68,{y} -40,{y}", darken(rgb, 0.5), 3)
        disc(pen, "10 -60 12", (206, 60, 54), "glossy", 0.7)
        return
    strip = pen.fill(tube(points("10,-4 60,-6 96,-22 124,-6"), 34, closed_ends=False), (40, 38, 46), "glossy")
    with pen.on(strip):
        for i in range(9):
            bar(pen, f"{14 + i * 13} {-18 - abs(i - 5) * -1.6} 6 5 1", CREAM, "flat", 0)
            bar(pen, f"{14 + i * 13} {6 + abs(i - 5) * 1.0 - 8} 6 5 1", CREAM, "flat", 0)
    reel(0, -82, 80)


@thing("joystick", "arcade stick", "flight stick", "arcade joystick", cm=18)
def draw_joystick(pen: Pen, look: Look) -> None:
    rgb = look.colour((206, 46, 50))
    cut(pen, "-80,0 -72,-30 72,-30 80,0", darken(DARK, 0.2), "round", 5)
    cut(pen, "-72,-28 -52,-48 52,-48 72,-28", lighten(DARK, 0.1), "round", 4)
    disc(pen, "-10 -44 28 9", (30, 30, 36), "round", 0.8)
    rod(pen, "-10,-44 -10,-120", 11, STEEL, "metal")
    disc(pen, "-10 -136 27", rgb, "glossy")
    for x in (32, 50):
        disc(pen, f"{x} -40 8 4", (250, 200, 70) if x > 40 else (80, 170, 220), "glossy", 0.8)
    bar(pen, "-60 -20 40 8 3", rgb, "flat", 0.4)


@thing(
    "vr headset",
    "virtual reality headset",
    "vr goggles",
    "oculus",
    "virtual reality goggles",
    cm=18,
    attach="eyes",
    fit=84,
)
def draw_vr(pen: Pen, look: Look) -> None:
    rgb = look.colour((236, 238, 242))
    body = mould(
        pen,
        "-84,-28 -78,-44 -40,-50 40,-50 78,-44 84,-28 84,20 72,38 26,40 10,26 -10,26 -26,40 -72,38 -84,20",
        rgb,
        "glossy",
    )
    front = mould(
        pen,
        "-70,-24 -40,-36 40,-36 70,-24 70,14 58,26 24,26 8,14 -8,14 -24,26 -58,26 -70,14",
        (34, 38, 50),
        "glossy",
        0.7,
    )
    tint(pen, front, "-60,-22 -30,-30 -44,16 -62,10", (130, 180, 240), 0.6, 5)
    tint(pen, body, "-70,-40 0,-47 60,-42 0,-40", (255, 255, 255), 0.8, 2)
    for x in (-56, 56):
        disc(pen, f"{x} -12 4", (90, 200, 240), "glow" if look.night else "glossy", 0.4)
    for side in (-1, 1):
        cut(pen, f"{side * 82},-20 {side * 100},-14 {side * 100},10 {side * 82},16", DARK, "soft", 3)


@thing("oil painting", "framed landscape", "landscape painting", "watercolor painting", "gilded painting", cm=70)
def draw_painting(pen: Pen, look: Look) -> None:
    what = finish(look, (198, 152, 70), "metal", "wood")
    coat(pen, box(-118, -172, 236, 172, 4), what)
    for i in range(30):
        for y in (-164, -8):
            disc(pen, f"{-110 + i * 7.6} {y} 2.6", lighten(what.rgb, 0.3), "round", 0.3)
    for i in range(20):
        for x in (-110, 110):
            disc(pen, f"{x} {-160 + i * 7.8} 2.6", lighten(what.rgb, 0.3), "round", 0.3)
    picture(pen, (-98, -154, 196, 136), ((236, 190, 130), (92, 120, 84)), darken(what.rgb, 0.2))
    for x, y in ((-110, -164), (110, -164), (-110, -8), (110, -8)):
        mould(pen, f"{x - 12},{y} {x},{y - 12} {x + 12},{y} {x},{y + 12}", lighten(what.rgb, 0.15), "metal", 0.8)
    pen.line(box(-96, -152, 192, 132), darken(what.rgb, 0.5), 2)


@thing("mannequin", "mannequin head", "head", "bust of a head", "dress form", cm=40)
def draw_mannequin(pen: Pen, look: Look) -> None:
    rgb = look.colour((236, 222, 204))
    if look.noun == "dress form":
        rod(pen, "0,0 0,-70", 8, (120, 80, 52), "soft")
        bar(pen, "-34 -8 68 8 3", (120, 80, 52), "soft")
        body = mould(
            pen,
            "-10,-196 10,-196 14,-178 44,-166 48,-140 36,-110 32,-90 48,-60 44,-52 0,-48 -44,-52 -48,-60 -32,-90 -36,-110 -48,-140 -44,-166 -14,-178",
            rgb,
            "soft",
        )
        with pen.on(body):
            score(pen, "0,-196 0,-48|-24,-176 -18,-110 -24,-50|24,-176 18,-110 24,-50", darken(rgb, 0.3), 1.6, 0.7)
        return
    cut(pen, "-52,0 -44,-14 44,-14 52,0", darken(rgb, 0.35), "round", 4)
    neck = mould(pen, "-22,-70 -22,-40 -40,-12 40,-12 22,-40 22,-70", rgb, "soft")
    tint(pen, neck, "-26,-70 26,-70 20,-46 0,-38 -20,-46", darken(rgb, 0.4), 0.6, 5)
    head = mould(
        pen,
        "0,-188 36,-180 54,-148 52,-112 40,-76 18,-54 0,-50 -18,-54 -40,-76 -52,-112 -54,-148 -36,-180",
        rgb,
        "soft",
    )
    for side in (-1, 1):
        mould(
            pen, f"{side * 50},-124 {side * 60},-128 {side * 60},-104 {side * 50},-94", darken(rgb, 0.06), "soft", 0.8
        )
        pen.decal(ellipse(side * 22, -118, 15, 8), darken(rgb, 0.3), alpha=0.55, blur=4)
        score(pen, f"{side * 10},-116 {side * 22},-111 {side * 35},-117", darken(rgb, 0.5), 2.2, 0.8)
        score(pen, f"{side * 8},-132 {side * 22},-138 {side * 38},-131", darken(rgb, 0.4), 2.6, 0.6)
    score(pen, "-3,-122 -6,-98 0,-92 8,-96", darken(rgb, 0.35), 2.2, 0.7)
    mould(pen, "-16,-77 -6,-82 0,-80 6,-82 16,-77 6,-70 -6,-70", darken(rgb, 0.16), "soft", 0.5)
    tint(pen, head, "-34,-160 -14,-176 0,-172 -20,-146", (255, 255, 255), 0.5, 6)


@thing("gear", "cog", "cogwheel", "gears", "cogs", "mechanism", "clockwork", cm=30)
def draw_gear(pen: Pen, look: Look) -> None:
    tones: tuple[Rgb, ...] = (
        look.colour((176, 184, 194)),
        look.colour((206, 160, 80), 1),
        look.colour((134, 144, 158), 2),
    )

    def wheel(x: float, y: float, r: float, teeth: int, rgb: Rgb) -> None:
        ring = []
        for i in range(teeth):
            for da, share in ((-0.32, 0.84), (-0.2, 1.0), (0.2, 1.0), (0.32, 0.84)):
                a = math.tau * (i + da) / teeth
                ring.append(f"{x + r * share * math.cos(a)},{y + r * share * math.sin(a)}")
        cut(pen, " ".join(ring), rgb, "metal", 2)
        pen.line(ellipse(x, y, r * 0.68), darken(rgb, 0.35), 2)
        for i in range(5):
            a, b = spot(x, y, r * 0.43, i * 72 - 90)
            disc(pen, f"{a} {b} {r * 0.15}", darken(rgb, 0.6), "flat", 0.5)
        disc(pen, f"{x} {y} {r * 0.2}", lighten(rgb, 0.3), "metal", 0.7)
        disc(pen, f"{x} {y} {r * 0.08}", darken(rgb, 0.6), "flat", 0.3)

    if look.noun in {"gear", "cog", "cogwheel"}:
        wheel(0, -90, 88, 12, tones[0])
        return
    wheel(54, -136, 44, 9, tones[1])
    wheel(-34, -68, 66, 12, tones[0])
    wheel(66, -44, 42, 9, tones[2])
