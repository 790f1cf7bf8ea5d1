"""Of the house: knob, brick, tile, block, storage box, plastic bag, loom, faucet, soap, sponge, ceiling fan, hook."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.solid import block, rounded_block
from pinxit.engines.illustrator.rigs.trace import facet, organic, points
from pinxit.engines.illustrator.shapes import box, ellipse, tube

STEEL: Rgb = (200, 206, 214)
BRASS: Rgb = (216, 172, 84)


@thing("knob", "door knob", "doorknob", "door handle", "handle", "doorknobs", "drawer knob", cm=9)
def draw_knob(pen: Pen, look: Look) -> None:
    what = finish(look, BRASS, "metal", "metal")
    mould(
        pen,
        "-34,-6 -36,-20 -30,-40 -36,-76 -36,-110 -30,-146 -36,-166 -34,-178 0,-186 34,-178 36,-166 30,-146 36,-110 36,-76 30,-40 36,-20 34,-6 0,2",
        what.tone(-0.1).rgb,
        what.form,
    )
    pen.line(
        organic(
            "-26,-12 -22,-40 -28,-80 -28,-106 -22,-146 -26,-172 0,-178 26,-172 22,-146 28,-106 28,-80 22,-40 26,-12 0,-6"
        ),
        darken(what.rgb, 0.35),
        1.6,
        alpha=0.7,
    )
    pen.decal(ellipse(4, -108, 40, 40), darken(what.rgb, 0.6), alpha=0.35, blur=6)
    disc(pen, "0 -114 20 20", darken(what.rgb, 0.2), "metal", 0.7)
    disc(pen, "0 -116 38 37", what.rgb, "metal")
    pen.line(ellipse(0, -116, 27, 26), darken(what.rgb, 0.3), 1.6, alpha=0.6)
    pen.decal(ellipse(-12, -130, 11, 7, -30), (255, 255, 255), alpha=0.85, blur=1.5)
    disc(pen, "0 -46 6.5", (50, 36, 30), "flat", 0.6)
    cut(pen, "-3,-44 3,-44 6,-24 -6,-24", (50, 36, 30), "flat", 1, 0.4)
    for y in (-170, -14):
        disc(pen, f"0 {y} 4", lighten(what.rgb, 0.3), "metal", 0.5)


@thing("brick", "bricks", "clay brick", "red brick", "stack of bricks", "cinder block", cm=10)
def draw_brick(pen: Pen, look: Look) -> None:
    usual: Rgb = (172, 174, 172) if "cinder" in look.noun else (186, 88, 64)
    what = finish(look, usual, "flat", "clay")
    spots = (
        ((-100, 0, 0.0), (4, 0, -0.06), (-48, -50, 0.04))
        if look.noun in {"bricks", "stack of bricks"}
        else ((-88, 0, 0.0),)
    )
    scale = 1.0 if len(spots) > 1 else 1.7
    for x, y, tone in spots:
        with pen.at(x, y, scale):
            front = block(pen, (0, 0, 0), (98, 46, 46), what.tone(tone))
            with pen.on(front):
                for i, (px, py) in enumerate(((14, -36), (70, -12), (40, -28), (84, -38), (24, -10))):
                    pen.decal(ellipse(px, py, 4 + i % 3, 2.4, i * 30), darken(what.rgb, 0.3), alpha=0.5)
                pen.decal(box(0, -46, 98, 4), lighten(what.rgb, 0.4), alpha=0.4)
            for px in (28, 56, 84):
                disc(pen, f"{px} -54 9 3.6", darken(what.rgb, 0.45), "flat", 0.4)


@thing("tile", "tiles", "ceramic tile", "floor tile", "mosaic tile", "azulejo", cm=15)
def draw_tile(pen: Pen, look: Look) -> None:
    rgb = look.colour((250, 247, 240))
    blue = look.colour((48, 98, 168), 1)
    bar(pen, "-78 -156 160 160 4", darken(rgb, 0.3), "round")
    face = bar(pen, "-80 -160 158 158 5", rgb, "glossy")
    with pen.on(face), pen.at(-1, -81):
        for i in range(4):
            with pen.at(0, 0, turn=i * 90):
                pen.decal(ellipse(79, 79, 40), blue)
                pen.decal(ellipse(79, 79, 31), rgb)
                pen.decal(ellipse(79, 79, 22), mix(blue, (246, 190, 70), 0.85))
                pen.decal(organic("0,-6 20,-26 18,-50 0,-66 -18,-50 -20,-26"), blue)
                pen.decal(organic("0,-14 9,-30 8,-46 0,-54 -8,-46 -9,-30"), lighten(blue, 0.5))
            with pen.at(0, 0, turn=45 + i * 90):
                pen.decal(organic("0,-10 8,-26 0,-44 -8,-26"), (246, 190, 70))
        disc(pen, "0 0 9", (246, 190, 70), "flat", 0)
        pen.line(box(-72, -72, 144, 144, 2), blue, 2.4)
    tint(pen, face, "-70,-150 -20,-152 -60,-90 -74,-70", (255, 255, 255), 0.5, 4)


@thing("block", "wooden block", "wood block", "concrete block", "stone block", cm=12)
def draw_block(pen: Pen, look: Look) -> None:
    usual = "stone" if "stone" in look.noun or "concrete" in look.noun else "wood"
    what = finish(
        look, (168, 166, 160) if usual == "stone" else (206, 156, 98), "round" if usual == "stone" else "soft", usual
    )
    front = block(pen, (-80, 0, 0), (126, 126, 88), what)
    with pen.on(front):
        pen.decal(box(-80, -126, 5, 126), lighten(what.rgb, 0.5), alpha=0.5)
        pen.decal(box(-80, -126, 126, 5), lighten(what.rgb, 0.5), alpha=0.6)
        if usual == "wood" and what.material == "wood":
            for r in (10, 22, 36, 52):
                pen.line(ellipse(-24, -58, r, r * 0.8, 12), darken(what.rgb, 0.3), 1.8, alpha=0.45)
    pen.anchor("text", -17, -62, 90)
    pen.anchor("top", 0, -140, 120)


@thing(
    "container",
    "storage box",
    "plastic container",
    "food container",
    "storage container",
    "tupperware",
    "storage bin",
    "plastic box",
    cm=16,
)
def draw_container(pen: Pen, look: Look) -> None:
    what = finish(look, (150, 206, 220), "glass", "plastic")
    lid = look.part("lid", look.colour((66, 150, 180), 1 if look.colours[1:] else 0))
    body = cut(pen, "-94,-84 94,-84 82,0 -82,0", what.rgb, what.form, 12)
    with pen.on(body):
        for x, y, r, rgb in (
            (-54, -18, 20, (236, 120, 60)),
            (-16, -16, 19, (236, 120, 60)),
            (24, -18, 20, (120, 176, 76)),
            (60, -16, 18, (222, 62, 60)),
            (-36, -44, 17, (120, 176, 76)),
            (4, -46, 18, (222, 62, 60)),
            (42, -46, 17, (246, 196, 70)),
        ):
            pen.decal(ellipse(x, y, r, r * 0.86), mix(rgb, what.rgb, 0.25))
            pen.decal(ellipse(x - 6, y - 6, r * 0.3), (255, 255, 255), alpha=0.4)
        pen.decal(facet("-86,-84 -60,-84 -64,0 -80,0"), (255, 255, 255), alpha=0.4)
        pen.decal(facet("-52,-84 -44,-84 -48,0 -56,0"), (255, 255, 255), alpha=0.3)
    cut(pen, "-92,-98 -78,-112 78,-112 92,-98", lighten(lid, 0.25), "glossy", 5)
    bar(pen, "-102 -100 204 18 6", lid, "glossy")
    for x in (-104, 84):
        bar(pen, f"{x} -96 20 34 5", lighten(lid, 0.15), "glossy", 0.8)
    pen.anchor("text", 0, -40, 110)


@thing("plastic bag", "carrier bag", "garbage bag", "trash bag", "bin bag", "grocery bag", cm=42, attach="hand", fit=50)
def draw_bag(pen: Pen, look: Look) -> None:
    dark = any(word in look.noun for word in ("garbage", "trash", "bin"))
    rgb = look.colour((62, 66, 74) if dark else (244, 246, 248))
    if dark:
        mould(pen, "-10,-128 -34,-150 -24,-162 0,-140 22,-164 36,-150 12,-128", rgb, "glossy")
    else:
        for side in (-1, 1):
            pen.fill(
                tube(
                    points(f"{side * 20},-104 {side * 26},-140 {side * 40},-160 {side * 50},-138 {side * 48},-100"),
                    [14, 9, 8, 9, 14],
                ),
                darken(rgb, 0.06),
                "soft",
            )
    body = mould(
        pen,
        "-56,-112 -26,-100 0,-124 26,-100 56,-112 66,-70 78,-24 58,-2 10,2 -40,0 -74,-10 -76,-40 -64,-76",
        rgb,
        "glossy" if dark else "soft",
    )
    fold = darken(rgb, 0.3)
    score(
        pen,
        "-4,-112 -16,-80 -12,-50|6,-112 22,-78 20,-40|-40,-96 -50,-60 -46,-30|42,-98 54,-60 50,-30|-30,-20 -10,-10 14,-14",
        fold,
        2,
        0.5,
    )
    tint(pen, body, "-34,-76 -22,-84 -24,-40 -36,-36", (255, 255, 255), 0.5, 3)
    tint(pen, body, "30,-70 38,-76 44,-44 36,-36", (255, 255, 255), 0.35, 3)
    pen.anchor("text", 0, -52, 80)
    if not dark:
        disc(pen, "0 -52 22", look.part("print", look.colour((70, 150, 110), 1)), "flat", 0)
        score(pen, "-9,-54 -2,-46 10,-60", rgb, 5)


@thing("loom", "weaving loom", "hand loom", cm=150)
def draw_loom(pen: Pen, look: Look) -> None:
    what = finish(look, (166, 112, 68), "soft", "wood")
    for x in (-92, 80):
        coat(pen, box(x, -168, 14, 168, 2), what, upright=True)
    coat(pen, box(-100, -160, 202, 14, 3), what.tone(0.08))
    threads = "|".join(f"{-72 + i * 6},-146 {-72 + i * 6},-40" for i in range(25))
    score(pen, threads, (232, 220, 196), 1.8)
    tones = (look.colour((194, 62, 58)), look.colour((240, 190, 84), 1), (52, 92, 130), (240, 232, 214), (74, 132, 110))
    for i in range(11):
        y = -34 - i * 6.5
        bar(pen, f"-74 {y - 6} 148 6.8", tones[i * 3 % 5], "soft", 0.3)
        if i % 3 == 1:
            for k in range(12):
                cut(
                    pen,
                    f"{-70 + k * 12},{y} {-64 + k * 12},{y - 6} {-58 + k * 12},{y}",
                    tones[(i + 2) % 5],
                    "flat",
                    0,
                    0,
                )
    coat(pen, box(-86, -116, 172, 8, 3), what.tone(0.15))
    coat(pen, box(-100, -34, 202, 15, 3), what.tone(-0.08))
    mould(pen, "10,-124 40,-132 70,-124 40,-118", (212, 168, 108), "glossy", 0.8)
    score(pen, "40,-124 60,-112 74,-104", tones[0], 2)
    for x in (-98, 74):
        coat(pen, box(x, -8, 26, 8, 2), what.tone(-0.2))


@thing("faucet", "tap", "water tap", "kitchen faucet", "spigot", "bathroom faucet", cm=26)
def draw_faucet(pen: Pen, look: Look) -> None:
    what = finish(look, STEEL, "metal", "metal")
    bar(pen, "-52 -10 104 10 4", what.tone(-0.1).rgb, what.form)
    rod(pen, "0,-8 -4,-100 20,-150 66,-150 84,-116 84,-96", 22, what.rgb, what.form)
    bar(pen, "72 -104 24 14 3", what.tone(0.15).rgb, what.form, 0.8)
    cut(pen, "-20,-10 20,-10 15,-38 -15,-38", what.tone(0.08).rgb, what.form, 4, 0.9)
    for side in (-1, 1):
        bar(pen, f"{side * 40 - 9} -30 18 22 4", what.rgb, what.form, 0.8)
        rod(pen, f"{side * 40},-34 {side * 62},-44", 9, what.tone(0.1).rgb, what.form, 0.9)
        disc(pen, f"{side * 40} -34 10 8", what.rgb, what.form, 0.8)
        disc(pen, f"{side * 40} -35 4 3", (206, 60, 56) if side < 0 else (56, 120, 200), "glossy", 0.3)
    mould(pen, "84,-84 90,-68 89,-58 84,-54 79,-58 78,-68", (140, 200, 232), "glass", 0.6)
    mould(pen, "84,-40 88,-30 84,-24 80,-30", (140, 200, 232), "glass", 0.5)


@thing("shower head", "showerhead", "shower", "rain shower", cm=40)
def draw_shower(pen: Pen, look: Look) -> None:
    what = finish(look, STEEL, "metal", "metal")
    bar(pen, "-98 -190 10 46 4", what.tone(-0.1).rgb, what.form)
    rod(pen, "-90,-168 -40,-182 4,-172 18,-150", 12, what.rgb, what.form)
    with pen.at(24, -136, turn=-14):
        pen.fill(organic("-12,-16 12,-16 24,-6 56,8 56,14 -56,14 -56,8 -24,-6", 0.3), what.rgb, what.form)
        disc(pen, "0 14 56 9", darken(what.rgb, 0.3), "flat", 0.8)
        for i in range(9):
            disc(pen, f"{-44 + i * 11} 14 2.4 1.4", (60, 64, 72), "flat", 0)
        for i in range(9):
            x = -46 + i * 11.5
            for k in range(4):
                y = 28 + k * 32 + i % 2 * 12
                mould(
                    pen,
                    f"{x + (x * 0.1) * k / 3},{y} {x * 1.1 + 2.6},{y + 15} {x * 1.1},{y + 19} {x * 1.1 - 2.6},{y + 15}",
                    (128, 190, 230),
                    "glass",
                    0.4,
                )


@thing("soap", "bar of soap", "soap bar", "soap dish", cm=8)
def draw_soap(pen: Pen, look: Look) -> None:
    rgb = look.colour((240, 186, 196))
    mould(pen, "-98,-28 -60,-44 0,-48 60,-44 98,-28 80,-8 0,2 -80,-8", (236, 236, 232), "glossy")
    pen.decal(ellipse(0, -28, 76, 13), (150, 150, 156), alpha=0.4, blur=4)
    mould(pen, "-72,-36 -68,-52 0,-60 68,-52 72,-36 56,-22 0,-16 -56,-22", darken(rgb, 0.14), "glossy")
    top = mould(pen, "-72,-44 -58,-66 0,-74 58,-66 72,-44 54,-34 0,-28 -54,-34", rgb, "glossy")
    pen.line(organic("-48,-48 -38,-60 0,-65 38,-60 48,-48 36,-41 0,-38 -36,-41"), darken(rgb, 0.22), 2, alpha=0.7)
    tint(pen, top, "-50,-58 -20,-68 -10,-64 -44,-52", (255, 255, 255), 0.7, 2)
    pen.anchor("text", 0, -50, 60)
    for x, y, r in (
        (62, -66, 15),
        (80, -84, 9),
        (44, -84, 10),
        (92, -58, 7),
        (-70, -62, 9),
        (58, -104, 5),
        (-84, -50, 5),
    ):
        disc(pen, f"{x} {y} {r}", (214, 234, 244), "glass", 0.6)
        pen.decal(ellipse(x - r * 0.35, y - r * 0.35, r * 0.25), (255, 255, 255), alpha=0.95)


@thing("sponge", "kitchen sponge", "bath sponge", "cleaning sponge", cm=6)
def draw_sponge(pen: Pen, look: Look) -> None:
    what = finish(look, (248, 208, 76), "soft", "foam")
    front = rounded_block(pen, (-94, -2, 0), (164, 66, 60), 12, what)
    rng = look.random("holes")
    with pen.on(front):
        for _ in range(46):
            pen.decal(
                ellipse(rng.uniform(-92, 68), rng.uniform(-66, -18), rng.uniform(1.5, 5), rng.uniform(1.2, 3.6)),
                darken(what.rgb, 0.3),
                alpha=0.6,
            )
        pen.decal(box(-94, -20, 164, 20), (74, 140, 84))
        for i in range(40):
            score(pen, f"{-94 + i * 4.2},-19 {-90 + i * 4.2},-3", (58, 112, 70), 1, 0.6)
    for x, y, r in ((-70, -84, 11), (-52, -96, 7), (40, -96, 12), (58, -108, 6), (20, -90, 6)):
        disc(pen, f"{x} {y} {r}", (224, 238, 246), "glass", 0.6)
        pen.decal(ellipse(x - r * 0.35, y - r * 0.35, r * 0.25), (255, 255, 255), alpha=0.95)


@thing("ceiling fan", "fixture", "ceiling light", "light fixture", "ceiling lamp", cm=60)
def draw_fixture(pen: Pen, look: Look) -> None:
    what = finish(look, (120, 84, 58), "soft", "wood")
    rod(pen, "0,-178 0,-112", 8, BRASS, "metal")
    cut(pen, "-20,-180 20,-180 13,-166 -13,-166", BRASS, "metal", 3)
    if "fan" in look.noun:
        for text in (
            "-14,-106 -56,-122 -120,-128 -124,-114 -60,-104 -14,-98",
            "14,-106 56,-122 120,-128 124,-114 60,-104 14,-98",
        ):
            coat(pen, facet(text, 5), what.tone(-0.16))
        for text in (
            "-16,-100 -70,-92 -136,-80 -132,-64 -66,-78 -12,-92",
            "16,-100 70,-92 136,-80 132,-64 66,-78 12,-92",
        ):
            coat(pen, facet(text, 5), what)
        mould(pen, "-30,-104 0,-118 30,-104 30,-90 0,-80 -30,-90", BRASS, "metal")
    else:
        for side in (-1, 1):
            rod(pen, f"0,-112 {side * 50},-96", 6, BRASS, "metal", 0.8)
    shade = mould(pen, "-34,-84 34,-84 56,-58 40,-34 0,-26 -40,-34 -56,-58", (252, 240, 208), "glossy")
    pen.glow(ellipse(0, -56, 74, 46), (255, 224, 150), alpha=0.35 if not look.night else 0.7, blur=24)
    tint(pen, shade, "-30,-74 -14,-78 -24,-44 -38,-52", (255, 255, 255), 0.7, 3)
    bar(pen, "-36 -90 72 9 4", BRASS, "metal", 0.8)
    rod(pen, "14,-28 14,-6", 2.4, BRASS, "metal", 0.5)
    disc(pen, "14 -4 3.4", BRASS, "metal", 0.5)


@thing("hook", "wall hook", "coat hook", "hooks", cm=20)
def draw_hook(pen: Pen, look: Look) -> None:
    what = finish(look, (178, 122, 76), "soft", "wood")
    coat(pen, box(-118, -110, 236, 40, 6), what)
    for x in (-76, 0, 76):
        pen.fill(
            tube(points(f"{x},-92 {x + 1},-50 {x + 8},-26 {x + 26},-26 {x + 32},-44"), [11, 11, 10, 9, 8]),
            BRASS,
            "metal",
        )
        disc(pen, f"{x + 32} -48 7.5", BRASS, "metal", 0.8)
        pen.fill(tube(points(f"{x},-92 {x + 14},-112 {x + 24},-126"), [10, 9, 8]), BRASS, "metal", line=0.8)
        disc(pen, f"{x + 25} -129 7.5", BRASS, "metal", 0.8)
        disc(pen, f"{x} -90 13 15", lighten(BRASS, 0.15), "metal", 0.8)
    pen.anchor("hook", 20, -30, 40)
