"""What waits for somebody beside voting: an answer to their objection, a doubt or a word that needs somebody of the other side, what follows a count."""

from aggregates.decision import Decision
from aggregates.objection import Objection

from ..base import Handler, Rows
from .waiting import done, over, wait, wait_for_facilitators, wait_for_side

OTHER = {"citizen": "professional", "professional": "citizen"}
OPEN_ONLY = ("objection", "doubt")
"""What is over when the decision is."""

SCHEMA = """
create table home_objections (id uuid primary key, decision uuid not null, member uuid not null);
create index on home_objections (decision);
"""


def raised(rows: Rows, e: Objection.Raised) -> None:
    rows.insert("home_objections", id=e.originator_id, decision=e.subject, member=e.by.author)


def moved(rows: Rows, e: Objection.RaisedAgain | Objection.Withdrawn | Objection.Met | Objection.FoundUnreasoned) -> None:
    """It stands otherwise than when it was answered or doubted."""
    for kind in OPEN_ONLY:
        over(rows, kind, e.originator_id)


def replied(rows: Rows, e: Objection.Replied) -> None:
    (author,) = rows.of("home_objections", e.originator_id, "member")
    if author == e.by.author:
        done(rows, "objection", author, e.originator_id)
    else:
        wait(rows, e, "objection", author, e.originator_id, words=[e.words.id])


def doubted(rows: Rows, e: Objection.Doubted) -> None:
    (question,) = rows.of("home_decisions", e.subject, "question")
    wait_for_side(rows, e, "doubt", OTHER[e.by.side], e.originator_id, words=question)


def mend_asked(rows: Rows, e: Decision.MendAsked) -> None:
    words = [text.id for text in e.question]
    wait_for_side(rows, e, "mend", OTHER[e.by.side], e.originator_id, words=words, facts={"mend": str(e.mend)})


def mended(rows: Rows, e: Decision.Mended) -> None:
    rows.set("home_decisions", e.originator_id, question=[text.id for text in e.question])
    over(rows, "mend", e.originator_id)


def hands_reported(rows: Rows, e: Decision.HandsReported) -> None:
    """Somebody of the other side counts too, or once more where it was not the same."""
    (question,) = rows.of("home_decisions", e.originator_id, "question")
    wait_for_side(rows, e, "hands", OTHER[e.by.side], e.originator_id, words=question)


def closed(rows: Rows, e: Decision.Closed | Decision.Restarted) -> None:
    over(rows, "mend", e.originator_id)
    over(rows, "hands", e.originator_id)
    for (objection,) in rows.all("select id from home_objections where decision = %s order by id", e.originator_id):
        for kind in OPEN_ONLY:
            over(rows, kind, objection)


def restarted(rows: Rows, e: Decision.Restarted) -> None:
    rows.set("home_decisions", e.originator_id, is_open=False)
    rows.remove("home_votes", {"decision": e.originator_id})
    closed(rows, e)


def counted(rows: Rows, e: Decision.Counted) -> None:
    """A consent that failed can go on to a vote; where only one side agreed, the group chooses its way."""
    (question,) = rows.of("home_decisions", e.originator_id, "question")
    is_consent = e.outcome["trace"][-1]["method"] == "consent"
    if is_consent and e.outcome["result"] == "not agreed":
        wait_for_facilitators(rows, e, "follow", e.originator_id, words=question)
    elif e.outcome["result"] == "one side only":
        wait_for_facilitators(rows, e, "route", e.originator_id, words=question)


def opened(rows: Rows, e: Decision.Opened) -> None:
    after = getattr(e, "after", None)  # older ones follow nothing
    if after is not None:
        over(rows, "follow", after)


def route_taken(rows: Rows, e: Decision.RouteTaken) -> None:
    over(rows, "route", e.originator_id)


HANDLERS: dict[type, Handler] = {
    Decision.Opened: opened,
    Decision.Closed: closed,
    Decision.Counted: counted,
    Decision.HandsReported: hands_reported,
    Decision.MendAsked: mend_asked,
    Decision.Mended: mended,
    Decision.Restarted: restarted,
    Decision.RouteTaken: route_taken,
    Objection.Raised: raised,
    Objection.Replied: replied,
    Objection.Doubted: doubted,
    **dict.fromkeys((Objection.RaisedAgain, Objection.Withdrawn, Objection.Met, Objection.FoundUnreasoned), moved),
}
