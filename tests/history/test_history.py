"""Events of every release load, replay and project for ever, also when every word they speak of has been erased."""

import json
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import aggregates
from aggregates.base import Aggregate
from projections.decision_history import entries
from tests.history.lives import live_on
from web.sentences import SENTENCES, sentence_of
from workers.projector import bring_to_head
from workers.rebuilding import check
from workspace import story
from workspace.application import Workspace

RELEASES = sorted(Path(__file__).parent.glob("*.jsonl"))


def load(workspace: Workspace, release: Path) -> list[list[object]]:
    rows = [json.loads(line) for line in release.read_text().splitlines()]
    with workspace.pool.connection() as db, db.cursor() as cursor:
        cursor.executemany(
            "insert into stored_events (notification_id, originator_id, originator_version, topic, state) overriding system value values (%s, %s, %s, %s, %s)",
            [(position, stream, version, topic, json.dumps(state).encode()) for position, stream, version, topic, state in rows],
        )
    return rows


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_frozen_events_load_replay_and_project(workspace: Workspace, release: Path) -> None:
    rows = load(workspace, release)
    streams = {str(row[1]): str(row[3]) for row in rows}
    for stream in streams:
        assert workspace.find(Aggregate, stream) is not None  # type: ignore[arg-type]
    assert bring_to_head(workspace) == []
    found = check(workspace)
    assert (found.events, found.identical) == (len(rows), found.read_models)
    with workspace.reading() as db:
        for (project_id,) in db.execute("select distinct project from decision_history_entries").fetchall():
            for entry in entries(db, project_id, is_facilitator=True, limit=1000):
                assert sentence_of(entry)


def test_the_story_and_what_it_leaves_out_have_every_kind_of_event(workspace: Workspace) -> None:
    """So that the next release freezes all of them. Each has a sentence."""
    live_on(story.tell(workspace))
    with workspace.reading() as db:
        lived = {topic.partition(":")[2] for (topic,) in db.execute("select distinct topic from stored_events").fetchall()}
    told = {name.partition(" ")[0] for name in SENTENCES}
    assert told == lived
    assert {name.partition(".")[0] for name in told} == {kind.__name__ for kind in kinds()}


def test_a_sentence_about_something_can_say_what(workspace: Workspace) -> None:
    """Whatever its stream is, an entry is about something that has words: a proposal, a decision, an idea."""
    live_on(story.tell(workspace))
    bring_to_head(workspace)
    with workspace.reading() as db:
        known = {thing for (thing,) in db.execute("select id from decision_history_subjects").fetchall()}
        projects = db.execute("select distinct project from decision_history_entries").fetchall()
        told = [entry for (project,) in projects for entry in entries(db, project, limit=1000)]
    assert not {entry.event for entry in told if "{about}" in sentence_of(entry) and entry.subject not in known}


def kinds() -> list[type[Aggregate]]:
    for found in iter_modules(aggregates.__path__):
        import_module(f"aggregates.{found.name}")
    return [kind for kind in Aggregate.__subclasses__() if kind.__module__.startswith("aggregates.")]  # other tests have kinds of their own
