"""People: who is here, places kept and claimed, groups and tasks."""

import re

import pytest

from aggregates.member import Member
from tests.gathering import Gathering
from workspace import introductions, members
from workspace.application import Workspace

from .browsing import Reader
from .neighbours import closed_beside


def people_of(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}/members"


def join_link(html: str) -> str:
    found = re.search(r'value="http://testserver\.local(/join/[^"]+)"', html)
    assert found, "no link on the page"
    return found[1]


def test_anybody_sees_who_is_here_and_only_facilitators_see_places_that_wait(reader: Reader, gathering: Gathering):
    members.invite(gathering.workspace, gathering.act("Mair"), side="citizen", name="Delyth")
    shown = reader.open(people_of(gathering))
    assert all(words in shown.text for words in ("Eira", "Amina", "Families", "Care team", "3 people", "2 people"))
    assert "Delyth" not in shown.text
    assert "Delyth" in reader.sign_in(gathering.accounts["Mair"]).open(people_of(gathering)).text


def test_a_link_is_shown_once_and_whoever_follows_it_takes_the_place(reader: Reader, gathering: Gathering):
    reader.sign_in(gathering.accounts["Mair"]).open(f"/en/projects/{gathering.project}/invitations")
    offered = reader.press(f"/en/projects/{gathering.project}/invitations", side="citizen", way="link", name="Delyth")
    assert offered.status_code == 200
    assert "Evening care in Dyffryn Aeron" in offered.text.partition("<main")[2]
    assert f'href="/en/projects/{gathering.project}/invitations"' in offered.text
    link = join_link(offered.text)
    reader.sign_in(gathering.accounts["Delyth"]).open("/en" + link)
    arrived = reader.press("/en" + link, name="Delyth")
    assert arrived.url.path == f"/en/projects/{gathering.project}"
    assert "Delyth" in reader.open(people_of(gathering)).text
    again = reader.sign_in(gathering.accounts["Nia"]).open("/en" + link)
    assert again.status_code == 410
    assert "has been used" in again.text


def test_looking_at_an_invitation_takes_nothing_and_asks_a_stranger_to_sign_in(reader: Reader, gathering: Gathering):
    offer = members.invite(gathering.workspace, gathering.act("Mair"), side="professional", way="code")
    for _ in range(2):
        shown = reader.open(f"/cy/ymuno/{offer.secret.lower().replace('-', ' ')}")
        assert shown.status_code == 200
        assert "Mae lle wedi’i gadw i chi" in shown.text
        assert "/cy/mewngofnodi?next=" in shown.text


def test_an_invitation_says_what_is_missing_and_keeps_what_was_typed(reader: Reader, gathering: Gathering):
    address = f"/en/projects/{gathering.project}/invitations"
    reader.sign_in(gathering.accounts["Mair"]).open(address)
    empty = reader.press(address, name="Delyth Ann").text
    assert '<a href="#side">Which group will they be in? Choose one of these</a>' in empty
    assert '<a href="#way">How shall it reach them? Choose one of these</a>' in empty
    assert 'href="#email"' not in empty
    refused = reader.press(address, side="citizen", way="mail", email="nobody", name="Delyth Ann")
    assert refused.status_code == 422
    assert "An e-mail address, like" in refused.text
    assert 'value="nobody"' in refused.text
    assert 'value="Delyth Ann"' in refused.text


def test_whoever_invites_by_mail_is_told_to_whom_and_what_happens_next(reader: Reader, gathering: Gathering):
    address = f"/en/projects/{gathering.project}/invitations"
    reader.sign_in(gathering.accounts["Mair"]).open(address)
    sent = reader.press(address, side="citizen", way="mail", email="Delyth@Example.cymru", name="Delyth")
    assert sent.status_code == 200
    assert "The invitation is on its way" in sent.text
    assert "To: Delyth@Example.cymru" in sent.text
    assert "What happens next" in sent.text
    assert "No mail leaves this server yet" in sent.text  # nobody has set it up here
    waiting = reader.client.get(people_of(gathering), headers={"accept": "text/html"}).text  # at once, and the place is there
    assert "Delyth" in waiting
    assert "example.cymru" not in waiting.lower()


def test_a_place_of_somebody_on_the_record_goes_by_mail_too(reader: Reader, gathering: Gathering):
    waiting = members.invite(gathering.workspace, gathering.act("Mair"), side="citizen", name="Delyth").receipt.id
    page = f"{people_of(gathering)}/{waiting}"
    reader.sign_in(gathering.accounts["Mair"]).open(page)
    assert "To: delyth@example.cymru" in reader.press(f"{page}/places", way="mail", email="delyth@example.cymru").text
    body = {"way": "mail", "email": "delyth@example.cymru"}
    sent = reader.client.post(f"{page}/places", json=body, headers={"accept": "application/json"})
    assert (sent.status_code, "email" in sent.json()) == (201, False)


def test_only_a_facilitator_invites(reader: Reader, gathering: Gathering):
    address = f"/en/projects/{gathering.project}/invitations"
    assert reader.sign_in(gathering.accounts["Eira"]).open(address).status_code == 404
    sent = reader.client.post(address, json={"side": "citizen", "way": "link"}, headers={"accept": "application/json"})
    assert sent.status_code in (403, 404)


def test_people_change_their_own_group_and_not_that_of_others(reader: Reader, gathering: Gathering):
    eira, amina = gathering.member("Eira"), gathering.member("Amina")
    reader.sign_in(gathering.accounts["Eira"]).open(f"{people_of(gathering)}/{eira}")
    changed = reader.press(f"{people_of(gathering)}/{eira}/side", side="professional")
    assert "Care team" in changed.text
    assert gathering.act("Eira").side == "professional"
    other = reader.client.post(f"{people_of(gathering)}/{amina}/side", json={"side": "citizen"}, headers={"accept": "application/json"})
    assert other.status_code == 403


def test_the_only_facilitator_hands_on_the_task_before_going(reader: Reader, gathering: Gathering):
    mair, eira, people = gathering.member("Mair"), gathering.member("Eira"), people_of(gathering)
    leave = f"/en/projects/{gathering.project}/leave"
    reader.sign_in(gathering.accounts["Mair"]).open(people)
    stays = reader.press(leave)
    assert (stays.status_code, "You are the only facilitator here." in stays.text) == (422, True)
    task = reader.client.request("DELETE", f"{people}/{mair}/tasks/facilitator", json={}, headers={"accept": "application/json"})
    assert (task.status_code, task.json()["reason"]) == (422, "OnlyFacilitator")
    members.give_task(gathering.workspace, gathering.act("Mair"), eira, "facilitator")
    reader.open(people)
    assert reader.press(leave).status_code == 200
    assert gathering.workspace.load(Member, mair).state == "left"


def test_whoever_is_alone_may_go(workspace: Workspace):
    alone = Gathering(workspace, citizens=(), professionals=())
    mair = alone.member("Mair")
    members.leave(workspace, alone.act("Mair"))
    assert workspace.load(Member, mair).state == "left"


def test_removal_needs_a_reason_that_everybody_can_read(reader: Reader, gathering: Gathering):
    tomos = gathering.member("Tomos")
    page = f"{people_of(gathering)}/{tomos}"
    reader.sign_in(gathering.accounts["Mair"]).open(page)
    assert reader.press(f"{page}/removal", reason="  ").status_code == 422
    assert "Write something here" in reader.page.text
    reader.open(page)
    assert "He moved away" in reader.press(f"{page}/removal", reason="He moved away").text
    assert reader.sign_in(gathering.accounts["Tomos"]).client.get(f"/en/projects/{gathering.project}").status_code == 200


def test_whoever_leaves_can_come_back_by_a_new_place(reader: Reader, gathering: Gathering):
    reader.sign_in(gathering.accounts["Beti"]).open(people_of(gathering))
    assert reader.press(f"/en/projects/{gathering.project}/leave").url.path.startswith("/en")
    offer = members.invite(gathering.workspace, gathering.act("Mair"), side="citizen")
    reader.open(f"/en/join/{offer.secret}")
    assert reader.press(f"/en/join/{offer.secret}", name="Beti").status_code == 200
    assert gathering.act("Beti").side == "citizen"


def test_a_person_of_another_project_is_not_found_here(reader: Reader, gathering: Gathering):
    reader.sign_in(gathering.accounts["Mair"])
    stranger = members.membership(gathering.workspace, gathering.accounts["Mair"], members.NETWORK)
    assert reader.open(f"{people_of(gathering)}/{stranger}").status_code == 404


def test_the_list_is_also_json_and_a_table(reader: Reader, gathering: Gathering):
    assert reader.open(f"{people_of(gathering)}.json").json()["balance"] == {"citizen": 3, "professional": 2, "none": 1}
    assert "Eira" in reader.open(f"{people_of(gathering)}.csv").text


def test_what_somebody_brings_stands_beside_their_name_and_is_theirs_alone(reader: Reader, gathering: Gathering):
    eira, mair = gathering.member("Eira"), gathering.member("Mair")
    page = f"{people_of(gathering)}/{eira}"
    reader.sign_in(gathering.accounts["Eira"]).open(page)
    assert "I know the bus times by heart" in reader.press(f"{page}/introduction", introduction="I know the bus times by heart").text
    reader.press(f"{page}/introduction", introduction="I can take notes")
    assert "At most 500 characters" in reader.press(f"{page}/introduction", introduction="x" * 501).text
    for path in (people_of(gathering), f"{people_of(gathering)}.json", page):
        assert "I can take notes" in reader.open(path).text
    assert "I can take notes" not in reader.open(f"/en/projects/{gathering.project}/history.json").text
    with gathering.workspace.reading() as db:
        assert db.execute("select body from texts where owner = %s", (eira,)).fetchall() == [("I can take notes",)]
    reader.sign_in(gathering.accounts["Mair"])
    for other in (eira, mair):
        sent = reader.client.post(f"{people_of(gathering)}/{other}/introduction", json={"introduction": "So"}, headers={"accept": "application/json"})
        assert sent.status_code == (201 if other == mair else 403)


def test_what_somebody_brings_can_be_taken_down_and_taken_back(reader: Reader, gathering: Gathering):
    eira = gathering.member("Eira")
    page = f"{people_of(gathering)}/{eira}"
    introductions.introduce(gathering.workspace, gathering.act("Eira"), eira, "Ring Rhys at home")
    (text,) = (each.words.id for _, each in gathering.workspace.events_of([eira]) if type(each).__name__ == "Introduced")
    words = f"/en/projects/{gathering.project}/words/{text}"
    reader.sign_in(gathering.accounts["Mair"])
    assert f"{words}?kind=introduction&amp;subject={eira}" in reader.open(page).text
    reader.open(f"{words}?kind=introduction&subject={eira}")
    reader.press(f"{words}/hiding", reason="It names somebody")
    assert "Ring Rhys" not in reader.open(people_of(gathering)).text + reader.open(page).text
    reader.sign_in(gathering.accounts["Eira"]).open(page)
    reader.press(f"{page}/introduction", introduction="")
    assert "Words taken down" not in reader.open(people_of(gathering)).text


def test_what_somebody_brought_goes_with_them(reader: Reader, gathering: Gathering):
    eira = gathering.member("Eira")
    introductions.introduce(gathering.workspace, gathering.act("Eira"), eira, "I know the bus times by heart")
    members.leave(gathering.workspace, gathering.act("Eira"))
    for path in ("", ".json", f"/{eira}", f"/{eira}.json"):
        assert "bus times" not in reader.open(people_of(gathering) + path).text, path


def test_whoever_belongs_to_both_groups_is_counted_once_and_everybody_sees_it(reader: Reader, gathering: Gathering):
    gathering.adopt_charter()
    eira, amina = gathering.member("Eira"), gathering.member("Amina")
    before = gathering.open()
    reader.sign_in(gathering.accounts["Eira"]).open(f"{people_of(gathering)}/{eira}")
    assert "In both groups, counted once: Families" in reader.press(f"{people_of(gathering)}/{eira}/side", side="citizen", both="1").text
    assert "In both groups, counted once: Families" in reader.open(people_of(gathering)).text
    assert sorted(members.roll(gathering.workspace, gathering.project).values()).count("citizen") == 3
    told = "1 person on the list belongs to both groups, and is counted once."
    after = f"/en/projects/{gathering.project}/decisions/{gathering.open()}"
    assert told in reader.open(after).text
    assert "Here you are counted once: Families." in reader.open(after).text
    assert told not in reader.open(f"/en/projects/{gathering.project}/decisions/{before}").text
    reader.sign_in(gathering.accounts["Mair"]).open(f"{people_of(gathering)}/{eira}")
    assert "counted once: Care team" in reader.press(f"{people_of(gathering)}/{eira}/side", side="professional").text
    reader.open(f"{people_of(gathering)}/{amina}")
    assert "counted once" not in reader.press(f"{people_of(gathering)}/{amina}/side", side="professional", both="1").text


def test_in_no_group_nobody_is_counted_for_both(reader: Reader, gathering: Gathering):
    mair = gathering.member("Mair")
    reader.sign_in(gathering.accounts["Mair"]).open(f"{people_of(gathering)}/{mair}")
    refused = reader.press(f"{people_of(gathering)}/{mair}/side", side="none", both="1")
    assert (refused.status_code, "you must be in one of them" in refused.text) == (422, True)


@pytest.mark.parametrize("signed", ["1", None])
def test_whoever_opens_a_link_reads_what_it_is_for_who_made_it_by_choice_and_what_the_groups_are(
    reader: Reader, gathering: Gathering, signed: str | None
) -> None:
    offer = members.invite(gathering.workspace, gathering.act("Mair"), side="citizen", way="code", is_signed=bool(signed))
    for words, language in (
        (("Evening care in Dyffryn Aeron", "Families", "they live with the service", "they work in it", "Your place is in this group: Families."), "en"),
        (("Gofal gyda’r nos yn Nyffryn Aeron", "maen nhw’n byw gyda’r gwasanaeth"), "cy"),
    ):
        page = reader.open(f"/{language}/join/{offer.secret}").text.partition("<main")[2]
        assert [each for each in words if each not in page] == []
        assert (": Mair<" in page) == bool(signed)


def test_a_place_in_a_sensitive_project_gives_nothing_away_to_whoever_holds_the_card(reader: Reader, gathering: Gathering) -> None:
    group = closed_beside(gathering, "", "sensitive")
    offer = members.invite(group.workspace, group.act("Mair"), side="citizen", way="code", is_signed=True)
    for path in (f"/en/join/{offer.secret}", f"/en/join/{offer.secret}.json"):
        shown = reader.open(path).text
        assert [each for each in ("Mair", "Families", "Evening", "Care team") if each in shown] == []
    assert "Say on the page behind it" not in reader.sign_in(group.accounts["Mair"]).open(f"/en/projects/{group.project}/invitations").text


def test_a_printed_card_says_in_both_languages_how_to_come_and_whom_to_ring(reader: Reader, gathering: Gathering):
    address = f"/en/projects/{gathering.project}/invitations"
    reader.sign_in(gathering.accounts["Mair"]).open(address)
    card = reader.press(address, side="citizen", way="code", name="Delyth").text
    found = re.search(r'<p class="code">([A-Z0-9]{5}-[A-Z0-9]{5})</p>', card)
    assert found
    assert all(
        words in card
        for words in ("A place is kept for you", "Mae lle wedi’i gadw i chi", "testserver.local/join", "testserver.local/ymuno", "01632 960118", "Delyth")
    )
    assert all(words in card for words in ("Evening care in Dyffryn Aeron", "Gofal gyda’r nos yn Nyffryn Aeron"))
    place = reader.sign_in(gathering.accounts["Delyth"]).open(f"/en/join?code={found[1].lower()}")
    assert "Evening care in Dyffryn Aeron" in place.text


def test_a_card_of_a_sensitive_project_does_not_name_it(reader: Reader, workspace: Workspace):
    sensitive = Gathering(workspace, visibility="sensitive")
    address = f"/en/projects/{sensitive.project}/invitations"
    reader.sign_in(sensitive.accounts["Mair"]).open(address)
    card = reader.press(address, side="citizen", way="code").text
    assert "Evening care in Dyffryn Aeron" not in card.partition('class="card invitation"')[2].partition("</section>")[0]
