"""Space vehicles: rocket, flying saucer, satellite."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, stroke
from pinxit.engines.illustrator.rigs.vehicle import pane
from pinxit.engines.illustrator.shapes import arc, box, ellipse, lathe, polygon


@thing(
    "rocket",
    "rocket ship",
    "space rocket",
    "rocketship",
    "missile",
    cm=3000,
    kind="vehicle",
    flies=True,
)
def draw(pen: Pen, look: Look) -> None:  # limit: one drawing, layer upon layer
    """Nose cone, portholes, rivets, three fins, a flame."""
    paint = look.colour((242, 244, 248))
    accent = look.colour((214, 48, 48), 1)
    for text, tone in (
        ("-20,-34 -26,-14 -14,14 0,44 14,14 26,-14 20,-34", (255, 140, 40)),
        ("-13,-34 -16,-16 -8,4 0,24 8,4 16,-16 13,-34", (255, 206, 70)),
        ("-7,-34 -8,-22 0,4 8,-22 7,-34", (255, 250, 222)),
    ):
        pen.fill(organic(text), tone, "flat", line=0.5)
    pen.glow(ellipse(0, -8, 46), (255, 160, 60), alpha=0.4, blur=18)
    for side in (-1, 1):
        pen.fill(
            organic(
                " ".join(
                    f"{side * x},{y}" for x, y in ((24, -92), (48, -70), (60, -36), (58, -20), (40, -38), (22, -44))
                )
            ),
            accent,
            "round",
        )
    pen.fill(facet("-18,-44 18,-44 22,-30 -22,-30", 2), (92, 96, 106), "metal")
    profile = [(0, -212), (14, -192), (25, -164), (32, -128), (33, -98), (29, -68), (22, -44)]
    body = lathe(profile)
    pen.fill(body, paint, "round")
    with pen.on(body):
        pen.decal(organic("-40,-166 0,-158 40,-166 40,-220 -40,-220"), accent)
        pen.decal(organic("-40,-52 0,-46 40,-52 40,-64 0,-58 -40,-64"), accent)
        pen.line(stroke("-40,-165 0,-157 40,-165"), darken(accent, 0.4), 1.6)
        for x in (-26, -14, 14, 26):
            for y in (-150, -74):
                pen.decal(ellipse(x, y + abs(x) * -0.1, 1.4), darken(paint, 0.4))
        pen.decal(organic("-24,-150 -18,-176 -8,-194 -12,-166 -18,-130 -24,-100"), (255, 255, 255), alpha=0.5, blur=2)
    for y, r in ((-130, 15), (-92, 11)):
        pen.fill(ellipse(0, y, r), (150, 156, 166), "metal")
        pane(pen, ellipse(0, y, r * 0.72), look, (96, 186, 232), streaks=False)
        pen.decal(ellipse(-r * 0.22, y - r * 0.26, r * 0.22), (255, 255, 255), alpha=0.8)
        if y == -130:
            pen.anchor("inside", 0, y, 20)
    pen.fill(organic("-5,-88 0,-92 5,-88 6,-50 5,-22 0,-16 -5,-22 -6,-50"), darken(accent, 0.08), "round")
    pen.anchor("text", 0, -70, 40)
    pen.anchor("seat", 0, -150, 40)


@thing(
    "ufo", "spaceship", "flying saucer", "alien spaceship", "spacecraft", "starship", cm=800, kind="vehicle", flies=True
)
def draw_ufo(pen: Pen, look: Look) -> None:
    """A saucer with a glass dome, lamps around its rim, a beam below."""
    paint = look.colour((150, 162, 184))
    lamps = look.part("light", look.colour((120, 255, 196), 1))
    beam = Gradient((0, -52), (0, 40), ((0, lamps), (1, lamps)), alphas=(0.6, 0.0))
    pen.glow(polygon([(-28, -52), (28, -52), (70, 42), (-70, 42)]), beam, blur=3)
    pen.anchor("inside", 0, -98, 44)
    pen.fill(organic("-46,-92 -40,-122 -20,-140 0,-144 20,-140 40,-122 46,-92 0,-84"), (170, 226, 240), "glass")
    pen.decal(organic("-34,-106 -26,-126 -12,-136 -18,-120 -26,-104"), (255, 255, 255), alpha=0.6)
    pen.fill(organic("-44,-56 0,-64 44,-56 30,-44 0,-40 -30,-44"), darken(paint, 0.35), "metal")
    pen.fill(
        organic("-130,-76 -90,-92 -46,-98 0,-100 46,-98 90,-92 130,-76 90,-60 46,-52 0,-50 -46,-52 -90,-60"),
        paint,
        "metal",
    )
    pen.line(stroke("-122,-76 -60,-87 0,-90 60,-87 122,-76"), lighten(paint, 0.6), 1.8, alpha=0.8)
    pen.line(arc(0, -92, 48, 8, 0, 180), darken(paint, 0.5), 2.4)
    for i in range(7):
        x = -96 + i * 32
        y = -68 - (x / 100) ** 2 * 5 + 4
        pen.fill(ellipse(x, y, 7, 5.4), darken(paint, 0.4), "flat", line=0.6)
        pen.glow(ellipse(x, y, 12), lamps, alpha=0.6, blur=5)
        pen.glow(ellipse(x, y, 5, 3.8), lighten(lamps, 0.5))


@thing("satellite", "space probe", cm=400, kind="vehicle", flies=True)
def draw_satellite(pen: Pen, look: Look) -> None:
    """A foil-wrapped body, solar panels, a dish."""
    foil = look.colour((222, 178, 92))
    blue: Rgb = (42, 78, 150)
    with pen.at(0, -70, turn=-16):
        pen.line(bars("-130,0 130,0"), (150, 156, 166), 4)
        for left in (-140, 50):
            panel = box(left, -26, 90, 52, 2)
            pen.fill(panel, blue, "round")
            with pen.on(panel):
                for i in range(1, 6):
                    pen.line(bars(f"{left + i * 15},-26 {left + i * 15},26"), (170, 190, 230), 1.2)
                pen.line(bars(f"{left},0 {left + 90},0"), (170, 190, 230), 1.6)
                pen.decal(
                    facet(f"{left},26 {left + 36},-26 {left + 56},-26 {left + 20},26"), (255, 255, 255), alpha=0.2
                )
        pen.fill(box(-30, -40, 60, 78, 5), foil, "metal")
        pen.line(bars("-28,-14 28,-20|-28,10 28,6|-10,-38 -6,36|12,-38 8,36"), darken(foil, 0.35), 1.2, alpha=0.7)
        pen.fill(box(-20, -30, 40, 20, 3), (60, 64, 74), "round", line=0.6)
        pen.line(bars("0,38 0,58"), (150, 156, 166), 4)
        pen.fill(organic("-34,50 0,62 34,50 24,74 0,82 -24,74"), (236, 238, 242), "round")
        pen.line(bars("0,64 0,40"), (110, 116, 126), 2)
        pen.fill(ellipse(0, -52, 5), (214, 60, 56), "glossy", line=0.6)
        pen.line(bars("0,-40 0,-48"), (150, 156, 166), 2)
        pen.anchor("text", 0, 14, 40)
