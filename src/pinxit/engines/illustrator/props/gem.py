"""Cut stones (diamond, ruby, emerald, sapphire) and a cluster of crystals."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import bars, facet
from pinxit.engines.illustrator.shapes import polygon, star

_STONES: dict[str, Rgb] = {
    "ruby": (206, 24, 62),
    "emerald": (18, 156, 96),
    "sapphire": (36, 84, 200),
    "amethyst": (146, 84, 204),
    "topaz": (240, 170, 52),
    "jewel": (206, 40, 110),
    "gem": (40, 160, 190),
    "gemstone": (40, 160, 190),
}
_FACETS = (
    ("-52,-120 -76,-84 -34,-84", 0.34), ("-52,-120 -14,-120 -34,-84", 0.58), ("-14,-120 -34,-84 12,-84", 0.2),
    ("-14,-120 28,-120 12,-84", 0.46), ("28,-120 12,-84 48,-84", 0.08), ("28,-120 52,-120 48,-84", 0.26),
    ("52,-120 76,-84 48,-84", -0.1), ("-76,-84 -34,-84 0,0", 0.22), ("-34,-84 12,-84 0,0", 0.5),
    ("12,-84 48,-84 0,0", 0.04), ("48,-84 76,-84 0,0", -0.26), ("-34,-84 -10,-84 -4,-36", 0.72),
    ("12,-84 26,-84 8,-34", -0.2),
)  # fmt: skip
_EDGES = (
    "-76,-84 76,-84|-52,-120 -34,-84 0,0|-14,-120 -34,-84|-14,-120 12,-84 0,0|"
    "28,-120 12,-84|28,-120 48,-84 0,0|52,-120 48,-84"
)


def _tone(rgb: Rgb, amount: float) -> Rgb:
    return lighten(rgb, amount) if amount >= 0 else darken(rgb, -amount)


def _glint(pen: Pen, x: float, y: float, size: float) -> None:
    pen.decal(star(x, y, size * 1.6, size * 0.3, 4), (255, 255, 255), alpha=0.5, blur=size * 0.3)
    pen.decal(star(x, y, size, size * 0.14, 4), (255, 255, 255))


@thing(
    "diamond", "gem", "gemstone", "jewel", "ruby", "emerald", "sapphire", "amethyst", "topaz", "jewels", "gems", cm=14
)
def draw(pen: Pen, look: Look) -> None:
    """A brilliant cut from the side: table, crown, pavilion."""
    rgb = look.colour(_STONES.get(look.noun.removesuffix("s"), (132, 200, 232)))
    body = facet("-52,-120 52,-120 76,-84 0,0 -76,-84", 2)
    pen.fill(body, rgb, "glossy")
    with pen.on(body):
        for text, amount in _FACETS:
            pen.decal(facet(text), _tone(rgb, amount))
        pen.line(
            bars(_EDGES),
            lighten(rgb, 0.7),
            1.3,
            alpha=0.75,
        )
        pen.line(bars("-52,-119 52,-119"), (255, 255, 255), 2, alpha=0.8)
    _glint(pen, -42, -112, 15)
    _glint(pen, 40, -58, 9)


@thing("crystal", "crystals", "quartz", "crystal cluster", cm=22)
def draw_crystal(pen: Pen, look: Look) -> None:
    """Six prisms fanning out of a rock."""
    rgb = look.colour((168, 120, 214))
    prisms = (
        (-20, -10, 84, 24, -32),
        (24, -10, 96, 24, 28),
        (-36, -6, 56, 18, -52),
        (40, -6, 58, 18, 50),
        (2, -6, 146, 36, -2),
        (-22, -2, 104, 27, -15),
        (24, -4, 82, 24, 14),
        (2, -2, 56, 22, 2),
    )
    for x, y, tall, wide, turn in prisms:
        with pen.at(x, y, turn=turn):
            w, cap = wide / 2, wide * 0.8
            tip = (w * 0.15, -tall)
            pen.fill(polygon([(-w, 0), (-w, -tall + cap), tip, (w, -tall + cap * 0.9), (w * 0.9, 0)]), rgb, "glossy")
            ridge, low = (-w * 0.2, -tall + cap * 1.25), (-w * 0.25, 0)
            pen.decal(polygon([(-w, 0), (-w, -tall + cap), ridge, low]), lighten(rgb, 0.42))
            pen.decal(
                polygon([(w * 0.9, 0), (w, -tall + cap * 0.9), (w * 0.5, -tall + cap * 1.2), (w * 0.5, 0)]),
                darken(rgb, 0.3),
            )
            pen.decal(polygon([(-w, -tall + cap), tip, ridge]), lighten(rgb, 0.72))
            pen.decal(polygon([tip, (w, -tall + cap * 0.9), (w * 0.5, -tall + cap * 1.2)]), darken(rgb, 0.08))
            pen.decal(polygon([tip, ridge, (w * 0.5, -tall + cap * 1.2)]), lighten(rgb, 0.25))
            pen.line(bars(f"{-w * 0.6},{-tall * 0.2} {-w * 0.6},{-tall + cap * 1.5}"), (255, 255, 255), 1.8, alpha=0.7)
    rock = facet("-74,4 -66,-14 -48,-12 -38,-22 -18,-14 0,-20 20,-13 36,-22 50,-12 66,-15 76,4 0,9", 3)
    pen.fill(rock, look.part("rock", (112, 106, 116)), "round")
    pen.decal(facet("-62,-10 -46,-10 -38,-18 -30,-8 -44,0"), (158, 152, 160), alpha=0.6)
    pen.decal(facet("10,-12 34,-18 28,-4"), (158, 152, 160), alpha=0.5)
    _glint(pen, -6, -122, 14)
    _glint(pen, 44, -66, 9)
