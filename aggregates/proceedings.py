"""How a session goes: at which step of which block the group is, what was counted, who leads. What is written, said and chosen meanwhile are streams of
their own (attendance.py, card.py, choice.py), so that hundreds can take part at once.

Every move freezes what counting depends on, as a decision does when it opens.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from .agenda import Block
from .base import SIDES, Act, Aggregate, event
from .errors import BlockIsNotRecorded, NothingToCount, NotThatStep, PhonesAreFrozen, SessionIsNotRunning, SomebodyMovedOn, TurnsAreRefused, UnknownChoice
from .whereabouts import Count, Now, Run, next_run, offered_to


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
        offered = offered_to(step == "choose" and plan.kind == "dots", options)
        run = next_run(self.runs.get(block, Run()), self.now, block, plan.steps, step)
        self._went_to(by, self.subject, block, step, plan.steps.index(step), run, plan.kind, plan.is_recorded, plan.settings, offered)

    def count(self, by: Act, block: UUID, run: int, outcome: dict[str, Any], up_to: int) -> None:
        """What a choice that was left came to, from the choices below log position `up_to`. Counted before: nothing happens. Refused: NothingToCount."""
        found = self.runs.get(block)
        if found is None or not 1 <= run <= found.number or (self.now and (self.now.block, self.now.step, self.now.run) == (block, "choose", run)):
            raise NothingToCount
        if run not in found.counted:
            self._counted(by, self.subject, block, run, outcome, up_to)

    def count_again(self, by: Act, block: UUID, run: int, outcome: dict[str, Any]) -> None:
        """With the ballots on paper that were typed in since. The same outcome again is nothing new.
        Refused: NothingToCount, where the choice was neither counted nor made on paper alone."""
        found = self.runs.get(block)
        if found is None or run not in found.counted:
            raise NothingToCount
        if outcome != found.counted[run].outcome:
            self._counted_again(by, self.subject, block, run, outcome)

    def offer_on_paper(self, by: Act, block: UUID, plan: Block, options: Sequence[UUID] = ()) -> None:
        """What was chosen from where the group chose on paper alone, and nothing here led to it: frozen as a move would have, and left at once.
        Refused: NotThatStep, where it has no choice or was led to one; NotEnoughToChooseFrom."""
        if plan.is_set_aside or "choose" not in plan.steps or block in self.offers:
            raise NotThatStep
        offered = offered_to(plan.kind == "dots", options)
        self._on_paper(by, self.subject, block, plan.steps.index("choose"), plan.kind, plan.is_recorded, plan.settings, offered)

    def offered(self, block: UUID) -> Now:
        """What the group chooses from in a block, or chose from the last time. Refused: NotThatStep, BlockIsNotRecorded."""
        if block not in self.offers:
            raise NotThatStep
        if not self.offers[block].is_recorded:
            raise BlockIsNotRecorded
        return self.offers[block]

    def decide(self, by: Act, decision: UUID) -> None:
        """The block asks for a decision, opened in the same transaction. Refused: NotThatStep."""
        now = self.must_be_at("decide")
        self._deciding(by, self.subject, now.block, decision)

    def decide_on_paper(self, by: Act, decision: UUID, block: UUID, plan: Block) -> None:
        """The same once the session is over, for a part that the group came to without the network. Refused: NotThatStep, also where it asked already."""
        if not self.is_over or plan.is_set_aside or "decide" not in plan.steps or block in self.asked.values():
            raise NotThatStep
        self._deciding(by, self.subject, block, decision)

    def take_up(self, by: Act, round: UUID, step: str) -> None:
        """The block goes through a consent round, which is at this step of its own. Refused: NotThatStep (also where nothing is written down)."""
        now = self.must_be_at("talk")
        if now.kind != "round" or not now.is_recorded:
            raise NotThatStep
        self._took_up(by, self.subject, now.block, round, step)

    def must_be_in_round(self, block: UUID) -> UUID:
        """The consent round that the group goes through in this block now. Refused: NotThatStep."""
        if self.now is None or self.now.block != block or block not in self.rounds:
            raise NotThatStep
        return self.rounds[block]

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

    @staticmethod
    def create_id(subject: UUID) -> UUID:
        return proceedings_id(subject)

    @event("DoorsOpened")
    def __init__(self, by: Act, subject: UUID) -> None:
        self.project, self.subject = by.project, subject
        self.leader, self.moves, self.turns = by.author, 0, "not counted"
        self.now: Now | None = None
        self.runs: dict[UUID, Run] = {}
        self.asked: dict[UUID, UUID] = {}  # decision -> the block that asks it
        self.rounds: dict[UUID, UUID] = {}  # block -> the consent round that it goes through
        self.offers: dict[UUID, Now] = {}
        self.is_frozen = self.is_blank = self.are_counts_shown = self.is_over = False

    @event("WentTo")
    def _went_to(
        self, by: Act, subject: UUID, block: UUID, step: str, place: int, run: int, kind: str, is_recorded: bool, settings: dict[str, int], options: list[UUID]
    ) -> None:
        """`place`: of the step among the block's own."""
        self.now = Now(block, step, run, kind, is_recorded, dict(settings), tuple(options))
        before = self.runs.get(block, Run())
        self.runs[block] = Run(run, place, before.counted)
        self.offers |= {block: self.now} if step == "choose" else {}
        self.moves += 1
        self.is_frozen = self.are_counts_shown = False

    @event("Counted")
    def _counted(self, by: Act, subject: UUID, block: UUID, run: int, outcome: dict[str, Any], up_to: int) -> None:
        self.runs[block].counted[run] = Count(outcome, up_to)

    @event("CountedAgain")
    def _counted_again(self, by: Act, subject: UUID, block: UUID, run: int, outcome: dict[str, Any]) -> None:
        self.runs[block].counted[run] = Count(outcome, self.runs[block].counted[run].up_to)

    @event("OfferedOnPaper")
    def _on_paper(self, by: Act, subject: UUID, block: UUID, place: int, kind: str, is_recorded: bool, settings: dict[str, int], options: list[UUID]) -> None:
        before = self.runs.get(block, Run())
        self.offers[block] = Now(block, "choose", before.number, kind, is_recorded, dict(settings), tuple(options))
        self.runs[block] = Run(before.number, place, {**before.counted, before.number: Count({}, 0)})

    @event("Deciding")
    def _deciding(self, by: Act, subject: UUID, block: UUID, decision: UUID) -> None:
        self.asked[decision] = block

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
    def _turn_noted(self, by: Act, subject: UUID, side: str) -> None: ...

    @event("Ended")
    def _ended(self, by: Act, subject: UUID) -> None:
        self.is_over, self.now = True, None

    def _must_have_seen(self, saw: int) -> None:
        self._must_run()
        if saw != self.moves:
            raise SomebodyMovedOn

    def _must_run(self) -> None:
        if self.is_over:
            raise SessionIsNotRunning
