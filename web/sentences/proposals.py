"""What happened to proposals and amendments, as sentences."""

from .vocabulary import Turns, message

SENTENCES = {
    "Proposal.Drafted": message("{name} wrote a proposal: {about}"),
    "Proposal.Revised": message("{name} wrote version {version} of a proposal: {about}"),
    "Proposal.Revised amended": message("Version {version} of a proposal has a change in it that was suggested: {about}"),
    "Proposal.Supported": message("{name} supported version {version} of a proposal: {about}"),
    "Proposal.SupportTakenBack": message("{name} no longer supports a proposal: {about}"),
    "Proposal.Commented": message("{name} commented on a proposal: {about} {quote}"),
    "Proposal.Weighed strength": message("{name} named a strength of a proposal: {about} {quote}"),
    "Proposal.Weighed worry": message("{name} named a worry about a proposal: {about} {quote}"),
    "Proposal.PartWritten cost": message("{name} wrote what a proposal costs: {about}"),
    "Proposal.PartWritten access": message("{name} wrote how everybody can use what is proposed: {about}"),
    "Proposal.PartWritten easy read": message("{name} wrote a proposal in Easy Read: {about}"),
    "Proposal.AuthorAdded": message("{name} made somebody an author of a proposal: {about}"),
    "Proposal.AuthorLeft": message("{name} stopped being an author of a proposal: {about}"),
    "Proposal.Withdrawn": message("{name} withdrew a proposal: {about} {quote}"),
    "Amendment.Suggested": message("{name} suggested a change to a proposal: {about}"),
    "Amendment.Reworded": message("{name} put a suggested change in other words: {about}"),
    "Amendment.Overtaken": message("The text moved on, and whoever suggested a change is asked if it still says what they mean: {about}"),
    "Amendment.StillMeant": message("{name} said that a suggested change still says what they mean: {about}"),
    "Amendment.Accepted": message("{name} accepted a suggested change: {about}"),
    "Amendment.Declined": message("{name} declined a suggested change: {about} {quote}"),
    "Amendment.Withdrawn": message("{name} took a suggested change back: {about}"),
    "Amendment.Promoted": message("{name} made a suggested change a proposal of its own: {about}"),
}

TURNS: Turns = {
    "Proposal.Revised": lambda entry: "amended" if entry.facts.get("amendment") else "",
    "Proposal.Weighed": lambda entry: str(entry.facts["kind"]),
    "Proposal.PartWritten": lambda entry: str(entry.facts["part"]),
}
