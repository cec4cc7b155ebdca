"""Which mail I get: one choice for each project, the hours at which none comes, the day of the weekly one."""

from collections.abc import Mapping
from datetime import date, datetime, time
from itertools import takewhile
from typing import Any
from uuid import UUID

from litestar import Request
from psycopg import Connection

from projections.people import PEOPLE
from projections.projects import PROJECTS, visible
from workspace import accounts, reaching
from workspace.hours import next_weekly
from workspace.languages import LONDON, Translator, translator

from .asking import page_number, short
from .auth import must_be_signed_in, workspace
from .forms import Form
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]

MOST_PROJECTS, ON_A_PAGE = 500, 12
HOURS = [f"{hour:02}:00" for hour in range(24)]
ANY_HOUR = "none"
DAYS = [str(day) for day in range(1, 8)]


@get("/me/mail", shows=[PROJECTS, PEOPLE])
def mail(request: Asked) -> Answer:
    """Which mail one gets. Only projects where one is here: whoever left or was removed learns nothing new of them."""
    find, number = short(request, "find"), page_number(request)
    who, opened = must_be_signed_in(request), workspace(request)
    with opened.reading() as db:
        names, mine = _mine(db, who.account, find)
        reach = reaching.reach(db, who.account)
    pages = max(1, -(-len(mine) // ON_A_PAGE))
    number = min(number, pages)
    weekly = next_weekly(opened.now(), reach.weekly_on) if any(each.mails == "weekly" for each in mine) else None
    t = translator(request.scope["state"]["language"])
    context = {
        "places": [{"project": each.project, "name": names[each.project], "mails": each.mails} for each in mine[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]],
        "find": find,
        "number": number,
        "pages": pages,
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
    opened = workspace(request)
    reaching.choose_mails(opened, who.account, project, mails)
    with opened.reading() as db:
        before = takewhile(lambda each: each.project != project, _mine(db, who.account)[1])
    return moved_on(request, to=f"/me/mail?page={len([*before]) // ON_A_PAGE + 1}#mails-{project}")


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


def _mine(db: Connection[Any], account: UUID, find: str = "") -> tuple[Mapping[UUID, Mapping[str, str]], list[accounts.MyProject]]:
    """The names of projects where somebody is, and their places there, in the order in which they came."""
    names = {line.id: line.name for line in visible(db, account, mine=True, find=find, limit=MOST_PROJECTS)}
    return names, [each for each in accounts.my_projects(db, account) if each.project in names]


def _clock(t: Translator, hour: str) -> str:
    return t.time(datetime.combine(date(2026, 1, 1), time.fromisoformat(hour), LONDON))


routes = [mail, choose_mails, choose_hours]
