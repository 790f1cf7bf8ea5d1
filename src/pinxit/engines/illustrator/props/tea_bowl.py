"""A tea bowl: running glaze over raw clay, crackle, a foot ring."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, finish, patterned
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel, reflections
from pinxit.engines.illustrator.shapes import (
    arc,
    common,
    curve,
    minus,
    moved,
    polygon,
    smooth,
)


@thing(
    "tea bowl",
    "chawan",
    "matcha bowl",
    "matcha",
    "ceramic bowl",
    "pottery bowl",
    "pottery",
    cm=8,
    kind="vessel",
    attach="hand",
    fit=60,
)
def draw(pen: Pen, look: Look) -> None:
    glaze = finish(look, (92, 142, 146), "glossy", "ceramic")
    clay = Finish((168, 112, 78), "round", "clay")
    shape = Turned("50 -70  50.5 -60  49 -44  43 -24  32 -12  22 -8  20 -7  20 0", 0.32)
    rng = look.random("glaze")
    drip = [
        (shape.at(a, -22 + rng.uniform(-6, 8) + (7 if i % 3 == 0 else 0))) for i, a in enumerate(range(-90, 91, 12))
    ]
    coatpath = smooth([*drip, (70, -60), (60, -110), (-60, -110), (-70, -60)], tension=0.42)

    def decorate(pen: Pen) -> None:
        pen.fill(common(shape.outline(), coatpath), glaze.rgb, glaze.form, line=0)
        pen.line(curve(*drip), lighten(glaze.rgb, 0.4), 2.2, alpha=0.7, blur=0.8)
        pen.line(moved(curve(*drip), 0, 2.5), darken(clay.rgb, 0.4), 2, alpha=0.5, blur=1)
        pen.decal(shape.band(-72, -58), lighten(glaze.rgb, 0.4), alpha=0.5, blur=4)
        pen.decal(shape.patch(10, 62, -54, -26), darken(glaze.rgb, 0.35), alpha=0.28, blur=6)
        for _ in range(16):
            angle, y = rng.uniform(-80, 80), rng.uniform(-64, -26)
            spots = [shape.at(angle + d * 9, y + rng.uniform(-6, 6)) for d in range(4)]
            pen.line(polygon(spots, closed=False), darken(glaze.rgb, 0.5), 0.5, alpha=0.4)
        patterned(pen, coatpath, look, glaze.rgb)

    tea = (136, 168, 62) if look.noun.startswith("matcha") else None
    body = Vessel(
        shape, Finish(clay.rgb, "round", "clay"), 4, tea, 12, lighten(glaze.rgb, 0.1), decorate, windows=False
    )
    body.draw(pen)
    with pen.on(shape.outline()):
        reflections(pen, shape, glaze)
        pen.line(shape.ring(-6.5), darken(clay.rgb, 0.5), 2, alpha=0.6, blur=0.8)
    rim = minus(shape.cap(-70), shape.cap(-70, 4))
    pen.decal(rim, lighten(glaze.rgb, 0.25))
    pen.line(arc(0, -70, 48, 15.4, 140, 90), lighten(glaze.rgb, 0.8), 1.3, alpha=0.8)
