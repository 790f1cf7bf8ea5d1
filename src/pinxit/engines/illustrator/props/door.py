"""A big painted door in its frame, and a window in its frame."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import STONE, WARM, Area, boards, panel_door, window
from pinxit.engines.illustrator.rigs.trace import bars
from pinxit.engines.illustrator.shapes import box, ellipse, minus


@thing("door", "front door", "wooden door", "doorway", "entrance", "painted door", cm=235, kind="building")
def draw(pen: Pen, look: Look) -> None:
    """Six raised panels, fanlight, brass knob, letter slot and knocker, a stone step."""
    paint = look.colour((36, 98, 176))
    frame = look.part("frame", look.colour((250, 246, 238), 1))
    pen.fill(box(-62, -228, 124, 230, 2), frame, "round")
    pen.line(box(-55, -221, 110, 224, 1), darken(frame, 0.2), 1.4)
    pen.fill(box(-70, -240, 140, 15, 2), lighten(frame, 0.2), "round")
    pen.fill(box(-64, -228, 128, 5, 1), darken(frame, 0.1), "round", line=0.6)
    light = minus(ellipse(0, -186, 46, 32), box(-60, -186, 120, 60))
    pen.fill(light, (66, 96, 124), "flat", line=0.7)
    if look.night:
        pen.glow(light, WARM[0])
    pen.line(bars("0,-186 0,-216|0,-186 -24,-211|0,-186 24,-211|0,-186 -40,-200|0,-186 40,-200"), frame, 2.6)
    panel_door(pen, Area(-44, -182, 88, 180), paint, frame, (0.24, 0.34, 0.18))
    pen.fill(box(-17, -78, 34, 8, 2), (226, 178, 70), "metal", line=0.6)
    pen.decal(box(-12, -75, 24, 1.6), (110, 76, 30))
    pen.line(ellipse(0, -124, 6), (196, 146, 54), 3.2)
    pen.fill(ellipse(0, -131, 3.4), (226, 178, 70), "glossy", line=0.4)
    pen.fill(box(-74, -4, 148, 9, 2), STONE, "round")
    pen.line(bars("-70,-2 70,-2"), lighten(STONE, 0.5), 1.2)
    pen.anchor("text", 0, -150, 30)
    pen.anchor("hook", 0, -128, 50)


@thing("window", "window frame", "windowpane", "shuttered window", cm=160, kind="building")
def draw_window(pen: Pen, look: Look) -> None:
    """A sash window between shutters, with a sill to put things on."""
    frame = look.colour((250, 246, 238))
    shutter: Rgb = look.part("shutter", look.colour((72, 124, 132), 1))
    for x in (-92, 52):
        leaf = box(x, -160, 40, 148, 2)
        pen.fill(leaf, shutter, "round")
        for y in (-153, -82):
            inner = box(x + 5, y, 30, 64, 1)
            pen.decal(inner, darken(shutter, 0.25))
            boards(pen, inner, shutter, 6)
    window(pen, Area(-50, -162, 100, 150), look, frame, (2, 3))
    pen.fill(box(-60, -16, 120, 13, 2), frame, "round")
    pen.decal(box(-54, -3, 108, 4, 1), (30, 24, 40), alpha=0.25)
    pen.anchor("inside", 0, -20, 90)
    pen.anchor("top", 0, -16, 110)
