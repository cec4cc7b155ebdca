"""Who is asked when they can meet, and who hears what came of it."""

from datetime import timedelta
from uuid import UUID

from tests.workers.evening import Evening
from tests.workers.post_office import PostOffice, deliver, plain
from workspace import polls
from workspace.application import Workspace
from workspace.polls import Asking
from workspace.story.telling import both

from .test_mail import only


def ask(workspace: Workspace, evening: Evening) -> UUID:
    begins = workspace.now() + timedelta(days=5)
    asking = Asking(both("Golwg ar y rota", "A look at the rota"), [(begins, begins + timedelta(hours=2))], begins.date())
    return polls.ask(workspace, evening.act("Mair"), asking).id


def test_everybody_is_asked_but_whoever_has_answered_meanwhile(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    deliver(workspace, office)
    office.taken.clear()
    asked = ask(workspace, evening)
    polls.say(workspace, evening.act("Tomos"), asked, {"1": "yes"})
    deliver(workspace, office)
    mail = plain(only(office, "Eira"))
    assert "Golwg ar y rota" in mail
    assert f"/pryd-cwrdd/{asked}" in mail
    assert not [to for to, _ in office.taken if "tomos" in str(to) or "mair" in str(to)]


def test_whoever_answered_hears_when_it_is_or_why_it_is_at_none_of_the_times(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    for time, reason, said in (("1", "", "Rydyn ni’n cwrdd:"), (None, "Neb yn gallu", "Neb yn gallu")):
        asked = ask(workspace, evening)
        polls.say(workspace, evening.act("Eira"), asked, {"1": "yes"})
        deliver(workspace, office)
        office.taken.clear()
        polls.close(workspace, evening.act("Mair"), asked, time, reason)
        deliver(workspace, office)
        assert said in plain(only(office, "Eira"))
        assert len(office.taken) == 1
