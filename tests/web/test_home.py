"""Home: thanks, what waits, one's projects; and the first page for everybody else."""

from uuid import UUID, uuid4

from tests.gathering import Gathering
from workspace import charters, ideas, members, projects
from workspace.story.cast import CAST
from workspace.story.evening_care import CHARTER, RULE

from .browsing import Reader
from .statements import statements_of


def test_who_is_signed_out_sees_what_this_is_with_something_that_was_decided(reader: Reader, gathering: Gathering) -> None:
    adoption = gathering.adopt_charter()
    shown = reader.open("/en/")
    assert "Decided lately" in shown.text
    assert f"/en/projects/{gathering.project}/decisions/{adoption}" in shown.text
    projects.show_to(gathering.workspace, gathering.act("Mair"), "members", "Siarad yn rhydd")
    shown = reader.open("/en/")
    assert "Decided lately" not in shown.text
    assert str(gathering.project) not in shown.text


def test_who_has_nothing_yet_is_greeted_and_shown_the_ways_in(reader: Reader, gathering: Gathering) -> None:
    shown = reader.sign_in(gathering.accounts["Nia"]).open("/en/")
    assert "Nia" in shown.text
    assert "Nothing is waiting for you. That is fine too." in shown.text
    assert "You are in no project yet." in shown.text
    assert "Because of you" not in shown.text
    assert "Start a project" not in shown.text


def test_what_waits_comes_with_its_minutes_and_goes_when_it_is_done(reader: Reader, gathering: Gathering) -> None:
    gathering.adopt_charter()
    decision = gathering.open()
    shown = reader.sign_in(gathering.accounts["Eira"]).open("/cy/")
    assert "Mae 1 peth bach yn aros amdanoch chi: tua 3 munud." in shown.text
    assert "Dweud eich dweud" in shown.text
    assert str(decision) in shown.text
    gathering.vote(decision, {"Eira": "yes"})
    assert "Does dim yn aros amdanoch chi." in reader.open("/cy/").text
    assert str(decision) in reader.sign_in(gathering.accounts["Beti"]).open("/en/").text


def test_a_facilitator_is_told_when_everybody_has_voted(reader: Reader, gathering: Gathering) -> None:
    gathering.adopt_charter()
    decision = gathering.open()
    gathering.vote(decision, dict.fromkeys((*gathering.citizens, *gathering.professionals), "yes"))
    shown = reader.sign_in(gathering.accounts["Mair"]).open("/en/").text
    assert "Everybody on the list has voted. Close it now, with a reason, or wait." in shown
    assert f"/en/projects/{gathering.project}/decisions/{decision}#close-early" in shown
    assert "Everybody on the list" not in reader.sign_in(gathering.accounts["Eira"]).open("/en/").text


def test_at_most_three_things_are_asked_at_once(reader: Reader, gathering: Gathering) -> None:
    gathering.adopt_charter()
    for hours in range(1, 6):
        gathering.open(hours=hours)
    shown = reader.sign_in(gathering.accounts["Eira"]).open("/en/")
    assert shown.text.count("Have your say") == 3
    assert "2 more after those." in shown.text
    assert "3 small things are waiting for you: about 9 minutes." in shown.text


def test_thanks_come_before_anything_is_asked(reader: Reader, gathering: Gathering) -> None:
    idea = ideas.post(gathering.workspace, gathering.act("Eira"), "Mae enw <i>yn</i> ddigon").id
    ideas.answer(gathering.workspace, gathering.act("Mair"), idea, "Iawn, o fory")
    gathering.adopt_charter()
    gathering.open()
    shown = reader.sign_in(gathering.accounts["Eira"]).open("/en/").text
    assert all(words in shown for words in ("Because of you", "Mae enw &lt;i&gt;yn&lt;/i&gt; ddigon", "Iawn, o fory", f"/ideas/{idea}"))
    assert shown.index("Because of you") < shown.index("Your turn") < shown.index("Your projects")


def test_an_invitation_waits_at_home_and_is_taken_once(reader: Reader, gathering: Gathering) -> None:
    kept = members.invite(gathering.workspace, gathering.act("Mair"), side="citizen", email=CAST["Nia"].email, name="Nia").receipt.id
    there = f"/en/invitations/{kept}"
    shown = reader.sign_in(gathering.accounts["Nia"]).open("/en/")
    assert "A place is kept for you" in shown.text
    assert there in shown.text
    assert "Evening care in Dyffryn Aeron" in reader.open(there).text
    refused = reader.press(there, name="")
    assert refused.status_code == 422
    arrived = reader.press(there, name="Nia")
    assert arrived.url.path == f"/en/projects/{gathering.project}"
    assert gathering.act("Nia").side == "citizen"
    assert reader.open(there).status_code == 404
    assert "A place is kept for you" not in reader.open("/en/").text


def test_an_invitation_is_only_for_the_address_it_was_sent_to(reader: Reader, gathering: Gathering) -> None:
    kept = members.invite(gathering.workspace, gathering.act("Mair"), side="citizen", email=CAST["Nia"].email).receipt.id
    assert reader.open(f"/en/invitations/{kept}").url.path == "/en/sign-in"
    reader.sign_in(gathering.accounts["Gwyn"])
    for member in (kept, uuid4(), gathering.member("Eira")):
        assert reader.open(f"/en/invitations/{member}").status_code == 404
        answer = reader.client.post(f"/en/invitations/{member}", json={"name": "Gwyn"}, headers={"accept": "application/json"})
        assert answer.status_code == 404


def test_a_second_press_takes_the_place_once(reader: Reader, gathering: Gathering) -> None:
    kept = members.invite(gathering.workspace, gathering.act("Mair"), side="citizen", email=CAST["Nia"].email).receipt.id
    reader.sign_in(gathering.accounts["Nia"])
    headers = {"accept": "application/json", "idempotency-key": str(uuid4())}
    answers = [reader.client.post(f"/en/invitations/{kept}", json={"name": "Nia"}, headers=headers) for _ in range(2)]
    assert [(answer.status_code, answer.json()["already"]) for answer in answers] == [(201, False), (200, True)]
    again = members.invite(gathering.workspace, gathering.act("Mair"), side="citizen", email=CAST["Nia"].email).receipt.id
    refused = reader.client.post(f"/en/invitations/{again}", json={"name": "Nia"}, headers={"accept": "application/json"})
    assert (refused.status_code, refused.json()["reason"]) == (422, "MemberIsHere")


def test_facilitators_are_shown_drafts_and_co_ordinators_the_network(reader: Reader, gathering: Gathering) -> None:
    charters.draft(gathering.workspace, gathering.act("Eira"), CHARTER, RULE, "anybody")
    shown = reader.sign_in(gathering.accounts["Mair"]).open("/en/")
    assert f"/en/projects/{gathering.project}/charter/versions/1" in shown.text
    assert "/en/projects/new" in shown.text
    assert "/en/network" not in shown.text
    assert "/en/network" in reader.sign_in(gathering.accounts["Lowri"]).open("/en/").text


def test_home_is_given_as_json_with_ones_own_projects_alone(reader: Reader, gathering: Gathering) -> None:
    gathering.adopt_charter()
    decision = gathering.open()
    said = reader.sign_in(gathering.accounts["Eira"]).open("/en/", accept="application/json").json()
    assert [UUID(turn["id"]) for turn in said["turns"]] == [decision]
    assert [UUID(line["id"]) for line in said["projects"]] == [gathering.project]
    assert "email" not in str(said)


def test_few_statements_at_home(reader: Reader, gathering: Gathering) -> None:
    gathering.adopt_charter()
    gathering.open()
    assert statements_of(reader.sign_in(gathering.accounts["Eira"]), "/en/") == 6
