"""What happened to ideas, as sentences."""

from .vocabulary import Turns, message

SENTENCES = {
    "Idea.Posted": message("{name} put an idea on the board: {quote}"),
    "Idea.Posted part": message("{name} made a part of an idea an idea of its own: {quote}"),
    "Idea.Reworded": message("{name} put an idea in other words: {quote}"),
    "Idea.Supported": message("{name} supported an idea: {about}"),
    "Idea.SupportTakenBack": message("{name} no longer supports an idea: {about}"),
    "Idea.StanceTaken agree": message("{name} agreed with an idea: {about}"),
    "Idea.StanceTaken disagree": message("{name} disagreed with an idea: {about}"),
    "Idea.StanceTaken pass": message("{name} passed on an idea: {about}"),
    "Idea.Replied": message("{name} replied to an idea: {quote}"),
    "Idea.ReplyReworded": message("{name} put a reply in other words: {quote}"),
    "Idea.Answered": message("{name} gave an answer to an idea: {quote}"),
    "Idea.Answered yes": message("{name} answered an idea, yes: {quote}"),
    "Idea.Answered partly": message("{name} answered an idea, partly: {quote}"),
    "Idea.Answered not now": message("{name} answered an idea, not now: {quote}"),
    "Idea.Answered no": message("{name} answered an idea, no: {quote}"),
    "Idea.Answered let us talk": message("{name} answered an idea, let’s talk: {quote}"),
    "Idea.AnswerAsked": message("{name} asked somebody to answer an idea: {about}"),
    "Idea.MovedOn": message("Enough people support an idea, so it moves on: {about}"),
    "Idea.Moved": message("{name} put an idea under a theme: {about} {beside}"),
    "Idea.Moved out": message("{name} took an idea out of a theme: {about} {beside}"),
    "Idea.Merged": message("{name} joined an idea with another: {about} {beside}"),
    "Idea.TookIn": message("From now on two ideas are one, of all their authors: {about} {beside}"),
    "Idea.SetApart": message("{name} set two ideas apart again: {about} {beside}"),
    "Idea.LetGo": message("An idea stands without the other again: {about} {beside}"),
    "Idea.Split": message("{name} split an idea: {about}"),
    "Idea.SetAside": message("{name} set an idea aside: {about} {quote}"),
    "Idea.TakenUpAgain": message("{name} took an idea up again: {about} {quote}"),
}

TURNS: Turns = {
    "Idea.Posted": lambda entry: "part" if entry.facts.get("grew_from") and entry.facts.get("authors") else "",
    "Idea.StanceTaken": lambda entry: str(entry.facts["stance"]),
    "Idea.Answered": lambda entry: str(entry.facts.get("kind", "")),
    "Idea.Moved": lambda entry: "" if entry.facts["theme"] else "out",
}
