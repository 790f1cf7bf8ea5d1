"""A traffic cone: rubber foot, two reflecting bands."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.shapes import ellipse


@thing("traffic cone", "cone", "road cone", "safety cone", "pylon", "construction cone", cm=70)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (240, 104, 30), "glossy", "plastic")
    band = look.part("band", look.colour((246, 244, 240), 1))
    foot = look.part("base", darken(what.rgb, 0.22))
    pen.fill(facet("-52,-22 52,-22 68,-8 -68,-8", 5), lighten(foot, 0.12), "round")
    pen.fill(facet("-68,-9 68,-9 66,0 -66,0", 3), foot, "round")
    body = organic(
        "-9,-150 0,-152 9,-150 16,-120 25,-84 34,-46 42,-16 22,-9 0,-7 -22,-9 -42,-16 -34,-46 -25,-84 -16,-120"
    )
    pen.decal(ellipse(8, -12, 56, 8), darken(foot, 0.5), alpha=0.5, blur=4)
    coat(pen, body, what)
    with pen.on(body):
        for top, low, bow in ((-122, -98, 3), (-76, -44, 5)):
            pen.decal(organic(f"-60,{top} 0,{top + bow} 60,{top} 60,{low} 0,{low + bow} -60,{low}"), band)
            pen.decal(organic(f"8,{top + 2} 60,{top} 60,{low} 18,{low + bow}"), darken(band, 0.3), alpha=0.35, blur=5)
        pen.decal(organic("-7,-146 -3,-146 -14,-70 -22,-22 -31,-24 -20,-84"), (255, 255, 255), alpha=0.38, blur=2)
    pen.fill(ellipse(0, -150, 9, 3.2), lighten(what.rgb, 0.1), "round", line=0.7)
    pen.decal(ellipse(0, -150, 5.4, 1.8), darken(what.rgb, 0.6))
