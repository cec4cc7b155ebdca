"""Where the evening round is not how it is written: said to everybody or to the facilitators alone, answered, and settled or not yet."""

from uuid import UUID

from .. import challenges
from .telling import Telling


def tell(telling: Telling, project: UUID) -> None:
    workspace, act = telling.workspace, telling.act

    def say(who: str, ago: int, text: str, about: str, *, is_public: bool = True) -> UUID:
        return challenges.raise_(workspace, act(who, project, ago), text, is_public=is_public, about=about).id

    def answer(who: str, ago: int, challenge: UUID, text: str) -> None:
        challenges.answer(workspace, act(who, project, ago), challenge, text)

    rota = say("Zofia", 120, "The charter says we decide together. The rota for October was out before anybody asked those who drive it.", "deciding")
    answer("Siôn", 118, rota, "Rydych chi’n iawn. Aeth y rota allan cyn y cyfarfod. O fis Tachwedd fydd dim rota cyn i’r ddau grŵp ei gweld.")
    answer("Zofia", 116, rota, "Thank you. I would like to see November first.")
    answer("Siôn", 84, rota, "Mae rota Tachwedd ar y bwrdd ers dydd Llun, gyda nodiadau’r gyrwyr arni.")
    challenges.settle(workspace, act("Zofia", project, 82), rota)
    money = say("Menna", 60, "Dw i’n talu am y tacsi ac yn aros tair wythnos am yr arian. Dw i ddim yn hoffi gofyn.", "care", is_public=False)
    answer("Mair", 59, money, "Mae’n ddrwg gen i. Byddwn ni’n archebu’r tacsi o hyn ymlaen, felly fydd dim rhaid i chi dalu dim. Diolch am ddweud.")
    challenges.settle(workspace, act("Menna", project, 57), money)
    say("Ifan", 5, "When my gran talks, people write down half of it and look at the clock.", "hearing")
