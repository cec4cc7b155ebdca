"""Suggesting other words for a paragraph, and what becomes of them: pages, JSON, refusals, without JavaScript."""

from typing import Any
from uuid import UUID

import pytest

from tests.gathering import Gathering
from workspace import amendments, proposals
from workspace.application import Workspace
from workspace.story.telling import both

from .browsing import Reader

BODY = {"cy": "Mae’r ddesg yn ffonio.\n\nY Cyngor sy’n talu.", "en": "The desk rings everybody before four.\n\nThe council pays for every call."}
CHANGED = "The desk rings or texts everybody before four."
MOVED = {**BODY, "en": "The rota desk rings everybody before four.\n\nThe council pays for every call."}


@pytest.fixture
def base(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}/proposals"


@pytest.fixture
def proposal(gathering: Gathering) -> UUID:
    return proposals.draft(gathering.workspace, gathering.act("Eira"), both("Clywed", "Hear by four"), both("Yn fyr", "In short"), BODY).id


@pytest.fixture
def amendment(gathering: Gathering, proposal: UUID) -> UUID:
    return amendments.suggest(gathering.workspace, gathering.act("Beti"), proposal, 1, "en", 1, CHANGED, "Not everybody has a landline").id


def as_(reader: Reader, gathering: Gathering, name: str) -> Reader:
    return reader.sign_in(gathering.accounts[name])


def revise(gathering: Gathering, proposal: UUID, body: dict[str, str], saw: int = 1) -> None:
    proposals.revise(gathering.workspace, gathering.act("Eira"), proposal, saw, both("Clywed", "Hear by four"), both("Yn fyr", "In short"), body)


def plain(text: str) -> str:
    return " ".join(text.split())


def test_from_the_proposal_to_a_suggestion_that_is_accepted(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    as_(reader, gathering, "Beti")
    page = reader.open(f"{base}/{proposal}").text
    assert f'href="{base}/{proposal}/amendments/new?language=en&amp;paragraph=1"' in page
    form = reader.open(f"{base}/{proposal}/amendments/new?language=en&paragraph=1")
    assert "The desk rings everybody before four.</textarea>" in form.text
    page = reader.press(f"{base}/{proposal}/amendments", words=CHANGED, why="Not everybody has a landline")
    assert page.status_code == 200
    assert "<ins>" in page.text
    assert "or texts" in page.text
    home = page.url.path
    assert "/acceptance" not in page.text
    listed = as_(reader, gathering, "Eira").open(f"{base}/{proposal}").text
    assert "Suggestion 1" in listed
    reader.open(home)
    page = reader.press(f"{home}/acceptance")
    assert "Eira accepted it on" in page.text
    page = reader.open(f"{base}/{proposal}")
    assert CHANGED in page.text
    assert "With a change that Beti suggested" in page.text
    credits = page.text.partition('id="credits"')[2].partition("</section>")[0]
    assert credits.index("<b>Eira</b>") < credits.index("<b>Beti</b>")


def test_a_language_that_was_left_behind_says_so_until_it_is_changed_too(
    reader: Reader, gathering: Gathering, base: str, proposal: UUID, amendment: UUID
) -> None:
    gathering.adopt_charter()
    asks = f"/en/projects/{gathering.project}/decisions/new?proposal={proposal}&version="
    as_(reader, gathering, "Eira")
    left_behind = "The English was changed in version 2, and the Welsh was not."
    assert "was changed in version" not in reader.open(f"{base}/{proposal}").text + reader.open(f"{asks}1").text
    amendments.accept(gathering.workspace, gathering.act("Eira"), amendment, 1)
    page = reader.open(f"{base}/{proposal}").text
    welsh = page.partition('<summary lang="cy">')[2]
    assert left_behind in welsh
    assert f'href="{base}/{proposal}/edit"' in welsh.partition(left_behind)[2].partition("</div>")[0]
    assert left_behind in reader.open(f"{asks}2").text
    assert left_behind not in reader.open(f"{base}/{proposal}?version=1").text
    revise(gathering, proposal, BODY | {"cy": "Ffonio neu decstio.", "en": reader.open(f"{base}/{proposal}.json").json()["proposal"]["body"]["en"]}, 2)
    assert "was changed in version" not in reader.open(f"{base}/{proposal}").text + reader.open(f"{asks}3").text


def test_words_that_did_not_change_are_refused_and_stay(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    as_(reader, gathering, "Beti").open(f"{base}/{proposal}/amendments/new?language=en&paragraph=2")
    page = reader.press(f"{base}/{proposal}/amendments", why="It is better so")
    assert page.status_code == 422
    assert "These are the words that stand there now." in page.text
    assert "It is better so" in page.text
    page = reader.press(f"{base}/{proposal}/amendments", words="", why="")
    assert page.status_code == 422
    assert page.text.count("Write something here") >= 2


def test_a_text_that_moved_on_while_somebody_wrote_is_shown_beside_what_they_wrote(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    as_(reader, gathering, "Beti").open(f"{base}/{proposal}/amendments/new?language=en&paragraph=1")
    revise(gathering, proposal, MOVED)
    reader.client.cookies.set("position", str(gathering.workspace.head()), domain="testserver.local", path="/")
    page = reader.press(f"{base}/{proposal}/amendments", words=CHANGED, why="So")
    assert page.status_code == 409
    assert "Somebody wrote version 2 while you were writing" in page.text
    assert "The rota desk rings" in page.text
    assert CHANGED in page.text
    assert reader.press(f"{base}/{proposal}/amendments").status_code == 200


def test_an_overtaken_author_is_asked_and_answers(reader: Reader, gathering: Gathering, base: str, proposal: UUID, amendment: UUID) -> None:
    revise(gathering, proposal, MOVED)
    home = f"{base}/{proposal}/amendments/{amendment}"
    page = as_(reader, gathering, "Eira").open(home).text
    assert "Beti is asked whether this still says what they mean" in page
    assert "/acceptance" not in page
    page = as_(reader, gathering, "Beti").open(home).text
    assert "Does this still say what you mean?" in page
    assert "As Beti wrote it" in page
    page = reader.press(f"{home}/meaning").text
    assert "Does this still say what you mean?" not in page
    reader = as_(reader, gathering, "Eira")
    reader.open(home)
    reader.press(f"{home}/acceptance")
    assert "The rota desk rings or texts everybody before four." in reader.open(f"{base}/{proposal}").text


def test_what_no_longer_fits_is_written_afresh(reader: Reader, gathering: Gathering, base: str, proposal: UUID, amendment: UUID) -> None:
    revise(gathering, proposal, {**BODY, "en": "All is different now, entirely.\n\nThe council pays for every call."})
    home = f"{base}/{proposal}/amendments/{amendment}"
    page = as_(reader, gathering, "Beti").open(home).text
    assert "It could not be made to fit the new words" in page
    assert f'action="{home}/meaning"' not in page
    reader.open(f"{home}/reword")
    page = reader.press(f"{home}/reword", paragraph="2", words="The council pays for every call and text.", why="Now here")
    assert page.status_code == 200
    assert "and text." in page.text


def test_whoever_did_not_read_the_words_as_they_are_does_not_accept_them(
    reader: Reader, gathering: Gathering, base: str, proposal: UUID, amendment: UUID
) -> None:
    home = f"{base}/{proposal}/amendments/{amendment}"
    as_(reader, gathering, "Eira").open(home)
    amendments.reword(gathering.workspace, gathering.act("Beti"), amendment, 1, 1, "Nobody rings.", "So")
    page = reader.press(f"{home}/acceptance")
    assert page.status_code == 409
    assert "The suggestion changed while you were reading." in page.text


def test_declined_with_a_reason_and_then_a_proposal_of_its_own(reader: Reader, gathering: Gathering, base: str, proposal: UUID, amendment: UUID) -> None:
    home = f"{base}/{proposal}/amendments/{amendment}"
    as_(reader, gathering, "Eira").open(home)
    assert reader.press(f"{home}/refusal", reason=" ").status_code == 422
    page = reader.press(f"{home}/refusal", reason="Texts cost money")
    assert "Eira declined it on" in page.text
    assert "Texts cost money" in page.text
    as_(reader, gathering, "Beti").open(f"{home}/promotion")
    page = reader.press(f"{home}/promotion", title_en="Hear by text")
    assert page.status_code == 200
    assert "Hear by text" in page.text
    assert CHANGED in page.text
    credits = page.text.partition('id="credits"')[2].partition("</section>")[0]
    assert "<b>Eira</b>" in credits
    assert "It is a proposal of its own now" in reader.open(home).text


def test_taking_it_back(reader: Reader, gathering: Gathering, base: str, proposal: UUID, amendment: UUID) -> None:
    home = f"{base}/{proposal}/amendments/{amendment}"
    as_(reader, gathering, "Beti").open(home)
    assert "Taken back" in reader.press(f"{home}/withdrawal").text


def test_those_who_may_not_are_told(reader: Reader, gathering: Gathering, base: str, proposal: UUID, amendment: UUID) -> None:
    home = f"{base}/{proposal}/amendments/{amendment}"
    as_(reader, gathering, "Rhys")
    for what, body in {"acceptance": {"saw": 1}, "refusal": {"reason": "x"}, "meaning": {"saw": 1}, "withdrawal": {}, "promotion": drafted()}.items():
        assert reader.client.post(f"{home}/{what}", json=body).status_code == 403, what
    for page in ("reword", "promotion"):
        assert "<textarea" not in reader.open(f"{home}/{page}").text
    assert reader.client.post(home.replace(str(proposal), str(amendment)) + "/acceptance", json={"saw": 1}).status_code == 404
    reader.client.cookies.clear()
    assert reader.client.post(f"{base}/{proposal}/amendments", json={"saw": 1, "language": "en", "paragraph": 1, "words": "x", "why": "x"}).status_code == 401
    assert "<textarea" not in reader.open(f"{base}/{proposal}/amendments/new?language=en&paragraph=1").text


def drafted() -> dict[str, Any]:
    return {"title": {"en": "T"}, "summary": {"en": "S"}, "body": {"en": "B"}}


def test_paragraphs_that_are_not_there_are_not_found(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    as_(reader, gathering, "Beti")
    for path in ("amendments/new?language=en&paragraph=9", "paragraphs/en/9", "paragraphs/fr/1", "paragraphs/en/0", "parts/colour"):
        assert reader.open(f"{base}/{proposal}/{path}").status_code == 404, path
    assert reader.client.post(f"{base}/{proposal}/parts/colour", json={"words": {"en": "x"}}).status_code == 404


def test_json_has_the_suggestion_with_both_texts(reader: Reader, gathering: Gathering, base: str, proposal: UUID, amendment: UUID) -> None:
    found = reader.client.get(f"{base}/{proposal}/amendments/{amendment}.json", headers={"pleth-position": str(gathering.workspace.head())}).json()
    assert (found["stands"], found["suggestion"]["words"]) == ("The desk rings everybody before four.", CHANGED)
    whole = reader.client.get(f"{base}/{proposal}.json").json()
    assert [one["number"] for one in whole["suggestions"]] == [1]
    assert whole["texts"]["en"][0]["text"] == "The desk rings everybody before four."


def test_comments_stand_at_their_paragraph(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    as_(reader, gathering, "Rhys").open(f"{base}/{proposal}/paragraphs/en/2")
    assert reader.press(f"{base}/{proposal}/paragraphs/en/2/comments", comment=" ").status_code == 422
    page = reader.press(f"{base}/{proposal}/paragraphs/en/2/comments", comment="Who pays after March?")
    assert (page.url.query, 'id="en-2-said" open' in page.text) == (b"at=en-2", True)
    assert 'id="en-2-said">' in reader.open(f"{base}/{proposal}").text
    second = plain(page.text.partition('id="en-2"')[2])
    assert "1 comment" in second.partition('id="suggestions"')[0]
    assert "Who pays after March?" in second
    revise(gathering, proposal, {**BODY, "en": "The desk rings everybody before four.\n\nNobody pays."})
    assert "1 comment on words that have changed since" in reader.open(f"{base}/{proposal}").text


def test_a_comment_on_the_text_in_the_other_language_leads_back_to_it_unfolded(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    as_(reader, gathering, "Rhys").open(f"{base}/{proposal}/paragraphs/cy/1")
    page = reader.press(f"{base}/{proposal}/paragraphs/cy/1/comments", comment="Who rings?")
    assert 'id="cy-1-said" open' in page.text
    assert '<details open><summary lang="cy">' in page.text
    assert '<details><summary lang="cy">' in reader.open(f"{base}/{proposal}").text


def test_strengths_and_worries_stand_side_by_side(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    as_(reader, gathering, "Rhys").open(f"{base}/{proposal}")
    assert reader.client.post(f"{base}/{proposal}/notes", json={"kind": "doubt", "note": "x"}).status_code == 422
    answer = reader.client.post(f"{base}/{proposal}/notes", json={"kind": "strength", "note": "Everybody sleeps"})
    assert answer.status_code == 201
    weighed = reader.open(f"{base}/{proposal}").text.partition('id="weighed"')[2].partition("</section>")[0]
    assert weighed.index("Everybody sleeps") < weighed.index("Worries")


def test_what_is_missing_is_listed_until_it_is_written(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    as_(reader, gathering, "Eira").open(f"{base}/{proposal}/parts/cost")
    page = reader.press(f"{base}/{proposal}/parts/cost", words_en="£40 a month, the council pays")
    ready = page.text.partition('id="ready"')[2].partition("</section>")[0]
    assert "£40 a month" in ready
    assert ready.count("Not yet") == 1
    assert "Easy Read version" in ready
    assert 'href="#easy-read"' not in page.text
    reader.open(f"{base}/{proposal}/parts/easy-read")
    page = reader.press(f"{base}/{proposal}/parts/easy-read", words_en="It costs £40.")
    assert page.text.index('href="#easy-read"') < page.text.index('id="easy-read"') < page.text.index("It costs £40.")
    assert "<textarea" not in as_(reader, gathering, "Beti").open(f"{base}/{proposal}/parts/cost").text


def test_authors_add_one_another_and_may_leave(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    as_(reader, gathering, "Eira").open(f"{base}/{proposal}/authors")
    page = reader.press(f"{base}/{proposal}/authors", author=str(gathering.member("Rhys")))
    assert "Stop being an author" in page.text
    page = as_(reader, gathering, "Rhys").open(f"{base}/{proposal}/authors")
    page = reader.press(f"{base}/{proposal}/authors?_method=delete")
    assert page.status_code == 200
    assert "Its authors, who answer for it: Eira." in page.text
    as_(reader, gathering, "Eira")
    assert reader.client.request("DELETE", f"{base}/{proposal}/authors", json={}).status_code == 422


def test_any_two_versions_can_be_compared(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    revise(gathering, proposal, MOVED)
    revise(gathering, proposal, {**MOVED, "cy": "Arall."}, 2)
    page = reader.open(f"{base}/{proposal}/versions?before=1&after=2").text
    assert "rota" in page.partition("<ins>")[2].partition("</ins>")[0]
    assert "the same words." in page
    assert "From version 2 to version 3" in reader.open(f"{base}/{proposal}/versions").text
    assert reader.open(f"{base}/{proposal}/versions?before=9").status_code == 404
    assert reader.open(f"/cy/prosiectau/{gathering.project}/cynigion/{proposal}/fersiynau").status_code == 200


def test_what_is_for_members_only_does_not_exist_for_others(reader: Reader, workspace: Workspace) -> None:
    hidden = Gathering(workspace, visibility="members")
    made = proposals.draft(workspace, hidden.act("Eira"), both("T", "T"), both("C", "S"), BODY).id
    one = amendments.suggest(workspace, hidden.act("Beti"), made, 1, "en", 1, CHANGED, "So").id
    base = f"/en/projects/{hidden.project}/proposals/{made}"
    for path in ("", "/amendments/new?language=en&paragraph=1", f"/amendments/{one}", "/paragraphs/en/1", "/versions", "/authors", "/parts/cost"):
        assert reader.open(base + path).status_code == 404
        assert as_(reader, hidden, "Beti").open(base + path).status_code == 200, path
        reader.client.cookies.clear()
