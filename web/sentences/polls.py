"""When a group can meet, as sentences. What each said is told by nobody."""

from .vocabulary import Turns, message

SENTENCES = {
    "Poll.Asked": message("{name} asked when we can meet: {about}"),
    "Poll.TimeAdded": message("{name} offered one more time to meet: {about}"),
    "Poll.TimeDropped": message("{name} set a time aside: {about} {quote}"),
    "Poll.Closed": message("{name} chose when we meet: {about} {quote}"),
    "Poll.Closed none": message("{name} chose none of the times: {about} {quote}"),
    "Availability.Said": message("{name} said when they can meet: {about}"),
    "Availability.Changed": message("{name} said anew when they can meet: {about}"),
    "Availability.TakenBack": message("{name} took back when they can meet: {about}"),
}

TURNS: Turns = {"Poll.Closed": lambda entry: "" if entry.facts["time"] else "none"}
