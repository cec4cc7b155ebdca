"""What matters, slips, and helpers."""

from uuid import UUID, uuid4

from aggregates.slip import slip_id
from tests.showing import picture, wav
from workspace import confirming, ideas, matters, projects, slips, voices
from workspace.matters import Said, Visitor
from workspace.story import Telling
from workspace.story.evening_care import DESCRIPTION
from workspace.voices import Voice


def live(telling: Telling) -> None:
    workspace = telling.workspace
    project = projects.start(workspace, telling.in_the_network("Mair", 9), DESCRIPTION).id
    telling.join("Beti", telling.act("Mair", project, 9), "citizen")
    telling.join("Eira", telling.act("Mair", project, 9), "citizen")
    beti, eira = (telling.act(name, project, 5).member for name in ("Beti", "Eira"))
    voices.choose_helper(workspace, telling.act("Beti", project, 5), beti, eira)

    def for_beti(source: str) -> voices.Act:
        return voices.speaking(workspace, telling.act("Eira", project, 4), Voice(beti, "said so", source, True))

    _matters(telling, project)
    ideas_ = [ideas.post(workspace, for_beti(source), f"Golau wrth y drws ({source})").id for source in ("paper", "phone", "visit")]
    first, second, third = (slip_id(idea) for idea in ideas_)
    confirming.confirm(workspace, telling.act("Beti", project, 3), first)
    confirming.correct(workspace, telling.act("Beti", project, 3), second, "Golau wrth bob drws")
    confirming.withdraw(workspace, telling.act("Beti", project, 3), third)
    ideas.reply(workspace, for_beti("BSL"), ideas_[0], "A golau yn y cyntedd")
    reply = next(event.words.id for _, event in workspace.events_of([ideas_[0]]) if type(event).__name__ == "Replied")
    confirming.correct(workspace, telling.act("Beti", project, 2), slip_id(reply), "A golau bach yn y cyntedd")
    voices.release_helper(workspace, telling.act("Eira", project, 2), beti, eira)


def _matters(telling: Telling, project: UUID) -> None:
    workspace = telling.workspace
    said, visitor = Said("Cael gwybod pwy sy’n dod", False), Visitor("Gwenda", "citizen", "there", "cy", uuid4())
    matter = matters.say_as_visitor(workspace, project, visitor, said).id
    slip = workspace.load(slips.Slip, slip_id(matter))

    def herself() -> slips.Act:
        return slips.act_with(workspace, slip, account=None, command=uuid4(), language="cy")

    matters.put_under(workspace, telling.act("Mair", project, 0), matter)
    matters.allow_quote(workspace, herself(), matter)
    matters.take_back_quote(workspace, herself(), matter)
    matters.reword(workspace, herself(), matter, "Cael gwybod erbyn pedwar pwy sy’n dod")
    confirming.claim(workspace, telling.accounts["Owain"], slip, command=uuid4(), language="en", name="Owain")
    shown = matters.say(workspace, telling.act("Beti", project, 0), Said("", True, years=2, photo=picture(), sound=wav())).id
    matters.transcribe(workspace, telling.act("Mair", project, 0), shown, "sound", "Ffoniwch cyn dod")
    own = matters.say(workspace, telling.act("Eira", project, 0), Said("Te cynnes", True)).id
    matters.take_back(workspace, telling.act("Eira", project, 0), own)
