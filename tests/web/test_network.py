"""The network page of co-ordinators, and short addresses."""

import re

from projections.permalinks import code_of
from tests.gathering import Gathering
from workspace import ideas, projects

from .browsing import Reader


def test_a_co_ordinator_says_who_may_start_projects(reader: Reader, gathering: Gathering):
    reader.sign_in(gathering.accounts["Lowri"]).open("/en/network")
    offered = reader.press("/en/network/invitations", task="founder", name="Nia")
    link = re.search(r'value="http://testserver\.local(/join/[^"]+)"', offered.text)
    assert link
    assert not projects.may_be_started_by(gathering.workspace, gathering.accounts["Nia"])
    reader.sign_in(gathering.accounts["Nia"]).open("/en" + link[1])
    reader.press("/en" + link[1], name="Nia")
    assert projects.may_be_started_by(gathering.workspace, gathering.accounts["Nia"])


def test_a_co_ordinator_is_told_that_the_invitation_is_on_its_way(reader: Reader, gathering: Gathering):
    reader.sign_in(gathering.accounts["Lowri"]).open("/en/network")
    sent = reader.press("/en/network/invitations", task="founder", name="Nia", email="nia@example.cymru")
    assert "To: nia@example.cymru" in sent.text
    assert "1 place is kept" in reader.open("/en/network").text


def test_a_task_is_given_and_ended(reader: Reader, gathering: Gathering):
    page = reader.sign_in(gathering.accounts["Lowri"]).open("/en/network").text
    address = re.search(r"/en/network/members/[0-9a-f-]+/tasks/founder\?_method=delete", page)
    assert address
    reader.press(address[0])
    assert not projects.may_be_started_by(gathering.workspace, gathering.accounts["Mair"])


def test_others_do_not_see_the_network_page(reader: Reader, gathering: Gathering):
    assert reader.open("/en/network", accept="text/html").url.path == "/en/sign-in"
    assert reader.sign_in(gathering.accounts["Mair"]).open("/en/network").status_code == 404
    body = {"task": "co-ordinator"}
    assert reader.client.post("/en/network/invitations", json=body, headers={"accept": "application/json"}).status_code == 403


def test_a_short_address_leads_to_the_thing(reader: Reader, gathering: Gathering, workspace):
    idea = ideas.post(gathering.workspace, gathering.act("Eira"), "A lamp").id
    reader.open(f"/en/projects/{gathering.project}/ideas")
    with workspace.reading() as db:
        _, _, code = (code_of(db, idea) or "").partition("/")
    assert reader.open(f"/i/{code.upper()}").url.path.endswith(f"/projects/{gathering.project}/ideas/{idea}")
    assert reader.open("/i/zzzz").status_code == 404


def test_a_short_address_of_a_project_for_members_only_is_not_found_by_others(reader: Reader, workspace):
    closed = Gathering(workspace, visibility="members")
    reader.open("/en/")
    with workspace.reading() as db:
        code = code_of(db, closed.project)
    assert reader.open(f"/{code}").status_code == 404
    assert reader.sign_in(closed.accounts["Eira"]).open(f"/{code}").url.path.endswith(str(closed.project))
