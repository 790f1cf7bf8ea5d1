"""The relay that one writes in an afternoon: FastAPI and httpx between OpenAI's clients and two services.

    PICTURES=http://127.0.0.1:1234 uvicorn --app-dir bench relay:app

A picture from Gemini is put into OpenAI's shape; an answer that has it already is handed on as it is.
"""

from __future__ import annotations

import os
import time
from typing import Any

import httpx
from fastapi import FastAPI, Request, Response

_SERVICE, _KEY = os.environ.get("PICTURES", ""), os.environ.get("PICTURES_KEY", "x")

app = FastAPI()
client = httpx.AsyncClient(timeout=180, limits=httpx.Limits(max_connections=256, max_keepalive_connections=256))


@app.post("/v1/images/generations", response_model=None)
async def generate(request: Request) -> Response | dict[str, Any]:
    body = await request.json()
    if not body["model"].startswith("gemini"):
        answer = await client.post(
            f"{_SERVICE}/v1/images/generations", json=body, headers={"authorization": f"Bearer {_KEY}"}
        )
        return Response(answer.content, answer.status_code, media_type=answer.headers["content-type"])
    asked = {
        "contents": [{"role": "user", "parts": [{"text": body["prompt"]}]}],
        "generationConfig": {"responseModalities": ["IMAGE"], "imageConfig": {"aspectRatio": "1:1"}},
    }
    url = f"{_SERVICE}/v1beta/models/{body['model']}:generateContent"
    answer = await client.post(url, json=asked, headers={"x-goog-api-key": _KEY})
    answer.raise_for_status()
    content = answer.json()
    parts = content["candidates"][0]["content"]["parts"]
    used = content["usageMetadata"]
    return {
        "created": int(time.time()),
        "data": [{"b64_json": part["inlineData"]["data"]} for part in parts if "inlineData" in part],
        "usage": {
            "input_tokens": used["promptTokenCount"],
            "output_tokens": used["candidatesTokenCount"],
            "total_tokens": used["totalTokenCount"],
        },
    }
