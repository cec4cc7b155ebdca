"""A small project with real accounts, for tests of what follows from acts: two families, two of the care team, and Mair who facilitates."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from aggregates.base import NETWORK, Act
from aggregates.counting import FOUNDING
from workspace import charters, decisions, members, network, projects, sign_in
from workspace.application import Workspace

NAME = {"cy": "Gofal gyda'r nos", "en": "Evening care"}
PEOPLE = {"Mair": "none", "Eira": "citizen", "Tomos": "citizen", "Amina": "professional", "Rhys": "professional"}
LANGUAGES = {"Mair": "cy", "Eira": "cy", "Tomos": "en", "Amina": "en", "Rhys": None}
SECTIONS = {section: {"cy": "Gyda'n gilydd.", "en": "Together."} for section in ("aim", "together", "who", "open_and_fixed", "how")}
ASKED = {"cy": "A ddylai hyn fod mewn grym?", "en": "Shall this be in force?"}
QUESTION = decisions.Question(ASKED, {"cy": "Dylai", "en": "It shall"}, {"cy": "Na ddylai", "en": "It shall not"}, {})


class Evening:
    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        with workspace.pool.connection() as db:
            self.accounts = {name: sign_in.account_at(db, email(name), LANGUAGES[name]) for name in PEOPLE}
        self.claim("Mair", network.first_link(workspace) or "")
        self.begin()

    def begin(self) -> None:
        """A project of theirs; from here on they act in it."""
        sides = {"citizen": {"en": "Families"}, "professional": {"en": "Care team"}}
        description = projects.Description(NAME, NAME, NAME, NAME, NAME, {"en": "01545 570000"}, sides)
        self.project = NETWORK
        self.start(description)
        for name, side in PEOPLE.items():
            if name != "Mair":
                self.claim(name, members.invite(self.workspace, self.act("Mair"), side=side, name=name).secret)

    def start(self, description: projects.Description) -> None:
        receipt = projects.start(self.workspace, self.act("Mair"), description)
        self.project = receipt.id

    def act(self, name: str, **more: Any) -> Act:
        return members.act(self.workspace, self.accounts[name], self.project, command=uuid4(), language=LANGUAGES[name] or "en", **more)

    def claim(self, name: str, link: str) -> None:
        members.claim(self.workspace, self.accounts[name], link.rpartition("/")[2], command=uuid4(), language="en", name=name)

    def member(self, name: str) -> UUID:
        found = members.membership(self.workspace, self.accounts[name], self.project)
        assert found is not None
        return found

    def adoption(self, closes_in: timedelta = timedelta(days=7)) -> UUID:
        """A decision that is open: whether the charter shall be in force."""
        charters.draft(self.workspace, self.act("Mair"), SECTIONS, FOUNDING.to_dict(), "anybody")
        return decisions.open_adoption(self.workspace, self.act("Mair"), QUESTION, self.workspace.now() + closes_in, 1).id

    def agree(self, **terms: Any) -> datetime:
        """The charter is in force; when the votes that follow may close."""
        charters.draft(self.workspace, self.act("Mair"), SECTIONS, FOUNDING.to_dict(), "anybody", terms=terms)
        closes_at = self.workspace.now() + timedelta(days=7)
        adoption = decisions.open_adoption(self.workspace, self.act("Mair"), QUESTION, closes_at, 1).id
        for name in ("Eira", "Tomos", "Amina", "Rhys"):
            self.vote(adoption, name)
        decisions.close(self.workspace, self.act("Mair"), adoption, "Mae pawb wedi pleidleisio")
        return closes_at

    def consent(self) -> UUID:
        """A decision that is open, by consent: the charter says that it is asked for first."""
        closes_at = self.agree(consent_first=True)
        return decisions.open(self.workspace, self.act("Mair"), QUESTION, closes_at).id

    def vote(self, decision: UUID, name: str, choice: str = "yes") -> None:
        decisions.vote(self.workspace, self.act(name), decision, choice, "", 0)


def email(name: str) -> str:
    return f"{name.lower()}@pleth.example"


def late(workspace: Workspace, decision: UUID, by: timedelta) -> datetime:
    """Let time pass for the clock: the decision's times in `deadlines` move back."""
    with workspace.pool.connection() as db:
        row = db.execute(
            "update deadlines set closes_at = closes_at - %s, reminds_at = reminds_at - %s where decision = %s returning closes_at", (by, by, decision)
        ).fetchone()
    assert row is not None
    closes_at: datetime = row[0]
    return closes_at
