"""Ninety minutes, everybody at home."""

from .base import Ready, block, both

FROM_HOME = Ready(
    "from home",
    both("Awr a hanner o bell", "Ninety minutes from home"),
    both(
        "Pump i bump ar hugain o bobl, pawb gartref, ar y ffôn neu ar sgrin. Neb yn yr un ystafell.",
        "Five to twenty-five people, all at home, by phone or on a screen. Nobody is in one room.",
    ),
    (
        block(
            "welcome",
            10,
            both("Dod i mewn, a sut hoffen ni fod gyda’n gilydd", "Coming in, and how we want to be together"),
            notes=both(
                "Agorwch ddeng munud yn gynnar i roi cynnig ar y sain. Rhowch rif ffôn i’r rhai heb sgrin. "
                "Dywedwch ble mae’r capsiynau, a phwy sy’n cyfieithu. Does dim rhaid i neb ddangos ei wyneb. Dywedwch eich enw cyn siarad.",
                "Open ten minutes early to try the sound. Give a number to ring to those without a screen. Say where the captions are, and who interprets. "
                "Nobody has to show their face. Say your name before you speak.",
            ),
        ),
        block(
            "matters",
            20,
            both("Beth sy’n bwysig i ni", "What matters to us"),
            both("Beth sydd wedi’ch helpu yn ddiweddar, a chan bwy?", "What has helped you lately, and who did it?"),
            both(
                "Dwy funud i bawb ysgrifennu’n dawel. Yna galwch ar bobl wrth eu henwau, yn eu tro; mae pasio’n iawn. "
                "Darllenwch y cardiau i’r rhai sydd ar y ffôn.",
                "Two quiet minutes for everybody to write. Then ask people by name, in turn; passing is fine. Read the cards out to those on the phone.",
            ),
        ),
        block(
            "ideas",
            15,
            both("Beth allen ni ei wneud?", "What could we do?"),
            both("Beth fyddai’n gwneud un diwrnod yn haws?", "What would make one day easier?"),
            both(
                "Un syniad ar bob cerdyn. I rywun sydd ar y ffôn, ysgrifennwch eu geiriau a’u darllen yn ôl.",
                "One idea on each card. For somebody on the phone write down their words, and read them back.",
            ),
        ),
        block(
            "break",
            10,
            both("Codi o’r sgrin", "Away from the screen"),
            notes=both(
                "Dywedwch pryd byddwch chi’n ôl. Arhoswch ar y llinell i’r sawl sydd am sgwrs.",
                "Say when you begin again. Stay on the line for whoever wants a chat.",
            ),
        ),
        block(
            "dots",
            5,
            both("Ble rydyn ni’n dechrau?", "Where do we begin?"),
            both("Rhowch eich dotiau lle hoffech chi ddechrau.", "Put your dots where you would begin."),
            both(
                "Darllenwch y dewisiadau yn uchel, gyda’u rhifau. Gall pobl ar y ffôn ddweud eu dotiau wrth un ohonoch chi.",
                "Read the choices aloud with their numbers. People on the phone can tell one of you their dots.",
            ),
            {"dots": 3, "cap": 2},
        ),
        block(
            "discuss",
            20,
            both("Trafod yr uchaf", "Talk about the first of them"),
            both("Beth fyddai ei angen i hyn ddigwydd, a chan bwy?", "What would it take for this to happen, and from whom?"),
            both(
                "Gadewch i’r tawelwch fod. Gofynnwch i’r rhai sydd heb siarad eto, heb fynnu.",
                "Let silence be. Ask those who have not spoken yet, and do not press.",
            ),
        ),
        block(
            "free",
            10,
            both("Pwy sy’n gwneud beth, a sut aeth hi", "Who does what, and how it went"),
            both("Un gair am sut aeth hi i chi heddiw.", "One word for how it went for you today."),
            both(
                "Ysgrifennwch bob addewid gydag enw a dyddiad. Dywedwch wrth bawb sut mae eich ffonio yfory. Diolchwch.",
                "Write every promise down with a name and a day. Tell everybody how to ring you tomorrow. Say thank you.",
            ),
        ),
    ),
)
