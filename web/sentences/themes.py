"""What happened to themes, as sentences."""

from .vocabulary import message

SENTENCES = {
    "Theme.Named": message("{name} named a theme: {quote}"),
    "Theme.Renamed": message("{name} gave a theme another name: {quote}"),
    "Theme.Closed": message("{name} closed a theme: {about}"),
}
