"""Paper goods: passport, ticket, calendar, notebook."""

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, score
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import box, ellipse, minus, union

_CREAM: Rgb = (250, 244, 230)
_INK: Rgb = (62, 58, 72)
_GOLD: Rgb = (236, 194, 92)


@thing("passport", "passports", "travel document", cm=12.5, attach="hand", fit=60)
def draw_passport(pen: Pen, look: Look) -> None:
    rgb = look.colour((50, 88, 156))
    with pen.at(0, -4, turn=-7):
        bar(pen, "26 -176 54 172 4", (252, 250, 242), "flat")
        score(pen, "34,-166 72,-166|34,-14 72,-14", (190, 186, 200), 2)
        bar(pen, "34 -184 34 30 2", (240, 196, 120), "flat", 0.7)
        bar(pen, "-58 -162 122 164 8", darken(rgb, 0.25), "soft")
        bar(pen, "-62 -168 122 164 8", rgb, "soft")
        pen.line(box(-55, -161, 108, 150, 4), lighten(rgb, 0.2), 1.6)
        score(pen, "-56,-166 -56,-8", darken(rgb, 0.4), 2, 0.7)
        bar(pen, "-38 -150 74 9 3", _GOLD, "flat", 0)
        bar(pen, "-24 -136 46 6 3", _GOLD, "flat", 0)
        pen.line(ellipse(0, -88, 32), _GOLD, 4)
        pen.line(union(ellipse(0, -88, 14, 32), ellipse(0, -88, 1)), _GOLD, 2.6)
        score(pen, "-32,-88 32,-88|-27,-104 0,-101 27,-104|-27,-72 0,-75 27,-72", _GOLD, 2.6)
        bar(pen, "-36 -40 70 9 3", _GOLD, "flat", 0)
        bar(pen, "-11 -24 20 9 3", _GOLD, "flat", 0)
        disc(pen, "-1 -19.5 3.4", rgb, "flat", 0)


@thing(
    "ticket", "tickets", "train ticket", "movie ticket", "concert ticket", "raffle ticket", cm=8, attach="hand", fit=60
)
def draw_ticket(pen: Pen, look: Look) -> None:
    rgb = look.colour((240, 184, 76))
    for turn, lift, tone in ((-17, -58, darken(rgb, 0.16)), (-4, -50, rgb)):
        with pen.at(0, lift, turn=turn):
            whole = box(-112, -44, 224, 88, 5)
            for x, y in ((-112, 0), (112, 0), (52, -44), (52, 44)):
                whole = minus(whole, ellipse(x, y, 13 if y == 0 else 7))
            pen.fill(whole, tone, "soft")
            if tone != rgb:
                continue
            with pen.on(whole):
                pen.line(box(-92, -34, 132, 68, 3), darken(rgb, 0.45), 2.4)
                for y in range(-32, 34, 9):
                    score(pen, f"52,{y} 52,{y + 4}", darken(rgb, 0.5), 2.6)
                for i, wide in enumerate((2.0, 4.0, 2.0, 3.0, 5.0, 2.0)):
                    pen.decal(box(66, -30 + i * 10.5, 28, wide), _INK)
            disc(pen, "-68 0 15", look.part("star", (206, 62, 54)), "flat", 0)
            cut(
                pen,
                "-68,-12 -64.5,-4 -56,-3.5 -62.5,2 -60.5,10 -68,5.5 -75.5,10 -73.5,2 -80,-3.5 -71.5,-4",
                _CREAM,
                "flat",
                0,
                0,
            )
            bar(pen, "-44 -22 74 12 2", _INK, "flat", 0)
            score(pen, "-42,0 28,0|-42,11 28,11|-42,22 4,22", darken(rgb, 0.55), 3)
            pen.anchor("text", -8, 0, 70)


@thing("calendar", "wall calendar", "desk calendar", "day planner", cm=30)
def draw_calendar(pen: Pen, look: Look) -> None:
    rgb = look.colour((216, 64, 56))
    cut(pen, "-92,-6 92,-6 100,2 -100,2", darken(rgb, 0.45), "soft", 3)
    for i in (2, 1, 0):
        bar(pen, f"{-88 + i * 2} {-170 + i * 3} 176 166 6", darken((252, 250, 244), i * 0.08), "flat")
    head = cut(pen, "-88,-170 88,-170 88,-124 -88,-124", rgb, "soft", 4)
    with pen.on(head):
        pen.decal(box(-90, -130, 180, 8), darken(rgb, 0.25), alpha=0.6)
    score(pen, "-40,-146 40,-146", WHITE, 8)
    for x in (-56, -19, 19, 56):
        disc(pen, f"{x} -162 5", darken(rgb, 0.55), "flat", 0)
        wires(pen, f"{x},-162 {x - 5},-176 {x},-184 {x + 5},-176 {x + 3},-164", (196, 202, 210), 4, "metal", 0.6)
    for row in range(4):
        for day in range(7):
            left, top = -78 + day * 22.8, -112 + row * 25.0
            if (row, day) in {(0, 0), (0, 1), (3, 6)}:
                continue
            tone = lighten(rgb, 0.55) if day == 6 else (206, 212, 222)
            bar(pen, f"{left} {top} 18 19 3", tone, "flat", 0.3)
            score(pen, f"{left + 5},{top + 6} {left + 12},{top + 6}", _INK, 2.4, 0.8)
    pen.line(ellipse(-1, -53, 15, 14), look.part("mark", (206, 40, 44)), 3.4)
    pen.anchor("text", 0, -146, 120)


@thing("notebook", "spiral notebook", "exercise book", cm=21, attach="hand", fit=80)
def draw_notebook(pen: Pen, look: Look) -> None:
    rgb = look.colour((46, 136, 148))
    with pen.at(0, -4, turn=-6):
        bar(pen, "-58 -176 128 178 6", darken(rgb, 0.4), "soft")
        for i in (3, 2, 1):
            bar(pen, f"-62 {-180 + i * 1.4} {126 + i} 178 4", darken(_CREAM, i * 0.05), "flat", 0.6)
        cover = bar(pen, "-66 -184 128 178 7", rgb, "soft")
        with pen.on(cover):
            pen.decal(box(-70, -190, 22, 190), darken(rgb, 0.28))
            pen.decal(box(38, -190, 8, 190), look.part("band", look.colour((250, 196, 84), 1)))
        bar(pen, "-34 -156 62 44 4", _CREAM, "flat", 0.7)
        score(pen, "-26,-142 20,-142|-26,-132 20,-132|-26,-122 2,-122", _INK, 2.4, 0.8)
        pen.anchor("text", -3, -134, 56)
        for y in range(-172, -14, 17):
            disc(pen, f"-56 {y} 4", darken(rgb, 0.65), "flat", 0)
            wires(pen, f"-56,{y} -66,{y - 6} -76,{y - 2} -72,{y + 4} -62,{y + 3}", (206, 212, 220), 4, "metal", 0.6)
    with pen.at(82, -10, turn=10):
        cut(pen, "-5,-150 5,-150 5,-22 0,-4 -5,-22", (246, 190, 66), "soft", 0, 0.9)
        cut(pen, "-5,-24 5,-24 0,-4", (240, 212, 170), "flat", 0, 0.6)
        cut(pen, "-1.8,-11 1.8,-11 0,-4", _INK, "flat", 0, 0)
        bar(pen, "-6 -160 12 16 4", (226, 120, 126), "soft", 0.8)
        bar(pen, "-6 -148 12 8 1", (196, 202, 210), "metal", 0.6)
