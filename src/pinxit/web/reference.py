"""`/openapi.json`, and `/docs` to browse it: everything comes from this server, nothing from another host."""

from __future__ import annotations

import mimetypes
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from pinxit import __version__
from pinxit.core.errors import NotFound
from pinxit.dialects.openapi import write_document

# Swagger UI's own files, which the package carries; its code, a Flask blueprint, is never imported.
_PACKAGE = "flask_swagger_ui"
_ASSETS = ("swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {"content-security-policy": _POLICY, "x-content-type-options": "nosniff", "cache-control": "max-age=300"}
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>pinxit API</title>
<link rel="stylesheet" href="docs/swagger-ui.css">
<link rel="icon" href="docs/favicon-32x32.png">
</head>
<body>
<div id="reference"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</body>
</html>
"""
# Swagger UI fills every field of a form with an example and sends them all, even the empty ones. Here what is optional
# begins empty and is not sent while it is.
_START = """const BlankForms = ({ React }) => ({
  wrapComponents: {
    JsonSchemaForm: (Original) => (props) => React.createElement(Original, {
      ...props,
      dispatchInitialValue: props.dispatchInitialValue && props.required,
    }),
    ParameterIncludeEmpty: (Original) => (props) => React.createElement(Original, {
      ...props,
      isIncludedOptions: { ...props.isIncludedOptions, defaultValue: false },
    }),
  },
});
SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#reference",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  plugins: [BlankForms],
});
"""


async def show_document(request: Request) -> Response:
    """`GET /openapi.json`."""
    return Response(write_document(__version__), media_type="application/json")


async def show_reference(request: Request) -> Response:
    """`GET /docs`."""
    return Response(_PAGE, headers=_HEADERS, media_type="text/html")


async def show_asset(request: Request) -> Response:
    """`GET /docs/{asset}`: one of the few files that the page needs."""
    name = request.path_params["asset"]
    if name == "start.js":
        return Response(_START, headers=_HEADERS, media_type="text/javascript")
    if name not in _ASSETS:
        raise NotFound(f"There is no file {name[:60]!r} in the documentation.")
    return FileResponse(_find_assets() / name, headers=_HEADERS, media_type=mimetypes.guess_type(name)[0])


@cache
def _find_assets() -> Path:
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise NotFound("The reference's pages are not installed; /openapi.json has the same in JSON.")
    return Path(spec.submodule_search_locations[0]) / "dist"
