"""A stand-in for other image services, faithful until it is told to misbehave. For your own tests too.

    with run_upstream() as upstream:
        client = openai.OpenAI(base_url=f"{upstream.url}/v1", api_key=upstream.key)
        upstream.next("429 retry=0.1", "reset body")

It speaks Gemini and Vertex AI, OpenAI and Azure, AUTOMATIC1111 and ComfyUI; `WORDS` are what may go wrong.
"""

from __future__ import annotations

from pinxit.testing.upstream.asking import Upload
from pinxit.testing.upstream.calls import Call
from pinxit.testing.upstream.misbehaviour import WORDS, Misbehaviour, Word
from pinxit.testing.upstream.rules import Rules
from pinxit.testing.upstream.running import FakeUpstream, run_upstream

__all__ = ["WORDS", "Call", "FakeUpstream", "Misbehaviour", "Rules", "Upload", "Word", "run_upstream"]
