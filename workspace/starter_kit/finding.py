"""To find out what there is: in a place, in a day, in the people who are here."""

from .base import Offered, Said

METHODS = (
    Offered(
        "walk-about",
        "matters",
        (45, 90),
        (3, 12),
        ("room", "hybrid"),
        cy=Said(
            "Cerdded y lle gyda’n gilydd",
            "Gweld y lle drwy lygaid y bobl sy’n ei ddefnyddio. Mae pobl yn cofio mwy wrth gerdded nag wrth eistedd mewn cyfarfod.",
            (
                "Gofynnwch i rywun sy’n defnyddio’r lle ddewis y llwybr. Nhw sy’n arwain.",
                "Ewch fesul dau: un sy’n ei ddefnyddio ac un sy’n gweithio yno. Newidiwch barau hanner ffordd.",
                "Stopiwch dair neu bedair gwaith. Ym mhob lle: beth sy’n dda yma, beth sy’n anodd, beth sy’n eich synnu?",
                "Tynnwch luniau o bethau, nid o bobl. Ysgrifennwch un gair am bob llun.",
                "Yn ôl dros baned: gosodwch y lluniau ar fap ac enwch y tri pheth pwysicaf.",
            ),
            "Cerddwch neu olwynwch y llwybr ymlaen llaw: palmentydd, tai bach, meinciau, goleuadau. Ewch ar gyflymder yr arafaf. Cynlluniwch lwybr byr ac"
            " un lle i eistedd yn y canol. Gall pobl sydd ddim yn gallu dod ddilyn dros y ffôn neu ddewis y mannau aros ymlaen llaw.",
            "Map gyda’r mannau aros, y geiriau a’r lluniau.",
            "Glaw, traffig a thywyllwch. Cadwch ddyddiad arall a rhif ffôn pawb. Gofynnwch cyn tynnu llun o dŷ neu o rywun.",
        ),
        en=Said(
            "Walking the place together",
            "Seeing a place through the eyes of those who use it. People remember more when they walk than when they sit in a meeting.",
            (
                "Ask somebody who uses the place to choose the way. They lead.",
                "Go in twos: one who uses it and one who works there. Change pairs half-way.",
                "Stop three or four times. At each place: what is good here, what is hard, what surprises you?",
                "Take photographs of things, not of people. Write one word about each.",
                "Back over tea: lay the photographs on a map and name the three things that matter most.",
            ),
            "Walk or wheel the way beforehand: pavements, toilets, benches, lights. Go at the pace of the slowest. Plan a short way and a place to sit in"
            " the middle. People who cannot come can follow by phone or choose the stops beforehand.",
            "A map with the stops, the words and the photographs.",
            "Rain, traffic and darkness. Keep another date and everybody’s number. Ask before you photograph a house or a person.",
        ),
    ),
    Offered(
        "strengths-on-the-table",
        "matters",
        (30, 45),
        (4, 30),
        ("room", "remote", "hybrid", "paper"),
        cy=Said(
            "Ein cryfderau ar y bwrdd",
            "Gweld beth sydd gennym ni’n barod: pobl, lleoedd, gwybodaeth, amser. Mae llawer o gynlluniau’n dechrau gyda’r hyn sydd ar goll.",
            (
                "Taenwch bapur mawr ar y bwrdd. Tynnwch bedwar cylch: pobl, lleoedd, grwpiau, gwybod sut.",
                "Mae pawb yn ysgrifennu tri pheth y gallan nhw eu gwneud, un ar bob cerdyn. Mae “gwneud te” a “gwrando” yn cyfri.",
                "Rhowch nhw yn y cylchoedd. Yna ychwanegwch beth sydd yn yr ardal: y neuadd, y siop, y côr.",
                "Gofynnwch i bob un: beth fyddech chi’n hapus i’w gynnig, a beth ddim?",
                "Tynnwch linellau rhwng pethau sy’n gryfach gyda’i gilydd.",
            ),
            "Dydy pawb ddim yn hoffi canmol eu hunain: gadewch i bartner ddweud beth mae’r llall yn dda am ei wneud. Darllenwch y cardiau’n uchel. Mae byw"
            " gyda chyflwr, neu ofalu am rywun, yn wybodaeth: dywedwch hynny.",
            "Rhestr o gryfderau, a dim ond y cynigion y mae pobl wedi cytuno i’w rhannu.",
            "Nid rhestr o waith di-dâl yw hon. Peidiwch â gofyn i wirfoddolwyr wneud yr hyn y mae rhywun yn cael ei dalu i’w wneud.",
        ),
        en=Said(
            "Our strengths on the table",
            "Seeing what we have already: people, places, knowledge, time. Many plans begin with what is missing.",
            (
                "Spread a large sheet on the table. Draw four circles: people, places, groups, know-how.",
                "Everybody writes three things that they can do, one on each card. “Making tea” and “listening” count.",
                "Put them in the circles. Then add what there is around us: the hall, the shop, the choir.",
                "Ask each person: what would you be happy to offer, and what not?",
                "Draw lines between things that are stronger together.",
            ),
            "Not everybody likes to praise themselves: let a partner say what the other is good at. Read the cards aloud. Living with a condition, or"
            " caring for somebody, is knowledge: say so.",
            "A list of strengths, and only those offers that people agreed to share.",
            "This is no list of unpaid work. Do not ask volunteers to do what somebody is paid to do.",
        ),
    ),
    Offered(
        "one-persons-day",
        "matters",
        (40, 75),
        (3, 12),
        ("room", "remote", "hybrid", "paper"),
        cy=Said(
            "Diwrnod un person, gam wrth gam",
            "Dilyn un diwrnod, neu un daith drwy’r gwasanaeth, i weld lle mae pobl yn aros, yn ailadrodd ac yn poeni.",
            (
                "Gofynnwch i rywun a hoffai ddweud am un diwrnod go iawn, neu crëwch berson dychmygol gyda’ch gilydd.",
                "Tynnwch linell hir. Rhowch gerdyn am bob peth sy’n digwydd, yn ei drefn, gyda’r amser.",
                "Uwchben y llinell: sut roedd yn teimlo? Wyneb hapus, gwastad neu drist.",
                "O dan y llinell: pwy arall oedd wrthi, a beth na allai’r person ei weld?",
                "Chwiliwch am y tri lle isaf. Beth fyddai’n codi pob un ychydig?",
                "Gorffennwch gyda lle da: beth mae’n rhaid ei gadw?",
            ),
            "Gall y stori gael ei dweud gartref a’i hysgrifennu cyn y sesiwn. Mae’r sawl sy’n dweud yn gallu stopio unrhyw bryd. Defnyddiwch wynebau mawr a"
            " lliwiau gyda geiriau wrth eu hymyl, nid lliw yn unig. Rhowch y llinell ar fwrdd fel bod pawb yn cyrraedd.",
            "Y llinell heb enw na dim a fyddai’n dweud pwy ydyn nhw. Mae’r tri lle isaf yn dod yn syniadau.",
            "Gall ail-fyw diwrnod drwg frifo. Cytunwch beth sydd ddim i’w ddweud, a phwy fydd yn ffonio wedyn.",
        ),
        en=Said(
            "One person’s day, step by step",
            "Following one day, or one journey through a service, to see where people wait, repeat themselves and worry.",
            (
                "Ask somebody who would like to tell of one real day, or make up a person together.",
                "Draw a long line. Put a card for each thing that happens, in its order, with the time.",
                "Above the line: how did it feel? A happy, a flat or a sad face.",
                "Below the line: who else was at work, and what could the person not see?",
                "Look for the three lowest places. What would lift each a little?",
                "End with a good place: what must be kept?",
            ),
            "The story can be told at home and written down before the session. Whoever tells it can stop at any time. Use large faces and colours with"
            " words beside them, never colour alone. Lay the line on a table so that everybody reaches it.",
            "The line without a name or anything that would tell who it is. The three lowest places become ideas.",
            "Living through a bad day again can hurt. Agree what is not to be said, and who will ring afterwards.",
        ),
    ),
    Offered(
        "moving-between-tables",
        "discuss",
        (45, 90),
        (12, 60),
        ("room", "remote"),
        cy=Said(
            "Symud rhwng byrddau",
            "Sawl cwestiwn ar unwaith, a phawb yn cael dweud eu dweud ar bob un. Mae pob bwrdd yn adeiladu ar y rhai o’i flaen.",
            (
                "Rhowch un cwestiwn ar bob bwrdd, papur mawr i ysgrifennu arno, a phaned. Pedwar i chwech wrth bob bwrdd.",
                "Mae un person yn aros wrth y bwrdd drwy’r cyfan ac yn croesawu pob grŵp.",
                "Siaradwch am chwarter awr. Mae pawb yn ysgrifennu ac yn tynnu llun ar y papur, nid y gwesteiwr yn unig.",
                "Canwch gloch. Mae pawb ond y gwesteiwr yn symud, i wahanol fyrddau os dymunan nhw.",
                "Mae’r gwesteiwr yn dweud mewn munud beth ddywedodd y lleill. Yna ewch ymlaen o’r fan honno.",
                "Ar ôl tair tro mae pob gwesteiwr yn dweud dau beth wrth bawb.",
            ),
            "Gall pobl aros wrth un bwrdd, a’r cwestiynau’n symud atyn nhw. Mae sŵn byrddau’n anodd i bobl sy’n drwm eu clyw: cadwch un bwrdd mewn ystafell"
            " arall. Dewiswch fwrdd Cymraeg ei iaith. Trefnwch ddehonglydd i symud gyda’r person, nid gyda’r bwrdd.",
            "Llun o bob papur, a dau beth am bob cwestiwn yng ngeiriau’r gwesteiwr.",
            "Gwesteiwr sy’n ateb yn lle croesawu. Gofynnwch i ddinasyddion fod yn westeiwyr, a rhowch gerdyn bach iddyn nhw gyda’r hyn i’w ddweud.",
        ),
        en=Said(
            "Moving between tables",
            "Several questions at once, and everybody has a say on each. Every table builds on those before it.",
            (
                "Put one question on each table, a large sheet to write on, and tea. Four to six people at each.",
                "One person stays at the table all the time and welcomes each group.",
                "Talk for a quarter of an hour. Everybody writes and draws on the sheet, not the host alone.",
                "Ring a bell. All but the host move, to different tables if they wish.",
                "The host says in a minute what the others said. Then go on from there.",
                "After three turns each host tells everybody two things.",
            ),
            "People can stay at one table while the questions move to them. The noise of tables is hard for people with hearing loss: keep one table in"
            " another room. Make one table a Welsh-speaking one. Have an interpreter move with the person, not with the table.",
            "A photograph of each sheet, and two things for each question in the host’s words.",
            "A host who answers instead of welcoming. Ask citizens to be hosts, and give them a small card with what to say.",
        ),
    ),
    Offered(
        "sorting-pictures",
        "group",
        (20, 40),
        (2, 8),
        ("room", "paper"),
        cy=Said(
            "Trefnu lluniau",
            "Rhoi barn heb ddarllen nac ysgrifennu. Mae’n gweithio i bobl ag anabledd dysgu, i bobl sy’n dysgu’r iaith, ac i bawb arall.",
            (
                "Dewiswch ddeg i bymtheg o luniau clir, un peth ym mhob un: bws, paned, ffrindiau, meddyg, gardd.",
                "Rhowch dair dalen ar y bwrdd: rydw i’n hoffi hyn, dydw i ddim yn siŵr, dydw i ddim yn hoffi hyn. Rhowch wyneb ar bob un.",
                "Gwnewch un gyda’ch gilydd fel enghraifft.",
                "Mae’r person yn rhoi pob llun ar ddalen, yn eu hamser eu hunain. Peidiwch â helpu oni bai eu bod nhw’n gofyn.",
                "Gofynnwch am y tri phwysicaf: dywedwch fwy wrtha i am hwn.",
                "Ewch drwyddyn nhw eto: ydyn nhw i gyd yn y lle iawn?",
            ),
            "Defnyddiwch luniau mawr ar gefndir plaen, gyda’r gair Cymraeg a Saesneg oddi tanyn nhw. Mae pwyntio neu edrych yn ateb. Gadewch i eiriolwr neu"
            " ffrind ddod, ond siaradwch â’r person. Cymerwch egwyl ar ôl ugain munud.",
            "Llun o’r tair dalen, ac unrhyw eiriau a ddywedwyd. Gofynnwch am ganiatâd mewn ffordd Hawdd ei Ddeall.",
            "Mae pobl yn aml yn dweud ie i blesio. Cymysgwch y lluniau a gofynnwch eto am ambell un.",
        ),
        en=Said(
            "Sorting pictures",
            "Saying what you think without reading or writing. It works for people with a learning disability, for people who are learning the language,"
            " and for everybody else.",
            (
                "Choose ten to fifteen clear pictures with one thing in each: a bus, a cup of tea, friends, a doctor, a garden.",
                "Lay three sheets on the table: I like this, I’m not sure, I don’t like this. Put a face on each.",
                "Do one together as an example.",
                "The person puts each picture on a sheet, in their own time. Do not help unless they ask.",
                "Ask about the three that matter most: tell me more about this one.",
                "Go through them again: are they all in the right place?",
            ),
            "Use large pictures on a plain ground, with the Welsh and the English word below. Pointing or looking is an answer. Let an advocate or a friend"
            " come, but speak to the person. Take a break after twenty minutes.",
            "A photograph of the three sheets, and any words that were said. Ask for permission in an Easy Read way.",
            "People often say yes to please. Shuffle the pictures and ask again about a few.",
        ),
    ),
)
