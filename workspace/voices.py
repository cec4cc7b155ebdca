"""For whom somebody writes: a facilitator, or whoever the person chose, acts with that person as the voice. The words are the voice's from the start."""

from dataclasses import dataclass, replace
from uuid import UUID, uuid4, uuid5

from aggregates.base import AGREED as AGREED
from aggregates.base import SOURCES as SOURCES
from aggregates.base import Act, Channel
from aggregates.errors import MemberIsNotHere, NotTheirHelper
from aggregates.member import Member

from . import members, memberships
from .application import Receipt, Workspace, command

CHANNELS: dict[str, Channel] = {"paper": "paper", "phone": "phone"}
"""How words came that came by neither is how they are written down now."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words they are, how that was agreed, how they came, and whether they are the words themselves or a summary."""

    member: UUID
    agreed: str
    source: str
    verbatim: bool | None = None


def speaking(workspace: Workspace, by: Act, voice: Voice) -> Act:
    """The same act for somebody who is here, or on the record. Refused: NotTheirHelper, MemberIsNotHere, NotFound, UnknownChoice."""
    found = members.load(workspace, by, voice.member)
    if found.state not in ("here", "recorded"):
        raise MemberIsNotHere
    if found.id == by.member or not _may_write_for(workspace, by, found):
        raise NotTheirHelper
    return said_by(by, found.id, found.side, voice)


def said_by(by: Act, member: UUID, side: str, voice: Voice) -> Act:
    """The act with its voice in it; `side` is the voice's, since it is theirs that is heard."""
    agreed, source = members.one_of(voice.agreed, AGREED), members.one_of(voice.source, SOURCES)
    channel = CHANNELS.get(source, by.channel)
    return replace(by, voice=member, side=side, agreed=agreed, source=source, verbatim=voice.verbatim, channel=channel)


def somebody(by: Act, side: str) -> tuple[Act, Member, memberships.Also]:
    """The act for whoever wrote on paper without saying who they are, with a place on the record for them to be committed with it: nameless, on no roll."""
    theirs = said_by(by, uuid4(), members.one_of(side, members.MEMBER_SIDES), Voice(by.member, "said so", "paper", True))
    place = Member.record(replace(by, side=theirs.side), theirs.author, theirs.side, "paper")
    return theirs, place, memberships.enrol(theirs.author, by.project, None, "")


@command
def record(workspace: Workspace, by: Act, name: str, side: str) -> Receipt:
    """Put somebody on the record who has no account: a first name and the group they are in. A facilitator's task. They are on no roll until they have
    claimed their place. Its command is one of its own, since what they said is recorded after it. Refused: NotYourTask."""
    members.must_have_task(workspace, by, "facilitator")
    by = replace(by, command=uuid5(by.command, "recorded"))
    done = workspace.recorded(by.command)
    if done:
        return done
    member = Member.record(by, uuid4(), members.one_of(side, members.MEMBER_SIDES), "written down")
    return workspace.commit(member, also=memberships.enrol(member.id, by.project, None, name[: members.LONGEST_NAME]))


@command
def choose_helper(workspace: Workspace, by: Act, member: UUID, helper: UUID) -> Receipt:
    """Somebody of the project may write down what this member says, from now on. Refused: NotYours, MemberIsNotHere, NotFound."""
    found = members.load(workspace, by, member)
    if members.load(workspace, by, helper).state != "here":
        raise MemberIsNotHere
    found.choose_helper(by, helper)
    return workspace.commit(found)


@command
def release_helper(workspace: Workspace, by: Act, member: UUID, helper: UUID) -> Receipt:
    """By the person, or by the helper; nothing happens where they are no helper of theirs."""
    found = members.load(workspace, by, member)
    found.release_helper(by, helper)
    return workspace.commit(found)


def _may_write_for(workspace: Workspace, by: Act, member: Member) -> bool:
    return by.member in member.helpers or "facilitator" in workspace.load(Member, by.member).tasks
