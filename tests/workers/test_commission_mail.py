"""Mail about the commission kit: whoever scored hears how it came out, and nobody else."""

from tests.workers.evening import Evening, email
from tests.workers.post_office import PostOffice, deliver, plain
from workspace import commission
from workspace.application import Workspace
from workspace.commission import Criterion
from workspace.story.telling import both

from .test_mail import only


def test_whoever_scored_hears_how_it_came_out(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    commission.write_need(workspace, evening.act("Mair"), both("Amser", "Time"), both("Rownd", "A round"))
    commission.write_criteria(workspace, evening.act("Mair"), [Criterion(both("Wynebau", "Faces"), 1)])
    commission.name_offer(workspace, evening.act("Mair"), both("Aeron", "Aeron"))
    (offer,) = commission.load(workspace, evening.act("Mair")).offers
    commission.declare_interest(workspace, evening.act("Eira"), "", [])
    for score in (4, 5):
        commission.score(workspace, evening.act("Eira"), offer, {"1": score})
    deliver(workspace, office)
    office.taken.clear()
    commission.close_scoring(workspace, evening.act("Mair"))
    deliver(workspace, office)
    assert f"/projects/{evening.project}/commission" in plain(only(office, "Eira")) or "/comisiynu" in plain(only(office, "Eira"))
    assert [to for to, _ in office.taken] == [email("Eira")]
