"""Mail about taking part: who is told that somebody asks, what they answered, that somebody is asked to facilitate, and that somebody was chosen to write."""

from uuid import UUID, uuid4

import pytest

from tests.gathering import Gathering
from tests.workers.post_office import PostOffice, deliver, plain
from workers.projector import bring_to_head
from workspace import facilitating, requests, voices
from workspace.application import Workspace
from workspace.requests import Asking
from workspace.story.cast import CAST

WHY = "I look after my mother in Talsarn"


def sent(group: Gathering, office: PostOffice) -> dict[str, tuple[str, str]]:
    """name -> (subject, text) of what is sent now."""
    office.taken.clear()
    deliver(group.workspace, office)
    names = {somebody.email: somebody.name for somebody in CAST.values()}
    return {names[to]: (str(message["Subject"]), " ".join(plain(message).split())) for to, message in office.taken}


def ask(group: Gathering, name: str = "Tomos") -> UUID:
    asking = Asking(name, "citizen", WHY)
    return requests.ask(group.workspace, group.accounts[name], group.project, asking, command=uuid4(), language="en").id


def test_facilitators_read_that_somebody_asks_and_why_but_not_who(workspace: Workspace, office: PostOffice) -> None:
    bring_to_head(workspace)
    group = Gathering(workspace, citizens=("Eira",))
    member = ask(group)
    letters = sent(group, office)
    assert letters.keys() == {"Mair"}
    subject, text = letters["Mair"]
    assert subject == "Mae rhywun yn gofyn am gael cymryd rhan"
    assert WHY in text
    assert f"/cy/prosiectau/{group.project}/ceisiadau/{member}" in text
    assert "Tomos" not in text


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_whoever_asked_is_told_either_way(workspace: Workspace, office: PostOffice, answer: str) -> None:
    bring_to_head(workspace)
    group = Gathering(workspace, citizens=("Eira",))
    member = ask(group)
    sent(group, office)
    if answer == "yes":
        requests.welcome(workspace, group.act("Mair"), member)
    else:
        requests.turn_away(workspace, group.act("Mair"), member, "We are full until Easter")
    letters = sent(group, office)
    assert letters.keys() == {"Tomos"}
    subject, text = letters["Tomos"]
    assert subject == ("You are welcome" if answer == "yes" else "An answer to your request")
    assert ("Welcomed by: Mair" in text) == (answer == "yes")
    assert ("We are full until Easter" in text) == (answer == "no")
    assert ("because you asked to take part" in text) == (answer == "no")


def test_whoever_is_asked_to_facilitate_is_told_by_whom(group: Gathering, office: PostOffice) -> None:
    facilitating.ask(group.workspace, group.act("Mair"), group.member("Amina"))
    letters = sent(group, office)
    assert letters.keys() == {"Amina"}
    subject, text = letters["Amina"]
    assert subject == "Would you facilitate too?"
    assert "Asked by: Mair" in text
    assert "It is fine to say no." in text
    assert f"/en/projects/{group.project}/facilitators" in text


def test_whoever_is_chosen_to_write_for_somebody_is_told_by_whom(group: Gathering, office: PostOffice) -> None:
    voices.choose_helper(group.workspace, group.act("Beti"), group.member("Beti"), group.member("Tomos"))
    letters = sent(group, office)
    assert letters.keys() == {"Tomos"}
    subject, text = letters["Tomos"]
    assert subject == "Somebody chose you to write for them"
    assert "Beti chose you" in text
    assert f"/en/projects/{group.project}/members/{group.member('Beti')}/helpers" in text
    voices.choose_helper(group.workspace, group.act("Amina"), group.member("Amina"), group.member("Mair"))
    assert sent(group, office).keys() == {"Mair"}
