"""Who a request comes from: the session's cookie or bearer token -> account -> act. And that a form was sent by our own page."""

import hmac
import secrets
from hashlib import sha256
from typing import Any, Literal
from urllib.parse import urlsplit
from uuid import UUID, uuid4, uuid5

from litestar import Request
from litestar.exceptions import PermissionDeniedException

from workspace import devices, members
from workspace.application import Act, Workspace
from workspace.devices import SignedIn

MASK = 16


class SignInFirst(Exception):
    """The page or act needs somebody who is signed in."""


class StaleForm(PermissionDeniedException):
    """The form was not made by our page for this session."""


def workspace(request: Request[Any, Any, Any]) -> Workspace:
    found: Workspace = request.app.state.workspace
    return found


def is_secure(opened: Workspace) -> bool:
    return opened.settings.address.startswith("https:")


def session_cookie(request: Request[Any, Any, Any]) -> str:
    """The name of the session's cookie. With __Host- no other host of the domain can set it."""
    return "__Host-session" if is_secure(workspace(request)) else "session"


def guest_cookie(request: Request[Any, Any, Any]) -> str:
    """The name of the cookie of somebody who came to a session by its code."""
    return "__Host-guest" if is_secure(workspace(request)) else "guest"


def session_token(request: Request[Any, Any, Any]) -> str | None:
    said = request.headers.get("authorization", "")
    return said[7:].strip() if said[:7].lower() == "bearer " else request.cookies.get(session_cookie(request))


def signed_in(request: Request[Any, Any, Any]) -> SignedIn | None:
    """Asked of the database once a request."""
    state = request.scope["state"]
    if "signed_in" not in state:
        token, opened = session_token(request), workspace(request)
        state["signed_in"] = None
        if token:
            with opened.reading() as db:
                state["signed_in"] = devices.signed_in(db, opened.settings.secret, token)
    found: SignedIn | None = state["signed_in"]
    return found


def account(request: Request[Any, Any, Any]) -> UUID | None:
    who = signed_in(request)
    return who.account if who else None


def must_be_signed_in(request: Request[Any, Any, Any]) -> SignedIn:
    """Refused: SignInFirst, which sends a reader to the sign-in page and back."""
    who = signed_in(request)
    if who is None:
        raise SignInFirst
    return who


def act(request: Request[Any, Any, Any], project: UUID) -> Act:
    """An act of whoever asks, in a project or the network, under the command id that the form carries. Refused: SignInFirst, NotAMember."""
    return members.act(workspace(request), must_be_signed_in(request).account, project, **act_by(request))


def act_by(request: Request[Any, Any, Any]) -> dict[str, Any]:
    """How an act of whoever asks is made: its command id, language and channel."""
    channel: Literal["web", "api"] = "api" if request.headers.get("authorization") else "web"
    return {"command": command_id(request), "language": request.scope["state"]["language"], "channel": channel}


def command_id(request: Request[Any, Any, Any]) -> UUID:
    """The id under which a press of the button is done once: hidden in the form, or the header Idempotency-Key. Without one, each press
    is new. From somebody else, or sent to another address, it is another command: nobody is answered with what was done elsewhere."""
    state = request.scope["state"]
    sent = request.headers.get("idempotency-key") or (state["form"].raw("command") if "form" in state else "")
    try:
        return uuid5(UUID(str(sent)), f"{account(request)} {request.method} {state['path']}")
    except ValueError:
        return uuid4()


def csrf_token(request: Request[Any, Any, Any]) -> str:
    """Bound to the session. Masked anew on each page, so that a compressed page does not give it away byte by byte. Empty where nobody is signed in."""
    token = session_token(request)
    if not token:
        return ""
    mask = secrets.token_bytes(MASK)
    return (mask + _xor(mask, _bound(request, token))).hex()


def must_be_from_our_page(request: Request[Any, Any, Any], sent: str | None) -> None:
    """Refused: StaleForm. `sent` is the token of a form; None where the body is JSON, which no other site can send without asking first."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    if site not in ("same-origin", "none") or (origin is not None and not _is_ours(request, origin)):
        raise StaleForm
    token = request.cookies.get(session_cookie(request))
    if token and sent is not None and not request.headers.get("authorization") and not _matches(_bound(request, token), sent):
        raise StaleForm


def _bound(request: Request[Any, Any, Any], token: str) -> bytes:
    return hmac.digest(workspace(request).settings.secret, b"form\0" + token.encode(), sha256)[:MASK]


def _matches(bound: bytes, sent: str) -> bool:
    try:
        mixed = bytes.fromhex(sent)
    except ValueError:
        return False
    return len(mixed) == 2 * MASK and hmac.compare_digest(_xor(mixed[:MASK], mixed[MASK:]), bound)


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def _is_ours(request: Request[Any, Any, Any], origin: str) -> bool:
    """The origin is the address that was asked (a reverse proxy passes Host on) or the public one."""
    there = urlsplit(origin)
    return there.netloc == request.headers.get("host") or origin == workspace(request).settings.address
