"""Who hears where it is not how it feels: the facilitators, and of the answer whoever said it. Private words stay out of mail, and no page hears of them."""

import json

from psycopg import connect

from tests.workers.evening import Evening
from tests.workers.post_office import PostOffice, hypertext, plain
from workers.projector import bring_to_head
from workspace import challenges
from workspace.application import Workspace

from .test_mail import deliver, evening, office, only

__all__ = ["evening", "office"]


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
