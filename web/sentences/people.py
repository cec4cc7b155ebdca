"""What matters to people, what was written down for them, and whom they chose to write for them, as sentences."""

from .vocabulary import Turns, message

# What matters to somebody is quoted only where they let it be, so the history never does.

SENTENCES = {
    "Matter.Said": message("{name} said what matters to them."),
    "Matter.Transcribed": message("{name} typed what somebody had said aloud or shown."),
    "Matter.Reworded": message("{name} said in other words what matters to them."),
    "Matter.QuoteAllowed": message("{name} let others read what matters to them."),
    "Matter.QuoteTakenBack": message("{name} took back that others may read what matters to them."),
    "Matter.Themed": message("{name} read what somebody had said matters to them."),
    "Matter.TakenBack": message("{name} took back what they had said."),
    "Slip.Given": message("{name} was given a slip with a code."),
    "Slip.Confirmed": message("{name} confirmed: these are my words. {about}"),
    "Slip.Confirmed vote": message("{name} confirmed: this is my vote. {about}"),
    "Slip.Confirmed availability": message("{name} confirmed when they can meet. {about}"),
    "Slip.Confirmed matter": message("{name} confirmed: these are my words."),
    "Slip.Corrected": message("{name} put right what was written down for them. {about}"),
    "Slip.Corrected matter": message("{name} put right what was written down for them."),
    "Slip.Withdrawn": message("{name} took back what was written down for them. {about}"),
    "Slip.Withdrawn matter": message("{name} took back what was written down for them."),
    "Slip.Claimed": message("{name} came with an account of their own to what was written down."),
    "Member.HelperChosen": message("{other} chose a helper, who may write down what they say."),
    "Member.HelperReleased": message("A helper stepped back. The person they wrote for: {other}."),
}

TURNS: Turns = {f"Slip.{what}": lambda entry: str(entry.facts["what"]) for what in ("Confirmed", "Corrected", "Withdrawn")}
