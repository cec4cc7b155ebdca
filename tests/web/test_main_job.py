"""The whole main job over a conversation that was really held: from ideas to a decision that both sides took, through pages alone, without JavaScript."""

import re
from collections.abc import Mapping
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import unescape
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from httpx import Response

from tests.reference import reference
from tests.workers.post_office import plain
from web.languages import to
from workers import rebuilding
from workers.mail import Post
from workspace import sign_in
from workspace.__main__ import main
from workspace.languages import translator

from .browsing import Reader

BODY = {
    "cy": "Mae swyddog yn dod bob tymor.\n\n- yn ystod y dydd\n- heb iwnifform",
    "en": "An officer comes every term.\n\n- in the daytime\n- without a uniform",
}
BOTH_AGREED = {"cy": "Cytunodd y ddau grŵp", "en": "Both groups agreed"}
TITLE = {"cy": "Swyddog ym mhob ysgol", "en": "An officer in every school"}


class Journey:
    """Everybody reads in one language, presses what is on the page, and goes where a link leads."""

    def __init__(self, reader: Reader, language: str) -> None:
        self.reader, self.language, self.t = reader, language, translator(language)
        self.people: dict[str, UUID] = {}
        self.project: UUID | None = None

    def as_(self, name: str) -> "Journey":
        """Somebody with an account at name@example.cymru."""
        with self.reader.workspace.pool.connection() as db:
            account = self.people.setdefault(name, sign_in.account_at(db, f"{name.lower()}@example.cymru", self.language))
        self.reader.client.cookies.clear()
        self.reader.sign_in(account)
        return self

    def nobody(self) -> "Journey":
        self.reader.client.cookies.clear()
        return self

    def here(self, path: str = "") -> str:
        return to(f"/projects/{self.project}{path}", self.language)

    def open(self, address: str) -> str:
        """The page; it has to be there."""
        page = self.reader.open(address)
        assert page.status_code == 200, f"{address}: {page.status_code}"
        assert f'<html lang="{self.language}"' in page.text
        return unescape(page.text)

    def follow(self, address: str) -> str:
        """As `open`, by a link that the page before has."""
        assert self.reader.page is not None
        assert f'href="{address}"' in unescape(self.reader.page.text), f"no link to {address} on {self.reader.page.url}"
        return self.open(address)

    def press(self, address: str, **values: Any) -> str:
        page: Response = self.reader.press(address, **values)
        assert page.status_code == 200, f"{address}: {page.status_code} {re.findall(r'wrong.{200}', page.text)[:3]}"
        return unescape(page.text)

    def says(self, text: str, *messages: str, **values: Any) -> None:
        for message in messages:
            assert self.t(message, **values) in text, self.t(message, **values)

    def take_place(self, path: str, name: str) -> None:
        """Behind a link, whoever is signed in."""
        address = to(path, self.language)
        self.open(address)
        arrived = self.press(address, name=name)
        assert name in arrived or self.open(self.here("/members")).count(name)


@pytest.fixture(params=["en", "cy"])
def journey(request: pytest.FixtureRequest, reader: Reader) -> Journey:
    return Journey(reader, request.param)


def bring_in(journey: Journey, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """By the command line; the answer is the facilitator's link."""
    settings = journey.reader.workspace.settings
    monkeypatch.setenv("PLETH_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("PLETH_SECRET", settings.secret.decode())
    assert main(["import", "polis", str(reference("polis/london.youth.policing")), "--data", str(settings.data), "--yes"]) == 0
    told = capsys.readouterr().out
    found = re.search(r"/projects/([0-9a-f-]{36})\s", told)
    assert found
    journey.project = UUID(found[1])
    return _path(told, r"https?://\S+/join/\S+")


def test_from_a_published_conversation_to_a_decision_of_both_sides(
    journey: Journey, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    link = bring_in(journey, monkeypatch, capsys)
    journey.as_("Mair").take_place(link, "Mair")
    board = journey.open(journey.here("/ideas?order=supported"))
    assert "What is the best way to engage more young people in local scrutiny of policing?" in board
    journey.says(board, "Imported")
    claim_two_places(journey)
    invite_both_sides(journey)
    adopt_a_charter(journey)
    proposal = draft_and_change_a_proposal(journey)
    decision = decide(journey, proposal)
    read_it(journey, proposal, decision)
    found = rebuilding.check(journey.reader.workspace)
    assert found.identical == found.read_models, found.differing


def claim_two_places(journey: Journey) -> None:
    """Two people of the conversation come: the facilitator prints a code for each, they type it."""
    for number, name in ((1, "Eira"), (2, "Tomos")):
        people = journey.as_("Mair").open(journey.here("/members"))
        found = re.search(rf'href="([^"]+)">(?:(?!</a>).)*<b>Polis {number}</b>', people)
        assert found, "nobody to be found on the list of people"
        journey.follow(found[1])
        offered = journey.press(f"{found[1]}/{journey.here('/places').rpartition('/')[2]}", way="code")
        code = re.search(r'class="code">([A-Z0-9]{5}-[A-Z0-9]{5})<', offered)
        assert code
        typed = code[1].lower().replace("-", " ")
        journey.as_(name).open(to("/join", journey.language))
        arrived = journey.open(f"{to('/join', journey.language)}?code={typed}")
        action = re.search(r'action="([^"]+)"[^>]*class="card add', arrived) or re.search(r'action="([^"]*(?:join|ymuno)/[^"]+)"', arrived)
        assert action
        journey.press(action[1], name=name)
        assert name in journey.open(journey.here("/members"))
        again = journey.reader.open(f"{to('/join', journey.language)}?code={typed}")
        assert again.status_code == 410


def invite_both_sides(journey: Journey) -> None:
    """A resident and an officer by link, another officer by mail."""
    for name, side in (("Beti", "citizen"), ("Rhys", "professional")):
        journey.as_("Mair").open(journey.here("/members"))
        journey.follow(journey.here("/invitations"))
        offered = journey.press(journey.here("/invitations"), side=side, way="link", name=name)
        journey.as_(name).take_place(_path(offered, r"http://testserver\.local/join/[^\"]+"), name)
    journey.as_("Mair").open(journey.here("/invitations"))
    journey.press(journey.here("/invitations"), side="professional", way="mail", email="amina@example.cymru", name="Amina")
    journey.as_("Amina").take_place(mailed(journey, "amina@example.cymru"), "Amina")
    balance = journey.reader.open(journey.here("/members.json")).json()["balance"]
    assert balance == {"citizen": 3, "professional": 2, "none": 1}


def mailed(journey: Journey, address: str) -> str:
    """The link in the mail that came to this address."""
    opened = journey.reader.workspace
    post = Post(opened.settings, opened.pool)
    journey.open(journey.here("/history"))  # by then the read models have it, the outbox among them
    rebuilding.bring_to_head(opened)
    with opened.reading() as db:
        for (row,) in db.execute("select id from outbox where sent_at is null").fetchall():
            post.deliver(str(row))
        found = db.execute("select mime from mails where recipient = %s", (address,)).fetchall()
    assert found, "no mail came"
    message = message_from_bytes(bytes(found[-1][0]), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return _path(plain(message), r"http://testserver\.local/(?:(?:cy|en)/)?join/[\w-]+")


def adopt_a_charter(journey: Journey) -> None:
    journey.as_("Mair").open(journey.here("/charter"))
    journey.follow(journey.here("/charter/templates"))
    journey.follow(journey.here("/charter/edit?template=kitchen%20table"))
    finished = {"who_cy": "Pobl ifanc a chynghorwyr.", "who_en": "Young people and councillors."}
    kept = journey.press(journey.here("/charter"), aim_cy="Pobl ifanc yn craffu.", aim_en="Young people scrutinise.", **finished)
    assert {"cy": "Pobl ifanc yn craffu.", "en": "Young people scrutinise."}[journey.language] in kept
    journey.open(journey.here("/charter"))
    adoption = put_to_the_vote(journey, journey.here("/decisions/new?charter=1"))
    votes(journey, adoption, dict.fromkeys(("Eira", "Tomos", "Beti", "Rhys", "Amina"), "yes"))
    close(journey, adoption)
    journey.says(journey.nobody().open(journey.here("/charter")), "In force")


def draft_and_change_a_proposal(journey: Journey) -> str:
    """From three ideas of the board, by somebody who wrote none of them; changed once. The answer is its address."""
    page = journey.as_("Amina").open(journey.here("/ideas"))
    choosing = journey.follow(journey.here("/ideas?choose=1&order=supported"))
    assert page != choosing
    ideas = list(dict.fromkeys(re.findall(r'name="idea" value="([0-9a-f-]{36})"', choosing)))[:3]
    assert len(ideas) == 3
    new = journey.open(journey.here("/proposals/new?" + "&".join(f"idea={idea}" for idea in ideas)))
    assert new.count('name="ideas"') == 3
    words = {f"{name}_{language}": said[language] for name, said in (("title", TITLE), ("summary", TITLE), ("body", BODY)) for language in ("cy", "en")}
    shown = journey.press(journey.here("/proposals"), ideas=ideas, **words)
    home = urlsplit(str(journey.reader.page.url)).path if journey.reader.page else ""
    assert TITLE[journey.language] in shown
    edit = to(f"/projects/{journey.project}/proposals/{home.rpartition('/')[2]}/edit", journey.language)
    journey.follow(edit)
    versions = edit.replace(to("/edit", journey.language)[3:], to("/versions", journey.language)[3:])
    changed = journey.press(versions, body_en=BODY["en"] + "\n- twice a year", body_cy=BODY["cy"] + "\n- ddwywaith y flwyddyn", why="Gofynnodd Rhys")
    journey.says(changed, "Version {version}", version=2)
    journey.as_("Rhys").open(home)
    journey.press(to(f"/projects/{journey.project}/proposals/{home.rpartition('/')[2]}/support", journey.language))
    return home


def decide(journey: Journey, proposal: str) -> str:
    """Both groups agree; one of them only after a change of mind. The answer is the decision's address."""
    journey.as_("Mair").open(proposal)
    new = journey.here(f"/decisions/new?proposal={proposal.rpartition('/')[2]}&version=2")
    said: Mapping[str, str] = {f"yes_{language}": TITLE[language] for language in TITLE} | {"no_cy": "Dim newid", "no_en": "No change"}
    decision = put_to_the_vote(journey, new, **said)
    votes(journey, decision, {"Beti": "no", "Eira": "yes", "Tomos": "yes", "Amina": "yes", "Rhys": "yes"})
    shown = journey.nobody().open(decision)
    assert "Achos" not in shown, "before the count nobody reads a reason"
    votes(journey, decision, {"Beti": "yes"})
    close(journey, decision)
    return decision


def put_to_the_vote(journey: Journey, new: str, **words: str) -> str:
    """Write it, see it as everybody will, open it."""
    journey.follow(new)
    journey.says(journey.press(journey.here("/decisions/new"), **words), "As everybody will see it")
    journey.press(journey.here("/decisions"))
    assert journey.reader.page is not None
    return urlsplit(str(journey.reader.page.url)).path


def votes(journey: Journey, decision: str, choices: Mapping[str, str]) -> None:
    address = decision + "/" + to("/votes", journey.language)[4:]
    for name, choice in choices.items():
        journey.as_(name).open(decision)
        shown = journey.press(address, choice=choice, reason=f"Achos {name}")
        assert f"Achos {name}" in shown
        assert set(re.findall(r"Achos (\w+)", shown)) == {name}, "while it is open nobody reads the reasons of others"


def close(journey: Journey, decision: str) -> None:
    journey.as_("Mair").open(decision)
    shown = journey.press(decision + "/" + to("/closure", journey.language)[4:], closing="Pawb wedi pleidleisio")
    assert BOTH_AGREED[journey.language] in shown


def read_it(journey: Journey, proposal: str, decision: str) -> None:
    """Anybody, signed out: the result and its steps, the record on paper, the trail both ways, and the history."""
    result = journey.nobody().open(decision)
    journey.says(result, "Needed and got", "Explain it to me", "How it came about")
    assert "Achos Beti" in result
    assert TITLE[journey.language] in result
    paper = journey.follow(decision + "/" + to("/certificate", journey.language)[4:])
    assert all(title in paper for title in TITLE.values())
    journey.open(decision)
    found = re.search(rf'href="({re.escape(proposal)}\?version=2)"', journey.open(decision))
    assert found
    text = journey.follow(found[1])
    assert decision in text
    ideas = re.findall(rf'href="({re.escape(journey.here("/ideas"))}/[0-9a-f-]+)"', text)
    assert len(set(ideas)) == 3
    idea = journey.follow(ideas[0])
    assert proposal in idea
    told = re.sub(r"<[^>]+>", "", journey.open(journey.here("/history?kind=decision")))
    assert told.count(BOTH_AGREED[journey.language]) >= 2
    first = journey.open(journey.here("/history?until=2022-07-31"))
    assert "2022" in first
    journey.says(first, "Imported")


def _path(text: str, pattern: str) -> str:
    """The neutral path of the first address like this."""
    found = re.search(pattern, text)
    assert found, pattern
    return "/join/" + found[0].rpartition("/")[2]
