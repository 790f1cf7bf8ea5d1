"""Measures of the four-legged animals with paws, for their walking, running and lying."""

from __future__ import annotations

from pinxit.engines.illustrator.rigs.quadruped_bones import LEVEL_TOP, Build

_LEAN = (0.8, 0.98, 0.96, 0.8, 0.68, 0.58)
_FULL = (0.86, 1.0, 1.0, 0.94, 0.86, 0.66)
_LITHE = (0.16, 0.06, 0.04, 0.06, 0.04, -0.02, 0.08)

DOG = Build(
    length=112, depth=46, leg=56, neck=44, neck_turn=38, neck_base=0.84, neck_tip=0.66, head=50, head_turn=16, bone=0.8,
    top=LEVEL_TOP, bottom=_LEAN, skull="dog", foot="paw", tail="dog", ears="hang",
)  # fmt: skip
WOLF = Build(
    length=118, depth=48, leg=62, neck=44, neck_turn=52, neck_base=0.98, neck_tip=0.78, head=52, head_turn=18, bone=0.8,
    top=LEVEL_TOP, bottom=_LEAN, skull="dog", foot="paw", tail="bushy", ears="pointed",
)  # fmt: skip
FOX = Build(
    length=104, depth=38, leg=48, neck=36, neck_turn=52, neck_base=0.96, neck_tip=0.76, head=46, head_turn=20,
    bone=0.66,
    top=LEVEL_TOP, bottom=_LEAN, skull="dog", foot="paw", tail="bushy", ears="pointed",
)  # fmt: skip
CAT = Build(
    length=104, depth=38, leg=42, neck=32, neck_turn=46, neck_base=0.9, neck_tip=0.72, head=42, head_turn=14, bone=0.66,
    top=_LITHE, bottom=_FULL, skull="cat", foot="paw", tail="cat", ears="pointed",
)  # fmt: skip
LION = Build(
    length=138, depth=56, leg=58, neck=46, neck_turn=58, neck_base=0.95, neck_tip=0.76, head=54, head_turn=18,
    bone=0.96,
    top=_LITHE, bottom=_FULL, skull="lion", foot="paw", tail="tuft", mane="lion", ears="round",
)  # fmt: skip
LIONESS = Build(
    length=138, depth=54, leg=58, neck=46, neck_turn=60, neck_base=0.92, neck_tip=0.76, head=50, head_turn=18,
    bone=0.92,
    top=_LITHE, bottom=_FULL, skull="lion", foot="paw", tail="tuft", ears="round",
)  # fmt: skip
TIGER = Build(
    length=144, depth=56, leg=56, neck=44, neck_turn=62, neck_base=0.95, neck_tip=0.8, head=54, head_turn=18, bone=0.96,
    top=_LITHE, bottom=_FULL, skull="lion", foot="paw", tail="cat", ears="round",
)  # fmt: skip
LEOPARD = Build(
    length=136, depth=46, leg=54, neck=40, neck_turn=60, neck_base=0.92, neck_tip=0.76, head=46, head_turn=18,
    bone=0.82,
    top=_LITHE, bottom=_LEAN, skull="lion", foot="paw", tail="cat", ears="round",
)  # fmt: skip
BEAR = Build(
    length=142, depth=78, leg=46, neck=44, neck_turn=70, neck_base=0.95, neck_tip=0.8, head=58, head_turn=20, bone=1.2,
    top=(0.24, 0.08, 0.02, 0.04, -0.02, -0.06, 0.06), bottom=_FULL, skull="dog", foot="paw", tail="stub", ears="round",
)  # fmt: skip
