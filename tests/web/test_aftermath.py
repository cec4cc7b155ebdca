"""After a count, and while a question stands frozen: what follows a consent that failed, one side only, the minority, a word put right, a restart."""

from uuid import UUID, uuid4

import pytest

from aggregates.decision import Decision
from tests.gathering import QUESTION, Gathering
from workspace import aftermath, decisions, members, mending
from workspace.application import Workspace
from workspace.decisions import Question
from workspace.story.cast import FAMILIES
from workspace.story.telling import both

from .browsing import Reader

TYPO = Question(both("Ydyn ni am gynnig ymweliad olaf?", "Shall we offer a lost visit?"), QUESTION.yes, QUESTION.no, QUESTION.otherwise)


@pytest.fixture
def group(workspace: Workspace) -> Gathering:
    gathering = Gathering(workspace, citizens=FAMILIES[:5])
    gathering.adopt_charter(consent_first=True)
    return gathering


def of(group: Gathering, id: UUID, tail: str = "") -> str:
    return f"/en/projects/{group.project}/decisions/{id}{tail}"


def failed(group: Gathering) -> UUID:
    decision = group.open()
    decisions.vote(group.workspace, group.act("Eira"), decision, "object", "Does neb wedi gofyn", 0, "aim")
    group.vote(decision, dict.fromkeys(("Beti", "Tomos", "Amina", "Rhys"), "consent"))
    decisions.close(group.workspace, group.act("Mair"), decision, "Nawr")
    return decision


def one_side_only(group: Gathering) -> UUID:
    decision = decisions.follow(group.workspace, group.act("Mair"), failed(group), group.in_(24)).id
    group.vote(decision, dict.fromkeys(group.citizens, "yes") | dict.fromkeys(("Amina", "Rhys"), "no"))
    decisions.close(group.workspace, group.act("Mair"), decision, "Nawr")
    return decision


def test_a_consent_that_failed_goes_on_to_a_vote(reader: Reader, group: Gathering) -> None:
    id = failed(group)
    reader.sign_in(group.accounts["Mair"])
    assert "an objection stayed open. The question can go on to a vote." in reader.open("/en/").text
    assert "The same question can go on to a vote by the rule of our charter." in reader.open(of(group, id)).text
    asked = reader.open(of(group, id, "/following")).text
    assert "Both groups must agree" in asked
    assert "Shall we offer a last visit?" in asked
    assert reader.press(of(group, id, "/following"), closes_on="2020-01-01").status_code == 422
    reader.open(of(group, id, "/following"))
    vote = reader.press(of(group, id, "/following"))
    assert "Consent was asked for first, and an objection stayed open" in vote.text
    assert "The question went on to a vote" in reader.open(of(group, id)).text
    assert "The question can go on to a vote." not in reader.open("/en/").text


def test_where_one_group_agreed_the_group_chooses_what_next(reader: Reader, group: Gathering) -> None:
    id = one_side_only(group)
    assert "Choose what to do next" not in reader.open(of(group, id)).text
    reader.sign_in(group.accounts["Mair"])
    assert "one group agreed and the other did not. What next?" in reader.open("/en/").text
    reader.sign_in(group.accounts["Eira"]).open(of(group, id, "/routes"))
    assert reader.press(of(group, id, "/routes"), words="Siaradon ni").status_code == 422
    chosen = reader.press(of(group, id, "/routes"), route="mediate", words="Gofyn i Lowri")
    assert "Ask somebody both groups trust to mediate" in chosen.text
    assert "Gofyn i Lowri" in chosen.text
    aftermath.take_route(group.workspace, group.act("Mair"), id, "record")
    assert "Choose what to do next" not in reader.open(of(group, id)).text
    record = reader.open(of(group, id, "/certificate")).text
    assert "Record that we disagree, and leave it there." in record
    assert "Cofnodi ein bod yn anghytuno, a’i gadael hi yno." in record


def test_the_minority_stands_beside_the_result_and_on_the_record(reader: Reader, group: Gathering) -> None:
    id = group.open()
    group.vote(id, dict.fromkeys(("Eira", "Beti", "Tomos", "Nia", "Amina"), "consent") | {"Rhys": "stand aside"})
    decisions.close(group.workspace, group.act("Mair"), id, "Nawr")
    assert "Say why you see it otherwise" not in reader.sign_in(group.accounts["Eira"]).open(of(group, id)).text
    shown = reader.sign_in(group.accounts["Rhys"]).open(of(group, id)).text
    assert "Say why you see it otherwise" in shown
    assert "Your name stands with it" in reader.open(of(group, id, "/statements")).text
    said = reader.press(of(group, id, "/statements"), statement="Does dim digon o staff")
    assert "What the minority says" in said.text
    assert "Does dim digon o staff" in said.text
    assert of(group, id, "/statements") not in said.text
    record = reader.open(of(group, id, "/certificate")).text
    assert "Minority statement, Rhys" in record
    assert "Datganiad lleiafrif, Rhys" in record


def test_a_word_is_put_right_by_one_person_of_each_group(reader: Reader, group: Gathering) -> None:
    id = group.open(TYPO)
    reader.sign_in(group.accounts["Eira"]).open(of(group, id, "/mends"))
    asked = reader.press(of(group, id, "/mends"), question_en="Shall we offer a last visit?")
    assert "A word waits to be put right" in asked.text
    mend = (group.workspace.load(Decision, id).asked_mend or [None])[0]
    own = reader.open(of(group, id, f"/mends/{mend}")).text
    assert "It waits for somebody of the other group" in own
    reader.sign_in(group.accounts["Rhys"])
    assert "a word is to be put right" in reader.open("/en/").text
    shown = reader.open(of(group, id, f"/mends/{mend}")).text
    assert "lost" in shown.split("<del>")[1].split("</del>")[0]
    assert "last" in shown.split("<ins>")[1].split("</ins>")[0]
    done = reader.press(of(group, id, f"/mends/{mend}"))
    assert "Words put right" in done.text
    assert "<p>Shall we offer a last visit?</p>" in done.text or "Shall we offer a last visit?</h1>" in done.text
    assert "a word is to be put right" not in reader.open("/en/").text
    assert "so a word of a question was put right" in reader.open(f"/en/projects/{group.project}/history").text


def test_who_came_after_the_vote_opened_is_not_asked_about_its_words(reader: Reader, group: Gathering) -> None:
    id = group.open(TYPO)
    mending.ask_mend(group.workspace, group.act("Eira"), id, QUESTION)
    mend = (group.workspace.load(Decision, id).asked_mend or [None])[0]
    place = members.invite(group.workspace, group.act("Mair"), side="professional")
    members.claim(group.workspace, group.accounts["Carys"], place.secret, command=uuid4(), language="cy", name="Carys")
    reader.sign_in(group.accounts["Carys"])
    assert "a word is to be put right" not in reader.open("/en/").text
    assert "there is nothing for you to do here" in reader.open(of(group, id, f"/mends/{mend}")).text
    assert "You can vote in whatever opens from now on." in reader.open(of(group, id)).text


def test_anything_else_starts_the_vote_again(reader: Reader, group: Gathering) -> None:
    id = group.open()
    group.vote(id, {"Eira": "consent"})
    reader.sign_in(group.accounts["Mair"]).open(of(group, id, "/restart"))
    assert reader.press(of(group, id, "/restart"), reason=" ").status_code == 422
    again = reader.press(of(group, id, "/restart"), reason="Cwestiwn arall oedd e", question_en="Shall we offer two visits?")
    assert again.url.path != of(group, id)
    assert "Shall we offer two visits?" in again.text
    assert "It stands in the place of a vote that was started again" in again.text
    old = reader.open(of(group, id)).text
    assert "Started again by: Mair" in old
    assert "Cwestiwn arall oedd e" in old
    assert of(group, id, "/votes") not in old
    assert "Started again on" in reader.open(f"/en/projects/{group.project}/decisions").text
    eira = reader.sign_in(group.accounts["Eira"]).open("/en/").text
    assert "Shall we offer two visits?" in eira
    assert "Shall we offer a last visit?" not in eira


def test_without_the_task_nobody_starts_a_vote_again(reader: Reader, group: Gathering) -> None:
    id = group.open()
    reader.sign_in(group.accounts["Eira"]).open(of(group, id, "/restart"))
    assert reader.press(of(group, id, "/restart"), reason="Na").status_code == 403


def test_an_answer_to_an_objection_waits_for_its_author(reader: Reader, group: Gathering) -> None:
    from aggregates.objection import objection_id
    from workspace import objections

    id = group.open()
    decisions.vote(group.workspace, group.act("Eira"), id, "object", "Does neb wedi gofyn", 0, "aim")
    objection = objection_id(id, group.member("Eira"))
    objections.reply(group.workspace, group.act("Rhys"), objection, "Awn ni i ofyn")
    assert "your objection was answered" in reader.sign_in(group.accounts["Eira"]).open("/en/").text
    objections.doubt(group.workspace, group.act("Beti"), objection, "Gofynnwyd i bawb")
    assert "somebody of the other group saw no harm" in reader.sign_in(group.accounts["Rhys"]).open("/en/").text
    assert "somebody of the other group saw no harm" not in reader.sign_in(group.accounts["Tomos"]).open("/en/").text
    mending.restart(group.workspace, group.act("Mair"), id, QUESTION, group.in_(24), "Gair")
    assert "your objection was answered" not in reader.sign_in(group.accounts["Eira"]).open("/en/").text
