"""More on wheels: limousine, go-kart, monster truck, rickshaw, tuk tuk, garbage truck, snowplow, caravan."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.car import CarShape, draw_car
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, score
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.vehicle import STEEL, cart_wheel, disc_wheel, headlamp, pane, taillamp
from pinxit.engines.illustrator.rigs.wire import struts, wires
from pinxit.engines.illustrator.shapes import box, ellipse

DARK: Rgb = (46, 48, 56)
LIMOUSINE = CarShape(
    body="-214,-16 -220,-34 -218,-62 -208,-72 -170,-75 90,-76 142,-73 186,-64 208,-52 213,-34 210,-16",
    cabin="-186,-70 -158,-102 -136,-109 60,-110 92,-106 138,-70",
    panes=(
        "-166,-74 -146,-98 -130,-103 -104,-103 -104,-75",
        "-96,-75 -96,-103 -50,-104 -50,-75",
        "-42,-75 -42,-104 6,-104 6,-75",
        "14,-75 14,-104 56,-104 84,-101 102,-90 118,-75",
    ),
    wheels=((-156, 27), (152, 27)),
    doors="-100,-106 -100,-26|-46,-106 -46,-26|10,-106 10,-26|10,-26 96,-26|96,-26 116,-52 112,-74",
    crease="-210,-56 -60,-60 100,-59 196,-52",
    handles=((-62, -66), (-6, -66), (60, -66)),
    lamp="194,-56 209,-50 210,-42 196,-44",
    tail="-218,-58 -206,-58 -206,-46 -219,-46",
    top=(-30, -109, 140),
    text=(-20, -44, 150),
)
TRUCK = CarShape(
    body="-132,-16 -136,-34 -134,-60 -44,-62 40,-64 112,-58 128,-46 130,-22 126,-12",
    cabin="-44,-58 -34,-98 -24,-104 24,-104 36,-98 62,-60",
    panes=("-30,-64 -24,-94 4,-94 4,-64", "10,-64 10,-94 24,-94 30,-90 46,-64"),
    wheels=((-80, 10), (82, 10)),
    doors="7,-100 7,-22|-34,-62 -34,-22|7,-22 48,-22|48,-22 52,-60",
    crease="-132,-44 40,-46 124,-42",
    handles=((-20, -54),),
    lamp="114,-50 127,-42 128,-32 116,-36",
    tail="-136,-58 -128,-58 -128,-42 -136,-42",
    roundness=8,
    top=(0, -104, 60),
    text=(-70, -36, 90),
)


@thing("limousine", "limo", "stretch limousine", "stretch limo", cm=150, kind="vehicle", faces=1)
def draw_limousine(pen: Pen, look: Look) -> None:
    """A saloon of twice the length."""
    paint = look.colour((44, 44, 54))
    draw_car(pen, look, LIMOUSINE, paint)
    bar(pen, "-126 -31 250 4 2", STEEL, "metal", 0.3)


@thing("go-kart", "go kart", "race kart", "kart", "pedal car", cm=75, kind="vehicle", faces=1)
def draw_kart(pen: Pen, look: Look) -> None:
    """An open frame with small fat wheels, a bucket seat, a wheel on a slant, bumpers."""
    paint = look.colour((216, 44, 48))
    for x in (-64, 66):
        disc(pen, f"{x} -26 25", darken(DARK, 0.3), "round")
    struts(pen, "-100,-22 104,-22|-96,-34 -60,-34", (120, 124, 134), 6, "metal")
    bar(pen, "-92 -60 36 34 4", (92, 96, 106), "metal")
    score(pen, "-88,-52 -60,-52|-88,-44 -60,-44|-88,-36 -60,-36", darken(STEEL, 0.5), 2)
    mould(pen, "-52,-26 -62,-84 -52,-96 -38,-92 -30,-50 4,-44 8,-26", DARK, "soft")
    pen.anchor("seat", -18, -48, 40)
    pen.anchor("inside", -18, -50, 50)
    struts(pen, "60,-30 26,-66", (120, 124, 134), 5, "metal")
    disc(pen, "24 -68 5 18 32", DARK, "round", 0.9)
    cut(pen, "-40,-36 30,-36 60,-48 104,-34 118,-18 110,-12 -40,-14", paint, "glossy", 9)
    mould(pen, "54,-40 70,-62 92,-58 112,-34", paint, "glossy", 0.9)
    disc(pen, "86 -46 11", (250, 248, 240), "flat", 0.4)
    score(pen, "-36,-24 40,-24 108,-22", (250, 248, 240), 3.4)
    for x in (-66, 78):
        disc_wheel(pen, x, -24, 25)
    wires(pen, "104,-28 124,-26 128,-16 116,-12", STEEL, 4.6, "metal", 0.7)
    wires(pen, "-96,-32 -112,-28 -112,-16 -98,-14", STEEL, 4.6, "metal", 0.7)
    pen.anchor("text", 0, -26, 60)


@thing("monster truck", "bigfoot truck", cm=320, kind="vehicle", faces=1)
def draw_monster(pen: Pen, look: Look) -> None:
    """A pickup high above four giant tyres, with its springs showing."""
    paint = look.colour((44, 120, 200))
    for x in (-66, 96):
        _tractor_tyre(pen, x, -50, 46, darken(DARK, 0.25))
    struts(pen, "-82,-46 -40,-66 40,-66 82,-46", (150, 154, 164), 8, "metal", 0.9)
    for x in (-50, 50):
        score(pen, " ".join(f"{x + (6 if i % 2 else -6)},{-58 - i * 3}" for i in range(8)), (214, 60, 56), 4)
    bar(pen, "-120 -70 236 10 3", (72, 74, 84), "metal", 0.9)
    with pen.at(0, -44):
        whole = draw_car(pen, look, TRUCK, paint)
        with pen.on(whole):
            for i in range(4):
                x = 96 - i * 34
                flame = (
                    f"{x + 30},-14 {x + 20},-34 {x},-38 {x - 34},-30 {x - 10},-28 {x - 40},-18 {x - 6},-20 {x - 18},-10"
                )
                pen.decal(organic(flame), (255, 176, 46) if i % 2 else (250, 110, 40))
    struts(pen, "-44,-106 -54,-152 -30,-152|-54,-152 -70,-106", STEEL, 5, "metal", 0.7)
    for x in (-46, -34):
        disc(pen, f"{x} -158 6", (255, 244, 206), "glossy", 0.7)
    for x in (-82, 82):
        _tractor_tyre(pen, x, -50, 50, DARK)


def _tractor_tyre(pen: Pen, x: float, y: float, radius: float, rgb: Rgb) -> None:
    """A tyre with deep lugs and a dished rim."""
    for i in range(20):
        with pen.at(x, y, turn=i * 18):
            cut(pen, f"-5,{-radius * 0.9} -3,{-radius - 3} 5,{-radius - 3} 6,{-radius * 0.9}", rgb, "flat", 1, 0.5)
    disc(pen, f"{x} {y} {radius * 0.97}", rgb, "round")
    for i in range(20):
        with pen.at(x, y, turn=i * 18 + 6):
            score(pen, f"0,{-radius * 0.72} 4,{-radius * 0.94}", lighten(rgb, 0.2), 3)
    disc(pen, f"{x} {y} {radius * 0.6}", STEEL, "metal", 0.7)
    disc(pen, f"{x} {y} {radius * 0.42}", darken(STEEL, 0.4), "round", 0.5)
    disc(pen, f"{x} {y} {radius * 0.2}", (214, 60, 56), "round", 0.6)
    for i in range(8):
        a = math.radians(i * 45)
        pen.decal(ellipse(x + radius * 0.51 * math.cos(a), y + radius * 0.51 * math.sin(a), 2), darken(STEEL, 0.6))


@thing("rickshaw", "pulled rickshaw", "cycle rickshaw", "pedicab", cm=190, kind="vehicle", faces=1)
def draw_rickshaw(pen: Pen, look: Look) -> None:
    """A hooded seat for two between high wheels, with long shafts to the front."""
    paint = look.colour((176, 36, 40))
    hood = look.part("roof", look.colours[-1] if look.colours else (46, 48, 62))
    with pen.at(10, 0):
        cart_wheel(pen, -22, -54, 54, darken((150, 96, 54), 0.25), 14)
    wires(pen, "-10,-62 60,-58 120,-56 176,-66", darken((150, 96, 54), 0.2), 6, "round", 0.8)
    mould(pen, "-84,-92 -92,-140 -76,-186 -30,-206 24,-202 52,-186 30,-170 -6,-150 -30,-112 -40,-92", hood, "soft")
    for text in ("-80,-100 -60,-152 40,-190", "-80,-100 -80,-150 -18,-202", "-76,-96 -40,-130 46,-182"):
        score(pen, text, darken(hood, 0.5), 3, 0.9)
    mould(pen, "-72,-84 -82,-130 -70,-140 -50,-136 -40,-96", (206, 160, 84), "soft")
    score(pen, "-66,-130 -56,-90|-56,-134 -48,-92", (150, 108, 52), 1.6)
    bar(pen, "-66 -98 78 16 7", (214, 170, 92), "soft")
    pen.anchor("seat", -20, -98, 70)
    pen.anchor("inside", -22, -98, 76)
    body = cut(pen, "-84,-86 20,-86 34,-60 70,-56 74,-48 16,-46 -76,-50", paint, "glossy", 8)
    with pen.on(body):
        score(pen, "-76,-78 14,-78 26,-58|-72,-56 10,-54", (236, 190, 92), 2.4)
        mould(pen, "-40,-66 -28,-74 -16,-66 -28,-58", (236, 190, 92), "flat", 0)
    wires(pen, "-10,-62 60,-52 120,-48 180,-60", (150, 96, 54), 6.6, "round", 0.9)
    wires(pen, "176,-66 184,-58", (150, 96, 54), 7, "round", 0.9)
    struts(pen, "112,-49 112,0", darken((150, 96, 54), 0.2), 5)
    cart_wheel(pen, -22, -54, 54, (150, 96, 54), 14)
    pen.anchor("text", -20, -68, 70)


@thing("tuk tuk", "tuk-tuk", "auto rickshaw", "autorickshaw", "three-wheeled taxi", cm=180, kind="vehicle", faces=1)
def draw_tuktuk(pen: Pen, look: Look) -> None:
    """Three wheels, a soft roof, an open side with a bench, a rounded nose with one lamp."""
    paint = look.colour((40, 142, 88))
    roof = look.part("roof", look.colour((250, 204, 64), 1))
    cut(pen, "-96,-50 -96,-128 -60,-128 -56,-70 -14,-70 -10,-48", (70, 54, 56), "flat", 4)
    mould(pen, "-84,-62 -88,-112 -76,-118 -64,-112 -58,-82 -14,-80 -10,-62", (156, 62, 56), "soft", 0.9)
    pen.anchor("inside", -40, -88, 60)
    mould(pen, "22,-56 18,-96 30,-100 38,-72 56,-70 58,-56", DARK, "soft", 0.9)
    pen.anchor("seat", 40, -74, 36)
    wires(pen, "94,-70 82,-96 72,-98", DARK, 5)
    pane(pen, facet("98,-82 78,-148 92,-150 116,-84", 3), look)
    struts(pen, "-102,-60 -104,-154|-2,-60 -4,-156|116,-84 90,-152", DARK, 6, "metal", 0.7)
    body = facet(
        "-116,-24 -120,-78 -104,-86 -96,-84 -92,-60 -14,-60 2,-38 52,-36 74,-46 92,-86 116,-86 134,-60 136,-24", 9
    )
    pen.fill(body, paint, "glossy")
    with pen.on(body):
        pen.decal(box(-130, -50, 270, 8), roof)
        pen.decal(box(-130, -30, 270, 10), darken(paint, 0.45), alpha=0.7)
        pen.decal(ellipse(-74, -18, 28), (26, 24, 30))
        pen.decal(ellipse(98, -16, 26), (26, 24, 30))
    top = mould(
        pen, "-122,-146 -112,-170 -80,-182 0,-184 70,-178 106,-160 112,-146 80,-150 0,-152 -80,-150", roof, "soft"
    )
    with pen.on(top):
        score(pen, "-70,-186 -66,-148|-4,-186 -2,-148|60,-186 62,-148", darken(roof, 0.3), 1.8, 0.8)
    headlamp(pen, ellipse(130, -56, 8), look, 90)
    taillamp(pen, box(-123, -70, 7, 16, 2), look)
    for x, r in ((-74, 22), (100, 21)):
        disc_wheel(pen, x, -r, r)
    pen.anchor("text", -56, -46, 80)
    pen.anchor("top", 0, -184, 120)


@thing("caravan", "travel trailer", "camping trailer", "trailer home", cm=260, kind="vehicle", faces=1)
def draw_caravan(pen: Pen, look: Look) -> None:
    """A rounded trailer in two colours with windows, a door, a wheel and its drawbar."""
    paint = look.colour((108, 186, 190))
    struts(pen, "96,-26 168,-26|160,-26 160,0", (96, 98, 108), 6, "metal", 0.8)
    disc(pen, "172 -27 6", (96, 98, 108), "metal", 0.8)
    body = facet("-126,-22 -134,-60 -128,-122 -100,-142 70,-142 104,-126 122,-70 116,-22", 18)
    pen.fill(body, (250, 244, 230), "glossy")
    with pen.on(body):
        pen.decal(facet("-150,-74 140,-74 140,0 -150,0"), paint)
        pen.decal(box(-150, -77, 300, 4), STEEL)
        pen.decal(box(-150, -30, 300, 12), darken(paint, 0.4), alpha=0.6)
        pen.decal(ellipse(-24, -20, 30), (26, 24, 30))
    for text in (
        "-110,-86 -110,-122 -62,-122 -62,-86",
        "-46,-86 -46,-122 4,-122 4,-86",
        "72,-86 72,-122 86,-122 100,-86",
    ):
        pane(pen, facet(text, 6), look)
        pen.line(facet(text, 6), STEEL, 2.6)
    door = bar(pen, "18 -128 42 104 6", lighten(paint, 0.6), "glossy", 0.8)
    pane(pen, facet("25,-92 25,-120 53,-120 53,-92", 4), look)
    disc(pen, "52 -74 3", STEEL, "metal", 0.5)
    with pen.on(door):
        score(pen, "24,-64 54,-64 54,-34 24,-34 24,-64", darken(paint, 0.2), 1.4)
    bar(pen, "14 -20 50 6 2", (96, 98, 108), "metal", 0.7)
    disc_wheel(pen, -24, -20, 22)
    taillamp(pen, box(-134, -58, 7, 14, 2), look)
    pen.anchor("text", -54, -56, 90)
    pen.anchor("top", -20, -142, 120)


@thing("garbage truck", "trash truck", "rubbish truck", "bin lorry", "refuse truck", cm=340, kind="vehicle", faces=1)
def draw_garbage(pen: Pen, look: Look) -> None:
    """A round-shouldered body with a hopper at its back and a bin on the lift."""
    paint = look.colour((70, 150, 84))
    bar(pen, "-130 -36 250 14 2", (60, 62, 72), "metal")
    hopper = cut(pen, "-152,-36 -164,-70 -150,-140 -116,-150 -104,-40", darken(paint, 0.18), "round", 8)
    with pen.on(hopper):
        pen.decal(facet("-160,-64 -138,-64 -132,-104 -152,-104"), (36, 38, 44))
    body = cut(pen, "-118,-38 -118,-150 -96,-158 50,-158 58,-146 58,-38", paint, "round", 9)
    with pen.on(body):
        for x in range(-88, 50, 26):
            score(pen, f"{x},-158 {x},-38", darken(paint, 0.3), 3, 0.7)
            score(pen, f"{x + 3},-158 {x + 3},-38", lighten(paint, 0.3), 1.4, 0.7)
        pen.decal(box(-130, -62, 200, 8), (255, 206, 70))
    pen.anchor("text", -28, -104, 110)
    cab = cut(pen, "62,-30 62,-132 72,-140 112,-140 122,-130 134,-86 136,-30", lighten(paint, 0.06), "glossy", 7)
    pane(pen, facet("72,-92 72,-128 106,-128 118,-92", 5), look)
    pen.anchor("inside", 94, -94, 36)
    pen.anchor("top", -30, -158, 140)
    score(pen, "68,-136 68,-44 118,-44|72,-82 84,-82", darken(paint, 0.4), 2, 0.8)
    with pen.on(cab):
        pen.decal(box(50, -42, 100, 14), darken(paint, 0.45), alpha=0.7)
    headlamp(pen, box(127, -62, 9, 14, 3), look, 110)
    bar(pen, "86 -150 22 10 3", (255, 170, 40), "glossy", 0.8)
    bar(pen, "118 -30 26 10 3", (60, 62, 72), "metal", 0.8)
    cut(pen, "-196,-96 -160,-92 -162,-46 -190,-48", (62, 96, 70), "round", 4)
    cut(pen, "-200,-104 -156,-98 -156,-92 -200,-96", (50, 78, 58), "round", 2)
    for x in (-84, -36, 98):
        disc_wheel(pen, x, -24, 24)


@thing("snowplow", "snow plow", "snowplough", "gritter", cm=320, kind="vehicle", faces=1)
def draw_plow(pen: Pen, look: Look) -> None:
    """A truck with a curved blade before it and a heap of snow."""
    paint = look.colour((240, 138, 36))
    bar(pen, "-132 -38 250 14 2", (60, 62, 72), "metal")
    mould(pen, "-112,-88 -92,-112 -60,-118 -20,-108 4,-88", (186, 160, 130), "soft")
    tipper = cut(pen, "-136,-40 -146,-96 14,-96 20,-40", lighten(paint, 0.05), "round", 4)
    with pen.on(tipper):
        for x in range(-118, 20, 28):
            score(pen, f"{x},-98 {x},-40", darken(paint, 0.3), 4, 0.7)
    pen.anchor("text", -60, -68, 90)
    cut(pen, "28,-32 28,-134 38,-142 80,-142 90,-132 102,-88 106,-32", paint, "glossy", 7)
    pane(pen, facet("38,-92 38,-130 74,-130 88,-92", 5), look)
    pen.anchor("inside", 62, -94, 36)
    score(pen, "34,-136 34,-44 86,-44|38,-82 50,-82", darken(paint, 0.4), 2, 0.8)
    bar(pen, "48 -152 22 10 3", (255, 190, 50), "glossy", 0.8)
    headlamp(pen, box(97, -68, 9, 14, 3), look, 110)
    for x in (-104, -56, 66):
        disc_wheel(pen, x, -24, 24)
    struts(pen, "98,-34 134,-30|100,-54 132,-52", (96, 98, 108), 7, "metal", 0.8)
    blade = mould(pen, "128,0 122,-30 128,-66 150,-84 154,-76 142,-56 140,-28 152,-2 160,4", (250, 196, 48), "metal")
    with pen.on(blade):
        score(pen, "124,-44 146,-52|124,-24 144,-22", (60, 60, 66), 6)
    mould(pen, "136,4 144,-18 158,-40 176,-46 186,-30 204,-26 214,4", (246, 250, 255), "soft")
    for x, y, r in ((168, -58, 6), (186, -50, 8), (198, -38, 5), (154, -62, 4)):
        disc(pen, f"{x} {y} {r}", (246, 250, 255), "soft", 0.6)
