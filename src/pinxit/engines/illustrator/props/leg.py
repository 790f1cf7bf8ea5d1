"""A leg from the hem of a pair of shorts to the bare foot, seen from the side."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.props.body_parts import skin_of
from pinxit.engines.illustrator.rigs.cuts import mould, score, tint

_LEG = (
    "-36,-196 -38,-160 -32,-128 -26,-108 -30,-90 -38,-70 -34,-48 -24,-30 -22,-18 -30,-10 -28,-2 -10,1 16,-1 44,1 58,0 62,-7"
    " 52,-14 30,-20 10,-28 2,-40 4,-62 12,-84 20,-104 22,-122 30,-150 36,-196"
)


@thing("leg", "human leg", "knee", "thigh", cm=90, faces=1)
def draw(pen: Pen, look: Look) -> None:
    skin = skin_of(look)
    cloth = look.part("shorts", look.colour((74, 118, 170), 1))
    leg = mould(pen, _LEG, skin, "soft")
    tint(pen, leg, "6,-128 18,-132 21,-114 10,-102 2,-112", lighten(skin, 0.4), 0.75, 4)
    tint(pen, leg, "-18,-180 6,-186 4,-146 -10,-134", lighten(skin, 0.3), 0.5, 7)
    tint(pen, leg, "-32,-76 -22,-86 -18,-58 -26,-46", lighten(skin, 0.3), 0.5, 5)
    score(pen, "8,-134 20,-130 22,-118|8,-104 16,-102 19,-108|-25,-108 -18,-104 -10,-106", darken(skin, 0.36), 2.2, 0.7)
    score(pen, "-20,-90 -16,-70 -20,-48|-14,-24 -8,-20 -4,-26|-22,-34 -20,-22", darken(skin, 0.36), 2, 0.6)
    for x, y, r in ((58, -7, 5.4), (50, -10, 4.2), (43, -12, 3.8), (37, -14, 3.4)):
        mould(pen, f"{x - r},{y} {x},{y - r} {x + r},{y} {x + r - 1},{y + r} {x - r},{y + r}", skin, "soft", 0.5)
    score(pen, "58,-9 61,-7", lighten(skin, 0.7), 2.4)
    hem = mould(pen, "-48,-206 -50,-176 -46,-152 -4,-144 38,-152 46,-176 44,-206 0,-210", cloth, "soft")
    with pen.on(hem):
        score(pen, "-48,-160 -4,-152 42,-160", darken(cloth, 0.35), 2, 0.8)
        score(pen, "-20,-206 -26,-180 -20,-164|16,-206 22,-184 18,-166", darken(cloth, 0.35), 3, 0.7)
        score(pen, "30,-208 36,-150", lighten(cloth, 0.6), 4, 0.8)
