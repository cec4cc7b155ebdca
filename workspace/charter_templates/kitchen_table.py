"""Five short texts for one table: for a group that knows one another, or wants to begin this evening."""

from aggregates.charter import Terms

from .base import HALF_OF_EACH, Template

TEXTS = {
    "aim": {
        "cy": "Gwasanaeth sy’n ein helpu ni i fyw ein bywydau ein hunain. Byddwn ni’n gwybod ei fod yn gweithio pan...",
        "en": "A service that helps us live our own lives. We shall know that it works when...",
    },
    "together": {
        "cy": "Rydyn ni’n gwrando cyn ateb. Dim jargon. Mae dweud “dw i ddim yn gwybod eto” yn iawn, a newid eich meddwl hefyd. "
        "Mae costau teithio a gofal yn cael eu talu ymlaen llaw.",
        "en": "We listen before we answer. No jargon. It is fine to say “I don’t know yet”, and to change your mind. Travel and care are paid for beforehand.",
    },
    "who": {
        "cy": "Y bobl sy’n byw gyda’r gwasanaeth, a’r bobl sy’n gweithio ynddo. Dau hwylusydd, un o bob grŵp. Rydyn ni’n dal i chwilio am...",
        "en": "The people who live with the service, and the people who work in it. Two facilitators, one from each group. We still look for...",
    },
    "open_and_fixed": {
        "cy": "Ar agor: beth sy’n cael ei wneud, pryd, a sut.\n\nWedi’i bennu, a pham: yr arian sydd ar gael, tan pryd, a phwy sy’n gorfod cadarnhau. "
        "Pwy bynnag sy’n talu nawr sy’n dal i dalu: does neb yn gwneud gwaith cyflogedig am ddim.",
        "en": "Open: what is done, when, and how.\n\nFixed, and why: the money that there is, until when, and who has to confirm. "
        "Whoever pays now keeps paying: nobody does paid work unpaid.",
    },
    "how": {
        "cy": "Rydyn ni’n siarad nes i ni ddeall ein gilydd. Wedyn rhaid i’r ddau grŵp gytuno. Lle nad ydyn nhw, mae pethau’n aros fel y maen nhw, "
        "ac rydyn ni’n siarad eto.",
        "en": "We talk until we understand each other. Then both groups must agree. Where they do not, things stay as they are, and we talk again.",
    },
}

RULE = {"method": "dual", "threshold": [1, 2], "strict": True, "base": "cast", "quorum": HALF_OF_EACH, "least": 1}
"""Both groups must agree: in each at least half take part, and more are for than against."""

TEMPLATE = Template("kitchen table", TEXTS, RULE, Terms(template="kitchen table"))
