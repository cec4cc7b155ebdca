"""Two projects with one of everything: one that is open to everybody and one that is for its members only, full of words that nobody else may see."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from aggregates.decision import Decision
from aggregates.matter import Matter
from aggregates.method import Fits
from aggregates.minutes import Minutes, minutes_id
from aggregates.objection import objection_id
from aggregates.project import Project
from tests.evening import Evening
from tests.gathering import QUESTION, Gathering
from tests.showing import picture, wav
from workspace import (
    amendments,
    arranging,
    challenges,
    charters,
    commission,
    commitments,
    decisions,
    footing,
    ideas,
    matters,
    members,
    mending,
    methods,
    minutes,
    missing_voices,
    network,
    photographs,
    polls,
    projects,
    proposals,
    rounds,
    sessions,
    slips,
    themes,
    voices,
    words,
)
from workspace.application import Act, Workspace
from workspace.commitments import Taker
from workspace.footing import Care, Mandate
from workspace.matters import Said, Visitor
from workspace.members import NETWORK
from workspace.methods import Written
from workspace.missing_voices import Missing
from workspace.sessions import PlannedBlock, Told
from workspace.story.evening_care import CHARTER, DESCRIPTION, RULE
from workspace.story.telling import both
from workspace.voices import Voice
from workspace.words import Place

SECRET = "Zwqx"
"""It is part of every word of the closed project, and of nothing else."""
LAST_WORD = "Lampost"
"""What one can look for: it is in every idea of both projects."""

CITIZENS, PROFESSIONALS, GONE = ("Eira", "Beti", "Tomos"), ("Amina", "Rhys"), "Owain"
STRANGER = "Helen"
"""She has an account and is in neither project."""


@dataclass
class Full:
    """A project with an idea, a hidden reply, a commitment, a proposal that is talked over, a charter in force, an open decision, an objection to
    another, a place that waits, and somebody who was removed."""

    gathering: Gathering
    mark: str

    def __post_init__(self) -> None:
        workspace, act = self.gathering.workspace, self.gathering.act
        self._remove_somebody(workspace)
        self.idea = ideas.post(workspace, act("Eira"), f"{self.mark} {LAST_WORD}").id
        self.fellow_idea = ideas.post(workspace, act("Beti"), f"{self.mark} {LAST_WORD} as well").id
        reply = ideas.reply(workspace, act("Amina"), self.idea, f"{self.mark} reply").id
        self.theme = themes.name(workspace, act("Eira"), {"cy": f"{self.mark} theme"}).id
        arranging.move(workspace, act("Eira"), self.idea, self.theme)
        ideas.answer(workspace, act("Mair"), self.idea, f"{self.mark} answer")
        self.commitment = self.another_commitment()
        self.text = self.words_of("reply")
        words.hide(workspace, act("Mair"), self.text, Place("reply", reply), f"{self.mark} reason")
        self.decided = self.gathering.adopt_charter()
        texts = [both(f"{self.mark} {name}", f"{self.mark} {name}") for name in ("title", "summary", "body")]
        self.proposal = proposals.draft(workspace, act("Eira"), *texts, [self.idea]).id
        self.other = self.gathering.member("Beti")
        self.amendment, self.acceptable, self.withdrawable = (
            amendments.suggest(workspace, act("Mair"), self.proposal, 1, "en", 1, f"{self.mark} change {n}", f"{self.mark} why").id for n in range(3)
        )
        proposals.comment(workspace, act("Beti"), self.proposal, 1, "en", 1, f"{self.mark} comment")
        proposals.weigh(workspace, act("Beti"), self.proposal, "worry", f"{self.mark} worry")
        asked = replace(QUESTION, asked=both(f"{self.mark} pam?", f"{self.mark} why?"))
        self.decision = self.gathering.open(asked)
        decisions.vote(workspace, act("Beti"), self.decision, "no", f"{self.mark} because", 0)
        self.gathering.adopt_charter(consent_first=True)
        self.consenting = self.gathering.open(asked)
        decisions.vote(workspace, act("Beti"), self.consenting, "object", f"{self.mark} harm", 0, "aim")
        self.round = rounds.begin(workspace, act("Mair"), self.proposal, 1).id
        rounds.ask(workspace, act("Beti"), self.round, f"{self.mark} who?")
        (self.question,) = rounds.load(workspace, act("Beti"), self.round).questions
        mending.ask_mend(workspace, act("Amina"), self.decision, asked)
        self.mend = self._mend(workspace)
        self.objection = objection_id(self.consenting, self.gathering.member("Beti"))
        offer = members.invite(workspace, act("Mair"), side="citizen", name=f"{self.mark} Delyth")
        self.place, self.waiting = offer.secret, offer.receipt.id
        charters.draft(workspace, act("Mair"), {name: both(self.mark, self.mark) for name in CHARTER}, dict(RULE), "anybody", 2)
        self._speak(workspace)
        self._stand(workspace)
        self._buy(workspace)
        self._meet(workspace)
        self._ask_when(workspace)
        self._come_together()
        self._have_met(workspace)
        self._share(workspace)
        self.position = workspace.position_of(_posted(workspace, self.idea), self.idea)

    @property
    def id(self) -> UUID:
        return self.gathering.project

    def parts(self, member: str = "Eira") -> dict[str, str]:
        """What stands in the place of each parameter of an address."""
        return {
            "project": str(self.id),
            "idea_id": str(self.idea),
            "fellow_idea": str(self.fellow_idea),
            "theme_id": str(self.theme),
            "proposal_id": str(self.proposal),
            "amendment_id": str(self.amendment),
            "amendment_id acceptance": str(self.acceptable),
            "amendment_id withdrawal": str(self.withdrawable),
            "other": str(self.other),
            "language": "en",
            "number": "1",
            "part": "cost",
            "decision_id": str(self.decision),
            "objection_id": str(self.objection),
            "commitment_id": str(self.commitment),
            "mend": str(self.mend),
            "round_id": str(self.round),
            "question": str(self.question),
            "member": str(self.gathering.member(member)),
            "text": str(self.text),
            "position": str(self.position),
            "version": "1",
            "stage": "design",
            "task": "commissioner",
            "matter_id": str(self.matter),
            "file": str(self.file),
            "slip_id": str(self.slip),
            "slip_code": self.slip_code,
            "organisation": str(self.organisation),
            "offer": str(self.offer),
            "challenge_id": str(self.challenge),
            "voice_id": str(self.voice),
            "session_id": str(self.session),
            "block_id": str(self.block),
            "poll_id": str(self.poll),
            "carried": str(self.carried),
            "session": str(self.evening.id),
            "block": str(self.evening.blocks[0]),
            "card": str(self.card),
            "photograph_id": str(self.photograph),
            "over": str(self.met.id),
            "correction": str(self.correction),
            "method_id": str(self.method),
            "note_id": str(self.note),
            "words_id": str(self.noted),
            "ahead": str(self.ahead),
            "helper": str(self.gathering.member("Tomos")),
        }

    def another_commitment(self) -> UUID:
        """Eira does what she asked for herself."""
        workspace = self.gathering.workspace
        taker = Taker("none", both(f"{self.mark} role", f"{self.mark} role"), is_own=True, is_named=True)
        what, day = both(f"{self.mark} lamp", f"{self.mark} lamp"), workspace.now().date() + timedelta(days=20)
        return commitments.make(workspace, self.gathering.act("Eira"), what, taker, day, idea=self.idea).id

    def _speak(self, workspace: Workspace) -> None:
        """What matters to a member and to a visitor, an idea that was written down for Beti, what is not how it feels to Eira, and what is between
        Rhys and the facilitators."""
        act, said = self.gathering.act, Said(f"{self.mark} matter", False)
        self.matter = matters.say(workspace, act("Eira"), replace(said, photo=picture(), sound=wav())).id
        self.file = workspace.load(Matter, self.matter).files["photo"].id
        visitor = Visitor(f"{self.mark} Gwenda", "citizen", f"{self.mark} network", "cy", uuid4())
        self.slip_code = slips.code_of(workspace, slips.slip_id(matters.say_as_visitor(workspace, self.id, visitor, said).id))
        for_beti = voices.speaking(workspace, act("Mair"), Voice(self.gathering.member("Beti"), "said so", "phone", True))
        self.voice = missing_voices.name(workspace, act("Mair"), Missing(both(f"{self.mark} who", f"{self.mark} who"), f"{self.mark} why")).id
        self.challenge = challenges.raise_(workspace, act("Eira"), f"{self.mark} challenge", is_public=True, about="hearing").id
        challenges.raise_(workspace, act("Rhys"), f"{self.mark} whisper", is_public=False)
        self.slip = slips.slip_id(ideas.post(workspace, for_beti, f"{self.mark} {LAST_WORD} written down").id)

    def _stand(self, workspace: Workspace) -> None:
        """On a footing, with an organisation."""
        said = both(f"{self.mark} said", f"{self.mark} said")
        footing.write_mandate(workspace, self.gathering.act("Mair"), Mandate(money=said, pays=said, until_on="2028-03-31"))
        footing.write_care(workspace, self.gathering.act("Mair"), Care(costs=said))
        footing.write_better(workspace, self.gathering.act("Mair"), said)
        footing.join_organisation(workspace, self.gathering.act("Mair"), said, said)
        self.organisation = workspace.load(Project, self.id).organisations[0]

    def _buy(self, workspace: Workspace) -> None:
        """With the commission kit, up to an offer."""
        said = both(f"{self.mark} bought", f"{self.mark} bought")
        commission.write_need(workspace, self.gathering.act("Mair"), said, said)
        commission.write_criteria(workspace, self.gathering.act("Mair"), [commission.Criterion(said, 2), commission.Criterion(said, 1)])
        commission.name_offer(workspace, self.gathering.act("Mair"), said)
        self.offer = commission.load(workspace, self.gathering.act("Mair")).offers[0]
        commission.declare_interest(workspace, self.gathering.act("Rhys"), f"{self.mark} interest", [self.offer])

    def _ask_when(self, workspace: Workspace) -> None:
        """Two times to meet; Rhys can at both."""
        begins = [workspace.now() + timedelta(days=days) for days in (20, 21)]
        spans, last = [(each, each + timedelta(hours=2)) for each in begins], begins[0].date()
        said = both(f"{self.mark} tea", f"{self.mark} tea")
        self.poll = polls.ask(workspace, self.gathering.act("Mair"), polls.Asking(said, spans, last)).id
        polls.say(workspace, self.gathering.act("Rhys"), self.poll, {"1": "yes", "2": "yes"})

    def _meet(self, workspace: Workspace) -> None:
        """With a session that is to come."""
        said, starts_at = both(f"{self.mark} session", f"{self.mark} session"), workspace.now() + timedelta(days=20)
        told = Told(said, "room", 30, {"place": said, "agreement": said})
        agenda = [PlannedBlock("write", 20, {"title": said, "question": said}), PlannedBlock("break", 10, {"title": said})]
        self.session, self.other_session = (
            sessions.plan(workspace, self.gathering.act("Mair"), told, starts_at, starts_at + timedelta(hours=2), agenda).id for _ in range(2)
        )
        sessions.give_role(workspace, self.gathering.act("Mair"), self.session, self.gathering.member("Tomos"), "scribe")
        self.block = next(iter(sessions.load(workspace, self.gathering.act("Mair"), self.session).blocks))

    def _come_together(self) -> None:
        """In a session that is running: each writes, and Eira wrote a card."""
        self.evening = Evening(self.gathering, mark=self.mark).open_doors()
        self.evening.come("Eira")
        self.evening.go_to(0, "write")
        self.card = self.evening.card(self.evening.act("Eira"), f"{self.mark} card")
        act = self.evening.act("Mair")
        self.photograph = photographs.take(self.gathering.workspace, act, self.evening.id, self.evening.blocks[0], picture()).id

    def _have_met(self, workspace: Workspace) -> None:
        """Eira and Tomos in a session that is over; she would put its minutes right."""
        self.met = Evening(self.gathering, mark=self.mark).open_doors()
        for who in ("Eira", "Tomos"):
            self.met.come(who)
        self.met.go_to(0, "write")
        self.met.card(self.met.act("Eira"), f"{self.mark} card", is_shown=True)
        self.met.go_to(6, "write")
        self.carried = self.met.card(self.met.act("Eira"), f"{self.mark} question", block=6, is_shown=True)
        self.met.end()
        minutes.draft(workspace, self.met.id)
        minutes.put_right(workspace, self.met.act("Eira"), self.met.id, None, f"{self.mark} was late", False)
        [self.correction] = workspace.load(Minutes, minutes_id(self.met.id)).corrections

    def _share(self, workspace: Workspace) -> None:
        """With the network: a method of Mair's, and how it went for Eira and for Amina. What is shared is no secret."""
        written = Written(dict.fromkeys(("name", "purpose", "steps"), both("Cylch", "Round")), Fits("round", 5, 10, 3, 12, ["room"]))
        arriving = network.Arriving()
        self.method = methods.add(workspace, in_the_network(self.gathering, "Mair"), written, arriving).id
        for name in ("Eira", "Amina"):
            how: Any = {"command": uuid4(), "language": "en", "may_add": False}
            by, arriving = network.act(workspace, self.gathering.accounts[name], **how)
            methods.note(workspace, by, self.method, "It went round", "well", arriving)
        self.note, self.noted = methods.load(workspace, self.method).notes
        starts_at = workspace.now() + timedelta(days=9)
        self.ahead = sessions.plan(workspace, self.gathering.act("Mair"), Told(both("Te", "Tea"), "room", 20), starts_at, starts_at + timedelta(hours=2)).id

    def _remove_somebody(self, workspace: Workspace) -> None:
        take_place(self.gathering, GONE, "professional", self.mark)
        removed = self.gathering.member(GONE)
        members.remove(workspace, self.gathering.act("Mair"), removed, f"{self.mark} reason")

    def _mend(self, workspace: Workspace) -> UUID:
        asked = workspace.load(Decision, self.decision).asked_mend
        assert asked is not None
        return asked[0]

    def words_of(self, ending: str) -> UUID:
        with self.gathering.workspace.reading() as db:
            row = db.execute("select id from texts where project = %s and body like %s", (self.id, f"%{ending}")).fetchone()
        assert row is not None
        return UUID(str(row[0]))


def _posted(workspace: Workspace, stream: UUID) -> type[Any]:
    return type(workspace.events_of([stream])[0][1])


def take_place(gathering: Gathering, name: str, side: str, mark: str = "") -> None:
    offer = members.invite(gathering.workspace, gathering.act("Mair"), side=side)
    account = gathering.accounts[name]
    members.claim(gathering.workspace, account, offer.secret, command=uuid4(), language="cy", name=f"{mark} {name}".strip())


def in_the_network(gathering: Gathering, name: str) -> Act:
    return members.act(gathering.workspace, gathering.accounts[name], NETWORK, command=uuid4(), language="en")


def marked(words: Mapping[str, str], mark: str) -> dict[str, str]:
    return {language: f"{mark} {text}" for language, text in words.items()}


def closed_beside(gathering: Gathering, mark: str = SECRET, visibility: str = "members") -> Gathering:
    """A project for members only, of the same people."""
    details = {name: marked(getattr(DESCRIPTION, name), mark) for name in ("name", "purpose", "question", "place", "contact", "telephone")}
    sides = {side: marked(words, mark) for side, words in DESCRIPTION.sides.items()}
    beside = copy.copy(gathering)
    described = replace(DESCRIPTION, **details, sides=sides)
    beside.project = projects.start(gathering.workspace, in_the_network(gathering, "Mair"), described, visibility=visibility).id
    for side, names in (("citizen", CITIZENS), ("professional", PROFESSIONALS)):
        for name in names:
            take_place(beside, name, side, mark)
    return beside
