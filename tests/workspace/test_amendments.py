"""What people do with amendments, through the store."""

from uuid import UUID, uuid4

import pytest

from aggregates.amendment import Amendment
from aggregates.credit import voices
from aggregates.errors import AuthorIsAsked, NotAlone, NotFound, NothingChanged, NotYours, ProposalIsWithdrawn, TextMovedOn, WordsAreDown, WordsMovedOn
from aggregates.proposal import Proposal
from tests.gathering import Gathering
from workspace import amendments, proposals, words
from workspace.paragraphs import paragraphs
from workspace.story.telling import both
from workspace.texts import read

HEAD = both("Clywed erbyn pedwar", "Hear by four"), both("Yn fyr", "In short")
BODY = {
    "cy": "Mae’r ddesg rota yn ffonio pawb cyn pedwar.\n\nY Cyngor sy’n talu am bob galwad.",
    "en": "The rota desk rings everybody before four.\n\nThe council pays for every call.",
}
CHANGED = "Mae’r ddesg rota yn ffonio neu’n tecstio pawb cyn pedwar."


@pytest.fixture
def proposal(group: Gathering) -> UUID:
    return proposals.draft(group.workspace, group.act("Eira"), *HEAD, BODY).id


def suggest(group: Gathering, proposal: UUID, text: str = CHANGED, *, by: str = "Beti", saw: int = 1, paragraph: int = 1) -> UUID:
    return amendments.suggest(group.workspace, group.act(by), proposal, saw, "cy", paragraph, text, "Does dim ffôn gan bawb").id


def accept(group: Gathering, amendment: UUID, by: str = "Eira") -> None:
    amendments.accept(group.workspace, group.act(by), amendment, found(group, amendment).version)


def revise(group: Gathering, proposal: UUID, cy: str, saw: int = 1) -> None:
    proposals.revise(group.workspace, group.act("Eira"), proposal, saw, *HEAD, BODY | {"cy": cy})


def found(group: Gathering, amendment: UUID) -> Amendment:
    return group.workspace.load(Amendment, amendment)


def body(group: Gathering, proposal: UUID, language: str = "cy") -> list[str]:
    loaded = group.workspace.load(Proposal, proposal)
    (text,) = [text for text in loaded.bodies[loaded.text_version] if text.language == language]
    return paragraphs(read(group.workspace, [text])[text.id])


def said(group: Gathering, amendment: UUID) -> str | None:
    loaded = found(group, amendment)
    return read(group.workspace, [loaded.words])[loaded.words.id] if loaded.words else None


def test_an_accepted_one_is_in_the_text_and_credited(group: Gathering, proposal: UUID) -> None:
    accept(group, suggest(group, proposal))
    assert body(group, proposal) == [CHANGED, paragraphs(BODY["cy"])[1]]
    loaded = group.workspace.load(Proposal, proposal)
    eira, beti = group.member("Eira").hex, group.member("Beti").hex
    assert loaded.credits["body"]["cy"] == [[eira, 5], [beti, 2], [eira, 3 + 7]]
    assert voices(credit for part in loaded.credits.values() for credit in part.values()) == [group.member("Eira"), group.member("Beti")]
    assert loaded.credits["title"]["cy"] == [[eira, 3]]


def test_words_that_did_not_change_are_the_same_text(group: Gathering, proposal: UUID) -> None:
    before = group.workspace.load(Proposal, proposal)
    accept(group, suggest(group, proposal))
    after = group.workspace.load(Proposal, proposal)
    assert (after.title, after.bodies[2][1]) == (before.title, before.bodies[1][1])


def test_whoever_suggests_must_have_read_the_newest_text_and_change_it(group: Gathering, proposal: UUID) -> None:
    head = group.workspace.head()
    with pytest.raises(TextMovedOn):
        suggest(group, proposal, saw=2)
    for number in (0, 3):
        with pytest.raises(NotFound):
            suggest(group, proposal, paragraph=number)
    with pytest.raises(NothingChanged):
        suggest(group, proposal, f" {paragraphs(BODY['cy'])[0]}\r\n")
    with pytest.raises(NotFound):
        amendments.suggest(group.workspace, group.act("Beti"), uuid4(), 1, "cy", 1, CHANGED, "Achos")
    assert group.workspace.head() == head


def test_a_paragraph_that_only_moved_is_followed_without_a_word(group: Gathering, proposal: UUID) -> None:
    amendment = suggest(group, proposal)
    revise(group, proposal, "Paned gyntaf.\n\n" + BODY["cy"])
    assert (found(group, amendment).is_asked, found(group, amendment).version) == (False, 1)
    accept(group, amendment)
    assert body(group, proposal) == ["Paned gyntaf.", CHANGED, paragraphs(BODY["cy"])[1]]


def test_a_paragraph_that_changed_asks_the_author_who_was_overtaken(group: Gathering, proposal: UUID) -> None:
    amendment = suggest(group, proposal)
    revise(group, proposal, "Mae’r ddesg rota yn ffonio pawb cyn pedwar, bob dydd.\n\nY Cyngor sy’n talu am bob galwad.")
    assert found(group, amendment).is_asked
    assert said(group, amendment) == "Mae’r ddesg rota yn ffonio neu’n tecstio pawb cyn pedwar, bob dydd."
    with pytest.raises(AuthorIsAsked):
        accept(group, amendment)
    with pytest.raises(NotYours):
        amendments.still_mean(group.workspace, group.act("Eira"), amendment, 2)
    with pytest.raises(WordsMovedOn):
        amendments.still_mean(group.workspace, group.act("Beti"), amendment, 1)
    amendments.still_mean(group.workspace, group.act("Beti"), amendment, 2)
    accept(group, amendment)
    assert body(group, proposal)[0] == "Mae’r ddesg rota yn ffonio neu’n tecstio pawb cyn pedwar, bob dydd."


def test_two_that_change_the_same_paragraph_lose_nobodys_words(group: Gathering, proposal: UUID) -> None:
    first, second = suggest(group, proposal), suggest(group, proposal, "Mae’r ddesg rota yn ffonio pawb cyn tri.", by="Rhys")
    accept(group, first)
    assert found(group, second).is_asked
    assert said(group, second) == "Mae’r ddesg rota yn ffonio neu’n tecstio pawb cyn tri."
    amendments.still_mean(group.workspace, group.act("Rhys"), second, 2)
    accept(group, second)
    assert body(group, proposal)[0] == "Mae’r ddesg rota yn ffonio neu’n tecstio pawb cyn tri."
    credited = voices(group.workspace.load(Proposal, proposal).credits["body"].values())
    assert credited == [group.member(name) for name in ("Eira", "Beti", "Rhys")]


def test_what_no_longer_fits_is_written_afresh_where_its_author_says(group: Gathering, proposal: UUID) -> None:
    amendment = suggest(group, proposal)
    revise(group, proposal, "Dim byd fel o’r blaen o gwbl.\n\nY Cyngor sy’n talu am bob galwad.")
    assert (found(group, amendment).paragraph, found(group, amendment).words) == (None, None)
    amendments.reword(group.workspace, group.act("Beti"), amendment, 2, 2, "Y Cyngor sy’n talu am bob galwad a thecst.", "Yn y lle newydd")
    accept(group, amendment)
    assert body(group, proposal)[1] == "Y Cyngor sy’n talu am bob galwad a thecst."


def test_the_other_language_is_left_as_it_is(group: Gathering, proposal: UUID) -> None:
    english = amendments.suggest(group.workspace, group.act("Tomos"), proposal, 1, "en", 2, "The council pays for every call and text.", "So").id
    revise(group, proposal, "Mae popeth yn wahanol nawr.")
    assert not found(group, english).is_asked
    accept(group, english)
    assert body(group, proposal, "en")[1] == "The council pays for every call and text."
    assert body(group, proposal) == ["Mae popeth yn wahanol nawr."]


def test_one_that_came_at_the_very_moment_asks_its_author_before_it_is_accepted(group: Gathering, proposal: UUID) -> None:
    """Suggested for version 1 by somebody whose browser was quicker than the store: version 2 was there already."""
    late = found(group, suggest(group, proposal))
    revise(group, proposal, "Mae’r ddesg rota yn ffonio pawb cyn pedwar, bob dydd.")
    by = group.act("Rhys")
    raced = Amendment.suggest(by, 2, proposal, 1, "cy", 1, late.own, late.own)
    group.workspace.commit(raced)
    accept(group, raced.id)
    assert (found(group, raced.id).state, found(group, raced.id).is_asked) == ("open", True)
    assert len(body(group, proposal)) == 1


def test_nobody_accepts_their_own_unless_they_are_the_only_author(group: Gathering, proposal: UUID) -> None:
    proposals.add_author(group.workspace, group.act("Eira"), proposal, group.member("Rhys"))
    amendment = suggest(group, proposal, by="Eira")
    with pytest.raises(NotAlone):
        accept(group, amendment)
    with pytest.raises(NotYours):
        accept(group, amendment, "Beti")
    proposals.leave_authors(group.workspace, group.act("Rhys"), proposal)
    accept(group, amendment)
    assert body(group, proposal)[0] == CHANGED


def test_words_that_were_taken_down_come_into_no_text(group: Gathering, proposal: UUID) -> None:
    amendment, other = suggest(group, proposal), suggest(group, proposal, by="Rhys", paragraph=2)
    for each in (amendment, other):
        loaded = found(group, each).words
        assert loaded is not None
        words.hide(group.workspace, group.act("Mair"), loaded.id, words.Place("amendment", proposal), "Enw rhywun")
    with pytest.raises(WordsAreDown):
        accept(group, amendment)
    revise(group, proposal, paragraphs(BODY["cy"])[0] + "\n\nY Cyngor sy’n talu am bob un galwad.")
    assert (found(group, other).paragraph, found(group, other).words) == (2, None)


def test_a_declined_one_becomes_a_proposal_of_its_own_and_the_others_stay_credited(group: Gathering, proposal: UUID) -> None:
    amendment = suggest(group, proposal)
    amendments.decline(group.workspace, group.act("Eira"), amendment, "Mae tecst yn costio")
    with pytest.raises(NotYours):
        amendments.promote(group.workspace, group.act("Eira"), amendment, *HEAD, BODY)
    own = amendments.promote(group.workspace, group.act("Beti"), amendment, both("Tecst", "Text"), HEAD[1], {"cy": CHANGED}).id
    loaded = group.workspace.load(Proposal, own)
    eira, beti = group.member("Eira").hex, group.member("Beti").hex
    assert (loaded.authors, loaded.credits["body"]["cy"]) == ([group.member("Beti")], [[eira, 5], [beti, 2], [eira, 3]])
    assert found(group, amendment).state == "promoted"


def test_it_can_be_taken_back_until_the_proposal_is_withdrawn(group: Gathering, proposal: UUID) -> None:
    first, second = suggest(group, proposal), suggest(group, proposal, by="Rhys")
    with pytest.raises(NotYours):
        amendments.withdraw(group.workspace, group.act("Eira"), first)
    amendments.withdraw(group.workspace, group.act("Beti"), first)
    proposals.withdraw(group.workspace, group.act("Eira"), proposal, "Mae wedi’i wneud")
    with pytest.raises(ProposalIsWithdrawn):
        amendments.withdraw(group.workspace, group.act("Rhys"), second)
    assert [found(group, each).state for each in (first, second)] == ["withdrawn", "open"]
