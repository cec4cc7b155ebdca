"""To begin, to stop in between, and to end."""

from .base import Offered, Said

METHODS = (
    Offered(
        "word-each-to-begin",
        "welcome",
        (5, 15),
        (2, 20),
        ("room", "remote", "hybrid"),
        cy=Said(
            "Gair yr un i ddechrau",
            "Clywed llais pawb unwaith cyn i’r gwaith ddechrau. Mae’n haws i bobl siarad wedyn os ydyn nhw wedi siarad unwaith yn barod.",
            (
                "Gofynnwch un cwestiwn hawdd sydd ag ateb gan bawb: “Sut daethoch chi yma heddiw?” neu “Beth fyddai’n gwneud hwn yn amser da i chi?”",
                "Atebwch yn gyntaf eich hun, mewn un frawddeg. Bydd ateb byr gennych chi yn gwneud atebion byr gan bawb.",
                "Ewch o amgylch y cylch. Mae pawb yn dweud eu henw ac un frawddeg. Does neb yn ymateb eto.",
                "Gall unrhyw un ddweud “pasio”. Gofynnwch iddyn nhw eto ar y diwedd, unwaith.",
                "Diolchwch, a dywedwch beth sy’n dod nesaf ac erbyn pryd byddwch chi’n gorffen.",
            ),
            "Dywedwch y cwestiwn ddwywaith a dangoswch e ar bapur. Profwch y ddolen sain cyn i bobl ddod. Os bydd dehonglydd BSL neu gyfieithydd ar y pryd"
            " yno, arhoswch iddyn nhw orffen cyn i’r nesaf ddechrau. Atebwch yn Gymraeg yn gyntaf, fel bod pawb yn gwybod bod croeso i’r iaith.",
            "Dim, ond pwy oedd yno os ydyn nhw’n cytuno.",
            "Gall cwestiwn personol frifo. Peidiwch â gofyn am deulu, gwaith nac iechyd. Gyda mwy nag ugain o bobl gwnewch hyn fesul bwrdd.",
        ),
        en=Said(
            "A word each to begin",
            "Every voice is heard once before the work begins. People find it easier to speak later if they have spoken once already.",
            (
                "Ask one easy question that everybody can answer: “How did you get here today?” or “What would make this time well spent for you?”",
                "Answer first yourself, in one sentence. A short answer from you makes for short answers from others.",
                "Go round the circle. Each person says their name and one sentence. Nobody replies yet.",
                "Anybody can say “pass”. Ask them once more at the end, only once.",
                "Say thank you, then say what comes next and when you will finish.",
            ),
            "Say the question twice and show it on paper. Try the hearing loop before people arrive. Where there is a BSL interpreter or a Welsh"
            " interpreter, wait for them to finish before the next person begins. Answer in Welsh first, so that everybody knows the language is welcome.",
            "Nothing, except who was there if they agree to it.",
            "A personal question can hurt. Do not ask about family, work or health. With more than twenty people do this table by table.",
        ),
    ),
    Offered(
        "how-we-want-to-be-together",
        "welcome",
        (20, 40),
        (3, 25),
        ("room", "remote", "hybrid", "paper"),
        cy=Said(
            "Sut rydyn ni am fod gyda’n gilydd",
            "Cytundeb cydweithio yng ngeiriau’r grŵp ei hun, fel bod gan bawb hawl i ddweud pan nad yw’n cael ei gadw.",
            (
                "Gofynnwch i bawb gofio cyfarfod lle’r oedden nhw’n gallu siarad yn rhydd, ac un lle nad oedden nhw.",
                "Fesul dau, am bum munud: beth oedd yn wahanol?",
                "Casglwch un peth gan bob pâr ar ddalen fawr, yn eu geiriau nhw. Trowch “peidiwch” yn “gwnewch” lle gallwch chi.",
                "Darllenwch y rhestr yn uchel. Gofynnwch am bob llinell: sut bydden ni’n gweld ein bod ni’n gwneud hyn?",
                "Gofynnwch beth wnawn ni pan fydd rhywun yn anghofio. Ysgrifennwch hynny hefyd.",
                "Rhowch y ddalen lle mae pawb yn ei gweld, a darllenwch hi ar ddechrau pob sesiwn.",
            ),
            "Gofynnwch cyn y sesiwn beth sydd ei angen ar bobl i gymryd rhan, fel nad oes rhaid i neb ddweud hynny o flaen pawb. Darllenwch bopeth sydd ar"
            " y wal yn uchel. Tynnwch lun bach wrth ymyl pob llinell. Gall rhywun tawel ysgrifennu llinell ar gerdyn.",
            "Rhestr o chwech neu saith o linellau yn y ddwy iaith. Gall fod yn rhan o siarter y grŵp.",
            "Dydy rhestr o reolau parod ddim yn gytundeb i neb. Os mai’r bobl broffesiynol sy’n siarad gyntaf, gofynnwch i’r lleill ddechrau.",
        ),
        en=Said(
            "How we want to be together",
            "A working agreement in the group’s own words, so that everybody has the right to say when it is not kept.",
            (
                "Ask everybody to remember a meeting where they could speak freely, and one where they could not.",
                "In twos, for five minutes: what was different?",
                "Collect one thing from each pair on a large sheet, in their words. Turn “don’t” into “do” where you can.",
                "Read the list aloud. Ask of each line: how would we see that we are doing it?",
                "Ask what we do when somebody forgets. Write that down too.",
                "Put the sheet where everybody sees it, and read it at the start of each session.",
            ),
            "Ask before the session what people need to take part, so that nobody has to say it in front of everybody. Read aloud all that is on the wall."
            " Draw a small picture beside each line. A quiet person can write their line on a card.",
            "A list of six or seven lines in both languages. It can become a part of the group’s charter.",
            "A list of ready-made rules is nobody’s agreement. If professionals speak first, ask the others to begin.",
        ),
    ),
    Offered(
        "break-that-is-a-break",
        "break",
        (10, 20),
        (2, None),
        ("room", "remote", "hybrid"),
        cy=Said(
            "Egwyl go iawn",
            "Amser i orffwys, i gael paned ac i siarad am ddim byd o bwys. Yn aml dyma pryd mae pobl yn dweud y peth pwysicaf.",
            (
                "Dywedwch pryd mae’r egwyl ar y dechrau un, a chadwch at hynny.",
                "Dywedwch pryd byddwch chi’n ailddechrau, ac ysgrifennwch yr amser lle mae pawb yn ei weld.",
                "Peidiwch â gweithio: dim taflenni i’w llenwi, dim “un gair bach”.",
                "Cerddwch o amgylch. Eisteddwch wrth ymyl rhywun sydd ddim wedi siarad eto.",
                "Ar-lein: diffoddwch y camerâu, codwch, a dewch yn ôl ar yr amser.",
                "Dechreuwch eto ar amser, hyd yn oed os nad yw pawb yn ôl.",
            ),
            "Mae ar gyfieithwyr a dehonglwyr angen egwyl bob hanner awr, felly trefnwch hi gyda nhw. Dangoswch ble mae’r tai bach, a’r un hygyrch. Cadwch"
            " un ystafell neu gornel yn dawel. Gofynnwch ymlaen llaw am fwyd: alergedd, halal, dim glwten.",
            "Dim. Y sawl sy’n dweud rhywbeth dros baned biau hynny.",
            "Egwyl sy’n cael ei thorri am fod y gwaith yn hwyr. Torrwch rywbeth arall.",
        ),
        en=Said(
            "A break that is a break",
            "Time to rest, to have a cup of tea and to talk about nothing much. Often this is when people say what matters most.",
            (
                "Say at the very beginning when the break is, and keep to it.",
                "Say when you start again, and write the time where everybody sees it.",
                "Do not work: no sheets to fill in, no “just a quick word”.",
                "Walk round. Sit beside somebody who has not spoken yet.",
                "Online: cameras off, stand up, come back on time.",
                "Start again on time, even if not everybody is back.",
            ),
            "Interpreters need a break every half an hour, so plan it with them. Show where the toilets are, and the accessible one. Keep one room or"
            " corner quiet. Ask beforehand about food: allergies, halal, no gluten.",
            "Nothing. What is said over tea belongs to whoever said it.",
            "The break that is cut because the work runs late. Cut something else.",
        ),
    ),
    Offered(
        "parking-place",
        "free",
        (5, 10),
        (3, None),
        ("room", "remote", "hybrid"),
        cy=Said(
            "Y lle parcio",
            "Cadw peth pwysig sydd ddim yn perthyn i’r sgwrs hon, heb ei golli a heb fynd ar ei ôl.",
            (
                "Rhowch ddalen wag ar y wal ar y dechrau. Ysgrifennwch “Lle parcio” arni.",
                "Pan ddaw rhywbeth arall i’r sgwrs, gofynnwch i’r sawl a’i dywedodd: “Gawn ni ei gadw yma?”",
                "Ysgrifennwch e yn yr un geiriau, gydag enw’r person os oes croeso i hynny.",
                "Ddeg munud cyn y diwedd darllenwch bopeth sydd yno.",
                "Am bob un: pwy sy’n mynd ag e, i ble, ac erbyn pryd? Neu: dydyn ni ddim yn mynd ag e, a dyma pam.",
            ),
            "Darllenwch y ddalen yn uchel bob tro y bydd rhywbeth newydd arni. Ar y ffôn neu ar-lein, un person sy’n cadw’r rhestr ac yn ei darllen. Mae ar"
            " rai angen amser cyn dweud peth mawr: gallan nhw ei roi yno ar gerdyn wedyn.",
            "Un llinell am bob peth, gyda phwy sy’n mynd ag e ac erbyn pryd. Gall llinell ddod yn ymrwymiad.",
            "Lle parcio sydd byth yn cael ei wagio. Yna mae pobl yn dysgu mai yno mae pethau’n mynd i farw.",
        ),
        en=Said(
            "The parking place",
            "Keeping something important that is not part of this conversation, without losing it and without running after it.",
            (
                "Put an empty sheet on the wall at the beginning. Write “Parking place” on it.",
                "When something else comes up, ask whoever said it: “May we keep it here?”",
                "Write it down in their own words, with their name if they wish.",
                "Ten minutes before the end read everything that is on it.",
                "For each: who takes it, where to, and by when? Or: we do not take it on, and this is why.",
            ),
            "Read the sheet aloud whenever something new is on it. By phone or online one person keeps the list and reads it. Some need time before they"
            " say a big thing: they can put it there on a card later.",
            "One line for each thing, with who takes it and by when. A line can become a commitment.",
            "A parking place that is never emptied. People learn that it is where things go to die.",
        ),
    ),
    Offered(
        "what-i-will-do",
        "round",
        (10, 15),
        (3, 25),
        ("room", "remote", "hybrid", "paper"),
        cy=Said(
            "Beth wna i",
            "Mae pawb yn mynd adref yn gwybod pwy sy’n gwneud beth. Mae un peth bach sy’n cael ei wneud yn werth mwy na deg sy’n cael eu haddo.",
            (
                "Dwy funud o dawelwch: mae pawb yn ysgrifennu un peth y gwnân nhw, ac erbyn pryd.",
                "Gofynnwch am beth mor fach fel na all fethu. “Ffonio Siân ddydd Mawrth”, nid “gwella’r gwasanaeth”.",
                "Ewch o amgylch y cylch. Mae pawb yn darllen eu brawddeg. Mae “dim byd y tro hwn” yn ateb da.",
                "Gofynnwch i bawb: help pwy hoffech chi ei gael?",
                "Ysgrifennwch bob un i lawr, a’i ddarllen yn ôl.",
                "Dechreuwch y sesiwn nesaf gyda’r rhestr hon.",
            ),
            "Rhowch gerdyn mawr a phen trwchus. Gall rhywun arall ysgrifennu dros bwy bynnag sy’n dymuno. Peidiwch â gwthio: efallai fod rhywun yn gofalu"
            " ddydd a nos yn barod. Dylai’r bobl sy’n cael eu talu addo mwy na’r rhai sydd ddim.",
            "Ymrwymiad am bob cerdyn: beth, pwy, ac i’w wneud erbyn pryd.",
            "Addewidion mawr ar ddiwedd diwrnod da. Gofynnwch: beth fydd yn ei rwystro?",
        ),
        en=Said(
            "What I’ll do",
            "Everybody goes home knowing who does what. One small thing that is done is worth more than ten that are promised.",
            (
                "Two minutes of quiet: everybody writes one thing that they will do, and by when.",
                "Ask for something so small that it cannot fail. “Ring Siân on Tuesday”, not “improve the service”.",
                "Go round the circle. Everybody reads their sentence. “Nothing this time” is a good answer.",
                "Ask everybody: whose help would you like?",
                "Write each one down, and read it back.",
                "Begin the next session with this list.",
            ),
            "Give out a large card and a thick pen. Somebody else can write for whoever wishes. Do not push: somebody may be caring day and night already."
            " People who are paid to be here should promise more than those who are not.",
            "A commitment for each card: what, who, and by when.",
            "Large promises at the end of a good day. Ask: what will get in the way?",
        ),
    ),
    Offered(
        "word-each-to-end",
        "round",
        (5, 10),
        (2, 25),
        ("room", "remote", "hybrid"),
        cy=Said(
            "Gair yr un i orffen",
            "Gorffen gyda’n gilydd, a chlywed sut roedd hi tra mae’n dal yn ffres.",
            (
                "Cadwch bum munud. Peidiwch â’u rhoi i ddim byd arall.",
                "Gofynnwch un cwestiwn: “Beth sy’n mynd adref gyda chi?” neu “Beth ddylen ni ei newid y tro nesaf?”",
                "Mae pawb yn ateb mewn un gair neu un frawddeg, heb ymateb. Gall unrhyw un basio.",
                "Ysgrifennwch y geiriau wrth iddyn nhw gael eu dweud.",
                "Atebwch yn olaf eich hun, diolchwch, a dywedwch pryd bydd pobl yn clywed beth ddaeth o hyn.",
            ),
            "Dywedwch y cwestiwn cyn yr egwyl, i bobl gael amser i feddwl. Gall pobl ddangos cerdyn â llun yn lle siarad. Cofiwch am dacsi neu fws sy’n"
            " aros: gadewch i’r sawl sy’n gorfod mynd siarad yn gyntaf.",
            "Y geiriau, heb enwau, o dan “Sut aeth hi?”.",
            "Mae’n hawdd amddiffyn eich hun pan ddaw gair caled. Dywedwch “diolch” a dim mwy.",
        ),
        en=Said(
            "A word each to end",
            "Ending together, and hearing how it was while it is still fresh.",
            (
                "Keep five minutes. Give them to nothing else.",
                "Ask one question: “What goes home with you?” or “What should we change next time?”",
                "Everybody answers in one word or one sentence, without replies. Anybody can pass.",
                "Write the words down as they are said.",
                "Answer last yourself, say thank you, and say when people will hear what came of it.",
            ),
            "Say the question before the break, so that people have time to think. People can hold up a picture card instead of speaking. Mind the taxi or"
            " the bus that waits: let whoever has to go speak first.",
            "The words, without names, under “How did it go?”.",
            "It is easy to defend yourself when a hard word comes. Say “thank you” and no more.",
        ),
    ),
)
