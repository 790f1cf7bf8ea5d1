"""An apple: two shoulders, a dimple, a stalk with a leaf."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import curve, ellipse, smooth


@thing("apple", cm=8.5, kind="food")
def draw(pen: Pen, look: Look) -> None:
    skin = look.colour((206, 40, 44))
    body = organic("0,-78 22,-85 43,-70 46,-44 32,-12 14,-1 0,-5 -14,-1 -32,-12 -46,-44 -43,-70 -22,-85")
    pen.fill(body, skin, "glossy")
    with pen.on(body):
        pen.decal(ellipse(-4, -82, 17, 6), darken(skin, 0.45), alpha=0.7, blur=3)
        pen.decal(ellipse(20, -20, 30, 18, -30), lighten(skin, 0.25), alpha=0.25, blur=8)
    pen.line(curve((0, -80), (3, -92), (9, -101)), (92, 62, 38), 4.5)
    leaf = smooth([(5, -91), (20, -106), (42, -103), (26, -90)])
    pen.fill(leaf, look.part("leaf", (98, 158, 62)), "soft")
    pen.line(curve((7, -92), (24, -98), (38, -102)), (60, 110, 44), 1.4)
