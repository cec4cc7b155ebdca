"""To put in order, to choose and to agree."""

from .base import Offered, Said

METHODS = (
    Offered(
        "cards-into-themes",
        "group",
        (15, 30),
        (3, 15),
        ("room", "remote", "hybrid"),
        cy=Said(
            "Rhoi’r cardiau mewn themâu",
            "Gweld pa bethau sy’n perthyn i’w gilydd, ac enwi pob pentwr yng ngeiriau’r grŵp.",
            (
                "Darllenwch bob cerdyn unwaith, heb ei drafod.",
                "Gofynnwch: pa ddau sy’n perthyn? Rhowch nhw wrth ymyl ei gilydd. Ewch ymlaen.",
                "Gall unrhyw un symud unrhyw gerdyn. Os yw un yn mynd yn ôl ac ymlaen, gwnewch gopi a’i roi yn y ddau le.",
                "Gadewch i gerdyn unig aros yn unig. Yn aml dyna’r un pwysicaf.",
                "Rhowch enw i bob pentwr: brawddeg, nid un gair. “Gwybod pwy sy’n dod”, nid “cyfathrebu”.",
                "Gofynnwch i awduron y cardiau: ydy’ch cerdyn chi gartref yma?",
            ),
            "Gwnewch hyn ar fwrdd y gall pawb ei gyrraedd, neu un person yn symud a’r lleill yn dweud. Dywedwch beth sy’n symud i ble, i bobl nad ydyn"
            " nhw’n gweld y wal. Ewch yn araf: mae tri chwarter awr o gardiau yn flinedig.",
            "Thema am bob pentwr, a phob cerdyn o dan ei thema.",
            "Peidiwch â dod â’r themâu gyda chi. Os yw’r enwau’n swnio fel enwau adrannau’r cyngor, dechreuwch eto.",
        ),
        en=Said(
            "Putting cards into themes",
            "Seeing which things belong together, and naming each pile in the group’s words.",
            (
                "Read each card once, without talking about it.",
                "Ask: which two belong together? Put them side by side. Go on.",
                "Anybody can move any card. If one goes to and fro, make a copy and put it in both places.",
                "Let a lonely card stay lonely. Often it is the one that matters most.",
                "Give each pile a name: a sentence, not a word. “Knowing who is coming”, not “communication”.",
                "Ask the authors of the cards: is your card at home here?",
            ),
            "Do it on a table that everybody can reach, or let one person move the cards while the others say. Say what moves where, for people who do not"
            " see the wall. Go slowly: three quarters of an hour of cards is tiring.",
            "A theme for each pile, and each card under its theme.",
            "Do not bring the themes with you. If the names sound like departments of the council, begin again.",
        ),
    ),
    Offered(
        "choosing-with-dots",
        "dots",
        (10, 20),
        (4, 60),
        ("room", "remote", "hybrid"),
        cy=Said(
            "Dewis â dotiau",
            "Gweld yn gyflym beth mae’r grŵp am siarad amdano nesaf. Mae’n dewis trefn y gwaith, nid yn penderfynu.",
            (
                "Dywedwch yn union beth mae’r dotiau’n ei ddweud: “Beth ddylen ni weithio arno gyntaf?”",
                "Darllenwch y dewisiadau’n uchel a’u rhifo.",
                "Rhowch bum dot i bawb. Gallan nhw eu rhannu neu eu rhoi i gyd ar un peth.",
                "Mae pawb yn meddwl ac yn ysgrifennu eu rhifau ar bapur cyn i neb godi.",
                "Rhowch liw gwahanol i’r ddau grŵp, gyda siâp gwahanol hefyd.",
                "Cyfrwch bob lliw ar ei ben ei hun. Siaradwch am y rhai lle mae’r ddau grŵp yn wahanol.",
            ),
            "Gall rhywun arall roi’r dotiau yn ôl y rhifau ar y papur. Defnyddiwch sticeri mawr, neu ffa neu gownteri ar fwrdd. Mae siâp yn ogystal â lliw"
            " yn helpu pobl nad ydyn nhw’n gweld lliwiau. Ar-lein neu dros y ffôn: darllenwch eich rhifau i un person.",
            "Y nifer am bob dewis, fesul grŵp ac yn gyfan.",
            "Mae pobl yn dilyn y dotiau cyntaf. Ysgrifennu’n gyntaf sy’n atal hynny. Peidiwch â galw’r canlyniad yn benderfyniad.",
        ),
        en=Said(
            "Choosing with dots",
            "Seeing quickly what the group wants to talk about next. It chooses an order for the work; it decides nothing.",
            (
                "Say exactly what the dots say: “What should we work on first?”",
                "Read the choices aloud and number them.",
                "Give everybody five dots. They can share them out or put all on one thing.",
                "Everybody thinks and writes their numbers on paper before anybody gets up.",
                "Give the two groups different colours, and different shapes too.",
                "Count each colour by itself. Talk about those where the two groups differ.",
            ),
            "Somebody else can place the dots by the numbers on the paper. Use large stickers, or beans or counters on a table. A shape as well as a colour"
            " helps people who do not see colours. Online or by phone: read your numbers to one person.",
            "The number for each choice, by group and in all.",
            "People follow the first dots. Writing first prevents that. Do not call the result a decision.",
        ),
    ),
    Offered(
        "ten-beans-each",
        "dots",
        (15, 25),
        (3, 30),
        ("room", "paper"),
        cy=Said(
            "Deg ffeuen yr un",
            "Rhannu arian neu amser, pan nad oes digon i bopeth, â’ch dwylo wrth fwrdd.",
            (
                "Rhowch gwpan i bob dewis, gyda’i enw a llun arno. Dywedwch faint mae pob un yn ei gostio.",
                "Rhowch ddeg ffeuen i bawb. Mae pob ffeuen yn werth degfed ran o’r arian.",
                "Rhowch bum munud i feddwl. Yna mae pawb yn rhoi eu ffa yn y cwpanau, yr un pryd neu’r tu ôl i sgrin.",
                "Cyfrwch yn uchel, a gadewch i rywun arall gyfri eto.",
                "Gofynnwch: pwy sy’n colli gyda’r canlyniad hwn? Ydyn ni’n hapus gyda hynny?",
                "Gadewch i bawb symud dwy ffeuen, a chyfrwch eto.",
            ),
            "Defnyddiwch ffa mawr neu gerrig i ddwylo sy’n crynu, a chwpanau sydd ddim yn troi drosodd. Gall pobl gartref anfon dalen â deg sgwâr i’w"
            " lliwio. Darllenwch enw pob cwpan bob tro.",
            "Nifer y ffa ym mhob cwpan, cyn ac ar ôl symud, a’r hyn a ddywedwyd am bwy sy’n colli.",
            "Dywedwch ymlaen llaw pwy sy’n penderfynu am yr arian go iawn. Gêm yw hi os nad oes neb yn mynd i wrando.",
        ),
        en=Said(
            "Ten beans each",
            "Sharing out money or time that is not enough for everything, with your hands, at a table.",
            (
                "Put out a cup for each choice, with its name and a picture on it. Say what each costs.",
                "Give everybody ten beans. Each bean is worth a tenth of the money.",
                "Give five minutes to think. Then everybody puts their beans into the cups, all at once or behind a screen.",
                "Count aloud, and let somebody else count again.",
                "Ask: who loses by this result? Are we happy with that?",
                "Let everybody move two beans, and count again.",
            ),
            "Use large beans or stones for hands that shake, and cups that do not tip over. People at home can send a sheet with ten squares to colour in."
            " Read the name of each cup every time.",
            "The number of beans in each cup, before and after moving, and what was said about who loses.",
            "Say beforehand who decides about the real money. It is a game if nobody is going to listen.",
        ),
    ),
    Offered(
        "taking-the-temperature",
        "temperature",
        (5, 10),
        (3, None),
        ("room", "remote", "hybrid"),
        cy=Said(
            "Pum bys: ble mae’r grŵp?",
            "Gwybod mewn pum munud ble mae’r grŵp: yn barod i benderfynu, neu ddim eto.",
            (
                "Dywedwch un frawddeg y gall pobl gytuno â hi i raddau: “Rydyn ni’n barod i bleidleisio ar hyn heddiw.”",
                "Eglurwch y bysedd: pump, yn hollol; tri, fwy neu lai; un, ddim o gwbl. Mae dwrn yn golygu: stopiwch, mae angen i ni siarad.",
                "Cyfrwch i dri. Mae pawb yn dangos ar yr un pryd, fel nad oes neb yn copïo.",
                "Edrychwch o amgylch. Gofynnwch i un â llaw isel ac un â llaw uchel ddweud pam.",
                "Penderfynwch beth mae’n ei olygu: ymlaen, mwy o amser, neu ffordd arall.",
            ),
            "Gall pobl ddal cerdyn â rhif, dweud y rhif neu ei ysgrifennu yn y sgwrs. Mae dangos bysedd â’r llygaid ar gau yn haws i rai. Dywedwch yn uchel"
            " beth rydych chi’n ei weld, i bobl nad ydyn nhw’n gweld y dwylo.",
            "Sawl un o bob rhif, heb enwau.",
            "Nid pleidlais yw hon. Gwrandewch ar y dwrn: yn aml mae un person yn gwybod rhywbeth nad yw’r lleill yn ei wybod.",
        ),
        en=Said(
            "Taking the temperature",
            "Knowing in five minutes where the group is: ready to decide, or not yet.",
            (
                "Say one sentence with which people can agree more or less: “We are ready to vote on this today.”",
                "Explain the fingers: five, fully; three, more or less; one, not at all. A fist means: stop, we need to talk.",
                "Count to three. Everybody shows at the same moment, so that nobody copies.",
                "Look round. Ask one low hand and one high hand to say why.",
                "Decide what it means: go on, more time, or another way.",
            ),
            "People can hold up a card with a number, say the number or write it in the chat. Showing it with eyes closed is easier for some. Say aloud"
            " what you see, for people who do not see the hands.",
            "How many of each number, without names.",
            "This is no vote. Listen to the fist: often one person knows something that the others do not.",
        ),
    ),
    Offered(
        "can-we-live-with-it",
        "decide",
        (20, 45),
        (4, 15),
        ("room", "remote", "hybrid"),
        cy=Said(
            "Allwn ni fyw gyda hyn? Cylch cydsyniad",
            "Penderfynu heb adael neb ar ôl. Y cwestiwn yw “oes niwed yn hyn?”, nid “ai hwn yw’r gorau?”.",
            (
                "Darllenwch y cynnig. Mae’n rhaid iddo fod wedi’i ysgrifennu, yn y ddwy iaith.",
                "Cylch cyntaf, cwestiynau i ddeall yn unig. Mae’r sawl a’i hysgrifennodd yn ateb.",
                "Ail gylch, ymateb byr gan bawb. Does neb yn dadlau.",
                "Gall yr awduron newid y geiriau nawr.",
                "Trydydd cylch: ydych chi’n cydsynio, oes pryder gennych chi, neu ydych chi’n gwrthwynebu? Mae gwrthwynebiad yn dweud pa niwed fyddai’n dod.",
                "Cymerwch wrthwynebiad fel anrheg: sut gallen ni newid y cynnig fel na ddaw’r niwed? Yna gofynnwch eto.",
            ),
            "Rhowch y cynnig i bobl o leiaf wythnos ymlaen llaw, a hynny mewn fersiwn Hawdd ei Ddeall hefyd. Rhowch gardiau tri siâp i ddangos yr ateb."
            " Cynigiwch egwyl cyn y trydydd cylch. Mae “mae angen amser arna i” yn ateb.",
            "Geiriau’r cynnig, pob pryder a phob gwrthwynebiad, a’r hyn a newidiodd o’u herwydd.",
            "Gall pwysau cwrtais wneud i bobl gydsynio. Dechreuwch y cylch bob tro gyda rhywun gwahanol, ac nid gyda’r sawl sy’n talu.",
        ),
        en=Said(
            "Can we live with it? A consent round",
            "Deciding without leaving anybody behind. The question is “is there harm in it?”, not “is it the best?”.",
            (
                "Read the proposal. It must be written down, in both languages.",
                "First round, questions only to understand. Whoever wrote it answers.",
                "Second round, a short reaction from everybody. Nobody argues.",
                "The authors may change the words now.",
                "Third round: do you consent, have you a concern, or do you object? An objection says what harm would come.",
                "Take an objection as a gift: how could we change the proposal so that the harm does not come? Then ask again.",
            ),
            "Give people the proposal at least a week before, also in an Easy Read version. Give out cards of three shapes to show the answer. Offer a"
            " break before the third round. “I need time” is an answer.",
            "The words of the proposal, each concern and each objection, and what changed because of them.",
            "Polite pressure can make people consent. Begin each round with somebody else, and not with whoever pays.",
        ),
    ),
    Offered(
        "with-those-who-commission",
        "commissioners",
        (40, 60),
        (6, 20),
        ("room", "remote", "hybrid"),
        cy=Said(
            "Sgwrs gyda’r rhai sy’n comisiynu",
            "Siarad yn gyfartal â’r bobl sydd â’r arian a’r grym, a gwybod ar y diwedd beth fyddan nhw’n ei wneud.",
            (
                "Cyn y sesiwn: mae’r dinasyddion yn dewis eu tri chwestiwn. Mae’r comisiynwyr yn eu cael wythnos ymlaen llaw.",
                "Eisteddwch yn gymysg. Enwau cyntaf, dim teitlau. Dinesydd sy’n cadeirio.",
                "Y comisiynwyr yn gyntaf, pum munud, mewn geiriau plaen: beth sy’n agored, beth sydd ddim, a faint o arian sydd.",
                "Mae’r dinasyddion yn dweud beth sy’n bwysig iddyn nhw. Mae’r comisiynwyr yn dweud yn ôl beth glywson nhw cyn ateb.",
                "Un cwestiwn ar y tro. Mae pob ateb yn un o’r rhain: gwnawn, gwnawn yn rhannol, nid nawr, na wnawn. A pham.",
                "Gorffennwch gydag enw a dyddiad am bob ateb.",
            ),
            "Cwrddwch â’r dinasyddion awr ymlaen llaw, i bawb gael ymarfer. Talwch gostau teithio a gofal ymlaen llaw. Dim byrfoddau: mae cloch ar y bwrdd i"
            " unrhyw un ei chanu. Darparwch gyfieithu ar y pryd fel bod pobl yn gallu siarad Cymraeg yn gyntaf.",
            "Pob cwestiwn gyda’r ateb ffurfiol, pwy a’i rhoddodd, ac ymrwymiad am bob “gwnawn”.",
            "Cyflwyniad hir sy’n bwyta’r amser. Os nad yw’r sawl sy’n gallu penderfynu yn dod, dewiswch ddyddiad arall.",
        ),
        en=Said(
            "A conversation with those who commission",
            "Talking as equals with people who have money and power, and knowing at the end what they will do.",
            (
                "Before the session: the citizens choose their three questions. Those who commission get them a week before.",
                "Sit mixed. First names, no titles. A citizen chairs.",
                "Those who commission go first, five minutes, in plain words: what is open, what is not, and how much money there is.",
                "The citizens say what matters to them. Those who commission say back what they heard before they answer.",
                "One question at a time. Each answer is one of these: yes, in part, not now, no. And why.",
                "End with a name and a date for each answer.",
            ),
            "Meet the citizens an hour before, so that everybody can practise. Pay for travel and care in advance. No abbreviations: there is a bell on the"
            " table for anybody to ring. Provide simultaneous translation so that people can speak Welsh first.",
            "Each question with its formal answer, who gave it, and a commitment for each “yes”.",
            "A long presentation that eats the time. If whoever can decide does not come, choose another day.",
        ),
    ),
)
