"""What happened to ideas, as sentences."""

from .vocabulary import Turns, message

SENTENCES = {
    "Idea.Posted": message("{name} put an idea on the board: {quote}"),
    "Idea.Reworded": message("{name} put an idea in other words: {quote}"),
    "Idea.Supported": message("{name} supported an idea: {about}"),
    "Idea.SupportTakenBack": message("{name} no longer supports an idea: {about}"),
    "Idea.StanceTaken agree": message("{name} agreed with an idea: {about}"),
    "Idea.StanceTaken disagree": message("{name} disagreed with an idea: {about}"),
    "Idea.StanceTaken pass": message("{name} passed on an idea: {about}"),
    "Idea.Replied": message("{name} replied to an idea: {quote}"),
    "Idea.ReplyReworded": message("{name} put a reply in other words: {quote}"),
    "Idea.Answered": message("{name} gave an answer to an idea: {quote}"),
    "Idea.SetAside": message("{name} set an idea aside: {about} {quote}"),
    "Idea.TakenUpAgain": message("{name} took an idea up again: {about} {quote}"),
}

TURNS: Turns = {"Idea.StanceTaken": lambda entry: str(entry.facts["stance"])}
