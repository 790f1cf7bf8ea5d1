"""Servers that people run themselves and that speak neither OpenAI's nor Google's API."""

from __future__ import annotations

from pinxit.testing.upstream.peers.automatic1111 import Automatic1111
from pinxit.testing.upstream.peers.comfyui import ComfyUI

__all__ = ["Automatic1111", "ComfyUI"]
