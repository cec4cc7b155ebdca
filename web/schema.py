"""The description of every address, for programs: OpenAPI 3.1, made from the handlers themselves."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from inspect import getdoc, unwrap
from typing import Any

from litestar import Litestar, Request
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

from workspace.languages import LANGUAGES

from .languages import NEUTRAL
from .readings import readings_of
from .rendering import Answer, json
from .routes import get
from .sent import Field

Json = dict[str, Any]

ABOUT = """Every page is also data, and every form can be sent as JSON, both at one address: add `.json` to it, or ask with `Accept: application/json`.
Lists give `.csv` too. An address begins with the language of its answers, `/cy` or `/en`.

Whoever is signed in sends the token of their session: `Authorization: Bearer ...`. What somebody may do depends on their place in the project; what is
for its members only is not found (404) by anybody else.

Send an `Idempotency-Key`, a UUID, with every act: sent again, it is answered again and not done again. What was done has a position in the log. Send it
as `Pleth-Position` with the next page, which then waits, for a second at most, until it can show that."""
PATH = {"uuid": {"type": "string", "format": "uuid"}, "int": {"type": "integer", "minimum": 0}, "str": {"type": "string", "minLength": 1}}
UUID = {"type": "string", "format": "uuid"}
TEXT = {"type": "string"}
POSITION = {"type": "integer", "minimum": 0}
PROBLEM = {
    "description": "RFC 9457. `reason` names what was refused, `errors` says of each field what is wrong with it, in the language of the address.",
    "type": "object",
    "required": ["type", "status", "title"],
    "properties": {"type": TEXT, "status": {"type": "integer"}, "title": TEXT, "reason": TEXT, "errors": {"type": "object", "additionalProperties": TEXT}},
}
DONE = {
    "description": "To what it was done, where that stands in the log, whether it had been done before, and where to look.",
    "type": "object",
    "required": ["id", "position", "already", "address"],
    "properties": {"id": UUID, "position": POSITION, "already": {"type": "boolean"}, "address": TEXT},
}
SECURITY = {
    "token": {"type": "http", "scheme": "bearer", "description": "The token of a session, as its cookie holds it."},
    "session": {"type": "apiKey", "in": "cookie", "name": "session", "description": "In a browser. Under https it is named `__Host-session`."},
}
READING = (401, 403, 404, 503)
ACTING = (400, 401, 403, 404, 409, 413, 422, 429, 503)
BY_LINK = (410, 429)
"""Of links that are used up, and guesses at them."""
NOTHING_NEW: Json = {"204": {"description": "What was seen (`saw`) is still so, or the whole page is to be fetched"}}


@get(["/schema", "/schema/openapi.json"], include_in_schema=False)
def schema(request: Request[Any, Any, Any]) -> Answer:
    """This description."""
    return json(described(request.app))


def described(app: Litestar) -> Json:
    paths: dict[str, Json] = {}
    for route in (route for route in app.routes if isinstance(route, HTTPRoute)):
        for handler in (handler for handler in route.route_handlers if handler.include_in_schema is not False):
            for method in sorted(handler.http_methods & {"GET", "POST", "DELETE"}):
                paths.setdefault(route.path_format, {})[method.lower()] = _operation(route, handler, is_act=method != "GET")
    for path in paths:
        if path.split("/")[1] in NEUTRAL - {""}:
            paths[path]["servers"] = [{"url": "/"}]
    problems = {str(status): _problem(status) for status in sorted({*READING, *ACTING, *BY_LINK})}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Pleth", "version": "1", "description": ABOUT},
        "servers": [{"url": f"/{language}"} for language in LANGUAGES],
        "security": [{}, {"token": []}, {"session": []}],
        "paths": paths,
        "components": {"schemas": {"Problem": PROBLEM, "Done": DONE}, "responses": problems, "securitySchemes": SECURITY},
    }


def _operation(route: HTTPRoute, handler: HTTPRouteHandler, *, is_act: bool) -> Json:
    function = unwrap(handler.fn)
    read = readings_of(function)
    module, many = function.__module__.rpartition(".")[2], f".{route.path.split('/')[1]}" if len(handler.paths) > 1 else ""
    told = " ".join((getdoc(function) or f"{function.__name__.replace('_', ' ').capitalize()}.").split())
    return {
        "operationId": f"{module}.{function.__name__}{many}",
        "tags": [module],
        "summary": told.partition(". ")[0].rstrip("."),
        "description": told,
        "parameters": [
            *({"name": part.name, "in": "path", "required": True, "schema": PATH[part.full.rpartition(":")[2]]} for part in route.path_parameters.values()),
            *({"name": name, "in": "query", "schema": shape} for name, shape in read.query.items()),
            *([{"name": "Idempotency-Key", "in": "header", "schema": UUID}] if is_act else []),
            *([{"name": "Pleth-Position", "in": "header", "schema": POSITION}] if handler.opt.get("shows") else []),
        ],
        **({"requestBody": _body(read.form)} if read.form else {}),
        "responses": {
            **(_done() if is_act else _shown()),
            **(NOTHING_NEW if "saw" in read.query else {}),
            **_problems(route.path, ACTING if is_act else READING),
        },
    }


def _body(fields: Mapping[str, Field]) -> Json:
    hidden = {"csrf": Field({**TEXT, "description": "As the page of the form has it; not with a token."}, False), "command": Field(UUID, False)}
    written = {name: field for name, field in fields.items() if field.shape.get("format") != "binary"}
    kinds = {"application/json": written, "application/x-www-form-urlencoded": {**dict(_flat(written)), **hidden}}
    kinds |= {"multipart/form-data": {**dict(_flat(fields)), **hidden}} if len(written) < len(fields) else {}
    return {"required": any(field.needed for field in fields.values()), "content": {kind: {"schema": _object(each)} for kind, each in kinds.items()}}


def _object(fields: Mapping[str, Field]) -> Json:
    needed = [name for name, field in fields.items() if field.needed]
    return {"type": "object", "properties": {name: field.shape for name, field in fields.items()}, **({"required": needed} if needed else {})}


def _flat(fields: Mapping[str, Field]) -> Iterator[tuple[str, Field]]:
    """As the fields of a form: one for each language, and a day and a time apart."""
    for name, field in fields.items():
        if field.shape["type"] == "object":
            yield from ((f"{name}_{part}", Field(shape, False)) for part, shape in field.shape.get("properties", {}).items())
        elif field.shape.get("format") == "date-time":
            yield f"{name}_on", Field({**TEXT, "format": "date"}, field.needed)
            yield f"{name}_at", Field({**TEXT, "description": "By the clocks of Wales, like 20:00.", "default": "20:00"}, False)
        else:
            yield name, field


def _shown() -> Json:
    content = {"text/html": {"schema": TEXT}, "application/json": {"schema": {"type": "object"}}, "text/csv": {"schema": TEXT}}
    return {"200": {"description": "The page, or what is on it as data", "content": content}, "303": {"description": "It is elsewhere, or asks to sign in"}}


def _done() -> Json:
    headers = {"Location": {"schema": TEXT}, "Pleth-Position": {"schema": POSITION}}
    shown = {"application/json": {"schema": {"type": "object"}}, "text/html": {"schema": TEXT}}
    done = {"application/json": {"schema": {"$ref": "#/components/schemas/Done"}}}
    return {
        "200": {"description": "Done before, as 201 said then; or nothing that the log holds: only the address, or what there is to see", "content": shown},
        "201": {"description": "Done", "headers": headers, "content": done},
        "303": {"description": "Done, for browsers: where to look", "headers": headers},
    }


def _problems(path: str, statuses: tuple[int, ...]) -> Json:
    by_link = BY_LINK if any(part in path for part in ("{token:", "{secret:", "{slip_code:", "/s/{code:")) else ()
    return {str(status): {"$ref": f"#/components/responses/{status}"} for status in sorted({*statuses, *by_link})}


def _problem(status: int) -> Json:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}, "text/html": {"schema": TEXT}}
    return {"description": HTTPStatus(status).phrase, "content": content}


routes = [schema]
