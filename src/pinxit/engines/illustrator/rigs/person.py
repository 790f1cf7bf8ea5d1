"""A posable person: the same rig draws the full figure and the bust, in centimetres with the ground at y = 0."""

from __future__ import annotations

import math
from dataclasses import replace

import skia

from pinxit.engines.illustrator.colours import Rgb, darken
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.accessories import draw_behind, draw_in_front, draw_tail
from pinxit.engines.illustrator.rigs.body import Body, Frame, Limb, frame_of, posed, reached
from pinxit.engines.illustrator.rigs.face import Skull, build_of
from pinxit.engines.illustrator.rigs.footing import draw_boot, place_foot
from pinxit.engines.illustrator.rigs.framed import cut_below, transfer
from pinxit.engines.illustrator.rigs.garments import Tailor
from pinxit.engines.illustrator.rigs.gestures import STANCES
from pinxit.engines.illustrator.rigs.hair import draw_hair_behind
from pinxit.engines.illustrator.rigs.hands import draw_clasp, draw_fingers, draw_hand, draw_palm
from pinxit.engines.illustrator.rigs.hats import CLOSED, draw_hat, draw_hat_behind
from pinxit.engines.illustrator.rigs.head import Bearing, Placed, draw_face
from pinxit.engines.illustrator.rigs.headdress import COVERING
from pinxit.engines.illustrator.rigs.holding import BALLS, SNAPSHOTS, Hold, hold_of, names_one, one_handed
from pinxit.engines.illustrator.rigs.neckline import draw_head_shadow, draw_nape, draw_neck, draw_raised_collar
from pinxit.engines.illustrator.rigs.outfit import Outfit, dress
from pinxit.engines.illustrator.rigs.pastimes import draw_piano
from pinxit.engines.illustrator.rigs.person_traits import Person, Trade, describe
from pinxit.engines.illustrator.rigs.pose import Pose
from pinxit.engines.illustrator.rigs.poses import POSES, portrait, pose_for, seated
from pinxit.engines.illustrator.rigs.trades import said_trade
from pinxit.engines.illustrator.rigs.work_tools import Task, draw_work_tool, played, task_for
from pinxit.engines.illustrator.shapes import Point, box

_BUST_SCALE = 4.0
_BUST_HEAD = 1.24  # a portrait's head is a little larger than life
_MEDIUM_HEAD = 1.1
_HANDLED = {"cook", "examine", "inspect", "prepare", "mix", "stir", "read", "carry", "drink", "sip", "eat", "dine",
            "lift", "photograph", "call", "phone", "talk"}  # fmt: skip
_GAMES = {"play", "kick", "dribble", "shoot"}
_UPRIGHT = {"stand", "wait", "model", "pose", "smile", "laugh", "cry", "frown", "wink"}
_DOWN = {"inspect", "read", "look", "examine", "study", "write", "drink", "sip", "hold"}


class Figure:
    """One person being drawn."""

    def __init__(self, pen: Pen, look: Look, trade: Trade) -> None:
        verb, _, deed = (look.pose or "").partition(" ")  # "sit knit": knits on a seat
        if deed:
            look = replace(look, pose=deed)
        self.pen, self.look = pen, look
        self.trade = trade
        self.person: Person = describe(look, trade)
        self.outfit: Outfit = dress(look, self.person, trade.wears)
        if self.outfit.kind("head") in COVERING:
            self.person = replace(self.person, style="bald")
        self.bust = look.framing == "bust"
        self.holds = bool(look.holds)
        self.hold = hold_of(look) if not self.bust else Hold("both" if self.holds else "none")
        self.kicks = False  # is what is held a ball at the foot?
        self.own = False  # does the rig draw what is held itself?
        self.task = None if self.bust else self._task()
        pose = seated(self._chosen_pose()) if deed and verb == "sit" else self._chosen_pose()
        if self.bust:
            pose = portrait(pose, look, holds=self.holds)
        frame = frame_of(self.person)
        if self.person.age == "elderly" and pose.view == "side":
            pose = replace(pose, lean=pose.lean + 7)
        self.body: Body = posed(frame, pose)
        if self.grips:
            self.body = reached(self.body, self.span, bust=self.bust, height=self.hold.height)
        self.skin = self.person.skin

    def _task(self) -> Task | None:
        """Work that needs a tool; what is written, knitted or poured then goes into the other hand."""
        if self.look.pose in {"play", "perform", "practice", "practise"}:
            task = played(self.look.holds)
            if task is not None:
                self.holds, self.own = False, True
                return task
        if self.look.pose == "take" and names_one(self.look.holds, SNAPSHOTS):
            self.holds, self.own = False, True
            return task_for("photograph")
        task = task_for(self.look.pose or self.trade.pose)
        if task is not None and self.holds and self.hold.known and self.look.pose in _HANDLED:
            return None  # the thing itself is in hand
        return task

    def _chosen_pose(self) -> Pose:
        verb, usual = self.look.pose, self.trade.pose or "stand"
        if self.trade.pose and verb in _UPRIGHT:
            verb = None  # a detective who stands has his hands in his pockets
        if self.task is not None:
            return POSES[self.task.pose]
        if not self.holds and not self.bust and (verb or usual) in _UPRIGHT:
            if self.person.age == "baby":
                return POSES["toddle"]
            return STANCES[self.look.random("stance").randrange(len(STANCES))]
        if self.bust:
            return pose_for(verb, usual, holds=self.holds)
        if self.holds and verb in _GAMES and names_one(self.look.holds, BALLS):
            self.kicks = True
            return POSES["kick"]
        if self.holds and verb == "play" and self.hold.way != "strum":
            verb = "throw" if (self.look.holds or "").endswith("ball") else "hold"
        if self.hold.way == "strum":
            return seated(POSES["strum"]) if verb == "sit" else POSES["strum"]
        if not self.holds and verb == "play":
            return POSES[self.look.random("game").choice(("run", "jump", "cheer", "romp"))]
        pose = pose_for(verb, usual, holds=self.hold.way == "both")
        return one_handed(pose, self.hold) if self.hold.single else pose

    @property
    def frame(self) -> Frame:
        """The body's lengths."""
        return self.body.frame

    @property
    def pose(self) -> Pose:
        """The pose."""
        return self.body.pose

    @property
    def grips(self) -> bool:
        """Are both hands in front around something?"""
        return (
            self.pose.hands == ("grip", "grip")
            and (self.bust or self.hold.way == "both")
            and self.task is None
            and self.pose.view != "side"
            and self.pose.left_arm[1] > 30
            and self.pose.right_arm[1] < -30
        )

    @property
    def span(self) -> float:
        """How wide what two hands hold is, in centimetres."""
        k = self.frame.fore / 25
        if self.bust:
            return 20.0 * k
        return min(max(self.hold.width * 0.9, self.hold.width * 0.5 + 12.0 * k), 44.0 * k) if self.holds else 14.0 * k

    def draw(self) -> None:
        """Everything, from back to front."""
        pose = self.pose
        with self.pen.at(0, 0, 1, turn=pose.turn):
            self._draw_all()

    def _draw_all(self) -> None:  # limit: one drawing, told from back to front
        pen, body, pose = self.pen, self.body, self.pose
        self.crop = self._crop()
        tailor = Tailor(pen, body, self.outfit, self.skin, self.crop)
        self.tailor = tailor
        draw_behind(pen, body, self.outfit, self.trade, self.crop)
        with self._head_place() as skull:
            draw_hat_behind(pen, skull, self.outfit.get("head"))
            brimmed = self.outfit.get("head") is not None and self.outfit.kind("head") not in {"band", "flower"}
            draw_hair_behind(pen, self.person, skull, hatted=brimmed)
        far_first = pose.view == "side"
        if self.task is not None and self.task.pose == "keys":
            draw_piano(pen, 37.0 * self.frame.fore / 25, max(body.left_leg.c[1], body.right_leg.c[1]) + self.frame.foot)
        if self.grips:
            for limb in (body.left_arm, body.right_arm):
                tailor.arm(limb)
        if far_first or pose.over in {"none", "right"}:
            self._arm(-1, far=far_first)
        if pose.over in {"none", "left"}:
            self._arm(1)
        self._legs(far=far_first)
        draw_nape(pen, body, self.outfit)
        self.neck = draw_neck(pen, body, self.person, self.head_size)
        tailor.trunk()
        if "tail" in self.trade.extra and not self.bust:
            draw_tail(pen, body, self.outfit)
        pen.anchor("body", *body.trunk(0, self.frame.trunk * 0.4), self.frame.shoulder * 2 * body.squeeze)
        draw_in_front(pen, body, self.outfit, self.crop)
        self._head()
        across = len(pen.drawing.items)
        if not far_first and pose.over in {"left", "both"}:
            self._arm(-1)
        if pose.over in {"right", "both", "swap"}:
            self._arm(1)
        if pose.over == "swap":
            self._arm(-1)
        self._hold()
        if self.hold.way == "strum" or (self.holds and self.look.pose in {"play", "strum"} and not self.bust):
            self._instrument(across)
        self._sit_anchor()
        if self.kicks:
            x, y = body.right_leg.c
            pen.anchor("hand", x + 17, y - 10, 9)
        if self.own:  # what the words say is held is there already
            for name in ("hand", "hand2"):
                pen.drawing.anchors[name] = replace(pen.drawing.anchors[name], size=1e-3)

    # -- bust --------------------------------------------------------------------------------------------------------

    def _crop(self) -> skia.Path | None:
        if not self.bust:
            return None
        return box(-200, -400, 400, 400 + self.cut_y)

    @property
    def cut_y(self) -> float:
        """Where a bust ends."""
        return self.body.pit[1] + self.frame.trunk * (0.6 if not self.person.small else 0.72)

    # -- head --------------------------------------------------------------------------------------------------------

    @property
    def thigh_y(self) -> float:
        """Where a medium shot ends: at the middle of the thighs."""
        left, right = self.body.left_leg, self.body.right_leg
        hip, knee = self.body.pelvis[1], min(left.b[1], right.b[1])
        return hip + (knee - hip) * 0.72

    @property
    def head_size(self) -> float:
        """Chin to crown in centimetres, as drawn."""
        larger = {"bust": _BUST_HEAD, "medium": _MEDIUM_HEAD}.get(self.look.framing, 1.0)
        return self.frame.head * (larger if not (self.person.cute or self.person.age == "baby") else 1.0)

    def _bearing(self) -> Bearing:
        pose = self.pose
        gaze, pitch = pose.gaze, pose.pitch
        if self.hold.way == "both" and (self.look.pose in _DOWN or self.look.pose is None) and gaze[1] < 0.3:
            low = self.bust or self.look.pose in _DOWN - {"hold"}
            gaze = (0.1 if pose.yaw < 0 else -0.1, 0.75) if low else gaze
            pitch = max(pitch, 9.0) if low else pitch
        if abs(pose.yaw) > 20:
            gaze = (0.5 if pose.yaw > 0 else -0.5, gaze[1])
        if pose.ground == "lying":
            return Bearing(pose.yaw, 0, 0, gaze)
        return Bearing(pose.yaw, pitch, pose.roll - self.body.tilt * 0.5, gaze)

    def _head_place(self) -> Placed:
        bearing = self._bearing()
        s = self.head_size / 100
        x, y = self.body.trunk(0, -self.frame.neck)
        forward = math.sin(math.radians(bearing.yaw)) * 4.0 * (self.head_size / 24)
        cx, cy = x + forward, y - 48 * s
        skull = Skull(build_of(self.person), bearing.yaw, bearing.pitch)
        return Placed(self.pen, (cx, cy, s, bearing.roll + self.body.tilt * 0.6), skull)

    def _head(self) -> None:
        pen, person = self.pen, self.person
        hat = self.outfit.get("head")
        pen.anchor("neck", *self.body.trunk(0, -self.frame.neck * 0.3), self.frame.neck_w * 2.4)
        draw_head_shadow(pen, self.body, self.neck, self.head_size)
        with self._head_place() as skull:
            masked = hat is not None and hat.kind in CLOSED
            draw_face(pen, person, self._bearing(), hatted=hat is not None, masked=masked)
            draw_hat(pen, skull, self.outfit)
        if self.outfit.kind("over") == "trench":
            draw_raised_collar(pen, self.body, self.outfit.items["over"])

    def _tool(self, name: str, x: float, y: float, scale: float) -> None:
        """What the task or the trade puts into this hand."""
        near = name == "hand"
        if self.task is not None:
            if self.holds and not near:
                self.pen.anchor("hand", x, y, self.hold.size)
                return
            tool, turn = (self.task.right, self.task.turns[0]) if near else (self.task.left, self.task.turns[1])
        else:
            carries = near and not self.holds and not self.bust
            tool, turn = (self.trade.tool or "") if carries else "", 4.0 if self.pose.view != "side" else 12.0
        if tool:
            with self.pen.at(x, y, scale, turn=turn):
                draw_work_tool(self.pen, tool)

    # -- limbs -------------------------------------------------------------------------------------------------------

    def _legs(self, *, far: bool) -> None:
        if self.bust or "tail" in self.trade.extra:
            return
        for side, limb in ((-1, self.body.left_leg), (1, self.body.right_leg)):
            distant = far and side == -1
            boots = self.outfit.kind("feet") == "boot"
            if not boots:
                place_foot(self.pen, self.body, self.outfit, side, skin=self.skin, far=distant)
            self.tailor.leg(limb, far=distant)
            if boots:
                draw_boot(self.pen, self.body, self.outfit, limb, far=distant)
                place_foot(self.pen, self.body, self.outfit, side, skin=self.skin, far=distant)

    def _arm(self, side: int, *, far: bool = False) -> None:
        limb = self.body.left_arm if side < 0 else self.body.right_arm
        kind = self.pose.hands[0 if side < 0 else 1]
        skin = darken(self._hand_colour(), 0.14 if far else 0.0)
        cupped = kind == "grip" and self.grips
        folded = kind == "grip" and not cupped and not self.bust and self.pose.view != "side"
        if folded:
            self.tailor.arm(limb)
            self.tailor.arm(limb.forearm(), fore=True)
        if kind != "pocket" and not cupped and not (self.bust and limb.c[1] > self.cut_y):
            if kind == "grip":
                self._grip(limb, skin, "hand" if side > 0 else "hand2")
            else:
                self._hand(limb, skin, kind, side)
        if not folded:
            self.tailor.arm(limb.forearm() if cupped else limb, far=far, fore=cupped)

    def _hand_colour(self) -> Rgb:
        gloves = self.outfit.get("hands")
        if gloves:
            return gloves.colour
        return {"spacesuit": (226, 230, 236), "armour": (150, 156, 166)}.get(self.outfit.kind("top"), self.skin)

    def _hand(self, limb: Limb, skin: Rgb, kind: str, side: int) -> None:
        (ex, ey), (x, y) = limb.b, limb.c
        angle = math.degrees(math.atan2(y - ey, x - ex)) - 90
        flip = side > 0 if self.pose.view != "side" else False
        scale = self.frame.fore / 25 * 0.94
        with self.pen.at(x, y, scale, turn=angle, flip=flip):
            draw_hand(self.pen, skin, self.person.deep, kind)
            self.pen.anchor("hand" if side > 0 else "hand2", 0, 9, 9)

    def _grip(self, limb: Limb, skin: Rgb, name: str) -> None:
        (ex, ey), (x, y) = limb.b, limb.c
        angle = math.degrees(math.atan2(y - ey, x - ex)) - 90
        scale = self.frame.fore / 25
        reach = math.hypot(x - ex, y - ey) or 1
        px, py = x + (x - ex) / reach * 5 * scale, y + (y - ey) / reach * 5 * scale
        self._tool(name, px, py, scale)
        if not (self.hold.single and name == "hand" and self.task is None):
            if self.task is None or name != "hand" or not self.holds:
                self.pen.anchor(name, px, py, 9 * scale)
            with self.pen.at(x, y, scale, turn=angle):
                draw_hand(self.pen, skin, self.person.deep, "fist")
            return
        low = self.hold.way == "near" and self.hold.height < 13
        rise = (6.5 if self.hold.grip else 10.0) * scale if low else 0.0
        py -= rise  # a small thing shows above the hand
        drop = self.hold.height * 0.92 if self.hold.way == "hang" and self.hold.grip else 0.0
        self.pen.anchor(name, px, py + drop, self.hold.size * (scale if not self.hold.grip else 1.0), self.hold.turn)
        with self.pen.at(px, py + rise, scale, turn=self.hold.turn):
            draw_clasp(self.pen, skin, self.person.deep, flat=self.hold.way == "hang")

    def _hold(self) -> None:
        """Both hands around what is held, which goes between palms and fingers."""
        if not self.grips:
            if "hand" not in self.pen.drawing.anchors:
                self.pen.anchor("hand", *self.body.right_arm.c, 9)
            self.pen.drawing.anchors.setdefault("hand2", self.pen.drawing.anchors["hand"])
            return
        pen, skin = self.pen, self._hand_colour()
        k = self.frame.fore / 25 * 0.8
        places = [(side, self._grip_spot(side)) for side in (-1, 1)]
        tilt = 8.0 if self.bust else 0.0
        for side, (x, y) in places:
            with pen.at(x, y, k, turn=tilt):
                draw_palm(pen, self.person, skin, side)
        cx, cy = (places[0][1][0] + places[1][1][0]) / 2, places[1][1][1]
        size = self.span if self.bust or not self.hold.grip else self.hold.size
        cy += 0.0 if self.bust else (min(self.hold.height * 0.3, 6.0) if self.hold.height > 12 else -2.0) * k
        pen.anchor("hand2", cx, cy, size)
        pen.anchor("hand", cx, cy, size)
        for side, (x, y) in places:
            with pen.at(x, y, k, turn=tilt):
                draw_fingers(pen, self.person, skin, side, nails="hands" not in self.outfit.items)

    def _grip_spot(self, side: int) -> Point:
        limb = self.body.left_arm if side < 0 else self.body.right_arm
        return (limb.c[0] - side * 7.6 * self.frame.fore / 25, limb.c[1] - 1.0)

    def _instrument(self, index: int) -> None:
        """An instrument lies across the belly, in front of the trunk and behind the arms."""
        self.pen.anchor("hand", *self.body.trunk(-2, self.frame.trunk * 0.68), 25.0 * self.frame.fore / 25, 4)
        anchors = self.pen.drawing.anchors
        anchors["hand"] = replace(anchors["hand"], index=index)

    def _sit_anchor(self) -> None:
        if self.pose.ground == "seat":
            self.pen.anchor("sit_at", self.body.pelvis[0], 0, self.frame.hip * 2)


def draw_person(pen: Pen, look: Look, trade: Trade | None = None) -> None:
    """Draw the person of a look.

    A bust ends at y = 0 and so does a medium shot, at the thighs; a full figure stands on it, or its seat does.
    """
    trade = said_trade(look, trade or Trade())
    if look.framing == "bust":
        figure = Figure(pen, look, trade)
        with pen.at(0, -figure.cut_y * _BUST_SCALE, _BUST_SCALE):
            figure.draw()
        return
    if look.framing == "medium":
        apart = Pen()
        figure = Figure(apart, look, trade)
        if figure.pose.ground == "feet" and figure.pose.turn == 0:
            figure.draw()
            low = figure.thigh_y
            transfer(pen, cut_below(apart.drawing, low), 0, -low)
            return
    Figure(pen, look, trade).draw()
