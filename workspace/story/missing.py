"""Whom the evening care project touches and lacks, and what came of reaching out."""

from uuid import UUID

from .. import missing_voices
from ..missing_voices import Missing
from .telling import Telling, both

VALLEY = both("Dyffryn Aeron", "Dyffryn Aeron")
ALONE = Missing(
    both("Pobl sy’n byw ar eu pennau eu hunain, heb deulu yn agos", "People who live alone, with no family near"),
    "They never ring to complain, so nobody hears how their evenings are.",
    85,
    VALLEY,
)
NIGHTS = Missing(both("Nyrsys ardal y nos", "District nurses at night"), "Nhw sy’n dod ar ôl i ni fynd.", 6, both("Canol Ceredigion", "Mid Ceredigion"))
POLISH = Missing(both("Gofalwyr sy’n siarad Pwyleg gyntaf", "Care workers whose first language is Polish"), "", None, {})


def tell(telling: Telling, project: UUID) -> None:
    workspace = telling.workspace
    alone = missing_voices.name(workspace, telling.act("Delyth", project, 64), ALONE).id
    nights = missing_voices.name(workspace, telling.act("Rhys", project, 63), NIGHTS).id
    missing_voices.name(workspace, telling.act("Zofia", project, 30), POLISH)
    for name, voice in (("Delyth", alone), ("Amina", alone), ("Rhys", nights)):
        missing_voices.take_on(workspace, telling.act(name, project, 60), voice)
    missing_voices.tell(workspace, telling.act("Rhys", project, 41), nights, "Dwy wedi dweud iawn: byddwn ni’n ffonio cyn pob cyfarfod.")
    missing_voices.arrive(workspace, telling.act("Rhys", project, 40), nights)
    missing_voices.tell(workspace, telling.act("Amina", project, 25), alone, "I asked four on my round. Two would talk by phone, not in a hall.")
