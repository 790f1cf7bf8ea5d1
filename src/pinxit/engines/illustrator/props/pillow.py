"""A plump pillow for a bed and a square cushion for a sofa, both propped up."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import curve, ellipse, scaled

_BED = "-88,-98 -52,-94 0,-99 52,-94 88,-98 83,-74 86,-48 84,-24 90,-1 50,-3 0,0 -50,-3 -90,-1 -84,-24 -86,-48 -83,-74"
_SOFA = (
    "-64,-122 -34,-116 0,-121 34,-116 64,-122 58,-92 61,-60 59,-28 "
    "66,-1 34,-4 0,0 -34,-4 -66,-1 -59,-28 -61,-60 -58,-92"
)


@thing("pillow", "bed pillow", "cushion", "throw pillow", "sofa cushion", "pillows", "cushions", cm=42)
def draw(pen: Pen, look: Look) -> None:
    square = look.noun.rstrip("s") != "pillow" and "bed" not in look.noun
    what = finish(look, (46, 134, 140) if square else (240, 234, 224), "soft", "cloth")
    outline = _SOFA if square else _BED
    wide, tall = (64, 121) if square else (88, 98)
    body = organic(outline)
    coat(pen, body, what)
    patterned(pen, body, look, what.rgb)
    dark = darken(what.rgb, 0.3)
    with pen.on(body):
        pen.decal(
            ellipse(-wide * 0.16, -tall * 0.62, wide * 0.5, tall * 0.26, -6), lighten(what.rgb, 0.5), alpha=0.3, blur=9
        )
        pen.decal(ellipse(0, 2, wide * 0.9, 9), dark, alpha=0.35, blur=6)
        for sx in (-1, 1):
            for top in (True, False):
                y, way = (-tall, 1) if top else (0, -1)
                x = sx * (wide - 1)
                for dx, dy in ((30, 13), (20, 26), (34, 30)):
                    near, far = (x - sx * dx * 0.6, y + way * dy * 0.5), (x - sx * dx, y + way * dy)
                    fold = curve((x - sx * 5, y + way * 6), near, far)
                    pen.line(fold, dark, 2.0, alpha=0.45, blur=0.7)
    piping = look.part("piping", look.colour(lighten(what.rgb, 0.35) if square else darken(what.rgb, 0.16), 1))
    pen.line(scaled(body, 0.965, 0.955, 0, -tall / 2), piping, 2.6)
    if square:
        for dx, dy in ((-15, -11), (15, -12), (-13, 12), (14, 11), (0, 17), (0, -18)):
            pen.line(
                stroke(f"{dx * 0.35},{-60 + dy * 0.35} {dx * 0.7},{-60 + dy * 0.8} {dx},{-60 + dy}"),
                dark,
                1.8,
                alpha=0.6,
            )
        pen.decal(ellipse(1, -58, 11, 9), dark, alpha=0.5, blur=3)
        pen.fill(ellipse(0, -60, 5.6), look.part("button", piping), "glossy", line=0.5)
    pen.anchor("text", 0, -tall / 2, wide * 1.4)
