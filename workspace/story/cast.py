"""The people of the demo story. They are the only people who do not exist; demo, tests and pictures use the same ones."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Somebody:
    name: str
    language: str
    who: dict[str, str]  # who they are, in both languages, for the page where a visitor becomes one of them

    @property
    def email(self) -> str:
        """Under a name that is reserved for examples: no mail can ever arrive there."""
        plain = self.name.lower().replace("ô", "o").replace(" ", ".")
        return f"{plain}@pleth.example"


def _one(name: str, language: str, cy: str, en: str) -> Somebody:
    return Somebody(name, language, {"cy": cy, "en": en})


_ALL = [
    _one("Eira", "cy", "Yn cael gofal gartref gyda’r nos", "Has care at home in the evening"),
    _one("Beti", "cy", "Yn cael gofal gartref; gwell ganddi siarad na theipio", "Has care at home; would rather talk than type"),
    _one("Tomos", "en", "Yn gofalu am ei fam", "Looks after his mother"),
    _one("Nia", "cy", "Merch i rywun sy’n cael gofal", "Daughter of somebody who has care"),
    _one("Gwyn", "en", "Yn cael gofal gartref", "Has care at home"),
    _one("Delyth", "cy", "Yn gofalu am ei gŵr", "Looks after her husband"),
    _one("Ifan", "en", "Ŵyr i rywun sy’n cael gofal", "Grandson of somebody who has care"),
    _one("Menna", "cy", "Yn cael gofal gartref", "Has care at home"),
    _one("Amina", "en", "Gweithiwr gofal ar y rownd nos", "Care worker on the evening round"),
    _one("Rhys", "cy", "Yn trefnu’r rota", "Plans the rota"),
    _one("Carys", "cy", "Gweithiwr gofal ar y rownd nos", "Care worker on the evening round"),
    _one("Owain", "en", "Nyrs ardal", "District nurse"),
    _one("Zofia", "en", "Gweithiwr gofal ar y rownd nos", "Care worker on the evening round"),
    _one("Mair", "cy", "Hwylusydd, o’r teuluoedd", "Facilitator, from the families"),
    _one("Siôn", "cy", "Hwylusydd, o’r cyngor", "Facilitator, from the council"),
    _one("Helen", "en", "Comisiynydd gwasanaethau i’r cyngor", "Commissions services for the council"),
    _one("Lowri", "cy", "Cydlynydd y rhwydwaith", "Co-ordinates the network"),
]

CAST = {somebody.name: somebody for somebody in _ALL}
FAMILIES = ["Eira", "Beti", "Tomos", "Nia", "Gwyn", "Delyth", "Ifan", "Menna"]
CARE_TEAM = ["Amina", "Rhys", "Carys", "Owain", "Zofia"]
