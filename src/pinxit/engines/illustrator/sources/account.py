"""The account: what was done with the sources, in a sentence."""

from __future__ import annotations

from pinxit.engines.illustrator.sources.intent import Placement, Wish
from pinxit.engines.illustrator.sources.pairing import Joint
from pinxit.engines.illustrator.sources.repaint import MEDIA
from pinxit.engines.illustrator.sources.toning import TONES, TURNS

_COLLAGES = {"row": "set side by side", "column": "set below each other", "grid": "set into a collage"}
_GROUNDS = {"transparent": "cut out of its background", "colour": "set before a background of one colour",
            "blur": "given a soft background", "scene": "set before a new background"}  # fmt: skip

_LOOKS = {"plain": "", "logo": " as a logo", "sticker": " as a sticker", "watermark": " as a watermark",
          "wall": ", framed, as if it hung there"}  # fmt: skip


def describe(wish: Wish, pictures: int, width: int, height: int) -> str:
    """ "The picture was turned black and white and framed." """
    done = [_COLLAGES[wish.collage]] if wish.collage else []
    done += [TURNS[turn][1] for turn in wish.turns]
    if wish.crop:
        done.append(f"cropped to {width}x{height}")
    if wish.extend:
        done.append(f"{'zoomed out and ' if wish.out else ''}extended to {width}x{height}")
    if wish.ground:
        done.append(f"{_GROUNDS[wish.ground]}{f' ({wish.ground_scene})' if wish.ground_scene else ''}")
    if wish.sky:
        done.append("given a sky of another colour")
    done += [TONES[tone][1] for tone in wish.tones]
    if wish.medium:
        done.append(f"repainted as {MEDIA[wish.medium][1]}")
    if wish.lettering:
        done.append("lettered " + " and ".join(f"“{words.text}”" for words in wish.lettering))
    if wish.sticker:
        done.append("cut out as a sticker")
    if wish.moulding:
        done.append("framed")
    if not done:
        done.append(f"resized to {width}x{height}")
    what = "The pictures were" if pictures > 1 else "The picture was"
    return f"{what} {listed(done)}."


def placed(placement: Placement, wish: Wish, whole: str | None = None) -> str:
    """ "The source picture is on the mug." """
    where = "hangs there in a frame" if placement.host == "wall" else f"is on the {placement.host}"
    medium = f", repainted as {MEDIA[wish.medium][1]}" if wish.medium else ""
    scene = f" The whole is {MEDIA[whole][1]}." if whole else ""
    return f"The source picture {where}{medium}.{scene}"


def listed(parts: list[str]) -> str:
    """ "framed, toned and turned", from its parts."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def joined(joint: Joint) -> str:
    """ "The first picture was put onto the second." """
    base, guest = ("first", "second") if joint.base == 0 else ("second", "first")
    what = {
        "before": f"The {guest} picture was cut out and set before the {base}",
        "blend": "Both pictures were blended into one",
        "palette": f"The {base} picture was given the colours of the {guest}",
        "paste": f"The {guest} picture was put onto the {base}{_LOOKS[joint.look]}",
    }[joint.kind]
    return f"{what}{f', and the whole was repainted as {MEDIA[joint.medium][1]}' if joint.medium else ''}."
