"""For a panel of residents and staff that shares out a small fund: short, quick, and clear about the money."""

from aggregates.charter import Terms

from .base import Template

TEXTS = {
    "aim": {
        "cy": "Arian bach sy’n gwneud gwahaniaeth yn agos at gartref, wedi’i rannu gan y bobl sy’n byw yma a’r bobl sy’n gweithio yma. "
        "Byddwn ni’n gwybod bod yr arian wedi’i wario’n dda pan...",
        "en": "Small sums that make a difference close to home, shared out by the people who live here and the people who work here. "
        "We shall know that the money was well spent when...",
    },
    "together": {
        "cy": "Rydyn ni’n darllen pob cais cyn dod, neu mae rhywun yn ei ddarllen i ni. Mae pwy bynnag sydd â chysylltiad â chais yn dweud hynny, "
        "ac yn camu o’r neilltu ar gyfer y cais hwnnw. Rydyn ni’n siarad am y gwaith, byth am y bobl.\n\nMae pob ymgeisydd yn cael ateb, gyda rheswm caredig, "
        "o fewn pythefnos. Mae costau teithio a gofal yn cael eu talu ymlaen llaw.",
        "en": "We read each request before we come, or somebody reads it to us. Whoever has a tie to a request says so, and steps "
        "aside for it. We talk about the work, never about the people.\n\nEverybody who asks gets an answer, with a kind reason, within two weeks. Travel and "
        "care are paid for beforehand.",
    },
    "who": {
        "cy": "Trigolion, a staff y sefydliadau sy’n rhoi’r arian: yr un nifer o’r ddau lle gallwn ni. Mae lle pob aelod am flwyddyn, ac mae traean "
        "yn newid bob tro. Dau hwylusydd, un o bob grŵp.\n\nPwy sydd heb ymgeisio erioed, a phwy fydd yn gofyn iddyn nhw: ...",
        "en": "Residents, and staff of the organisations that give the money: as many of each where we can. A place is for a year, "
        "and a third change each time. Two facilitators, one from each group.\n\nWho has never asked, and who will ask them: ...",
    },
    "open_and_fixed": {
        "cy": "Ar agor: beth sy’n cael ei ariannu, a faint.\n\nYr arian, a than pryd: ...\n\nY swm mwyaf i un cais, a pham: ...\n\nWedi’i bennu: dim byd y "
        "mae’n rhaid i’r Cyngor neu’r bwrdd iechyd ei wneud beth bynnag. Y sefydliad sy’n dal yr arian sy’n ei dalu, o fewn mis i’r penderfyniad.",
        "en": "Open: what is funded, and with how much.\n\nThe money, and until when: ...\n\nThe most for one request, and why: ...\n\nFixed: nothing that the "
        "council or the health board has to do anyway. The organisation that holds the money pays it, within a month of the decision.",
    },
    "how": {
        "cy": "Un cais, un cwestiwn. Rhaid i’r ddau grŵp gytuno, ac mae o leiaf dwy ran o dair o’r ddau yn cymryd rhan, fel nad oes neb yn "
        "penderfynu mewn ystafell wag. Caiff cais na chytunwyd arno ddod yn ôl, wedi’i newid.",
        "en": "One request, one question. Both groups must agree, and at least two thirds of both take part, so that nobody decides in an "
        "empty room. A request that was not agreed may come back, changed.",
    },
}

RULE = {
    "method": "dual",
    "threshold": [1, 2],
    "strict": True,
    "base": "cast",
    "quorum": {"citizen": [2, 3], "professional": [2, 3]},
    "least": 2,
}

TERMS = Terms(
    enough_support={"citizen": 2, "professional": 1},
    decline_days=14,
    rights={"commission": "empower", "deliver": "consult", "evaluate": "collaborate", "charter": "empower"},
    template="small grants",
)

TEMPLATE = Template("small grants", TEXTS, RULE, TERMS, opened_by="facilitators")
