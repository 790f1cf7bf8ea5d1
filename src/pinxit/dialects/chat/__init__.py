"""Chat completions that answer with pictures: bytes to core values and back. No HTTP, no I/O."""

from pinxit.dialects.chat.reading import Chat, read_chat
from pinxit.dialects.chat.writing import Narrator, write_chat, write_failure

__all__ = ["Chat", "Narrator", "read_chat", "write_chat", "write_failure"]
