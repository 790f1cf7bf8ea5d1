"""What is to go wrong with the calls to come, and who has been told how often."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from pinxit.testing.upstream.misbehaviour import Misbehaviour, Mixture, find_words

Wish = Misbehaviour | str | None
"""A misbehaviour, as value or as text; None: none, so this call is answered as it should be."""
_PROMPTS = 20_000  # whose tries are counted


class Script:
    """Scripts count only for calls that make pictures, so that a look at the list of models takes nothing from them."""

    def __init__(self) -> None:
        self._next: deque[tuple[Misbehaviour, ...]] = deque()
        self._always: tuple[Misbehaviour, ...] = ()
        self._mixture: Mixture | None = None
        self._tries: dict[tuple[str, str], int] = {}
        self.dead = False

    def next(self, *wishes: Wish | Sequence[Wish]) -> None:
        """One wish for each of the next calls; a list is several for one call, "503 x3" is three calls."""
        for wish in wishes:
            ways = tuple(_read(wish))
            # In a list of several the number of tries belongs to one of them, so it counts prompts as `always` does.
            times = ways[0].tries or 1 if len(ways) == 1 else 1
            self._next.extend([ways] * times)

    def always(self, *wishes: Wish) -> None:
        """For every call from now on, "503 x3" for the first three tries of each prompt. Without any: for none."""
        self._always = tuple(way for wish in wishes for way in _read(wish))

    def mix(self, shares: Mapping[str, float], seed: int = 0) -> None:
        """See Mixture; an empty one ends it."""
        self._mixture = Mixture(shares, seed) if shares else None

    def clear(self) -> None:
        self.__init__()  # type: ignore[misc]

    def draw(self) -> tuple[Misbehaviour, ...]:
        """What the next call is to do wrong, before anything of its prompt is known."""
        planned = self._next.popleft() if self._next else ()
        luck = self._mixture.draw() if self._mixture else None
        return (*planned, *self._always, *([luck] if luck else []))

    def choose(self, planned: Sequence[Misbehaviour], prompt: str) -> list[Misbehaviour]:
        """What is planned and what the prompt says, less what was only meant for tries that are over."""
        once = {id(way) for way in planned} - {id(way) for way in self._always}
        ways = [*planned, *find_words(prompt)]
        return [way for way in ways if way.tries is None or id(way) in once or self._count(prompt, way) <= way.tries]

    def _count(self, prompt: str, way: Misbehaviour) -> int:
        place = (prompt, str(way))
        self._tries[place] = self._tries.pop(place, 0) + 1
        if len(self._tries) > _PROMPTS:
            self._tries.pop(next(iter(self._tries)))
        return self._tries[place]


def _read(wish: Wish | Sequence[Wish]) -> Iterator[Misbehaviour]:
    if wish is None:
        return
    if isinstance(wish, str):
        yield Misbehaviour.parse(wish)
    elif isinstance(wish, Misbehaviour):
        yield wish
    else:
        for inner in wish:
            yield from _read(inner)
