"""On what footing a project stands, a page for each: mandate, care, who delivers, what better would mean, organisations. Facilitators write, all read."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.footing import FOOTING, Footing, footing
from projections.people import PEOPLE
from projections.projects import PROJECTS
from workspace import footing as writing
from workspace.application import Receipt
from workspace.footing import CARE, LONGEST, LONGEST_NAME, LONGEST_PART, MANDATE, Care, Mandate

from .auth import workspace
from .forms import Form
from .frames import act_in, frame_of
from .rendering import Answer, moved_on, page
from .routes import delete, get, post

Asked = Request[Any, Any, Any]

SHOWS = [PROJECTS, PEOPLE, FOOTING]


@dataclass(frozen=True, slots=True)
class ShownFooting:
    footing: Footing
    longest: int = LONGEST


@get("/projects/{project:uuid}/mandate", shows=SHOWS)
def mandate(request: Asked, project: UUID) -> Answer:
    """What is open, what is fixed and why, the money, until when, which body must confirm; for facilitators the form."""
    return _page(request, project, "mandate")


@post("/projects/{project:uuid}/mandate", again=mandate)
def write_mandate(request: Asked, project: UUID, form: Form) -> Answer:
    """Write the mandate, as far as it is known."""
    said = {name: form.each(name, longest=LONGEST, needed=False) for name in MANDATE}
    until = form.day("until_on", needed=False)
    by = act_in(request, project)
    form.check()
    written = Mandate(**said, until_on=until.isoformat() if until else None)
    return _back(request, project, writing.write_mandate(workspace(request), by, written), "power")


@get("/projects/{project:uuid}/care", shows=SHOWS)
def care(request: Asked, project: UUID) -> Answer:
    """How people are looked after; for facilitators the form."""
    return _page(request, project, "care")


@post("/projects/{project:uuid}/care", again=care)
def write_care(request: Asked, project: UUID, form: Form) -> Answer:
    """Write how people are looked after."""
    said = {name: form.each(name, longest=LONGEST, needed=False) for name in CARE}
    by = act_in(request, project)
    form.check()
    return _back(request, project, writing.write_care(workspace(request), by, Care(**said)), "care")


@get("/projects/{project:uuid}/delivery", shows=SHOWS)
def delivery(request: Asked, project: UUID) -> Answer:
    """Who runs it together; for facilitators the form."""
    return _page(request, project, "delivery")


@post("/projects/{project:uuid}/delivery", again=delivery)
def write_delivery(request: Asked, project: UUID, form: Form) -> Answer:
    """Write who runs it together."""
    said = form.each("delivery", longest=LONGEST, missing=form.t("Say who runs it together"))
    by = act_in(request, project)
    form.check()
    return _back(request, project, writing.write_delivery(workspace(request), by, said), "better")


@get("/projects/{project:uuid}/better", shows=SHOWS)
def better(request: Asked, project: UUID) -> Answer:
    """What better would mean; for facilitators the form."""
    return _page(request, project, "better")


@post("/projects/{project:uuid}/better", again=better)
def write_better(request: Asked, project: UUID, form: Form) -> Answer:
    """Write what better would mean."""
    said = form.each("better", longest=LONGEST, missing=form.t("Say what better would mean"))
    by = act_in(request, project)
    form.check()
    return _back(request, project, writing.write_better(workspace(request), by, said), "better")


@get("/projects/{project:uuid}/organisations", shows=SHOWS)
def organisations(request: Asked, project: UUID) -> Answer:
    """The organisations that take part; for facilitators the form."""
    return _page(request, project, "organisations")


@post("/projects/{project:uuid}/organisations", again=organisations)
def join_organisation(request: Asked, project: UUID, form: Form) -> Answer:
    """Add an organisation that takes part."""
    name = form.each("name", longest=LONGEST_NAME, missing=form.t("Say what the organisation is called"))
    part = form.each("part", longest=LONGEST_PART, needed=False)
    by = act_in(request, project)
    form.check()
    receipt = writing.join_organisation(workspace(request), by, name, part)
    return moved_on(request, receipt, to=f"/projects/{project}/organisations")


@delete("/projects/{project:uuid}/organisations/{organisation:uuid}", again=organisations)
def part_from_organisation(request: Asked, project: UUID, organisation: UUID) -> Answer:
    """Note that an organisation takes part no longer."""
    receipt = writing.part_from_organisation(workspace(request), act_in(request, project), organisation)
    return moved_on(request, receipt, to=f"/projects/{project}/organisations")


def _page(request: Asked, project: UUID, name: str) -> Answer:
    frame_of(request, project)
    with workspace(request).reading() as db:
        return page(request, f"footing/{name}.html", ShownFooting(footing(db, project)))


def _back(request: Asked, project: UUID, receipt: Receipt, part: str) -> Answer:
    return moved_on(request, receipt, to=f"/projects/{project}#{part}")


routes = [
    mandate,
    write_mandate,
    care,
    write_care,
    delivery,
    write_delivery,
    better,
    write_better,
    organisations,
    join_organisation,
    part_from_organisation,
]
