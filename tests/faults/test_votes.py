"""Votes that meet: one person many times at once, and a vote and the close at the same moment. Whoever loses is told the truth."""

import random
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import perf_counter
from uuid import UUID

import pytest

from aggregates.counting import YES_OR_NO as CHOICES
from aggregates.decision import Decision
from aggregates.errors import AlreadyVoted, Refused, VoteCameLate, VotingIsOver
from aggregates.vote import Vote, vote_id
from tests.gathering import Gathering
from workspace import decisions
from workspace.application import Receipt, Workspace

PRESSES = 64
RACES = 200


@pytest.fixture
def group(workspace: Workspace) -> Gathering:
    group = Gathering(workspace)
    group.adopt_charter()
    return group


def test_of_sixty_four_first_votes_of_one_person_one_is_accepted(group: Gathering):
    decision = group.open()
    acts = [group.act("Eira") for _ in range(PRESSES)]
    together = Barrier(PRESSES)

    def press(number: int) -> Receipt | Refused:
        together.wait()
        try:
            return decisions.vote(group.workspace, acts[number], decision, CHOICES[number % 3], f"Pleidlais {number}", 0)
        except Refused as refused:
            return refused

    with ThreadPoolExecutor(PRESSES) as threads:
        answers = list(threads.map(press, range(PRESSES)))
    accepted = [number for number, answer in enumerate(answers) if isinstance(answer, Receipt)]
    assert len(accepted) == 1
    choice = CHOICES[accepted[0] % 3]
    stream = vote_id(decision, acts[0].member)
    [(position, cast)] = group.workspace.events_of([stream])
    assert (answers[accepted[0]].position, cast.choice) == (position, choice)  # type: ignore[union-attr]
    losers = [answer for answer in answers if not isinstance(answer, Receipt)]
    assert all(isinstance(answer, AlreadyVoted) and answer.values == {"choice": choice, "version": 1} for answer in losers)
    with group.workspace.reading() as db:
        assert db.execute("select count(*) from texts where body like 'Pleidlais %'").fetchone() == (1,)


def test_of_many_changes_from_one_ballot_paper_one_is_accepted(group: Gathering):
    decision = group.open()
    group.vote(decision, {"Eira": "yes"})
    acts = [group.act("Eira") for _ in range(16)]

    def change(number: int) -> bool:
        try:
            decisions.vote(group.workspace, acts[number], decision, "no", "", 1)
        except AlreadyVoted as refused:
            return refused.values != {"choice": "no", "version": 2}
        return True

    with ThreadPoolExecutor(16) as threads:
        assert sum(threads.map(change, range(16))) == 1


@pytest.mark.parametrize("seed", range(4))
def test_a_vote_and_the_close_meet(group: Gathering, seed: int):
    """Every race: what the voter heard is what the count says."""
    chance, head_start, heard = random.Random(seed), 0.0, []
    for _ in range(RACES // 4):
        heard.append(_race(group, max(head_start, 0) + chance.random() * 0.002, max(-head_start, 0) + chance.random() * 0.002))
        head_start += 0.001 if heard[-1] == "counted" else -0.001  # whoever lost starts sooner: on every machine they meet
    assert set(heard) <= {"counted", "late", "over"}
    assert len(set(heard)) > 1, heard


def _race(group: Gathering, *delays: float) -> str:
    """What a voter hears who presses `delays[0]` seconds from now, while somebody closes in `delays[1]`."""
    decision = group.open()
    by, closing = group.act("Eira"), group.act("Mair")
    together = Barrier(2)

    def vote() -> str:
        together.wait()
        _spin(delays[0])
        try:
            decisions.vote(group.workspace, by, decision, "yes", "", 0)
        except VoteCameLate:
            return "late"
        except VotingIsOver:
            return "over"
        return "counted"

    def close() -> None:
        together.wait()
        _spin(delays[1])
        decisions.close(group.workspace, closing, decision, "Nawr")

    with ThreadPoolExecutor(2) as threads:
        voting, closed = threads.submit(vote), threads.submit(close)
        heard = voting.result()
        closed.result()
    assert heard == _truth(group, decision, by.member)
    return heard


def _truth(group: Gathering, decision: UUID, member: UUID) -> str:
    counted = group.workspace.load(Decision, decision).outcome
    assert counted is not None
    boundary = group.workspace.position_of(Decision.Closed, decision)
    votes = [position for position, event in group.workspace.events_of([vote_id(decision, member)]) if isinstance(event, Vote.Cast)]
    assert boundary is not None
    assert counted["tally"]["citizen"]["yes"] == sum(position < boundary for position in votes)
    return "over" if not votes else "counted" if votes[0] < boundary else "late"


def _spin(seconds: float) -> None:
    until = perf_counter() + seconds
    while perf_counter() < until:
        pass
