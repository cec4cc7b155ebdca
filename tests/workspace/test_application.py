"""The store as everybody uses it: load, act, commit; and what one commit holds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from aggregates.base import Act
from aggregates.errors import AlreadyVoted, Conflict, IdeaIsSetAside, NotFound
from aggregates.idea import Idea
from aggregates.proposal import Proposal
from tests.given import AMINA, BETI, EIRA, NOON, act, text
from workspace.application import Receipt, Words, Workspace, command
from workspace.config import Settings
from workspace.texts import commitment, write


def post(workspace: Workspace, by: Act, body: str = "Bws bach ar ddydd Mawrth") -> Receipt:
    words = write(body, by)
    return workspace.commit(Idea.post(by, words.reference), words=[words])


def rows(workspace: Workspace, sql: str, *params: Any) -> list[tuple[Any, ...]]:
    with workspace.reading() as db:
        return db.execute(sql.encode(), params).fetchall()


def test_what_was_committed_is_loaded_as_it_was(workspace: Workspace) -> None:
    idea = Idea.post(act(), text())
    idea.support(act(EIRA))
    receipt = workspace.commit(idea)
    assert (receipt.id, receipt.position, receipt.already) == (idea.id, workspace.head(), False)
    assert workspace.load(Idea, idea.id) == idea


def test_every_fact_of_an_act_comes_back(workspace: Workspace) -> None:
    by = Act(uuid4(), uuid4(), "none", "paper", uuid4(), NOON, NOON + timedelta(microseconds=7), uuid4(), "signed", uuid4(), "en", "paper", False)
    words = text("en")
    receipt = workspace.commit(Idea.post(by, words))
    [(_, posted)] = workspace.events_of([receipt.id])
    assert (posted.by, posted.words) == (by, words)


def test_values_that_events_may_hold_come_back(workspace: Workspace) -> None:
    values = {"id": uuid4(), "at": datetime(2026, 3, 29, 1, 30, tzinfo=UTC), "share": Decimal("0.10"), "words": text(), "list": [1, None, True, "â"]}
    transcoder = workspace.mapper.transcoder
    assert transcoder.decode(transcoder.encode(values)) == values
    with pytest.raises(TypeError):
        transcoder.encode({"a set": {1, 2}})


def test_what_is_not_there_or_is_something_else_is_not_found(workspace: Workspace) -> None:
    receipt = post(workspace, act())
    assert workspace.find(Proposal, receipt.id) is None
    with pytest.raises(NotFound):
        workspace.load(Proposal, receipt.id)
    with pytest.raises(NotFound):
        workspace.load(Idea, uuid4())


def test_several_streams_are_read_at_once(workspace: Workspace) -> None:
    first, second = Idea.post(act(), text()), Idea.post(act(), text())
    workspace.commit(first, second)
    second.support(act(EIRA))
    workspace.commit(second)
    first.support(act(AMINA))
    last = workspace.commit(first)
    events = workspace.events_of([second.id, first.id])
    assert [(position, event.originator_id) for position, event in events] == [(1, first.id), (2, second.id), (3, second.id), (4, first.id)]
    assert workspace.find_all(Idea, [first.id, second.id, uuid4()]) == {first.id: first, second.id: second}
    assert workspace.position_of(Idea.Supported, first.id) == last.position  # type: ignore[attr-defined]
    assert workspace.position_of(Idea.SetAside, first.id) is None  # type: ignore[attr-defined]


def test_words_are_stored_with_the_event_and_shown_until_they_are_hidden(workspace: Workspace) -> None:
    by = act()
    words = write(" Siân's idea: café\r\n ", by)
    workspace.commit(Idea.post(by, words.reference), words=[words])
    [(project, owner, language, salt, body)] = rows(workspace, "select project, owner, language, salt, body from texts")
    assert (project, owner, language, body) == (by.project, by.member, "cy", "Siân's idea: café")
    assert commitment(salt, body) == words.reference.commitment
    assert rows(workspace, "select said(%s)", [words.id]) == [({"cy": body},)]
    rows(workspace, "update texts set is_hidden = true returning id")
    assert rows(workspace, "select said(%s)", [words.id]) == [({},)]


def test_a_command_that_comes_again_is_answered_as_the_first_time(workspace: Workspace) -> None:
    by = act()
    first, again = post(workspace, by), post(workspace, by)
    assert again == Receipt(first.id, first.position, already=True)
    assert workspace.recorded(by.command) == again
    assert rows(workspace, "select count(*) from stored_events") == rows(workspace, "select count(*) from texts") == [(1,)]
    assert rows(workspace, "select stream, version, position from commands") == [(first.id, 1, first.position)]


def test_the_same_press_twice_at_once_is_one_command(workspace: Workspace) -> None:
    receipt = post(workspace, act())
    by, once, twice = act(EIRA), workspace.load(Idea, receipt.id), workspace.load(Idea, receipt.id)
    once.support(by)
    twice.support(by)
    first, second = workspace.commit(once), workspace.commit(twice)
    assert (second.id, second.position, second.already) == (first.id, first.position, True)


def test_the_receipt_of_several_events_gives_the_last_position(workspace: Workspace) -> None:
    by = act()
    ideas = [Idea.post(by, text()) for _ in range(3)]
    receipt = workspace.commit(*ideas)
    assert (receipt.id, receipt.position) == (ideas[0].id, 3)
    assert workspace.recorded(by.command) == Receipt(ideas[0].id, 3, already=True)


def test_who_comes_second_is_refused_and_leaves_nothing_behind(workspace: Workspace) -> None:
    receipt = post(workspace, act())
    early, late = workspace.load(Idea, receipt.id), workspace.load(Idea, receipt.id)
    early.support(act(EIRA))
    workspace.commit(early)
    by = act()
    words = write("Bws mwy", by)
    late.reword(by, words.reference)
    with pytest.raises(Conflict):
        workspace.commit(late, words=[words], also=[("update texts set is_hidden = true", ())])
    assert rows(workspace, "select body, is_hidden from texts") == [("Bws bach ar ddydd Mawrth", False)]
    assert workspace.recorded(by.command) is None


def test_statements_that_belong_to_an_event_stand_or_fall_with_it(workspace: Workspace) -> None:
    asking, by = uuid4(), act()
    ask = ("insert into sign_ins (id, email, browser_hash) values (%s, %s, %s)", (asking, "eira@example.com", b"x"))
    workspace.commit(Idea.post(by, text()), also=[ask])
    with pytest.raises(psycopg.errors.UniqueViolation):
        workspace.commit(Idea.post(act(), text()), also=[ask])
    assert workspace.head() == 1
    assert rows(workspace, "select id from sign_ins") == [(asking,)]


def test_where_nothing_happened_no_words_are_kept(workspace: Workspace) -> None:
    receipt = post(workspace, act())
    idea = workspace.load(Idea, receipt.id)
    assert workspace.commit(idea, words=[write("nobody asked", act())]) == Receipt(idea.id, 1)
    assert rows(workspace, "select count(*) from texts") == [(1,)]


def test_a_save_may_be_large(workspace: Workspace) -> None:
    """The library's own recorder hangs for ever on each of these."""
    large = Idea.post(act(), text(), "x" * 20_000_000)
    many = [Idea.post(by, text()) for by in [act()] * 3000]
    workspace.commit(large)
    assert workspace.commit(*many).position == 3001
    assert workspace.load(Idea, large.id) == large
    assert [event.originator_id for _, event in workspace.events_of([idea.id for idea in many])] == [idea.id for idea in many]


def test_a_large_beginning_is_decoded_once_and_what_follows_is_always_seen(workspace: Workspace) -> None:
    large = Idea.post(act(), text(), "x" * 5_000)
    workspace.commit(large)
    [(_, before)] = workspace.events_of([large.id])
    large.support(act(EIRA))
    workspace.commit(large)
    [(first, begun), (second, supported)] = workspace.events_of([large.id])
    assert (first, second, begun is before, supported.by.member) == (1, 2, True, EIRA)
    assert workspace.find_all(Idea, [large.id]) == {large.id: large}
    with workspace.reading() as db:
        db.execute("delete from stored_events")
    assert workspace.find_all(Idea, [large.id]) == {}


def test_the_machines_environment_does_not_change_the_store(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's database functions lose events for whoever follows; a cipher would make the log unreadable."""
    switches = {"POSTGRES_ENABLE_DB_FUNCTIONS": "y", "CIPHER_TOPIC": "nowhere:Cipher", "COMPRESSOR_TOPIC": "zlib", "POSTGRES_SCHEMA": "elsewhere"}
    for name, value in {**switches, "PERSISTENCE_MODULE": "eventsourcing.popo", "WORKSPACE_TRANSCODER_TOPIC": "nowhere:Json"}.items():
        monkeypatch.setenv(name, value)
    workspace = Workspace(settings)
    try:
        assert not set(switches) & set(workspace.env)
        assert workspace.recorder.datastore.enable_db_functions is False  # type: ignore[attr-defined]
        receipt = post(workspace, act())
        assert workspace.load(Idea, receipt.id)
        [(state,)] = rows(workspace, "select state from stored_events")
        assert bytes(state).startswith(b'{"')
        assert rows(workspace, "select count(*) from pg_proc where proname like 'es\\_%%'") == [(0,)]
    finally:
        workspace.close()


def test_the_whole_address_of_the_database_counts(settings: Settings) -> None:
    workspace = Workspace(replace(settings, database_url=settings.database_url + "&application_name=pleth_test&sslmode=prefer"))
    try:
        post(workspace, act())
        assert rows(workspace, "select count(*) from pg_stat_activity where application_name = 'pleth_test'")[0][0] >= 2
        assert rows(workspace, "show timezone") == [("UTC",)]
    finally:
        workspace.close()


def test_the_clock_is_the_databases(workspace: Workspace) -> None:
    assert workspace.now().utcoffset() == timedelta(0)
    assert workspace.now() < workspace.now()


def trying(outcomes: list[Exception | Receipt]) -> tuple[Callable[[Workspace, Act], Receipt], list[int]]:
    tried: list[int] = []

    @command
    def function(workspace: Workspace, by: Act) -> Receipt:
        tried.append(len(tried) + 1)
        outcome = outcomes[len(tried) - 1]
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return function, tried


DONE = Receipt(UUID(int=7), 7)


@pytest.mark.parametrize(
    ("outcomes", "times", "raised"),
    [
        ([DONE], 1, None),
        ([Conflict(), Conflict(), DONE], 3, None),
        ([Conflict(), Conflict(), Conflict(), DONE], 3, Conflict),
        ([AlreadyVoted(), DONE], 1, AlreadyVoted),
        ([IdeaIsSetAside(), DONE], 1, IdeaIsSetAside),
    ],
)
def test_a_command_is_repeated_when_somebody_was_quicker(
    workspace: Workspace, outcomes: list[Exception | Receipt], times: int, raised: type[Exception] | None
) -> None:
    function, tried = trying(outcomes)
    if raised is None:
        assert function(workspace, act()) == DONE
    else:
        with pytest.raises(raised):
            function(workspace, act())
    assert len(tried) == times


def test_what_was_done_is_answered_as_done_where_it_would_be_refused_now(workspace: Workspace) -> None:
    by = act(BETI)
    receipt = post(workspace, by)
    function, _ = trying([IdeaIsSetAside()])
    assert function(workspace, by) == Receipt(receipt.id, receipt.position, already=True)


def test_words_carry_their_own_reference(workspace: Workspace) -> None:
    words: Words = write("Bws", act(), language="en")
    assert (words.reference.id, words.reference.language, len(words.salt)) == (words.id, "en", 32)
