"""Where somebody said that it is not how it feels, as sentences."""

from .vocabulary import Turns, message

SENTENCES = {
    "Challenge.Raised": message("{name} said: this isn’t how it feels. {quote}"),
    "Challenge.Raised private": message("{name} told the facilitators: this isn’t how it feels. {quote}"),
    "Challenge.Answered": message("{name} answered what does not feel right. {quote}"),
    "Challenge.Settled": message("{name} said that it is settled. {about}"),
}

TURNS: Turns = {"Challenge.Raised": lambda entry: "" if entry.is_public else "private"}
