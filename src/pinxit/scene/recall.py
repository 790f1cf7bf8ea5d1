"""What is spoken of again: pronouns, "each other", "the first", "the cats"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pinxit.scene.attachment import verb_kind
from pinxit.scene.deeds import Deeds
from pinxit.scene.loom import Pending
from pinxit.scene.phrases import NounPhrase
from pinxit.scene.references import (
    STANDING_FOR,
    known_group,
    known_single,
    referents,
    split,
    take_reference,
    told_apart,
)
from pinxit.scene.sharing import GAPS, SPATIAL
from pinxit.scene.tables import is_a

_MUTUAL = frozenset({"facing", "hugging", "chasing", "holding"})
_FORMED = {"beside": "row", "on": "stack", "behind": "row", "near": "crowd"}


class Recall(Deeds):
    """Finds the subjects that are there already."""

    def refer(self, pronoun: str) -> None:
        """A pronoun: it speaks of the doers of the sentences before, or of each other."""
        pronoun = pronoun.split("'", maxsplit=1)[0]
        pending = self.pending if self.pending is not None and self.pending.kind != "be" else None
        if pronoun in {"you", "we", "i", "me", "us"}:
            return
        if pronoun == "each other":
            self._reciprocate(pending)
            return
        if pending is not None and pronoun in {"it", "them"} and self._is_set_on(pending):
            self.pending = None
            return
        if pending is not None and pronoun == "it" and (under := self._furniture(pending)) is not None:
            for index in pending.holders:
                self.tie(pending.kind, index, [under])
            self.pending = None
            return
        besides = list(pending.holders) if pending else []
        if pending is not None and pending.kind in {"playing", "wearing"}:
            besides += [one.id for one in self.drafts if one.animate]
        found = referents(self, pronoun, besides)
        if pending is not None and self._turns_back(pending, pronoun):
            self.pending = None
        elif pending is not None and not pending.holders and self.fronted is not None:
            self.fronted.holders += self.front_of if self.front_of and pronoun == "it" else found
            self.front_of = list(self.fronted.holders)  # "next to it is a lamp"
            self.pending = None
        elif pending is not None and pronoun in {"him", "her", "it", "them"}:
            for holder in pending.holders:
                self.tie(pending.kind, holder, found)
            self.pending = None
        elif found:
            self.each = pronoun == "each"
            self._lead(found)

    def _turns_back(self, pending: Pending, pronoun: str) -> bool:
        """ "a table with a cake on it", "with four chairs around it": what was "with" the thing is there instead."""
        if pronoun not in {"it", "them", "him", "her"} or not self.ties:
            return False
        last = self.ties[-1]
        if pending.kind == "~surrounded by" and last.kind == "on" and self.held is not None and self.held.kind == "~on":
            self.ties.pop()
            self.tie("surrounded by", last.b, [last.a])
            return True
        if pending.kind not in SPATIAL | {"~surrounded by"} or last.kind not in {"with", "beside"}:
            return False
        self.ties.pop()
        whole, inner = self.drafts[last.a], ("enterable", "measure")
        lead = self.agent[:1] if pending.kind == "in" and not is_a(whole.noun, whole.head, *inner) else []
        fits = [i for i in lead if i != last.b and is_a(self.drafts[i].noun, self.drafts[i].head, *inner)]
        self.tie(pending.kind, last.b, fits or [last.a])  # "a fish tank on a desk with a fish in it"
        return True

    def _is_set_on(self, pending: Pending) -> bool:
        """ "a table with a cake and two cups on it": what the table has is on it."""
        held = self.held
        if held is None or pending.kind not in {"on", "in"} or held.kind not in {"~on", "~in"}:
            return False
        if not set(pending.holders) <= set(held.holders):
            return False
        for index in self.group if held.kind == f"~{pending.kind}" else ():
            self.tie(pending.kind, index, pending.holders)
        return True

    def _furniture(self, pending: Pending) -> int | None:
        """ "a red ball under a chair and a blue ball on it": what the thing before stood by, when this one is new."""
        if pending.kind not in SPATIAL or not self.ties or self.leads[-1:] != [pending.holders]:
            return None
        last = self.ties[-1]
        known = self.drafts[last.b]
        fits = last.kind in SPATIAL and last.b not in pending.holders and last.a not in pending.holders
        stood = is_a(known.noun, known.head, "surface", "seat", "enterable")
        return last.b if fits and not known.person and (stood or not known.animate) else None

    def _reciprocate(self, pending: Pending | None) -> None:
        """ "facing each other": of two, the one faces the other and the other the one."""
        self.pending = None
        if pending is None or not pending.holders:
            return
        ids = pending.holders
        if len(ids) == 1 and self.drafts[ids[0]].count > 1 and pending.kind in _FORMED:
            self.drafts[ids[0]].said.setdefault("arrangement", _FORMED[pending.kind])
            return
        if len(ids) == 1 and self.drafts[ids[0]].count == 2 and pending.kind in _MUTUAL:
            ids = split(self, ids[0])
        for one, other in pairwise(ids):
            self.tie(pending.kind, one, [other])
            if pending.kind == "facing":
                self.tie(pending.kind, other, [one])
        self.agent = self.group = self.last = list(ids)

    def _lead(self, ids: Sequence[int]) -> None:
        """Let known subjects be the doers of what follows."""
        self.agent = list(ids)
        self.group = list(ids)
        self.last = list(ids)
        self.leads.append(list(ids))
        self.topic = self.held = None
        self.silent = False

    def take_again(self, phrase: NounPhrase, pending: Pending | None) -> bool:
        """Take "the first", "the other" or "the cats": subjects that are there already."""
        ids = told_apart(self, phrase, pending is not None) or take_reference(self, phrase) or known_group(self, phrase)
        if not ids and (single := known_single(self, phrase)) is not None:
            ids = [single]
            self.drafts[single].describe(phrase.words)
        if not ids:
            return False
        if pending is not None and pending.holders and pending.kind not in {"be", "theme", "background"}:
            for holder in pending.holders:
                others = [self.drafts[i] for i in pending.holders]
                kind = verb_kind(pending.kind, pending.word, self.drafts[ids[0]], others)
                self.tie(kind, holder, ids)
            self.held = Pending(pending.kind, pending.holders, pending.word, pending.deed)
            self.last = self.group = list(ids)
            return True
        if self.fronted is not None and not self.fronted.holders and pending is not None and not pending.holders:
            self.fronted.holders += ids
            return True
        if not phrase.text.endswith(("one", "ones")) and not phrase.noun:
            for i in ids:
                self.drafts[i].colours += phrase.colours
                self.drafts[i].describe([word for word in phrase.words if word not in STANDING_FOR])
        apart = self.followed_by[0].tag if self.followed_by else ""
        aside = apart in {"COMMA", "CONJ"} and bool(phrase.colours or phrase.words)
        aside = aside or (
            (self.paused or self.joined) and self.followed_by[:1] != [] and self.followed_by[0].lower == "with"
        )
        left_out = self.held.kind if self.held is not None else ""
        self._lead(ids)
        if aside and set(ids) <= set(self.members):
            self.agent = list(self.members)
        self.gapped = Pending(left_out, list(ids)) if left_out in GAPS else None
        return True
