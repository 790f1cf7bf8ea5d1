"""Birds in profile, looking to the right: on their feet, on the water, or in flight with both wings up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import skia

from pinxit.engines.illustrator.colours import BLACK, Rgb, darken, lighten, luminance, mix
from pinxit.engines.illustrator.look import Look, Thing, add
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.beaks import draw_beak
from pinxit.engines.illustrator.rigs.creature import afloat, airborne, anchors, draw_cheek, draw_eye
from pinxit.engines.illustrator.rigs.plumes import draw_marks, draw_ornaments, draw_tail
from pinxit.engines.illustrator.rigs.trace import organic, points, stroke
from pinxit.engines.illustrator.rigs.wings import folded_wing, spread_wing
from pinxit.engines.illustrator.shapes import capsule, ellipse, tube, union

# Each body has its lowest point at y 0 and its chest at the right.
_BODIES: dict[str, str] = {
    "song": "-52 -34 -34 -58 -4 -80 28 -88 50 -68 52 -40 38 -12 8 0 -22 -6",
    "upright": "-44 -10 -34 -60 -16 -98 6 -122 34 -118 44 -86 40 -44 20 -8 -8 2 -30 4",
    "boat": "-74 -56 -56 -54 -30 -62 6 -66 40 -62 58 -44 56 -20 36 -2 0 0 -40 -4 -64 -26",
    "hen": "-66 -70 -50 -62 -24 -62 10 -72 40 -82 56 -58 50 -26 26 -4 -4 0 -34 -8 -56 -34",
    "round": "-56 -38 -40 -60 -4 -70 34 -64 54 -40 46 -14 16 0 -20 -4 -46 -16",
}
_SHOULDER: dict[str, tuple[float, float, float]] = {
    "song": (20, -54, 62), "upright": (18, -86, 84), "boat": (24, -42, 74), "hen": (16, -48, 56),
    "round": (16, -44, 66),
}  # fmt: skip


STRIDING = {"walk", "run", "march", "strut", "chase", "race", "dance", "stroll"}
PECKING = {"eat", "drink", "peck", "feed", "graze", "drop"}


@dataclass(frozen=True, slots=True)
class Bird:
    """A species. Colours are its own; lengths are in units, the head being `head` = (x, y, radius) above the body."""

    name: str
    cm: float
    coat: Rgb
    light: Rgb
    aliases: tuple[str, ...] = ()
    wing: Rgb = (0, 0, 0)  # black: a darker tone of the coat
    tips: Rgb = (0, 0, 0)
    beak: Rgb = (240, 160, 48)
    legs: Rgb = (226, 142, 52)
    body: str = "song"
    head: tuple[float, float, float] = (29, -86, 31)
    neck: str = ""
    thick: tuple[float, float] = (40, 30)
    bill: str = "short"
    bill_size: float = 1.0
    tail: str = "plain"
    leg: float = 16
    eye: Rgb | None = None
    marks: tuple[str, ...] = ()
    form: str = "soft"
    faces: int = 1


def enlist(*species: Bird) -> None:
    """Register each species under its names."""
    for kind in species:
        add(
            Thing(
                kind.name,
                partial(draw_bird, kind=kind),
                kind.cm,
                kind.aliases,
                "bird",
                flies="hover" in kind.marks,
                faces=kind.faces,
            )
        )


def draw_bird(pen: Pen, look: Look, kind: Bird) -> None:
    """The whole bird with its anchors."""
    coat = look.colour(kind.coat)
    asked = bool(look.colours)
    shade = darken(coat, 0.14) if luminance(coat) > 0.3 else lighten(coat, 0.08)
    if coat[0] - coat[2] > 110 and coat[1] > 130:  # a yellow in shadow is orange, not olive
        shade = mix(coat, (236, 150, 30), 0.45)
    wing = look.part("wing", shade if asked or kind.wing == BLACK else kind.wing)
    tips = look.colour(darken(wing, 0.16 if wing == shade else 0.28) if asked or kind.tips == BLACK else kind.tips, 1)
    kind = replace(
        kind, coat=coat, wing=wing, tips=tips, light=look.part("belly", lighten(coat, 0.5) if asked else kind.light),
        beak=look.part("beak", kind.beak), legs=look.part("leg", kind.legs),
    )  # fmt: skip
    swims = "web" in kind.marks or kind.body == "boat"
    hovers = "hover" in kind.marks and look.pose not in {"perch", "sit", "stand", "sleep", "rest"}
    flying = hovers or (airborne(look) and not (swims and look.pose == "float"))
    floating = swims and afloat(look) and not flying
    if flying:
        beat = "up" if "hover" in kind.marks else _beat(look)
        with pen.at(0, -30 if beat == "down" else 0):
            _draw_flying(pen, look, kind, beat)
        return
    lift = -3.0 if floating else kind.leg
    if not floating:
        _legs(pen, kind, 1.0 if look.pose in STRIDING else 0.0)
    bow = (24.0 if kind.neck else 30.0) if look.pose in PECKING and not floating else 0.0
    with pen.at(0, -lift), pen.at(0, -20, turn=bow), pen.at(0, 20):
        _draw_standing(pen, look, kind)
    if floating:
        for y, w, a in ((0, 70, 0.7), (6, 52, 0.5), (-3, 82, 0.4)):
            pen.line(stroke(f"{-w} {y} 0 {y + 4} {w} {y}"), (226, 242, 250), 2, alpha=a)
    if "hand" not in pen.drawing.anchors:
        pen.anchor("hand", 8, -2, 22)
    anchors(pen, hand2=(-6, -2, 22))


def _outline(kind: Bird) -> skia.Path:
    path = organic(_BODIES[kind.body])
    x, y, r = kind.head
    path = union(path, ellipse(x, y, r, r * 0.96))
    if kind.neck:
        spots = points(kind.neck)
        a, b = kind.thick
        widths = [a + (b - a) * min(1, i / max(1, len(spots) - 2)) for i in range(len(spots))]
        path = union(path, tube(spots, widths))
    return path


def _draw_standing(pen: Pen, look: Look, kind: Bird) -> None:
    x, y, r = kind.head
    folded = kind.tail == "train" and look.pose in STRIDING | PECKING | {"perch", "sit", "sleep", "rest", "stand"}
    draw_tail(pen, "swept" if folded else kind.tail, kind.body, kind.tips, kind.coat)
    pen.anchor("back", -14, -60, 70)
    draw_ornaments(pen, kind.marks, (x, y, r), kind.coat, behind=True)
    body = pen.fill(_outline(kind), kind.coat, "glossy" if kind.form == "glossy" else "soft")
    with pen.on(body):
        draw_marks(pen, kind.marks, kind.body, (x, y, r), kind.light)
        _feathers(pen, kind)
    sx, sy, length = _SHOULDER[kind.body]
    raised = look.pose in {"wave", "cheer", "dance", "flap"} or look.holds is not None
    if not raised:
        with pen.at(sx, sy, turn={"upright": -32, "song": -8}.get(kind.body, 0)):
            folded_wing(pen, kind.wing, kind.tips, length, (250, 200, 60) if "band" in kind.marks else None)
    _head(pen, look, kind, (x, y, r))
    if raised:
        pen.anchor("hand", sx + 62, sy - 22, 26)
        with pen.at(sx - 4, sy, 0.56, turn=6):
            spread_wing(pen, kind.wing, kind.tips)
    anchors(pen, body=(4, -44, 84), seat=(-10, -64, 46))


def _feathers(pen: Pen, kind: Bird) -> None:
    if kind.form == "glossy":
        return
    sx, sy, _ = _SHOULDER[kind.body]
    for dx, dy in ((16, 6), (22, 16), (12, 22), (4, 30), (18, 30), (24, -6)):
        x, y = sx + dx, sy + dy
        pen.line(stroke(f"{x - 4} {y - 1} {x} {y + 3} {x + 4} {y - 1}"), darken(kind.light, 0.3), 1.5, alpha=0.4)


def _head(pen: Pen, look: Look, kind: Bird, head: tuple[float, float, float]) -> None:
    x, y, r = head
    with pen.at(x + r * 0.86, y + r * 0.1):
        draw_beak(pen, kind.bill, kind.beak, r / 25 * kind.bill_size)
    draw_ornaments(pen, kind.marks, head, kind.coat, behind=False)
    size = r * (0.29 if look.cute or r < 20 else 0.24)
    draw_eye(pen, look, x + r * 0.36, y - r * 0.16, size, kind.eye)
    if "raptor" in kind.marks and look.pose != "sleep":
        ridge = f"{x + r * 0.02} {y - r * 0.46} {x + r * 0.4} {y - r * 0.42} {x + r * 0.74} {y - r * 0.2}"
        pen.line(stroke(ridge), darken(kind.beak, 0.2), r * 0.1)
    elif look.cute or "cheek" in kind.marks:
        draw_cheek(pen, x + r * 0.3, y + r * 0.34, r * 0.2)
    reach = r * 0.86 + 14 * kind.bill_size * r / 25
    low = points(kind.neck)[1] if len(points(kind.neck)) > 2 else (x - r * 0.16, y + r * 0.92)
    anchors(
        pen, eyes=(x + r * 0.36, y - r * 0.16, r * 1.1), face=(x + r * 0.4, y, r * 1.4),
        head=(x - r * 0.06, y - r * 0.76, r * 1.66),
        mouth=(x + reach, y + r * 0.24, r * 0.8), neck=(*low, r * 1.5 if not kind.neck else kind.thick[1] * 1.25),
    )  # fmt: skip


def _legs(pen: Pen, kind: Bird, stride: float) -> None:
    step = stride * min(30.0, 8 + kind.leg * 0.3)
    for hip, foot, tone in ((-8, -10 - step, darken(kind.legs, 0.25)), (12, 10 + step, kind.legs)):
        width = 4.6 if kind.leg < 50 else 5.2
        top = -kind.leg - 10
        if kind.leg >= 50:
            knee = (foot - 4, -kind.leg * 0.52)
            path = union(capsule(hip, top, *knee, width), capsule(*knee, foot, -3, width), ellipse(*knee, width * 0.75))
        else:
            path = capsule(hip, top, foot, -3, width)
        for toe, drop in ((16, -1.5), (9, 0), (-9, -1)):
            path = union(path, capsule(foot, -4, foot + toe, drop - 1, 4.4, 3))
        if "web" in kind.marks:
            path = union(path, organic(f"{foot - 4} -6 {foot + 8} -6 {foot + 21} -2 {foot + 17} 0 {foot - 5} 0", 0.3))
        pen.fill(path, tone, "soft", line=0.6)


# Turn and mirroring of the far and the near wing in the beat's phases.
_BEATS: dict[str, tuple[tuple[float, bool], tuple[float, bool]]] = {
    "up": ((-34, False), (22, True)),
    "down": ((92, False), (118, False)),
    "level": ((4, False), (-14, True)),
}


def _beat(look: Look) -> str:
    """Which phase of the wing beat: a soaring bird holds its wings level, the birds of a flock differ."""
    if look.pose in {"soar", "glide", "float"} or look.has("soaring", "gliding"):
        return "level"
    return look.random("beat").choice(("up", "down", "up", "level"))


def _draw_flying(pen: Pen, look: Look, kind: Bird, beat: str) -> None:
    """In the air: the body level, the neck stretched as far as the head is high, wings up and a little back."""
    long = bool(kind.neck)
    r = kind.head[2]
    x, y = (96, -62, r)[:2] if long else (56, -54)
    with pen.at(-46, -42, 0.8):
        draw_tail(pen, "fan" if kind.tail in {"fan", "train", "rooster"} else kind.tail, "air", kind.tips, kind.coat)
    if kind.leg >= 50:
        for dy in (-26, -20):
            pen.line(stroke(f"-30 {dy} -70 {dy + 4} -118 {dy + 2}"), kind.legs, 4)
    far, near = _BEATS[beat]
    with pen.at(20, -58 if not far[0] > 60 else -34, 0.95, turn=far[0], flip=far[1]):
        spread_wing(pen, darken(kind.wing, 0.16), darken(kind.tips, 0.16))
    pen.anchor("back", 0, -64, 70)
    path = union(organic("-62 -44 -30 -62 10 -68 46 -62 60 -44 44 -24 8 -16 -30 -26"), ellipse(x, y, r, r * 0.94))
    if long:
        path = union(path, tube([(30, -44), (66, -50), (x, y)], [kind.thick[0], kind.thick[1], kind.thick[1]]))
    body = pen.fill(path, kind.coat, "soft")
    with pen.on(body):
        draw_marks(pen, kind.marks, "air", (x, y, r), kind.light)
    draw_ornaments(pen, kind.marks, (x, y, r), kind.coat, behind=True)
    if kind.leg < 50:
        for fx in (-6, 6):
            pen.fill(capsule(fx, -20, fx - 10, -10, 5, 4), kind.legs, "soft", line=0.5)
    with pen.at(2, -50, 1.05, turn=near[0], flip=near[1]):
        spread_wing(pen, kind.wing, kind.tips)
    _head(pen, look, kind, (x, y, r))
    anchors(pen, body=(0, -40, 84), seat=(-4, -62, 50), hand=(-2, -8, 20), hand2=(-14, -8, 20))
