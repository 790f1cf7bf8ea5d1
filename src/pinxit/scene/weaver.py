"""Weaves phrases into subjects and the relations between them, and knows what pronouns refer to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pinxit.scene.attachment import verb_kind
from pinxit.scene.belongings import describes, forms_up, take_of, take_part, take_pattern, take_stuff
from pinxit.scene.drafts import Draft
from pinxit.scene.loom import Pending
from pinxit.scene.phrases import NounPhrase
from pinxit.scene.recall import Recall
from pinxit.scene.references import (
    owner_of,
)
from pinxit.scene.scenic import role_of, take_place, take_role, take_snow, take_words
from pinxit.scene.sharing import GAPS, OWNED, SPATIAL, is_own_part, narrowed, passes_on, shared_relation, sits_on_owner
from pinxit.scene.tables import is_a
from pinxit.scene.words import verb_base

_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_LOOSE = frozenset("leaf shell feather branch petal horn bone skull tooth egg wheel".split())  # parts that are carried
# Relations that may stand without the thing that they are to.
_ALONE = frozenset("inside within behind underneath nearby above below beneath".split()) | {"in front"}
_ALOFT = frozenset("moon sun rainbow cloud".split())  # "a deer with a full moon" has none; it stands over all
_AROUND = frozenset({"behind", "in front of", "~surrounded by"})  # where someone does something to a thing
_INTO = frozenset({"into", "onto", "out of", "over"})  # where the thing that something is done to goes


class Weaver(Recall):
    """Walks over sentences and weaves them into subjects and ties."""

    # -- sentences ---------------------------------------------------------------------------------------------

    def begin_sentence(self) -> None:
        """Forget what does not reach over a full stop; the doers stay for pronouns."""
        self.pending = self.held = self.content = self.of_what = self.before = None
        self.waiting_anchor = self.number = self.fronted = None
        self.topic = None
        self.backdrop = self.silent = self.denied = self.joined = self.paused = self.lettered = False
        if self.front_of and self.drafts[self.front_of[0]].animate:
            self.agent = list(self.front_of)  # "On its head is a crown. It ..." still speaks of whose head it is
        self.acted = self.told = False
        self.gapped = self.open_between = None
        self.relative = self.each = False
        self.front_of = []
        self.last = []
        self.group = []
        self.listing = []

    def end_sentence(self) -> None:
        """Close what still waits."""
        self._close_inside()
        self.pending = None

    def _close_inside(self) -> None:
        """ "a terrarium with a forest and a fox inside": what it has is in it."""
        if self.pending is None or self.pending.word not in _ALONE or not self.agent:
            return
        before = [lead for lead in self.leads[-2:-1] if self.agent == self.last]
        whole = before[0][0] if before else self.agent[0]
        near = [i for i in self.group or self.last if i != whole]
        had = [tie for tie in self.ties if tie.a == whole and tie.kind == "with"]
        if self.pending.kind != "in":
            had = [tie for tie in had if tie.b in near]
            near = [i for i in near if all({tie.a, tie.b} != {i, whole} or tie in had for tie in self.ties)]
        self.ties = [tie for tie in self.ties if tie not in had]
        for index in dict.fromkeys([*(tie.b for tie in had), *near]):
            self.tie(self.pending.kind, index, [whole])

    def pause(self, sign: str = ",") -> None:
        """A comma: what waits for an object no longer does. After a colon the several may be told one by one."""
        if sign == ":" and self.last and self.drafts[self.last[-1]].count > 1:
            self.telling = self.last[-1]
        self._close_inside()
        if self.pending and self.pending.kind not in {"background", "theme"}:
            self.pending = None
        self.of_what = None
        self.paused = True
        self.joined = False
        self.denied = False

    def join(self, new_clause: bool) -> None:
        """ "and": the next phrase may share what the last one was in."""
        self._close_inside()
        self.joined = not new_clause
        self.of_what = None
        self.pending = None
        self.silent = self.silent and not new_clause

    def deny(self) -> None:
        """ "without": what follows is not drawn."""
        self.denied = True

    def copula(self, word: str = "is") -> None:
        """ "is": what follows describes the topic or the doers; "are" speaks of all that were joined."""
        joined = len(self.group) > 1 and set(self.last) <= set(self.group) and word in {"are", "were"}
        head = [] if self.relative or not self.last else self.agent  # "a bicycle with a basket is parked"
        self.relative = False
        self.pending = Pending("be", self.group if joined else head or self.last or self.agent)

    def quote(self, number: int) -> None:
        """A quoted text: who carries it is the nearest thing."""
        self.letters.host(number, self.last or self.agent, self.drafts)
        self.lettered = True
        self.silent = False
        if self.pending is not None and self.pending.kind == "with":
            self.held = self.pending  # "with "Hi" and five candles"
        self.pending = None
        if self.topic == "lettering":
            self.topic = None

    # -- relations -----------------------------------------------------------------------------------------

    def relate(self, kind: str, word: str) -> None:
        """A relation's phrase: what follows is where the nearest things are."""
        if self.denied:
            self.denied = kind == "background"
            self.pending = None
            return
        if kind == "background" and self.spoken_of:
            return  # "city lights in the background"
        if kind == "background":
            if self.before is None or self.paused or not self.last:
                self.backdrop = True
            if not self.backdrop:
                self.push_back(self.group)
            return
        if kind.startswith("form "):
            self._line_up(kind.removeprefix("form "))
            return
        if kind == "foreground":
            self.backdrop = False
            return
        if self.topic == "light" and self.silent and kind in SPATIAL:
            self.show()  # "a beam of light shines down on a statue"
            return
        if kind == "with" and self.topic is not None:
            self.topic = None
            self.pending = None
            self.last = self.group = []
            return
        holders = self._holders(kind, word)
        if self.before is None and kind in SPATIAL:
            self.fronted = Pending(kind, [])
        if self.pending is not None and self.pending.kind == "be":
            holders = self.pending.holders
        self.pending = Pending(kind, list(holders), word)

    def _holders(self, kind: str, word: str) -> Sequence[int]:
        """Say what a relation's phrase is said of: the nearest thing, or the doers of the clause."""
        holders = self.group if kind not in {"with", "wearing", "~of", "dressed as"} else self.last
        if self.paused and not self.joined and (kind != "with" or self.agent):
            holders = self.agent
        elif self.acted and (kind in _AROUND or word in _INTO) and self.last and not self.drafts[self.last[-1]].animate:
            holders = self.last if word in _INTO else self.agent
        elif kind in SPATIAL and self.held is not None and passes_on(self, self.held, kind):
            holders = self.agent if set(self.held.holders) & set(self.agent) else self.held.holders
        first = word.split(maxsplit=1)[0]
        if first.endswith("ing") and (base := verb_base(first)):
            holders = self.doers(base)
            self.act(base, holders)
        return holders

    def _line_up(self, way: str) -> None:
        """ "side by side": several of one kind form a row, two things stand beside each other."""
        ids = self.group if len(self.group) > 1 else self.last or self.agent
        for i in ids:
            if self.drafts[i].count > 1:
                self.drafts[i].said.setdefault("arrangement", way)
        for one, other in pairwise(ids):
            self.tie({"row": "beside", "stack": "on"}.get(way, "near"), one, [other])

    def front(self, kind: str) -> None:
        """ "and behind it a church": the relation comes before what stands in it."""
        self.fronted = Pending(kind, [])
        self.pending = Pending(kind, [])

    def toward(self) -> None:
        """ "gives a balloon to a child": whom a deed is for stands before its doer."""
        doers = [i for i in self.agent if self.drafts[i].animate]
        if self.told and doers and not self.silent and not self.lettered:
            self.pending = Pending("facing", doers, "to")

    def of(self) -> None:
        """ "of": what follows belongs to the phrase before."""
        self.of_what = self.before

    # -- phrases -----------------------------------------------------------------------------------------------

    def take(self, phrase: NounPhrase) -> None:
        """Take up a noun phrase."""
        self.letters.near(phrase)
        self._name_one(phrase)
        pending, self.pending = self.pending, None
        of_what, self.of_what = self.of_what, None
        self.before = phrase
        if not self.denied and not of_what and self.take_again(phrase, pending):
            self.joined = self.paused = False
            return
        if phrase.owner and (is_a(phrase.noun, phrase.head, "part") or phrase.head == "lap"):
            phrase.noun, phrase.head = phrase.owner, phrase.owner.rsplit(" ", 1)[-1]
        if self.number is not None and phrase.noun and not phrase.counted:
            phrase.count, phrase.counted, self.number = self.number, True, None
        if self.denied and self.joined and self.followed_by and self.followed_by[0].tag in {"NEG", "REL", "VERB", "BE"}:
            self.denied = False  # "a cup without a handle and a plate without food"
        self.denied = self.denied or phrase.determiner in {"no", "without", "never"}
        if self.denied:
            self.denied = bool(phrase.noun)
        elif not phrase.noun:
            self.number = (
                phrase.count if phrase.counted and self.followed_by and self.followed_by[0].tag == "OF" else None
            )
            if phrase.counted and of_what is not None and self.last:
                self.drafts[self.last[-1]].count = phrase.count
            if of_what is not None and take_stuff(self, phrase, of_what):
                return
            if phrase.counted and self.followed_by and self.followed_by[0].tag == "BE":
                self.topic = "abstract"
            take_words(self, phrase, pending)
        elif (
            pending is not None and pending.kind == "theme" and self.topic in {"frame", "lettering"} and not self.theme
        ):
            article = phrase.determiner in {"a", "an", "the", "my", "our", "your"}
            self.theme = phrase.text.split(" ", 1)[-1] if article else phrase.text
        else:
            self._take_named(phrase, pending, of_what)
        self.joined = self.paused = False

    def _name_one(self, phrase: NounPhrase) -> None:
        """ "a tall building next to a short one": one of the same noun."""
        another = phrase.text.endswith(" one") and phrase.determiner in {"a", "an"}
        if another and self.drafts and self.telling is None:
            known = self.drafts[(self.last or self.agent or [-1])[-1]]
            phrase.noun, phrase.head = known.noun, known.head
            phrase.words = [word for word in phrase.words if word != "one"]

    def _take_named(self, phrase: NounPhrase, pending: Pending | None, of_what: NounPhrase | None) -> None:
        if pending is not None and pending.kind == "in" and not phrase.colours and forms_up(self, phrase, pending):
            return
        if sits_on_owner(self, phrase, pending) or is_own_part(self, phrase, pending):
            return
        if take_pattern(self, phrase, pending) or take_snow(self, phrase, pending):
            return
        role = role_of(self, phrase, pending, of_what is not None)
        self.spoken_of = role is not None
        if role is not None:
            take_role(self, role, phrase, pending)
        elif (of_what is not None and take_of(self, phrase, of_what)) or take_place(self, phrase, pending):
            return
        elif self.silent:
            if phrase.determiner in _POSSESSIVES and is_a(phrase.noun, phrase.head, "clothing") and self.drafts:
                self.tie("wearing", owner_of(self, phrase.determiner), [self.make(phrase).id])
            elif not is_a(phrase.noun, phrase.head, "part"):
                self.unread.append(phrase.noun)
        elif is_a(phrase.noun, phrase.head, "part") and take_part(self, phrase, pending):
            return
        else:
            self._take_thing(phrase, pending)

    def _take_thing(self, phrase: NounPhrase, pending: Pending | None) -> None:
        possessed = phrase.determiner in {"his", "her", "its", "their"} and is_a(phrase.noun, phrase.head, "clothing")
        shared = shared_relation(self, phrase) if self.joined or (self.paused and self.held) else None
        if pending is not None and describes(self, phrase, pending):
            return
        idle = pending is not None and pending.deed and pending.kind not in {"eating", "drinking"}
        if idle and not phrase.determiner and is_a(phrase.noun, phrase.head, "part") and phrase.head not in _LOOSE:
            return
        known = len(self.drafts)
        made = self._make_bearer(phrase, pending)
        if pending is None and possessed and (owner := owner_of(self, phrase.determiner)) != made.id:
            pending = Pending("wearing", [owner])
            self.relative = True  # "her dress is white": the dress is
        if self._take_fronted(made, pending):
            return
        pending = pending if pending and pending.kind not in {"theme", "background", "be"} else None
        if (
            pending is None
            and self.gapped is not None
            and not self.joined
            and (made.plural or phrase.determiner in {"a", "an"})
        ):
            pending, self.gapped = self.gapped, None
        if pending is None and shared is None and self._owned_too(made):
            pending = Pending("with", list(self.held.holders) if self.held else [])
        if pending is None and shared is not None:
            pending = Pending(shared.kind, shared.holders, shared.word)
        skyward = made.head in _ALOFT and pending is not None and pending.kind == "with"
        if pending is not None and pending.kind == "with" and (skyward or made.backdrop) and not self.backdrop:
            self.held, self.acted = None, False
            self.last = self.group = [made.id]
            return
        if pending is not None and pending.kind == "with" and is_a(made.noun, made.head, "clothing"):
            pending.holders = pending.holders or [i for i in self.agent if self.drafts[i].animate]
        if pending is not None and pending.holders:
            pending.holders = narrowed(self, pending, made)
        if pending is not None and pending.holders:
            self._bind(made, phrase, pending, shared is not None)
            return
        self._begin_clause(made, known > 0)

    def _owned_too(self, made: Draft) -> bool:
        """ "with a beard and glasses": what follows a part of someone is theirs too."""
        held = self.held
        if held is None or held.kind != "part" or not self.joined or made.animate:
            return False
        worn = is_a(made.noun, made.head, "clothing")
        return any(self.drafts[i].animate for i in held.holders) and (worn or not self._verb_follows())

    def _bind(self, made: Draft, phrase: NounPhrase, pending: Pending, shared: bool) -> None:
        """Tie a new subject to those that a relation or a deed waited with."""
        kind = verb_kind(pending.kind, pending.word, made, [self.drafts[i] for i in pending.holders])
        for holder in pending.holders:
            self.tie(kind, holder, [made.id])
        owners = sum(self.drafts[i].count for i in pending.holders)
        worn = kind == "wearing" and phrase.plural and not phrase.counted
        if owners > 1 and (worn or (self.each and made.count == 1 and not is_a(made.noun, made.head, "surface"))):
            made.count = owners  # "three owls in top hats", "each holding a balloon"
        self.each = False
        between = pending.kind == "between" and made.count == 1 and self.open_between is None
        self.open_between = Pending(kind, pending.holders, pending.word) if between else None
        seated = kind in {"on", "riding", "in"} and is_a(made.noun, made.head, "seat", "rideable")
        if seated and phrase.plural and not phrase.counted and owners > 1:
            made.count = owners
        if pending.passive:
            self.act(pending.word, [made.id])
            self.agent = [made.id]
        self.acted = self.acted or (pending.deed and kind != "wearing")
        self.held = Pending(kind, pending.holders, pending.word, pending.deed and not pending.passive)
        self.group = [*self.group, made.id] if self.joined and shared else [made.id]
        self.last = [made.id]

    def _make_bearer(self, phrase: NounPhrase, pending: Pending | None) -> Draft:
        """Make a subject, which carries the words that are said to be on it."""
        lettered = self.lettered and pending is not None and pending.kind in {"on", "in", "above"}
        made = self.make(phrase)
        if lettered:
            self.letters.place_on(made.id)
        return made

    def _begin_clause(self, made: Draft, known: bool) -> None:
        """A thing in no relation to the ones before: what follows is about it."""
        bare = self.held is None and not self.acted
        self.listing = [*self.listing, made.id] if (self.paused or self.joined) and bare else [made.id]
        self.acted = False
        if self.joined and known and self.held is None:
            self.group = list(dict.fromkeys([*self.listing[:-1], *self.group, made.id]))
        elif self.joined and known and self.held is not None and self.held.kind in OWNED:
            self.group = [*self.agent, made.id]
        else:
            self.group = [made.id]
        self.last = [made.id]
        self.held = None
        self.topic = None
        singular = any(one.tag == "VERB" and one.lower.endswith("s") for one in self.followed_by[:1])
        anew = self.joined and ((self.told and self._verb_follows()) or (singular and made.count == 1))
        if anew:
            self.group = [made.id]
        gap = self.followed_by[0].lower in {"a", "an"} if self.followed_by else False
        kinds = [tie.kind for tie in self.ties[-1:] if tie.kind in GAPS]
        self.gapped = Pending(kinds[0], [made.id]) if gap and kinds and self.told and self.paused else None
        joins = not anew and self.joined and self.agent and not self.drafts[self.agent[0]].backdrop
        self.agent = list(self.group) if joins else [made.id]
        self.leads.append(list(self.agent))

    def _verb_follows(self) -> bool:
        """Say whether the phrase that was just read, with what is of it, has a verb of its own."""
        for token in self.followed_by:
            if token.tag in {"VERB", "BE"}:
                return True
            if token.tag not in {"OF", "DET", "ADJ", "COLOUR", "NOUN", "NUM", "QUAL"}:
                return False
        return False

    def _take_fronted(self, made: Draft, pending: Pending | None) -> bool:
        """ "On the table are two cups": first what they stand on, then they themselves."""
        front = self.fronted
        if front is None:
            return False
        if not front.holders and pending is not None and pending.kind == front.kind and not pending.holders:
            front.holders.append(made.id)
            self.front_of = [made.id]
            self.last = [made.id]
            return True
        if front.holders and (pending is None or pending.kind in {"be", "?"}):
            self.tie(front.kind, made.id, [i for i in front.holders if i != made.id])
            self.agent = self.group = self.last = [made.id]
            self.topic = None
            return True
        return False
