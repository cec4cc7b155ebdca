"""What happened to a charter, as sentences."""

from .vocabulary import message

SENTENCES = {
    "Charter.Drafted": message("{name} wrote the first draft of the charter."),
    "Charter.Redrafted": message("{name} wrote a new draft of the charter: version {version}."),
    "Charter.Asked": message("{name} put the charter to both groups: version {version}."),
    "Charter.Adopted": message("The charter is in force: version {version}."),
}
