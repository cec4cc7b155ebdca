"""Questions to those who commission: carried from session to session until somebody answers."""

from uuid import UUID

import pytest

from projections.rooms import questions
from tests.evening import Evening
from tests.gathering import Gathering
from workspace import members, minutes

from .browsing import Reader


@pytest.fixture
def amina(gathering: Gathering) -> UUID:
    """She commissions."""
    amina = gathering.member("Amina")
    members.give_task(gathering.workspace, gathering.act("Mair"), amina, "commissioner")
    return amina


@pytest.fixture
def there(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}/questions"


def ask(evening: Evening, text: str = "Who pays for the petrol?", *, is_shown: bool = True, is_named: bool = True) -> str:
    evening.come("Eira")
    evening.go_to(6, "write")
    return str(evening.card(evening.act("Eira"), text, block=6, is_shown=is_shown, is_named=is_named))


def test_a_question_waits_after_its_session_until_a_commissioner_answers(
    reader: Reader, gathering: Gathering, evening: Evening, there: str, amina: UUID
) -> None:
    question = ask(evening)
    evening.end()
    reader.sign_in(gathering.accounts["Amina"])
    assert "1 question from a session" in reader.open("/en").text
    page = reader.open(there).text
    assert "Who pays for the petrol?" in page
    assert "Eira" in page
    reader.open(f"{there}/{question}")
    answered = reader.press(f"{there}/{question}", answer="The council, from April.").text
    assert "The council, from April." in answered
    assert "Amina answered on" in answered
    assert "Nothing waits." in answered
    assert "question from a session" not in reader.open("/en").text


def test_whoever_asked_is_thanked_at_home(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    question = ask(evening)
    reader.sign_in(gathering.accounts["Mair"]).open(f"{there}/{question}")
    reader.press(f"{there}/{question}", answer="Ni, o fis Ebrill.")
    home = reader.sign_in(gathering.accounts["Eira"]).open("/en").text
    assert "answered what you asked in a session" in home
    assert "Ni, o fis Ebrill." in home


def test_a_facilitator_writes_down_what_a_commissioner_said_and_it_is_theirs(
    reader: Reader, gathering: Gathering, evening: Evening, there: str, amina: UUID
) -> None:
    question = ask(evening)
    reader.sign_in(gathering.accounts["Mair"]).open(f"{there}/{question}")
    page = reader.press(f"{there}/{question}", answer="We do.", voice=str(amina)).text
    assert "Amina answered on" in page


def test_what_nobody_showed_yet_is_no_question_to_anybody(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    question = ask(evening, is_shown=False)
    reader.sign_in(gathering.accounts["Mair"])
    assert "petrol" not in reader.open(there).text
    assert reader.open(f"{there}/{question}").status_code == 404


def test_a_card_of_another_part_is_no_question(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    evening.come("Eira")
    evening.go_to(0, "write")
    card = evening.card(evening.act("Eira"), "A bench", is_shown=True)
    reader.sign_in(gathering.accounts["Mair"])
    assert reader.open(f"{there}/{card}").status_code == 404


def test_an_answer_without_words_is_asked_for_again(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    question = ask(evening)
    reader.sign_in(gathering.accounts["Mair"]).open(f"{there}/{question}")
    assert reader.press(f"{there}/{question}", answer="").status_code == 422
    with gathering.workspace.reading() as db:
        assert [each.answered_at for each in questions(db, gathering.project)] == [None]


def test_a_member_reads_and_does_not_answer(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    question = ask(evening)
    page = reader.sign_in(gathering.accounts["Rhys"]).open(f"{there}/{question}").text
    assert "Those who commission answer it" in page
    assert "Send the answer" not in page


def test_minutes_say_what_is_carried(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    ask(evening)
    evening.end()
    minutes.draft(gathering.workspace, evening.id)
    page = reader.sign_in(gathering.accounts["Eira"]).open(f"/en/projects/{gathering.project}/sessions/{evening.id}/minutes").text
    assert "It is carried to the next session" in page
