"""What happened, as sentences. Each event has one, or one for each way it can come out; the words of people go in as they are."""

from projections.decision_history import Entry


def message(words: str) -> str:
    """Marks a message for the catalogues; it is said where it is shown."""
    return words


SENTENCES = {
    "Project.Started": message("{name} started the project."),
    "Project.Started import": message("The project was brought in from {source}."),
    "Project.Described": message("{name} described the project afresh."),
    "Project.ShownTo public": message("{name} opened the project to everybody. {quote}"),
    "Project.ShownTo members": message("{name} kept the project to its members. {quote}"),
    "Project.StageOpened": message("{name} opened a stage: {stage}. {quote}"),
    "Project.StageClosed": message("{name} closed a stage: {stage}. {quote}"),
    "Project.WentBack": message("{name} went back to a stage: {stage}. {quote}"),
    "Member.Placed": message("{name} kept a place: {other}, {side}."),
    "Member.Placed recorded": message("On the record, without an account: {other}, {side}."),
    "Member.PlaceOffered": message("{name} made a link for a place: {other}."),
    "Member.PlaceOffered mail": message("{name} sent an invitation: {other}."),
    "Member.PlaceOffered code": message("{name} printed a code for a place: {other}."),
    "Member.Joined": message("{name} joined: {side}."),
    "Member.SideChanged": message("{other} changed group: {was} before, {side} now."),
    "Member.TaskGiven": message("{name} gave a task: {other}, {task}."),
    "Member.TaskTaken": message("{name} ended a task: {other}, {task}."),
    "Member.Left": message("{name} left."),
    "Member.Removed": message("{name} removed somebody: {other}. {quote}"),
    "Charter.Drafted": message("{name} wrote the first draft of the charter."),
    "Charter.Redrafted": message("{name} wrote a new draft of the charter: version {version}."),
    "Charter.Adopted": message("The charter is in force: version {version}."),
    "Idea.Posted": message("{name} put an idea on the board: {quote}"),
    "Idea.Reworded": message("{name} put an idea in other words: {quote}"),
    "Idea.Supported": message("{name} supported an idea: {about}"),
    "Idea.SupportTakenBack": message("{name} no longer supports an idea: {about}"),
    "Idea.StanceTaken agree": message("{name} agreed with an idea: {about}"),
    "Idea.StanceTaken disagree": message("{name} disagreed with an idea: {about}"),
    "Idea.StanceTaken pass": message("{name} passed on an idea: {about}"),
    "Idea.Replied": message("{name} replied to an idea: {quote}"),
    "Idea.Answered": message("{name} gave an answer to an idea: {quote}"),
    "Idea.SetAside": message("{name} set an idea aside: {about} {quote}"),
    "Idea.TakenUpAgain": message("{name} took an idea up again: {about} {quote}"),
    "Proposal.Drafted": message("{name} wrote a proposal: {about}"),
    "Proposal.Revised": message("{name} wrote version {version} of a proposal: {about}"),
    "Proposal.Supported": message("{name} supported version {version} of a proposal: {about}"),
    "Proposal.SupportTakenBack": message("{name} no longer supports a proposal: {about}"),
    "Proposal.Withdrawn": message("{name} withdrew a proposal: {about} {quote}"),
    "Decision.Opened": message("{name} opened a vote: {about}"),
    "Decision.Closed": message("The vote closed at its time: {about}"),
    "Decision.Closed early": message("{name} closed the vote before its time: {about} {quote}"),
    "Decision.Counted agreed": message("Agreed: {about}"),
    "Decision.Counted both": message("Both groups agreed: {about}"),
    "Decision.Counted not agreed": message("Not agreed: {about}"),
    "Decision.Counted one side only": message("One group agreed and one did not: {about}"),
    "Decision.Counted no decision": message("Too few took part to decide: {about}"),
    "Decision.Counted invalid": message("The vote was not valid: {about}"),
    "Vote.Cast": message("{name} voted: {about}"),
    "Vote.Changed": message("{name} changed a vote; only the last one counts: {about}"),
    "Vote.Withdrawn": message("{name} took back a vote: {about}"),
    "Words.Hidden": message("{name} took words down. {quote}"),
    "Words.HiddenAgain": message("{name} took words down again. {quote}"),
    "Words.Shown": message("{name} put words back. {quote}"),
    "Words.Erased": message("{name} erased words for good: {ground}."),
}

STAGES = {"commission": message("commission"), "design": message("design"), "deliver": message("deliver"), "evaluate": message("evaluate")}
TASKS = {
    "facilitator": message("facilitator"),
    "commissioner": message("commissioner"),
    "co-ordinator": message("co-ordinator"),
    "founder": message("may start projects"),
}
GROUNDS = {
    "asked by the author": message("their author asked for it"),
    "names somebody": message("they named somebody"),
    "unlawful": message("they were unlawful"),
    "by mistake": message("they were here by mistake"),
}
CHANNELS = {
    "web": message("on the web"),
    "session": message("in a session"),
    "paper": message("on paper"),
    "phone": message("by phone"),
    "api": message("by another program"),
    "import": message("imported"),
    "clock": message("by the clock"),
}


def sentence_of(entry: Entry) -> str:
    """The message for an entry; its values are filled in where it is shown."""
    return SENTENCES.get(f"{entry.event} {_turn(entry)}") or SENTENCES[entry.event]


def is_big(entry: Entry) -> bool:
    """What the page shows large: what a group came to."""
    return entry.event in ("Decision.Counted", "Charter.Adopted")


def _turn(entry: Entry) -> str:
    facts = entry.facts
    match entry.event:
        case "Project.Started":
            return entry.channel
        case "Project.ShownTo":
            return str(facts["visibility"])
        case "Member.Placed":
            return str(facts["standing"])
        case "Member.PlaceOffered":
            return str(facts["way"])
        case "Idea.StanceTaken":
            return str(facts["stance"])
        case "Decision.Closed":
            return "early" if facts["reason"] else ""
        case "Decision.Counted":
            return _outcome(facts["outcome"])
    return ""


def _outcome(outcome: dict[str, object]) -> str:
    return "both" if outcome["result"] == "agreed" and outcome["method"] == "dual" else str(outcome["result"])
