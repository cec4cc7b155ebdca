"""What mattered to people at the start, on a doorstep, by phone and at the table; what they bring; what was written down for Beti, who would rather talk."""

from uuid import UUID

from aggregates.base import Act
from aggregates.slip import slip_id

from .. import confirming, ideas, introductions, matters, members, voices
from ..matters import Said, Visitor
from ..voices import Voice
from .telling import Telling

BRINGS = {
    "Eira": "Deugain mlynedd yn y cwm, a thebot mawr.",
    "Tomos": "I look after my mother. I am good with forms.",
    "Gwyn": "Half the valley’s phone numbers, by heart.",
    "Amina": "Eleven years on the evening round.",
    "Carys": "Gofalwr ar y rownd, a merch i rywun sydd arni.",
    "Mair": "Dw i’n gwrando, ac yn cadw amser.",
}
"""Carys belongs to both groups."""

FOR_ANYBODY, FOR_THE_FACILITATORS = True, False


def tell(telling: Telling, project: UUID) -> list[UUID]:
    """Answers with what may be quoted: of Amina, Tomos, Beti and Eira."""
    workspace = telling.workspace
    read = [
        matters.say(workspace, telling.act("Amina", project, 279), Said("I want to leave a house without having looked at the clock.", FOR_ANYBODY)).id,
        matters.say(workspace, telling.act("Tomos", project, 278), Said("Ten minutes to sit with her while the tea is still warm.", FOR_ANYBODY)).id,
        matters.say(workspace, telling.act("Delyth", project, 278), Said("Cael cysgu un noson yr wythnos.", FOR_THE_FACILITATORS)).id,
        matters.say(workspace, _for_beti(telling, project, 277, "phone"), Said("Dw i ddim eisiau bod yn fy ngŵn nos cyn hanner awr wedi chwech.", True)).id,
        matters.say(workspace, telling.act("Eira", project, 276), Said("Enw. Dwedwch pwy sy’n dod drwy’r drws.", FOR_ANYBODY)).id,
    ]
    confirming.confirm(workspace, telling.act("Beti", project, 275), slip_id(read[3]))
    for matter in read:
        matters.put_under(workspace, telling.act("Mair", project, 274), matter)
    voices.choose_helper(workspace, telling.act("Beti", project, 100), telling.act("Beti", project, 100).member, telling.act("Eira", project, 100).member)
    for name, words in BRINGS.items():
        by = telling.act(name, project, 273)
        introductions.introduce(workspace, by, by.member, words)
    carys = telling.act("Carys", project, 272)
    members.change_side(workspace, carys, carys.member, "professional", True)
    _still_waiting(telling, project)
    amina, tomos, _, beti, eira = read
    return [amina, tomos, beti, eira]


def under_themes(telling: Telling, project: UUID, quoted: list[UUID], themes: list[UUID]) -> None:
    """What each of the four said stands where the ideas about it do."""
    who, when, time = themes
    for matter, theme in zip(quoted, (time, time, when, who), strict=True):
        matters.put_under(telling.workspace, telling.act("Mair", project, 76, "20:30"), matter, theme)


def _still_waiting(telling: Telling, project: UUID) -> None:
    """An idea that Beti has not confirmed yet, and somebody at the door of the hall, whom nobody has read."""
    ideas.post(telling.workspace, _for_beti(telling, project, 6, "paper"), "Golau bach wrth ddrws y ffrynt, i’r gofalwr a’r gath.")
    command = telling.act("Siôn", project, 3).command
    somebody = Visitor("", "citizen", "the hall", "en", command, telling.on(3, "15:20"))
    matters.say_as_visitor(telling.workspace, project, somebody, Said("That my father is asked, not told.", FOR_ANYBODY))


def _for_beti(telling: Telling, project: UUID, days_ago: int, source: str) -> Act:
    beti = telling.act("Beti", project, days_ago).member
    return voices.speaking(telling.workspace, telling.act("Siôn", project, days_ago, "11:40"), Voice(beti, "said so", source, True))
