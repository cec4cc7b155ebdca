"""What is written down for people, against a naive model: whatever is confirmed, corrected, withdrawn and claimed, in whatever order and by whichever way,
the words stay whose they are, a person has one ballot, and what is not confirmed is marked as such and nothing else is."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from secrets import token_hex
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from aggregates.idea import Idea
from aggregates.slip import slip_id
from aggregates.vote import Vote, vote_id
from projections.board import cards
from projections.decisions import decision as shown_decision
from projections.slips import slip as shown_slip
from tests.cases import histories
from tests.conftest import Made
from tests.gathering import CITIZENS, PROFESSIONALS, Gathering
from workers.projector import bring_to_head
from workers.rebuilding import check
from workspace import confirming, decisions, ideas, slips, voices
from workspace.application import Act, Workspace
from workspace.config import Settings
from workspace.voices import Voice

from .trying import Try, carry_out

VOTERS = (*CITIZENS, *PROFESSIONALS)
WAYS = ("code", "phone", "account")
DEEDS = ("write_idea", "write_vote", "vote", "reword", "confirm", "correct", "withdraw", "record", "claim", "choose", "release")
CHOICES = ("yes", "no", "abstain")
Deed = tuple[str, int, int]


@dataclass
class Thing:
    """What the model knows of something that was written down."""

    id: UUID
    voice: UUID
    what: str
    said: str | None  # the words, or the choice; None once withdrawn
    is_waiting: bool = True
    is_withdrawn: bool = False
    is_claimed: bool = False


@dataclass
class World:
    group: Gathering
    things: list[Thing] = field(default_factory=list)
    votes: dict[UUID, str | None] = field(default_factory=dict)
    helpers: set[tuple[UUID, UUID]] = field(default_factory=set)
    recorded: dict[UUID, UUID | None] = field(default_factory=dict)  # member -> account, once claimed
    decision: UUID = field(init=False)

    def __post_init__(self) -> None:
        self.workspace = self.group.workspace
        self.group.adopt_charter()
        self.decision = self.group.open()
        self.members = {name: self.group.member(name) for name in (*VOTERS, "Mair")}
        self.spare = [self.group.accounts[name] for name in ("Menna", "Nia", "Gwyn")]

    def do(self, deed: str, one: int, other: int) -> None:
        carry_out(self.workspace, getattr(self, deed)(one, other), deed)

    def write_idea(self, one: int, other: int) -> Try:
        writer, voice = self._writer(one), self._voice(other)
        text, made = f"Syniad {one} {other}", []
        return (
            self._may_write(writer, voice),
            lambda: made.append(ideas.post(self.workspace, self._for(writer, voice), text).id),
            lambda: self.things.append(Thing(made[0], voice, "idea", text)),
        )

    def write_vote(self, one: int, other: int) -> Try:
        writer, voice, choice = self._writer(one), self._voice(other), CHOICES[one % 3]
        may = self._may_write(writer, voice) and voice in self._roll() and voice not in self.votes

        def then() -> None:
            self.votes[voice] = choice
            self.things.append(Thing(vote_id(self.decision, voice), voice, "vote", choice))

        return may, lambda: decisions.vote(self.workspace, self._for(writer, voice), self.decision, choice, "", 0), then

    def vote(self, one: int, other: int) -> Try:
        name, choice = VOTERS[one % len(VOTERS)], CHOICES[other % 3]
        member = self.members[name]
        before = decisions.on_record(self.workspace, self.decision, member)

        def then() -> None:
            self.votes[member] = choice
            self._own_hand(vote_id(self.decision, member), choice)

        return True, lambda: decisions.vote(self.workspace, self.group.act(name), self.decision, choice, "", before.version if before else 0), then

    def reword(self, one: int, other: int) -> Try:
        name, text = VOTERS[one % len(VOTERS)], f"Geiriau {one} {other}"
        mine = [thing for thing in self.things if thing.voice == self.members[name] and thing.what == "idea"]
        if not mine:
            return self._nothing()
        thing = mine[other % len(mine)]
        return (
            not thing.is_withdrawn,
            lambda: ideas.reword(self.workspace, self.group.act(name), thing.id, text),
            lambda: self._own_hand(thing.id, text),
        )

    def confirm(self, one: int, other: int) -> Try:
        return self._answer(one, other, lambda by, thing: confirming.confirm(self.workspace, by, slip_id(thing.id)), lambda _: None, changes=False)

    def correct(self, one: int, other: int) -> Try:
        def said(thing: Thing) -> str:
            return CHOICES[other % 3] if thing.what == "vote" else f"Cywiriad {one} {other}"

        def then(thing: Thing) -> None:
            thing.said = said(thing)
            if thing.what == "vote":
                self.votes[thing.voice] = thing.said

        return self._answer(one, other, lambda by, thing: confirming.correct(self.workspace, by, slip_id(thing.id), said(thing)), then)

    def withdraw(self, one: int, other: int) -> Try:
        def then(thing: Thing) -> None:
            thing.said, thing.is_withdrawn = None, True
            if thing.what == "vote":
                self.votes[thing.voice] = None

        return self._answer(one, other, lambda by, thing: confirming.withdraw(self.workspace, by, slip_id(thing.id)), then)

    def record(self, one: int, other: int) -> Try:
        made: list[UUID] = []
        side = ("citizen", "professional")[other % 2]
        return (
            one % 2 == 0,
            lambda: made.append(voices.record(self.workspace, self.group.act("Mair" if one % 2 == 0 else "Eira"), f"Rhywun {one}", side).id),
            lambda: self.recorded.update({made[0]: None}),
        )

    def claim(self, one: int, _: int) -> Try:
        thing = self._thing(one)
        if thing is None or not self.spare:
            return self._nothing()
        account = self.spare[0]
        slip = self.workspace.load(slips.Slip, slip_id(thing.id))

        def then() -> None:
            thing.is_claimed = True
            self.recorded[thing.voice] = self.spare.pop(0)

        return (
            thing.voice in self.recorded and self.recorded[thing.voice] is None,
            lambda: confirming.claim(self.workspace, account, slip, command=uuid4(), language="cy", name="Rhywun"),
            then,
        )

    def choose(self, one: int, other: int) -> Try:
        name, helper = VOTERS[one % len(VOTERS)], self.members[VOTERS[other % len(VOTERS)]]
        member = self.members[name]
        return (
            member != helper,
            lambda: voices.choose_helper(self.workspace, self.group.act(name), member, helper),
            lambda: self.helpers.add((member, helper)),
        )

    def release(self, one: int, other: int) -> Try:
        helper, member = VOTERS[one % len(VOTERS)], self.members[VOTERS[other % len(VOTERS)]]
        return (
            True,
            lambda: voices.release_helper(self.workspace, self.group.act(helper), member, self.members[helper]),
            lambda: self.helpers.discard((member, self.members[helper])),
        )

    def must_be_as_the_model_says(self) -> None:
        for thing in self.things:
            if thing.what == "idea":
                self._idea_is(thing)
        for member in self._roll():
            cast = [event for _, event in self.workspace.events_of([vote_id(self.decision, member)]) if isinstance(event, Vote.Cast)]
            assert len(cast) == (member in self.votes)
            ballot = decisions.on_record(self.workspace, self.decision, member)
            assert (ballot.choice if ballot else None) == self.votes.get(member)
        with self.workspace.reading() as db:
            for thing in self.things:
                found = shown_slip(db, slip_id(thing.id))
                assert found is not None
                assert (found.state == "waiting", found.state == "withdrawn", found.is_claimed) == (thing.is_waiting, thing.is_withdrawn, thing.is_claimed)
            marked = {card.id for card in cards(db, self.group.project, [thing.id for thing in self.things]) if card.is_unconfirmed}
            assert marked == {thing.id for thing in self.things if thing.what == "idea" and thing.is_waiting}
            decided = shown_decision(db, self.decision)
            assert decided is not None
            assert decided.unconfirmed == sum(thing.is_waiting for thing in self.things if thing.what == "vote")

    def _idea_is(self, thing: Thing) -> None:
        idea = self.workspace.load(Idea, thing.id)
        assert (idea.author, set(idea.texts.values()), idea.is_set_aside) == (thing.voice, {thing.voice}, thing.is_withdrawn)
        with self.workspace.reading() as db:
            body, owner, is_hidden = db.execute("select body, owner, is_hidden from texts where id = %s", (idea.words.id,)).fetchone() or ("", None, None)
        assert (owner, is_hidden) == (thing.voice, thing.is_withdrawn)
        assert thing.is_withdrawn or body == thing.said

    def _answer(self, one: int, other: int, act: Callable[[Act, Thing], object], then: Callable[[Thing], object], changes: bool = True) -> Try:
        """By the code alone, by phone through a facilitator, or with the voice's own account."""
        thing, way = self._thing(one), WAYS[other % 3]
        if thing is None:
            return self._nothing()
        voted_since = thing.what == "vote" and thing.is_claimed and changes  # by their own hand, and nobody else changes it
        is_theirs = {"code": not thing.is_claimed, "phone": not voted_since, "account": True}[way]

        def done() -> None:
            thing.is_waiting = False
            then(thing)

        return is_theirs and not thing.is_withdrawn, lambda: act(self._by(thing, way), thing), done

    def _by(self, thing: Thing, way: str) -> Act:
        if way == "phone":
            return self._for("Mair", thing.voice)
        accounts = {self.members[name]: self.group.accounts[name] for name in self.members} | self.recorded
        slip = self.workspace.load(slips.Slip, slip_id(thing.id))
        account = accounts.get(thing.voice) if way == "account" else None
        return slips.act_with(self.workspace, slip, account=account, command=uuid4(), language="cy")

    def _own_hand(self, id: UUID, said: str) -> None:
        for thing in self.things:
            if thing.id == id and not thing.is_withdrawn:
                thing.said, thing.is_waiting, thing.is_claimed = said, False, True

    def _may_write(self, writer: str, voice: UUID) -> bool:
        member = self.members[writer]
        return member != voice and (writer == "Mair" or (voice, member) in self.helpers)

    def _for(self, writer: str, voice: UUID) -> Act:
        return voices.speaking(self.workspace, self.group.act(writer), Voice(voice, "said so", "phone", True))

    def _writer(self, number: int) -> str:
        return "Mair" if number % 3 else VOTERS[number % len(VOTERS)]

    def _voice(self, number: int) -> UUID:
        known = [*(self.members[name] for name in VOTERS), *self.recorded]
        return known[number % len(known)]

    def _roll(self) -> list[UUID]:
        return [self.members[name] for name in VOTERS]

    def _thing(self, number: int) -> Thing | None:
        return self.things[number % len(self.things)] if self.things else None

    def _nothing(self) -> Try:
        return True, lambda: None, lambda: None


@histories(5, everything=30)
@given(deeds=st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 30), st.integers(0, 30)), min_size=40, max_size=80))
def test_words_stay_whose_they_are_and_a_person_has_one_ballot(server: str, template: str, deeds: list[Deed]) -> None:
    with Made(server, f"pleth_voices_{token_hex(6)}", template) as url, closing(Workspace(Settings(database_url=url, secret=b"of the tests"))) as workspace:
        world = World(Gathering(workspace))
        for number in range(4):
            world.do("write_idea", 1, number)
            world.do("write_vote", 1, number)
        for deed, one, other in deeds:
            world.do(deed, one, other)
        assert bring_to_head(workspace) == []
        world.must_be_as_the_model_says()
        found = check(workspace)
        assert found.identical == found.read_models, found.differing
