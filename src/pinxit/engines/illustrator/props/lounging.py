"""To lie and to lounge on: a sleeping bag, a bean bag."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, disc, mould, score
from pinxit.engines.illustrator.rigs.material import finish, patterned
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import ellipse


@thing("sleeping bag", "sleeping bags", "bedroll", cm=60)
def draw_bag(pen: Pen, look: Look) -> None:
    rgb = look.colour((46, 128, 104))
    lining = look.colour((246, 168, 78), 1)
    body = mould(pen, "-136,-50 -122,-88 -88,-104 -44,-100 10,-92 66,-72 116,-50 138,-28 132,-8 104,2 40,4 -40,4 -104,0 -130,-18", rgb, "soft")  # fmt: skip
    with pen.on(body):
        for x in (-20.0, 14.0, 48.0, 80.0, 108.0):
            score(pen, f"{x + 6},-110 {x + 18},-46 {x + 4},8", darken(rgb, 0.4), 3, 0.85)
            score(pen, f"{x + 11},-106 {x + 23},-46 {x + 9},8", lighten(rgb, 0.3), 2, 0.6)
        score(pen, "-60,-22 20,-12 90,-12 134,-22", (248, 214, 110), 3)
    mould(
        pen,
        "-134,-50 -120,-86 -88,-100 -54,-94 -40,-60 -44,-20 -70,-4 -110,-6 -130,-22",
        darken(lining, 0.3),
        "soft",
        0.8,
    )
    pillow = mould(
        pen, "-124,-48 -114,-76 -88,-86 -62,-78 -58,-50 -64,-26 -90,-18 -116,-26", (252, 248, 238), "soft", 0.9
    )
    with pen.on(pillow):
        score(pen, "-110,-66 -100,-58|-72,-74 -76,-62|-112,-34 -102,-42", (200, 194, 196), 2.4)
    flap = mould(pen, "-60,-100 -26,-98 -4,-88 4,-56 -14,-26 -44,-4 -64,-4 -48,-30 -42,-62", lining, "soft")
    with pen.on(flap):
        score(pen, "-40,-98 -22,-66 -36,-20 -56,-4|-18,-94 -6,-62 -24,-22", darken(lining, 0.25), 2.6, 0.8)
    wires(pen, "4,-56 -10,-30 -40,-8 -60,-4", (248, 214, 110), 3.4, "metal", 0.5)
    bar(pen, "-8 -46 8 16 3", (212, 216, 224), "metal", 0.6)


@thing("bean bag", "beanbag", "bean bag chair", "beanbag chair", cm=82, kind="furniture")
def draw_bean_bag(pen: Pen, look: Look) -> None:
    what = finish(look, (226, 116, 74), "soft", "cloth")
    text = "-100,-12 -112,-50 -98,-100 -66,-140 -24,-156 14,-146 34,-112 58,-90 94,-78 116,-46 110,-10 74,4 0,9 -74,4"
    body = mould(pen, text, what.rgb, "soft")
    patterned(pen, body, look, what.rgb)
    seat = "-40,-92 -6,-98 30,-96 66,-82 94,-70 88,-54 44,-46 -10,-50 -44,-64"
    with pen.on(body):
        mould(pen, seat, darken(what.rgb, 0.13), "flat", 0)
        pen.decal(ellipse(-40, -126, 40, 17, -32), lighten(what.rgb, 0.4), alpha=0.55, blur=8)
        pen.decal(ellipse(30, -42, 70, 9, 3), lighten(what.rgb, 0.3), alpha=0.6, blur=5)
        seams = "-24,-158 -74,-100 -84,-44 -72,10|-20,-158 2,-110 -8,-52 2,12|-16,-156 24,-118 70,-66 72,10"
        score(pen, seams, what.tone(-0.4).rgb, 2.8, 0.85)
        score(pen, "-16,-150 8,-110 -2,-54 8,8|-70,-102 -79,-46 -67,8", what.tone(0.3).rgb, 1.8, 0.7)
        score(
            pen,
            "-40,-92 -28,-84|-44,-64 -30,-68|92,-60 80,-64|-52,-6 -44,-18|40,0 36,-14|92,-6 84,-20",
            what.tone(-0.4).rgb,
            2.6,
            0.7,
        )
    wires(pen, "-36,-152 -32,-168 -12,-170 -6,-156", what.tone(-0.2).rgb, 6.5, "soft", 0.8)
    disc(pen, "-21 -154 9 6", what.tone(-0.15).rgb, "soft", 0.8)
    pen.anchor("seat", 14, -70, 96)
