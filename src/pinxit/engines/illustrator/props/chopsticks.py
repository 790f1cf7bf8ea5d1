"""Cutlery: a knife, a fork, a spoon; chopsticks by name."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, points
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    tube,
    union,
)


@thing(
    "fork",
    "spoon",
    "knife",
    "chopsticks",
    "chopstick",
    "cutlery",
    "silverware",
    cm=20,
    kind="object",
    attach="hand",
    fit=44,
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (190, 196, 204), "metal")
    if look.noun in {"chopsticks", "chopstick"}:
        for turn in (18, 25):
            with pen.at(0, 0, turn=turn):
                pen.fill(tube(points("0 40 0 -110"), [8, 4]), look.colour((150, 70, 46)), "glossy")
                pen.fill(tube(points("0 40 0 18"), [8, 7.4]), (236, 190, 90), "metal", line=0.4)
        return
    kinds = ("fork", "knife", "spoon") if look.noun in {"cutlery", "silverware"} else (look.noun or "fork",)
    for i, kind in enumerate(kinds):
        with pen.at((i - (len(kinds) - 1) / 2) * 44, 0, turn=20 if len(kinds) == 1 else 0):
            stem = organic("-3 -50 -4 0 -6 44 0 52 6 44 4 0 3 -50", 0.3)
            if kind == "spoon":
                coat(pen, union(stem, ellipse(0, -76, 17, 27)), what)
                pen.decal(ellipse(1, -75, 12, 20), darken(what.rgb, 0.3), alpha=0.6, blur=2)
            elif kind == "knife":
                coat(pen, organic("-4 -36 -5 -104 6 -108 10 -80 9 -40 4 -34", 0.2), what)
                coat(
                    pen,
                    organic("-5 -36 -6 40 0 50 6 40 5 -36", 0.3),
                    Finish(look.part("handle", (74, 52, 46)), "glossy"),
                )
            else:
                tines = [box(x - 2, -108, 4, 40, 2) for x in (-11, -4, 4, 11)]
                coat(pen, union(stem, organic("-13 -76 13 -76 10 -54 0 -46 -10 -54", 0.3), *tines), what)
