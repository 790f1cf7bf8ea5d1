"""OpenAI's Images API and the seed's profile of it: bytes to core values and back. No HTTP, no I/O."""

from pinxit.dialects.openai.events import HEARTBEAT, Teller, write_failure
from pinxit.dialects.openai.reading import (
    Asked,
    Form,
    read_credential,
    read_edit,
    read_edit_form,
    read_generation,
    read_variation,
)
from pinxit.dialects.openai.writing import (
    Answer,
    Manner,
    pack_manner,
    unpack_manner,
    write_ignored,
    write_images,
    write_model,
    write_models,
)

__all__ = [
    "HEARTBEAT",
    "Answer",
    "Asked",
    "Form",
    "Manner",
    "Teller",
    "pack_manner",
    "read_credential",
    "read_edit",
    "read_edit_form",
    "read_generation",
    "read_variation",
    "unpack_manner",
    "write_failure",
    "write_ignored",
    "write_images",
    "write_model",
    "write_models",
]
