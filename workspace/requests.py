"""Asking for a place: whoever sees a project that is open to all may ask to take part; a facilitator welcomes them, or says why not."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.errors import AskedAlready, MemberIsHere, NobodyAsks, NotFound
from aggregates.member import MEMBER_SIDES, Member
from aggregates.project import Project
from aggregates.words import Words, words_id

from . import members, memberships
from .accounts import checked_name
from .application import Receipt, Workspace, command
from .limits import Limit, hold_to
from .texts import write

LONGEST = 1000
AGAIN = Limit("asking to join", 10, timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Asking:
    """How somebody would take part: their name, the group they are counted in, why, if they like, and whether they belong to the other group too."""

    name: str
    side: str
    words: str = ""
    is_both: bool = False


@command
def ask(workspace: Workspace, account: UUID, project: UUID, asking: Asking, *, command: UUID, language: str, happened_at: datetime | None = None) -> Receipt:
    """Ask to take part. The name is kept from view until somebody is welcomed. Refused: NotFound (it is not open to all), MemberIsHere, AskedAlready,
    InNoGroup, BadWords, TooOften."""
    with workspace.reading() as db:
        earlier, now = memberships.membership(db, account, project)
    _must_be_free(workspace, project, earlier)
    with workspace.reading() as db:
        hold_to(db, workspace.settings.secret, AGAIN, f"{account.hex} {project.hex}")
    side, when = members.one_of(asking.side, MEMBER_SIDES), happened_at or now
    by = Act(project, uuid4(), side, "web", command, when, now, language=language)
    words = [write(asking.words, by, longest=LONGEST)] if asking.words else []
    member = Member.ask(by, words[0].reference if words else None, is_both=asking.is_both)
    also = [*memberships.let_go(earlier), *memberships.enrol(member.id, project, account, checked_name(asking.name)), *memberships.show_name(member.id, True)]
    return workspace.commit(member, words=words, also=also)


@command
def welcome(workspace: Workspace, by: Act, member: UUID) -> Receipt:
    """Whoever asked is here from now on, under the name they gave, unless it was taken down. Refused: NotYourTask, NobodyAsks."""
    members.must_have_task(workspace, by, "facilitator")
    found = members.load(workspace, by, member)
    found.welcome(by)
    down = workspace.find(Words, words_id(member))
    return workspace.commit(found, also=[] if down and down.is_hidden else memberships.show_name(member, False))


@command
def turn_away(workspace: Workspace, by: Act, member: UUID, reason: str) -> Receipt:
    """With a reason that they are told, and that everybody can read. Who it was and what they wrote is kept no longer. Refused: NotYourTask, NobodyAsks,
    BadWords."""
    members.must_have_task(workspace, by, "facilitator")
    found = members.load(workspace, by, member)
    words = write(reason, by)
    found.turn_away(by, words.reference)
    return workspace.commit(found, words=[words], also=[*memberships.words_gone(member, found.project), *memberships.erase_name(member)])


@command
def take_back(workspace: Workspace, account: UUID, project: UUID, *, command: UUID, language: str) -> Receipt:
    """Ask no longer; the words go for good. Refused: NobodyAsks."""
    with workspace.reading() as db:
        earlier, now = memberships.membership(db, account, project)
    found = workspace.load(Member, earlier) if earlier else None
    if found is None:
        raise NobodyAsks
    by = Act(project, found.id, found.side, "web", command, now, now, language=language)
    found.ask_no_longer(by)
    return workspace.commit(found, also=memberships.never_here(found.id, project))


def _must_be_free(workspace: Workspace, project: UUID, earlier: UUID | None) -> None:
    if workspace.load(Project, project).visibility != "public":
        raise NotFound
    before = workspace.load(Member, earlier) if earlier else None
    if before and before.state == "here":
        raise MemberIsHere
    if before and before.state == "asking":
        raise AskedAlready
