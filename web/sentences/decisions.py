"""What happened to decisions and votes, as sentences."""

from collections.abc import Mapping

from .vocabulary import Turns, message

SENTENCES = {
    "Decision.Opened": message("{name} opened a vote: {about}"),
    "Decision.Opened hands": message("{name} asked for hands to be raised in the room: {about}"),
    "Decision.HandsReported": message("{name} counted the hands in the room: {about}"),
    "Decision.Closed hands": message("One person of each group counted the same number of hands: {about}"),
    "Decision.Closed": message("The vote closed at its time: {about}"),
    "Decision.Closed early": message("{name} closed the vote before its time: {about} {quote}"),
    "Decision.Counted agreed": message("Agreed: {about}"),
    "Decision.Counted both": message("Both groups agreed: {about}"),
    "Decision.Counted not agreed": message("Not agreed: {about}"),
    "Decision.Counted one side only": message("One group agreed and one did not: {about}"),
    "Decision.Counted no decision": message("Too few took part to decide: {about}"),
    "Decision.Counted invalid": message("The vote was not valid: {about}"),
    "Decision.MendAsked": message("{name} asked to put a word of a question right: {about}"),
    "Decision.Mended": message("{name} agreed, so a word of a question was put right: {about}"),
    "Decision.Restarted": message("{name} started a vote again; the votes up to then are void: {about} {quote}"),
    "Decision.RouteTaken revise": message("{name} wrote down that the proposal is to be changed: {about} {quote}"),
    "Decision.RouteTaken mediate": message("{name} wrote down that somebody is asked to mediate: {about} {quote}"),
    "Decision.RouteTaken record": message("{name} recorded that the groups disagree: {about} {quote}"),
    "Decision.MinorityStated": message("{name} said why they see it otherwise: {about} {quote}"),
    "Vote.Cast": message("{name} voted: {about}"),
    "Vote.Changed": message("{name} changed a vote; only the last one counts: {about}"),
    "Vote.Withdrawn": message("{name} took back a vote: {about}"),
    "Objection.Raised": message("{name} objected: {about} {quote}"),
    "Objection.RaisedAgain": message("{name} objected in other words: {about} {quote}"),
    "Objection.Replied": message("{name} answered an objection: {about} {quote}"),
    "Objection.Withdrawn": message("{name} took an objection back: {about}"),
    "Objection.Met": message("{name} accepted a change, so their objection is met: {about} {quote}"),
    "Objection.Doubted": message("{name} saw no harm in an objection: {about} {quote}"),
    "Objection.FoundUnreasoned": message("{name} saw no harm in an objection either, so one person of each group has: {about} {quote}"),
}

TURNS: Turns = {
    "Decision.RouteTaken": lambda entry: str(entry.facts["route"]),
    "Decision.Opened": lambda entry: str(entry.facts.get("way", "")),
    "Decision.Closed": lambda entry: "early" if entry.facts["reason"] else "" if entry.channel in ("clock", "import") else "hands",
    "Decision.Counted": lambda entry: _outcome(entry.facts["outcome"]),
}


def _outcome(outcome: Mapping[str, object]) -> str:
    return "both" if outcome["result"] == "agreed" and outcome["method"] == "dual" else str(outcome["result"])
