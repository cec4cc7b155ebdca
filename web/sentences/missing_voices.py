"""Who is not here, as sentences."""

from .vocabulary import message

SENTENCES = {
    "MissingVoice.Named": message("{name} named somebody who is not here. {about}"),
    "MissingVoice.TakenOn": message("{name} will reach out to somebody who is not here. {about}"),
    "MissingVoice.Told": message("{name} told what came of reaching out. {about} {quote}"),
    "MissingVoice.Here": message("{name} said that they are here now. {about}"),
    "MissingVoice.Closed": message("{name} said why nobody looks for them any more. {about} {quote}"),
}
