"""The whole main job over a conversation that was really held: from ideas to a decision that both sides took, through pages alone, without JavaScript."""

import re
from collections.abc import Mapping

import pytest

from web.languages import to
from workers import rebuilding

from .journeys import BOTH_AGREED, Journey, adopt_a_charter, bring_in, claim_two_places, close, invite_both_sides, put_to_the_vote, votes

BODY = {
    "cy": "Mae swyddog yn dod bob tymor.\n\n- yn ystod y dydd\n- heb iwnifform",
    "en": "An officer comes every term.\n\n- in the daytime\n- without a uniform",
}
TITLE = {"cy": "Swyddog ym mhob ysgol", "en": "An officer in every school"}


def test_from_a_published_conversation_to_a_decision_of_both_sides(
    journey: Journey, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    link = bring_in(journey, "london.youth.policing", monkeypatch, capsys)
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
    home = journey.where
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
