"""A railway carriage: seats at both sides of the aisle, windows with the land going by, lamps, luggage racks."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.rigs.airborne import panes
from pinxit.engines.illustrator.rigs.hall import Hall, hall, shell
from pinxit.engines.illustrator.rigs.interior import dim
from pinxit.engines.illustrator.rigs.scenery import place, turf
from pinxit.engines.illustrator.rigs.sky import Air, breathe, fade, halo
from pinxit.engines.illustrator.shapes import box, ellipse
from pinxit.engines.illustrator.stage import Stage

SEAT: Rgb = (54, 96, 112)


@place("train", "train interior", "carriage", "railway carriage", "compartment", light="window")
def draw(stage: Stage) -> None:
    """The aisle leads to a glazed door; seats come nearer at both sides."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.haze = (226, 222, 206)
    room = hall(stage, 0.15, 620, 240, 4.4)
    shell(stage, room, (128, 112, 104), (222, 206, 178), (240, 232, 214), (150, 100, 66))
    wood = dim(stage, (150, 98, 62))
    for side in (-1, 1):
        stage.far.decal(room.wall(side, (-0.1, 1), (0, 0.36)), wood)
        stage.far.decal(room.wall(side, (-0.1, 1), (0.36, 0.375)), dim(stage, (226, 186, 110)))
    for side in (-1, 1):
        for t in (-0.06, 0.2, 0.42, 0.6, 0.75, 0.87):
            view(stage, room, side, (t, t + 0.11 + 0.06 * (1 - t)), air)
    x, half = width / 2, room.half
    stage.far.fill(box(x - half * 0.4, 320, half * 0.8, 300, 6), darken(wood, 0.25), "flat", line=0.5)
    stage.far.glow(box(x - half * 0.28, 350, half * 0.56, 140, 10), mix(air.low, (255, 250, 236), 0.4))
    stage.far.decal(box(x - half * 0.28, 512, half * 0.56, 90, 4), darken(wood, 0.4))
    halo(stage.far, x, 420, half * 1.6, air.low, 0.4)
    for side in (-1, 1):
        stage.middle.decal(room.wall(side * 0.9, (-0.1, 1), (0.8, 0.82)), dim(stage, (206, 172, 104)))
    for t in (0.84, 0.68, 0.5, 0.3, 0.06):
        for side in (-1, 1):
            seat(stage, room, side, t)
    stage.middle.glow(room.flat((-0.2, 0.2), (-0.1, 1)), fade((0, 620), (0, 1000), (255, 246, 224), (0.35, 0.0)))
    for t in (0.8, 0.56, 0.24):
        lx, ly = room.at(0, 0.97, t)
        s = room.scale(t)
        halo(stage.middle, lx, ly, 70 * s, (255, 226, 166), 0.45)
        stage.middle.glow(ellipse(lx, ly, 16 * s, 6 * s), (255, 246, 220))


def view(stage: Stage, room: Hall, side: float, depths: tuple[float, float], air: Air) -> None:
    """A window with sky, hills and field behind it, and a little curtain."""
    pen, mood = stage.far, stage.mood
    near, far = depths
    frame = room.wall(side, (near - 0.012, far + 0.01), (0.38, 0.78))
    pen.fill(frame, dim(stage, (92, 66, 52)), "flat", line=0.4)
    glass = room.wall(side, depths, (0.41, 0.75))
    top, low = room.at(side, 0.75, near)[1], room.at(side, 0.41, near)[1]
    pen.glow(glass, fade((0, top), (0, low), air.low, (1.0, 1.0)))
    pen.glow(glass, fade((0, top), (0, low), air.top, (0.8, 0.0)))
    green = air.at(turf(mood), 0.25)
    pen.glow(room.wall(side, depths, (0.41, 0.56)), mix(green, air.haze, 0.35))
    pen.glow(room.wall(side, depths, (0.41, 0.48)), mix(green, air.haze, 0.05))
    bounds = glass.getBounds()
    with pen.on(glass):
        panes(pen, (bounds.left(), bounds.top(), bounds.width(), bounds.height()), mood)
    if not mood.night:
        mid = (near + far) / 2
        pen.glow(room.wall(side, (near, mid), (0.41, 0.75)), (255, 255, 250), alpha=0.14)
    pen.decal(room.wall(side * 0.99, (near, near + (far - near) * 0.16), (0.4, 0.78)), dim(stage, (176, 62, 56)))
    pen.decal(room.wall(side * 0.99, (far - (far - near) * 0.16, far), (0.4, 0.78)), dim(stage, (156, 50, 48)))


def seat(stage: Stage, room: Hall, side: float, t: float) -> None:
    """A double seat that looks away from the viewer: its high back with a headrest cloth."""
    pen = stage.middle if t > 0.2 else stage.near
    rgb = dim(stage, SEAT if side < 0 else darken(SEAT, 0.12))
    sides = (-0.98, -0.36) if side < 0 else (0.36, 0.98)
    room.block(pen, sides, (0.02, 0.44), (t, t + 0.05), rgb)
    a, b = sides
    inner = (a + 0.03, b - 0.03)
    pen.decal(room.face(inner, (0.34, 0.435), t), dim(stage, (244, 238, 222)))
    pen.decal(room.face(inner, (0.1, 0.32), t), lighten(rgb, 0.1))
    mid = (a + b) / 2
    pen.decal(room.face((mid - 0.006, mid + 0.006), (0.04, 0.44), t), darken(rgb, 0.4))
    edge = b if side < 0 else a
    x, y = room.at(edge, 0.44, t)
    pen.fill(ellipse(x, y, 5 * room.scale(t)), dim(stage, (226, 186, 110)), "metal", line=0.3)
