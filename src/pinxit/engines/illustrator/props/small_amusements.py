"""Small amusements and gear: hand fan, handcuffs, spinning top, bowling pins, music box, bunting."""

import math
from itertools import pairwise

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, stroke
from pinxit.engines.illustrator.rigs.wire import thick, wire, wires
from pinxit.engines.illustrator.shapes import Point, arc, box, ellipse, minus, polygon

_STEEL: Rgb = (196, 204, 214)
_GOLD: Rgb = (226, 178, 74)
_BRIGHT: tuple[Rgb, ...] = (
    (220, 64, 58),
    (250, 196, 66),
    (58, 148, 200),
    (92, 170, 96),
    (240, 134, 60),
    (158, 92, 170),
)


def _ray(angle: float, out: float) -> Point:
    a = math.radians(angle)
    return out * math.sin(a), -18 - out * math.cos(a)


@thing("hand fan", "folding fan", "paper fan", "japanese fan", cm=26, attach="hand", fit=44)
def draw_hand_fan(pen: Pen, look: Look) -> None:
    rgb = look.colour((206, 52, 62))
    wood: Rgb = (136, 84, 52)
    angles = [-74 + i * 148 / 16 for i in range(17)]
    for a in angles[::2]:
        wire(pen, polygon([_ray(a, -14), _ray(a, 80)], closed=False), wood, 5, "soft", 0.6)
    for i, (a, b) in enumerate(pairwise(angles)):
        fold = polygon([_ray(a, 66), _ray(a, 158), _ray(b, 158), _ray(b, 66)])
        pen.fill(fold, rgb if i % 2 else darken(rgb, 0.14), "flat", line=0.4)
    bloom = look.colour((252, 226, 214), 1)
    for a, r, size in ((-40.0, 118.0, 17.0), (2.0, 104.0, 13.0), (24.0, 132.0, 19.0), (54.0, 108.0, 14.0)):
        x, y = _ray(a, r)
        for k in range(5):
            t = math.tau * k / 5
            petal = ellipse(x + size * 0.6 * math.cos(t), y + size * 0.6 * math.sin(t), size * 0.5)
            pen.fill(petal, bloom, "flat", line=0.4)
        disc(pen, f"{x} {y} {size * 0.3}", _GOLD, "flat", 0.3)
    for r, wide in ((154.0, 8.0), (69.0, 5.0)):
        rim = arc(0, -18, r, r, -164, 148)
        pen.fill(thick(rim, wide), _GOLD, "soft", line=0.5)
    for a in (-74.0, 74.0):
        wire(pen, polygon([_ray(a, -14), _ray(a, 158)], closed=False), darken(wood, 0.1), 8, "soft", 0.8)
    disc(pen, "0 -18 7", _GOLD, "metal", 0.8)
    wires(pen, "0,-14 4,0 0,8", (206, 52, 62), 2.4, "flat", 0.4)
    cut(pen, "-4,8 5,8 8,30 -7,30", (206, 52, 62), "soft", 1, 0.6)


@thing("handcuffs", "handcuff", "cuffs", "shackles", cm=12, attach="hand", fit=50)
def draw_handcuffs(pen: Pen, look: Look) -> None:
    what = finish(look, _STEEL, "metal", "metal")
    for s, y in ((-1.0, -62.0), (1.0, -74.0)):
        x = s * 70
        ring = minus(ellipse(x, y, 50, 54), ellipse(x, y, 36, 40))
        coat(pen, ring, what)
        pen.line(arc(x, y, 43, 47, -60 if s > 0 else 120, 130), what.tone(-0.4).rgb, 2.2)
        coat(pen, box(x - s * 44 - 15, y - 22, 30, 46, 6), what.tone(-0.08))
        disc(pen, f"{x - s * 44} {y - 5} 5", what.tone(-0.7).rgb, "flat", 0)
        bar(pen, f"{x - s * 44 - 2} {y - 4} 4 14 1", what.tone(-0.7).rgb, "flat", 0)
        for t in range(5):
            a = math.radians((-40 if s > 0 else 180 - 40) + t * 14)
            disc(pen, f"{x + 49 * math.cos(a)} {y + 53 * math.sin(a)} 2.6", what.tone(-0.2).rgb, "metal", 0.5)
    for x, y, turn in ((-10.0, -62.0, 30.0), (0.0, -66.0, -40.0), (11.0, -68.0, 30.0)):
        link = minus(ellipse(x, y, 11, 6.5, turn), ellipse(x, y, 6, 2.6, turn))
        pen.fill(link, what.tone(0.05).rgb, "metal", line=0.7)


@thing("spinning top", "toy top", "whirligig", cm=9, attach="hand", fit=60)
def draw_top(pen: Pen, look: Look) -> None:
    tones = look.colours or _BRIGHT[:4]
    pen.line(stroke("-96,-4 -60,6 0,9 60,6 96,-4"), (96, 92, 100), 2, alpha=0.65)
    with pen.at(0, 0, turn=9):
        rod(pen, "0,-112 0,-164", 9, (196, 140, 82), "soft")
        disc(pen, "0 -166 10 8", lighten((196, 140, 82), 0.15), "soft", 0.9)
        body = mould(pen, "-10,-116 10,-116 46,-104 74,-82 66,-60 28,-28 5,-2 -5,-2 -28,-28 -66,-60 -74,-82 -46,-104", tones[0], "glossy")  # fmt: skip
        with pen.on(body):
            for i, (y, sag, wide) in enumerate(((-92.0, 10.0, 13.0), (-72.0, 13.0, 11.0), (-42.0, 12.0, 12.0))):
                path = stroke(f"-90,{y - 8} -40,{y + sag * 0.6} 0,{y + sag} 40,{y + sag * 0.6} 90,{y - 8}")
                pen.line(path, tones[(i + 1) % len(tones)] if len(tones) > 1 else lighten(tones[0], 0.7), wide)
            pen.decal(ellipse(-34, -86, 12, 6, -24), WHITE, alpha=0.7, blur=2)
        cut(pen, "-6,-6 6,-6 0,6", _STEEL, "metal", 0, 0.7)


@thing("bowling pin", "skittle", cm=38)
@thing("bowling pins", "ten pins", "skittles", cm=38)
def draw_pins(pen: Pen, look: Look) -> None:
    rgb = look.colour((251, 249, 242))
    red = look.colour((212, 48, 50), 1)
    single = look.noun in {"bowling pin", "skittle"}
    row = ((0.0, 0.0, 1.0),) if single else (
        (-58.0, -24.0, 0.86), (58.0, -24.0, 0.86), (0.0, -22.0, 0.88), (-30.0, -10.0, 0.94), (30.0, -10.0, 0.94),
        (0.0, 0.0, 1.0))  # fmt: skip
    for x, y, size in row:
        with pen.at(x, y, size):
            body = mould(pen, "0,-172 13,-166 18,-150 14,-130 12,-114 20,-88 29,-60 28,-34 18,-2 0,0 -18,-2 -28,-34 -29,-60 -20,-88 -12,-114 -14,-130 -18,-150 -13,-166", rgb, "glossy")  # fmt: skip
            with pen.on(body):
                for top in (-126.0, -112.0):
                    pen.line(stroke(f"-30,{top} 0,{top + 4} 30,{top}"), red, 6)
                pen.decal(ellipse(-12, -56, 5, 22, 4), WHITE, alpha=0.9, blur=2)


@thing("music box", "musical box", "ballerina music box", cm=22)
def draw_music_box(pen: Pen, look: Look) -> None:
    what = finish(look, (190, 84, 112), "glossy")
    coat(pen, facet("-86,-66 86,-66 78,-146 -78,-146", 6), what.tone(-0.1))
    bar(pen, "-66 -138 132 66 4", (206, 226, 236), "flat", 0.7)
    cut(pen, "-58,-76 -20,-136 -2,-136 -40,-76", WHITE, "flat", 0, 0)
    disc(pen, "0 -66 70 12", (86, 40, 60), "flat", 0.6)
    disc(pen, "0 -70 22 6", _GOLD, "metal", 0.8)
    mould(pen, "-2,-72 2,-72 3,-96 -3,-96", (248, 214, 190), "soft", 0.7)
    mould(pen, "0,-112 12,-106 34,-94 30,-88 16,-92 6,-87 -6,-87 -16,-92 -30,-88 -34,-94 -12,-106", (252, 206, 222), "soft", 0.8)  # fmt: skip
    cut(pen, "-6,-126 6,-126 5,-106 -5,-106", (246, 170, 196), "soft", 2, 0.7)
    for s in (-1, 1):
        rod(pen, f"{s * 5},-124 {s * 15},-136 {s * 3},-154", 4, (248, 214, 190), "soft", 0.6)
    disc(pen, "0 -135 8 9", (248, 214, 190), "soft", 0.7)
    mould(pen, "-8,-136 -6,-146 0,-148 6,-146 8,-136 0,-141", (104, 64, 44), "soft", 0.6)
    disc(pen, "0 -148 4", (104, 64, 44), "soft", 0.6)
    front = coat(pen, box(-92, -66, 184, 58, 6), what)
    with pen.on(front):
        pen.line(box(-82, -56, 164, 38, 5), _GOLD, 3)
    for x in (-52, 0, 52):
        disc(pen, f"{x} -37 9", lighten(what.rgb, 0.5), "glossy", 0.6)
        disc(pen, f"{x} -37 3.4", _GOLD, "metal", 0.3)
    for x in (-78, 78):
        disc(pen, f"{x} -3 10 6", _GOLD, "metal", 0.8)
    wires(pen, "92,-38 108,-38 108,-22", _GOLD, 5, "metal", 0.7)
    disc(pen, "108 -18 6", _GOLD, "metal", 0.8)


@thing("bunting", "party bunting", "pennant garland", "flag garland", "bunting flags", cm=50, flies=True)
def draw_bunting(pen: Pen, look: Look) -> None:
    tones = look.colours or _BRIGHT
    for s in (-1, 1):
        mould(pen, f"{s * 150},-142 {s * 160},-156 {s * 170},-144 {s * 162},-134", tones[0], "soft", 0.7)
    for i in range(7):
        x = -126.0 + i * 42
        y = -96 - 44 * (x / 126) ** 2 * 0.9
        slope = -44 * 0.9 * 2 * x / 126**2
        with pen.at(x, y, turn=math.degrees(math.atan(slope))):
            flag = cut(pen, "-18,-2 18,-2 0,50", tones[i % len(tones)], "soft", 1)
            with pen.on(flag):
                if i % 2:
                    for dx, dy in ((-9, 6), (0, 6), (9, 6), (-4, 16), (4, 16), (0, 27)):
                        pen.decal(ellipse(dx, dy, 2.6), WHITE, alpha=0.9)
                pen.decal(box(-20, -4, 40, 6), darken(tones[i % len(tones)], 0.25), alpha=0.6)
    course = " ".join(f"{x},{-98 - 44 * (x / 126) ** 2 * 0.9}" for x in range(-160, 161, 20))
    wires(pen, course, (250, 244, 230), 5, "soft", 0.6)
