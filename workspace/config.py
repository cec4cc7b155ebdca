"""Everything that can be set. The only place that reads the environment."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Frozen; `database_url` is empty until the embedded database of `data` runs (see embedded.database)."""

    data: Path | None = None
    database_url: str = ""
    url: str = ""  # how people reach us, e.g. https://pleth.example.cymru; empty = http://HOST:PORT
    smtp_url: str | None = None  # smtp://user:password@host:587 or smtps://...; None = mail is kept
    broker_url: str = ""  # redis://... or amqp://...; empty = the database carries the jobs
    mail_from: str = "Pleth <pleth@localhost>"
    contact: str = ""  # who helps, by name, where a project names nobody; at the foot of every page
    telephone: str = ""
    secret: bytes = b""
    demo: bool = False
    host: str = "127.0.0.1"
    port: int = 8000
    web_processes: int = 2
    trusted_proxies: str = "127.0.0.1"  # whose X-Forwarded-For is believed; addresses with commas between

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None, **overrides: Any) -> Self:
        """What the environment says, under what the caller says (None = the caller says nothing)."""
        env = os.environ if environ is None else environ
        said: dict[str, Any] = {
            "data": Path(env.get("PLETH_DATA") or ROOT / "data"),
            "database_url": env.get("PLETH_DATABASE_URL"),
            "url": env.get("PLETH_URL", "").rstrip("/") or None,
            "smtp_url": env.get("PLETH_SMTP_URL") or None,
            "broker_url": env.get("PLETH_BROKER_URL") or None,
            "mail_from": env.get("PLETH_MAIL_FROM") or None,
            "contact": env.get("PLETH_CONTACT") or None,
            "telephone": env.get("PLETH_TELEPHONE") or None,
            "host": env.get("PLETH_HOST") or None,
            "port": int(env["PLETH_PORT"]) if env.get("PLETH_PORT") else None,
            "web_processes": int(env["PLETH_WEB_PROCESSES"]) if env.get("PLETH_WEB_PROCESSES") else None,
            "trusted_proxies": env.get("PLETH_TRUSTED_PROXIES") or None,
            "demo": env.get("PLETH_DEMO") == "1" or None,
            "secret": _secret_of(env),
        }
        said |= {name: value for name, value in overrides.items() if value is not None}
        _must_be_addresses(said)
        settings = cls(**{name: value for name, value in said.items() if value is not None})
        return settings if settings.secret else replace(settings, secret=_kept_secret(settings))

    def to_env(self) -> dict[str, str]:
        """Our environment, changed so that a child process reads the same settings. The secret is in it: never log this."""
        named = {"PLETH_" + f.name.upper(): getattr(self, f.name) for f in fields(self)}
        said = {name: value.decode() if isinstance(value, bytes) else str(value) for name, value in named.items() if value is not None}
        return {**os.environ, **said, "PLETH_DEMO": "1" if self.demo else "0"}

    @property
    def address(self) -> str:
        """The public base address, without a slash at its end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.url or f"http://{host}:{self.port}"


def languages_wanted() -> str:
    """The language of the command line, by LANG: cy or en."""
    return "cy" if (os.environ.get("LC_ALL") or os.environ.get("LANG") or "").startswith("cy") else "en"


def clean_environment() -> dict[str, str]:
    """The environment for programs of PostgreSQL: nothing of PG* that could send them to another server."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def is_ci() -> bool:
    """In CI what is missing (a browser) is a failure; elsewhere it is a clear skip."""
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")


def _must_be_addresses(said: Mapping[str, Any]) -> None:
    """Refused: ValueError, in words for whoever set it."""
    for name, schemes in (("url", ("http", "https")), ("smtp_url", ("smtp", "smtps"))):
        there = urlsplit(said[name] or f"{schemes[0]}://nobody")
        if there.scheme not in schemes or not there.hostname:
            raise ValueError(f"PLETH_{name.upper()} begins with {' or '.join(f'{scheme}://' for scheme in schemes)}, then a host")
    try:
        conninfo_to_dict(said["database_url"] or "")
    except ProgrammingError:
        raise ValueError("PLETH_DATABASE_URL is like postgresql://somebody:password@host:5432/pleth") from None


def _secret_of(env: Mapping[str, str]) -> bytes | None:
    if env.get("PLETH_SECRET"):
        return env["PLETH_SECRET"].encode()
    if env.get("PLETH_SECRET_FILE"):
        return Path(env["PLETH_SECRET_FILE"]).read_text().strip().encode()
    return None


def _kept_secret(settings: Settings) -> bytes:
    """The secret of DIR, made the first time. Several machines share one by PLETH_SECRET instead."""
    if settings.data is None:
        raise ValueError("PLETH_SECRET is needed where there is no data folder")
    path = settings.data / "secret"
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(made, "wb") as file:
        file.write(secrets.token_hex(32).encode())
    return path.read_bytes()
