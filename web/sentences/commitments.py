"""What happened to commitments, and where somebody declined to act, as sentences."""

from .vocabulary import message

SENTENCES = {
    "Commitment.Made": message("{name} wrote down what will be done: {about}"),
    "Commitment.Reported": message("{name} said how it is going: {about} {quote}"),
    "Commitment.DueMoved": message("{name} moved the day, with a reason: {about} {quote}"),
    "Commitment.HandedOver": message("Somebody else does it from now on, says {name}: {about}"),
    "Commitment.Done": message("It was done: {about} {quote}"),
    "Commitment.CannotBeDone": message("It cannot be done: {about} {quote}"),
    "Commitment.MadeADifference": message("It made a difference, says {name}: {about} {quote}"),
    "Commitment.MadeNoDifference": message("It made no difference, says {name}: {about} {quote}"),
    "Decline.Declared": message("{name} declined to act on what was agreed: {about}"),
    "Decline.Replied": message("{name} replied to the decline to act: {quote}"),
    "Decline.Talked": message("They talked about the decline to act: {quote}"),
}
