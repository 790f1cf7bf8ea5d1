"""Trains of the city and of the plain: subway, bullet train, monorail."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.props.train import rails
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic
from pinxit.engines.illustrator.rigs.vehicle import headlamp, pane, shell, taillamp
from pinxit.engines.illustrator.rigs.wire import struts, wires
from pinxit.engines.illustrator.shapes import box, ellipse


def _bogie(pen: Pen, x: float) -> None:
    """Two wheels in a frame, with springs."""
    for dx in (-17, 17):
        pen.fill(ellipse(x + dx, -11, 11), (84, 86, 94), "round")
        pen.fill(ellipse(x + dx, -11, 4.4), (176, 180, 186), "round", line=0.4)
    pen.fill(facet(f"{x - 32},-20 {x + 32},-20 {x + 26},-12 {x - 26},-12", 3), (60, 62, 70), "round", line=0.7)


@thing("subway train", "subway", "metro", "metro train", "underground train", "tube train", "subway car", cm=350,
       kind="vehicle", faces=1)  # fmt: skip
def draw_subway(pen: Pen, look: Look) -> None:
    """A ribbed steel car with wide doors; its blunt cab has a lit route disc and two lamps."""
    steel: Rgb = look.colour((206, 212, 220))
    stripe = look.colour((222, 64, 58), 1)
    rails(pen, -196, 204)
    pen.fill(box(-176, -30, 352, 14, 3), (54, 56, 64), "round")
    for x in (-126.0, 122.0):
        _bogie(pen, x)
    body = facet("-190,-24 -190,-134 -178,-146 176,-146 188,-134 192,-84 190,-24", 9)
    shell(pen, body, steel)
    with pen.on(body):
        for y in (-56, -51, -46, -41, -36):
            struts(pen, f"-194,{y} 194,{y}", darken(steel, 0.2), 0.8, "flat", 0.16)
        pen.decal(box(-194, -72, 400, 11), stripe)
        pen.decal(box(-194, -150, 400, 12), darken(steel, 0.34))
        for x in (-150, -90, -30, 30, 90, 150):
            pen.decal(box(x - 20, -143, 40, 3, 1), darken(steel, 0.6))
    for x in (-184.0, -92.0, 0.0, 92.0):
        pen.fill(box(x - 1, -130, 46, 106, 2), darken(steel, 0.08), "flat", line=0.6)
        for dx in (2.0, 24.0):
            pen.fill(box(x + dx, -126, 18.5, 101, 3), lighten(steel, 0.2), "flat", line=0.5)
            pane(pen, box(x + dx + 3.5, -120, 12, 38, 4), look, streaks=False)
        pen.decal(box(x + 2, -72, 41, 11), stripe)
    for x in (-134.0, -42.0, 50.0):
        pane(pen, box(x, -124, 36, 42, 6), look)
    pen.anchor("inside", -20, -92, 160)
    pane(pen, facet("150,-128 176,-128 182,-84 150,-84", 6), look)
    pen.fill(ellipse(160, -56, 11), stripe, "flat", line=0.8)
    pen.fill(ellipse(160, -56, 7.5), (250, 250, 248), "flat", line=0)
    headlamp(pen, ellipse(186, -46, 4.5, 7), look)
    pen.fill(facet("176,-22 194,-22 198,-10 182,-6", 2), (60, 62, 70), "round", line=0.8)
    taillamp(pen, box(-193, -52, 5, 10, 2), look)
    pen.anchor("text", -20, -66, 160)
    pen.anchor("top", -10, -146, 240)


@thing("bullet train", "high-speed train", "shinkansen", "high speed train", cm=370, kind="vehicle", faces=1)
def draw_bullet(pen: Pen, look: Look) -> None:
    """A long duck-billed nose, a cockpit like a visor, a row of small windows, a current collector."""
    paint: Rgb = look.colour((244, 246, 250))
    stripe = look.colour((30, 96, 190), 1)
    rails(pen, -206, 250)
    for x in (-150.0, 76.0):
        _bogie(pen, x)
    struts(pen, "-104,-118 -122,-138 -98,-152|-118,-152 -78,-152", (70, 74, 84), 3)
    body = organic(
        "-206,-20 -208,-70 -206,-112 -196,-120 -120,-122 20,-122 70,-116 112,-98 154,-70 206,-54 236,-42 244,-30"
        " 236,-19 200,-15 60,-14 -80,-14 -196,-14",
        0.38,
    )
    shell(pen, body, paint)
    with pen.on(body):
        pen.decal(organic("-212,-66 0,-66 90,-64 160,-50 250,-36 250,-24 170,-36 90,-46 0,-48 -212,-48", 0.4), stripe)
        pen.decal(organic("-212,-43 0,-43 90,-40 160,-30 244,-20 160,-24 90,-34 0,-37 -212,-37", 0.4), stripe)
        pen.decal(box(-210, -124, 260, 8), darken(paint, 0.24), alpha=0.7)
        pen.decal(box(-210, -20, 470, 10), darken(paint, 0.55))
        wires(pen, "150,-72 178,-56 214,-48 242,-34|-60,-122 -60,-14", darken(paint, 0.24), 1, "flat", 0.2)
    for i in range(9):
        pane(pen, box(-164 + i * 24.5, -98, 17, 20, 5), look, streaks=False)
    for x in (-196.0, 60.0):
        pen.fill(box(x, -106, 22, 78, 5), darken(paint, 0.06), "flat", line=0.5)
        pane(pen, box(x + 6, -98, 10, 22, 4), look, streaks=False)
    pen.anchor("inside", -60, -84, 170)
    pane(pen, organic("92,-98 104,-104 124,-94 152,-72 140,-70 112,-80", 0.4), look)
    headlamp(pen, organic("196,-50 214,-48 228,-41 214,-41", 0.4), look, 150)
    pen.anchor("text", -60, -57, 180)
    pen.anchor("top", -60, -122, 200)


@thing("monorail", "monorail train", "skytrain", "maglev", "maglev train", cm=900, kind="vehicle", faces=1)
def draw_monorail(pen: Pen, look: Look) -> None:
    """Two rounded cars that straddle a beam on slender piers."""
    paint: Rgb = look.colour((238, 92, 64))
    white = look.colour((246, 246, 244), 1)
    beam: Rgb = (190, 188, 184)
    for x in (-120, 110):
        pen.fill(
            organic(f"{x - 16},0 {x - 11},-60 {x - 34},-92 {x + 34},-92 {x + 11},-60 {x + 16},0", 0.16), beam, "round"
        )
        pen.fill(box(x - 24, -5, 48, 7, 2), darken(beam, 0.2), "round", line=0.7)
    pen.fill(box(-212, -104, 424, 22, 2), beam, "round")
    wires(pen, "-212,-92 212,-92", darken(beam, 0.3), 1.2, "flat", 0.2)
    for flip in (True, False):
        with pen.at(-1 if flip else 1, 0, flip=flip):
            body = organic("0,-94 0,-170 8,-176 96,-176 128,-168 152,-146 164,-118 160,-98 146,-90 60,-90 6,-90", 0.3)
            shell(pen, body, white)
            with pen.on(body):
                pen.decal(organic("-6,-122 90,-122 150,-116 180,-120 176,-80 -6,-80", 0.3), paint)
                pen.decal(box(-6, -180, 120, 9), paint)
                pen.line(bars("0,-104 170,-104"), darken(paint, 0.4), 2)
            for i in range(3):
                pane(pen, box(30 + i * 26.0, -162, 22, 32, 5), look)
            pen.fill(box(6, -164, 19, 64, 4), lighten(white, 0.2), "flat", line=0.6)
            pane(pen, box(10, -158, 11, 28, 3), look, streaks=False)
            pane(pen, organic("110,-160 124,-160 142,-144 152,-126 138,-126 110,-128", 0.3), look)
            headlamp(pen, ellipse(155, -110, 5, 4), look)
    pen.fill(box(-5, -168, 10, 74, 2), (74, 76, 84), "flat", line=0.6)
    pen.anchor("text", 66, -110, 110)
    pen.anchor("top", 0, -176, 180)
