"""A whole head with hair, face and anchors, drawn around the middle of the skull; chin to crown is 100 units."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.face import Skull, build_of, draw_ears, draw_head
from pinxit.engines.illustrator.rigs.face_age import draw_beard, draw_lines, draw_spots, draw_tears
from pinxit.engines.illustrator.rigs.face_features import (
    Gaze,
    draw_brows,
    draw_eyes,
    draw_mouth,
    draw_nose,
    draw_paint,
    draw_red_nose,
)
from pinxit.engines.illustrator.rigs.hair import covers_ears, draw_hair
from pinxit.engines.illustrator.rigs.person_traits import Person

Wear = Callable[[Pen, Skull], None]


@dataclass(frozen=True, slots=True)
class Bearing:
    """How a head is held: turned by `yaw`, bowed by `pitch`, tilted by `roll` degrees, looking along `gaze`."""

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    gaze: Gaze = (0.0, 0.0)


def draw_face(pen: Pen, person: Person, bearing: Bearing, *, hatted: bool, masked: bool) -> Skull:
    """The head without the hair behind it and without what it wears; leaves the anchors. Returns its solid."""
    skull = Skull(build_of(person), bearing.yaw, bearing.pitch)
    outline = draw_head(pen, person, skull)
    b = skull.build
    with pen.on(outline):
        draw_spots(pen, person, skull, round(bearing.yaw) + 3)
        draw_lines(pen, person, skull)
    draw_beard(pen, person, skull)
    if person.painted:
        with pen.on(outline):
            draw_paint(pen, person, skull)
    if not masked:
        draw_nose(pen, person, skull)
        with pen.on(outline):
            draw_mouth(pen, person, skull)
        if abs(bearing.yaw) > 20:  # the far eye's lashes end where the face turns away
            with pen.on(outline):
                draw_eyes(pen, person, skull, bearing.gaze)
                draw_brows(pen, person, skull)
        else:
            draw_eyes(pen, person, skull, bearing.gaze)
            draw_brows(pen, person, skull)
        draw_tears(pen, person, skull)
        if person.painted:
            draw_red_nose(pen, skull)
    pen.anchor("mouth", *skull.at(0, b.mouth), 26)
    pen.anchor("face", *skull.at(0, b.nose), 70)
    if not masked:
        draw_hair(pen, person, skull, hatted=hatted)
    if not covers_ears(person) and not masked:
        draw_ears(pen, person, skull, near_only=True)
    pen.anchor("eyes", *skull.at(0, b.eye), b.eye_x * 2 + b.eye_w, bearing.roll)
    pen.anchor("head", *skull.solid(0, -27, 0), 78, bearing.roll)
    return skull


class Placed:
    """The pen moved to the head for the time of a `with`."""

    def __init__(self, pen: Pen, place: tuple[float, float, float, float], skull: Skull) -> None:
        self._context = pen.at(place[0], place[1], place[2], turn=place[3])
        self._skull = skull

    def __enter__(self) -> Skull:
        self._context.__enter__()
        return self._skull

    def __exit__(self, *error: object) -> None:
        self._context.__exit__(None, None, None)
