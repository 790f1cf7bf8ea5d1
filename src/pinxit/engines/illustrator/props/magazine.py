"""A printed cover seen from the front: a magazine with a picture, a menu in a leather folder."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.shapes import box, curve, ellipse, polygon


@thing("magazine", "magazine cover", "comic book", "brochure", "leaflet", "flyer", cm=28, attach="hand", fit=76)
def draw(pen: Pen, look: Look) -> None:
    """A masthead over a landscape in bold planes."""
    sky = look.colour((236, 106, 92))
    pen.fill(facet("-70 -176 76 -174 80 2 -66 4", 1), (236, 232, 224), "flat")
    cover = box(-74, -178, 148, 178, 2)
    pen.fill(cover, Gradient((0, -178), (0, -20), ((0, sky), (1, lighten(sky, 0.55)))), "flat")
    with pen.on(cover):
        pen.decal(ellipse(22, -78, 26), (255, 238, 190))
        pen.decal(facet("-80 -40 -40 -84 -12 -52 22 -92 80 -34 80 10 -80 10", 1), darken(sky, 0.45))
        pen.decal(facet("-80 -18 -30 -44 20 -22 60 -40 80 -28 80 10 -80 10", 1), darken(sky, 0.65))
        pen.decal(polygon([(-74, -178), (-70, -178), (-70, 0), (-74, 0)]), (255, 255, 255), alpha=0.35)
    if not look.text:
        for i, wide in enumerate((70, 46, 58)):
            pen.decal(box(-62, -34 + i * 9, wide, 4, 2), (255, 252, 244), alpha=0.85)
    pen.anchor("text", 0, -150, 132)
    pen.anchor("text2", 0, -16, 110)


@thing("menu", "menu card", "restaurant menu", cm=30, attach="hand", fit=76)
def draw_menu(pen: Pen, look: Look) -> None:
    """A cream card in a dark folder with gold corners."""
    leather = look.colour((92, 38, 40))
    gold = (222, 182, 96)
    pen.fill(box(-72, -182, 144, 182, 6), leather, "soft")
    page = box(-62, -172, 124, 162, 1)
    pen.fill(page, (252, 246, 230), "flat", line=0.5)
    pen.line(box(-56, -166, 112, 150, 1), gold, 1.4)
    for x in (-1, 1):
        for y in (-172, -10):
            way = 1 if y < -90 else -1
            pen.decal(polygon([(62 * x, y), (44 * x, y), (62 * x, y + 18 * way)]), gold)
    if not look.text:
        for row in range(8):
            pen.line(curve((-44, -118 + row * 12), (20 - row % 3 * 8, -118 + row * 12)), (150, 132, 120), 2)
            pen.line(curve((34, -118 + row * 12), (46, -118 + row * 12)), (150, 132, 120), 2)
    pen.line(organic("-26 -132 0 -138 26 -132 0 -128", 0.4), gold, 1.6)
    pen.anchor("text", 0, -92 if look.text else -148, 104)
    pen.anchor("text2", 0, -34, 92)
