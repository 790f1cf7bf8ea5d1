"""A server room: racks with blinking lights on both sides of a cool bright aisle."""

import skia

from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.rigs.hall import Hall, hall, planks, shell
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import fade, halo
from pinxit.engines.illustrator.stage import Stage

LIGHTS: tuple[Rgb, ...] = ((90, 220, 255), (110, 255, 170), (255, 190, 90))


@place("server room", "data center", "data centre", "computer room", light="neon")
def draw(stage: Stage) -> None:
    """The aisle runs to a glowing door."""
    width = stage.width
    stage.haze = (30, 52, 92)
    room = hall(stage, 0.13, 610, 290, 5.0)
    shell(stage, room, (48, 60, 88), (30, 38, 60), (22, 28, 46), (60, 120, 170))
    planks(stage.far, room, (16, 22, 40), 10, 14)
    halo(stage.far, width / 2, 450, 420, (90, 190, 255), 0.75)
    stage.far.glow(room.face((-0.5, 0.5), (0.02, 0.8), 1), (190, 236, 255), alpha=0.85)
    stage.far.decal(room.face((-0.012, 0.012), (0.02, 0.8), 1), (40, 80, 120))
    for t in (0.88, 0.72, 0.5, 0.22):
        stage.far.glow(room.flat((-0.34, 0.34), (t, t + 0.06), 1), (214, 240, 255), alpha=0.95)
    stage.middle.glow(room.flat((-0.4, 0.4), (-0.1, 1)), fade((0, 610), (0, 1000), (110, 200, 255), (0.55, 0.06)))
    for i in range(9):
        for side in (-1, 1):
            rack(stage, room, side, 0.9 - i * 0.12)
    for side in (-1, 1):
        stage.middle.glow(room.wall(side * 0.755, (-0.1, 1), (0.0, 0.016)), (70, 200, 255))


def rack(stage: Stage, room: Hall, side: float, t: float) -> None:
    """One cabinet: units with slots and rows of lamps."""
    pen, rng = stage.middle, stage.mood.random(f"rack{t}{side}")
    u = side * 0.76
    body: Rgb = (34, 40, 56)
    ends = (-1.0, u) if side < 0 else (u, 1.0)
    room.block(pen, ends, (0, 0.9), (t, t + 0.11), body)
    pen.decal(room.wall(u, (t + 0.008, t + 0.104), (0.03, 0.88)), (12, 16, 28))
    units = skia.Path()
    lamps = [skia.Path() for _ in LIGHTS]
    for k in range(14):
        low = 0.05 + k * 0.058
        units.addPath(room.wall(u, (t + 0.013, t + 0.099), (low, low + 0.042)))
        for j in range(6):
            if rng.random() < 0.62:
                a = t + 0.02 + j * 0.013
                rng.choice(lamps[:2] if rng.random() < 0.85 else lamps).addPath(
                    room.wall(u, (a, a + 0.005), (low + 0.014, low + 0.028))
                )
    pen.decal(units, (44, 54, 78))
    for path, tone in zip(lamps, LIGHTS, strict=True):
        pen.glow(path, tone, alpha=0.35, blur=5)
        pen.glow(path, tone)
