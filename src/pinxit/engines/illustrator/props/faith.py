"""Houses of prayer and power: mosque, cathedral, synagogue, palace."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import Area, bricks, foot, tiles, window
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, score
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.rigs.wire import struts, wires
from pinxit.engines.illustrator.shapes import box, ellipse, minus, star, union

GOLD: Rgb = (222, 178, 80)
GRASS: Rgb = (112, 156, 84)


def _dome(pen: Pen, x: float, y: float, half: float, rgb: Rgb) -> None:
    """An onion dome with ribs whose foot stands on (x, y), and its finial."""
    text = (
        f"{x - half * 0.8},{y} {x - half},{y - half * 0.7} {x - half * 0.72},{y - half * 1.3} {x - half * 0.2},"
        f"{y - half * 1.75} {x},{y - half * 2.15} {x + half * 0.2},{y - half * 1.75} {x + half * 0.72},"
        f"{y - half * 1.3} {x + half},{y - half * 0.7} {x + half * 0.8},{y}"
    )
    dome = mould(pen, text, rgb, "glossy")
    with pen.on(dome):
        for t in (-0.66, -0.3, 0.3, 0.66):
            score(
                pen,
                f"{x + half * t * 0.9},{y} {x + half * t * 1.1},{y - half * 0.7} {x + half * t * 0.6},"
                f"{y - half * 1.4} {x},{y - half * 2.1}",
                darken(rgb, 0.25),
                1.4,
                0.6,
            )
    bar(pen, f"{x - half * 0.86} {y - 3} {half * 1.72} 6 2", GOLD, "metal", 0.6)
    wires(pen, f"{x},{y - half * 2.1} {x},{y - half * 2.1 - 16}", GOLD, 2.6, "metal")
    top = y - half * 2.1 - 21
    pen.fill(minus(ellipse(x, top, 5.4), ellipse(x + 2, top - 2, 4.4)), GOLD, "metal", line=0.4)


def _arched(pen: Pen, area: Area, rgb: Rgb, look: Look, frame: Rgb) -> None:
    """A pointed opening in a frame; lit at night."""
    x, y, w, h = area.x, area.y, area.wide, area.tall
    text = f"{x},{y + h} {x},{y + h * 0.4} {x + w * 0.22},{y + h * 0.14} {x + w / 2},{y} {x + w * 0.78},{y + h * 0.14} "
    path = facet(text + f"{x + w},{y + h * 0.4} {x + w},{y + h}", 2)
    pen.line(path, frame, 4)
    if look.night:
        pen.glow(path, (255, 206, 110))
    else:
        pen.fill(path, rgb, "flat", line=0.5)


@thing("mosque", "masjid", "grand mosque", cm=3500, kind="building")
def draw_mosque(pen: Pen, look: Look) -> None:
    """A great dome over a hall, smaller domes at its sides, two minarets."""
    wall = look.colour((244, 234, 214))
    roof = look.part("roof", look.colour((56, 140, 150), 1))
    for side in (-1, 1):
        x = side * 118.0
        cut(pen, f"{x - 11},0 {x - 9},-176 {x + 9},-176 {x + 11},0", wall, "round")
        for y in (-176.0, -112.0):
            cut(pen, f"{x - 9},{y + 6} {x - 16},{y - 4} {x + 16},{y - 4} {x + 9},{y + 6}", wall, "round")
            bar(pen, f"{x - 17} {y - 12} 34 8 2", lighten(wall, 0.3), "round", 0.7)
        cut(pen, f"{x - 7},-186 {x - 7},-204 {x + 7},-204 {x + 7},-186", wall, "round")
        for k in (0, 1, 2):
            _arched(pen, Area(x - 3.4, -160 + k * 54, 7, 18), (70, 84, 104), look, lighten(wall, 0.3))
        cut(pen, f"{x - 10},-203 {x},-238 {x + 10},-203", roof, "glossy", 2)
        wires(pen, f"{x},-238 {x},-248", GOLD, 2.4, "metal")
    bar(pen, "-50 -126 100 30 2", wall, "round")
    for x in range(-40, 41, 16):
        _arched(pen, Area(x - 4, -120, 8, 20), (70, 84, 104), look, lighten(wall, 0.3))
    _dome(pen, 0, -126, 52, roof)
    hall = bar(pen, "-98 -96 196 96 1", wall, "round")
    bricks(pen, hall, wall, (16, 8), look.random("stone"), 0.12)
    for x in (-74, 74):
        _dome(pen, x, -98, 20, roof)
        for dx in (-13, 13):
            _arched(pen, Area(x + dx - 7, -66, 14, 44), (70, 84, 104), look, lighten(wall, 0.35))
    bar(pen, "-100 -100 200 7 1", lighten(wall, 0.3), "round", 0.7)
    bar(pen, "-34 -112 68 112 2", lighten(wall, 0.14), "round")
    _arched(pen, Area(-24, -98, 48, 98), darken(roof, 0.35), look, roof)
    _arched(pen, Area(-11, -56, 22, 56), (110, 74, 46), look, GOLD)
    score(pen, "0,-54 0,0", (70, 44, 28), 1.4)
    bar(pen, "-132 -6 264 8 1", darken(wall, 0.12), "round", 0.8)
    pen.anchor("top", 0, -236, 20)


@thing(
    "cathedral", "gothic cathedral", "notre dame", "notre-dame", "minster", "gothic church", cm=6900, kind="building"
)
def draw_cathedral(pen: Pen, look: Look) -> None:  # limit: one building, from back to front
    """A west front: two towers, a rose window, three deep portals, a spire behind."""
    wall = look.colour((214, 204, 186))
    roof = look.part("roof", look.colour((92, 104, 124), 1))
    rng = look.random("stone")
    cut(pen, "-9,-150 0,-262 9,-150", roof, "round", 1)
    struts(pen, "0,-260 0,-276|-5,-270 5,-270", GOLD, 2.4, "metal")
    tiles(pen, facet("-40,-140 0,-186 40,-140"), roof, rng, 7)
    for side in (-1, 1):
        x = side * 58.0
        tower = bar(pen, f"{x - 32} -208 64 208 1", wall, "round")
        bricks(pen, tower, wall, (14, 7), rng, 0.25)
        for dx in (-27, 27):
            cut(
                pen,
                f"{x + dx - 6},0 {x + dx - 4},-206 {x + dx + 4},-206 {x + dx + 6},0",
                lighten(wall, 0.1),
                "round",
                1,
            )
            cut(pen, f"{x + dx - 5},-206 {x + dx},-228 {x + dx + 5},-206", lighten(wall, 0.1), "round", 0.6)
        for dx in (-11, 11):
            _arched(pen, Area(x + dx - 8, -198, 16, 58), (62, 66, 84), look, lighten(wall, 0.3))
        for k in range(4):
            cut(pen, f"{x - 21 + k * 12},-210 {x - 16 + k * 12},-220 {x - 11 + k * 12},-210", wall, "round", 0.5)
    nave = bar(pen, "-27 -150 54 150 0", lighten(wall, 0.05), "round", 0.8)
    bricks(pen, nave, wall, (14, 7), rng, 0.2)
    for y in (-134.0, -76.0):
        bar(pen, f"-94 {y} 188 6 1", lighten(wall, 0.3), "round", 0.6)
    for x in range(-85, 86, 10):
        disc(pen, f"{x} -138 3.2 4.6", darken(wall, 0.4), "flat", 0)
    _rose(pen, 0, -104, 23, look, wall)
    for x in (-58, 58):
        _arched(pen, Area(x - 9, -120, 18, 38), (70, 78, 112), look, lighten(wall, 0.3))
    for x, half, tall in ((-58, 18, 56), (58, 18, 56), (0, 22, 66)):
        cut(
            pen,
            f"{x - half - 6},-{tall - 12} {x},-{tall + 16} {x + half + 6},-{tall - 12}",
            lighten(wall, 0.12),
            "round",
            1,
        )
        for i in range(4):
            w = half - i * 3.6
            _arched(pen, Area(x - w, -tall + i * 5, 2 * w, tall - i * 5), darken(wall, 0.16 + i * 0.16), Look(), wall)
        _arched(pen, Area(x - half + 13, -tall + 22, 2 * half - 26, tall - 22), (104, 70, 46), look, darken(wall, 0.5))
    bar(pen, "-104 -5 208 7 1", darken(wall, 0.15), "round", 0.8)
    foot(pen, -104, 104, GRASS, look.random("grass"))


def _rose(pen: Pen, x: float, y: float, radius: float, look: Look, wall: Rgb) -> None:
    disc(pen, f"{x} {y} {radius}", lighten(wall, 0.25), "round", 0.8)
    disc(pen, f"{x} {y} {radius * 0.86}", (54, 58, 86), "flat", 0.4)
    tones: tuple[Rgb, ...] = ((196, 60, 66), (66, 104, 190), (232, 184, 74))
    for ring, (far, size, count) in enumerate(((0.66, 0.15, 12), (0.36, 0.14, 8))):
        for i in range(count):
            with pen.at(x, y, turn=i * 360 / count):
                spot = ellipse(0, -radius * far, radius * size, radius * size * 1.3)
                (pen.glow if look.night else pen.decal)(
                    spot, lighten(tones[(i + ring) % 3], 0.3 if look.night else 0.0)
                )
    pen.decal(ellipse(x, y, radius * 0.16), tones[2])


@thing("synagogue", "temple of prayer", "jewish temple", cm=1900, kind="building")
def draw_synagogue(pen: Pen, look: Look) -> None:
    """A striped front between two domed turrets with a star in its round window."""
    wall = look.colour((222, 186, 140))
    dome = look.part("roof", look.colour((70, 130, 120), 1))
    front = cut(pen, "-56,0 -56,-140 0,-176 56,-140 56,0", wall, "round", 1)
    with pen.on(front):
        for i in range(9):
            pen.decal(box(-60, -18 - i * 20, 120, 8), darken(wall, 0.26), alpha=0.7)
    wires(pen, "-60,-138 0,-177 60,-138", lighten(wall, 0.4), 6)
    for side in (-1, 1):
        x = side * 76.0
        tower = bar(pen, f"{x - 22} -166 44 166 1", lighten(wall, 0.06), "round")
        with pen.on(tower):
            for i in range(9):
                pen.decal(box(x - 30, -18 - i * 20, 60, 8), darken(wall, 0.26), alpha=0.7)
        bar(pen, f"{x - 25} -170 50 7 1", lighten(wall, 0.35), "round", 0.7)
        _ball(pen, x, -170, 20, dome)
        for y in (-150.0, -90.0):
            _arched(pen, Area(x - 8, y, 16, 40), (64, 78, 104), look, lighten(wall, 0.4))
    disc(pen, "0 -116 25", lighten(wall, 0.4), "round", 0.8)
    disc(pen, "0 -116 20", (60, 84, 150), "flat", 0.5)
    lamp = (255, 220, 130) if look.night else (246, 240, 220)
    for turn in (-90, 90):
        pen.line(star(0, -116, 17, 8.5, 3, turn), lamp, 2.6, glow=look.night)
    for x in (-30, 30):
        _arched(pen, Area(x - 9, -72, 18, 50), (64, 78, 104), look, lighten(wall, 0.4))
    _arched(pen, Area(-15, -66, 30, 66), (112, 70, 44), look, lighten(wall, 0.4))
    score(pen, "0,-62 0,0", (70, 44, 28), 1.4)
    for i in range(3):
        bar(pen, f"{-34 - i * 6} {-9 + i * 4} {68 + i * 12} 5 1", lighten(wall, 0.3 - i * 0.1), "round", 0.6)
    foot(pen, -104, 104, GRASS, look.random("grass"))


def _ball(pen: Pen, x: float, y: float, half: float, rgb: Rgb) -> None:
    ball = union(ellipse(x, y - half * 0.5, half, half), box(x - half * 0.86, y - half * 0.6, half * 1.72, half * 0.6))
    pen.fill(ball, rgb, "glossy")
    wires(pen, f"{x},{y - half * 1.5} {x},{y - half * 1.5 - 14}", GOLD, 2.6, "metal")
    disc(pen, f"{x} {y - half * 1.5 - 16} 3.4", GOLD, "metal", 0.5)


@thing("palace", "royal palace", "chateau", "manor", "mansion", "grand house", "stately home", cm=2200, kind="building")
def draw_palace(pen: Pen, look: Look) -> None:
    """A long symmetrical front: pediment on columns, tall windows, a slate roof with dormers."""
    wall = look.colour((246, 230, 192))
    roof = look.part("roof", look.colour((94, 108, 132), 1))
    rng = look.random("stone")
    for x in (-104.0, 104.0):
        cut(pen, f"{x - 42},-108 {x - 30},-150 {x + 30},-150 {x + 42},-108", roof, "round", 1)
        bar(pen, f"{x + 12} -166 12 26 1", darken(wall, 0.2), "round", 0.7)
    tiles(pen, facet("-76,-108 -64,-140 64,-140 76,-108", 1), roof, rng, 8)
    for x in (-52, 52):
        window(pen, Area(x - 8, -132, 16, 20), look, arch=True)
    front = bar(pen, "-140 -110 280 110 0", wall, "round")
    bricks(pen, front, wall, (18, 9), rng, 0.1)
    for x in (-104, 104):
        bar(pen, f"{x - 40} -110 80 110 0", lighten(wall, 0.12), "round", 0.8)
        window(pen, Area(x - 9, -144, 18, 24), look, arch=True)
    for x in (-128, -104, -80, -54, 54, 80, 104, 128):
        for y in (-94, -48):
            window(pen, Area(x - 8, y, 16, 34), look, lighten(wall, 0.6), (2, 3))
    bar(pen, "-144 -114 288 7 1", lighten(wall, 0.4), "round", 0.7)
    bar(pen, "-142 -57 284 4 1", lighten(wall, 0.4), "round", 0.5)
    bar(pen, "-42 -112 84 112 0", lighten(wall, 0.1), "round", 0.7)
    for x in (-14, 14):
        window(pen, Area(x - 8, -94, 16, 34), look, lighten(wall, 0.6), (2, 3))
    door = facet("-13,0 -13,-36 -6,-45 0,-47 6,-45 13,-36 13,0", 1)
    pen.fill(door, look.part("door", (110, 66, 48)), "round")
    score(pen, "0,-46 0,0", (60, 34, 26), 1.4)
    for x in (-36, -24, 24, 36):
        bar(pen, f"{x - 4} -108 8 104 2", lighten(wall, 0.5), "round", 0.7)
    cut(pen, "-50,-112 0,-146 50,-112", lighten(wall, 0.3), "round", 1)
    cut(pen, "-34,-115 0,-138 34,-115", wall, "flat", 0, 0.5)
    disc(pen, "0 -122 7", GOLD, "metal", 0.6)
    struts(pen, "0,-144 0,-190", (120, 120, 128), 2.6, "metal")
    mould(pen, "1,-188 16,-192 30,-186 30,-172 16,-177 1,-173", look.part("flag", (196, 50, 54)), "soft", 0.7)
    for i in range(3):
        bar(pen, f"{-46 - i * 8} {-10 + i * 4} {92 + i * 16} 5 1", lighten(wall, 0.35 - i * 0.1), "round", 0.6)
    foot(pen, -146, -66, GRASS, rng)
    foot(pen, 66, 146, GRASS, rng)
    pen.anchor("text", 0, -122, 40)
