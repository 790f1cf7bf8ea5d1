"""Two-legged creatures of tales, seen from the front: goblin, troll, orc, cyclops, zombie, mummy, golem, imp."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import INK, anchors, asleep, draw_eye, draw_smile
from pinxit.engines.illustrator.rigs.trace import halved, organic, stroke
from pinxit.engines.illustrator.shapes import Point, ellipse, mirrored, smooth, tube

RAISED = {"wave", "cheer", "dance", "celebrate", "greet", "jump", "attack"}
AHEAD = {"walk", "stumble", "chase", "haunt", "march", "run", "reach"}


@dataclass(frozen=True, slots=True)
class Brute:
    """A kind: skin, clothes, `bulk` of the body (1 is a goblin's), `skull` radius, `eyes` (one or two), `marks`:
    ears, tusks, horns, nose, tunic, loincloth, rags, bandages, stones, hair, tail, wings."""

    skin: Rgb
    cloth: Rgb
    bulk: float = 1.0
    skull: float = 44.0
    eyes: int = 2
    iris: Rgb = (214, 170, 50)
    marks: tuple[str, ...] = ()

    def has(self, *marks: str) -> bool:
        """Is it marked with any of these?"""
        return any(mark in self.marks for mark in marks)


def draw_brute(pen: Pen, look: Look, kind: Brute) -> None:
    """The whole creature; anchors: head, eyes, face, mouth, neck, body, back, seat, hand, hand2."""
    skin, cloth = look.colour(kind.skin), look.colour(kind.cloth, 1)
    young = look.cute or look.age in {"baby", "child"}
    wide = 30 * kind.bulk
    skull = kind.skull * (1.2 if young else 1.0)
    with pen.at(0, 0, 0.9 if young else 1.0):
        if kind.has("tail"):
            tail = [(10, -44), (wide + 24, -30), (wide + 44, -62), (wide + 34, -84)]
            pen.fill(tube(tail, [12, 9, 7, 5]), skin, "soft", line=0.9)
            x, y = tail[-1]
            pen.fill(organic(f"{x - 10} {y + 4} {x} {y - 22} {x + 10} {y + 4} {x} {y}", 0.2), darken(skin, 0.2), "soft")
        if kind.has("wings"):
            for flip in (False, True):
                with pen.at(0, 0, flip=flip):
                    text = "14 -100 40 -150 92 -164 84 -136 96 -118 74 -108 72 -88 48 -86 18 -76"
                    pen.fill(organic(text, 0.3), darken(skin, 0.3), "soft")
        _legs(pen, kind, skin, cloth, wide)
        pen.anchor("back", 0, -90, wide * 2)
        body = pen.fill(_torso(wide), skin, "soft")
        _clothe(pen, kind, body, cloth, wide)
        anchors(pen, body=(0, -86, wide * 2.1), seat=(0, -120, wide * 1.6), neck=(0, -124, wide * 1.3))
        _arms(pen, look, kind, skin, wide)
        _head(pen, look, kind, skin, skull)


def draw_half(pen: Pen, look: Look, kind: Brute) -> None:
    """Only the upper half, for what has another body below; its waist is at (0, -44)."""
    skin, wide = look.colour(kind.skin), 30 * kind.bulk
    body = pen.fill(_torso(wide), skin, "soft")
    _clothe(pen, kind, body, look.colour(kind.cloth, 1), wide)
    anchors(pen, neck=(0, -124, wide * 1.3))
    _arms(pen, look, kind, skin, wide)
    _head(pen, look, kind, skin, kind.skull)


def _torso(wide: float) -> skia.Path:
    return halved(
        f"0 -132 {wide * 0.7} -130 {wide * 1.1} -116 {wide * 1.06} -90 {wide * 0.96} -64 {wide * 0.8} -42 0 -38"
    )


def _legs(pen: Pen, kind: Brute, skin: Rgb, cloth: Rgb, wide: float) -> None:  # limit: a leg's colours and place
    tone = skin if kind.has("loincloth", "tunic", "stones", "bare") else cloth
    for side in (-1, 1):
        x = side * wide * 0.56
        leg = pen.fill(tube([(x, -52), (x * 1.1, -28), (x * 1.16, -10)], [wide * 0.9, wide * 0.72, wide * 0.62]), tone,
                       "soft", line=0.9)  # fmt: skip
        with pen.on(leg):
            _wrap(pen, kind, (-60, 0), wide * 2)
        fx, w = x * 1.2, wide * 0.5
        shape = [(-w, -3), (-w * 0.8, -13), (0, -18), (w * 0.9, -12), (w * 1.1, -3), (0, 2)]
        pen.fill(smooth([(fx + side * 3 + a * side, b) for a, b in shape]), skin, "soft", line=0.9)
        for dx in (-w * 0.3, w * 0.3):
            pen.line(stroke(f"{fx + dx + side * 4} 0 {fx + dx + side * 4} -6"), darken(skin, 0.4), 1.8)


def _wrap(pen: Pen, kind: Brute, span: tuple[float, float], wide: float) -> None:
    """A mummy's bandages or a golem's cracks over what is clipped."""
    if kind.has("bandages"):
        low, high = span
        for k in range(int((high - low) / 9)):
            y = low + 9 * k
            tilt = (5, -4, 7, -6)[k % 4]
            pen.line(stroke(f"{-wide} {y - tilt} 0 {y} {wide} {y + tilt}"), darken(kind.skin, 0.24), 1.8)
    if kind.has("stones"):
        for k in range(9):
            x, y = -wide + (k * 41) % int(2 * wide), span[0] + (k * 29) % int(span[1] - span[0])
            pen.line(stroke(f"{x} {y} {x + 8} {y + 7} {x + 4} {y + 15}"), darken(kind.skin, 0.4), 2)


def _clothe(pen: Pen, kind: Brute, body: skia.Path, cloth: Rgb, wide: float) -> None:
    with pen.on(body):
        _wrap(pen, kind, (-132, -36), wide * 1.3)
        if not kind.has("tunic", "rags", "bandages"):
            pen.decal(ellipse(0, -78, wide * 0.6, 30), lighten(kind.skin, 0.25), alpha=0.5, blur=6)
            pen.line(stroke(f"{-wide * 0.6} -98 {-wide * 0.1} -94 0 -98 {wide * 0.1} -94 {wide * 0.6} -98"),
                     darken(kind.skin, 0.35), 2, alpha=0.7)  # fmt: skip
    if kind.has("tunic", "rags"):
        low = -34 if kind.has("tunic") else -44
        hem = [(wide * 1.02, low), (wide * 0.7, low - 8), (wide * 0.4, low + 3), (0, low - 7)]
        half: list[Point] = [(0, -126), (wide * 0.8, -130), (wide * 1.14, -112), (wide * 1.06, -80), *hem]
        shirt = pen.fill(smooth([*half, *[(-x, y) for x, y in reversed(half[1:-1])]], tension=0.3), cloth, "soft")
        with pen.on(shirt):
            pen.decal(halved(f"0 -136 {wide * 0.4} -134 {wide * 0.2} -112 0 -104", tension=0.2), kind.skin)
            if kind.has("rags"):
                for x, y in ((-0.6, -90), (0.4, -72)):
                    hole = f"{wide * x - 8} {y} {wide * x} {y - 6} {wide * x + 9} {y + 2} {wide * x} {y + 9}"
                    pen.decal(organic(hole, 0.2), kind.skin)
            else:
                pen.decal(organic(f"{-wide * 1.2} -64 {wide * 1.2} -64 {wide * 1.2} -54 {-wide * 1.2} -54", 0.1),
                          darken(cloth, 0.5))  # fmt: skip
                pen.decal(ellipse(0, -59, 7, 6), (222, 180, 70))
    elif kind.has("loincloth"):
        skirt = f"0 -58 {wide * 0.96} -62 {wide * 1.04} -28 {wide * 0.66} -32 {wide * 0.4} -20 0 -26"
        flap = pen.fill(halved(skirt, tension=0.3), cloth, "soft")
        with pen.on(flap):
            pen.decal(organic(f"{-wide * 1.2} -66 {wide * 1.2} -66 {wide * 1.2} -52 {-wide * 1.2} -52", 0.1),
                      darken(cloth, 0.4))  # fmt: skip


def _arms(pen: Pen, look: Look, kind: Brute, skin: Rgb, wide: float) -> None:  # limit: an arm's colour and place
    sleeve = kind.has("tunic", "rags")
    for side in (-1, 1):
        sx = wide * 0.98
        up = look.pose in RAISED and look.holds is None
        if up and (side > 0 or look.pose in {"cheer", "dance", "celebrate", "attack"}):
            past = max(0.0, kind.skull * (1.5 if kind.has("ears") else 1.2) - sx - 30)
            spots = [(sx, -116), (sx + 26 + past, -108), (sx + 36 + past, -142)]
        elif side > 0 and look.holds is not None:
            spots = [(sx, -114), (sx + 22, -88), (sx + 44, -100)]
        elif look.pose in AHEAD or (kind.has("rags", "bandages") and look.pose is None):
            spots = [(sx, -114), (sx + 16, -98), (sx + 18, -104 if side > 0 else -92)]
        else:
            spots = [(sx, -114), (sx + 17, -84), (sx + 13, -54)]
        with pen.at(0, 0, flip=side < 0):
            girth = 21 * (0.55 + 0.45 * kind.bulk)
            arm = pen.fill(tube(spots, [girth * 1.2, girth, girth * 0.86]), skin, "soft", line=0.9)
            with pen.on(arm):
                _wrap(pen, kind, (-160, -40), wide * 4)
            if sleeve:
                (ax, ay), (bx, by) = spots[0], spots[1]
                cuff = [(ax - 3, ay), ((ax + bx) / 2, (ay + by) / 2)]
                pen.fill(tube(cuff, [girth * 1.36, girth * 1.2]), look.colour(kind.cloth, 1), "soft", line=0.8)
            hx, hy = spots[2]
            pen.anchor("hand" if side > 0 else "hand2", hx, hy, 26)
            fist = pen.fill(ellipse(hx, hy, girth * 0.62, girth * 0.58), skin, "soft", line=0.8)
            with pen.on(fist):
                for dx in (-4, 2, 8):
                    pen.line(stroke(f"{hx + dx} {hy + 3} {hx + dx} {hy + 14}"), darken(skin, 0.4), 1.8)


def _head(pen: Pen, look: Look, kind: Brute, skin: Rgb, r: float) -> None:
    """The head, drawn in hundredths of its radius."""
    y = -124 - r * 0.7
    with pen.at(0, y, r / 100):
        if kind.has("hair"):
            pen.fill(ellipse(0, -20, 106, 104), darken(skin, 0.6), "soft")
        if kind.has("ears"):
            ear = organic("70 0 120 -50 190 -60 150 10 80 30", 0.3)
            hollow = ellipse(120, -20, 36, 16, -24)
            for path, inner in ((ear, hollow), (mirrored(ear), mirrored(hollow))):
                with pen.on(pen.fill(path, skin, "soft")):
                    pen.decal(inner, mix(skin, (220, 120, 120), 0.4), blur=7)
        if kind.has("horns"):
            horn = organic("30 -80 60 -150 96 -170 90 -120 70 -60", 0.4)
            for path in (horn, mirrored(horn)):
                pen.fill(path, (238, 222, 190), "soft")
        head = pen.fill(halved("0 -100 46 -90 84 -60 100 -10 96 30 74 80 0 100"), skin, "soft")
        with pen.on(head):
            pen.decal(ellipse(-30, -75, 36, 16, -20), lighten(skin, 0.4), alpha=0.45, blur=9)
            if kind.has("hair"):
                fringe = "-110 -100 110 -100 100 -30 50 -62 0 -44 -50 -66 -100 -20"
                pen.decal(organic(fringe, 0.2), darken(skin, 0.6))
    with pen.on(halved(f"0 {y - r} {r * 0.84} {y - r * 0.6} {r} {y - r * 0.1} {r * 0.74} {y + r * 0.8} 0 {y + r}")):
        _wrap(pen, kind, (y - r, y + r), r * 1.2)
    _features(pen, look, kind, skin, (y, r))


def _features(pen: Pen, look: Look, kind: Brute, skin: Rgb, head: tuple[float, float]) -> None:
    y, r = head
    size = r * (0.36 if kind.eyes == 1 else 0.24)
    for side in (0,) if kind.eyes == 1 else (-1, 1):
        x, ey = side * r * 0.4, y - r * 0.12
        if not asleep(look):
            pen.decal(ellipse(x, ey, size * 1.14, size * 1.12), (254, 250, 226), line=0.6)
        draw_eye(pen, look, x, ey, size * (0.8 if kind.eyes == 2 else 0.84), kind.iris)
        if kind.has("horns", "tusks") and kind.eyes == 2 and not look.cute:
            brow = f"{x - side * size * 1.2} {ey - size * 0.9} {x + side * size * 1.3} {ey - size * 1.5}"
            pen.line(stroke(brow), INK, r * 0.09)
    if kind.eyes == 1:
        pen.line(
            stroke(f"{-r * 0.5} {y - r * 0.6} 0 {y - r * 0.72} {r * 0.5} {y - r * 0.6}"), darken(skin, 0.5), r * 0.1
        )
    if kind.has("nose"):
        nose = f"{-r * 0.16} {y + r * 0.06} {r * 0.16} {y + r * 0.06} {r * 0.26} {y + r * 0.36} 0 {y + r * 0.46} "
        pen.fill(organic(nose + f"{-r * 0.26} {y + r * 0.36}"), lighten(skin, 0.1), "soft", line=0.7)
    my = y + r * 0.56
    anchors(pen, eyes=(0, y - r * 0.12, r * 1.5), face=(0, y, r * 1.6), mouth=(0, my + 4, r * 0.8),
            head=(0, y - r * 0.74, r * 1.6))  # fmt: skip
    if kind.has("smile"):
        draw_smile(pen, 0, my - 2, r * 0.6, ink=darken(skin, 0.6))
        return
    grim = look.expression in {"angry", "sad"} or kind.has("rags")
    bow = -r * 0.1 if grim else r * 0.1
    mouth = pen.decal(organic(f"{-r * 0.42} {my} 0 {my + bow * 0.4} {r * 0.42} {my} {r * 0.26} {my + r * 0.2} 0 "
                              f"{my + r * 0.24 + bow * 0.3} {-r * 0.26} {my + r * 0.2}"), (96, 34, 42))  # fmt: skip
    with pen.on(mouth):
        for k in (-2, 0, 2):
            pen.decal(ellipse(k * r * 0.13, my, r * 0.09, r * 0.09), WHITE)
    if kind.has("tusks"):
        for side in (-1, 1):
            x = side * r * 0.34
            pen.fill(organic(f"{x - 5} {my + r * 0.14} {x + 5} {my + r * 0.14} {x + side * 3} {my - r * 0.2}", 0.3),
                     (252, 246, 226), "soft", line=0.6)  # fmt: skip
