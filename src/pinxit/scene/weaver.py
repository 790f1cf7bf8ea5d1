"""Weaves phrases into subjects and the relations between them, and knows what pronouns refer to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pinxit.scene.attachment import host_of, verb_kind
from pinxit.scene.belongings import take_of, take_part
from pinxit.scene.colours import named
from pinxit.scene.drafts import Draft, Tie, draft, relation
from pinxit.scene.lettering import Letters
from pinxit.scene.phrases import NounPhrase
from pinxit.scene.scenic import role_of, take_place, take_role, take_words
from pinxit.scene.sharing import OWNED, SPATIAL, narrowed, passes_on, shared_relation, sits_on_owner
from pinxit.scene.surroundings import Surroundings
from pinxit.scene.tables import is_a
from pinxit.scene.words import Token, verb_base

_POSSESSIVES = frozenset({"his", "her", "its", "their"})
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
_FORMATIONS = frozenset({"row", "line", "circle", "group", "pair", "way", "air"})
_DEEDLESS = frozenset("be have wear become hold dress cover fill tie say feature show".split())


@dataclass(slots=True)
class Pending:
    """A relation or a deed that waits for what it is done to."""

    kind: str
    holders: list[int]
    word: str = ""
    deed: bool = False  # a verb's, not a preposition's


@dataclass(slots=True)
class Weaver:
    """Walks over sentences and keeps what later ones may refer to."""

    scene: Surroundings
    letters: Letters
    drafts: list[Draft] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    agent: list[int] = field(default_factory=list)  # the clause's doers
    last: list[int] = field(default_factory=list)  # the nearest phrase's subjects
    group: list[int] = field(default_factory=list)  # the nearest phrases joined by "and"
    pending: Pending | None = None
    topic: str | None = None  # what the sentence speaks of when it is no thing: background, light, mood ...
    followed_by: Sequence[Token] = ()
    theme: str | None = None
    backdrop: bool = False
    silent: bool = False
    denied: bool = False
    joined: bool = False
    paused: bool = False
    lettered: bool = False  # words were spoken of last, so that "at the top" is theirs
    held: Pending | None = None  # the last relation that was made, for "and a scarf"
    content: Pending | None = None  # the vessel that was just filled: "a bowl of ramen with an egg"
    of_what: NounPhrase | None = None
    waiting_anchor: str | None = None  # "on the left, a dog": where the next thing stands
    fronted: Pending | None = None  # "on the table are two cups": a relation that its doers follow
    number: int | None = None  # "dozens of": how many of the next phrase
    before: NounPhrase | None = None

    # -- sentences ---------------------------------------------------------------------------------------------

    def begin_sentence(self) -> None:
        """Forget what does not reach over a full stop; the doers stay for pronouns."""
        self.pending = self.held = self.content = self.of_what = self.before = None
        self.waiting_anchor = self.number = self.fronted = None
        self.topic = None
        self.backdrop = self.silent = self.denied = self.joined = self.paused = self.lettered = False
        self.last = []
        self.group = []

    def end_sentence(self) -> None:
        """Close what still waits."""
        self.pending = None

    def pause(self) -> None:
        """A comma: what waits for an object no longer does."""
        if self.pending and self.pending.kind not in {"background", "theme"}:
            self.pending = None
        self.of_what = None
        self.paused = True
        self.joined = False
        self.denied = False

    def join(self, new_clause: bool) -> None:
        """ "and": the next phrase may share what the last one was in."""
        self.joined = not new_clause
        self.of_what = None
        self.pending = None
        self.silent = self.silent and not new_clause

    def deny(self) -> None:
        """ "without": what follows is not drawn."""
        self.denied = True

    def copula(self) -> None:
        """ "is": what follows describes the topic or the doers."""
        self.pending = Pending("be", self.last or self.agent)

    def refer(self, pronoun: str) -> None:
        """A pronoun: it speaks of the doers of the sentences before."""
        pronoun = pronoun.split("'", maxsplit=1)[0]
        lead = [d.id for d in self.drafts if not d.backdrop]
        agents = [i for i in self.agent if i < len(self.drafts)] or lead[:1]
        if pronoun in {"he", "she", "him", "her", "himself", "herself"}:
            agents = [i for i in agents if self.drafts[i].animate or self.drafts[i].person] or [
                d.id for d in self.drafts if d.animate or d.person
            ][:1]
            for i in agents:
                if self.drafts[i].person and self.drafts[i].count == 1:
                    self.drafts[i].said.setdefault(
                        "gender", "male" if pronoun.startswith("hi") or pronoun == "he" else "female"
                    )
        if pronoun in {"they", "them"} and len(agents) < 2:
            tops = [d.id for d in self.drafts if d.animate]
            agents = agents if agents and self.drafts[agents[0]].count > 1 else tops or agents
        if self.pending is not None and pronoun == "it" and self.ties and self.ties[-1].kind == "with":
            whole = self.ties.pop()  # "a table with a cake on it"
            self.tie(self.pending.kind, whole.b, [whole.a])
            self.pending = None
            return
        if self.pending is not None and pronoun in {"him", "her", "it", "them"}:
            for holder in self.pending.holders:
                self.tie(self.pending.kind, holder, agents[:1])
            self.pending = None
            return
        if agents:
            self.agent = self.last = self.group = list(agents)
            self.topic = None

    def quote(self, number: int) -> None:
        """A quoted text: who carries it is the nearest thing."""
        self.letters.host(number, self.last or self.agent, self.drafts)
        self.lettered = True
        self.pending = None

    # -- verbs -------------------------------------------------------------------------------------------------

    def doers(self, base: str) -> list[int]:
        """Say who does a deed: the nearest one that can, or after a comma the clause's own doers."""
        if self.pending is not None and self.pending.kind == "be":
            return self.pending.holders
        if self.paused or self.joined:
            return self.agent or self.group or self.last
        return host_of(base, self.last, self.group, self.agent, self.drafts)

    def act(self, base: str, holders: Sequence[int]) -> None:
        """Note the deed of its doers."""
        self.pending = None
        self.silent = False
        if base in _DEEDLESS:
            return
        for holder in holders:
            self.drafts[holder].said.setdefault("action", base)
            if base in _FELT:
                self.drafts[holder].said.setdefault("expression", _FELT[base])

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

    def relate(self, kind: str, word: str) -> None:
        """A relation's phrase: what follows is where the nearest things are."""
        if self.denied:
            self.denied = kind == "background"
            self.pending = None
            return
        if kind == "background":
            if self.before is None or self.paused or not self.last:
                self.backdrop = True
            if not self.backdrop:
                self._push_back(self.group)
            return
        if kind == "foreground":
            self.backdrop = False
            return
        if kind == "with" and self.topic is not None:
            self.topic = None
            self.pending = None
            self.last = self.group = []
            return
        holders = self.group if kind not in {"with", "wearing", "~of", "dressed as"} else self.last
        if self.paused and not self.joined and kind != "with":
            holders = self.agent
        elif kind in SPATIAL and self.held is not None and passes_on(self, self.held, kind):
            holders = self.agent if set(self.held.holders) & set(self.agent) else self.held.holders
        first = word.split(maxsplit=1)[0]
        if first.endswith("ing") and (base := verb_base(first)):
            holders = self.doers(base)
            self.act(base, holders)
        if self.before is None and kind in SPATIAL:
            self.fronted = Pending(kind, [])
        if self.pending is not None and self.pending.kind == "be":
            holders = self.pending.holders
        self.pending = Pending(kind, list(holders), word)

    def of(self) -> None:
        """ "of": what follows belongs to the phrase before."""
        self.of_what = self.before

    # -- phrases -----------------------------------------------------------------------------------------------

    def take(self, phrase: NounPhrase) -> None:
        """Take up a noun phrase."""
        self.letters.near(phrase)
        pending, self.pending = self.pending, None
        of_what, self.of_what = self.of_what, None
        self.before = phrase
        if phrase.owner and (is_a(phrase.noun, phrase.head, "part") or phrase.head == "lap"):
            phrase.noun, phrase.head = phrase.owner, phrase.owner.rsplit(" ", 1)[-1]
        if self.number is not None and phrase.noun and not phrase.counted:
            phrase.count, phrase.counted, self.number = self.number, True, None
        self.denied = self.denied or phrase.determiner in {"no", "without", "never"}
        if self.denied:
            self.denied = bool(phrase.noun)
        elif not phrase.noun and phrase.counted and phrase.colours and self.group:
            self.drafts[self.group[-1]].colours += phrase.colours  # "two cats, one orange and one black"
        elif not phrase.noun:
            self.number = (
                phrase.count if phrase.counted and self.followed_by and self.followed_by[0].tag == "OF" else None
            )
            if phrase.counted and of_what is not None and self.last:
                self.drafts[self.last[-1]].count = phrase.count
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

    def _take_named(self, phrase: NounPhrase, pending: Pending | None, of_what: NounPhrase | None) -> None:
        if sits_on_owner(self, phrase, pending):
            return
        role = role_of(self, phrase, pending, of_what is not None)
        if role is not None:
            take_role(self, role, phrase, pending)
        elif (of_what is not None and take_of(self, phrase, of_what)) or take_place(self, phrase, pending):
            return
        elif self.silent:
            if phrase.determiner in _POSSESSIVES and is_a(phrase.noun, phrase.head, "clothing") and self.drafts:
                self.tie("wearing", self.owner(), [self.make(phrase).id])
            elif not is_a(phrase.noun, phrase.head, "part"):
                self.unread.append(phrase.noun)
        elif is_a(phrase.noun, phrase.head, "part") and take_part(self, phrase, pending):
            return
        else:
            self._take_thing(phrase, pending)

    def owner(self) -> int:
        people = [i for i in self.agent if self.drafts[i].animate or self.drafts[i].person]
        everyone = [d.id for d in self.drafts if d.animate or d.person]
        return (people or everyone or [0])[0]

    def make(self, phrase: NounPhrase) -> Draft:
        """Make a subject, or find the one that "the cat" speaks of."""
        words = self.scene.note_subject(phrase)
        self.scene.note(phrase.noun, {"time", "light"})
        if phrase.determiner in {"the", "this", "that", "its", "his", "her"} and not phrase.plural:
            for known in reversed(self.drafts):
                if known.head == phrase.head and not (
                    phrase.colours and known.colours and phrase.colours != known.colours
                ):
                    known.describe([w for w in phrase.words if w not in known.adjectives])
                    known.colours += [c for c in phrase.colours if c not in known.colours]
                    return known
        self.lettered = False
        made, scenic = draft(phrase, len(self.drafts))
        if any(mark.startswith("black") for mark in phrase.marks):
            made.colours += [c for n in ("black", "white") if (c := named(n))]
        made.adjectives += [word for word in words if word not in made.adjectives]
        self.scene.note_words(scenic)
        made.backdrop = self.backdrop or self.background_follows() or made.head == "sky"
        if self.waiting_anchor is not None:
            made.anchor, self.waiting_anchor = self.waiting_anchor, None
        self.drafts.append(made)
        return made

    def background_follows(self) -> bool:
        return bool(self.followed_by) and self.followed_by[0].tag == "REL" and self.followed_by[0].value == "background"

    def _push_back(self, subjects: Sequence[int]) -> None:
        """Put subjects into the background, with what lies in or on them."""
        behind = set(subjects) | {tie.a for tie in self.ties if tie.b in subjects and tie.kind in {"in", "on"}}
        for index in behind:
            self.drafts[index].backdrop = True

    def tie(self, kind: str, a: int, others: Sequence[int]) -> None:
        for b in others:
            if a == b:
                continue
            first, second, name = (b, a, kind[1:]) if kind.startswith("~") else (a, b, kind)
            if name == "above_from":
                name = "above"
            tie = Tie(relation(name), first, second)
            if tie not in self.ties:
                self.ties.append(tie)

    def _take_thing(self, phrase: NounPhrase, pending: Pending | None) -> None:
        possessed = phrase.determiner in {"his", "her", "its", "their"} and is_a(phrase.noun, phrase.head, "clothing")
        shared = shared_relation(self, phrase) if self.joined or (self.paused and self.held) else None
        if pending is not None and pending.kind == "dressed as":
            for holder in pending.holders:
                self.drafts[holder].adjectives.append(phrase.noun)
            return
        if pending is not None and pending.kind == "~of":
            for holder in pending.holders:
                self.drafts[holder].said.setdefault("material", phrase.noun)
            return
        if pending is not None and pending.kind == "in" and phrase.head in _FORMATIONS and not phrase.colours:
            return
        idle = pending is not None and pending.deed and pending.kind not in {"eating", "drinking"}
        if idle and not phrase.determiner and is_a(phrase.noun, phrase.head, "part"):
            return
        known = len(self.drafts)
        made = self.make(phrase)
        if pending is None and possessed and self.drafts and self.owner() != made.id:
            pending = Pending("wearing", [self.owner()])
        if self._take_fronted(made, pending):
            return
        pending = pending if pending and pending.kind not in {"theme", "background", "be"} else None
        if pending is None and shared is not None:
            pending = Pending(shared.kind, shared.holders, shared.word)
        if pending is not None and pending.kind == "with" and made.backdrop and not self.backdrop:
            self.last = self.group = [made.id]
            return
        if pending is not None and pending.holders:
            pending.holders = narrowed(self, pending, made)
        if pending is not None and pending.holders:
            kind = verb_kind(pending.kind, pending.word, made, [self.drafts[i] for i in pending.holders])
            for holder in pending.holders:
                self.tie(kind, holder, [made.id])
            self.held = Pending(kind, pending.holders, pending.word, pending.deed)
            self.group = [*self.group, made.id] if self.joined and shared else [made.id]
            self.last = [made.id]
            return
        self._begin_clause(made, known > 0)

    def _begin_clause(self, made: Draft, known: bool) -> None:
        """A thing in no relation to the ones before: what follows is about it."""
        if self.joined and known and self.held is None:
            self.group = [*self.group, made.id]
        elif self.joined and known and self.held is not None and self.held.kind in OWNED:
            self.group = [*self.agent, made.id]
        else:
            self.group = [made.id]
        self.last = [made.id]
        self.held = None
        self.topic = None
        joins = self.joined and self.agent and not self.drafts[self.agent[0]].backdrop
        self.agent = list(self.group) if joins else [made.id]

    def _take_fronted(self, made: Draft, pending: Pending | None) -> bool:
        """ "On the table are two cups": first what they stand on, then they themselves."""
        front = self.fronted
        if front is None:
            return False
        if not front.holders and pending is not None and pending.kind == front.kind and not pending.holders:
            front.holders.append(made.id)
            return True
        if front.holders and (pending is None or pending.kind in {"be", "?"}):
            self.tie(front.kind, made.id, [i for i in front.holders if i != made.id])
            self.agent = self.group = self.last = [made.id]
            self.topic = None
            return True
        return False
