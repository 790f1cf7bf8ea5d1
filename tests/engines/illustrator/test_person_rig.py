"""What words say of a person shows: hair, build, freckles, tears, framing, instruments, costumes."""

from __future__ import annotations

import time

import pytest

from pinxit.engines.illustrator.look import Look, Worn, load
from pinxit.engines.illustrator.pen import Drawing
from pinxit.engines.illustrator.rigs.framed import cut_below
from pinxit.engines.illustrator.rigs.gestures import GESTURES
from pinxit.engines.illustrator.rigs.hair import STYLES
from pinxit.engines.illustrator.rigs.moods import mood_of
from pinxit.engines.illustrator.rigs.outfit import dress, find
from pinxit.engines.illustrator.rigs.person_sheet import EXPRESSIONS, OUTFITS, cells
from pinxit.engines.illustrator.rigs.person_traits import Trade, describe
from pinxit.engines.illustrator.rigs.trades import said_trade
from pinxit.engines.illustrator.rigs.wardrobe import SETS


def _sketch(look: Look) -> Drawing:
    return load()[look.noun].sketch(look)


@pytest.mark.parametrize(
    ("phrase", "style"),
    [
        ("long curly hair", "ringlets"), ("short curly hair", "curly"), ("blonde braids", "braids"),
        ("ponytail", "ponytail"), ("mohawk", "mohawk"), ("dreadlocks", "dreadlocks"), ("bald", "bald"),
        ("long hair", "long"), ("messy hair", "mop"), ("afro", "afro"),
    ],
)  # fmt: skip
def test_a_phrase_about_hair_chooses_the_cut(phrase: str, style: str) -> None:
    assert describe(Look(noun="woman", adjectives=(phrase,))).style == style
    assert style in STYLES


def test_the_hair_colour_may_stand_in_the_phrase() -> None:
    fair = describe(Look(noun="woman", adjectives=("blonde braids",))).hair
    dark = describe(Look(noun="woman", adjectives=("black-haired",))).hair
    assert sum(fair) > sum(dark) + 200


@pytest.mark.parametrize(
    ("phrase", "beard"),
    [("long beard", "long"), ("beard", "full"), ("moustache", "moustache"), ("handlebar moustache", "handlebar")],
)
def test_a_phrase_about_a_beard_chooses_it(phrase: str, beard: str) -> None:
    assert describe(Look(noun="man", adjectives=(phrase,))).beard == beard


def test_black_said_of_a_man_is_his_skin_and_said_of_a_knight_his_armour() -> None:
    black = (20, 20, 22)
    man = Look(noun="man", colours=(black,), seed=2)
    assert sum(describe(man).skin) < 330
    assert black not in {item.colour for item in dress(man, describe(man)).items.values()}
    knight = Look(noun="knight", colours=(black,), seed=2)
    assert any(getattr(item, "paint", None) == black for item in _sketch(knight).items)


def test_builds_change_the_silhouette() -> None:
    widths = {}
    for build in ("slim", "", "heavy"):
        left, _, right, _ = _sketch(Look(noun="man", pose="salute", adjectives=(build,), seed=5)).bounds()
        widths[build] = right - left
    assert widths["slim"] < widths["heavy"]
    assert widths[""] < widths["heavy"]


def test_freckles_and_tears_are_drawn() -> None:
    plain = len(_sketch(Look(noun="girl", framing="bust", expression="sad", seed=3)).items)
    assert len(_sketch(Look(noun="girl", framing="bust", expression="crying", seed=3)).items) > plain
    freckled = Look(noun="girl", framing="bust", expression="sad", adjectives=("freckles",), seed=3)
    assert len(_sketch(freckled).items) > plain


def test_every_expression_is_one_of_its_own() -> None:
    moods = [mood_of(expression.split()) for expression in EXPRESSIONS]
    assert None not in moods
    assert len(set(moods)) == len(moods)


def test_a_medium_shot_ends_at_the_thighs() -> None:
    whole = _sketch(Look(noun="woman", pose="wave", seed=4))
    part = _sketch(Look(noun="woman", pose="wave", seed=4, framing="medium"))
    _, top, _, bottom = part.bounds()
    assert abs(bottom) < 1
    assert 0.5 < (bottom - top) / (whole.bounds()[3] - whole.bounds()[1]) < 0.8
    assert part.anchors.keys() >= {"head", "hand", "eyes"}
    assert all(0 <= anchor.index <= len(part.items) for anchor in part.anchors.values())


def test_who_lies_or_sits_is_not_cut_off() -> None:
    for pose in ("sleep", "sit"):
        whole, part = (_sketch(Look(noun="man", pose=pose, framing=framing, seed=4)) for framing in ("full", "medium"))
        assert part.bounds()[3] == pytest.approx(whole.bounds()[3], abs=3)


def test_cutting_keeps_what_is_above_and_the_order_of_anchors() -> None:
    whole = _sketch(Look(noun="man", seed=6))
    part = cut_below(whole, -90.0)
    assert part.bounds()[3] <= -89.9
    assert part.bounds()[1] == pytest.approx(whole.bounds()[1], abs=0.5)
    assert part.anchors["eyes"].index <= len(part.items) < len(whole.items)


@pytest.mark.parametrize("noun", ["violin", "trumpet", "flute", "drum", "piano"])
def test_an_instrument_is_played_by_the_rig_itself(noun: str) -> None:
    drawing = _sketch(Look(noun="woman", pose="play", holds=noun, seed=3))
    assert drawing.anchors["hand"].size < 0.01  # the words' own instrument would stand beside it
    held = _sketch(Look(noun="woman", pose="hold", holds=noun, seed=3))
    assert held.anchors["hand"].size > 1


@pytest.mark.parametrize("name", sorted(name for name, pose in GESTURES.items() if pose.wrists))
def test_hands_come_where_a_gesture_wants_them(name: str) -> None:
    from pinxit.engines.illustrator.rigs.body import Frame, posed

    pose = GESTURES[name]
    body = posed(Frame(), pose)
    for limb, spot in zip((body.left_arm, body.right_arm), pose.wrists or (), strict=True):
        if spot is not None:
            dx, dy = limb.c[0] - body.pit[0] - spot[0], limb.c[1] - body.pit[1] - spot[1]
            assert (dx * dx + dy * dy) ** 0.5 < 5, name


def test_a_set_of_clothes_dresses_from_head_to_foot() -> None:
    look = Look(noun="girl", worn=(Worn("school uniform"),), seed=2)
    outfit = dress(look, describe(look))
    assert {outfit.kind("over"), outfit.kind("neck")} == {"blazer", "tie"}
    assert all(find(spec.partition("#")[0]) for specs in SETS.values() for spec in specs)


def test_at_least_forty_outfits_are_unlike_each_other() -> None:
    kinds = {(item.slot, item.kind, item.colour) for noun in OUTFITS if (item := find(noun))}
    assert len(OUTFITS) >= 40
    assert len(kinds) >= 40


def test_a_scarf_over_the_hair_hides_it() -> None:
    look = Look(noun="woman", adjectives=("long hair",), parts=(("hair", (1, 250, 3)),), framing="bust", seed=3)
    covered = Look(
        noun="woman", adjectives=("long hair",), parts=(("hair", (1, 250, 3)),), framing="bust", seed=3,
        worn=(Worn("hijab"),),
    )  # fmt: skip
    assert any(getattr(item, "paint", None) == (1, 250, 3) for item in _sketch(look).items)
    assert not any(getattr(item, "paint", None) == (1, 250, 3) for item in _sketch(covered).items)


def test_every_cell_of_the_sheets_can_be_drawn() -> None:
    sheets = cells()
    assert len(sheets) == 6
    for label, look in [cell for sheet in sheets.values() for cell in sheet[::5]]:
        assert _sketch(look).items, label


def test_a_person_is_sketched_quickly() -> None:
    load()
    looks = [Look(noun="man", seed=seed) for seed in range(8)]
    start = time.perf_counter()
    for look in looks:
        _sketch(look)
    assert (time.perf_counter() - start) / len(looks) < 0.25


def test_who_sits_may_work() -> None:
    knits, rests = (_sketch(Look(noun="woman", pose=pose, seed=3)) for pose in ("sit knit", "sit"))
    assert knits.anchors["sit_at"].y == pytest.approx(rests.anchors["sit_at"].y, abs=1)
    assert knits.bounds()[3] == pytest.approx(rests.bounds()[3], abs=6)
    assert len(knits.items) > len(rests.items)


def test_a_ball_that_is_played_is_at_the_foot() -> None:
    drawing = _sketch(Look(noun="boy", pose="kick", holds="soccer ball", seed=3))
    assert drawing.anchors["hand"].y > drawing.anchors["neck"].y + 25
    assert drawing.anchors["hand"].x > drawing.anchors["neck"].x + 20


def test_an_adjective_that_names_a_trade_dresses_the_person() -> None:
    pirate = _sketch(Look(noun="girl", adjectives=("pirate",), seed=4))
    assert len(pirate.items) != len(_sketch(Look(noun="girl", seed=4)).items)
    trade = said_trade(Look(noun="girl", adjectives=("pirate",)), Trade(gender="female", age="child"))
    assert trade.beard
    assert (trade.gender, trade.age) == ("female", "child")
    assert describe(Look(noun="girl", adjectives=("pirate",)), trade).beard == ""
