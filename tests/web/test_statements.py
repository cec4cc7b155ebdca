"""How many statements each page sends to the database, for somebody who is signed in: named here, and the same however much there is to show."""

from uuid import UUID

import pytest

from tests.gathering import Gathering
from workspace import amendments, decisions, ideas, proposals
from workspace.story.telling import both

from .browsing import Reader
from .statements import statements_of

STATEMENTS = {
    "home": 6,
    "projects": 2,
    "project": 11,
    "stages": 2,
    "board, nothing found": 2,
    "board": 3,
    "themes": 2,
    "idea": 8,
    "proposals": 2,
    "proposal": 6,
    "paragraph": 4,
    "suggestion": 3,
    "versions": 3,
    "decisions": 2,
    "decision": 5,
    "result": 4,
    "certificate": 4,
    "commitments, nothing promised": 2,
    "history": 3,
    "members": 3,
    "charter": 4,
}
"""One of each is the frame of the project, with who looks at it."""


@pytest.fixture
def pages(gathering: Gathering, reader: Reader) -> dict[str, str]:
    gathering.adopt_charter()
    idea = post(gathering)
    proposal = draft(gathering, idea)
    counted, opened = gathering.open(), gathering.open(proposal=proposal, version=1)
    gathering.vote(counted, {"Eira": "yes", "Amina": "no"}, "Achos")
    gathering.vote(opened, {"Eira": "yes"}, "Achos")
    decisions.close(gathering.workspace, gathering.act("Mair"), counted, "Pawb wedi pleidleisio")
    other = post(gathering)
    reader.sign_in(gathering.accounts["Eira"])
    within = {
        "project": "",
        "stages": "/stages",
        "board, nothing found": "/ideas?find=haf",
        "board": "/ideas",
        "themes": "/themes",
        "idea": f"/ideas/{other}",
        "proposals": "/proposals",
        "proposal": f"/proposals/{proposal}",
        "paragraph": f"/proposals/{proposal}/paragraphs/cy/1",
        "suggestion": f"/proposals/{proposal}/amendments/{talk_over(gathering, proposal)}",
        "versions": f"/proposals/{proposal}/versions",
        "decisions": "/decisions",
        "decision": f"/decisions/{opened}",
        "result": f"/decisions/{counted}",
        "certificate": f"/decisions/{counted}/certificate",
        "commitments, nothing promised": "/commitments",
        "history": "/history",
        "members": "/members",
        "charter": "/charter",
    }
    return {"home": "/en/home", "projects": "/en/projects"} | {name: f"/en/projects/{gathering.project}{rest}" for name, rest in within.items()}


def post(gathering: Gathering) -> UUID:
    idea = ideas.post(gathering.workspace, gathering.act("Eira"), "Bws bach ar ddydd Mawrth").id
    ideas.support(gathering.workspace, gathering.act("Rhys"), idea)
    ideas.reply(gathering.workspace, gathering.act("Beti"), idea, "Dyna syniad")
    return idea


def draft(gathering: Gathering, *grown_from: UUID) -> UUID:
    by = gathering.act("Beti")
    return proposals.draft(
        gathering.workspace, by, both("Bws", "A bus"), both("Bws bach", "A small bus"), both("Bob dydd Mawrth", "On Tuesdays"), grown_from
    ).id


def talk_over(gathering: Gathering, proposal: UUID) -> UUID:
    proposals.comment(gathering.workspace, gathering.act("Eira"), proposal, 1, "cy", 1, "Bob dydd?")
    proposals.weigh(gathering.workspace, gathering.act("Rhys"), proposal, "worry", "Pwy sy’n gyrru?")
    return amendments.suggest(gathering.workspace, gathering.act("Eira"), proposal, 1, "cy", 1, "Bob dydd", "Mae eisiau").id


def test_each_page_sends_as_many_statements_as_are_named_here(reader: Reader, pages: dict[str, str]) -> None:
    assert {name: statements_of(reader, path) for name, path in pages.items()} == STATEMENTS


def test_more_to_show_is_not_more_to_ask(gathering: Gathering, reader: Reader, pages: dict[str, str]) -> None:
    proposal = UUID(pages["proposal"].rpartition("/")[2])
    for _ in range(5):
        talk_over(gathering, proposal)
        draft(gathering, post(gathering), post(gathering))
        gathering.vote(gathering.open(), {"Eira": "yes", "Rhys": "no"}, "Achos")
    assert {name: statements_of(reader, path) for name, path in pages.items()} == STATEMENTS
