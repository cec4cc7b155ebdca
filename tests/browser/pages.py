"""Every page of the house by a short name, as its neutral path, with the ids of the demo's story in it."""

from typing import Any

from workspace.application import Workspace
from workspace.methods import of_the_house
from workspace.polls import link_token

PROJECT = "Evening care in Dyffryn Aeron"
YOUNGER = "Felin-fach lunch club"
HARDER = "A bus to the hospital"

FIND = """
select p.id,
       (select id from board_ideas where project = p.id and replies > 0 order by position limit 1),
       (select id from board_ideas where project = p.id and is_aside limit 1),
       (select id from board_ideas where project = p.id and joined_with is not null limit 1),
       (select id from board_themes where project = p.id order by position limit 1),
       (select id from proposals where project = p.id order by position limit 1),
       (select proposal from proposals_amendments where project = p.id and state = 'open' order by position desc limit 1),
       (select id from proposals_amendments where project = p.id and state = 'open' order by position desc limit 1),
       (select id from proposals_amendments where project = p.id and state = 'accepted' order by position desc limit 1),
       (select id from decisions where project = p.id and closed_at is null order by position limit 1),
       (select id from decisions where project = p.id and result = 'agreed' and proposal is not null order by position limit 1),
       (select id from decisions where project = p.id and result <> 'agreed' order by position limit 1),
       (select id from people where project = p.id and side = 'professional' order by placed_at limit 1),
       (select words from board_ideas where project = p.id order by position limit 1),
       (select max(position) from decision_history_entries where project = p.id),
       (select id from commitments where project = p.id and state = 'on its way' order by position limit 1),
       (select id from commitments where project = p.id and state = 'done' order by position desc limit 1),
       (select id from challenges where project = p.id and settled_at is null order by position limit 1),
       (select id from commission_offers where project = p.id order by position limit 1),
       (select id from slips where project = p.id and state = 'waiting' order by position limit 1),
       (select decision from declines where project = p.id limit 1),
       (select o.id from decisions_objections o join decisions d on d.id = o.decision where d.project = p.id limit 1),
       (select id from decisions where project = p.id and closed_at is null order by position desc limit 1),
       (select m.id from decisions_mends m join decisions d on d.id = m.decision where d.project = p.id and d.closed_at is null limit 1),
       (select id from rounds where project = p.id limit 1),
       (select id from missing_voices where project = p.id order by id limit 1),
       (select id from decisions where project = p.id and way = 'hands' order by position limit 1),
       (select id from polls where project = p.id and closed_at is null limit 1),
       (select id from polls where project = p.id and chosen is not null limit 1),
       (select id from agendas where project = p.id and opened_at is null and cancelled_at is null limit 1),
       (select session from agendas_blocks b join agendas a on a.id = b.session where a.project = p.id and a.opened_at is null limit 1),
       (select id from agendas where project = p.id and opened_at is not null and over_at is null limit 1),
       (select id from agendas where project = p.id and over_at is not null limit 1)
  from projects p where said(p.name) ->> 'en' = %s
"""

EVERYWHERE = {
    "front": "/",
    "sign-in": "/sign-in",
    "sign-in-code": "/sign-in/code",
    "sign-in-link": "/sign-in/long-used-up",
    "join": "/join",
    "join-used": "/join/long-used-up",
    "session-code": "/s/AAAAAA",
    "session-outside": "/here/00000000-0000-0000-0000-000000000000",
    "gallery": "/gallery",
    "help": "/help",
    "look": "/look",
    "what-it-is": "/what-is-co-production",
    "slip": "/slip",
    "slip-none": "/slip/AAAAA-AAAAA",
    "call-new": "/calls/new",
    "calls-network": "/calls",
    "privacy": "/privacy",
    "accessibility": "/accessibility",
    "language": "/language",
    "not-found": "/nowhere",
    "demo": "/demo",
    "mails": "/mail",
    "projects": "/projects",
    "projects-new": "/projects/new",
    "home": "/home",
    "me": "/me",
    "me-mail": "/me/mail",
    "me-calendar": "/me/calendar",
    "network": "/network",
    "methods": "/methods",
    "methods-found": "/methods?find=cylch&people=8",
    "methods-none": "/methods?find=zzzz",
    "method-new": "/methods/new",
    "method": f"/methods/{of_the_house('round-without-interruption')}",
    "method-edit": f"/methods/{of_the_house('choosing-with-dots')}/edit",
    "method-versions": f"/methods/{of_the_house('choosing-with-dots')}/versions",
}
INSIDE = {
    "project": "",
    "project-edit": "/edit",
    "stages": "/stages",
    "stage": "/stages/deliver",
    "visibility": "/visibility",
    **{name: f"/{name}" for name in ("mandate", "care", "delivery", "better", "organisations")},
    "charter": "/charter",
    "charter-version": "/charter/versions/1",
    "charter-edit": "/charter/edit",
    "matters": "/matters",
    "matter-new": "/matters/new",
    "writing-down": "/writing-down",
    "writing-down-matter": "/writing-down?what=matter",
    "writing-down-vote": "/decisions/{open}/writing-down",
    "slips": "/slips",
    "slip-written": "/slips/{slip}",
    "sheet": "/sheet",
    "calls": "/calls",
    "call-new-project": "/calls/new",
    "helpers": "/members/{member}/helpers",
    "charter-templates": "/charter/templates",
    "charter-versions": "/charter/versions",
    "ideas": "/ideas",
    "ideas-list": "/ideas?view=list",
    "ideas-found": "/ideas?find=car",
    "ideas-none": "/ideas?find=zzzz",
    "ideas-choose": "/ideas?choose=1",
    "ideas-theme": "/ideas?theme={theme}",
    "ideas-loose": "/ideas?theme=none",
    "themes": "/themes",
    "idea-theme": "/ideas/{idea}/theme",
    "idea": "/ideas/{idea}",
    "idea-answer": "/ideas/{idea}/answers",
    "idea-ask": "/ideas/{idea}/asks",
    "idea-joining": "/ideas/{idea}/joining",
    "idea-parts": "/ideas/{idea}/parts",
    "idea-joined": "/ideas/{joined}",
    "idea-apart": "/ideas/{joined}/joining",
    "idea-aside": "/ideas/{aside}",
    "idea-reword": "/ideas/{idea}/reword",
    "idea-setting-aside": "/ideas/{idea}/setting-aside",
    "proposals": "/proposals",
    "proposal": "/proposals/{proposal}",
    "proposal-first": "/proposals/{proposal}?version=1",
    "proposal-new": "/proposals/new?idea={idea}",
    "proposal-edit": "/proposals/{proposal}/edit",
    "proposal-withdrawal": "/proposals/{proposal}/withdrawal",
    "proposal-paragraph": "/proposals/{proposal}/paragraphs/cy/1",
    "proposal-versions": "/proposals/{proposal}/versions",
    "proposal-authors": "/proposals/{proposal}/authors",
    "proposal-part": "/proposals/{proposal}/parts/cost",
    "amendment-new": "/proposals/{proposal}/amendments/new?language=cy&paragraph=1",
    "amendment": "/proposals/{amended}/amendments/{amendment}",
    "amendment-accepted": "/proposals/{amended}/amendments/{accepted}",
    "amendment-reword": "/proposals/{amended}/amendments/{amendment}/reword",
    "amendment-promotion": "/proposals/{amended}/amendments/{amendment}/promotion",
    "decisions": "/decisions",
    "decision": "/decisions/{open}",
    "decision-tapped": "/decisions/{open}?choice=yes",
    "decision-agreed": "/decisions/{agreed}",
    "decision-by-hands": "/decisions/{room}",
    "hands": "/decisions/{room}/hands",
    "decision-one-side": "/decisions/{other}",
    "certificate": "/decisions/{agreed}/certificate",
    "decision-new": "/decisions/new?proposal={proposal}&version=2",
    "decision-consent": "/decisions/{asked}",
    "following": "/decisions/{asked}/following",
    "mend-new": "/decisions/{asked}/mends",
    "mend": "/decisions/{asked}/mends/{mend}",
    "restart": "/decisions/{asked}/restart",
    "routes": "/decisions/{other}/routes",
    "statement": "/decisions/{other}/statements",
    "objection": "/objections/{objection}",
    "objection-new": "/decisions/{asked}/objections/new",
    "rounds": "/proposals/{proposal}/rounds",
    "round": "/rounds/{round}",
    "decline": "/decisions/{agreed}/decline",
    "decline-declared": "/decisions/{declined}/decline",
    "commitments": "/commitments",
    "commitments-none": "/commitments?which=could-not",
    "commitment": "/commitments/{promised}",
    "commitment-done": "/commitments/{done}",
    "commitment-new": "/commitments/new?decision={agreed}",
    "commitment-report": "/commitments/{promised}/report",
    "commitment-due": "/commitments/{promised}/due",
    "commitment-handover": "/commitments/{promised}/handover",
    "commitment-difference": "/commitments/{done}/difference",
    "commission": "/commission",
    **{f"commission-{name}": f"/commission/{name}" for name in ("need", "criteria", "interest")},
    "commission-offer": "/commission/offers/{offer}",
    "sessions": "/sessions",
    "session-new": "/sessions/new",
    "session": "/sessions/{ahead}",
    "session-edit": "/sessions/{ahead}/edit",
    "session-roles": "/sessions/{ahead}/roles",
    "session-block": "/sessions/{ahead}/blocks/{block}",
    "session-block-new": "/sessions/{ahead}/blocks/new",
    "session-running": "/sessions/{running}",
    "console": "/sessions/{running}/console",
    "screen": "/sessions/{running}/screen",
    "question": "/sessions/{running}/question",
    "session-over": "/sessions/{over}",
    "minutes": "/sessions/{over}/minutes",
    "minutes-notes": "/sessions/{over}/minutes/notes",
    "minutes-correction": "/sessions/{over}/minutes/corrections/new",
    "challenges": "/challenges",
    "challenge-new": "/challenges/new",
    "challenge": "/challenges/{challenge}",
    "worry": "/worry",
    "looked-after": "/words",
    "lead": "/lead",
    "history": "/history",
    "history-found": "/history?kind=decision",
    "history-line": "/history/{line}",
    "members": "/members",
    "member": "/members/{member}",
    "invitations": "/invitations",
    "missing": "/missing",
    "missing-voice": "/missing/{voice}",
    "calendar": "/calendar",
    "polls": "/polls",
    "poll-new": "/polls/new",
    "poll": "/polls/{poll}",
    "poll-chosen": "/polls/{chosen}",
    "poll-writing-down": "/polls/{poll}/writing-down",
    "requests": "/requests",
    "facilitators": "/facilitators",
    "words": "/words/{words}?kind=idea&subject={idea}",
}


NAMES = (
    "idea", "aside", "joined", "theme", "proposal", "amended", "amendment", "accepted", "open", "agreed", "other", "member", "words",
    "line", "promised", "done", "challenge", "offer", "slip", "declined", "objection", "asked", "mend", "round", "voice", "room", "poll", "chosen",
    "ahead", "block", "running", "over",
)  # fmt: skip


def pages(workspace: Workspace) -> dict[str, str]:
    known, young = _ids(workspace, PROJECT), f"/projects/{_ids(workspace, YOUNGER)['id']}"
    inside = {called: f"/projects/{known['id']}" + path.format(**known) for called, path in INSIDE.items()}
    with workspace.reading() as db:
        waits = db.execute("select project, id from people where standing = 'asking' order by placed_at limit 1").fetchone()
        note = db.execute("select method, id from methods_notes order by position limit 1").fetchone()
    assert waits is not None, "somebody asks to take part"
    assert note is not None, "somebody said how a method went"
    elsewhere = {"words-network": f"/network/words/{note[1]}?kind=experience&subject={note[0]}"}
    younger = {f"young-{word or 'project'}": f"{young}/{word}".rstrip("/") for word in ("", "charter", "decisions", "proposals", "commission")}
    harder = f"/projects/{_ids(workspace, HARDER)['id']}"
    phone = {"here": f"/here/{known['running']}", "here-minutes": f"/here/{known['over']}/minutes"}
    asked = {"poll-asked": f"/when/{link_token(workspace.settings.secret, known['poll'])}"}
    went_wrong = {"bus-project": harder, **{f"bus-{word}": f"{harder}/{word}" for word in ("challenges", "decisions", "stages", "matters")}}
    return EVERYWHERE | elsewhere | inside | younger | asked | phone | went_wrong | {"young-request": f"/projects/{waits[0]}/requests/{waits[1]}"}


def _ids(workspace: Workspace, called: str) -> dict[str, Any]:
    with workspace.reading() as db:
        row = db.execute(FIND, (called,)).fetchone()
    assert row is not None, "the story is told"
    return dict(zip(("id", *NAMES), row, strict=True))
