"""Reports of words, and appeals against their being taken down, through the store."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from aggregates.base import NETWORK
from aggregates.errors import NotFound, NotReported, NotYours, NotYourTask, SomebodyElseDecides
from aggregates.idea import Idea
from aggregates.report import Report, report_id
from aggregates.words import Words, words_id
from projections.home import turns
from projections.taken_down import counts
from tests.gathering import Gathering
from workers.projector import bring_to_head
from workers.rebuilding import check
from workspace import appeals, ideas, members, reports, words
from workspace.application import Act
from workspace.limits import TooOften
from workspace.reports import Visitor
from workspace.words import Place


@pytest.fixture
def said(group: Gathering) -> tuple[UUID, Place]:
    """Eira's words, and where they stand."""
    made = ideas.post(group.workspace, group.act("Eira"), "Mae’r fan yn drewi").id
    return group.workspace.load(Idea, made).words.id, Place("idea", made)


def hide(group: Gathering, said: tuple[UUID, Place], by: str = "Mair") -> UUID:
    words.hide(group.workspace, group.act(by), *said, "Mae’n brifo")
    return said[0]


def help_out(group: Gathering, name: str) -> None:
    members.give_task(group.workspace, group.act("Mair"), group.member(name), "facilitator")


def in_the_network(group: Gathering, name: str) -> Act:
    return members.act(group.workspace, group.accounts[name], NETWORK, command=uuid4(), language="en")


def waiting(group: Gathering, name: str) -> list[tuple[str, UUID]]:
    """But that somebody who facilitates alone, as Mair does, might ask another."""
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        return [(turn.kind, turn.id) for turn in turns(db, group.accounts[name]) if turn.kind != "second"]


def body(group: Gathering, text: UUID) -> Any:
    with group.workspace.reading() as db:
        return db.execute("select body from words where id = %s", (text,)).fetchone()


def test_another_facilitator_decides_and_the_words_are_shown_again(group: Gathering, said: tuple[UUID, Place]) -> None:
    help_out(group, "Amina")
    text = hide(group, said)
    with pytest.raises(NotYours):
        appeals.appeal(group.workspace, group.act("Beti"), text, "Na")
    appeals.appeal(group.workspace, group.act("Eira"), text, "Dyna’r gwir")
    assert (waiting(group, "Amina"), waiting(group, "Mair"), waiting(group, "Lowri")) == ([("appeal", text)], [], [])
    with pytest.raises(SomebodyElseDecides):
        appeals.answer(group.workspace, group.act("Mair"), text, "Na", upheld=False)
    with pytest.raises(NotYourTask):
        appeals.answer(group.workspace, group.act("Beti"), text, "Ie", upheld=True)
    with pytest.raises(NotYourTask):
        appeals.answer_for_the_network(group.workspace, in_the_network(group, "Lowri"), text, "Ie", upheld=True)
    assert body(group, text) is None
    appeals.answer(group.workspace, group.act("Amina"), text, "Mae’n wir", upheld=True)
    assert (body(group, text), waiting(group, "Amina")) == (("Mae’r fan yn drewi",), [])


def test_where_there_is_nobody_else_a_co_ordinator_decides(group: Gathering, said: tuple[UUID, Place]) -> None:
    text = hide(group, said)
    with pytest.raises(NotFound):
        appeals.answer_for_the_network(group.workspace, in_the_network(group, "Lowri"), text, "Ie", upheld=True)
    appeals.appeal(group.workspace, group.act("Eira"), text, "Dyna’r gwir")
    assert (waiting(group, "Lowri"), waiting(group, "Mair")) == ([("appeal", text)], [])
    with pytest.raises(NotYourTask):
        appeals.answer_for_the_network(group.workspace, in_the_network(group, "Mair"), text, "Na", upheld=False)
    appeals.answer_for_the_network(group.workspace, in_the_network(group, "Lowri"), text, "Mae’n brifo", upheld=False)
    assert (body(group, text), waiting(group, "Lowri"), group.workspace.load(Words, words_id(text)).is_hidden) == (None, [], True)


def test_a_report_is_answered_or_the_words_go(group: Gathering, said: tuple[UUID, Place]) -> None:
    text, _ = said
    with pytest.raises(NotReported):
        reports.answer(group.workspace, group.act("Mair"), text, "Na")
    reports.report(group.workspace, group.act("Rhys"), *said, "Angharedig")
    assert waiting(group, "Mair") == [("reported", text)]
    with pytest.raises(NotYourTask):
        reports.answer(group.workspace, group.act("Rhys"), text, "Na")
    reports.answer(group.workspace, group.act("Mair"), text, "Mae hawl dweud hynny")
    assert waiting(group, "Mair") == []
    visitor = Visitor("192.0.2.9", "en", uuid4())
    reports.report_as_visitor(group.workspace, group.project, visitor, *said, "It is unkind")
    hide(group, said)
    assert (waiting(group, "Mair"), group.workspace.load(Report, report_id(text)).is_open) == ([], False)
    with group.workspace.reading() as db:
        assert counts(db, group.project) == {"reported": 2, "left": 1, "taken down": 1, "hidden": 1}


def test_what_is_not_there_is_not_reported_and_nobody_floods(group: Gathering, said: tuple[UUID, Place]) -> None:
    with pytest.raises(NotFound):
        reports.report(group.workspace, group.act("Rhys"), uuid4(), said[1], "x")
    for _ in range(10):
        reports.report_as_visitor(group.workspace, group.project, Visitor("192.0.2.9", "en", uuid4()), *said, "x")
    with pytest.raises(TooOften):
        reports.report_as_visitor(group.workspace, group.project, Visitor("192.0.2.9", "en", uuid4()), *said, "x")


def test_rebuilt_equals_live(group: Gathering, said: tuple[UUID, Place]) -> None:
    help_out(group, "Amina")
    reports.report(group.workspace, group.act("Rhys"), *said, "Angharedig")
    bring_to_head(group.workspace)
    text = hide(group, said)
    appeals.appeal(group.workspace, group.act("Eira"), text, "Dyna’r gwir")
    bring_to_head(group.workspace)
    appeals.answer(group.workspace, group.act("Amina"), text, "Na", upheld=False)
    words.show(group.workspace, group.act("Mair"), text, "Wedi meddwl")
    hide(group, said, by="Amina")
    found = check(group.workspace, ["taken_down", "home", "outbox", "decision_history"])
    assert found.identical == found.read_models == 4, found.differing
