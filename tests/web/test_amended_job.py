"""The main job over a conversation that was really held, with many hands on one text: themes, three ideas in a proposal, two changes of which one is overtaken
by the other, a decision, and everybody's name where their words are; the same after every read model was made anew."""

import re
from uuid import UUID

import pytest

from web.languages import to
from workspace.__main__ import main

from .journeys import BOTH_AGREED, Journey, adopt_a_charter, bring_in, claim_two_places, close, invite_both_sides, put_to_the_vote, votes

THEME = {"cy": "Beth rydyn ni’n cytuno arno", "en": "What we agree on"}
TITLE = {"cy": "Noson ym mhob tref", "en": "An evening in every town"}
SECOND = {"cy": "Mae’r cyngor yn clywed beth mae’r ddau grŵp yn ei ddweud.", "en": "The council hears what both groups say."}
FIRST = {"cy": "Mae pob tref yn cynnal noson am beth mae am ei gadw.", "en": "Every town holds an evening about what it wants to keep."}
CHILDCARE = {
    "cy": "Mae pob tref yn cynnal noson, gyda gofal plant, am beth mae am ei gadw.",
    "en": "Every town holds an evening, with childcare, about what it wants to keep.",
}
VILLAGES = {
    "cy": "Mae pob tref a phob pentref yn cynnal noson am beth mae am ei gadw.",
    "en": "Every town and village holds an evening about what it wants to keep.",
}
BOTH_CHANGES = {
    "cy": "Mae pob tref a phob pentref yn cynnal noson, gyda gofal plant, am beth mae am ei gadw.",
    "en": "Every town and village holds an evening, with childcare, about what it wants to keep.",
}


def test_three_ideas_two_changes_one_overtaken_and_a_decision(journey: Journey, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    journey.as_("Mair").take_place(bring_in(journey, "brexit-consensus", monkeypatch, capsys), "Mair")
    claim_two_places(journey)
    invite_both_sides(journey)
    adopt_a_charter(journey)
    ideas = under_a_theme(journey)
    proposal = draft(journey, ideas)
    villages, childcare = suggest(journey, proposal, "Beti", VILLAGES), suggest(journey, proposal, "Rhys", CHILDCARE)
    accept(journey, childcare, version=2)
    still_mean(journey, villages)
    accept(journey, villages, version=3)
    decision = decide(journey, proposal)
    read = look_back(journey, ideas, proposal, decision)
    assert main(["rebuild", "--all", "--check", "--data", str(journey.reader.workspace.settings.data)]) == 0
    assert main(["rebuild", "--all", "--data", str(journey.reader.workspace.settings.data)]) == 0
    assert look_back(journey, ideas, proposal, decision) == read


def under_a_theme(journey: Journey) -> list[str]:
    """Three ideas that nobody here wrote, under a heading that the group named."""
    journey.as_("Mair").open(journey.here("/themes"))
    page = journey.press(journey.here("/themes"), name_cy=THEME["cy"], name_en=THEME["en"])
    assert THEME[journey.language] in page
    board = journey.as_("Beti").open(journey.here("/ideas?order=supported&choose=1"))
    ideas = list(dict.fromkeys(re.findall(r'name="idea" value="([0-9a-f-]{36})"', board)))[:3]
    assert len(ideas) == 3
    for idea in ideas:
        form = journey.open(journey.here(f"/ideas/{idea}/theme"))
        theme = re.search(rf'value="([0-9a-f-]{{36}})"(?:(?!</label>).)*{re.escape(THEME[journey.language])}', form, re.DOTALL)
        assert theme
        journey.press(journey.here(f"/ideas/{idea}/theme"), theme=theme[1])
    assert THEME[journey.language] in journey.nobody().open(journey.here(f"/ideas/{ideas[0]}"))
    return ideas


def draft(journey: Journey, ideas: list[str]) -> UUID:
    journey.as_("Amina").open(journey.here("/proposals/new?" + "&".join(f"idea={idea}" for idea in ideas)))
    body = {language: f"{FIRST[language]}\n\n{SECOND[language]}" for language in FIRST}
    said = {f"{name}_{language}": words[language] for name, words in (("title", TITLE), ("summary", TITLE), ("body", body)) for language in body}
    assert TITLE[journey.language] in journey.press(journey.here("/proposals"), ideas=ideas, **said)
    return UUID(journey.where.rpartition("/")[2])


def suggest(journey: Journey, proposal: UUID, name: str, words: dict[str, str]) -> str:
    """Other words for the first paragraph; the answer is the way to the suggestion."""
    there = f"/proposals/{proposal}"
    journey.as_(name).open(journey.here(there))
    journey.follow(journey.here(f"{there}/amendments/new?language={journey.language}&paragraph=1"))
    page = journey.press(journey.here(f"{there}/amendments"), words=words[journey.language], why=f"Achos {name}")
    assert "<ins>" in page
    return f"{there}/amendments/{journey.where.rpartition('/')[2]}"


def accept(journey: Journey, suggestion: str, version: int) -> None:
    journey.as_("Amina").open(journey.here(suggestion))
    journey.says(journey.press(journey.here(f"{suggestion}/acceptance")), "It is in version {version}", version=version)


def still_mean(journey: Journey, suggestion: str) -> None:
    """Beti finds the question at home, reads her words as they would stand now, and says that they are still what she means."""
    asking = "Does this still say what you mean?"
    journey.as_("Beti").open(to("/home", journey.language))
    page = journey.follow(journey.here(suggestion))
    journey.says(page, asking)
    assert VILLAGES[journey.language] in page
    assert journey.t(asking) not in journey.press(journey.here(f"{suggestion}/meaning"))


def decide(journey: Journey, proposal: UUID) -> str:
    journey.as_("Mair").open(journey.here(f"/proposals/{proposal}"))
    said = {f"yes_{language}": TITLE[language] for language in TITLE} | {"no_cy": "Dim newid", "no_en": "No change"}
    decision = put_to_the_vote(journey, journey.here(f"/decisions/new?proposal={proposal}&version=3"), **said)
    votes(journey, decision, dict.fromkeys(("Eira", "Tomos", "Beti", "Amina", "Rhys"), "yes"))
    close(journey, decision)
    return decision


def look_back(journey: Journey, ideas: list[str], proposal: UUID, decision: str) -> list[str]:
    """Anybody, signed out: the text with both changes, whose words they are, and the trail both ways. The answer is what they read."""
    there = journey.here(f"/proposals/{proposal}")
    text = journey.nobody().open(there)
    assert BOTH_CHANGES[journey.language] in text
    credits = text.partition('id="credits"')[2].partition("</section>")[0]
    names = re.findall(r"<b>(\w+)</b>", credits)
    assert sorted(names) == ["Amina", "Beti", "Rhys"], "everybody whose words stand in it, and nobody else"
    assert decision in text
    grown = [idea for idea in ideas if there in journey.open(journey.here(f"/ideas/{idea}"))]
    assert grown == ideas
    assert all(journey.here(f"/ideas/{idea}") in text for idea in ideas)
    result = journey.open(decision)
    assert BOTH_AGREED[journey.language] in result
    assert f"{there}?version=3" in result
    history = journey.open(journey.here("/history?kind=proposal"))
    return [credits, re.sub(r"\s+", " ", history.partition("<main")[2])]
