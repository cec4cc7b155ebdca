"""How a session goes: at which step of which block the group is, what was counted, who leads. What is written, said and chosen meanwhile are streams of
their own (attendance.py, card.py, choice.py), so that hundreds can take part at once.

Every move freezes what counting depends on, as a decision does when it opens.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from .agenda import Block, Now, Run
from .base import SIDES, Act, Aggregate, event
from .errors import (
    BlockIsNotRecorded,
    NotEnoughToChooseFrom,
    NotFound,
    NothingToCount,
    NotThatStep,
    PhonesAreFrozen,
    SessionIsNotRunning,
    SomebodyMovedOn,
    TurnsAreRefused,
    UnknownChoice,
)


def proceedings_id(session: UUID) -> UUID:
    return uuid5(session, "proceedings")


class Proceedings(Aggregate):
    @classmethod
    def open_doors(cls, by: Act, subject: UUID) -> "Proceedings":
        """People may come in by the code. `subject`: the session. Whoever opens leads."""
        return cls(by, subject)

    def go_to(self, by: Act, saw: int, block: UUID, plan: Block, step: str, options: Sequence[UUID] = ()) -> None:
        """To any step of any block, on or back. `saw`: how many moves the page knew; `options`: what is chosen from, where it is by dots. Going back to
        a choice that was left, or before it, begins another run: the one before is set aside, and stays on the record.
        Refused: SessionIsNotRunning, SomebodyMovedOn, NotThatStep, NotEnoughToChooseFrom."""
        self._must_have_seen(saw)
        if plan.is_set_aside or step not in plan.steps:
            raise NotThatStep
        is_choice = step == "choose" and plan.kind == "dots"
        if is_choice and len(set(options)) < 2:
            raise NotEnoughToChooseFrom
        run = self._next_run(block, plan.steps, step)
        place, offered = plan.steps.index(step), list(dict.fromkeys(options)) if is_choice else []
        self._went_to(by, self.subject, block, step, place, run, plan.kind, plan.is_recorded, plan.settings, offered)

    def count(self, by: Act, block: UUID, run: int, outcome: dict[str, Any], up_to: int) -> None:
        """What a choice that was left came to, from the choices below log position `up_to`, where it was left. Counted before: nothing happens.
        Refused: NothingToCount."""
        found = self.runs.get(block)
        if found is None or not 1 <= run <= found.number or (self.now and (self.now.block, self.now.step, self.now.run) == (block, "choose", run)):
            raise NothingToCount
        if run not in found.counted:
            self._counted(by, self.subject, block, run, outcome, up_to)

    def decide(self, by: Act, decision: UUID) -> None:
        """The block asks for a decision, opened in the same transaction. Refused: NotThatStep."""
        now = self.must_be_at("decide")
        self._deciding(by, self.subject, now.block, decision)

    def take_up(self, by: Act, round: UUID, step: str) -> None:
        """The block goes through a consent round, which is at this step of its own. Refused: NotThatStep, BlockIsNotRecorded."""
        now = self.must_be_at("talk")
        if now.kind != "round":
            raise NotThatStep
        if not now.is_recorded:
            raise BlockIsNotRecorded
        if self.rounds.get(now.block) != round:
            self._took_up(by, self.subject, now.block, round, step)

    def must_be_in_round(self, block: UUID) -> UUID:
        """The consent round that the group goes through in this block now. Refused: SessionIsNotRunning, NotThatStep."""
        self._must_run()
        if self.now is None or self.now.block != block or block not in self.rounds:
            raise NotThatStep
        return self.rounds[block]

    def must_have_asked(self, decision: UUID) -> None:
        """Refused: NotFound."""
        if decision not in self.asked:
            raise NotFound

    def freeze(self, by: Act, is_frozen: bool) -> None:
        """Nothing more is taken from phones for a while; what is typed stays there."""
        self._must_run()
        if is_frozen != self.is_frozen:
            self._frozen(by, self.subject, is_frozen)

    def blank(self, by: Act, is_blank: bool) -> None:
        """The big screen shows nothing but the code."""
        self._must_run()
        if is_blank != self.is_blank:
            self._blanked(by, self.subject, is_blank)

    def show_counts(self, by: Act, is_shown: bool) -> None:
        """Counts are hidden on the big screen until whoever leads shows them, and again with the next move."""
        self._must_run()
        if is_shown != self.are_counts_shown:
            self._counts_shown(by, self.subject, is_shown)

    def hand_over(self, by: Act, to: UUID) -> None:
        """Somebody else leads from now on."""
        self._must_run()
        if to != self.leader:
            self._handed_over(by, self.subject, self.leader, to)

    def count_turns(self, by: Act) -> None:
        """Announced to everybody: from now on it is noted which side spoke, never who. Refused: TurnsAreRefused (somebody said no)."""
        self._must_run()
        if self.turns == "refused":
            raise TurnsAreRefused
        if self.turns != "counted":
            self._turns_announced(by, self.subject)

    def refuse_turns(self, by: Act) -> None:
        """By anybody who is here, for the rest of the session."""
        self._must_run()
        if self.turns != "refused":
            self._turns_refused(by, self.subject)

    def note_turn(self, by: Act, side: str) -> None:
        """Refused: TurnsAreRefused, unless turns are counted."""
        self._must_run()
        if side not in SIDES:
            raise UnknownChoice(value=side)
        if self.turns != "counted":
            raise TurnsAreRefused
        self._turn_noted(by, self.subject, side)

    def end(self, by: Act, saw: int) -> None:
        """The doors close and the code is dead. Refused: SomebodyMovedOn, SessionIsNotRunning."""
        self._must_have_seen(saw)
        self._ended(by, self.subject)

    def must_be_at(self, step: str, block: UUID | None = None) -> Now:
        """Where the group is, if it is at this step (of this block). Refused: SessionIsNotRunning, NotThatStep."""
        self._must_run()
        if self.now is None or self.now.step != step or block not in (None, self.now.block):
            raise NotThatStep
        return self.now

    def must_take(self, step: str, block: UUID) -> Now:
        """The same, where phones may send something now. Refused: SessionIsNotRunning, NotThatStep, PhonesAreFrozen, BlockIsNotRecorded."""
        now = self.must_be_at(step, block)
        if self.is_frozen:
            raise PhonesAreFrozen
        if not now.is_recorded:
            raise BlockIsNotRecorded
        return now

    def has_begun(self, block: UUID) -> bool:
        return block in self.runs

    @staticmethod
    def create_id(subject: UUID) -> UUID:
        return proceedings_id(subject)

    @event("DoorsOpened")
    def __init__(self, by: Act, subject: UUID) -> None:
        self.project = by.project
        self.subject = subject
        self.leader = by.author
        self.now: Now | None = None
        self.moves = 0
        self.runs: dict[UUID, Run] = {}
        self.asked: set[UUID] = set()  # decisions
        self.rounds: dict[UUID, UUID] = {}  # block -> the consent round that it goes through
        self.is_frozen = self.is_blank = self.are_counts_shown = self.is_over = False
        self.turns = "not counted"

    @event("WentTo")
    def _went_to(
        self, by: Act, subject: UUID, block: UUID, step: str, place: int, run: int, kind: str, is_recorded: bool, settings: dict[str, int], options: list[UUID]
    ) -> None:
        """`place`: of the step among the block's own."""
        self.now = Now(block, step, run, kind, is_recorded, dict(settings), tuple(options))
        before = self.runs.get(block, Run())
        self.runs[block] = Run(run, place, before.counted)
        self.moves += 1
        self.is_frozen = self.are_counts_shown = False

    @event("Counted")
    def _counted(self, by: Act, subject: UUID, block: UUID, run: int, outcome: dict[str, Any], up_to: int) -> None:
        self.runs[block].counted.add(run)

    @event("Deciding")
    def _deciding(self, by: Act, subject: UUID, block: UUID, decision: UUID) -> None:
        self.asked.add(decision)

    @event("TookUp")
    def _took_up(self, by: Act, subject: UUID, block: UUID, round: UUID, step: str) -> None:
        self.rounds[block] = round

    @event("Frozen")
    def _frozen(self, by: Act, subject: UUID, is_frozen: bool) -> None:
        self.is_frozen = is_frozen

    @event("Blanked")
    def _blanked(self, by: Act, subject: UUID, is_blank: bool) -> None:
        self.is_blank = is_blank

    @event("CountsShown")
    def _counts_shown(self, by: Act, subject: UUID, is_shown: bool) -> None:
        self.are_counts_shown = is_shown

    @event("HandedOver")
    def _handed_over(self, by: Act, subject: UUID, was: UUID, to: UUID) -> None:
        self.leader = to

    @event("TurnsAnnounced")
    def _turns_announced(self, by: Act, subject: UUID) -> None:
        self.turns = "counted"

    @event("TurnsRefused")
    def _turns_refused(self, by: Act, subject: UUID) -> None:
        self.turns = "refused"

    @event("TurnNoted")
    def _turn_noted(self, by: Act, subject: UUID, side: str) -> None:
        pass

    @event("Ended")
    def _ended(self, by: Act, subject: UUID) -> None:
        self.is_over = True
        self.now = None

    def _next_run(self, block: UUID, steps: Sequence[str], step: str) -> int:
        before = self.runs.get(block, Run())
        if "choose" not in steps:
            return before.number
        place, choice = steps.index(step), steps.index("choose")
        is_left = self.now is None or (self.now.block, self.now.step) != (block, "choose")
        is_again = place <= choice <= before.place and (is_left or place < choice)
        return before.number + is_again

    def _must_have_seen(self, saw: int) -> None:
        self._must_run()
        if saw != self.moves:
            raise SomebodyMovedOn

    def _must_run(self) -> None:
        if self.is_over:
            raise SessionIsNotRunning
