"""What happened to proposals, as sentences."""

from .vocabulary import message

SENTENCES = {
    "Proposal.Drafted": message("{name} wrote a proposal: {about}"),
    "Proposal.Revised": message("{name} wrote version {version} of a proposal: {about}"),
    "Proposal.Supported": message("{name} supported version {version} of a proposal: {about}"),
    "Proposal.SupportTakenBack": message("{name} no longer supports a proposal: {about}"),
    "Proposal.Withdrawn": message("{name} withdrew a proposal: {about} {quote}"),
}
