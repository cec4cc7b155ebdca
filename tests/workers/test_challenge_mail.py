"""Who hears where it is not how it feels: the facilitators, and of the answer whoever said it. Private words stay out of mail, and no page hears of them."""

import json
from typing import Any

from psycopg import connect

from projections.decision_history import entries
from tests.workers.evening import Evening
from tests.workers.post_office import PostOffice, deliver, hypertext, plain
from workers.projector import bring_to_head
from workers.rebuilding import check, rebuild
from workspace import challenges
from workspace.application import Workspace

from .test_mail import only


def test_what_is_said_to_everybody_is_in_the_mail_with_the_way_to_it(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    deliver(workspace, office)
    office.taken.clear()
    said = challenges.raise_(workspace, evening.act("Eira"), "Neb yn gofyn i ni", is_public=True).id
    deliver(workspace, office)
    assert "Neb yn gofyn i ni" in plain(only(office, "Mair"))
    assert f"/challenges/{said}" in plain(only(office, "Mair")) or f"/heriau/{said}" in plain(only(office, "Mair"))
    office.taken.clear()
    challenges.answer(workspace, evening.act("Tomos"), said, "Byddwn ni’n gofyn")
    deliver(workspace, office)
    assert "Byddwn ni’n gofyn" in plain(only(office, "Eira"))


def test_private_words_stay_out_of_it(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    deliver(workspace, office)
    office.taken.clear()
    said = challenges.raise_(workspace, evening.act("Eira"), "Zwqx neb yn gofyn", is_public=False).id
    challenges.answer(workspace, evening.act("Mair"), said, "Zwqx diolch")
    challenges.answer(workspace, evening.act("Eira"), said, "Zwqx eto")
    deliver(workspace, office)
    mails = [f"{message['Subject']} {plain(message)} {hypertext(message)}" for _, message in office.taken]
    assert len(mails) == 3
    assert not [mail for mail in mails if "Zwqx" in mail]


def test_open_pages_hear_of_what_is_public_alone(workspace: Workspace, evening: Evening) -> None:
    heard = {}
    for is_public in (False, True):
        with connect(workspace.settings.database_url, autocommit=True) as db:
            bring_to_head(workspace)
            db.execute("listen changes")
            challenges.raise_(workspace, evening.act("Eira"), "Neb yn gofyn", is_public=is_public)
            bring_to_head(workspace)
            words = [json.loads(one.payload) for one in db.notifies(timeout=0.5)]
        heard[is_public] = {project for word in words for project in word["projects"]}
        assert words, "the positions are told all the same"
    assert heard == {False: set(), True: {str(evening.project)}}


def test_rebuilt_it_is_as_private_as_before(workspace: Workspace, evening: Evening) -> None:
    said = challenges.raise_(workspace, evening.act("Eira"), "Neb yn gofyn", is_public=False).id
    challenges.answer(workspace, evening.act("Mair"), said, "Diolch")
    challenges.settle(workspace, evening.act("Eira"), said)
    bring_to_head(workspace)
    rebuild(workspace, ["challenges", "decision_history", "home"])
    assert check(workspace).differing == []
    with workspace.reading() as db:
        told = {who: [entry.event for entry in entries(db, evening.project, **asked)] for who, asked in _readers(evening).items()}
    assert [event for event in told["anybody"] if event.startswith("Challenge")] == []
    assert [event for event in told["another"] if event.startswith("Challenge")] == []
    for who in ("author", "facilitator"):
        assert [event for event in told[who] if event.startswith("Challenge")] == ["Challenge.Settled", "Challenge.Answered", "Challenge.Raised"], who


def _readers(evening: Evening) -> dict[str, dict[str, Any]]:
    return {
        "anybody": {},
        "another": {"viewer": evening.act("Tomos").member},
        "author": {"viewer": evening.act("Eira").member},
        "facilitator": {"viewer": evening.act("Mair").member, "is_facilitator": True},
    }
