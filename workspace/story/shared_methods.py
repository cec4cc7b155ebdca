"""What people share across the network: methods of the house, one of their own, one made clearer, and how two of them went."""

from uuid import UUID

from .. import methods, network
from ..methods import Fits, Written
from ..network import Arriving
from ..starter_kit import METHODS
from .telling import Telling, both

TEA_FIRST = {
    "name": both("Te yn gyntaf", "Tea first"),
    "purpose": both(
        "Chwarter awr o sgwrs dros baned cyn i neb agor agenda. Mae pobl yn siarad yn wahanol pan fyddan nhw wedi chwerthin gyda’i gilydd.",
        "A quarter of an hour of talk over a cup of tea before anybody opens an agenda. People speak differently once they have laughed together.",
    ),
    "steps": both(
        "Byddwch yno hanner awr yn gynnar, a’r tegell ymlaen.\nCyfarchwch bawb wrth y drws, wrth eu henw.\n"
        "Rhowch bobl sydd ddim yn nabod ei gilydd i eistedd gyda’i gilydd.\nPeidiwch â siarad am y gwaith nes bod y cwpanau’n wag.\n"
        "Dywedwch “gawn ni ddechrau?”, ac arhoswch i glywed “cawn”.",
        "Be there half an hour early, with the kettle on.\nGreet everybody at the door, by name.\n"
        "Seat people together who do not know one another.\nDo not talk about the work until the cups are empty.\n"
        "Say “shall we begin?”, and wait until the answer is yes.",
    ),
    "access": both(
        "Cwpanau â dwy ddolen, te heb gaffein, a rhywun i gario. Siaradwch Gymraeg wrth y drws yn gyntaf.",
        "Cups with two handles, tea without caffeine, and somebody to carry. Speak Welsh at the door first.",
    ),
    "watch": both("Pobl sy’n dod ar y bws ac yn cyrraedd yn hwyr: cadwch baned iddyn nhw.", "People who come by bus and arrive late: keep a cup for them."),
    "records": both("Dim.", "Nothing."),
}


def tell(telling: Telling) -> None:
    workspace = telling.workspace
    methods.install(workspace, telling.on(300, "09:00"))
    by = telling.in_the_network("Mair", 120)
    tea = methods.add(workspace, by, Written(TEA_FIRST, Fits("welcome", 15, 20, 3, 30, ["room"])), Arriving()).id
    _make_clearer(telling)
    _note(telling, "Rhys", 20, tea, "Daeth pawb yn ôl i’r ail sesiwn, a dyna’r tro cyntaf. Roedd angen mwy o gwpanau arnon ni.", "well")
    said = "I had a minute to think before my turn, so for once I said what I meant. The second round was rushed."
    _note(telling, "Tomos", 18, methods.of_the_house("round-without-interruption"), said, "partly")


def _make_clearer(telling: Telling) -> None:
    """Lowri adds the step that people forgot."""
    offered = next(each for each in METHODS if each.key == "choosing-with-dots")
    last = both("Dywedwch beth sy’n digwydd nesaf â’r canlyniad, a phwy sy’n ei wneud.", "Say what happens next with the result, and who does it.")
    steps = {language: f"{said}\n{last[language]}" for language, said in offered.texts["steps"].items()}
    written = Written({**offered.texts, "steps": steps}, offered.fits)
    why = "Roedd pobl yn mynd adref heb wybod beth oedd yn dod o’r dotiau"
    methods.revise(telling.workspace, telling.in_the_network("Lowri", 60), methods.of_the_house(offered.key), 1, written, why)


def _note(telling: Telling, name: str, days_ago: int, method: UUID, text: str, went: str) -> None:
    by, arriving = network.act(telling.workspace, telling.accounts[name], may_add=False, **telling.how(name, days_ago))
    methods.note(telling.workspace, by, method, text, went, arriving)
