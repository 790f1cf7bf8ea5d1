"""A skyscraper and the plain office building."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import Area, foot
from pinxit.engines.illustrator.rigs.cuts import arch
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.wire import struts
from pinxit.engines.illustrator.shapes import box, ellipse

_LIT: tuple[Rgb, ...] = ((255, 226, 150), (255, 206, 110), (226, 238, 255))


def _bays(pen: Pen, area: Area, look: Look, wall: Rgb, step: float) -> None:
    """Upright strips of dark glass between piers, with a spandrel at each floor."""
    glass = mix(darken(wall, 0.5), (40, 74, 112), 0.6)
    rng = look.random(f"{area.x}{area.y}")
    count = max(2, round(area.wide / step))
    wide = area.wide / count
    for i in range(count):
        left = area.x + i * wide + wide * 0.24
        pen.fill(box(left, area.y, wide * 0.52, area.tall, 0.6), glass, "flat", line=0.35)
        for row in range(int(area.tall / 8)):
            y = area.y + row * 8 + 1.4
            if look.night and rng.random() < 0.5:
                pen.glow(box(left + 0.6, y, wide * 0.52 - 1.2, 5), rng.choice(_LIT))
            elif rng.random() < 0.3:
                pen.decal(box(left + 0.6, y, wide * 0.52 - 1.2, 5), (186, 220, 238))
            pen.decal(box(left, y + 5.6, wide * 0.52, 1.6), lighten(wall, 0.1))


def _block(pen: Pen, area: Area, look: Look, wall: Rgb) -> None:
    """One storey of the set-back tower: a front, a flank in shadow and a cornice."""
    left, top, wide, tall = area.x, area.y, area.wide, area.tall
    flank = wide * 0.2
    pen.fill(box(left, top, wide, tall), wall, "flat")
    _bays(pen, Area(left + 3, top + 9, wide - flank - 5, tall - 9), look, wall, 9.5)
    pen.fill(box(left + wide - flank, top, flank, tall), darken(wall, 0.36), "flat", line=0.7)
    side = Area(left + wide - flank + 1.5, top + 9, flank - 3, tall - 9)
    _bays(pen, side, look, darken(wall, 0.36), 7)
    pen.fill(box(left - 2.5, top - 3, wide + 5, 7, 1), lighten(wall, 0.3), "flat", line=0.7)


@thing("skyscraper", "high-rise", "office tower", cm=12000, kind="building")
def draw_skyscraper(pen: Pen, look: Look) -> None:
    """Four set-back blocks with piers, a stepped crown and a spire."""
    wall = look.colour((150, 170, 190))
    pen.fill(facet("-2.4,-240 0,-288 2.4,-240"), (120, 126, 136), "metal", line=0.6)
    pen.fill(ellipse(0, -288, 2.6), (226, 60, 56), "glossy", line=0.4)
    for half, top, low in ((10, -246, -226), (16, -232, -214)):
        pen.fill(box(-half, top, half * 2, low - top, 1), lighten(wall, 0.14), "round", line=0.7)
        struts(
            pen,
            f"{-half * 0.4},{top + 4} {-half * 0.4},{low}|{half * 0.3},{top + 4} {half * 0.3},{low}",
            darken(wall, 0.5),
            1.2,
            "flat",
            0.1,
        )
    for left, top, low in ((-24, -216, -160), (-34, -176, -92), (-44, -112, -40), (-54, -64, 0)):
        _block(pen, Area(left, top, -2 * left, low - top), look, wall)
    pen.fill(box(-57, -15, 114, 16, 1), darken(wall, 0.5), "flat")
    for x in (-38.0, -22.0, 0.0, 22.0, 38.0):
        door = organic(arch(x, 0, 20 if x == 0 else 11, 22 if x == 0 else 11), 0.3)
        (pen.glow if look.night else pen.fill)(door, (255, 220, 140) if look.night else (196, 220, 232))
    pen.anchor("text", 0, -106, 80)
    pen.anchor("top", 0, -232, 30)


@thing("office building", "office block", "tower block", "headquarters", cm=2600, kind="building")
def draw_office(pen: Pen, look: Look) -> None:
    """Six floors of ribbon windows, a glazed stair, an entrance under a canopy, plant rooms on the roof."""
    wall = look.colour((226, 220, 210))
    glass: Rgb = (74, 118, 152)
    rng = look.random("lights")
    for left, wide, tall in ((-70, 34, 14), (20, 50, 20)):
        pen.fill(box(left, -172 - tall, wide, tall + 4, 1), darken(wall, 0.3), "round", line=0.8)
    pen.fill(box(-110, -174, 220, 175, 1), wall, "flat")
    for row in range(6):
        y = -164 + row * 24.0
        pen.fill(box(-102, y, 148, 14), glass, "flat", line=0.5)
        for i in range(10):
            pane = box(-101 + i * 14.8, y + 0.8, 13, 12.4)
            if look.night and rng.random() < 0.55:
                pen.glow(pane, rng.choice(_LIT))
            elif rng.random() < 0.35:
                pen.decal(pane, (176, 212, 232))
            pen.fill(box(-102.6 + i * 14.8, y, 1.6, 14), lighten(wall, 0.3), "flat", line=0.2)
        struts(pen, f"-110,{y + 18.5} 50,{y + 18.5}", darken(wall, 0.3), 0.9, "flat", 0.15)
    pen.fill(box(54, -180, 46, 181, 1), mix(glass, (200, 226, 240), 0.3), "flat")
    for row in range(9):
        for x in (57.0, 78.0):
            cell = box(x, -176 + row * 19.6, 19, 17)
            tone = darken(glass, 0.3) if (row + int(x)) % 3 == 0 else mix(glass, (214, 236, 246), 0.55)
            (pen.glow if look.night and row % 2 else pen.fill)(cell, _LIT[0] if look.night and row % 2 else tone)
    pen.fill(box(-116, -180, 166, 8, 1), lighten(wall, 0.3), "round", line=0.8)
    pen.fill(box(-60, -20, 66, 21), darken(glass, 0.4), "flat", line=0.7)
    struts(pen, "-38,-20 -38,1|-27,-20 -27,1|-16,-20 -16,1", (226, 230, 234), 1.6, "flat", 0.2)
    pen.fill(box(-68, -27, 82, 7, 2), look.part("canopy", (190, 78, 60)), "round", line=0.8)
    foot(pen, -116, -70, (96, 150, 84), rng)
    foot(pen, 16, 114, (96, 150, 84), rng)
    pen.anchor("text", -28, -176, 150)
    pen.anchor("top", 0, -180, 180)
