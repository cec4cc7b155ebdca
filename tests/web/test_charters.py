"""The charter: read, drafted together, changed only by a decision."""

import threading
from typing import Any

import pytest

from aggregates.charter import Charter, Terms, charter_id
from tests.gathering import Gathering
from workspace import charters, decisions
from workspace.application import Workspace
from workspace.charter_templates import TEMPLATES
from workspace.story.evening_care import CHARTER, RULE

from .browsing import Reader, forms_of


@pytest.fixture(autouse=True)
def seen(reader: Reader, gathering: Gathering) -> None:
    """The project can be read before anything is sent to it."""
    reader.open(f"/en/projects/{gathering.project}")


def page_of(group: Gathering, rest: str = "", language: str = "en") -> str:
    return f"/{language}/projects/{group.project}/charter{rest}"


def recorded(group: Gathering) -> Charter:
    return group.workspace.load(Charter, charter_id(group.project))


def texts(**change: str) -> dict[str, Any]:
    said = {f"{section}_{language}": text for section, each in CHARTER.items() for language, text in each.items()}
    rule = {"method": "dual", "threshold": "1/2", "base": "cast", "quorum_citizen": "1/2", "quorum_professional": "1/2", "opened_by": "anybody", "saw": "0"}
    return {**said, **rule, **change}


def test_where_there_is_none_members_are_asked_to_begin(reader: Reader, gathering: Gathering) -> None:
    shown = reader.open(page_of(gathering))
    assert "Nobody has written one yet." in shown.text
    assert "Begin a draft" not in shown.text
    assert "Begin a draft" in reader.sign_in(gathering.accounts["Eira"]).open(page_of(gathering)).text
    assert reader.open(page_of(gathering, "/versions/1")).status_code == 404


def test_a_draft_starts_from_a_text_in_both_languages_and_is_read_with_its_rule(reader: Reader, gathering: Gathering) -> None:
    form = reader.sign_in(gathering.accounts["Eira"]).open(page_of(gathering, "/edit"))
    assert "We listen before we answer." in form.text
    assert "Rydyn ni’n gwrando cyn ateb." in form.text
    kept = reader.press(page_of(gathering), aim_cy="Nosweithiau da", aim_en="Good evenings", who_cy="Ni", who_en="Us")
    assert kept.url.path == page_of(gathering, "/versions/1")
    assert all(words in kept.text for words in ("Draft", "Both groups must agree", "Example.", "Families: ", "Ask both groups to adopt it"))
    assert f"/en/projects/{gathering.project}/decisions/new?charter=1" in kept.text
    found = recorded(gathering)
    assert found.rules[1] == RULE
    assert "Nosweithiau da" in reader.open(page_of(gathering, language="cy").replace("projects", "prosiectau").replace("charter", "siarter")).text


def test_a_draft_is_begun_from_one_of_three_texts_each_with_its_rule_and_terms(reader: Reader, gathering: Gathering) -> None:
    offered = reader.sign_in(gathering.accounts["Eira"]).open(page_of(gathering, "/templates"))
    assert all(words in offered.text for words in ("Kitchen table", "Equal partners", "Small grants panel", "For a longer road"))
    begun = reader.open(page_of(gathering, "/edit?template=equal%20partners"))
    assert "as equal partners" in begun.text
    kept = reader.press(page_of(gathering))
    assert kept.url.path == page_of(gathering, "/versions/1")
    assert recorded(gathering).written_terms[1] == TEMPLATES["equal partners"].terms.to_dict()
    told = ("Before a vote", "First everybody is asked", "Families</dt><dd>3 people", "within 21 days", "We decide it together with those who commission")
    assert all(words in kept.text for words in told)
    assert "Finish the draft" in kept.text
    assert "Ask both groups to adopt it" not in kept.text
    assert "The money, and until when: ..." in kept.text
    refused = reader.open(f"/en/projects/{gathering.project}/decisions/new?charter=1")
    assert "sentences that nobody has finished yet" in refused.text


def test_terms_are_set_clause_by_clause_and_what_is_left_empty_sets_nothing(reader: Reader, gathering: Gathering) -> None:
    reader.sign_in(gathering.accounts["Eira"])
    sent = texts(consent_first="1", support_citizen="3", support_professional="", decline_days="21", right_design="empower", wants_easy_read="", saw="0")
    assert reader.client.post(page_of(gathering), json=sent, headers={"accept": "application/json"}).status_code == 201
    expected = Terms(consent_first=True, enough_support={"citizen": 3, "professional": 0}, decline_days=21, rights={"design": "empower"})
    assert recorded(gathering).written_terms[1] == expected.to_dict()
    again = reader.open(page_of(gathering, "/edit"))
    assert reader.press(page_of(gathering)).url.path == page_of(gathering, "/versions/2"), again.text
    assert recorded(gathering).written_terms[2] == expected.to_dict()
    said = reader.open(page_of(gathering, "/versions/2") + ".json").json()
    assert said["charter"]["terms"]["decline_days"] == 21
    shown = reader.open(page_of(gathering, "/versions/2")).text
    assert "What it does to power:" in shown
    assert "Share of the power to decide" in shown
    assert said["rule"]["shares"]["rows"][1] == ["Share of the list", ["60%", "40%"]]
    assert "A proposal can be decided without an Easy Read version." in shown
    assert all(words in shown for words in ("How it is made</dt><dd>We decide it (step 5 of 5)", "Whether it worked</dt><dd>We have not said"))
    assert "/en/what-is-co-production#who-decides" in shown


def test_while_the_rule_is_chosen_it_says_what_it_does_to_power_with_the_people_who_are_here(reader: Reader, gathering: Gathering) -> None:
    reader.sign_in(gathering.accounts["Eira"])
    begun = reader.open(page_of(gathering, "/edit")).text
    assert "Neither group can outvote the other" in begun
    sent = forms_of(begun)[page_of(gathering)] | {"method": "majority", "quorum_professional": "0", "aim_en": "Warm tea"}
    looked = reader.client.post(page_of(gathering, "/edit"), data=sent, headers={"accept": "text/html"})
    assert looked.status_code == 200
    assert all(words in looked.text for words in ("this group could decide alone", "Families, 3", "Warm tea", "How we count it"))
    looked = reader.client.post(page_of(gathering, "/edit"), data=sent | {"quorum_professional": "1/2"}, headers={"accept": "text/html"})
    assert "could stop it only by staying away; so many are enough: 2." in looked.text
    nonsense = sent | {"method": "qualified", "threshold": "0", "quorum_citizen": "7"}
    assert "This cannot be a rule yet" in reader.client.post(page_of(gathering, "/edit"), data=nonsense, headers={"accept": "text/html"}).text
    assert charters.of(gathering.workspace, gathering.project) is None


def test_the_one_in_force_says_since_when_and_by_which_decision(reader: Reader, gathering: Gathering) -> None:
    adoption = gathering.adopt_charter(opened_by="facilitators")
    shown = reader.open(page_of(gathering))
    assert all(words in shown.text for words in ("In force", "Adopted on", f"/decisions/{adoption}", "Facilitators put questions to a vote."))
    assert "Ask both groups to adopt it" not in shown.text
    charters.draft(gathering.workspace, gathering.act("Tomos"), CHARTER, RULE, "anybody", 1)
    assert "There is a newer draft: version 2." in reader.open(page_of(gathering)).text
    draft = reader.open(page_of(gathering, "/versions/2"))
    assert "In force is version 1." in draft.text
    assert "Tomos" in draft.text
    assert "version 2" in reader.open(page_of(gathering, "?version=2")).text


def test_a_draft_being_voted_on_leads_to_the_vote(reader: Reader, gathering: Gathering) -> None:
    charters.draft(gathering.workspace, gathering.act("Tomos"), CHARTER, RULE, "anybody")
    question = decisions.Question({"cy": "A?", "en": "A?"}, {"cy": "Ie", "en": "Yes"}, {"cy": "Na", "en": "No"}, {})
    adoption = decisions.open_adoption(gathering.workspace, gathering.act("Mair"), question, gathering.in_(1), 1).id
    shown = reader.sign_in(gathering.accounts["Eira"]).open(page_of(gathering))
    assert "Go to the vote" in shown.text
    assert f"/decisions/{adoption}" in shown.text
    decisions.close(gathering.workspace, gathering.act("Mair"), adoption, "Digon")
    assert "It was put to both groups and not agreed." in reader.open(page_of(gathering)).text


def test_of_two_who_write_at_once_the_second_sees_the_newer_text_and_keeps_their_own(reader: Reader, gathering: Gathering) -> None:
    reader.sign_in(gathering.accounts["Eira"]).open(page_of(gathering, "/edit"))
    newer = CHARTER | {"aim": {"cy": "Nod Tomos", "en": "The aim of Tomos"}}
    charters.draft(gathering.workspace, gathering.act("Tomos"), newer, RULE, "anybody")
    moved = reader.press(page_of(gathering), aim_cy="Nod Eira", aim_en="The aim of Eira")
    assert moved.status_code == 409
    assert all(words in moved.text for words in ("Somebody wrote version 1", "The aim of Tomos", "The aim of Eira"))
    assert recorded(gathering).drafted == 1
    kept = reader.press(page_of(gathering))
    assert kept.url.path == page_of(gathering, "/versions/2")
    assert "The aim of Eira" in kept.text


def test_who_was_overtaken_sees_what_overtook_them_also_where_it_takes_a_while_to_be_read(reader: Reader, gathering: Gathering, workspace: Workspace) -> None:
    reader.sign_in(gathering.accounts["Eira"]).open(page_of(gathering, "/edit"))
    with workspace.pool.connection() as db:
        db.execute("select from read_models where name = 'charters' for update")  # whoever writes the page waits
        charters.draft(workspace, gathering.act("Tomos"), CHARTER | {"aim": {"en": "The aim of Tomos"}}, RULE, "anybody")
        later = threading.Timer(1.5, db.commit)
        later.start()
        moved = reader.press(page_of(gathering), aim_en="The aim of Eira")
        later.join()
    assert moved.status_code == 409
    assert "The aim of Tomos" in moved.text


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"aim_cy": "", "aim_en": " "}, "aim_cy"),
        ({"who_en": "x" * 4001}, "who_en"),
        ({"together_cy": "a\u202eb"}, "together_cy"),
        ({"method": "acclamation"}, "method"),
        ({"threshold": "3/2"}, "threshold"),
        ({"threshold": "1/0"}, "threshold"),
        ({"quorum_citizen": "many"}, "quorum_citizen"),
        ({"opened_by": "the council"}, "opened_by"),
        ({"saw": "-1"}, "saw"),
        ({"support_citizen": "many"}, "support_citizen"),
        ({"decline_days": "366"}, "decline_days"),
        ({"right_design": "veto"}, "right_design"),
        ({"least": "0"}, "least"),
        ({"template": "the council's"}, "template"),
    ],
)
def test_what_cannot_be_kept_is_named_and_nothing_is(reader: Reader, gathering: Gathering, change: dict[str, str], field: str) -> None:
    reader.sign_in(gathering.accounts["Eira"])
    head = gathering.workspace.head()
    refused = reader.client.post(page_of(gathering), json=texts(**change), headers={"accept": "application/json"})
    assert (refused.status_code, set(refused.json()["errors"])) == (422, {field})
    assert gathering.workspace.head() == head


def test_a_rule_that_can_never_be_met_is_refused_in_words(reader: Reader, gathering: Gathering) -> None:
    reader.sign_in(gathering.accounts["Eira"]).open(page_of(gathering, "/edit"))
    refused = reader.press(page_of(gathering), method="qualified", threshold="0", aim_en="Kept as typed")
    assert refused.status_code == 422
    assert "Kept as typed" in refused.text


def test_every_rule_of_the_form_can_be_recorded_and_told(reader: Reader, gathering: Gathering) -> None:
    reader.sign_in(gathering.accounts["Eira"])
    saw = 0
    for method in ("dual", "qualified", "majority"):
        for threshold in ("1/2", "2/3", "3/4"):
            for base in ("cast", "present", "eligible"):
                sent = texts(method=method, threshold=threshold, base=base, quorum_citizen="0", quorum_professional="3/4", saw=str(saw))
                answer = reader.client.post(page_of(gathering), json=sent, headers={"accept": "application/json"})
                assert answer.status_code == 201, sent
                saw += 1
                assert reader.open(page_of(gathering, f"/versions/{saw}")).status_code == 200


def test_who_is_not_here_writes_nothing(reader: Reader, gathering: Gathering) -> None:
    sent = texts()
    assert reader.client.post(page_of(gathering), json=sent, headers={"accept": "application/json"}).status_code == 401
    reader.sign_in(gathering.accounts["Lowri"])
    assert "Members of the project write its charter." in reader.open(page_of(gathering, "/edit")).text
    answer = reader.client.post(page_of(gathering), json=sent, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["reason"]) == (403, "NotAMember")


def test_a_charter_is_given_as_json(reader: Reader, gathering: Gathering) -> None:
    gathering.adopt_charter()
    said = reader.open(page_of(gathering) + ".json").json()
    assert (said["charter"]["version"], said["charter"]["rule"]["method"], len(said["versions"])) == (1, "dual", 1)


def test_words_that_were_taken_down_are_gone_from_the_charter(reader: Reader, gathering: Gathering) -> None:
    charters.draft(gathering.workspace, gathering.act("Tomos"), CHARTER | {"aim": {"en": "About Mrs Jones"}}, RULE, "anybody")
    assert "About Mrs Jones" in reader.open(page_of(gathering)).text
    with gathering.workspace.pool.connection() as db:
        db.execute("update texts set is_hidden = true where body = 'About Mrs Jones'")
    shown = reader.open(page_of(gathering))
    assert shown.status_code == 200
    assert "About Mrs Jones" not in shown.text
    assert "These words were taken down." in shown.text
    reader.sign_in(gathering.accounts["Eira"])
    assert "About Mrs Jones" not in reader.open(page_of(gathering, "/edit")).text
    assert reader.open(f"/en/projects/{gathering.project}").status_code == 200


def test_what_changed_between_two_versions_is_told_word_by_word_and_rule_by_rule(reader: Reader, gathering: Gathering) -> None:
    assert reader.open(page_of(gathering, "/versions")).status_code == 404
    charters.draft(gathering.workspace, gathering.act("Tomos"), CHARTER, RULE, "anybody")
    charters.draft(gathering.workspace, gathering.act("Beti"), CHARTER | {"aim": {"en": "Evenings at home that feel like ours"}}, RULE, "facilitators", 1)
    terms = {"decline_days": 21}
    charters.draft(gathering.workspace, gathering.act("Beti"), CHARTER, RULE, "facilitators", 2, terms)
    assert "What changed, word by word" in reader.open(page_of(gathering, "/versions/2")).text
    shown = reader.open(page_of(gathering, "/versions?before=1&after=2")).text.partition("<main")[2]
    assert "end of removed words" in shown
    assert "ours" in shown.partition("<ins>")[2].partition("</ins>")[0]
    assert "The facilitators" in shown
    assert "How we want to be together" not in shown
    newest = reader.open(page_of(gathering, "/versions")).text
    assert "Time to offer a conversation" in newest
    assert "within 21 days" in newest
    same = reader.open(page_of(gathering, "/versions?before=2&after=2")).text
    assert "The words are the same." in same
    assert "The rules are the same." in same
    assert reader.open(page_of(gathering, "/versions?before=1&after=9")).status_code == 404
    assert reader.open(page_of(gathering, "/versions") + ".json").json()["rules"] == [
        ["Who may decline to act: Time to offer a conversation", "Not set", "within 21 days"]
    ]
