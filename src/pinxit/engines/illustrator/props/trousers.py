"""Trousers by themselves: pants, jeans with their stitches, shorts."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import facet, organic, stroke
from pinxit.engines.illustrator.shapes import box, ellipse, mirrored

_LEG = (
    "-45,-205 -20,-207 1,-206 3,-150 -4,-70 -7.6,-20 -9,-7 "
    "-13,-1 -27,0 -41,-1 -45,-7 -45.4,-20 -46,-70 -51,-140 -50,-178"
)
_SHORT = "-45,-96 -20,-98 1,-97 3,-44 -3,-6 -30,1 -62,-5 -58,-50 -52,-80"


@thing(
    "trousers", "pants", "pair of pants", "slacks", "leggings", "jeans", "denim", "blue jeans", cm=100, kind="clothes"
)
def draw(pen: Pen, look: Look) -> None:
    _draw(pen, look, -206, _LEG)


@thing("shorts", "short pants", "swim trunks", "swimming trunks", "boxer shorts", "denim shorts", cm=50, kind="clothes")
def draw_shorts(pen: Pen, look: Look) -> None:
    _draw(pen, look, -97, _SHORT)


def _draw(pen: Pen, look: Look, top: float, outline: str) -> None:  # limit: one picture, from back to front
    denim = "jean" in look.noun or "denim" in look.noun or look.has("denim")
    usual = (58, 96, 152) if denim else (214, 92, 70) if top > -100 else (128, 116, 96)
    what = finish(look, usual, "soft", "cloth")
    rgb = what.rgb
    thread = (226, 160, 82) if denim else darken(rgb, 0.3)
    pen.fill(organic(f"-43,{top + 2} 0,{top - 5} 43,{top + 2} 0,{top + 12}"), darken(rgb, 0.5), "flat", line=0.7)
    leg = organic(outline)
    hem = -6.0
    for flip in (True, False):
        path = mirrored(leg) if flip else leg
        coat(pen, path, what.tone(-0.05) if flip else what)
        patterned(pen, path, look, rgb)
        with pen.on(path), pen.at(0, 0, flip=flip):
            if denim:
                pen.decal(ellipse(-30, top * 0.62, 12, -top * 0.24), lighten(rgb, 0.5), alpha=0.35, blur=6)
            pen.line(stroke(f"-27,{top + 36} -30,{top * 0.45} -29,0"), darken(rgb, 0.3), 1.6, alpha=0.4)
            pen.line(stroke(f"-42,{top + 12} -51,{top * 0.6} -45,-2"), darken(rgb, 0.3), 1.0, alpha=0.5)
            for dy in (50, 58):
                pen.line(
                    stroke(f"2,{top + dy} -12,{top + dy + 4} -24,{top + dy + 14}"),
                    darken(rgb, 0.35),
                    2,
                    alpha=0.4,
                    blur=0.8,
                )
            pen.line(stroke(f"-66,{hem - 3} -30,{hem + 2} 6,{hem - 2}"), thread, 1.4)
            pen.line(stroke(f"-44,{top + 26} -32,{top + 30} -22,{top + 12}"), darken(rgb, 0.45), 2)
            pen.line(stroke(f"-45,{top + 30} -30,{top + 34} -19,{top + 12}"), thread, 1.2)
            if denim:
                pen.decal(ellipse(-23, top + 15, 1.6), (206, 160, 90))
                pen.decal(ellipse(-43, top + 25, 1.6), (206, 160, 90))
    pen.line(stroke(f"1,{top + 12} 1,{top + 40} 2,{top + 58}"), darken(rgb, 0.45), 2)
    pen.line(stroke(f"10,{top + 12} 9,{top + 34} 3,{top + 44}"), thread, 1.3)
    band = facet(f"-45,{top} 0,{top + 4} 45,{top} 46,{top + 11} 0,{top + 15} -46,{top + 11}", 2)
    pen.fill(band, look.part("waistband", lighten(rgb, 0.06)), "soft")
    for x in (-31, -14, 17, 31):
        pen.fill(box(x - 2, top - 1.5 + (4 - abs(x) / 12), 4, 15, 1.4), lighten(rgb, 0.08), "soft", line=0.5)
    pen.fill(
        ellipse(0, top + 9, 3.4),
        (206, 166, 96) if denim else darken(rgb, 0.35),
        "metal" if denim else "glossy",
        line=0.5,
    )
