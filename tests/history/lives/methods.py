"""A method of the network: every way it can go."""

from uuid import uuid4

from workspace import methods, network
from workspace.methods import Written
from workspace.network import Arriving
from workspace.starter_kit import METHODS
from workspace.story import Telling


def live(telling: Telling) -> None:
    workspace, offered = telling.workspace, METHODS[0]
    written = Written(offered.texts, offered.fits)

    def mair() -> methods.Act:
        return telling.in_the_network("Mair", 2)

    method = methods.add(workspace, mair(), written, Arriving()).id
    methods.revise(workspace, mair(), method, 1, written, "Yn gliriach")
    methods.set_aside(workspace, mair(), method, "Mae un gwell")
    methods.bring_back(workspace, mair(), method)
    eira, arriving = network.act(workspace, telling.accounts["Eira"], may_add=False, command=uuid4(), language="cy", channel="web")
    methods.note(workspace, eira, method, "Cafodd pawb siarad", "well", arriving)
    (note,) = methods.load(workspace, method).notes
    methods.take_back_note(workspace, telling.in_the_network("Eira", 0), method, note)
