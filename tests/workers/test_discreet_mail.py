"""Mail about a sensitive project: a button, and not a word of what waits behind it."""

from tests.workers.evening import Evening
from tests.workers.post_office import PostOffice, deliver, hypertext, plain
from workers.projector import bring_to_head
from workspace import challenges, decisions, ideas, members, projects, proposals, words
from workspace.application import Workspace

from .test_mail import BOTH, words_of

SUBJECTS = ("Pleth: something for you", "Pleth: rhywbeth i chi", "Pleth: rhywbeth i chi / Pleth: something for you")


def test_mail_about_a_sensitive_project_says_nothing_of_it(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    """Whatever it is about: an invitation, a turn, an answer, a proposal, words taken down, a result."""
    deliver(workspace, office)
    projects.show_to(workspace, evening.act("Mair"), "sensitive", "Gallai rhywun gael niwed")
    members.invite(workspace, evening.act("Mair"), side="citizen", email="nia@pleth.example", name="Nia Zwqx")
    idea = ideas.post(workspace, evening.act("Tomos"), "Zwqx rings late").id
    ideas.answer(workspace, evening.act("Mair"), idea, "Zwqx answered")
    proposals.draft(workspace, evening.act("Eira"), BOTH, BOTH, BOTH, [idea])
    felt = challenges.raise_(workspace, evening.act("Eira"), "Zwqx felt", is_public=True).id
    challenges.answer(workspace, evening.act("Mair"), felt, "Zwqx answered")
    decision = evening.adoption()
    bring_to_head(workspace)
    words.hide(workspace, evening.act("Mair"), words_of(workspace, idea), words.Place("idea", idea), "Zwqx reason")
    decisions.close(workspace, evening.act("Mair"), decision, "Zwqx done")
    deliver(workspace, office)
    assert len(office.taken) > 5
    for to, message in office.taken:
        said = f"{message['Subject']} {message['From']} {plain(message)} {hypertext(message)}"
        found = [word for word in ("Zwqx", "Evening care", "Gofal", "Mair", "Nia", "Proposal", "Cynnig", "in force", "mewn grym") if word in said]
        assert not found, f"{to}: {found}"
        assert str(message["Subject"]) in SUBJECTS
        assert message["From"].addresses[0].display_name == "Pleth"
        assert "http://testserver.local/" in plain(message)
