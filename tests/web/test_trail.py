"""From what matters to what was done: the trail of an idea, step by step."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.gathering import Gathering
from workspace import commitments, ideas, matters, proposals
from workspace.commitments import Taker
from workspace.matters import Said
from workspace.story.telling import both

from .browsing import Reader
from .test_ideas import as_, seen

WORDS = "Bod rhywun yn gwrando"


@pytest.fixture
def base(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}"


def test_an_idea_is_put_beside_what_matters_and_shows_it_as_long_as_its_author_agrees(reader: Reader, gathering: Gathering, base: str) -> None:
    made = matters.say(gathering.workspace, gathering.act("Eira"), Said(WORDS, True)).id
    as_(reader, gathering, "Tomos")
    assert reader.client.post(f"{base}/ideas", json={"text": "A chair by the door", "matter": str(made)}).status_code == 404
    matters.put_under(gathering.workspace, gathering.act("Mair"), made)
    assert f"{base}/ideas?matter={made}" in reader.open(f"{base}/matters").text
    page = reader.open(f"{base}/ideas?matter={made}")
    assert WORDS in page.text
    page = reader.press(f"{base}/ideas?matter={made}", text="")
    assert (page.status_code, WORDS in page.text) == (422, True)
    reader.press(f"{base}/ideas?matter={made}", text="A chair by the door")
    card = reader.client.get(f"{base}/ideas.json").json()["board"]["cards"][0]
    assert WORDS in reader.open(f"{base}/ideas/{card['id']}").text
    assert "put an idea on the board" in reader.open(f"{base}/history").text
    matters.take_back_quote(gathering.workspace, gathering.act("Eira"), made)
    for path in (f"/ideas/{card['id']}", f"/ideas/{card['id']}.json", f"/ideas?matter={made}", f"/ideas?matter={uuid4()}", "/ideas?matter=odd"):
        assert WORDS not in reader.open(base + path).text


def test_the_trail_goes_from_the_idea_to_what_was_done(reader: Reader, gathering: Gathering, base: str) -> None:
    workspace, act = gathering.workspace, gathering.act
    idea = ideas.post(workspace, act("Eira"), "Sundays later").id
    seen(reader, gathering)
    assert "No proposal has grown from it yet." in reader.open(f"{base}/ideas/{idea}").text
    gathering.adopt_charter()
    proposal = proposals.draft(workspace, act("Eira"), both("Sul", "Late Sundays"), both("Sul", "Sundays"), both("Sul", "Sundays"), [idea]).id
    decision = gathering.agree(proposal=proposal, version=1)
    day = (workspace.now() + timedelta(days=20)).date()
    made = commitments.make(workspace, act("Rhys"), both("Rota", "A new rota"), Taker("none", both("Desg", "Desk"), is_own=True), day, decision=decision).id
    commitments.finish(workspace, act("Rhys"), made, "Wedi’i wneud")
    seen(reader, gathering)
    trail = reader.open(f"{base}/ideas/{idea}").text.partition('class="walk"')[2].partition("</ol>")[0]
    steps = [f"{base}/proposals/{proposal}", f"{base}/decisions/{decision}", f"{base}/commitments/{made}"]
    assert ["Late Sundays" in trail, "Agreed on" in trail, "It was done" in trail] == [True, True, True]
    assert sorted(steps, key=trail.index) == steps
