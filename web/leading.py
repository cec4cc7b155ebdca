"""What whoever leads a session does: moves, holds, lets in, reads and shows cards, gives the floor, ends. The page of it: console.py."""

from typing import Any
from uuid import UUID

from litestar import Request

from workspace import attending, cards, proceedings
from workspace.application import Act, Receipt
from workspace.attending import HOW, MOST_TABLES, Coming
from workspace.cards import LONGEST, Written
from workspace.members import MEMBER_SIDES
from workspace.sessions import LONGEST as LONGEST_WORDS
from workspace.sessions import STEPS
from workspace.themes import LONGEST as LONGEST_NAME
from workspace.voices import AGREED, SOURCES, Voice, speaking

from .auth import workspace
from .console import show
from .forms import Form
from .frames import act_in
from .rendering import Answer, moved_on
from .routes import delete, post
from .sent import LARGEST_FORM

Asked = Request[Any, Any, Any]

SIDES = ("citizen", "professional")
N = "/projects/{project:uuid}/sessions/{session:uuid}"


@post(f"{N}/moves", again=show)
def go_to(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """Lead everybody to a step of the agenda. `saw`: how many moves the page knew; `options`: cards to choose from, for dots."""
    saw, block, step, options = form.number("saw", least=0, most=100_000), form.uuid("block"), form.one_of("step", STEPS), form.uuids("options")
    by = _act(request, project, session)
    form.check()
    return _done(request, project, session, proceedings.go_to(workspace(request), by, session, saw, block, step, options))


@post(f"{N}/end", again=show)
def end(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """End the session: doors close and the code is dead."""
    saw = form.number("saw", least=0, most=100_000)
    by = _act(request, project, session)
    form.check()
    receipt = proceedings.end(workspace(request), by, session, saw)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{session}")


@post(f"{N}/freezing", again=show)
def freeze(request: Asked, project: UUID, session: UUID) -> Answer:
    """Hold the phones still for a moment."""
    return _done(request, project, session, proceedings.freeze(workspace(request), _act(request, project, session), session, True))


@delete(f"{N}/freezing", again=show)
def let_go(request: Asked, project: UUID, session: UUID) -> Answer:
    """Let the phones go on."""
    return _done(request, project, session, proceedings.freeze(workspace(request), _act(request, project, session), session, False))


@post(f"{N}/blank", again=show)
def clear_screen(request: Asked, project: UUID, session: UUID) -> Answer:
    """Clear the big screen: nothing stands on it but the way in."""
    return _done(request, project, session, proceedings.blank(workspace(request), _act(request, project, session), session, True))


@delete(f"{N}/blank", again=show)
def show_screen(request: Asked, project: UUID, session: UUID) -> Answer:
    """Show again what there is on the big screen."""
    return _done(request, project, session, proceedings.blank(workspace(request), _act(request, project, session), session, False))


@post(f"{N}/counts", again=show)
def show_counts(request: Asked, project: UUID, session: UUID) -> Answer:
    """Show on the big screen what was chosen."""
    return _done(request, project, session, proceedings.show_counts(workspace(request), _act(request, project, session), session, True))


@delete(f"{N}/counts", again=show)
def hide_counts(request: Asked, project: UUID, session: UUID) -> Answer:
    """Hide from the big screen what was chosen."""
    return _done(request, project, session, proceedings.show_counts(workspace(request), _act(request, project, session), session, False))


@post(f"{N}/code", again=show)
def renew_code(request: Asked, project: UUID, session: UUID) -> Answer:
    """A new code; the one that was given out is dead."""
    return _done(request, project, session, proceedings.renew_code(workspace(request), _act(request, project, session), session))


@post(f"{N}/handover", again=show)
def hand_over(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """Somebody else leads from now on."""
    to = form.uuid("to")
    by = _act(request, project, session)
    form.check()
    return _done(request, project, session, proceedings.hand_over(workspace(request), by, session, to))


@post(f"{N}/admissions", again=show)
def let_in(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """Let people in who wait: from now on they may write, choose and vote."""
    waiting = form.uuids("waiting")
    by = _act(request, project, session)
    form.check()
    return _done(request, project, session, attending.let_in(workspace(request), by, session, *waiting))


@post(f"{N}/people/{{member:uuid}}/refusal", again=show)
def turn_away(request: Asked, project: UUID, session: UUID, member: UUID, form: Form) -> Answer:
    """Do not let somebody in, with a reason that the history keeps."""
    reason = form.words("refusing", longest=LONGEST_WORDS["reason"])
    by = _act(request, project, session)
    form.check()
    return _done(request, project, session, attending.turn_away(workspace(request), by, session, member, reason))


@post(f"{N}/people", again=show)
def bring(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """Put somebody on the record who is here without a phone."""
    name, side, how = form.line("name", longest=100, needed=False), form.one_of("side", MEMBER_SIDES), form.one_of("how", HOW, default="room")
    by = _act(request, project, session)
    form.check()
    return _done(request, project, session, attending.bring(workspace(request), by, session, Coming(name, side, how)))


@post(f"{N}/people/{{member:uuid}}/floor", again=show)
def hear(request: Asked, project: UUID, session: UUID, member: UUID) -> Answer:
    """Give somebody the floor, who asked for it."""
    return _done(request, project, session, attending.hear(workspace(request), _act(request, project, session), session, member))


@post(f"{N}/turns", again=show)
def count_turns(request: Asked, project: UUID, session: UUID) -> Answer:
    """Announce that it is noted which group speaks."""
    return _done(request, project, session, proceedings.count_turns(workspace(request), _act(request, project, session), session))


@post(f"{N}/voices", again=show)
def note_turn(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """Note which group spoke."""
    side = form.one_of("side", SIDES)
    by = _act(request, project, session)
    form.check()
    return _done(request, project, session, proceedings.note_turn(workspace(request), by, session, side))


@post(f"{N}/wall", again=show)
def show_cards(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """Show cards to everybody; with `theme` put them under it."""
    chosen, theme = form.uuids("cards"), form.uuid("theme", needed=False)
    by = _act(request, project, session)
    if not chosen:
        form.wrong("cards", form.t("Tick the cards first"))
    form.check()
    receipt = cards.show(workspace(request), by, session, chosen, theme)
    return _done(request, project, session, receipt)


@post(f"{N}/themes", again=show)
def put_under(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """Put cards under a theme, under one that is named now (`named`, in the page's language), or under none."""
    chosen, theme, named = form.uuids("cards"), form.uuid("theme", needed=False), form.line("named", longest=LONGEST_NAME, needed=False)
    by = _act(request, project, session)
    if not chosen:
        form.wrong("cards", form.t("Tick the cards first"))
    form.check()
    called = {request.scope["state"]["language"]: named} if named else None
    return _done(request, project, session, cards.put_under(workspace(request), by, session, chosen, theme, called))


@post(f"{N}/cards/{{card:uuid}}/setting-aside", again=show)
def set_aside(request: Asked, project: UUID, session: UUID, card: UUID, form: Form) -> Answer:
    """Set a card aside, with a reason that its author reads."""
    reason = form.words("aside", longest=LONGEST)
    by = _act(request, project, session)
    form.check()
    return _done(request, project, session, cards.set_aside(workspace(request), by, session, card, reason))


@delete(f"{N}/cards/{{card:uuid}}/setting-aside", again=show)
def bring_back(request: Asked, project: UUID, session: UUID, card: UUID) -> Answer:
    """Bring a card back that was set aside."""
    return _done(request, project, session, cards.bring_back(workspace(request), _act(request, project, session), session, card))


@post(f"{N}/cards/{{card:uuid}}/joining", again=show)
def join(request: Asked, project: UUID, session: UUID, card: UUID, form: Form) -> Answer:
    """A card says the same as another: they stand together, each with its words and its author."""
    into = form.uuid("into")
    by = _act(request, project, session)
    form.check()
    return _done(request, project, session, cards.join(workspace(request), by, session, card, into))


@delete(f"{N}/cards/{{card:uuid}}/joining", again=show)
def part(request: Asked, project: UUID, session: UUID, card: UUID) -> Answer:
    """Let a card stand by itself again."""
    return _done(request, project, session, cards.part(workspace(request), _act(request, project, session), session, card))


@post(f"{N}/cards/{{card:uuid}}/taking-on", again=show)
def take_on(request: Asked, project: UUID, session: UUID, card: UUID, form: Form) -> Answer:
    """A card becomes an idea of the board, or what matters to its author."""
    what = form.one_of("what", ("idea", "matter"))
    by = _act(request, project, session)
    form.check()
    return _done(request, project, session, cards.take_on(workspace(request), by, session, card, what))


@post(f"{N}/capture", again=show, request_max_body_size=LARGEST_FORM)
def capture(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """Write down for somebody who is here what they say: the words are theirs, and a slip goes with them."""
    member, block = form.uuid("voice"), form.uuid("block")
    agreed, source = form.one_of("agreed", AGREED), form.one_of("source", SOURCES)
    is_summary, table = form.yes("summary"), form.number("table", least=0, most=MOST_TABLES, default=0)
    text, photo = form.words("said", longest=LONGEST), form.photo("photo")
    by = _act(request, project, session)
    form.check()
    theirs = attending.in_session(speaking(workspace(request), by, Voice(member, agreed, source, not is_summary)), session)
    return _done(request, project, session, cards.put(workspace(request), theirs, session, block, Written(text, False, table, photo)))


def _act(request: Asked, project: UUID, session: UUID) -> Act:
    return attending.in_session(act_in(request, project), session)


def _done(request: Asked, project: UUID, session: UUID, receipt: Receipt) -> Answer:
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{session}/console")


routes = [go_to, end, freeze, let_go, renew_code, hand_over, let_in, turn_away, bring, hear, count_turns, note_turn]
routes += [clear_screen, show_screen, show_counts, hide_counts, show_cards, put_under, set_aside, bring_back, join, part, take_on, capture]
