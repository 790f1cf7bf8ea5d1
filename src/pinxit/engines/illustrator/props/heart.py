"""Emblems that people also ask for as things: a heart, a bubble, bubbles."""

import skia

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.shapes import arc, ellipse, rounded


@thing("heart", "love heart", "heart shape", "red heart", "valentine heart", cm=40)
def draw(pen: Pen, look: Look) -> None:
    """Two full lobes over a soft point."""
    what = finish(look, (222, 38, 62), "glossy")
    path = skia.Path()
    path.moveTo(0, 0)
    path.cubicTo(-24, -26, -86, -58, -86, -106)
    path.cubicTo(-86, -140, -62, -156, -41, -156)
    path.cubicTo(-22, -156, -6, -144, 0, -126)
    path.cubicTo(6, -144, 22, -156, 41, -156)
    path.cubicTo(62, -156, 86, -140, 86, -106)
    path.cubicTo(86, -58, 24, -26, 0, 0)
    path.close()
    body = rounded(path, 10)
    coat(pen, body, what)
    patterned(pen, body, look, what.rgb)
    with pen.on(body):
        pen.decal(ellipse(40, -52, 70, 26, -44), lighten(what.rgb, 0.4), alpha=0.28, blur=12)
        pen.decal(ellipse(0, -112, 7, 24), darken(what.rgb, 0.35), alpha=0.4, blur=7)
    pen.anchor("text", 0, -96, 104)
    pen.anchor("face", 0, -92, 80)


def _bubble(pen: Pen, x: float, y: float, radius: float, look: Look) -> None:
    tone = look.colour((150, 206, 240))
    with pen.at(x, y, radius / 60):
        ball = ellipse(0, 0, 60)
        stops = ((0.0, lighten(tone, 0.6)), (0.72, lighten(tone, 0.35)), (0.93, tone), (1.0, darken(tone, 0.12)))
        pen.fill(ball, Gradient((0, 0), (60, 0), stops, radial=True, alphas=(0.12, 0.22, 0.6, 0.9)), "flat", line=0.7)
        with pen.on(ball):
            pen.line(arc(0, 0, 53, 53, 20, 70), (250, 170, 206), 7, alpha=0.6, blur=3)
            pen.line(arc(0, 0, 52, 52, 92, 60), (176, 240, 200), 7, alpha=0.6, blur=3)
            pen.line(arc(0, 0, 54, 54, 300, 74), (196, 176, 250), 7, alpha=0.6, blur=3)
            pen.line(arc(0, 0, 53, 53, 160, 40), (252, 232, 160), 6, alpha=0.55, blur=3)
            pen.line(arc(0, 0, 45, 45, 196, 56), (255, 255, 255), 6, alpha=0.92, blur=0.6)
            pen.decal(ellipse(-11, -44, 3.6), (255, 255, 255), alpha=0.9)
            pen.line(arc(0, 0, 46, 46, 34, 32), (255, 255, 255), 3.6, alpha=0.65, blur=0.6)
        pen.line(ball, darken(tone, 0.32), 1.5, alpha=0.75)


@thing("bubble", "soap bubble", cm=20, flies=True)
def draw_bubble(pen: Pen, look: Look) -> None:
    """A soap bubble with its rainbow."""
    _bubble(pen, 0, -62, 60, look)


@thing("bubbles", "soap bubbles", cm=60, flies=True)
def draw_bubbles(pen: Pen, look: Look) -> None:
    """A loose flight of soap bubbles."""
    for x, y, r in (
        (-46, -52, 34),
        (20, -32, 26),
        (58, -86, 30),
        (-8, -112, 42),
        (-70, -126, 16),
        (44, -150, 20),
        (-40, -176, 22),
        (10, -190, 11),
        (74, -40, 10),
        (-84, -78, 9),
        (-6, -10, 9),
    ):
        _bubble(pen, x, y, r, look)
