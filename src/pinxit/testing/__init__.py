"""Doubles and contracts for whoever writes an engine or tests against pinxit: public and kept stable.

FakeEngine makes plain pictures at once. A third party's whole test file for an engine is a subclass of EngineContract.
`run_server` starts the real server. `pinxit.testing.upstream` stands in for Gemini, OpenAI, AUTOMATIC1111 and ComfyUI,
`pinxit.testing.hub` for a hub of models.
"""

from __future__ import annotations

from pinxit.testing.contract import EngineContract
from pinxit.testing.desk import FakeSender, make_desk
from pinxit.testing.engine import FakeEngine, paint_flat
from pinxit.testing.process import RunningServer, run_server

__all__ = ["EngineContract", "FakeEngine", "FakeSender", "RunningServer", "make_desk", "paint_flat", "run_server"]
