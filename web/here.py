"""A session on somebody's phone: exactly what there is to do now, and nothing of the project but the session. What is done there: taking_part.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from litestar import Request, Response
from psycopg import Connection

from projections.agendas import AGENDAS, Came, Part, Phone, came_of, outcome_of, parts
from projections.decisions import DECISIONS, Decision, decision
from projections.helpers import HELPERS, Chosen, voices
from projections.people import PEOPLE
from projections.projects import PROJECTS
from projections.proposals import PROPOSALS
from projections.rooms import ROOMS, Card, Given, at_table, cards, given, options, own_cards, person
from projections.rounds import ROUNDS, Round
from projections.rounds import round as consent_round
from workspace import decisions as acts
from workspace.cards import LONGEST
from workspace.decisions import Ballot
from workspace.refusals import NotFound

from .asking import said, short
from .auth import workspace
from .choices import Choosing, choosing_of
from .decision_pages import in_brief
from .guests import guest_of, phone_of
from .languages import to
from .rendering import Answer, page, partial
from .routes import get
from .walls import Group, grouped, themes_of

Asked = Request[Any, Any, Any]
SHOWS = [PROJECTS, PEOPLE, AGENDAS, ROOMS, DECISIONS, PROPOSALS, ROUNDS, HELPERS]


@dataclass(frozen=True, slots=True)
class Asking:
    """The decision that the group is asked for, as a phone shows it."""

    decision: Decision
    ballot: Ballot | None
    rule: str
    word: str  # of the result
    result: str


@dataclass(frozen=True, slots=True)
class Here:
    phone: Phone
    is_guest: bool
    left: int | None  # minutes of this part
    share: int  # of its minutes that are gone, in hundredths
    own: Sequence[Card]  # of who is looking, the newest first
    wall: Sequence[Group]  # what everybody may read of this part
    asking: Asking | None
    round: Round | None  # the consent round that the group goes through
    choosing: Choosing | None
    outcome: Mapping[str, Any] | None  # what was chosen in this part, once whoever leads shows it
    chosen_from: Sequence[Card]
    agenda: Sequence[Part]  # for those who wait
    given: Given | None
    helped: Sequence[Chosen] = ()  # who chose whoever is looking to write for them, and is here
    came: Sequence[Came] = ()  # of it, once it is over
    mailed: bool = False  # a link to their place is on its way
    longest: int = LONGEST


@get("/here/{session:uuid}", shows=SHOWS)
def show(request: Asked, session: UUID) -> Answer:
    """A session, for somebody who is in it or may come in."""
    was_mailed = said(request, "mailed")
    try:
        found = phone_of(request, session)
    except NotFound:
        if request.scope["state"]["format"] != "html":
            raise
        return page(request, "here/outside.html", status=404)
    return page(request, "here/show.html", replace(_here(request, found), mailed=was_mailed))


@get("/here/{session:uuid}/now", shows=SHOWS)
def now(request: Asked, session: UUID) -> Answer:
    """What there is to do now, by itself: an open page asks again when the group has moved on. Nothing, where it shows that already (`saw`); the whole
    page, where more of it is another: somebody was let in, or it is over."""
    saw = short(request, "saw")
    found = phone_of(request, session)
    if saw == found.saw:
        return Response(b"", status_code=204, headers={"Cache-Control": "no-store"})
    if saw and saw.partition(".")[0] != found.saw.partition(".")[0]:
        there = to(f"/here/{session}", request.scope["state"]["language"])
        return Response(b"", status_code=204, headers={"Cache-Control": "no-store", "HX-Redirect": there})
    return partial(request, "here/_moved.html", _now(request, found))


def _here(request: Asked, found: Phone) -> Here:
    """What there is to do, and below it what is one's own."""
    with workspace(request).reading() as db:
        own = own_cards(db, found.session, found.member) if found.state in ("in", "over") else []
        gave = given(db, found.session, found.member) if found.standing else None
    return replace(_now(request, found), own=own, given=gave)


def _now(request: Asked, found: Phone) -> Here:
    """What there is to do: no statement, or one or two for what is read there."""
    opened, is_in = workspace(request), found.state == "in"
    asking = _asking(request, found) if is_in and found.decision and found.step == "decide" else None
    with opened.reading() as db:
        shown = _shown(db, found) if is_in else []
        choosing = choosing_of(db, found) if is_in and found.step == "choose" and found.is_recorded else None
        outcome = outcome_of(db, found.block) if is_in and found.block and found.are_counts_shown else None
        chosen_from = options(db, found.session, [UUID(each["option"]) for each in outcome.get("options", ())]) if outcome else []
        in_round = consent_round(db, found.round, viewer=found.member) if is_in and found.round and found.step == "talk" else None
        wall = grouped(shown, themes_of(db, shown), found.member)
        agenda = parts(db, found.session) if found.state in ("planned", "out", "waiting") or (is_in and found.block is None) else []
        came = came_of(db, found.session) if found.state == "over" else []
        helped = _helped(db, found) if is_in and found.step in ("write", "tables") and found.is_of_project else []
    left, share = _time(found)
    is_guest = guest_of(request, found.session) is not None
    return Here(found, is_guest, left, share, [], wall, asking, in_round, choosing, outcome, chosen_from, agenda, None, helped, came)


def _shown(db: Connection[Any], found: Phone) -> Sequence[Card]:
    """Of the part that runs: what everybody may read, or what those at the same small table wrote."""
    if found.block and found.step == "tables":
        return at_table(db, found.session, found.block, found.sits_at)
    return cards(db, found.session, found.block, only_shown=True) if found.block and found.shows_wall else []


def _helped(db: Connection[Any], found: Phone) -> list[Chosen]:
    chosen = voices(db, found.project, found.member, is_facilitator=False)
    return [each for each in chosen if (there := person(db, found.session, each.id)) and there.state == "here" and there.is_let_in]


def _asking(request: Asked, found: Phone) -> Asking | None:
    assert found.decision is not None
    opened = workspace(request)
    ballot = acts.on_record(opened, found.decision, found.member)
    with opened.reading() as db:
        asked = decision(db, found.decision, member=found.member, own_reason=ballot.reason if ballot else None)
    if asked is None:
        return None
    brief = in_brief(request.scope["state"]["language"], asked, found.sides)
    return Asking(asked, ballot, brief.rule, brief.word, brief.result)


def _time(found: Phone) -> tuple[int | None, int]:
    """Minutes left, and the share that is gone; None where nothing is timed."""
    if found.minutes is None or found.moved_at is None:
        return None, 0
    gone = (found.now - found.moved_at).total_seconds() / 60
    return max(0, round(found.minutes - gone)), min(100, int(100 * gone / found.minutes))


routes = [show, now]
