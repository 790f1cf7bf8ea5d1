"""A dragon: it sits upright with its wings raised, or flies; it breathes fire when asked."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors
from pinxit.engines.illustrator.rigs.dragon import (
    HORN,
    draw_flames,
    draw_flying,
    draw_head,
    draw_scales,
    draw_spines,
    draw_wing,
)
from pinxit.engines.illustrator.rigs.trace import facet, organic, stroke
from pinxit.engines.illustrator.shapes import tube

FIRE = {"breathe", "spit", "blow", "roar", "exhale", "burn"}
AIRBORNE = {"fly", "soar", "float", "hover", "glide", "swoop"}


@thing("dragon", "baby dragon", "wyvern", "fire dragon", cm=350, kind="animal", faces=1)
def draw(pen: Pen, look: Look) -> None:
    coat = look.colour((84, 160, 78))
    light = look.part("belly", look.colour(mix((250, 222, 140), lighten(coat, 0.6), 0.35), 1))
    web = look.part("wing", mix(darken(coat, 0.1), (226, 120, 56), 0.72))
    if look.pose in AIRBORNE:
        with pen.at(0, -8, 0.9):
            draw_flying(pen, coat, light, web)
            draw_head(pen, look, coat, light)
            if look.has("breathing", "fire-breathing", "fiery"):
                draw_flames(pen)
        return
    draw_wing(pen, (14, -104), darken(coat, 0.18), darken(web, 0.18), 20)
    _tail(pen, coat)
    pen.fill(organic("30 -34 44 -40 58 -26 56 -8 68 -4 66 0 40 0 34 -8"), darken(coat, 0.2), "soft")
    pen.anchor("back", -34, -84, 60)
    draw_wing(pen, (-14, -106), coat, web, -4)
    _body(pen, coat, light)
    _limbs(pen, coat)
    draw_head(pen, look, coat, light)
    if look.pose in FIRE or "fire" in look.adjectives or look.has("breathing", "fire-breathing", "fiery"):
        draw_flames(pen)


def _tail(pen: Pen, coat: Rgb) -> None:
    spine = [(-14, -22), (-60, -12), (-100, -18), (-122, -44), (-108, -70), (-96, -62)]
    draw_spines(pen, ((-48, -24, -8), (-72, -22, -4), (-96, -30, 20), (-112, -42, 50)), 12)
    pen.fill(facet("-92 -54 -82 -76 -110 -82 -128 -66", 6), mix(coat, (226, 110, 56), 0.55), "soft", line=0.8)
    pen.fill(tube(spine, [46, 32, 22, 16, 10, 5]), coat, "soft")


def _body(pen: Pen, coat: Rgb, light: Rgb) -> None:
    draw_spines(pen, ((-42, -62, -76), (-34, -84, -62), (-20, -104, -50), (-4, -124, -52), (2, -144, -70)), 13)
    trunk = organic(
        "-48 -30 -46 -64 -26 -98 -4 -122 2 -146 14 -166 46 -160 46 -138 42 -114 52 -84 50 -48 38 -14 0 -2 -34 -6"
    )
    body = pen.fill(trunk, coat, "soft")
    with pen.on(body):
        front = organic("50 -146 32 -130 26 -104 28 -70 22 -38 8 -10 50 0 70 -60 60 -110")
        pen.decal(front, light)
        with pen.on(front):
            for k in range(10):
                y = -138 + k * 13
                pen.line(stroke(f"16 {y - 4} 34 {y + 3} 62 {y}"), darken(light, 0.25), 2.2)
        draw_scales(
            pen, ((-22, -64), (-8, -84), (6, -98), (-30, -44), (-4, -60), (12, -120), (8, -76), (-14, -48)), coat
        )


def _limbs(pen: Pen, coat: Rgb) -> None:
    thigh = organic("-50 -22 -38 -54 -8 -58 14 -36 10 -14 30 -12 38 -4 34 0 -30 0 -46 -6")
    pen.fill(thigh, darken(coat, 0.05), "soft")
    for x in (16, 25, 34):
        pen.fill(organic(f"{x - 4} -8 {x + 3} -8 {x + 8} 0 {x - 2} 0", 0.3), HORN, "soft", line=0.6)
    pen.anchor("hand", 62, -78, 28)
    pen.fill(tube([(24, -96), (34, -72), (56, -76)], [22, 16, 13]), coat, "soft")
    for dy in (-7, 0, 7):
        pen.fill(organic(f"58 {-78 + dy - 3} 70 {-77 + dy} 58 {-78 + dy + 4}", 0.3), HORN, "soft", line=0.6)
    anchors(pen, body=(8, -70, 84), neck=(24, -128, 42), seat=(-30, -92, 50), hand2=(30, -6, 26))
