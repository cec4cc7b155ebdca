"""What happened to words that were taken down, as sentences."""

from .vocabulary import message

SENTENCES = {
    "Words.Hidden": message("{name} took words down. {quote}"),
    "Words.HiddenAgain": message("{name} took words down again. {quote}"),
    "Words.Shown": message("{name} put words back. {quote}"),
    "Words.Erased": message("{name} erased words for good: {ground}."),
}
