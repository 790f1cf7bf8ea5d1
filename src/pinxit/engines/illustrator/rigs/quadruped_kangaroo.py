"""The kangaroo: upright on long feet, leaning on its tail; it leaps when it moves."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import WHITE, darken, lighten, mix
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.shapes import curve, ellipse, smooth, tube

_RESTS = frozenset("lie rest relax sleep nap snooze doze lounge".split())
_LEAPS = frozenset("run jump hop leap bounce gallop race".split())


def draw_kangaroo(pen: Pen, look: Look, species: Coat) -> None:
    """Draw it; anchors: head, eyes, face, mouth, neck, body, back, seat, hand, inside (the pouch)."""
    coat = species.dressed(look)
    leaps = look.pose in _LEAPS
    if look.pose in _RESTS:
        _draw_lying(pen, look, coat)
        return
    with pen.at(-16 if leaps else 0, -46 if leaps else 0, turn=26 if leaps else 0):
        _tail(pen, coat, leaps=leaps)
        _leg(pen, coat, leaps=leaps, far=True)
        _arm(pen, coat, far=True)
        _trunk(pen, coat)
        _leg(pen, coat, leaps=leaps, far=False)
        _head(pen, look, coat)
        _arm(pen, coat, far=False)
        pen.anchor("hand", 52, -98, 18)
        pen.anchor("hand2", 60, -98, 18)


def _draw_lying(pen: Pen, look: Look, coat: Coat) -> None:
    """On the ground: a long back, the hind leg folded, the head up or, asleep, down on the forepaws."""
    pen.fill(tube([(-66, -22), (-104, -10), (-146, -8), (-168, -14)], [34, 22, 14, 5]), coat.fur, "soft")
    body = pen.fill(
        smooth([(-96, -8), (-94, -40), (-62, -60), (-14, -54), (26, -50), (54, -40), (60, -14), (46, 1), (-60, 2)]),
        coat.fur, "soft",
    )  # fmt: skip
    with pen.on(body):
        pen.decal(ellipse(-4, 0, 70, 15), coat.light, alpha=0.8, blur=4)
    thigh = smooth([(-88, -14), (-84, -42), (-58, -54), (-32, -38), (-28, -12), (-48, 0), (-78, 0)])
    pen.fill(thigh, coat.fur, "soft", line=0.7)
    pen.fill(tube([(-58, -7), (-24, -7), (8, -6)], [15, 13, 10]), darken(coat.fur, 0.12), "soft", line=0.8)
    pen.anchor("seat", -20, -54, 44)
    pen.anchor("back", -24, -52, 90)
    pen.anchor("body", -10, -32, 90)
    pen.anchor("inside", 2, -20, 24)
    asleep = look.pose in {"sleep", "nap", "snooze", "doze"}
    shift = (30.0, 136.0) if asleep else (26.0, 94.0)
    if not asleep:
        pen.fill(tube([(44, -34), (56, -58), (62, -76)], [40, 26, 22]), coat.fur, "soft", line=0)
    pen.anchor("neck", 54, -34 if asleep else -58, 26)
    with pen.at(*shift):
        _head(pen, look, coat)
    pen.anchor("hand", 84, -7, 18)
    pen.anchor("hand2", 70, -7, 18)
    pen.fill(tube([(46, -20), (58, -8), (84, -6)], [16, 11, 9]), coat.fur, "soft", line=0.8)
    pen.fill(ellipse(88, -6, 7, 5.4), darken(coat.fur, 0.3), "soft", line=0.7)


def _tail(pen: Pen, coat: Coat, *, leaps: bool) -> None:
    if leaps:
        points = [(-26, -44), (-58, -46), (-92, -56), (-124, -52)]
    else:
        points = [(-26, -40), (-50, -20), (-84, -8), (-122, -10)]
    pen.fill(tube(points, [40, 26, 17, 8]), coat.fur, "soft")


def _trunk(pen: Pen, coat: Coat) -> None:
    body = smooth([(30, -158), (20, -142), (4, -118), (-22, -96), (-42, -66), (-42, -34), (-18, -22), (14, -32),
        (32, -58),
                   (40, -88), (46, -112), (46, -140)])  # fmt: skip
    pen.fill(body, coat.fur, "soft")
    with pen.on(body):
        pen.decal(smooth([(40, -150), (34, -110), (20, -70), (6, -30), (40, -20), (70, -100)]), coat.light, blur=4)
        pen.line(curve((8, -54), (20, -60), (34, -68)), darken(coat.light, 0.45), 2, alpha=0.8)
        pen.decal(ellipse(20, -50, 12, 8, -20), darken(coat.light, 0.3), alpha=0.35, blur=4)
        pen.decal(ellipse(-24, -66, 14, 24, 30), lighten(coat.fur, 0.4), alpha=0.25, blur=8)
    pen.anchor("seat", -6, -102, 30)
    pen.anchor("back", -20, -90, 50)
    pen.anchor("body", 12, -96, 56)
    pen.anchor("inside", 22, -64, 24)
    pen.anchor("neck", 37, -142, 22)


def _leg(pen: Pen, coat: Coat, *, leaps: bool, far: bool) -> None:
    tone = darken(coat.fur, 0.2) if far else coat.fur
    dx = 12 if far else 0
    if leaps:
        shin = [(10 + dx, -50), (-26 + dx, -22), (-52 + dx, 4)]
        foot = [(-52 + dx, 2), (-62 + dx, 24), (-66 + dx, 46)]
    else:
        shin = [(8 + dx, -44), (-10 + dx, -26), (-22 + dx, -9)]
        foot = [(-24 + dx, -8), (8 + dx, -6), (42 + dx, -5)]
    pen.fill(tube(shin, [30, 20, 13]), tone, "soft", line=0.8)
    pen.fill(tube(foot, [14, 12, 9]), darken(tone, 0.12), "soft", line=0.8)
    x, y = foot[-1]
    pen.line(curve((x - 8, y + 3), (x - 4, y + 1)), darken(tone, 0.5), 1.5)
    thigh = smooth(
        [
            (-38 + dx, -60),
            (-16 + dx, -74),
            (12 + dx, -66),
            (24 + dx, -46),
            (14 + dx, -30),
            (-14 + dx, -26),
            (-38 + dx, -34),
        ]
    )
    pen.fill(thigh, tone, "soft", line=0.0 if far else 0.7)


def _arm(pen: Pen, coat: Coat, *, far: bool) -> None:
    tone = darken(coat.fur, 0.2) if far else coat.fur
    dx = 9 if far else 0
    pen.fill(
        tube([(28 + dx, -128), (30 + dx, -108), (44 + dx, -96), (54 + dx, -98)], [18, 13, 9, 8]), tone, "soft", line=0.8
    )
    paw = ellipse(55 + dx, -97, 6.4, 5.2, 20)
    pen.fill(paw, darken(tone, 0.3), "soft", line=0.7)
    for k in (-2, 1.5):
        pen.line(curve((58 + dx, -97 + k), (61 + dx, -95 + k)), darken(tone, 0.6), 1.1)


def _head(pen: Pen, look: Look, coat: Coat) -> None:
    for far in (True, False):
        with pen.at(36 if far else 29, -174, turn=12 if far else -10):
            tone = darken(coat.fur, 0.2) if far else coat.fur
            ear = pen.fill(
                smooth([(-6, 4), (-9, -14), (-4, -32), (1, -37), (7, -26), (8, -10), (6, 4)]), tone, "soft", line=0.8
            )
            with pen.on(ear):
                pen.decal(
                    smooth([(-3, 2), (-4, -14), (0, -28), (4, -14), (3, 2)]),
                    mix(coat.light, (206, 130, 120), 0.5),
                    alpha=0.8,
                )
    head = smooth([(18, -160), (22, -174), (34, -181), (48, -176), (60, -166), (74, -160), (80, -152), (76, -145),
        (64, -142),
                   (50, -140), (34, -140), (22, -146)])  # fmt: skip
    pen.fill(head, coat.fur, "soft")
    with pen.on(head):
        pen.decal(smooth([(86, -150), (62, -152), (44, -146), (30, -134), (80, -130)]), coat.light, blur=2)
    pen.fill(ellipse(77, -156, 5, 4.4, 20), coat.nose, "glossy", line=0.5)
    pen.line(curve((75, -148), (66, -147), (58, -149)), darken(coat.fur, 0.6), 1.3)
    if look.pose in {"sleep", "nap", "snooze", "doze"}:
        pen.line(curve((45, -164), (50, -161.6), (55, -164)), (40, 28, 28), 1.8)
    else:
        pen.decal(ellipse(50, -165, 4.6, 4.4), (30, 20, 20))
        pen.decal(ellipse(51.4, -166.6, 1.6), WHITE)
    pen.line(curve((44, -166), (49, -170.4), (56, -166.6)), (40, 28, 28), 1.5)
    pen.anchor("face", 50, -160, 40)
    pen.anchor("eyes", 50, -165, 24)
    pen.anchor("mouth", 75, -148, 16)
    pen.anchor("head", 34, -178, 28)
