"""Our stylesheet, icons and scripts, and htmx from its wheel: read once, named by their content, kept by browsers for a year."""

import gzip
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from litestar import Request, Response
from litestar import get as litestar_get
from litestar.params import FromPath

HERE = Path(__file__).parent / "static"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".png": "image/png"}
FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class File:
    name: str
    content: bytes
    packed: bytes
    media_type: str


def asset(name: str) -> str:
    """The address of a file of ours, e.g. asset("pleth.css")."""
    return "/static/" + _files()[name].name


@litestar_get("/static/{name:str}", sync_to_thread=False, include_in_schema=False)
def static_file(request: Request[Any, Any, Any], name: FromPath[str]) -> Response[bytes]:
    file = _by_address().get(name)
    if file is None:
        return Response(b"", status_code=404, media_type="text/plain")
    headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(file.packed, media_type=file.media_type, headers={**headers, "Content-Encoding": "gzip"})
    return Response(file.content, media_type=file.media_type, headers=headers)


@cache
def _files() -> dict[str, File]:
    return {path.name: _read(path) for path in [*HERE.iterdir(), *_htmx()] if path.suffix in TYPES}


@cache
def _by_address() -> dict[str, File]:
    return {file.name: file for file in _files().values()}


def _htmx() -> list[Path]:
    """htmx from its wheel; the package itself (a Django app) is not imported. Its extension for server-sent events is that of htmx 1: ours is in
    pleth.js."""
    spec = find_spec("js_lib_htmx")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("django-js-lib-htmx is not installed")
    folder = Path(spec.submodule_search_locations[0]) / "static" / "htmx"
    return [folder / "htmx.min.js"]


def _read(path: Path) -> File:
    content = path.read_bytes()
    name = f"{path.stem}.{blake2b(content, digest_size=6).hexdigest()}{path.suffix}"
    return File(name, content, gzip.compress(content, 9, mtime=0), TYPES[path.suffix])


routes = [static_file]
