"""The six prompts of the documented interface, each against the scene that a careful reader writes down."""

# ruff: noqa: E501  # a table is read across
from __future__ import annotations

from pinxit.scene import Scene, describe, read

PORTRAIT = (
    "A photorealistic close-up portrait of an elderly Japanese ceramicist with deep, sun-etched wrinkles and a warm, knowing "
    "smile. He is carefully inspecting a freshly glazed tea bowl. The setting is his rustic, sun-drenched workshop with pottery "
    "wheels and shelves of clay pots in the background. The scene is illuminated by soft, golden hour light streaming through a "
    "window, highlighting the fine texture of the clay and the fabric of his apron. Captured with an 85mm portrait lens, "
    "resulting in a soft, blurred background (bokeh). The overall mood is serene and masterful."
)
STICKER = (
    "A kawaii-style sticker of a happy red panda wearing a tiny bamboo hat. It's munching on a green bamboo leaf. The design "
    "features bold, clean outlines, simple cel-shading, and a vibrant color palette. The background must be white."
)
LOGO = (
    "Create a modern, minimalist logo for a coffee shop called 'The Daily Grind'. The text should be in a clean, bold, sans-serif "
    "font. The design should feature a simple, stylized icon of a a coffee bean seamlessly integrated with the text. The color "
    "scheme is black and white."
)
MUG = (
    "A high-resolution, studio-lit product photograph of a minimalist ceramic coffee mug in matte black, presented on a polished "
    "concrete surface. The lighting is a three-point softbox setup designed to create soft, diffused highlights and eliminate "
    "harsh shadows. The camera angle is a slightly elevated 45-degree shot to showcase its clean lines. Ultra-realistic, with "
    "sharp focus on the steam rising from the coffee. Square image."
)
LEAF = (
    "A minimalist composition featuring a single, delicate red maple leaf positioned in the bottom-right of the frame. The "
    "background is a vast, empty off-white canvas, creating significant negative space for text. Soft, diffused lighting from the "
    "top left. Square image."
)
NOIR = (
    "A single comic book panel in a gritty, noir art style with high-contrast black and white inks. In the foreground, a detective "
    "in a trench coat stands under a flickering streetlamp, rain soaking his shoulders. In the background, the neon sign of a "
    'desolate bar reflects in a puddle. A caption box at the top reads "The city was a tough place to keep secrets." The lighting '
    "is harsh, creating a dramatic, somber mood. Landscape."
)


def ties(scene: Scene) -> set[str]:
    return {f"{scene.subjects[tie.a].noun} {tie.kind} {scene.subjects[tie.b].noun}" for tie in scene.relations}


def nouns(scene: Scene) -> list[str]:
    return [one.noun for one in scene.subjects if not one.backdrop]


def test_the_ceramicist() -> None:
    scene = read(PORTRAIT)
    man = scene.subjects[0]
    assert (man.noun, man.age, man.origin, man.expression, man.action) == (
        "ceramicist", "elderly", "japanese", "knowing smile", "inspect",
    )  # fmt: skip
    assert nouns(scene) == ["ceramicist", "tea bowl", "apron"]
    assert {one.noun for one in scene.subjects if one.backdrop} == {"pottery wheel", "shelf", "clay pot"}
    assert ties(scene) == {"ceramicist holding tea bowl", "ceramicist wearing apron", "clay pot on shelf"}
    assert (scene.place.name, scene.light.kind, scene.medium) == ("workshop", "golden hour", "photo")
    assert (scene.camera.framing, scene.camera.lens_mm, scene.camera.bokeh) == ("close-up", 85, True)
    assert scene.mood == ("serene", "masterful")


def test_the_red_panda() -> None:
    scene = read(STICKER)
    panda, hat, leaf = scene.subjects
    assert (panda.noun, panda.expression, panda.action) == ("red panda", "happy", "munch")
    assert (hat.noun, hat.size, leaf.noun, leaf.colours[0].name) == ("bamboo hat", "tiny", "bamboo leaf", "green")
    assert ties(scene) == {"red panda wearing bamboo hat", "red panda eating bamboo leaf"}
    assert scene.medium == "sticker"
    assert {"kawaii", "bold outlines", "cel shading"} <= set(scene.medium_words)
    assert scene.background is not None
    assert scene.background.name == "white"


def test_the_coffee_shop() -> None:
    scene = read(LOGO)
    assert nouns(scene) == ["coffee bean"]
    assert (scene.medium, scene.theme, scene.monochrome) == ("logo", "coffee shop", True)
    words = scene.lettering[0]
    assert (words.text, words.role) == ("The Daily Grind", "logo")
    assert set(words.style) >= {"bold", "sans-serif"}
    assert [colour.name for colour in scene.palette] == ["black", "white"]


def test_the_mug() -> None:
    scene = read(MUG)
    mug = scene.subjects[0]
    assert (mug.noun, mug.head, mug.material, mug.colours[0].name) == ("coffee mug", "mug", "ceramic", "matte black")
    assert nouns(scene) == ["coffee mug", "steam", "coffee"]
    assert (scene.medium, scene.light.kind, scene.place.surface) == ("product", "softbox", "concrete")
    assert (scene.camera.angle, scene.composition.aspect) == ("high", "1:1")


def test_the_maple_leaf() -> None:
    scene = read(LEAF)
    assert nouns(scene) == ["maple leaf"]
    assert (scene.subjects[0].count, scene.subjects[0].colours[0].name) == (1, "red")
    composition = scene.composition
    assert (composition.anchor, composition.negative_space, composition.aspect) == ("bottom right", True, "1:1")
    assert (scene.medium, scene.light.direction) == ("minimalist", "left")
    assert scene.background is not None
    assert scene.background.name == "off-white"
    assert scene.lettering == ()


def test_the_detective() -> None:
    scene = read(NOIR)
    assert nouns(scene) == ["detective", "trench coat", "streetlamp"]
    assert scene.subjects[0].action == "stand"
    assert {one.noun for one in scene.subjects if one.backdrop} == {"neon sign", "bar", "puddle"}
    assert {"detective wearing trench coat", "detective under streetlamp"} <= ties(scene)
    assert (scene.medium, scene.light.kind, scene.place.weather) == ("ink", "noir", "rain")
    assert (scene.composition.panels, scene.composition.aspect, scene.composition.anchor) == (1, "16:9", None)
    assert [(words.text, words.role, words.position) for words in scene.lettering] == [
        ("The city was a tough place to keep secrets.", "caption", "top")
    ]
    assert "dramatic" in scene.mood


def test_the_description_says_what_is_shown() -> None:
    assert describe(read(STICKER)) == (
        "A happy red panda munching a green bamboo leaf, wearing a tiny bamboo hat; sticker; white background."
    )
    assert "dog (for chihuahua)" in describe(read("a small chihuahua on a sofa"), {0: "dog (for chihuahua)"})
