"""To think, alone and together."""

from .base import Offered, Said

METHODS = (
    Offered(
        "write-first-then-share",
        "write",
        (10, 25),
        (2, 40),
        ("room", "remote", "hybrid", "paper"),
        cy=Said(
            "Ysgrifennu’n gyntaf, yna rhannu",
            "Mae pawb yn meddwl cyn i neb siarad. Felly nid y llais cyflymaf sy’n penderfynu beth mae’r lleill yn ei feddwl.",
            (
                "Dywedwch y cwestiwn, a dangoswch e. Gofynnwch: ydy’r cwestiwn yn glir?",
                "Pum munud o dawelwch. Mae pawb yn ysgrifennu, un syniad ar bob cerdyn. Mae’r hwylusydd yn gwneud hynny hefyd.",
                "Mae pob un yn dewis y cerdyn pwysicaf i’w rannu. Does dim rhaid dangos y lleill.",
                "Ewch o amgylch: darllenwch y cerdyn, dim mwy. Does neb yn ymateb.",
                "Ewch o amgylch eto nes bod pawb wedi rhannu cymaint ag y maen nhw’n dymuno.",
                "Yna siaradwch: beth sy’n debyg, beth sy’n eich synnu?",
            ),
            "Mae tynnu llun neu ddweud wrth rywun sy’n ysgrifennu cystal ag ysgrifennu. Defnyddiwch bennau trwchus a chardiau mawr. Dywedwch faint o amser"
            " sydd ar ôl, yn dawel. Gadewch i bobl anfon eu cardiau ymlaen llaw.",
            "Y cardiau a gafodd eu rhannu, yn eu geiriau eu hunain. Mae’r lleill yn mynd adref gyda’u hawdur.",
            "Mae pum munud o dawelwch yn teimlo’n hir i’r hwylusydd. Peidiwch â siarad.",
        ),
        en=Said(
            "Write first, then share",
            "Everybody thinks before anybody speaks. So the quickest voice does not decide what the others think.",
            (
                "Say the question, and show it. Ask: is the question clear?",
                "Five minutes of quiet. Everybody writes, one idea on each card. The facilitator does so too.",
                "Each chooses the card that matters most, to share. The others need not be shown.",
                "Go round: read the card, no more. Nobody replies.",
                "Go round again until all have shared as much as they wish.",
                "Then talk: what is alike, what surprises you?",
            ),
            "Drawing, or telling somebody who writes, is as good as writing. Use thick pens and large cards. Say how much time is left, quietly. Let people"
            " send their cards beforehand.",
            "The cards that were shared, in their own words. The others go home with their author.",
            "Five minutes of silence feel long to the facilitator. Do not talk.",
        ),
    ),
    Offered(
        "alone-twos-fours-together",
        "ideas",
        (20, 40),
        (8, 80),
        ("room", "remote", "hybrid"),
        cy=Said(
            "Un, dau, pedwar, pawb",
            "Mae grŵp mawr yn meddwl gyda’i gilydd heb i neb orfod siarad o flaen pawb. Mae pob syniad yn tyfu ychydig ar bob cam.",
            (
                "Ar eich pen eich hun, am ddwy funud: beth yw eich ateb chi?",
                "Fesul dau, am bum munud: darllenwch eich atebion i’ch gilydd. Beth sy’n gryfach gyda’i gilydd?",
                "Mae dau bâr yn eistedd gyda’i gilydd, am ddeg munud. Beth hoffech chi i bawb ei glywed? Ysgrifennwch un peth ar gerdyn mawr.",
                "Mae pob pedwar yn darllen eu cerdyn. Does dim areithiau.",
                "Gofynnwch: beth sydd ddim ar unrhyw gerdyn eto? Rhowch ddwy funud arall i hynny.",
            ),
            "Dywedwch bob cam cyn iddo ddechrau, a chanwch gloch neu codwch law ar ei ddiwedd. Gall pobl aros lle maen nhw: y lleill sy’n symud. Mae angen"
            " pâr sy’n siarad yr un iaith ar rai, neu ddehonglydd gyda nhw drwy’r cyfan. Cadwch ddigon o le rhwng y grwpiau i bobl glywed.",
            "Cerdyn gan bob grŵp o bedwar: pob un yn syniad, gyda’r pedwar yn awduron os ydyn nhw’n dymuno.",
            "Gall rhywun cryf gymryd drosodd mewn pedwar. Gofynnwch i’r person tawelaf ddal y pen.",
        ),
        en=Said(
            "One, two, four, everybody",
            "A large group thinks together without anybody having to speak in front of all. Each idea grows a little at each step.",
            (
                "By yourself, for two minutes: what is your answer?",
                "In twos, for five minutes: read your answers to each other. What is stronger together?",
                "Two pairs sit together, for ten minutes. What would you like everybody to hear? Write one thing on a large card.",
                "Each four reads its card. There are no speeches.",
                "Ask: what is not on any card yet? Give that another two minutes.",
            ),
            "Say each step before it begins, and ring a bell or raise a hand at its end. People can stay where they are: the others move. Some need a"
            " partner who speaks their language, or an interpreter with them all the way. Leave enough space between groups for people to hear.",
            "A card from each four: each is an idea, with all four as its authors if they wish.",
            "One strong person can take over a four. Ask the quietest person to hold the pen.",
        ),
    ),
    Offered(
        "wall-of-cards",
        "ideas",
        (15, 30),
        (4, 40),
        ("room", "remote", "hybrid"),
        cy=Said(
            "Wal o gardiau",
            "Gweld popeth ar unwaith. Mae syniad pawb yr un maint ar y wal, pwy bynnag a’i dywedodd.",
            (
                "Rhowch gardiau a phennau trwchus i bawb. Un syniad ar bob cerdyn, saith gair neu lai, mewn llythrennau mawr.",
                "Ysgrifennwch am bum munud mewn tawelwch.",
                "Casglwch y cardiau a’u cymysgu, fel nad oes neb yn gwybod pwy ysgrifennodd beth.",
                "Darllenwch bob un yn uchel wrth ei roi ar y wal. Os nad yw’n glir, gofynnwch i’r grŵp beth mae’n ei olygu iddyn nhw.",
                "Rhowch ddau gerdyn sydd yr un fath un ar ben y llall; peidiwch â thaflu’r un.",
                "Sefwch yn ôl. Ar beth rydych chi’n sylwi?",
            ),
            "Rhowch y cardiau ar fwrdd yn lle wal os yw sefyll yn anodd, ac o fewn cyrraedd i rywun sy’n eistedd. Darllenwch bopeth yn uchel ddwywaith."
            " Gall pobl ar-lein anfon eu cardiau mewn sgwrs, a rhywun yn yr ystafell yn eu hysgrifennu. Rhowch gardiau yn y ddwy iaith heb eu cyfieithu nes"
            " bod rhywun yn gofyn.",
            "Tynnwch lun o’r wal. Mae pob cerdyn yn syniad ar y bwrdd, yn yr un geiriau.",
            "Peidiwch â golygu geiriau pobl wrth eu copïo. Os yw cerdyn yn enwi rhywun, siaradwch â’i awdur gyntaf.",
        ),
        en=Said(
            "A wall of cards",
            "Seeing everything at once. Everybody’s idea is the same size on the wall, whoever said it.",
            (
                "Give everybody cards and thick pens. One idea on each card, seven words or fewer, in large letters.",
                "Write for five minutes in silence.",
                "Collect the cards and shuffle them, so that nobody knows who wrote what.",
                "Read each one aloud as you put it on the wall. If it is not clear, ask the group what it means to them.",
                "Put two cards that are the same on top of each other; throw none away.",
                "Stand back. What do you notice?",
            ),
            "Put the cards on a table instead of a wall if standing is hard, and within reach of somebody who sits. Read everything aloud twice. People"
            " online can send their cards in the chat, and somebody in the room writes them. Put up cards in both languages, untranslated until somebody"
            " asks.",
            "Take a photograph of the wall. Each card is an idea on the board, in the same words.",
            "Do not edit people’s words while you copy them. If a card names somebody, talk to its author first.",
        ),
    ),
    Offered(
        "problem-turned-upside-down",
        "ideas",
        (20, 35),
        (4, 30),
        ("room", "remote", "hybrid"),
        cy=Said(
            "Y broblem wyneb i waered",
            "Gofyn sut i wneud pethau’n waeth. Mae pobl yn chwerthin, ac yna’n gweld beth sy’n digwydd yn barod.",
            (
                "Trowch y cwestiwn o gwmpas: “Sut gallen ni sicrhau nad oes neb byth yn gofyn am help?”",
                "Am wyth munud, casglwch gymaint o ffyrdd ag y gallwch. Mae pob ateb yn iawn.",
                "Darllenwch y rhestr. Rhowch groes wrth ymyl popeth sy’n digwydd yn barod, yma.",
                "Dewiswch dair croes. Ysgrifennwch y gwrthwyneb i bob un.",
                "Gofynnwch: pa un allen ni ddechrau ei wneud yr wythnos nesaf?",
            ),
            "Eglurwch y tro ddwywaith, gydag enghraifft: dydy pawb ddim yn deall eironi. Ysgrifennwch y cwestiwn go iawn a’r cwestiwn o chwith ochr yn ochr."
            " Cynigiwch y cwestiwn syth i bwy bynnag sy’n ei hoffi’n well.",
            "Y gwrthwynebau: pob un yn syniad. Dydy’r rhestr waeth ddim yn cael ei chadw heb gytundeb.",
            "Gall y croesau frifo’r bobl sy’n gwneud y gwaith. Dywedwch ar y dechrau: rydyn ni’n chwilio am arferion, nid am fai.",
        ),
        en=Said(
            "The problem turned upside down",
            "Asking how to make things worse. People laugh, and then see what happens already.",
            (
                "Turn the question round: “How could we make sure that nobody ever asks for help?”",
                "For eight minutes collect as many ways as you can. Every answer is right.",
                "Read the list. Put a cross beside everything that happens already, here.",
                "Choose three crosses. Write the opposite of each.",
                "Ask: which could we begin to do next week?",
            ),
            "Explain the turn twice, with an example: not everybody reads irony. Write the real question and the upside-down one side by side. Offer the"
            " straight question to whoever likes it better.",
            "The opposites: each is an idea. The list of how to make it worse is not kept unless all agree.",
            "The crosses can hurt those who do the work. Say at the beginning: we look for habits, not for blame.",
        ),
    ),
    Offered(
        "six-pictures",
        "ideas",
        (30, 60),
        (3, 24),
        ("room", "remote", "paper"),
        cy=Said(
            "Chwe llun o sut gallai fod",
            "Dangos syniad fel stori, fel bod pawb yn gweld yr un peth cyn dadlau amdano.",
            (
                "Rhannwch yn grwpiau o dri neu bedwar. Rhowch ddalen wedi’i phlygu’n chwe sgwâr i bob grŵp.",
                "Dewiswch un person y mae’r syniad ar ei gyfer. Rhowch enw dychmygol iddyn nhw.",
                "Llun cyntaf: sut mae hi nawr. Llun olaf: sut gallai fod.",
                "Tynnwch y pedwar llun rhyngddyn nhw: beth sy’n digwydd, pwy sy’n gwneud beth? Mae dynion ffyn yn ddigon da.",
                "Ysgrifennwch un frawddeg o dan bob llun.",
                "Mae pob grŵp yn dangos ei stori. Mae’r lleill yn gofyn: lle gallai fynd o’i le?",
            ),
            "Does dim rhaid i neb dynnu llun: gallwch dorri lluniau o bapurau, gosod gwrthrychau, neu ddweud y stori. Disgrifiwch bob llun mewn geiriau."
            " Rhowch fwrdd y gall cadair olwyn fynd oddi tano. Anfonwch ddalen o chwe sgwâr at bobl gartref.",
            "Llun o’r ddalen gyda’r chwe brawddeg. Gall ddod yn gynnig.",
            "Stori am rywun go iawn heb ei ganiatâd. Defnyddiwch berson dychmygol bob amser.",
        ),
        en=Said(
            "Six pictures of how it could be",
            "Showing an idea as a story, so that everybody sees the same thing before arguing about it.",
            (
                "Make groups of three or four. Give each a sheet folded into six squares.",
                "Choose one person whom the idea is for. Give them an invented name.",
                "First picture: how it is now. Last picture: how it could be.",
                "Draw the four pictures between them: what happens, who does what? Stick figures are good enough.",
                "Write one sentence under each picture.",
                "Each group shows its story. The others ask: where could it go wrong?",
            ),
            "Nobody has to draw: pictures can be cut from papers, objects can be laid out, or the story can be told. Describe each picture in words. Have a"
            " table that a wheelchair fits under. Send a sheet of six squares to people at home.",
            "A photograph of the sheet with the six sentences. It can become a proposal.",
            "A story about a real person who has not agreed to it. Always use an invented one.",
        ),
    ),
)
