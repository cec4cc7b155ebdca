"""Every address there is: who may open it, who may do what there, and what a good request says."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from httpx import Response
from litestar import Litestar
from litestar.routes import HTTPRoute

from workspace import accounts
from workspace.story.cast import CAST

from .browsing import Reader
from .neighbours import GONE, STRANGER

ROLES = {"nobody": "", "stranger": STRANGER, "removed": GONE, "member": "Eira", "facilitator": "Mair", "co-ordinator": "Lowri"}
OUTSIDE = ("nobody", "stranger", "removed", "co-ordinator")
ANYBODY, SIGNED_IN = frozenset(ROLES), frozenset(ROLES) - {"nobody"}
MEMBERS, FACILITATORS, CO_ORDINATORS = frozenset({"member", "facilitator"}), frozenset({"facilitator"}), frozenset({"co-ordinator"})
MEMBER, NOBODY = frozenset({"member"}), frozenset[str]()
FOUNDERS = frozenset({"facilitator", "co-ordinator"})  # Mair may start projects

P = "/projects/{project:uuid}"
IDEA, C, D = f"{P}/ideas/{{idea_id:uuid}}", f"{P}/proposals/{{proposal_id:uuid}}", f"{P}/decisions/{{decision_id:uuid}}"
O = f"{P}/objections/{{objection_id:uuid}}"  # noqa: E741
A, L = f"{C}/amendments/{{amendment_id:uuid}}", f"{C}/paragraphs/{{language:str}}/{{number:int}}"
K = f"{P}/commitments/{{commitment_id:uuid}}"
R = f"{P}/rounds/{{round_id:uuid}}"
M, W = f"{P}/members/{{member:uuid}}", f"{P}/words/{{text:uuid}}"
V = f"{P}/missing/{{voice_id:uuid}}"
Q = f"{P}/polls/{{poll_id:uuid}}"
T, S = f"{P}/matters/{{matter_id:uuid}}", f"{P}/slips/{{slip_id:uuid}}"
B = f"{P}/commission"
MD, NW = "/methods/{method_id:uuid}", "/network/words/{words_id:uuid}"
OF_THE_NETWORK = ("/methods", "/network/words")
"""What belongs to no project is open to everybody."""
H = f"{P}/challenges/{{challenge_id:uuid}}"
N = f"{P}/sessions/{{session_id:uuid}}"
E = f"{P}/sessions/{{session:uuid}}"
PH = f"{E}/photographs/{{photograph_id:uuid}}"
G = "/here/{session:uuid}"
MT = f"{P}/sessions/{{over:uuid}}/minutes"
RF, GF = f"{P}/sessions/{{over:uuid}}/reflection", f"{P}/sessions/{{over:uuid}}/given"
KEPT = {"what": {"en": "A lamp at the door"}, "who": "me", "role": {"en": "Neighbour"}, "due": f"{datetime.now(UTC) + timedelta(days=30):%Y-%m-%d}"}
BOTH = {"cy": "Geiriau", "en": "Words"}
DRAFT = {"title": BOTH, "summary": BOTH, "body": BOTH}
QUESTION = {"question": BOTH, "yes": BOTH, "no": BOTH, "otherwise": BOTH, "closes": f"{datetime.now(UTC) + timedelta(days=30):%Y-%m-%dT%H:%M}"}
TOLD = {"title": BOTH, "way": "room", "seats": 30}
SAID = {"text": "It was good", "readers": "led"}
TIMES = {"starts": f"{datetime.now(UTC) + timedelta(days=30):%Y-%m-%dT%H:%M}", "minutes": 120}
BLOCK = {"kind": "write", "title": BOTH, "minutes": 10, "dots": 3, "cap": 0}
DESCRIPTION = dict.fromkeys(("name", "purpose", "question", "place", "citizen", "professional"), BOTH) | {"contact": "Mair", "telephone": "01632 960118"}
CHARTER = dict.fromkeys(("aim", "together", "who", "open_and_fixed", "how"), BOTH) | {"method": "dual", "opened_by": "anybody", "saw": 3}

OFFERED = {"time_1": QUESTION["closes"]}
METHOD = {**dict.fromkeys(("name", "purpose", "steps"), BOTH), "kind": "round", "ways": ["room"], "minutes_least": 5, "minutes_most": 9, "people_least": 3}

CALL = {"name": "Somebody", "number": "01632 960118"}
HOW = {"voice": "{member:uuid}", "source": "phone", "agreed": "said so"}

READ: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        (
            "/",
            "/gallery",
            "/gallery/states/{status:int}",
            "/help",
            "/look",
            "/what-is-co-production",
            "/privacy",
            "/accessibility",
            "/language",
            "/projects",
            "/sign-in",
            "/sign-in/code",
            "/join",
        ),
        ANYBODY,
    ),
    **dict.fromkeys(("/health/live", "/health/ready", "/static/{name:str}", "/schema", "/schema/openapi.json"), ANYBODY),
    "/when/{token:str}": ANYBODY,
    "/calendar/{token:str}": ANYBODY,
    f"{P}/calendar": ANYBODY,
    **dict.fromkeys(("/join/{secret:str}", "/j/{secret:str}", "/sign-in/{token:str}", "/unsubscribe/{token:str}", "/not-yet/{token:str}"), ANYBODY),
    "/gallery/states/{status:int}": NOBODY,  # each is what can go wrong
    "/home": ANYBODY,  # sends on to the first page
    **dict.fromkeys(("/me", "/me/mail", "/me/calendar", "/me/needs", "/projects/new"), SIGNED_IN),
    "/network": CO_ORDINATORS,
    "/invitations/{member:uuid}": NOBODY,  # it is for somebody else
    **dict.fromkeys(("/p/{code:str}", "/i/{code:str}", "/c/{code:str}", "/d/{code:str}", "/decisions/{decision_id:uuid}", "/changes/{project:uuid}"), ANYBODY),
    **dict.fromkeys(
        (P, f"{P}/ideas", f"{P}/ideas/fresh", IDEA, f"{IDEA}/card", f"{IDEA}/replies", f"{P}/proposals", C, f"{P}/decisions", D, f"{D}/turnout"), ANYBODY
    ),
    **dict.fromkeys((f"{P}/charter", f"{P}/charter/versions/{{version:int}}", f"{P}/history", f"{P}/history/{{position:int}}"), ANYBODY),
    **dict.fromkeys((f"{P}/members", M, f"{P}/stages", f"{P}/stages/{{stage:str}}", W), ANYBODY),
    # a form that only some can use says so to others
    **dict.fromkeys((f"{P}/edit", f"{P}/visibility", f"{P}/charter/edit", f"{P}/proposals/new", f"{C}/edit", f"{C}/withdrawal"), ANYBODY),
    **dict.fromkeys((f"{P}/charter/templates", f"{P}/charter/versions"), ANYBODY),
    **dict.fromkeys((f"{IDEA}/reword", f"{IDEA}/setting-aside", f"{IDEA}/theme", f"{P}/themes", f"{IDEA}/answers", f"{IDEA}/asks"), ANYBODY),
    **dict.fromkeys((f"{IDEA}/joining", f"{IDEA}/parts"), ANYBODY),
    **dict.fromkeys((f"{P}/mandate", f"{P}/care", f"{P}/delivery", f"{P}/better", f"{P}/organisations"), ANYBODY),
    **dict.fromkeys((L, f"{C}/amendments/new", A, f"{A}/reword", f"{A}/promotion", f"{C}/versions", f"{C}/authors", f"{C}/parts/{{part:str}}"), ANYBODY),
    **dict.fromkeys((f"{P}/commitments", f"{P}/commitments/new", K, f"{K}/report", f"{K}/due", f"{K}/handover", f"{K}/difference"), ANYBODY),
    **dict.fromkeys((B, f"{B}/need", f"{B}/criteria", f"{B}/interest", f"{B}/offers/{{offer:uuid}}"), ANYBODY),
    **dict.fromkeys((f"{P}/challenges", f"{P}/challenges/new", H), ANYBODY),
    **dict.fromkeys((f"{P}/sessions", f"{P}/sessions/new", N, f"{N}/edit", f"{N}/roles", f"{N}/blocks/new", f"{N}/blocks/{{block_id:uuid}}"), ANYBODY),
    f"{P}/invitations": FACILITATORS,
    **dict.fromkeys((f"{E}/console", f"{E}/screen", f"{E}/question", f"{N}/rehearsal"), FACILITATORS),
    **dict.fromkeys((f"{E}/typing/people", f"{E}/typing/{{block:uuid}}/votes"), FACILITATORS),
    **dict.fromkeys((f"{N}/paper", f"{E}/typing", f"{E}/typing/{{block:uuid}}", f"{E}/photographs", PH), FACILITATORS),
    **dict.fromkeys((MT, f"{MT}/corrections/new"), ANYBODY),
    **dict.fromkeys((f"{P}/questions", f"{P}/questions/{{carried:uuid}}"), ANYBODY),
    **dict.fromkeys((f"{MT}/corrections/{{correction:uuid}}", f"{MT}/notes"), FACILITATORS),
    **dict.fromkeys(("/here/{over:uuid}/minutes", "/here/{over:uuid}/reflection", "/here/{over:uuid}/given"), MEMBER),  # who was there
    **dict.fromkeys((RF, GF), ANYBODY),
    f"{GF}/sheets": FACILITATORS,
    f"{P}/requests": ANYBODY,
    **dict.fromkeys((f"{P}/facilitators", f"{P}/missing", V), ANYBODY),
    **dict.fromkeys((f"{P}/polls", f"{P}/polls/new", Q), ANYBODY),
    f"{Q}/writing-down": FACILITATORS,
    f"{P}/requests/{{member:uuid}}": NOBODY,  # none waits
    **dict.fromkeys(("/methods", MD, f"{MD}/versions", NW), ANYBODY),
    **dict.fromkeys(("/methods/new", f"{MD}/edit"), SIGNED_IN),  # a form that only some can use says so to others
    **dict.fromkeys((f"{P}/matters", f"{P}/matters/new", "/slip", "/slip/{slip_code:str}"), ANYBODY),
    "/slip/{slip_code:str}/files/{file:uuid}": NOBODY,  # it is somebody else's
    **dict.fromkeys(("/calls/new", f"{P}/calls/new", f"{P}/sheet"), ANYBODY),
    "/calls": CO_ORDINATORS,
    f"{P}/calls": FACILITATORS,
    f"{P}/words": ANYBODY,
    f"{P}/files/{{file:uuid}}": MEMBERS,  # hers, and not to be quoted
    "/network/appeals/{text:uuid}": NOBODY,  # none waits
    **dict.fromkeys((f"{P}/worry", f"{P}/lead"), ANYBODY),
    **dict.fromkeys((f"{P}/slips", S, f"{P}/writing-down", f"{D}/writing-down"), FACILITATORS),
    f"{M}/helpers": MEMBERS,  # of oneself; a facilitator sees anybody's
    f"{P}/decisions/new": MEMBERS,
    O: ANYBODY,
    f"{D}/objections/new": ANYBODY,
    f"{D}/following": MEMBERS,
    **dict.fromkeys((f"{C}/rounds", R), ANYBODY),
    **dict.fromkeys((f"{D}/routes", f"{D}/statements", f"{D}/mends", f"{D}/mends/{{mend:uuid}}", f"{D}/restart"), ANYBODY),
    "/objections/{objection_id:uuid}": ANYBODY,
    **dict.fromkeys((f"{D}/certificate", f"{D}/decline"), NOBODY),  # an open decision has none
    f"{D}/hands": NOBODY,  # it is decided by ballots
    **dict.fromkeys(("/s/{code:str}", "/screen/{secret:str}", "/changes/screen/{secret:str}"), ANYBODY),
    **dict.fromkeys((G, f"{G}/now", "/changes/here/{session:uuid}"), MEMBERS),  # and whoever came by the code
}
"""Who may open what, in a project that is open to everybody. In one that is for its members only, nobody else may open anything."""

ACT: dict[str, tuple[frozenset[str], dict[str, Any]]] = {
    f"POST {P}/edit": (FACILITATORS, DESCRIPTION),
    f"POST {P}/visibility": (FACILITATORS, {"visibility": "public", "reason": "So"}),
    f"POST {P}/mandate": (FACILITATORS, {"open": BOTH, "fixed": BOTH, "money": BOTH, "confirms": BOTH, "pays": BOTH, "until_on": "2028-03-31"}),
    f"POST {P}/care": (FACILITATORS, dict.fromkeys(("costs", "access", "replacement", "ring", "worry"), BOTH)),
    f"POST {P}/delivery": (FACILITATORS, {"delivery": BOTH}),
    f"POST {P}/better": (FACILITATORS, {"better": BOTH}),
    f"POST {P}/organisations": (FACILITATORS, {"name": BOTH, "part": BOTH}),
    f"DELETE {P}/organisations/{{organisation:uuid}}": (FACILITATORS, {}),
    f"POST {P}/stages/{{stage:str}}": (FACILITATORS, {"reason": "So"}),
    f"DELETE {P}/stages/{{stage:str}}": (FACILITATORS, {"reason": "So"}),
    f"POST {P}/invitations": (FACILITATORS, {"side": "citizen", "way": "link"}),
    f"POST {P}/facilitators": (FACILITATORS, {"member": "{other:uuid}"}),
    f"POST {P}/facilitators/answer": (MEMBERS, {"answer": "no"}),
    f"POST {P}/missing": (MEMBERS, {"who": BOTH, "why": "So", "people": 340, "area": BOTH}),
    f"POST {P}/polls": (FACILITATORS, {"question": BOTH, **OFFERED, "minutes": 90, "answer_by": KEPT["due"]}),
    f"POST {Q}/answers": (MEMBERS, {"time_1": "yes", "time_2": "if needed"}),
    f"POST {Q}/writing-down": (FACILITATORS, {"time_1": "no", **HOW}),
    f"POST {Q}/times": (FACILITATORS, {"time": QUESTION["closes"], "minutes": 60}),
    f"DELETE {Q}/times/{{number:int}}": (FACILITATORS, {"reason": "So"}),
    f"DELETE {Q}/answers": (MEMBERS, {}),
    f"POST {Q}/closure": (FACILITATORS, {"time": "2"}),
    f"POST {V}/reach": (MEMBERS, {}),
    f"POST {V}/reports": (MEMBERS, {"words": "So"}),
    f"POST {V}/arrival": (MEMBERS, {}),
    f"POST {V}/closure": (FACILITATORS, {"reason": "So"}),  # it is the facilitator's
    f"POST {P}/requests": (SIGNED_IN, {"name": "Somebody", "side": "citizen", "words": "So"}),  # who is a member hears that they are here
    f"DELETE {P}/requests": (SIGNED_IN, {}),
    f"POST {P}/requests/{{member:uuid}}/welcome": (NOBODY, {}),
    f"POST {P}/requests/{{member:uuid}}/refusal": (NOBODY, {"reason": "So"}),
    f"POST {M}/places": (FACILITATORS, {"way": "link"}),
    f"POST {M}/side": (MEMBERS, {"side": "citizen"}),  # of one's own; a facilitator mends anybody's
    f"POST {M}/name": (MEMBER, {"name": "Eira"}),  # one's own
    f"POST {M}/introduction": (MEMBER, {"introduction": "So"}),  # it is hers
    f"POST {M}/tasks/{{task:str}}": (FACILITATORS, {}),
    f"DELETE {M}/tasks/{{task:str}}": (FACILITATORS, {}),
    f"POST {P}/charter": (MEMBERS, CHARTER),
    f"POST {P}/ideas": (MEMBERS, {"text": "An idea"}),
    f"POST {IDEA}/support": (MEMBERS, {}),
    f"DELETE {IDEA}/support": (MEMBERS, {}),
    f"POST {IDEA}/replies": (MEMBERS, {"reply": "A reply"}),
    f"POST {IDEA}/answers": (FACILITATORS, {"kind": "let us talk", "answer": "An answer", "on": KEPT["due"]}),
    f"POST {IDEA}/asks": (MEMBERS, {"of": "{other:uuid}", "until": KEPT["due"]}),
    f"POST {P}/themes": (MEMBERS, {"name": BOTH}),
    f"POST {IDEA}/theme": (MEMBERS, {"theme": "{theme_id:uuid}"}),
    f"POST {P}/themes/{{theme_id:uuid}}/name": (MEMBERS, {"name": BOTH}),  # she named it; a facilitator changes anybody's
    f"POST {P}/themes/{{theme_id:uuid}}/closure": (MEMBERS, {}),
    f"POST {IDEA}/parts": (MEMBER, {"part_1": "One half", "part_2": "The other half"}),  # it is hers
    f"POST {IDEA}/reword": (MEMBER, {"text": "Other words"}),  # it is hers
    f"POST {P}/matters": (ANYBODY, {"text": "What matters", "side": "citizen", "may_quote": "yes"}),
    f"POST {P}/calls": (ANYBODY, CALL),
    f"POST {P}/worry": (NOBODY, {"words": "So"}),  # nobody can be written to
    f"POST {P}/lead": (FACILITATORS, {"name": "Lowri", "telephone": "01632 960119"}),
    f"DELETE {P}/calls/{{call:uuid}}": (NOBODY, {}),  # it was answered before
    f"POST {T}/reading": (FACILITATORS, {}),
    f"POST {T}/transcripts": (FACILITATORS, {"kind": "photo", "transcript": "So"}),
    f"POST {T}/quote": (MEMBER, {}),  # hers
    f"DELETE {T}/quote": (MEMBER, {}),
    f"POST {T}/words": (MEMBER, {"text": "Other words"}),
    f"DELETE {T}/words": (MEMBER, {}),
    f"POST {M}/helpers": (MEMBERS, {"helper": "{helper:uuid}"}),
    f"DELETE {M}/helpers/{{helper:uuid}}": (MEMBERS, {}),
    f"POST {P}/writing-down": (FACILITATORS, {"what": "idea", "text": "An idea", "how": "summary", **HOW}),
    f"POST {D}/writing-down": (FACILITATORS, {"choice": "yes", **HOW}),
    f"POST {S}/confirmation": (FACILITATORS, {}),
    f"POST {S}/words": (FACILITATORS, {"text": "Other words"}),
    f"POST {S}/times": (NOBODY, {"time_1": "yes"}),  # it is about an idea
    f"DELETE {S}/words": (FACILITATORS, {}),
    f"POST {P}/proposals": (MEMBERS, DRAFT),
    f"POST {C}/support": (MEMBERS, {"version": 1}),
    f"DELETE {C}/support": (MEMBERS, {}),
    f"POST {L}/comments": (MEMBERS, {"comment": "A comment", "version": 1}),
    f"POST {C}/notes": (MEMBERS, {"kind": "worry", "note": "A worry"}),
    f"POST {C}/parts/{{part:str}}": (MEMBER, {"words": BOTH}),
    f"POST {C}/authors": (MEMBER, {"author": "{other:uuid}"}),
    f"POST {C}/amendments": (MEMBERS, {"saw": 1, "language": "en", "paragraph": 1, "words": "Other words", "why": "So"}),
    f"POST {A}/reword": (FACILITATORS, {"saw": 1, "paragraph": 1, "words": "Other words still", "why": "So"}),  # it is the facilitator's
    f"POST {A}/meaning": (FACILITATORS, {"saw": 2}),
    f"POST {A}/refusal": (MEMBER, {"reason": "So"}),
    f"POST {A}/withdrawal": (FACILITATORS, {}),
    f"POST {A}/promotion": (FACILITATORS, DRAFT),
    f"POST {A}/acceptance": (MEMBER, {"saw": 1}),
    f"POST {C}/versions": (MEMBER, {**DRAFT, "saw": 2}),
    f"POST {P}/decisions/new": (MEMBERS, QUESTION),
    f"POST {P}/charter/edit": (MEMBERS, {"method": "dual"}),
    f"POST {P}/decisions": (MEMBERS, QUESTION),
    f"POST {D}/votes": (MEMBER, {"choice": "yes", "saw": 0}),  # the facilitator is on no side, so not on the roll: 422
    f"DELETE {D}/votes": (MEMBER, {"saw": 1}),
    f"POST {D}/objections": (MEMBER, {"aim": "aim", "why": "It hurts", "saw": 0}),
    f"POST {O}/replies": (MEMBERS, {"reply": "An answer"}),
    f"POST {O}/doubts": (MEMBER, {"doubt": "No harm"}),
    f"POST {O}/acceptance": (NOBODY, {"met": "So"}),  # it is Beti's
    f"POST {C}/rounds": (FACILITATORS, {"version": 1}),
    f"POST {R}/questions": (MEMBERS, {"asked": "Why?"}),
    f"POST {R}/replies": (MEMBERS, {"question": "{question:uuid}", "reply": "So"}),
    f"POST {R}/senses": (MEMBER, {"level": 1}),  # at its own step only: 422
    f"POST {R}/step": (FACILITATORS, {"step": "questions"}),
    f"POST {R}/end": (FACILITATORS, {"thanks": "Thank you"}),
    f"POST {D}/following": (MEMBERS, {"closes": QUESTION["closes"]}),
    f"POST {D}/routes": (MEMBERS, {"route": "mediate", "words": "So"}),
    f"POST {D}/statements": (MEMBER, {"statement": "Otherwise"}),
    f"POST {D}/mends/{{mend:uuid}}": (MEMBER, {}),
    f"POST {D}/mends": (MEMBER, {name: said for name, said in QUESTION.items() if name != "closes"}),
    f"POST {D}/restart": (FACILITATORS, {**QUESTION, "reason": "So"}),
    f"POST {D}/hands": (MEMBER, {f"{side}_{choice}": 0 for side in ("citizen", "professional") for choice in ("yes", "no", "abstain")}),
    f"POST {D}/closure": (FACILITATORS, {"closing": "All have voted"}),
    f"POST {D}/decline": (NOBODY, {"reason": "So", "will_do": BOTH, "talk": KEPT["due"]}),
    f"POST {D}/decline/replies": (NOBODY, {"reply": "So"}),
    f"POST {D}/decline/talks": (NOBODY, {"talk": "So"}),
    f"POST {P}/commitments": (MEMBERS, KEPT),
    f"POST {K}/report": (MEMBERS, {"how": "on its way", "words": "So"}),  # hers; a facilitator writes for anybody
    f"POST {K}/due": (MEMBERS, {"due": KEPT["due"], "reason": "So"}),
    f"POST {K}/difference": (MEMBER, {"difference": "yes", "words": "So"}),  # she asked for it
    f"POST {K}/handover": (MEMBERS, {"who": "me", "role": BOTH, "reason": "So"}),
    f"POST {W}/appeals": (NOBODY, {"appeal": "So"}),  # they are somebody else's words
    f"POST {W}/verdict": (FACILITATORS, {"upheld": "yes", "verdict": "So"}),
    f"POST {W}/answers": (FACILITATORS, {"answer": "So"}),
    f"POST {B}/need": (FACILITATORS, {"need": BOTH, "buying": BOTH}),
    f"POST {B}/criteria": (FACILITATORS, {"criterion_1": BOTH, "weight_1": 3, "criterion_2": BOTH, "weight_2": 1}),
    f"POST {B}/offers": (FACILITATORS, {"offer": BOTH}),
    f"POST {B}/interest": (MEMBER, {"offers": [], "words": ""}),  # the facilitator is of neither group: 403
    f"POST {B}/offers/{{offer:uuid}}": (MEMBER, {"score_1": "4", "score_2": "3", "words": "So"}),
    f"POST {B}/closure": (FACILITATORS, {}),
    f"POST {P}/sessions": (FACILITATORS, {**TOLD, **TIMES, "agenda": ""}),
    f"POST {N}": (FACILITATORS, TOLD),
    f"POST {N}/coming": (MEMBERS, {"shown": []}),
    f"DELETE {N}/coming": (MEMBERS, {}),
    f"POST {N}/needs/{{need:uuid}}/arrangement": (NOBODY, {}),  # she lets nobody see any
    f"DELETE {N}/needs/{{need:uuid}}/arrangement": (NOBODY, {}),
    f"POST {N}/times": (FACILITATORS, TIMES),
    f"POST {N}/cancellation": (FACILITATORS, {"cancelling": "So"}),
    f"POST {G}": (MEMBERS, {}),
    f"POST {G}/blocks/{{block:uuid}}/cards": (MEMBERS, {"text": "A card"}),
    f"POST {G}/cards/{{card:uuid}}": (MEMBER, {"text": "Other words"}),  # hers
    f"POST {G}/blocks/{{block:uuid}}/choices": (MEMBERS, {"level": 1}),  # nothing is chosen in that part
    f"DELETE {G}/blocks/{{block:uuid}}/choices": (MEMBERS, {}),
    f"POST {G}/table": (MEMBERS, {"table": 2}),
    f"POST {G}/queue": (MEMBERS, {}),
    f"DELETE {G}/queue": (MEMBERS, {}),
    f"DELETE {G}/turns": (MEMBERS, {}),
    f"POST {G}/decisions/{{decision_id:uuid}}/votes": (NOBODY, {"choice": "yes", "saw": 0}),  # it is not asked there
    f"DELETE {G}/decisions/{{decision_id:uuid}}/votes": (NOBODY, {"saw": 1}),
    f"POST {G}/place": (NOBODY, {"email": "gwenno@example.cymru"}),  # for those who came by the code
    f"DELETE {G}/name": (NOBODY, {}),
    f"POST {G}/forgetting": (NOBODY, {}),
    f"DELETE {G}/cards/{{card:uuid}}": (MEMBER, {}),
    f"POST {G}/leave": (MEMBERS, {}),
    f"POST {E}/moves": (FACILITATORS, {"saw": 1, "block": "{block:uuid}", "step": "share", "options": []}),
    f"POST {E}/freezing": (FACILITATORS, {}),
    f"DELETE {E}/freezing": (FACILITATORS, {}),
    f"POST {E}/blank": (FACILITATORS, {}),
    f"DELETE {E}/blank": (FACILITATORS, {}),
    f"POST {E}/counts": (FACILITATORS, {}),
    f"DELETE {E}/counts": (FACILITATORS, {}),
    f"POST {E}/code": (FACILITATORS, {}),
    f"POST {E}/handover": (FACILITATORS, {"to": "{helper:uuid}"}),
    f"POST {E}/admissions": (FACILITATORS, {"waiting": []}),
    f"POST {E}/people": (FACILITATORS, {"name": "Gwenno", "side": "citizen", "how": "room"}),
    f"POST {E}/people/{{member:uuid}}/refusal": (FACILITATORS, {"refusing": "So"}),
    f"POST {E}/people/{{member:uuid}}/floor": (NOBODY, {}),  # she does not ask to speak
    f"POST {E}/turns": (FACILITATORS, {}),
    f"POST {E}/voices": (NOBODY, {"side": "citizen"}),  # it was not announced
    f"POST {E}/wall": (FACILITATORS, {"cards": ["{card:uuid}"], "theme": ""}),
    f"POST {E}/cards/{{card:uuid}}/setting-aside": (FACILITATORS, {"aside": "So"}),
    f"POST {E}/themes": (FACILITATORS, {"cards": ["{card:uuid}"], "named": "Time"}),
    f"DELETE {E}/cards/{{card:uuid}}/setting-aside": (FACILITATORS, {}),
    f"DELETE {E}/cards/{{card:uuid}}/joining": (FACILITATORS, {}),
    f"POST {E}/cards/{{card:uuid}}/joining": (NOBODY, {"into": "{card:uuid}"}),  # with itself
    f"POST {E}/cards/{{card:uuid}}/taking-on": (FACILITATORS, {"what": "idea"}),
    f"POST {E}/capture": (NOBODY, {"voice": "{member:uuid}", "block": "{block:uuid}", "agreed": "said so", "source": "spoken", "said": "So", "table": 0}),
    f"POST {E}/screen": (FACILITATORS, {}),
    f"DELETE {E}/screen": (FACILITATORS, {}),
    f"POST {E}/own-notes": (FACILITATORS, {"own": "Ask about the lift"}),
    f"POST {E}/rounds": (NOBODY, {"proposal": "{proposal_id:uuid}"}),  # no round is gone through in that part
    f"POST {E}/blocks/{{block:uuid}}/step": (NOBODY, {"step": "questions"}),
    f"POST {G}/blocks/{{block:uuid}}/questions": (NOBODY, {"text": "Why?"}),
    f"POST {G}/blocks/{{block:uuid}}/senses": (NOBODY, {"level": 1}),
    f"POST {E}/typing/{{block:uuid}}/cards": (FACILITATORS, {"number": 7, "text_1": "So", "side": "citizen", "table": 1}),
    f"POST {E}/typing/{{block:uuid}}/choices": (NOBODY, {"number": 7, "level": 1, "side": "none"}),  # nothing is chosen in that part
    f"POST {E}/typing/{{block:uuid}}/options": (NOBODY, {"place": {}}),
    f"POST {E}/typing/{{block:uuid}}/votes": (NOBODY, {"number": 7, "choice": "yes", "voice": "{member:uuid}", "decision": "{session:uuid}"}),
    f"POST {E}/typing": (NOBODY, {}),  # its doors were opened
    f"POST {E}/typing/people": (FACILITATORS, {"here": ["{member:uuid}"]}),
    f"POST {E}/typing/people/new": (FACILITATORS, {"name": "Wil", "side": "citizen"}),
    f"POST {E}/photographs": (NOBODY, {"block": "{block:uuid}", "table": 0}),  # a photo comes in a form
    f"POST {PH}/pieces": (FACILITATORS, {"says_33": "Tea", "side": "none"}),
    f"DELETE {PH}": (FACILITATORS, {}),
    f"POST {E}/question": (NOBODY, {"question": BOTH, "yes": BOTH, "no": BOTH, "otherwise": BOTH}),  # it is not decided in that part
    f"POST {E}/question/closure": (NOBODY, {"closing": "So"}),
    f"POST {E}/end": (FACILITATORS, {"saw": 1}),
    f"POST {P}/questions/{{carried:uuid}}": (FACILITATORS, {"answer": "So it is"}),
    f"POST {MT}/corrections": (MEMBER | FACILITATORS, {"text": "It was late"}),
    f"POST {MT}/corrections/{{correction:uuid}}": (FACILITATORS, {"outcome": "in", "text": "So it was"}),
    f"POST {MT}/notes": (FACILITATORS, {"words": BOTH}),
    f"POST {MT}/reopening": (NOBODY, {"reopening": "So"}),  # they are not sealed
    "POST /here/{over:uuid}/minutes": (MEMBERS, {"text": "It was late"}),
    f"POST {RF}": (MEMBER | FACILITATORS, SAID),
    f"POST {RF}/answers": (MEMBER | FACILITATORS, {"heard": "4"}),
    f"POST {RF}/voices": (FACILITATORS, {"voice": "{helper:uuid}", "their_text": "So", "source": "spoken"}),
    f"DELETE {RF}": (MEMBER | FACILITATORS, {}),
    "POST /here/{over:uuid}/reflection": (MEMBERS, SAID),
    "POST /here/{over:uuid}/reflection/answers": (MEMBERS, {"heard": "4"}),
    "DELETE /here/{over:uuid}/reflection": (MEMBERS, {}),
    f"POST {N}/doors": (FACILITATORS, {}),
    f"POST {N}/roles": (FACILITATORS, {"member": "{member:uuid}", "role": "scribe"}),
    f"DELETE {N}/roles": (FACILITATORS, {"member": "{helper:uuid}", "role": "scribe"}),
    f"POST {N}/blocks": (MEMBERS, BLOCK),
    f"POST {N}/blocks/{{block_id:uuid}}": (FACILITATORS, BLOCK),
    f"POST {N}/blocks/{{block_id:uuid}}/order": (FACILITATORS, {"before": ""}),
    f"POST {N}/blocks/{{block_id:uuid}}/setting-aside": (FACILITATORS, {}),
    f"POST {P}/challenges": (MEMBERS, {"words": "So", "about": "hearing", "told": "everybody"}),
    f"POST {H}/answers": (MEMBERS, {"answer": "So"}),
    f"POST {H}/settlement": (MEMBER, {}),  # hers
    f"DELETE {W}/hiding": (FACILITATORS, {"reason": "So"}),
    f"POST {W}/reports": (ANYBODY, {"report": "So", "kind": "reply", "subject": "{idea_id:uuid}"}),
    f"POST {W}/hiding": (FACILITATORS, {"reason": "So", "kind": "reply", "subject": "{idea_id:uuid}"}),
    f"POST {W}/erasure": (FACILITATORS, {"ground": "by mistake"}),
    f"POST {C}/withdrawal": (MEMBER, {"reason": "So"}),
    f"DELETE {C}/authors": (MEMBER, {}),
    f"POST {IDEA}/joining": (MEMBERS, {"into": "{fellow_idea:uuid}"}),
    f"DELETE {IDEA}/joining": (MEMBERS, {}),
    f"POST {IDEA}/setting-aside": (MEMBERS, {"reason": "So"}),
    f"DELETE {IDEA}/setting-aside": (FACILITATORS, {"reason": "So"}),
    f"POST {M}/removal": (FACILITATORS, {"reason": "So"}),
    f"POST {P}/leave": (MEMBERS, {}),
}
"""Who may do what, and with what: what is destroyed comes last."""

ELSEWHERE: dict[str, tuple[frozenset[str], dict[str, Any]]] = {
    "POST /language": (ANYBODY, {"language": "en"}),
    "POST /sign-in": (ANYBODY, {"email": "nobody@example.cymru"}),
    "POST /sign-in/code": (ANYBODY, {"digits": "000000"}),
    "POST /sign-in/{token:str}": (ANYBODY, {}),
    "POST /unsubscribe/{token:str}": (NOBODY, {}),  # a guessed one
    "POST /not-yet/{token:str}": (NOBODY, {}),
    "POST /when/{token:str}": (NOBODY, {"time_1": "yes", "side": "citizen"}),
    "POST /join/{secret:str}": (SIGNED_IN, {"name": "Somebody"}),
    "POST /invitations/{member:uuid}": (NOBODY, {"name": "Somebody"}),
    "POST /s/{code:str}": (ANYBODY, {"side": "citizen"}),  # a guessed one opens no door: 422
    "POST /calls": (ANYBODY, CALL),
    "DELETE /calls/{call:uuid}": (NOBODY, {}),
    "POST /slip/{slip_code:str}/confirmation": (ANYBODY, {}),  # whoever has the code in their hand
    "POST /slip/{slip_code:str}/words": (ANYBODY, {"text": "Other words"}),
    "POST /slip/{slip_code:str}/times": (NOBODY, {"time_1": "yes"}),  # it is about what matters
    "POST /slip/{slip_code:str}/quote": (ANYBODY, {}),
    "DELETE /slip/{slip_code:str}/quote": (ANYBODY, {}),
    "DELETE /slip/{slip_code:str}/words": (ANYBODY, {}),
    "POST /projects": (FOUNDERS, DESCRIPTION),
    "POST /me/calendar": (SIGNED_IN, {}),
    "POST /me/needs": (SIGNED_IN, {"needs": ["travel"], "travel": "A lift"}),
    "DELETE /me/calendar": (SIGNED_IN, {}),
    "POST /me/name": (SIGNED_IN, {"name": "Somebody"}),
    "POST /me/language": (SIGNED_IN, {"language": "en"}),
    "POST /look": (ANYBODY, {"size": "larger", "theme": "dark"}),
    "POST /me/hours": (SIGNED_IN, {"begin": "22:00", "end": "07:00", "weekly_on": "3"}),
    "POST /me/mail/{project:uuid}": (MEMBERS | {"removed"}, {"mails": "nothing"}),
    "POST /network/appeals/{text:uuid}": (NOBODY, {"upheld": "yes", "verdict": "So"}),
    "POST /methods": (FOUNDERS, METHOD),
    f"POST {MD}/versions": (FOUNDERS, METHOD | {"saw": 1}),  # hers; a co-ordinator revises anybody's
    f"POST {MD}/notes": (MEMBERS | CO_ORDINATORS, {"went": "partly", "words": "So"}),
    f"POST {MD}/uses": (MEMBERS, {"session": "{ahead:uuid}"}),
    f"DELETE {MD}/notes/{{note_id:uuid}}": (MEMBER, {}),  # hers
    f"POST {MD}/setting-aside": (FOUNDERS, {"reason": "So"}),
    f"DELETE {MD}/setting-aside": (FOUNDERS, {}),
    f"POST {NW}/reports": (ANYBODY, {"report": "So", "kind": "experience", "subject": "{method_id:uuid}"}),
    f"POST {NW}/answers": (CO_ORDINATORS, {"answer": "So"}),
    f"POST {NW}/hiding": (CO_ORDINATORS, {"reason": "So", "kind": "experience", "subject": "{method_id:uuid}"}),
    f"POST {NW}/appeals": (NOBODY, {"appeal": "So"}),  # they are somebody else's words
    f"POST {NW}/erasure": (CO_ORDINATORS, {"ground": "by mistake"}),
    f"DELETE {NW}/hiding": (CO_ORDINATORS, {"reason": "So"}),
    "POST /network/invitations": (CO_ORDINATORS, {"task": "founder"}),
    "POST /network/members/{member:uuid}/tasks/{task:str}": (CO_ORDINATORS, {}),
    "DELETE /network/members/{member:uuid}/tasks/{task:str}": (CO_ORDINATORS, {}),
    "DELETE /me/devices/{device:uuid}": (SIGNED_IN, {}),
    "DELETE /me/devices": (SIGNED_IN, {}),
    "POST /slip/{slip_code:str}/place": (SIGNED_IN, {"name": "Somebody"}),  # makes a member of whoever comes first
    "POST /sign-out": (ANYBODY, {}),
}
"""What is done outside a project."""

REFUSED = (204, 303, 401, 403, 404)  # 204 and 303 lead to the page for signing in
TRACES = ("Traceback", "psycopg", "litestar", "File &#34;", 'File "', "Exception")
"""Of what went on inside, which nobody outside is told."""
JSON = {"accept": "application/json"}
HTML = {"accept": "text/html"}
SAMPLES = {
    "status": "404",
    "secret": "nothing",
    "token": "nothing",
    "code": "nothing",
    "name": "nothing.css",
    "device": str(uuid4()),
    "call": str(uuid4()),
    "need": str(uuid4()),
}


def addresses(app: Litestar) -> Iterator[tuple[str, str]]:
    for route in app.routes:
        if isinstance(route, HTTPRoute):
            yield from ((method, route.path) for method in sorted(route.methods - {"OPTIONS", "HEAD"}))


def as_(reader: Reader, role: str) -> Reader:
    """The reader as somebody of the cast who has this role, with a browser of their own."""
    reader.client.cookies.clear()
    if not ROLES[role]:
        return reader
    with reader.workspace.reading() as db:
        (account,) = accounts.with_addresses(db, [CAST[ROLES[role]].email]).values()
    return reader.sign_in(account)


def filled(path: str, parts: dict[str, str]) -> str:
    """The address with ids in it; what is kept for one act alone is under its name and the last word of the address."""
    known, last = {**SAMPLES, **parts}, path.rpartition("/")[2]
    return re.sub(r"{(\w+):\w+}", lambda found: known.get(f"{found[1]} {last}", known[found[1]]), path)


def body_of(body: dict[str, Any], parts: dict[str, str]) -> dict[str, Any]:
    def told(said: Any) -> Any:
        return filled(said, parts) if isinstance(said, str) else [told(each) for each in said] if isinstance(said, list) else said

    return {name: told(said) for name, said in body.items()}


def send(reader: Reader, method: str, path: str, headers: dict[str, str], body: dict[str, Any] | None = None, suffix: str = "") -> Response:
    """As a program would, which has no form: only what the address itself allows stands between it and the act."""
    seen = {"pleth-position": str(reader.workspace.head()), **headers}
    address = path if path.startswith(("/static", "/schema", "/health", "/changes")) else ("/en" + path.rstrip("/") + suffix if path != "/" else "/en/")
    answer: Response = reader.client.request(method, address, json=body, headers=seen, follow_redirects=False)
    return answer
