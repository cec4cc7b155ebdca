"""A session against a naive model: whoever comes, is let in, leaves, writes, chooses and votes, by phone, on paper or through somebody, wherever the group
goes meanwhile. Each has one choice and one ballot over all ways, only what was left is counted, and nothing that was put there is ever lost."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from secrets import token_hex
from typing import Any
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from aggregates.proceedings import Proceedings, proceedings_id
from aggregates.sheet import Sheet
from aggregates.vote import Vote, vote_id
from projections.agendas import session as shown_session
from projections.rooms import cards as shown_cards
from projections.rooms import people as shown_people
from tests.cases import histories
from tests.conftest import Made
from tests.evening import Evening
from tests.gathering import CITIZENS, PROFESSIONALS, QUESTION, Gathering
from workers.projector import bring_to_head
from workers.rebuilding import check
from workspace import attending, cards, choices, decisions, paper, proceedings, sessions, voices
from workspace.application import Act, Workspace
from workspace.attending import Coming, Guest
from workspace.cards import Written
from workspace.config import Settings
from workspace.paper import Marked
from workspace.voices import Voice

from .trying import Try, carry_out

NAMES = (*CITIZENS, *PROFESSIONALS)
SEATS = 4
STEPS = [(0, "write"), (0, "share"), (0, "group"), (1, "choose"), (1, "talk"), (2, "choose"), (2, "talk"), (3, "talk"), (3, "decide"), (4, "talk"), (5, "talk")]
COMING = ("join_by_code", "come", "let_in", "turn_away", "leave")
TAKING_PART = ("write", "write", "choose", "choose", "choose_for", "write_for", "vote", "vote", "vote_for", "type_vote_in")
WALL = ("show", "join", "take_on", "take_back", "set_aside")
LEADING = ("go_to", "hand_over", "freeze", "end")
WAY = [STEPS.index(step) for step in ((1, "choose"), (1, "talk"), (3, "decide"), (1, "choose"), (0, "write"), (2, "choose"), (2, "talk"), (1, "choose"))]
"""Where the group goes by itself, every few deeds; elsewhere between."""
EVERY = 9
DEEDS = (*COMING, *TAKING_PART, *TAKING_PART, *WALL, *LEADING)
Deed = tuple[str, int, int]


@dataclass
class Somebody:
    """What the model knows of a person."""

    side: str
    act: Callable[[], Act]
    state: str = "away"
    is_let_in: bool = False

    @property
    def takes_part(self) -> bool:
        return self.state == "here" and self.is_let_in


@dataclass
class Pinned:
    """What the model knows of a card."""

    author: UUID
    state: str = "here"
    is_shown: bool = False
    joined: UUID | None = None
    is_taken_on: bool = False


@dataclass
class World:
    group: Gathering
    people: dict[UUID, Somebody] = field(default_factory=dict)
    guests: list[Guest] = field(default_factory=list)
    wall: dict[UUID, Pinned] = field(default_factory=dict)
    hosts: set[UUID] = field(default_factory=set)
    leader: UUID | None = None
    at: tuple[int, str] | None = None
    run: dict[int, int] = field(default_factory=dict)  # block -> which time it is chosen
    was_left: set[int] = field(default_factory=set)  # blocks whose choice was left, or gone past, since it last began
    options: list[UUID] = field(default_factory=list)
    is_frozen: bool = False
    is_over: bool = False
    chosen: dict[tuple[int, int], dict[UUID, dict[str, int]]] = field(default_factory=dict)
    counted: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    roll: dict[UUID, str] = field(default_factory=dict)
    decision: UUID | None = None
    votes: dict[UUID, str] = field(default_factory=dict)
    ballots: dict[int, UUID] = field(default_factory=dict)  # the number on a ballot -> whose it was

    def __post_init__(self) -> None:
        self.workspace = self.group.workspace
        self.group.adopt_charter()
        self.evening = Evening(self.group, seats=SEATS).open_doors()
        self.id, self.blocks = self.evening.id, self.evening.blocks
        self.members = {name: self.group.member(name) for name in (*NAMES, "Mair")}
        for name in NAMES:
            side = "citizen" if name in CITIZENS else "professional"
            self.people[self.members[name]] = Somebody(side, partial(self.evening.act, name))
        self.hosts, self.leader = {self.members["Mair"]}, self.members["Mair"]

    def do(self, deed: str, one: int, other: int) -> None:
        carry_out(self.workspace, getattr(self, deed)(one, other), (deed, one, other))

    def join_by_code(self, one: int, other: int) -> Try:
        code, made = self.evening.code, []
        side = ("citizen", "professional", "none")[other % 3]

        def come() -> None:
            arrived = attending.come_by_code(self.workspace, code, Coming(f"Gwestai {one}", side, "room"), command=uuid4(), language="cy", network="hall")
            made.append(self.evening.guest(arrived))

        def then() -> None:
            guest = made[0]
            self.guests.append(guest)
            self.people[guest.member] = Somebody(side, lambda: self._by_guest(guest), "here")

        return not self.is_over and len(self.guests) < SEATS, come, then

    def come(self, one: int, other: int) -> Try:
        somebody = self._somebody(one)
        is_member = somebody not in [self.people[guest.member] for guest in self.guests]

        def then() -> None:
            somebody.is_let_in = somebody.is_let_in or (somebody.state == "away" and is_member)
            somebody.state = "here"

        may = not self.is_over and somebody.state != "turned away"
        coming = Coming("", "", ("room", "remote")[other % 2], is_helped=other % 3 == 0)
        return may, lambda: attending.come(self.workspace, somebody.act(), self.id, coming), then

    def let_in(self, one: int, other: int) -> Try:
        member, somebody = self._member(one), self._somebody(one)

        def then() -> None:
            somebody.is_let_in = True
            somebody.state = "here" if somebody.state == "turned away" else somebody.state

        may = not self.is_over and somebody.state != "away"
        return self._led(other, may, lambda by: attending.let_in(self.workspace, by, self.id, member), then)

    def turn_away(self, one: int, other: int) -> Try:
        member, somebody = self._member(one), self._somebody(one)

        def then() -> None:
            somebody.is_let_in, somebody.state = False, "turned away"

        may = not self.is_over and somebody.state != "away"
        return self._led(other, may, lambda by: attending.turn_away(self.workspace, by, self.id, member, "Dim heno"), then)

    def leave(self, one: int, _: int) -> Try:
        somebody = self._somebody(one)

        def then() -> None:
            somebody.state = "left"

        return somebody.state in ("here", "left"), lambda: attending.leave(self.workspace, somebody.act(), self.id), then

    def write(self, one: int, other: int) -> Try:
        return self._put(self._member(one), self._somebody(one).act, other)

    def write_for(self, one: int, other: int) -> Try:
        return self._put(self._member(one), lambda: self._for(self._member(one)), other)

    def show(self, one: int, other: int) -> Try:
        return self._on_the_wall(one, other, lambda by, card: cards.show(self.workspace, by, self.id, [card]), lambda pinned: setattr(pinned, "is_shown", True))

    def set_aside(self, one: int, other: int) -> Try:
        if one % 3:
            return self._nothing()
        told = "Ddwywaith"
        return self._on_the_wall(
            one, other, lambda by, card: cards.set_aside(self.workspace, by, self.id, card, told), lambda pinned: setattr(pinned, "state", "set aside")
        )

    def take_on(self, one: int, other: int) -> Try:
        def then(pinned: Pinned) -> None:
            pinned.is_taken_on = True

        what = ("idea", "matter")[other % 2]

        def take(by: Act, card: UUID) -> None:
            cards.take_on(self.workspace, by, self.id, card, what)

        return self._on_the_wall(one, other, take, then, lambda pinned: not pinned.is_taken_on)

    def join(self, one: int, other: int) -> Try:
        into = self._card(other)
        if into is None:
            return self._nothing()
        stands = self.wall[into]

        def then(pinned: Pinned) -> None:
            pinned.joined = into

        return self._on_the_wall(
            one,
            other,
            lambda by, card: cards.join(self.workspace, by, self.id, card, into),
            then,
            lambda pinned: pinned is not stands and stands.state == "here" and stands.joined is None,
        )

    def take_back(self, one: int, other: int) -> Try:
        card = self._card(one)
        if card is None:
            return self._nothing()
        pinned, member = self.wall[card], self._member(other)

        def then() -> None:
            pinned.state = "taken back"

        may = pinned.author == member and pinned.state != "taken back"
        return may, lambda: cards.take_back(self.workspace, self.people[member].act(), card), then

    def choose(self, one: int, other: int) -> Try:
        return self._choose(self._member(one), self._somebody(one).act, other)

    def choose_for(self, one: int, other: int) -> Try:
        return self._choose(self._member(one), lambda: self._for(self._member(one)), other)

    def go_to(self, one: int, other: int) -> Try:
        block, step = STEPS[one % len(STEPS)]
        is_dots, saw = (block, step) == (1, "choose"), self.evening.moves - (other % 9 == 8)
        there = [card for card, pinned in self.wall.items() if pinned.state == "here" or other % 5 == 0]
        options = there[other % 2 : other % 2 + 3] if is_dots else []
        offered = all(self.wall[card].state == "here" for card in options)
        may = not self.is_over and saw == self.evening.moves and offered and (not is_dots or len(options) > 1)

        def then() -> None:
            self._left((block, step))
            if step == "choose" and block in self.was_left:
                self.run[block] += 1
                self.was_left.discard(block)
            self.run.setdefault(block, 1)
            if step == "talk" and block in (1, 2):
                self.was_left.add(block)
            self.at, self.options, self.is_frozen = (block, step), options, False
            self.evening.moves += 1

        return self._led(other, may, lambda by: proceedings.go_to(self.workspace, by, self.id, saw, self.blocks[block], step, options), then)

    def freeze(self, one: int, other: int) -> Try:
        def then() -> None:
            self.is_frozen = one % 3 == 0

        return self._led(other, not self.is_over, lambda by: proceedings.freeze(self.workspace, by, self.id, one % 3 == 0), then)

    def hand_over(self, one: int, other: int) -> Try:
        member = self.members[NAMES[one % len(NAMES)]]

        def then() -> None:
            self.leader = member
            self.hosts.add(member)

        return self._led(other, not self.is_over, lambda by: proceedings.hand_over(self.workspace, by, self.id, member), then)

    def end(self, one: int, other: int) -> Try:
        if one or other % 4:
            return self._nothing()
        return self.over()

    def over(self) -> Try:
        def then() -> None:
            self._left(None)
            self.at, self.is_over = None, True

        return not self.is_over, lambda: proceedings.end(self.workspace, self.evening.act("Mair"), self.id, self.evening.moves), then

    def decide(self, *_: int) -> Try:
        made: list[UUID] = []
        if self.decision is not None or self.at != (3, "decide"):
            return self._nothing()

        def then() -> None:
            self.decision = made[0]
            guests = {guest.member for guest in self.guests}
            self.roll = {member: each.side for member, each in self.people.items() if each.side != "none" and (member not in guests or each.is_let_in)}

        def ask() -> None:
            proceedings.decide(self.workspace, self.evening.act("Mair"), self.id, QUESTION, self.group.in_(1))
            with self.workspace.reading() as db:
                sql = "select originator_id from stored_events where topic like %s order by notification_id desc limit 1"
                row: Any = db.execute(sql, ("%:Decision.Opened",)).fetchone()
            made.append(row[0])

        return True, ask, then

    def vote(self, one: int, other: int) -> Try:
        member = self._member(one)
        return self._vote(member, self._somebody(one).act, other, True)

    def vote_for(self, one: int, other: int) -> Try:
        member = self._member(one)
        return self._vote(member, lambda: self._for(member), other, member not in self.votes)

    def type_vote_in(self, one: int, other: int) -> Try:
        """On a ballot with a number, of which the room has six."""
        member, number, decision, choice = self._member(one), one % 6 + 1, self.decision, ("yes", "no", "abstain")[other % 3]
        if decision is None:
            return self._nothing()

        def type_in() -> None:
            by, voice = self.evening.act("Mair"), Voice(member, "signed", "paper")
            paper.type_in_vote(self.workspace, by, self.id, self.blocks[3], number, Marked(decision, choice), voice)

        def then() -> None:
            self.votes[member], self.ballots[number] = choice, member

        return member in self.roll and member not in self.votes and number not in self.ballots, type_in, then

    def must_be_as_the_model_says(self) -> None:
        with self.workspace.reading() as db:
            came = {each.member: (each.state, each.is_let_in) for each in shown_people(db, self.id)}
            wall = {card.id: card for card in shown_cards(db, self.id, None, only_shown=False)}
            found = shown_session(db, self.id)
        assert found is not None
        assert came == {member: (each.state, each.is_let_in) for member, each in self.people.items() if each.state != "away"}
        assert {id: (card.author, card.state, card.is_shown, card.joined, card.became is not None) for id, card in wall.items()} == {
            id: (pinned.author, pinned.state, pinned.is_shown, pinned.joined, pinned.is_taken_on)
            for id, pinned in self.wall.items()
            if pinned.state != "taken back"
        }
        assert (found.moves, found.leader, found.state == "over") == (self.evening.moves, self.leader, self.is_over)
        counts = {(place, each["run"]): each["outcome"] for place, block in enumerate(found.blocks) for each in block.counts}
        assert {key: brief(outcome) for key, outcome in counts.items()} == self.counted
        for member in self.people if self.decision else ():
            cast = [event for _, event in self.workspace.events_of([vote_id(self.decision, member)]) if isinstance(event, Vote.Cast)]
            assert len(cast) == (member in self.votes)
            on_record = decisions.on_record(self.workspace, self.decision, member)
            assert (on_record.choice if on_record else None) == self.votes.get(member)
        typed = {sheet.number: sheet.things for sheet in self.evening.events(Sheet.TypedIn)}
        assert typed == {number: [vote_id(self.decision, member)] for number, member in self.ballots.items() if self.decision}
        going = self.workspace.load(Proceedings, proceedings_id(self.id))
        assert sorted(run for block in going.runs.values() for run in block.counted) == sorted(run for _, run in self.counted)
        assert set(sessions.load(self.workspace, self.evening.act("Mair"), self.id).roles["host"]) == self.hosts

    def _put(self, author: UUID, by: Callable[[], Act], other: int) -> Try:
        made: list[UUID] = []
        may = not self.is_over and self.people[author].takes_part and self.at == (0, "write") and not self.is_frozen
        written = Written(f"Cerdyn {other}", other % 2 == 0)
        return (
            may,
            lambda: made.append(cards.put(self.workspace, by(), self.id, self.blocks[0], written).id),
            lambda: self.wall.update({made[0]: Pinned(author)}),
        )

    def _choose(self, member: UUID, by: Callable[[], Act], other: int) -> Try:
        block = self.at[0] if self.at else 1
        marks = {"level": other % 5 - 2} if block == 2 else self._dots(other)
        sound = block != 2 or other % 11 != 10
        marks = marks if sound else {"level": 7}
        if other % 13 == 12:
            marks = {}
        is_open = self.at in ((1, "choose"), (2, "choose")) and not self.is_frozen and not self.is_over
        fits = not marks or (sound and (block == 2 or (self._are_offered(marks) and max(marks.values()) <= 2 and sum(marks.values()) <= 3)))
        mine = self.chosen.setdefault((block, self.run.get(block, 1)), {})

        def then() -> None:
            mine[member] = marks

        may = is_open and self.people[member].takes_part and fits
        return may, lambda: choices.choose(self.workspace, by(), self.id, self.blocks[block], marks), then

    def _dots(self, other: int) -> dict[str, int]:
        offered = self.options or [*self.wall][:2]
        return {card.hex: 1 + (other + number) % 2 for number, card in enumerate(offered[: 1 + other % 3])} or {uuid4().hex: 1}

    def _are_offered(self, marks: dict[str, int]) -> bool:
        return marks.keys() <= {card.hex for card in self.options}

    def _left(self, to: tuple[int, str] | None) -> None:
        """What is left is counted: naively, dot by dot."""
        if self.at is None or self.at[1] != "choose" or self.at == to:
            return
        block = self.at[0]
        self.was_left.add(block)
        key = (block, self.run[block])
        chosen = {member: marks for member, marks in self.chosen.get(key, {}).items() if marks}
        heap = [option for marks in chosen.values() for option, dots in marks.items() for _ in range(dots)] if block == 1 else []
        standing = [card.hex for card in self.options if self.wall[card].state == "here"]
        levels = [marks["level"] for marks in chosen.values()] if block == 2 else []
        self.counted[key] = {
            "people": len(chosen),
            "dots": {option: heap.count(option) for option in standing},
            "gone_back": sum(option not in standing for option in heap),
            "levels": {level: levels.count(level) for level in set(levels)},
        }

    def _on_the_wall(
        self, one: int, other: int, act: Callable[[Act, UUID], object], then: Callable[[Pinned], object], may: Callable[[Pinned], bool] = lambda _: True
    ) -> Try:
        card = self._card(one)
        if card is None:
            return self._nothing()
        pinned = self.wall[card]
        return self._led(other, pinned.state == "here" and may(pinned), lambda by: act(by, card), lambda: then(pinned))

    def _vote(self, member: UUID, by: Callable[[], Act], other: int, may: bool) -> Try:
        decision = self.decision
        if decision is None:
            return self._nothing()
        choice, before = ("yes", "no", "abstain")[other % 3], decisions.on_record(self.workspace, decision, member)

        def then() -> None:
            self.votes[member] = choice

        saw = before.version if before else 0
        return may and member in self.roll, lambda: decisions.vote(self.workspace, by(), decision, choice, "", saw), then

    def _led(self, other: int, may: bool, act: Callable[[Act], object], then: Callable[[], object]) -> Try:
        """By Mair, who facilitates, or by somebody who may be a host by now."""
        name = "Mair" if other % 3 else NAMES[other % len(NAMES)]
        return may and self.members[name] in self.hosts, lambda: act(self.evening.act(name)), then

    def _for(self, member: UUID) -> Act:
        return voices.speaking(self.workspace, self.evening.act("Mair"), Voice(member, "said so", "paper", True))

    def _by_guest(self, guest: Guest) -> Act:
        return attending.act_of(self.workspace, guest, command=uuid4(), language="cy")

    def _member(self, number: int) -> UUID:
        return [*self.people][number % len(self.people)]

    def _somebody(self, number: int) -> Somebody:
        return self.people[self._member(number)]

    def _card(self, number: int) -> UUID | None:
        return [*self.wall][number % len(self.wall)] if self.wall else None

    def _nothing(self) -> Try:
        return True, lambda: None, lambda: None


def brief(outcome: dict[str, Any]) -> dict[str, Any]:
    """What the model counts of an outcome."""
    return {
        "people": outcome["people"],
        "dots": {each["option"]: each["dots"] for each in outcome.get("options", ())},
        "gone_back": outcome.get("gone_back", 0),
        "levels": {int(level): people for level, people in outcome.get("levels", {}).items() if people},
    }


@histories(3, everything=20)
@given(deeds=st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 40), st.integers(0, 40)), min_size=80, max_size=140))
def test_whatever_happens_in_a_session_is_as_a_naive_model_says(server: str, template: str, deeds: list[Deed]) -> None:
    with Made(server, f"pleth_session_{token_hex(6)}", template) as url, closing(Workspace(Settings(database_url=url, secret=b"of the tests"))) as workspace:
        world = World(Gathering(workspace))
        for number, name in enumerate(("join_by_code", "join_by_code", *["come"] * 5)):
            world.do(name, max(0, number - 2), number)
        world.do("let_in", 5, 1)
        world.do("go_to", 0, 1)
        for number in range(4):
            world.do("write", number, number)
        for number, (deed, one, other) in enumerate(deeds):
            if number % EVERY == 0:
                world.do("go_to", WAY[number // EVERY % len(WAY)], 1)
                world.do("decide", 0, 0)
            world.do(deed, one, other)
        carry_out(workspace, world.over(), "the end")
        assert bring_to_head(workspace) == []
        world.must_be_as_the_model_says()
        found = check(workspace)
        assert found.identical == found.read_models, found.differing
