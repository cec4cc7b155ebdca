"""Mail where it is not how it feels: the facilitators hear of it, whoever said it of the answer; private words stay out."""

from tests.workers.evening import Evening
from tests.workers.post_office import PostOffice, hypertext, plain
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
