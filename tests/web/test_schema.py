"""The description at /schema: what it says of some addresses, and that what it says of all of them is true."""

from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.cases import examples
from web.readings import readings_of

from .browsing import Reader
from .described import Described
from .neighbours import Full

FEW, MANY, PARTS, ROLES = 1, 20_000, 4, ("nobody", "member", "facilitator")
"""In how many ways each operation is asked by each role; how many requests all of them are, where nothing is left out; in how many tests."""
P = "/projects/{project}"


@pytest.fixture
def said(client: TestClient[Litestar]) -> dict[str, Any]:
    answer = client.get("/schema/openapi.json")
    assert answer.json() == client.get("/schema").json()
    found: dict[str, Any] = answer.json()
    return found


def body(operation: dict[str, Any], kind: str = "json") -> dict[str, Any]:
    content = operation["requestBody"]["content"]
    found: dict[str, Any] = content["application/json" if kind == "json" else "application/x-www-form-urlencoded"]["schema"]
    return found


def test_a_body_is_described_as_it_is_read(said: dict[str, Any]) -> None:
    idea = body(said["paths"][f"{P}/ideas"]["post"])
    assert idea["properties"]["text"] == {"type": "string", "minLength": 1, "maxLength": 2000}
    assert idea["required"] == ["text"]
    vote = body(said["paths"][f"{P}/decisions/{{decision_id}}/votes"]["post"])
    assert vote["properties"]["choice"] == {"type": "string", "enum": ["yes", "no", "abstain", "consent", "concern", "object", "stand aside"]}
    assert vote["required"] == ["choice", "saw"]
    hiding = body(said["paths"][f"{P}/words/{{text}}/hiding"]["post"])["properties"]
    assert hiding["subject"] == {"type": "string", "format": "uuid"}


def test_words_in_two_languages_and_times_are_said_as_each_kind_of_body_has_them(said: dict[str, Any]) -> None:
    decision = said["paths"][f"{P}/decisions"]["post"]
    words = {"type": "string", "maxLength": 300}
    assert body(decision)["properties"]["question"] == {"type": "object", "properties": {"cy": words, "en": words}, "minProperties": 1}
    assert body(decision)["properties"]["closes"]["format"] == "date-time"
    form = body(decision, "form")
    assert form["properties"]["question_cy"] == words
    assert "question" not in form["properties"]
    assert form["properties"]["closes_on"] == {"type": "string", "format": "date"}
    assert form["required"] == ["closes_on"]


def test_what_hangs_on_a_choice_is_named_and_not_needed(said: dict[str, Any]) -> None:
    invited = body(said["paths"][f"{P}/invitations"]["post"])
    assert invited["properties"]["email"] == {"type": "string", "format": "email", "maxLength": 254}
    assert invited["required"] == ["side", "way"]


def test_what_an_address_asks_is_named(said: dict[str, Any]) -> None:
    board = {each["name"]: each["schema"] for each in said["paths"][f"{P}/ideas"]["get"]["parameters"]}
    assert board["project"] == {"type": "string", "format": "uuid"}
    assert board["find"] == {"type": "string", "maxLength": 100}
    assert board["view"] == {"type": "string", "enum": ["cards", "list"], "default": "cards"}


def test_answers_and_who_asks_are_described(said: dict[str, Any]) -> None:
    post = said["paths"][f"{P}/ideas"]["post"]
    assert {"200", "201", "303", "401", "403", "404", "409", "422"} <= set(post["responses"])
    assert "Idempotency-Key" in [each["name"] for each in post["parameters"]]
    assert said["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    assert set(said["components"]["schemas"]["Done"]["required"]) == {"id", "position", "already", "address"}


def test_every_operation_has_a_sentence_and_a_name_of_its_own(said: dict[str, Any]) -> None:
    operations = [each for path in said["paths"].values() for method, each in path.items() if method != "servers"]
    assert len({each["operationId"] for each in operations}) == len(operations) > 90
    assert all(each["summary"] and each["description"] for each in operations)


def test_a_handler_is_called_no_further_than_to_its_reader() -> None:
    def handler(request: Any, form: Any) -> None:
        form.words("first")
        assert request.app
        form.words("too late")

    assert list(readings_of(handler).form) == ["first"]


@pytest.mark.parametrize("part", range(PARTS))
def test_every_operation_keeps_its_word(reader: Reader, open_one: Full, part: int) -> None:
    """Nothing is read that is not described, and no answer is one that was not promised."""
    described = Described(reader, open_one.parts())
    operations = described.in_order()
    times = examples(FEW, everything=MANY // len(ROLES) // len(operations))
    for words in operations[part::PARTS]:
        described.ask(words, ROLES, times)
    assert {200, 404} < set(described.statuses)
