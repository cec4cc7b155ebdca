"""What happened in consent rounds, as sentences."""

from .vocabulary import Turns, message

SENTENCES = {
    "Round.Begun": message("{name} began a consent round: {about}"),
    "Round.WentOn present": message("{name} led a consent round to its first step: {about}"),
    "Round.WentOn questions": message("{name} led a consent round on to questions: {about}"),
    "Round.WentOn sense check": message("{name} led a consent round on to how it feels: {about}"),
    "Round.WentOn amend": message("{name} led a consent round on to changes: {about}"),
    "Round.WentOn consent": message("{name} led a consent round on to consent: {about}"),
    "Round.WentOn integrate": message("{name} led a consent round to its last step: {about}"),
    "Round.Asked": message("{name} asked in a consent round: {about} {quote}"),
    "Round.Replied": message("{name} answered in a consent round: {about} {quote}"),
    "Round.Sensed": message("{name} said how it feels: {about}"),
    "Round.Consenting": message("{name} asked everybody for consent: {about}"),
    "Round.Ended": message("{name} ended a consent round: {about} {quote}"),
}

TURNS: Turns = {"Round.WentOn": lambda entry: str(entry.facts["step"])}
