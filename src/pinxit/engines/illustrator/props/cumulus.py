"""Clouds."""

from pinxit.engines.illustrator.colours import lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.wire import struts, wires
from pinxit.engines.illustrator.shapes import box, ellipse, union

_PUFFS = ((-70, -26, 26), (-42, -46, 34), (-6, -68, 38), (36, -54, 36), (68, -30, 28), (0, -36, 40), (-30, -24, 28))


@thing("cloud", "clouds", "rain cloud", "storm cloud", "thundercloud", "cumulus", cm=300, kind="sky", flies=True)
def draw(pen: Pen, look: Look) -> None:
    """Heaped puffs, lower ones before higher ones, on a flat base; grey with rain when it is a rain cloud."""
    stormy = look.noun in {"rain cloud", "storm cloud", "thundercloud"} or look.has("dark", "stormy", "grey", "gray")
    white = look.colour((128, 136, 152) if stormy else (250, 251, 254))
    if stormy and look.noun != "storm cloud":
        for i in range(9):
            x = -64 + i * 15
            struts(pen, f"{x},{-2 + i % 3 * 6} {x - 7},{16 + i % 3 * 6}", (92, 150, 210), 3, "flat", 0.3)
    whole = union(box(-94, -34, 188, 34, 17), *(ellipse(*puff) for puff in _PUFFS))
    air = Gradient((0, -104), (0, 0), ((0, white), (0.55, white), (1, mix(white, (120, 146, 190), 0.5))))
    pen.fill(whole, air, "soft")
    with pen.on(whole):
        for x, y, r in _PUFFS:
            pen.decal(ellipse(x + r * 0.12, y + r * 0.2, r), mix(white, (110, 136, 184), 0.45), alpha=0.28, blur=4)
            pen.decal(ellipse(x - r * 0.06, y - r * 0.06, r * 0.92), lighten(white, 0.6), alpha=0.75, blur=3)
        pen.decal(box(-96, -14, 192, 16), mix(white, (100, 126, 176), 0.6), alpha=0.4, blur=6)
        wires(
            pen,
            "-59,-24 -54,-40 -40,-48 -27,-45 -17,-58 0,-65 17,-58 28,-46 40,-48 55,-40 62,-26"
            "|-76,-42 -66,-50 -56,-50|20,-76 34,-84 48,-82|-28,-88 -18,-97 -6,-98|66,-48 76,-48 84,-42"
            "|-70,-12 -48,-9 -30,-12|-6,-8 20,-10 36,-8|54,-12 68,-14",
            mix(white, (104, 132, 186), 0.3),
            1.2,
            "flat",
            0.3,
        )
    pen.anchor("top", 0, -98, 60)
    pen.anchor("face", 0, -42, 60)
