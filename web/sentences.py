"""What happened, as sentences. Each event has one, or one for each way it can come out; the words of people go in as they are."""

from projections.decision_history import Entry


def N_(message: str) -> str:
    """Marks a message for the catalogues; it is said where it is shown."""
    return message


SENTENCES = {
    "Project.Started": N_("{name} started the project."),
    "Project.Started import": N_("The project was brought in from {source}."),
    "Project.Described": N_("{name} described the project afresh."),
    "Project.ShownTo public": N_("{name} opened the project to everybody. {quote}"),
    "Project.ShownTo members": N_("{name} kept the project to its members. {quote}"),
    "Project.StageOpened": N_("{name} opened a stage: {stage}. {quote}"),
    "Project.StageClosed": N_("{name} closed a stage: {stage}. {quote}"),
    "Project.WentBack": N_("{name} went back to a stage: {stage}. {quote}"),
    "Member.Placed": N_("{name} kept a place: {other}, {side}."),
    "Member.Placed recorded": N_("On the record, without an account: {other}, {side}."),
    "Member.PlaceOffered": N_("{name} made a link for a place: {other}."),
    "Member.PlaceOffered mail": N_("{name} sent an invitation: {other}."),
    "Member.PlaceOffered code": N_("{name} printed a code for a place: {other}."),
    "Member.Joined": N_("{name} joined: {side}."),
    "Member.SideChanged": N_("{other} changed group: {was} before, {side} now."),
    "Member.TaskGiven": N_("{name} gave a task: {other}, {task}."),
    "Member.TaskTaken": N_("{name} ended a task: {other}, {task}."),
    "Member.Left": N_("{name} left."),
    "Member.Removed": N_("{name} removed somebody: {other}. {quote}"),
    "Charter.Drafted": N_("{name} wrote the first draft of the charter."),
    "Charter.Redrafted": N_("{name} wrote a new draft of the charter: version {version}."),
    "Charter.Adopted": N_("The charter is in force: version {version}."),
    "Idea.Posted": N_("{name} put an idea on the board: {quote}"),
    "Idea.Reworded": N_("{name} put an idea in other words: {quote}"),
    "Idea.Supported": N_("{name} supported an idea: {about}"),
    "Idea.SupportTakenBack": N_("{name} no longer supports an idea: {about}"),
    "Idea.StanceTaken agree": N_("{name} agreed with an idea: {about}"),
    "Idea.StanceTaken disagree": N_("{name} disagreed with an idea: {about}"),
    "Idea.StanceTaken pass": N_("{name} passed on an idea: {about}"),
    "Idea.Replied": N_("{name} replied to an idea: {quote}"),
    "Idea.Answered": N_("{name} gave an answer to an idea: {quote}"),
    "Idea.SetAside": N_("{name} set an idea aside: {about} {quote}"),
    "Idea.TakenUpAgain": N_("{name} took an idea up again: {about} {quote}"),
    "Proposal.Drafted": N_("{name} wrote a proposal: {about}"),
    "Proposal.Revised": N_("{name} wrote version {version} of a proposal: {about}"),
    "Proposal.Supported": N_("{name} supported version {version} of a proposal: {about}"),
    "Proposal.SupportTakenBack": N_("{name} no longer supports a proposal: {about}"),
    "Proposal.Withdrawn": N_("{name} withdrew a proposal: {about} {quote}"),
    "Decision.Opened": N_("{name} opened a vote: {about}"),
    "Decision.Closed": N_("The vote closed at its time: {about}"),
    "Decision.Closed early": N_("{name} closed the vote before its time: {about} {quote}"),
    "Decision.Counted agreed": N_("Agreed: {about}"),
    "Decision.Counted both": N_("Both groups agreed: {about}"),
    "Decision.Counted not agreed": N_("Not agreed: {about}"),
    "Decision.Counted one side only": N_("One group agreed and one did not: {about}"),
    "Decision.Counted no decision": N_("Too few took part to decide: {about}"),
    "Decision.Counted invalid": N_("The vote was not valid: {about}"),
    "Vote.Cast": N_("{name} voted: {about}"),
    "Vote.Changed": N_("{name} changed a vote; only the last one counts: {about}"),
    "Vote.Withdrawn": N_("{name} took back a vote: {about}"),
    "Words.Hidden": N_("{name} took words down. {quote}"),
    "Words.HiddenAgain": N_("{name} took words down again. {quote}"),
    "Words.Shown": N_("{name} put words back. {quote}"),
    "Words.Erased": N_("{name} erased words for good: {ground}."),
}

STAGES = {"commission": N_("commission"), "design": N_("design"), "deliver": N_("deliver"), "evaluate": N_("evaluate")}
TASKS = {"facilitator": N_("facilitator"), "commissioner": N_("commissioner"), "co-ordinator": N_("co-ordinator"), "founder": N_("may start projects")}
GROUNDS = {
    "asked by the author": N_("their author asked for it"),
    "names somebody": N_("they named somebody"),
    "unlawful": N_("they were unlawful"),
    "by mistake": N_("they were here by mistake"),
}
CHANNELS = {
    "web": N_("on the web"),
    "session": N_("in a session"),
    "paper": N_("on paper"),
    "phone": N_("by phone"),
    "api": N_("by another program"),
    "import": N_("imported"),
    "clock": N_("by the clock"),
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
    rule = outcome.get("rule")
    is_dual = isinstance(rule, dict) and rule.get("method") == "dual"
    return "both" if outcome["result"] == "agreed" and is_dual else str(outcome["result"])
