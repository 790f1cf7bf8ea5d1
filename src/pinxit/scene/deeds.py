"""Verbs: who does a deed, who suffers it, and which verbs speak of the picture instead."""

from __future__ import annotations

from collections.abc import Sequence

from pinxit.scene.attachment import host_of
from pinxit.scene.loom import Loom, Pending

_FELT = {
    "smile": "happy",
    "laugh": "happy",
    "grin": "happy",
    "cry": "sad",
    "weep": "sad",
    "yawn": "sleepy",
    "wink": "wink",
    "frown": "sad",
}
_DEEDLESS = frozenset(
    "be have wear become hold dress cover fill tie say feature show try begin start seem appear want pretend "
    "attempt continue love like need manage".split()
)
# After these a deed is the whole's again.
_INNER = frozenset({"~in", "~on", "in", "part"})


class Deeds(Loom):
    """What a verb does to the loom."""

    def doers(self, base: str, finite: bool = False) -> list[int]:
        """Say who does a deed: the nearest one that can, or after a comma the clause's own doers.

        A finite verb is the clause's ("a train with a black engine crosses"), but after "that" the nearest thing's.
        """
        told = self.fronted is None or self.agent == self.last
        if finite and told and not self.relative and self.agent and self.last:
            return self.agent
        if self.pending is not None and self.pending.kind == "be":
            return self.pending.holders
        if self.paused or self.joined:
            return self.agent or self.group or self.last
        if self.held is not None and self.held.kind in _INNER and not any(self.drafts[i].animate for i in self.last):
            return self.agent or self.last  # "a bicycle with a basket full of flowers leaning"
        return host_of(base, self.last, self.group, self.agent, self.drafts)

    def act(self, base: str, holders: Sequence[int]) -> None:
        """Note the deed of its doers."""
        self.pending = None
        self.silent = False
        self.told = True
        self.relative = False
        self.gapped = None
        if self.fronted is not None and self.fronted.kind not in {"on", "in"}:
            self.fronted = None  # "on a desk a wallet lies, while a mug stands": both are on the desk
        if holders:
            self.doings.append(list(holders))
        if base in _DEEDLESS:
            return
        for holder in holders:
            self.drafts[holder].said.setdefault("action", base)
            if base in _FELT:
                self.drafts[holder].said.setdefault("expression", _FELT[base])

    def suffer(self, base: str, kind: str) -> None:
        """ "a cake being eaten by a girl": the doer comes after the deed, and what it is done to before."""
        holders = self.doers(base) if self.pending or self.paused else (self.last or self.group or self.agent)
        self.pending = Pending(f"~{kind}", list(holders), base, True, True)
        self.silent = False

    def is_silent_verb(self, base: str, listed: bool, tag: str) -> bool:
        """Say whether a verb speaks of the picture or of its light, not of a doer."""
        if self.topic is not None:
            return True
        doers = self.doers(base)
        animate = any(self.drafts[i].animate or self.drafts[i].person for i in doers)
        return (listed and not (animate and tag != "VBN")) or not doers

    def show(self) -> None:
        """ "featuring": what follows is drawn."""
        self.topic = None
        self.silent = False
        self.pending = None
        self.last = self.group = []

    def silence(self) -> None:
        """ "highlighting": what follows is not drawn."""
        self.silent = True
        self.pending = None
