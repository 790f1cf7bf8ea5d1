"""Vocabulary: the words by which people say what should become of their picture.

Long patterns are written over several lines and joined without what is between them.
"""

from __future__ import annotations

import re

Table = tuple[tuple[re.Pattern[str], str], ...]


def joined(text: str) -> str:
    """The lines of a pattern as one."""
    return "".join(line.strip() for line in text.splitlines())


def _table(text: str) -> Table:
    """Lines of `name: pattern`; a line that begins with a bar continues the one before."""
    pairs = (line.split(": ", 1) for line in text.strip().replace("\n|", "|").splitlines())
    return tuple((re.compile(rf"\b(?:{pattern.strip()})\b"), name.strip()) for name, pattern in pairs)


MEDIA_WORDS: Table = _table(r"""
crayon: colou?red[- ]pencils?|crayons?(?: drawing)?|pencil crayons?|pastels?(?: drawing)?
watercolour: water ?colou?rs?(?: (?:painting|sketch|style))?|aquarelle
gouache: gouache|acrylics?(?: painting)?|poster paint
chalk: chalk(?:board)?(?: (?:drawing|sketch|art))?|blackboard
charcoal: charcoal(?: (?:drawing|sketch|style))?
comic: comics?(?: ?books?)?(?: (?:style|art|panel|page))?|pop[- ]?art|cartoons?|manga|anime
|graphic novel|halftone|roy lichtenstein
ink: (?:pen and |indian? )?ink(?: (?:drawing|sketch|illustration|style))?|woodcut|linocut
|engraving|etching|line ?art|line drawing|stencil
pencil: pencil(?: (?:drawing|sketch|style))?|graphite|sketch(?:ed)?(?: style)?
blueprint: blue ?print|technical drawing|cyanotype
pixel art: pixelat(?:e|ion)|pixel(?:ated)?[- ]?(?:art|style)?|8[- ]?bit|16[- ]?bit|voxel
low poly: low[- ]?poly(?:gon)?(?: (?:art|style))?|polygon(?:al)? art|triangulated
stained glass: stained[- ]glass(?: window)?|leaded glass
mosaic: mosaic
paper cut: paper[- ]?(?:cut(?:[- ]?outs?)?|craft|art|collage)|cut paper|layered paper
minimalist: minimalist(?:ic)?(?: (?:illustration|style|art|poster))?|minimal(?: (?:illustration|style|art))
poster: (?:vintage|retro|travel|art deco|propaganda|wpa|old) (?:style )?(?:travel )?poster(?: style)?
|screen[- ]?print(?:ed)?|silk ?screen|risograph|(?:into|as|like) (?:a )?poster|poster style|in the style of a poster
flat: flat(?: (?:vector|design|style|colou?rs?))?(?: (?:illustration|art|graphic))?
|vector(?:[- ](?:art|illustration|graphic|style))?|illustration
oil: oil(?: paint(?:ing)?s?)?(?: style)?|impressionis[tm]\w*|van gogh|monet|rembrandt|painterly
|classical painting|renaissance painting|painted|painting
""")

TONE_WORDS: Table = _table(r"""
grey: black[- ](?:and|&)[- ]white|b ?& ?w|gr[ae]y ?scale|monochrome|desaturate(?:d)?|noir
sepia: sepia(?:[- ]tone[d]?)?
vintage: vintage|retro|old photo(?:graph)?|aged|antique look|faded|nostalgic
bright: bright(?:er|en|ened)|lighten|lighter|increase (?:the )?(?:brightness|exposure)|more light
dark: dark(?:er|en|ened)|decrease (?:the )?(?:brightness|exposure)
flat: (?:less|lower|reduce(?: the)?|decrease(?: the)?) contrast
contrast: (?:more|high|higher|increase(?: the)?|add|boost(?: the)?) contrast|contrast(?:y|ier)
vivid: more (?:vivid|saturat\w+|colou?rful)|vivid|saturate|colou?rs? pop
|(?:boost|increase|enhance)(?: the)? (?:colou?rs?|saturation)
muted: (?:less|reduce(?: the)?|lower(?: the)?) saturat\w+|muted|quieter colou?rs
warm: warm(?:er|th)?(?: (?:tones?|colou?rs?|look))?|golden tones?
cool: cool(?:er)?(?: (?:tones?|colou?rs?|look))?|colder
night: (?:make it|(?:turn|change) (?:it|this|(?:the )?day) (?:in)?to) (?:the |a )?night
|(?:as|at|by|look like|in(?:to)?|to) (?:the |a )?night|night[- ]?time|moonlit|moonlight|nocturnal
sunset: golden hour|sun ?set|sunrise|dusk|(?:evening|dawn)(?: light)?
snow: snow(?:ing|y|fall|flakes?|storm)?|winter(?:y|time)?|blizzard
rain: rain(?:ing|y|fall)?
fog: fog(?:gy)?|mist(?:y)?|haz[ey]
sharp: sharp(?:en|er|ened)?|crisper
soft: (?:soften|blur)(?: (?:it|this|the (?:image|photo|picture)|everything))?|gaussian blur|blurry
vignette: vignette
enhanced: enhance(?! the colou?r)|improve|retouch|auto[- ]?(?:correct|enhance|tone)|touch up|better quality|restore
negative: negative|invert(?:ed)?(?: (?:the )?colou?rs)?
""")

TURN_WORDS: Table = _table(r"""
round: upside down|180(?: ?°| degrees)?|by 180
left: (?:rotate|turn)\b[^.,;]{0,60}\b(?:left|counter[- ]?clockwise|anti[- ]?clockwise)|270 degrees
right: (?:rotate|turn)\b(?![^.,;]{0,60}(?:left|counter|anti|180|upside))[^.,;]{0,60}(?:\bright|clockwise|90)
flip: flip\b[^.,;]{0,40}\bvertical(?:ly)?
mirror: mirror(?:ed)?|flip(?:ped)?(?![^.,;]{0,40}vertical)(?: (?:it|this))?(?: horizontally)?
""")

CROPS = re.compile(r"\b(crop\w*|trim\w*|cut (it |this |down )?to (a )?(square|\d))")
EXTENDS = re.compile(
    joined(r"""
    \b(extend\w*|expand\w*|out ?paint\w*|out-paint\w*|uncrop\w*|widen\w*|zoom(ed)? out|more canvas|enlarge the canvas|
    make (it|this|(the|this) (image|picture|photo)) (wider|taller)|fill (in )?(the )?(sides|rest|edges|frame|empty)|
    continue (it|the (picture|image|scene|photo))|add (more )?(space|room|canvas)|generative fill)
    """)
)
SHAPES: Table = _table(r"""
1:1: square|instagram post
16:9: wide ?screen|youtube thumbnail|landscape (?:format|orientation|ratio)|(?:in)?to landscape|desktop wallpaper
9:16: vertical (?:video|format)|phone wallpaper|instagram story|story format
|portrait (?:format|orientation|ratio)|to portrait
21:9: panorama|panoramic|ultra ?wide|cinematic (?:ratio|format)|banner
""")
FRAMES = re.compile(
    joined(r"""
    \b(?:(?:add|put|place|give|with|in|into|inside|within|surround\w*)\b[^.,;]{0,40}?
    \b(?P<what>(?:picture |photo )?frame|border|polaroid(?: frame)?)|frame (?:it|this|the)|polaroid|framed|
    (?:wood(?:en)?|gold(?:en)?|silver|black|white|oak|walnut|ornate|picture|photo) frame)\b
    """)
)
_GROUND = r"(?:back ?ground|backdrop)"
BLURS = re.compile(
    joined(rf"""
    \bblur(?:red|ry)?\b[^.,;]{{0,24}}\b{_GROUND}\b|\b{_GROUND}\b[^.,;]{{0,14}}\b(?:blur\w*|out of focus)|\bbokeh\b
    """)
)
CUTS = re.compile(
    joined(rf"""
    \b(?:remov\w+|delet\w+|eras\w+|cut(?:ting)? out|get rid of|without|no|strip\w*|drop)
    (?: (?:the|this|its|my|all|of|from|whole|entire|existing|current|old|image|picture|photo)(?:'s)?)* {_GROUND}\b|
    \btransparent(?: {_GROUND}| png)?\b|\b{_GROUND}\b[^.,;]{{0,20}}\b(?:transparent|removed|gone|cut out)\b|
    \bcut (?:it|the \w+|this) out\b|\bisolate\w*\b[^.,;]{{0,30}}
    """)
)
GROUNDS = re.compile(
    joined(rf"""
    (?P<before>#?\w+(?:[ -]\w+){{0,2}} )?\b{_GROUND}\b(?P<after>[^.,;]{{0,40}})|
    \bisolate\w* [^.,;]{{0,40}} on (?P<on>\w+(?: \w+)?)
    """)
)
ROWS = re.compile(
    joined(r"""
    \b(side by side|next to each other|in a row|beside each other|before (and|&) after|compar\w+|diptych|triptych)\b
    """)
)
COLUMNS = re.compile(r"\b(on top of each other|stack\w*|below each other|in a column|vertical(ly)?)\b")
GRIDS = re.compile(r"\b(collage|contact sheet|grid|montage|combine|merge|together|mosaic of)\b")
LOGOS = re.compile(r"\b(logo|emblem|icon|badge|monogram|graphic|symbol|clip ?art|sticker|wordmark)\b")
RESIZES = re.compile(r"\b(resize|upscale|enlarge|scale (it|this)|downscale|make it (bigger|smaller))\b")

# -- what cannot be done ---------------------------------------------------------------------------------------------

NEVER = re.compile(
    joined(r"""
    \b(isometric(?: \w+)?|3[- ]?d (?:render|model|print)\w*|photo-?realistic|photorealism|more realistic|
    into a (?:photo|video|gif|movie)|animat\w+|colou?ri[sz]e\w*|de-?age|age (?:him|her|them)|face ?swap\w*|swap faces|
    crop\w*[^.,;]{0,24}\b(?:face|person|head|subject|man|woman|dog|cat|car)s?)\b
    """)
)
_WHOLE = joined(r"""
    (?:it|this|that|them|all|everything|
    (?:the |this |my |our |whole |entire |source |attached |uploaded |original |first |second )*
    (?:image|picture|photo|photograph|pic|colou?rs?|contrast|brightness|saturation|tones?|light(?:ing)?|exposure|style|
    size|ratio|aspect ratio|format|orientation|resolution|canvas|edges?|corners?|frame|border|background|backdrop|logo|
    drawing|artwork|portrait|noise|grain)s?)
    """)
_ADDED = joined(r"""
    (?:(?:an?|the|some|more|this|my|[\w-]+) ){0,5}
    (?:text|title|caption|words?|lettering|headline|label|frame|border|polaroid|vignette|grain|contrast|space|room|
    canvas|margin|padding|blur|saturation|warmth|sharpness|brightness|look|background|effect|filter|tones?|feel|style|
    outline|light|colou?rs?|(?:fall\w+ |fresh )?snow\w*|rain\w*|fog|mist|haze)\b
    """)
_PARTS = "man|woman|person|people|cat|dog|child|girl|boy|face|sky|dress|shirt|hair|eyes|car|house|tree"
INSIDE = tuple(
    re.compile(joined(pattern))
    for pattern in (
        rf"""\b(?:remove|erase|delete|get rid of|take (?:out|away|off)|edit out|clone out|hide)\s+(?!{_WHOLE}\b)
             [^.;]{{1,80}}""",
        r"\b(?:replace|swap|exchange|substitute)\s+[^.;]{1,80}",
        rf"""\b(?:change|alter|recolou?r|turn|transform|convert|make|paint|dye)\s+(?!{_WHOLE}\b)
             (?:the|his|her|their|its|my)\s+\w[^.;]{{0,80}}""",
        r"\b(?:change|alter)\s+(?:the )?colou?rs? of\s+[^.;]{1,80}",
        rf"\b(?:add|insert|include|draw|attach|give (?:it|him|her|them|the \w+))\s+(?!{_ADDED})[^.;]{{1,80}}",
        r"""\b(?:put|place)\s+(?:an?|the|some)\s+(?!(?:[\w-]+ ){0,2}
            (?:image|picture|photo|photograph|logo|design|frame|border|text|title|caption|artwork|drawing|product|subject|
            object|item|thing|person|animal)\b)
            [^.;]{1,80}""",
        rf"\bmake (?:him|her|them|the (?:{_PARTS})s?)\b[^.;]{{0,80}}",
    )
)
