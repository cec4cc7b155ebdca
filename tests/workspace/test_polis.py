"""A published conversation is brought in whole and truly, or not at all."""

import csv
import json
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aggregates.errors import AlreadyImported, UnknownChoice
from aggregates.idea import Idea
from aggregates.member import Member
from aggregates.project import Project
from projections.board import board
from tests.reference import reference
from workers import rebuilding
from workers.projector import bring_to_head
from workspace import members, polis, sign_in
from workspace.__main__ import main
from workspace.application import Workspace
from workspace.config import Settings
from workspace.languages import translator

KEYS = ["project", "statements", "participants", "stances", "agree", "disagree", "pass", "set_aside"]
LONDON = "polis/london.youth.policing"
FOLDERS = (LONDON, "polis/brexit-consensus")

SUMMARY = "topic,A lamp?\nurl,https://pol.is/1\nconversation-description,\n"
COMMENTS = """timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
1000000000000,then,0,0,1,0,1,"A lamp, by the door"
1000000060000,then,1,7,0,1,-1,"A ""bell""
and a rope"
1000000120000,then,2,8,0,0,0,A step
"""
VOTES = """timestamp,datetime,comment-id,voter-id,vote
1000000300000,then,0,7,-1
1000000200000,then,0,7,1
1000000300000,then,0,7,1
1000000400000,then,1,8,0
1000000500000,then,1,8,-1
"""
FILES = {"summary.csv": SUMMARY, "comments.csv": COMMENTS, "votes.csv": VOTES}


def export(folder: Path, **changed: str | bytes) -> Path:
    """A small export, with some files changed: `export(folder, votes="...")`."""
    folder.mkdir(exist_ok=True)
    for name, text in FILES.items():
        given = changed.get(name.removesuffix(".csv"), text)
        (folder / name).write_bytes(given if isinstance(given, bytes) else given.encode())
    return folder


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def last_votes(folder: Path) -> dict[tuple[str, str], str]:
    """Counted here on its own: read a row at a time, a later time wins, and of equal times the later row."""
    standing: dict[tuple[str, str], tuple[int, int, str]] = {}
    for number, row in enumerate(rows_of(folder / "votes.csv")):
        found = (int(row["timestamp"]), number, row["vote"])
        pair = row["voter-id"], row["comment-id"]
        standing[pair] = max(standing.get(pair, found), found)
    return {pair: vote for pair, (_, _, vote) in standing.items()}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return export(tmp_path / "small")


@pytest.fixture
def at_hand(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """`main([...])` works in the database of this test."""
    monkeypatch.setenv("PLETH_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("PLETH_SECRET", settings.secret.decode())
    monkeypatch.setenv("PLETH_DATA", str(settings.data))
    return settings


def bring_in(workspace: Workspace, folder: Path, **how: Any) -> polis.Conversation:
    conversation = polis.read(folder)
    polis.bring_in(workspace, conversation, side=how.pop("side", "citizen"), **how)
    return conversation


@pytest.mark.parametrize("name", FOLDERS)
def test_the_figures_are_those_of_a_count_of_last_votes(name: str) -> None:
    folder = reference(name)
    found = polis.summary(polis.read(folder)).facts()
    last, statements = last_votes(folder), rows_of(folder / "comments.csv")
    each = Counter(last.values())
    assert list(found) == KEYS
    assert found["statements"] == len(statements)
    assert found["participants"] == len({voter for voter, _ in last})
    assert found["stances"] == len(last)
    assert (found["agree"], found["disagree"], found["pass"]) == (each["1"], each["-1"], each["0"])
    assert found["set_aside"] == sum(row["moderated"] == "-1" for row in statements)


def test_the_published_conversation_has_the_figures_that_it_has() -> None:
    found = polis.summary(polis.read(reference(LONDON)))
    assert (found.statements, found.participants, found.stances) == (39, 26, 638)


@pytest.mark.parametrize("name", FOLDERS)
def test_the_board_shows_what_was_counted_and_comes_out_the_same_again(workspace: Workspace, name: str) -> None:
    folder = reference(name)
    conversation = bring_in(workspace, folder)
    assert bring_to_head(workspace) == []
    with workspace.reading() as db:
        cards = [card for order in ("newest", "aside") for page in (1, 2) for card in board(db, conversation.id, order=order, page=page).cards]
    counted: Counter[tuple[str, str]] = Counter((statement, vote) for (_, statement), vote in last_votes(folder).items())
    published = {row["comment-body"].strip(): row for row in rows_of(folder / "comments.csv")}
    assert len(cards) == len(published)
    for card in cards:
        row = published[card.words["en"]]
        number = row["comment-id"]
        assert (card.agree, card.disagree, card.passed) == tuple(counted[number, vote] for vote in ("1", "-1", "0"))
        assert card.is_aside == (row["moderated"] == "-1")
        assert card.posted_at == datetime.fromtimestamp(int(row["timestamp"]) / 1000, UTC)
        assert card.is_imported
        assert card.source == conversation.url
    found = rebuilding.check(workspace)
    assert found.identical == found.read_models, found.differing


def test_everything_is_marked_as_imported_at_the_time_it_was_published(workspace: Workspace, small: Path) -> None:
    conversation = bring_in(workspace, small)
    with workspace.reading() as db:
        streams = [row[0] for row in db.execute("select distinct originator_id from stored_events")]
    events = [event for _, event in workspace.events_of(streams)]
    assert {event.by.channel for event in events} == {"import"}
    assert {event.by.project for event in events} == {conversation.id}
    published = {(1_000_000_000 + seconds) for seconds in (0, 60, 120, 200, 300, 400, 500)}
    recorded = max(event.by.recorded_at for event in events)
    told = [event.by.happened_at for event in events if event.by.happened_at < recorded]
    assert {int(at.timestamp()) for at in told} <= published
    assert told == sorted(told)
    assert len(events) - len(told) == 2  # the place that is kept for a facilitator is of today


def test_the_last_vote_wins_and_of_equal_times_the_later_row(workspace: Workspace, small: Path) -> None:
    conversation = bring_in(workspace, small)
    bring_to_head(workspace)
    with workspace.reading() as db:
        lamp = next(card for card in board(db, conversation.id).cards if "lamp" in card.words["en"])
        bell = board(db, conversation.id, order="aside").cards[0]
    assert (lamp.agree, lamp.disagree, lamp.passed) == (1, 0, 0)
    assert (bell.agree, bell.disagree, bell.passed) == (0, 1, 0)
    stances = workspace.load(Idea, lamp.id).stances
    assert list(stances.values()) == ["agree"]


def test_what_was_moderated_out_is_set_aside_by_the_organisers_for_that_reason(workspace: Workspace, small: Path) -> None:
    conversation = bring_in(workspace, small)
    bring_to_head(workspace)
    with workspace.reading() as db:
        shown = board(db, conversation.id, order="aside")
    assert [card.words["en"] for card in shown.cards] == ['A "bell"\nand a rope']
    assert shown.cards[0].note_words == {"en": "Moderated out in the published conversation."}
    assert shown.cards[0].note_side == "none"
    assert shown.cards[0].note_name == "Y trefnwyr / The organisers"


def test_an_author_who_never_voted_is_the_organisers(workspace: Workspace, small: Path) -> None:
    conversation = bring_in(workspace, small, side="professional")
    bring_to_head(workspace)
    with workspace.reading() as db:
        names = {card.words["en"]: (card.name, card.side) for card in board(db, conversation.id).cards}
    assert names == {"A lamp, by the door": ("Y trefnwyr / The organisers", "none"), "A step": ("Polis 8", "professional")}


def test_participants_are_on_no_roll_until_they_have_claimed_their_places(workspace: Workspace, small: Path) -> None:
    conversation = polis.read(small)
    _, secret = polis.bring_in(workspace, conversation, side="citizen")
    with workspace.pool.connection() as db:
        accounts = [sign_in.account_at(db, f"{name}@example.cymru", "cy") for name in ("mair", "polis7")]
    assert members.roll(workspace, conversation.id) == {}
    command = conversation.id
    members.claim(workspace, accounts[0], secret, command=command, language="cy", name="Mair")
    assert members.roll(workspace, conversation.id) == {}  # who facilitates has no counted place
    with workspace.reading() as db:
        row = db.execute("select member from memberships where project = %s and name = 'Polis 7'", (conversation.id,)).fetchone()
    assert row is not None
    by = members.act(workspace, accounts[0], conversation.id, command=row[0], language="cy")
    offer = members.offer_place(workspace, by, row[0], way="code")
    assert re.fullmatch(r"\w{5}-\w{5}", offer.secret)
    assert members.roll(workspace, conversation.id) == {}
    members.claim(workspace, accounts[1], offer.secret, command=accounts[1], language="en", name="")
    assert members.roll(workspace, conversation.id) == {row[0].hex: "citizen"}


def test_a_second_import_is_refused_and_changes_nothing(workspace: Workspace, small: Path) -> None:
    bring_in(workspace, small)
    head = workspace.head()
    with pytest.raises(AlreadyImported):
        bring_in(workspace, small, side="professional", language="cy")
    assert workspace.head() == head


def test_two_imports_at_once_make_one_project(workspace: Workspace, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both have seen that there is none yet."""
    bring_in(workspace, small)
    head = workspace.head()
    monkeypatch.setattr(Workspace, "find", lambda *_: None)
    with pytest.raises(AlreadyImported):
        bring_in(workspace, small)
    assert workspace.head() == head


def test_a_side_is_one_of_the_two(workspace: Workspace, small: Path) -> None:
    with pytest.raises(UnknownChoice):
        bring_in(workspace, small, side="none")


def test_an_empty_conversation_is_a_project_with_an_empty_board(workspace: Workspace, tmp_path: Path) -> None:
    empty = export(tmp_path / "empty", comments=COMMENTS.partition("\n")[0], votes=VOTES.partition("\n")[0], summary="topic," + "Pam? " * 100)
    conversation = bring_in(workspace, empty, language="cy")
    assert workspace.load(Project, conversation.id).visibility == "public"
    bring_to_head(workspace)
    with workspace.reading() as db:
        assert len(board(db, conversation.id).question["cy"]) <= 200


def test_the_dry_run_says_what_it_would_do_and_does_nothing(at_hand: Settings, workspace: Workspace, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "polis", str(small)]) == 0
    told = capsys.readouterr().out
    assert "“A lamp?”" in told
    assert "Ideas, one for each statement: 3." in told
    assert "Nothing was changed: --yes does it." in told
    assert workspace.head() == 0


def test_it_is_told_in_welsh(at_hand: Settings, small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("LANG", "cy_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    assert main(["import", "polis", str(small), "--side", "professional"]) == 0
    told = capsys.readouterr().out
    assert "Syniadau, un am bob datganiad: 3." in told
    assert "Gweithwyr proffesiynol" in told
    (small / "votes.csv").unlink()
    assert main(["import", "polis", str(small)]) == 1
    assert capsys.readouterr().err == "Dydy votes.csv ddim yn y ffolder, neu does dim modd ei darllen.\n"


def test_json_has_the_named_keys_alone(at_hand: Settings, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "polis", str(small), "--json"]) == 0
    dry = json.loads(capsys.readouterr().out)
    assert list(dry) == KEYS
    assert main(["import", "polis", str(small), "--json", "--yes"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out) == dry
    assert re.search(r"http://\S+/join/\S{22}", said.err)


def test_yes_does_it_once_and_says_the_link(at_hand: Settings, workspace: Workspace, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "polis", str(small), "--yes"]) == 0
    told = capsys.readouterr().out
    found = re.search(r"Open this once to become the project’s facilitator: http://\S+/join/(\S+)", told)
    assert found
    with workspace.reading() as db:
        place = members.look_at_place(workspace, found[1], "here")
        position = db.execute("select min(position) from read_models").fetchone()
    assert "facilitator" in workspace.load(Member, place.member).tasks
    assert position == (workspace.head(),)
    assert main(["import", "polis", str(small), "--yes"]) == 1
    assert capsys.readouterr().err == "These files were imported before.\n"


def changed(text: str, line: int, before: str, after: str) -> str:
    lines = text.split("\n")
    assert before in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(before, after)
    return "\n".join(lines)


BROKEN: dict[str, tuple[dict[str, str | bytes], str]] = {
    "no number": ({"votes": changed(VOTES, 3, ",7,", ",seven,")}, "votes.csv, line 3: “seven” cannot stand under “voter-id”."),
    "an Arabic digit": ({"votes": changed(VOTES, 3, ",7,", ",٧,")}, "votes.csv, line 3: “٧” cannot stand under “voter-id”."),
    "no vote": ({"votes": changed(VOTES, 4, ",1", ",2")}, "votes.csv, line 4: “2” cannot stand under “vote”."),
    "no statement": ({"votes": changed(VOTES, 6, ",1,8", ",9,8")}, "votes.csv, line 6: there is no statement 9."),
    "a cell too many": ({"votes": changed(VOTES, 5, "then", "then,now")}, "votes.csv, line 5: cells here: 6; there should be: 5."),
    "a column too few": ({"votes": VOTES.replace("voter-id", "who")}, "votes.csv, line 1: there is no column “voter-id”."),
    "nothing at all": ({"votes": ""}, "votes.csv, line 1: there is no column “timestamp”."),
    "a time beyond all clocks": ({"votes": changed(VOTES, 2, "1000000300000", "9" * 300)}, f"votes.csv, line 2: “{'9' * 60}” cannot stand under “timestamp”."),
    "a time before time": ({"votes": changed(VOTES, 2, "1000000300000", "-1")}, "votes.csv, line 2: “-1” cannot stand under “timestamp”."),
    "not UTF-8": ({"votes": VOTES.encode() + b"\xff\xfe"}, "votes.csv, line 7: this is not text in UTF-8."),
    "an open quotation": ({"comments": COMMENTS + '1,x,5,5,0,0,1,"open'}, "comments.csv, line 6: the quotation marks of this row do not close"),
    "after a quotation": ({"comments": COMMENTS + '1,x,5,5,0,0,1,"a"b'}, "comments.csv, line 6: the quotation marks of this row do not close"),
    "one number twice": ({"comments": COMMENTS + "1000000000000,x,2,5,0,0,1,Again"}, "comments.csv, line 6: statement 2 is there twice."),
    "after a row of two lines": ({"comments": changed(COMMENTS, 5, ",0,A step", ",x,A step")}, "comments.csv, line 5: “x” cannot stand under “moderated”."),
    "no words": ({"comments": changed(COMMENTS, 5, "A step", "  ")}, "comments.csv, line 5: the words are missing"),
    "invisible signs": ({"comments": changed(COMMENTS, 5, "A step", "A \u202estep")}, "comments.csv, line 5: the words are missing"),
    "words that nobody can see": ({"comments": changed(COMMENTS, 5, "A step", "\u200b")}, "comments.csv, line 5: the words are missing"),
    "an escape sequence": ({"comments": changed(COMMENTS, 5, ",8,", ",\x1b[2J,")}, "comments.csv, line 5: “?[2J” cannot stand under “author-id”."),
    "half a summary": ({"summary": "topic\n"}, "summary.csv, line 1: cells here: 1; there should be: 2."),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_row_is_named_and_nothing_is_brought_in(
    name: str, at_hand: Settings, workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, sentence = BROKEN[name]
    assert main(["import", "polis", str(export(tmp_path / "broken", **files)), "--yes"]) == 1
    said = capsys.readouterr()
    assert said.err.startswith(sentence)
    assert said.out == ""
    assert workspace.head() == 0


@pytest.mark.parametrize("name", ["nothing", "small/votes.csv", "a\0b"])
def test_a_folder_that_is_none_is_a_sentence(name: str, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "polis", str(small.parent / name)]) == 1
    assert capsys.readouterr().err == "summary.csv is not in the folder, or cannot be read.\n"


def test_line_ends_marks_and_order_of_columns_are_all_the_same(tmp_path: Path, small: Path) -> None:
    turned = "\n".join(",".join(reversed(line.split(","))) for line in VOTES.splitlines())
    same = export(tmp_path / "same", comments="\ufeff" + COMMENTS.replace("\n", "\r\n") + "\r\n\r\n", votes=turned)
    one, other = polis.read(small), polis.read(same)
    assert (one.statements, one.votes) == (other.statements, other.votes)
    assert one.id != other.id


PIECES = st.sampled_from(["", ",", '"', "\n", "\r", "\0", "-1", "9" * 30, "\u202e", "=1+1", "é", "\ufeff", "1e9", "٣", "timestamp", "vote", "<b>", "{x}", "%s"])


@st.composite
def mangled(draw: st.DrawFn) -> dict[str, bytes]:
    """A small export into which something was written, or from which something was taken, in a few places."""
    files = {name.removesuffix(".csv"): text.encode() for name, text in FILES.items()}
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(files)))
        content = files[name]
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(len(content), start + 30)))
        files[name] = content[:start] + draw(PIECES.map(str.encode) | st.binary(max_size=4)) + content[end:]
    return files


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=mangled())
def test_whatever_the_files_hold_it_is_a_sentence_or_the_whole(workspace: Workspace, tmp_path: Path, files: dict[str, bytes]) -> None:
    head, refused, conversation = workspace.head(), None, None
    try:
        conversation = bring_in(workspace, export(tmp_path / "mangled", **files))
    except (polis.UnreadableFile, AlreadyImported) as said:
        refused = said
    if conversation is None:
        assert workspace.head() == head
        assert all(translator(language).refusal(refused) != type(refused).__name__ for language in ("cy", "en") if refused)
        return
    assert workspace.head() > head
    with workspace.reading() as db:
        row = db.execute("select count(*) from memberships where project = %s", (conversation.id,)).fetchone()
    assert row == (polis.summary(conversation).participants + 2,)
