"""Two hours, some in a room and some at home."""

from .base import Ready, block, both

ROOM_AND_HOME = Ready(
    "room and home",
    both("Dwy awr mewn ystafell ac o bell", "Two hours in a room and from home"),
    both(
        "Deg i ddeg ar hugain o bobl, a rhai ohonyn nhw gartref. Mae angen rhywun yn yr ystafell i ofalu am y rhai sydd gartref.",
        "Ten to thirty people, some of them at home. It needs somebody in the room who looks after those at home.",
    ),
    (
        block(
            "welcome",
            15,
            both("Croeso i’r ystafell ac i’r rhai sydd gartref", "Welcome, in the room and at home"),
            notes=both(
                "Rhowch gynnig ar y sain gyda’r rhai sydd gartref cyn agor y drws. Dywedwch pwy yn yr ystafell sy’n gofalu amdanyn nhw, a’i rif ffôn. "
                "Un microffon, un llais ar y tro. Dywedwch ble mae’r ddolen sain, y toiled a’r ystafell dawel.",
                "Try the sound with those at home before you open the door. Say who in the room looks after them, and the number to ring. "
                "One microphone, one voice at a time. Say where the loop, the toilet and the quiet room are.",
            ),
        ),
        block(
            "matters",
            25,
            both("Beth sy’n bwysig i ni", "What matters to us"),
            both("Pryd oedd y tro diwethaf i chi deimlo bod rhywun wedi gwrando?", "When did you last feel listened to?"),
            both(
                "Y rhai sydd gartref yn gyntaf, yna’r ystafell. Pawb yn ei dro, heb i neb dorri ar draws; mae pasio’n iawn.",
                "Those at home first, then the room. Everybody in turn, nobody cuts in; passing is fine.",
            ),
        ),
        block(
            "ideas",
            20,
            both("Beth allen ni ei wneud?", "What could we do?"),
            both("Beth allen ni roi cynnig arno gyda’n gilydd cyn y tro nesaf?", "What could we try together before next time?"),
            both(
                "Pob cerdyn ar y sgrin, gan gynnwys y rhai ar bapur, fel bod pawb yn gweld yr un wal. Darllenwch bob un yn uchel.",
                "Every card goes on the screen, those on paper too, so that all see the same wall. Read each aloud.",
            ),
        ),
        block(
            "break",
            15,
            both("Paned", "Tea"),
            notes=both(
                "Mae’r rhai sydd gartref yn cael paned hefyd: gadewch y llinell ar agor i gael sgwrs.",
                "Those at home have tea too: leave the line open for a chat.",
            ),
        ),
        block(
            "dots",
            10,
            both("Ble rydyn ni’n dechrau?", "Where do we begin?"),
            both("Rhowch eich dotiau lle hoffech chi ddechrau.", "Put your dots where you would begin."),
            both(
                "Pawb ar y ffôn neu’r sgrin, nid sticeri ar y wal, fel bod dotiau pawb yn cyfri yr un fath.",
                "Everybody by phone or screen, no stickers on the wall, so that all dots count alike.",
            ),
            {"dots": 3, "cap": 2},
        ),
        block(
            "discuss",
            25,
            both("Trafod y ddau uchaf", "Talk about the top two"),
            both("Beth fyddai ei angen i hyn ddigwydd?", "What would it take for this to happen?"),
            both(
                "Bob yn ail: llais o’r ystafell, llais o gartref. Ailadroddwch unrhyw beth a ddywedwyd ymhell o’r microffon.",
                "Turn about: a voice from the room, a voice from home. Say again whatever was said far from the microphone.",
            ),
        ),
        block(
            "free",
            10,
            both("Pwy sy’n gwneud beth, a sut aeth hi", "Who does what, and how it went"),
            both("Un gair am sut aeth hi i chi heddiw, yn yr ystafell neu gartref.", "One word for how it went for you today, in the room or at home."),
            both("Ysgrifennwch bob addewid gydag enw a dyddiad. Diolchwch i bawb.", "Write every promise down with a name and a day. Thank everybody."),
        ),
    ),
)
