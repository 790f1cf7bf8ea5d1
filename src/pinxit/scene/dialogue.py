"""Dialogue: who says which of the quoted words of a panel, and which are captions or noises."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from pinxit.scene.lettering import Words
from pinxit.scene.tables import kind_of

LineKind = Literal["balloon", "thought", "caption", "sound"]
Note = Callable[[str, LineKind, str], str]

_M = r"\s*\x01(\d+)\x01\s*"
_VERBS = (
    r"says?|said|saying|shouts?|shouting|yells?|yelling|asks?|asking|answers?|answering|repl(?:y|ies|ying)|"
    r"exclaims?|exclaiming|whispers?|whispering|cr(?:y|ies|ying)(?: out)?|calls?(?: out)?|calling(?: out)?|"
    r"screams?|screaming|mutters?|muttering|sighs?|sighing|sings?|singing|announces?|announcing|responds?|"
    r"responding|greets?(?: \w+)?|adds?|adding|laughs?|laughing|declares?|tells? (?:the |his |her )?[\w-]+|"
    r"thinks?|thinking|thought|wonders?|wondering|barks?|barking|meows?|roars?|roaring|growls?|squeaks?|beeps?"
)
_NAMED = (
    r"(?:(?:the|an?|his|her|their|its|another|one|old|young|little)\s+)(?:[\w-]+\s+){0,3}?[\w-]+|"
    r"he|she|it|they|[A-Z][\w-]+"
)
_SAID = re.compile(
    rf"(?:\s*,)?\s*(?:\band\s+|\bwho\s+)?\b({_VERBS})\b(?: (?!the\b|a\b)\w+ly)?"
    r"(?P<to>(?: to)? (?:the|an?|his|her|their) [\w ]+?| to [\w ]+?| him| them)?(?: back)?\s*[,:]?"
    rf"{_M}\.?",
    re.I,
)
_SAID_AFTER = re.compile(
    rf"{_M},?\s*(?:(?P<verb>{_VERBS})\s+(?P<after>{_NAMED})|(?P<before>{_NAMED})\s+(?:{_VERBS}))\b\s*[.,]?"
)
_SCRIPT = re.compile(rf"(?:^|(?<=[.\n;,\x01]))\s*((?:the |a )?[A-Z]?[\w-]+(?: [\w-]+)?)\s*:{_M}\.?", re.I)
_BUBBLE = re.compile(
    rf"(?:,?\s*(?:and|with|there is|has)?\s*(?:an?|the|his|her|its)?\s*)\b(speech|thought|word|talk)?[ -]?"
    r"(?:bubble|balloon)s?"
    rf"(?:[^.\x01]{{0,30}}?\b(?:says?|saying|reads?|reading|that says|with(?: the words?)?|containing))?"
    rf"\s*:?{_M}\.?", re.I,
)  # fmt: skip
_CAPTION = re.compile(
    rf"(?:,?\s*(?:and|with|there is)?\s*(?:an?|the)?\s*)\b(?:caption|narration|narrator|narrative|text)(?: ?box)?"
    rf"(?:[^.\x01]{{0,24}}?\b(?:says?|saying|reads?|reading|that (?:says|reads)))?\s*:?{_M}\.?", re.I,
)  # fmt: skip
_SOUND = re.compile(
    rf"(?:,?\s*(?:and|with)?\s*(?:an?|the)?\s*(?:loud |big )?)(?:\bsfx|\bsounds?(?: effects?)?|\bonomatopoeia|\bnoise|"
    rf"\bwith a(?: loud| big)?|\bgoes|\bgo(?=\s)|\bit goes)\s*(?:that )?(?:says?|reads?|of|goes)?\s*:?{_M}\.?", re.I,
)  # fmt: skip
_NAME_AFTER = re.compile(
    r"(?P<kept>\b(?P<head>[A-Za-z]+)),? (?:named|called|by the name of) (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?),?"
)
_NAME_BEFORE = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?), (?P<kept>an? (?:[a-z-]+ ){0,2}?(?P<head>[a-z]+))"
    r"(?= (?:with|in|who|wearing)\b|,)"
)
_LOUD = re.compile(r"^[A-Z]{2,12}[!?.]*$|^(?:[A-Z]{2,8}[ -]){1,2}[A-Z]{2,8}[!?.]*$")
_LABELLED = re.compile(
    r"\b(caption|narrat(?:ion|or)|sfx|sound effect|title)\s*:\s*(?![\"“'‘«„\s])([^\"“\n.!?]{1,140}[!?.]*)", re.I
)
_SHOUTED = re.compile(
    r"(?m)(^|[.!?:;\n]\s+)([A-Z]{2,14}(?: [A-Z]{2,14})?)\s*:\s*(?![\"“'‘«„\s])([^\"“\n.!?]{1,140}[!?.]+)"
)
_NO_SPEAKERS = {"panel", "frame", "caption", "style", "title", "text", "scene", "sfx", "note", "then", "says"}
_CARRIERS = {"sign", "neon", "label", "icing", "logo", "shop front", "cover", "t-shirt", "chalkboard", "note", "plate",
             "screen"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """Words of a panel. `speaker` names who says them, as the prompt does; "" is whoever the panel is about."""

    text: str
    kind: LineKind
    speaker: str = ""


def quote_scripts(prompt: str) -> str:
    """Set words in quotation marks that a script gives without: "Caption: Once upon a time.", "CAT: Hello!"."""
    text = _LABELLED.sub(lambda m: f'{m.group(1)}: "{m.group(2).strip()}"', prompt)
    return _SHOUTED.sub(
        lambda m: m.group(0) if m.group(2) in {"PANEL", "STYLE", "NOTE"} or m.group(2).lower() in _NO_SPEAKERS
        else f'{m.group(1)}{m.group(2).capitalize()}: "{m.group(3).strip()}"', text,
    )  # fmt: skip


def unnamed(prompt: str) -> str:
    """Call everybody by what they are, outside quotation marks: "a cat named Max", "Max sleeps"."""
    names: dict[str, str] = {}
    living = kind_of()["person"] | kind_of()["animal"]

    def learn(match: re.Match[str]) -> str:
        head, name = match.group("head").lower(), match.group("name")
        if head not in living:
            return match.group(0)
        names[name] = head
        return match.group("kept")

    pieces = re.split(r"(\"[^\"]*\"|“[^”]*”)", prompt)
    for i in range(0, len(pieces), 2):
        pieces[i] = _NAME_AFTER.sub(learn, pieces[i])
        pieces[i] = _NAME_BEFORE.sub(learn, pieces[i])
        for name, head in names.items():
            pieces[i] = re.sub(rf"\b{re.escape(name)}\b", f"the {head}", pieces[i])
    return "".join(pieces)


def take_lines(marked: str, words: list[Words]) -> tuple[str, tuple[Line, ...]]:
    """Take what is said, told and heard out of a panel's text; what stands on a thing stays in it."""
    found: dict[int, Line] = {}

    def note(number: str, kind: LineKind, speaker: str = "") -> str:
        index = int(number)
        found[index] = Line(words[index].text, kind, speaker)
        return " "

    text = _SOUND.sub(lambda m: note(m.group(1), "sound"), marked)
    text = _CAPTION.sub(lambda m: note(m.group(1), "caption") + ". ", text)
    text = _BUBBLE.sub(
        lambda m: note(m.group(2), "thought" if (m.group(1) or "").lower() == "thought" else "balloon"), text
    )
    at = 0
    while (said := _SAID.search(text, at)) is not None:
        if words[int(said.group(3))].role in _CARRIERS and _written(text[: said.start()], said.group(1)):
            at = said.end()
            continue
        speaker = _before(text[: said.start()], said.group(0).lower().split()[0])
        note(said.group(3), _kind(said.group(1)), speaker)
        listener = re.sub(r"^\s*to\b", "", said.group("to") or "").strip()
        text = f"{text[: said.start()]}{f' facing {listener}' if ' ' in listener else ''}. {text[said.end() :]}"
    text = _SAID_AFTER.sub(lambda m: _after(m, note), text)
    text = _SCRIPT.sub(lambda m: _script(m, note), text)
    for mark in list(re.finditer(r"\x01(\d+)\x01", text)):
        lettering = words[int(mark.group(1))]
        loud = _LOUD.match(lettering.text) and "!" in lettering.text
        if lettering.role in _CARRIERS and not loud:
            continue
        if lettering.role == "caption":
            note(mark.group(1), "caption")
        elif _LOUD.match(lettering.text):
            note(mark.group(1), "sound")
        elif lettering.role in {"plain", "balloon"}:
            note(mark.group(1), "balloon")
        else:
            continue
        text = text.replace(mark.group(0), " ")
    return _tidy(text), tuple(found[index] for index in sorted(found))


def _written(before: str, verb: str) -> bool:
    """Does a thing say it ("a sign that says"), and nobody who could speak?"""
    if not verb.lower().startswith("say"):
        return False
    clause = re.split(r"[.,;!?]|\b(?:and|while|then)\b", before)[-1].lower().split()
    if clause and clause[-1] in {"that", "which"}:
        return True
    speakers = kind_of()["person"] | kind_of()["animal"] | {"he", "she", "it", "they"}
    return not any(word in speakers for word in clause)


def _kind(verb: str) -> LineKind:
    return "thought" if re.match(r"th(?:ink|ought)|wonder", verb, re.I) else "balloon"


def _before(text: str, link: str) -> str:
    """Who speaks, out of the words before "says": the name at their end, or whom the sentence is about.

    `link` is the first word of what follows: "and" goes back to whom the sentence is about, "who" to the last name.
    """
    sentence = re.split(r"[.!?\n]\s+|\x01", text)[-1].strip(" ,")
    if link == "who":
        return re.split(r"\b(?:a|an|the|his|her|their)\b", sentence)[-1].strip()
    name = re.search(rf"({_NAMED})$", sentence) if link != "and" else None
    if name is None:
        return re.split(r"\b(?:and|who)\b|,", sentence)[0].strip()
    clause = re.split(r",|;|\b(?:and|but|while|as|then)\b", sentence)[-1].strip()
    return clause or name.group(1)


def _after(match: re.Match[str], note: Note) -> str:
    speaker = match.group("after") or match.group("before")
    kind = _kind(match.group("verb") or match.group(0).split()[-1])
    note(match.group(1), kind, speaker)
    return f" {speaker}. "


def _script(match: re.Match[str], note: Note) -> str:
    name = match.group(1).strip()
    if name.lower().split()[-1] in _NO_SPEAKERS:
        return match.group(0)
    note(match.group(2), "balloon", name)
    return f" {'' if name.lower().startswith(('the ', 'a ')) else 'the '}{name.lower()}. "


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([.,;!?])", r"\1", text)
    text = re.sub(r"(?<=\w)\. to (?=(?:the|an?|his|her|its|their)\b)", " facing ", text)
    return re.sub(r"(?:[.,;]\s*){2,}", ". ", text).strip(" ,;")
