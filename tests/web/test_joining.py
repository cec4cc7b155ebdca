"""Taking a place by the link out of a mail: the mail proves a mailbox once, for whoever is new, and never opens an account that exists."""

import re
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from httpx import Response
from litestar.testing import TestClient

from tests.gathering import Gathering
from workers.mail import Post
from workers.projector import bring_to_head
from workspace import invitations, members, memberships, sign_in
from workspace.application import Workspace
from workspace.refusals import PlaceIsTaken

from .browsing import Reader

EMAIL = "delyth@example.cymru"


@pytest.fixture
def another(reader: Reader, workspace: Workspace) -> Reader:
    """Another browser, at the same application."""
    return Reader(TestClient(reader.client.app, base_url="http://testserver.local"), workspace)


def invited(gathering: Gathering, email: str = EMAIL, **more: Any) -> str:
    """The path of the link in the mail that goes to somebody."""
    members.invite(gathering.workspace, gathering.act("Mair"), side="citizen", email=email, name="Delyth", **more)
    return mailed(gathering.workspace)


def mailed(workspace: Workspace) -> str:
    bring_to_head(workspace)
    post = Post(replace(workspace.settings, smtp_url=None), workspace.pool)
    with workspace.reading() as db:
        for (row,) in db.execute("select id from outbox where sent_at is null order by created_at, id").fetchall():
            post.deliver(str(row))
        (mime,) = one(db.execute("select mime from mails order by sent_at desc limit 1").fetchone())
    found = re.search(r"http://testserver\.local/en(/join/\S+)", bytes(mime).decode().replace("=\r\n", ""))
    assert found is not None
    return "/en" + found[1]


def one(row: Any) -> Any:
    assert row is not None
    return row


def count(workspace: Workspace, what: str) -> int:
    with workspace.reading() as db:
        return int(one(db.execute(f"select count(*) from {what}".encode()).fetchone())[0])


def take(reader: Reader, link: str) -> Response:
    """As a script would, without looking at the page."""
    return reader.client.post(link, data={"name": "Delyth"}, headers={"accept": "text/html"}, follow_redirects=False)


def is_in(reader: Reader) -> bool:
    return reader.client.get("/en/me", follow_redirects=False).status_code == 200


def test_whoever_is_new_needs_no_second_mail(reader: Reader, gathering: Gathering) -> None:
    link = invited(gathering)
    page = reader.open(link)
    assert f"signs you in on this browser, as {EMAIL}" in page.text
    assert reader.press(link, name="").status_code == 422
    assert not is_in(reader)
    arrived = reader.press(link, name="Delyth")
    assert arrived.url.path == f"/en/projects/{gathering.project}"
    assert "Your group: Families." in arrived.text
    assert "You are here now" not in reader.open(f"/en/projects/{gathering.project}").text
    assert is_in(reader)
    me = reader.open("/en/me").text
    assert EMAIL in me
    assert 'value="Delyth"' in me
    assert "Delyth" in reader.open(f"/en/projects/{gathering.project}/members").text
    reader.open(f"/en/projects/{gathering.project}/ideas")
    assert reader.press(f"/en/projects/{gathering.project}/ideas", text="A lamp").status_code == 200


def test_looking_makes_nothing_however_often(reader: Reader, gathering: Gathering, workspace: Workspace) -> None:
    link = invited(gathering)
    before = count(workspace, "accounts"), count(workspace, "sessions")
    for path in (link, link, f"/cy{link[3:].replace('join', 'ymuno')}"):
        assert reader.open(path).status_code == 200
        assert reader.client.head(path).status_code == 200
    assert not is_in(reader)
    assert (count(workspace, "accounts"), count(workspace, "sessions")) == before
    assert take(reader, link).status_code == 303
    assert is_in(reader)


def test_a_link_that_was_used_opens_nothing_again(reader: Reader, another: Reader, gathering: Gathering, workspace: Workspace) -> None:
    link = invited(gathering)
    take(reader, link)
    sessions = count(workspace, "sessions")
    assert take(another, link).headers["location"].startswith("/en/sign-in")
    assert another.open(link).status_code == 410
    assert not is_in(another)
    assert count(workspace, "sessions") == sessions


def test_the_same_press_twice_gives_one_account_and_one_session(reader: Reader, another: Reader, gathering: Gathering, workspace: Workspace) -> None:
    link = invited(gathering)
    accounts, sessions = count(workspace, "accounts"), count(workspace, "sessions")
    reader.open(link)
    form = {"name": "Delyth", "command": "0" * 31 + "7"}
    for each in (reader, another):
        each.client.post(link, data=form, headers={"accept": "text/html"}, follow_redirects=False)
    assert (is_in(reader), is_in(another)) == (True, False)
    assert (count(workspace, "accounts"), count(workspace, "sessions")) == (accounts + 1, sessions + 1)
    with pytest.raises(PlaceIsTaken):
        invitations.arrive(workspace, link.rpartition("/")[2], command=UUID(int=7), language="en", name="Delyth", device="")


def test_a_link_that_has_run_out_opens_nothing(reader: Reader, gathering: Gathering, workspace: Workspace) -> None:
    link = invited(gathering)
    with workspace.pool.connection() as db:
        db.execute("update places set expires_at = expires_at - interval '30 days'")
    assert reader.open(link).status_code == 410
    assert take(reader, link).headers["location"].startswith("/en/sign-in")
    assert not is_in(reader)


def test_an_old_mail_never_opens_an_account_that_exists(reader: Reader, gathering: Gathering, workspace: Workspace) -> None:
    link = invited(gathering)
    with workspace.pool.connection() as db:
        sign_in.account_at(db, EMAIL)
    page = reader.open(link).text
    assert "First we make sure that it is you" in page
    assert EMAIL not in page
    assert take(reader, link).headers["location"].startswith("/en/sign-in")
    assert not is_in(reader)
    with pytest.raises(PlaceIsTaken):
        invitations.arrive(workspace, link.rpartition("/")[2], command=UUID(int=7), language="en", name="Delyth", device="")


def test_somebody_who_is_signed_in_already_takes_it_as_themselves(reader: Reader, gathering: Gathering, workspace: Workspace) -> None:
    link = invited(gathering)
    accounts = count(workspace, "accounts")
    page = reader.sign_in(gathering.accounts["Nia"]).open(link).text
    assert "belong to whoever is signed in here" in page
    assert EMAIL not in page
    reader.press(link, name="Nia")
    assert gathering.act("Nia").side == "citizen"
    assert count(workspace, "accounts") == accounts


def test_only_the_newest_mail_works(reader: Reader, gathering: Gathering, workspace: Workspace) -> None:
    first = invited(gathering)
    with workspace.reading() as db:
        (place,) = one(db.execute("select member from invitations").fetchone())
    members.offer_place(workspace, gathering.act("Mair"), place, email="other@example.cymru", way="mail")
    assert take(reader, first).headers["location"].startswith("/en/sign-in")  # before the new one is even written
    second = mailed(workspace)
    assert reader.open(first).status_code == 410
    assert "other@example.cymru" in reader.open(second).text


@pytest.mark.parametrize("way", ["link", "code"])
def test_a_link_or_code_that_was_handed_over_proves_no_mailbox(reader: Reader, gathering: Gathering, workspace: Workspace, way: str) -> None:
    invited(gathering)
    with workspace.reading() as db:
        (place,) = one(db.execute("select member from invitations").fetchone())
    handed = members.offer_place(workspace, gathering.act("Mair"), place, way=way).secret
    assert "First we make sure that it is you" in reader.open(f"/en/join/{handed}").text
    assert take(reader, f"/en/join/{handed}").headers["location"].startswith("/en/sign-in")
    assert not is_in(reader)


def test_nobody_can_tell_a_guess_from_a_link_of_somebody_elses(reader: Reader, gathering: Gathering, workspace: Workspace) -> None:
    with workspace.pool.connection() as db:
        sign_in.account_at(db, EMAIL)
    answers = [take(reader, link) for link in (invited(gathering), "/en/join/guessed")]
    assert len({(answer.status_code, answer.headers["location"], answer.text) for answer in answers}) == 1


def test_guessing_by_pressing_is_counted_too(reader: Reader, gathering: Gathering) -> None:
    statuses = [take(reader, f"/en/join/guess-{n}").status_code for n in range(members.GUESSES.times + 1)]
    assert statuses == [303] * members.GUESSES.times + [429]


def test_only_a_keyed_hash_of_it_is_kept(reader: Reader, gathering: Gathering, workspace: Workspace) -> None:
    secret = invited(gathering).rpartition("/")[2]
    with workspace.reading() as db:
        rows = db.execute("select token_hash from places where is_mailed").fetchall()
        assert rows == [(memberships.place_hash(workspace.settings.secret, secret),)]
        assert secret not in str(db.execute("select * from outbox").fetchall() + db.execute("select * from places").fetchall())


def test_another_site_cannot_press_it(reader: Reader, gathering: Gathering) -> None:
    link = invited(gathering)
    assert reader.client.post(link, data={"name": "Delyth"}, headers={"Origin": "https://evil.example"}).status_code == 403
    assert not is_in(reader)


def test_a_place_in_the_network_is_taken_in_the_same_way(reader: Reader, gathering: Gathering, workspace: Workspace) -> None:
    from workspace import network

    act = members.act(workspace, gathering.accounts["Lowri"], members.NETWORK, command=UUID(int=9), language="cy")
    network.keep_place(workspace, act, task="founder", email=EMAIL)
    assert take(reader, mailed(workspace)).headers["location"] == "/en/"
    assert is_in(reader)
