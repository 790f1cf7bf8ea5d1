"""A billboard of light: a bright screen of diodes in a dark frame, high on a steel mast."""

from pinxit.engines.illustrator.colours import Rgb, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould
from pinxit.engines.illustrator.rigs.wire import struts
from pinxit.engines.illustrator.shapes import box, ellipse

_FRAME: Rgb = (88, 94, 108)


@thing("led billboard", "digital billboard", "led screen", "led display", "scoreboard", "led sign", cm=800)
def draw(pen: Pen, look: Look) -> None:
    struts(pen, "-26,0 -26,-84|26,0 26,-84|-26,-6 26,-30 -26,-54 26,-78", (150, 158, 170), 7, "metal", 0.7)
    bar(pen, "-46 -7 92 8 2", _FRAME, "metal")
    bar(pen, "-128 -86 256 8 2", (120, 126, 140), "metal", 0.8)
    pen.glow(box(-134, -212, 268, 132, 14), (110, 130, 255), alpha=0.35, blur=16)
    bar(pen, "-130 -208 260 124 7", _FRAME, "metal")
    screen = box(-120, -199, 240, 106, 3)
    deep = look.colour((30, 26, 84))
    stops = ((0.0, deep), (0.6, lighten(deep, 0.12)), (1.0, look.colour((150, 40, 140), 1)))
    if look.text:
        stops = ((0.0, deep), (0.6, deep), (1.0, lighten(deep, 0.08)))
    pen.fill(screen, Gradient((0, -199), (0, -93), stops), "flat", line=0.8)
    with pen.on(screen):
        if not look.text:
            _programme(pen)
        for x in range(-120, 121, 5):
            bar(pen, f"{x} -200 1.1 110", (10, 8, 30), "flat", 0)
        for y in range(-199, -92, 5):
            bar(pen, f"-121 {y} 242 1.1", (10, 8, 30), "flat", 0)
        if not look.text:
            pen.glow(ellipse(40, -150, 70, 40), (255, 220, 140), alpha=0.22, blur=18)
    for x in (-124, 124):
        for y in (-203, -89):
            disc(pen, f"{x} {y} 2.2", (206, 210, 218), "metal", 0.3)
    pen.anchor("text", 0, -146, 196)


def _programme(pen: Pen) -> None:
    """What runs on the screen: a sun over waves, and bars of light."""
    pen.glow(ellipse(44, -146, 36), (255, 198, 70))
    pen.glow(ellipse(44, -146, 24), (255, 236, 150))
    for y, rgb in ((-138.0, (250, 90, 130)), (-124.0, (90, 70, 200)), (-110.0, (46, 190, 220))):
        text = f"-130,{y + 12} -90,{y} -50,{y + 12} -10,{y} 30,{y + 12} 70,{y} 130,{y + 12} 130,-80 -130,-80"
        mould(pen, text, rgb, "flat", 0)
    for i, high in enumerate((16, 30, 22, 40, 28)):
        cut(pen, f"{-108 + i * 15},{-150} {-98 + i * 15},{-150} {-98 + i * 15},{-150 - high} {-108 + i * 15},{-150 - high}", (80, 236, 190), "flat", 0, 0)  # fmt: skip
