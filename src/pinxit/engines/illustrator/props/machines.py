"""Machines: a typewriter, a record player, a satellite dish, a solar panel, a factory."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, points, stroke
from pinxit.engines.illustrator.shapes import box, capsule, curve, ellipse, polygon, tube


@thing("typewriter", "vintage typewriter", "old typewriter", cm=28)
def draw(pen: Pen, look: Look) -> None:
    """Four rows of round keys, the carriage with a sheet."""
    what = finish(look, (72, 128, 128), "glossy", "metal")
    sheet = box(-46, -166, 92, 76, 2)
    pen.fill(sheet, (250, 247, 238), "flat")
    for i, end in enumerate((32, 36, 24, 34, 8)):
        pen.line(bars(f"-36,{-154 + i * 11} {end},{-154 + i * 11}"), (96, 92, 96), 1.8, alpha=0.7)
    pen.fill(box(-92, -108, 184, 20, 9), (58, 58, 66), "glossy")
    for x in (-100, 90):
        pen.fill(box(x, -112, 10, 28, 4), (150, 154, 162), "metal", line=0.8)
    pen.line(stroke("-96,-110 -108,-124 -112,-120"), (180, 184, 190), 4)
    body = facet("-80,-94 80,-94 86,-66 100,-8 100,0 -100,0 -100,-8 -86,-66", 8)
    coat(pen, body, what)
    pen.fill(organic("-44,-90 0,-94 44,-90 52,-72 0,-66 -52,-72"), darken(what.rgb, 0.6), "flat", line=0.6)
    for x in range(-40, 41, 8):
        pen.line(bars(f"{x},-70 {x * 0.3},-88"), (190, 194, 200), 1.3)
    for row in range(4):
        y, count = -58 + row * 14, 10 - row % 2
        for i in range(count):
            place = (i - (count - 1) / 2) * (15.2 + row * 0.9)
            pen.decal(ellipse(place + 0.6, y + 3, 6.4, 5), darken(what.rgb, 0.6), alpha=0.7)
            pen.fill(ellipse(place, y, 6, 5), look.part("keys", look.colour((244, 238, 224), 1)), "glossy", line=0.6)
            pen.decal(ellipse(place, y, 1.5), (60, 56, 60))
    pen.fill(box(-48, -7, 96, 6, 3), lighten(what.rgb, 0.3), "glossy", line=0.6)
    pen.anchor("text", 0, -132, 76)


@thing("record player", "turntable", "vinyl player", "vinyl record player", "phonograph", cm=18)
def draw_player(pen: Pen, look: Look) -> None:
    """A wooden case from above the front edge, disc and arm."""
    what = finish(look, (166, 104, 62), "soft", "wood")
    top = facet("-88,-82 88,-82 112,-24 -112,-24", 4)
    coat(pen, top, what.tone(0.12))
    coat(pen, box(-112, -26, 224, 22, 4), what)
    for x in (-92, 92):
        pen.fill(box(x - 9, -6, 18, 6, 2), (50, 48, 54), "round", line=0.7)
    pen.fill(ellipse(-20, -53, 76, 26), (124, 126, 134), "metal", line=0.8)
    pen.fill(ellipse(-20, -55, 72, 24), (34, 32, 38), "glossy")
    for share in (0.9, 0.78, 0.66, 0.54, 0.44):
        pen.line(ellipse(-20, -55, 72 * share, 24 * share), (92, 90, 98), 0.9, alpha=0.8)
    pen.decal(polygon([(-20, -55), (-74, -68), (-52, -74)]), (255, 255, 255), alpha=0.22)
    pen.decal(polygon([(-20, -55), (34, -42), (12, -37)]), (255, 255, 255), alpha=0.22)
    pen.fill(ellipse(-20, -55, 25, 8.6), look.part("label", look.colour((222, 74, 62), 1)), "flat", line=0.5)
    pen.decal(ellipse(-20, -55, 2.4, 1.2), (240, 240, 240))
    pen.fill(ellipse(76, -70, 14, 6), (90, 92, 100), "metal")
    pen.fill(tube(points("78,-78 74,-60 62,-46 34,-44"), 4), (214, 218, 224), "metal", line=0.8)
    pen.fill(box(20, -49, 18, 9, 3), (60, 60, 68), "glossy", line=0.7)
    for x in (66, 86):
        pen.fill(ellipse(x, -15, 6.4), (222, 196, 130), "metal", line=0.7)


@thing("satellite dish", "dish antenna", "antenna dish", "radio dish", cm=200, faces=1)
def draw_dish(pen: Pen, look: Look) -> None:
    what = finish(look, (224, 228, 234), "round", "metal")
    rgb = what.rgb
    pen.fill(facet("-34,-10 34,-10 44,0 -44,0", 3), darken(rgb, 0.4), "round")
    for x in (-30, 30):
        pen.fill(capsule(x, -6, 0, -70, 6), darken(rgb, 0.35), "metal", line=0.8)
    pen.fill(capsule(0, -4, 0, -84, 12), darken(rgb, 0.25), "metal")
    with pen.at(4, -106, turn=32):
        pen.fill(organic("-84,-4 0,-10 84,-4 62,26 24,42 0,45 -24,42 -62,26"), what.tone(-0.1).rgb, what.form)
        face = ellipse(0, -4, 84, 25)
        coat(pen, face, what.tone(0.1))
        with pen.on(face):
            pen.decal(ellipse(6, 10, 66, 22), darken(rgb, 0.3), alpha=0.35, blur=7)
            for x in (-60, -30, 0, 30, 60):
                pen.line(bars(f"0,14 {x * 1.5},-28"), darken(rgb, 0.25), 1.1, alpha=0.6)
        for x, y in ((-60, 2), (60, 2), (0, 18)):
            pen.line(bars(f"{x},{y} 0,-72"), darken(rgb, 0.45), 2.6)
        pen.fill(facet("-8,-80 8,-80 6,-62 -6,-62", 3), look.part("tip", look.colour((214, 60, 56), 1)), "glossy")


@thing("solar panel", "solar panels", "solar cell", "photovoltaic panel", cm=180)
def draw_solar(pen: Pen, look: Look) -> None:
    """A tilted panel of cells on two legs."""
    rgb = look.colour((36, 70, 140))
    frame = look.part("frame", look.colour((206, 212, 220), 1))
    for x in (-52, 52):
        pen.fill(capsule(x, -60, x, -2, 7), darken(frame, 0.3), "metal")
        pen.fill(box(x - 16, -5, 32, 5, 2), darken(frame, 0.4), "metal", line=0.8)
    pen.fill(facet("-82,-132 102,-132 92,-30 -112,-30", 3), frame, "metal")
    pen.fill(facet("-112,-30 92,-30 92,-24 -112,-24", 1), darken(frame, 0.35), "metal", line=0.7)
    for row in range(4):
        for i in range(6):
            y0, y1 = -127 + row * 23.6, -127 + row * 23.6 + 21.6
            left = -79 + (i * 29.8)
            lean0, lean1 = (y0 + 127) * -0.27, (y1 + 127) * -0.27
            grow0, grow1 = 1 + (y0 + 127) * 0.0012, 1 + (y1 + 127) * 0.0012
            cell = polygon(
                [
                    (left * grow0 + lean0, y0),
                    ((left + 27.6) * grow0 + lean0, y0),
                    ((left + 27.6) * grow1 + lean1, y1),
                    (left * grow1 + lean1, y1),
                ]
            )
            pen.fill(cell, lighten(rgb, 0.06 * ((row + i) % 3)), "round", line=0)
            for dx in (left + 9, left + 18):
                run = curve((dx * grow0 + lean0, y0), (dx * grow1 + lean1, y1))
                pen.line(run, lighten(rgb, 0.5), 0.8, alpha=0.6)
    pen.decal(polygon([(-60, -127), (-10, -127), (-74, -36), (-104, -36)]), (255, 255, 255), alpha=0.2)
    pen.decal(polygon([(4, -127), (18, -127), (-44, -36), (-60, -36)]), (255, 255, 255), alpha=0.16)


@thing("factory", "power plant", "industrial plant", "steel mill", "refinery", cm=2000, kind="building")
def draw_factory(pen: Pen, look: Look) -> None:
    """Saw-tooth roofs, two brick chimneys, smoke."""
    what = finish(look, (186, 96, 74), "round")
    roof = look.part("roof", look.colour((96, 108, 122), 1))
    for x, y, r in (
        (-72.0, -196, 12),
        (-58.0, -210, 16),
        (-34.0, -220, 20),
        (-30.0, -186, 11),
        (-16.0, -200, 15),
        (8.0, -212, 17),
    ):
        pen.fill(ellipse(x, y, r, r * 0.82), (214, 214, 220), "soft", line=0, alpha=0.9)
    for x, tall in ((-80.0, 184), (-40.0, 168)):
        stack = facet(f"{x - 9},{-tall} {x + 9},{-tall} {x + 14},-60 {x - 14},-60")
        coat(pen, stack, what.tone(-0.12))
        with pen.on(stack):
            for y in (-tall + 10, -tall + 34):
                pen.decal(box(x - 20, y, 40, 10), (244, 238, 230))
        pen.fill(box(x - 11, -tall - 4, 22, 7, 2), what.tone(-0.3).rgb, "round", line=0.8)
    for i in range(3):
        x = -6 + i * 40.0
        pen.fill(facet(f"{x},-74 {x},-112 {x + 40},-74"), roof, "round")
        glass = facet(f"{x + 3},-78 {x + 3},-104 {x + 6},-101 {x + 6},-78")
        (pen.glow if look.night else pen.fill)(glass, (255, 222, 140) if look.night else (176, 212, 228))
    coat(pen, box(-112, -76, 228, 76), what)
    pen.fill(box(-116, -80, 112, 7, 1), roof, "round")
    pen.decal(box(-112, -8, 228, 8), darken(what.rgb, 0.35), alpha=0.6)
    for row in range(9):
        for x in range(-106 + 8 * (row % 2), 110, 34):
            pen.line(bars(f"{x},{-70 + row * 7.6} {x + 9},{-70 + row * 7.6}"), darken(what.rgb, 0.3), 1.1, alpha=0.5)
    for x in (-98, -66, 18, 50, 82):
        pane = box(x, -58, 22, 26, 1)
        (pen.glow if look.night else pen.fill)(pane, (255, 222, 140) if look.night else (150, 196, 218))
        pen.line(bars(f"{x + 11},-58 {x + 11},-32|{x},-45 {x + 22},-45"), (240, 236, 230), 1.8)
        pen.line(pane, (240, 236, 230), 2.2)
    pen.fill(box(-32, -48, 38, 48, 1), look.part("door", (72, 84, 100)), "round", line=0.8)
    for y in (-40, -30, -20, -10):
        pen.line(bars(f"-31,{y} 5,{y}"), (108, 120, 136), 1.6)
