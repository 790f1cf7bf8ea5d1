"""Machines at work: excavator, bulldozer, cement mixer, forklift, tower crane, tank, go-kart, snowmobile, jet ski."""

from itertools import pairwise

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.vehicle import disc_wheel, headlamp, pane, shell, taillamp, wheel
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import box, ellipse

YELLOW: Rgb = (244, 186, 46)
DARK: Rgb = (54, 56, 62)
STEEL: Rgb = (196, 202, 210)


def _tracks(pen: Pen, left: float, right: float, tall: float, hub: Rgb) -> None:
    """A crawler track from left to right with its wheels."""
    band = box(left, -tall, right - left, tall, tall / 2)
    pen.fill(band, DARK, "round")
    pen.line(box(left + 3, -tall + 3, right - left - 6, tall - 6, tall / 2 - 3), (96, 98, 106), 3)
    step = (right - left) / 22
    for i in range(22):
        x = left + tall * 0.3 + i * (right - left - tall * 0.6) / 21
        for y in (-tall + 1, -4):
            bar(pen, f"{x - step * 0.25} {y} {step * 0.5} 3.4", (30, 30, 34), "flat", 0)
    count = round((right - left) / tall)
    for i in range(count + 1):
        x = left + tall / 2 + i * (right - left - tall) / count
        r = tall * (0.36 if i in {0, count} else 0.25)
        disc(pen, f"{x} {-tall / 2} {r}", hub, "round", 0.7)
        disc(pen, f"{x} {-tall / 2} {r * 0.4}", darken(hub, 0.5), "flat", 0.3)


@thing("excavator", "digger", "backhoe", "steam shovel", cm=300, kind="vehicle", faces=1)
def draw_excavator(pen: Pen, look: Look) -> None:
    rgb = look.colour(YELLOW)
    _tracks(pen, -118, 34, 34, rgb)
    bar(pen, "-76 -46 64 14 3", DARK, "round")
    shell(pen, facet("-128,-50 -128,-92 -116,-100 -58,-100 -52,-50", 7), rgb)
    for x in (-118, -108, -98, -88):
        bar(pen, f"{x} -88 5 22 2", darken(rgb, 0.5), "flat", 0)
    cut(pen, "-2,-96 16,-160 84,-184 90,-172 32,-150 18,-84", rgb, "round", 7)
    rod(pen, "10,-78 44,-150", 7, STEEL, "metal", 0.8)
    cut(pen, "78,-186 92,-184 126,-84 114,-80", darken(rgb, 0.06), "round", 6)
    rod(pen, "60,-172 94,-146", 5, STEEL, "metal", 0.8)
    for x, y in ((84, -178), (18, -90), (119, -84)):
        disc(pen, f"{x} {y} 7", DARK, "metal", 0.7)
    bucket = cut(pen, "104,-86 130,-88 140,-46 118,-28 84,-34 78,-48 100,-56", darken(rgb, 0.14), "metal", 4)
    tint(pen, bucket, "104,-80 120,-82 124,-60 108,-60", lighten(rgb, 0.4), 0.4, 3)
    for x in (80, 90, 100, 110):
        cut(pen, f"{x},-34 {x + 8},-33 {x + 2},-22", STEEL, "metal", 0, 0.6)
    shell(pen, facet("-58,-46 -58,-134 -50,-142 0,-142 18,-96 20,-46", 7), rgb)
    pane(pen, facet("-50,-88 -50,-134 -4,-134 10,-92", 3), look)
    pen.anchor("inside", -24, -90, 34)
    bar(pen, "-58 -52 82 8 2", DARK, "round", 0.6)
    score(pen, "-26,-136 -26,-50|-20,-74 8,-74", darken(rgb, 0.5), 1.6, 0.7)


@thing("bulldozer", "dozer", "bulldozers", cm=300, kind="vehicle", faces=1)
def draw_bulldozer(pen: Pen, look: Look) -> None:
    rgb = look.colour(YELLOW)
    shell(pen, facet("-20,-44 -20,-86 62,-80 70,-72 70,-40", 6), rgb)
    for x in (20, 30, 40, 50):
        bar(pen, f"{x} -74 5 24 2", darken(rgb, 0.5), "flat", 0)
    bar(pen, "4 -116 8 34 3", DARK, "metal", 0.8)
    cut(pen, "-92,-60 -86,-142 -14,-142 -8,-60", darken(rgb, 0.06), "round", 5)
    pane(pen, facet("-80,-92 -76,-132 -50,-132 -50,-92", 3), look)
    pane(pen, facet("-42,-92 -42,-132 -22,-132 -16,-92", 3), look)
    pen.anchor("inside", -46, -92, 34)
    bar(pen, "-98 -152 94 12 4", rgb, "round")
    shell(pen, facet("-112,-40 -112,-80 -16,-80 0,-40", 5), rgb)
    _tracks(pen, -116, 74, 46, rgb)
    rod(pen, "-10,-26 102,-22", 11, darken(rgb, 0.15), "round")
    blade = mould(pen, "100,-92 118,-90 108,-60 112,-20 128,0 112,4 98,-8 92,-50", darken(rgb, 0.1), "metal")
    tint(pen, blade, "102,-84 108,-84 100,-40 104,-14 98,-20 95,-50", lighten(rgb, 0.5), 0.5, 2)
    rod(pen, "66,-60 98,-56", 6, STEEL, "metal", 0.8)


@thing(
    "cement mixer", "concrete mixer", "concrete truck", "cement truck", "mixer truck", cm=340, kind="vehicle", faces=1
)
def draw_mixer(pen: Pen, look: Look) -> None:
    rgb = look.colour((214, 72, 52))
    drum = look.colour((240, 236, 226), 1)
    bar(pen, "-150 -46 226 15 3", DARK, "round")
    cut(pen, "-146,-46 -138,-110 -120,-110 -112,-46", darken(rgb, 0.2), "round", 3)
    body = mould(
        pen,
        "-146,-128 -128,-140 -92,-156 -36,-164 18,-142 40,-108 38,-84 10,-62 -40,-58 -96,-78 -140,-104",
        drum,
        "round",
    )
    with pen.on(body):
        for x in (-100, -48, 4):
            pen.decal(
                organic(f"{x - 30},-170 {x - 14},-170 {x + 22},-110 {x + 26},-50 {x + 12},-50 {x + 6},-108"),
                rgb,
                alpha=0.95,
            )
    cut(pen, "-164,-140 -142,-136 -140,-112 -170,-84 -178,-88 -158,-118", STEEL, "metal", 4)
    cab = facet("50,-24 50,-126 56,-132 104,-132 122,-122 136,-76 142,-68 144,-24", 8)
    shell(pen, cab, rgb, ((104, -28, 33),))
    pane(pen, facet("62,-80 62,-118 98,-118 122,-80", 4), look)
    pen.anchor("inside", 86, -82, 36)
    score(pen, "58,-124 58,-34|126,-72 126,-50", darken(rgb, 0.5), 1.4)
    headlamp(pen, box(133, -56, 10, 13, 4), look)
    for x in (-118, -62, 104):
        disc_wheel(pen, x, -28, 28)
    pen.anchor("text", -50, -110, 100)


@thing("forklift", "fork lift", "forklift truck", "pallet truck", cm=220, kind="vehicle", faces=1)
def draw_forklift(pen: Pen, look: Look) -> None:
    rgb = look.colour(YELLOW)
    for text in ("-66,-80 -50,-166 -44,-166 -56,-78", "12,-60 -2,-166 4,-166 22,-60"):
        cut(pen, text, DARK, "metal", 2)
    bar(pen, "-62 -176 76 12 4", DARK, "round")
    cut(pen, "-50,-86 -54,-120 -44,-124 -36,-96 -12,-96 -10,-84", DARK, "soft", 5)
    pen.anchor("seat", -28, -96, 36)
    rod(pen, "22,-76 6,-104", 5, DARK, "metal")
    pen.line(ellipse(4, -106, 12, 4, -56), DARK, 4)
    shell(pen, facet("-96,-22 -98,-74 -84,-90 -14,-86 -8,-64 34,-64 40,-22", 9), rgb, ((-58, -22, 27), (22, -24, 29)))
    score(pen, "-88,-66 -20,-66", darken(rgb, 0.45), 2, 0.6)
    for x in (46, 62):
        bar(pen, f"{x} -188 8 184 2", darken(STEEL, 0.35), "metal")
    for y in (-180, -110, -40):
        bar(pen, f"44 {y} 30 6 2", DARK, "metal", 0.6)
    bar(pen, "70 -66 10 48 2", DARK, "metal")
    cut(pen, "72,-26 132,-22 132,-17 72,-18", STEEL, "metal", 1)
    crate = bar(pen, "82 -76 50 50 2", (196, 146, 90), "soft")
    with pen.on(crate):
        score(pen, "82,-60 132,-60|82,-43 132,-43", (138, 94, 54), 2)
    pen.line(box(85, -73, 44, 44, 1), (150, 104, 60), 5)
    disc_wheel(pen, -58, -22, 22)
    disc_wheel(pen, 22, -24, 24)
    pen.anchor("text", -50, -48, 60)


@thing(
    "tower crane",
    "construction crane",
    "crane machine",
    "building crane",
    "harbor crane",
    "port crane",
    cm=3000,
    kind="building",
)
def draw_crane(pen: Pen, look: Look) -> None:
    rgb = look.colour(YELLOW)

    def lattice(x0: float, x1: float, y0: float, y1: float, count: int, upright: bool) -> None:
        runs = []
        for i in range(count):
            a, b = i / count, (i + 1) / count
            if upright:
                runs.append(
                    f"{x0},{y0 + (y1 - y0) * a} {x1},{y0 + (y1 - y0) * b}|{x1},{y0 + (y1 - y0) * a} {x0},{y0 + (y1 - y0) * b}"
                )
            else:
                runs.append(f"{x0 + (x1 - x0) * a},{y1} {x0 + (x1 - x0) * (a + b) / 2},{y0} {x0 + (x1 - x0) * b},{y1}")
        for run in "|".join(runs).split("|"):
            pts = run.split()
            for p, q in pairwise(pts):
                score(pen, f"{p} {q}", darken(rgb, 0.62), 1.3)
        edges = f"{x0},{y0} {x0},{y1}|{x1},{y0} {x1},{y1}" if upright else f"{x0},{y0} {x1},{y0}|{x0},{y1} {x1},{y1}"
        wires(pen, edges, rgb, 3.4, "round", 0.6)

    lattice(-36, -20, -10, -162, 10, True)
    lattice(-104, 124, -176, -164, 22, False)
    cut(pen, "-38,-162 -18,-162 -18,-178 -28,-208 -38,-178", rgb, "round", 2)
    score(pen, "-28,-206 -100,-176|-28,-206 40,-176|-28,-206 104,-176", (80, 82, 90), 1.4)
    bar(pen, "-106 -166 28 26 2", (150, 152, 156), "round")
    bar(pen, "-18 -166 22 24 3", rgb, "round", 0.9)
    pane(pen, facet("-12,-162 2,-162 2,-148 -12,-148", 1), look)
    bar(pen, "68 -166 16 7 2", DARK, "metal", 0.8)
    score(pen, "74,-160 74,-104|78,-160 78,-104", DARK, 1.4)
    cut(pen, "70,-104 82,-104 80,-94 72,-94", (206, 56, 50), "round", 2)
    score(pen, "76,-94 58,-80|76,-94 94,-80", DARK, 1.2)
    bar(pen, "52 -80 48 10 1", (150, 104, 66), "soft")
    bar(pen, "-56 -12 56 12 2", (150, 152, 156), "round")
    pen.anchor("hook", 76, -80, 40)


@thing("tank", "army tank", "military tank", "armored vehicle", "battle tank", cm=250, kind="vehicle", faces=1)
def draw_tank(pen: Pen, look: Look) -> None:
    rgb = look.colour((104, 116, 74))
    rod(pen, "40,-104 136,-114", 10, darken(rgb, 0.2), "metal")
    rod(pen, "124,-113 140,-115", 14, darken(rgb, 0.3), "metal", 0.8)
    turret = mould(pen, "-56,-78 -52,-108 -34,-124 14,-126 46,-112 54,-92 50,-78", rgb, "round")
    tint(pen, turret, "-40,-112 0,-122 20,-116 -20,-104", lighten(rgb, 0.4), 0.4, 4)
    bar(pen, "-26 -134 34 12 5", darken(rgb, 0.1), "round", 0.9)
    score(pen, "-44,-118 -52,-172", DARK, 1.8)
    hull = cut(pen, "-128,-52 -112,-80 92,-80 130,-56 120,-40 -120,-40", rgb, "round", 6)
    with pen.on(hull):
        for text in ("-110,-80 -70,-84 -60,-60 -90,-50", "-20,-70 30,-76 40,-50 0,-44", "70,-84 110,-70 96,-54 74,-60"):
            pen.decal(organic(text), darken(rgb, 0.25), alpha=0.6)
    for x in (-90, -60):
        bar(pen, f"{x} -72 20 8 2", darken(rgb, 0.25), "round", 0.5)
    _tracks(pen, -126, 126, 46, darken(rgb, 0.1))
    cut(pen, "-132,-46 -122,-58 126,-58 134,-44 126,-40 -124,-40", darken(rgb, 0.08), "round", 3)
    pen.anchor("text", 0, -100, 50)
    pen.anchor("seat", -8, -134, 34)


@thing("race car", "racing car", "formula one", "f1 car", "formula 1 car", "indy car", cm=95, kind="vehicle", faces=1)
def draw_kart(pen: Pen, look: Look) -> None:
    rgb = look.colour((206, 42, 46))
    white = look.colour((248, 246, 242), 1)
    wheel(pen, -84, -29, 27)
    wheel(pen, 92, -24, 22)
    cut(pen, "-138,-92 -106,-96 -104,-60 -116,-58 -116,-80 -136,-78", darken(rgb, 0.15), "round", 3)
    body = facet("-122,-22 -122,-50 -72,-70 -44,-92 -30,-60 24,-58 40,-54 128,-30 140,-20 132,-12 -116,-12", 7)
    shell(pen, body, rgb)
    with pen.on(body):
        pen.decal(facet("-130,-30 60,-34 140,-22 140,-16 -130,-18"), white)
        pen.decal(facet("40,-54 60,-50 50,-34 30,-34"), white)
    cut(pen, "-34,-62 -28,-76 14,-74 26,-58", DARK, "round", 5)
    pen.anchor("seat", -10, -58, 36)
    pen.anchor("inside", -8, -62, 34)
    rod(pen, "30,-58 18,-78", 4, DARK, "metal", 0.8)
    cut(pen, "104,-14 154,-12 158,-4 106,-6", darken(rgb, 0.1), "round", 2)
    wheel(pen, -92, -30, 30)
    wheel(pen, 84, -26, 26)
    disc(pen, "-50 -52 13", white, "flat", 0.4)
    pen.anchor("text", -50, -52, 22)


@thing("snowmobile", "snow scooter", "ski-doo", cm=120, kind="vehicle", faces=1)
def draw_snowmobile(pen: Pen, look: Look) -> None:
    rgb = look.colour((214, 60, 46))
    _tracks(pen, -104, 22, 36, (120, 124, 132))
    rod(pen, "74,-40 66,-8", 6, DARK, "metal")
    mould(pen, "20,-6 96,-8 128,-24 134,-20 108,0 24,0", STEEL, "glossy")
    cut(pen, "-112,-58 -100,-76 -30,-82 -8,-66 0,-40 -90,-38", DARK, "soft", 8)
    pen.anchor("seat", -56, -78, 44)
    shell(pen, facet("-20,-34 -16,-74 18,-96 40,-94 96,-58 108,-40 90,-28 10,-26", 9), rgb)
    cut(pen, "16,-92 38,-126 50,-124 46,-92", (176, 208, 220), "glass", 5)
    rod(pen, "20,-92 2,-112 -12,-108", 6, DARK, "soft", 0.9)
    headlamp(pen, facet("86,-60 102,-48 96,-40 78,-48", 4), look)
    score(pen, "-10,-52 40,-60 84,-40", lighten(rgb, 0.5), 3, 0.8)
    pen.anchor("text", 26, -50, 60)


@thing("jet ski", "jetski", "water scooter", "personal watercraft", cm=120, kind="vehicle", faces=1)
def draw_jetski(pen: Pen, look: Look) -> None:
    rgb = look.colour((42, 130, 190))
    hull = mould(pen, "-112,-46 -60,-40 40,-44 122,-64 132,-58 96,-20 40,-4 -80,-2 -108,-16", (246, 246, 244), "glossy")
    with pen.on(hull):
        pen.decal(organic("-120,-30 0,-24 90,-36 140,-70 140,-50 60,-14 -120,-16"), rgb)
    cut(pen, "-96,-46 -88,-74 -18,-76 4,-58 10,-44", DARK, "soft", 9)
    pen.anchor("seat", -46, -76, 40)
    shell(pen, facet("-4,-42 4,-74 30,-94 48,-92 112,-64 60,-44", 8), rgb)
    rod(pen, "28,-92 12,-106 2,-104", 6, DARK, "soft", 0.9)
    mould(pen, "34,-92 46,-110 56,-90", (176, 208, 220), "glass", 0.8)
    for x, y, r in ((-122, -10, 12), (-136, -22, 8), (-108, -4, 10), (-140, -4, 7), (104, -8, 9), (120, -14, 6)):
        disc(pen, f"{x} {y} {r}", (232, 244, 250), "soft", 0.5)
    mould(pen, "-130,0 -60,-6 40,-4 120,-2 100,4 -100,6", (196, 226, 240), "soft", 0.4)


@thing(
    "fighter jet",
    "jet fighter",
    "fighter plane",
    "military jet",
    "warplane",
    cm=450,
    kind="vehicle",
    flies=True,
    faces=1,
)
def draw_jet(pen: Pen, look: Look) -> None:
    rgb = look.colour((132, 142, 154))
    cut(pen, "-96,-100 -112,-150 -92,-150 -58,-106", darken(rgb, 0.2), "round", 3)
    cut(pen, "-20,-96 -46,-122 -30,-122 24,-98", darken(rgb, 0.25), "round", 2)
    pen.glow(ellipse(-142, -88, 26, 8), (255, 170, 70), alpha=0.7, blur=5)
    cut(pen, "-134,-100 -112,-102 -112,-74 -134,-78", DARK, "metal", 2)
    body = mould(
        pen, "-116,-102 -60,-106 20,-108 60,-112 106,-96 146,-84 108,-78 60,-72 -60,-70 -116,-74", rgb, "metal"
    )
    tint(pen, body, "-100,-84 0,-82 110,-84 60,-74 -100,-72", darken(rgb, 0.4), 0.5, 4)
    pane(pen, organic("30,-108 48,-122 74,-120 94,-102 60,-102"), look)
    cut(pen, "-40,-72 20,-84 8,-66 -20,-62", darken(rgb, 0.4), "round", 3)
    cut(pen, "-88,-88 34,-90 -40,-40 -84,-34 -66,-78", darken(rgb, 0.08), "metal", 3)
    cut(pen, "-126,-88 -88,-90 -104,-66 -128,-62", darken(rgb, 0.15), "metal", 2)
    disc(pen, "-44 -66 9", (206, 60, 54), "flat", 0.4)
    disc(pen, "-44 -66 4", (248, 246, 240), "flat", 0)
    score(pen, "-90,-104 -94,-140|20,-106 20,-76|-60,-104 -60,-92", darken(rgb, 0.4), 1.3, 0.7)
    rod(pen, "-60,-38 -20,-44", 6, (240, 240, 236), "glossy", 0.8)
    taillamp(pen, box(-110, -148, 6, 4, 1), look)
