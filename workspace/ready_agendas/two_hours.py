"""Two hours in a room, with tea."""

from .base import Ready, block, both

TWO_HOURS = Ready(
    "two hours",
    both("Dwy awr mewn ystafell", "Two hours in a room"),
    both("Deg i ddeugain o bobl, byrddau, te a bisgedi.", "Ten to forty people, tables, tea and biscuits."),
    (
        block(
            "welcome",
            10,
            both("Croeso, a sut hoffen ni fod gyda’n gilydd", "Welcome, and how we want to be together"),
            notes=both(
                "Dywedwch ble mae’r toiled a’r ystafell dawel. Darllenwch y cytundeb cydweithio yn uchel a gofynnwch beth sydd ar goll.",
                "Say where the toilet and the quiet room are. Read the working agreement aloud and ask what is missing.",
            ),
        ),
        block(
            "matters",
            25,
            both("Beth sy’n bwysig i ni", "What matters to us"),
            both("Meddyliwch am un diwrnod da. Beth oedd yn dda amdano?", "Think of one good day. What made it good?"),
            both(
                "Munud o dawelwch yn gyntaf. Yna pawb yn ei dro, heb i neb dorri ar draws; mae pasio’n iawn.",
                "A minute of quiet first. Then everybody in turn, nobody cuts in; passing is fine.",
            ),
        ),
        block(
            "ideas",
            25,
            both("Beth allen ni ei wneud?", "What could we do?"),
            both("Beth allen ni roi cynnig arno gyda’n gilydd cyn y tro nesaf?", "What could we try together before next time?"),
            both(
                "Un syniad ar bob cerdyn. Darllenwch bob un yn uchel wrth iddo fynd ar y wal.", "One idea on each card. Read each aloud as it goes on the wall."
            ),
        ),
        block("break", 15, both("Paned", "Tea")),
        block(
            "dots",
            10,
            both("Ble rydyn ni’n dechrau?", "Where do we begin?"),
            both("Rhowch eich dotiau lle hoffech chi ddechrau.", "Put your dots where you would begin."),
            both(
                "Dim ond helpu i ddewis beth i’w drafod y mae dotiau: dydyn nhw ddim yn penderfynu dim.",
                "Dots only help to choose what to talk about: they decide nothing.",
            ),
            {"dots": 3, "cap": 2},
        ),
        block(
            "discuss",
            20,
            both("Trafod y ddau neu dri uchaf", "Talk about the top two or three"),
            both("Beth fyddai ei angen i hyn ddigwydd?", "What would it take for this to happen?"),
            both("Gofynnwch pwy sydd heb siarad eto, a gadewch amser.", "Ask who has not spoken yet, and leave time."),
        ),
        block(
            "free",
            15,
            both("Pwy sy’n gwneud beth, a sut aeth hi", "Who does what, and how it went"),
            both("Un gair am sut aeth hi i chi heddiw.", "One word for how it went for you today."),
            both("Ysgrifennwch bob addewid gydag enw a dyddiad. Diolchwch.", "Write every promise down with a name and a day. Say thank you."),
        ),
    ),
)
