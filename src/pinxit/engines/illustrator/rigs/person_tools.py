"""What a trade has in one hand unless the prompt says otherwise: a sword, a staff. The origin is the grip."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import WHITE, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.face import stroke
from pinxit.engines.illustrator.shapes import box, ellipse, polygon, smooth, star, tube

_STEEL, _WOOD, _GOLD = (196, 204, 214), (124, 84, 52), (216, 176, 84)


def draw_tool(pen: Pen, name: str) -> None:  # limit: one drawing, told from back to front
    """The tool upright in a fist; 1 unit is a centimetre of an adult."""
    if name == "sword":
        blade = polygon([(-2.2, -8), (2.2, -8), (1.9, -82), (0, -90), (-1.9, -82)])
        pen.fill(blade, _STEEL, "metal")
        pen.decal(stroke([(0, -10), (0, -46), (0, -80)], 0.8, 1, 0.4), darken(_STEEL, 0.3))
        pen.fill(box(-11, -9.5, 22, 3, 1.2), _GOLD, "metal")
        pen.fill(box(-1.6, -7, 3.2, 15, 1), (74, 48, 38), "round")
        pen.fill(ellipse(0, 9.5, 2.6), _GOLD, "metal")
    elif name == "katana":
        blade = smooth([(-1.6, -8), (1.6, -8), (3.6, -50), (9.5, -86), (1.4, -52)], tension=0.4)
        pen.fill(blade, _STEEL, "metal")
        pen.fill(ellipse(0, -7.5, 4.6, 1.5), _GOLD, "metal")
        pen.fill(box(-1.7, -6, 3.4, 22, 1), (36, 34, 46), "round")
        for k in range(5):
            pen.decal(stroke([(-1.6, -3 + k * 4), (0, -1 + k * 4), (1.6, -3 + k * 4)], 0.7, 1, 1), (214, 206, 190))
    elif name == "staff":
        pen.fill(tube([(0, 72), (1, 20), (-1, -40), (1, -70)], [3.2, 3.6, 3.8, 5]), _WOOD, "round")
        for side in (-1, 1):
            pen.fill(tube([(1, -66), (side * 9, -76), (side * 6, -88)], [3.4, 3.2, 1.6]), _WOOD, "round")
        pen.glow(ellipse(1, -80, 12), (150, 210, 255), alpha=0.5, blur=5)
        pen.fill(ellipse(1, -80, 6), (112, 190, 240), "glossy")
    elif name == "broom":
        pen.fill(tube([(0, -52), (1, 0), (0, 44)], 3), _WOOD, "round")
        bristles = smooth([(-2.5, 42), (2.5, 42), (8, 56), (10, 74), (0, 70), (-10, 74), (-8, 56)], tension=0.3)
        pen.fill(bristles, (206, 164, 86), "soft")
        with pen.on(bristles):
            for k in range(-3, 4):
                pen.decal(stroke([(k * 0.5, 42), (k * 1.8, 56), (k * 3, 76)], 0.8, 1, 1), (150, 108, 52))
        pen.decal(box(-3.4, 43, 6.8, 2.4, 1), (138, 52, 44))
    elif name == "wand":
        pen.fill(tube([(0, 5), (0, -28)], [2.0, 1.4]), (240, 232, 214), "round")
        pen.glow(ellipse(0, -32, 11), (255, 232, 150), alpha=0.55, blur=5)
        pen.fill(star(0, -32, 7, 3.2), (255, 222, 110), "glossy", line=0.6)
    elif name == "spoon":
        pen.fill(tube([(0, 8), (0, -22)], [2.2, 2.6]), (188, 138, 88), "round")
        pen.fill(ellipse(0, -28, 4.8, 7), lighten((188, 138, 88), 0.12), "round")
    elif name == "brush":
        pen.fill(tube([(0, 12), (0, -14)], [1.4, 2.4]), (168, 62, 48), "round")
        pen.fill(box(-1.5, -19, 3, 5.5), _STEEL, "metal", line=0.5)
        pen.fill(smooth([(-1.6, -19), (1.6, -19), (1.8, -24), (0, -29), (-1.8, -24)]), (70, 128, 196), "soft", line=0.5)
    elif name == "rod":
        pen.fill(tube([(0, 22), (2, -40), (14, -104)], [2.8, 2.2, 0.9]), _WOOD, "round")
        pen.fill(ellipse(1.5, 10, 3.6), darken(_STEEL, 0.4), "metal", line=0.5)
        pen.decal(stroke([(14, -104), (26, -70), (30, -20)], 0.5, 1, 1), WHITE)
