"""What somebody does in a session from their phone: write cards, ask to speak, vote, say how they are here, and leave."""

from typing import Any
from uuid import UUID

from litestar import Request

from projections.agendas import came_of
from workspace import attending, cards, choices, decisions, guests
from workspace.application import Act, Receipt
from workspace.attending import HOW, MOST_TABLES, Coming
from workspace.cards import LONGEST, Written
from workspace.refusals import NotFound
from workspace.voices import Voice, speaking

from .auth import guest_cookie, workspace
from .choices import marks_in
from .decisions import vote_in
from .forms import Form
from .guests import act_here, forgotten, guest_of
from .here import show
from .rendering import Answer, moved_on
from .routes import delete, post

Asked = Request[Any, Any, Any]


@post("/here/{session:uuid}", again=show)
def come(request: Asked, session: UUID, form: Form) -> Answer:
    """Come in, come back, or say that one is here in another way than before."""
    how = form.one_of("how", HOW, default="room")
    coming = Coming("", "", how, form.yes("is_helped"), form.yes("is_borrowed"))
    by = act_here(request, session)
    form.check()
    return _done(request, session, attending.come(workspace(request), by, session, coming))


@post("/here/{session:uuid}/blocks/{block:uuid}/cards", again=show)
def write(request: Asked, session: UUID, block: UUID, form: Form) -> Answer:
    """Put a card on the wall; `voice`: for somebody here who chose whoever writes, and then with a slip to confirm."""
    text = form.words("text", longest=LONGEST)
    is_named, voice = form.yes("is_named"), form.uuid("voice", needed=False)
    by = act_here(request, session)
    form.check()
    theirs = attending.in_session(speaking(workspace(request), by, Voice(voice, "said so", "spoken", True)), session) if voice else by
    return _done(request, session, cards.put(workspace(request), theirs, session, block, Written(text, is_named and voice is None)))


@post("/here/{session:uuid}/cards/{card:uuid}", again=show)
def reword(request: Asked, session: UUID, card: UUID, form: Form) -> Answer:
    """Put a card of one's own in other words."""
    text = form.words("text", longest=LONGEST)
    by = _of_the_session(request, session, card)
    form.check()
    return _done(request, session, cards.reword(workspace(request), by, card, text))


@delete("/here/{session:uuid}/cards/{card:uuid}", again=show)
def take_back(request: Asked, session: UUID, card: UUID) -> Answer:
    """Take a card of one's own back: nobody reads it any more."""
    by = _of_the_session(request, session, card)
    return _done(request, session, cards.take_back(workspace(request), by, card))


@post("/here/{session:uuid}/blocks/{block:uuid}/choices", again=show)
def choose(request: Asked, session: UUID, block: UUID, form: Form) -> Answer:
    """Choose by dots, or say how it feels; the last one before the group moves on counts."""
    marks = marks_in(form)
    by = act_here(request, session)
    form.check()
    return _done(request, session, choices.choose(workspace(request), by, session, block, marks))


@delete("/here/{session:uuid}/blocks/{block:uuid}/choices", again=show)
def choose_nothing(request: Asked, session: UUID, block: UUID) -> Answer:
    """Take back what one chose."""
    return _done(request, session, choices.choose(workspace(request), act_here(request, session), session, block, {}))


@post("/here/{session:uuid}/queue", again=show)
def ask_to_speak(request: Asked, session: UUID) -> Answer:
    """I'd rather say it aloud: a place in the queue."""
    return _done(request, session, attending.ask_to_speak(workspace(request), act_here(request, session), session, True))


@delete("/here/{session:uuid}/queue", again=show)
def speak_no_more(request: Asked, session: UUID) -> Answer:
    """Out of the queue again."""
    return _done(request, session, attending.ask_to_speak(workspace(request), act_here(request, session), session, False))


@post("/here/{session:uuid}/decisions/{decision_id:uuid}/votes", again=show)
def vote(request: Asked, session: UUID, decision_id: UUID, form: Form) -> Answer:
    """Vote in a decision that was opened in the session; who objects says what would be harmed."""
    choice, reason, aim = vote_in(form)
    saw = form.number("saw", least=0, most=1_000_000)
    by = _asked_here(request, session, decision_id)
    if choice == "object" and not reason:
        form.wrong("reason", form.t("Say what would be harmed, and how"))
    form.check()
    return _done(request, session, decisions.vote(workspace(request), by, decision_id, choice, reason, saw, aim if choice == "object" else ""))


@delete("/here/{session:uuid}/decisions/{decision_id:uuid}/votes", again=show)
def withdraw_vote(request: Asked, session: UUID, decision_id: UUID, form: Form) -> Answer:
    """Take one's vote back."""
    saw = form.number("saw", least=0, most=1_000_000)
    by = _asked_here(request, session, decision_id)
    form.check()
    return _done(request, session, decisions.withdraw_vote(workspace(request), by, decision_id, saw))


@post("/here/{session:uuid}/table", again=show)
def sit(request: Asked, session: UUID, form: Form) -> Answer:
    """Say at which table one sits; 0 is at none."""
    table = form.number("table", least=0, most=MOST_TABLES)
    by = act_here(request, session)
    form.check()
    return _done(request, session, attending.sit_at(workspace(request), by, session, by.member, table))


@delete("/here/{session:uuid}/turns", again=show)
def refuse_turns(request: Asked, session: UUID) -> Answer:
    """Ask that nobody notes which group speaks."""
    return _done(request, session, attending.refuse_turns(workspace(request), act_here(request, session), session))


@post("/here/{session:uuid}/place", again=show)
def claim_later(request: Asked, session: UUID, form: Form) -> Answer:
    """Have a link mailed by which one's place can be claimed later."""
    email = form.email("email")
    by = _guests_act(request, session)
    form.check()
    return moved_on(request, guests.claim_by_mail(workspace(request), by, session, email), to=f"/here/{session}?mailed=1")


@post("/here/{session:uuid}/leave", again=show)
def leave(request: Asked, session: UUID) -> Answer:
    """Leave; one may come back."""
    return _done(request, session, attending.leave(workspace(request), act_here(request, session), session))


@delete("/here/{session:uuid}/name", again=show)
def take_name_away(request: Asked, session: UUID) -> Answer:
    """A guest's name stands nowhere any more; what they said stays."""
    by = _guests_act(request, session)
    return _done(request, session, guests.take_name_away(workspace(request), by))


@post("/here/{session:uuid}/forgetting")
def forget(request: Asked, session: UUID) -> Answer:
    """Not my phone: this browser forgets who was here. What was said stays with whoever said it."""
    _guests_act(request, session)
    guests.forget_guest(workspace(request), request.cookies.get(guest_cookie(request), ""))
    answer = moved_on(request, to="/")
    answer.cookies.append(forgotten(request))
    return answer


def _guests_act(request: Asked, session: UUID) -> Act:
    """Refused: NotFound, for whoever has an account."""
    if guest_of(request, session) is None:
        raise NotFound
    return act_here(request, session)


def _of_the_session(request: Asked, session: UUID, card: UUID) -> Act:
    """Refused: NotFound, for a card of another session."""
    by = act_here(request, session)
    if cards.load(workspace(request), by, card).subject != session:
        raise NotFound
    return by


def _asked_here(request: Asked, session: UUID, decision: UUID) -> Act:
    """Refused: NotFound, for a decision that was not asked for in the session. The group may have moved on meanwhile: what was pressed without a network
    comes late, and counts while the decision is open."""
    by = act_here(request, session)
    with workspace(request).reading() as db:
        if all(each.decision != decision for each in came_of(db, session)):
            raise NotFound
    return by


def _done(request: Asked, session: UUID, receipt: Receipt) -> Answer:
    return moved_on(request, receipt, to=f"/here/{session}")


routes = [
    come,
    write,
    reword,
    take_back,
    choose,
    choose_nothing,
    ask_to_speak,
    speak_no_more,
    vote,
    withdraw_vote,
    sit,
    refuse_turns,
    claim_later,
    take_name_away,
    leave,
    forget,
]
