"""What happened to the methods of the network, as sentences."""

from .vocabulary import message

SENTENCES = {
    "Method.Added": message("{name} added a method: {about}."),
    "Method.Revised": message("{name} revised a method: {about}. {quote}"),
    "Method.SetAside": message("{name} set a method aside: {about}. {quote}"),
    "Method.BroughtBack": message("{name} brought a method back: {about}."),
    "Method.Noted": message("{name} said how a method went: {about}. {quote}"),
    "Method.NoteTakenBack": message("{name} took back what they had said about a method: {about}."),
}
