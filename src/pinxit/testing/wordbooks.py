"""Tokenizers of tiny pipelines: every letter is a word, so any prompt can be read and no two are alike."""

from __future__ import annotations

from typing import Any

_SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
_PADS = ("<|vision_start|>", "<|vision_end|>", "<|image_pad|>", "<|video_pad|>")
_PLAIN = "".join(chr(code) for code in range(33, 127))

CLIP_WORDS = 2 + 2 * 256
QWEN_WORDS = len(_SPECIAL + _PADS) + 256
T5_WORDS = 4 + len(_PLAIN)

_CHAT = (
    "{%- for message in messages -%}<|im_start|>{{ message.role }}\n"
    "{%- if message.content is string -%}{{ message.content }}{%- else -%}"
    "{%- for part in message.content -%}"
    "{%- if part.type == 'image' -%}<|vision_start|><|image_pad|><|vision_end|>{%- else -%}{{ part.text }}{%- endif -%}"
    "{%- endfor -%}{%- endif -%}<|im_end|>\n{% endfor -%}"
    "{%- if add_generation_prompt -%}<|im_start|>assistant\n{% endif -%}"
)


def _letters() -> list[str]:
    from tokenizers.pre_tokenizers import ByteLevel  # noqa: PLC0415

    return sorted(ByteLevel.alphabet())


def clip() -> Any:
    """Reads 77 letters, as CLIP reads 77 words."""
    from transformers import CLIPTokenizer  # noqa: PLC0415

    words = ["<|startoftext|>", "<|endoftext|>", *_letters(), *(f"{letter}</w>" for letter in _letters())]
    return CLIPTokenizer(vocab=_number(words), merges=[], model_max_length=77)


def qwen() -> Any:
    """Reads like Qwen 2 and 3, their marks of a conversation included."""
    from transformers import Qwen2Tokenizer  # noqa: PLC0415

    reader = Qwen2Tokenizer(
        vocab=_number([*_SPECIAL, *_PADS, *_letters()]),
        merges=[],
        model_max_length=2048,
        extra_special_tokens=[*_SPECIAL[1:], *_PADS],
    )
    reader.chat_template = _CHAT
    return reader


def t5() -> Any:
    """Reads letters without accents; every other one is the same unknown word."""
    from transformers import T5Tokenizer  # noqa: PLC0415

    words = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0), *((letter, -3.0) for letter in _PLAIN)]
    return T5Tokenizer(vocab=words, extra_ids=0, model_max_length=256)


def _number(words: list[str]) -> dict[str, int]:
    return {word: number for number, word in enumerate(words)}
