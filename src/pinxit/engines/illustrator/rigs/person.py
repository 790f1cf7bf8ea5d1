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
from pinxit.engines.illustrator.rigs.garments import Tailor
from pinxit.engines.illustrator.rigs.hair import draw_hair_behind
from pinxit.engines.illustrator.rigs.hands import draw_clasp, draw_fingers, draw_foot, draw_hand, draw_palm
from pinxit.engines.illustrator.rigs.hats import CLOSED, draw_hat, draw_hat_behind
from pinxit.engines.illustrator.rigs.head import Bearing, draw_face
from pinxit.engines.illustrator.rigs.holding import Hold, hold_of, one_handed
from pinxit.engines.illustrator.rigs.neckline import draw_head_shadow, draw_neck, draw_raised_collar
from pinxit.engines.illustrator.rigs.outfit import Outfit, dress
from pinxit.engines.illustrator.rigs.person_traits import Person, Trade, describe
from pinxit.engines.illustrator.rigs.poses import POSES, Pose, portrait, pose_for
from pinxit.engines.illustrator.rigs.work_tools import Task, draw_work_tool, task_for
from pinxit.engines.illustrator.shapes import Point, box, tube

_BUST_SCALE = 4.0
_BUST_HEAD = 1.24  # a portrait's head is a little larger than life
_HANDLED = {"cook", "examine", "inspect", "prepare", "mix", "stir"}
_DOWN = {"inspect", "read", "look", "examine", "study", "write", "drink", "sip", "hold"}


class Figure:
    """One person being drawn."""

    def __init__(self, pen: Pen, look: Look, trade: Trade) -> None:
        self.pen = pen
        self.look = look
        self.trade = trade
        self.person: Person = describe(look, trade)
        self.outfit: Outfit = dress(look, self.person, trade.wears)
        self.bust = look.framing == "bust"
        self.holds = bool(look.holds)
        self.hold = hold_of(look) if not self.bust else Hold("both" if self.holds else "none")
        self.task = None if self.bust else self._task()
        pose = self._chosen_pose()
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
        task = task_for(self.look.pose)
        if task is not None and self.holds and self.hold.known and self.look.pose in _HANDLED:
            return None  # the thing itself is in hand
        return task

    def _chosen_pose(self) -> Pose:
        verb, usual = self.look.pose, self.trade.pose or "stand"
        if self.task is not None:
            return POSES[self.task.pose]
        if self.bust:
            return pose_for(verb, usual, holds=self.holds)
        if self.hold.way == "strum":
            return pose_for(verb if verb in {"sit", "play"} else "play", usual, holds=False)
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

    def _draw_all(self) -> None:
        pen, body, pose = self.pen, self.body, self.pose
        self.crop = self._crop()
        tailor = Tailor(pen, body, self.outfit, self.skin, self.crop)
        self.tailor = tailor
        draw_behind(pen, body, self.outfit, self.trade, self.crop)
        with self._head_place() as skull:
            draw_hat_behind(pen, skull, self.outfit.get("head"))
            draw_hair_behind(pen, self.person, skull)
        far_first = pose.view == "side"
        if self.grips:
            for limb in (body.left_arm, body.right_arm):
                tailor.arm(limb)
        if far_first or pose.over in {"none", "right"}:
            self._arm(-1, far=far_first)
        if pose.over in {"none", "left"}:
            self._arm(1)
        self._legs(far=far_first)
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
        if pose.over in {"right", "both"}:
            self._arm(1)
        self._hold()
        if self.hold.way == "strum" or (self.holds and self.look.pose in {"play", "strum"} and not self.bust):
            self._instrument(across)
        self._sit_anchor()

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
    def head_size(self) -> float:
        """Chin to crown in centimetres, as drawn."""
        return self.frame.head * (_BUST_HEAD if self.bust and not self.person.cute else 1.0)

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

    def _head_place(self) -> _Placed:
        bearing = self._bearing()
        s = self.head_size / 100
        x, y = self.body.trunk(0, -self.frame.neck)
        forward = math.sin(math.radians(bearing.yaw)) * 4.0 * (self.head_size / 24)
        cx, cy = x + forward, y - 48 * s
        skull = Skull(build_of(self.person), bearing.yaw, bearing.pitch)
        return _Placed(self.pen, (cx, cy, s, bearing.roll + self.body.tilt * 0.6), skull)

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
        if self.bust:
            return
        if "tail" in self.trade.extra:
            return
        legs = [(-1, self.body.left_leg), (1, self.body.right_leg)]
        for side, limb in legs:
            distant = far and side == -1
            boots = self.outfit.kind("feet") == "boot"
            if not boots:
                self._foot(limb, side, far=distant)
            self.tailor.leg(limb, far=distant)
            if boots:
                self._boot(limb, far=distant)
                self._foot(limb, side, far=distant)

    def _boot(self, limb: Limb, *, far: bool) -> None:
        colour = darken(self.outfit.items["feet"].colour, 0.16 if far else 0)
        g = self.frame.girth
        (kx, ky), (ax, ay) = limb.b, limb.c
        top = (kx + (ax - kx) * 0.34, ky + (ay - ky) * 0.34)
        extra = 5.0 if self.outfit.kind("legs") == "trousers" else 2.4
        shaft = tube(
            [top, ((top[0] + ax) / 2, (top[1] + ay) / 2), (ax, ay)],
            [11.4 * g + extra, 10.4 * g + extra * 0.9, 8 * g + extra * 0.6],
        )
        self.pen.fill(shaft, colour, "round")

    def _foot(self, limb: Limb, side: int, *, far: bool) -> None:
        item = self.outfit.items["feet"]
        bare = item.kind == "bare"
        colour = darken(self.skin if bare else item.colour, 0.16 if far else 0.0)
        view, pose = self.pose.view, self.pose
        facing = 1.0 if view == "side" or (view == "quarter" and pose.ground == "seat") else 0.16 * side
        x, y = limb.c
        angle = math.degrees(math.atan2(limb.c[0] - limb.b[0], limb.c[1] - limb.b[1]))
        turn = 0.0
        if view == "side":
            turn = -angle * 0.9 if pose.feet == "down" and pose.ground in {"air", "seat", "knees", "lying"} else 0.0
            if pose.ground == "feet" and y < -self.frame.foot - 2:
                turn = -angle * 0.8
            turn += 62 if pose.feet == "point" else 0
        elif pose.feet == "point" and (side == 1 or pose.ground == "air"):
            turn = -angle
        with self.pen.at(x, y, 1, turn=turn):
            draw_foot(self.pen, colour, item.kind, self.frame.foot / 0.28, facing)

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
        self.pen.anchor("hand", *self.body.trunk(0, self.frame.trunk * 0.66), self.frame.shoulder * 1.6, -18)
        anchors = self.pen.drawing.anchors
        anchors["hand"] = replace(anchors["hand"], index=index)

    def _sit_anchor(self) -> None:
        if self.pose.ground == "seat":
            self.pen.anchor("sit_at", self.body.pelvis[0], 0, self.frame.hip * 2)


class _Placed:
    """The pen moved to the head for the time of a `with`."""

    def __init__(self, pen: Pen, place: tuple[float, float, float, float], skull: Skull) -> None:
        self._context = pen.at(place[0], place[1], place[2], turn=place[3])
        self._skull = skull

    def __enter__(self) -> Skull:
        self._context.__enter__()
        return self._skull

    def __exit__(self, *error: object) -> None:
        self._context.__exit__(None, None, None)


def draw_person(pen: Pen, look: Look, trade: Trade | None = None) -> None:
    """Draw the person of a look. A bust ends at y = 0; a full figure stands on it, or its seat does."""
    figure = Figure(pen, look, trade or Trade())
    if figure.bust:
        with pen.at(0, -figure.cut_y * _BUST_SCALE, _BUST_SCALE):
            figure.draw()
    else:
        figure.draw()
