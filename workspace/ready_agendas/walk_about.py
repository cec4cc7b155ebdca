"""Ninety minutes on foot, at the place it is about."""

from .base import Ready, block, both

WALK_ABOUT = Ready(
    "walk-about",
    both("Awr a hanner ar droed", "Ninety minutes on foot"),
    both(
        "Pedwar i ugain o bobl, yn y lle ei hun: ward, parc, stryd. Does dim cofnod o’r cerdded.",
        "Four to twenty people, at the place itself: a ward, a park, a street. Nothing is written down of the walk.",
    ),
    (
        block(
            "welcome",
            10,
            both("Cwrdd wrth y drws", "Meet at the door"),
            notes=both(
                "Cerddwch y llwybr eich hun y diwrnod cynt: grisiau, meinciau, toiled, tir gwlyb. "
                "Y person arafaf sy’n gosod y cyflymder, ac mae rhywun yn cerdded gyda nhw. Dewiswch lwybr i bawb, nid llwybr byr i rai. "
                "Dywedwch beth sy’n digwydd os yw’n bwrw glaw. Gofynnwch cyn tynnu llun o neb.",
                "Walk the way yourself the day before: steps, benches, toilet, wet ground. The slowest sets the pace, and somebody walks with them. "
                "Choose a way for all, not a short one for some. Say what happens if it rains. Ask before you photograph anybody.",
            ),
        ),
        block(
            "free",
            25,
            both("Cerdded fesul dau", "Walk in pairs"),
            both("Beth welwch chi yma na welwn ni?", "What do you see here that we do not?"),
            both(
                "Un o bob grŵp ym mhob pâr; newidiwch bâr hanner ffordd. Does dim yn cael ei ysgrifennu. "
                "Y sawl sy’n byw gyda’r lle sy’n dangos y ffordd. I rywun na all gerdded, cerddwch gyda’r ffôn yn eich llaw.",
                "One of each group in every pair; change over half-way. Nothing is written down. "
                "Whoever lives with the place shows the way. For somebody who cannot walk it, walk it with them on the phone.",
            ),
            is_recorded=False,
        ),
        block("break", 10, both("Mainc a fflasg", "A bench and a flask")),
        block(
            "matters",
            20,
            both("Beth welon ni", "What we saw"),
            both("Pa un peth a welsoch chi fydd yn aros gyda chi?", "Which one thing that you saw will stay with you?"),
            both(
                "Eisteddwch lle mae pawb yn clywed. Un peth yr un, pawb yn ei dro. Ysgrifennwch dros bwy bynnag sydd â menig neu fabi.",
                "Sit where everybody hears. One thing each, in turn. Write for whoever has gloves on, or a baby.",
            ),
        ),
        block(
            "ideas",
            15,
            both("Beth allen ni ei newid yma?", "What could we change here?"),
            both("Beth allai fod yn wahanol yma erbyn y tro nesaf y down ni?", "What could be different here by the next time we come?"),
            both("Un syniad ar bob cerdyn. Dywedwch ble’n union.", "One idea on each card. Say exactly where."),
        ),
        block(
            "free",
            10,
            both("Pwy sy’n gwneud beth, a sut aeth hi", "Who does what, and how it went"),
            both("Un gair am sut aeth hi i chi heddiw.", "One word for how it went for you today."),
            both(
                "Ysgrifennwch bob addewid gydag enw a dyddiad. Gofalwch fod gan bawb ffordd adref. Diolchwch.",
                "Write every promise down with a name and a day. See that everybody has a way home. Say thank you.",
            ),
        ),
    ),
)
