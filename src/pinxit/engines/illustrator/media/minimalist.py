"""Minimalist: one delicate subject, much air, a soft long shadow on an even ground.

A place, where one is named, is only hinted at: its large forms, pale as mist.
"""

from pinxit.engines.illustrator.brush import Brush, Manner
from pinxit.engines.illustrator.colours import Rgb, mix
from pinxit.engines.illustrator.effects import Bytes, add_grain, finished, illuminate, opened
from pinxit.engines.illustrator.glazing import breadth
from pinxit.engines.illustrator.media import Finish, Medium, unchanged
from pinxit.engines.illustrator.pen import Fill, Line

AIR: Rgb = (246, 242, 234)


class SparingBrush(Brush):
    """Paints the subject in full and of everything else only the large forms."""

    def lit(self, rgb: Rgb) -> Rgb:
        """What is around the subject fades into the air."""
        tone = super().lit(rgb)
        return tone if self.plane == "subject" else mix(tone, AIR, 0.64)

    def fill(self, item: Fill) -> None:
        """Leaves away what is small and not the subject."""
        if self.plane != "subject":
            bounds = item.path.getBounds()
            small = breadth(item.path) < self.unit * (0.045 if self.plane == "back" else 0.2)
            if small or item.form == "glow" or (item.decal and bounds.width() < self.unit * 0.5):
                return
        super().fill(item)

    def line(self, item: Line) -> None:
        if self.plane == "subject":
            super().line(item)


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Light that falls off across the sheet and a breath of paper grain, so that the empty ground is not dead."""
    image = opened(pixels)
    illuminate(image, (finish.light.x, finish.light.y), finish.light.key, (176, 172, 180), 0.24)
    add_grain(image, 0.007)
    return finished(image)


MEDIUM = Medium(
    "minimalist",
    Manner(shading="soft", shade=0.45, shine=0.4, rim=0.2, gradient=0.5),
    develop,
    scenic=False,
    light="softbox",
    brush=SparingBrush,
    lens=False,
    vector=unchanged,  # without grain, and evenly lit
)
