"""Pictures that are wished for, how they stand in line, and what goes together."""

from __future__ import annotations

import asyncio
import itertools
from bisect import insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from pinxit.engines.diffusers.work import Item, Manner, Still
from pinxit.weights import Installed

_NUMBERS = itertools.count()
_KNOWN = 256  # payers whose last turn is remembered


@dataclass(frozen=True, slots=True)
class Told:
    """How far a wish is: `fraction` 0 to 1, what is being done, and an unfinished state where one was wanted."""

    fraction: float
    stage: str
    preview: Still | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a wish."""

    still: Still


News = Told | Made | Exception


@dataclass(eq=False, slots=True)
class Wish:
    """One picture. What happens to it comes into `outbox`; the last of it is Made or an error."""

    model: Installed
    manner: Manner
    item: Item
    payer: str
    outbox: asyncio.Queue[News] = field(default_factory=asyncio.Queue)
    number: int = field(default_factory=lambda: next(_NUMBERS))
    """Its place in the line: smaller ones came earlier."""
    came: float = field(default_factory=lambda: asyncio.get_running_loop().time())
    """When it came, by the event loop."""
    deaths: int = 0
    """Workers that died over it."""
    alone: bool = False
    """Is it to be made by itself? It may be what its batch failed for."""
    cramped: bool = False
    """Did memory not suffice even for it alone?"""
    over: bool = False
    """Was the last of it told, or does nobody want it any more?"""
    painted: bool = False
    given: bool = False

    @property
    def kind(self) -> tuple[str, Manner]:
        """Wishes of one kind can be made together."""
        return self.model.name, self.manner

    def tell(self, news: News) -> None:
        if not self.over:
            self.over = not isinstance(news, Told)
            self.outbox.put_nowait(news)


class Line:
    """Wishes that wait, the oldest first. Payers take turns for whose wish begins the next batch."""

    def __init__(self) -> None:
        self._wishes: list[Wish] = []
        self._turns: dict[str, int] = {}
        self._turn = 0

    def __len__(self) -> int:
        return len(self._wishes)

    def __iter__(self) -> Iterator[Wish]:
        return iter(tuple(self._wishes))

    def put(self, wish: Wish) -> None:
        """Add a wish; one that was taken out before comes back to its old place."""
        insort(self._wishes, wish, key=lambda waiting: waiting.number)

    def remove(self, wish: Wish) -> bool:
        """Take a wish out; False where it does not wait."""
        if wish not in self._wishes:
            return False
        self._wishes.remove(wish)
        return True

    def list_firsts(self) -> list[Wish]:
        """The oldest wish of each payer and kind, in the order in which they may begin a batch."""
        firsts: dict[tuple[str, tuple[str, Manner]], Wish] = {}
        for wish in self._wishes:
            firsts.setdefault((wish.payer, wish.kind), wish)
        return sorted(firsts.values(), key=lambda wish: (self._turns.get(wish.payer, -1), wish.number))

    def gather(self, first: Wish, limit: int) -> list[Wish]:
        """A batch that begins with `first`: what goes with it, oldest first, `limit` in all."""
        if first.alone:
            return [first]
        others = (wish for wish in self._wishes if wish.kind == first.kind and not wish.alone and wish is not first)
        return [first, *itertools.islice(others, limit - 1)]

    def take(self, batch: list[Wish]) -> None:
        """These are made now; it was the turn of the first one's payer."""
        taken = set(map(id, batch))
        self._wishes = [wish for wish in self._wishes if id(wish) not in taken]
        self._turn += 1
        self._turns.pop(batch[0].payer, None)
        self._turns[batch[0].payer] = self._turn
        while len(self._turns) > _KNOWN:
            del self._turns[next(iter(self._turns))]  # whoever had no turn for the longest time

    def clear(self) -> list[Wish]:
        """Take all out."""
        wishes, self._wishes = self._wishes, []
        return wishes
