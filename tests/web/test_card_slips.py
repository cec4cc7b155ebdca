"""A card that was written down for somebody: its slip, and what everybody sees of it; and words of a card that are taken down."""

from uuid import UUID, uuid4

import pytest

from aggregates.idea import Idea
from aggregates.slip import Slip, slip_id
from projections.board import cards as ideas_on_board
from tests.evening import Evening
from tests.gathering import Gathering
from workers.projector import bring_to_head
from workspace import attending, cards, confirming, proceedings, slips, voices
from workspace.application import Act
from workspace.refusals import BadWords, CardIsGone, NotYours, SlipIsWithdrawn
from workspace.voices import Voice

from .browsing import Reader

JSON = {"accept": "application/json"}
SAID = "Bod rhywun yn gwrando"


@pytest.fixture
def gwenda(evening: Evening) -> UUID:
    """Somebody in the room without a phone."""
    evening.go_to(0, "write")
    receipt = attending.bring(evening.gathering.workspace, evening.act("Mair"), evening.id, attending.Coming("Gwenda", "citizen", "room"))
    events = evening.gathering.workspace.events_of([receipt.id])
    return UUID(str(events[0][1].by.author))


def for_(evening: Evening, member: UUID, source: str = "spoken") -> Act:
    return voices.speaking(evening.gathering.workspace, evening.act("Mair"), Voice(member, "said so", source, True))


@pytest.fixture
def card(evening: Evening, gwenda: UUID) -> UUID:
    card = evening.card(for_(evening, gwenda), SAID, is_shown=True)
    evening.go_to(0, "share")
    return card


@pytest.fixture
def code(evening: Evening, card: UUID) -> str:
    return slips.code_of(evening.gathering.workspace, slip_id(card))


def pages_of(reader: Reader, evening: Evening) -> dict[str, str]:
    """What those who lead, a phone and the big screen see, as a page and as JSON."""
    there = f"/en/projects/{evening.gathering.project}/sessions/{evening.id}"
    reader.sign_in(evening.gathering.accounts["Mair"])
    found = {place: reader.open(f"{there}/{place}").text for place in ("console", "screen")}
    found |= {f"{place} in JSON": reader.open(f"{there}/{place}", **JSON).text for place in ("console", "screen")}
    reader.sign_in(evening.gathering.accounts["Beti"])
    return found | {"here": reader.open(f"/en/here/{evening.id}").text, "here in JSON": reader.open(f"/en/here/{evening.id}", **JSON).text}


def test_it_stands_there_as_not_confirmed_until_whose_words_they_are_says_so(reader: Reader, evening: Evening, card: UUID, code: str) -> None:
    evening.come("Beti")
    before = pages_of(reader, evening)
    assert all(SAID in page for page in before.values())
    assert all("Not confirmed yet" in before[place] for place in ("console", "screen", "here"))
    reader.client.cookies.clear()
    assert SAID in reader.open(f"/en/slip/{code}").text
    reader.press(f"/en/slip/{code}/confirmation")
    assert "Confirmed" in reader.open(f"/en/slip/{code}").text
    after = pages_of(reader, evening)
    assert all(SAID in page for page in after.values())
    assert not any("Not confirmed yet" in page for page in after.values())


def test_it_is_put_right_with_the_code_and_the_words_before_are_gone(reader: Reader, evening: Evening, card: UUID, code: str) -> None:
    evening.come("Beti")
    reader.open(f"/en/slip/{code}")
    reader.press(f"/en/slip/{code}/words", text="Bod rhywun yn ateb")
    found = pages_of(reader, evening)
    assert all("Bod rhywun yn ateb" in page and SAID not in page for page in found.values())
    assert not any("Not confirmed yet" in page for page in found.values())


def test_a_novel_is_refused_and_what_was_typed_stays(reader: Reader, evening: Evening, card: UUID, code: str) -> None:
    reader.open(f"/en/slip/{code}")
    refused = reader.press(f"/en/slip/{code}/words", text="Hir iawn " * 200)
    assert refused.status_code == 422
    assert "Hir iawn Hir iawn" in refused.text


@pytest.mark.parametrize("is_set_aside", [False, True])
def test_it_is_taken_back_with_the_code_and_stands_nowhere_any_more(reader: Reader, evening: Evening, card: UUID, code: str, is_set_aside: bool) -> None:
    evening.come("Beti")
    if is_set_aside:
        cards.set_aside(evening.gathering.workspace, evening.act("Mair"), evening.id, card, "Ddwywaith")
    reader.open(f"/en/slip/{code}")
    reader.press(f"/en/slip/{code}/words?_method=delete")
    shown = reader.open(f"/en/slip/{code}").text
    assert "Taken back" in shown
    assert SAID not in shown
    found = pages_of(reader, evening)
    assert not any(SAID in page or str(card) in page for page in found.values())


def test_a_code_that_was_used_to_take_it_back_does_nothing_more_and_says_so(evening: Evening, card: UUID) -> None:
    workspace, slip = evening.gathering.workspace, evening.gathering.workspace.load(Slip, slip_id(card))

    def by() -> Act:
        return slips.act_with(workspace, slip, account=None, command=uuid4(), language="cy")

    confirming.confirm(workspace, by(), slip.id)
    confirming.confirm(workspace, by(), slip.id)
    confirming.withdraw(workspace, by(), slip.id)
    for again in (
        lambda: confirming.confirm(workspace, by(), slip.id),
        lambda: confirming.correct(workspace, by(), slip.id, "Eto"),
        lambda: confirming.withdraw(workspace, by(), slip.id),
    ):
        with pytest.raises((SlipIsWithdrawn, CardIsGone)):
            again()


def test_what_was_said_by_phone_is_recorded_for_them_by_whoever_wrote_it_down(evening: Evening, gwenda: UUID, card: UUID) -> None:
    workspace = evening.gathering.workspace
    with pytest.raises(NotYours):
        confirming.correct(workspace, evening.act("Mair"), slip_id(card), "Eto")
    with pytest.raises(BadWords):
        confirming.correct(workspace, for_(evening, gwenda, "phone"), slip_id(card), "")
    confirming.correct(workspace, for_(evening, gwenda, "phone"), slip_id(card), "Bod rhywun yn ateb")
    assert not workspace.load(Slip, slip_id(card)).is_waiting


def test_a_place_is_claimed_with_the_code_and_then_the_code_alone_does_nothing(evening: Evening, gwenda: UUID, card: UUID) -> None:
    workspace, accounts = evening.gathering.workspace, evening.gathering.accounts
    slip = workspace.load(Slip, slip_id(card))
    confirming.claim(workspace, accounts["Menna"], slip, command=uuid4(), language="cy", name="Gwenda")
    claimed = workspace.load(Slip, slip.id)
    with pytest.raises(NotYours):
        slips.act_with(workspace, claimed, account=None, command=uuid4(), language="cy")
    mine = slips.act_with(workspace, claimed, account=accounts["Menna"], command=uuid4(), language="cy")
    assert mine.member == gwenda
    cards.take_back(workspace, mine, card)
    assert workspace.load(Slip, slip.id).is_withdrawn


def test_an_idea_of_the_board_made_of_a_card_is_as_confirmed_as_the_card_and_has_a_slip_of_its_own(evening: Evening, card: UUID) -> None:
    workspace = evening.gathering.workspace
    proceedings.go_to(workspace, evening.act("Mair"), evening.id, evening.moves, evening.blocks[0], "write")
    evening.moves += 1
    evening.come("Beti")
    own = evening.card(evening.act("Beti"), "Paned", is_shown=True)
    for each in (card, own):
        cards.take_on(workspace, evening.act("Mair"), evening.id, each, "idea")
    assert bring_to_head(workspace) == []
    became = {each: workspace.load(cards.Card, each).became for each in (card, own)}
    with workspace.reading() as db:
        marked = {idea.id: idea.is_unconfirmed for idea in ideas_on_board(db, evening.gathering.project, [id for id in became.values() if id])}
    assert marked == {became[card]: True, became[own]: False}
    slip = workspace.load(Slip, slip_id(became[card] or uuid4()))
    confirming.confirm(workspace, slips.act_with(workspace, slip, account=None, command=uuid4(), language="cy"), slip.id)
    assert workspace.load(Idea, slip.subject).author == slip.voice


def test_words_of_a_card_are_reported_hidden_and_erased_and_every_page_follows(reader: Reader, gathering: Gathering, evening: Evening, card: UUID) -> None:
    evening.come("Beti")
    text = gathering.workspace.load(cards.Card, card).words.id
    words, place = f"/en/projects/{gathering.project}/words/{text}", {"kind": "card", "subject": str(evening.id)}
    reader.sign_in(gathering.accounts["Beti"])
    where = f"{words}?kind=card&amp;subject={evening.id}"
    assert where in reader.open(f"/en/here/{evening.id}").text
    reader.open(where.replace("&amp;", "&"))
    assert reader.press(f"{words}/reports", report="Mae'n enwi rhywun", **place).status_code == 200
    reader.sign_in(gathering.accounts["Mair"])
    assert where in reader.open(f"/en/projects/{gathering.project}/sessions/{evening.id}/console").text
    assert SAID in reader.open(where.replace("&amp;", "&")).text
    reader.press(f"{words}/hiding", reason="Mae'n enwi rhywun", **place)
    down = pages_of(reader, evening)
    assert not any(SAID in page for page in down.values())
    assert all("taken down" in down[place].lower() for place in ("console", "here"))
    reader.sign_in(gathering.accounts["Mair"]).open(words)
    back = reader.press(f"{words}/hiding?_method=delete", reason="Camgymeriad")
    assert back.url.path == f"/en/projects/{gathering.project}/sessions/{evening.id}"
    assert all(SAID in page for page in pages_of(reader, evening).values())
    reader.sign_in(gathering.accounts["Mair"]).open(where.replace("&amp;", "&"))
    reader.press(f"{words}/hiding", reason="Mae'n enwi rhywun", **place)
    reader.open(words)
    reader.press(f"{words}/erasure", ground="names somebody")
    with gathering.workspace.reading() as db:
        assert db.execute("select count(*) from texts where id = %s", (text,)).fetchone() == (0,)
    assert not any(SAID in page for page in pages_of(reader, evening).values())
