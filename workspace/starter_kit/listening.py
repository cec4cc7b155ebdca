"""To listen to one another."""

from .base import Offered, Said

METHODS = (
    Offered(
        "round-without-interruption",
        "round",
        (10, 30),
        (3, 14),
        ("room", "remote", "hybrid"),
        cy=Said(
            "Cylch heb dorri ar draws",
            "Mae pawb yn cael yr un amser i siarad, a phawb arall yn gwrando. Mae’r tawel yn cael lle, a’r siaradus yn cael gorffwys.",
            (
                "Dywedwch y cwestiwn a faint o amser sydd gan bob un: dwy funud, er enghraifft.",
                "Rhowch rywbeth i’w ddal: carreg, pêl, cwpan. Dim ond y sawl sy’n ei ddal sy’n siarad.",
                "Rhowch funud o dawelwch i feddwl cyn y cyntaf.",
                "Ewch o amgylch. Does neb yn ateb, yn holi nac yn cytuno’n uchel. Os yw rhywun yn dawel, arhoswch gyda nhw nes i’r amser ddod i ben.",
                "Ewch o amgylch yr ail waith, am funud yr un: beth glywsoch chi sy’n newydd i chi?",
                "Dim ond wedyn mae’r sgwrs yn agored.",
            ),
            "Mae dwy funud o dawelwch yn iawn, a “pasio” hefyd. Os yw’n anodd i rywun ddal peth, rhowch e ar y bwrdd o’u blaen. Gyda dehonglydd BSL,"
            " gadewch un anadl rhwng pobl. Rhowch fwy o amser i bobl sy’n siarad ail iaith neu’n defnyddio cymhorthydd cyfathrebu.",
            "Nodyn byr o’r ail gylch. Mae’r cylch cyntaf i’r ystafell yn unig, os nad yw pobl yn dweud yn wahanol.",
            "Y sawl sy’n siarad gyntaf sy’n gosod y dôn. Peidiwch â dechrau gyda’r person mwyaf pwerus yn yr ystafell.",
        ),
        en=Said(
            "A round without interruption",
            "Everybody has the same time to speak, and everybody else listens. The quiet have room, and the talkative have a rest.",
            (
                "Say the question and how much time each person has: two minutes, for example.",
                "Give out something to hold: a stone, a ball, a cup. Only whoever holds it speaks.",
                "Give a minute of quiet to think before the first person.",
                "Go round. Nobody answers, asks or agrees aloud. If somebody is silent, stay with them until their time is over.",
                "Go round a second time, a minute each: what did you hear that is new to you?",
                "Only then is the conversation open.",
            ),
            "Two minutes of silence are fine, and so is “pass”. If holding a thing is hard for somebody, put it on the table in front of them. With a BSL"
            " interpreter leave a breath between people. Give more time to people who speak a second language or use a communication aid.",
            "A short note of the second round. The first is for the room alone, unless people say otherwise.",
            "Whoever speaks first sets the tone. Do not begin with the most powerful person in the room.",
        ),
    ),
    Offered(
        "what-matters-to-you",
        "matters",
        (15, 30),
        (2, 30),
        ("room", "remote", "hybrid", "paper"),
        cy=Said(
            "Beth sy’n bwysig i chi?",
            "Dechrau gyda bywyd pobl, nid gyda’r gwasanaeth. Yr ateb i’r cwestiwn hwn sy’n dweud beth ddylai newid.",
            (
                "Ysgrifennwch y cwestiwn yn fawr, gyda’r lle neu’r peth ynddo: “Beth sy’n bwysig i chi pan ddaw rhywun i’ch helpu gartref?”",
                "Rhowch dri munud i bawb ysgrifennu neu dynnu llun, ar eu pen eu hunain. Mae hanner brawddeg yn ddigon.",
                "Fesul dau: darllenwch eich ateb i’ch gilydd. Mae’r sawl sy’n gwrando’n gofyn un peth yn unig: “Pam mae hynny’n bwysig?”",
                "Mae pob un yn dweud beth ddywedodd y llall, os yw’r llall yn fodlon.",
                "Gofynnwch am bob ateb: gawn ni ei ddyfynnu? Ticiwch “cewch” neu “na chewch” ar y cerdyn.",
            ),
            "Rhowch y cwestiwn i bobl ddyddiau cyn y sesiwn, ar bapur neu dros y ffôn. Gallan nhw ateb gartref. Derbyniwch lun, gwrthrych neu gân."
            " Ysgrifennwch dros bobl yn eu geiriau eu hunain, a darllenwch y geiriau’n ôl.",
            "Yr atebion, yn eu geiriau eu hunain, o dan “beth sy’n bwysig”. Dim ond y rhai sy’n cytuno sy’n cael eu dyfynnu.",
            "Peidiwch â dechrau datrys. Gall atebion fod yn drist: cynlluniwch pwy all eistedd gyda rhywun wedyn.",
        ),
        en=Said(
            "What matters to you?",
            "Beginning with people’s lives and not with the service. The answer to this question says what should change.",
            (
                "Write the question large, with the place or the thing in it: “What matters to you when somebody comes to help you at home?”",
                "Give everybody three minutes to write or draw, by themselves. Half a sentence is enough.",
                "In twos: read your answer to each other. Whoever listens asks one thing only: “Why does that matter?”",
                "Each says what the other said, if the other is happy with that.",
                "Ask of each answer: may we quote it? Tick yes or no on the card.",
            ),
            "Give people the question days before the session, on paper or by phone. They can answer at home. Take a drawing, an object or a song. Write"
            " for people in their own words, and read the words back.",
            "The answers, in their own words, under “what matters”. Only those who agree are quoted.",
            "Do not begin to solve. Answers can be sad: plan who can sit with somebody afterwards.",
        ),
    ),
    Offered(
        "when-it-went-well",
        "discuss",
        (20, 40),
        (4, 40),
        ("room", "remote", "hybrid"),
        cy=Said(
            "Pan aeth pethau’n dda",
            "Dysgu o’r dyddiau da. Mae pobl yn gwybod llawer am yr hyn sy’n gweithio, ond anaml mae rhywun yn gofyn.",
            (
                "Fesul dau: “Dywedwch wrtha i am un tro pan aeth hyn yn dda iawn.” Pum munud yr un.",
                "Mae’r sawl sy’n gwrando’n gofyn: Pwy oedd yno? Beth wnaethoch chi? Beth wnaethon nhw?",
                "Dewch yn ôl. Mae pob un yn dweud stori’r llall mewn tair brawddeg.",
                "Ysgrifennwch ar gerdyn beth wnaeth y gwahaniaeth ym mhob stori.",
                "Gofynnwch: beth fyddai ei angen i hyn ddigwydd bob wythnos?",
            ),
            "Rhowch bobl mewn parau sy’n teimlo’n ddiogel. Does dim stori dda gan bawb: gallan nhw ddweud am dro pan aeth pethau ychydig yn well, neu sut y"
            " bydden nhw’n hoffi iddi fod. Cadwch le tawel i barau sydd angen clywed yn well.",
            "Cerdyn am bob peth a wnaeth wahaniaeth; gall pob un ddod yn syniad.",
            "Peidiwch â’i ddefnyddio i osgoi cwyn. Os oes dicter yn yr ystafell, gwrandewch ar hwnnw yn gyntaf.",
        ),
        en=Said(
            "When it went well",
            "Learning from the good days. People know a lot about what works, but they are seldom asked.",
            (
                "In twos: “Tell me about one time when this went really well.” Five minutes each.",
                "Whoever listens asks: Who was there? What did you do? What did they do?",
                "Come back. Each tells the other’s story in three sentences.",
                "Write on a card what made the difference in each story.",
                "Ask: what would have to be true for this to happen every week?",
            ),
            "Put people in pairs that feel safe. Not everybody has a good story: they can tell of a time when it went a little better, or of how they would"
            " like it to be. Have a quiet place for pairs who need to hear better.",
            "A card for each thing that made a difference; each can become an idea.",
            "Do not use it to get round a complaint. If there is anger in the room, listen to that first.",
        ),
    ),
    Offered(
        "chairs-in-the-middle",
        "discuss",
        (30, 60),
        (8, 40),
        ("room", "hybrid"),
        cy=Said(
            "Cadeiriau yn y canol",
            "Ychydig yn siarad fel pe baen nhw wrth fwrdd y gegin, a phawb arall yn gwrando go iawn. Yna mae’r lleoedd yn newid.",
            (
                "Rhowch bum cadair yn y canol a’r lleill mewn cylch o’u hamgylch. Gadewch un o’r pump yn wag.",
                "Gofynnwch i bedwar sy’n byw gyda’r peth siarad yn gyntaf. Mae’r gweithwyr proffesiynol yn y cylch allanol, yn gwrando.",
                "Dim ond y rhai yn y canol sy’n siarad. Ar ôl deg munud gall unrhyw un eistedd ar y gadair wag. Yna mae rhywun arall yn codi.",
                "Hanner ffordd drwodd mae’r rhai oedd y tu allan yn dod i’r canol. Maen nhw’n dweud beth glywson nhw, heb egluro nac amddiffyn.",
                "Diwedd: pawb mewn un cylch. Beth sy’n wahanol i’r hyn roeddech chi’n ei ddisgwyl?",
            ),
            "Rhowch feicroffon i’r canol a throwch y ddolen sain ymlaen. Gadewch le llydan i gadair olwyn ddod i mewn ac allan. Gall rhywun nad yw’n symud"
            " godi llaw, a daw’r sgwrs atyn nhw. Rhowch y dehonglydd BSL lle mae pawb yn gweld y dwylo.",
            "Tri neu bedwar peth a glywodd y cylch allanol, wedi’u gwirio gyda’r rhai oedd yn y canol.",
            "Gall eistedd yn y canol godi ofn. Gofynnwch i bobl cyn y diwrnod, a gadewch i ddau ddod gyda’i gilydd.",
        ),
        en=Said(
            "Chairs in the middle",
            "A few speak as if at a kitchen table, and everybody else really listens. Then the places change.",
            (
                "Put five chairs in the middle and the others in a circle around them. Leave one of the five empty.",
                "Ask four who live with the matter to speak first. Professionals are in the outer circle and listen.",
                "Only those in the middle speak. After ten minutes anybody can sit on the empty chair. Then somebody else gets up.",
                "Half-way through, those who were outside come to the middle. They say what they heard, without explaining or defending.",
                "End: everybody in one circle. What is different from what you expected?",
            ),
            "Have a microphone in the middle and the hearing loop on. Leave wide gaps for a wheelchair to come in and out. Somebody who does not move about"
            " can raise a hand, and the talk comes to them. Place the BSL interpreter where everybody sees the hands.",
            "Three or four things that the outer circle heard, checked with those who were in the middle.",
            "Sitting in the middle can be frightening. Ask people before the day, and let two come together.",
        ),
    ),
    Offered(
        "empty-chair",
        "discuss",
        (15, 30),
        (3, 20),
        ("room", "remote", "hybrid"),
        cy=Said(
            "Y gadair wag",
            "Cofio am bwy sydd ddim yma, cyn penderfynu hebddyn nhw.",
            (
                "Rhowch gadair wag yn y cylch. Gofynnwch: pwy sydd ddim yma, er bod hyn yn effeithio arnyn nhw?",
                "Ysgrifennwch bob ateb ar gerdyn a rhowch e ar y gadair: pobl ifanc, gofalwyr nos, pobl heb gar.",
                "Dewiswch un neu ddau. Gofynnwch: beth ydyn ni’n ei wybod mewn gwirionedd, a beth ydyn ni’n ei ddyfalu?",
                "Gofynnwch: beth fydden nhw’n ei ofyn i ni nawr? Peidiwch ag ateb yn eu lle.",
                "Cytunwch pwy sy’n gofyn iddyn nhw, sut ac erbyn pryd. Gadewch y gadair yno tan y diwedd.",
            ),
            "Dywedwch beth sydd ar y gadair, i bwy bynnag nad yw’n ei gweld. Ar-lein: un sgwâr gydag enw arno. Cofiwch y rhai sydd ddim yma oherwydd yr"
            " amser, y bws, yr iaith neu’r grisiau: gallwch newid hynny.",
            "Pwy sydd ar goll, pam, a phwy sy’n estyn llaw atyn nhw.",
            "Mae siarad dros bobl yn hawdd ac yn aml yn anghywir. Mae’r gadair yno i’n hatgoffa, nid i roi geiriau yng ngheg neb.",
        ),
        en=Said(
            "The empty chair",
            "Remembering who is not here, before deciding without them.",
            (
                "Put an empty chair in the circle. Ask: who does this touch who is not here?",
                "Write each answer on a card and put it on the chair: young people, night carers, people without a car.",
                "Choose one or two. Ask: what do we really know, and what do we guess?",
                "Ask: what would they ask us now? Do not answer in their place.",
                "Agree who asks them, how and by when. Leave the chair there until the end.",
            ),
            "Say what is on the chair, for whoever does not see it. Online: one square with a name on it. Think of those who are not here because of the"
            " time, the bus, the language or the stairs: that you can change.",
            "Who is missing, why, and who reaches out to them.",
            "Speaking for others is easy and often wrong. The chair is there to remind us, not to put words into anybody’s mouth.",
        ),
    ),
    Offered(
        "round-by-telephone",
        "round",
        (20, 40),
        (3, 6),
        ("remote",),
        cy=Said(
            "Cylch dros y ffôn",
            "Sesiwn i bobl heb gyfrifiadur, heb fand eang neu heb egni i deithio. Mae angen ffôn a dim mwy.",
            (
                "Ffoniwch bawb y diwrnod cynt. Dywedwch pwy fydd yno, y cwestiwn, a sut i ymuno. Anfonwch e drwy’r post hefyd.",
                "Ar y diwrnod, chi sy’n ffonio nhw, fel nad oes rhaid i neb ddeialu rhif hir na thalu.",
                "Ysgrifennwch yr enwau mewn cylch ar bapur o’ch blaen. Dywedwch y drefn yn uchel.",
                "Galwch bawb wrth eu henw, yn yr un drefn bob tro. Mae pob un yn dweud eu henw cyn siarad ac “wedi gorffen” wedyn.",
                "Ewch o amgylch ddwywaith: unwaith am beth sy’n bwysig, unwaith am beth glywson nhw.",
                "Darllenwch yr hyn ysgrifennoch chi yn ôl. Gofynnwch i bob un: ydy hynny’n iawn?",
            ),
            "Gofynnwch pa amser o’r dydd sydd orau. Hanner awr yw’r hiraf i lawer o bobl. Mae rhai’n clywed yn well drwy Text Relay neu gydag un person"
            " arall yn yr ystafell. Os yw pawb yn siarad Cymraeg, cynhaliwch y cyfan yn Gymraeg.",
            "Geiriau pob un, wedi’u hysgrifennu ar eu rhan a’u darllen yn ôl. Mae pob un yn cael copi drwy’r post os ydyn nhw’n dymuno.",
            "Mae distawrwydd ar y ffôn yn teimlo’n hir. Dywedwch “mae amser” yn lle ei lenwi. Gofynnwch a oes rhywun arall yn gallu clywed, cyn siarad am"
            " bethau preifat.",
        ),
        en=Said(
            "A round by telephone",
            "A session for people without a computer, without broadband or without the strength to travel. It needs a telephone and no more.",
            (
                "Ring everybody the day before. Say who will be there, the question, and how to join. Send it by post too.",
                "On the day you ring them, so that nobody has to dial a long number or pay.",
                "Write the names in a circle on paper in front of you. Say the order aloud.",
                "Call everybody by name, in the same order each time. Each says their name before they speak and “finished” afterwards.",
                "Go round twice: once for what matters, once for what they heard.",
                "Read back what you wrote. Ask each person: is that right?",
            ),
            "Ask which time of day is best. Half an hour is the longest for many people. Some hear better through Text Relay or with one other person in"
            " the room. If everybody speaks Welsh, hold it all in Welsh.",
            "Each person’s words, written down for them and read back. Each gets a copy by post if they wish.",
            "Silence on the phone feels long. Say “there is time” instead of filling it. Ask whether somebody else can hear, before you speak of private"
            " things.",
        ),
    ),
)
