"""What a charter is begun from: whole, in both languages, and never adopted with sentences that nobody finished."""

import pytest

from aggregates.charter import SECTIONS, Terms
from aggregates.counting import asked_for
from aggregates.errors import SentencesWait
from tests.gathering import QUESTION, Gathering
from workspace import charters, decisions, prospects
from workspace.application import Workspace
from workspace.charter_templates import TEMPLATES, unfinished
from workspace.languages import LANGUAGES

EVERY = pytest.mark.parametrize("name", TEMPLATES)


@EVERY
def test_it_is_whole_in_both_languages_with_a_rule_and_terms_that_can_be_kept(name: str) -> None:
    template = TEMPLATES[name]
    assert set(template.texts) == set(SECTIONS)
    assert all(set(text) == set(LANGUAGES) for text in template.texts.values())
    assert asked_for(template.rule).to_dict() == {**template.rule}
    assert Terms.asked_for(template.terms.to_dict()) == template.terms
    assert template.terms.template == name


@EVERY
def test_as_many_sentences_wait_in_welsh_as_in_english(name: str) -> None:
    waiting = {language: [unfinished(text[language]) for text in TEMPLATES[name].texts.values()] for language in LANGUAGES}
    assert [len(each) for each in waiting["cy"]] == [len(each) for each in waiting["en"]]
    assert any(waiting["en"])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We shall know that it works when...", 1),
        ("We shall know  that it\nworks when… We meet on Mondays.", 1),
        ("Byddwn ni’n gwybod ei fod yn gweithio pan... \n\nDim arall", 1),
        ("We still look for...\nThe money, and until when: ...", 2),
        ("We shall know that it works when... nobody is lonely.", 0),  # finished, dots and all
        ("We shall know that it works when nobody is lonely...", 0),
        ("We are waiting...", 0),  # nobody's beginning
        ("", 0),
    ],
)
def test_only_a_beginning_that_came_with_a_template_and_that_nobody_went_on_with_waits(text: str, count: int) -> None:
    assert len(unfinished(text)) == count


@EVERY
def test_a_draft_as_it_came_is_not_put_to_the_vote(workspace: Workspace, group: Gathering, name: str) -> None:
    template = TEMPLATES[name]
    charters.draft(workspace, group.act("Eira"), template.texts, dict(template.rule), template.opened_by, terms=template.terms.to_dict())
    with pytest.raises(SentencesWait):
        decisions.open_adoption(workspace, group.act("Mair"), QUESTION, group.in_(1), 1)
    assert isinstance(prospects.prospect(workspace, group.project, group.member("Mair"), adopts=1).why_not, SentencesWait)
    finished = {section: {language: text.replace("...", " te.") for language, text in words.items()} for section, words in template.texts.items()}
    charters.draft(workspace, group.act("Eira"), finished, dict(template.rule), template.opened_by, saw=1, terms=template.terms.to_dict())
    decisions.open_adoption(workspace, group.act("Mair"), QUESTION, group.in_(1), 2)
