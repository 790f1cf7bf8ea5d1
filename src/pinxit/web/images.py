"""`/v1/images` and `/v1/models`: each endpoint reads, asks and writes."""

from __future__ import annotations

import time

from starlette.requests import Request
from starlette.responses import Response

from pinxit.dialects import openai
from pinxit.dialects.profiles import choose_profile
from pinxit.web.bodies import PiecewiseAnswer, finish_unless_hung_up, read_json
from pinxit.web.desk import Desk


async def generate(desk: Desk, request: Request) -> Response:
    """`POST /v1/images/generations`."""
    generation = openai.read_generation(await read_json(request, desk.max_body, desk.body_timeout))
    result = await finish_unless_hung_up(request, desk.studio.create(generation.request))
    profile = choose_profile(request.headers, desk.profile)
    headers = {"x-pinxit-engine": result.engine, "x-pinxit-model": result.model}
    if generation.ignored:
        headers["x-pinxit-ignored"] = openai.write_ignored(generation.ignored)
    return PiecewiseAnswer(openai.write_images(result, generation.size_said, profile, time.time()), headers)


async def list_models(desk: Desk, request: Request) -> Response:
    """`GET /v1/models`."""
    catalog = desk.studio.catalog
    cards = {name: catalog.find(name).card for name in catalog}
    return Response(openai.write_models(cards), media_type="application/json")


async def show_model(desk: Desk, request: Request) -> Response:
    """`GET /v1/models/{id}`."""
    name = request.path_params["name"]
    card = desk.studio.catalog.find(name).card
    return Response(openai.write_model(name, card), media_type="application/json")
