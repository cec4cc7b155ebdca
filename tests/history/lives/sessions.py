"""A session from the call to its end, and one that was called off."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.minutes import Minutes, minutes_id
from aggregates.session import Session
from tests.evening import seal_minutes
from tests.gathering import QUESTION as ASKED
from tests.showing import picture
from workspace import (
    attending,
    cards,
    charters,
    choices,
    decisions,
    minutes,
    paper,
    photographs,
    proceedings,
    projects,
    proposals,
    reflections,
    room_rounds,
    sessions,
    themes,
)  # fmt: skip
from workspace.attending import Coming
from workspace.cards import Written
from workspace.paper import Filled, OnPaper
from workspace.photographs import Piece
from workspace.sessions import PlannedBlock, Told
from workspace.story import Telling
from workspace.story.evening_care import CHARTER, DESCRIPTION, RULE
from workspace.story.telling import both

COMING = Coming("Gwenno", "citizen", "room")
TITLE, QUESTION = both("Noson yn Felin-fach", "An evening in Felin-fach"), both("Beth sy’n gwneud noson dda?", "What makes a good evening?")


@dataclass
class Evening:
    """A session under way: whoever leads it, and how many moves there were."""

    telling: Telling
    project: UUID
    id: UUID
    blocks: list[UUID]
    moves: int = 0

    def act(self, who: str) -> Act:
        return attending.in_session(self.telling.act(who, self.project, 1), self.id)

    def go_to(self, block: int, step: str, *options: UUID) -> None:
        proceedings.go_to(self.telling.workspace, self.act("Mair"), self.id, self.moves, self.blocks[block], step, options)
        self.moves += 1


def live(telling: Telling) -> None:
    workspace = telling.workspace
    project = projects.start(workspace, telling.in_the_network("Mair", 20), DESCRIPTION).id
    for side, names in (("citizen", ("Eira", "Beti")), ("professional", ("Rhys", "Zofia"))):
        for name in names:
            telling.join(name, telling.act("Mair", project, 19), side)
    charters.draft(workspace, telling.act("Mair", project, 9), CHARTER, RULE, "anybody")
    adoption = decisions.open_adoption(workspace, telling.act("Mair", project, 9), ASKED, telling.on(-1), 1).id
    telling.vote(adoption, project, 8, dict.fromkeys(("Eira", "Beti", "Rhys", "Zofia"), "yes"))
    decisions.close(workspace, telling.act("Mair", project, 7), adoption, "Mae pawb wedi pleidleisio")
    evening = _planned(telling, project)
    _doors(evening)
    _cards(evening)
    _chosen(evening)
    _on_paper(evening)
    _led(evening)
    _minutes(evening)


def _planned(telling: Telling, project: UUID) -> Evening:
    workspace, now = telling.workspace, telling.now

    def act(who: str) -> Act:
        return telling.act(who, project, 1)

    told = Told(TITLE, "hybrid", 40, {"place": both("Y neuadd", "The hall")})
    writing = PlannedBlock("write", 20, {"title": TITLE, "question": QUESTION})
    begins, ends = now + timedelta(minutes=5), now + timedelta(hours=2)
    first = sessions.plan(workspace, act("Mair"), told, begins, ends, (writing,)).id
    sessions.cancel(workspace, act("Mair"), first, "Eira")
    session = sessions.plan(workspace, act("Mair"), told, begins, ends, (writing, PlannedBlock("break", 10, {"title": TITLE}))).id
    dots, warm = PlannedBlock("dots", 10, {"title": TITLE}, settings={"dots": 3, "cap": 2}), PlannedBlock("temperature", 5, {"title": TITLE})
    for block in (dots, warm, *(PlannedBlock(kind, 10, {"title": TITLE}) for kind in ("decide", "commissioners", "round"))):
        sessions.add_block(workspace, act("Eira"), session, block)
    sessions.describe(workspace, act("Mair"), session, told)
    sessions.reschedule(workspace, act("Mair"), session, begins, ends + timedelta(minutes=30), "Y bws")
    blocks = list(workspace.load(Session, session).blocks)
    sessions.change_block(workspace, act("Mair"), session, blocks[0], writing)
    sessions.set_block_aside(workspace, act("Mair"), session, blocks.pop(1))
    sessions.move_block(workspace, act("Mair"), session, blocks[2], blocks[1])
    sessions.give_role(workspace, act("Mair"), session, act("Eira").member, "scribe")
    sessions.take_role(workspace, act("Mair"), session, act("Eira").member, "scribe")
    return Evening(telling, project, session, blocks)


def _doors(evening: Evening) -> None:
    workspace, session = evening.telling.workspace, evening.id
    proceedings.open_doors(workspace, evening.act("Mair"), session)
    proceedings.renew_code(workspace, evening.act("Mair"), session)
    for who in ("Mair", "Eira", "Rhys"):
        attending.come(workspace, evening.act(who), session, Coming("", "citizen", "room"))
    code = sessions.code_of(workspace, session, 2)
    arrived = attending.come_by_code(workspace, code, COMING, command=uuid4(), language="cy", network="a hall")
    guest = attending.guest(workspace, arrived.cookie)
    assert guest is not None
    attending.turn_away(workspace, evening.act("Mair"), session, guest.member, "Rhywun arall")
    attending.let_in(workspace, evening.act("Mair"), session, guest.member)
    attending.leave(workspace, attending.act_of(workspace, guest, command=uuid4(), language="cy"), session)
    attending.come(workspace, attending.act_of(workspace, guest, command=uuid4(), language="cy"), session, COMING)
    attending.sit_at(workspace, evening.act("Mair"), session, guest.member, 2)
    for wants in (True, False, True):
        attending.ask_to_speak(workspace, evening.act("Eira"), session, wants)
    attending.hear(workspace, evening.act("Mair"), session, evening.act("Eira").member)


def _cards(evening: Evening) -> None:
    workspace, session = evening.telling.workspace, evening.id
    evening.go_to(0, "write")

    def put(who: str, text: str) -> UUID:
        return cards.put(workspace, evening.act(who), session, evening.blocks[0], Written(text)).id

    tea, face, gone = put("Eira", "Paned"), put("Rhys", "A face I know"), put("Rhys", "A bus")
    cards.reword(workspace, evening.act("Eira"), tea, "Paned dwym")
    cards.name(workspace, evening.act("Eira"), tea, True)
    cards.take_back(workspace, evening.act("Rhys"), gone)
    evening.go_to(0, "share")
    cards.show(workspace, evening.act("Mair"), session, [tea, face])
    cards.set_aside(workspace, evening.act("Mair"), session, face, "Ddwywaith")
    cards.bring_back(workspace, evening.act("Mair"), session, face)
    evening.go_to(0, "group")
    theme = themes.name(workspace, evening.act("Mair"), both("Amser", "Time")).id
    cards.put_under(workspace, evening.act("Mair"), session, [tea], theme)
    cards.join(workspace, evening.act("Mair"), session, face, tea)
    cards.part(workspace, evening.act("Mair"), session, face)
    evening.go_to(4, "write")
    asked = cards.put(workspace, evening.act("Rhys"), session, evening.blocks[4], Written("Oes arian?")).id
    cards.show(workspace, evening.act("Mair"), session, [asked])
    cards.answer(workspace, evening.act("Mair"), asked, "Oes")
    _photographed(evening)
    evening.go_to(1, "choose", tea, face)
    choices.choose(workspace, evening.act("Rhys"), session, evening.blocks[1], {tea.hex: 2, face.hex: 1})
    choices.choose(workspace, evening.act("Rhys"), session, evening.blocks[1], {face.hex: 1})
    cards.take_on(workspace, evening.act("Mair"), session, tea, "idea")
    cards.take_on(workspace, evening.act("Mair"), session, face, "matter")


def _photographed(evening: Evening) -> None:
    workspace, session = evening.telling.workspace, evening.id
    taken = photographs.take(workspace, evening.act("Mair"), session, evening.blocks[0], picture(), 2).id
    photographs.cut(workspace, evening.act("Mair"), session, taken, [Piece((0, 0, 300, 300), "Bws", 2), Piece((500, 500, 300, 300)), Piece(None, "A bench")])
    photographs.take_away(workspace, evening.act("Mair"), session, taken)


def _chosen(evening: Evening) -> None:
    workspace, session = evening.telling.workspace, evening.id
    evening.go_to(1, "talk")
    evening.go_to(2, "choose")
    choices.choose(workspace, evening.act("Eira"), session, evening.blocks[2], {"level": 1})
    evening.go_to(3, "talk")
    evening.go_to(3, "decide")
    proceedings.decide(workspace, evening.act("Mair"), session, ASKED, evening.telling.on(-1))


def _on_paper(evening: Evening) -> None:
    """What had no phone, and a choice to which nobody was led."""
    workspace, by, session = evening.telling.workspace, evening.act, evening.id
    paper.type_in_cards(workspace, by("Mair"), session, evening.blocks[0], OnPaper(1, table=2), ["Bws", "Golau"])
    paper.type_in_ballot(workspace, by("Mair"), session, evening.blocks[2], OnPaper(1, side="citizen"), Filled({"level": -1}))
    warm = PlannedBlock("temperature", 5, {"title": TITLE})
    sessions.add_block(workspace, by("Eira"), session, warm)
    added = list(workspace.load(Session, session).blocks)[-1]
    paper.type_in_ballot(workspace, by("Mair"), session, added, OnPaper(1), Filled({"level": 1}))


def _led(evening: Evening) -> None:
    workspace, session = evening.telling.workspace, evening.id
    evening.go_to(5, "talk")
    proposal = proposals.draft(workspace, evening.act("Eira"), TITLE, TITLE, TITLE).id
    room_rounds.take_up(workspace, evening.act("Mair"), session, proposal, 1)
    for step in ("questions", "sense check", "amend", "consent"):
        room_rounds.go_on(workspace, evening.act("Mair"), session, evening.blocks[5], step)
    for is_on in (True, False):
        proceedings.freeze(workspace, evening.act("Mair"), session, is_on)
        proceedings.blank(workspace, evening.act("Mair"), session, is_on)
        proceedings.show_counts(workspace, evening.act("Mair"), session, is_on)
    proceedings.count_turns(workspace, evening.act("Mair"), session)
    proceedings.note_turn(workspace, evening.act("Mair"), session, "citizen")
    attending.refuse_turns(workspace, evening.act("Eira"), session)
    proceedings.hand_over(workspace, evening.act("Mair"), session, evening.act("Eira").member)
    proceedings.end(workspace, evening.act("Mair"), session, evening.moves)


def _minutes(evening: Evening) -> None:
    """Whatever the clock does is done on its days: the week is over before it is asked again."""
    workspace, session = evening.telling.workspace, evening.id
    minutes.draft(workspace, session)
    minutes.note(workspace, evening.act("Mair"), session, None, both("Noson dda", "A good evening"))
    minutes.put_right(workspace, evening.act("Eira"), session, evening.blocks[0], "Nid dyna ddywedais i", True)
    [correction] = workspace.load(Minutes, minutes_id(session)).corrections
    minutes.answer(workspace, evening.act("Mair"), session, correction, False, "Dyna glywais i")
    minutes.answer(workspace, evening.act("Mair"), session, correction, True, "Wedi newid")
    for text in ("Cefais fy nghlywed", "Cefais fy nghlywed, ar y cyfan"):
        reflections.give(workspace, evening.act("Eira"), session, text, True, False)
    reflections.rate(workspace, evening.act("Eira"), session, {"heard": 4})
    seal_minutes(workspace, session, evening.act("Mair"))
    reflections.take_back(workspace, evening.act("Eira"), session)
    minutes.reopen(workspace, evening.act("Mair"), session, "Daeth llun")
