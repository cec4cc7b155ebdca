"""Which mail I get: one choice for each project, the hours at which none comes, the day of the weekly one."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE
from projections.projects import PROJECTS, visible
from workspace import accounts, reaching
from workspace.hours import next_weekly
from workspace.languages import LONDON, Translator, translator

from .auth import must_be_signed_in, workspace
from .forms import Form
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]

MOST_PROJECTS = 500
HOURS = [f"{hour:02}:00" for hour in range(24)]
ANY_HOUR = "none"
DAYS = [str(day) for day in range(1, 8)]


@get("/me/mail", shows=[PROJECTS, PEOPLE])
def mail(request: Asked) -> Answer:
    """Which mail one gets. Only projects where one is here: whoever left or was removed learns nothing new of them."""
    who, opened = must_be_signed_in(request), workspace(request)
    with opened.reading() as db:
        names = {line.id: line.name for line in visible(db, who.account, mine=True, limit=MOST_PROJECTS)}
        mine = [each for each in accounts.my_projects(db, who.account) if each.project in names]
        reach = reaching.reach(db, who.account)
    weekly = next_weekly(opened.now(), reach.weekly_on) if any(each.mails == "weekly" for each in mine) else None
    t = translator(request.scope["state"]["language"])
    context = {
        "places": [{"project": each.project, "name": names[each.project], "mails": each.mails} for each in mine],
        "begin": f"{reach.quiet.begin:%H:%M}" if reach.quiet else ANY_HOUR,
        "end": f"{reach.quiet.end:%H:%M}" if reach.quiet else HOURS[8],
        "weekly_on": str(reach.weekly_on),
        "next_weekly": weekly,
        "clock": [(hour, _clock(t, hour)) for hour in HOURS],
        "days": [(day, t.weekday(int(day))) for day in DAYS],
    }
    return page(request, "me/mail.html", context)


@post("/me/mail/{project:uuid}", again=mail)
def choose_mails(request: Asked, project: UUID, form: Form) -> Answer:
    """Choose which mail one wants about a project."""
    mails = form.one_of("mails", reaching.MAILS)
    who = must_be_signed_in(request)
    form.check()
    reaching.choose_mails(workspace(request), who.account, project, mails)
    return moved_on(request, to="/me/mail")


@post("/me/hours", again=mail)
def choose_hours(request: Asked, form: Form) -> Answer:
    """Choose from when until when no mail comes, and the day of the weekly one."""
    begin, end = form.one_of("begin", [ANY_HOUR, *HOURS]), form.one_of("end", HOURS)
    weekly_on = form.one_of("weekly_on", DAYS)
    who = must_be_signed_in(request)
    if begin == end:
        form.wrong("end", form.t("They begin and end at the same time: choose another hour, or no quiet hours"))
    form.check()
    quiet = None if begin == ANY_HOUR else (time.fromisoformat(begin), time.fromisoformat(end))
    reaching.choose_hours(workspace(request), who.account, quiet, int(weekly_on))
    return moved_on(request, to="/me/mail")


def _clock(t: Translator, hour: str) -> str:
    return t.time(datetime.combine(date(2026, 1, 1), time.fromisoformat(hour), LONDON))


routes = [mail, choose_mails, choose_hours]
