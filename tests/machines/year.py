"""What a group does in a year, one deed after another, in whatever order."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import UUID

from aggregates.errors import Refused
from aggregates.objection import objection_id
from aggregates.slip import slip_id
from tests.gathering import CITIZENS, PROFESSIONALS, QUESTION, Gathering
from workspace import (
    aftermath,
    amendments,
    arranging,
    commitments,
    confirming,
    decisions,
    ideas,
    matters,
    members,
    mending,
    objections,
    proposals,
    themes,
    voices,
    words,
)
from workspace.commitments import Taker
from workspace.story.telling import both

PEOPLE = (*CITIZENS, *PROFESSIONALS, "Mair")
SAYING = ["post", "reword", "support", "unsupport", "reply", "answer", "set_aside", "take_up", "draft", "revise", "back", "withdraw"]
DECIDING = ["open", "vote", "change", "unvote", "close"]
BEING_HERE = ["side", "task", "remove", "leave", "invite", "hide", "show", "erase"]
ARRANGING = ["theme", "move", "join", "apart", "split", "ask"]
WORDING = ["comment", "weigh", "suggest", "accept", "still_mean", "decline_change", "promote", "share"]
KEEPING = ["promise", "report", "finish", "give_up", "hand_over", "judge"]
OBJECTING = ["object", "doubt", "meet", "restart", "route", "minority"]
SPEAKING = ["matter", "quote", "unquote", "write_down", "confirm", "correct", "unsay"]
DEEDS = [*SAYING, *DECIDING, *DECIDING, *BEING_HERE, *ARRANGING, *WORDING, *KEEPING, *OBJECTING, *OBJECTING, *SPEAKING]


class Year:
    """Does one thing after another; what is refused is refused, and leaves nothing behind."""

    def __init__(self, gathering: Gathering) -> None:
        self.gathering = gathering
        self.workspace = gathering.workspace
        self.ideas: list[UUID] = []
        self.proposals: list[UUID] = []
        self.decisions: list[UUID] = []
        self.hidden: list[UUID] = []
        self.themes: list[UUID] = []
        self.amendments: list[UUID] = []
        self.commitments: list[UUID] = []
        self.matters: list[UUID] = []
        self.slips: list[UUID] = []

    def do(self, deed: str, who: str, number: int) -> None:
        with suppress(Refused):
            getattr(self, deed)(self.gathering.act(who), number)

    def post(self, by: Any, number: int) -> None:
        self.ideas.append(ideas.post(self.workspace, by, f"Syniad {number}").id)

    def reword(self, by: Any, number: int) -> None:
        ideas.reword(self.workspace, by, self._of(self.ideas, number), f"Geiriau {number}")

    def support(self, by: Any, number: int) -> None:
        ideas.support(self.workspace, by, self._of(self.ideas, number))

    def unsupport(self, by: Any, number: int) -> None:
        ideas.take_back_support(self.workspace, by, self._of(self.ideas, number))

    def reply(self, by: Any, number: int) -> None:
        ideas.reply(self.workspace, by, self._of(self.ideas, number), f"Ateb {number}")

    def answer(self, by: Any, number: int) -> None:
        ideas.answer(self.workspace, by, self._of(self.ideas, number), f"Ymateb {number}")

    def set_aside(self, by: Any, number: int) -> None:
        ideas.set_aside(self.workspace, by, self._of(self.ideas, number), "Am y tro")

    def take_up(self, by: Any, number: int) -> None:
        ideas.take_up_again(self.workspace, by, self._of(self.ideas, number), "Eto")

    def draft(self, by: Any, number: int) -> None:
        chosen = [self._of(self.ideas, number + step) for step in range(number % 3)] if self.ideas else []
        said = both("Cynnig", "A proposal")
        self.proposals.append(proposals.draft(self.workspace, by, said, said, said, chosen).id)

    def revise(self, by: Any, number: int) -> None:
        said = both(f"Cynnig {number}", f"Proposal {number}")
        proposals.revise(self.workspace, by, self._of(self.proposals, number), 1 + number % 2, said, said, said)

    def back(self, by: Any, number: int) -> None:
        proposals.support(self.workspace, by, self._of(self.proposals, number), 1 + number % 2)

    def withdraw(self, by: Any, number: int) -> None:
        proposals.withdraw(self.workspace, by, self._of(self.proposals, number), "Nid nawr")

    def open(self, *_: Any) -> None:
        self.decisions.append(self.gathering.open())

    def vote(self, by: Any, number: int) -> None:
        decisions.vote(self.workspace, by, self._of(self.decisions, number), ("yes", "no", "abstain")[number % 3], "Achos" if number % 2 else "", 0)

    def change(self, by: Any, number: int) -> None:
        decisions.vote(self.workspace, by, self._of(self.decisions, number), "no", "", 1)

    def unvote(self, by: Any, number: int) -> None:
        decisions.withdraw_vote(self.workspace, by, self._of(self.decisions, number), 1)

    def close(self, by: Any, number: int) -> None:
        decisions.close(self.workspace, by, self._of(self.decisions, number), "Digon")

    def side(self, by: Any, number: int) -> None:
        members.change_side(self.workspace, by, by.member, ("citizen", "professional", "none")[number % 3])

    def task(self, by: Any, number: int) -> None:
        (members.give_task if number % 2 else members.take_task)(self.workspace, by, by.member, "commissioner")

    def remove(self, by: Any, number: int) -> None:
        if number == 30:
            members.remove(self.workspace, by, self.gathering.member(PEOPLE[number % len(PEOPLE)]), "Wedi symud")

    def leave(self, by: Any, number: int) -> None:
        if number == 30:
            members.leave(self.workspace, by)

    def invite(self, by: Any, number: int) -> None:
        members.invite(self.workspace, by, side="citizen", name=f"Rhywun {number}", way="code" if number % 2 else "link")

    def hide(self, by: Any, number: int) -> None:
        with self.workspace.reading() as db:
            texts = [row[0] for row in db.execute("select id from texts where project = %s order by at, id", (self.gathering.project,))]
        text = self._of(texts, number)
        words.hide(self.workspace, by, text, words.Place("idea", self._of(self.ideas, number)), "Enw rhywun")
        self.hidden.append(text)

    def show(self, by: Any, number: int) -> None:
        words.show(self.workspace, by, self._of(self.hidden, number), "Cytunwyd")

    def erase(self, by: Any, number: int) -> None:
        words.erase(self.workspace, by, self._of(self.hidden, number), "by mistake")

    def theme(self, by: Any, number: int) -> None:
        self.themes.append(themes.name(self.workspace, by, both(f"Thema {number}", f"Theme {number}")).id)

    def move(self, by: Any, number: int) -> None:
        arranging.move(self.workspace, by, self._of(self.ideas, number), self._of(self.themes, number) if number % 3 else None)

    def join(self, by: Any, number: int) -> None:
        arranging.join(self.workspace, by, self._of(self.ideas, number), self._of(self.ideas, number + 1))

    def apart(self, by: Any, number: int) -> None:
        arranging.set_apart(self.workspace, by, self._of(self.ideas, number))

    def split(self, by: Any, number: int) -> None:
        arranging.split(self.workspace, by, self._of(self.ideas, number), [f"Rhan {number}", f"Rhan arall {number}"])

    def ask(self, by: Any, number: int) -> None:
        until = (self.workspace.now() + timedelta(days=9)).date()
        ideas.ask_for_answer(self.workspace, by, self._of(self.ideas, number), self.member(number), until)

    def comment(self, by: Any, number: int) -> None:
        proposals.comment(self.workspace, by, self._of(self.proposals, number), 1, "cy", 1, f"Sylw {number}")

    def weigh(self, by: Any, number: int) -> None:
        proposals.weigh(self.workspace, by, self._of(self.proposals, number), ("strength", "worry")[number % 2], f"Nodyn {number}")

    def suggest(self, by: Any, number: int) -> None:
        proposal = self._of(self.proposals, number)
        saw = proposals.load(self.workspace, by, proposal).text_version
        self.amendments.append(amendments.suggest(self.workspace, by, proposal, saw, "cy", 1, f"Geiriau gwell {number}", "Mae’n gliriach").id)

    def accept(self, by: Any, number: int) -> None:
        amendments.accept(self.workspace, by, self._of(self.amendments, number), 1 + number % 2)

    def still_mean(self, by: Any, number: int) -> None:
        amendments.still_mean(self.workspace, by, self._of(self.amendments, number), 2)

    def decline_change(self, by: Any, number: int) -> None:
        amendments.decline(self.workspace, by, self._of(self.amendments, number), "Ddim eto")

    def promote(self, by: Any, number: int) -> None:
        said = both("Ar wahân", "Of its own")
        self.proposals.append(amendments.promote(self.workspace, by, self._of(self.amendments, number), said, said, said).id)

    def share(self, by: Any, number: int) -> None:
        proposals.add_author(self.workspace, by, self._of(self.proposals, number), self.member(number))

    def promise(self, by: Any, number: int) -> None:
        taker, due = (
            Taker("citizen", both("Cymydog", "A neighbour"), is_own=bool(number % 2), is_named=bool(number % 3)),
            self.workspace.now() + timedelta(days=9),
        )
        about = {"idea": self._of(self.ideas, number)} if number % 2 else {"decision": self._of(self.decisions, number)}
        what = both(f"Addewid {number}", f"A promise {number}")
        self.commitments.append(commitments.make(self.workspace, by, what, taker, due.date(), **about).id)

    def report(self, by: Any, number: int) -> None:
        commitments.report(self.workspace, by, self._of(self.commitments, number), "Ar y gweill")

    def finish(self, by: Any, number: int) -> None:
        commitments.finish(self.workspace, by, self._of(self.commitments, number), "Wedi’i wneud")

    def give_up(self, by: Any, number: int) -> None:
        commitments.give_up(self.workspace, by, self._of(self.commitments, number), "Dim arian")

    def hand_over(self, by: Any, number: int) -> None:
        taker = Taker("professional", both("Y ddesg", "The desk"), is_own=bool(number % 2))
        commitments.hand_over(self.workspace, by, self._of(self.commitments, number), taker, "Mwy o amser")

    def judge(self, by: Any, number: int) -> None:
        commitments.judge(self.workspace, by, self._of(self.commitments, number), is_better=bool(number % 2), text="Diolch" if number % 3 else "")

    def object(self, by: Any, number: int) -> None:
        decisions.vote(self.workspace, by, self._of(self.decisions, number), ("object", "consent", "stand aside")[number % 3], "Mae’n rhy hwyr", 0, "aim")

    def doubt(self, by: Any, number: int) -> None:
        objections.doubt(self.workspace, by, self._objection(number), "Dim niwed")

    def meet(self, by: Any, number: int) -> None:
        objections.accept(self.workspace, by, self._objection(number), "Iawn felly")

    def restart(self, by: Any, number: int) -> None:
        decision, until = self._of(self.decisions, number), self.gathering.in_(30)
        self.decisions.append(mending.restart(self.workspace, by, decision, QUESTION, until, "Geiriau aneglur").id)

    def route(self, by: Any, number: int) -> None:
        aftermath.take_route(self.workspace, by, self._of(self.decisions, number), ("revise", "mediate", "record")[number % 3], "Wyneb yn wyneb")

    def minority(self, by: Any, number: int) -> None:
        aftermath.state_minority(self.workspace, by, self._of(self.decisions, number), "Roeddwn i yn erbyn")

    def matter(self, by: Any, number: int) -> None:
        said = matters.say(self.workspace, by, matters.Said(f"Mae hyn yn bwysig {number}", may_quote=bool(number % 2)))
        self.matters.append(said.id)

    def quote(self, by: Any, number: int) -> None:
        matters.allow_quote(self.workspace, by, self._of(self.matters, number))

    def unquote(self, by: Any, number: int) -> None:
        matters.take_back_quote(self.workspace, by, self._of(self.matters, number))

    def write_down(self, by: Any, number: int) -> None:
        speaking = voices.speaking(self.workspace, by, voices.Voice(self.member(number), "said so", "phone", bool(number % 2)))
        self.ideas.append(ideas.post(self.workspace, speaking, f"Ar lafar {number}").id)
        self.slips.append(slip_id(self.ideas[-1]))

    def confirm(self, by: Any, number: int) -> None:
        confirming.confirm(self.workspace, by, self._of(self.slips, number))

    def correct(self, by: Any, number: int) -> None:
        confirming.correct(self.workspace, by, self._of(self.slips, number), f"Fel hyn {number}")

    def unsay(self, by: Any, number: int) -> None:
        confirming.withdraw(self.workspace, by, self._of(self.slips, number))

    def member(self, number: int) -> UUID:
        return self.gathering.member(PEOPLE[number % len(PEOPLE)])

    def _objection(self, number: int) -> UUID:
        return objection_id(self._of(self.decisions, number), self.member(number))

    @staticmethod
    def _of(things: Sequence[UUID], number: int) -> UUID:
        if not things:
            raise Refused
        return things[number % len(things)]
