"""Hosts: what can carry a picture, by the words that people use, and the scene that is left when they are read."""

from __future__ import annotations

import re

from pinxit.engines.illustrator.sources.vocabulary import Table, joined

# What is drawn: the words for it.
HOSTS = r"""
t-shirt: t-? ?shirts?|tees?(?: shirts?)?|shirts?|tank tops?|jerseys?
hoodie: hoodies?|sweat ?shirts?|sweaters?|jumpers?
mug: (?:coffee |tea |ceramic )?mugs?|(?:coffee |tea )?cups?
laptop: laptops?(?: (?:screen|display))?|notebook computers?|macbooks?(?: screen)?
smartphone: (?:smart|mobile |cell ?)?phones?(?: (?:screen|display))?|iphones?(?: screen)?|phone case
tablet: tablets?(?: screen)?|ipads?(?: screen)?
television: (?:flat[- ]screen )?(?:tvs?|televisions?)(?: (?:screen|set))?
computer: (?:computer|desktop)(?: (?:screen|monitor|display))?|monitors?|screens?|displays?
billboard: bill ?boards?|advertising (?:board|hoarding)s?|hoardings?|bus stop ad
magazine: magazines?(?: cover)?
book: (?:book|novel|album)(?: cover)?s?|cover of an? (?:book|novel)|notebooks?(?: cover)?|journal cover
tote bag: tote(?: bag)?s?|canvas bags?|shopping bags?|bags?|paper bags?
backpack: backpacks?|rucksacks?
cushion: cushions?|throw pillows?|pillows?
cap: (?:baseball )?caps?|hats?
easel: easels?|canvas on an easel|canvas
banner: banners?
flag: flags?
van: (?:delivery )?vans?
truck: trucks?|lorr(?:y|ies)
can: (?:soda |beer |tin )?cans?
bottle: (?:water )?bottles?
jar: jars?
box: (?:cardboard |gift |packaging )?box(?:es)?|packag(?:e|ing)|parcels?
plate: plates?
sign: (?:wooden |shop )?signs?|signboards?
"""
# A picture as people refer to it.
_REFERENCE = joined(r"""
    (?:(?:this|the|that|these|those|my|our|your|both|attached|uploaded|given|provided|source|input|original|first|
    second|same|following|enclosed|company|brand|above) )*
    (?:it|this|them|these|photos?|photographs?|pictures?|images?|pics?|logos?|designs?|artworks?|art|drawings?|
    graphics?|icons?|emblems?|paintings?|illustrations?|portraits?|snapshots?|files?|sketch(?:es)?|screenshots?|
    patterns?|prints?|one|selfie)
    """)
_WALL = r"(?:posters?|(?:framed )?(?:prints?|pictures?|paintings?|artworks?|photos?)|picture frames?|frames?|wall art)"
_ROOMS = r"(?:wall|sofa|couch|bed|fireplace|living room|bedroom|gallery|museum|office|hallway|dining room)"
_PREPOSITION = r"(?:on ?to|on|in(?:to|side)?|across|over|as|for|printed on|to)"
_ARTICLE = r"(?:an?|the|my|some|his|her|their|one|two|three)"
_ADJECTIVES = joined(r"""
    (?:(?!(?:an?|the|of|in|on|over|above|with|and|walls?|behind|next|beside|to|from|for|by|near|at)\b)[\w'-]+ ){0,4}?
    """)
_FRONT = r"(?:the (?:front|side|back|cover|screen|display|label|chest) of )"
_HANGS = r"(?:hang|hung|mount(?:ed)?|put|placed?|shown?|display(?:ed)?|used?|present(?:ed)?|imagine|as|framed?)"
_SHOWS = r"(?:with|featuring|bearing|showing|shows|displaying|carrying|has|printed with|decorated with|using)"
_WHERE = joined(r"""
    (?: (?:printed|displayed|shown|visible))?
    (?: (?:on|in|across) (?:it|them|the (?:front|chest|side|screen|cover|middle)|its (?:front|side|screen|cover)))?
    """)


def _nouns() -> list[tuple[str, str]]:
    pairs = [line.split(": ", 1) for line in HOSTS.strip().splitlines()]
    return [(noun, pattern) for noun, pattern in pairs]


def _places() -> Table:
    """Such as "put it on a white mug": what follows the preposition is the scene."""
    other = r"(?! (?:style|illustration|art|drawing)|(?<=comic book) (?:panel|page|strip))"
    found = [
        (rf"\b{_PREPOSITION} (?P<scene>{_FRONT}?{_ARTICLE} {_ADJECTIVES}(?P<host>{pattern})\b{other}.*)", noun)
        for noun, pattern in _nouns()
    ]
    walls = (
        rf"""\b{_HANGS}\b[^.;]{{0,80}}?(?P<scene>(?:{_PREPOSITION} )?(?:{_ARTICLE} )?{_ADJECTIVES}
             (?P<host>{_WALL})?\b[^.;]{{0,80}}?\b{_ROOMS}\b.*)""",
        rf"\b(?P<scene>(?:on|in|inside|into|above|over) {_ARTICLE} {_ADJECTIVES}(?P<host>{_ROOMS})s?\b.*)",
    )
    found += [(joined(wall), "wall") for wall in walls]
    return tuple((re.compile(pattern), noun) for pattern, noun in found)


def _shown() -> Table:
    """Such as "a mug with this logo on it": the scene is all but the part that speaks of the picture."""
    return tuple(
        (
            re.compile(
                rf"\b{_ARTICLE} {_ADJECTIVES}(?P<host>{pattern})\b[^.;]{{0,60}}?"
                rf"(?P<with> (?:that |which )?{_SHOWS} {_REFERENCE}\b{_WHERE})"
            ),
            noun,
        )
        for noun, pattern in _nouns()
    )


PLACES, SHOWN = _places(), _shown()
_LEADING = re.compile(
    joined(r"""
    ^(?:please |can you |could you )*
    (?:(?:create|make|generate|draw|show|design|produce|render|give|paint|visuali[sz]e|build)\b(?: me| us)? )?
    (?:(?:(?:an?|the) )?(?:realistic |product |photo ?realistic )*
    (?:mock-?ups?|pictures?|photos?|images?|renders?|visuals?|scene) (?:of|with|showing) )?
    """),
    re.IGNORECASE,
)
_WORN = re.compile(r"^(?P<what>.*?),? (?:that is |which is )?(?:worn|carried|held) by (?P<who>.*)$", re.IGNORECASE)


def strip_reference(scene: str, words: str | None, host: str) -> str:
    """A scene's prompt that names what carries the picture by the noun that is drawn, and the picture not at all."""
    text = _LEADING.sub("", scene.strip())
    text = re.sub(rf"^{_FRONT}", "", text, flags=re.IGNORECASE)
    if words and host != "wall":
        text = re.sub(re.escape(words), host, text, count=1, flags=re.IGNORECASE)
    worn = _WORN.match(text)
    if worn and host in {"smartphone", "tablet"}:
        text = worn["what"]  # in a hand, a screen is seen from behind
    elif worn:
        verb = "wearing" if "worn" in text.lower() else "holding"
        text = f"{worn['who'].rstrip('. ')} {verb} {worn['what']}"
    if host != "wall" and not re.match(r"(?:an?|the|two|three|some|my|his|her|their)\b", text, re.IGNORECASE):
        text = f"{'an' if text[:1].lower() in 'aeiou' else 'a'} {text}"
    text = re.sub(rf"\ban? (?={re.escape(host)}\b)", f"{'an' if host[0] in 'aeiou' else 'a'} ", text)
    return text.strip(" ,.?!") or f"a {host}"
