"""An airship: a ribbed hull with fins, a gondola and engines."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.vehicle import pane
from pinxit.engines.illustrator.rigs.wire import struts, wires
from pinxit.engines.illustrator.shapes import box, ellipse

_HULL = "-152,-112 -136,-136 -84,-160 0,-170 80,-164 134,-142 158,-112 134,-82 80,-62 0,-55 -84,-66 -136,-90"


def _engine(pen: Pen, x: float, y: float, metal: Rgb) -> None:
    """A pod with a turning propeller at its tail."""
    pen.fill(organic(f"{x - 14},{y} {x - 8},{y - 7} {x + 8},{y - 7} {x + 15},{y} {x + 8},{y + 7} {x - 8},{y + 7}"),
             metal, "metal", line=0.8)  # fmt: skip
    pen.fill(ellipse(x - 17, y, 3, 17), lighten(metal, 0.6), "flat", line=0.5, alpha=0.7)
    pen.fill(ellipse(x - 16, y, 3), darken(metal, 0.4), "round", line=0.4)


@thing("airship", "blimp", "zeppelin", "dirigible", "steampunk airship", "sky ship", cm=4000, kind="vehicle",
       flies=True, faces=1)  # fmt: skip
def draw(pen: Pen, look: Look) -> None:  # limit: one picture, from back to front
    """Brass, rivets and a planked gondola when it is of steam, else cloth and a white cabin."""
    steam = look.has("steampunk", "victorian", "brass", "copper") or "steampunk" in look.noun
    skin: Rgb = look.colour((190, 112, 62) if steam else (222, 226, 232))
    trim: Rgb = look.colour((226, 176, 84) if steam else (206, 62, 58), 1)
    wood: Rgb = (128, 82, 52) if steam else (244, 244, 242)
    pen.fill(facet("-158,-118 -112,-124 -108,-104 -158,-106", 4), darken(trim, 0.3), "round", line=0.8)
    pen.fill(organic("-104,-148 -150,-186 -172,-184 -158,-140 -130,-126", 0.3), trim, "round")
    pen.fill(organic("-104,-76 -150,-38 -172,-40 -158,-84 -130,-98", 0.3), trim, "round")
    struts(pen, "-52,-62 -46,-30|52,-58 46,-30|-20,-58 -20,-30|20,-58 20,-30", darken(skin, 0.5), 2)
    hull = organic(_HULL)
    pen.fill(hull, skin, "glossy")
    with pen.on(hull):
        ribs = "-156,-112 -80,-136 0,-142 84,-138 160,-112|-156,-112 -80,-92 0,-86 84,-90 160,-112|-156,-112 160,-112"
        wires(pen, ribs, darken(skin, 0.2), 1.2, "flat", 0.22)
        for x in (-104.0, -62.0, -16.0, 32.0, 78.0, 116.0):
            bow = x * 0.14
            wires(pen, f"{x},-176 {x + bow + 8},-112 {x},-48", darken(skin, 0.24), 2.2 if steam else 1.2, "flat", 0.25)
            for k in range(7 if steam else 0):
                pen.fill(ellipse(x + bow * 0.6 + 4, -158 + k * 15, 1.7), trim, "flat", line=0.3)
        pen.fill(
            organic("128,-150 126,-112 128,-74 180,-90 180,-134", 0.3), trim, "metal" if steam else "round", line=0.8
        )
    pen.fill(facet("-158,-116 -110,-116 -104,-112 -110,-108 -158,-108", 2), lighten(trim, 0.2), "round", line=0.7)
    for x in (-92.0, 92.0):
        struts(pen, f"{x * 0.84},-64 {x},-42", darken(skin, 0.5), 2.4)
        _engine(pen, x, -40, (196, 146, 74) if steam else (150, 158, 170))
    cabin = organic("-62,-32 -54,-34 54,-34 72,-32 78,-22 66,-6 48,0 -44,0 -60,-8 -68,-22", 0.3)
    pen.fill(cabin, wood, "round")
    with pen.on(cabin):
        wires(pen, "-70,-10 76,-10|-70,-5 76,-5", darken(wood, 0.34), 1, "flat", 0.2)
        pen.decal(box(-72, -36, 150, 5), trim)
    for i in range(6):
        x = -50.0 + i * 17
        shape = ellipse(x + 5.5, -20, 5.6) if steam else box(x, -27, 12, 12, 2.5)
        pane(pen, shape, look, streaks=False)
    pane(pen, organic("56,-27 68,-26 72,-20 66,-14 56,-14", 0.3), look, streaks=False)
    if steam:
        for x, r in ((-66, 7), (-80, 9), (-98, 11)):
            pen.fill(ellipse(x - 44, 6 - r, r, r * 0.8), (236, 236, 238), "soft", line=0.4)
    pen.anchor("text", -4, -114, 190)
    pen.anchor("inside", 0, -24, 60)
