"""What happened to words that were reported or taken down, as sentences."""

from .vocabulary import Turns, message

SENTENCES = {
    "Words.Hidden": message("{name} took words down. {quote}"),
    "Words.HiddenAgain": message("{name} took words down again. {quote}"),
    "Words.Shown": message("{name} put words back. {quote}"),
    "Words.Appealed": message("{name} asked somebody else to look again at words that were taken down. {quote}"),
    "Words.AppealAnswered": message("{name} decided an appeal: the words stay down. {quote}"),
    "Words.AppealAnswered upheld": message("{name} decided an appeal: the words are shown again. {quote}"),
    "Words.Erased": message("{name} erased words for good: {ground}."),
    "Report.Made": message("Somebody reported words."),
    "Report.MadeAgain": message("Somebody reported words again."),
    "Report.Answered": message("{name} answered a report: the words stay. {quote}"),
    "Report.Answered hidden": message("{name} answered a report: the words were taken down."),
}

TURNS: Turns = {
    "Words.AppealAnswered": lambda entry: "upheld" if entry.facts["upheld"] else "",
    "Report.Answered": lambda entry: "hidden" if entry.facts["was_hidden"] else "",
}
