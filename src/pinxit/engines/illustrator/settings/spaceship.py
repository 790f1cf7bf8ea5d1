"""Inside a spaceship: ribs of the hull, a wide window on the stars, panels with lights."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.furnishing import block
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, fade, halo, stars
from pinxit.engines.illustrator.rigs.surface import tiles
from pinxit.engines.illustrator.settings.space import PALETTES, nebula, planet
from pinxit.engines.illustrator.shapes import box, ellipse, polygon, rounded
from pinxit.engines.illustrator.stage import Stage

HULL: Rgb = (150, 164, 182)
LIGHTS: tuple[Rgb, ...] = ((90, 230, 240), (250, 180, 80), (240, 90, 110), (130, 240, 160))


@place(
    "spaceship", "spaceship interior", "space station", "control room", "cockpit", "starship", "bridge of a spaceship"
)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """The window is behind the subject, the consoles at the sides."""
    mood, width = stage.mood, stage.width
    stage.horizon, stage.ground, stage.indoors, stage.haze = 660, 895, True, (90, 130, 180)
    pen, rng = stage.far, mood.random("spaceship")
    full = box(-EDGE, -EDGE, width + 2 * EDGE, 1000 + 2 * EDGE)
    pen.fill(full, Gradient((0, 0), (0, 700), ((0.0, darken(HULL, 0.45)), (1.0, HULL))), "flat", line=0)
    pane = rounded(
        polygon(
            [
                (width * 0.16, 110),
                (width * 0.84, 110),
                (width * 0.94, 330),
                (width * 0.84, 540),
                (width * 0.16, 540),
                (width * 0.06, 330),
            ]
        ),
        40,
    )
    pen.fill(pane, darken(HULL, 0.6), "flat", line=0.5)
    pen.glow(pane, Gradient((0, 110), (width, 540), ((0.0, (10, 12, 40)), (0.6, (30, 24, 74)), (1.0, (8, 10, 34)))))
    with pen.on(pane):
        nebula(pen, width, PALETTES[mood.seed % 3], rng)
        stars(pen, (0, 100, width, 560), rng, round(width / 5))
        planet(pen, (width * 0.74, 470, min(190, width * 0.2)), (96, 150, 214))
    pen.line(pane, lighten(HULL, 0.4), 16)
    pen.line(pane, darken(HULL, 0.4), 5)
    for t in (0.33, 0.67):
        pen.fill(
            polygon([(width * t - 9, 104), (width * t + 9, 104), (width * t + 12, 548), (width * t - 12, 548)]),
            darken(HULL, 0.1),
            "flat",
            line=0.4,
        )
    for i in range(max(4, round(width / 180))):
        x = width * (i + 0.5) / max(4, round(width / 180))
        pen.glow(box(x - 50, 30, 100, 14, 7), (226, 246, 255))
        pen.glow(box(x - 70, 44, 140, 60), fade((x, 44), (x, 104), (200, 236, 255), (0.4, 0.0)))
    tiles(stage.middle, stage, stage.horizon, (HULL, darken(HULL, 0.14)), 220)
    stage.middle.glow(box(-EDGE, 656, width + 2 * EDGE, 6), LIGHTS[0])
    halo(stage.middle, width / 2, 700, max(300, width * 0.3), (130, 190, 255), 0.4)
    for side in (0, 1):
        console(stage, side)


def console(stage: Stage, side: int) -> None:
    """A desk of instruments at one side."""
    pen, width = stage.middle, stage.width
    reach = min(width * 0.3, 400)
    x = -EDGE if side == 0 else width + EDGE - reach
    block(pen, (x, 610, reach, 180), darken(HULL, 0.3), 10)
    slope = [(x + 14, 612), (x + reach - 14, 612), (x + reach, 560), (x, 560)]
    pen.fill(polygon(slope), darken(HULL, 0.5), "flat", line=0.5)
    rng = stage.mood.random(f"console{side}")
    for i in range(9):
        bx = x + 24 + (reach - 60) * i / 9
        tone = LIGHTS[rng.randrange(4)]
        pen.glow(ellipse(bx, 584, 9, 6), tone)
        pen.glow(box(bx - 6, 640 + 8 * (i % 3), 22, 10, 3), LIGHTS[rng.randrange(4)], alpha=0.85)
        pen.decal(box(bx - 8, 690, 26, 60, 4), darken(HULL, 0.5))
    sx = x + reach * 0.5
    halo(pen, sx, 490, reach * 0.5, LIGHTS[0], 0.4)
    pen.glow(box(sx - reach * 0.3, 440, reach * 0.6, 110, 8), (20, 70, 104), alpha=0.9)
    for i in range(5):
        pen.glow(box(sx - reach * 0.26, 456 + 18 * i, reach * 0.1 * (1 + (i * 3) % 4), 8, 4), LIGHTS[i % 4], alpha=0.85)
