"""What happens between people over weeks, each walked on a phone in Welsh, on a desktop in English, by keyboard, and without JavaScript.

The cast has more waiting at home than is asked at once, so they go to the thing itself.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from workspace import amendments, ideas, members, proposals
from workspace.story.telling import both

from .groups import Group
from .houses import House
from .modes import Person, come, in_every_mode
from .visits import Visit

CITIZENS, CARE_TEAM = ["Tomos", "Gwyn", "Menna"], ["Amina", "Rhys"]
Groups, Visits = Callable[..., Group], Callable[..., Visit]


def here(person: Person, kind: str) -> UUID:
    """The id of the thing that the address speaks of: the last one in it."""
    found = re.findall(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", person.page.url.partition("?")[0])
    assert found, f"no {kind} in {person.page.url}"
    return UUID(found[-1])


@in_every_mode
def test_what_a_visitor_said_is_quoted_until_they_take_that_back(group: Groups, visit: Visits, mode: str) -> None:
    ours, person = group(f"Cegin {mode}", citizens=CITIZENS, professionals=CARE_TEAM), come(visit, mode)
    words, home = f"Sŵn plant yn y neuadd, {mode}.", f"/projects/{ours.id}"

    visitor = person()
    visitor.goes(home)
    visitor.follows(f"{home}/matters/new")
    visitor.sends(f"{home}/matters", text=words, name="Sara", side="citizen", may_quote="yes")
    visitor.reads(words)
    code = visitor.page.url.rsplit("/", 1)[-1]

    mair = person("Mair")
    mair.goes(f"{home}/matters")
    mair.reads(words)
    waiting = mair.main.locator("li[id^=waiting-]").filter(has_text=words).get_attribute("id")
    assert waiting
    mair.sends(f"{home}/matters/{waiting.removeprefix('waiting-')}/reading")

    reader = person()
    reader.goes(f"{home}/matters")
    reader.reads(words)

    visitor.goes(f"/slip/{code}")
    visitor.sends(f"/slip/{code}/quote")
    reader.goes(f"{home}/matters")
    reader.does_not_read(words)


@in_every_mode
def test_an_idea_from_paper_to_what_made_a_difference(house: House, group: Groups, visit: Visits, mode: str) -> None:
    ours, person = group(f"Bws {mode}", citizens=CITIZENS, professionals=CARE_TEAM), come(visit, mode)
    ours.adopt_charter()
    words, home = f"Bws i’r clwb, {mode}.", f"/projects/{ours.id}"

    mair = person("Mair")
    mair.goes(home + "/ideas")
    mair.follows(f"{home}/writing-down")
    mair.sends(f"{home}/writing-down", text=words, how="verbatim", voice=str(ours.act("Tomos").member), source="paper", agreed="signed")
    slip = here(mair, "slip")

    tomos = person("Tomos")
    tomos.goes(f"{home}/slips/{slip}")
    tomos.reads(words)
    tomos.sends(f"/slip/{tomos.page.url.rsplit('/', 1)[-1]}/confirmation")

    ours.post("Gwyn", "Cinio poeth.")
    idea = ours.idea(words)
    text = both("Bws bob dydd Mawrth.", "A bus every Tuesday.")
    proposal = proposals.draft(house.workspace, ours.act("Tomos"), text, text, text, [idea]).id
    decision = ours.open(proposal=proposal, version=1)
    for name in (*CITIZENS, *CARE_TEAM):
        ours.vote(decision, name, "yes")
    ours.close(decision)

    amina = person("Amina")
    amina.goes(f"{home}/decisions/{decision}")
    amina.follows(f"{home}/commitments/new")
    due = (house.workspace.now() + timedelta(days=20)).date().isoformat()
    role = {"role_cy": "Trafnidiaeth, y Cyngor", "role_en": "Transport, the council"}
    amina.sends(f"{home}/commitments", what_cy="Y bws cyntaf", what_en="The first bus", who="me", **role, due=due)
    commitment = here(amina, "commitment")
    amina.follows(f"{home}/commitments/{commitment}/report")
    amina.sends(f"{home}/commitments/{commitment}/report", how="done", words="Fe aeth ddydd Mawrth.")

    tomos.goes(f"{home}/commitments/{commitment}/difference")
    tomos.sends(f"{home}/commitments/{commitment}/difference", difference="yes", words="Fe gyrhaeddais i mewn pryd.")
    reader = person()
    reader.goes(f"{home}/commitments/{commitment}")
    reader.reads("Fe gyrhaeddais i mewn pryd.")


@in_every_mode
def test_a_change_that_another_overtook_is_asked_again_and_taken_in(house: House, group: Groups, visit: Visits, mode: str) -> None:
    ours, person = group(f"Radio {mode}", citizens=CITIZENS, professionals=CARE_TEAM), come(visit, mode)
    first = "Y person sy’n dewis beth i’w wneud gyda’r deg munud: paned, sgwrs neu lonydd."
    text = {"cy": first, "en": "Whoever has care chooses."}
    proposal = proposals.draft(house.workspace, ours.act("Tomos"), both("Deg munud", "Ten minutes"), text, text).id
    home = f"/projects/{ours.id}/proposals/{proposal}"

    menna = person("Menna")
    menna.goes(f"{home}/amendments/new?language=cy&paragraph=1")
    menna.sends(f"{home}/amendments", words=first.replace("sgwrs", "sgwrs, y radio"), why="Mae’r radio’n gwmni.")
    hers = here(menna, "amendment")
    other = amendments.suggest(house.workspace, ours.act("Rhys"), proposal, 1, "cy", 1, first.replace("deg munud", "pymtheg munud"), "Mae deg yn fyr.").id

    tomos = person("Tomos")
    tomos.goes(f"{home}/amendments/{other}")
    tomos.sends(f"{home}/amendments/{other}/acceptance")
    menna.goes(f"{home}/amendments/{hers}")
    menna.sends(f"{home}/amendments/{hers}/meaning")
    tomos.goes(f"{home}/amendments/{hers}")
    tomos.sends(f"{home}/amendments/{hers}/acceptance")
    tomos.goes(f"{home}?version=3")
    with house.workspace.reading() as db:
        said = [body for (body,) in db.execute("select body from texts where project = %s and language = 'cy'", (ours.id,)).fetchall()]
    assert first.replace("sgwrs", "sgwrs, y radio").replace("deg munud", "pymtheg munud") in said


@in_every_mode
def test_what_was_agreed_is_not_done_and_they_talk_about_it(house: House, group: Groups, visit: Visits, mode: str) -> None:
    ours, person = group(f"Rownd {mode}", citizens=CITIZENS, professionals=CARE_TEAM), come(visit, mode)
    members.give_task(house.workspace, ours.act("Mair"), ours.act("Rhys").member, "commissioner")
    ours.adopt_charter(decline_days=21)
    decision = ours.open()
    for name in (*CITIZENS, *CARE_TEAM):
        ours.vote(decision, name, "yes")
    ours.close(decision)
    home = f"/projects/{ours.id}/decisions/{decision}"

    rhys = person("Rhys")
    rhys.goes(home)
    rhys.follows(f"{home}/decline")
    day = (house.workspace.now() + timedelta(days=14)).date().isoformat()
    instead = {"will_do_cy": "Rownd hwyr ar nos Wener", "will_do_en": "A late round on Fridays"}
    rhys.sends(f"{home}/decline", reason="Does dim car ar ôl wyth.", **instead, talk=day)

    menna = person("Menna")
    menna.goes(home)
    menna.reads("Does dim car ar ôl wyth.")
    menna.follows(f"{home}/decline")
    menna.sends(f"{home}/decline/replies", reply="Mae gan Ifan gar.")
    rhys.goes(f"{home}/decline")
    rhys.reads("Mae gan Ifan gar.")
    rhys.sends(f"{home}/decline/talks", talk="Bydd Ifan yn gyrru, a’r Cyngor yn talu.")
    reader = person()
    reader.goes(f"{home}/decline")
    reader.reads("Bydd Ifan yn gyrru, a’r Cyngor yn talu.")


@in_every_mode
def test_a_reply_that_was_hidden_is_looked_at_by_somebody_else(house: House, group: Groups, visit: Visits, mode: str) -> None:
    ours, person = group(f"Ateb {mode}", citizens=CITIZENS, professionals=CARE_TEAM), come(visit, mode)
    members.give_task(house.workspace, ours.act("Mair"), ours.act("Amina").member, "facilitator")
    idea, words = ours.post("Gwyn", "Mainc wrth y giât."), f"Ddim wrth y giât: wrth y drws, {mode}."
    ideas.reply(house.workspace, ours.act("Menna"), idea, words)
    home = f"/projects/{ours.id}"

    mair = person("Mair")
    mair.goes(f"{home}/ideas/{idea}")
    mair.reads(words)
    text = ours.text(words)
    mair.follows(f"{home}/words/{text}")
    mair.sends(f"{home}/words/{text}/hiding", reason="Mae’n enwi tŷ.")

    menna = person("Menna")
    menna.goes(f"{home}/ideas/{idea}")
    menna.does_not_read(words)
    menna.goes(f"{home}/words/{text}")
    menna.sends(f"{home}/words/{text}/appeals", appeal="Does dim tŷ yno.")

    amina = person("Amina")
    amina.goes(f"{home}/words/{text}")
    amina.reads("Does dim tŷ yno.")
    amina.sends(f"{home}/words/{text}/verdict", upheld="yes", verdict="Mae hi’n iawn.")
    menna.goes(f"{home}/ideas/{idea}")
    menna.reads(words)


@in_every_mode
def test_a_sensitive_project_is_nowhere_for_an_outsider(group: Groups, visit: Visits, mode: str) -> None:
    name = f"Lloches {mode}"
    ours = group(name, citizens=CITIZENS, professionals=CARE_TEAM, visibility="sensitive")
    idea = ours.post("Gwyn", "Drws cefn.")
    outsider = come(visit, mode)("Zofia")
    outsider.goes("/projects")
    outsider.does_not_read(name)
    for path in ("", "/ideas", f"/ideas/{idea}", "/members", "/history"):
        outsider.goes(f"/projects/{ours.id}{path}")
        assert outsider.visit.is_turned_away
        assert name not in outsider.page.content() + outsider.page.title()
        assert "Drws cefn" not in outsider.page.content()
